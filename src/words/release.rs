//! Texts of releases: what changed between two, which counts that moves, and what a part of a catalogue says of itself.

use super::texts;

texts! {
    /// Texts of the changes between two releases, and names of the parts of a catalogue.
    ReleaseText {
        Title: "目录 {id}：{old} 版与 {new} 版相比", "Catalogue {id}: release {old} and release {new}";
        Content: "内容校验值 SHA-256", "SHA-256 of the content";
        FromTo: "{old} → {new}", "{old} → {new}";
        Same: "两版内容相同", "The two say the same";
        Summary: "变动 {n} 处：{list}", "changes, {n} in all: {list}";
        Many: "{what}{became} {n}", "{what} {became}: {n}";

        // What a change is of.
        Top: "目录", "catalogue";
        Focus: "方向", "focus";
        Source: "来源", "source";
        Region: "地区", "place";
        Policy: "政策", "policy";
        Text: "正文", "text";
        Reading: "阅读", "reading";
        Statement: "陈述", "statement";
        Milestone: "大事", "milestone";
        Claim: "可核查说法", "claim";

        // What became of it.
        Added: "新增", "added";
        Withdrawn: "撤下", "withdrawn";
        Recoded: "改编码", "recoded";
        Edited: "修改", "edited";
        Reordered: "次序变动", "reordered";

        Record: "{became} [{id}] {name}", "{became} [{id}] {name}";
        ListReordered: "{what}的次序变了，记录未变", "the order of the records ({what}) changed, not what they say";
        FieldChanged: "{field}：{old} → {new}", "{field}: {old} → {new}";
        NoValue: "（无）", "(none)";

        Coverage: "来源所涵盖的政策", "Policies that sources cover";
        CoversNow: "现涵盖 {n} 项：{list}", "covers now, {n}: {list}";
        CoversNoMore: "不再涵盖 {n} 项：{list}", "covers no more, {n}: {list}";

        Counts: "计数的变动（查询：{query}）", "Counts that moved (query: {query})";
        NoCount: "计数未变", "no count moved";
        CountsUnread: "计数从略：{release} 版读不了这句查询“{query}”（{fault}）", "counts are left out: release {release} cannot read the query \"{query}\" ({fault})";
        CountMoved: "{what}：{old} → {new}（{by}）", "{what}: {old} → {new} ({by})";
        Term: "{by}：{rows}；因{causes}", "{by}: {rows}; by {causes}";
        MoreTerms: "{by}：其余 {n} 项合计，逐项见 json", "{by}: the other {n} terms, each told in json";
        OfPolicies: "政策，{what}", "policies, {what}";
        OfRegions: "地区，{what}", "places, {what}";
        CountFound: "符合查询", "that the query finds";
        CountAll: "目录全部", "in all";
        CountFocus: "{focus}（{measure}）", "{focus} ({measure})";
        CountMonth: "{month} 公布", "published {month}";
        CountNoMonth: "公布月份不详", "month of publication unknown";
        CountRegion: "属{region}", "of {region}";
        Stated: "已述", "stated";
        Covered: "已考察", "covered";
        NotAssessed: "未考察", "not assessed";
        ByPolicy: "● 点名政策", "● by policy";
        ByPlace: "○ 只说到该地", "○ by place";
        Row: "{name}（{id}）", "{name} ({id})";
        More: "{list} 等共 {n} 项", "{list} and others, {n} in all";
        Cause: "{what} {id} {became}", "{what} {id} {became}";
        CauseField: "{what} {id} 的 {field} {became}", "{field} of {what} {id} {became}";
        CauseOrder: "{what}的次序变动", "the order of the records ({what})";

        PartTitle: "{title}（节选）", "{title} (part)";
        PartOf: "{scope}本文件是目录“{id}”{release} 版的一部分，按“{query}”选出：政策 {k} / {n} 项，无政策的地区 {places} 个；陈述 {s} / {all} 条，是关于这些政策和它们所在地的，以及不限于某政策某地的。与它们在同一陈述中列举而未选中的地区，所述不全。", "{scope}This file is a part of catalogue \"{id}\", release {release}, chosen by \"{query}\": {k} of {n} policies, and {places} places without a policy; {s} of {all} statements, those of these policies and their places and those of no certain policy or place. What is said of places that a statement names beside them is not complete.";
        PartClaims: "可核查说法 {ids} 所核对的范围在此不全，已略去。", "Claims {ids} are left out, since what they are checked against is not complete here.";
        AfterScope: "{scope}　", "{scope} ";

        TwoCatalogues: "这是两个目录“{old}”和“{new}”，不是同一目录的两版，不能相比", "these are two catalogues, \"{old}\" and \"{new}\", not two releases of one: they cannot be compared";
    }
}
