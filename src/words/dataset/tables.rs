//! The tables of a dataset: what a row of each of them is.

use super::{Wording, w};

/// Every table, once.
pub const TABLES: &[Wording] = &[
    w(
        "wide",
        "",
        ["宽表", "Wide table"],
        [
            "一行是视图的一行，列与次序同屏幕；列表以“; ”合为一格，长表里各自成行。",
            "A row is a row of the view, columns and order as on screen; lists are joined by \"; \" here and have rows of their own in the long tables.",
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
            "一行是点名政策的一格与它所据的一条陈述：属于该方向、在视野内的。只说到该地的见 place_cell_statements。",
            "A row is a cell that names its policy and a statement behind it: under its focus, in the lens. Those that speak of its place stand in place_cell_statements.",
        ],
    ),
    w(
        "place_cell_statements",
        "",
        ["各格所据的地区陈述", "Statements of places behind cells"],
        [
            "一行是一地、一个方向与说到该地的一条陈述：该地政策中依据为“地区”的格所据的，在视野内的。每地只列一次。",
            "A row is a place, a focus and a statement on exactly that place: those in the lens that cells of its policies with the basis region rest on. Each stands there once a place.",
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
            "一行是一条陈述列出的一个地区；一条陈述列出的各地全列，也含不在视图内的。",
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
        "suggestions",
        "",
        ["线索词的建议", "Suggestions by cues"],
        [
            "一行是一个方向的一个线索词：标注正文时它提出的建议有多少被采纳。精确率 = accepted ÷ answered，召回率 = found ÷ marks。没有回答过的线索词不列；从没有回答过建议时没有这张表。",
            "A row is a cue of a focus: how many of its suggestions were accepted while texts were marked. Precision = accepted of answered, recall = found of marks. Cues without an answer have no row; where no suggestion was ever answered there is no such table.",
        ],
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
            "A row is an event above the places. They belong to the catalogue and not to a view.",
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
        ["地区", "Places"],
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
];
