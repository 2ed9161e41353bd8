//! Tests that reading takes time in proportion to the file, also where the same fault stands in it thousands of times.
//!
//! A square of these sizes takes many minutes, a line about a second: the cap tells the two apart on any machine.

use std::sync::mpsc::channel;
use std::time::Duration;

use super::*;
use crate::words::Lang;

/// The longest that reading one of these files may take here.
const CAP: Duration = Duration::from_mins(2);
/// The size of a file in bytes.
const SIZE: usize = 500_000;

/// Parts of a catalogue.
#[derive(Default)]
struct Parts {
    covers: Option<String>,
    regions: String,
    policies: String,
    statements: String,
    milestones: String,
}

fn text(parts: &Parts) -> String {
    let covers = parts.covers.as_deref().unwrap_or("All");
    let Parts { regions, policies, statements, milestones, .. } = parts;
    format!(
        "(schema: 1, id: \"t\", release: \"1\", title: (zh: \"试\"),\nfocuses: [(id: \"data\", name: (zh: \"数据\"))],\n\
         sources: [(id: \"s\", grade: Report, title: \"报告\", covers: {covers})],\nregions: [{regions}],\n\
         policies: [{policies}],\nstatements: [{statements}],\nmilestones: [{milestones}],\nclaims: [])"
    )
}

/// One piece after another until the size is reached.
fn many(piece: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for n in 0.. {
        if out.len() >= SIZE {
            break;
        }
        out += &piece(n);
    }
    out
}

fn policy(n: usize, more: &str) -> String {
    format!("(id: \"310000-2023-{n}\", region: \"310000\", title: (zh: \"题\"), stage: Final{more}),")
}

fn statement(n: usize, of: &str, more: &str) -> String {
    format!(
        "(id: \"{n}\", kind: Focus, of: {of}, focuses: [\"data\"], strength: Substantive, list: Closed, \
         assigned_by: Source, version: Final, summary: (zh: \"要\"), source: \"s\"{more}),"
    )
}

/// Reads a file within the cap, and gives its problems in English.
#[track_caller]
fn read(name: &str, parts: &Parts) -> Vec<String> {
    let (sender, receiver) = channel();
    let text = text(parts);
    let work = move || {
        let loaded = load(text.as_bytes());
        sender.send(loaded.problems.iter().map(|problem| problem.line("f", Lang::En)).collect()).ok();
    };
    std::thread::Builder::new().name(name.to_owned()).spawn(work).unwrap();
    receiver.recv_timeout(CAP).unwrap_or_else(|_| panic!("{name}: more time than its size explains"))
}

#[test]
fn many_problems_of_one_kind_in_one_record_are_told_up_to_a_number_and_counted() {
    let of = "Policy(\"310000-2023-1\")";
    let one = || policy(1, "");
    let list = |piece: &str| many(|_| piece.to_owned());
    let milestone =
        format!("(id: \"m\", who: \"x\", what: (zh: \"y\"), dates: [{}])", list("(on: \"x\", source: \"s\"),"));
    for (name, parts) in [
        (
            "codes of counties",
            Parts { statements: statement(1, &format!("Regions([{}])", list("\"440305\",")), ""), ..Parts::default() },
        ),
        (
            "empty keywords",
            Parts {
                policies: one(),
                statements: statement(1, of, &format!(", keywords: [{}]", list("\"\","))),
                ..Parts::default()
            },
        ),
        ("bad dates of a milestone", Parts { milestones: milestone, ..Parts::default() }),
        (
            "bad events",
            Parts {
                policies: policy(1, &format!(", events: [{}]", list("(kind: Issued, on: \"x\", source: \"s\"),"))),
                ..Parts::default()
            },
        ),
        (
            "unknown policies covered",
            Parts {
                covers: Some(format!("Policies([{}])", many(|n| format!("\"3100-{n}\",")))),
                policies: one(),
                ..Parts::default()
            },
        ),
    ] {
        let problems = read(name, &parts);
        assert_eq!(problems.len(), 101, "{name}");
        let last = problems.last().unwrap();
        assert!(last.contains(" more problems of the same kind in this record"), "{name}: {last}");
    }
}

#[test]
fn a_fault_in_every_record_takes_time_in_proportion() {
    let chain = |n: usize| {
        let parent = if n == 0 { "110000".to_owned() } else { format!("99{:06}", n - 1) };
        format!("(code: \"99{n:06}\", name: (zh: \"甲{n}\"), kind: City, parent: \"{parent}\"),")
    };
    let unknown = |n: usize| statement(n, &format!("Policy(\"310000-2024-{n}\")"), "");
    let long = "a".repeat(SIZE / 2);
    for (name, parts, least) in [
        ("open comments", Parts { policies: many(|n| format!("(id: \"a{n}\", /* x\n")), ..Parts::default() }, 20_000),
        (
            "open raw texts",
            Parts { policies: many(|n| format!("(id: \"a{n}\", b: r#\"x\n")), ..Parts::default() },
            20_000,
        ),
        (
            "unknown ids",
            Parts { policies: many(|n| policy(n, "")), statements: many(unknown), ..Parts::default() },
            2_000,
        ),
        ("records on one line", Parts { policies: many(|n| policy(n, ", was: [\"\"]")), ..Parts::default() }, 4_000),
        ("a chain of places", Parts { regions: many(chain), ..Parts::default() }, 0),
        (
            "two long ids",
            Parts {
                policies: policy(1, "").replace("-1\"", &format!("-{long}\"")),
                statements: statement(1, &format!("Policy(\"310000-2023-b{long}\")"), ""),
                ..Parts::default()
            },
            1,
        ),
    ] {
        let problems = read(name, &parts);
        assert!(problems.len() >= least && (least > 0 || problems.is_empty()), "{name}: {}", problems.len());
    }
}

#[test]
fn places_beyond_those_that_can_be_counted_are_told_and_left_out() {
    let added: String = (0..66_000).map(|n| format!("(code: \"99{n:06}\", name: (zh: \"甲\"), kind: City),")).collect();
    let problems = read("places", &Parts { regions: added, ..Parts::default() });
    assert_eq!(problems.len(), 66_000 + Regions::standard().len() - usize::from(u16::MAX));
    assert!(problems.iter().all(|problem| problem.contains("too many records in regions")), "{:?}", problems.first());
}
