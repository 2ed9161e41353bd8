//! Tests of saved views: their text, and fitting one to another catalogue.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::{Catalogue, EMBEDDED, File, load, load_stack};
use crate::query::{Index, Unit, parse, run, write, write_sort};
use crate::tests::embedded_catalogue as embedded;
use crate::words::Lang;

/// Another release: no focus `data`, and another id for the first policy of Beijing.
fn other_release() -> Catalogue {
    let text = EMBEDDED
        .replace("\"data\"", "\"numbers\"")
        .replace("\"数据\"", "\"数字\"")
        .replace("\"Data\"", "\"Numbers\"")
        .replace("110000-2023-1", "110000-2023-7")
        .replacen("release: \"", "release: \"2099.", 1);
    load(text.as_bytes()).catalogue.unwrap()
}

fn full() -> ViewText {
    ViewText {
        query: "region:110000 focus:all(compute,data) \"两个 词\"".into(),
        unit: Unit::Region,
        sort: "-policies,region_name".into(),
        columns: vec!["title".into(), "policies".into(), "focus_data".into()],
        tab: Tab::Compare,
        comparison: vec!["110000-2023-1".into(), "310000".into()],
        mine: Some("310000".into()),
        stack: Stack::Tier,
        milestones: true,
        figure: ChoiceText {
            kind: "similarity".into(),
            unit: Some(Unit::Policy),
            keywords: true,
            by_likeness: true,
            by_count: true,
        },
    }
}

fn saved(view: ViewText) -> Saved {
    Saved::new("京沪“数据”", view, &embedded())
}

fn fault(text: &str) -> String {
    Saved::read(text.as_bytes()).map(|saved| saved.name).unwrap_err().line("a.ron", Lang::En)
}

#[test]
fn a_view_written_by_another_version_opens_with_what_it_has() {
    let view: ViewText = ron::from_str("(query: \"focus:data\", unit: Region)").unwrap();
    assert_eq!(view, ViewText { query: "focus:data".into(), unit: Unit::Region, ..ViewText::default() });
}

#[test]
fn a_saved_view_is_read_back_as_it_was_under_stable_names() {
    let view = saved(full());
    let text = view.write();
    assert_eq!(Saved::read(text.as_bytes()).unwrap(), view);
    assert_eq!(Saved::read(text.replace('\n', "\r\n").as_bytes()).unwrap(), view);
    assert_eq!(Saved::read(format!("\u{FEFF}{text}").as_bytes()).unwrap(), view);
    for line in [
        "    schema: 1,",
        "    name: \"京沪“数据”\",",
        "    catalogue: \"ccid-2023-3\",",
        "        unit: Region,",
        "        sort: \"-policies,region_name\",",
        "        tab: Compare,",
        "        stack: Tier,",
        "        milestones: true,",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not a line of {text}");
    }
}

#[test]
fn what_is_wrong_with_a_text_is_said_with_its_place() {
    let head = "(name: \"a\", catalogue: \"c\", release: \"r\",\n";
    for (text, line) in [
        ("", "a.ron: error: the file of the view is empty: save the view again with \"Save this view\""),
        ("{}", "a.ron:1:1: error: \"(\" expected here"),
        (
            &format!("{head}view: (tab: Tabel))"),
            "a.ron:2:13: error: unknown value Tabel (known: Overview Table Compare Charts), did you mean Table?",
        ),
        (&format!("{head}view: (unit: 3))"), "a.ron:2:14: error: "),
        (&format!("{head}view: (sort: month))"), "a.ron:2:13: error: a text in quotation marks expected here"),
        (&format!("{head})"), "a.ron:2:1: error: field view is missing"),
        (
            "(name: \" \",catalogue: \"c\", release: \"r\", view: ())",
            "a.ron:1:8: error: the name of the view is empty: give it one",
        ),
        (
            "(schema: 2, name: 7)",
            "a.ron: error: schema 2 is newer than this program's (1): update the program; the file is untouched",
        ),
        (EMBEDDED, "a.ron:"),
    ] {
        let told = fault(text);
        assert!(told.starts_with(line), "{text}\n{told}");
    }
    assert!(Saved::read(b"\xB1\xB1\xBE\xA9").is_err());
}

