//! Tests of the walk in hand: every edit and its undo, added steps, questions before anything is lost.

use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::query::{TermKey, parse};
use crate::view::ViewText;
use crate::walk::{Edit, Key, Order, Screens, Shows, Slide, Step, Walk, ready, walk_regions};

fn edit(session: &mut Session, edit: Edit) -> Effects {
    session.apply(Walking::from(edit).into())
}

fn titles(session: &Session) -> Vec<String> {
    let walk = session.walk();
    walk.steps.iter().map(|step| step.slide.title(session.data().catalogue(), session.lang())).collect()
}

fn other(session: &Session) -> Slide {
    Slide::of_region("320100", &ViewText::of(session.view()))
}

/// One of each kind, all of which change the ready walk.
fn edits(session: &Session) -> Vec<Edit> {
    vec![
        Edit::Name("mine".into()),
        Edit::Move { from: 1, to: 5 },
        Edit::Rename { at: 2, name: "here".into() },
        Edit::Duplicate(3),
        Edit::Skip(4),
        Edit::Notes { at: 5, notes: "# n\n".into() },
        Edit::Time { at: 6, seconds: Some(90) },
        Edit::Show { at: 1, slide: other(session) },
        Edit::Insert { at: 8, step: Step::new(other(session)) },
        Edit::Remove(9),
    ]
}

#[test]
fn each_edit_of_the_ready_walk_is_taken_back_and_made_again() {
    let start = session();
    let before = ready(&start.data().index, Lang::Zh);
    for one in edits(&start) {
        let mut session = session();
        assert_eq!((session.tour().is_ready(), session.tour().is_unsaved()), (true, false));
        edit(&mut session, one.clone());
        assert_eq!(*session.walk(), before.edited(&one), "{one:?}");
        assert!(*session.walk() != before && session.tour().is_unsaved());
        session.apply(Walking::Undo.into());
        assert!(session.tour().is_ready(), "the ready walk again after {one:?}");
        assert!(!session.tour().is_unsaved() && !session.tour().undoes() && session.tour().redoes());
        session.apply(Walking::Redo.into());
        assert_eq!(*session.walk(), before.edited(&one));
        // The view has an undo of its own.
        assert_eq!((session.history().undoes(), session.view().clone()), (None, start.view().clone()));
    }
}

#[test]
fn the_editor_stays_at_the_step_that_was_edited() {
    for (one, at) in [
        (Edit::Move { from: 2, to: 5 }, 5),
        (Edit::Move { from: 2, to: 99 }, 13),
        (Edit::Duplicate(2), 3),
        (Edit::Remove(13), 12),
        (Edit::Skip(2), 2),
        (Edit::Name("x".into()), 2),
    ] {
        let mut session = session();
        session.apply(Action::Show(Some(Dialog::Walk)));
        session.apply(Walking::Choose(2).into());
        edit(&mut session, one.clone());
        assert_eq!(session.tour().at(), at, "{one:?}");
        session.apply(Walking::Undo.into());
        assert_eq!(session.tour().at(), 2);
    }
}

#[test]
fn typing_into_a_field_is_one_edit_and_another_field_another() {
    let mut session = session();
    for notes in ["a", "ab", "abc"] {
        edit(&mut session, Edit::Notes { at: 1, notes: notes.into() });
    }
    edit(&mut session, Edit::Notes { at: 2, notes: "d".into() });
    edit(&mut session, Edit::Rename { at: 2, name: "e".into() });
    edit(&mut session, Edit::Rename { at: 2, name: "ef".into() });
    session.apply(Walking::Choose(2).into());
    edit(&mut session, Edit::Rename { at: 2, name: "efg".into() });
    let mut seen = Vec::new();
    while session.tour().undoes() {
        let steps = session.walk().steps.clone();
        seen.push((steps[1].notes.clone(), steps[2].notes.clone(), steps[2].slide.name.clone()));
        session.apply(Walking::Undo.into());
    }
    let of = |one: &str, two: &str, name: &str| (one.to_owned(), two.to_owned(), name.to_owned());
    assert_eq!(seen, [of("abc", "d", "efg"), of("abc", "d", "ef"), of("abc", "d", ""), of("abc", "", "")]);
}

