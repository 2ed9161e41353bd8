//! This program's arm of the comparison with others (`run.py`): answers the questions that come by line, on one thread.
//!
//! `dump FOLDER` writes what the others are to load; `filter`, `search TEXT`, `sort`, `csv FILE`, `parquet FILE` and
//! `xlsx FILE` answer as many times as the number before them says, and so do `click LINE`, all that the window shows of
//! a query, `title`, which sorts by it, `load FILE`, and `shared FILE`, which loads on all cores. `catalogue N FILE`
//! writes a catalogue of so many policies. Each answer is one line; `run.py` reads the processor's time. As `bare` it is
//! the arm of the `ron` crate, which loads alone; as `hold FILE` it keeps what it has read, so that its memory can be
//! told.

#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up stops")]

mod bare;
#[path = "../generator.rs"]
mod generator;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead as _, BufWriter, Write as _, stdin, stdout};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use policy_atlas::catalogue::{Catalogue, File as Text, Hands, Statement, alone, fold, load, load_with};
use policy_atlas::export::{self, Format, Table};
use policy_atlas::query::{self, Index, Outcome, Query, Unit};
use policy_atlas::store::share;
use policy_atlas::words::Lang;

/// 浙江, half a year, policies that take up computing power and data.
const FILTER: &str = "source:any region:浙江 month:2023-01..2023-06 focus:all(compute,data)";

fn main() {
    let mut args = std::env::args().skip(1);
    let policies = args.next().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    match args.next().as_deref() {
        Some("bare") => return answer(|asked| bare::load(asked.split_once(' ').unwrap().1)),
        Some("hold") => {
            let index = read(&args.next().unwrap(), &alone);
            return answer(|_| index.catalogue.policies.len().to_string());
        }
        _ => {}
    }
    let loaded = load(generator::catalogue(generator::SEED, policies).as_bytes());
    let index = Index::new(Arc::new(loaded.catalogue.unwrap()));
    index.prepare();
    let everything = query::run(&index, &query::parse("source:any", &index.catalogue).unwrap(), Unit::Policy);
    answer(|asked| answer_to(asked, &index, &everything));
}

/// A catalogue from a file, with its index.
fn read(path: &str, hands: &Hands) -> Index {
    let bytes = std::fs::read(path).unwrap();
    let text = [Text { name: "", bytes: &bytes }];
    let loaded = load_with(&text, hands, &mut |_| ControlFlow::Continue(())).unwrap();
    Index::shared(Arc::new(loaded.catalogue.unwrap()), hands)
}

/// Answers each line as often as it says.
fn answer(mut one: impl FnMut(&str) -> String) {
    println!("ready");
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        let (times, asked) = line.split_once(' ').unwrap();
        let mut answer = String::new();
        for _ in 0..times.parse().unwrap() {
            answer = black_box(one(asked));
        }
        println!("{answer}");
        stdout().flush().unwrap();
    }
}

fn answer_to(asked: &str, index: &Index, everything: &Outcome) -> String {
    let found = |line: &str| {
        let query = query::parse(line, &index.catalogue).unwrap();
        query::run_without(index, &query, Unit::Policy, &[], everything)
    };
    let (word, tail) = asked.split_once(' ').unwrap_or((asked, ""));
    match word {
        "filter" => found(FILTER).rows.len().to_string(),
        "search" => found(&format!("source:any {tail}")).rows.len().to_string(),
        "sort" => {
            let rows = sorted("region,-month", index, everything);
            let at = |n: usize| rows.get(n).map_or("", |row| row.id(&index.catalogue));
            [at(0), at(rows.len() / 2), at(rows.len() - 1)].join(" ")
        }
        "title" => sorted("title", index, everything).len().to_string(),
        "click" => click(&query::parse(tail, &index.catalogue).unwrap(), index, everything),
        "load" => read(tail, &alone).catalogue.policies.len().to_string(),
        "shared" => read(tail, &share).catalogue.policies.len().to_string(),
        "csv" => write(Format::Csv, tail, index, everything),
        "parquet" => write(Format::Parquet, tail, index, everything),
        "xlsx" => write(Format::Xlsx, tail, index, everything),
        "dump" => dump(Path::new(tail), index, everything),
        "catalogue" => {
            let (policies, path) = tail.split_once(' ').unwrap();
            std::fs::write(path, generator::catalogue(generator::SEED, policies.parse().unwrap())).unwrap();
            path.to_owned()
        }
        other => format!("unknown: {other}"),
    }
}

