//! What the window says of that which is not in sight: what a filter leaves out and why, the day behind a month, the
//! English beside a Chinese title.

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::App;
use policy_atlas::export::Format;
use policy_atlas::query::{FocusMode, Focuses, Query, Row, Term, Test, Unit};
use policy_atlas::session::{Action, Detail, Dialog, Filter, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::{Lang, UiText};

use crate::window::{act, chinese, open, window};

/// Two places: a source has looked at the policy of one, and at none of the other, which was issued on a day.
const HALF: &str = r#"(schema: 1, id: "half", release: "1", title: (zh: "半"),
    focuses: [(id: "f", name: (zh: "方向"))],
    sources: [(id: "s", grade: Report, title: "源", covers: Policies(["110000-2023-1"]))], default_sources: ["s"],
    policies: [
        (id: "110000-2023-1", region: "110000", title: (zh: "甲", en: "First"), stage: Final,
            events: [(kind: Published, on: "2023-02-03", source: "s")]),
        (id: "310000-2023-1", region: "310000", title: (zh: "乙", en: "Second"), stage: Final,
            events: [(kind: Issued, on: "2023-05-06", source: "s")]),
    ],
    statements: [(id: "P", kind: Focus, of: Policy("110000-2023-1"), focuses: ["f"], strength: Mentioned, list: Closed,
        assigned_by: Source, summary: (zh: "戊"), source: "s")])"#;

fn by_focus(id: &str) -> Filter {
    let test = Test::Focus(Focuses::of(FocusMode::Any, vec![id.to_owned()]));
    Filter::Query(Query::of(vec![Term { not: false, test }]))
}

#[test]
fn what_nobody_has_looked_at_does_not_leave_a_filter_in_silence() {
    let mut window = chinese();
    open(&mut window, HALF);
    let told = |window: &Harness<'static, App>| window.query_all_by_label_contains("未考察，不在内").count();
    assert_eq!(told(&window), 0);
    act(&mut window, by_focus("f"));
    window.get_by_label_contains("另 1 地所选方向未考察，不在内");
    act(&mut window, ViewChange::Tab(Tab::Table));
    window.get_by_label("另 1 项所选方向未考察，不在内");
    act(&mut window, ViewChange::Unit(Unit::Region));
    window.get_by_label("另 1 地所选方向未考察，不在内");
    act(&mut window, Filter::Clear);
    assert_eq!(told(&window), 0);
}

#[test]
fn the_details_tell_the_day_and_what_the_filter_leaves_out() {
    let mut window = chinese();
    open(&mut window, HALF);
    let policy = |window: &Harness<'static, App>, id: &str| {
        Row::Policy(window.state().session().data().catalogue().policy_by_id(id).unwrap())
    };
    for (id, day) in [("110000-2023-1", "2023-02-03"), ("310000-2023-1", "2023-05-06（印发）")] {
        let row = policy(&window, id);
        act(&mut window, Action::Open(Detail { row, focus: None }));
        window.get_by_label(day);
    }
    act(&mut window, by_focus("f"));
    let outside = UiText::OutsideFilter.get(Lang::Zh);
    for (code, count) in [("110000", 0), ("310000", 1)] {
        let place = window.state().session().data().catalogue().regions.by_code(code).unwrap();
        act(&mut window, Action::Open(Detail { row: Row::Region(place), focus: None }));
        assert_eq!(window.query_all_by_label(outside).count(), count, "{code}");
    }
}

#[test]
fn a_month_that_names_its_event_is_not_cut() {
    for lang in [Lang::Zh, Lang::En] {
        let mut window = window(lang, ThemeChoice::Light, [1024.0, 700.0]);
        open(&mut window, HALF);
        act(&mut window, ViewChange::Tab(Tab::Table));
        window.run();
        let months: Vec<String> = crate::looks::lines(&window).into_iter().map(|(line, _)| line).collect();
        let is_whole = |line: &String| line.starts_with("2023-05") && line.ends_with(['）', ')']);
        assert!(months.iter().any(is_whole), "{months:?}");
    }
}

#[test]
fn statements_that_do_not_count_say_why() {
    let mut window = chinese();
    let beijing = window.state().session().data().catalogue().regions.by_code("110000").unwrap();
    let focus = window.state().session().data().catalogue().focus_idxs().next();
    act(&mut window, Action::Open(Detail { row: Row::Region(beijing), focus }));
    let told = window.get_by_label_contains("有 2 条").accesskit_node().label().unwrap();
    assert_eq!(told, "有 2 条，不计入（来源未选、另一版本）");
    // The one source that would count is named and at hand.
    window.get_by_label("也选用来源：北京通用人工智能措施转载页 →").click();
    window.run();
    let session = window.state().session();
    assert_eq!(session.derived().line(), "source:ccid,reprints-p02");
    assert!(session.derived().regions.cell(Row::Region(beijing), focus.unwrap()).strength.is_stated());
}

#[test]
fn a_place_that_only_statements_speak_of_stands_in_its_turn_among_those_to_choose_from() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::MyRegion)));
    let listed =
        ["无锡市 1 项政策", "苏州市 没有政策，有陈述", "浙江省 没有政策，只有不说方向的陈述", "杭州市 1 项政策"];
    let tops = listed.map(|label| window.get_by_role_and_label(Role::Button, label).rect().top());
    assert!(tops.is_sorted(), "{tops:?}");
    act(&mut window, Action::Show(None));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    window.get_by_label(UiText::AddColumn.get(Lang::Zh)).click();
    window.run();
    for name in ["无锡市", "苏州市", "浙江省", "杭州市"] {
        assert!(window.query_by_role_and_label(Role::CheckBox, name).is_some(), "{name} cannot be compared");
    }
    let remark = window.query_all_by_label("没有政策，只有不说方向的陈述").next().unwrap().rect().center().y;
    let zhejiang = window.get_by_role_and_label(Role::CheckBox, "浙江省").rect().center().y;
    assert!((remark - zhejiang).abs() < 6.0, "the remark of a place stands in its line");
}

#[test]
fn an_english_table_leaves_with_the_titles_of_the_screen() {
    let mut window = window(Lang::En, ThemeChoice::Light, [1280.0, 800.0]);
    open(&mut window, HALF);
    act(&mut window, ViewChange::Tab(Tab::Table));
    let lines = window.state().session().exported_table(Format::Xlsx).lines();
    assert_eq!(lines[0][..2], ["English title", "Title"]);
    assert_eq!(lines[1][..2], ["First", "甲"]);
}
