//! Tests of folding, and of the reason that is shown for each hit.

use proptest::prelude::*;

use super::random::{self, Random};
use super::*;
use crate::words::Lang;

#[test]
fn a_name_is_meant_by_a_part_of_it_or_by_its_pinyin() {
    use Nearness::*;
    for (typed, name, near) in [
        ("北京市", "北京市", Some(Same)),
        ("beijing", "Beijing", Some(Same)),
        ("北", "北京市", Some(Begins)),
        ("京", "北京市", Some(Part)),
        ("bjs", "北京市", Some(Spelled)),
        ("bj", "北京市", Some(SpelledBegins)),
        ("beijing", "北京市", Some(SpelledBegins)),
        ("beij", "北京市", None),
        ("jing", "北京市", Some(SpelledPart)),
        ("cqs", "重庆市", Some(Spelled)),
        ("zhongqing", "重庆市", Some(Rare)),
        ("chongqing", "重慶市", Some(SpelledBegins)),
        ("b", "北京市", None),
        ("hz", "杭州市", Some(SpelledBegins)),
        ("cq", "宁夏回族自治区", Some(Rare)),
        ("上", "北京市", None),
        ("sh", "Shanghai", Some(Begins)),
        ("an", "Anhui", Some(Begins)),
        ("hui", "Anhui", None),
        ("nhui", "Anhui", Some(Part)),
        ("xian", "Xi'an", Some(Same)),
    ] {
        assert_eq!(nearness(typed, name), near, "{typed} for {name}");
    }
}

fn why(line: &str, id: &str, lang: Lang) -> Vec<Reason> {
    let index = embedded();
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(&index, &query, Unit::Policy);
    let policy = index.catalogue.policy_by_id(id).unwrap();
    reasons(&index, &outcome, &query, Row::Policy(policy), lang)
}

/// The field, and the excerpt with its mark in brackets.
#[track_caller]
fn check(line: &str, id: &str, expected: &[(&str, &str)]) {
    let index = embedded();
    let found: Vec<(String, String)> = why(line, id, Lang::Zh)
        .into_iter()
        .map(|reason| {
            let field = match reason.field {
                ReasonField::Statement(s) | ReasonField::Keyword(s) => index.catalogue[s].id.clone(),
                other => format!("{other:?}"),
            };
            let chars: Vec<char> = reason.excerpt.chars().collect();
            let (from, to) = reason.mark;
            let part = |range: &[char]| range.iter().collect::<String>();
            (field, format!("{}[{}]{}", part(&chars[..from]), part(&chars[from..to]), part(&chars[to..])))
        })
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    assert_eq!(found, expected, "{line}");
}

#[test]
fn the_words_of_a_reason_leave_out_what_stands_before_a_hit_without_room() {
    let index = embedded();
    let [reason] = &why("十三条", "131000-2023-1", Lang::Zh)[..] else { panic!("one reason") };
    let words =
        |most: usize| reason.words_with(&index.catalogue, Ids::Untold, Lang::Zh, &|head| head.chars().count() <= most);
    for (most, expected) in [
        (40, "题名：廊坊市促进人工智能产业发展十三条措施"),
        (19, "题名：廊坊市促进人工智能产业发展十三条措施"),
        (18, "题名：…市促进人工智能产业发展十三条措施"),
        (8, "题名：…展十三条措施"),
        (0, "题名：…十三条措施"),
    ] {
        assert_eq!(words(most), expected, "{most}");
    }
}

#[test]
fn a_hit_is_shown_where_it_is_and_literal_ones_before_pinyin() {
    check("十三条", "131000-2023-1", &[("Title", "廊坊市促进人工智能产业发展[十三条]措施")]);
    check(
        "廊坊市 langfang",
        "131000-2023-1",
        &[
            ("Title", "[廊坊市]促进人工智能产业发展十三条措施"),
            ("Title", "…een Measures of [Langfang] for Promoting the Development o…"),
        ],
    );
    check("lf", "131000-2023-1", &[("TitlePinyin", "[廊]坊市促进人工智能产业发展十三条措施")]);
    check("首试首用", "131000-2023-1", &[("R07", "[首试首用]")]);
    check("ningxia", "640000-2023-1", &[("Title", "…Promoting the Innovation and Development of AI ([Ningxia])")]);
    check("nx", "640000-2023-1", &[("RegionPinyin", "[宁]夏回族自治区")]);
    check("宁夏", "640000-2023-1", &[("Region", "[宁夏]回族自治区")]);
    check("京政发", "110000-2023-1", &[]);
    check("京政发 source:any", "110000-2023-1", &[("Number", "[京政发]〔2023〕14号")]);
    check("发展改革委 source:press", "310000-2023-1", &[("Issuer", "上海市[发展改革委]")]);
}

