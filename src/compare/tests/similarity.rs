//! Tests of similarity: pairs worked out by hand from the report, and every pair against sets that are plainly built.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::query::tests::random::{self, Random};
use crate::query::{Outcome, fold};

fn of(index: &Index, line: &str, unit: Unit, of: Elements, order: SimilarityOrder) -> (Outcome, Similarity) {
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(index, &query, unit);
    let found = crate::compare::similarity(index, &query, &outcome, of, order);
    (outcome, found)
}

fn by_region(index: &Index, line: &str, order: SimilarityOrder) -> Similarity {
    of(index, line, Unit::Region, Elements::Focuses, order).1
}

fn at(similarity: &Similarity, row: Row) -> usize {
    similarity.rows.iter().position(|profile| profile.row == row).unwrap()
}

fn names(catalogue: &Catalogue, similarity: &Similarity) -> String {
    let short = |profile: &Profile| catalogue[profile.row.region(catalogue)].short.clone();
    similarity.rows.iter().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn pairs_of_the_report_are_those_worked_out_by_hand() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let all = by_region(&index, "", SimilarityOrder::Code);
    for (first, second, expected) in [
        ("北京", "上海", "- | algorithm data application enterprise | compute | - = 0 / 5"),
        ("杭州", "成都", "algorithm data | compute enterprise | - | application = 2 / 4"),
        ("廊坊", "宁夏", "algorithm | - | - | compute data application enterprise = 1 / 1"),
        ("武汉", "上海", "- | - | compute | algorithm data application enterprise = 不可比：有一方未提及"),
        ("武汉", "武汉", "- | - | - | compute algorithm data application enterprise = 不可比：有一方未提及"),
    ] {
        let (a, b) = (at(&all, place(catalogue, first)), at(&all, place(catalogue, second)));
        let pair = all.pair(a, b);
        let list = |elements: &[&Element]| {
            let ids: Vec<&str> = elements
                .iter()
                .map(|element| match element {
                    Element::Focus(focus) => catalogue[*focus].id.as_str(),
                    Element::Keyword(keyword) => keyword,
                })
                .collect();
            if ids.is_empty() { "-".to_owned() } else { ids.join(" ") }
        };
        let index = all.index(a, b);
        assert_eq!(index, pair.index(), "{first} {second}: the matrix and the two-by-two");
        let words =
            index.map_or(crate::words::CompareText::NotComparable.get(Lang::Zh).to_owned(), |i| i.words(Lang::Zh));
        let four = [&pair.both, &pair.only_first, &pair.only_second, &pair.neither].map(|elements| list(elements));
        assert_eq!(format!("{} = {words}", four.join(" | ")), expected, "{first} {second}");
        assert_eq!(all.index(b, a), index, "the index does not know first from second");
    }
    assert_eq!(all.rows.len(), 11);
    assert!(all.not_assessed.is_empty() && all.left_out == 0);
    assert_eq!(all.caption(Lang::Zh), ["按来源是否提及；未提及不等于没有", "另 1 个各方向均未提及，无从比较"]);
    let wuhan = at(&all, place(catalogue, "武汉"));
    assert!((0..all.rows.len()).all(|other| all.index(wuhan, other).is_none()), "of 武汉 nothing is stated");
    let compared = (0..all.rows.len()).filter(|at| *at != wuhan);
    assert!(compared.clone().all(|a| compared.clone().all(|b| all.index(a, b).is_some())), "of all others something");
}

#[test]
fn rows_that_no_source_covers_stand_apart() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let seen = by_region(&index, "source:yicai", SimilarityOrder::Code);
    let all = by_region(&index, "", SimilarityOrder::Code);
    assert!(!seen.not_assessed.is_empty());
    assert!(seen.not_assessed.contains(&place(catalogue, "宁夏")), "nothing public is known of 宁夏");
    let places = run(&index, &parse("source:yicai", catalogue).unwrap(), Unit::Region).rows.len();
    assert_eq!(seen.rows.len() + seen.not_assessed.len(), places);
    assert!(seen.rows.len() < all.rows.len());
    let caption = seen.caption(Lang::Zh).join(" ");
    assert!(caption.contains(&format!("{} 个未考察", seen.not_assessed.len())), "{caption}");
    // A source that covers nothing says nothing by being silent on the other focuses.
    assert!(seen.rows.iter().all(|profile| !profile.not_assessed.is_empty()));
}

