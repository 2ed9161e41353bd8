//! Saved views in the window: saved, listed, renamed, deleted and opened by what a user sees.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{EMBEDDED, Origin, load};
use policy_atlas::query::{FieldKey, write};
use policy_atlas::session::{Dialog, Filter, ThemeChoice, ViewChange};
use policy_atlas::view::{Saved, Tab, View, ViewText};
use policy_atlas::words::{Lang, UiText as T};

use crate::soft::SoftRenderer;
use crate::window::{act, open};

pub const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// A window that keeps its settings, and so its views, in a folder of its own.
pub struct Window {
    pub harness: Harness<'static, App>,
    pub folder: tempfile::TempDir,
}

impl Window {
    pub fn new(views: &[Saved]) -> Window {
        Window::start(views, Start::default())
    }

    fn start(views: &[Saved], start: Start) -> Window {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("views")).unwrap();
        for (at, view) in views.iter().enumerate() {
            fs::write(folder.path().join(format!("views/{at}.ron")), view.write()).unwrap();
        }
        Window::over(folder, start)
    }

    /// A window over a folder that is there already.
    pub fn over(folder: tempfile::TempDir, start: Start) -> Window {
        let settings = start.settings.clone().or_else(|| Some(folder.path().join("settings.ron")));
        let start = Start { lang: Some(Lang::Zh), theme: Some(ThemeChoice::Light), settings, ..start };
        let mut harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            .with_pixels_per_point(1.0)
            .with_theme(egui::Theme::Light)
            .with_render_cursor(false)
            .with_max_steps(64)
            .renderer(SoftRenderer::new())
            .build_eframe(|cc| App::new(&cc.egui_ctx, start));
        harness.run();
        Window { harness, folder }
    }

    /// Paints until something holds; threads are at work on it, and what they tell may come while it paints.
    #[track_caller]
    pub fn until(&mut self, what: &str, holds: impl Fn(&Window) -> bool) {
        let deadline = Instant::now() + Duration::from_mins(1);
        while !holds(self) {
            assert!(Instant::now() < deadline, "waited in vain: {what}");
            std::thread::yield_now();
            self.harness.run();
        }
        self.harness.run();
    }

    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Chooses one of several by its round mark.
    #[track_caller]
    pub fn choose(&mut self, label: &str) {
        self.harness.get_all_by_role_and_label(Role::RadioButton, label).next().unwrap().click();
        self.harness.run();
    }

    #[track_caller]
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.harness.run();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    pub fn type_text(&mut self, text: &str) {
        let field = |node: &egui_kittest::Node<'_>| {
            use egui_kittest::kittest::NodeT as _;
            node.accesskit_node().is_focused()
        };
        self.harness.get_all_by_role(Role::TextInput).find(field).expect("a field with the focus").type_text(text);
        self.harness.run();
    }

    fn list(&mut self) {
        self.press(CTRL | Modifiers::SHIFT, Key::O);
        self.until("the list", |window| window.session().views().listed.is_some());
    }

    pub fn session(&self) -> &policy_atlas::session::Session {
        self.harness.state().session()
    }

    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("views")).into_iter().flatten();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, file: &str) -> Saved {
        Saved::read(&fs::read(self.folder.path().join("views").join(file)).unwrap()).unwrap()
    }
}

fn view(name: &str, query: &str, tab: Tab) -> Saved {
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    Saved::new(name, ViewText { query: query.into(), tab, ..ViewText::default() }, &catalogue)
}

