//! Saved views on the command line, and the command line of what a session shows.

use std::ffi::OsString;
use std::fs;

use policy_atlas::catalogue::{EMBEDDED, load};
use policy_atlas::cli::{self, Done, Env};
use policy_atlas::figures::{FigureKind, table};
use policy_atlas::query::{Column, FieldKey, Row, Stack, Unit};
use policy_atlas::session::{Data, Origin, Preference, Session, Settings, ViewChange};
use policy_atlas::view::{FigureChoice, Saved, Tab, ViewText};
use policy_atlas::words::Lang;

use crate::cli::{Ran, run};

/// A folder with a view in it, and another release of the catalogue.
struct Kept {
    folder: tempfile::TempDir,
}

impl Kept {
    fn of(view: ViewText) -> Kept {
        let folder = tempfile::tempdir().unwrap();
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        fs::write(folder.path().join("view.ron"), Saved::new("mine", view, &catalogue).write()).unwrap();
        let other = EMBEDDED.replace("\"data\"", "\"numbers\"").replace("\"Data\"", "\"Numbers\"");
        let other = other.replace("\"数据\"", "\"数字\"").replace("110000-2023-1", "110000-2023-7");
        fs::write(folder.path().join("other.ron"), other).unwrap();
        Kept { folder }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Runs a call with `--view` after its first word.
    fn with(&self, args: &[&str]) -> Ran {
        let view = self.path("view.ron");
        run(&[&args[..1], &["--view", &view], &args[1..]].concat())
    }
}

fn by_region() -> ViewText {
    ViewText {
        query: "focus:data,application -region:310000".into(),
        unit: Unit::Region,
        sort: "-policies,region".into(),
        columns: vec!["title".into(), "region".into(), "policies".into(), "focus_data".into()],
        comparison: vec!["110000".into(), "330100".into(), "110000-2023-2".into()],
        ..ViewText::default()
    }
}

#[test]
fn a_view_stands_in_for_query_unit_columns_and_order() {
    let kept = Kept::of(by_region());
    let said = ["focus:data,application -region:310000", "--unit", "region"];
    let rows = ["--columns", "region,policies,focus_data", "--sort=-policies,region"];
    for format in ["table", "ids", "csv", "json", "md"] {
        let with = kept.with(&["list", "--format", format]);
        let without = run(&[&["list"][..], &said, &rows, &["--format", format]].concat());
        assert_eq!((with.done, with.out, with.err.as_str()), (Done::Exit(0), without.out, ""), "{format}");
    }
    for by in ["month", "focus"] {
        let with = kept.with(&["stats", "--by", by]);
        assert_eq!(with.out, run(&[&["stats"][..], &said, &["--by", by]].concat()).out);
        assert_eq!(with.done, Done::Exit(0), "{}", with.err);
    }
    let file = kept.path("a.csv");
    assert_eq!(kept.with(&["export", "-o", &file]).done, Done::Exit(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), kept.with(&["list", "--format", "csv"]).out);
    let with = kept.with(&["compare", "--mine", "330100", "--format", "json"]);
    let compared = ["compare", "110000", "330100", "110000-2023-2", "--mine", "330100", "--format", "json"];
    let said = run(&[&compared[..], &["--focus", "data,application"]].concat());
    assert_eq!((with.done, with.out), (Done::Exit(0), said.out), "{}", with.err);
    assert_eq!(run(&[&compared[..], &["--focus", "dta"]].concat()).done, Done::Exit(2));
}

#[test]
fn the_comparison_looks_through_the_lens_of_the_view() {
    let view = ViewText { query: "source:report,official,press".into(), ..by_region() };
    let kept = Kept::of(view);
    let items = ["compare", "110000", "330100", "110000-2023-2", "--query", "source:report,official,press"];
    assert_eq!(kept.with(&["compare"]).out, run(&items).out);
    assert_ne!(kept.with(&["compare"]).out, run(&items[..4]).out);
}

#[test]
fn a_view_and_what_it_stands_in_for_are_one_too_many() {
    let kept = Kept::of(by_region());
    for (args, word) in [
        (&["list", "focus:data"][..], "Q"),
        (&["list", "--unit", "region"], "--unit"),
        (&["list", "--columns", "id"], "--columns"),
        (&["list", "--sort", "-month"], "--sort"),
        (&["stats", "--by", "month", "focus:data"], "Q"),
        (&["stats", "--by", "month", "--unit", "region"], "--unit"),
        (&["export", "-o", "x.csv", "--sort", "month"], "--sort"),
        (&["compare", "110000", "310000"], "A B"),
        (&["compare", "--query", "source:any"], "--query"),
    ] {
        let ran = kept.with(args);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(2), ""), "{args:?}");
        assert!(ran.err.contains("--view 已经给出") && ran.err.contains(&format!("不能再写 {word}")), "{}", ran.err);
    }
    // What the view does not say may be said.
    assert_eq!(kept.with(&["export", "-o", "x.csv", "--whole"]).done, Done::Exit(2), "the view filters");
    let none = Kept::of(ViewText::default());
    assert_eq!(none.with(&["export", "-o", &none.path("x.csv"), "--whole"]).done, Done::Exit(0));
    assert_eq!(none.with(&["compare"]).done, Done::Exit(2), "the view compares nothing");
}

