//! The search line of the window: words, conditions, guesses, faults, and undo.

use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::App;

use crate::window::{CTRL, chinese, query};

#[test]
fn the_search_line_filters_while_typed_and_names_a_fault() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::F);
    window.run();
    let search = |window: &Harness<'static, App>| window.get_by_role(Role::TextInput).accesskit_node().is_focused();
    assert!(search(&window), "Ctrl+F goes to the search line");
    window.get_by_role(Role::TextInput).type_text("大模型");
    window.run();
    assert_eq!(query(&window), "大模型");
    window.get_by_role(Role::TextInput).type_text(" 方向:comptue");
    window.run();
    assert_eq!(query(&window), "大模型", "a fault leaves the query as it was");
    let fault = "第 8 列：未知方向“comptue”，是否指 compute？";
    assert!(window.query_by_label(fault).is_none(), "no fault is said while it is typed");
    window.key_press(Key::Enter);
    window.run();
    window.get_by_label(fault);
    window.get_by_role_and_label(Role::Button, "改为 大模型 方向:compute").click();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(query(&window), "focus:compute 大模型");
    window.get_by_role(Role::TextInput).type_text(" 方");
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(query(&window), "focus:compute 大模型 方", "the last words that could be read stay");
}

#[test]
fn the_beginning_of_a_condition_is_no_word_and_escape_lifts_its_fault() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::F);
    window.run();
    for (typed, expected) in [("数据 fo", "数据 fo"), ("cus", "数据 focus"), (":", "数据"), ("xyz", "数据")] {
        window.get_by_role(Role::TextInput).type_text(typed);
        window.run();
        assert_eq!(query(&window), expected, "{typed}");
    }
    window.key_press(Key::Enter);
    window.run();
    assert!(window.query_by_label_contains("未知方向“xyz”").is_some());
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label_contains("未知方向“xyz”").is_none());
    assert_eq!(window.get_by_role(Role::TextInput).accesskit_node().value().as_deref(), Some("数据"));
}

#[test]
fn undo_takes_a_guess_back_with_the_word_it_was_made_from() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::F);
    window.run();
    window.get_by_role(Role::TextInput).type_text("shuju");
    window.run();
    window.key_press(Key::ArrowDown);
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(query(&window), "focus:data");
    window.key_press_modifiers(CTRL, Key::Z);
    window.run();
    assert_eq!(query(&window), "shuju");
    window.key_press_modifiers(CTRL, Key::Z);
    window.run();
    assert_eq!(query(&window), "");
}

#[test]
fn the_menu_goes_to_the_search_line_too() {
    let mut window = chinese();
    window.get_by_label("编辑").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "搜索 Ctrl+F").click();
    window.run();
    assert!(window.get_by_role(Role::TextInput).accesskit_node().is_focused());
}
