//! Tests of the results of queries in the shipped catalogue, by policy and by region, through several lenses.

use super::*;
use crate::catalogue::{EMBEDDED, FocusIdx, PolicyIdx, Regions};
use crate::words::Lang;

#[track_caller]
fn outcome(index: &Index, line: &str, unit: Unit) -> (Query, Outcome) {
    let query = parse(line, &index.catalogue).map_err(|fault| fault.message(Lang::Zh)).unwrap();
    let outcome = run(index, &query, unit);
    (query, outcome)
}

#[track_caller]
fn check(unit: Unit, line: &str, expected: &str) {
    let index = embedded();
    let (_, outcome) = outcome(&index, line, unit);
    assert_eq!(ids(&index.catalogue, &outcome.rows), expected, "{line}");
}

#[track_caller]
fn by_policy(line: &str, expected: &str) {
    check(Unit::Policy, line, expected);
}

#[track_caller]
fn by_region(line: &str, expected: &str) {
    check(Unit::Region, line, expected);
}

/// The marks of a row as the window shows them: ● ○ or blank, 等 beside it where all its statements are open.
fn marks(catalogue: &Catalogue, outcome: &Outcome, row: Row) -> Vec<String> {
    let mark = |focus: FocusIdx| {
        let cell = outcome.cell(row, focus);
        let basis = match cell.basis {
            Some(Basis::Policy) => "●",
            Some(Basis::Region) => "○",
            None => "",
        };
        format!("{basis}{}", if cell.open { "等" } else { "" })
    };
    catalogue.focus_idxs().map(mark).collect()
}

const ALL_PLACES: &str = "110000 131000 310000 320100 320200 320500 330100 420100 440300 510100 640000";

#[test]
fn the_matrix_of_the_report_is_the_reference_one() {
    let index = embedded();
    let catalogue = &index.catalogue;
    let (query, outcome) = outcome(&index, "", Unit::Region);
    let found: Vec<(&str, Vec<String>)> = outcome
        .rows
        .iter()
        .map(|row| (catalogue[row.region(catalogue)].short.as_str(), marks(catalogue, &outcome, *row)))
        .collect();
    // Compute, algorithm, data, application, enterprise.
    let expected = [
        ("北京", ["", "●", "○", "●", "○"]),
        ("廊坊", ["", "○", "", "", ""]),
        ("上海", ["○等", "", "", "", ""]),
        ("南京", ["", "○等", "", "", "○等"]),
        ("无锡", ["", "○", "", "", ""]),
        ("苏州", ["", "○", "", "○等", ""]),
        ("杭州", ["○等", "●", "○", "", "●"]),
        ("武汉", ["", "", "", "", ""]),
        ("深圳", ["", "○等", "", "", ""]),
        ("成都", ["", "○", "●", "", ""]),
        ("宁夏", ["", "○", "", "", ""]),
    ];
    for ((place, marks), (name, expected)) in found.iter().zip(expected) {
        assert_eq!((*place, marks.as_slice()), (name, expected.map(str::to_owned).as_slice()));
    }
    assert_eq!(found.len(), expected.len());
    let counts = focus_counts(&index, &query, &outcome);
    assert_eq!(counts.iter().map(|c| c.stated.count).collect::<Vec<_>>(), [2, 9, 3, 2, 3]);
    assert!(counts.iter().all(|c| c.covered == 11 && c.not_assessed == 0));
    assert!(counts.iter().all(|c| c.by_policy + c.by_place == c.stated.count && c.regions == c.stated.count));
    // Silence of a source that covers is not absence.
    for (row, focus) in outcome.rows.iter().flat_map(|row| catalogue.focus_idxs().map(move |f| (row, f))) {
        let cell = outcome.cell(*row, focus);
        let expected = if cell.basis.is_some() { Strength::Mentioned } else { Strength::NotStated };
        assert_eq!(cell.strength, expected);
    }
}

#[test]
fn places_are_asked_for_with_what_lies_in_them_or_alone() {
    by_policy("region:江苏", "320100-2023-1 320200-2023-1");
    by_policy("region:=江苏", "");
    by_policy("region:=南京,廊坊", "131000-2023-1 320100-2023-1");
    by_region("region:江苏", "320100 320200 320500");
    by_region("region:=苏州", "320500");
    by_region("region:江苏 region:=苏州", "320500");
    by_region("-region:江苏,浙江", "110000 131000 310000 420100 440300 510100 640000");
    by_policy("地区：北京，上海", "110000-2023-1 110000-2023-2 310000-2023-1 310000-2023-2");
}