#[test]
fn a_field_of_a_later_version_costs_nothing_but_itself_and_is_named() {
    let text =
        saved(full()).write().replace("        query:", "        figure_of_2030: Some(Flow(3)),\n        query:");
    let text = text.replace("    name:", "    colour: \"red\",\n    name:");
    let read = Saved::read(text.as_bytes()).unwrap();
    assert_eq!(read.view, full());
    assert_eq!(read.unknown, ["colour", "figure_of_2030"]);
    let told = fit(&read, &embedded()).misfits;
    assert_eq!(told, [Misfit::Field("colour".into()), Misfit::Field("figure_of_2030".into())]);
}

#[test]
fn renaming_changes_the_name_and_no_other_character() {
    let text = "// mine\n( colour: 3, /* name: \"no\" */ name : r#\"old\"# , catalogue: \"c\", release: \"r\",\n view: (query: \"name: x\") )\n";
    let new = renamed(text.as_bytes(), "new \"one\"").unwrap();
    assert_eq!(new, text.replace("r#\"old\"#", "\"new \\\"one\\\"\""));
    assert_eq!(Saved::read(new.as_bytes()).unwrap().name, "new \"one\"");
    assert!(renamed(b"(name: 3)", "x").is_err());
}

#[test]
fn a_file_name_is_safe_whatever_the_name() {
    for (name, stem) in [
        ("京沪对比", "京沪对比"),
        ("数据 2023/05", "数据-2023-05"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x.ron", "C-x-ron"),
        (".hidden", "hidden"),
        ("a\u{0}b\nc", "a-b-c"),
        ("con", "view-con"),
        ("COM7", "view-COM7"),
        ("", "view"),
        ("？！…", "view"),
        ("\u{202E}abc", "abc"),
    ] {
        assert_eq!(file_stem(name), stem, "{name:?}");
    }
    assert!(file_stem(&"区".repeat(500)).len() <= 150);
    assert_eq!(tidy(&format!("  a\t b {}", "c".repeat(200))).chars().count(), 80);
}

#[allow(clippy::needless_pass_by_value, reason = "views are written where they are checked")]
#[track_caller]
fn check(view: ViewText, catalogue: &Catalogue, left: ViewText, misfits: &[&str]) {
    let mut saved = saved(view);
    saved.release.clone_from(&catalogue.release);
    let fitted = fit(&saved, catalogue);
    assert_eq!(ViewText::of(&fitted.view), left);
    let told: Vec<String> = fitted.misfits.iter().map(|one| one.message(Lang::En)).collect();
    assert_eq!(told, misfits);
    assert!(fitted.misfits.iter().all(Misfit::is_gone));
}

#[test]
fn what_another_release_does_not_know_is_named_and_the_rest_is_applied() {
    let (here, other) = (embedded(), other_release());
    let query = |line: &str| ViewText { query: line.into(), ..ViewText::default() };
    check(full(), &here, full(), &[]);
    check(
        query("  数据：\"  "),
        &here,
        query(""),
        &[
            "the condition \"数据：\"  \" does not hold in this catalogue and was left out (column 1: unknown key \"数据:\" (to search for the text itself, put it in quotation marks))",
        ],
    );
    check(
        query("-focus:data region:110000 tier:city x"),
        &other,
        query("region:110000 tier:city -focus:data x"),
        &[
            "this catalogue does not have what the condition \"-focus:data\" names; it stays, and so nothing is found (column 8: unknown focus \"data\")",
        ],
    );
    check(
        query("source:report focus:compute source:any"),
        &here,
        query("focus:compute source:report"),
        &[
            "the condition \"source:any\" does not hold in this catalogue and was left out (column 1: source: may stand once only)",
        ],
    );
    check(
        query("id:110000-2023-1,110000-2023-2"),
        &other,
        query("id:110000-2023-1,110000-2023-2"),
        &["policy \"110000-2023-1\" of the query is not in this catalogue"],
    );
    let columns =
        |list: &[&str]| ViewText { columns: list.iter().map(|key| (*key).into()).collect(), ..ViewText::default() };
    check(
        columns(&["title", "focus_data", "policies", "x"]),
        &other,
        columns(&["title", "policies"]),
        &[
            "this catalogue has no column \"focus_data\"; it was left out",
            "this catalogue has no column \"x\"; it was left out",
        ],
    );
    let sort = |line: &str| ViewText { sort: line.into(), ..ViewText::default() };
    check(
        sort("-month,focus_data,-id"),
        &other,
        sort("-month,-id"),
        &["there is no sorting by \"focus_data\"; it was left out"],
    );
    check(sort("policies"), &here, sort(""), &["there is no sorting by \"policies\"; it was left out"]);
    let compared =
        |list: &[&str]| ViewText { comparison: list.iter().map(|id| (*id).into()).collect(), ..ViewText::default() };
    check(
        compared(&["110000-2023-1", "北京", "110000", "999999"]),
        &other,
        compared(&["110000"]),
        &[
            "\"110000-2023-1\" of the comparison is not in this catalogue and was left out",
            "\"999999\" of the comparison is not in this catalogue and was left out",
        ],
    );
    let mine = |list: &[&str], mine: Option<&str>| ViewText { mine: mine.map(str::to_owned), ..compared(list) };
    check(mine(&["北京", "310000"], Some("北京")), &here, mine(&["110000", "310000"], Some("110000")), &[]);
    let gone = "\"110000-2023-1\" of the comparison is not in this catalogue and was left out";
    check(mine(&["110000-2023-1", "310000"], Some("110000-2023-1")), &other, compared(&["310000"]), &[gone]);
    check(mine(&["310000"], Some("110000-2023-1")), &other, compared(&["310000"]), &[gone]);
    let nine = ["110000", "310000", "320000", "330000", "340000", "350000", "360000", "370000", "410000"];
    check(compared(&nine), &here, compared(&nine[..8]), &["a comparison takes at most 8; \"410000\" was left out"]);
}

#[test]
fn a_line_that_a_catalogue_cannot_read_says_where_and_finds_nothing() {
    let other = other_release();
    let index = Index::new(Arc::new(other));
    for (line, column, kept) in [
        ("focus:data", Some(7), "focus:data"),
        ("tier:city  -focus:compute,data", Some(27), "tier:city -focus:compute,data"),
        ("source:none", Some(8), "source:none"),
        ("region:999999", Some(8), "region:999999"),
        ("focus:compute", None, "focus:compute"),
    ] {
        let fitted = View::fit(&ViewText { query: line.into(), ..ViewText::default() }, &index.catalogue);
        assert_eq!(fitted.fault.map(|fault| fault.column), column, "{line}");
        assert_eq!(write(&fitted.view.query), kept);
        for unit in [Unit::Policy, Unit::Region] {
            assert_eq!(run(&index, &fitted.view.query, unit).rows.is_empty(), column.is_some(), "{line}");
        }
    }
}

#[test]
fn a_view_over_another_catalogue_keeps_its_conditions_and_loses_columns_to_sort_by() {
    let text = ViewText { sort: "-focus_data,month".into(), unit: Unit::Policy, ..full() };
    let mut view = View::fit(&text, &embedded()).view;
    let told: Vec<String> = view.refit(&other_release()).iter().map(|one| one.message(Lang::En)).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("\"focus:all(compute,data)\"") && told[1].contains("\"focus_data\""), "{told:?}");
    assert_eq!((write(&view.query), write_sort(&view.sort)), (full().query, "month".into()));
}