/// The rows in this order.
fn sorted(keys: &str, index: &Index, everything: &Outcome) -> Vec<query::Row> {
    let keys = query::parse_sort(keys, &index.catalogue, Unit::Policy).unwrap();
    query::sort_rows(index, everything, &keys)
}

/// A click: the result in both units, all facets, the focus counts in both units, and the rows in sight of the table.
fn click(query: &Query, index: &Index, everything: &Outcome) -> String {
    let policies = query::run_without(index, query, Unit::Policy, &[], everything);
    let regions = query::run_without(index, query, Unit::Region, &[], &policies);
    for outcome in [&policies, &regions] {
        black_box(query::focus_counts(index, query, outcome));
    }
    black_box(query::facets(index, query, &policies));
    let columns = query::columns(&index.catalogue, Unit::Policy);
    for row in policies.rows.iter().take(40) {
        for column in &columns {
            black_box(column.shown(index, &policies, *row, Lang::Zh));
        }
    }
    policies.rows.len().to_string()
}

/// Writes every column of every row; answers with the number of rows.
fn write(format: Format, path: &str, index: &Index, outcome: &Outcome) -> String {
    let columns = query::columns(&index.catalogue, Unit::Policy);
    let table = Table::of(index, outcome, &outcome.rows, &columns, Lang::Zh);
    let mut out = BufWriter::new(File::create(path).unwrap());
    export::write(format, &table, &mut out, &mut |_, _| ControlFlow::Continue(())).unwrap();
    out.flush().unwrap();
    outcome.rows.len().to_string()
}

/// Writes `policies.csv` and `places.csv`: what the questions are about, texts folded as the search line folds them.
fn dump(folder: &Path, index: &Index, outcome: &Outcome) -> String {
    let catalogue = &*index.catalogue;
    let focuses: Vec<_> = catalogue.focus_idxs().collect();
    let mut out = BufWriter::new(File::create(folder.join("policies.csv")).unwrap());
    let names: Vec<&str> = focuses.iter().map(|focus| catalogue[*focus].id.as_str()).collect();
    writeln!(out, "id,region,province,month,year,serial,{},text", names.join(",")).unwrap();
    for (row, cells) in outcome.each() {
        let policy = catalogue.policy_by_id(row.id(catalogue)).unwrap();
        let record = &catalogue[policy];
        let province = &catalogue[catalogue.regions.province_of(record.region)].code;
        let month = record.month.map(|month| month.to_string()).unwrap_or_default();
        let serial = record.id.splitn(3, '-').skip(1).collect::<Vec<_>>().join(",");
        let flags: Vec<&str> = cells.iter().map(|cell| if cell.strength.is_stated() { "1" } else { "0" }).collect();
        let own = record.title.each().chain(record.short.each()).chain(record.number.iter().map(|(n, _)| n.as_str()));
        let own = own.chain(record.issuers.iter().flat_map(|(name, _)| name.each())).map(fold);
        let stated = index.of_policy(policy).iter().map(|i| &catalogue[*i]);
        let stated = stated.filter(|s| s.kind.counts() && outcome.lens.holds(s)).flat_map(texts);
        let text: Vec<String> = own.chain(stated).collect();
        let region = &catalogue[record.region].code;
        let flags = flags.join(",");
        writeln!(out, "{},{region},{province},{month},{serial},{flags},{}", record.id, quoted(&text)).unwrap();
    }
    let mut out = BufWriter::new(File::create(folder.join("places.csv")).unwrap());
    writeln!(out, "region,text").unwrap();
    for (place, region) in catalogue.regions.iter() {
        let stated = index.of_region(place).iter().map(|i| &catalogue[*i]);
        let stated = stated.filter(|s| s.kind.counts() && outcome.lens.holds(s)).flat_map(texts);
        let text: Vec<String> = region.name.each().map(fold).chain(stated).collect();
        writeln!(out, "{},{}", region.code, quoted(&text)).unwrap();
    }
    Catalogue::content_sha256(catalogue)
}

fn texts(statement: &Statement) -> impl Iterator<Item = String> {
    let own = statement.summary.each().chain(statement.quote.as_deref());
    own.chain(statement.keywords.iter().map(String::as_str)).map(fold)
}

fn quoted(texts: &[String]) -> String {
    format!("\"{}\"", texts.join("\n").replace('"', "\"\""))
}
