//! Pointer and keyboard: details beside the thing they belong to, the heads and menus of the table, and notices that go
//! when they have been read.

use egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::catalogue::NamedRelease;
use policy_atlas::compare::Among;
use policy_atlas::query::Row;
use policy_atlas::session::{
    Action, Detail, Dialog, Guiding, Mining, Notice, OwnLayer, Preference, Selecting, ThemeChoice, ViewChange,
};
use policy_atlas::ui::Colors;
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::window::{act, chinese, open, window};

#[test]
fn opening_details_moves_no_column() {
    for (tab, labels) in [
        (Tab::Overview, ["北京市，算法：来源点名该政策", "成都市，数据：来源点名该政策"]),
        (Tab::Table, ["题名", "地区"]),
    ] {
        for width in [1024.0, 1280.0, 1920.0] {
            let mut window = window(Lang::Zh, ThemeChoice::Light, [width, 800.0]);
            act(&mut window, ViewChange::Tab(tab));
            let left = |label: &str, window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
                window.get_by_role_and_label(Role::Button, label).rect().left()
            };
            let before = labels.map(|label| left(label, &window));
            let row = window.state().session().derived().rows[0];
            act(&mut window, Action::Open(Detail { row, focus: None }));
            assert_eq!(labels.map(|label| left(label, &window)), before, "{tab:?} at {width}");
        }
    }
}

#[test]
fn a_column_that_the_details_cover_is_told_of_and_one_press_away() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let ids = ["110000", "310000", "440300"].map(str::to_owned).to_vec();
    act(&mut window, ViewChange::Comparison(ids));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    window.run();
    assert!(window.query_by_label_contains("右边还有").is_none(), "all are in sight");
    let catalogue = window.state().session().data().catalogue();
    let row = Row::Region(catalogue.regions.by_code("110000").unwrap());
    act(&mut window, Action::Open(Detail { row, focus: None }));
    window.run();
    window.get_by_label("右边 2 列不全");
    window.get_by_role_and_label(Role::Button, "右边还有").click();
    window.run();
    assert!(window.query_by_label_contains("右边还有").is_none(), "the last one is in sight");
    assert!(window.query_by_label_contains("右边 1 列").is_none(), "and whole");
    window.get_by_label("左边 2 列不全");
}

#[test]
fn every_focus_of_the_table_is_seen_while_details_are_open() {
    for (lang, title, close) in [(Lang::Zh, "题名", "关闭详情"), (Lang::En, "Title", "Close details")] {
        for size in
            [[1024.0, 700.0], [1024.0, 768.0], [1280.0, 800.0], [1440.0, 900.0], [1600.0, 900.0], [1920.0, 1080.0]]
        {
            let mut window = window(lang, ThemeChoice::Light, size);
            act(&mut window, ViewChange::Tab(Tab::Table));
            let row = *window.state().session().derived().rows.last().unwrap();
            act(&mut window, Action::Open(Detail { row, focus: None }));
            window.run();
            let is_open = window.query_by_label_contains(close).is_some();
            assert!(is_open, "{lang:?} at {size:?}: the details are not seen");
            let catalogue = window.state().session().data().catalogue();
            let names = catalogue.focuses.iter().map(|focus| focus.name.get(lang).to_owned());
            let head = |name: &str| window.get_by_role_and_label(Role::Button, name).rect();
            let details = window.get_by_label_contains(close).rect();
            let beside = details.top() < head(title).bottom();
            for name in names.collect::<Vec<_>>() {
                let place = head(&name);
                let room = if beside { details.right() - 384.0 } else { size[0] - 14.0 };
                assert!(place.right() <= room, "{lang:?} at {size:?}: {name} at {place:?}");
            }
            let Row::Policy(policy) = row else { panic!("the table is of policies") };
            let name = catalogue[policy].title.get(lang);
            let rows = window.get_all_by_role(Role::Row);
            let rows: Vec<String> = rows.filter_map(|node| node.accesskit_node().label()).collect();
            let in_sight = rows.iter().any(|row| row.starts_with(name));
            assert!(in_sight, "{lang:?} at {size:?}: {name} itself is out of sight: {rows:?}");
        }
    }
}

