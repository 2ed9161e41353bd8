//! Tests of the terms: each of them through all its parts.

use super::*;
use crate::words::Lang;

/// For each term a canonical line, the same in words, and the number of policies that pass it.
const TERMS: [(TermKey, &str, &str, usize); 14] = [
    (TermKey::Region, "region:=330000,330100", "地区：浙江省本身、杭州市", 1),
    (TermKey::Tier, "tier:city", "层级：地级", 7),
    (TermKey::Month, "month:2023-02,2023-05..2023-06", "月份：2023-02、2023-05 至 2023-06", 8),
    (TermKey::Focus, "focus:all(algorithm,data)", "方向：全部算法、数据", 4),
    (TermKey::Strength, "strength:substantive", "提及程度：有实质内容", 12),
    (TermKey::Keyword, "keyword:元宇宙", "关键词：元宇宙", 1),
    (TermKey::Stage, "stage:draft", "阶段：征求意见稿", 3),
    (TermKey::Issuer, "issuer:深圳市委", "发文机关：深圳市委", 0),
    (TermKey::Id, "id:110000-2023-1,330100-2023-1", "编号：110000-2023-1、330100-2023-1", 2),
    (TermKey::Layer, "layer:base", "图层：目录", 12),
    (TermKey::Source, "source:official,press", "来源：官方、媒体", 12),
    (TermKey::Basis, "basis:region", "是否点名：只说到该地", 12),
    (TermKey::Version, "version:any", "版本：任一", 12),
    (TermKey::Text, "算力", "“算力”", 3),
];

#[test]
fn every_term_is_read_written_said_and_held() {
    let index = embedded();
    assert_eq!(TERMS.map(|(key, ..)| key), TermKey::ALL);
    let told: Vec<(TermKey, String, String, usize)> = TERMS
        .iter()
        .map(|(_, line, ..)| {
            let query = parse(line, &index.catalogue).unwrap();
            let [term] = query.terms.as_slice() else { panic!("{line} is one term") };
            let words = term_words(term, &index.catalogue, Lang::Zh);
            (term.test.key(), write(&query), words, run(&index, &query, Unit::Policy).rows.len())
        })
        .collect();
    assert_eq!(told, TERMS.map(|(key, line, words, rows)| (key, line.to_owned(), words.to_owned(), rows)));
}

#[test]
fn a_click_on_a_counted_value_finds_as_many_rows_and_a_second_click_takes_it_back() {
    let index = embedded();
    let catalogue = &index.catalogue;
    let nothing = parse("source:any", catalogue).unwrap();
    for unit in [Unit::Policy, Unit::Region] {
        let outcome = run(&index, &nothing, unit);
        for facet in facets(&index, &nothing, &outcome).list {
            for value in facet.values {
                let clicked = nothing.toggled(facet.key, &value.id, catalogue);
                assert!(clicked.has(facet.key, &value.id) && clicked.has_only(facet.key, &value.id, catalogue));
                assert_eq!(parse(&write(&clicked), catalogue).as_ref(), Ok(&clicked), "{}", write(&clicked));
                assert_eq!(run(&index, &clicked, unit).rows.len(), value.count, "{}", write(&clicked));
                assert_eq!(clicked.toggled(facet.key, &value.id, catalogue), nothing);
            }
        }
    }
}

#[test]
fn a_click_joins_values_in_their_order_and_means_nothing_to_terms_without_a_list() {
    let index = embedded();
    let check = |line: &str, key: TermKey, value: &str, expected: &str| {
        let query = parse(line, &index.catalogue).unwrap();
        assert_eq!(write(&query.toggled(key, value, &index.catalogue)), expected, "{line} and {value}");
    };
    check("focus:only(data)", TermKey::Focus, "compute", "focus:only(compute,data)");
    check("focus:all(compute,data)", TermKey::Focus, "compute", "focus:all(data)");
    check("region:=330000", TermKey::Region, "330000", "region:330000,=330000");
    check("-tier:city", TermKey::Tier, "city", "");
    check("-stage:draft,final", TermKey::Stage, "draft", "-stage:final");
    check("-tier:city", TermKey::Tier, "province", "-tier:city tier:province");
    check("-focus:compute,data", TermKey::Focus, "data", "-focus:compute");
    check("-focus:only(data)", TermKey::Focus, "data", "-focus:only(data) focus:data");
    check("-focus:all(compute,data)", TermKey::Focus, "data", "-focus:all(compute,data) focus:data");
    check("month:2023", TermKey::Month, "2023-05", "month:2023,2023-05");
    check("tier:city", TermKey::Tier, "village", "tier:city");
    check("stage:draft stage:final", TermKey::Stage, "gone", "stage:draft stage:final");
    for (key, line, value) in [
        (TermKey::Strength, "strength:core", "mentioned"),
        (TermKey::Id, "id:110000-2023-1", "330100-2023-1"),
        (TermKey::Source, "source:any", "report"),
        (TermKey::Basis, "basis:region", "policy"),
        (TermKey::Version, "version:any", "own"),
        (TermKey::Text, "算力", "数据"),
    ] {
        check(line, key, value, line);
        check("", key, value, "");
    }
}