#[test]
fn what_the_catalogue_does_not_know_is_named_and_the_rest_is_applied() {
    let kept = Kept::of(ViewText {
        comparison: vec!["110000-2023-1".into(), "110000".into(), "330100".into()],
        ..by_region()
    });
    let other = kept.path("other.ron");
    let ran = kept.with(&["list", "--format", "csv", "--catalogue", &other]);
    assert_eq!(ran.done, Done::Exit(1), "the answer is to another question than the one saved");
    assert_eq!(ran.out.lines().next(), Some("region,policies"));
    assert_eq!(ran.out.lines().count(), 1, "a condition that cannot be met stands for nothing, not for everything");
    let told: Vec<&str> = ran.err.lines().collect();
    assert_eq!(
        told,
        [
            "policy-atlas：此目录没有条件“focus:data,application”所指的内容；条件已保留，因此没有结果（第 7 列：未知方向“data”）",
            "policy-atlas：此目录没有列“focus_data”，已略去",
            "policy-atlas：目录里没有对比中的“110000-2023-1”，已略去",
            "policy-atlas：没有符合条件的地区：可去掉一个条件，或放宽视野（如 source:any）",
        ]
    );
    // Named all the same, but this call does not ask for it.
    let elsewhere = Kept::of(ViewText { comparison: vec!["110000-2023-1".into()], ..ViewText::default() });
    let ran = elsewhere.with(&["list", "--format", "ids", "--catalogue", &other]);
    assert_eq!((ran.done, ran.err.lines().count()), (Done::Exit(0), 1), "{}", ran.err);
    let ran = kept.with(&["compare", "--format", "csv", "--catalogue", &other]);
    assert_eq!((ran.done, ran.out.lines().next()), (Done::Exit(1), Some("key,label,equal,110000,330100")));
}

#[test]
fn a_view_of_another_catalogue_says_so_and_is_done() {
    let kept = Kept::of(ViewText::default());
    let other = EMBEDDED.replacen("id: \"ccid-2023-3\"", "id: \"mine\"", 1);
    fs::write(kept.path("other.ron"), other).unwrap();
    let ran = kept.with(&["list", "--format", "ids", "--catalogue", &kept.path("other.ron")]);
    assert_eq!((ran.done, ran.out.lines().count()), (Done::Exit(0), 12));
    assert_eq!(ran.err, "policy-atlas：这个视图存于另一目录“ccid-2023-3”，打开的是“mine”\n");
}

#[test]
fn a_view_that_cannot_be_read_is_1_if_it_is_not_there_and_2_if_it_is_off() {
    let kept = Kept::of(ViewText::default());
    fs::write(kept.path("broken.ron"), "(name: \"a\",\n view: (tab: Tabel))").unwrap();
    for (name, status, word) in [
        ("no.ron", 1, "没有这个文件"),
        (".", 1, "这是文件夹"),
        ("other.ron", 2, "other.ron:"),
        ("broken.ron", 2, "broken.ron:2:14: 错误: 未知取值 Tabel"),
    ] {
        let path = kept.path(name);
        for args in [&["list", "--view", &path][..], &["--view", &path], &["stats", "--by", "month", "--view", &path]] {
            let ran = run(args);
            assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(status), ""), "{args:?}");
            assert!(ran.err.contains(word), "{}", ran.err);
        }
    }
}

#[test]
fn the_window_opens_with_a_view() {
    let kept = Kept::of(by_region());
    let ran = run(&[&kept.path("other.ron"), "--view", &kept.path("view.ron")]);
    let Done::Window(args) = ran.done else { panic!("{}", ran.err) };
    assert_eq!(args.view.unwrap().view, by_region());
    assert_eq!(args.catalogue, Origin::File(kept.path("other.ron").into()));
}