#[test]
fn the_whole_row_of_the_table_lights_up_under_the_pointer() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        let mut window = window(Lang::Zh, theme, [1280.0, 800.0]);
        act(&mut window, ViewChange::Tab(Tab::Table));
        let place = |node: egui_kittest::Node<'_>| (node.accesskit_node().label().unwrap_or_default(), node.rect());
        let rows: Vec<(String, egui::Rect)> = window.get_all_by_role(Role::Row).map(place).collect();
        // A row has two parts: the column that stays, and those that scroll.
        let parts: Vec<egui::Rect> = rows.iter().filter(|row| row.0 == rows[4].0).map(|row| row.1).collect();
        assert_eq!(parts.len(), 2, "{rows:?}");
        let raised = Colors::of(if theme == ThemeChoice::Dark { Theme::Dark } else { Theme::Light }).raised;
        for pointed in &parts {
            window.hover_at(pointed.center());
            window.run();
            let lit: Vec<egui::Rect> = window
                .output()
                .shapes
                .iter()
                .filter_map(|clipped| match &clipped.shape {
                    egui::Shape::Rect(shape) if shape.fill == raised => Some(shape.rect),
                    _ => None,
                })
                .collect();
            assert!(parts.iter().all(|part| lit.contains(part)), "{theme:?}: of {parts:?} are lit {lit:?}");
            let others = rows.iter().filter(|row| row.0 != rows[4].0);
            assert!(others.into_iter().all(|row| !lit.contains(&row.1)), "{theme:?}: another row is lit");
        }
    }
}

#[test]
fn a_long_notice_covers_no_tab() {
    let long = "《广东省数字经济促进条例》的两个文本在同一处互有出入，先后各改过一次，请逐条选定。".repeat(6);
    for (lang, zoom, size) in [
        (Lang::Zh, 1.0, [1024.0, 700.0]),
        (Lang::En, 1.0, [1024.0, 700.0]),
        (Lang::En, 1.0, [1280.0, 800.0]),
        (Lang::En, 1.0, [640.0, 700.0]),
        (Lang::Zh, 2.0, [1024.0, 900.0]),
    ] {
        let mut window = window(lang, ThemeChoice::Light, size);
        act(&mut window, Action::Prefer(Preference::Zoom((zoom * 100.0) as u16)));
        act(&mut window, ViewChange::Comparison(vec!["110000".to_owned(), "310000".to_owned()]));
        for text in [long.clone(), "已复制".to_owned()] {
            act(&mut window, Action::Notify(Some(Notice { text: text.clone(), is_error: true })));
            window.run();
            let notice = window.get_by_label(&text).rect();
            for tab in window.get_all_by_role(Role::Tab) {
                assert!(!tab.rect().intersects(notice), "{lang:?} at {size:?}: {:?} covers {:?}", notice, tab.rect());
            }
        }
    }
}

#[test]
fn the_switch_of_public_sources_stays_where_it_was_pressed_and_stands_there_alone() {
    for (lang, named, offer) in
        [(Lang::Zh, "加入公开资料", "加入公开资料"), (Lang::En, "ublic sources", "Add public sources")]
    {
        for width in [760.0, 1024.0, 1280.0, 1920.0] {
            let mut window = window(lang, ThemeChoice::Light, [width, 800.0]);
            let focus = window.state().session().data().catalogue().focus_idxs().next();
            let row = window.state().session().derived().regions.rows[0];
            act(&mut window, Action::Open(Detail { row, focus }));
            let places = |role: Role, words: &str, window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
                let is_named = |label: String| label.contains(words);
                let all = window.query_all_by_role(role);
                let named = all.filter(|node| node.accesskit_node().label().is_some_and(is_named));
                named.map(|node| node.rect()).collect::<Vec<_>>()
            };
            let before = places(Role::CheckBox, named, &window);
            assert_eq!(before.len(), 1, "{lang:?} at {width}");
            assert_eq!(places(Role::Button, offer, &window), [], "{lang:?} at {width}: a second one");
            window.get_all_by_role(Role::CheckBox).find(|node| node.rect() == before[0]).unwrap().click();
            window.run();
            assert!(window.state().session().derived().line().contains("source:"), "{lang:?} at {width}");
            let after = places(Role::CheckBox, named, &window);
            assert_eq!(after, before, "{lang:?} at {width}: it moves when it is pressed");
        }
    }
}

