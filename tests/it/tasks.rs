//! People's tasks, with the presses they take: by keyboard alone and by mouse alone, from the first screen.
//!
//! A press is a click or a key that types nothing. The window here is painted as the program paints it, and what it
//! would do outside is kept instead of done: no file dialog opens on the machine that runs the tests.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::embedded;
use policy_atlas::catalogue::{Embedded, EventKind, NamedRelease};
use policy_atlas::compare::CompareCell;
use policy_atlas::edit::PolicyForm;
use policy_atlas::export::{Extent, Format, MemoFormat};
use policy_atlas::intake::Clip;
use policy_atlas::query::{Query, Row, parse};
use policy_atlas::session::{
    Action, Effect, Filter, MemoOptions, Mining, Output, OwnLayer, Periods, Session, Settings,
};
use policy_atlas::ui::{Colors, Ctx, Drafts, fonts, root_ui, theme};
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::export_window::{until, wish};
use crate::soft::SoftRenderer;
use crate::window::{act, chinese};

const MOST: usize = 6;
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// The window's state, and what it asked the outside for.
pub struct Desk {
    pub session: Session,
    drafts: Drafts,
    has_file_dialog: bool,
    asked: Vec<Effect>,
    /// Each action, as the query that it puts in place of the one at hand, if that is what it does.
    sent: Vec<Option<Query>>,
    is_dressed: bool,
    /// The page on the clipboard.
    page: Option<&'static str>,
}

impl Desk {
    pub fn new(settings: Settings, has_file_dialog: bool) -> Desk {
        let session = Session::new(embedded(Embedded::Report), settings);
        Desk {
            session,
            drafts: Drafts::default(),
            has_file_dialog,
            asked: Vec::new(),
            sent: Vec::new(),
            is_dressed: false,
            page: None,
        }
    }

    /// The same window with a folder for a layer and a page on the clipboard.
    fn with_page(&mut self, page: &'static str) {
        let over = NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() };
        let layer = OwnLayer { path: "layer.ron".into(), text: None, tag: "k7qa".into(), over };
        self.asked.extend(self.session.apply(Mining::Found(Box::new(layer)).into()));
        self.page = Some(page);
    }

    /// The same window on this day.
    pub fn is_on(&mut self, day: &str) {
        let session = Session::new(embedded(Embedded::Report), self.session.settings().clone());
        self.session = session.on(day.parse().ok());
    }

    /// The effects that it asked the outside for.
    pub fn asked(&self) -> &[Effect] {
        &self.asked
    }

    pub fn paint(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        if !std::mem::replace(&mut self.is_dressed, true) {
            // Fonts and styles hold from the next frame on.
            fonts::install(&ctx);
            theme::install(&ctx);
            ctx.request_discard("dressed");
            return;
        }
        let colors = Colors::of(ctx.theme());
        let panels = Ctx::new(&self.session, &colors, self.has_file_dialog);
        root_ui(ui, &panels, &mut self.drafts);
        let actions = panels.into_actions();
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        self.sent.extend(actions.iter().map(|action| match action {
            Action::Filter(Filter::Words(query)) => Some(query.clone()),
            _ => None,
        }));
        for action in actions {
            let effects = self.session.apply(action);
            for effect in effects {
                // What is on the clipboard comes at once.
                if let Effect::ReadClip(text) = effect {
                    let clip = Clip { text, html: self.page.map(str::to_owned) };
                    self.asked.extend(self.session.apply(Mining::Clipped(clip).into()));
                } else {
                    self.asked.push(effect);
                }
            }
        }
    }
}

pub fn desk(settings: Settings, has_file_dialog: bool, size: [f32; 2]) -> Harness<'static, Desk> {
    let mut harness = Harness::builder()
        .with_size(vec2(size[0], size[1]))
        .with_pixels_per_point(1.0)
        .with_theme(egui::Theme::Light)
        .with_render_cursor(false)
        .renderer(SoftRenderer::new())
        .build_ui_state(|ui, desk: &mut Desk| desk.paint(ui), Desk::new(settings, has_file_dialog));
    harness.run();
    harness
}