#[test]
fn tiers_are_ranks_of_government() {
    by_region("tier:province", "110000 310000 640000");
    by_region("tier:city region:江苏", "320100 320200 320500");
    by_region("-tier:city,province", "");
}

#[test]
fn months_are_closed_or_open_ranges() {
    by_policy("month:2023-02", "131000-2023-1 320100-2023-1");
    by_policy("month:2023-07..", "310000-2023-2 640000-2023-1");
    by_policy("month:..2023-03", "131000-2023-1 320100-2023-1 320200-2023-1 420100-2023-1");
    by_policy("month:2023-06..2023-07", "330100-2023-1 510100-2023-1 310000-2023-2");
    by_policy("month:2023-02,2023-08", "131000-2023-1 320100-2023-1 640000-2023-1");
    by_policy("month:2022", "");
    by_policy("month:2023 -month:2023-02..2023-07", "640000-2023-1");
}

#[test]
fn a_place_without_policies_fails_what_is_asked_of_policies_negated_too() {
    by_region("", ALL_PLACES);
    by_region("month:2023", &ALL_PLACES.replace("320500 ", ""));
    by_region("-month:2022", &ALL_PLACES.replace("320500 ", ""));
    by_region("-stage:draft region:江苏", "320100 320200");
    by_region("-id:110000-2023-1 region:北京,苏州", "110000");
    // What is asked of policies must hold together in one of them.
    by_region("month:2023-05 id:110000-2023-2", "110000");
    by_region("month:2023-07 id:310000-2023-1", "");
    by_region("month:2023-05 month:2023-07", "");
}

#[test]
fn a_place_has_its_dots_from_the_policies_that_pass() {
    let index = embedded();
    let catalogue = &index.catalogue;
    let (_, found) = outcome(&index, "id:110000-2023-1", Unit::Region);
    assert_eq!(marks(catalogue, &found, found.rows[0]), ["", "●", "○", "○等", "○"]);
    assert_eq!(found.policies_of(&index, found.rows[0]).len(), 1);
    by_region("basis:policy focus:application", "110000");
    by_region("basis:policy focus:application id:110000-2023-1", "");
}

#[test]
fn stages_ids_and_keywords_are_one_of_those_given() {
    by_policy("stage:draft", "420100-2023-1 330100-2023-1 510100-2023-1");
    by_policy("stage:draft,final month:2023-08", "640000-2023-1");
    by_policy("-stage:draft month:2023-03", "320200-2023-1");
    by_policy("id:640000-2023-1,131000-2023-1", "131000-2023-1 640000-2023-1");
    by_policy("keyword:全技术栈国产化", "110000-2023-1 110000-2023-2");
    by_policy("keyword:全球化", "440300-2023-1");
    by_policy("keyword:首版次,元宇宙", "131000-2023-1 320200-2023-1 330100-2023-1 510100-2023-1 640000-2023-1");
    by_region("keyword:元宇宙", "320200 320500");
    by_policy("keyword:1+n+x", "330100-2023-1");
    by_policy("keyword:全", "");
    // What is of nobody in particular is no row's.
    by_policy("keyword:三算", "");
}

#[test]
fn issuers_are_seen_with_their_source_only() {
    by_policy("issuer:上海市发展改革委", "");
    by_policy("issuer:上海市发展改革委 source:press", "310000-2023-1");
    by_policy("issuer:北京市人民政府 source:official,press", "");
    by_policy("issuer:北京市人民政府 source:any", "110000-2023-1");
    by_policy("京政发", "");
    by_policy("京政发 source:reprint", "110000-2023-1");
    by_region("-issuer:北京市人民政府 region:北京,苏州 source:any", "110000");
}

#[test]
fn the_lens_decides_which_statements_exist_and_removes_no_policy() {
    let all = "131000-2023-1 320100-2023-1 320200-2023-1 420100-2023-1 110000-2023-1 110000-2023-2 310000-2023-1 \
               440300-2023-1 330100-2023-1 510100-2023-1 310000-2023-2 640000-2023-1";
    for lens in ["", "source:any", "source:reprint", "basis:policy", "version:any", "source:any basis:region"] {
        by_policy(lens, all);
    }
    by_policy("focus:compute", "310000-2023-1 330100-2023-1 310000-2023-2");
    by_policy("focus:compute source:report,official,press", "310000-2023-1 440300-2023-1 330100-2023-1 310000-2023-2");
    by_policy("focus:compute source:reprint", "131000-2023-1 420100-2023-1 110000-2023-2 310000-2023-2");
    by_policy("focus:compute basis:policy", "");
    by_policy("focus:algorithm basis:policy", "110000-2023-1 110000-2023-2 330100-2023-1");
    by_policy("focus:data source:press", "440300-2023-1");
    by_policy("focus:data source:press version:any", "110000-2023-2 440300-2023-1");
    by_policy("focus:application source:official version:any region:武汉", "420100-2023-1");
    by_region("focus:compute source:press", "310000");
    // Under a lens without the report, 苏州 is spoken of by nobody.
    by_region("source:press region:江苏", "320100 320200");
}

