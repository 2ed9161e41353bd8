//! Tests of merging: cases by name, and laws over random layers.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::MergeSide::{Ours, Theirs};
use super::value::plain;
use super::*;
use crate::catalogue::{EMBEDDED, File, Severity, load_stack};
use crate::edit::{FormContext, NewLayer, PolicyForm, apply};

const BASE: &str = include_str!("../by_hand.ron");

/// The base with these changes.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replace(old, new)
    })
}

/// Conflicts as lines: record, field, ours, theirs.
fn told(merged: &Merged) -> Vec<String> {
    let line = |one: &Conflict| {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        let [ours, theirs] = [&one.ours, &one.theirs].map(|text| value(text).chars().take(23).collect::<String>());
        format!("{} {}: {ours} | {theirs}", one.id, one.field)
    };
    merged.conflicts.iter().map(line).collect()
}

const TITLE: (&str, &str) = ("手写的措施", "手写的新措施");
const OTHER_TITLE: (&str, &str) = ("手写的措施", "别处的措施");
const NUMBER: (&str, &str) = ("温政发〔2024〕7号", "温政发〔2024〕8号");
const DATE: (&str, &str) = ("on: \"2024-05-06\"", "on: \"2024-06\"");
const OTHER_DATE: (&str, &str) = ("on: \"2024-05-06\"", "on: \"2024-07\"");
const SECOND_EVENT: (&str, &str) = (
    "source: \"k7qa-1\")], // 公布",
    "source: \"k7qa-1\"), (kind: Effective, on: \"2025\", source: \"k7qa-1\")], // 公布",
);
const STATEMENT: &str = "        (id: \"k7qa-s1\", kind: Focus, of: Policy(\"330300-2024-k7qa1\"), focuses: [\"compute\"],\n            strength: Substantive, list: Closed, assigned_by: Coder,\n            summary: (zh: \"算力券\"), quote: r#\"每年\"安排\"算力券。\"#, source: \"k7qa-1\", at: \"二（一）\"),\n";
const NO_STATEMENT: (&str, &str) = (STATEMENT, "");
const STRENGTH: (&str, &str) = ("strength: Substantive", "strength: Core");
const ADDED: (&str, &str) = (
    "    statements: [\n",
    "    statements: [\n        (id: \"k7qa-s2\", source: \"k7qa-1\", of: Policy(\"330300-2024-k7qa1\")),\n",
);
const FOCUSES: (&str, &str) = ("[\"compute\"]", "[\"compute\", \"data\"]");
const OTHER_FOCUSES: (&str, &str) = ("[\"compute\"]", "[\"compute\", \"algorithm\"]");
const ENGLISH: (&str, &str) = ("title: (zh: \"手写的措施\")", "title: (zh: \"手写的措施\", en: \"By hand\")");
const DEFAULTS: (&str, &str) = ("default_sources: [\"k7qa-1\"]", "default_sources: [\"k7qa-1\", \"k7qa-2\"]");
const OTHER_DEFAULTS: (&str, &str) = ("default_sources: [\"k7qa-1\"]", "default_sources: [\"k7qa-1\", \"k7qa-3\"]");
const BOTH_DEFAULTS: (&str, &str) =
    ("default_sources: [\"k7qa-1\"]", "default_sources: [\"k7qa-1\", \"k7qa-3\", \"k7qa-2\"]");
const COMMENT: (&str, &str) = ("// 只此一项", "// 别处的注释");

