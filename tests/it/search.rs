//! The search line of the window: words, conditions, guesses, faults, and undo.

use egui::{Key, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::App;
use policy_atlas::query::{Row, Unit, parse};
use policy_atlas::session::{Action, Detail, Filter, ThemeChoice, ViewChange};
use policy_atlas::ui::Colors;
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::window::{CTRL, act, chinese, query, window};

/// Enters a line.
fn enter(window: &mut Harness<'static, App>, line: &str) {
    let query = parse(line, window.state().session().data().catalogue()).unwrap();
    act(window, Filter::Query(query));
}

/// The texts that are marked as found.
fn marked(window: &Harness<'static, App>) -> Vec<String> {
    fn of(shape: &egui::Shape, out: &mut Vec<String>) {
        let found = [egui::Theme::Light, egui::Theme::Dark].map(|theme| Colors::of(theme).found);
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| of(shape, out)),
            egui::Shape::Text(text) => {
                let job = &text.galley.job;
                let sections = job.sections.iter().filter(|section| found.contains(&section.format.background));
                out.extend(
                    sections.map(|section| job.text[section.byte_range.start.0..section.byte_range.end.0].to_owned()),
                );
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    window.output().shapes.iter().for_each(|shape| of(&shape.shape, &mut out));
    out
}

#[test]
fn hits_are_marked_where_they_stand_and_each_row_says_why_it_is_there() {
    // What is searched for, on which tab, in which unit, what is marked, and what a row says.
    let checks: [(&str, Tab, Unit, &str, &str); 7] = [
        ("十三条", Tab::Table, Unit::Policy, "十三条", "题名：廊坊市促进人工智能产业发展十三条措施"),
        (
            "thirteen",
            Tab::Table,
            Unit::Policy,
            "Thirteen",
            "英文题名：Thirteen Measures of Langfang for Promoting the Developm…",
        ),
        ("lf", Tab::Table, Unit::Policy, "", "题名（拼音）：廊坊市促进人工智能产业发展十三条措施"),
        ("苏州", Tab::Table, Unit::Region, "苏州", "地区：苏州市"),
        ("元宇宙", Tab::Overview, Unit::Policy, "元宇宙", "关键词：元宇宙"),
        ("北京", Tab::Overview, Unit::Policy, "北京", "地区：北京市"),
        ("ＡＩ", Tab::Overview, Unit::Policy, "AI", "题名：新一代AI行动计划"),
    ];
    let mut window = chinese();
    for (line, tab, unit, found, why) in checks {
        act(&mut window, ViewChange::Tab(tab));
        act(&mut window, ViewChange::Unit(unit));
        enter(&mut window, line);
        assert!(window.query_all_by_label_contains(why).next().is_some(), "{line}: nothing says “{why}”");
        let marked = marked(&window);
        let expected = if found.is_empty() { marked.is_empty() } else { marked.iter().any(|text| text == found) };
        assert!(expected, "{line}: {marked:?}");
    }
    act(&mut window, Filter::Clear);
    assert!(marked(&window).is_empty());
}

#[test]
fn hits_are_marked_in_details_and_in_the_comparison() {
    for (lang, line, reason) in
        [(Lang::Zh, "算力设施", "陈述：…州、上海等地"), (Lang::En, "算力设施", "Statement (Chinese): …")]
    {
        let mut window = window(lang, ThemeChoice::Dark, [1280.0, 800.0]);
        enter(&mut window, line);
        let hangzhou = window.state().session().data().catalogue().regions.by_code("330100").unwrap();
        let before = marked(&window).len();
        act(&mut window, Action::Open(Detail { row: Row::Region(hangzhou), focus: None }));
        assert!(marked(&window).len() > before, "{lang:?}");
        assert!(window.query_all_by_label_contains(reason).count() > 1, "{lang:?}: the row and its details");
        act(&mut window, Action::CloseDetail);
        act(&mut window, ViewChange::Comparison(vec!["310000".to_owned(), "330100".to_owned()]));
        act(&mut window, ViewChange::Tab(Tab::Compare));
        assert_eq!(
            marked(&window).is_empty(),
            lang == Lang::En,
            "{lang:?}: what stands there is told in this language"
        );
    }
}

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
fn a_place_that_the_words_name_is_offered_as_a_filter_after_they_are_entered() {
    for (typed, offers) in
        [("shenzhen", &["深圳市"][..]), ("深圳", &["深圳市"]), ("sz", &["深圳市", "苏州市", "朔州市"]), ("算力", &[])]
    {
        let mut window = chinese();
        window.key_press_modifiers(CTRL, Key::F);
        window.run();
        window.get_by_role(Role::TextInput).type_text(typed);
        window.run();
        // While the list is in sight it stands there, and first.
        let places = |window: &Harness<'static, App>| -> Vec<String> {
            let offers = window.query_all_by_label_contains("只看 地区：");
            offers.filter_map(|node| node.accesskit_node().label()).collect()
        };
        let expected: Vec<String> = offers.iter().map(|name| format!("只看 地区：{name}")).collect();
        assert_eq!(places(&window), expected, "{typed}");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(places(&window), expected, "{typed} entered");
        if let Some(first) = expected.first() {
            window.get_by_label(first).click();
            window.run();
            assert_eq!(query(&window), "region:440300", "one press, and the word is used up");
            assert!(places(&window).is_empty());
        }
    }
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

#[test]
fn the_reason_of_a_row_stays_in_its_column() {
    for (lang, words, head, says) in [(Lang::Zh, "数据", "题名", "陈述："), (Lang::En, "data", "Title", "Statement")]
    {
        let mut window = window(lang, ThemeChoice::Light, [1024.0, 700.0]);
        act(&mut window, ViewChange::Tab(Tab::Table));
        enter(&mut window, words);
        window.run();
        let right = window.get_by_role_and_label(Role::Button, head).rect().right();
        let reasons = window.query_all_by_role(Role::Label).filter(|node| {
            let is_it = |text: String| text.starts_with(says);
            node.accesskit_node().value().or_else(|| node.accesskit_node().label()).is_some_and(is_it)
        });
        let ends: Vec<f32> = reasons.map(|node| node.rect().right()).collect();
        assert!(!ends.is_empty(), "{lang:?}: no reason is told");
        assert!(ends.iter().all(|end| *end <= right), "{lang:?}: {ends:?} beyond {right}");
    }
}

#[test]
fn policies_outside_the_filter_are_not_counted_as_more_of_it() {
    let mut window = chinese();
    enter(&mut window, "方向:算法 月份:2023-03..2023-06 -阶段:draft 地区:北京,浙江,江苏 措施");
    window.run();
    assert_eq!(window.state().session().derived().policies.rows.len(), 1);
    window.get_by_label("另 1 项在筛选外");
    assert!(window.query_by_label("另 1 项").is_none());
    window.get_by_label_contains("搜索的文字只选地区");
}

#[test]
fn heads_that_count_more_places_than_are_listed_say_so_at_every_width() {
    for width in [1024.0, 1280.0] {
        let mut window = window(Lang::Zh, ThemeChoice::Light, [width, 700.0]);
        enter(&mut window, "方向:数据");
        window.run();
        let derived = window.state().session().derived();
        let of = derived.focuses[0].covered + derived.focuses[0].not_assessed;
        assert!(derived.regions.rows.len() < of);
        window.get_by_label(&format!("各列按未选方向时的 {of} 地计"));
    }
}

#[test]
fn a_value_that_is_left_out_says_so_in_the_filters_and_a_click_lets_it_in() {
    let mut window = chinese();
    enter(&mut window, "-阶段:draft");
    window.run();
    window.get_by_label("清除阶段筛选");
    assert!(window.query_all_by_label_contains("排除阶段：征求意见稿").next().is_some());
    let left_out = |window: &Harness<'static, App>| {
        let nodes = window.query_all_by_role(Role::CheckBox).filter_map(|node| node.accesskit_node().label());
        nodes.filter(|label| label.starts_with("征求意见稿") && label.ends_with("已排除")).count()
    };
    assert_eq!(left_out(&window), 1);
    let box_of =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|text| text.ends_with("已排除"));
    window.query_all_by_role(Role::CheckBox).find(box_of).unwrap().click();
    window.run();
    assert_eq!((left_out(&window), query(&window).as_str()), (0, ""));
}

#[test]
fn a_place_without_a_policy_has_no_number_of_them() {
    let mut window = chinese();
    act(&mut window, ViewChange::Unit(Unit::Region));
    act(&mut window, ViewChange::Tab(Tab::Table));
    window.run();
    window.get_by_role_and_label(Role::Cell, "无政策");
    act(&mut window, ViewChange::Comparison(vec!["340100".to_owned(), "110000".to_owned()]));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    window.run();
    window.get_by_label("本目录无政策");
}
