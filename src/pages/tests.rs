//! Tests of the memo: it restates every cell, each finding has its notes, and it says nothing of its own.

use proptest::prelude::*;

use super::*;
use crate::catalogue::{Strength, When};
use crate::compare::{CompareCell, Subject, compare};
use crate::query::tests::random::{self, Random};
use crate::query::{Index, Query, Row, parse};
use crate::tests::{embedded, index_of};
use crate::words::within_quotes;

fn row(index: &Index, word: &str) -> Row {
    let catalogue = &index.catalogue;
    catalogue.policy_by_id(word).map_or_else(|| Row::Region(catalogue.regions.find(word).unwrap()), Row::Policy)
}

fn page(words: &[&str], mine: Option<&str>, line: &str, as_of: Option<&str>, lang: Lang) -> Memo {
    let index = embedded();
    let columns: Vec<Row> = words.iter().map(|word| row(&index, word)).collect();
    let query = parse(line, &index.catalogue).unwrap();
    let mine = mine.map(|word| row(&index, word));
    let as_of = as_of.map(|date| When::parse(date).unwrap());
    memo(&index, &MemoAsk { columns: &columns, mine, query: &query, as_of, date: None, imprint: true, lang })
}

/// Every text of a page, one a line.
fn texts(page: &Memo) -> String {
    let mut lines = vec![page.title.clone()];
    lines.extend(page.until.clone());
    for part in &page.parts {
        lines.push(part.heading.clone());
        for block in &part.blocks {
            lines.push(match block {
                Block::Paragraph(p) => p.lead.clone() + &p.runs.iter().map(|run| run.text.as_str()).collect::<String>(),
                Block::Table(table) => std::iter::once(&table.head)
                    .chain(&table.rows)
                    .map(|row| row.join(" | "))
                    .collect::<Vec<_>>()
                    .join("\n"),
                Block::Small(line) => line.clone(),
            });
        }
    }
    lines.extend(page.notes.iter().cloned().chain(page.foot.iter().map(Paragraph::text)));
    lines.join("\n")
}

#[track_caller]
fn check_says(page: &Memo, says: &[&str], not: &[&str]) {
    let all = texts(page);
    for text in says {
        assert!(all.contains(text), "“{text}” is not in\n{all}");
    }
    for text in not {
        assert!(!all.contains(text), "“{text}” is in\n{all}");
    }
}

#[test]
fn a_note_has_the_words_of_the_source_where_they_are_given() {
    let catalogue = &embedded().catalogue;
    let mut quoted = 0;
    for lang in [Lang::Zh, Lang::En] {
        let quotation = |quote: &str| {
            let quote = within_quotes(quote, lang);
            if lang == Lang::Zh { format!("“{quote}”") } else { format!("\"{quote}\"") }
        };
        let page = page(&["北京", "深圳", "杭州"], None, "source:report,official,press", None, lang);
        for note in &page.notes {
            let id = note.rsplit(['[', ']']).nth(1).unwrap();
            let s = catalogue.statements.iter().find(|s| s.id == id).unwrap();
            let Some(quote) = &s.quote else {
                assert!(note.contains(&catalogue[s.source].bare_name(lang)), "{note}");
                continue;
            };
            let quoted_as = quotation(quote);
            let (_, after) = note.split_once(&quoted_as).unwrap_or_else(|| panic!("no {quoted_as} in {note}"));
            let source = catalogue[s.source].bare_name(lang);
            let at = s.at.as_deref().unwrap_or_default();
            assert!(after.find(at) < after.find(&*source), "first the place, then the source: {note}");
            quoted += 1;
        }
    }
    assert!(quoted > 10, "only {quoted} notes have a quotation");
}

#[test]
fn silence_is_never_called_a_lack_and_nothing_is_advised() {
    let words = ["缺", "没有出台", "空白", "建议采取", "应当", "可以借鉴", "不足", "落后"];
    for line in ["", "source:any", "source:press", "basis:policy"] {
        check_says(&page(&["北京", "上海", "苏州", "武汉"], Some("上海"), line, None, Lang::Zh), &[], &words);
    }
    let words = ["lacks", "lack ", "missing", "should", "recommend", "behind", "weak"];
    check_says(&page(&["北京", "武汉"], Some("武汉"), "", None, Lang::En), &["武汉", ""][1..], &words);
}

