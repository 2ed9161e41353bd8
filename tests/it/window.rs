//! The window without a window: panels found by their accessible names, clicked and typed into.

use egui::{Event, Key, Modifiers, Popup, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{EMBEDDED, PolicyIdx, Stage, load};
use policy_atlas::compare::Asked;
use policy_atlas::figures::{Body, FigureKind, Style, scene, shown};
use policy_atlas::query::{FieldKey, Row, TermKey, write_sort};
use policy_atlas::session::{Action, Data, Detail, Dialog, Filter, Origin, Preference, ThemeChoice, ViewChange};
use policy_atlas::ui::{clashes, fonts};
use policy_atlas::view::{FigureChoice, Tab};
use policy_atlas::words::{CatalogueText, CiteText, CliText, ExportText, FigureText, Lang, UiText};

use crate::soft::SoftRenderer;

/// A window on the embedded catalogue; nothing is read from or written to the user's settings.
pub fn window(lang: Lang, theme: ThemeChoice, size: [f32; 2]) -> Harness<'static, App> {
    let start = Start { lang: Some(lang), theme: Some(theme), ..Start::default() };
    let mut harness = Harness::builder()
        .with_size(vec2(size[0], size[1]))
        .with_pixels_per_point(1.0)
        .with_theme(if theme == ThemeChoice::Dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_render_cursor(false)
        .renderer(SoftRenderer::new())
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    harness.run();
    harness
}

/// The same in Chinese, light and as large as a small laptop's.
pub fn chinese() -> Harness<'static, App> {
    window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0])
}

/// Does what a user could have asked for.
pub fn act(harness: &mut Harness<'static, App>, action: impl Into<Action>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().apply(&ctx, vec![action.into()]);
    harness.run();
}

/// Opens a catalogue given as text.
pub fn open(harness: &mut Harness<'static, App>, text: &str) {
    let data = Data::new(load(text.as_bytes()), Origin::File("test.ron".into())).map_err(|p| p.len()).unwrap();
    act(harness, Action::Loaded(Box::new(data)));
}

pub fn query(harness: &Harness<'static, App>) -> String {
    harness.state().session().derived().line().to_owned()
}

/// The text that was copied in the last frame.
pub fn copied(window: &Harness<'static, App>) -> String {
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_else(|| panic!("nothing was copied"))
}

pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

#[test]
fn a_tooltip_goes_when_a_dialog_opens_over_what_it_belongs_to() {
    let mut window = chinese();
    let words = "北京市，数据：只说到该地，未点名政策";
    let said = |window: &Harness<'static, App>| window.query_all_by_label(words).count();
    window.get_by_label(words).hover();
    // The pointer has to rest before a tooltip comes.
    window.run_steps(60);
    assert_eq!(said(&window), 2, "the cell and its tooltip");
    act(&mut window, Action::Show(Some(Dialog::Export)));
    window.run_steps(60);
    assert_eq!(said(&window), 1, "the cell alone");
}

#[test]
fn the_first_screen_says_what_is_here() {
    let window = chinese();
    for label in [
        "北京市，数据：只说到该地，未点名政策",
        "北京市，算法：来源点名该政策",
        "上海市，算力：只说到该地，未点名政策；所列之外另有他地；公开资料另有陈述",
        "武汉市，算力：来源未提及（不等于没有）",
        "苏州市，算法：只说到该地，未点名政策",
        "算力：≥ 2 地提及，共 11 地有来源考察，0 地未考察",
        "算法：≥ 9 地提及，共 11 地有来源考察，0 地未考察",
        "数据：≥ 3 地提及，共 11 地有来源考察，0 地未考察",
        "应用：≥ 2 地提及，共 11 地有来源考察，0 地未考察",
        "企业：≥ 3 地提及，共 11 地有来源考察，0 地未考察",
        "不等于没有",
        "和我的同级地区比较…",
        "导出当前视图",
    ] {
        assert!(window.query_all_by_label(label).next().is_some(), "nothing is called “{label}”");
    }
}