#[test]
fn both_changes_are_in_the_result_or_named_as_a_conflict() {
    type Changes<'a> = &'a [(&'a str, &'a str)];
    // Ours, theirs, the result, and the conflicts.
    let cases: [(Changes<'_>, Changes<'_>, Changes<'_>, &[&str]); 17] = [
        (&[], &[], &[], &[]),
        (&[TITLE], &[NUMBER, COMMENT], &[TITLE, NUMBER, COMMENT], &[]),
        (&[TITLE], &[TITLE], &[TITLE], &[]),
        (&[TITLE], &[OTHER_TITLE], &[OTHER_TITLE], &["330300-2024-k7qa1 title.zh: 手写的新措施 | 别处的措施"]),
        (
            &[TITLE, NUMBER],
            &[OTHER_TITLE],
            &[OTHER_TITLE, NUMBER],
            &["330300-2024-k7qa1 title.zh: 手写的新措施 | 别处的措施"],
        ),
        (
            &[ENGLISH],
            &[OTHER_TITLE],
            &[("title: (zh: \"手写的措施\")", "title: (zh: \"别处的措施\", en: \"By hand\")")],
            &[],
        ),
        (&[DATE], &[SECOND_EVENT], &[SECOND_EVENT, ("on: \"2024-05-06\"", "on: \"2024-06\"")], &[]),
        (&[DATE], &[OTHER_DATE], &[OTHER_DATE], &["330300-2024-k7qa1 events.1.on: 2024-06 | 2024-07"]),
        (&[NO_STATEMENT], &[], &[NO_STATEMENT], &[]),
        (&[], &[NO_STATEMENT], &[NO_STATEMENT], &[]),
        (&[NO_STATEMENT], &[STRENGTH], &[STRENGTH], &["k7qa-s1 : - | (id: \"k7qa-s1\", kind: F"]),
        (&[STRENGTH], &[NO_STATEMENT], &[NO_STATEMENT], &["k7qa-s1 : (id: \"k7qa-s1\", kind: F | -"]),
        (
            &[ADDED],
            &[TITLE],
            &[
                TITLE,
                (
                    STATEMENT,
                    &format!(
                        "{STATEMENT}        (id: \"k7qa-s2\", source: \"k7qa-1\", of: Policy(\"330300-2024-k7qa1\")),\n"
                    ),
                ),
            ],
            &[],
        ),
        (&[FOCUSES], &[OTHER_FOCUSES], &[("[\"compute\"]", "[\"compute\", \"algorithm\", \"data\"]")], &[]),
        (&[DEFAULTS], &[OTHER_DEFAULTS], &[BOTH_DEFAULTS], &[]),
        (
            &[("remarks: [(name: \"备注\", value: \"手记\")], ", "")],
            &[NUMBER],
            &[NUMBER, ("remarks: [(name: \"备注\", value: \"手记\")], ", "")],
            &[],
        ),
        (
            &[("release: \"2026-11-28\"", "release: \"2026-11-29\"")],
            &[("release: \"2026-11-28\"", "release: \"2026-11-30\"")],
            &[("release: \"2026-11-28\"", "release: \"2026-11-30\"")],
            &[" release: 2026-11-29 | 2026-11-30"],
        ),
    ];
    for (ours, theirs, expected, conflicts) in cases {
        for end in ["\n", "\r\n"] {
            let [base, our_text, their_text, expected] =
                [&[], ours, theirs, expected].map(|changes| with(changes).replace('\n', end));
            let merged = merge(&base, &our_text, &their_text).unwrap();
            assert_eq!(told(&merged), conflicts, "{ours:?} {theirs:?}");
            assert_eq!(merged.text, expected, "{ours:?} {theirs:?}");
        }
    }
}

#[test]
fn a_record_is_not_removed_from_under_one_that_leans_on_it() {
    let source = with(&[]);
    let begin = source.find("        (id: \"k7qa-1\", grade").unwrap();
    let end = source.find("\n    ],\n\n    policies").unwrap();
    let without = format!("{}{}", &source[..begin], &source[end + 1..]);
    for (ours, theirs) in [(without.clone(), with(&[ADDED])), (with(&[ADDED]), without)] {
        let merged = merge(BASE, &ours, &theirs).unwrap();
        assert_eq!(merged.conflicts.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["k7qa-1"]);
    }
}

#[test]
fn a_conflict_is_settled_by_either_value() {
    let (ours, theirs) = (with(&[TITLE, DATE]), with(&[OTHER_TITLE, OTHER_DATE]));
    for (choices, title, date) in [
        ([Ours, Ours], TITLE, DATE),
        ([Ours, Theirs], TITLE, OTHER_DATE),
        ([Theirs, Ours], OTHER_TITLE, DATE),
        ([Theirs, Theirs], OTHER_TITLE, OTHER_DATE),
    ] {
        let settled = settle(BASE, &ours, &theirs, &choices).unwrap();
        assert_eq!(settled, Merged { text: with(&[title, date]), conflicts: Vec::new() });
    }
    let (removed, changed) = (with(&[NO_STATEMENT]), with(&[STRENGTH]));
    assert_eq!(settle(BASE, &removed, &changed, &[Ours]).unwrap().text, removed);
    assert_eq!(settle(BASE, &removed, &changed, &[Theirs]).unwrap().text, changed);
    let kept = settle(BASE, &changed, &removed, &[Ours]).unwrap().text;
    assert_eq!(records_of(&kept), records_of(&changed));
}

#[test]
fn a_text_that_cannot_be_cut_into_records_is_not_merged() {
    let broken = BASE.replacen("title: (zh: \"手写", "title: (zh: 手写", 1);
    for (base, ours, theirs) in [(BASE, BASE, broken.as_str()), (BASE, broken.as_str(), BASE), (BASE, BASE, "")] {
        assert_eq!(merge(base, ours, theirs), Err(EditFault::Broken));
    }
}

/// A layer with policies of these titles, as two windows make it.
fn added_to(text: &str, titles: &[&str]) -> String {
    titles.iter().fold(text.to_owned(), |text, title| {
        let mut form = PolicyForm::new("340100", ["compute".to_owned()]);
        form.title = (*title).to_owned();
        form.focuses[0].strength = Some(crate::catalogue::Strength::Core);
        form.focuses[0].quote = format!("{title}的一句。");
        let (edits, _) = form.edits(None, &text, FormContext { tag: "k7qa", today: "2026-11-28" });
        apply(&text, &edits).unwrap().text
    })
}

#[test]
fn policies_added_in_two_windows_both_stay_under_numbers_of_their_own() {
    let over =
        [crate::catalogue::NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() }];
    let empty = NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &over }.text();
    for base in ["", empty.as_str(), &added_to(&empty, &["共有"])] {
        let start = if base.is_empty() { &empty } else { base };
        let (ours, theirs) = (added_to(start, &["甲", "乙"]), added_to(start, &["丙"]));
        let merged = merge(base, &ours, &theirs).unwrap();
        assert_eq!(merged.conflicts, []);
        let files = [("base", EMBEDDED), ("layer", merged.text.as_str())];
        let loaded = load_stack(&files.map(|(name, text)| File { name, bytes: text.as_bytes() }));
        let faults: Vec<_> = loaded.problems.iter().filter(|one| one.severity != Severity::Draft).collect();
        assert!(faults.is_empty(), "{faults:?}\n{}", merged.text);
        let catalogue = loaded.catalogue.unwrap();
        assert_eq!(catalogue.policies.len(), 12 + 3 + usize::from(base.contains("共有")));
        for title in ["甲", "乙", "丙"] {
            let policy = catalogue.policy_idxs().find(|one| catalogue[*one].title.get(crate::words::Lang::Zh) == title);
            let quoted = format!("{title}的一句。");
            let has_own_sentence = catalogue.statements.iter().any(|one| {
                matches!(one.of, crate::catalogue::Of::Policy(of) if Some(of) == policy)
                    && one.quote.as_deref() == Some(&quoted)
            });
            assert!(has_own_sentence, "{title}: {}", merged.text);
        }
    }
}

