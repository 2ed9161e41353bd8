//! The window for the keyboard and for a screen reader: names, tables with heads, the ring, large text.

use egui::{Key, Modifiers, Shape, Stroke, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{By, NodeT as _, Queryable as _},
};
use policy_atlas::app::App;
use policy_atlas::catalogue::PolicyIdx;
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Detail, Dialog, Preference, ThemeChoice, ViewChange};
use policy_atlas::ui::theme::Colors;
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::window::{act, chinese, window};

/// The labels of the parts of a table with this name, by their role.
fn parts(window: &Harness<'static, App>, table: &str, role: Role) -> Vec<String> {
    let table = window.get_by_role_and_label(Role::Table, table);
    table.query_all_by_role(role).filter_map(|part| part.accesskit_node().label()).collect()
}

#[test]
fn the_matrix_and_the_table_are_tables_with_heads() {
    let mut window = chinese();
    assert_eq!(parts(&window, "地区与方向的矩阵", Role::ColumnHeader), ["算力", "算法", "数据", "应用", "企业"]);
    let names = parts(&window, "地区与方向的矩阵", Role::RowHeader);
    assert_eq!(names.first().map(String::as_str), Some("北京市"), "{names:?}");
    let cells = parts(&window, "地区与方向的矩阵", Role::Cell);
    assert_eq!(cells.len(), names.len() * 5);
    assert_eq!(cells[0], "来源未提及（不等于没有）");
    act(&mut window, ViewChange::Tab(Tab::Table));
    let heads = parts(&window, "政策或地区的表", Role::ColumnHeader);
    assert_eq!(heads[..4], ["题名", "地区", "月份", "阶段"], "{heads:?}");
    let cells = parts(&window, "政策或地区的表", Role::Cell);
    assert!(cells.len() >= heads.len() * 10, "{} cells under {} heads", cells.len(), heads.len());
    assert!(cells.iter().any(|cell| cell == "廊坊市"), "{cells:?}");
    assert!(cells.iter().any(|cell| cell.starts_with("来源点名该政策")), "{cells:?}");
}

#[test]
fn the_window_and_its_search_field_have_names() {
    for (lang, window_name, field) in [(Lang::Zh, "区域人工智能政策图谱", "搜索"), (Lang::En, "Policy Atlas", "Search")]
    {
        let window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        assert_eq!(window.root().accesskit_node().label().as_deref(), Some(window_name));
        window.get_by_role_and_label(Role::TextInput, field);
    }
}

/// The rings that the last frame painted.
fn rings(window: &Harness<'static, App>) -> usize {
    let ring = Colors::of(window.ctx.theme()).ring;
    let is_ring = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.stroke == Stroke::new(2.0, ring) && rect.corner_radius == 4.0.into());
    window.output().shapes.iter().filter(|clipped| is_ring(&clipped.shape)).count()
}

#[test]
fn whatever_has_the_keyboard_has_one_ring_in_panels_menus_and_dialogs() {
    let mut window = chinese();
    assert_eq!(rings(&window), 0, "nothing has the keyboard at first");
    let press = |window: &mut Harness<'static, App>, key: Key| {
        window.key_press(key);
        window.run();
        assert_eq!(rings(window), 1, "after {key:?}");
    };
    for _ in 0..40 {
        press(&mut window, Key::Tab);
    }
    window.get_by_role_and_label(Role::Button, "文件").focus();
    window.run();
    for key in [Key::Enter, Key::ArrowDown, Key::ArrowDown] {
        press(&mut window, key);
    }
    window.key_press(Key::Escape);
    window.run();
    act(&mut window, Action::Show(Some(Dialog::Export)));
    for _ in 0..20 {
        press(&mut window, Key::Tab);
    }
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.run();
    assert_eq!(rings(&window), 1);
}

#[test]
fn no_description_repeats_a_name() {
    let mut window = chinese();
    for tab in Tab::ALL {
        act(&mut window, ViewChange::Tab(tab));
        act(&mut window, Action::Open(Detail { row: Row::Policy(PolicyIdx(3)), focus: None }));
        let told = window.query_all(By::new().predicate(|_| true)).filter_map(|node| {
            let node = node.accesskit_node();
            Some((node.label()?, node.description()?))
        });
        let twice: Vec<_> = told.filter(|(name, description)| description.starts_with(name)).collect();
        assert!(twice.is_empty(), "{tab:?}: {twice:?}");
    }
}

#[test]
fn dialogs_keep_their_buttons_in_sight_at_three_times_the_size() {
    let dialogs = [
        (Dialog::Export, "取消"),
        (Dialog::SaveFigure, "取消"),
        (Dialog::SaveMemo, "取消"),
        (Dialog::Live, "取消"),
        (Dialog::Cite, "关闭"),
        (Dialog::Claims, "关闭"),
        (Dialog::Catalogue, "关闭"),
        (Dialog::Help, "关闭"),
        (Dialog::Problems, "关闭"),
        (Dialog::Views, "关闭"),
        (Dialog::OpenPath, "取消"),
        (Dialog::MyRegion, "以后再说"),
    ];
    for (dialog, button) in dialogs {
        let mut window = chinese();
        act(&mut window, Action::Prefer(Preference::Zoom(300)));
        act(&mut window, Action::Show(Some(dialog)));
        window.run();
        let room = window.ctx.content_rect();
        let button = window.get_all_by_role_and_label(Role::Button, button).last().unwrap().rect();
        assert!(room.contains_rect(button), "{dialog:?}: {button:?} in {room:?}");
    }
}