#[test]
fn all_eleven_places_are_in_sight_at_1280_by_800() {
    let window = chinese();
    for place in [
        "北京市",
        "廊坊市",
        "上海市",
        "南京市",
        "无锡市",
        "苏州市",
        "杭州市",
        "武汉市",
        "深圳市",
        "成都市",
        "宁夏回族自治区",
    ] {
        let link = window.get_by_role_and_label(Role::Link, place).rect();
        assert!(link.bottom() < 760.0 && link.top() > 100.0, "{place} at {link}");
    }
}

#[test]
fn a_focus_switch_filters_and_a_chip_takes_it_away() {
    let mut window = chinese();
    window.get_by_label("算力：≥ 2 地提及，共 11 地有来源考察，0 地未考察").click();
    window.run();
    assert_eq!(query(&window), "focus:compute");
    assert!(window.query_by_role_and_label(Role::Link, "北京市").is_none());
    window.get_by_label("去掉 方向：算力").click();
    window.run();
    assert_eq!(query(&window), "");
}

#[test]
fn the_counts_of_each_filter_have_their_unit_over_them() {
    let window = chinese();
    // The focuses count places, each other filter policies.
    assert_eq!(window.get_all_by_label("地").count(), 1);
    let policies = window.get_all_by_label("项").count();
    assert!(policies >= 3, "{policies}");
}

#[test]
fn a_region_is_chosen_at_the_left_and_undone_by_a_key() {
    let mut window = chinese();
    window.get_by_role_and_label(Role::CheckBox, "浙江省：1").click();
    window.run();
    assert_eq!(query(&window), "region:330000");
    window.key_press_modifiers(CTRL, Key::Z);
    window.run();
    assert_eq!(query(&window), "");
    window.key_press_modifiers(CTRL | Modifiers::SHIFT, Key::Z);
    window.run();
    assert_eq!(query(&window), "region:330000");
}

#[test]
fn enter_takes_the_nearest_place_as_my_region() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::MyRegion)));
    let field = window
        .get_all_by_role(Role::TextInput)
        .find(|node| node.accesskit_node().placeholder().is_some_and(|hint| hint == "输入名称或拼音"));
    let field = field.expect("a field to look for a place");
    field.focus();
    field.type_text("hefei");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().session().settings().my_region.as_deref(), Some("340100"));
}

#[test]
fn a_cell_opens_the_statements_behind_it() {
    let mut window = chinese();
    window.get_by_label("深圳市，算法：只说到该地，未点名政策；所列之外另有他地；公开资料另有陈述").click();
    window.run();
    window.get_by_label("复制引文：南京、深圳等地聚焦基础软硬件，攻克大模型算法的核心技术。");
    window.get_by_label("还有谁提到这一方向").click();
    window.run();
    window.get_by_label("提到“算法”的地区：≥ 9 / 11 地");
    window.get_by_label("复制名单").click();
    window.run_steps(1);
    let list = copied(&window);
    window.run();
    assert!(list.starts_with("提到“算法”的地区：≥ 9 / 11 地\n来源：赛迪研究院 2023-10-30"), "{list}");
    assert!(list.contains("\n○ 等 · 深圳市 · 赛迪研究院 2023-10-30（R06"), "{list}");
    window.get_by_label("按此筛选").click();
    window.run();
    assert_eq!(query(&window), "focus:algorithm");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("还有谁提到这一方向").is_none(), "Esc closes the details");
}

#[test]
fn a_keyword_asks_who_else_has_it_and_is_not_offered_twice_as_a_filter() {
    let mut window = chinese();
    let place = window.state().session().data().catalogue().regions.find("无锡").expect("a place");
    act(&mut window, Action::Open(Detail { row: Row::Region(place), focus: None }));
    let keyword = window.state().session().data().catalogue().statements.iter().flat_map(|s| s.keywords.clone());
    let shown = keyword.into_iter().find(|k| window.query_all_by_role_and_label(Role::Link, k).next().is_some());
    let shown = shown.expect("a keyword");
    window.get_all_by_role_and_label(Role::Link, &shown).next().expect("a link").scroll_to_me();
    window.run();
    window.get_all_by_role_and_label(Role::Link, &shown).next().expect("a link").click();
    window.run();
    window.get_by_label_contains(&format!("带关键词“{shown}”的地区："));
    window.get_by_label("按此筛选").click();
    window.run();
    assert_eq!(query(&window), format!("keyword:{shown}"));
    act(&mut window, Action::AskWho(Asked::Keyword(shown.clone())));
    window.get_by_label("已按此筛选").click();
    window.run();
    assert_eq!(query(&window), format!("keyword:{shown}"), "a second filter by the same would take the first away");
}