fn session() -> Session {
    let data = Data::new(load(EMBEDDED.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
    Session::new(data, Settings::default())
}

/// The output of the command line that a session copies.
fn copied(session: &Session, format: &str) -> String {
    let mut words: Vec<OsString> = session.command_line().into_iter().map(Into::into).collect();
    words.extend(["--format".into(), format.into()]);
    // A figure is written to a file; here it is read.
    if let Some(at) = words.iter().position(|word| word == "--output") {
        words[at + 1] = "-".into();
    }
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let done = cli::run(words, &Env { lang: session.lang(), ..Env::default() }, &mut out, &mut err);
    assert_eq!(done, Done::Exit(0), "{:?}: {}", session.command_line(), String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

/// Rows and values as csv writes them.
fn cells(session: &Session, rows: &[Row], columns: &[Column], unit: Unit) -> Vec<Vec<String>> {
    let (index, outcome) = (&session.data().index, session.derived().in_unit(unit));
    let value = |column: &Column, row: &Row| column.value(index, outcome, *row, session.lang()).plain().into_owned();
    rows.iter().map(|row| columns.iter().map(|column| value(column, row)).collect()).collect()
}

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn check_copied(session: &mut Session) {
    let ids = |rows: &[Row]| -> Vec<String> {
        rows.iter().map(|row| row.id(session.data().catalogue()).to_owned()).collect()
    };
    let lines = |text: String| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    match session.view().tab {
        Tab::Overview => {
            let rows = &session.derived().regions.rows;
            assert_eq!(lines(copied(session, "ids")), ids(rows));
            let focuses = session.data().catalogue().focus_idxs().map(Column::Focus);
            let columns: Vec<Column> = std::iter::once(Column::RegionName).chain(focuses).collect();
            assert_eq!(records(&copied(session, "csv")), cells(session, rows, &columns, Unit::Region));
        }
        Tab::Table => {
            let rows = &session.derived().rows;
            assert_eq!(lines(copied(session, "ids")), ids(rows));
            let expected = cells(session, rows, &session.shown_columns(), session.view().unit);
            assert_eq!(records(&copied(session, "csv")), expected);
        }
        Tab::Compare => {
            let found: serde_json::Value = serde_json::from_str(&copied(session, "json")).unwrap();
            let list = |of: &str, key: &str| -> Vec<String> {
                let all = found[of].as_array().unwrap().iter();
                all.map(|one| one[key].as_str().unwrap().to_owned()).collect()
            };
            let comparison = session.derived().comparison();
            assert_eq!(list("columns", "id"), ids(&comparison.columns));
            let catalogue = session.data().catalogue();
            let gap: Vec<String> = comparison.gap.iter().map(|gap| catalogue[gap.focus].id.clone()).collect();
            assert_eq!(list("gap", "focus"), gap);
            assert_eq!(found["rows"].as_array().unwrap().len(), comparison.rows.len());
            for (row, said) in comparison.rows.iter().zip(found["rows"].as_array().unwrap()) {
                assert_eq!(said["equal"], row.equal, "{:?}", row.subject);
            }
        }
        Tab::Charts => {
            assert_eq!(records(&copied(session, "csv")), table(session.derived().figure()).rows);
        }
    }
}

#[test]
fn the_copied_command_line_answers_as_the_tab_in_sight_does() {
    for query in [
        "",
        "方向:数据,应用 -地区:上海",
        "source:report,official,press focus:only(algorithm)",
        "\"模型\" month:..2023-05",
    ] {
        for (lang, mine) in [(Lang::Zh, None), (Lang::En, Some("330100")), (Lang::Zh, Some("110000"))] {
            for tab in Tab::ALL {
                for unit in [Unit::Policy, Unit::Region] {
                    let mut session = session();
                    session.apply(policy_atlas::session::Action::Prefer(Preference::Lang(lang)));
                    let my = Preference::MyRegion(mine.map(str::to_owned));
                    session.apply(policy_atlas::session::Action::Prefer(my));
                    session.apply(crate::typed(query).into());
                    session.apply(ViewChange::Unit(unit).into());
                    session.apply(ViewChange::Sort { column: FieldKey::RegionName, add: false }.into());
                    session.apply(ViewChange::Sort { column: FieldKey::RegionName, add: false }.into());
                    session.apply(ViewChange::Stack(Stack::Tier).into());
                    session.apply(
                        ViewChange::Columns(vec![FieldKey::Month, FieldKey::Policies, FieldKey::Focus("data".into())])
                            .into(),
                    );
                    session.apply(ViewChange::Tab(tab).into());
                    check_copied(&mut session);
                    for kind in FigureKind::ALL.iter().filter(|_| tab == Tab::Charts) {
                        let kind = Some(*kind);
                        let figure =
                            FigureChoice { kind, unit: Some(unit), keywords: true, by_likeness: true, by_count: false };
                        session.apply(ViewChange::Figure(figure).into());
                        check_copied(&mut session);
                    }
                }
            }
        }
    }
}

#[test]
fn the_copied_comparison_names_mine_and_the_lens_and_one_column_is_shown() {
    let mut session = session();
    session.apply(crate::typed("source:any region:110000").into());
    session.apply(policy_atlas::session::Action::Prefer(Preference::MyRegion(Some("310000".into()))));
    session.apply(ViewChange::Comparison(vec!["110000".into(), "310000".into()]).into());
    session.apply(ViewChange::Tab(Tab::Compare).into());
    let words = session.command_line();
    assert_eq!(words[1..], ["compare", "110000", "310000", "--mine", "310000", "--query", "source:any"]);
    session.apply(ViewChange::Comparison(vec!["310000".into()]).into());
    assert_eq!(session.command_line()[1..], ["show", "310000", "--query", "source:any"]);
    session.apply(ViewChange::Comparison(vec!["340100".into(), "440300".into()]).into());
    session.apply(crate::typed("focus:data,compute").into());
    check_copied(&mut session);
    assert_eq!(session.command_line()[1..4], ["compare", "340100", "440300"]);
    assert_eq!(session.command_line().last().map(String::as_str), Some("compute,data"));
}

#[test]
fn the_copied_comparison_keeps_what_was_chosen_as_mine_and_a_place_of_which_nothing_is_said() {
    let mut session = session();
    session.apply(ViewChange::Tab(Tab::Compare).into());
    for (compared, mine, expected) in [
        (
            &["110000-2023-1", "310000"][..],
            "110000-2023-1",
            &["compare", "110000-2023-1", "310000", "--mine", "110000-2023-1"][..],
        ),
        (&["110000", "540100", "310000"], "310000", &["compare", "110000", "540100", "310000", "--mine", "310000"]),
        (&["540100", "110000", "310000"], "540100", &["compare", "540100", "110000", "310000", "--mine", "540100"]),
        (&["540100", "110000"], "540100", &["compare", "540100", "110000", "--mine", "540100"]),
    ] {
        session.apply(ViewChange::Comparison(compared.iter().map(|id| (*id).to_owned()).collect()).into());
        session.apply(ViewChange::Mine(Some(mine.to_owned())).into());
        assert_eq!(session.command_line()[1..], *expected, "{compared:?}");
        copied(&session, "json");
    }
    session.apply(ViewChange::Comparison(vec!["540100".into()]).into());
    copied(&session, "ids");
}

#[test]
fn a_saved_comparison_keeps_mine_and_the_call_can_name_another() {
    let mut session = session();
    session.apply(ViewChange::Tab(Tab::Compare).into());
    session.apply(policy_atlas::session::Action::Prefer(Preference::MyRegion(Some("310000".into()))));
    session.apply(ViewChange::Comparison(vec!["110000".into(), "310000".into()]).into());
    let saved = session.saved_view("a").view;
    assert_eq!(saved.mine.as_deref(), Some("310000"), "whoever opens it sees what was on screen");
    let kept = Kept::of(saved.clone());
    let mine = |args: &[&str]| -> Vec<String> {
        let ran = kept.with(args);
        let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        let gap = found["gap"].as_array().unwrap().iter();
        gap.map(|gap| gap["peers"][0].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(mine(&["compare", "--format", "json"])[0], "110000");
    let other = mine(&["compare", "--mine", "110000", "--format", "json"]);
    assert!(other.iter().all(|peer| peer == "310000"), "{other:?}");
    let elsewhere = Kept::of(ViewText { mine: Some("440300".into()), ..saved });
    assert!(!elsewhere.with(&["compare", "--format", "csv"]).out.contains("440300"), "mine adds no column");
}

#[test]
fn a_view_saved_from_a_session_gives_the_same_answer_on_the_command_line() {
    let mut session = session();
    session.apply(crate::typed("方向:数据").into());
    session.apply(ViewChange::Tab(Tab::Compare).into());
    let saved = session.saved_view("a");
    // A comparison that was never chosen is kept as it is shown.
    assert_eq!(saved.view.comparison, ["110000", "310000", "440300"]);
    let kept = Kept::of(saved.view);
    assert_eq!(kept.with(&["compare", "--format", "json"]).out, copied(&session, "json"));
    session.apply(ViewChange::Tab(Tab::Table).into());
    assert_eq!(kept.with(&["list", "--format", "ids"]).out, copied(&session, "ids"));
}
