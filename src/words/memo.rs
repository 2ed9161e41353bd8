//! Texts of the memo: sentences that restate what the catalogue holds, and nothing more.

use super::texts;

texts! {
    /// Texts of a memo.
    MemoText {
        Title: "{names}政策对照", "{names}: policies side by side";
        Numeral: "{n}、{heading}", "{n}. {heading}";
        SubNumeral: "（{n}）{heading}。", "({n}) {heading}. ";
        Findings: "要点", "Findings";
        Stated: "各方向所述", "What the sources state";
        Side: "对照表", "Side by side";
        Silent: "来源未提及与未考察", "Not stated, and not assessed";
        Versions: "其他版本", "Other versions";
        Ended: "期限", "Periods";
        Notes: "注", "Notes";
        ComparePlaces: "各地的格子取其政策与该地的陈述。", "The cells of a place are those of its policies and of what is said of the place.";
        ComparePolicies: "各政策的格子取点名该政策的陈述，没有时取只说到该地的陈述。", "The cells of a policy are what names it, else what speaks of its place.";
        Mine: "以{mine}为参照。", " {mine} is the reference.";
        MineMark: "{name}（参照）", "{name} (reference)";
        Lens: "所选{lens}。", " Chosen {lens}.";
        LensLine: "查询：{line}。", "Query: {line}.";
        Subject: "对象", "Subject";
        Legend: "● 来源点名该政策　○ 只说到该地，未点名政策　等 所列之外另有他地　× 确无　? 未考察　来源未提及不等于没有", "● a source names the policy   ○ it speaks of the place only   etc. others are meant too   × absent   ? not assessed   Not stated is not a no";
        Listed: "{name} {n} 项：{list}", "{name}, {n}: {list}";
        ListedNone: "{name}：本目录没有其政策，只有陈述。", "{name}: statements only, no policy in this catalogue.";
        ListedNothing: "{name}：本目录没有其政策，也没有说到它的陈述；这不等于没有政策。", "{name}: no policy and no statement in this catalogue; that does not mean there is none.";
        PolicyTitle: "《{title}》（{facts}）{short}", "{title} ({facts}){short}";
        PolicyShort: "，简称《{short}》", ", called {short} here";
        Found: "据所选来源，所比{all}中，述及{parts}。", "Of the {all} compared, the chosen sources state {parts}.";
        FoundOf: "{focus}的{n}{more}", "{focus} of {n}{more}";
        FoundUnknown: "{n}未考察", "{n} not assessed";
        FoundAll: "所比各方都有述的是{list}", "stated of all: {list}";
        FoundOne: "只有一方有述的是{list}", "stated of one alone: {list}";
        FoundOneOf: "{focus}（{name}）", "{focus} ({name})";
        FoundPolicy: "其中来源点名政策的是{list}", "a source names the policies of {list}";
        FoundPlace: "只说到该地、未点名政策的是{list}", "it speaks of the place only for {list}";
        InBrackets: "（{text}）", " ({text})";
        UnitPlaces: " {n} 地", "{n}";
        UnitPolicies: " {n} 项", "{n}";
        UnitSubjects: " {n} 方", "{n}";
        Gap: "来源对同行有述、{mine}为“{how}”的方向：{focuses}。", "Stated of peers, and of {mine} \"{how}\": {focuses}.";
        Beyond: "所选来源之外，公开资料另有陈述说到{name}的{focuses}，本文未列。", "Public sources outside those chosen also speak of {name} on {focuses}; they are not listed here.";
        OnlyFocuses: "只列方向：{focuses}。", " Focuses told: {focuses}.";
        MineUnseen: "没有来源考察{mine}，无从比较缺什么。", "No source has looked at {mine}, so nothing can be said of what it lacks.";
        Unseen: "没有来源考察{name}。", "No source has looked at {name}.";
        GapNone: "来源对同行已述的方向，对{mine}也都已述。", "Every focus that the sources state of peers they state of {mine} too.";
        Who: "{name}：", "{name}: ";
        WhoPolicy: "{place}《{title}》", "{place}, {title}";
        FromLedger: "自有台账所记", "from one's own ledger";
        PlaceAlone: "上列写明题名的，来源点名了该项政策；只写地名的，来源只说到该地，未点名政策。", "Where a title is given, a source names the policy; where a place alone is given, the source speaks of the place and names no policy.";
        FocusNone: "来源对所比各方都未述及任何方向。", "The sources state no focus of any of these.";
        Stop: "。", ".";
        Semicolon: "；", "; ";
        SilentOf: "{name}：{parts}。", "{name}: {parts}.";
        SilentPart: "{how}{focuses}", "{how}: {focuses}";
        SilentNone: "所比各方的每个方向来源都有所述。", "Of each of these the sources state every focus.";
        SilenceIsNotAbsence: "来源未提及不等于没有相关措施。", "What a source does not state may still be there.";
        VersionLine: "{place}《{title}》另有{stage}{version}（{facts}）。", "{place}, {title}: there is also a {stage}{version} ({facts}).";
        VersionTitle: "《{title}》", ", {title}";
        VersionNote: "：{note}", ": {note}";
        VersionIsAnother: "另一版本是另一份文本，不计入上表。", "Another version is another text and is not counted above.";
        OutOfLens: "不在所选来源内", "not a chosen source";
        EndedLine: "截至{date}，{place}《{title}》所载期限已过（{from} 至 {to}，{source}）。", "As of {date} the period of {place}, {title} has ended ({from} to {to}, {source}).";
        EndedNone: "截至{date}，所选来源载明期限的 {n} 项都未到期。", "As of {date} none of the {n} periods given has ended.";
        EndedUnknown: "另有 {n} 项所选来源未载期限，不作判断。", "Of {n} more no period is given, and nothing is said.";
        NotePolicy: "{id}　●《{title}》：{said}。", "{id} ● {title}: {said}.";
        NotePlace: "{id}　○ {said}。", "{id} ○ {said}.";
        NoteQuote: "「{quote}」（{at}），{source}", "\"{quote}\" ({at}), {source}";
        NoteQuoteAlone: "「{quote}」，{source}", "\"{quote}\", {source}";
        SourceLine: "{short}（{grade}）：{what}", "{short} ({grade}): {what}";
        SourceComma: "，", ", ";
        LedgerLine: "{short}：用户自行登记，没有公开网址可查。", "{short}: recorded by the user, with no public address to look it up.";
        SourceTitle: "{authors}《{title}》", "{authors}{title}";
        Authors: "{authors}：", "{authors}: ";
        Catalogue: "目录：{title}（版次 {release}）。", "Catalogue: {title} (release {release}).";
        Imprint: "目录文件 {id}，SHA-256 {hash}。", "Catalogue file {id}, SHA-256 {hash}.";
        Restates: "本页只复述目录所载，不作评价或建议。", "This page restates what the catalogue holds; it neither judges nor advises.";
        NoHash: "（未知）", "(unknown)";
    }
}
