//! Tests of the problems of bad files: each with its line, its column in characters and its words.
//!
//! A `‸` in a text marks where a problem is expected; it is taken out before the text is read, so that no place is
//! ever copied from what the program says.

mod odd;
mod readings;

use super::*;
use crate::words::Lang;

const MARK: char = '‸';

/// A sound catalogue of one policy and one statement, with these records beside them.
fn file(policies: &str, statements: &str) -> String {
    format!(
        r#"(
    schema: 1, id: "t", release: "1", title: (zh: "试"), scope: (zh: "试"), default_sources: ["ccid"],
    focuses: [(id: "compute", name: (zh: "算力", en: "Compute")), (id: "data", name: (zh: "数据", en: "Data"))],
    sources: [
        (id: "ccid", grade: Report, title: "报告", covers: All),
        (id: "part", grade: Press, title: "报道", covers: Policies(["110000-2023-1"])),
    ],
    policies: [
        (id: "110000-2023-1", region: "110000", title: (zh: "甲"), stage: Final),
{policies}
    ],
    statements: [
        (id: "S0", kind: Fact, of: Policy("110000-2023-1"), summary: (zh: "好"), source: "part"),
{statements}
    ],
)
"#
    )
}

fn policy(record: &str) -> String {
    file(record, "")
}

fn statement(record: &str) -> String {
    file("", record)
}

/// The text without its marks, and the line and column of each mark.
fn unmarked(marked: &str) -> (String, Vec<(usize, usize)>) {
    let mut places = Vec::new();
    for (n, line) in marked.split('\n').enumerate() {
        let marks = line.chars().enumerate().filter(|(_, c)| *c == MARK);
        places.extend(marks.enumerate().map(|(earlier, (at, _))| (n + 1, at - earlier + 1)));
    }
    (marked.replace(MARK, ""), places)
}

#[track_caller]
fn check_in(lang: Lang, marked: &str, expected: &[&str]) -> Option<Catalogue> {
    let (text, places) = unmarked(marked);
    let loaded = load(text.as_bytes());
    let found: Vec<String> = loaded.problems.iter().map(|problem| problem.line("f.ron", lang)).collect();
    assert_eq!(places.len(), expected.len(), "each problem is marked once; found: {found:#?}");
    let expected: Vec<String> = places
        .iter()
        .zip(expected)
        .map(|((line, column), message)| format!("f.ron:{line}:{column}: {message}"))
        .collect();
    assert_eq!(found, expected);
    loaded.catalogue
}

#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    check_in(Lang::Zh, marked, expected);
}

/// A problem of the file as a whole, which has no place, or one that costs the whole file.
#[track_caller]
fn check_whole(bytes: &[u8], expected: &str) {
    let loaded = load(bytes);
    let found: Vec<String> = loaded.problems.iter().map(|problem| problem.line("f.ron", Lang::Zh)).collect();
    assert_eq!(found, [expected]);
    assert!(loaded.catalogue.is_none(), "nothing can be read of it");
}

#[test]
fn the_file_of_these_tests_is_sound_by_itself() {
    check(&file("", ""), &[]);
}

