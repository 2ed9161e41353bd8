//! The way of the keyboard through the window: every stop has a name, and Tab goes as the eye does.

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::query::Unit;
use policy_atlas::session::{Action, Dialog, Settings, ViewChange};
use policy_atlas::view::Tab;

use crate::tasks::{Desk, desk};

/// The widget that has the keyboard.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    role: Role,
    name: String,
    rect: Rect,
    /// The place of the stop before it in the same frame: coming here may have scrolled.
    before: Option<Rect>,
}

impl Stop {
    fn is(&self, other: &Stop) -> bool {
        (self.role, &self.name, self.rect) == (other.role, &other.name, other.rect)
    }
}

#[allow(clippy::redundant_closure_for_method_calls, reason = "the path is not general enough")]
fn focused(window: &Harness<'static, Desk>) -> Option<Stop> {
    let node = window.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused())).last()?;
    let access = node.accesskit_node();
    let name = access.label().or_else(|| access.placeholder().map(str::to_owned)).unwrap_or_default();
    Some(Stop { role: access.role(), name, rect: node.rect(), before: None })
}

fn press(window: &mut Harness<'static, Desk>, key: Key) {
    window.key_press(key);
    window.run();
}

fn at(tab: Tab) -> Harness<'static, Desk> {
    let mut window = desk(Settings::default(), true, [1280.0, 800.0]);
    window.state_mut().session.apply(Action::Change(ViewChange::Tab(tab)));
    window.run();
    window
}

/// Every stop of one way round by Tab.
fn way_round(window: &mut Harness<'static, Desk>) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for _ in 0..400 {
        press(window, Key::Tab);
        match focused(window) {
            Some(stop) if stops.first().is_some_and(|first| first.is(&stop)) => return stops,
            Some(mut stop) => {
                stop.before = stops.last().and_then(|last| {
                    window.query_all_by_role_and_label(last.role, &last.name).next().map(|node| node.rect())
                });
                stops.push(stop);
            }
            None => {}
        }
    }
    panic!("Tab does not come round: {:#?}", stops.iter().rev().take(8).collect::<Vec<_>>());
}

/// The panel that a stop is in: the bars at the top, then left, middle and right.
fn panel(stop: &Stop, tab: Tab) -> usize {
    let x = stop.rect.center().x;
    if stop.role == Role::Splitter {
        let of_column = stop.name.starts_with("列宽");
        return match x {
            _ if of_column => 6,
            x if x < 640.0 => 3,
            _ => 5,
        };
    }
    match stop.rect.center().y {
        y if y < 40.0 => 0,
        y if y < 74.0 => 1,
        y if y < 106.0 => 2,
        // The table's library paints its rows before its header.
        y if tab == Tab::Table && x > 198.0 && (154.0..187.0).contains(&y) => 5,
        _ if x < 198.0 => 3,
        _ if tab == Tab::Compare => 4,
        _ if tab == Tab::Overview && x > 984.0 => 5,
        _ => 4,
    }
}

/// Whether the eye comes to `b` after `a`: further down, or further right in the same line.
fn follows(a: &Stop, b: &Stop) -> bool {
    let same_line = a.rect.center().y < b.rect.bottom() && b.rect.center().y < a.rect.bottom();
    if same_line { b.rect.left() >= a.rect.left() } else { b.rect.top() >= a.rect.top() }
}

#[test]
fn tab_goes_through_every_tab_as_the_eye_does_and_every_stop_has_a_name() {
    for tab in Tab::ALL {
        let mut window = at(tab);
        let stops = way_round(&mut window);
        for stop in &stops {
            assert!(!stop.name.trim().is_empty(), "{tab:?}: a stop without a name: {stop:?}");
        }
        for pair in stops.windows(2) {
            let [a, b] = pair else { continue };
            let a = &Stop { rect: b.before.unwrap_or(a.rect), ..a.clone() };
            let (from, to) = (panel(a, tab), panel(b, tab));
            // What is compared stands in columns: what belongs to one comes before the next.
            let next_column = tab == Tab::Compare && b.rect.left() > a.rect.left();
            let is_edge = a.role == Role::Splitter || b.role == Role::Splitter;
            let right = if from == to { is_edge || follows(a, b) || next_column } else { from < to };
            assert!(right, "{tab:?}: Tab goes from {a:?} to {b:?}");
        }
        let names: Vec<&str> = stops.iter().map(|stop| stop.name.as_str()).collect();
        assert!((8..=60).contains(&names.len()), "{tab:?}: {} stops: {names:?}", names.len());
    }
}

#[test]
fn the_matrix_is_one_stop_inside_which_arrows_move_and_enter_opens() {
    let mut window = at(Tab::Overview);
    let stops = way_round(&mut window);
    let cells = stops.iter().filter(|stop| stop.name.starts_with("北京市")).count();
    assert_eq!(cells, 2, "the filter of a place and the matrix: {stops:#?}");
    while focused(&window).is_none_or(|stop| stop.role != Role::Link || stop.name != "北京市") {
        press(&mut window, Key::Tab);
    }
    for (key, name) in [
        (Key::ArrowRight, "北京市，算力：来源未提及（不等于没有）"),
        (Key::ArrowRight, "北京市，算法：来源点名该政策"),
        (Key::ArrowDown, "廊坊市，算法：只说到该地，未点名政策"),
        (Key::End, "宁夏回族自治区，算法：只说到该地，未点名政策"),
        (Key::ArrowDown, "宁夏回族自治区，算法：只说到该地，未点名政策"),
        (Key::Home, "北京市，算法：来源点名该政策"),
        (Key::ArrowLeft, "北京市，算力：来源未提及（不等于没有）"),
    ] {
        press(&mut window, key);
        assert_eq!(focused(&window).map(|stop| stop.name).as_deref(), Some(name), "{key:?}");
    }
    press(&mut window, Key::Enter);
    let detail = window.state().session.pointing().detail.expect("Enter opens the cell");
    assert!(detail.focus.is_some());
}