/// Someone at the window, whose presses are counted.
struct Hand {
    window: Harness<'static, Desk>,
    presses: usize,
}

impl Hand {
    fn new(has_file_dialog: bool) -> Hand {
        Hand { window: desk(Settings::default(), has_file_dialog, [1280.0, 800.0]), presses: 0 }
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) -> &mut Hand {
        self.presses += 1;
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
        self
    }

    fn click(&mut self, role: Role, label: &str) -> &mut Hand {
        self.presses += 1;
        self.window.get_by_role_and_label(role, label).click();
        self.window.run();
        self
    }

    /// Clicks the box whose label begins so; its count follows.
    fn tick(&mut self, begin: &str) -> &mut Hand {
        let mut boxes = self.window.get_all_by_role(Role::CheckBox).filter_map(|node| node.accesskit_node().label());
        let label = boxes.find(|label| label.starts_with(begin)).expect(begin);
        drop(boxes);
        self.click(Role::CheckBox, &label)
    }

    /// Typing is no press.
    fn types(&mut self, text: &str) -> &mut Hand {
        let is_focused = |node: &Node<'_>| node.accesskit_node().is_focused();
        self.window
            .get_all_by_role(Role::TextInput)
            .find(is_focused)
            .expect("a field with the keyboard")
            .type_text(text);
        self.window.run();
        self
    }

    fn palette(&mut self, text: &str) -> &mut Hand {
        self.key(CTRL, Key::K).types(text).key(Modifiers::NONE, Key::Enter)
    }

    #[track_caller]
    fn within_the_limit(&self) -> &Session {
        assert!(self.presses <= MOST, "{} presses, {MOST} at most", self.presses);
        assert_eq!(self.window.state().session.pointing().dialog, None, "a dialog is left open");
        &self.window.state().session
    }

    fn session(&self) -> &Session {
        &self.window.state().session
    }

    /// The content of the search line.
    fn line(&self) -> String {
        let line = self.window.get_by_role_and_label(Role::TextInput, "搜索");
        line.accesskit_node().value().unwrap_or_default()
    }

    fn written(&self) -> Option<&Effect> {
        let is_export = |effect: &&Effect| matches!(effect, Effect::PickSave { .. } | Effect::WriteNew { .. });
        self.window.state().asked.iter().find(is_export)
    }
}

fn ids(session: &Session) -> Vec<&str> {
    session.derived().rows.iter().map(|row| row.id(session.data().catalogue())).collect()
}

fn compared(session: &Session) -> Vec<&str> {
    session.derived().comparison().columns.iter().map(|row| row.id(session.data().catalogue())).collect()
}

/// Whether what is asked of the outside is the file of this task.
#[track_caller]
fn check_written(hand: &Hand, has_file_dialog: bool) {
    let name = "矩阵_关键词-首版次.xlsx";
    let what = Output::View(Format::Xlsx, Extent::View);
    let expected = if has_file_dialog {
        Effect::PickSave { name: name.into(), what }
    } else {
        Effect::WriteNew { path: name.into(), what }
    };
    assert_eq!(hand.written(), Some(&expected));
}

#[test]
fn zhejiang_and_data_by_keyboard() {
    let mut hand = Hand::new(true);
    hand.palette("浙江").palette("数据");
    let session = hand.within_the_limit();
    assert_eq!(session.derived().line(), "region:330000 focus:data");
    assert_eq!(ids(session), ["330100-2023-1"]);
}

#[test]
fn zhejiang_and_data_by_the_search_line() {
    let mut hand = Hand::new(true);
    hand.key(CTRL, Key::F).types("地区:浙江 方向:数据").key(Modifiers::NONE, Key::Enter);
    assert_eq!(hand.within_the_limit().derived().line(), "region:330000 focus:data");
    assert_eq!(hand.line(), "", "conditions become chips");
}

/// The beginning of a fault as told under the search line.
const FAULT: &str = "第";