#[test]
fn a_statement_and_a_policy_are_copied_as_citations() {
    let mut window = chinese();
    window.get_by_label("深圳市，算法：只说到该地，未点名政策；所列之外另有他地；公开资料另有陈述").click();
    window.run();
    window.get_by_label("复制引文：南京、深圳等地聚焦基础软硬件，攻克大模型算法的核心技术。").click();
    window.run_steps(1);
    let line = copied(&window);
    assert!(line.contains("[R]. ") && line.contains("陈述 R06；目录 ccid-2023-3") && !line.contains('\n'), "{line}");
    window.run();
    let row = Row::Policy(PolicyIdx(0));
    act(&mut window, Action::Open(Detail { row, focus: None }));
    window.get_by_label("复制这项政策的引文").click();
    window.run_steps(1);
    assert!(copied(&window).contains("公布月份据 "), "{}", copied(&window));
}

/// Opens the details of a policy on a day.
fn policy_on(day: &str, id: &str) -> Harness<'static, App> {
    let today = day.parse().ok();
    let start = Start { lang: Some(Lang::Zh), theme: Some(ThemeChoice::Light), today, ..Start::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .renderer(SoftRenderer::new())
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    window.run();
    let policy = window.state().session().data().catalogue().policy_by_id(id).expect("a policy");
    act(&mut window, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
    window
}

#[test]
fn a_period_and_a_known_final_are_plain_lines_with_their_source() {
    let line = |state: &str| format!("期限 2023—2025，{state}（来源：赛迪研究院 2023-10-30、题名）");
    for (day, state) in [("2025-12-31", "未到期"), ("2026-01-01", "已过")] {
        let window = policy_on(day, "110000-2023-1");
        window.get_by_label(&line(state));
    }
    let mut window = chinese();
    let catalogue = window.state().session().data().catalogue();
    let is_overtaken = |i: &PolicyIdx| {
        let policy = &catalogue[*i];
        policy.stage == Stage::Draft && policy.versions.iter().any(|version| version.stage == Stage::Final)
    };
    let draft = catalogue.policy_idxs().find(is_overtaken).expect("a draft of which a final is known");
    act(&mut window, Action::Open(Detail { row: Row::Policy(draft), focus: None }));
    window.get_by_label_contains("征求意见稿，已知有正式文本（来源：");
    let policy = window.state().session().data().catalogue().policy_by_id("110000-2023-1").expect("a policy");
    act(&mut window, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
    assert!(window.query_by_label_contains("已过").is_none(), "without a day nothing is said");
}

#[test]
fn a_place_that_the_filter_leaves_out_keeps_its_marks_in_the_details() {
    let mut window = chinese();
    window.get_by_label("北京市，应用：来源点名该政策；2 项政策中点名 1 项；公开资料另有陈述").click();
    window.run();
    act(&mut window, crate::typed("focus:compute"));
    window.get_by_label("该地不在当前筛选结果内；以下列出所选来源对该地的全部陈述");
    assert!(window.query_by_label("未考察").is_none(), "what is filtered away has been assessed all the same");
    // A filter that keeps one of its policies keeps the marks of the matrix, and the other policies within reach.
    act(&mut window, crate::typed("id:110000-2023-1"));
    let cell = "北京市，应用：只说到该地，未点名政策；所列之外另有他地；公开资料另有陈述";
    window.get_by_label(cell);
    window.get_by_label("当前筛选之外另有 1 项政策的陈述");
    assert!(window.query_by_label("复制引文：R24").is_none(), "a ● of what is left out does not stand by an ○");
}

#[test]
fn the_details_begin_with_the_lens_in_words() {
    let mut window = chinese();
    let lens = |window: &Harness<'static, App>| {
        let session = window.state().session();
        session.derived().policies.lens.words(session.data().catalogue(), Lang::Zh)
    };
    window.get_by_label("武汉市，数据：来源未提及（不等于没有）").click();
    window.run();
    window.get_by_label(&lens(&window));
    act(&mut window, Filter::PublicSources(true));
    window.get_by_label(&lens(&window));
}

#[test]
fn my_region_makes_three_comparisons_one_click_and_says_when_it_has_no_policy() {
    let mut window = chinese();
    act(&mut window, Action::Prefer(Preference::MyRegion(Some("320500".into()))));
    window.get_by_label_contains("本目录没有苏州市的政策；所选来源有 ");
    window.get_by_label("看来源怎么说该地").click_accesskit();
    window.run();
    assert!(window.state().session().pointing().detail.is_some());
    act(&mut window, Action::CloseDetail);
    window.get_by_role_and_label(Role::Button, "与同省比较").click();
    window.run();
    assert_eq!(window.state().session().view().comparison, ["320500", "320200", "320100"]);
    window.get_by_label_contains("本目录没有苏州市的政策");
    act(&mut window, Action::Prefer(Preference::MyRegion(Some("540100".into()))));
    window.get_all_by_label_contains("所选来源也没有考察或说到该地。这不等于没有政策。").next().expect("said plainly");
}

#[test]
fn details_of_a_place_with_nothing_say_what_to_do() {
    let mut window = chinese();
    let place = window.state().session().data().catalogue().regions.find("拉萨").expect("a place");
    act(&mut window, Action::Open(Detail { row: Row::Region(place), focus: None }));
    window.get_by_label_contains("本目录没有拉萨市的政策");
    window.get_by_label("打开其他目录");
}

#[test]
fn details_say_what_a_silent_cell_means() {
    let mut window = chinese();
    window.get_by_label("武汉市，数据：来源未提及（不等于没有）").click();
    window.run();
    window.get_by_label_contains("这不等于没有相关措施");
}

#[test]
fn the_language_changes_while_it_runs() {
    let mut window = chinese();
    window.get_by_label("中 / EN").click();
    window.run();
    window.get_by_label("Beijing, Data: speaks of the place only, names no policy");
    window.get_by_label("中 / EN").click();
    window.run();
    window.get_by_label("北京市，数据：只说到该地，未点名政策");
}

#[test]
fn public_sources_come_in_by_a_switch_and_change_the_marks() {
    let mut window = chinese();
    window.get_by_label("＋ 加入公开资料（4 / 12 项有）").click();
    window.run();
    assert_eq!(query(&window), "source:report,official,press");
    window.get_by_label("深圳市，算力：来源点名该政策，有实质内容");
}

#[test]
fn the_table_is_moved_through_by_keys_and_sorted_by_its_header() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::Num2);
    window.run();
    window.key_press(Key::ArrowDown);
    window.key_press(Key::ArrowDown);
    window.run();
    let session = window.state().session();
    assert_eq!(session.pointing().cursor, Some(1));
    assert_eq!(session.pointing().selected.len(), 1);
    window.get_by_role_and_label(Role::Button, "月份").click();
    window.run();
    assert_eq!(write_sort(&window.state().session().view().sort), "month");
    window.get_by_role_and_label(Role::Button, "月份 ▲").click();
    window.run();
    assert_eq!(write_sort(&window.state().session().view().sort), "-month");
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().session().pointing().detail.is_some(), "Enter opens the details");
}

