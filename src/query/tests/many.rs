//! The counts of many policies in two files against the obvious filter.
//!
//! `QUERIES=10000 cargo test --release --lib many_policies` asks as many questions; a usual run asks a few.

use super::oracle::{Met, Naive, check_counts};
use super::random::{self, Random};
use super::*;
use crate::catalogue::{ById, File, load_stack};

const POLICIES: usize = 2_000;
const USUAL: usize = 16;

#[test]
fn many_policies_of_two_files_count_as_by_the_obvious_filter() {
    let mut random = Random::new(20_231_030, 0);
    let texts = random::stack(&mut random, POLICIES);
    let files = texts.each_ref().map(|text| File { name: "", bytes: text.as_bytes() });
    let loaded = load_stack(&files);
    assert!(!loaded.has_errors(), "{:?}", loaded.problems.first());
    let index = Index::new(std::sync::Arc::new(loaded.catalogue.unwrap()));
    assert!(!index.catalogue.twins.is_empty());
    let met = Met::default();
    let queries = option_env!("QUERIES").map_or(USUAL, |many| many.parse().unwrap());
    for n in 0..queries {
        let query = random::query(&mut Random::new(n as u64, 1), &index.catalogue);
        for unit in [Unit::Policy, Unit::Region] {
            let outcome = check_counts(&index, &query, unit, &met);
            check_facets(&index, &query, &outcome, &met);
            check_order(&index, &outcome, &mut Random::new(n as u64, 2));
            check_next(&index, &query, &outcome, &mut Random::new(n as u64, 3));
            check_typed(&index, &query, unit, &mut Random::new(n as u64, 4));
        }
    }
}

#[test]
fn the_base_stands_before_a_layer_whatever_its_tag() {
    for tag in ["k7qa", "2222"] {
        let texts = random::stack(&mut Random::new(20_231_030, 0), 20).map(|text| text.replace("k7qa", tag));
        let loaded = load_stack(&texts.each_ref().map(|text| File { name: "", bytes: text.as_bytes() }));
        let index = Index::new(std::sync::Arc::new(loaded.catalogue.unwrap()));
        let query = Query::default();
        let facet = facet(&index, &query, &run(&index, &query, Unit::Policy), TermKey::Layer).unwrap();
        let values: Vec<&str> = facet.values.iter().map(|value| value.id.as_str()).collect();
        assert_eq!(values, ["base", tag]);
    }
}

#[track_caller]
fn check_facets(index: &Index, query: &Query, outcome: &Outcome, met: &Met) {
    for Facet { key, values } in facets(index, query, outcome).list {
        let others = query.without(key);
        let mut expected = Naive::new(&index.catalogue, &others, met).facet(key, outcome.unit);
        for value in values {
            let id = if key == TermKey::Keyword { fold(&value.id) } else { value.id };
            let count = expected.remove(&id).unwrap_or(0);
            assert_eq!(value.count, count, "facet {key:?}:{id} of {} by {:?}", write(query), outcome.unit);
        }
        assert!(expected.is_empty(), "facet {key:?} of {} lacks {expected:?}", write(query));
    }
}

/// Checks that the next query through the same lens finds what it finds without the one before.
#[track_caller]
fn check_next(index: &Index, query: &Query, outcome: &Outcome, random: &mut Random) {
    let of_lens = |term: &&Term| term.test.is_lens();
    let others = random::query(random, &index.catalogue).terms.into_iter().filter(|term| !term.test.is_lens());
    let kept = query.terms.iter().filter(|term| of_lens(term) || (!term.test.is_setting() && random.chance(7_000)));
    let next = Query::of(kept.cloned().chain(others).collect());
    let (fresh, shared) = (run(index, &next, outcome.unit), run_without(index, &next, outcome.unit, &[], outcome));
    assert_eq!(ids(&index.catalogue, &shared.rows), ids(&index.catalogue, &fresh.rows), "{}", write(&next));
    assert_eq!(facets(index, &next, &shared), facets(index, &next, &fresh), "{}", write(&next));
    assert_eq!(focus_counts(index, &next, &shared), focus_counts(index, &next, &fresh), "{}", write(&next));
}

/// Checks that a text typed sign by sign behind a query finds with each what it finds at once.
#[track_caller]
fn check_typed(index: &Index, query: &Query, unit: Unit, random: &mut Random) {
    let policy = &index.catalogue.policies[random.below(index.catalogue.policies.len())];
    let title: Vec<char> = policy.title.get(crate::words::Lang::Zh).chars().collect();
    let (from, upto) = (random.below(title.len()), 1 + random.below(5));
    let typed: String = match random.below(3) {
        0 => "shuju".chars().take(upto).collect(),
        1 => "ai ＡＩ算力".chars().take(upto).collect(),
        _ => title.iter().skip(from).take(upto).collect(),
    };
    let mut before = run(index, query, unit);
    for (end, c) in typed.char_indices() {
        let text = Term { not: false, test: Test::Text(typed[..end + c.len_utf8()].to_owned()) };
        let next = Query::of(query.terms.iter().cloned().chain([text]).collect());
        let (fresh, shared) = (run(index, &next, unit), run_without(index, &next, unit, &[], &before));
        assert_eq!(ids(&index.catalogue, &shared.rows), ids(&index.catalogue, &fresh.rows), "{}", write(&next));
        assert_eq!(shared.policies, fresh.policies, "{}", write(&next));
        before = shared;
    }
}

/// Checks the order of the rows by two columns and then by place and id, each pair of neighbours compared by their values.
#[track_caller]
fn check_order(index: &Index, outcome: &Outcome, random: &mut Random) {
    let all = columns(&index.catalogue, outcome.unit);
    let keys = [0, 1].map(|_| SortKey { column: *random.pick(&all), descending: random.chance(5_000) });
    let rows = sort_rows(index, outcome, &keys);
    let mut same = rows.clone();
    same.sort_unstable();
    assert_eq!(same, outcome.rows);
    let value = |key: &SortKey, row: Row| key.column.sort_value(index, outcome, row);
    let compare = |key: &SortKey, a: Row, b: Row| {
        let (a, b) = (value(key, a), value(key, b));
        let order = key.column.entry().order.compare(&a, &b);
        sort::is_blank(&a).cmp(&sort::is_blank(&b)).then(if key.descending { order.reverse() } else { order })
    };
    let last = |row: Row| (row.region(&index.catalogue), ById(row.id(&index.catalogue)));
    for pair in rows.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let order = keys.iter().fold(std::cmp::Ordering::Equal, |order, key| order.then_with(|| compare(key, a, b)));
        assert!(order.then_with(|| last(a).cmp(&last(b))).is_lt(), "{keys:?}: {a:?} before {b:?}");
    }
}
