//! Benches of the engine, one a number on the performance table, for 12, 10,000 and 100,000 policies.
//!
//! `cargo bench --bench engine -- --sample-count 20`; a filter such as `facets` runs those alone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot be set up stops")]

mod generator;

use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use policy_atlas::catalogue::load;
use policy_atlas::query::{self, By, Index, Lens, Outcome, Query, Unit};
use policy_atlas::words::Lang;

const SIZES: [usize; 3] = [12, 10_000, 100_000];

fn main() {
    divan::main();
}

/// The text of a catalogue, made once.
fn text(n: usize) -> &'static str {
    static TEXTS: [OnceLock<String>; 3] = [const { OnceLock::new() }; 3];
    TEXTS[size(n)].get_or_init(|| generator::catalogue(generator::SEED, n))
}

/// The index of a catalogue, made once.
fn index(n: usize) -> &'static Index {
    static INDEXES: [OnceLock<Index>; 3] = [const { OnceLock::new() }; 3];
    INDEXES[size(n)].get_or_init(|| {
        let loaded = load(text(n).as_bytes());
        assert!(loaded.problems.is_empty(), "the generated catalogue is sound");
        Index::new(Arc::new(loaded.catalogue.unwrap()))
    })
}

fn size(n: usize) -> usize {
    SIZES.iter().position(|size| *size == n).unwrap()
}

fn query(n: usize, line: &str) -> Query {
    query::parse(line, &index(n).catalogue).unwrap()
}

/// The result of a line, with cells under its lens.
fn found(n: usize, line: &str) -> (Query, Outcome) {
    let query = query(n, line);
    let outcome = query::run(index(n), &query, Unit::Policy);
    (query, outcome)
}

const FILTER: &str = "region:浙江 month:2023-01..2024-12 focus:all(compute,data)";

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn a_load(bencher: Bencher<'_, '_>, n: usize) {
    let text = text(n);
    bencher.bench(|| load(black_box(text.as_bytes())));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn b_index(bencher: Bencher<'_, '_>, n: usize) {
    let catalogue = index(n).catalogue.clone();
    bencher.bench(|| Index::new(black_box(catalogue.clone())));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn c_run_filter_with_its_cells(bencher: Bencher<'_, '_>, n: usize) {
    let query = query(n, FILTER);
    bencher.bench(|| query::run(index(n), black_box(&query), Unit::Policy));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn c_run_filter_through_the_same_lens(bencher: Bencher<'_, '_>, n: usize) {
    let (query, outcome) = found(n, FILTER);
    bencher.bench(|| query::run_without(index(n), black_box(&query), Unit::Policy, &[], &outcome));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn c_run_filter_by_region(bencher: Bencher<'_, '_>, n: usize) {
    let query = query(n, FILTER);
    bencher.bench(|| query::run(index(n), black_box(&query), Unit::Region));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn d_cells_for_a_new_lens(bencher: Bencher<'_, '_>, n: usize) {
    let lens = Lens::of(&query(n, "source:report,official,press"), &index(n).catalogue);
    bencher.bench(|| index(n).cells(black_box(&lens)));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_facets_of_everything(bencher: Bencher<'_, '_>, n: usize) {
    let (query, outcome) = found(n, "");
    bencher.bench(|| query::facets(index(n), black_box(&query), &outcome));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_facets_of_the_filter(bencher: Bencher<'_, '_>, n: usize) {
    let (query, outcome) = found(n, FILTER);
    bencher.bench(|| query::facets(index(n), black_box(&query), &outcome));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_facets_by_region(bencher: Bencher<'_, '_>, n: usize) {
    let query = query(n, "");
    let outcome = query::run(index(n), &query, Unit::Region);
    bencher.bench(|| query::facets(index(n), black_box(&query), &outcome));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_focus_counts(bencher: Bencher<'_, '_>, n: usize) {
    let (query, outcome) = found(n, "");
    bencher.bench(|| query::focus_counts(index(n), black_box(&query), &outcome));
}

/// A click: the result in both units through the cells of before, all facets, the focus counts in both units, and the
/// rows in sight of the table.
fn click(bencher: Bencher<'_, '_>, n: usize, line: &str) {
    let (_, like) = found(n, if line.contains("source:any") { "source:any" } else { "" });
    let (index, query) = (index(n), query(n, line));
    let columns = query::columns(&index.catalogue, Unit::Policy);
    bencher.bench(|| {
        let policies = query::run_without(index, black_box(&query), Unit::Policy, &[], &like);
        let regions = query::run_without(index, &query, Unit::Region, &[], &policies);
        let counts = [&policies, &regions].map(|outcome| query::focus_counts(index, &query, outcome));
        let rows = policies.rows.iter().take(40);
        let shown: usize = rows
            .flat_map(|row| columns.iter().map(|column| column.shown(index, &policies, *row, Lang::Zh).len()))
            .sum();
        (query::facets(index, &query, &policies), counts, shown)
    });
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_click_on_a_filter(bencher: Bencher<'_, '_>, n: usize) {
    click(bencher, n, FILTER);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn e_click_on_a_text(bencher: Bencher<'_, '_>, n: usize) {
    click(bencher, n, &format!("source:any {}", generator::COMMON));
}

/// Search through the lens of everything, so that every statement is read; its cells are made beforehand.
fn search(bencher: Bencher<'_, '_>, n: usize, needle: &str) {
    let (_, like) = found(n, "source:any");
    let query = query(n, &format!("source:any {needle}"));
    bencher.bench(|| query::run_without(index(n), black_box(&query), Unit::Policy, &[], &like));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_common(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, generator::COMMON);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_medium(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, generator::MEDIUM);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_rare(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, generator::RARE);
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_miss(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, "没有这几个字");
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_two_characters(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, "算力");
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn f_search_pinyin(bencher: Bencher<'_, '_>, n: usize) {
    search(bencher, n, "suanli");
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn g_sort_by_title(bencher: Bencher<'_, '_>, n: usize) {
    let (_, outcome) = found(n, "");
    let keys = query::parse_sort("title", &index(n).catalogue, Unit::Policy).unwrap();
    bencher.bench(|| query::sort_rows(index(n), &outcome, black_box(&keys)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn g_sort_by_region_and_month_backwards(bencher: Bencher<'_, '_>, n: usize) {
    let (_, outcome) = found(n, "");
    let keys = query::parse_sort("region,-month", &index(n).catalogue, Unit::Policy).unwrap();
    bencher.bench(|| query::sort_rows(index(n), &outcome, black_box(&keys)));
}

#[divan::bench(args = SIZES, sample_count = 20)]
fn h_count_by_month(bencher: Bencher<'_, '_>, n: usize) {
    let (query, outcome) = found(n, "");
    bencher.bench(|| query::count_by(index(n), black_box(&query), &outcome, By::Month));
}