#[test]
fn a_table_row_is_read_out_with_its_marks_in_words() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    let row = window
        .get_all_by_role(Role::Row)
        .find_map(|row| row.accesskit_node().label().filter(|l| l.contains("通用人工智能")));
    let row = row.expect("a row of Beijing");
    assert!(row.contains("数据：只说到该地，未点名政策") && row.contains("应用：来源点名该政策"), "{row}");
}

#[test]
fn comparing_with_peers_asks_once_for_my_region() {
    let mut window = chinese();
    window.get_by_label("和我的同级地区比较…").click();
    window.run();
    window.get_by_label("杭州市 1 项政策").click();
    window.run();
    let session = window.state().session();
    assert_eq!(session.settings().my_region.as_deref(), Some("330100"));
    let columns: Vec<&str> =
        session.derived().comparison().columns.iter().map(|row| row.id(session.data().catalogue())).collect();
    assert_eq!(columns, ["330100", "320100", "420100", "440300", "510100"]);
    assert_eq!(session.pointing().dialog, None);
}

#[test]
fn the_palette_finds_a_command_by_the_initials_of_its_pinyin_and_enter_runs_it() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::K);
    window.run();
    let field = |window: &Harness<'static, App>| {
        window
            .get_all_by_role(Role::TextInput)
            .find(|node| node.accesskit_node().is_focused())
            .expect("a field with the focus")
            .type_text("sszt");
    };
    field(&window);
    window.run();
    window.get_by_label_contains("深色主题");
    window.key_press(Key::Enter);
    window.run();
    let session = window.state().session();
    assert_eq!((session.settings().theme, session.pointing().dialog), (ThemeChoice::Dark, None));
}