#[test]
fn an_edit_that_changes_nothing_is_none() {
    let mut session = session();
    for one in
        [Edit::Name(" ".into()), Edit::Remove(99), Edit::Move { from: 3, to: 3 }, Edit::Time { at: 1, seconds: None }]
    {
        assert_eq!(edit(&mut session, one), Effects::none());
        assert!(session.tour().is_ready() && !session.tour().undoes());
    }
}

#[test]
fn what_is_on_screen_becomes_a_step_before_the_closing_summary_or_behind_the_chosen_one() {
    let data = || ViewChange::Comparison(vec!["110000".into(), "310000".into()]).into();
    let region = |session: &Session| session.data().catalogue().regions.by_code("320500").unwrap();
    for (name, actions, shows, title) in [
        ("overview", vec![toggle(TermKey::Focus, "data")], Shows::Overview, "各地提到的方向"),
        ("table", vec![ViewChange::Tab(Tab::Table).into()], Shows::Table, "表格"),
        ("comparison", vec![data(), ViewChange::Tab(Tab::Compare).into()], Shows::Comparison, "北京市、上海市"),
        ("figure", vec![ViewChange::Tab(Tab::Charts).into()], Shows::Figure, "各月政策数"),
    ] {
        let mut session = session();
        for action in actions {
            drop(session.apply(action));
        }
        session.apply(Walking::Add.into());
        let walk = session.walk();
        let step = &walk.steps[13];
        assert_eq!((step.slide.shows, titles(&session)[13].as_str(), walk.steps.len()), (shows, title, 15), "{name}");
        assert_eq!(walk.steps[14].slide.shows, Shows::Summary);
        assert_eq!(step.slide.view, session.shown_slide().view);
        let notice = session.pointing().notice.clone().unwrap().text;
        assert_eq!(notice, format!("已加入巡讲：第 14 步“{title}”"));
    }
    // An open place, seen through the filter, with its policies; the editor is open at a step.
    let mut session = session();
    session.apply(super::typed("focus:algorithm"));
    session.apply(Action::Open(Detail { row: Row::Region(region(&session)), focus: None }));
    session.apply(Action::Show(Some(Dialog::Walk)));
    session.apply(Walking::Choose(3).into());
    session.apply(Walking::Add.into());
    assert_eq!((titles(&session)[4].as_str(), session.tour().at()), ("苏州市", 4));
    let query = parse("focus:algorithm", session.data().catalogue()).unwrap();
    assert_eq!(session.walk().steps[4], Step::of_region(&session.data().index, region(&session), &query));
    // A walk without steps, and one that does not end with a summary.
    session.apply(Walking::New.into());
    session.apply(Walking::Answer(Answer::Discard).into());
    session.apply(Action::Show(None));
    session.apply(Walking::Add.into());
    session.apply(Action::CloseDetail);
    session.apply(Walking::Add.into());
    assert_eq!(titles(&session), ["苏州市", "各地提到的方向"]);
}

#[test]
fn a_walk_goes_through_the_filter_in_the_order_chosen() {
    let made = |way: Way, actions: Vec<Action>| {
        let mut session = session();
        for action in actions {
            drop(session.apply(action));
        }
        session.apply(Walking::Through(way).into());
        assert_eq!(session.pointing().dialog, Some(Dialog::Walk));
        assert!(!session.tour().is_unsaved(), "what one action makes is made again by one action");
        (session.walk().regions().into_iter().map(str::to_owned).collect::<Vec<_>>(), session)
    };
    let filter = || super::typed("focus:algorithm,data");
    for (way, order) in [(Way::Code, Order::Code), (Way::Month, Order::Month), (Way::Emphasis, Order::Emphasis)] {
        let (_, session) = made(way, vec![filter()]);
        let query = parse("focus:algorithm,data", session.data().catalogue()).unwrap();
        assert_eq!(*session.walk(), walk_regions(&session.data().index, &query, &order, Lang::Zh));
    }
    let sort = || Action::from(ViewChange::Sort { column: FieldKey::Policies, add: false });
    let (by_policies, session) = made(Way::OnScreen, vec![ViewChange::Unit(Unit::Region).into(), sort(), sort()]);
    let on_screen: Vec<&str> = session.derived().rows.iter().map(|row| row.id(session.data().catalogue())).collect();
    assert_eq!(by_policies, on_screen);
    let columns = ViewChange::Comparison(vec!["640000".into(), "110000".into()]);
    let (compared, _) = made(Way::OnScreen, vec![columns.into(), ViewChange::Tab(Tab::Compare).into()]);
    assert_eq!(compared[..2], ["640000", "110000"]);
}