#[test]
fn beijing_then_data_then_without_beijing_and_no_error_on_the_way() {
    let mut hand = Hand::new(true);
    hand.click(Role::CheckBox, "北京市：2").key(CTRL, Key::F);
    for typed in ["数", "据"] {
        hand.types(typed);
        assert!(hand.window.query_by_label_contains(FAULT).is_none(), "an error is said at {typed}");
    }
    assert_eq!((hand.session().derived().line(), hand.line().as_str()), ("region:110000 数据", "数据"));
    hand.click(Role::Button, "去掉 地区：北京市");
    assert!(hand.presses <= 4, "{} presses", hand.presses);
    assert_eq!((hand.session().derived().line(), hand.line().as_str()), ("数据", "数据"));
}

#[test]
fn hefei_beside_shenzhen_and_hangzhou_on_compute_as_a_memo() {
    let mut hand = Hand::new(true);
    hand.click(Role::CheckBox, "算力：≥ 2").click(Role::Tab, "对比").click(Role::Button, "＋ 加一列");
    for place in ["hefei", "shenzhen", "hangzhou"] {
        hand.types(place).key(Modifiers::NONE, Key::Enter);
    }
    hand.key(Modifiers::NONE, Key::Escape);
    hand.click(Role::Button, "写成备忘录…").click(Role::Button, "选择位置…");
    assert!(hand.presses <= 10, "{} presses", hand.presses);
    assert_eq!(compared(hand.session()), ["340100", "440300", "330100"]);
    assert_eq!(hand.session().view().query.focuses(hand.session().data().catalogue()).len(), 1);
    assert!(matches!(hand.written(), Some(Effect::PickSave { what: Output::Memo(..), .. })), "{:?}", hand.written());
}

#[test]
fn zhejiang_and_data_by_mouse() {
    let mut hand = Hand::new(true);
    hand.click(Role::CheckBox, "浙江省：1");
    hand.click(Role::CheckBox, "数据：1 地提及，共 1 地有来源考察，0 地未考察");
    assert_eq!(hand.within_the_limit().derived().line(), "region:330000 focus:data");
}

#[test]
fn three_places_side_by_side_by_keyboard_in_characters_or_pinyin() {
    for typed in ["深圳 杭州 成都", "shenzhen hangzhou chengdu", "深圳、杭州，成都"] {
        let mut hand = Hand::new(true);
        hand.palette(typed);
        let session = hand.within_the_limit();
        assert_eq!(
            (compared(session).as_slice(), session.view().tab),
            (&["440300", "330100", "510100"][..], Tab::Compare)
        );
    }
}

#[test]
fn who_is_most_like_a_place_and_in_what_by_mouse() {
    let mut hand = Hand::new(true);
    hand.click(Role::Link, "成都市");
    assert!(hand.presses <= 2, "{} presses", hand.presses);
    let session = &hand.window.state().session;
    let catalogue = session.data().catalogue();
    let alike = session.derived().most_alike(catalogue.regions.by_code("510100").unwrap()).unwrap();
    let best = alike.places.first().unwrap();
    let focuses: Vec<&str> = best.both.iter().map(|focus| catalogue[*focus].name.get(Lang::Zh)).collect();
    hand.window.get_by_label("最相近");
    assert!(hand.window.query_all_by_label(catalogue[best.place].name.get(Lang::Zh)).next().is_some());
    assert!(hand.window.query_all_by_label_contains(&format!("都提到{}", focuses.join("、"))).next().is_some());
}

#[test]
fn three_places_side_by_side_by_mouse() {
    let mut hand = Hand::new(true);
    hand.click(Role::Tab, "对比").click(Role::Button, "＋ 加一列");
    hand.click(Role::CheckBox, "深圳市").click(Role::CheckBox, "杭州市").click(Role::CheckBox, "成都市");
    let session = hand.within_the_limit();
    assert_eq!(compared(session), ["440300", "330100", "510100"]);
}