#[test]
fn news_of_a_comparison_goes_with_it() {
    let mut window = chinese();
    act(&mut window, Action::Prefer(Preference::MyRegion(Some("110000".to_owned()))));
    act(&mut window, Action::CompareWith(Among::All));
    let told = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.state().session().pointing().notice.clone()
    };
    assert!(told(&window).is_some(), "nothing is told of peers that were left out");
    act(&mut window, Action::Select(Selecting::Only(0)));
    assert!(told(&window).is_some(), "it goes while the comparison stands");
    act(&mut window, ViewChange::Comparison(Vec::new()));
    assert_eq!(told(&window), None);
    // Other news is not of the view.
    let copied = Notice { text: "已复制".to_owned(), is_error: false };
    act(&mut window, Action::Notify(Some(copied.clone())));
    act(&mut window, ViewChange::Tab(Tab::Table));
    assert_eq!(told(&window), Some(copied));
}

#[test]
fn the_line_of_what_is_here_is_one_line_in_a_small_window() {
    for (lang, first, last) in [(Lang::Zh, "政策 12 项", "核对报告数字"), (Lang::En, "12 policies", "Check the report")]
    {
        let window = window(lang, ThemeChoice::Light, [1024.0, 700.0]);
        let middle = |label: &str| window.get_by_label(label).rect().center().y;
        assert!((middle(first) - middle(last)).abs() < 8.0, "{lang:?}: the line wraps");
    }
}

#[test]
fn nothing_in_the_details_is_wider_than_they_are() {
    for (lang, width) in [(Lang::Zh, 1024.0), (Lang::Zh, 1280.0), (Lang::En, 1280.0)] {
        let mut window = window(lang, ThemeChoice::Light, [width, 800.0]);
        let places: Vec<Row> = window.state().session().derived().regions.rows.clone();
        let policies: Vec<Row> = window.state().session().derived().policies.rows.clone();
        for row in places.into_iter().chain(policies) {
            act(&mut window, Action::Open(Detail { row, focus: None }));
            let labels = window.get_all_by_role(Role::Label);
            let folds = window.query_all_by_role(Role::DisclosureTriangle);
            let beyond = labels.chain(folds).filter(|node| node.rect().right() > width + 0.5);
            let beyond: Vec<String> = beyond.map(|node| format!("{:?}", node.accesskit_node().label())).collect();
            assert_eq!(beyond, Vec::<String>::new(), "{lang:?} at {width}: {row:?}");
        }
    }
}

#[test]
fn open_details_follow_the_cursor_of_the_table_and_closed_ones_stay_closed() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let shown = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.state().session().pointing().detail.map(|detail| detail.row)
    };
    act(&mut window, Action::Select(Selecting::Only(1)));
    assert_eq!(shown(&window), None);
    let rows: Vec<Row> = window.state().session().derived().rows.clone();
    act(&mut window, Action::Open(Detail { row: rows[1], focus: None }));
    window.key_press(Key::ArrowDown);
    window.run();
    assert_eq!(shown(&window), Some(rows[2]));
}

#[test]
fn the_whole_head_sorts_and_its_menu_hides_the_column() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let head = window.get_by_role_and_label(Role::Button, "月份").rect();
    assert!(head.width() > 60.0 && head.height() >= 28.0, "{head:?}");
    window.get_by_role_and_label(Role::Button, "月份").click();
    window.run();
    assert_eq!(window.state().session().view().sort.len(), 1);
    window.get_by_label("月份 ▲").click_secondary();
    window.run();
    window.get_by_label("隐藏这一列").click();
    window.run();
    assert!(window.query_by_label_contains("月份 ▲").is_none());
}

