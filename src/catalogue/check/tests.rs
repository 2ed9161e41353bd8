//! Tests of checking records that no text was decoded into: each problem with the path to the value that has it.

use super::*;
use crate::catalogue::found::PathStep::{Field, Item};
use crate::catalogue::found::{PathStep, Span};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{
    RawCovers, RawEvent, RawEventKind, RawGrade, RawIssuer, RawKind, RawNumber, RawOf, RawPeriod, RawPolicy, RawSource,
    RawStage, RawStatement, RawText, RawVersion,
};

/// The origin of the record at this position, which has no text.
fn nth(n: usize) -> RecordOrigin {
    RecordOrigin::Text(Span::empty(n))
}

fn zh(text: &str) -> RawText {
    RawText { zh: Some(text.to_owned()), en: None }
}

fn source(id: &str, covers: RawCovers) -> RawSource {
    RawSource {
        layer: None,
        id: id.to_owned(),
        grade: RawGrade::Report,
        authors: Vec::new(),
        title: "报告".to_owned(),
        short: None,
        container: None,
        place: None,
        publisher: None,
        published: Some("2023-10-30".to_owned()),
        address: None,
        accessed: None,
        copies: None,
        sha256: None,
        covers,
    }
}

fn policy() -> RawPolicy {
    RawPolicy {
        layer: None,
        remarks: Vec::new(),
        was: Vec::new(),
        draft: false,
        id: "310000-2023-1".to_owned(),
        region: "310000".to_owned(),
        title: zh("题名"),
        title_en_by: None,
        short: None,
        stage: RawStage::Final,
        period: None,
        number: None,
        issuers: Vec::new(),
        events: vec![event("2023-05", "s")],
        versions: Vec::new(),
    }
}

fn event(on: &str, source: &str) -> RawEvent {
    let (on, source) = (on.to_owned(), source.to_owned());
    RawEvent { kind: RawEventKind::Published, on, version: RawVersion::Own, source, at: None }
}

fn fact(id: &str, of: RawOf, source: &str) -> RawStatement {
    RawStatement {
        layer: None,
        id: id.to_owned(),
        kind: RawKind::Fact,
        of,
        focuses: Vec::new(),
        strength: None,
        list: None,
        assigned_by: None,
        version: RawVersion::Own,
        modality: None,
        summary: zh("说明"),
        quote: None,
        watch: None,
        keywords: Vec::new(),
        value: None,
        at_least: false,
        from: None,
        until: None,
        source: source.to_owned(),
        at: None,
        coder: None,
        coded_on: None,
        mark: None,
        cue: None,
    }
}

/// A checker that knows the source `s` of October 2023.
fn checker() -> Checker {
    let mut checker = Checker::new();
    checker.source(Decoded { record: source("s", RawCovers::All), origin: nth(0) });
    checker.close_regions();
    checker
}

/// A path as `events[0].on`.
fn path_text(path: &[PathStep]) -> String {
    let steps = path.iter().map(|step| match step {
        Field(name) => format!(".{name}"),
        Item(i) => format!("[{i}]"),
    });
    steps.collect::<String>().trim_start_matches('.').to_owned()
}

fn unknown(what: ReferenceTarget, id: &str) -> K {
    K::Unknown(what, id.to_owned(), None)
}

#[test]
fn a_sound_policy_made_by_hand_is_built() {
    let checker = checker();
    let checked = Record::check(&checker.known, |record| record.policy(policy()));
    assert_eq!(checked.problems, []);
    let built = checked.value.unwrap();
    assert_eq!((built.id.as_str(), built.title.zh.as_deref()), ("310000-2023-1", Some("题名")));
    assert_eq!((built.month.map(|m| m.to_string()).as_deref(), built.year), (Some("2023-05"), Some(2023)));
    assert_eq!(checker.known.regions[built.region].code, "310000");
}

