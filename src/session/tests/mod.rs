//! Tests of the session: actions in, query line and view out.

#![allow(unused_must_use, reason = "most tests look at the state and leave undone what is outside of it")]

mod job;
mod tour;

use super::*;
use crate::catalogue::{EMBEDDED, load};
use crate::compare::Among;
use crate::figures::{Body, FigureKind};
use crate::query::{FieldKey, FocusMode, Row, Stack, TermKey, Unit, parse, write_sort};
use crate::view::{FigureChoice, Tab};
use crate::words::Lang;

fn data() -> Data {
    Data::new(load(EMBEDDED.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap()
}

fn session() -> Session {
    Session::new(data(), Settings::default())
}

/// A line as it is typed over the embedded catalogue.
fn typed(line: &str) -> Action {
    Filter::Query(parse(line, &crate::tests::embedded_catalogue()).unwrap()).into()
}

fn toggle(key: TermKey, value: &str) -> Action {
    Filter::Toggle { key, value: value.into() }.into()
}

/// Applies actions and gives the query line after each.
#[track_caller]
fn check(actions: Vec<Action>, expected: &[&str]) {
    let mut session = session();
    let lines: Vec<String> = actions
        .into_iter()
        .map(|action| {
            session.apply(action);
            session.derived().line().to_owned()
        })
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_source_is_let_in_beside_those_in_sight() {
    let compute_in_beijing = |session: &Session| {
        let place = session.data().catalogue().regions.by_code("110000").unwrap();
        let focus = session.data().catalogue().focus_idxs().next().unwrap();
        session.derived().regions.cell(Row::Region(place), focus).strength.is_stated()
    };
    let mut session = session();
    assert!(!compute_in_beijing(&session));
    let add = |id: &str| Action::from(Filter::AddSources(vec![id.to_owned()]));
    session.apply(add("reprints-p02"));
    assert_eq!(session.derived().line(), "source:ccid,reprints-p02");
    assert!(compute_in_beijing(&session));
    session.apply(add("reprints-p02"));
    session.apply(Filter::PublicSources(true).into());
    session.apply(add("reprints-p02"));
    assert_eq!(session.derived().line(), "source:report,official,press,reprints-p02");
}

#[test]
fn filters_write_the_query_line() {
    check(
        vec![
            toggle(TermKey::Region, "330000"),
            toggle(TermKey::Region, "110000"),
            toggle(TermKey::Region, "330000"),
            toggle(TermKey::Focus, "data"),
            toggle(TermKey::Focus, "compute"),
            Filter::Mode(FocusMode::All).into(),
            Filter::PublicSources(true).into(),
            Filter::Clear.into(),
            Filter::PublicSources(false).into(),
        ],
        &[
            "region:330000",
            "region:110000,330000",
            "region:110000",
            "region:110000 focus:data",
            "region:110000 focus:compute,data",
            "region:110000 focus:all(compute,data)",
            "region:110000 focus:all(compute,data) source:report,official,press",
            "source:report,official,press",
            "",
        ],
    );
}

#[test]
fn a_click_on_a_bar_sets_one_value_and_a_second_click_takes_it_away() {
    let only = || Action::from(Filter::Only { key: TermKey::Month, value: "2023-05".into() });
    check(vec![toggle(TermKey::Month, "2023-02"), only(), only()], &["month:2023-02", "month:2023-05", ""]);
}

#[test]
fn undoing_every_step_returns_the_start_and_redoing_the_end() {
    let mut session = session();
    let start = session.view().clone();
    let steps: Vec<Action> = vec![
        toggle(TermKey::Focus, "data"),
        ViewChange::Unit(Unit::Region).into(),
        ViewChange::Sort { column: FieldKey::Policies, add: false }.into(),
        ViewChange::Comparison(vec!["110000".into(), "310000".into()]).into(),
        ViewChange::Stack(Stack::Tier).into(),
    ];
    let count = steps.len();
    for step in steps {
        session.apply(step);
    }
    let end = session.view().clone();
    for _ in 0..count {
        assert!(session.history().undoes().is_some());
        session.apply(Action::Undo);
    }
    assert_eq!(session.view(), &start);
    assert_eq!(session.history().undoes(), None);
    for _ in 0..count {
        session.apply(Action::Redo);
    }
    assert_eq!(session.view(), &end);
}

#[test]
fn typing_in_the_search_line_is_one_step_and_a_tab_is_none() {
    let mut session = session();
    for line in ["a", "ai", "ai 数"] {
        let words = parse(line, &crate::tests::embedded_catalogue()).unwrap();
        session.apply(Filter::Words(words).into());
    }
    session.apply(ViewChange::Tab(Tab::Table).into());
    session.apply(Action::Undo);
    assert_eq!(session.derived().line(), "");
    assert_eq!(session.history().undoes(), None);
}

#[test]
fn sorting_by_a_header_goes_up_down_and_off_and_shift_adds() {
    let mut session = session();
    let mut click = |column: &str, add: bool| {
        session.apply(ViewChange::Sort { column: FieldKey::read(column).unwrap(), add }.into());
        write_sort(&session.view().sort)
    };
    assert_eq!(click("month", false), "month");
    assert_eq!(click("month", false), "-month");
    assert_eq!(click("title", true), "-month,title");
    assert_eq!(click("month", true), "title");
    assert_eq!(click("title", false), "-title");
    assert_eq!(click("title", false), "");
}

#[test]
fn selection_keeps_only_rows_that_the_result_still_has() {
    let mut session = session();
    session.apply(Action::Select(Selecting::All));
    assert_eq!(session.pointing().selected.len(), 12);
    session.apply(toggle(TermKey::Region, "110000"));
    assert_eq!(session.pointing().selected.len(), 2);
}

#[test]
fn an_empty_comparison_is_prefilled_with_my_region_and_two_peers_of_its_tier() {
    let mut session = session();
    let codes = |session: &Session| -> Vec<String> {
        let comparison = session.derived().comparison();
        comparison.columns.iter().map(|row| row.id(session.data().catalogue()).to_owned()).collect()
    };
    assert_eq!(codes(&session), ["110000", "310000", "440300"]);
    // 苏州: a place without a policy; its peers are of its province first, and of them 无锡, no sub-provincial city either.
    session.apply(Action::Prefer(Preference::MyRegion(Some("320500".into()))));
    assert_eq!(codes(&session), ["320500", "320200", "320100"]);
    assert_eq!(session.derived().comparison().mine, Some(0));
    session.apply(ViewChange::Comparison(vec!["640000".into(), "130000".into()]).into());
    assert_eq!(codes(&session), ["640000", "130000"]);
}

#[test]
fn an_empty_comparison_is_prefilled_with_places_that_the_catalogue_has() {
    let text = EMBEDDED.replace("440300", "440100");
    let data = Data::new(load(text.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
    let session = Session::new(data, Settings::default());
    let comparison = session.derived().comparison();
    let codes: Vec<&str> = comparison.columns.iter().map(|row| row.id(session.data().catalogue())).collect();
    assert_eq!(codes, ["110000", "310000", "131000"], "深圳 is not there");
}

#[test]
fn a_comparison_in_hand_begins_with_my_region_once_that_is_set() {
    for (compared, expected) in [
        (&["110000", "440300", "310000"][..], &["310000", "110000", "440300"][..]),
        (&["110000", "440300"], &["310000", "110000", "440300"]),
        (&["310000", "440300"], &["310000", "440300"]),
        (&["110000-2023-1", "310000"], &["310000", "110000-2023-1"]),
        (
            &["110000", "130000", "131000", "320100", "320200", "320500", "330100", "440300"],
            &["110000", "130000", "131000", "320100", "320200", "320500", "330100", "440300"],
        ),
    ] {
        let mut session = session();
        session.apply(ViewChange::Comparison(compared.iter().map(|id| (*id).to_owned()).collect()).into());
        session.apply(Action::Prefer(Preference::MyRegion(Some("310000".into()))));
        assert_eq!(session.view().comparison, expected, "{compared:?}");
        assert_eq!(session.derived().comparison().columns.len(), expected.len());
        if expected != compared {
            session.apply(Action::Undo);
            assert_eq!(session.view().comparison, compared, "one step back");
        }
    }
}

#[test]
fn the_words_of_the_lens_follow_the_query_and_the_language() {
    let mut session = session();
    let check = |session: &Session| {
        let (derived, catalogue) = (session.derived(), session.data().catalogue());
        let lens = &derived.policies.lens;
        let public = lens.with_public_sources(catalogue);
        assert_eq!(derived.lens_words(), lens.words(catalogue, session.lang()));
        assert_eq!(derived.public_words(), public.words(catalogue, session.lang()));
        assert_eq!(derived.words_of(&public), derived.public_words());
        derived.lens_words().to_owned()
    };
    let usual = check(&session);
    session.apply(Filter::PublicSources(true).into());
    let wider = check(&session);
    session.apply(Action::Prefer(Preference::Lang(Lang::En)));
    let english = check(&session);
    assert!(usual != wider && wider != english, "{usual} {wider} {english}");
}

#[test]
fn mine_is_the_column_chosen_and_else_my_region() {
    let mut session = session();
    let mine = |session: &Session| -> Option<String> {
        let comparison = session.derived().comparison();
        let row = comparison.mine.and_then(|at| comparison.columns.get(at))?;
        Some(row.id(session.data().catalogue()).to_owned())
    };
    assert_eq!(mine(&session), None);
    session.apply(ViewChange::Mine(Some("310000".into())).into());
    assert_eq!(mine(&session).as_deref(), Some("310000"), "one of those listed by themselves");
    session.apply(Action::Undo);
    assert_eq!(mine(&session), None);
    session.apply(Action::Redo);
    session.apply(Action::Prefer(Preference::MyRegion(Some("330100".into()))));
    assert_eq!(mine(&session).as_deref(), Some("330100"), "the later choice holds");
    session.apply(ViewChange::Comparison(vec!["330100".into(), "110000-2023-1".into()]).into());
    session.apply(ViewChange::Mine(Some("110000-2023-1".into())).into());
    assert_eq!(mine(&session).as_deref(), Some("110000-2023-1"), "a policy can be mine");
    assert!(!session.derived().comparison().gap.is_empty());
    session.apply(ViewChange::Mine(None).into());
    assert_eq!(mine(&session).as_deref(), Some("330100"));
    session.apply(ViewChange::Mine(Some("110000-2023-1".into())).into());
    session.apply(ViewChange::Comparison(vec!["330100".into(), "310000".into()]).into());
    assert_eq!(
        (session.view().mine.clone(), mine(&session).as_deref()),
        (None, Some("330100")),
        "mine went with its column"
    );
}

#[test]
fn settings_survive_a_field_they_do_not_know() {
    let settings = Settings { zoom: 130, my_region: Some("330100".into()), ..Settings::default() };
    let read = |text: &str| Settings::read(text.as_bytes(), Lang::Zh).0;
    assert_eq!(read(&settings.write()), settings);
    assert_eq!(read("(zoom: 120)").zoom, 120);
    assert_eq!(read("(zoom: 120, from_the_future: 3)").zoom, 120);
    assert_eq!(read("garbage"), Settings::default());
}

#[test]
fn a_shell_reads_back_the_words_it_was_given() {
    let line = |words: &[&str]| shell_line(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    assert_eq!(line(&["list", "focus:data -x", "--sort=-month", ""]), "list 'focus:data -x' --sort=-month ''");
    assert_eq!(line(&["it's"]), r"'it'\''s'");
}

#[test]
fn a_line_that_another_release_cannot_read_stays_finds_nothing_and_is_told() {
    let mut session = session();
    session.apply(toggle(TermKey::Focus, "data"));
    let other = EMBEDDED.replace("\"data\"", "\"numbers\"").replace("\"Data\"", "\"Numbers\"");
    let data = Data::new(load(other.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
    session.apply(Action::Loaded(Box::new(data)));
    let told = |session: &Session, term: &str, column: usize| {
        let notice = session.pointing().notice.clone().unwrap();
        let why = format!("条件“{term}”所指的内容；条件已保留，因此没有结果（第 {column} 列：未知方向“data”");
        assert!(notice.is_error && notice.text.contains(&why), "{}", notice.text);
    };
    assert_eq!((session.derived().line(), session.derived().rows.len()), ("focus:data", 0));
    told(&session, "focus:data", 7);
    // Nor does its contrary stand for everything, whatever else is asked.
    session.apply(typed("-focus:data tier:city"));
    assert_eq!((session.derived().rows.len(), session.derived().regions.rows.len()), (0, 0));
    session.apply(Filter::Clear.into());
    assert_eq!(session.derived().rows.len(), 12);
    session.apply(Action::Undo);
    assert_eq!((session.derived().line(), session.derived().rows.len()), ("tier:city -focus:data", 0));
    told(&session, "-focus:data", 8);
}

#[test]
fn a_table_sorted_by_place_names_follows_the_setting() {
    let mut session = session();
    session.apply(ViewChange::Sort { column: FieldKey::Region, add: false }.into());
    session.apply(Action::Prefer(Preference::Names(NameOrder::Pinyin)));
    assert_eq!(write_sort(&session.view().sort), "region_name");
    session.apply(Action::Prefer(Preference::Names(NameOrder::Code)));
    assert_eq!(write_sort(&session.view().sort), "region");
}

#[test]
fn sizes_that_nothing_could_be_read_at_are_not_read() {
    let read = |text: &str| Settings::read(text.as_bytes(), Lang::Zh).0;
    for (text, zoom) in [("(zoom: 65535)", 300), ("(zoom: 0)", 80), ("(zoom: 150)", 150)] {
        assert_eq!(read(text).zoom, zoom, "{text}");
    }
    assert!(read("(panels: {\"side\": NaN}, widths: {\"title\": inf})").panels.is_empty());
}

#[test]
fn a_file_cut_off_anywhere_is_asked_about() {
    for list in ["statements: [", "milestones: [", "claims: ["] {
        let mut session = session();
        let at = EMBEDDED.find(list).unwrap() + list.len();
        let cut = Data::new(load(&EMBEDDED.as_bytes()[..at]), Origin::default()).map_err(|problems| problems.len());
        session.apply(Action::Disk(Disk::Read(Box::new(cut.unwrap()))));
        let OnDisk::Waiting(_, losses) = session.on_disk() else { panic!("{list} nothing waits") };
        let cut = losses.cut.as_ref().unwrap();
        assert!(cut.read < cut.shown, "{list} {} of {}", cut.read, cut.shown);
    }
}

#[test]
fn what_a_newer_file_would_lose_is_weighed_again_while_it_waits() {
    let mut session = session();
    let last = EMBEDDED.find("id: \"131000-2023-1\"").unwrap();
    let cut = load(&EMBEDDED.as_bytes()[..last]);
    let cut = Data::new(cut, Origin::default()).map_err(|problems| problems.len()).unwrap();
    let lost = session.data().catalogue().policies.iter().map(|policy| policy.id.clone());
    let lost: Vec<String> = lost.filter(|id| cut.catalogue().policy_by_id(id).is_none()).take(1).collect();
    assert_eq!(lost.len(), 1);
    session.apply(Action::Disk(Disk::Read(Box::new(cut))));
    let losses = |session: &Session| match session.on_disk() {
        OnDisk::Waiting(_, losses) => losses.clone(),
        _ => panic!("nothing waits"),
    };
    assert!(losses(&session).cut.is_some() && losses(&session).compared.is_empty());
    session.apply(ViewChange::Comparison(lost.clone()).into());
    assert_eq!(losses(&session).compared, lost);
    assert_eq!(session.view().comparison, lost);
    // Undo still leads back to views of the catalogue that is shown.
    session.apply(Action::Disk(Disk::Take));
    assert!(session.view().comparison.is_empty() && matches!(session.on_disk(), OnDisk::AsShown));
    session.apply(Action::Undo);
    assert!(session.history().redoes().is_some());
}

fn codes(session: &Session) -> Vec<String> {
    let comparison = session.derived().comparison();
    comparison.columns.iter().map(|row| row.id(session.data().catalogue()).to_owned()).collect()
}

#[track_caller]
fn check_peers(mine: &str, among: Among, expected: &[&str], notice: &[&str]) {
    let mut session = session();
    session.apply(Action::Prefer(Preference::MyRegion(Some(mine.into()))));
    session.apply(Action::CompareWith(among));
    assert_eq!(session.view().comparison, expected, "{mine} {among:?}");
    let told = session.pointing().notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert_eq!(told.is_empty(), notice.is_empty(), "{told}");
    for words in notice {
        assert!(told.contains(words), "“{words}” is not in “{told}”");
    }
    session.apply(Action::Undo);
    assert_eq!(session.view().comparison, Vec::<String>::new(), "one step back");
}

#[test]
fn my_region_is_compared_with_its_province_its_tier_or_all() {
    // 南京 has a policy, 苏州 statements only, 拉萨 nothing at all, 北京 no other place in its province.
    check_peers("320100", Among::Province, &["320100", "320200", "320500"], &[]);
    check_peers("320500", Among::Province, &["320500", "320200", "320100"], &[]);
    check_peers("110000", Among::Tier, &["110000", "310000", "640000"], &[]);
    check_peers("110000", Among::Province, &[], &["没有可与北京市比较的地区（同省）"]);
    check_peers("540100", Among::Province, &[], &["没有可与拉萨市比较的地区（同省）"]);
    check_peers(
        "540100",
        Among::Tier,
        &["540100", "131000", "320200", "320500", "320100"],
        &["同级可比的有 8 地", "先列 4 地", "杭州、武汉、深圳、成都"],
    );
    check_peers(
        "640000",
        Among::All,
        &["640000", "110000", "310000", "131000", "320200"],
        &["全部可比的有 10 地", "同省在前，其次同级、同为副省级与否，再按代码", "苏州、南京、杭州、武汉、深圳、成都"],
    );
}

#[test]
fn what_waits_for_my_region_goes_on_when_it_is_chosen_and_not_after_the_question_is_closed() {
    let mut session = session();
    session.apply(Action::CompareWith(Among::Tier));
    assert_eq!((session.pointing().dialog, session.view().tab), (Some(Dialog::MyRegion), Tab::Compare));
    session.apply(Action::Prefer(Preference::MyRegion(Some("310000".into()))));
    assert_eq!((session.pointing().dialog, codes(&session)[0].as_str()), (None, "310000"));
    assert_eq!(session.view().comparison.len(), 3);

    let mut session = self::session();
    session.apply(Action::CompareWith(Among::Tier));
    session.apply(Action::Show(None));
    session.apply(Action::Prefer(Preference::MyRegion(Some("310000".into()))));
    assert_eq!(session.view().comparison.len(), 0, "closing the question calls it off");
}

#[test]
fn a_region_without_a_policy_stays_in_its_dialog_and_one_with_a_policy_closes_it() {
    for (code, dialog) in [("310000", None), ("320500", Some(Dialog::MyRegion)), ("540100", Some(Dialog::MyRegion))] {
        let mut session = session();
        session.apply(Action::Show(Some(Dialog::MyRegion)));
        session.apply(Action::Prefer(Preference::MyRegion(Some(code.into()))));
        assert_eq!(session.pointing().dialog, dialog, "{code}");
    }
}

#[test]
fn hints_and_the_question_for_my_region_never_stand_together_and_go_for_good() {
    assert_eq!(session().guided(), None, "nothing could be sent away for good where settings are not kept");
    let begun = |settings: Settings| Session::new(data(), settings).guided_at_first();
    let mut session = begun(Settings::default());
    let mut seen = vec![session.guided()];
    for _ in 0..3 {
        session.apply(Action::Guide(Guiding::Next));
        seen.push(session.guided());
    }
    let hint = |step| Some(Guided::Hint(step));
    assert_eq!(
        seen,
        [hint(HintStep::Columns), hint(HintStep::Evidence), hint(HintStep::Collect), Some(Guided::Region)]
    );
    assert!(session.settings().hint_is_done);
    assert_eq!(session.apply(Action::Guide(Guiding::NoRegion))[..], [Effect::SaveSettings]);
    assert_eq!(session.guided(), None);
    let kept = Settings::read(session.settings().write().as_bytes(), Lang::Zh).0;
    let mut session = begun(kept);
    assert_eq!(session.guided(), None, "the next start is as calm");
    session.apply(Action::Guide(Guiding::Begin));
    assert_eq!(session.guided(), hint(HintStep::Columns), "the menu brings the hints back");
    assert_eq!(session.apply(Action::Guide(Guiding::Done))[..], [Effect::SaveSettings]);

    let mut session = begun(Settings { hint_is_done: true, ..Settings::default() });
    assert_eq!(session.guided(), Some(Guided::Region));
    session.apply(Action::Prefer(Preference::MyRegion(Some("110000".into()))));
    assert_eq!(session.guided(), None, "once it is known it is not asked for");
}

#[test]
fn who_else_is_asked_through_the_lens_and_not_through_the_other_filters() {
    let mut session = session();
    let compute = session.data().catalogue().find_focus("compute").unwrap();
    session.apply(toggle(TermKey::Region, "330000"));
    session.apply(Action::AskWho(crate::compare::Asked::Focus(compute)));
    assert_eq!(session.pointing().dialog, Some(Dialog::Who));
    let places = |session: &Session| session.pointing().who.as_ref().map(|who| (who.places.count, who.covered));
    assert_eq!(places(&session), Some((2, 11)));
    session.apply(Filter::PublicSources(true).into());
    session.apply(Action::AskWho(crate::compare::Asked::Focus(compute)));
    assert!(places(&session).is_some_and(|(k, n)| k > 2 && n == 11), "{:?}", places(&session));
    session.apply(Action::Show(None));
    assert_eq!(session.pointing().who, None);
}

#[test]
fn the_bars_beside_the_overview_are_those_of_the_figures() {
    let mut session = session();
    for line in ["", "source:any focus:data", "-stage:draft month:2023-03.."] {
        for stack in Stack::ALL {
            session.apply(typed(line));
            session.apply(ViewChange::Stack(stack).into());
            for kind in [FigureKind::ByMonth, FigureKind::ByRegion] {
                let choice = FigureChoice { kind: Some(kind), ..FigureChoice::default() };
                session.apply(ViewChange::Figure(choice).into());
                let (derived, figure) = (session.derived(), session.derived().figure());
                let (shown, saved) = match &figure.body {
                    Body::ByMonth(saved) => (derived.by_month(), saved),
                    Body::ByRegion(saved) => (derived.by_region(), saved),
                    _ => panic!("{kind:?} is no figure of bars"),
                };
                assert_eq!(shown, saved, "{kind:?} {line}");
            }
        }
    }
}

#[test]
fn copied_rows_are_no_formulas_and_one_line_each() {
    let text = r#"(schema: 1, id: "t", release: "1", title: (zh: "试"), scope: (zh: "试"),
        focuses: [(id: "compute", name: (zh: "@算力"))], sources: [(id: "s", grade: Report, title: "源", covers: All)],
        policies: [(id: "110000-2023-1", region: "110000", title: (zh: "=1+1\n二行"), stage: Final)], statements: [])"#;
    let data = Data::new(load(text.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
    let mut session = Session::new(data, Settings::default());
    assert!(session.apply(ViewChange::Tab(Tab::Table).into()).is_empty());
    let copied = session.copied_text();
    let cells: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(cells.len(), 2, "one line each: {copied}");
    assert!(cells[0].contains(&"'@算力") && cells[1].contains(&"'=1+1 二行"), "{copied}");
}

#[test]
fn a_comparison_in_one_focus_is_so_on_the_screen_on_paper_and_in_what_leaves() {
    use crate::compare::Subject;
    use crate::export::{Extent, Format};
    use crate::pages::{Block, MemoAsk, memo};
    let mut session = session();
    let places = ["110000", "310000"].map(str::to_owned).to_vec();
    for action in [ViewChange::Comparison(places).into(), ViewChange::Tab(Tab::Compare).into()] {
        session.apply(action);
    }
    for (clicked, keys) in [("compute", &["compute"][..]), ("data", &["compute", "data"]), ("compute", &["data"])] {
        session.apply(toggle(TermKey::Focus, clicked));
        let (catalogue, all) = (session.data().catalogue(), session.derived().comparison());
        let focuses: Vec<&str> = all
            .rows
            .iter()
            .filter_map(|row| match row.subject {
                Subject::Focus(focus) => Some(catalogue[focus].id.as_str()),
                Subject::Field(_) => None,
            })
            .collect();
        assert_eq!(focuses, keys);
        let mut written = Vec::new();
        let csv = session.exported(Format::Csv, Extent::View);
        csv.write(Format::Csv, &mut written, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
        let written = String::from_utf8(written).unwrap();
        let rows = written.lines().filter_map(|line| line.strip_prefix("focus_")?.split(',').next());
        assert_eq!(rows.collect::<Vec<_>>(), keys);
        let index = &session.data().index;
        let ask = MemoAsk {
            columns: &all.columns,
            mine: None,
            query: &session.view().query,
            as_of: None,
            date: None,
            imprint: true,
            lang: Lang::Zh,
        };
        let page = memo(index, &ask);
        let heads = page.parts.iter().flat_map(|part| &part.blocks).find_map(|block| match block {
            Block::Table(table) => Some(table.head.len() - 1),
            _ => None,
        });
        assert_eq!(heads, Some(keys.len()));
    }
}

#[test]
fn the_cells_that_public_sources_would_change_are_those_of_the_filter() {
    let changing = |session: &Session| {
        let catalogue = session.data().catalogue();
        let focuses = || catalogue.focus_idxs();
        let all = catalogue.regions.iter().flat_map(|(place, _)| focuses().map(move |focus| (place, focus)));
        all.filter(|(place, focus)| session.derived().is_beyond(*place, *focus)).collect::<Vec<_>>()
    };
    let mut painted = session();
    let before = changing(&painted);
    let ids: Vec<String> = painted.data().catalogue().policies.iter().map(|policy| policy.id.clone()).collect();
    let mut differ = 0;
    for id in ids {
        let mut fresh = session();
        for session in [&mut painted, &mut fresh] {
            session.apply(typed(&format!("id:{id}")));
        }
        assert_eq!(changing(&painted), changing(&fresh), "{id}");
        differ += usize::from(changing(&fresh) != before);
    }
    assert!(differ > 0, "some filter leaves out policies that they speak of");
}