#[test]
fn what_is_compared_is_said_with_its_lens_titles_and_catalogue() {
    let memo = page(&["北京", "上海"], Some("上海"), "source:any focus:data", None, Lang::Zh);
    check_says(
        &memo,
        &[
            "北京市、上海市政策对照",
            "上海市（参照）",
            "只列方向：数据。",
            "查询：来源：任一。",
            "《北京市加快建设具有全球影响力的人工智能创新策源地实施方案（2023-2025年）》（京政发〔2023〕14号、2023年5月",
            "版次 2026.2",
            &embedded().catalogue.content_sha256(),
        ],
        &["focus:data"],
    );
    let memo = page(&["北京", "上海"], Some("上海"), "", None, Lang::Zh);
    check_says(
        &memo,
        &[
            "（2023年5月、正式文本）",
            "（资料截至2023年10月30日）\n一、要点\n5 个方向中，上海市 1 个有所述（算力），北京市 4 个有所述（算法、数据、应用、企业）。来源述及北京市、而上海市为“来源未提及”的方向：算法、数据、应用、企业。\n",
        ],
        &["京政发"],
    );
    let memo = page(&["北京", "苏州"], None, "", None, Lang::Zh);
    check_says(&memo, &["苏州市：本目录没有其政策，只有陈述"], &["参照"]);
}

#[test]
fn what_public_sources_have_beyond_the_lens_is_said() {
    let beyond = "所选来源之外，公开资料另有陈述说到深圳市的";
    check_says(
        &page(&["深圳", "杭州"], None, "focus:compute", None, Lang::Zh),
        &[&format!("{beyond}算力，本文未列。")],
        &[],
    );
    check_says(&page(&["深圳", "杭州"], None, "source:any", None, Lang::Zh), &[], &[beyond]);
}

#[test]
fn what_nobody_has_looked_at_is_no_silence_and_has_no_legend() {
    let memo = page(&["北京", "杭州"], None, "source:hket", None, Lang::Zh);
    check_says(&memo, &["一、要点\n北京市、杭州市未考察（没有来源看过）。\n"], &["都未述及"]);
    let is_blank = |block: &Block| matches!(block, Block::Small(text) if text.is_empty());
    assert!(!memo.parts.iter().flat_map(|part| &part.blocks).any(is_blank));
}

#[test]
fn strengths_that_unlike_texts_gave_have_a_word_of_warning() {
    let warning = "程度不同，可能只因所读的文本不同";
    let of = |line: &str| page(&["北京", "上海", "杭州"], None, line, None, Lang::Zh);
    check_says(&of("source:any"), &[warning, "有实质内容"], &[]);
    // The report alone gives one strength.
    check_says(&of(""), &[], &[warning]);
}

#[test]
fn later_versions_are_told_apart_with_their_source() {
    let memo = page(&["310000-2023-2", "510100-2023-1"], None, "", None, Lang::Zh);
    check_says(
        &memo,
        &[
            "另有正式文本《上海市推动人工智能大模型创新发展的若干措施（2023-2025年）》，不计入上表：2023年11月10日见诸报道",
            "成都《产业若干措施》另有正式文本（后有题名相近的正式稿，2024年6月19日对外介绍），不计入上表：2024年6月19日见诸报道",
            "不在所选之列",
            "不计入上表",
        ],
        &[],
    );
    assert!(!texts(&page(&["廊坊", "无锡"], None, "", None, Lang::Zh)).contains("其他版本"));
}