#[test]
fn a_row_of_the_matrix_is_collected_and_filtered_by_from_its_menu() {
    let mut window = chinese();
    let cell = "北京市，算法：来源点名该政策";
    window.get_by_label(cell).click_secondary();
    window.run();
    window.get_by_label("加入对比").click();
    window.run();
    assert_eq!(window.state().session().view().comparison.last().map(String::as_str), Some("110000"));
    window.get_by_label(cell).click_secondary();
    window.run();
    window.get_by_label("筛选：算法").click();
    window.run();
    assert_eq!(window.state().session().derived().line(), "focus:algorithm");
}

#[test]
fn the_palette_lists_what_cannot_be_done_with_what_it_needs_and_enter_leaves_it() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::Palette)));
    window.get_all_by_role(Role::TextInput).last().unwrap().type_text("重新载入");
    window.run();
    window.get_by_label("重新载入");
    window.key_press_modifiers(Modifiers::NONE, Key::Enter);
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Palette));
}

#[test]
fn the_palette_stays_where_it_is_whatever_it_lists() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::Palette)));
    let place = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.get_all_by_role(Role::TextInput).last().unwrap().accesskit_node().bounding_box().unwrap()
    };
    let first = place(&window);
    for typed in ["重", "新载", "xxxx"] {
        window.get_all_by_role(Role::TextInput).last().unwrap().type_text(typed);
        window.run();
        assert_eq!(place(&window), first, "after {typed}");
    }
}

#[test]
fn a_notice_goes_when_it_was_read_and_a_fault_stays() {
    for (is_error, goes) in [(false, true), (true, false)] {
        let mut window = chinese();
        let text = "已复制".to_owned();
        act(&mut window, Action::Notify(Some(Notice { text, is_error })));
        window.run_steps(60);
        assert!(window.query_by_label("已复制").is_some(), "nobody has done anything since");
        window.get_by_label("总览").hover();
        window.run_steps(60);
        assert_eq!(window.query_by_label("已复制").is_none(), goes, "a fault: {is_error}");
    }
}

#[test]
fn checking_the_report_is_one_click_from_the_first_screen_where_it_claims_something() {
    let mut window = chinese();
    window.get_by_label("核对报告数字").click();
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Claims));
    act(&mut window, Action::Show(None));
    open(&mut window, policy_atlas::catalogue::Embedded::Titles.text());
    assert!(window.query_by_label("核对报告数字").is_none());
}

/// Four places side by side.
fn comparing() -> egui_kittest::Harness<'static, policy_atlas::app::App> {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Compare));
    let ids = ["110000", "310000", "330100", "440300"].map(str::to_owned).to_vec();
    act(&mut window, ViewChange::Comparison(ids));
    window
}

#[test]
fn heads_names_and_cells_of_the_comparison_have_menus() {
    let mut window = comparing();
    let columns = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.state().session().view().comparison.join(" ")
    };
    let table: &[(&str, &str, &str)] =
        &[("北京市", "右移一列", "310000 110000 330100 440300"), ("上海市", "移出对比", "110000 330100 440300")];
    for (head, entry, expected) in table {
        window.get_by_role_and_label(Role::Link, head).click_secondary();
        window.run();
        window.get_by_label(entry).click();
        window.run();
        assert_eq!(columns(&window), *expected, "{head}: {entry}");
    }
    // In a cell, on a text that can be selected.
    let cell = "北京要把大模型技术栈建完整。";
    window.get_by_label(cell).click_secondary();
    window.run();
    window.get_by_label("左移一列");
    window.get_by_label("打开：北京市").click();
    window.run();
    let detail = window.state().session().pointing().detail;
    assert_eq!(detail.and_then(|detail| detail.focus).map(|focus| focus.0), Some(1), "not the cell of the focus");
    act(&mut window, Action::CloseDetail);
    window.get_by_label(cell).click_secondary();
    window.run();
    window.get_by_label("引用…").click();
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Cite));
    act(&mut window, Action::Show(None));
    act(&mut window, Action::CloseDetail);
    window.get_all_by_label("算法").last().unwrap().click_secondary();
    window.run();
    window.get_by_label("复制这一行");
    window.get_by_label("筛选：算法").click();
    window.run();
    assert_eq!(window.state().session().derived().line(), "focus:algorithm");
}