#[test]
fn the_palette_takes_the_initials_of_a_place_for_the_place() {
    let mut window = chinese();
    window.key_press_modifiers(CTRL, Key::K);
    window.run();
    let mut fields = window.get_all_by_role(Role::TextInput);
    fields.find(|node| node.accesskit_node().is_focused()).expect("a field with the focus").type_text("cq");
    drop(fields);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(query(&window), "region:500000");
}

#[test]
fn a_bar_of_the_small_plot_filters_when_clicked() {
    let mut window = chinese();
    // The bar of May: the tallest, in the upper half of the side panel.
    let pos = egui::pos2(1107.0, 240.0);
    window.event(egui::Event::PointerMoved(pos));
    window.run();
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.run();
    assert_eq!(query(&window), "month:2023-05");
}

#[test]
fn the_command_line_for_a_view_lists_the_same_rows() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    act(&mut window, crate::typed("方向:数据,应用 -地区:上海"));
    act(&mut window, ViewChange::Unit(policy_atlas::query::Unit::Region));
    act(&mut window, ViewChange::Sort { column: FieldKey::Policies, add: false });
    act(&mut window, ViewChange::Sort { column: FieldKey::Policies, add: false });
    let session = window.state().session();
    let mut words: Vec<std::ffi::OsString> = session.command_line().into_iter().map(Into::into).collect();
    words.extend(["--format".into(), "ids".into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    policy_atlas::cli::run(words, &policy_atlas::cli::Env::default(), &mut out, &mut err);
    let rows: Vec<&str> = session.derived().rows.iter().map(|row| row.id(session.data().catalogue())).collect();
    assert_eq!(String::from_utf8(out).unwrap().lines().collect::<Vec<_>>(), rows, "{}", String::from_utf8_lossy(&err));
    assert!(rows.len() > 2, "{rows:?}");
}

#[test]
fn widths_that_nobody_pulled_are_not_kept_as_if_somebody_had() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Table));
    window.get_by_label("中 / EN").click();
    window.run();
    act(&mut window, ViewChange::Unit(policy_atlas::query::Unit::Region));
    window.get_by_label("中 / EN").click();
    window.run();
    assert_eq!(window.state().session().settings().widths.len(), 0);
}

#[test]
fn keys_do_not_reach_what_lies_behind_a_dialog() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::Help)));
    window.key_press_modifiers(CTRL, Key::Num2);
    window.run();
    assert_eq!(window.state().session().view().tab, Tab::Overview);
    // Every mark has its meaning there.
    let texts = ["来源点名该政策", "只说到该地，未点名政策", "来源未提及，不等于没有", "未考察：所选来源没有看过"];
    for text in texts.into_iter().chain(["确无：编者通读全文，没有这方面的内容"]) {
        assert!(window.query_all_by_label(text).count() > 0, "{text}");
    }
    // They are painted as in the matrix.
    for mark in ["来源点名该政策", "只说到该地，未点名政策", "未考察", "确无"] {
        assert!(window.query_all_by_role_and_label(Role::Image, mark).count() > 0, "{mark}");
    }
}