#[test]
fn ended_is_said_only_as_of_a_day_and_only_of_periods_in_the_lens() {
    let of = |line: &str, as_of: Option<&str>| texts(&page(&["北京", "上海"], None, line, as_of, Lang::Zh));
    assert!(!of("", None).contains("期限"), "no day, no word");
    let text = of("", Some("2026-01-01"));
    assert!(
        text.contains("截至2026年1月1日，北京《创新策源地方案》所载期限已过（2023年至2025年，赛迪研究院，题名）。"),
        "{text}"
    );
    assert!(text.contains("另有 3 项所选来源未载期限，不作判断。"), "{text}");
    assert!(
        of("", Some("2025-12-31")).contains("期限未到的：北京《创新策源地方案》（2023年至2025年）。"),
        "the last day is inside"
    );
    assert!(of("source:any", Some("2026-01-01")).contains("民间投资措施》所载期限已过（2023年6月1日至2025年12月31日"));
    assert!(of("", Some("2025")).contains("期限未到的："), "a year begins on its first day");
    let without = texts(&page(&["成都", "杭州"], None, "", Some("2026-01-01"), Lang::Zh));
    assert!(without.contains("所比 2 项政策，所选来源都未载期限，不作判断。"), "{without}");
    assert!(!without.contains("未到"), "{without}");
}

#[test]
fn an_own_record_is_called_one_once_and_a_statement_without_a_sentence_ends() {
    let policy = |n| format!("(id: \"110000-2024-{n}\", region: \"110000\", title: (zh: \"甲\"), stage: Final)");
    let source = |n| format!("(id: \"k{n}\", grade: Own, title: \"自有台账\", covers: All)");
    let statement = |n| {
        format!(
            "(id: \"S{n}\", kind: Focus, of: Policy(\"110000-2024-{n}\"), focuses: [\"data\"], strength: Mentioned, list: Closed, assigned_by: Coder, summary: (zh: \"（未录依据）\"), source: \"k{n}\")"
        )
    };
    let list = |one: &dyn Fn(usize) -> String| [1, 2].map(one).join(", ");
    let index = index_of(&format!(
        "(schema: 2, id: \"own\", release: \"1\", title: (zh: \"我\"), default_sources: [\"k1\", \"k2\"], focuses: [(id: \"data\", name: (zh: \"数据\"))], sources: [{}], policies: [{}], statements: [{}])",
        list(&source),
        list(&policy),
        list(&statement)
    ));
    let columns = ["110000-2024-1", "110000-2024-2"].map(|id| row(&index, id));
    let ask = MemoAsk {
        columns: &columns,
        mine: None,
        query: &Query::default(),
        as_of: None,
        date: None,
        imprint: true,
        lang: Lang::Zh,
    };
    let page = memo(&index, &ask);
    check_says(&page, &["北京《甲》：（未录依据）（本单位登记）。"], &[]);
    assert_eq!(page.notes[0], "《甲》：本单位登记。[S1]");
    assert_eq!(page.foot[0].text(), "本单位登记：没有公开网址可查。");
    assert!(page.foot[1].text().starts_with("目录："), "both policies rest on the one record: {:?}", page.foot);
}

#[test]
fn policies_that_nobody_has_looked_at_are_left_out_aloud() {
    let index = index_of(
        r#"(schema: 2, id: "said", release: "1", title: (zh: "述"), default_sources: ["s"],
            focuses: [(id: "data", name: (zh: "数据"))],
            sources: [(id: "s", grade: Report, title: "文", covers: Policies(["110000-2024-1"]))],
            policies: [(id: "110000-2024-1", region: "110000", title: (zh: "甲"), stage: Final),
                (id: "110000-2024-2", region: "110000", title: (zh: "乙"), stage: Final),
                (id: "310000-2024-1", region: "310000", title: (zh: "丙"), stage: Final)],
            statements: [])"#,
    );
    let page = of_policies(&index, &["110000", "310000"]);
    check_says(&page, &["以上所述不含未考察的政策：北京市 2 项中 1 项。"], &["上海市 1 项中"]);
    let page = of_policies(&index, &["110000-2024-1", "310000-2024-1"]);
    check_says(&page, &[], &["以上所述不含"]);
}