#[test]
fn what_no_source_in_sight_covers_is_not_assessed() {
    let index = embedded();
    let (query, found) = outcome(&index, "source:press", Unit::Policy);
    let counts = focus_counts(&index, &query, &found);
    let compute = &counts[0];
    assert_eq!((compute.stated.count, compute.covered, compute.not_assessed), (1, 1, 11));
    assert_eq!((compute.by_policy, compute.by_place, compute.regions), (1, 0, 1));
}

#[test]
fn focuses_are_any_all_or_only_these() {
    by_region("focus:compute,enterprise", "110000 310000 320100 330100");
    by_region("focus:all(compute,enterprise)", "330100");
    by_region("focus:all(compute,data,algorithm,enterprise)", "330100");
    by_region("focus:only(compute)", "310000");
    by_region("focus:only(algorithm)", "131000 320200 440300 640000");
    by_region("focus:only(algorithm,enterprise)", "320100");
    by_region("-focus:algorithm", "310000 420100");
    by_region("-focus:algorithm,compute", "420100");
    by_policy("focus:data focus:application", "110000-2023-1 110000-2023-2");
}

#[test]
fn strength_is_the_threshold_of_focus_and_changes_no_cell() {
    by_policy("focus:compute strength:substantive", "");
    by_policy(
        "focus:compute strength:substantive source:any",
        "131000-2023-1 110000-2023-2 310000-2023-1 440300-2023-1 310000-2023-2",
    );
    by_policy("focus:algorithm strength:substantive source:any", "510100-2023-1 310000-2023-2");
    by_policy(
        "strength:core",
        &embedded().catalogue.policies.iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(" "),
    );
    // `only` excludes what is stated, however weakly: 北京 mentions four other focuses.
    by_policy("focus:only(compute) strength:substantive source:any", "310000-2023-1");
}

#[test]
fn a_text_is_found_in_titles_places_and_what_a_policy_rests_on() {
    by_policy("算力", "310000-2023-1 330100-2023-1 310000-2023-2");
    by_policy("十三条", "131000-2023-1");
    by_policy("先导区方案", "420100-2023-1");
    by_policy("Langfang", "131000-2023-1");
    by_policy("廊坊市", "131000-2023-1");
    by_policy("\"dedicated programmes\"", "320100-2023-1 330100-2023-1");
    by_region("元宇宙", "320200 320500");
    by_policy("大模型 -北京", "320100-2023-1 440300-2023-1 310000-2023-2");
}

#[test]
fn pinyin_and_other_spellings_find_titles_and_places() {
    by_region("beijing region:北京,上海", "110000");
    by_policy("bj", "110000-2023-1 110000-2023-2");
    by_region("sz region:江苏,广东", "320500 440300");
    by_policy("tongyongrengong", "110000-2023-2");
    by_policy("數據", &run_ids("数据"));
    by_policy("ＡＩ", &run_ids("ai"));
    by_policy("策源", "110000-2023-1");
    by_policy("cey", "");
    assert!(run_ids("rengong").split(' ').count() >= 10, "every title but two names 人工智能");
    assert_eq!(run_ids("rgzn"), run_ids("rengongzhineng"));
}

#[test]
fn places_whose_initials_a_text_is_come_first_the_nearest_before_the_others() {
    let index = index_of(&format!(
        r#"(schema: 1, id: "t", release: "1", title: (zh: "试"), sources: [(id: "s", grade: Report, title: "报", covers: All)],
           policies: [{}])"#,
        Regions::standard()
            .iter()
            .map(|(_, place)| {
                let code = &place.code;
                format!(r#"(id: "{code}-2023-1", region: "{code}", title: (zh: "题"), stage: Final),"#)
            })
            .collect::<String>()
    ));
    let (_, all) = outcome(&index, "题", Unit::Region);
    assert_eq!(sort_rows(&index, &all, &[]), all.rows, "none is named: by code");
    for (typed, first) in [
        ("cq", "500000"),
        ("js", "320000"),
        ("hn", "410000"),
        ("sh", "310000"),
        ("gz", "520000"),
        ("wlmq", "650100"),
        // As written: by code.
        ("海", "150300"),
        ("zhou", "130900"),
    ] {
        let (_, outcome) = outcome(&index, typed, Unit::Region);
        let rows = sort_rows(&index, &outcome, &[]);
        assert_eq!(ids(&index.catalogue, &rows[..1]), first, "{typed}");
        let by_code = sort_rows(&index, &outcome, &parse_sort("region", &index.catalogue, Unit::Region).unwrap());
        assert_eq!(by_code, outcome.rows, "an order that is asked for holds");
    }
}

