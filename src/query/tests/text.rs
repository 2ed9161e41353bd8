//! Tests of folding, and of the reason that is shown for each hit.

use proptest::prelude::*;

use super::random::{self, Random};
use super::*;

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

fn why(line: &str, id: &str) -> Vec<Reason> {
    let index = embedded();
    let query = parse(line, &index.catalogue).unwrap();
    let lens = Lens::of(&query, &index.catalogue);
    let policy = index.catalogue.policy_by_id(id).unwrap();
    reasons(query.texts(), policy, &index.catalogue, &index.rests_on(policy, &lens), &lens)
}

/// The field, and the excerpt with its mark in brackets.
#[track_caller]
fn check(line: &str, id: &str, expected: &[(&str, &str)]) {
    let index = embedded();
    let found: Vec<(String, String)> = why(line, id)
        .into_iter()
        .map(|reason| {
            let field = match reason.field {
                ReasonField::Statement(s) => index.catalogue[s].id.clone(),
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
fn a_hit_is_shown_where_it_is_and_literal_ones_before_pinyin() {
    check("十三条", "131000-2023-1", &[("Title", "廊坊市促进人工智能产业发展[十三条]措施")]);
    check(
        "廊坊市 langfang",
        "131000-2023-1",
        &[("Title", "[廊坊市]促进人工智能产业发展十三条措施"), ("Title", "…ures of [Langfang] for Promoti…")],
    );
    check("lf", "131000-2023-1", &[("TitlePinyin", "[廊]坊市促进人工智能产业发展十三条措施")]);
    check("首试首用", "131000-2023-1", &[("R07", "[首试首用]")]);
    check("ningxia", "640000-2023-1", &[("Title", "… Development of AI ([Ningxia])")]);
    check("nx", "640000-2023-1", &[("RegionPinyin", "[宁]夏回族自治区")]);
    check("宁夏", "640000-2023-1", &[("Region", "[宁夏]回族自治区")]);
    check("京政发", "110000-2023-1", &[]);
    check("京政发 source:any", "110000-2023-1", &[("Number", "[京政发]〔2023〕14号")]);
    check("发展改革委 source:press", "310000-2023-1", &[("Issuer", "上海市[发展改革委]")]);
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
        let found = reasons(query.texts(), policy, &index.catalogue, &[], &outcome.lens);
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
            let outcome = run(&index, &query, Unit::Policy);
            for row in &outcome.rows {
                let Row::Policy(policy) = *row else { panic!("a place in a result by policy") };
                let resting = index.rests_on(policy, &outcome.lens);
                let found = reasons(query.texts(), policy, catalogue, &resting, &outcome.lens);
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
}
