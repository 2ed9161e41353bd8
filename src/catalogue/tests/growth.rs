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
    /// Further fields of the top level.
    more: String,
}

fn text(parts: &Parts) -> String {
    let covers = parts.covers.as_deref().unwrap_or("All");
    let Parts { regions, policies, statements, milestones, more, .. } = parts;
    format!(
        "(schema: 1, id: \"t\", release: \"1\", title: (zh: \"试\"),\nfocuses: [(id: \"data\", name: (zh: \"数据\"))],\n\
         sources: [(id: \"s\", grade: Report, title: \"报告\", covers: {covers})],\nregions: [{regions}],\n\
         policies: [{policies}],\nstatements: [{statements}],\nmilestones: [{milestones}],\nclaims: [],\n{more})"
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

/// Does a work within the cap.
#[track_caller]
fn within<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = channel();
    let told = move || sender.send(work()).ok();
    std::thread::Builder::new().name(name.to_owned()).spawn(told).unwrap();
    receiver.recv_timeout(CAP).unwrap_or_else(|_| panic!("{name}: more time than its size explains"))
}

/// Reads a file within the cap, and gives its problems in English.
#[track_caller]
fn read(name: &str, parts: &Parts) -> Vec<String> {
    let text = text(parts);
    let lines = move || load(text.as_bytes()).problems.iter().map(|problem| problem.line("f", Lang::En)).collect();
    within(name, lines)
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
        ("unknown fields", Parts { more: many(|n| format!("a{n}: 1,")), ..Parts::default() }),
        ("one list again and again", Parts { more: many(|_| "claims: [],".to_owned()), ..Parts::default() }),
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
            "open comments whose signs share a star",
            Parts { policies: many(|n| format!("(id: */* /* {n}\n")), ..Parts::default() },
            20_000,
        ),
        (
            "open raw texts",
            Parts { policies: many(|n| format!("(id: \"a{n}\", b: r#\"x\n")), ..Parts::default() },
            20_000,
        ),
        (
            "open texts between backslashes",
            Parts { policies: many(|n| format!("(id:\\\"a{n}\n")), ..Parts::default() },
            20_000,
        ),
        (
            "raw texts of fewer and fewer hashes",
            Parts {
                policies: (0..1000).rev().map(|n| format!("(id: r{}\"\n", "#".repeat(n + 1))).collect(),
                ..Parts::default()
            },
            900,
        ),
        (
            "statements on drafts",
            Parts {
                policies: many(|n| policy(n, ", draft: true")),
                statements: many(|n| statement(n, &format!("Policy(\"310000-2023-{n}\")"), "")),
                ..Parts::default()
            },
            0,
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

#[test]
fn a_chain_of_policies_that_are_the_same_is_walked_once() {
    let policies: String = (0..30_000).map(|n| policy(n, "")).collect();
    // Each answer gives a parent to what was the root so far.
    let answer = |n: usize| format!("(a: \"310000-2023-{n}\", b: \"310000-2023-{}\", verdict: Same),", n - 1);
    let same: String = (1..30_000).rev().map(answer).collect();
    let text = text(&Parts { policies, more: format!("same: [{same}]"), ..Parts::default() });
    let twins = within("chain", move || load(text.as_bytes()).catalogue.unwrap().twins.len());
    assert_eq!(twins, 29_999);
}

#[test]
fn the_authors_of_two_files_are_joined_in_time_that_grows_with_their_number() {
    let authors = |of: &str| (0..100_000).map(|n| format!("\"{of}{n}\",")).collect::<String>();
    let of = |name: &str| text(&Parts { more: format!("authors: [{}]", authors(name)), ..Parts::default() });
    let files = [of("a"), of("b")];
    let count = within("authors", move || {
        let files = files.each_ref().map(|text| File { name: "f", bytes: text.as_bytes() });
        load_stack(&files).catalogue.unwrap().head.authors.len()
    });
    assert_eq!(count, 200_000);
}