fn kept(effects: &[Effect]) -> Vec<Option<Walk>> {
    let walk = |effect: &Effect| match effect {
        Effect::KeepWalk(walk) => Some(walk.as_deref().cloned()),
        _ => None,
    };
    effects.iter().filter_map(walk).collect()
}

/// The news of `app` after it has written a walk.
fn written(session: &Session, effects: &[Effect]) -> Action {
    let what = match effects {
        [Effect::Walks(ShelfTask::Save(what, _) | ShelfTask::Update { what, .. })] => (**what).clone(),
        other => panic!("{other:?}"),
    };
    let index = &session.data().index;
    let found = ShelfContent { what: what.of(&index.catalogue, index.content_sha256()), bytes: Bytes::of(b"1") };
    let listed = vec![ShelfFile { file: "a.ron".into(), found: Ok(found.clone()) }];
    let shelf = Shelf { folder: Some("walks".into()), listed: Some(listed), fault: None };
    Walking::Shelved(Box::new(shelf), Some(Box::new(Filed { file: "a.ron".into(), found }))).into()
}

#[test]
fn edits_that_are_in_no_file_are_kept_until_they_are() {
    let mut session = session();
    assert_eq!(kept(&session.apply(toggle(TermKey::Focus, "data"))), []);
    let effects = edit(&mut session, Edit::Skip(1));
    assert_eq!(kept(&effects), [Some((*session.walk()).clone())]);
    assert_eq!(kept(&session.apply(toggle(TermKey::Focus, "data"))), [], "nothing new to keep");
    assert_eq!(kept(&session.apply(Walking::Undo.into())), [None], "the ready walk needs no keeping");
    session.apply(Walking::Redo.into());
    session.apply(Action::Show(Some(Dialog::Walk)));
    // Without a file a name is asked for.
    session.apply(Walking::Save.into());
    assert_eq!(session.pointing().dialog, Some(Dialog::SaveWalk));
    let effects = session.apply(Walking::SaveAs("mine".into(), Taken::Keep).into());
    let news = written(&session, &effects[..1]);
    assert_eq!(kept(&session.apply(news)), [None]);
    assert_eq!((session.pointing().dialog, session.tour().file()), (Some(Dialog::Walk), Some("a.ron")));
    assert!(!session.tour().is_unsaved() && session.walk().name == "mine");
    // Back behind what was saved is another edit that is in no file; forth again is not.
    session.apply(Walking::Undo.into());
    assert!(session.tour().is_unsaved());
    session.apply(Walking::Redo.into());
    assert!(!session.tour().is_unsaved());
    // With a file it is written there.
    edit(&mut session, Edit::Skip(2));
    let effects = session.apply(Walking::Save.into());
    assert!(
        matches!(&effects[..], [Effect::Walks(ShelfTask::Update { file, was, .. })] if file == "a.ron" && *was == Bytes::of(b"1"))
    );
    // What is edited while it is written is not saved by that.
    let news = written(&session, &effects);
    edit(&mut session, Edit::Skip(3));
    session.apply(news);
    assert!(session.tour().is_unsaved());
    // A file that is gone is asked for anew.
    let shelf = Shelf { folder: None, listed: Some(Vec::new()), fault: None };
    session.apply(Walking::Shelved(Box::new(shelf), None).into());
    assert_eq!(session.tour().file(), None);
}