#[test]
fn another_catalogue_and_another_release_are_said_and_are_no_loss() {
    let (mut other, release) = (embedded(), other_release());
    other.contents_mut().head.id = "mine".into();
    let told = |catalogue: &Catalogue| -> Vec<(bool, String)> {
        let misfits = fit(&saved(ViewText::default()), catalogue).misfits;
        misfits.iter().map(|one| (one.is_gone(), one.message(Lang::En))).collect()
    };
    let line = "the view was saved on another catalogue, \"ccid-2023-3\"; the open one is \"mine\"";
    assert_eq!(told(&other), [(false, line.to_owned())]);
    let (made, here) = (embedded().release.clone(), &release.release);
    let line = format!("the view was saved on release {made} of the catalogue; the open one is {here}");
    assert_eq!(told(&release), [(false, line)]);
}

#[test]
fn a_view_of_a_catalogue_is_one_of_it_under_layers_too() {
    let layer = r#"(schema: 2, id: "layer-k7qa", release: "2026-11-28", title: (zh: "我的"), layer: (kind: Own, tag: "k7qa"),
        sources: [(id: "k7qa-1", grade: Own, title: "台账", covers: Stated)], policies: [], statements: [])"#;
    let files = [("", EMBEDDED), ("layer", layer)].map(|(name, text)| File { name, bytes: text.as_bytes() });
    let under = load_stack(&files).catalogue.unwrap();
    assert_ne!(under.id, embedded().id, "a stack has an id of its own");
    assert_eq!(fit(&saved(ViewText::default()), &under).misfits, []);
    let own = Saved::new("层", ViewText::default(), &under);
    assert_eq!(fit(&own, &under).misfits, []);
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_mutilated_text_is_read_or_refused_and_never_panics(
        from in 0.0..1.0f64, len in 0usize..40,
        put in prop::sample::select(vec![
            "", "(", ")", "[", "]", "\"", "\\", ",", ":", "（", "“", "/*", "//", "r#\"", "\u{202E}", "\u{0}", "\n", "题", "-9",
            "1e999", "((((((((((((((((((((((((((((((((((((((((", "name", "view:", "Some(", "#![enable(",
        ]),
    ) {
        let mut text = saved(full()).write();
        let from = text.floor_char_boundary((text.len() as f64 * from) as usize);
        let to = text.floor_char_boundary((from + len).min(text.len())).max(from);
        text.replace_range(from..to, put);
        let catalogue = embedded();
        match Saved::read(text.as_bytes()) {
            Ok(saved) => {
                let fitted = fit(&saved, &catalogue);
                prop_assert!(fitted.fault.is_some() || parse(&write(&fitted.view.query), &catalogue).is_ok());
                let again = View::fit(&ViewText::of(&fitted.view), &catalogue);
                prop_assert_eq!(again.view, fitted.view);
                let new = renamed(text.as_bytes(), "other").unwrap();
                let again = Saved::read(new.as_bytes()).unwrap();
                let mut expected = saved;
                expected.name = "other".into();
                prop_assert_eq!(again, expected);
            }
            Err(fault) => {
                prop_assert!(fault.place().is_none_or(|at| at.line >= 1 && at.column >= 1));
                prop_assert!(renamed(text.as_bytes(), "other").is_err());
            }
        }
    }

    #[test]
    fn a_line_that_can_be_read_loses_nothing(
        terms in prop::collection::vec(prop::sample::select(vec![
            "focus:data", "-focus:all(data,compute)", "“两个 词”", "\"a \\\" b\"", "地区：江苏，浙江", "x\"y z\"", "月份:2023",
            "“a\\”", "-openai", "keyword:\"a, b\"", "tier:city",
        ]), 0..6),
        blank in prop::sample::select(vec![" ", "\u{3000}", "  \t"]),
    ) {
        let catalogue = embedded();
        let line = terms.join(blank);
        let whole = parse(&line, &catalogue).unwrap();
        let fitted = fit(&saved(ViewText { query: line, ..ViewText::default() }), &catalogue);
        prop_assert_eq!(fitted.view.query, whole);
        prop_assert_eq!(fitted.misfits, vec![]);
    }

    #[test]
    fn any_name_makes_a_file_name_that_stays_in_its_folder(name in ".*") {
        let stem = file_stem(&name);
        prop_assert!(!stem.is_empty() && stem.len() <= 160);
        prop_assert!(stem.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-'));
    }
}