#[test]
fn tables_that_two_windows_took_policies_from_have_ids_of_their_own() {
    let empty = NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &[] }.text();
    let [ours, theirs] = ["甲", "乙"].map(|file| {
        let open = OpenLayer::of(&empty);
        let edit = open.import_edit("k7qa", 0, &format!("file: \"{file}.xlsx\", sha256: \"00\", rows: 3, taken: 3"));
        apply(&empty, &[edit]).unwrap().text
    });
    let merged = merge(&empty, &ours, &theirs).unwrap().text;
    for import in ["(id: \"k7qa-i1\", file: \"乙.xlsx\"", "(id: \"k7qa-i2\", file: \"甲.xlsx\""] {
        assert_eq!(merged.matches(import).count(), 1, "{merged}");
    }
    assert_eq!(merge(&empty, &ours, &ours).unwrap().text, ours);
}

#[test]
fn two_records_of_one_number_in_equal_texts_keep_their_ids() {
    let second = "(id: \"340100-2024-k7qa1\", region: \"340100\", title: (zh: \"另一件\"), stage: Final),";
    let imports = "imports: [(id: \"k7qa-i1\", file: \"甲\"), (id: \"k7qa-i1\", file: \"乙\")],\n    policies: [";
    let text = with(&[("    policies: [", &format!("    {imports}\n        {second}"))]);
    let merged = merge("", &text, &text).unwrap();
    assert_eq!((merged.conflicts, merged.text), (Vec::new(), text));
}

#[test]
fn an_earlier_id_of_a_policy_that_gets_another_number_goes_with_it() {
    let empty = NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &[] }.text();
    let ours =
        added_to(&empty, &["甲"]).replace("region: \"340100\",", "region: \"340100\", was: [\"330100-2026-k7qa1\"],");
    assert!(ours.contains("was: ["), "{ours}");
    let merged = merge(&empty, &ours, &added_to(&empty, &["乙"])).unwrap().text;
    assert!(merged.contains("was: [\"330100-2026-k7qa2\"]"), "{merged}");
}

/// The records of a text, each as compared.
fn records_of(text: &str) -> BTreeMap<(String, String), String> {
    let records = Records::of(text);
    let one = |(list, id): &(List, String)| {
        let span = records.get(*list, id)?;
        Some(((list.id().to_owned(), id.clone()), plain(&records.spans, span)))
    };
    records.in_order.iter().filter_map(one).collect()
}

