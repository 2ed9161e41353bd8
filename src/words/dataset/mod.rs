//! Texts of datasets: what each table and each variable is called, and by which rule it is filled. This is the codebook.

mod text;

pub use text::DatasetText;

/// The words for a table (its key is empty) or for a variable.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The table; `*` for a variable that several tables have.
    pub table: &'static str,
    /// The variable.
    pub key: &'static str,
    /// Its name: Chinese, English.
    pub label: [&'static str; 2],
    /// What it holds and by which rule: Chinese, English.
    pub rule: [&'static str; 2],
}

/// The words for a variable of a table, or those that all tables share for it.
pub fn wording(table: &str, key: &str) -> Option<&'static Wording> {
    let of = |table: &str| WORDINGS.iter().find(|words| words.table == table && words.key == key);
    of(table).or_else(|| of("*"))
}

const fn w(table: &'static str, key: &'static str, label: [&'static str; 2], rule: [&'static str; 2]) -> Wording {
    Wording { table, key, label, rule }
}

/// Every table and variable, once.
pub const WORDINGS: &[Wording] = &[
    // Tables.
    w(
        "wide",
        "",
        ["宽表", "Wide table"],
        [
            "一行是视图的一行，列与次序同屏幕；列表以“; ”合为一格，长表里各自成行。",
            "A row is a row of the view, columns and order as on screen; lists are joined by “; ” here and have rows of their own in the long tables.",
        ],
    ),
    w(
        "policies",
        "",
        ["政策", "Policies"],
        [
            "一行一项政策，次序同视图；按地区计数时为各行地区中符合条件的政策。整个目录则为全部政策。",
            "A row is a policy, in the order of the view; where places are counted, the policies of its rows that pass. Of the whole catalogue: every policy.",
        ],
    ),
    w(
        "events",
        "",
        ["日期", "Dates"],
        [
            "一行是政策文本经历的一件事。各来源所记不一，并列不合并；视野外的来源也列出并注明。",
            "A row is something that happened to a policy's text. What several sources say is shown and not merged; sources outside the lens are there too, and marked.",
        ],
    ),
    w(
        "issuers",
        "",
        ["发文机关", "Issuers"],
        [
            "一行是一项政策的一个发文机关。视图只列视野内来源给出的；整个目录列出全部并注明。",
            "A row is an issuer of a policy. A view has those that a source in the lens gives; the whole catalogue has all, and marks them.",
        ],
    ),
    w(
        "versions",
        "",
        ["其他版本", "Other versions"],
        [
            "一行是同一文本的另一版本。另一版本是另一文本：只列出，不计入本项。",
            "A row is another version of a policy's text. Another version is another text: shown and never counted as this one.",
        ],
    ),
    w(
        "cells",
        "",
        ["政策各方向", "Cells"],
        [
            "一行是一项政策与一个方向：视野内来源所述的力度与依据。点名政策的陈述优先；没有，才取只说到该地的。",
            "A row is a policy and a focus: strength and basis by the sources in the lens. Statements that name the policy come first; only without any, those that speak of exactly its place.",
        ],
    ),
    w(
        "cell_statements",
        "",
        ["各格所据陈述", "Statements of cells"],
        [
            "一行是一格与它所据的一条陈述：与该格依据相同、属于该方向、在视野内的。",
            "A row is a cell and a statement behind it: of the basis of the cell, under its focus, in the lens.",
        ],
    ),
    w(
        "region_cells",
        "",
        ["地区各方向", "Cells of places"],
        [
            "按地区计数时才有。一行是一地与一个方向：取其符合条件的政策中最强的，没有才取只说到该地的。",
            "Only where places are counted. A row is a place and a focus: the best of its policies that pass, and only without any what is said of exactly the place.",
        ],
    ),
    w(
        "statements",
        "",
        ["陈述", "Statements"],
        [
            "一行是一个来源的一条陈述。视图含各行所依据的、只列不计的和关于另一版本的，由 standing 区分；没有筛选的视图与整个目录含全部。",
            "A row is one thing that one source says. A view has those that its rows rest on, those shown and never counted, and those on other versions, told apart by standing; a view without a filter has all, and so has the whole catalogue.",
        ],
    ),
    w(
        "statement_places",
        "",
        ["陈述所说地区", "Places of statements"],
        [
            "一行是一条陈述点出的一个地区；一条陈述点出的各地全列，也含不在视图内的。",
            "A row is a place that a statement names; every place of a statement is there, also those outside the view.",
        ],
    ),
    w(
        "statement_focuses",
        "",
        ["陈述所属方向", "Focuses of statements"],
        ["一行是一条陈述与它所属的一个方向。", "A row is a statement and a focus that it takes up."],
    ),
    w(
        "statement_keywords",
        "",
        ["陈述的关键词", "Keywords of statements"],
        ["一行是一条陈述里照录的一个词。", "A row is a term of a statement, to the letter."],
    ),
    w(
        "sources",
        "",
        ["来源", "Sources"],
        [
            "一行一种来源。目录的全部来源，视野外的也列出并注明。",
            "A row is a source. Every source of the catalogue is there; those outside the lens are marked.",
        ],
    ),
    w(
        "source_authors",
        "",
        ["来源的作者", "Authors of sources"],
        ["一行是一种来源的一位作者，照原文次序。", "A row is an author of a source, in printed order."],
    ),
    w(
        "coverage",
        "",
        ["来源的涵盖", "Coverage"],
        [
            "一行是一种来源与它列明涵盖的一项政策，限于本数据中的政策。涵盖全部的来源不在此逐项列出，见 sources.covers。",
            "A row is a source and a policy that it says it covers, among the policies of this dataset. A source that covers every policy has no rows here: see sources.covers.",
        ],
    ),
    w(
        "milestones",
        "",
        ["大事", "Milestones"],
        [
            "一行是一件地区之上的大事。属于整个目录，与视图无关。",
            "A row is an event above the regions. They belong to the catalogue and not to a view.",
        ],
    ),
    w(
        "milestone_dates",
        "",
        ["大事的日期", "Dates of milestones"],
        [
            "一行是一种来源给一件大事的日期；以第一个为准。",
            "A row is a date that a source gives a milestone; the first one places it.",
        ],
    ),
    w(
        "claims",
        "",
        ["可核查说法", "Claims"],
        [
            "一行是来源的一个可由目录核对的说法及其结果。按整个目录核对，与视图无关。",
            "A row is a number or sentence of a source that the catalogue can check, with what came of it. Checked against the whole catalogue, whatever the view.",
        ],
    ),
    w(
        "claim_statements",
        "",
        ["说法所引陈述", "Statements of claims"],
        [
            "一行是一个说法与它所引的一条陈述，限于本数据中的陈述；共引几条见 claims.named_statements。",
            "A row is a claim and a statement that it names, among the statements of this dataset; claims.named_statements has how many it names in all.",
        ],
    ),
    w(
        "focuses",
        "",
        ["方向", "Focuses"],
        [
            "代码本：一行一个方向，什么计入，什么不计入。",
            "The codebook: a row is a focus, with what counts under it and what does not.",
        ],
    ),
    w(
        "regions",
        "",
        ["地区", "Regions"],
        [
            "一行是一个地区及其上级。视图只含本数据提到的地区；整个目录含全部。",
            "A row is a place. A view has those that the dataset names and what they lie in; the whole catalogue has all.",
        ],
    ),
    w("tables", "", ["各表", "Tables"], ["一行是本数据的一张表。", "A row is a table of this dataset."]),
    w(
        "variables",
        "",
        ["变量", "Variables"],
        ["代码本：一行是一张表的一个变量。", "The codebook: a row is a variable of a table."],
    ),
    w(
        "categories",
        "",
        ["取值", "Categories"],
        ["代码本：一行是一个分类变量的一个取值。", "The codebook: a row is a value of a variable that has categories."],
    ),
    w(
        "codebook",
        "",
        ["代码本", "Codebook"],
        [
            "方向的口径，各取值的含义，各变量的类型、取值、规则与空缺的含义。",
            "What counts under each focus; what the values mean; type, values, rule and missing values of each variable.",
        ],
    ),
    w(
        "meta",
        "",
        ["说明", "About"],
        [
            "一行是关于本数据的一项说明：目录、版次、查询、视野、条数。",
            "A row tells one thing about this dataset: catalogue, release, query, lens, how many of how many.",
        ],
    ),
    // Variables that several tables have.
    w("*", "position", ["次序", "Position"], ["从 1 起的次序。", "The place in the order, from 1."]),
    w("*", "source", ["来源", "Source"], ["说这话的来源的编号。", "Id of the source that says so."]),
    w("*", "at", ["出处", "Place in the source"], ["在来源中的位置。", "Where in the source."]),
    w("*", "in_lens", ["在视野内", "In the lens"], ["其来源是否在视野内。", "Whether its source is in the lens."]),
    w("*", "policy", ["政策", "Policy"], ["政策编号。", "Id of the policy."]),
    w("*", "focus", ["方向", "Focus"], ["方向的编号。", "Id of the focus."]),
    w("*", "statement", ["陈述", "Statement"], ["陈述的编号。", "Id of the statement."]),
    w("*", "region", ["地区", "Place"], ["GB/T 2260 行政区划代码。", "GB/T 2260 code of the place."]),
    w("*", "stage", ["阶段", "Stage"], ["征求意见稿或正式文本。", "Draft for comment or final text."]),
    w(
        "*",
        "strength",
        ["力度", "Strength"],
        [
            "该格依据的陈述中最强者；来源未提及、未考察、确无是三回事，都不是空白。",
            "The highest among the statements of its basis. Not stated, not assessed and absent are three things, and none is a blank.",
        ],
    ),
    w(
        "*",
        "basis",
        ["依据", "Basis"],
        ["来源点名政策，还是只说到该地。", "Whether a source names the policy or speaks of exactly its place."],
    ),
    w(
        "*",
        "open",
        ["“等”式列举", "Open list"],
        ["其陈述是否都属于“等”式列举。", "Whether all its statements are of open lists."],
    ),
    w(
        "*",
        "version",
        ["版本", "Version"],
        [
            "说的是哪一版本；own 为目录所列的版本。",
            "Which version of the text it is about; own is the one that the catalogue lists.",
        ],
    ),
    w(
        "*",
        "date",
        ["日期", "Date"],
        ["来源所记日期，精确到来源所给的一级。", "The date as the source gives it, as precise as that is."],
    ),
    w("*", "name", ["名称", "Name"], ["名称，照录。", "The name, to the letter."]),
    w("*", "title", ["题名", "Title"], ["题名，照录。", "The title, to the letter."]),
    // Policies.
    w("policies", "id", ["编号", "Id"], ["地区-年份-序号，不复用。", "region-year-serial, never reused."]),
    w(
        "policies",
        "position",
        ["次序", "Position"],
        ["在视图中的次序，从 1 起。", "The place in the order of the view, from 1."],
    ),
    w(
        "policies",
        "month",
        ["月份", "Month"],
        [
            "首个给出公布时间的来源所记的月份；没有公布时间的取印发，再取签署。",
            "Month of publication by the first source, in catalogue order, that gives one; else of issue, else of signature.",
        ],
    ),
    w(
        "policies",
        "year",
        ["年份", "Year"],
        [
            "同一件事的年份；只知年份的政策没有月份。",
            "Year of the same event; a policy of which only the year is known has no month.",
        ],
    ),
    w(
        "policies",
        "title_en_by",
        ["英文题名来自", "English title by"],
        [
            "英文题名是来源所用，还是本目录所译；没有英文题名则不适用。",
            "Whether a source uses the English title or the catalogue translated; not applicable without one.",
        ],
    ),
    w("policies", "short", ["简称", "Short title"], ["简称，本目录所拟。", "Short title, ours."]),
    w(
        "policies",
        "number",
        ["文号", "Number"],
        ["文号；视图只列视野内来源给出的。", "Document number; in a view only if its source is in the lens."],
    ),
    w(
        "policies",
        "number_source",
        ["文号来源", "Source of the number"],
        ["给出文号的来源。", "Id of the source that gives the number."],
    ),
    w(
        "policies",
        "period_from",
        ["期限起", "Period from"],
        [
            "政策自述期限的起点；视图只列视野内来源给出的。",
            "Begin of the time that the policy says it covers; in a view only if its source is in the lens.",
        ],
    ),
    w(
        "policies",
        "period_to",
        ["期限止", "Period to"],
        [
            "政策自述期限的终点；视图只列视野内来源给出的。",
            "End of the time that the policy says it covers; in a view only if its source is in the lens.",
        ],
    ),
    w(
        "policies",
        "period_source",
        ["期限来源", "Source of the period"],
        ["给出期限的来源。", "Id of the source that gives the period."],
    ),
    w(
        "policies",
        "period_at",
        ["期限出处", "Place of the period"],
        ["期限在来源中的位置。", "Where in the source the period stands."],
    ),
    w("events", "kind", ["事由", "Kind"], ["发生了什么。", "What happened."]),
    w(
        "events",
        "gives_month",
        ["据以定月", "Gives the month"],
        ["政策的月份是否据此而定。", "Whether the month of the policy is taken from it."],
    ),
    w(
        "versions",
        "date_kind",
        ["日期所指", "What the date is"],
        ["该日期是哪一件事的日期。", "What happened on the date."],
    ),
    w("versions", "note", ["注", "Note"], ["关于该版本的说明。", "A note on that version."]),
    w(
        "region_cells",
        "position",
        ["次序", "Position"],
        ["该地在视图中的次序，从 1 起。", "The place's position in the view, from 1."],
    ),
    // Statements.
    w(
        "statements",
        "id",
        ["编号", "Id"],
        ["陈述编号，在目录内唯一。", "Id of the statement, unique in the catalogue."],
    ),
    w(
        "statements",
        "standing",
        ["在视图中", "In the view"],
        [
            "计入、只列不计、另一版本，还是不在视图内。",
            "Whether it is counted, shown and never counted, on another version, or not in the view.",
        ],
    ),
    w(
        "statements",
        "kind",
        ["类别", "Kind"],
        ["陈述的类别；只有方向与侧重计入。", "Its kind; only focus and emphasis are counted."],
    ),
    w(
        "statements",
        "of",
        ["说的是", "Of"],
        [
            "一项政策、若干地区、一个国家、未点名者，还是各地。",
            "Of a policy, of places, of a country, of somebody not named, or of all.",
        ],
    ),
    w("statements", "policy", ["政策", "Policy"], ["所点名政策的编号。", "Id of the policy that it names."]),
    w("statements", "nation", ["国家", "Country"], ["所说国家的代码。", "Code of the country that it speaks of."]),
    w(
        "statements",
        "strength",
        ["力度", "Strength"],
        [
            "这条陈述的力度；不属于任何方向的陈述没有力度。",
            "How strongly it takes up its focuses; a statement of no focus has none.",
        ],
    ),
    w(
        "statements",
        "list",
        ["列举", "List"],
        ["所列地区是否即来源所指的全部。", "Whether the places named are all that the source means."],
    ),
    w(
        "statements",
        "list_total",
        ["列举总数", "Total of the list"],
        ["列举不全时，来源所称的总数。", "Of a partial list how many places the source means in all."],
    ),
    w(
        "statements",
        "assigned_by",
        ["归类者", "Sorted by"],
        ["由来源还是编码者归入方向。", "Who sorted it under its focuses: the source or a coder."],
    ),
    w(
        "statements",
        "summary",
        ["摘要", "Summary"],
        ["所说内容，目录的概括。", "What it says, in the catalogue's words."],
    ),
    w("statements", "focuses", ["方向", "Focuses"], ["所属方向。", "The focuses that it takes up."]),
    w("statements", "places", ["地区", "Places"], ["所点出的地区。", "The places that it names."]),
    w("statements", "keywords", ["关键词", "Keywords"], ["照录的词。", "Its terms, to the letter."]),
    w(
        "statements",
        "quote",
        ["原文", "Quotation"],
        ["至多一句原文，便于在来源中查到。", "At most one quotation, to find the place by."],
    ),
    w("statements", "watch", ["留意", "Watch out"], ["读者应留意之处。", "What a reader should watch out for."]),
    w("statements", "value", ["数值", "Number"], ["数字类陈述的数值。", "The number of a statement of kind count."]),
    w(
        "statements",
        "at_least",
        ["是否为下限", "Is a floor"],
        ["该数值是否为“不少于”。", "Whether the number is a floor."],
    ),
    w("statements", "from", ["起自", "From"], ["该数值从何时计起。", "From when the number counts."]),
    w(
        "statements",
        "modality",
        ["语气", "Modality"],
        [
            "所说之事到了哪一步：已做、拟、考虑还是提出；从不计入。",
            "How far what it tells has come: states, plans, considers or proposes; nothing is counted by it.",
        ],
    ),
    w("statements", "until", ["截至", "Until"], ["该数值计到何时。", "Up to when the number counts."]),
    w("statements", "coder", ["编码者", "Coder"], ["谁编的码。", "Who coded it."]),
    w("statements", "coded_on", ["编码日期", "Coded on"], ["何时编的码。", "When it was coded."]),
    w("statement_keywords", "keyword", ["关键词", "Keyword"], ["照录的词。", "The term, to the letter."]),
    // Sources.
    w("sources", "id", ["编号", "Id"], ["来源编号，在目录内唯一。", "Id of the source, unique in the catalogue."]),
    w(
        "sources",
        "in_lens",
        ["在视野内", "In the lens"],
        ["视野内的来源才有陈述计入。", "Only statements of sources in the lens are counted."],
    ),
    w(
        "sources",
        "is_default",
        ["默认视野", "In the default lens"],
        ["是否属于目录的默认视野。", "Whether the default lens of the catalogue has it."],
    ),
    w("sources", "grade", ["等级", "Grade"], ["报告、官方、媒体或转载。", "Report, official, press or reprint."]),
    w("sources", "authors", ["作者", "Authors"], ["作者，照原文次序。", "Its authors, in printed order."]),
    w("sources", "container", ["所载刊物", "Container"], ["所载的期刊或丛书。", "The journal or series it stands in."]),
    w("sources", "publisher", ["出版者", "Publisher"], ["出版者。", "Its publisher."]),
    w("sources", "published", ["出版日期", "Published"], ["出版日期。", "Date of publication."]),
    w("sources", "address", ["网址", "Address"], ["网页地址。", "Address of its page."]),
    w(
        "sources",
        "accessed",
        ["查阅日期", "Accessed"],
        [
            "在其网址上读到的日期；不适用指所读为存档副本。",
            "The day it was read at its address; not applicable: it was read in a stored copy.",
        ],
    ),
    w(
        "sources",
        "copies",
        ["转载份数", "Copies"],
        ["互相核对过的转载份数；不适用指不是转载。", "How many reprints were compared; not applicable: it is none."],
    ),
    w(
        "sources",
        "covers",
        ["涵盖", "Covers"],
        ["对哪些政策，其未提及可作为结论。", "Of which policies its silence is a finding."],
    ),
    // Milestones and claims.
    w("milestones", "id", ["编号", "Id"], ["大事编号。", "Id of the milestone."]),
    w("milestones", "who", ["何方", "Whose"], ["国家或地区的代码。", "Code of the country or union."]),
    w("milestones", "what", ["何事", "What"], ["发生了什么。", "What happened."]),
    w("milestone_dates", "milestone", ["大事", "Milestone"], ["大事编号。", "Id of the milestone."]),
    w(
        "milestone_dates",
        "kind",
        ["所指", "What the date is"],
        ["该日期是哪一件事的日期。", "What happened on the date."],
    ),
    w("claims", "id", ["编号", "Id"], ["说法编号。", "Id of the claim."]),
    w("claims", "what", ["说法", "Claim"], ["来源所称。", "What the source claims."]),
    w(
        "claims",
        "check",
        ["核对方式", "Check"],
        ["如何核对；结果由程序算出，不由人填。", "How it is checked; the result is computed and never typed in."],
    ),
    w("claims", "growth_from", ["由", "From"], ["增长核对：起点之数。", "Of a rise: the earlier number."]),
    w("claims", "growth_to", ["至", "To"], ["增长核对：终点之数。", "Of a rise: the later number."]),
    w("claims", "period_from", ["首月", "First month"], ["月份核对：首月。", "Of a range of months: the first."]),
    w("claims", "period_to", ["末月", "Last month"], ["月份核对：末月。", "Of a range of months: the last."]),
    w(
        "claims",
        "stated",
        ["来源所称之数", "Stated"],
        [
            "来源所称：增幅或占比的百分数，或地数。",
            "What the source states: percent of a rise or of a whole, or a number of places.",
        ],
    ),
    w(
        "claims",
        "named_statements",
        ["所引陈述数", "Statements named"],
        ["说法引了几条陈述。", "How many statements the claim names."],
    ),
    w("claims", "verdict", ["结果", "Verdict"], ["与目录是否相符。", "How it agrees with the catalogue."]),
    w(
        "claims",
        "found_zh",
        ["目录所得（中文）", "What the catalogue gives (Chinese)"],
        ["目录算得什么，写成句子。", "What the catalogue gives, as a sentence."],
    ),
    w(
        "claims",
        "found_en",
        ["目录所得（英文）", "What the catalogue gives (English)"],
        ["目录算得什么，写成句子。", "What the catalogue gives, as a sentence."],
    ),
    w("claim_statements", "claim", ["说法", "Claim"], ["说法编号。", "Id of the claim."]),
    // Codebook and places.
    w("focuses", "id", ["编号", "Id"], ["方向编号，在目录内唯一。", "Id of the focus, unique in the catalogue."]),
    w("focuses", "counts", ["计入", "What counts"], ["什么计入。", "What counts."]),
    w("focuses", "does_not_count", ["不计入", "What does not"], ["什么不计入。", "What does not count."]),
    w("regions", "code", ["代码", "Code"], ["GB/T 2260 行政区划代码。", "GB/T 2260 code."]),
    w("regions", "short", ["简称", "Short name"], ["通用的中文简称。", "The usual short name in Chinese."]),
    w(
        "regions",
        "tier",
        ["层级", "Tier"],
        ["政府层级：省级或地级。", "Rank of government: province or prefecture level."],
    ),
    w("regions", "kind", ["类别", "Kind"], ["行政区划类别。", "What kind of unit it is."]),
    w("regions", "parent", ["上级", "Parent"], ["所属省级单位的代码。", "Code of the province that it belongs to."]),
    // About the dataset itself.
    w("tables", "name", ["表", "Table"], ["表名。", "Name of the table."]),
    w("tables", "doc", ["内容", "Content"], ["一行是什么，有哪些行。", "What a row is, and which rows there are."]),
    w("tables", "rows", ["行数", "Rows"], ["共几行。", "How many rows there are."]),
    w("*", "table", ["表", "Table"], ["表名。", "Name of the table."]),
    w("*", "variable", ["变量", "Variable"], ["变量的键。", "Key of the variable."]),
    w("*", "label", ["名称", "Name"], ["名称。", "Its name."]),
    w(
        "variables",
        "type",
        ["类型", "Type"],
        [
            "text 文本，integer 整数，number 数，boolean 是否，month 月份，date 日期（精度另列），category 分类，list 列表。",
            "text, integer, number, boolean, month, date (its precision stands beside it), category, list.",
        ],
    ),
    w(
        "variables",
        "separator",
        ["分隔符", "Separator"],
        ["列表各项之间的分隔符。", "What stands between the items of a list."],
    ),
    w(
        "variables",
        "missing",
        ["空缺指", "Missing means"],
        [
            "空缺的唯一含义；不适用指从不空缺。",
            "The one thing that a missing value means; not applicable: it is never missing.",
        ],
    ),
    w(
        "variables",
        "refers_to",
        ["指向", "Refers to"],
        ["所指的表与变量。", "The table and variable that it is a key of."],
    ),
    w(
        "variables",
        "is_key",
        ["属主键", "In the primary key"],
        ["是否属于主键。", "Whether it belongs to the primary key."],
    ),
    w(
        "variables",
        "rule_zh",
        ["规则（中文）", "Rule (Chinese)"],
        ["取什么，按什么规则，各取值是什么意思。", "What it holds, by which rule, and what its values mean."],
    ),
    w(
        "variables",
        "rule_en",
        ["规则（英文）", "Rule (English)"],
        ["取什么，按什么规则，各取值是什么意思。", "What it holds, by which rule, and what its values mean."],
    ),
    w("categories", "value", ["取值", "Value"], ["表中所见的取值。", "The value as it stands in the table."]),
    w(
        "categories",
        "definition",
        ["含义", "Definition"],
        [
            "该取值是什么意思，附一例；不适用指名称已足以说明。",
            "What the value means, with an example; not applicable: its name tells.",
        ],
    ),
    w("meta", "key", ["项", "Key"], ["哪一项。", "What is told."]),
    w("meta", "value", ["内容", "Value"], ["内容。", "The value."]),
];