#[test]
fn a_policy_that_the_user_recorded_is_told_by_its_title_with_its_validity() {
    let index = |sources: &str| {
        index_of(&format!(
            r#"(schema: 2, id: "own", release: "1", title: (zh: "我"), default_sources: ["k7qa1-source"],
                focuses: [(id: "data", name: (zh: "数据"))],
                sources: [(id: "k7qa1-source", grade: Own, title: "自有台账", covers: Stated{sources})],
                policies: [(id: "340200-2024-k7qa1", region: "340200", title: (zh: "芜湖市甲措施"), stage: Final,
                    number: (value: "芜政办〔2024〕12号", source: "k7qa1-source"),
                    issuers: [(name: (zh: "芜湖市人民政府"), source: "k7qa1-source")],
                    events: [(kind: Published, on: "2024-05", source: "k7qa1-source"),
                        (kind: InForce, on: "2024-06-01", source: "k7qa1-source"),
                        (kind: Ends, on: "2026-12-31", source: "k7qa1-source")],
                    remarks: [(name: "阶段说明", value: "没有写明，按正式文本计")])],
                statements: [(id: "S1", kind: Focus, of: Policy("340200-2024-k7qa1"), focuses: ["data"],
                    strength: Mentioned, list: Closed, assigned_by: Coder, summary: (zh: "开放数据。"),
                    quote: "开放数据。", source: "k7qa1-source", at: "二")])"#
        ))
    };
    let page = |index: &Index, as_of: Option<&str>| {
        let columns = [row(index, "340200-2024-k7qa1")];
        let query = Query::default();
        let as_of = as_of.and_then(When::parse);
        memo(
            index,
            &MemoAsk {
                columns: &columns,
                mine: None,
                query: &query,
                as_of,
                date: None,
                imprint: false,
                lang: Lang::Zh,
            },
        )
    };
    let own = index("");
    let told = page(&own, Some("2026-11-29"));
    check_says(
        &told,
        &[
            "《芜湖市甲措施》：“开放数据”（本单位登记）",
            "《芜湖市甲措施》（芜政办〔2024〕12号、2024年5月、正式文本、2024年6月1日施行、2026年12月31日期满、阶段说明：没有写明，按正式文本计）",
            "截至2026年11月29日，期限未到的：《芜湖市甲措施》（至2026年12月31日）。",
        ],
        &["自有台账", "未载期限"],
    );
    assert_eq!(told.notes, ["《芜湖市甲措施》：第二部分，本单位登记。"]);
    let foot = "本单位登记的政策，没有公开网址可查：《芜湖市甲措施》（芜湖市人民政府、芜政办〔2024〕12号）。";
    assert_eq!(told.foot[0].text(), foot);
    let ended = "截至2027年1月1日，《芜湖市甲措施》所载期限已过（至2026年12月31日，本单位登记）。";
    check_says(&page(&own, Some("2027-01-01")), &[ended], &["期限未到"]);
    // A page that has an address is named as the others are.
    let public = index(r#", publisher: Some("芜湖市人民政府"), address: Some("https://www.example.gov.cn/a")"#);
    let public = page(&public, None);
    assert!(public.foot[0].text().starts_with("芜湖市人民政府（"), "{:?}", public.foot);
}

#[test]
fn a_catalogue_without_focuses_has_no_findings() {
    let policy = |code| format!("(id: \"{code}-2024-1\", region: \"{code}\", title: (zh: \"甲\"), stage: Final)");
    let index = index_of(&format!(
        "(schema: 2, id: \"bare\", release: \"1\", title: (zh: \"无\"), default_sources: [\"s\"], sources: [(id: \"s\", grade: Report, title: \"文\", covers: All)], policies: [{}, {}])",
        policy("110000"),
        policy("310000")
    ));
    let columns = ["北京", "上海"].map(|place| row(&index, place));
    let query = Query::default();
    let ask = MemoAsk {
        columns: &columns,
        mine: None,
        query: &query,
        as_of: None,
        date: None,
        imprint: true,
        lang: Lang::Zh,
    };
    let page = memo(&index, &ask);
    check_says(&page, &["一、各方向所述", "没有来源述及北京市、上海市的任何方向。"], &["据所选来源"]);
}

#[test]
fn a_memo_in_english_is_english_but_for_what_the_sources_print() {
    let memo = page(&["北京", "上海"], Some("上海"), "", Some("2026"), Lang::En);
    check_says(
        &memo,
        &[
            "Beijing, Shanghai: policies side by side",
            "1. Findings",
            "Of 5 focuses: 1 stated of Shanghai (Compute), 4 stated of Beijing (Algorithm, Data, Application, Enterprise).",
            "Beijing, AGI measures: ",
            "What a source does not state may still be there.",
            "has ended (2023 to 2025",
        ],
        &["来源未提及", "{"],
    );
}