#[test]
fn another_walk_is_taken_only_after_an_answer_about_unsaved_edits() {
    let asked = || {
        let mut session = session();
        edit(&mut session, Edit::Skip(1));
        let edited = session.walk();
        session.apply(Walking::New.into());
        assert!(session.tour().is_asking() && session.walk() == edited, "nothing is lost yet");
        assert_eq!(session.pointing().dialog, Some(Dialog::Walk));
        (session, edited)
    };
    let (mut session, edited) = asked();
    session.apply(Walking::Answer(Answer::Stay).into());
    assert!(!session.tour().is_asking() && session.walk() == edited && session.tour().is_unsaved());

    let (mut session, _) = asked();
    session.apply(Walking::Answer(Answer::Discard).into());
    assert!(session.walk().steps.is_empty() && !session.tour().is_unsaved() && !session.tour().undoes());

    let (mut session, edited) = asked();
    session.apply(Walking::Answer(Answer::Save).into());
    assert_eq!(session.pointing().dialog, Some(Dialog::SaveWalk));
    let effects = session.apply(Walking::SaveAs(edited.name.clone(), Taken::Keep).into());
    let news = written(&session, &effects);
    session.apply(news);
    assert!(session.walk().steps.is_empty() && !session.tour().is_asking() && session.tour().file().is_none());

    // Closing the editor leaves everything as it is.
    let (mut session, edited) = asked();
    session.apply(Action::Show(None));
    assert!(!session.tour().is_asking() && session.walk() == edited && session.tour().is_unsaved());
    // What an earlier run left is in hand, and in no file.
    let mut session = self::session();
    let effects = session.apply(Walking::TakeUp(Box::new((*edited).clone()), "walks/unsaved".into()).into());
    assert_eq!(kept(&effects), [Some((*edited).clone())]);
    assert!(session.tour().is_unsaved() && session.pointing().notice.is_some());
}