#[test]
fn a_missing_comma_is_named_where_it_belongs() {
    check(
        &policy(r#"        (id: "310000-2023-1", title: (zh: "上海的题名") ‸region: "310000", stage: Final),"#),
        &["错误: 此处应为“,” [310000-2023-1]"],
    );
}

#[test]
fn a_comma_missing_between_two_fields_costs_neither() {
    let text = file("", "").replacen("],\n    policies", "]\n    ‸policies", 1);
    let kept = check_in(Lang::Zh, &text, &["错误: 此处应为“,”"]).unwrap();
    assert_eq!((kept.policies.len(), kept.statements.len()), (1, 1));
    let text = file("", "").replacen("(zh: \"试\"), scope", "(zh: \"试\") ‸scope", 1);
    check(&text, &["错误: 此处应为“,”"]);
    let text = policy(
        "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"乙\"), stage: Final)\n        ‸(id: \"310000-2023-2\", region: \"310000\", title: (zh: \"丙\"), stage: Final),",
    );
    let kept = check_in(Lang::Zh, &text, &["错误: 此处应为“,”"]).unwrap();
    assert_eq!(kept.policies.len(), 3, "both records are read");
}

#[test]
fn an_unknown_field_is_named_with_the_one_that_was_meant() {
    check(
        &statement(r#"        (id: "S1", kind: Fact, of: All, summary: (zh: "说明文字"), ‸sourse: "ccid"),"#),
        &["错误: 未知字段 sourse，是否指 source？ [S1]"],
    );
    check(
        &policy(r#"        (id: "310000-2023-1", region: "310000", title: (zh: "乙", ‸fr: "b"), stage: Final),"#),
        &["错误: 未知字段 fr [310000-2023-1]"],
    );
    check(&file("", "").replacen("scope:", "‸scop:", 1), &["错误: 未知字段 scop，是否指 scope？"]);
    check(
        &file("", "").replacen("    statements:", "    ‸statement:", 1),
        &["错误: 未知字段 statement，是否指 statements？"],
    );
}

#[test]
fn an_unknown_variant_is_named_with_those_there_are() {
    check(
        &policy(r#"        (id: "310000-2023-1", region: "310000", title: (zh: "题名"), stage: ‸Fnal),"#),
        &["错误: 未知取值 Fnal（可用：Draft Final），是否指 Final？ [310000-2023-1]"],
    );
    check(
        &statement(r#"        (id: "S1", kind: Fact, of: ‸Place("110000"), summary: (zh: "说"), source: "ccid"),"#),
        &["错误: 未知取值 Place（可用：Policy Regions Nation Unnamed All） [S1]"],
    );
}

#[test]
fn a_missing_field_belongs_to_its_record() {
    check(
        &policy(r#"        ‸(id: "310000-2023-1", title: (zh: "题名"), stage: Final),"#),
        &["错误: 缺少字段 region [310000-2023-1]"],
    );
    check(
        &statement(r#"        ‸(id: "S1", kind: Focus, of: All, summary: (zh: "说"), source: "ccid"),"#),
        &["错误: 缺少字段 focuses [S1]"],
    );
    check(
        &statement(r#"        ‸(id: "S1", kind: Count, of: All, summary: (zh: "说"), source: "ccid"),"#),
        &["错误: 缺少字段 value [S1]"],
    );
    check(
        &statement(
            r#"        ‸‸(id: "S1", kind: Emphasis, of: All, focuses: ["data"], list: Open, summary: (zh: "说"), source: "ccid"),"#,
        ),
        &["错误: 缺少字段 strength [S1]", "错误: 缺少字段 assigned_by [S1]"],
    );
}

#[test]
fn a_field_of_the_top_level_is_there_once() {
    check(&file("", "").replacen("(\n", "‸(\n", 1).replacen(r#"release: "1", "#, "", 1), &["错误: 缺少字段 release"]);
    check(&file("", "").replacen("scope:", "‸id: \"u\", scope:", 1), &["错误: 字段 id 写了两次"]);
    let again = format!("{}    ‸policies: [],\n)\n", file("", "").strip_suffix(")\n").unwrap());
    check(&again, &["错误: 字段 policies 写了两次"]);
}

#[test]
fn an_id_is_taken_once() {
    check(
        &policy(r#"        (id: ‸"110000-2023-1", region: "110000", title: (zh: "题名"), stage: Final),"#),
        &["错误: 编号 110000-2023-1 与前面的记录重复 [110000-2023-1]"],
    );
    check(
        &statement(r#"        (kind: Fact, of: All, summary: (zh: "说明"), id: ‸"S0", source: "ccid"),"#),
        &["错误: 编号 S0 与前面的记录重复 [S0]"],
    );
}

#[test]
fn an_unknown_reference_is_named_with_the_one_that_was_meant() {
    check(
        &statement(
            r#"        (id: "S1", kind: Focus, of: All, focuses: ["data", ‸"comptue"], strength: Core, list: Open, assigned_by: Coder, summary: (zh: "说"), source: "ccid"),"#,
        ),
        &["错误: 未知方向“comptue”，是否指 compute？ [S1]"],
    );
    check(
        &statement(
            r#"        (id: "S1", kind: Fact, of: Regions(["110000", ‸"990000"]), summary: (zh: "说"), source: "ccid"),"#,
        ),
        &["错误: 未知地区“990000” [S1]"],
    );
    check(
        &statement(
            r#"        (id: "S1", kind: Fact, of: ‸Policy("110000-2023-9"), summary: (zh: "说明"), source: ‸"ccidd"),"#,
        ),
        &["错误: 未知政策“110000-2023-9”，是否指 110000-2023-1？ [S1]", "错误: 未知来源“ccidd”，是否指 ccid？ [S1]"],
    );
    check(
        &policy(
            r#"        (id: "310000-2023-1", region: "310000", title: (zh: "题"), stage: Final, events: [(kind: Published, on: "2023-05", source: "ccid"), (kind: Issued, on: "2023-05", source: ‸"xyz")]),"#,
        ),
        &["错误: 未知来源“xyz” [310000-2023-1]"],
    );
    check(&file("", "").replacen("[\"ccid\"]", "[\"ccid\", ‸\"prat\"]", 1), &["错误: 未知来源“prat”，是否指 part？"]);
    check(
        &file("", "").replacen("covers: Policies([", "covers: Policies([‸\"110000-2022-1\", ", 1),
        &["错误: 未知政策“110000-2022-1”，是否指 110000-2023-1？ [part]"],
    );
}

#[test]
fn the_codes_of_counties_and_retired_codes_are_warnings_and_the_record_stays() {
    let text = policy(r#"        (id: "440305-2023-1", region: ‸"440305", title: (zh: "题名"), stage: Final),"#);
    let kept =
        check_in(Lang::Zh, &text, &["警告: 440305 是县级代码，按上级 440300 深圳市 计 [440305-2023-1]"]).unwrap();
    let place = kept[kept.policy_by_id("440305-2023-1").unwrap()].region;
    assert_eq!(kept[place].code, "440300");
    let text =
        statement(r#"        (id: "S1", kind: Fact, of: Regions([‸"371200"]), summary: (zh: "说"), source: "ccid"),"#);
    let kept =
        check_in(Lang::Zh, &text, &["警告: 371200 莱芜市 是 2019 年起停用的代码，按 370100 济南市 计 [S1]"]).unwrap();
    assert_eq!(kept.statements.len(), 2);
    let record = |code: &str| {
        policy(&format!(r#"        (id: "{code}-2018-1", region: ‸"{code}", title: (zh: "题名"), stage: Final),"#))
    };
    for (code, place, said) in [
        ("371202", "370100", "371202 是 2019 年起停用的代码，按 370100 济南市 计"),
        ("341402", "340100", "341402 是 2011 年起停用的代码，按 340100 合肥市 计"),
        ("469003", "460400", "469003 儋州市 是 2015 年起停用的代码，按 460400 儋州市 计"),
        ("710100", "710000", "710100 是县级代码，按上级 710000 台湾省 计"),
    ] {
        let kept = check_in(Lang::Zh, &record(code), &[&format!("警告: {said} [{code}-2018-1]")]).unwrap();
        assert_eq!(kept[kept.policies.iter().find(|policy| policy.id.starts_with(code)).unwrap().region].code, place);
    }
    check(
        &policy(r#"        (id: "440300-2023-7", region: ‸"440300000000", title: (zh: "题名"), stage: Final),"#),
        &["错误: 地区代码 440300000000 有 12 位：这里只写前六位 440300 [440300-2023-7]"],
    );
    check(
        &policy(r#"        (id: ‸"shanghai-1", region: "310000", title: (zh: "题名"), stage: Final),"#),
        &["警告: 编号 shanghai-1 不是“地区-年份-序号”的形式 [shanghai-1]"],
    );
}

#[test]
fn a_date_exists_and_a_period_runs_forwards() {
    let with = |field: &str| {
        policy(&format!(
            r#"        (id: "310000-2023-1", region: "310000", title: (zh: "题名"), stage: Final, {field}),"#
        ))
    };
    check(
        &with(r#"events: [(kind: Published, on: ‸"2023-02-29", source: "ccid")]"#),
        &["错误: 日期“2023-02-29”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [310000-2023-1]"],
    );
    check(
        &with(r#"period: Some((from: ‸"2023-13", to: ‸"23", source: "ccid"))"#),
        &[
            "错误: 日期“2023-13”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [310000-2023-1]",
            "错误: 日期“23”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [310000-2023-1]",
        ],
    );
    check(
        &with(r#"period: ‸(from: "2025", to: "2023-12-31", source: "ccid")"#),
        &["错误: 期限的终点 2023-12-31 早于起点 2025 [310000-2023-1]"],
    );
    check(&with(r#"period: (from: "2023-12", to: "2023", source: "ccid")"#), &[]);
}

#[test]
fn a_number_counts_from_a_date_to_a_later_one() {
    let with = |field: &str| {
        statement(&format!(
            r#"        (id: "S1", kind: Count, of: All, summary: (zh: "数"), value: 64, {field}, source: "ccid"),"#
        ))
    };
    check(&with(r#"from: "2023-01", until: ‸"2022-12""#), &["错误: 期限的终点 2022-12 早于起点 2023-01 [S1]"]);
    check(&with(r#"from: ‸"2023-00""#), &["错误: 日期“2023-00”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [S1]"]);
    let kept = check_in(Lang::Zh, &with(r#"from: "2023-01", until: "2023-07""#), &[]).unwrap();
    let span = [kept.statements[1].from, kept.statements[1].until].map(|when| when.unwrap().to_string());
    assert_eq!(span, ["2023-01", "2023-07"]);
}

#[test]
fn modality_advice_kinds_of_dates_short_names_and_shares_are_read() {
    let text = statement(concat!(
        r#"        (id: "S1", kind: Focus, of: Regions(["310000"]), focuses: ["data"], strength: Mentioned, list: Closed,"#,
        r#" assigned_by: Coder, modality: Plans, summary: (zh: "拟建"), source: "ccid"),
        (id: "A1", kind: Advice, of: All, focuses: ["data"], summary: (zh: "建议"), source: "ccid"),"#,
    ));
    let lists = r#"    milestones: [(id: "M1", who: "CN", what: (zh: "施行"), dates: [
        (kind: InForce, on: "2023-08-15", source: "ccid"), (on: "2023-08", source: "part")])],
    claims: [
        (id: "C1", what: (zh: "占比"), check: Share(part: 46, whole: 130, stated: 35.4), source: "ccid"),
        (id: "C2", what: (zh: "集中"), check: Share(part: 100, whole: 130, at_least: true), source: "ccid"),
        (id: "C3", what: (zh: "均有"), check: AllFocuses, source: "ccid"),
    ],
)"#;
    let text =
        text.replacen(r#"title: "报告", covers"#, r#"title: "报告", short: (zh: "赛迪", en: "CCID"), covers"#, 1);
    let text = text.trim_end().strip_suffix(')').unwrap().to_owned() + lists;
    let kept = check_in(Lang::Zh, &text, &[]).unwrap();
    let (said, advice) = (&kept.statements[1], &kept.statements[2]);
    assert_eq!((said.modality, kept.statements[0].modality), (Some(Modality::Plans), None));
    assert_eq!((advice.kind, advice.kind.counts()), (StatementKind::Advice, false));
    assert_eq!([0, 1].map(|n| kept.milestones[0].dates[n].kind), [Some(EventKind::InForce), None]);
    let short = |n: usize| [Lang::Zh, Lang::En].map(|lang| kept.sources[n].short_name(lang));
    assert_eq!([short(0), short(1)], [["赛迪", "CCID"], ["报道", "报道"]]);
    let share = |claim: &Claim| match claim.check {
        Check::Share { part, at_least, stated, .. } => (part, at_least, stated.map(|percent| percent.tenths)),
        _ => panic!("{} is no share", claim.id),
    };
    assert_eq!([0, 1].map(|n| share(&kept.claims[n])), [(46, false, Some(354)), (100, true, None)]);
    let mut again = Vec::new();
    write(&kept, &mut again).unwrap();
    assert_eq!(load(&again).catalogue.unwrap().content_sha256(), kept.content_sha256());
    check(
        &text.replacen("stated: 35.4", "stated: ‸35.44", 1),
        &["错误: 百分数 35.44 不能用：请写不小于 0、至多一位小数的数 [C1]"],
    );
    check(
        &text.replacen("modality: Plans", "modality: ‸Plan", 1),
        &["错误: 未知取值 Plan（可用：States Plans Considers Proposes），是否指 Plans？ [S1]"],
    );
}

#[test]
fn a_full_width_sign_is_named_with_the_one_that_ron_needs() {
    for (record, found, wanted) in [
        (r#"        (id: "310000-2023-1"‸， region: "310000", title: (zh: "题名"), stage: Final),"#, '，', ','),
        (r#"        (id: "310000-2023-1", title: (zh‸： "题名"), region: "310000", stage: Final),"#, '：', ':'),
        (r#"        (id: "310000-2023-1", title: ‸（zh: "题名"), region: "310000", stage: Final),"#, '（', '('),
        (r#"        (id: "310000-2023-1", title: (zh: "题名"‸）, region: "310000", stage: Final),"#, '）', ')'),
        (r#"        (id: "310000-2023-1", title: (zh: ‸“题名”), region: "310000", stage: Final),"#, '“', '"'),
        (r#"        (id: "310000-2023-1", title: (zh: ‸”题名”), region: "310000", stage: Final),"#, '”', '"'),
    ] {
        check(&policy(record), &[&format!("错误: 此处应为半角“{wanted}”，写成了全角“{found}” [310000-2023-1]")]);
    }
}

#[test]
fn a_string_or_bracket_that_never_ends_is_named_where_it_begins() {
    // The quotation mark that is missing before the text lets it stand outside any.
    check(
        &policy(
            "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: ‸题名\"), stage: Final),\n        (id: \"310000-2023-2\", region: \"310000\", title: (zh: \"丙\"), stage: Final),",
        ),
        &["错误: 引号外有文字“题”：前面大概少了一个引号 [310000-2023-1]"],
    );
    // What rests on the record that was lost is no second problem.
    check(
        &file(
            "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: ‸题名\"), stage: Final),",
            "        (id: \"S1\", kind: Fact, of: Policy(\"310000-2023-1\"), summary: (zh: \"说\"), source: \"ccid\"),",
        ),
        &["错误: 引号外有文字“题”：前面大概少了一个引号 [310000-2023-1]"],
    );
    check(
        &file("", "").replacen("summary: (zh: \"好\")", "summary: (zh: \"好)", 1).replacen(
            "source: \"part\")",
            "source: \"part‸\")",
            1,
        ),
        &["错误: 引号没有配对：从这里开始的文字没有结束 [S0]"],
    );
    let whole = file("", "").replacen("(id: \"S0\"", "‸(id: \"S0\"", 1);
    let (cut_off, _) = whole.split_once("\"part\"),\n\n    ]").unwrap();
    check(cut_off, &["错误: 括号“(”没有配对 [S0]"]);
    check(&format!("{}‸", file("", "").strip_suffix(")\n").unwrap()), &["错误: 此处应为“)”"]);
    check(&file("", "").replacen("    statements", "    ‸/* 说明\n    statements", 1), &["错误: 注释没有结束"]);
    check(
        &policy("        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"题名\"‸], stage: Final),"),
        &["错误: 括号“]”与前面的括号不配对 [310000-2023-1]"],
    );
}

#[test]
fn nesting_without_end_and_numbers_without_end_are_told_as_such() {
    let deep = "[".repeat(300) + &"]".repeat(300);
    let (text, _) = unmarked(&policy(&format!(
        "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"题\"), stage: Final, issuers: {deep}),"
    )));
    let loaded = load(text.as_bytes());
    assert_eq!(loaded.problems.len(), 1, "{:?}", loaded.problems);
    assert_eq!(loaded.problems[0].record.as_deref(), Some("310000-2023-1"));
    check(
        &statement(
            r#"        (id: "S1", kind: Count, of: All, summary: (zh: "数"), value: ‸99999999999, source: "ccid"),"#,
        ),
        &["错误: 数字超出范围 [S1]"],
    );
}

#[test]
fn a_schema_of_another_day_is_the_only_thing_said_of_a_file() {
    let text = file("", r#"        (id: "S0", kind: Nonsense),"#);
    assert!(
        check_in(
            Lang::Zh,
            &text.replacen("schema: 1", "schema: ‸3", 1),
            &["错误: 格式版本 3 比本程序新（第 2 版）：请更新程序，文件未改动"]
        )
        .is_none()
    );
    assert!(
        check_in(
            Lang::En,
            &text.replacen("schema: 1", "schema: ‸0", 1),
            &["error: schema 0 is older than schema 1, the first this program knows"]
        )
        .is_none()
    );
    check(&file("", "").replacen("(\n", "‸(\n", 1).replacen("schema: 1, ", "", 1), &["错误: 缺少字段 schema"]);
}

#[test]
fn a_byte_order_mark_and_crlf_are_read_as_if_they_were_not_there() {
    let bad = statement(r#"        (id: "S1", kind: Fact, of: All, summary: (zh: "说明文字"), ‸sourse: "ccid"),"#);
    let message = ["错误: 未知字段 sourse，是否指 source？ [S1]"];
    check(&format!("\u{FEFF}{}", file("", "")), &[]);
    check(&file("", "").replace('\n', "\r\n"), &[]);
    check(&bad.replace('\n', "\r\n"), &message);
    let (text, places) = unmarked(&bad);
    let loaded = load(format!("\u{FEFF}{text}").as_bytes());
    let place = loaded.problems[0].place.unwrap();
    assert_eq!((place.line, place.column), places[0]);
    // On the first line the mark is no column of its own.
    let loaded = load("\u{FEFF}(schema: 1, idd: 5)".as_bytes());
    assert!(
        loaded.problems.iter().any(|p| p.line("f", Lang::En) == "f:1:13: error: unknown field idd, did you mean id?")
    );
}

#[test]
fn what_is_no_utf_8_text_says_what_it_probably_is() {
    let gbk = [b"(schema: 1,\n title: \"".as_slice(), &[0xCC, 0xE2, 0xC3, 0xFB], b"\")"].concat();
    check_whole(&gbk, "f.ron:2:10: 错误: 不是 UTF-8 文本（像是 GBK）：请另存为 UTF-8");
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("(schema: 1)".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    check_whole(&utf16, "f.ron: 错误: 不是 UTF-8 文本（像是 UTF-16）：请另存为 UTF-8");
    check_whole(&utf16[2..], "f.ron:1:2: 错误: 不是 UTF-8 文本（像是 UTF-16）：请另存为 UTF-8");
    check_whole("(schema: 1,\n 题\0".as_bytes(), "f.ron:2:3: 错误: 含有 NUL 字节：这不是文本文件，或已损坏");
}

#[test]
fn a_file_with_nothing_in_it_says_so() {
    for text in ["", "\n \t\r\n", "\u{FEFF}"] {
        check_whole(text.as_bytes(), "f.ron: 错误: 文件是空的：请选一个目录文件（RON）");
    }
    check_whole("// 只有注释\n/* 还是注释 */\n".as_bytes(), "f.ron:3:1: 错误: 此处应为“(”");
    check_whole("题名,地区\n甲,乙\n".as_bytes(), "f.ron:1:1: 错误: 此处应为“(”");
}

#[test]
fn text_for_people_is_there_and_holds_nothing_that_hides_or_turns() {
    let with = |title: &str| {
        policy(&format!(r#"        (id: "310000-2023-1", region: "310000", title: ‸({title}), stage: Final),"#))
    };
    check(&with("zh: \"\""), &["错误: 文字是空的 [310000-2023-1]"]);
    check(&with("zh: \"　 \""), &["错误: 文字是空的 [310000-2023-1]"]);
    check(&with(""), &["错误: 文字是空的 [310000-2023-1]"]);
    check(&with("zh: \"题\u{7}名\""), &["错误: 含有控制字符或改变文字方向的字符 U+0007 [310000-2023-1]"]);
    check(
        &with("zh: \"题名\", en: \"a\u{202E}b\""),
        &["错误: 含有控制字符或改变文字方向的字符 U+202E [310000-2023-1]"],
    );
    check(
        &statement(
            "        (id: \"S1\", kind: Fact, of: All, summary: (zh: \"说\"), keywords: [\"词\", ‸\"\"], source: \"ccid\"),",
        ),
        &["错误: 文字是空的 [S1]"],
    );
    check(
        &statement(
            "        (id: \"S1\", kind: Fact, of: All, summary: (zh: \"说\"), quote: ‸\"\\u{2066}\", source: \"ccid\"),",
        ),
        &["错误: 含有控制字符或改变文字方向的字符 U+2066 [S1]"],
    );
}

#[test]
fn texts_that_say_where_or_who_are_checked_like_all_others() {
    check(&file("", "").replacen("release: \"1\"", "release: ‸\" \"", 1), &["错误: 文字是空的"]);
    check(&file("", "").replacen("scope: (zh: \"试\")", "scope: ‸()", 1), &["错误: 文字是空的"]);
    check(
        &statement("        (id: \"S1\", kind: Fact, of: All, summary: (zh: \"说\"), source: \"ccid\", at: ‸\"\"),"),
        &["错误: 文字是空的 [S1]"],
    );
    check(
        &statement("        (id: \"S1\", kind: Fact, of: ‸Nation(\"\"), summary: (zh: \"说\"), source: \"ccid\"),"),
        &["错误: 文字是空的 [S1]"],
    );
    check(
        &policy(
            "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"题\"), stage: Final, events: [(kind: Issued, on: \"2023\", source: \"ccid\", at: ‸\"表\u{202A}1\")]),",
        ),
        &["错误: 含有控制字符或改变文字方向的字符 U+202A [310000-2023-1]"],
    );
}

#[test]
fn a_source_covers_what_its_statements_need() {
    check(
        &file(
            r#"        (id: "310000-2023-1", region: "310000", title: (zh: "乙"), stage: Final),"#,
            r#"        (id: "S1", kind: Fact, of: Policy("310000-2023-1"), summary: (zh: "说明"), source: ‸"part"),"#,
        ),
        &["错误: 来源 part 不涵盖政策 310000-2023-1，却有关于它的陈述 [S1]"],
    );
}

#[test]
fn a_reference_to_a_broken_record_is_no_second_problem() {
    let text = file(
        r#"        (id: "310000-2023-1", region: "310000", title: (zh: "乙"), ‸stag: Final),"#,
        r#"        (id: "S1", kind: Fact, of: Policy("310000-2023-1"), summary: (zh: "说明"), source: "ccid"),"#,
    );
    let kept = check_in(Lang::Zh, &text, &["错误: 未知字段 stag，是否指 stage？ [310000-2023-1]"]).unwrap();
    assert_eq!(
        (kept.policies.len(), kept.statements.len()),
        (1, 1),
        "what rests on a broken record is left out with it"
    );
    let text = file("", "").replacen("(id: \"part\", grade: Press", "(id: \"part\", grade: ‸Pres", 1);
    check(&text, &["错误: 未知取值 Pres（可用：Report Official Press Reprint Own），是否指 Press？ [part]"]);
}

#[test]
fn faults_in_three_records_are_three_problems_and_the_others_stay() {
    let text = file(
        "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"上海的题名\"), ‸stag: Final),\n        (id: \"320100-2023-1\", region: \"320100\", title: (zh: \"南京\"), stage: Final),\n        (id: \"330100-2023-1\", title: (zh: \"杭州\"), region: ‸\"339999\"‸， stage: Final),",
        "        (id: \"S1\", kind: Fact, of: All, summary: (zh: \"甲乙丙丁\"), source: \"ccid\", until: ‸\"2023-04-31\"),\n        (id: \"S2\", kind: Fact, of: All, summary: (zh: \"说\"), source: \"ccid\"),",
    )
    .replacen("region: ‸\"339999\"", "region: \"339999\"", 1);
    let kept = check_in(
        Lang::En,
        &text,
        &[
            "error: unknown field stag, did you mean stage? [310000-2023-1]",
            "error: a full-width \"，\" stands where RON needs \",\" [330100-2023-1]",
            "error: date \"2023-04-31\" does not exist or is not YYYY, YYYY-MM or YYYY-MM-DD [S1]",
        ],
    )
    .unwrap();
    let ids: Vec<&str> = kept.policies.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["110000-2023-1", "320100-2023-1"]);
    let ids: Vec<&str> = kept.statements.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["S0", "S2"]);
}

#[test]
fn places_that_a_catalogue_adds_lie_in_places_that_exist_and_in_no_circle() {
    let with = |regions: &str| {
        file("", "").replacen("    policies:", &format!("    regions: [\n{regions}\n    ],\n    policies:"), 1)
    };
    check(&with(r#"        (code: "990100", name: (zh: "飞地"), kind: City, parent: "330100"),"#), &[]);
    check(
        &with(r#"        (code: ‸"330100", name: (zh: "飞地"), kind: City),"#),
        &["错误: 编号 330100 与前面的记录重复 [330100]"],
    );
    check(
        &with(r#"        (code: "990100", name: (zh: "飞地"), kind: City, parent: ‸"nowhere"),"#),
        &["错误: 未知地区“nowhere” [990100]"],
    );
    // A parent stands before what lies in it, as everywhere in the file: so no circle can be written.
    check(
        &with(
            "        (code: \"990100\", name: (zh: \"甲\"), kind: City, parent: ‸\"990200\"),\n        (code: \"990200\", name: (zh: \"乙\"), kind: City, parent: \"330000\"),",
        ),
        &["错误: 未知地区“990200” [990100]"],
    );
}

#[test]
fn codes_that_point_at_each_other_end_somewhere() {
    for regions in [
        // By its digits 990000 would lie in itself, and 990100 in 990000.
        "(code: \"990000\", name: (zh: \"甲\"), kind: City)",
        "(code: \"990100\", name: (zh: \"乙\"), kind: City), (code: \"990000\", name: (zh: \"甲\"), kind: City, parent: \"990100\")",
    ] {
        let text = file("", "").replacen("    policies:", &format!("    regions: [{regions}],\n    policies:"), 1);
        let catalogue = check_in(Lang::Zh, &text, &[]).unwrap();
        for (place, _) in catalogue.regions.iter() {
            let up = |place: &RegionIdx| catalogue[*place].parent;
            let ways = std::iter::successors(Some(place), up).take(catalogue.regions.len()).count();
            assert!(ways <= 3, "{} has no end above it", catalogue[place].code);
        }
    }
}

#[test]
fn a_place_named_twice_by_a_statement_counts_once() {
    let text = statement(
        r#"        (id: "S1", kind: Fact, of: Regions(["440300", ‸"440305", "440300"]), summary: (zh: "说"), source: "ccid"),"#,
    );
    let kept = check_in(Lang::Zh, &text, &["警告: 440305 是县级代码，按上级 440300 深圳市 计 [S1]"]).unwrap();
    assert!(matches!(&kept.statements[1].of, Of::Regions(places) if places.len() == 1));
}

#[test]
fn a_line_ends_in_one_way_whichever_system_wrote_the_file() {
    let record = |text: &str| {
        let with = format!("summary: (zh: {text}), quote: {text}, at: {text}, keywords: [{text}],");
        statement(&format!("        (id: \"S1\", kind: Fact, of: All, {with} source: \"ccid\"),"))
    };
    let texts = ["\"一行\n二行\"", "r#\"一行\n“二”行\"#"].map(record);
    let head = file("", "").replacen("scope: (zh: \"试\")", "scope: (zh: \"一行\n二行\")", 1);
    for lf in texts.iter().chain([&head]) {
        let hash = |text: &str| check_in(Lang::Zh, text, &[]).unwrap().content_sha256();
        assert_eq!(hash(lf), hash(&lf.replace('\n', "\r\n")), "{lf}");
        // A lone CR ends a line too; outside texts it is a blank to RON.
        assert_eq!(hash(lf), hash(&lf.replace("一行\n", "一行\r")), "{lf}");
    }
    let [plain, _] = &texts;
    let hash = |text: &str| check_in(Lang::Zh, text, &[]).unwrap().content_sha256();
    assert_eq!(hash(plain), hash(&plain.replace("一行\n", "一行\\r\\n")), "written as escapes");
}

#[test]
fn a_full_width_sign_of_the_head_is_named_as_in_a_record() {
    let wide = |from: &str, to: &str, found: char, wanted: char| {
        let text = file("", "").replacen(from, to, 1);
        let message = format!("错误: 此处应为半角“{wanted}”，写成了全角“{found}”");
        let kept = check_in(Lang::Zh, &text, &[&message]).unwrap();
        assert_eq!((kept.policies.len(), kept.statements.len()), (1, 1), "nothing is lost by it");
    };
    wide("schema: 1,", "schema: 1‸，", '，', ',');
    wide("schema: 1,", "schema‸： 1,", '：', ':');
    wide("release: \"1\",", "release: \"1\"‸，", '，', ',');
    wide("policies: [", "policies: ‸［", '［', '[');
    wide("stage: Final),\n\n    ],", "stage: Final)‸，\n\n    ],", '，', ',');
}