/// A catalogue of two policies with these statements.
fn of_statements(statements: &str) -> Index {
    index_of(&format!(
        r#"(schema: 2, id: "said", release: "1", title: (zh: "述"), default_sources: ["s"],
            focuses: [(id: "data", name: (zh: "数据")), (id: "compute", name: (zh: "算力"))],
            sources: [(id: "s", grade: Report, title: "文", covers: All)],
            policies: [(id: "110000-2024-1", region: "110000", title: (zh: "甲"), stage: Final),
                (id: "310000-2024-1", region: "310000", title: (zh: "乙"), stage: Final),
                (id: "310000-2024-2", region: "310000", title: (zh: "乙（征求意见稿）"), stage: Draft),
                (id: "320000-2024-1", region: "320000", title: (zh: "江苏省丙办法"), stage: Final)],
            statements: [{statements}])"#
    ))
}

fn of_policies(index: &Index, ids: &[&str]) -> Memo {
    let columns: Vec<Row> = ids.iter().map(|id| row(index, id)).collect();
    let query = Query::default();
    let (as_of, date) = (None, None);
    memo(index, &MemoAsk { columns: &columns, mine: None, query: &query, as_of, date, imprint: true, lang: Lang::Zh })
}

fn statement(id: &str, policy: &str, focuses: &str, summary: &str, quote: &str) -> String {
    format!(
        r#"(id: "{id}", kind: Focus, of: Policy("{policy}"), focuses: [{focuses}], strength: Mentioned, list: Closed,
            assigned_by: Coder, source: "s", at: "{id}处", summary: (zh: "{summary}"), quote: Some("{quote}")),"#
    )
}