#[test]
fn a_title_pasted_whole_finds_its_policy() {
    let index = embedded();
    for policy in &index.catalogue.policies {
        for title in policy.title.each() {
            let (_, outcome) = outcome(&index, title, Unit::Policy);
            let found = ids(&index.catalogue, &outcome.rows);
            assert!(found.split(' ').any(|id| id == policy.id), "{title}: {found}");
        }
    }
}

#[test]
fn what_is_typed_and_what_is_printed_are_one() {
    // Ways to write one title; each finds each.
    for ways in [
        &[
            "关于深入实施“人工智能+”行动的意见",
            "关于深入实施「人工智能＋」行动的意见",
            "关于深入实施\"人工智能+\"行动的意见",
        ][..],
        &["“十四五”算力规划", "十四五算力规划", "『十四五』算力规划", "《“十四五”算力规划》"],
        &["中国—东盟人工智能合作", "中国——东盟人工智能合作", "中国-东盟人工智能合作", "中国–东盟人工智能合作"],
        &["上海：促进人工智能产业发展条例"],
        &["算力，算法，数据（试行）", "算力,算法,数据(试行)"],
        &["关于“‘智能’城市”的通知", "关于「『智能』城市」的通知"],
        &["建设方案 ——以上海为例"],
        &[
            "京政发〔2023〕14号",
            "京政发[2023]14号",
            "京政发［2023］14号",
            "京政发(2023)14号",
            "京政发（2023）14号",
            "京政发【2023】14号",
            "京政发﹝2023﹞14号",
        ],
        &["“AI·城市”", "AI・城市", "AI•城市"],
        &["Xi'an: Measures for the “AI Plus” Initiative", "Xi’an: Measures for the \"AI Plus\" Initiative"],
    ] {
        for title in ways {
            let written = title.replace('"', "\\\"");
            let index = index_of(&tiny(&format!("(zh: \"{written}\")")));
            for typed in ways {
                let (_, outcome) = outcome(&index, typed, Unit::Policy);
                assert_eq!(outcome.rows.len(), 1, "{typed} in {title}");
            }
        }
    }
}

fn run_ids(line: &str) -> String {
    let index = embedded();
    let (_, outcome) = outcome(&index, line, Unit::Policy);
    ids(&index.catalogue, &outcome.rows)
}

