//! Texts of the stage and of the leave-behind: what a step of a walk says to a room.

use super::texts;

/// Words that no line of a slide is broken inside.
pub const WHOLE: [&str; 16] = [
    "未考察",
    "未提及",
    "不等于",
    "没有",
    "征求意见稿",
    "正式文本",
    "来源",
    "政策",
    "地区",
    "方向",
    "措施",
    "算力",
    "算法",
    "数据",
    "应用",
    "企业",
];

texts! {
    /// Texts of a page of the stage.
    StageText {
        Policies: "政策 {n} 项", "Policies: {n}";
        NoPolicies: "本目录没有{place}的政策，只有说到它的陈述。", "This catalogue has no policy of {place}, only what is said of it.";
        LeftOut: "另有 {n} 项不符合筛选，不计入上面的标记。", "{n} more do not pass the filter and do not count in the marks above.";
        NotInResult: "此地不在筛选结果内：它的全部政策都计，与其他所比各地合为 {n} 地。", "This place is not in the filtered result: all of its policies count, and with the others compared it makes {n} places.";
        Apart: "与其他地方不同", "What sets it apart";
        AloneOfWalk: "{n} 地中仅此地提到（1/{n} 地）", "of {n} places only this one (1 of {n})";
        FewOfWalk: "仅 {k}/{n} 地提到：{names}", "only {k} of {n} places: {names}";
        AloneNamedOfWalk: "所比 {n} 地中来源只点到此地，另有未列出的地方", "of the {n} places compared the source names this one alone; others are meant";
        FewNamedOfWalk: "所比 {n} 地中来源点到 {k} 地：{names}，另有未列出的地方", "of the {n} places compared the source names {k}: {names}; others are meant";
        OfPlaces: "{k}/{n} 地", "{k} of {n}";
        OfPlacesSilent: "{n} 地未提及", "not stated of {n}";
        OfNotAssessed: "各方向的分母不含没有来源考察的 {m} 地", "The denominators leave out {m} {m|place|places} not assessed";
        OfNotAssessedUpTo: "各方向的分母不含没有来源考察的地区，至多 {m} 地", "The denominators leave out places not assessed, at most {m}";
        Numbers: "数字", "numbers";
        NumbersMean: "来源提到的地区数/已考察的地区数", "places stated, of those covered";
        FloorMeans: "至少，另有未列出的", "at least: others are meant, not named";
        Blank: "空白", "blank";
        BlankMeans: "来源未提及，不等于没有", "not stated; that does not mean there is none";
        Period: "期限 {from} 至 {to}", "{from} to {to}";
        OurTranslation: "题名为本目录所译", "title as we translate it";
        LaterVersion: "另有{stage}，是另一份文件：{facts}", "There is also a later {stage}, a text of its own: {facts}";
        VersionEvent: "{on} {event}", "{event} {on}";
        FromGrade: "来源为{grade}", "source: {grade}";
        OutOfLens: "不在所选来源内", "not a chosen source";
        Statements: "{place}：来源怎么说", "{place}: what the sources say";
        OtherText: "说的是另一份文本（{version}），不计入", "on another text ({version}), not counted";
        OpenList: "“等”式列举：所列之外另有他地", "open list: others are meant too";
        Watch: "留意：{watch}", "Note: {watch}";
        With: "同时说到{places}", "said of {places} as well";
        DoesWith: "{does}（同时说到{places}）", "{does} (said of {places} as well)";
        Overview: "各地提到的方向", "Focuses by place";
        Nothing: "没有符合条件的政策或地区", "Nothing matches";
        NothingWhy: "可去掉一个条件，或放宽来源。", "Drop a condition, or widen the sources.";
        BadQuery: "这一步的筛选条件读不懂：{why}", "The query of this step cannot be read: {why}";
        NoPlaceChosen: "这一步没有指明地区", "This step names no place";
        ChooseAPlace: "按 G 可选一个地区。", "G picks a place.";
        NoPlaceKnown: "本目录不认识代码 {code}", "This catalogue does not know the code {code}";
        NotCompared: "这一步没有选出要比较的地区或政策", "This step chooses nothing to compare";
        ChooseToCompare: "在表里或矩阵里选两个以上，再把比较加入路线。", "Choose two or more in the table or the matrix, and add the comparison to the walk.";
        Comparison: "{names}：并列比较", "{names}: side by side";
        ComparisonBrief: "并列比较", "Side by side";
        DifferOf: "{n} 个方向中 {k} 个所述不同", "{k} of {n} focuses differ";
        Mine: "参照", "reference";
        GapOf: "来源对同行有述、{mine}为“{how}”的方向：{focuses}。", "Stated of peers, and of {mine} \"{how}\": {focuses}.";
        GapMark: "参照未述而同行有述", "stated of peers and not of the reference";
        SharedBy: "各方都有述：{focuses}。", "Stated of all: {focuses}.";
        SomeOf: "只有部分有述：{focuses}。", "Stated of some: {focuses}.";
        NoneOf: "各方都未述：{focuses}。来源未提及不等于没有。", "Stated of none: {focuses}. Not stated does not mean there is none.";
        Summary: "小结", "Summary";
        SummaryUnder: "{k} 地中，来源提到各方向的地方数", "Of {k} {k|place|places}, those for which the sources state each focus";
        ByBasis: "{k}/{n} 地：点名政策 {p}，只说到该地 {r}", "{k} of {n}: {p} {p|names|name} a policy, {r} the place only";
        ByBasisMore: "{k}/{n} 地：点名政策 {p}，只说到该地 {r}；另 {m} 未考察", "{k} of {n}: {p} {p|names|name} a policy, {r} the place only; {m} not assessed";
        OfPlacesSilentMore: "{n} 地未提及；另 {m} 未考察", "not stated of {n}; {m} not assessed";
        Emphases: "来源所说各地的侧重", "What each place puts first, by the sources";
        EmphasesNone: "所选来源没有关于侧重的陈述。", "None of the chosen sources says what a place puts first.";
        Silent: "没有说到的", "What is not stated";
        SilentPlaces: "{n} 地中有 {k} 地，来源没有说明任何一个方向：{names}。这不等于没有措施。", "No focus at all is stated of {k} of {n} places: {names}. That does not mean they have no measures.";
        SilentNone: "{n} 地各有至少一个方向见于来源。空白仍是来源未提及，不等于没有。", "Of {n} {n|place|places} each has at least one focus stated. A blank is still not stated, and that does not mean there is none.";
        SilentFocuses: "没有一地提到的方向：{focuses}。", "Stated of no place: {focuses}.";
        ClaimsDiffer: "与目录不符的说法", "Claims that differ";
        ClaimsNone: "所选来源中可核对的说法没有与目录不符的。", "No claim that can be checked differs from the catalogue.";
        ClaimsRest: "另有 {agree} 项相符、{cannot} 项无法核对、{shown} 项只展示不评判。", "{agree} more agree, {cannot} cannot be checked, {shown} are shown and not judged.";
        TableOf: "政策一览", "Policies";
        TableOfPlaces: "地区一览", "Places";
        RowsLeftOut: "只列前 {k} 行，共 {n} 行；全部见导出", "the first {k} of {n} rows; the export has all";
        SourcesAtEnd: "来源全称见本步末页", "sources in full on the last page of this step";
        SourcesHead: "来源全称", "Sources in full";
        ManySources: "{n} 个（{grades}）", "{n} ({grades})";
        GradeCount: "{grade} {n} 个", "{n} {grade}";
        Catalogue: "目录 {id}，第 {release} 版", "catalogue {id}, release {release}";
        PageOf: "本步第 {k} 页，共 {n} 页", "page {k} of {n}";
        StepOf: "第 {step} 步，共 {steps} 步", "Step {step} of {steps}";
        OffThePath: "临时查看 · R 回到第 {step} 步", "Off the walk · R returns to step {step}";
        SilentAttention: "{source}只把{place}列为重视{topic}的{kind}之一，{none}", "{source} names {place} only as one of the {kind} that take {topic} seriously, and {none}";
        SilentOther: "{source}对{place}只有{kinds}，{none}", "{source} has of {place} only {kinds}, and {none}";
        SilentListed: "{source}只列出{place}的 {k} 项政策，{none}", "{source} only lists policies of {place} ({k}), and {none}";
        SilentNotAssessed: "所选来源没有考察{place}，{focuses}都无从说起", "None of the chosen sources covers {place}: nothing can be told of {focuses}";
        StatesNone: "未说明{focuses}", "states none of {focuses}";
        StatesNothing: "未说明{focuses}", "states nothing of {focuses}";
        TheFocuses: "{n}个方向", "the {n} focuses";
        TheOneFocus: "一个方向", "the one focus";
        SilentNothing: "本目录没有{place}的政策，所选来源也没有说到它；这不等于没有政策", "This catalogue has no policy of {place}, and the chosen sources say nothing of it; that does not mean there is none";
        TheReport: "报告", "The report";
        TheSubject: "此事", "the subject";
        TakesSeriously: "重视", "take seriously";
        KindCities: "城市", "cities";
        KindPlaces: "地区", "places";
        WordAttention: "“重视”的说法", "that it takes the subject seriously";
        WordEmphasis: "不归入方向的侧重", "an emphasis that is no focus";
        WordFrame: "总述", "a general frame";
        WordFact: "事实", "facts";
        WordCount: "数字", "numbers";
        WordAdvice: "建议", "advice";
        WordFocus: "不归入方向的陈述", "statements of no focus";
        Notes: "备注", "Notes";
        NotesOf: "备注：{title}", "Notes: {title}";
        FooterQuery: "查询 {line}", "query {line}";
        FooterAll: "（全部）", "(everything)";
        FooterHash: "SHA-256 {hash}", "SHA-256 {hash}";
        Focus: "方向", "Focus";
        Mark: "标记", "Mark";
        Means: "含义", "Meaning";
        InWalk: "所比各地", "Among the places compared";
        Name: "名称", "Name";
        Value: "数目", "Number";
        Legend: "图例：{legend}", "Legend: {legend}";
        PageMark: "{step}-{page}", "{step}-{page}";
    }
}