#[test]
fn the_reason_names_the_language_of_what_it_hit() {
    let catalogue = &embedded().catalogue;
    for (line, id, lang, words) in [
        ("十三条", "131000-2023-1", Lang::Zh, "题名：廊坊市促进人工智能产业发展十三条措施"),
        ("十三条", "131000-2023-1", Lang::En, "Chinese title: 廊坊市促进人工智能产业发展十三条措施"),
        ("thirteen", "131000-2023-1", Lang::Zh, "英文题名：Thirteen Measures of Langfang for Promoting the Developm…"),
        ("thirteen", "131000-2023-1", Lang::En, "Title: Thirteen Measures of Langfang for Promoting the Developm…"),
        ("lf", "131000-2023-1", Lang::Zh, "题名（拼音）：廊坊市促进人工智能产业发展十三条措施"),
        ("lf", "131000-2023-1", Lang::En, "Chinese title (pinyin): 廊坊市促进人工智能产业发展十三条措施"),
        ("宁夏", "640000-2023-1", Lang::En, "Chinese name of the place: 宁夏回族自治区"),
        ("首试首用", "131000-2023-1", Lang::En, "keyword R07: 首试首用"),
    ] {
        let found = why(line, id, lang);
        let found: Vec<String> = found.iter().map(|reason| reason.words(catalogue, Ids::Told, lang)).collect();
        assert_eq!(found, [words], "{line} in {lang:?}");
    }
}

#[test]
fn a_place_says_why_it_was_found_with_policies_and_without() {
    let index = embedded();
    for (line, code, words) in [
        ("苏州", "320500", "地区：苏州市"),
        ("算法", "320500", "陈述 R09：苏州、无锡提出探索与元宇宙有关的算法。"),
        ("产业十三条", "131000", "题名：产业十三条"),
        ("lf", "131000", "题名（拼音）：廊坊市促进人工智能产业发展十三条措施"),
        ("suzhou", "320500", "英文地名：Suzhou"),
        ("sz", "320500", "地区（拼音）：苏州市"),
    ] {
        let query = parse(line, &index.catalogue).unwrap();
        let outcome = run(&index, &query, Unit::Region);
        let place = Row::Region(index.catalogue.regions.by_code(code).unwrap());
        let found = reasons(&index, &outcome, &query, place, Lang::Zh);
        let found: Vec<String> =
            found.iter().map(|reason| reason.words(&index.catalogue, Ids::Told, Lang::Zh)).collect();
        assert_eq!(found, [words], "{line}");
    }
}

/// Pieces of texts that fold in every way: alike, to nothing, to more, with a mark.
const SIGNS: [&str; 16] =
    ["数", "數", "据", "A", "a", "ａ", "I", " ", "“", "—", "-", "e\u{301}", "㎡", "m", "〔", "市"];

/// A text with brackets around the words searched for.
fn marked(line: &str, text: &str) -> String {
    let query = parse(line, &Catalogue::empty()).unwrap();
    let mut out = text.to_owned();
    for range in Needles::of(&query).ranges(text).iter().rev() {
        out.insert(range.end, ']');
        out.insert(range.start, '[');
    }
    out
}