#[test]
fn a_list_of_filters_is_one_stop_and_keeps_the_keyboard_when_it_filters() {
    let mut window = at(Tab::Overview);
    while focused(&window).is_none_or(|stop| stop.role != Role::CheckBox || !stop.name.starts_with("北京市")) {
        press(&mut window, Key::Tab);
    }
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Space);
    assert_eq!(window.state().session.derived().line(), "region:131000");
    assert!(focused(&window).is_some_and(|stop| stop.name.starts_with("廊坊市")), "{:?}", focused(&window));
}

#[test]
fn a_plot_is_one_stop_whose_bars_are_chosen_by_arrows_and_filtered_by_enter() {
    let mut window = at(Tab::Overview);
    while focused(&window).is_none_or(|stop| stop.role != Role::Figure) {
        press(&mut window, Key::Tab);
    }
    let name = |window: &Harness<'static, Desk>| focused(window).map(|stop| stop.name).unwrap_or_default();
    assert_eq!(name(&window), "按月份：2023-02：2");
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert_eq!(name(&window), "按月份：2023-05：4");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().session.derived().line(), "month:2023-05");
}

#[test]
fn rows_of_the_table_are_one_stop_that_goes_with_the_cursor() {
    let mut window = at(Tab::Table);
    while focused(&window).is_none_or(|stop| stop.role != Role::Row) {
        press(&mut window, Key::Tab);
    }
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    let cursor = window.state().session.pointing().cursor;
    assert_eq!(cursor, Some(1));
    let row = window.state().session.derived().rows[1];
    let title = match row {
        policy_atlas::query::Row::Policy(i) => window.state().session.data().catalogue()[i].title.zh.clone().unwrap(),
        policy_atlas::query::Row::Region(_) => String::new(),
    };
    let stop = focused(&window).expect("the keyboard goes with the cursor");
    assert!(stop.name.starts_with(&title), "{stop:?}");
}

#[test]
fn a_dialog_takes_the_keyboard_and_gives_it_back() {
    for dialog in [
        Dialog::OpenPath,
        Dialog::Export,
        Dialog::Problems,
        Dialog::Catalogue,
        Dialog::Palette,
        Dialog::Help,
        Dialog::MyRegion,
        Dialog::SaveMemo,
        Dialog::Handout,
        Dialog::Live,
        Dialog::Claims,
        Dialog::Cite,
    ] {
        let mut window = at(Tab::Overview);
        for _ in 0..5 {
            press(&mut window, Key::Tab);
        }
        let before = focused(&window).expect("something has the keyboard");
        window.state_mut().session.apply(Action::Show(Some(dialog)));
        window.run();
        let inside = focused(&window).unwrap_or_else(|| panic!("{dialog:?} does not take the keyboard"));
        assert_ne!(inside, before, "{dialog:?}");
        window.key_press_modifiers(Modifiers::NONE, Key::Escape);
        window.run();
        // A handout is of the walk that it was opened from.
        if dialog == Dialog::Handout {
            assert_eq!(window.state().session.pointing().dialog, Some(Dialog::Walk));
            window.key_press_modifiers(Modifiers::NONE, Key::Escape);
            window.run();
        }
        assert_eq!(window.state().session.pointing().dialog, None, "{dialog:?}");
        assert_eq!(focused(&window).map(|stop| stop.name), Some(before.name), "{dialog:?} gives the keyboard back");
    }
}

#[test]
fn the_edge_of_a_panel_is_pulled_by_arrows_and_its_width_kept() {
    let mut window = at(Tab::Overview);
    while focused(&window).is_none_or(|stop| !stop.name.starts_with("侧栏的边")) {
        press(&mut window, Key::Tab);
    }
    let before = focused(&window).map(|stop| stop.rect.left()).unwrap();
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowLeft);
    let settings =
        Settings::read(window.state().session.settings().write().as_bytes(), policy_atlas::words::Lang::Zh).0;
    assert_eq!(settings.panels.get("side"), Some(&378.0));
    let again = desk(settings, true, [1280.0, 800.0]);
    let edge = again.get_by_label("侧栏的边，左右键调整宽度").rect().left();
    assert_eq!(edge, before - 32.0, "the next start has the width");
}

#[test]
fn keys_work_while_a_button_has_the_keyboard() {
    let mut window = at(Tab::Overview);
    window.state_mut().session.apply(Action::Filter(crate::typed("方向:数据")));
    window.run();
    for _ in 0..8 {
        press(&mut window, Key::Tab);
    }
    let ctrl = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
    window.key_press_modifiers(ctrl, Key::Z);
    window.run();
    assert_eq!(window.state().session.derived().line(), "");
}

#[test]
fn choices_of_which_one_holds_are_one_stop_with_arrows() {
    let mut window = at(Tab::Table);
    let names = ["按政策", "按地区"];
    let stops: Vec<String> = way_round(&mut window).into_iter().map(|stop| stop.name).collect();
    assert_eq!(stops.iter().filter(|name| names.contains(&name.as_str())).count(), 1, "{stops:?}");
    window.get_by_role_and_label(Role::RadioButton, "按政策").focus();
    window.run();
    for (key, name, unit) in [(Key::ArrowRight, "按地区", Unit::Region), (Key::ArrowLeft, "按政策", Unit::Policy)]
    {
        press(&mut window, key);
        assert_eq!(focused(&window).map(|stop| stop.name).as_deref(), Some(name));
        assert_eq!(window.state().session.view().unit, unit);
    }
}