#[test]
fn the_memo_takes_in_what_lies_beyond_the_lens_and_leaves_the_window_as_it_is() {
    let mut window = comparing();
    act(&mut window, Action::Show(Some(Dialog::SaveMemo)));
    let lines = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        let session = window.state().session();
        (session.derived().line().to_owned(), policy_atlas::query::write(&session.memo_query()))
    };
    for memo in ["source:report,official,press", ""] {
        window.get_by_label_contains("公开资料另有陈述说到").click();
        window.run();
        assert_eq!(lines(&window), (String::new(), memo.to_owned()));
    }
    // Asked for again, it begins with what the window shows.
    window.get_by_label_contains("公开资料另有陈述说到").click();
    window.run();
    window.get_by_label("写数据").click();
    window.run();
    let without = "focus:compute,algorithm,application,enterprise source:report,official,press";
    assert_eq!(lines(&window), (String::new(), without.to_owned()));
    // A dialog that opens again since the system had none to ask for a place is the same.
    act(&mut window, Action::Show(Some(Dialog::SaveMemo)));
    assert_eq!(lines(&window).1, without);
    act(&mut window, Action::Show(None));
    act(&mut window, Action::Show(Some(Dialog::SaveMemo)));
    assert_eq!(lines(&window), (String::new(), String::new()));
}

#[test]
fn the_parts_of_a_narrow_head_stand_apart() {
    let mut window = window(Lang::En, ThemeChoice::Light, [1024.0, 700.0]);
    let over = NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() };
    let layer = OwnLayer { path: "layer.ron".into(), text: None, tag: "k7qa".into(), over };
    act(&mut window, Mining::Found(Box::new(layer)));
    for count in [2, 3, 4, 8] {
        let places = ["340100", "440300", "330100", "110000", "310000", "320500", "510100", "640000"];
        act(&mut window, ViewChange::Comparison(places.iter().take(count).map(|id| (*id).to_owned()).collect()));
        act(&mut window, ViewChange::Tab(Tab::Compare));
        let rect = |label: &str| window.get_by_label(label).rect();
        let parts = ["Add a policy of Hefei", "Make Hefei the reference", "Make Shenzhen the reference"].map(rect);
        for (n, part) in parts.iter().enumerate() {
            for other in &parts[n + 1..] {
                assert!(!part.intersects(*other), "{count} columns: {parts:?}");
            }
        }
    }
}

#[test]
fn the_menu_of_a_head_filters_by_its_column() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let line = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.state().session().derived().line().to_owned()
    };
    let table: &[(&str, &str, &str)] = &[
        ("阶段", "征求意见稿：3", "stage:draft"),
        ("阶段", "清除", ""),
        ("算法", "筛选：算法", "focus:algorithm"),
        ("算法", "筛选：算法", ""),
        ("地区", "北京市：2", "region:110000"),
    ];
    for (head, entry, expected) in table {
        window.get_by_role_and_label(Role::Button, head).click_secondary();
        window.run();
        window.get_all_by_label(entry).last().unwrap().click();
        window.run();
        assert_eq!(line(&window), *expected, "{head}: {entry}");
    }
}

#[test]
fn a_column_is_dragged_by_its_head_and_stays_there_in_this_session() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let place = |name: &str, window: &egui_kittest::Harness<'static, policy_atlas::app::App>| {
        window.get_by_role_and_label(Role::Button, name).rect().center()
    };
    let (from, to) = (place("阶段", &window), place("地区", &window));
    window.drag_at(from);
    window.run();
    for part in [0.3, 0.6, 1.0] {
        window.hover_at(from + (to - from) * part);
        window.run();
    }
    window.drop_at(to);
    window.run();
    for tab in [Tab::Table, Tab::Overview, Tab::Table] {
        act(&mut window, ViewChange::Tab(tab));
    }
    assert!(place("阶段", &window).x < place("地区", &window).x, "the column is back");
    assert!(place("题名", &window).x < place("阶段", &window).x, "the first column lost its place");
}

