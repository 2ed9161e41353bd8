//! Texts of a record in words: a cell, a statement, a source.

use super::texts;

texts! {
    /// A record in words, as every surface tells it.
    TellText {
        CellNotStated: "来源未提及（不等于没有）", "not stated by the source (that does not mean there is none)";
        CellNotAssessed: "未考察", "not assessed";
        CellAbsent: "确无", "absent";
        Share: "{n} 项政策中点名 {k} 项", "{k} of {n} policies named";
        ShareBrief: "点名 {k}/{n} 项", "{k} of {n} named";
        ShareBriefMore: "点名 {k}/{n} 项，另 {m} 项未考察", "{k} of {n} named, {m} not assessed";
        StrengthShare: "{strength}（{share}）", "{strength} ({share})";
        ShareMore: "已考察的 {n} 项政策中点名 {k} 项，另 {m} 项未考察", "{k} of {n} policies covered are named (+ {m} not assessed)";
        CellPolicy: "来源点名该政策", "a source names the policy";
        CellRegion: "只说到该地，未点名政策", "speaks of the place only, names no policy";
        CellStrength: "，{strength}", ", {strength}";
        CellOpen: "；所列之外另有他地", "; others are meant too";
        OpenList: "“等”式列举", "open list";
        PartialList: "列举不全，来源称共 {n} 地", "partial list; the source says {n}";
        OnVersion: "说的是另一版本：{version}", "on another version: {version}";
        AtLeast: "不少于 {n}", "at least {n}";
        GapNone: "同行已述的方向，{mine}也都有述。", "Whatever focus the sources state of a peer, they state of {mine} too.";
        GapNoneOfSome: "同行已述的方向，{mine}也都有述；{unseen}未考察，无从对照。", "Whatever focus the sources state of a peer, they state of {mine} too. Not assessed, so that nothing can be said there: {unseen}.";
        GapNothing: "所选来源对{mine}和同行都没有述及任何方向。这不等于没有相关措施。", "The chosen sources state no focus of {mine} or of its peers. That does not mean there is none.";
        UnlikeDepths: "“有实质内容”“核心”读过政策全文才能得出，报告至多得到“提及”：程度不同，可能只因所读的文本不同。", "\"Substantive\" and \"core\" come of reading the whole policy, and a report gives \"mentioned\" at most: strengths may differ for that alone.";
        PeersUnseen: "{unseen}未考察，无从对照。", "Not assessed, so that there is nothing to compare with: {unseen}.";
        HoldsPolicies: "{n} 项政策", "{n} {n|policy|policies}";
        HoldsStatements: "没有政策，有陈述", "no policy, statements only";
        HoldsUncounted: "没有政策，只有不说方向的陈述", "no policy, statements on no focus only";
        HoldsNothing: "本目录未收录", "not in this catalogue";
        Copies: "（{n} 份转载）", " ({n} {n|copy|copies})";
        Quoted: "“{text}”", "\"{text}\"";
        InTitle: "题名", "Title";
        InTitleElse: "英文题名", "Chinese title";
        InNumber: "文号", "Number";
        InIssuer: "发文机关", "Issuers";
        InIssuerElse: "英文机关名", "Chinese name of the issuer";
        InRegion: "地区", "Place";
        InRegionElse: "英文地名", "Chinese name of the place";
        InStatement: "陈述{id}", "statement{id}";
        InStatementElse: "陈述{id}（英文）", "statement{id} (Chinese)";
        InKeyword: "关键词{id}", "keyword{id}";
        ByPinyin: "{field}（拼音）", "{field} (pinyin)";
        FoundIn: "{field}：{excerpt}", "{field}: {excerpt}";
        AtTable: "表{n}", "Table {n}";
        AtFigure: "图{n}", "Figure {n}";
        AtParagraph: "第{n}段", "para. {n}";
        AtSentence: "第{n}句", "sentence {n}";
        AtArticle: "第{n}条", "Article {n}";
        AtClause: "第{n}款", "clause {n}";
        AtChapter: "第{n}章", "chapter {n}";
        AtSection: "第{n}节", "section {n}";
        AtPage: "第{n}页", "page {n}";
        AtHeading: "{n}", "section {n}";
        AtItem: "第{n}项", "item {n}";
        AtPart: "第{n}部分", "section {n}";
        AtTitle: "题名", "title";
        AtOpening: "开头", "opening";
        SourceAt: "{source}，{at}", "{source}, {at}";
    }
}
