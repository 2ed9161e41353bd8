//! The catalogue of titles on the command line: listed, checked, and found again by what was made over it.

use std::fs;

use policy_atlas::catalogue::{Embedded, Origin};
use policy_atlas::cli::Done;

use crate::cli::{Ran, run};

/// Runs a call over the titles.
#[track_caller]
fn over_titles(args: &[&str]) -> Ran {
    done(&[&["--catalogue", "titles"], args].concat())
}

#[track_caller]
fn done(args: &[&str]) -> Ran {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}{}", ran.out, ran.err);
    ran
}

#[test]
fn every_row_is_listed() {
    assert_eq!(over_titles(&["list", "--format", "ids"]).out.lines().count(), 69);
    assert_eq!(over_titles(&["list", "--unit", "region", "--format", "ids"]).out.lines().count(), 48);
    for (query, expected) in [
        ("region:=安徽", 5),
        ("region:安徽", 6),
        ("region:合肥", 1),
        ("皖科高〔2023〕9号", 1),
        ("issuer:杭州市人民政府", 1),
        ("stage:draft", 2),
        ("id:131000-2023-1", 0),
    ] {
        assert_eq!(
            run(&["--catalogue", "titles", "list", query, "--format", "ids"]).out.lines().count(),
            expected,
            "{query}"
        );
    }
}

#[test]
fn every_focus_of_every_row_is_not_assessed_through_every_lens() {
    for unit in ["policy", "region"] {
        for lens in ["", "source:any", "source:official", "version:any"] {
            let out = over_titles(&["list", lens, "--unit", unit, "--format", "csv"]).out;
            let heads = out.lines().next().unwrap().split(',');
            let heads: Vec<&str> = heads.filter(|head| head.starts_with("focus_")).collect();
            assert_eq!(heads.len(), 5);
            let rows = over_titles(&["list", lens, "--unit", unit, "--format", "json"]).out;
            let rows: serde_json::Value = serde_json::from_str(&rows).unwrap();
            let rows = rows.as_array().unwrap();
            assert_eq!(rows.len(), if unit == "policy" { 69 } else { 48 }, "{unit} {lens}");
            for (row, head) in rows.iter().flat_map(|row| heads.iter().map(move |head| (row, *head))) {
                assert_eq!(row[head], "not_assessed", "{unit} {lens} {row}");
            }
        }
    }
}

#[test]
fn it_has_no_problem_and_no_claim_and_is_cited_by_its_title() {
    let ran = over_titles(&["check"]);
    assert_eq!((ran.out.as_str(), ran.err.contains("0 个错误")), ("", true), "{}", ran.err);
    assert!(over_titles(&["cite", "catalogue"]).out.contains("2023—2026年部分地区人工智能政策题录"));
    assert_eq!(over_titles(&["claims", "--format", "csv"]).out.lines().count(), 1);
}

#[test]
fn the_window_opens_with_it_and_a_file_of_that_name_is_a_file() {
    let wanted = |args: &[&str]| match run(args).done {
        Done::Window(args) => args.catalogue,
        Done::Exit(status) => panic!("{args:?}: {status}"),
    };
    assert_eq!(wanted(&["--catalogue", "titles"]), Origin::Embedded(Embedded::Titles));
    assert_eq!(wanted(&[]), Origin::Embedded(Embedded::Report));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("titles");
    fs::write(&path, Embedded::Report.text()).unwrap();
    let file = path.to_str().unwrap();
    assert_eq!(wanted(&["--catalogue", file]), Origin::File(path.clone()));
    assert_eq!(wanted(&[file]), Origin::File(path.clone()));
    assert_eq!(done(&["--catalogue", file, "list", "--format", "ids"]).out.lines().count(), 12);
    // Without its option the word is the name of a file, which is not there.
    let Done::Window(args) = run(&["titles"]).done else { panic!() };
    assert!(args.missing.is_some());
}

#[test]
fn what_was_made_over_it_finds_it_again_unless_the_call_names_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let report = path("report.ron");
    fs::write(&report, Embedded::Report.text()).unwrap();

    let bundle = path("bundle");
    over_titles(&["export", "region:安徽", "--bundle", &bundle]);
    assert!(fs::read_to_string(folder.path().join("bundle/recipe.ron")).unwrap().contains("\"titles-2023-2026\""));
    done(&["replay", &bundle]);
    over_titles(&["replay", &bundle]);
    assert_eq!(run(&["replay", &bundle, "--catalogue", &report]).done, Done::Exit(1));

    let walk = path("walk.ron");
    over_titles(&["walk", "new", "region:安徽", "-o", &walk]);
    assert_eq!(done(&["walk", "check", &walk]).out, "");
    assert_ne!(run(&["walk", "check", &walk, "--catalogue", &report]).out, "");
    let Done::Window(window) = run(&["--present", &walk]).done else { panic!() };
    assert_eq!(window.catalogue, Origin::Embedded(Embedded::Titles));

    // A part of it is another catalogue.
    let part = path("part.ron");
    over_titles(&["export", "region:安徽", "-o", &part]);
    assert_eq!(done(&["list", "--format", "ids", "--catalogue", &part]).out.lines().count(), 6);
}