#[test]
fn who_else_and_a_workbook_of_them_by_keyboard() {
    for has_file_dialog in [true, false] {
        let mut hand = Hand::new(has_file_dialog);
        hand.palette("首版次").palette("xlsx");
        if !has_file_dialog {
            hand.key(Modifiers::NONE, Key::Enter);
        }
        check_written(&hand, has_file_dialog);
        let session = hand.within_the_limit();
        assert_eq!(session.derived().line(), "keyword:首版次");
        assert!(!session.derived().rows.is_empty());
    }
}

#[test]
fn who_else_and_a_workbook_of_them_by_mouse() {
    for has_file_dialog in [true, false] {
        let mut hand = Hand::new(has_file_dialog);
        // Turning the wheel is no press.
        hand.window.get_by_role_and_label(Role::DisclosureTriangle, "更多筛选").scroll_to_me();
        hand.window.run();
        hand.click(Role::DisclosureTriangle, "更多筛选");
        hand.window.get_by_role_and_label(Role::CheckBox, "首版次：4").scroll_to_me();
        hand.window.run();
        hand.click(Role::CheckBox, "首版次：4");
        hand.click(Role::Button, "导出当前视图");
        hand.click(Role::Button, if has_file_dialog { "选择位置…" } else { "导出" });
        check_written(&hand, has_file_dialog);
        assert_eq!(hand.within_the_limit().derived().line(), "keyword:首版次");
    }
}

#[test]
fn a_comparison_written_as_a_memo_by_mouse() {
    for has_file_dialog in [true, false] {
        let mut hand = Hand::new(has_file_dialog);
        hand.click(Role::Tab, "对比").click(Role::Button, "写成备忘录…");
        hand.click(Role::Button, if has_file_dialog { "选择位置…" } else { "导出" });
        let what = Output::Memo(MemoFormat::Docx, MemoOptions::default());
        let name = "政策对照_北京市-上海市-深圳市.docx";
        let expected = if has_file_dialog {
            Effect::PickSave { name: name.into(), what }
        } else {
            Effect::WriteNew { path: name.into(), what }
        };
        assert_eq!(hand.written(), Some(&expected));
        hand.within_the_limit();
    }
}

#[test]
fn a_memo_that_tells_of_periods_is_asked_for_by_a_tick_which_any_format_keeps() {
    let mut hand = Hand::new(true);
    hand.window.state_mut().is_on("2026-03-01");
    hand.click(Role::Tab, "对比").click(Role::Button, "写成备忘录…");
    hand.click(Role::RadioButton, "HTML：一个网页文件，可直接打印");
    hand.click(Role::CheckBox, "写明到期情况（按今天，2026-03-01）").click(Role::Button, "选择位置…");
    let what = Output::Memo(MemoFormat::Html, MemoOptions { periods: Periods::Told, ..MemoOptions::default() });
    let expected = Effect::PickSave { name: "政策对照_北京市-上海市-深圳市.html".into(), what };
    assert_eq!(hand.written(), Some(&expected));
}

