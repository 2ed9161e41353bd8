//! Benches of the exports: 12 and 100,000 policies to each format, the bytes thrown away.
//!
//! `cargo bench --bench export`; a filter such as `parquet` runs that alone. The memory that a
//! whole call takes is told by `/usr/bin/time -v policy-atlas export ...` with a catalogue of `examples/generate.rs`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot be set up stops")]

mod generator;

use std::io::sink;
use std::ops::ControlFlow;
use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use policy_atlas::catalogue::load;
use policy_atlas::export::{self, Format, Table};
use policy_atlas::query::{self, Index, Unit};
use policy_atlas::words::Lang;

const SIZES: [usize; 2] = [12, 100_000];

fn main() {
    divan::main();
}

/// The index of a catalogue, made once.
fn index(n: usize) -> &'static Index {
    static INDEXES: [OnceLock<Index>; 2] = [const { OnceLock::new() }; 2];
    let at = SIZES.iter().position(|size| *size == n).unwrap();
    INDEXES[at].get_or_init(|| {
        let loaded = load(generator::catalogue(generator::SEED, n).as_bytes());
        Index::new(Arc::new(loaded.catalogue.unwrap()))
    })
}

/// Every row of a catalogue under every column.
fn write(bencher: Bencher<'_, '_>, format: Format, n: usize) {
    let index = index(n);
    let outcome = query::run(index, &query::Query::default(), Unit::Policy);
    let columns = query::columns(&index.catalogue, Unit::Policy);
    let table = Table::of(index, &outcome, &outcome.rows, &columns, Lang::Zh);
    bencher.bench(|| {
        export::write(format, black_box(&table), &mut sink(), &mut |_, _| ControlFlow::Continue(())).unwrap();
    });
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn a_csv(bencher: Bencher<'_, '_>, n: usize) {
    write(bencher, Format::Csv, n);
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn b_parquet(bencher: Bencher<'_, '_>, n: usize) {
    write(bencher, Format::Parquet, n);
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn c_sqlite(bencher: Bencher<'_, '_>, n: usize) {
    write(bencher, Format::Sqlite, n);
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn d_xlsx(bencher: Bencher<'_, '_>, n: usize) {
    write(bencher, Format::Xlsx, n);
}