#[test]
fn each_problem_of_a_policy_has_the_path_to_its_value() {
    /// A change to a sound policy, whether it stays sound, and the problems by their paths.
    type Case = (fn(&mut RawPolicy), bool, Vec<(&'static str, K)>);
    let bad = |date: &str| K::BadDate(date.to_owned());
    let cases: [Case; 10] = [
        (|p| p.region = "339999".into(), false, vec![("region", unknown(ReferenceTarget::Region, "339999"))]),
        (|p| p.title = RawText::default(), false, vec![("title", K::EmptyText)]),
        (|p| p.title = zh(" "), false, vec![("title", K::EmptyText)]),
        (|p| p.title = zh("题\u{FFFE}"), true, vec![("title", K::LeftOut('\u{FFFE}'))]),
        (|p| p.id = "x".into(), true, vec![("id", K::OddPolicyId("x".into()))]),
        (
            |p| p.events = vec![event("2023", "s"), event("2023-13", "t")],
            false,
            vec![("events[1].on", bad("2023-13")), ("events[1].source", unknown(ReferenceTarget::Source, "t"))],
        ),
        (
            |p| p.events = vec![event("2033-05", "s"), event("1900", "s")],
            true,
            vec![
                ("events[0].on", K::LateDate("2033-05".into(), "2023-10-30".into())),
                ("events[1].on", K::EarlyDate("1900".into())),
            ],
        ),
        (
            |p| p.number = Some(RawNumber { value: String::new(), source: "t".into() }),
            false,
            vec![("number.value", K::EmptyText), ("number.source", unknown(ReferenceTarget::Source, "t"))],
        ),
        (
            |p| p.issuers = ["s", "t"].map(|source| RawIssuer { name: zh("部门"), source: source.into() }).into(),
            false,
            vec![("issuers[1].source", unknown(ReferenceTarget::Source, "t"))],
        ),
        (
            |p| {
                let (from, to) = ("2025".into(), "2023".into());
                p.period = Some(RawPeriod { from, to, source: "s".into(), at: Some(String::new()) });
            },
            false,
            vec![("period", K::PeriodBackwards("2025".into(), "2023".into())), ("period.at", K::EmptyText)],
        ),
    ];
    let checker = checker();
    for (change, is_built, expected) in cases {
        let mut raw = policy();
        change(&mut raw);
        let checked = Record::check(&checker.known, |record| record.policy(raw));
        let found: Vec<(String, K)> = checked.problems.into_iter().map(|(at, kind)| (path_text(&at), kind)).collect();
        let expected: Vec<(String, K)> = expected.into_iter().map(|(at, kind)| (at.to_owned(), kind)).collect();
        assert_eq!(found, expected);
        assert_eq!(checked.value.is_some(), is_built, "{expected:?}");
    }
}

#[test]
fn a_problem_names_its_record_and_a_reference_to_that_record_is_no_second_one() {
    let mut checker = checker();
    checker.policy(Decoded { record: policy(), origin: nth(1) });
    checker.policy(Decoded { record: policy(), origin: nth(2) });
    let broken = RawPolicy { id: "320000-2023-1".into(), region: "320000".into(), title: zh(""), ..policy() };
    checker.policy(Decoded { record: broken, origin: nth(3) });
    checker.close_policies();
    for (n, id) in [(4, "310000-2023-1"), (5, "320000-2023-1"), (6, "330000-2023-1")] {
        let record = fact(&format!("S{n}"), RawOf::Policy(id.to_owned()), "s");
        checker.statement(Decoded { record, origin: nth(n) });
    }
    let (catalogue, found) = checker.finish(String::new(), &[]);
    let found: Vec<(RecordOrigin, String)> = found.iter().map(|one| (one.origin, path_text(&one.path))).collect();
    assert_eq!(found, [(nth(2), "id".to_owned()), (nth(3), "title".to_owned()), (nth(6), "of".to_owned())]);
    assert_eq!(catalogue.policies.len(), 1);
    assert_eq!(catalogue.statements.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["S4"]);
}

#[test]
fn a_source_stays_without_a_policy_that_there_is_not() {
    let mut checker = checker();
    let covers = RawCovers::Policies(vec!["none".to_owned(), "310000-2023-1".to_owned()]);
    checker.source(Decoded { record: source("part", covers), origin: nth(1) });
    checker.policy(Decoded { record: policy(), origin: nth(2) });
    checker.close_policies();
    let (catalogue, found) = checker.finish(String::new(), &[]);
    let found: Vec<(RecordOrigin, String)> = found.iter().map(|one| (one.origin, path_text(&one.path))).collect();
    assert_eq!(found, [(nth(1), "covers[0]".to_owned())]);
    assert_eq!(catalogue.sources[1].covers, crate::catalogue::Covers::Policies(vec![PolicyIdx(0)]));
}
