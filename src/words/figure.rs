//! Texts of columns, lenses, counts and figures.

use super::texts;

texts! {
    /// Columns, lenses, counts, figures.
    FigureText {
        MonthUnknown: "月份不详", "month unknown";
        LensSources: "来源：{sources}", "sources: {sources}";
        LensBasis: "；只看{basis}", "; only what {basis}";
        LensAnyVersion: "；含其他版本", "; other versions included";
        NoSource: "无", "none";
        SourcesOfGrade: "{grade}（{n} 种）", "{grade} ({n} sources)";
        PoliciesOf: "{k} / {n} 项", "{k} of {n} policies";
        PlacesOf: "{n} 地", "{n} places";
        ByRegion: "按地区", "By region";
        ByMonth: "按月份", "By month";
        FocusByMonth: "各方向按月份（按地区计数）", "Focuses by month (counted by place)";
        PlacesWithoutPolicy: "另有 {n} 地仅见正文，无政策", "{n} more named in the text only, without a policy";
        PlacesWithoutMonth: "{n} 地无政策、无月份，未画出", "{n} places without a policy have no month and are not drawn";
        MonthsUnknown: "{n} 项月份不详，未画出", "{n} with unknown month are not drawn";
        ColumnId: "编号", "ID";
        ColumnRegion: "代码", "Code";
        ColumnRegionName: "地区", "Region";
        ColumnTier: "层级", "Tier";
        ColumnPolicies: "政策数", "Policies";
        ColumnMonth: "月份", "Month";
        ColumnStage: "阶段", "Stage";
        ColumnTitle: "题名", "Title";
        ColumnTitleEn: "英文题名", "English title";
        ColumnShort: "简称", "Short title";
        ColumnNumber: "文号", "Number";
        ColumnIssuers: "发文机关", "Issuers";
        ColumnPeriod: "期限", "Period";
        ColumnFocus: "方向", "Focus";
        ColumnBasis: "{focus}·依据", "{focus}: basis";
        ColumnOpen: "{focus}·等", "{focus}: open list";
        ColumnKeywords: "关键词", "Keywords";
        ColumnSources: "来源", "Sources";
        DocId: "政策编号：地区-年份-序号，不复用", "id of the policy: region-year-serial, never reused";
        DocRegion: "GB/T 2260 行政区划代码", "GB/T 2260 code of the place";
        DocRegionName: "地区名称；按拼音排序，按代码排序用 region", "name of the place; sorts by pinyin, `region` sorts by code";
        DocTier: "政府层级：省级或地级", "rank of government: province or prefecture level";
        DocPolicies: "结果中该地的政策数", "policies of the place in the result";
        DocMonth: "首个给出公布时间的来源所记的月份", "month of publication by the first source that gives one";
        DocStage: "征求意见稿或正式文本", "draft for comment or final text";
        DocTitle: "题名，照录；按拼音排序", "title, to the letter; sorts by pinyin";
        DocTitleEn: "英文题名，多为本目录所译", "English title, mostly our translation";
        DocShort: "简称，本目录所拟", "short title, ours";
        DocNumber: "文号；其来源在视野内才列出", "document number; only if its source is in the lens";
        DocIssuers: "发文机关；其来源在视野内才列出", "issuers; only if their source is in the lens";
        DocPeriod: "期限（起/止）；其来源在视野内才列出", "period (from/to); only if its source is in the lens";
        DocFocus: "该方向的力度", "strength of the focus";
        DocBasis: "{focus}的依据：policy 点名政策，region 只说到该地", "basis of {focus}: policy or region";
        DocOpen: "{focus}的陈述是否都属于“等”式列举", "{focus}: whether all its statements are of open lists";
        DocKeywords: "所依据陈述的关键词，以“; ”分隔", "keywords of the statements it rests on, separated by “; ”";
        DocSources: "视野内的来源，以“; ”分隔", "sources in the lens, separated by “; ”";
    }
}
