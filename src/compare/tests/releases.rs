//! Tests of the changes between two releases: against recounts of both sides, on random pairs and on single edits.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::catalogue::{
    Covers, EventKind, Grade, List, ListKind, Of, SourceIdx, Stage, StatementKind, Version, When, write,
};
use crate::query::{By, Tally, count_by, focus_counts, run_without};
use crate::words::Text;

fn text_of(catalogue: &Catalogue) -> String {
    let mut out = Vec::new();
    write(catalogue, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The catalogue as a file would give it; none where it would have an error.
fn read(catalogue: &Catalogue) -> Option<Index> {
    let loaded = load(text_of(catalogue).as_bytes());
    if loaded.has_errors() { None } else { loaded.catalogue.map(|catalogue| Index::new(Arc::new(catalogue))) }
}

fn edited(index: &Index, edit: impl FnOnce(&mut Catalogue)) -> Index {
    let mut catalogue = (*index.catalogue).clone();
    edit(&mut catalogue);
    read(&catalogue).expect("the edit is sound")
}

/// A count by a name of its own.
fn key(unit: Unit, of: &CountKind) -> String {
    let of = match of {
        CountKind::Found => "found".to_owned(),
        CountKind::All => "all".to_owned(),
        CountKind::Focus { id, measure, .. } => format!("{id} {}", measure.id()),
        CountKind::Month(month) => month.map_or("month unknown".to_owned(), |month| format!("month {month}")),
        CountKind::Region { code, .. } => format!("region {code}"),
    };
    format!("{} {of}", unit.id())
}

/// Every count of a query, as tables and figures count it; those of nothing are left out.
fn recount(index: &Index, line: &str) -> BTreeMap<String, Tally> {
    let query = parse(line, &index.catalogue).unwrap();
    let mut counts = BTreeMap::new();
    for unit in [Unit::Policy, Unit::Region] {
        let outcome = run(index, &query, unit);
        let mut tell = |name: String, told: Tally| counts.insert(format!("{} {name}", unit.id()), told);
        let mut put = |name: String, count: usize| tell(name, Tally { count, is_floor: false });
        put("found".to_owned(), outcome.rows.len());
        put("all".to_owned(), run_without(index, &Query::default(), unit, &[], &outcome).rows.len());
        for count in focus_counts(index, &query, &outcome) {
            let id = &index.catalogue[count.focus].id;
            put(format!("{id} covered"), count.covered);
            put(format!("{id} not_assessed"), count.not_assessed);
            put(format!("{id} by_policy"), count.by_policy);
            put(format!("{id} by_place"), count.by_place);
        }
        for count in focus_counts(index, &query, &outcome) {
            tell(format!("{} stated", index.catalogue[count.focus].id), count.stated);
        }
        if unit == Unit::Policy {
            for (by, name) in [(By::Month, "month"), (By::Region, "region")] {
                for count in count_by(index, &query, &outcome, by) {
                    let plain = Tally { is_floor: false, ..count.count };
                    tell(format!("{name} {}", count.value), plain);
                }
            }
        }
    }
    counts.retain(|_, told| told.count > 0);
    counts
}

/// Ids of the rows that a query finds.
fn found(index: &Index, line: &str, unit: Unit) -> BTreeSet<String> {
    let outcome = run(index, &parse(line, &index.catalogue).unwrap(), unit);
    outcome.rows.iter().map(|row| row.id(&index.catalogue).to_owned()).collect()
}

/// Checks every number and every sum; returns the changes.
#[track_caller]
fn check_counts(old: &Index, new: &Index, line: &str) -> Changes {
    let changes = super::releases(old, new, line).unwrap();
    assert_eq!(changes.is_same(), text_of(&old.catalogue) == text_of(&new.catalogue));
    assert_eq!(changes.is_same(), changes.old.sha256 == changes.new.sha256);
    let counts = changes.counts.clone().unwrap();
    let (before, after) = (recount(old, line), recount(new, line));
    let moved: BTreeMap<String, &CountChange> =
        counts.moved.iter().map(|count| (key(count.unit, &count.of), count)).collect();
    assert_eq!(moved.len(), counts.moved.len(), "each count is told once");
    for name in before.keys().chain(after.keys()) {
        let numbers = [&before, &after].map(|counts| counts.get(name).copied().unwrap_or_default());
        match moved.get(name) {
            Some(count) => assert_eq!([count.old, count.new], numbers, "{name} of {line}"),
            // A list that is closed now may make a floor of a number no more; its rows are the same ones.
            None => assert_eq!(numbers[0].count, numbers[1].count, "{name} of {line} moved, and nobody says so"),
        }
    }
    for (name, count) in moved {
        let sum: isize = count.terms.iter().map(|term| term.by).sum();
        assert_eq!(sum, count.new.count as isize - count.old.count as isize, "{name} of {line}");
        let mut rows = BTreeSet::new();
        for term in &count.terms {
            assert_eq!(term.rows.len(), term.by.unsigned_abs(), "{name} of {line}");
            assert!(term.rows.iter().all(|row| rows.insert(&row.id)), "a row moves once: {name} of {line}");
            assert!(!term.causes.is_empty(), "{:?} moved {name} of {line} for no reason", term.rows);
            for cause in &term.causes {
                let change = &changes.records[cause.change];
                let whole = |f: &FieldChange| f.field.split('.').next() == cause.field;
                assert!(cause.field.is_none() || change.fields.iter().any(whole), "{cause:?} in {change:?}");
            }
        }
        if let CountKind::Found = count.of {
            let (was, is) = (found(old, line, count.unit), found(new, line, count.unit));
            for term in &count.terms {
                let (without, with) = if term.by > 0 { (&was, &is) } else { (&is, &was) };
                assert!(term.rows.iter().all(|row| with.contains(&row.id) && !without.contains(&row.id)), "{name}");
            }
        }
    }
    changes
}

/// A query that both can read.
fn shared_query(random: &mut Random, old: &Index, new: &Index) -> String {
    loop {
        let line = crate::query::write(&random::query(random, &new.catalogue));
        if parse(&line, &old.catalogue).is_ok() && parse(&line, &new.catalogue).is_ok() {
            return line;
        }
    }
}

/// One edit of one record; the list and id of that record.
fn edit(random: &mut Random, c: &mut Catalogue) -> Option<(Option<List>, String)> {
    let of_statement = |c: &Catalogue, n: usize| Some((Some(List::Statements), c.statements[n].id.clone()));
    let n = random.below(c.statements.len());
    let other = SourceIdx(random.below(c.sources.len()) as u16);
    match random.below(16) {
        0..=8 if c.statements.is_empty() => None,
        0 => {
            c.contents_mut().statements[n].strength =
                *random.pick(&[Strength::Absent, Strength::Mentioned, Strength::Core]);
            of_statement(c, n)
        }
        1 => {
            c.contents_mut().statements[n].focuses =
                vec![crate::catalogue::FocusIdx(random.below(c.focuses.len()) as u8)];
            of_statement(c, n)
        }
        2 => {
            c.contents_mut().statements[n].source = other;
            of_statement(c, n)
        }
        3 => {
            c.contents_mut().statements[n].version = *random.pick(Version::ALL);
            of_statement(c, n)
        }
        4 => {
            c.contents_mut().statements[n].kind = *random.pick(&[StatementKind::Focus, StatementKind::Fact]);
            c.contents_mut().statements[n].list = ListKind::Open;
            of_statement(c, n)
        }
        5 => {
            let places = ["330100", "110000", "990101"].map(|code| c.regions.by_code(code).unwrap());
            let policy = c.policy_idxs().next();
            c.contents_mut().statements[n].of =
                policy.map(Of::Policy).filter(|_| random.chance(5_000)).unwrap_or(Of::Regions(places.to_vec()));
            of_statement(c, n)
        }
        6 => {
            c.contents_mut().statements[n].summary = Text::same("算力 AI brain");
            of_statement(c, n)
        }
        7 => {
            c.contents_mut().statements[n].keywords = vec!["数据".to_owned()];
            of_statement(c, n)
        }
        8 => {
            let id = of_statement(c, n);
            let gone = c.contents_mut().statements.remove(n);
            if random.chance(5_000) {
                // One that comes is one that goes, seen from the other side.
                c.contents_mut().statements.push(crate::catalogue::Statement { id: gone.id + "x", ..gone });
                return None;
            }
            id
        }
        9..=12 if c.policies.is_empty() => None,
        9 => {
            let n = random.below(c.policies.len());
            c.contents_mut().policies[n].stage = *random.pick(Stage::ALL);
            Some((Some(List::Policies), c.policies[n].id.clone()))
        }
        10 => {
            let n = random.below(c.policies.len());
            c.contents_mut().policies[n].title = Text::same("重庆 AI");
            c.contents_mut().policies[n].issuers.clear();
            Some((Some(List::Policies), c.policies[n].id.clone()))
        }
        11 => {
            let n = random.below(c.policies.len());
            for event in &mut c.contents_mut().policies[n].events {
                event.kind = EventKind::Published;
                event.on = When::parse("2022-02").unwrap();
            }
            Some((Some(List::Policies), c.policies[n].id.clone()))
        }
        12 => {
            let n = random.below(c.policies.len());
            c.contents_mut().policies[n].region =
                c.regions.by_code(["330100", "110000", "990100"][random.below(3)]).unwrap();
            Some((Some(List::Policies), c.policies[n].id.clone()))
        }
        13 => {
            c.contents_mut().sources[usize::from(other.0)].grade = *random.pick(Grade::ALL);
            Some((Some(List::Sources), c[other].id.clone()))
        }
        14 => {
            c.contents_mut().sources[usize::from(other.0)].covers = random.pick(&[Covers::All, Covers::Stated]).clone();
            Some((Some(List::Sources), c[other].id.clone()))
        }
        _ => {
            c.contents_mut().head.default_sources = vec![other];
            Some((None, c.id.clone()))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_terms_of_every_count_sum_to_its_difference(seed: u64) {
        let mut random = Random::new(seed, 0);
        let (old, new) = (index_of(&random::catalogue(&mut random)), index_of(&random::catalogue(&mut random)));
        for _ in 0..3 {
            let line = shared_query(&mut random, &old, &new);
            check_counts(&old, &new, &line);
            check_counts(&new, &old, &line);
            check_counts(&new, &new, &line);
        }
    }

    #[test]
    fn an_edit_of_one_record_is_the_only_cause_of_what_it_moves(seed: u64) {
        let mut random = Random::new(seed, 0);
        let old = index_of(&random::catalogue(&mut random));
        for _ in 0..6 {
            let mut catalogue = (*old.catalogue).clone();
            let Some((list, id)) = edit(&mut random, &mut catalogue) else { continue };
            let Some(new) = read(&catalogue) else { continue };
            let line = shared_query(&mut random, &old, &new);
            for (from, to) in [(&old, &new), (&new, &old)] {
                let changes = check_counts(from, to, &line);
                for change in &changes.records {
                    prop_assert_eq!((change.list, &change.id), (list, &id));
                }
            }
        }
    }

    #[test]
    fn edits_of_several_records_are_each_named_where_they_move_something(seed: u64) {
        let mut random = Random::new(seed, 0);
        let old = index_of(&random::catalogue(&mut random));
        let mut catalogue = (*old.catalogue).clone();
        for _ in 0..4 {
            let mut next = catalogue.clone();
            edit(&mut random, &mut next);
            if let Some(next) = read(&next) {
                catalogue = (*next.catalogue).clone();
            }
        }
        let new = read(&catalogue).unwrap();
        for _ in 0..3 {
            let line = shared_query(&mut random, &old, &new);
            check_counts(&old, &new, &line);
        }
    }
}

/// The changes, a line each: `statements R05 recoded: focuses`.
fn lines(changes: &Changes) -> Vec<String> {
    let line = |change: &RecordChange| {
        let fields: Vec<&str> = change.fields.iter().map(|field| field.field.as_str()).collect();
        let list = change.list.map_or("top", List::id);
        format!("{list} {} {}: {}", change.id, change.became.id(), fields.join(" ")).trim_end_matches(": ").to_owned()
    };
    changes.records.iter().map(line).collect()
}

/// The moved counts, a line each: `region compute stated 4 -> 3 = -1 (310000)`.
fn moves(changes: &Changes) -> Vec<String> {
    let term = |term: &CountTerm| {
        let rows: Vec<&str> = term.rows.iter().map(|row| row.id.as_str()).collect();
        let cause = |cause: &Cause| {
            let change = &changes.records[cause.change];
            let field = cause.field.map(|field| format!(".{field}")).unwrap_or_default();
            format!("{}{field}", change.id)
        };
        let causes: Vec<String> = term.causes.iter().map(cause).collect();
        format!("{:+} {} by {}", term.by, rows.join(" "), causes.join(" "))
    };
    let line = |count: &CountChange| {
        let terms: Vec<String> = count.terms.iter().map(term).collect();
        format!("{}: {} -> {}: {}", key(count.unit, &count.of), count.old, count.new, terms.join("; "))
    };
    changes.counts.as_ref().unwrap().moved.iter().map(line).collect()
}

fn statement<'a>(catalogue: &'a mut Catalogue, id: &str) -> &'a mut crate::catalogue::Statement {
    catalogue.contents_mut().statements.iter_mut().find(|statement| statement.id == id).unwrap()
}

#[test]
fn one_statement_recoded_is_named_with_the_counts_that_it_moves_and_nothing_else() {
    let old = embedded();
    let data = old.catalogue.find_focus("data").unwrap();
    // 杭州、上海等地 are said to build computing facilities; Shanghai has no other statement on either focus.
    let new = edited(&old, |catalogue| statement(catalogue, "R05").focuses = vec![data]);
    let changes = check_counts(&old, &new, "region:上海");
    assert_eq!(lines(&changes), ["statements R05 recoded: focuses"]);
    let change = &changes.records[0];
    assert_eq!(change.fields[0].old.as_deref(), Some("[\"compute\"]"));
    assert_eq!(change.fields[0].new.as_deref(), Some("[\"data\"]"));
    assert_eq!(
        moves(&changes),
        [
            "region compute stated: 1 -> 0: -1 310000 by R05",
            "region compute by_place: 1 -> 0: -1 310000 by R05",
            "policy compute stated: 2 -> 0: -2 310000-2023-1 310000-2023-2 by R05",
            "policy compute by_place: 2 -> 0: -2 310000-2023-1 310000-2023-2 by R05",
            "region data stated: 0 -> 1: +1 310000 by R05",
            "region data by_place: 0 -> 1: +1 310000 by R05",
            "policy data stated: 0 -> 2: +2 310000-2023-1 310000-2023-2 by R05",
            "policy data by_place: 0 -> 2: +2 310000-2023-1 310000-2023-2 by R05",
        ]
    );
    assert_eq!(moves(&check_counts(&old, &new, "region:北京")), [""; 0]);
}

#[test]
fn an_edit_of_words_is_no_recoding_and_moves_only_what_searches_them() {
    let old = embedded();
    let new = edited(&old, |catalogue| statement(catalogue, "R09").summary.zh = Some("苏州设立先导区。".to_owned()));
    let changes = check_counts(&old, &new, "");
    assert_eq!(lines(&changes), ["statements R09 edited: summary.zh"]);
    assert_eq!(moves(&changes), [""; 0]);
    let searched = check_counts(&old, &new, "苏州设立先导区");
    assert_eq!(moves(&searched)[0], "region found: 0 -> 2: +2 320200 320500 by R09");
}

#[test]
fn what_a_source_covers_no_more_is_named_policy_by_policy() {
    let old = embedded();
    let kept = |catalogue: &Catalogue| catalogue.policy_idxs().skip(2).collect::<Vec<_>>();
    let mut catalogue = (*old.catalogue).clone();
    let gone: Vec<String> = catalogue.policies.iter().take(2).map(|policy| policy.id.clone()).collect();
    catalogue.contents_mut().sources[0].covers = Covers::Policies(kept(&catalogue));
    catalogue
        .contents_mut()
        .statements
        .retain(|s| !matches!(s.of, Of::Policy(p) if gone.contains(&old.catalogue[p].id)));
    catalogue.contents_mut().claims.clear();
    let new = read(&catalogue).unwrap();
    let changes = check_counts(&old, &new, "");
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert_eq!(changes.coverage.len(), 1);
    assert_eq!(changes.coverage[0].source, "ccid");
    assert_eq!(sorted(changes.coverage[0].no_more.clone()), sorted(gone.clone()));
    assert!(changes.coverage[0].now.is_empty());
    let back = super::releases(&new, &old, "").unwrap();
    assert_eq!(sorted(back.coverage[0].now.clone()), sorted(gone));
}

#[test]
fn a_focus_of_one_release_alone_is_counted_there_and_named_as_the_cause() {
    let old = embedded();
    let new = edited(&old, |catalogue| {
        let (id, name) = ("talent".to_owned(), Text::same("人才"));
        catalogue.contents_mut().focuses.push(crate::catalogue::Focus {
            id,
            name,
            short: Text::default(),
            counts: Text::default(),
            does_not_count: Text::default(),
            cues: Vec::new(),
            not_cues: Vec::new(),
        });
    });
    let changes = check_counts(&old, &new, "");
    assert_eq!(lines(&changes), ["focuses talent added"]);
    let moves = moves(&changes);
    assert_eq!(moves.len(), 2, "{moves:#?}");
    assert!(
        moves[0].starts_with("region talent covered: 0 -> 11: +11 ") && moves[0].ends_with(" by talent"),
        "{moves:?}"
    );
    // A query about it can be read by one of the two only.
    let unread = super::releases(&old, &new, "focus:talent").unwrap();
    assert_eq!(lines(&unread), lines(&changes));
    let fault = unread.counts.unwrap_err();
    assert_eq!((fault.query.as_str(), fault.release.as_str(), fault.fault.column), ("focus:talent", "2026.2", 7));
}

#[test]
fn lists_in_another_order_are_told_apart_from_changed_records() {
    let old = embedded();
    let new = edited(&old, |catalogue| catalogue.contents_mut().milestones.reverse());
    let changes = check_counts(&old, &new, "");
    assert_eq!(lines(&changes), ["milestones  reordered"]);
    assert_eq!(moves(&changes), [""; 0]);
    // Statements name their focuses and sources their policies as sets.
    let (first, second) = ("id: \"compute\", name: (zh: \"算力\")", "id: \"data\", name: (zh: \"数据\")");
    let text = format!(
        r#"(schema: 1, id: "t", release: "1", title: (zh: "试"), focuses: [({first}), ({second})],
        sources: [(id: "s", grade: Report, title: "报告", covers: Policies(["110000-2023-1", "110000-2023-2"]))],
        policies: [(id: "110000-2023-1", region: "110000", title: (zh: "甲"), stage: Final, events: [(kind: Published, on: "2023-01", source: "s")]),
                   (id: "110000-2023-2", region: "110000", title: (zh: "乙"), stage: Final, events: [(kind: Published, on: "2023-02", source: "s")])],
        statements: [(id: "S", kind: Focus, of: Policy("110000-2023-1"), focuses: ["compute", "data"], strength: Mentioned, list: Closed,
                      assigned_by: Source, summary: (zh: "好"), source: "s")])"#
    );
    let turned = text.replace(&format!("[({first}), ({second})]"), &format!("[({second}), ({first})]"));
    let later = turned.replace("2023-01\"", "2023-03\"");
    let (old, new) = (index_of(&text), index_of(&later));
    assert_eq!(lines(&check_counts(&old, &new, "")), ["focuses  reordered", "policies 110000-2023-1 edited: events"]);
}

#[test]
fn two_catalogues_are_not_two_releases() {
    let old = embedded();
    let new = edited(&old, |catalogue| catalogue.contents_mut().head.id = "other".to_owned());
    let fault = super::releases(&old, &new, "").unwrap_err();
    assert_eq!((fault.old.as_str(), fault.new.as_str()), ("ccid-2023-3", "other"));
}

#[test]
fn a_reading_makes_silence_a_finding_and_is_named_as_the_cause() {
    let text = r#"(schema: 2, id: "t", release: "1", title: (zh: "试"),
        focuses: [(id: "compute", name: (zh: "算力")), (id: "data", name: (zh: "数据"))],
        sources: [(id: "s", grade: Official, title: "网页", covers: Stated)],
        policies: [(id: "110000-2023-1", region: "110000", title: (zh: "甲"), stage: Final)],
        texts: [(id: "T1", of: "110000-2023-1", source: "s", paragraphs: ["一段。"])],
        readings: [],
        statements: [])"#;
    for (focuses, covered) in [("All", 2), ("Only([\"data\"])", 1)] {
        let reading = format!(
            "readings: [(id: \"R1\", of: \"110000-2023-1\", text: \"T1\", by: \"a\", on: \"2026-12-01\", focuses: {focuses}, whole: true)]"
        );
        let (old, new) = (index_of(text), index_of(&text.replace("readings: []", &reading)));
        let changes = check_counts(&old, &new, "");
        assert_eq!(lines(&changes), ["readings R1 added"]);
        let moves = moves(&changes);
        let gained = moves.iter().filter(|line| line.starts_with("policy") && line.contains(" covered: 0 -> 1"));
        assert_eq!(gained.count(), covered, "{moves:#?}");
        assert!(moves.iter().all(|line| line.ends_with(" by R1")), "{moves:#?}");
        // A reading that breaks off before the end says nothing of what it did not find.
        let part = index_of(&text.replace("readings: []", &reading.replace(", whole: true", "")));
        assert_eq!(self::moves(&check_counts(&old, &part, "")), [""; 0]);
    }
}