#[test]
fn a_view_is_saved_under_a_name_and_no_other_is_overwritten_unasked() {
    let mut window = Window::new(&[]);
    act(&mut window.harness, crate::typed("方向:数据"));
    window.press(CTRL, Key::S);
    window.until("the list", |window| window.session().views().listed.is_some());
    // The name offered is marked, so that typing puts another in its place.
    window.type_text("../我的:视图");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("saved", |window| window.session().pointing().dialog.is_none());
    assert_eq!(window.session().pointing().notice.as_ref().unwrap().text, "已保存视图“../我的:视图”");
    assert_eq!(window.files(), ["我的-视图.ron"]);
    assert_eq!(window.read("我的-视图.ron").view.query, "focus:data");

    // Another name that makes the same file name.
    act(&mut window.harness, Filter::Clear);
    window.press(CTRL, Key::S);
    window.type_text("我的 视图");
    window.click("保存");
    window.until("saved", |window| window.session().pointing().dialog.is_none());
    assert_eq!(window.files(), ["我的-视图-2.ron", "我的-视图.ron"]);

    // The same name: said, and the button says what it does.
    act(&mut window.harness, crate::typed("方向:算力"));
    window.press(CTRL, Key::S);
    window.type_text("我的 视图");
    assert!(window.has("已有同名视图，保存会替换它") && !window.has("保存"));
    window.click("替换");
    window.until("saved", |window| window.session().pointing().dialog.is_none());
    assert_eq!(window.read("我的-视图-2.ron").view.query, "focus:compute");
    assert_eq!(window.read("我的-视图.ron").view.query, "focus:data");
}

#[test]
fn without_a_view_the_dialog_says_what_to_do_next() {
    let mut window = Window::new(&[]);
    window.list();
    assert!(window.has("还没有已存的视图"));
    let folder = window.folder.path().join("views").display().to_string();
    assert!(window.has(&format!("存放在：{folder}")));
    window.click("保存当前视图…（Ctrl+S）");
    assert_eq!(window.session().pointing().dialog, Some(Dialog::SaveView));
}

#[test]
fn a_view_opens_on_enter_and_on_a_click_and_is_one_step_back() {
    let charts = view("图表", "focus:data", Tab::Charts);
    let plain = view("总览", "", Tab::Overview);
    let mut window = Window::new(&[charts, plain]);
    window.list();
    assert!(window.has("打开视图“总览”：总览 · 没有筛选") && window.has("打开视图“图表”：图表 · 方向：数据"));
    window.press(Modifiers::NONE, Key::Enter);
    let first = window.session().view().clone();
    assert_eq!((first.tab, write(&first.query).as_str()), (Tab::Charts, "focus:data"), "the first of the list");
    assert_eq!(window.session().pointing().dialog, None);
    assert_eq!(window.session().history().undoes(), Some(T::UndoOpenView));
    assert!(window.has("已打开视图“图表”"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().view(), &View::default());
    // A view that differs by its tab alone is a step too.
    act(&mut window.harness, ViewChange::Tab(Tab::Table));
    window.list();
    window.click("打开视图“总览”：总览 · 没有筛选");
    assert_eq!(window.session().view().tab, Tab::Overview);
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().view().tab, Tab::Table);
}

#[test]
fn a_view_is_renamed_with_its_file_and_not_to_a_name_that_is_taken() {
    let mut window = Window::new(&[view("甲", "focus:data", Tab::Table), view("乙", "", Tab::Table)]);
    window.list();
    window.click("给“甲”改名");
    window.type_text("乙");
    window.press(CTRL, Key::A);
    window.type_text("乙");
    assert!(window.has("已有同名视图，请换一个名称"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.files(), ["0.ron", "1.ron"]);
    window.press(CTRL, Key::A);
    window.type_text("丙");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("renamed", |window| window.session().views().named("丙").is_some());
    assert_eq!(window.files(), ["1.ron", "丙.ron"]);
    assert_eq!(window.read("丙.ron").view.query, "focus:data");
    // Esc leaves the field first, then the dialog.
    window.click("给“丙”改名");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Views));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.session().pointing().dialog, None);
}

#[test]
fn a_view_is_deleted_after_a_question() {
    let mut window = Window::new(&[view("甲", "", Tab::Table), view("乙", "", Tab::Table)]);
    window.list();
    window.click("删除“甲”");
    assert!(window.has("删除“甲”？它的文件会从磁盘上删去"));
    window.click("保留");
    assert_eq!(window.files(), ["0.ron", "1.ron"]);
    window.click("删除“甲”");
    window.click("删除");
    window.until("deleted", |window| window.session().views().named("甲").is_none());
    assert_eq!(window.files(), ["1.ron"]);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Views));
}