#[test]
fn a_click_on_a_focus_puts_the_blanks_last_both_ways() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    for head in ["算力", "算力 ▲"] {
        window.get_by_role_and_label(Role::Button, head).click();
        window.run();
        let session = window.state().session();
        let catalogue = session.data().catalogue();
        let focus = catalogue.focus_idxs().next().unwrap();
        let outcome = session.derived().in_unit(session.view().unit);
        let rows = &session.derived().rows;
        let stated = rows.iter().map(|row| outcome.cell(*row, focus).strength.is_stated());
        let stated: Vec<bool> = stated.collect();
        assert!(stated[0] && stated.is_sorted_by(|a, b| a >= b), "{head}: {stated:?}");
    }
}

#[test]
fn a_large_screen_is_offered_larger_texts_at_the_first_start() {
    for (screen, offered) in [(1920.0, false), (2560.0, true), (3840.0, true)] {
        let mut window = chinese();
        let root = window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        root.monitor_size = Some(egui::vec2(screen, screen * 0.5625));
        act(&mut window, Action::Guide(Guiding::Begin));
        window.run();
        assert_eq!(window.query_by_label("放大到 125%").is_some(), offered, "{screen}");
        if offered {
            window.get_by_label("放大到 150%").click();
            window.run();
            assert_eq!(window.state().session().settings().zoom, 150);
        }
    }
}

#[test]
fn a_link_in_a_line_of_words_is_not_broken_in_two() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let rows = window.state().session().derived().rows.clone();
    for row in rows {
        act(&mut window, Action::Open(Detail { row, focus: None }));
        let links: Vec<_> = window.query_all_by_label_contains("复制引文：").map(|link| link.rect()).collect();
        assert!(!links.is_empty(), "{row:?}");
        assert!(links.iter().all(|link| link.height() < 24.0), "{row:?}: {links:?}");
    }
}

#[test]
fn the_mark_of_a_focus_stands_beside_its_words() {
    let mut window = chinese();
    let beijing = window.state().session().data().catalogue().regions.by_code("110000").unwrap();
    act(&mut window, Action::Open(Detail { row: Row::Region(beijing), focus: None }));
    let details = window.get_by_label_contains("关闭详情").rect();
    let beside = |rect: egui::Rect| rect.left() > details.right() - 360.0 && rect.top() > details.bottom();
    let marks = window.query_all_by_role(Role::Image).map(|mark| mark.rect()).filter(|mark| beside(*mark));
    let marks: Vec<egui::Rect> = marks.collect();
    for (at, focus) in ["算力", "算法", "数据", "应用", "企业"].into_iter().enumerate() {
        let names = window.query_all_by_role_and_label(Role::Label, focus);
        let name = names.map(|name| name.rect()).find(|name| beside(*name)).unwrap();
        let mark = marks[at];
        let off = (mark.center().y - name.center().y).abs();
        assert!(off <= 1.0, "{focus}: {mark:?} beside {name:?}");
    }
}

#[test]
fn a_list_to_choose_from_is_as_wide_as_its_field_and_the_filters() {
    let mut window = chinese();
    let lists = window.query_all_by_role(Role::ComboBox).map(|list| list.rect());
    let furthest = lists.map(|list| list.right()).fold(0.0, f32::max);
    let boxes = window.query_all_by_role(Role::CheckBox).map(|one| one.rect()).filter(|one| one.left() < 40.0);
    let filters = boxes.map(|one| one.right()).fold(0.0, f32::max);
    assert!(furthest > 100.0 && furthest <= filters, "the months end at {furthest}, the filters at {filters}");

    act(&mut window, ViewChange::Comparison(vec!["110000".into(), "310000".into()]));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    window.get_by_label("＋ 加一列").click();
    window.run();
    window.run();
    let fields = window.query_all_by_role(Role::TextInput);
    let field = fields.into_iter().find(|field| field.accesskit_node().is_focused()).unwrap().rect();
    let choices = window.query_all_by_role(Role::CheckBox).map(|one| one.rect());
    let choices: Vec<egui::Rect> = choices.filter(|one| one.top() > field.bottom() && one.left() > 200.0).collect();
    assert!(choices.len() > 11, "{choices:?}");
    assert!(choices.iter().all(|one| one.right() <= field.right()), "{field:?}: {choices:?}");
}