#[test]
fn statements_of_one_sentence_share_a_note_and_a_quotation_is_told_once() {
    let index = of_statements(
        &[
            statement("S1", "110000-2024-1", r#""data""#, "建平台。", "平台甲"),
            statement("S2", "110000-2024-1", r#""data", "compute""#, "建平台。", "平台乙"),
            statement("S3", "310000-2024-1", r#""data""#, "发放算力券。", "发放算力券。"),
        ]
        .concat(),
    );
    let page = of_policies(&index, &["110000-2024-1", "310000-2024-1"]);
    assert_eq!(
        page.notes,
        ["《甲》：“平台甲”（S1处），文。[S1]《甲》：“平台乙”（S2处），文。[S2]", "《乙》：文，S3处。[S3]"]
    );
    let runs = page.parts.iter().flat_map(|part| &part.blocks).flat_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.runs.as_slice(),
        _ => &[],
    });
    let noted: Vec<(&str, &[usize])> =
        runs.filter(|run| !run.notes.is_empty()).map(|run| (run.text.as_str(), run.notes.as_slice())).collect();
    let expected: [(&str, &[usize]); 3] =
        [("北京《甲》：建平台", &[1]), ("。上海《乙》：“发放算力券”", &[2]), ("北京《甲》：建平台", &[1])];
    assert_eq!(noted, expected);
}

#[test]
fn a_policy_whose_title_names_its_place_is_told_without_the_place_before_it() {
    let index = of_statements(&statement("S1", "320000-2024-1", r#""data""#, "建平台。", "平台甲"));
    let page = of_policies(&index, &["110000-2024-1", "320000-2024-1"]);
    check_says(&page, &["《江苏省丙办法》：建平台"], &["江苏《江苏省丙办法》"]);
}

#[test]
fn a_policy_whose_remark_says_it_is_repealed_is_told_so_wherever_it_counts() {
    for (note, is_repealed) in [
        ("已废止", true),
        ("2025年起失效", true),
        ("已于2024年5月废止（见通知）", true),
        ("区里报来；已失效", true),
        ("尚未废止", false),
        ("未被废止", false),
        ("有效期三年，期满自动失效", false),
        ("原《旧办法》同时废止", false),
        ("废止《旧办法》", false),
        ("废止旧办法", false),
        ("区里报来", false),
    ] {
        let index = index_of(&format!(
            r#"(schema: 2, id: "said", release: "1", title: (zh: "述"), default_sources: ["s"],
                focuses: [(id: "data", name: (zh: "数据"))],
                sources: [(id: "s", grade: Report, title: "文", published: Some("2024-03"), covers: All)],
                policies: [(id: "110000-2024-1", region: "110000", title: (zh: "甲"), stage: Final,
                    remarks: [(name: "备注", value: "{note}")])],
                statements: [{}])"#,
            statement("S1", "110000-2024-1", r#""data""#, "建平台。", "平台甲")
        ));
        let page = of_policies(&index, &["110000"]);
        let counted = "北京市 1 项，备注写明废止或失效的 1 项：《甲》";
        let told = format!("北京《甲》（备注：{note}）：建平台");
        let all: &[&str] = &[counted, &told];
        if is_repealed { check_says(&page, all, &[]) } else { check_says(&page, &["北京市 1 项：《甲》"], all) }
    }
}

#[test]
fn a_source_older_than_a_policy_is_said_to_be() {
    let page = |month: &str| {
        let index = index_of(&format!(
            r#"(schema: 2, id: "said", release: "1", title: (zh: "述"), default_sources: ["s"],
                focuses: [(id: "data", name: (zh: "数据"))],
                sources: [(id: "s", grade: Report, title: "文", published: Some("2023-10-30"), covers: All)],
                policies: [(id: "110000-2024-1", region: "110000", title: (zh: "甲"), stage: Final,
                    events: [(kind: Published, on: "{month}", version: Own, source: "s")])])"#
        ));
        of_policies(&index, &["110000", "310000"])
    };
    let says = "所选公开来源最晚为2023年10月30日，此后的北京《甲》不在其考察之内。";
    check_says(&page("2024-05"), &[says], &[]);
    check_says(&page("2023-10"), &[], &["不在其考察之内"]);
}

#[test]
fn the_differences_stand_before_the_counts_and_a_peer_that_nobody_looked_at_is_named() {
    let memo = page(&["深圳", "杭州", "成都", "合肥"], Some("深圳"), "", None, Lang::Zh);
    check_says(
        &memo,
        &[
            "一、要点\n5 个方向中，深圳市 1 个有所述（算法），杭州市 4 个有所述（算力、算法、数据、企业），成都市 2 个有所述（算法、数据），合肥市没有资料可比。来源述及所比其他各方、而深圳市为“来源未提及”的方向：算力（杭州市）、数据（杭州市、成都市）、企业（杭州市）。",
            "对各方都未述及的方向：应用。",
        ],
        &["? 未考察", "应用 0 地"],
    );
    let memo = page(&["成都", "杭州"], None, "", None, Lang::Zh);
    check_says(&memo, &["一、要点\n所比各方都有述的是", "（另指"], &["「"]);
}

#[test]
fn a_draft_that_is_a_policy_of_its_own_is_named_beside_its_final() {
    let index = of_statements("");
    let beside = "上海《乙》另有征求意见稿《乙（征求意见稿）》（月份不详），目录中另列一项，";
    let page = of_policies(&index, &["110000-2024-1", "310000-2024-1"]);
    check_says(&page, &[&format!("{beside}不计入上表。")], &[]);
    let page = of_policies(&index, &["310000-2024-1", "310000-2024-2"]);
    check_says(&page, &[&format!("{beside}与正式文本一并计入上表。")], &["《乙（征求意见稿）》另有"]);
    let page = of_policies(&index, &["110000-2024-1", "310000-2024-2"]);
    check_says(&page, &["上海《乙（征求意见稿）》另有正式文本《乙》（月份不详），目录中另列一项，不计入上表。"], &[]);
}

/// The statements of a note, by the ids behind them.
fn ids(page: &Memo, n: usize) -> Vec<&str> {
    let behind = |part: &'_ str| part.trim_start().strip_prefix('[').is_some();
    let parts = page.notes[n - 1].split(['。', '.']).filter(|part| behind(part));
    let ids: Vec<&str> = parts.map(|part| part.split(['[', ']']).nth(1).unwrap()).collect();
    assert!(!ids.is_empty(), "{}", page.notes[n - 1]);
    ids
}

/// Under each focus stands each statement behind its stated and absent cells, in its own words and with its note, which
/// has beside it those alone that say the same; each note is cited, and the table has every cell.
#[track_caller]
fn check_cells(index: &Index, columns: &[Row], mine: Option<Row>, query: &Query) {
    for lang in [Lang::Zh, Lang::En] {
        let page = memo(index, &MemoAsk { columns, mine, query, as_of: None, date: None, imprint: true, lang });
        let all = compare(index, columns, mine, query, lang);
        let runs = || {
            page.parts.iter().flat_map(|part| &part.blocks).flat_map(|block| match block {
                Block::Paragraph(paragraph) => paragraph.runs.as_slice(),
                _ => &[],
            })
        };
        let mut table: Vec<Vec<String>> = vec![Vec::new(); columns.len()];
        let focuses = query.focuses(&index.catalogue);
        for row in
            all.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(focus) if focuses.contains(&focus)))
        {
            let Subject::Focus(focus) = row.subject else { panic!("a field among the focuses") };
            let mut expected: Vec<&str> = Vec::new();
            for (at, cell) in row.cells.iter().enumerate() {
                let CompareCell::Focus { cell, statements, share, .. } = cell else {
                    panic!("a field among the focuses")
                };
                if cell.strength >= Strength::Absent {
                    expected.extend(statements.iter().map(|i| &*index.catalogue[*i].id));
                }
                let is_unseen = cell.strength == Strength::NotAssessed;
                table[at].push(if is_unseen {
                    cell.strength.name(lang).to_owned()
                } else {
                    cell.words_of(*share, lang)
                });
            }
            let name = index.catalogue[focus].name.get(lang);
            let told = page.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
                Block::Paragraph(told) if told.lead.trim_end_matches(['。', '.', ' ']).ends_with(name) => Some(told),
                _ => None,
            });
            let numbers: Vec<usize> = told.flat_map(|told| &told.runs).flat_map(|run| run.notes.clone()).collect();
            let notes: Vec<Vec<&str>> = numbers.into_iter().map(|n| ids(&page, n)).collect();
            expected.sort_unstable();
            expected.dedup();
            let is_expected = |id: &&&str| expected.contains(*id);
            let mut found: Vec<&str> = notes.iter().flatten().filter(is_expected).copied().collect();
            found.sort_unstable();
            assert_eq!(found, expected, "each statement once under {name}");
            assert!(
                notes.iter().all(|note| note.iter().any(|id| expected.contains(id))),
                "a note of others: {notes:?}"
            );
        }
        let mut known = 0;
        for run in runs() {
            let new = run.notes.iter().filter(|n| **n > known).count();
            assert!(new <= 1, "more than one new note behind one sentence: {:?}", run.notes);
            known = run.notes.iter().copied().fold(known, usize::max);
            for id in run.notes.iter().flat_map(|n| ids(&page, *n)) {
                let s = index.catalogue.statements.iter().find(|s| &*s.id == id).unwrap();
                assert!(run.text.contains(s.summary.get(lang).trim_end_matches(['。', '.'])), "{id}: {}", run.text);
            }
        }
        let mut cited: Vec<usize> = runs().flat_map(|run| run.notes.iter().copied()).collect();
        cited.sort_unstable();
        cited.dedup();
        assert_eq!(cited, (1..=page.notes.len()).collect::<Vec<_>>(), "every note is cited, every number has its note");
        let tables = page.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let cells: Vec<Vec<String>> = tables.flat_map(|t| &t.rows).map(|row| row[1..].to_vec()).collect();
        assert_eq!(cells, table);
        assert!(!texts(&page).contains(['{', '}']), "every place of a text is filled");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_restated_and_nothing_else(seed: u64) {
        let mut random = Random::new(seed, 4);
        let index = index_of(&random::catalogue(&mut random));
        let catalogue = &*index.catalogue;
        let codes = ["110000", "330000", "330100", "320500", "990101"];
        let places = codes.iter().map(|code| Row::Region(catalogue.regions.by_code(code).unwrap()));
        let mut columns: Vec<Row> = places.chain(catalogue.policy_idxs().map(Row::Policy)).collect();
        columns.truncate(2 + random.below(7));
        let mine = random.chance(7_000).then(|| *random.pick(&columns));
        for _ in 0..2 {
            let query = random::query(&mut random, catalogue);
            check_cells(&index, &columns, mine, &query);
        }
    }
}