#[test]
fn latin_words_of_up_to_three_letters_match_at_word_starts() {
    let index = index_of(&tiny(r#"(zh: "发展AI产业", en: "Plan for brain research and the AI field")"#));
    for (needle, found) in [
        ("ai", true),
        ("AI", true),
        ("bra", true),
        ("rai", false),
        ("fie", true),
        ("eld", false),
        ("rain", true),
        ("lan", false),
        ("pla", true),
        ("展ai", true),
    ] {
        let (_, outcome) = outcome(&index, needle, Unit::Policy);
        assert_eq!(!outcome.rows.is_empty(), found, "{needle}");
    }
}

/// A catalogue of one policy of 吉林市 with this title and nothing said of it.
fn tiny(title: &str) -> String {
    format!(
        "(schema: 1, id: \"t\", release: \"1\", title: (zh: \"试\"), focuses: [(id: \"talent\", name: (zh: \"人才\"))], \
         sources: [(id: \"s\", grade: Report, title: \"报告\", covers: All)], \
         policies: [(id: \"220200-2023-1\", region: \"220200\", title: {title}, stage: Final)])"
    )
}

/// Policies with months, a year alone, and no date at all; and a sixth focus.
const SIX: &str = r#"(
    schema: 1, id: "six", release: "1", title: (zh: "六个方向"), default_sources: ["a"],
    focuses: [
        (id: "compute", name: (zh: "算力", en: "Compute")), (id: "algorithm", name: (zh: "算法", en: "Algorithm")),
        (id: "data", name: (zh: "数据", en: "Data")), (id: "application", name: (zh: "应用", en: "Application")),
        (id: "enterprise", name: (zh: "企业", en: "Enterprise")), (id: "talent", name: (zh: "人才", en: "Talent")),
    ],
    sources: [
        (id: "first", grade: Official, title: "公报", covers: Policies(["330100-2023-1"])),
        (id: "a", grade: Report, title: "报告", covers: All),
    ],
    policies: [
        (id: "110000-2023-1", region: "110000", title: (zh: "只知年份"), stage: Final, events: [(kind: Published, on: "2023", source: "a")]),
        (id: "330100-2023-1", region: "330100", title: (zh: "两个来源"), stage: Draft,
         events: [(kind: Published, on: "2023-09", source: "a"), (kind: Published, on: "2023-04-30", source: "first")]),
        (id: "310000-2023-1", region: "310000", title: (zh: "无日期"), stage: Final, events: [(kind: Announced, on: "2023-01", source: "a")]),
        (id: "440300-2023-1", region: "440300", title: (zh: "二月"), stage: Final, events: [(kind: Published, on: "2023-02", source: "a")]),
        (id: "440300-2023-2", region: "440300", title: (zh: "草案之月不算"), stage: Final,
         events: [(kind: Published, on: "2022-11", version: Draft, source: "a"), (kind: Published, on: "2023-02-28", source: "a")]),
    ],
    statements: [
        (id: "T1", kind: Focus, of: Policy("440300-2023-1"), focuses: ["talent"], strength: Core, list: Closed, assigned_by: Coder,
         summary: (zh: "引进人才"), keywords: ["人才券"], source: "a"),
        (id: "T2", kind: Focus, of: Regions(["330100"]), focuses: ["talent", "data"], strength: Mentioned, list: Open, assigned_by: Coder,
         summary: (zh: "培育人才"), source: "a"),
        (id: "T3", kind: Focus, of: Policy("310000-2023-1"), focuses: ["talent"], strength: Absent, list: Closed, assigned_by: Coder,
         summary: (zh: "通读全文，没有人才条款"), source: "a"),
    ],
)"#;

#[test]
fn a_month_is_that_of_the_first_source_and_a_year_alone_lies_only_in_whole_years() {
    let index = index_of(SIX);
    let check = |line: &str, expected: &str| {
        let (_, outcome) = outcome(&index, line, Unit::Policy);
        assert_eq!(ids(&index.catalogue, &outcome.rows), expected, "{line}");
    };
    check("", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1 310000-2023-1");
    check("month:2023", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1");
    check("month:2023-04", "330100-2023-1");
    check("month:2023-09", "");
    check("month:2023-01..", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1");
    check("month:2023-02..", "440300-2023-1 440300-2023-2 330100-2023-1");
    check("month:..2023-12", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1");
    check("month:..2023-11", "440300-2023-1 440300-2023-2 330100-2023-1");
    check("-month:2023-02", "330100-2023-1 110000-2023-1 310000-2023-1");
}

#[test]
fn a_month_that_is_not_of_publication_counts_and_says_what_it_is_of() {
    let index = index_of(&SIX.replacen("kind: Announced", "kind: Issued", 1));
    let (_, outcome) = outcome(&index, "month:2023-01", Unit::Policy);
    assert_eq!(ids(&index.catalogue, &outcome.rows), "310000-2023-1");
    let shown = |column: Column, lang| column.shown(&index, &outcome, outcome.rows[0], lang);
    assert_eq!(shown(Column::Month, Lang::Zh), "2023-01（印发）");
    assert_eq!(shown(Column::Month, Lang::En), "2023-01 (issued)");
    assert_eq!(shown(Column::MonthBy, Lang::Zh), "印发");
    let plain = |column: Column| column.value(&index, &outcome, outcome.rows[0], Lang::Zh).plain().into_owned();
    assert_eq!([plain(Column::Month), plain(Column::MonthBy)], ["2023-01", "issued"]);
}

#[test]
fn a_sixth_focus_works_everywhere() {
    let index = index_of(SIX);
    let catalogue = &index.catalogue;
    let talent = catalogue.find_focus("人才").unwrap();
    for (line, expected) in [
        ("focus:talent", "440300-2023-1 330100-2023-1"),
        ("方向:人才 力度:核心", "440300-2023-1"),
        ("focus:only(talent)", "440300-2023-1"),
        ("-focus:Talent", "440300-2023-2 110000-2023-1 310000-2023-1"),
    ] {
        let (query, outcome) = outcome(&index, line, Unit::Policy);
        assert_eq!(ids(catalogue, &outcome.rows), expected, "{line}");
        assert!(write(&query).contains("talent"));
    }
    let (query, everything) = outcome(&index, "", Unit::Region);
    let count = &focus_counts(&index, &query, &everything)[5];
    assert_eq!((count.focus, count.stated.count, count.by_policy, count.by_place), (talent, 2, 1, 1));
    assert_eq!(count_by(&index, &query, &everything, By::Focus)[5].value, "talent");
    let keys: Vec<String> = columns(catalogue, Unit::Region).iter().map(|c| c.key(catalogue)).collect();
    assert_eq!(
        keys[..5].join(" ") + " " + &keys[keys.len() - 4..].join(" "),
        "region region_name tier policies focus_compute open_enterprise open_talent keywords sources"
    );
    let shanghai = everything.rows[1];
    let cell = everything.cell(shanghai, talent);
    assert_eq!((cell.strength, cell.basis), (Strength::Absent, Some(Basis::Policy)));
    let value = Column::find("focus_talent", catalogue, Unit::Region).unwrap();
    assert_eq!(value.value(&index, &everything, shanghai, Lang::Zh).plain(), "absent");
}

#[track_caller]
fn check_sort(index: &Index, keys: &str, expected: &str) {
    let (_, outcome) = outcome(index, "", Unit::Policy);
    let keys = parse_sort(keys, &index.catalogue, Unit::Policy).unwrap();
    assert_eq!(ids(&index.catalogue, &sort_rows(index, &outcome, &keys)), expected);
    let sort: Vec<Sort> = keys.iter().map(|key| Sort::of(*key, &index.catalogue)).collect();
    assert_eq!(sort_keys(&sort, &index.catalogue, Unit::Policy), keys);
    assert_eq!(parse_sort(&write_sort(&sort), &index.catalogue, Unit::Policy), Ok(keys));
}

#[test]
fn blanks_sort_last_both_ways_and_ties_end_in_region_and_id() {
    let index = index_of(SIX);
    check_sort(&index, "", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1 310000-2023-1");
    check_sort(&index, "month", "440300-2023-1 440300-2023-2 330100-2023-1 110000-2023-1 310000-2023-1");
    check_sort(&index, "-month", "330100-2023-1 440300-2023-1 440300-2023-2 110000-2023-1 310000-2023-1");
    check_sort(&index, "-region", "440300-2023-1 440300-2023-2 330100-2023-1 310000-2023-1 110000-2023-1");
    // Beijing, Hangzhou, Shanghai, Shenzhen: by pinyin, where the codes have Hangzhou after Shanghai.
    check_sort(&index, "region_name", "110000-2023-1 330100-2023-1 310000-2023-1 440300-2023-1 440300-2023-2");
    check_sort(&index, "-region_name", "440300-2023-1 440300-2023-2 310000-2023-1 330100-2023-1 110000-2023-1");
    check_sort(&index, "stage", "330100-2023-1 110000-2023-1 310000-2023-1 440300-2023-1 440300-2023-2");
    check_sort(&index, "-focus_talent,-id", "440300-2023-1 330100-2023-1 310000-2023-1 440300-2023-2 110000-2023-1");
    check_sort(&index, "focus_talent", "310000-2023-1 330100-2023-1 440300-2023-1 110000-2023-1 440300-2023-2");
    check_sort(&index, "number", "110000-2023-1 310000-2023-1 330100-2023-1 440300-2023-1 440300-2023-2");
    assert_eq!(parse_sort("month,strange", &index.catalogue, Unit::Policy), Err("strange".to_owned()));
    assert_eq!(parse_sort("policies", &index.catalogue, Unit::Policy), Err("policies".to_owned()), "of places only");
}

#[track_caller]
fn check_counts(line: &str, unit: Unit, by: By, expected: &str) {
    let index = embedded();
    let (query, outcome) = outcome(&index, line, unit);
    let counts = count_by(&index, &query, &outcome, by);
    let found: Vec<String> = counts.iter().map(|c| format!("{} {}", c.value, c.count)).collect();
    assert_eq!(found.join(", "), expected, "{line} by {by:?}");
    assert!(counts.iter().all(|c| by == By::Focus || c.covered + c.not_assessed == c.count.count));
}

#[test]
fn months_inside_the_range_of_the_result_are_counted_even_when_nothing_is_there() {
    use Unit::{Policy, Region};
    check_counts("", Policy, By::Month, "2023-02 2, 2023-03 2, 2023-04 0, 2023-05 4, 2023-06 2, 2023-07 1, 2023-08 1");
    check_counts(
        "region:江苏,宁夏",
        Policy,
        By::Month,
        "2023-02 1, 2023-03 1, 2023-04 0, 2023-05 0, 2023-06 0, 2023-07 0, 2023-08 1",
    );
    check_counts("region:北京,上海", Region, By::Month, "2023-05 2, 2023-06 0, 2023-07 1");
    check_counts("month:2020", Policy, By::Month, "");
    let index = index_of(SIX);
    let (query, outcome) = outcome(&index, "", Policy);
    let counts = count_by(&index, &query, &outcome, By::Month);
    let found: Vec<String> = counts.iter().map(|c| format!("{} {}", c.value, c.count)).collect();
    assert_eq!(found, ["2023-02 2", "2023-03 0", "2023-04 1", "unknown 2"]);
}

#[test]
fn rows_are_counted_by_each_property() {
    use Unit::{Policy, Region};
    check_counts("", Policy, By::Tier, "province 5, city 7");
    check_counts("", Region, By::Tier, "province 3, city 8");
    check_counts("", Policy, By::Stage, "draft 3, final 9");
    check_counts("", Region, By::Focus, "compute ≥ 2, algorithm ≥ 9, data ≥ 3, application ≥ 2, enterprise ≥ 3");
    check_counts(
        "focus:data",
        Region,
        By::Focus,
        "compute ≥ 2, algorithm ≥ 9, data ≥ 3, application ≥ 2, enterprise ≥ 3",
    );
    check_counts("", Region, By::Strength, "not_stated 1, mentioned ≥ 10");
    check_counts("source:press", Policy, By::Strength, "not_assessed 10, substantive 2");
    check_counts("region:江苏", Policy, By::Region, "320100 1, 320200 1, 320500 0");
    check_counts("region:江苏", Region, By::Keyword, "元宇宙 2, 基础软硬件 ≥ 1, 梯度培育 ≥ 1");
}

#[test]
fn a_count_is_a_floor_where_an_open_list_means_rows_that_are_not_counted() {
    use Unit::{Policy, Region};
    let by_focus = |line: &str, expected: &str| check_counts(line, Region, By::Focus, expected);
    // A sentence that names a policy is of no list; one of 苏州 and 无锡 says exactly which places.
    by_focus("basis:policy", "compute 0, algorithm 2, data 1, application 1, enterprise 1");
    by_focus("source:official", "compute 1, algorithm 2, data 0, application 2, enterprise 0");
    // Of 宁夏 and 武汉 the first is named by a closed list, and an open one of the same focus may mean the second.
    by_focus("region:宁夏,武汉", "compute 0, algorithm ≥ 1, data 0, application 0, enterprise 0");
    by_focus("region:上海", "compute 1, algorithm 0, data 0, application 0, enterprise 0");
    // What the open lists say is a mention, and no more than that.
    by_focus("strength:substantive source:report,press", "compute 1, algorithm 0, data 0, application 0, enterprise 1");
    check_counts("", Policy, By::Focus, "compute ≥ 3, algorithm ≥ 9, data ≥ 4, application ≥ 2, enterprise ≥ 4");
    // A result that asks for a focus is itself a floor, unless others meant could leave it too.
    check_counts("focus:compute", Region, By::Tier, "province ≥ 1, city ≥ 1");
    check_counts("focus:compute region:上海,杭州", Region, By::Tier, "province 1, city 1");
    check_counts("focus:compute basis:policy", Region, By::Tier, "");
    check_counts("focus:only(algorithm)", Region, By::Tier, "province 1, city 3");
    check_counts("-focus:data", Region, By::Tier, "province 2, city 6");
}

#[test]
fn a_total_of_the_source_stands_beside_what_it_names() {
    let index = embedded();
    for (line, expected) in [
        ("", "来源称 6 地，列出 3 地"),
        ("region:江苏", "来源称 6 地，列出 3 地"),
        ("basis:policy", ""),
        ("source:press", ""),
    ] {
        let (query, found) = outcome(&index, line, Unit::Region);
        let counts = focus_counts(&index, &query, &found);
        let words: Vec<String> = counts.iter().map(|count| count.totals_words(Lang::Zh)).collect();
        assert_eq!(words, ["", "", expected, "", ""], "{line}");
    }
    // Without the claim that counts the next sentence with it, the statement names two.
    let alone = index_of(&EMBEDDED.replace("Named(statements: [\"R10\", \"R12\"]", "Named(statements: [\"R12\"]"));
    let (query, found) = outcome(&alone, "", Unit::Region);
    assert_eq!(focus_counts(&alone, &query, &found)[2].totals_words(Lang::En), "the source says 6 places, names 2");
}

#[test]
fn values_of_facets_leave_their_own_terms_out() {
    let index = embedded();
    let (query, outcome) = outcome(&index, "region:江苏 stage:final", Unit::Policy);
    let found = facets(&index, &query, &outcome);
    let show = |key: TermKey| {
        let values = &found.get(key).unwrap().values;
        values.iter().filter(|v| v.count > 0).map(|v| format!("{} {}", v.id, v.count)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(show(TermKey::Stage), "final 2");
    assert_eq!(
        show(TermKey::Region),
        "110000 2, 130000 1, 131000 1, 310000 2, 320000 2, 320100 1, 320200 1, 440000 1, 440300 1, 640000 1"
    );
    assert_eq!(show(TermKey::Month), "2023-02 1, 2023-03 1");
    let zero = found.get(TermKey::Stage).unwrap().values.iter().find(|v| v.id == "draft").unwrap();
    assert_eq!(zero.count, 0, "a value that nothing has stays in the list");
    assert!(!found.get(TermKey::Issuer).unwrap().is_worth_showing(), "the report names no issuers");
}

#[test]
fn a_policy_outside_the_result_has_no_cells_of_places() {
    let index = embedded();
    let (_, outcome) = outcome(&index, "region:北京", Unit::Region);
    let wuhan = Row::Region(index.catalogue.regions.by_code("420100").unwrap());
    assert_eq!(outcome.cell(wuhan, FocusIdx(4)), Cell::blank(false));
    assert_eq!(outcome.policies_of(&index, Row::Policy(PolicyIdx(0))), [PolicyIdx(0)]);
}

#[test]
fn a_codebook_may_be_long() {
    let focuses: Vec<String> = (0..100).map(|n| format!("(id: \"f{n}\", name: (zh: \"方向{n}\"))")).collect();
    let one = "(id: \"talent\", name: (zh: \"人才\"))";
    let index = index_of(&tiny("(zh: \"题名\")").replace(one, &focuses.join(", ")));
    let (query, found) = outcome(&index, "region:北京", Unit::Region);
    assert_eq!(focus_counts(&index, &query, &found).len(), 100);
    let beijing = Row::Region(index.catalogue.regions.by_code("110000").unwrap());
    assert_eq!(found.cell(beijing, FocusIdx(99)), Cell::blank(false));
}

#[test]
fn ids_stand_by_their_serial_numbers_in_every_order() {
    let numbers = [11, 3, 10, 1, 2];
    let policies: String = numbers
        .iter()
        .map(|n| {
            format!(
                "(id: \"110000-2023-{n}\", region: \"110000\", title: (zh: \"甲\"), stage: Final, events: [(kind: Published, on: \"2023-05\", source: \"s\")]),"
            )
        })
        .collect();
    let text = format!(
        "(schema: 1, id: \"t\", release: \"1\", title: (zh: \"试\"), scope: (zh: \"试\"), focuses: [], sources: [(id: \"s\", grade: Report, title: \"源\", covers: All)], policies: [{policies}], statements: [])"
    );
    let index = Index::new(std::sync::Arc::new(crate::catalogue::load(text.as_bytes()).catalogue.unwrap()));
    let catalogue = &*index.catalogue;
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let sorted = |sort: &str| {
        let keys = parse_sort(sort, catalogue, Unit::Policy).unwrap();
        let rows = sort_rows(&index, &outcome, &keys);
        rows.iter().map(|row| row.id(catalogue).rsplit('-').next().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    for (sort, expected) in [
        ("", "1 2 3 10 11"),
        ("id", "1 2 3 10 11"),
        ("-id", "11 10 3 2 1"),
        ("title", "1 2 3 10 11"),
        ("-month", "1 2 3 10 11"),
    ] {
        assert_eq!(sorted(sort), expected, "{sort}");
    }
}

#[test]
fn every_column_is_found_by_its_key_in_any_catalogue_that_has_its_focus() {
    let index = embedded();
    let catalogue = &index.catalogue;
    for unit in [Unit::Policy, Unit::Region] {
        for column in columns(catalogue, unit).into_iter().chain(further_columns(catalogue, unit)) {
            let field = column.field(catalogue);
            assert_eq!(FieldKey::read(&field.id()), Some(field.clone()));
            assert_eq!(field.column(catalogue, unit), Some(column), "{}", field.id());
        }
    }
    for (id, unit) in [("focus_none", Unit::Policy), ("policies", Unit::Policy), ("title", Unit::Region)] {
        assert_eq!(FieldKey::read(id).map(|field| field.column(catalogue, unit)), Some(None), "{id}");
    }
    assert_eq!(FieldKey::read("colour"), None);
}