#[test]
fn the_palette_offers_what_can_be_done_with_a_name() {
    let mut hand = Hand::new(true);
    for (typed, offered) in [
        ("浙江", ["筛选：浙江省", "打开：浙江省"].as_slice()),
        ("zj", &["筛选：浙江省"]),
        ("深圳 杭州", &["对比：深圳市、杭州市"]),
        ("首版次", &["还有谁：首版次"]),
        ("excel", &["导出为 Excel 工作簿"]),
        ("通用人工智能", &["打开：北京市促进通用人工智能创新发展的若干措施"]),
    ] {
        hand.key(CTRL, Key::K).types(typed);
        for words in offered {
            assert!(hand.window.query_by_label(words).is_some(), "{typed} does not offer {words}");
        }
        hand.key(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_keystroke_in_the_search_line_sends_the_query_it_was_read_as_and_nothing_else() {
    let mut hand = Hand::new(true);
    hand.key(CTRL, Key::F);
    let mut line = String::new();
    for typed in ["智", "算", " 中心"] {
        line += typed;
        hand.window.state_mut().sent.clear();
        hand.types(typed);
        let desk = hand.window.state();
        let query = parse(&line, desk.session.data().catalogue()).unwrap();
        assert_eq!(desk.sent, [Some(query)], "{line}");
    }
    // A condition waits until it is entered.
    hand.window.state_mut().sent.clear();
    hand.types(" month:2023");
    assert!(hand.window.state().sent.is_empty());
    assert!(hand.window.state().asked.is_empty());
}

/// The cells of a sheet of a workbook, row by row.
fn read_back(book: Vec<u8>, sheet: usize) -> Vec<Vec<String>> {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(book.by_name(name).unwrap()).unwrap();
    let between = |text: &str, begin: &str| {
        text.split_once(begin)
            .and_then(|(_, rest)| rest.split_once('<'))
            .map_or(String::new(), |(value, _)| value.into())
    };
    let shared = part("xl/sharedStrings.xml");
    let shared: Vec<String> = shared
        .split("<si>")
        .skip(1)
        .map(|text| between(&text.replace("<t xml:space=\"preserve\">", "<t>"), "<t>"))
        .collect();
    let sheet = part(&format!("xl/worksheets/sheet{sheet}.xml"));
    let value = |cell: &str| match between(cell, "<v>") {
        at if cell.contains("t=\"s\"") => shared[at.parse::<usize>().unwrap()].clone(),
        number => number,
    };
    sheet.split("<row ").skip(1).map(|row| row.split("<c ").skip(1).map(value).collect()).collect()
}

/// The file that a window with the same view writes.
fn written_file(session: &Session, what: Output) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(session.file_name(what));
    let mut window = chinese();
    act(&mut window, Action::OpenView(Box::new(session.saved_view("task"))));
    wish(&mut window, Action::Do(Effect::WriteNew { path: path.clone(), what }));
    until(&mut window, "it is written", |session| session.pointing().written().is_some());
    std::fs::read(path).unwrap()
}

const WORKBOOK: Output = Output::View(Format::Xlsx, Extent::View);

#[test]
fn a_comparison_of_four_as_a_workbook_read_back() {
    let mut hand = Hand::new(true);
    hand.palette("深圳 杭州 成都 北京").palette("xlsx");
    let is_workbook =
        |effect: &Effect| matches!(effect, Effect::PickSave { what: Output::View(Format::Xlsx, Extent::View), .. });
    assert!(hand.written().is_some_and(is_workbook));
    let session = hand.within_the_limit();
    let rows = read_back(written_file(session, WORKBOOK), 1);
    assert_eq!(rows[0], ["项目", "深圳市", "杭州市", "成都市", "北京市"]);
    assert_eq!(rows[1], ["编号", "440300", "330100", "510100", "110000"]);
    let comparison = session.derived().comparison();
    for (row, written) in comparison.rows.iter().zip(&rows[2..]) {
        for (cell, text) in row.cells.iter().zip(&written[1..]) {
            if let CompareCell::Focus { cell, share, .. } = cell {
                assert_eq!(text, &cell.words_of(*share, session.lang()));
            }
        }
    }
    assert!(rows.iter().flatten().any(|cell| cell.starts_with("● ")), "{rows:?}");
}

#[test]
fn city_level_drafts_with_data_measures_as_a_workbook_with_codebook_and_their_citation() {
    for (has_file_dialog, by_tab) in [(true, true), (true, false), (false, true), (false, false)] {
        let mut hand = Hand::new(has_file_dialog);
        // Of the table in sight, or of the table from the overview.
        if by_tab {
            hand.click(Role::Tab, "表格");
        }
        hand.tick("地级（含副省级市）：").tick("征求意见稿：").tick("数据：");
        if by_tab {
            hand.key(CTRL, Key::E);
        } else {
            hand.click(Role::Button, "导出当前视图").click(Role::RadioButton, "表格");
        }
        hand.click(Role::Button, if has_file_dialog { "选择位置…" } else { "导出" });
        hand.key(CTRL | Modifiers::SHIFT, Key::B);
        assert!(hand.presses <= 7, "{} presses", hand.presses);
        let session = hand.session();
        assert_eq!(session.derived().line(), "tier:city focus:data stage:draft");
        let (catalogue, rows) = (session.data().catalogue(), &session.derived().rows);
        assert!(!rows.is_empty());
        let cited = hand.window.state().asked.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        });
        for row in rows {
            let Row::Policy(policy) = row else { panic!("{row:?}") };
            assert!(cited.is_some_and(|text| text.contains(catalogue[*policy].title.get(Lang::Zh))), "{cited:?}");
        }
        let what = if by_tab { WORKBOOK } else { Output::Rows(Format::Xlsx) };
        let is_it = |effect: &Effect| match effect {
            Effect::PickSave { what: asked, .. } | Effect::WriteNew { what: asked, .. } => *asked == what,
            _ => false,
        };
        assert!(hand.written().is_some_and(is_it));
        let book = written_file(session, what);
        let sheet = |n| read_back(book.clone(), n).into_iter().flatten().collect::<Vec<_>>();
        for id in ids(session) {
            assert!(sheet(2).iter().any(|cell| cell == id), "{id} is a row of the data");
        }
        assert!(sheet(4).iter().any(|cell| cell == "数据"), "the codebook says what counts as data");
    }
}