#[test]
fn a_column_is_found_by_pinyin_and_added_to_the_comparison() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Compare));
    window.get_by_label("＋ 加一列").click();
    window.run();
    let field = window.get_all_by_role(Role::TextInput).find(|node| {
        node.accesskit_node().placeholder().is_some_and(|hint| hint == "任一地区或政策，名称或拼音；回车选入")
    });
    let field = field.expect("a field to look for a column");
    field.focus();
    field.type_text("chengdu");
    window.run();
    window.get_by_role_and_label(Role::CheckBox, "成都市").click();
    window.run();
    assert_eq!(
        window.state().session().view().comparison,
        ["510100"],
        "the first choice takes the place of the prefill"
    );
    window.get_by_role_and_label(Role::CheckBox, "成都市").click();
    window.run();
    assert_eq!(window.state().session().view().comparison, Vec::<String>::new(), "a second click takes it away");
}

#[test]
fn escape_closes_the_dialog_before_the_details() {
    let mut window = chinese();
    let row = Row::Policy(PolicyIdx(0));
    act(&mut window, Action::Open(Detail { row, focus: None }));
    act(&mut window, Action::Show(Some(Dialog::Help)));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().session().pointing().dialog, None);
    assert!(window.state().session().pointing().detail.is_some());
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().session().pointing().detail.is_none());
}

#[test]
fn escape_closes_a_list_before_what_lies_behind_it() {
    for (opens, typed) in [("＋ 加一列", ""), ("＋ 加一列", "chengdu"), ("文件", "")] {
        let mut window = chinese();
        act(&mut window, ViewChange::Tab(Tab::Compare));
        act(&mut window, Action::Open(Detail { row: Row::Policy(PolicyIdx(0)), focus: None }));
        window.get_by_label(opens).click();
        window.run();
        window.run();
        window.event(Event::Text(typed.to_owned()));
        window.run();
        assert!(Popup::is_any_open(&window.ctx), "{opens} is not open");
        window.key_press(Key::Escape);
        window.run();
        assert!(!Popup::is_any_open(&window.ctx), "{opens} {typed}: Esc leaves the list open");
        assert!(window.state().session().pointing().detail.is_some(), "{opens} {typed}: Esc closed the details");
    }
}

#[test]
fn nothing_found_says_so_and_what_to_do() {
    let mut window = chinese();
    act(&mut window, crate::typed("region:合肥"));
    window.get_by_label("本目录没有合肥市的政策");
    act(&mut window, crate::typed("合肥"));
    window.get_by_label("本目录没有合肥市的政策");
    window.get_by_label("打开其他目录");
    window.get_all_by_label("清除全部筛选").next().expect("a way back").click();
    window.run();
    assert_eq!(query(&window), "");
}

#[test]
fn a_sixth_focus_is_a_switch_a_column_and_a_small_multiple() {
    let sixth =
        EMBEDDED.replacen("focuses: [", "focuses: [\n(id: \"talent\", name: (zh: \"人才\", en: \"Talent\")),", 1);
    let mut window = chinese();
    open(&mut window, &sixth);
    window.get_by_label("人才：0 地提及，共 11 地有来源考察，0 地未考察");
    act(&mut window, ViewChange::Tab(Tab::Table));
    window.get_by_role_and_label(Role::Button, "人才");
    act(&mut window, ViewChange::Tab(Tab::Charts));
    let figure = FigureChoice { kind: Some(FigureKind::FocusByMonth), ..FigureChoice::default() };
    act(&mut window, ViewChange::Figure(figure));
    let scene = scene(window.state().session().derived().figure(), &Style::default());
    assert!(scene.labels().any(|label| label.text == "人才"), "a small multiple of its own");
}