/// A layer as its policies: number, date and remarks of each, where it is there.
type Model = Vec<Option<(u8, u8, Vec<u8>)>>;

fn written(model: &Model, is_spread: bool) -> String {
    let end = if is_spread { ",\n            " } else { ", " };
    let mut text = "(\n    schema: 2, id: \"layer-zzzz\", release: \"1\",\n    policies: [\n".to_owned();
    for (n, policy) in model.iter().enumerate() {
        let Some((title, number, names)) = policy else { continue };
        let names: Vec<String> = names.iter().map(|name| format!("(name: \"{name}\", value: \"v\")")).collect();
        let names = names.join(", ");
        text += &format!(
            "        (id: \"330300-2024-aaaa{n}\"{end}title: (zh: \"{title}\"){end}number: (value: \"{number}\", source: \"s\"){end}remarks: [{names}]),\n"
        );
    }
    text + "    ],\n)\n"
}

fn model() -> impl Strategy<Value = Model> {
    let names = prop::collection::btree_set(0..4_u8, 0..3).prop_map(|set| set.into_iter().collect::<Vec<_>>());
    prop::collection::vec(prop::option::weighted(0.8, (0..3_u8, 0..3_u8, names)), 5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_only_one_side_changed_is_as_that_side_has_it(base in model(), other in model()) {
        let [base, other] = [written(&base, false), written(&other, true)];
        let same = merge(&other, &other, &other).unwrap();
        prop_assert_eq!(&same, &Merged { text: other.clone(), conflicts: Vec::new() });
        let theirs = merge(&base, &base, &other).unwrap();
        prop_assert_eq!(&theirs, &Merged { text: other.clone(), conflicts: Vec::new() });
        let ours = merge(&base, &other, &base).unwrap();
        prop_assert_eq!(ours.conflicts, Vec::new());
        prop_assert_eq!(records_of(&ours.text), records_of(&other));
        let both = merge(&base, &other, &other).unwrap();
        prop_assert_eq!(both, Merged { text: other, conflicts: Vec::new() });
    }

    #[test]
    fn every_value_of_both_is_in_the_result_or_in_a_conflict(base in model(), ours in model(), theirs in model()) {
        // Policies that both may have, so that numbers given by a window do not come into it.
        let [base_text, our_text, their_text] =
            [written(&base, false), written(&ours, false), written(&theirs, true)].map(|text| text.replace("layer-zzzz", "l"));
        let merged = merge(&base_text, &our_text, &their_text).unwrap();
        let result = records_of(&merged.text);
        for n in 0..base.len() {
            let id = format!("330300-2024-aaaa{n}");
            let is_contested = |field: &str| merged.conflicts.iter().any(|one| one.id == id && (one.field.is_empty() || one.field.starts_with(field)));
            let found = result.get(&("policies".to_owned(), id.clone()));
            let there = |model: &Model| model[n].clone();
            let expected = |pick: fn(&(u8, u8, Vec<u8>)) -> u8| {
                let [base, ours, theirs] = [&base, &ours, &theirs].map(|model| there(model).as_ref().map(pick));
                if ours == base { theirs } else if theirs == base || ours == theirs { ours } else { None }
            };
            for (field, name, value) in [("title.zh", "title:(zh:\"", expected(|one| one.0)), ("number.value", "value:\"", expected(|one| one.1))] {
                if is_contested(field) {
                    continue;
                }
                if let (Some(value), Some(found)) = (value, found) {
                    let told = format!("{name}{value}\"");
                    prop_assert!(found.contains(&told), "{}: {}", told, found);
                }
            }
            let [in_base, in_ours, in_theirs] = [&base, &ours, &theirs].map(|model| there(model).is_some());
            if !is_contested("") {
                let is_there = if in_ours == in_base { in_theirs } else { in_ours };
                prop_assert_eq!(found.is_some(), is_there);
            }
        }
        // The sides swapped: the same conflicts, and where there are none the same records.
        let swapped = merge(&base_text, &their_text, &our_text).unwrap();
        let names = |merged: &Merged| {
            let mut names: Vec<_> = merged.conflicts.iter().map(|one| (one.id.clone(), one.field.clone())).collect();
            names.sort();
            names
        };
        prop_assert_eq!(names(&merged), names(&swapped));
        // Chosen one way everywhere, nothing is left open.
        let choices = vec![MergeSide::Ours; merged.conflicts.len()];
        let settled = settle(&base_text, &our_text, &their_text, &choices).unwrap();
        prop_assert_eq!(settled.conflicts, Vec::new());
    }
}