#[test]
fn keywords_join_the_sets_only_when_asked_for() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let (_, found) = of(&index, "", Unit::Region, Elements::WithKeywords, SimilarityOrder::Code);
    let (a, b) = (at(&found, place(catalogue, "廊坊")), at(&found, place(catalogue, "无锡")));
    let pair = found.pair(a, b);
    let words = |elements: &[&Element]| {
        elements.iter().map(|e| e.name(catalogue, Lang::Zh).to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(words(&pair.both), "算法");
    assert_eq!(words(&pair.only_first), "首版次 首试首用");
    assert_eq!(words(&pair.only_second), "元宇宙");
    assert_eq!(found.index(a, b), Some(Jaccard { shared: 1, union: 4 }));
    assert!(found.caption(Lang::En).iter().any(|part| part == "keywords are counted too"));
}

#[test]
fn a_threshold_is_that_of_the_focus_terms_and_is_said() {
    let index = embedded();
    let all = by_region(&index, "strength:substantive", SimilarityOrder::Code);
    assert!(all.rows.iter().all(|profile| profile.has.is_clear()), "a report mentions at most");
    assert_eq!(all.caption(Lang::Zh)[0], "按来源的提及程度是否达到“有实质内容”；未提及不等于没有");
}

#[test]
fn likeness_puts_like_beside_like_whatever_the_order_of_the_codes() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let code = by_region(&index, "", SimilarityOrder::Code);
    assert_eq!(names(catalogue, &code), "北京 廊坊 上海 南京 无锡 苏州 杭州 武汉 深圳 成都 宁夏");
    let like = by_region(&index, "", SimilarityOrder::Likeness);
    // 廊坊 and 无锡 are the first pair alike in all that is stated; 南京, 北京, 杭州 follow at the later end, 苏州 goes
    // before the earlier; of 武汉 nothing is stated.
    assert_eq!(names(catalogue, &like), "苏州 廊坊 无锡 深圳 宁夏 南京 北京 杭州 成都 上海 武汉");
    for (at, row) in like.rows.iter().enumerate() {
        for (other, second) in like.rows.iter().enumerate() {
            let position = |profile: &Profile| code.rows.iter().position(|p| p.row == profile.row).unwrap();
            assert_eq!(like.index(at, other), code.index(position(row), position(second)));
        }
    }
}

#[test]
fn more_rows_than_a_page_holds_are_left_out_and_counted() {
    let mut text = String::from(
        "(schema: 1, id: \"m\", release: \"1\", title: (zh: \"多\"), default_sources: [\"s\"],
        focuses: [(id: \"compute\", name: (zh: \"算力\"))], sources: [(id: \"s\", grade: Report, title: \"报告\", covers: All)],
        policies: [",
    );
    for n in 1..=MAX_ROWS + 3 {
        text += &format!("(id: \"110000-2023-{n}\", region: \"110000\", title: (zh: \"政策\"), stage: Final),");
    }
    text += "], statements: [])";
    let index = index_of(&text);
    let (outcome, found) = of(&index, "", Unit::Policy, Elements::Focuses, SimilarityOrder::Likeness);
    assert_eq!((found.rows.len(), found.left_out), (MAX_ROWS, 3));
    assert_eq!(found.rows[0].row, outcome.rows[0]);
    assert!(found.caption(Lang::En).iter().any(|part| part.contains("3 are left out")));
}

/// The elements stated of a row, from the cells and the statements themselves.
fn stated(index: &Index, outcome: &Outcome, row: Row, threshold: Strength, of: Elements) -> BTreeSet<String> {
    let catalogue = &*index.catalogue;
    let has = |focus: &crate::catalogue::FocusIdx| outcome.cell(row, *focus).strength >= threshold;
    let mut set: BTreeSet<String> =
        catalogue.focus_idxs().filter(has).map(|focus| format!("focus {}", catalogue[focus].id)).collect();
    if of == Elements::WithKeywords {
        let policies = outcome.policies_of(index, row);
        for statement in &catalogue.statements {
            let speaks = match &statement.of {
                crate::catalogue::Of::Policy(policy) => policies.contains(policy),
                crate::catalogue::Of::Regions(places) => places.contains(&row.region(catalogue)),
                _ => false,
            };
            let reaches = statement.focuses.is_empty() || statement.strength >= threshold;
            if speaks && statement.kind.counts() && outcome.lens.holds(statement) && reaches {
                set.extend(statement.keywords.iter().map(|keyword| fold(keyword)));
            }
        }
    }
    set
}

#[track_caller]
fn check_pairs(index: &Index, query: &Query, unit: Unit, of: Elements, order: SimilarityOrder) {
    let outcome = run(index, query, unit);
    let found = crate::compare::similarity(index, query, &outcome, of, order);
    let line = crate::query::write(query);
    assert_eq!(found.rows.len() + found.not_assessed.len() + found.left_out, outcome.rows.len(), "{line}");
    let sets: Vec<BTreeSet<String>> =
        found.rows.iter().map(|profile| stated(index, &outcome, profile.row, query.strength(), of)).collect();
    for (a, first) in sets.iter().enumerate() {
        for (b, second) in sets.iter().enumerate() {
            let (shared, union) = (first.intersection(second).count(), first.union(second).count());
            let expected = (!first.is_empty() && !second.is_empty()).then_some(Jaccard { shared, union });
            assert_eq!(found.index(a, b), expected, "{line} by {unit:?}");
            let pair = found.pair(a, b);
            assert_eq!(pair.index(), expected);
            let four = [&pair.both, &pair.only_first, &pair.only_second, &pair.neither].map(Vec::len);
            assert_eq!(four.iter().sum::<usize>(), found.elements.len(), "each element in exactly one of the four");
        }
    }
    for row in &found.not_assessed {
        assert!(index.catalogue.focus_idxs().all(|f| !outcome.cell(*row, f).is_assessed()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_index_is_that_of_the_obvious_sets(seed: u64) {
        let mut random = Random::new(seed, 1);
        let index = index_of(&random::catalogue(&mut random));
        for _ in 0..3 {
            let query = random::query(&mut random, &index.catalogue);
            for unit in [Unit::Policy, Unit::Region] {
                check_pairs(&index, &query, unit, Elements::Focuses, SimilarityOrder::Likeness);
                check_pairs(&index, &query, unit, Elements::WithKeywords, SimilarityOrder::Code);
            }
        }
    }
}
