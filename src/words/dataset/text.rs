//! Texts of datasets beside their tables: reasons for missing values, names of values and types, heads of the codebook.

use crate::words::texts;

texts! {
    /// Texts of datasets, their values and their files.
    DatasetText {
        NotKnown: "目录未载", "the catalogue has none";
        NoneInLens: "视野内没有来源给出", "no source in the lens gives one";
        NotApplicable: "不适用", "not applicable";
        RuleAndValues: "{rule}取值：{values}", "{rule} Values: {values}";
        RuleAndMissing: "{rule}空缺指：{missing}。", "{rule} What is missing means: {missing}.";
        InChinese: "{label}（中文）", "{label} (Chinese)";
        InEnglish: "{label}（英文）", "{label} (English)";
        PrecisionOf: "{label}的精度", "{label}: precision";
        PrecisionRule: "来源给到哪一级：年、月或日。", "How precise the source is: to the year, the month or the day.";
        PrecisionYear: "年", "year";
        PrecisionMonth: "月", "month";
        PrecisionDay: "日", "day";
        BySource: "来源所用", "by a source";
        ByUs: "本目录所译", "our translation";
        OfPolicy: "点名一项政策", "one policy, by name";
        OfRegions: "若干地区", "places";
        OfNation: "一个国家", "a country";
        OfUnnamed: "未点名者", "somebody not named";
        OfAll: "各地", "all";
        ListClosed: "列举已尽", "closed list";
        ListOpen: "“等”式列举", "open list";
        ListPartial: "列举不全而总数已知", "partial list of a known total";
        StandingCounted: "计入：视图的某一行以它为依据", "counted: a row of the view rests on it";
        StandingShown: "只列不计：这一类陈述从不计入，或没有说到方向", "shown: of a kind that is never counted, or of no focus";
        StandingOtherVersion: "说的是另一版本：另列，不计入", "other version: shown apart, not counted";
        StandingNotInView: "不在视图内：在视野外，或不属于任何一行", "not in view: outside the lens, or of nothing that is a row";
        CoversAll: "全部政策", "every policy";
        CoversPolicies: "所列政策（见 coverage）", "the policies that it lists (see coverage)";
        CoversStated: "只涵盖所述，未提及不作结论", "only what it states; its silence means nothing";
        CheckGrowth: "由一数增至另一数", "a rise from one number to another";
        CheckInPeriod: "全部政策在某段月份内", "all policies lie in a range of months";
        CheckNamed: "所称地数与所点地数", "the number of places stated against those named";
        CheckShare: "部分占总数的比例", "a part of a whole";
        CheckAllFocuses: "各地是否述及全部方向", "whether all focuses are stated of each place";
        CheckSimilarity: "各地是否相似：仅展示", "likeness of places: shown, not judged";
        CheckNone: "目录无从核对", "nothing in the catalogue can check it";
        TypeText: "文本", "text";
        TypeInteger: "整数", "whole number";
        TypeNumber: "数", "number";
        TypeBoolean: "是否", "yes or no";
        TypeMonth: "月份", "month";
        TypeDate: "日期（精度另列）", "date (its precision beside it)";
        TypeCategory: "分类", "category";
        TypeList: "列表", "list";
        SheetData: "数据", "Data";
        SheetStatements: "陈述", "Statements";
        SheetCodebook: "代码本", "Codebook";
        SheetSources: "来源", "Sources";
        AboutSheets: "工作表", "Sheets";
        AboutSheetsText: "数据：各行次序同屏幕。陈述：各行所依据的，与只列不计的，见“在视图中”一栏。代码本：方向的口径；力度、类别等各取值的含义；各变量的取值、规则与空格的含义。来源：目录的全部来源。", "Data: the rows in the order on screen. Statements: those that the rows rest on, and those shown and never counted, told apart under \"In the view\". Codebook: what counts under each focus; what each strength, kind and other value means; values, rule and the meaning of an empty cell for each variable. Sources: every source of the catalogue.";
        AboutDates: "日期", "Dates";
        AboutDatesText: "精确到日的是日期；月份与年份是文本，编号与文号也是。", "Those precise to the day are dates; months and years are text, as are ids and document numbers.";
        CodebookTable: "表", "Table";
        CodebookVariable: "变量", "Variable";
        CodebookLabel: "名称", "Name";
        CodebookType: "类型", "Type";
        CodebookValues: "取值", "Values";
        CodebookRule: "规则", "Rule";
        CodebookMissing: "空缺指", "Missing means";
        CodebookValue: "取值", "Value";
        CodebookMeaning: "含义", "What it means";
        CodebookMeanings: "取值的含义", "What the values mean";
        CodebookFocus: "方向", "Focus";
        CodebookCounts: "计入", "What counts";
        CodebookDoesNot: "不计入", "What does not";
        CodeAndLabel: "{id}＝{label}", "{id} = {label}";
        Separated: "以“{separator}”分隔", "separated by \"{separator}\"";
    }
}