#[test]
fn words_are_marked_where_they_stand_in_the_text_as_shown() {
    for (line, text, expected) in [
        ("数据", "数据要素、数据交易", "[数据]要素、[数据]交易"),
        ("數據", "数据交易", "[数据]交易"),
        ("数据", "數據交易", "[數據]交易"),
        ("ＡＩ", "An AI plan, ＡＩ and Ai", "An [AI] plan, [ＡＩ] and [Ai]"),
        ("ai", "Shanghai AI", "Shanghai [AI]"),
        ("plan", "Main plans", "Main [plan]s"),
        ("大模型 模型", "大模型与模型", "[大模型]与[模型]"),
        ("算力 算力券", "算力券", "[算力券]"),
        ("人工 智能", "人工智能", "[人工智能]"),
        ("十四五", "“十四五”规划", "“[十四五]”规划"),
        ("十四五规划", "“十四五”规划", "“[十四五”规划]"),
        ("\"2023)14\"", "京政发〔2023〕14号", "京政发〔[2023〕14]号"),
        ("\"2023-2025\"", "2023——2025年", "[2023——2025]年"),
        ("m2", "5㎡", "5[㎡]"),
        ("café", "the cafe\u{301} plan", "the [cafe\u{301}] plan"),
        ("beijing", "北京市", "北京市"),
        ("-数据", "数据", "数据"),
        ("\"“\"", "“数据”", "“数据”"),
        ("", "数据", "数据"),
        ("数据", "", ""),
    ] {
        assert_eq!(marked(line, text), expected, "{line} in {text}");
    }
}

#[test]
fn a_hit_across_a_letter_and_its_accent_has_a_reason() {
    let index = index_of(
        "(schema: 1, id: \"t\", release: \"1\", title: (zh: \"试\"), sources: [(id: \"s\", grade: Report, title: \"报\", covers: All)], \
         policies: [(id: \"110000-2023-1\", region: \"110000\", title: (zh: \"甲\", en: \"the cafe\u{301} plan\"), stage: Final)])",
    );
    for needle in ["café", "cafe\u{301}"] {
        let query = parse(needle, &index.catalogue).unwrap();
        let outcome = run(&index, &query, Unit::Policy);
        let Some(Row::Policy(policy)) = outcome.rows.first().copied() else { panic!("{needle} is not found") };
        let found = reasons(&index, &outcome, &query, Row::Policy(policy), Lang::Zh);
        assert_eq!(found.first().map(|reason| reason.mark), Some((4, 9)), "{needle}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_text_that_found_a_row_says_why(seed: u64) {
        let mut random = Random::new(seed, 0);
        let index = index_of(&random::catalogue(&mut random));
        let catalogue = &*index.catalogue;
        for _ in 0..4 {
            let query = random::query(&mut random, catalogue);
            let unit = if random.chance(5_000) { Unit::Policy } else { Unit::Region };
            let lang = if random.chance(5_000) { Lang::Zh } else { Lang::En };
            let outcome = run(&index, &query, unit);
            for row in &outcome.rows {
                let found = reasons(&index, &outcome, &query, *row, lang);
                prop_assert_eq!(found.len(), query.texts().count(), "one reason a text");
                for (reason, text) in found.iter().zip(query.texts()) {
                    prop_assert_eq!(&reason.text, text);
                    let (from, to) = reason.mark;
                    prop_assert!(from < to && to <= reason.excerpt.chars().count(), "{:?}", reason);
                    let marked: String = reason.excerpt.chars().skip(from).take(to - from).collect();
                    let by_pinyin = matches!(reason.field, ReasonField::TitlePinyin | ReasonField::RegionPinyin);
                    prop_assert!(by_pinyin || fold(&marked).contains(&fold(text)), "{:?}", reason);
                }
            }
        }
    }

    #[test]
    fn what_is_marked_folds_to_the_words_and_nothing_else_does(seed: u64) {
        let mut random = Random::new(seed, 0);
        let mut text = |most: usize| (0..=random.below(most)).map(|_| *random.pick(&SIGNS)).collect::<String>();
        for _ in 0..20 {
            let (shown, typed) = (text(12), text(2));
            let needle = fold(&typed);
            let line = format!("\"{typed}\"");
            let Ok(query) = parse(&line, &Catalogue::empty()) else { continue };
            let ranges = Needles::of(&query).ranges(&shown);
            for range in &ranges {
                prop_assert!(fold(&shown[range.clone()]).contains(&needle), "{} in {}", typed, shown);
            }
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?}", ranges);
            let is_there = !needle.is_empty() && nearness::find_literal(&fold(&shown), &needle).is_some();
            prop_assert_eq!(!ranges.is_empty(), is_there, "{} in {}", typed, shown);
        }
    }
}