/// A page of a government, as a browser copies it.
const PAGE: &str = include_str!("../../src/intake/tests/notice.html");

/// Whether the layer that is written has the six fields of the page.
#[track_caller]
fn check_page_is_saved(hand: &Hand) {
    assert_eq!(hand.presses, 3);
    let desk = hand.window.state();
    assert_eq!(desk.session.pointing().dialog, None);
    let written = desk.asked.iter().find_map(|effect| match effect {
        Effect::KeepLayer(_, text) => Some(text.clone()),
        _ => None,
    });
    let text = written.expect("the layer is written");
    let form = PolicyForm::read(&text, "510500-2025-k7qa1", []).expect("a policy of 泸州");
    let fields = [&form.region, &form.title, &form.number, &form.date, &form.issuer, &form.link].map(String::as_str);
    assert_eq!(
        fields,
        [
            "510500",
            "泸州市支持大模型应用若干措施（试行）",
            "泸市经信〔2025〕9号",
            "2025-03-10",
            "泸州市经济和信息化局",
            "https://www.example.gov.cn/zfxxgk/2025/3/t_8801.html",
        ]
    );
    assert!(form.note.contains("索引号：510500/2025-00031"), "{}", form.note);
    let dates: Vec<_> = form.dates.iter().map(|date| (date.kind, date.on.as_str())).collect();
    let [signed, in_force, ends] = [EventKind::Signed, EventKind::InForce, EventKind::Ends];
    assert_eq!(dates, [(signed, "2025-03-03"), (in_force, "2025-04-01"), (ends, "2027-03-31")]);
}

#[test]
fn a_copied_page_becomes_a_policy_by_keyboard() {
    let mut hand = Hand::new(true);
    hand.window.state_mut().with_page(PAGE);
    hand.window.run();
    hand.key(CTRL, Key::N);
    hand.presses += 1;
    hand.window.event(egui::Event::Paste("泸州市支持大模型应用若干措施（试行）".into()));
    hand.window.run();
    hand.key(CTRL, Key::Enter);
    check_page_is_saved(&hand);
}

#[test]
fn a_copied_page_becomes_a_policy_by_mouse() {
    let mut hand = Hand::new(true);
    hand.window.state_mut().with_page(PAGE);
    hand.window.run();
    hand.click(Role::Button, "添加政策").click(Role::Button, "粘贴识别");
    // The system answers the button with what is on the clipboard.
    hand.window.event(egui::Event::Paste("泸州市支持大模型应用若干措施（试行）".into()));
    hand.window.run();
    hand.click(Role::Button, "保存");
    check_page_is_saved(&hand);
}