#[test]
fn a_broken_file_is_listed_with_its_problem_and_can_be_deleted_only() {
    let mut window = Window::new(&[view("甲", "", Tab::Table)]);
    fs::write(window.folder.path().join("views/broken.ron"), "(name: \"x\",\n view: (tab: Tabel))").unwrap();
    window.list();
    assert!(window.has("broken.ron"));
    assert!(window.harness.query_all_by_label_contains("broken.ron:2:14: 错误: 未知取值 Tabel").next().is_some());
    assert!(!window.has("给“broken.ron”改名") && window.has("删除“broken.ron”"));
}

#[test]
fn what_is_gone_is_named_when_a_view_is_opened_over_another_catalogue() {
    let mut saved = view("旧", "focus:data region:110000", Tab::Compare);
    saved.view.comparison = vec!["110000".into(), "110000-2023-1".into(), "310000".into()];
    saved.view.columns = vec!["month".into(), "focus_data".into()];
    let mut window = Window::new(&[saved]);
    let other = EMBEDDED.replace("\"data\"", "\"numbers\"").replace("\"Data\"", "\"Numbers\"");
    let other = other.replace("\"数据\"", "\"数字\"").replace("110000-2023-1", "110000-2023-7");
    open(&mut window.harness, &other.replacen("id: \"ccid-2023-3\"", "id: \"mine\"", 1));
    window.list();
    window.click("打开视图“旧”：对比 · 存于另一目录 ccid-2023-3 · focus:data region:110000");
    let session = window.session();
    assert_eq!((session.derived().line(), session.view().tab), ("region:110000 focus:data", Tab::Compare));
    assert_eq!(session.view().comparison, ["110000", "310000"]);
    assert_eq!(session.view().columns, [FieldKey::Month]);
    let notice = session.pointing().notice.clone().unwrap();
    for gone in ["“ccid-2023-3”", "“focus:data”", "“110000-2023-1”", "“focus_data”"] {
        assert!(notice.text.contains(gone), "{gone}: {}", notice.text);
    }
    assert!(notice.is_error && window.has(&notice.text));
}

#[test]
fn the_view_of_the_call_is_applied_once_its_catalogue_has_been_read() {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join("mine.ron");
    let sixth =
        EMBEDDED.replacen("focuses: [", "focuses: [\n(id: \"talent\", name: (zh: \"人才\", en: \"Talent\")),", 1);
    fs::write(&file, sixth.replacen("id: \"ccid-2023-3\"", "id: \"mine\"", 1)).unwrap();
    let mut saved = view("六", "focus:talent", Tab::Table);
    saved.catalogue = "mine".into();
    let mut window =
        Window::start(&[], Start { catalogue: Origin::File(file), view: Some(Box::new(saved)), ..Start::default() });
    window.until("the catalogue", |window| window.session().data().catalogue().id == "mine");
    assert_eq!((window.session().derived().line(), window.session().view().tab), ("focus:talent", Tab::Table));
    assert!(window.has("已打开视图“六”"));
}

#[test]
fn a_folder_that_cannot_be_used_is_said_in_the_dialog() {
    let mut window = Window::new(&[]);
    fs::remove_dir(window.folder.path().join("views")).unwrap();
    fs::write(window.folder.path().join("views"), "a file stands here").unwrap();
    window.press(CTRL, Key::S);
    window.until("a fault", |window| window.session().views().fault.is_some());
    window.type_text("甲");
    window.press(Modifiers::NONE, Key::Enter);
    window.until("a fault", |window| window.session().views().fault.is_some());
    assert_eq!(window.session().pointing().dialog, Some(Dialog::SaveView), "the name typed is not lost");
    let fault = window.session().views().fault.clone().unwrap();
    assert!(window.has(&fault), "{fault}");
}

#[test]
fn thirty_views_are_listed_by_name_and_reached_by_keys() {
    let views: Vec<Saved> = (0..30).map(|n| view(&format!("视图 {n:02}"), "", Tab::Table)).collect();
    let mut window = Window::new(&views);
    window.list();
    let listed = window.session().views().listed.clone().unwrap();
    let names: Vec<String> = listed.into_iter().map(|view| view.found.unwrap().what.name).collect();
    assert_eq!(names, views.iter().map(|view| view.name.clone()).collect::<Vec<_>>());
    // Further than the rows in sight at first.
    for _ in 0..12 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.session().pointing().notice.as_ref().unwrap().text, "已打开视图“视图 12”");
}