#[test]
fn a_file_with_faults_shows_them_and_keeps_the_sound_records() {
    let broken = EMBEDDED.replacen("stage: Draft", "stage: Drft", 1);
    let mut window = chinese();
    open(&mut window, &broken);
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Problems));
    assert!(window.query_all_by_label_contains("Drft").next().is_some());
    assert_eq!(window.state().session().data().catalogue().policies.len(), 11);
}

#[test]
fn every_text_has_its_glyphs() {
    let window = chinese();
    let font = egui::FontId::proportional(14.0);
    let bold = egui::FontId::new(14.0, fonts::bold_family());
    let mut texts: Vec<String> = vec![EMBEDDED.to_owned()];
    for lang in [Lang::Zh, Lang::En] {
        texts.extend(UiText::ALL.iter().map(|text| text.get(lang).to_owned()));
        texts.extend(FigureText::ALL.iter().map(|text| text.get(lang).to_owned()));
        texts.extend(CatalogueText::ALL.iter().map(|text| text.get(lang).to_owned()));
        texts.extend(CiteText::ALL.iter().map(|text| text.get(lang).to_owned()));
        texts.extend(CliText::ALL.iter().map(|text| text.get(lang).to_owned()));
        texts.extend(ExportText::ALL.iter().map(|text| text.get(lang).to_owned()));
    }
    let regions = load(EMBEDDED.as_bytes()).catalogue.unwrap().regions.clone();
    texts.extend(regions.iter().flat_map(|(_, region)| region.name.each().map(str::to_owned).collect::<Vec<_>>()));
    let characters: std::collections::BTreeSet<char> =
        texts.iter().flat_map(|text| text.chars()).filter(|c| !c.is_control()).collect();
    let missing: String = window.ctx.fonts_mut(|fonts| {
        characters.iter().filter(|c| !fonts.has_glyph(&font, **c) || !fonts.has_glyph(&bold, **c)).collect()
    });
    assert_eq!(missing, "");
}

#[test]
fn no_two_commands_share_a_key() {
    assert_eq!(clashes(), Vec::new());
}

#[test]
fn a_bar_that_is_chosen_fades_the_others_and_is_explained() {
    let mut window = chinese();
    act(&mut window, ViewChange::Tab(Tab::Charts));
    for (kind, key, value, others, words) in [
        (FigureKind::ByMonth, TermKey::Month, "2023-05", 6, "2023-05：4"),
        (FigureKind::ByRegion, TermKey::Region, "440300", 10, "深圳：1"),
    ] {
        act(&mut window, ViewChange::Figure(FigureChoice { kind: Some(kind), ..FigureChoice::default() }));
        act(&mut window, Filter::Clear);
        let bars = |window: &Harness<'static, App>| match &window.state().session().derived().figure().body {
            Body::ByMonth(named) | Body::ByRegion(named) => named.clone(),
            _ => panic!("{kind:?} is no figure of bars"),
        };
        let before = bars(&window);
        act(&mut window, Filter::Only { key, value: value.to_owned() });
        let after = bars(&window);
        assert_eq!((&after.bars.categories, &after.bars.panels), (&before.bars.categories, &before.bars.panels));
        assert_eq!((before.others.len(), after.others.len()), (0, others), "{kind:?}");
        assert!(after.bars.caption.note.contains("浅色的条不在筛选之内"), "{}", after.bars.caption.note);
        assert_eq!(shown(window.state().session().derived().figure()).rows.len(), 1, "numbers of what is chosen alone");
        assert!(window.query_all_by_label_contains(words).next().is_some(), "{words} is explained");
    }
}

#[test]
fn only_the_english_title_is_called_our_translation() {
    for (lang, ours) in [(Lang::Zh, "（英文题名为本目录所译）"), (Lang::En, "(our translation)")] {
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        act(&mut window, Action::Open(Detail { row: Row::Policy(PolicyIdx(0)), focus: None }));
        let marked: Vec<String> = window
            .query_all_by_label_contains(ours)
            .filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value()))
            .collect();
        assert!(!marked.is_empty() && marked.iter().all(|label| label.contains("Thirteen Measures")), "{marked:?}");
    }
}