fn catalogue(text: &str) -> Action {
    let data = Data::new(load(text.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
    Action::Loaded(Box::new(data))
}

#[test]
fn over_another_release_what_has_vanished_is_named_at_its_step_and_the_walk_keeps_what_it_had() {
    let mut session = session();
    session.apply(Walking::Through(Way::Code).into());
    let made = session.walk();
    let other =
        EMBEDDED.replace("110000-2023-1", "110000-2023-7").replacen("release: \"2026.2\"", "release: \"2026.3\"", 1);
    session.apply(catalogue(&other));
    session.apply(Action::Show(Some(Dialog::Walk)));
    let sheet = session.tour().sheet().cloned().unwrap();
    assert_eq!(sheet.whole, ["这个巡讲做于 2026.2 版目录，打开的是 2026.3 版"]);
    let gone: Vec<(usize, &str)> = sheet
        .rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| row.gone.iter().map(move |line| (at, line.as_str())))
        .collect();
    assert_eq!(gone, [(1, "目录里没有政策“110000-2023-1”了")]);
    assert_eq!((session.walk(), session.tour().is_unsaved()), (made.clone(), false));
    // Taking the catalogue as it is can be undone.
    session.apply(Walking::Adopt.into());
    let sheet = session.tour().sheet().cloned().unwrap();
    assert!(!sheet.differs() && session.tour().is_unsaved());
    assert_eq!(session.walk().steps[1].policies, ["110000-2023-2"]);
    session.apply(Walking::Undo.into());
    assert_eq!(session.walk(), made);
}

#[test]
fn the_sheet_tells_the_time_of_what_is_not_skipped_and_follows_the_language() {
    let mut session = session();
    session.apply(Action::Show(Some(Dialog::Walk)));
    for one in [Edit::Time { at: 1, seconds: Some(90) }, Edit::Time { at: 2, seconds: Some(600) }, Edit::Skip(2)] {
        edit(&mut session, one);
    }
    let sheet = session.tour().sheet().cloned().unwrap();
    assert_eq!((sheet.planned, sheet.untimed, sheet.rows.len()), (Duration::from_secs(90), 12, 14));
    session.apply(Action::Prefer(Preference::Lang(Lang::En)));
    let row = &session.tour().sheet().unwrap().rows[1];
    assert_eq!((row.title.as_str(), row.what.as_str()), ("Chengdu", "Place"));
    session.apply(Action::Show(None));
    assert!(session.tour().sheet().is_none(), "nothing is made for an editor that is closed");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_edits_gives_the_start_and_redoing_them_the_end(
        picks in prop::collection::vec((0..10usize, 0..16usize), 1..30),
    ) {
        let mut session = session();
        let kinds = edits(&session);
        for (kind, at) in picks {
            let one = match kinds[kind].clone() {
                Edit::Move { .. } => Edit::Move { from: at, to: 15 - at },
                Edit::Duplicate(_) => Edit::Duplicate(at),
                Edit::Skip(_) => Edit::Skip(at),
                Edit::Remove(_) => Edit::Remove(at),
                Edit::Notes { .. } => Edit::Notes { at, notes: format!("{kind}{at}") },
                other => other,
            };
            edit(&mut session, one);
        }
        let end = session.walk();
        let mut count = 0;
        while session.tour().undoes() {
            session.apply(Walking::Undo.into());
            count += 1;
        }
        prop_assert!(session.tour().is_ready());
        prop_assert_eq!(&*session.walk(), &ready(&session.data().index, Lang::Zh));
        for _ in 0..count {
            session.apply(Walking::Redo.into());
        }
        prop_assert!(!session.tour().redoes());
        prop_assert_eq!(session.walk(), end);
    }
}

#[test]
fn the_overview_of_all_steps_lays_out_those_in_sight_alone() {
    let text = crate::tests::generated_text(900);
    let data = Data::new(load(text.as_bytes()), Origin::default()).map_err(|problems| problems.len());
    let mut session = Session::new(data.unwrap(), Settings::default());
    session.apply(Staging::Begin(Screens::Two).into());
    session.apply(Staging::Press(Key::Grid).into());
    let laid = |session: &Session| session.stage().unwrap().laid_out();
    let steps = session.stage().unwrap().desk().steps;
    assert!(steps > 200, "{steps}");
    assert!(laid(&session) <= 3, "the page and the next one: {}", laid(&session));
    session.apply(Staging::InSight { first: 0, end: 30 }.into());
    let cards: Vec<bool> = session.stage().unwrap().desk().cards.iter().map(|card| card.laid.is_some()).collect();
    assert_eq!((cards.len(), cards.iter().filter(|is_laid| **is_laid).count()), (steps, 30));
    assert!(cards[..30].iter().all(|is_laid| *is_laid));
    let before = laid(&session);
    for key in [Key::Next, Key::Next, Key::Previous] {
        session.apply(Staging::Press(key).into());
    }
    assert_eq!(laid(&session), before, "a move among them lays nothing out");
    for one in &session.stage().unwrap().desk().cards[30..] {
        assert!(one.laid.is_none() && !one.title.is_empty());
    }
}

#[test]
fn a_show_follows_the_conditions_of_the_window_or_says_that_it_does_not() {
    let mut session = session();
    let shown = |session: &mut Session| {
        session.apply(Staging::Begin(Screens::Two).into());
        let stage = session.stage().unwrap();
        let seen = (stage.show().walk().regions().len(), stage.desk().told.clone().unwrap_or_default());
        session.apply(Staging::End.into());
        seen
    };
    assert_eq!(shown(&mut session), (11, String::new()));
    for (line, count) in [("region:110000,310000", 2), ("region:330000", 1)] {
        session.apply(typed(line));
        let (places, told) = shown(&mut session);
        assert_eq!(places, count, "{line}");
        assert!(told.starts_with(&format!("按窗口里的条件讲 {count} 地")), "{line}: {told}");
        assert!(!session.tour().is_unsaved());
    }
    // The editor presents what it shows, and a walk of one's own stays as it is.
    session.apply(Filter::Clear.into());
    assert_eq!(shown(&mut session), (11, String::new()));
    assert!(session.tour().is_ready());
    session.apply(typed("region:110000"));
    session.apply(Action::Show(Some(Dialog::Walk)));
    let of_its_own = |(places, told): (usize, String)| places == 11 && told.starts_with("这份巡讲按自己的条件讲");
    assert!(of_its_own(shown(&mut session)));
    edit(&mut session, Edit::Name("mine".into()));
    assert!(of_its_own(shown(&mut session)));
}
