//! The editor of walks in the window: built, edited, saved, opened and kept by what a user sees.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Theme, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use policy_atlas::app::Start;
use policy_atlas::catalogue::EMBEDDED;
use policy_atlas::cli::Done;
use policy_atlas::look::{DARK, LIGHT};
use policy_atlas::session::{Action, Answer, Dialog, Preference, Staging, ThemeChoice, ViewChange, Walking};
use policy_atlas::view::Tab;
use policy_atlas::walk::{Edit, Walk};
use policy_atlas::words::Lang;

use crate::cli::run;
use crate::views_window::{CTRL, Window};
use crate::window::{act, open};

const NONE: Modifiers = Modifiers::NONE;

/// The places and pages of the walk in hand, by their titles.
fn titles(window: &Window) -> Vec<String> {
    let (walk, session) = (window.session().walk(), window.session());
    walk.steps.iter().map(|step| step.slide.title(session.data().catalogue(), session.lang())).collect()
}

/// The accessible name of the widget that has the keyboard.
#[allow(clippy::redundant_closure_for_method_calls, reason = "the path is not general enough")]
fn focused(window: &Window) -> String {
    let mut all = window.harness.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused()));
    all.find_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).unwrap_or_default()
}

fn editor() -> Window {
    let mut window = Window::new(&[]);
    window.press(CTRL, Key::F5);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Walk));
    window
}

fn walks(window: &Window) -> PathBuf {
    window.folder.path().join("walks")
}

/// The walks in a folder, without what is being written.
fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| name.into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".ron")).collect();
    names.sort();
    names
}

fn read(path: &Path) -> Walk {
    Walk::read(&fs::read(path).unwrap()).unwrap()
}

/// Saves the walk in hand, which is in no file yet, under a name.
fn save(window: &mut Window, name: &str) {
    window.press(CTRL, Key::S);
    window.until("the list", |window| window.session().tour().shelf().listed.is_some());
    window.type_text(name);
    window.press(NONE, Key::Enter);
    window.until("saved", |window| window.session().pointing().dialog == Some(Dialog::Walk));
}

#[test]
fn the_ready_walk_is_listed_and_edited_by_keys_alone() {
    let mut window = editor();
    assert!(window.has("14 步") && window.has("现成的巡讲，修改后另成一份"));
    assert_eq!(focused(&window), "第 1 步：各地提到的方向、总览");
    window.press(NONE, Key::ArrowDown);
    assert_eq!(focused(&window), "第 2 步：成都市、地区");
    window.press(NONE, Key::End);
    assert_eq!(focused(&window), "第 14 步：小结");
    window.press(NONE, Key::Home);
    window.press(NONE, Key::ArrowDown);
    // The step goes down, and the keyboard with it.
    window.press(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(titles(&window)[1..4], ["深圳市", "成都市", "杭州市"]);
    assert_eq!(focused(&window), "第 3 步：成都市、地区");
    assert!(window.has("有未保存的修改"));
    window.press(CTRL, Key::ArrowUp);
    assert_eq!(titles(&window)[1..4], ["成都市", "深圳市", "杭州市"]);
    window.press(CTRL, Key::D);
    assert_eq!(titles(&window)[1..4], ["成都市", "成都市", "深圳市"]);
    assert_eq!(focused(&window), "第 3 步：成都市、地区");
    window.press(NONE, Key::Delete);
    assert_eq!(titles(&window)[1..4], ["成都市", "深圳市", "杭州市"]);
    assert_eq!(focused(&window), "第 3 步：深圳市、地区");
    window.press(NONE, Key::Space);
    assert_eq!(focused(&window), "第 3 步：深圳市、地区、跳过");
    // Each of the five is one step back, and the first leads to the ready walk.
    for _ in 0..5 {
        window.press(CTRL, Key::Z);
    }
    assert!(window.session().tour().is_ready() && !window.session().tour().undoes() && !window.has("有未保存的修改"));
    window.press(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(titles(&window)[1..3], ["深圳市", "成都市"]);
    // Not one of the keys has reached what lies behind.
    assert_eq!(window.session().history().undoes(), None);
    window.press(NONE, Key::Escape);
    assert_eq!(window.session().pointing().dialog, None);
}

#[test]
fn a_step_is_named_timed_and_given_notes_in_fields_with_names() {
    let mut window = editor();
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::F2);
    // A blank at the end is not taken away while more may follow.
    for piece in ["天府 ", "之国"] {
        window.type_text(piece);
    }
    // Esc leaves the field, and the editor stays.
    window.press(NONE, Key::Escape);
    assert_eq!(focused(&window), "第 2 步：天府 之国、地区");
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Walk));
    let mut field = |label: &str, text: &str| {
        window.harness.get_by_role_and_label(role(label), label).focus();
        window.harness.run();
        window.harness.get_by_role_and_label(role(label), label).type_text(text);
        window.harness.run();
        window.press(NONE, Key::Escape);
    };
    field("时间（分:秒）", "2:30");
    field("备注（观众看不到）", "# 要点\n- 一");
    field("巡讲名称", "给市里讲");
    let walk = window.session().walk();
    let step = &walk.steps[1];
    assert_eq!((step.seconds, step.notes.as_str(), step.slide.name.as_str()), (Some(150), "# 要点\n- 一", "天府 之国"));
    assert!(walk.name.contains("给市里讲"), "{}", walk.name);
    assert_eq!(focused(&window), "第 2 步：天府 之国、地区、2:30、有备注");
    assert!(window.has("合计 2:30，另有 13 步未设定时间"));
    // A time that is none is said, and the one that holds stays.
    window.harness.get_by_role_and_label(Role::TextInput, "时间（分:秒）").focus();
    window.harness.run();
    window.type_text(":9x");
    assert!(window.has("写成 分:秒，如 2:30"));
    assert_eq!(window.session().walk().steps[1].seconds, Some(150));
    window.press(NONE, Key::Escape);
    for _ in 0..4 {
        window.press(CTRL, Key::Z);
    }
    assert!(window.session().tour().is_ready(), "each field was one step back");
}

fn role(label: &str) -> Role {
    if label.starts_with("备注") { Role::MultilineTextInput } else { Role::TextInput }
}

#[test]
fn the_buttons_of_a_step_do_what_they_say() {
    let mut window = editor();
    window.harness.get_by_role_and_label(Role::Row, "第 3 步：深圳市、地区").click();
    window.harness.run();
    assert_eq!(window.session().tour().at(), 2);
    window.click("▲ 上移");
    assert_eq!(titles(&window)[1], "深圳市");
    window.click("▼ 下移");
    window.click("跳过");
    assert!(window.session().walk().steps[2].skip);
    window.click("取消跳过");
    window.click("复制");
    assert_eq!(titles(&window)[2..4], ["深圳市", "深圳市"]);
    window.click("删除");
    window.click("撤销");
    window.click("重做");
    assert_eq!(titles(&window).len(), 14);
    window.click("加入当前画面");
    assert_eq!((titles(&window)[4].as_str(), window.session().tour().at()), ("各地提到的方向", 4));
}

#[test]
fn a_step_is_dragged_to_another_place() {
    let mut window = editor();
    let row = |window: &Window, n: usize| {
        let rows = window.harness.get_all_by_role(Role::Row);
        let steps = rows.filter(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with('第')));
        steps.map(|row| row.rect()).nth(n).unwrap().center()
    };
    let (from, to) = (row(&window, 1), row(&window, 4));
    window.harness.drag_at(from);
    window.harness.run();
    for part in [0.3, 0.6, 1.0] {
        window.harness.hover_at(from + (to - from) * part + egui::vec2(0.0, 6.0));
        window.harness.run();
    }
    window.harness.drop_at(pos2(to.x, to.y + 6.0));
    window.harness.run();
    assert_eq!(titles(&window)[1..6], ["深圳市", "杭州市", "北京市", "成都市", "廊坊市"]);
    assert_eq!(window.session().tour().at(), 4);
    assert_eq!(focused(&window), "第 5 步：成都市、地区");
    window.press(CTRL, Key::Z);
    assert!(window.session().tour().is_ready());
}

#[test]
fn regions_of_the_filter_are_walked_in_one_action_and_a_view_is_added_in_another() {
    let mut window = Window::new(&[]);
    act(&mut window.harness, crate::typed("方向:数据"));
    window.press(CTRL, Key::G);
    assert_eq!(titles(&window), ["各地提到的方向", "北京市", "杭州市", "成都市", "小结"]);
    assert!(window.has("第 2 步：北京市、地区 · 方向：数据"));
    window.click("逐地讲解这些地区 ▼");
    window.click("按来源所述的重视");
    assert_eq!(titles(&window).len(), 5);
    window.press(NONE, Key::Escape);
    act(&mut window.harness, ViewChange::Tab(Tab::Charts));
    window.press(CTRL, Key::M);
    assert!(window.has("已加入巡讲：第 5 步“各月政策数”"));
    window.press(CTRL, Key::Num1);
    // An open place has a button for it.
    window.harness.get_by_role_and_label(Role::Link, "北京市").click();
    window.harness.run();
    window.click("加入巡讲");
    assert_eq!(titles(&window)[4..], ["各月政策数", "北京市", "小结"]);
}

#[test]
fn without_a_step_the_editor_says_what_to_do_next() {
    let mut window = editor();
    window.click("新建 ▼");
    window.click("空白的巡讲");
    assert!(window.has("这个巡讲还没有步骤") && window.has("各步都还没有设定时间"));
    assert_eq!(focused(&window), "逐地讲解这些地区 ▼");
    window.click("加入当前画面");
    assert_eq!(titles(&window), ["各地提到的方向"]);
    window.click("删除");
    assert!(window.has("这个巡讲还没有步骤"));
    window.press(CTRL, Key::Z);
    assert_eq!(titles(&window), ["各地提到的方向"]);
}

#[test]
fn a_walk_is_saved_checked_by_the_command_line_and_opened_again() {
    let mut window = editor();
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Space);
    save(&mut window, "../给市里: 讲");
    assert!(window.has("文件：给市里-讲.ron") && !window.has("有未保存的修改"));
    let path = walks(&window).join("给市里-讲.ron");
    let walk = read(&path);
    assert_eq!((walk.steps.len(), walk.steps[1].skip, walk.sha256.len()), (14, true, 64));
    let checked = run(&["walk", "check", path.to_str().unwrap()]);
    assert_eq!((checked.done, checked.out.as_str()), (Done::Exit(0), ""), "{}", checked.err);

    // To the same file without a question; what was written by hand stays where only the name is another.
    let by_hand = fs::read_to_string(&path).unwrap().replacen('(', "( // mine\n", 1);
    fs::write(&path, &by_hand).unwrap();
    window.press(CTRL, Key::O);
    window.until("the list", |window| window.session().tour().shelf().listed.is_some());
    window.click("打开巡讲“../给市里: 讲”：14 步 · 目录第 2026.2 版");
    act(&mut window.harness, policy_atlas::session::Walking::from(Edit::Name("另一个名称".into())));
    window.press(CTRL, Key::S);
    window.until("saved", |window| !window.session().tour().is_unsaved());
    assert_eq!(fs::read_to_string(&path).unwrap(), by_hand.replacen("../给市里: 讲", "另一个名称", 1));

    // Another name is another file, and one that is taken is said.
    window.press(CTRL | Modifiers::SHIFT, Key::S);
    window.type_text("另一个名称");
    assert!(window.has("已有同名巡讲，保存会替换它") && window.has("替换"));
    window.press(CTRL, Key::A);
    window.type_text("第三个");
    window.press(NONE, Key::Enter);
    window.until("saved", |window| window.session().pointing().dialog == Some(Dialog::Walk));
    assert_eq!(files(&walks(&window)), ["第三个.ron", "给市里-讲.ron"]);
    // Esc in the list leads back to the editor, and not away.
    window.press(CTRL, Key::O);
    window.press(NONE, Key::Escape);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Walk));
}

#[test]
fn two_windows_do_not_write_over_each_other() {
    let mut window = editor();
    window.press(NONE, Key::Space);
    save(&mut window, "同一个");
    let path = walks(&window).join("同一个.ron");
    let theirs = fs::read_to_string(&path).unwrap().replacen("notes: \"\"", "notes: \"theirs\"", 1);
    fs::write(&path, &theirs).unwrap();
    window.press(NONE, Key::Delete);
    window.press(CTRL, Key::S);
    window.until("a fault", |window| window.session().tour().shelf().fault.is_some());
    let fault = window.session().tour().shelf().fault.clone().unwrap();
    assert!(fault.starts_with("同一个.ron 在别处改动过") && window.has(&fault), "{fault}");
    assert!(window.session().tour().is_unsaved());
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    // Replacing it is a choice of its own.
    window.press(CTRL | Modifiers::SHIFT, Key::S);
    window.until("the list", |window| window.has("替换"));
    window.press(NONE, Key::Enter);
    window.until("saved", |window| !window.session().tour().is_unsaved());
    assert_eq!(read(&path).steps.len(), 13);
}

#[test]
fn unsaved_edits_are_asked_for_before_another_walk_is_taken() {
    let mut window = editor();
    window.press(NONE, Key::Delete);
    window.click("新建 ▼");
    window.click("空白的巡讲");
    assert!(window.has("“各地政策巡讲”有未保存的修改。先保存吗？"));
    assert_eq!((focused(&window).as_str(), titles(&window).len()), ("先保存", 13));
    window.press(NONE, Key::Escape);
    assert_eq!((window.session().pointing().dialog, titles(&window).len()), (Some(Dialog::Walk), 13));
    window.click("新建 ▼");
    window.click("空白的巡讲");
    window.click("先保存");
    window.until("the list", |window| window.session().tour().shelf().listed.is_some());
    window.press(NONE, Key::Enter);
    window.until("saved", |window| window.session().walk().steps.is_empty());
    assert_eq!(read(&walks(&window).join("各地政策巡讲.ron")).steps.len(), 13);
    window.click("加入当前画面");
    window.click("新建 ▼");
    window.click("现成的巡讲");
    window.click("不保存，换成另一份");
    assert!(window.session().tour().is_ready() && titles(&window).len() == 14);
}

#[test]
fn what_was_not_saved_is_in_hand_again_at_the_next_start() {
    let mut window = editor();
    window.press(NONE, Key::Delete);
    window.press(NONE, Key::F2);
    window.type_text("没有存");
    let edited = window.session().walk();
    let Window { harness, folder } = window;
    drop(harness);
    let unsaved = folder.path().join("walks/unsaved");
    assert_eq!(files(&unsaved), ["各地政策巡讲.ron"]);
    assert!(files(&folder.path().join("walks")).is_empty(), "it is not put among the saved ones");

    let mut window = Window::over(folder, Start::default());
    assert_eq!(window.session().walk(), edited);
    assert!(window.session().tour().is_unsaved());
    let notice = window.session().pointing().notice.clone().unwrap().text;
    assert!(notice.starts_with("上次没有保存的巡讲“各地政策巡讲”还在") && window.has(&notice), "{notice}");
    // Once it is saved nothing of it is left there.
    window.press(CTRL, Key::F5);
    save(&mut window, "存了");
    let Window { harness, folder } = window;
    drop(harness);
    assert!(files(&folder.path().join("walks/unsaved")).is_empty());
    assert_eq!(files(&folder.path().join("walks")), ["存了.ron"]);
    let window = Window::over(folder, Start::default());
    assert!(window.session().tour().is_ready() && window.session().pointing().notice.is_none());
}

#[test]
fn a_second_window_leaves_what_a_living_first_one_keeps() {
    let mut first = editor();
    first.press(NONE, Key::Delete);
    let unsaved = walks(&first).join("unsaved");
    first.until("kept", |_| files(&unsaved).len() == 1);
    // The second one has the ready walk in hand, edits it and keeps its edits beside those of the first.
    let beside = |first: &Window| {
        let start = Start { settings: Some(first.folder.path().join("settings.ron")), ..Start::default() };
        Window::over(tempfile::tempdir().unwrap(), start)
    };
    let mut second = beside(&first);
    assert!(second.session().tour().is_ready(), "it takes up what the first one has in hand");
    second.press(CTRL, Key::F5);
    second.press(NONE, Key::Delete);
    second.press(NONE, Key::Delete);
    drop(second);
    assert_eq!(files(&unsaved).len(), 2);
    // The next start takes up the walk of the one that ended, and discards it; the first one's is still there.
    let mut third = beside(&first);
    assert_eq!(third.session().walk().steps.len(), 12);
    act(&mut third.harness, Walking::Ready);
    act(&mut third.harness, Walking::Answer(Answer::Discard));
    third.until("discarded", |_| files(&unsaved).len() == 1);
    drop(third);
    first.press(CTRL, Key::Z);
    first.press(NONE, Key::Delete);
    let Window { harness, folder } = first;
    drop(harness);
    let left = files(&folder.path().join("walks/unsaved"));
    assert_eq!(read(&folder.path().join("walks/unsaved").join(&left[0])).steps.len(), 13);
    assert_eq!(left.len(), 1);
}

#[test]
fn a_policy_that_has_vanished_is_named_and_the_rest_of_its_step_is_shown() {
    let mut window = editor();
    save(&mut window, "旧");
    let path = walks(&window).join("旧.ron");
    let before = fs::read(&path).unwrap();
    let other = EMBEDDED.replace("110000-2023-1", "110000-2023-7");
    open(&mut window.harness, &other);
    window.press(CTRL, Key::F5);
    window.until("the editor", |window| window.session().tour().sheet().is_some());
    let row = "第 5 步：北京市、地区、与打开的目录有 1 处不符";
    assert!(window.has(row) && window.has("只告诉你，观众看不到："));
    window.harness.get_by_role_and_label(Role::Row, row).click();
    window.harness.run();
    assert!(window.has("目录里没有政策“110000-2023-1”了"));
    assert_eq!(titles(&window).len(), 14, "the step is still there");
    assert_eq!(fs::read(&path).unwrap(), before, "the file keeps what it had");
    // The command line names it as well.
    let catalogue = window.folder.path().join("other.ron");
    fs::write(&catalogue, &other).unwrap();
    let checked = run(&["walk", "check", path.to_str().unwrap(), "--catalogue", catalogue.to_str().unwrap()]);
    assert!(checked.done == Done::Exit(1) && checked.out.contains("110000-2023-1"), "{} {}", checked.out, checked.err);
    // Taken as it is, nothing is missing any more.
    window.click("改用打开的目录");
    assert!(window.has("第 5 步：北京市、地区") && !window.has("只告诉你，观众看不到："));
}

#[test]
fn a_show_begins_at_the_chosen_step() {
    for by_key in [true, false] {
        let mut window = editor();
        window.press(NONE, Key::ArrowDown);
        window.press(NONE, Key::ArrowDown);
        assert!(window.has("从第 3 步演示（F5）"));
        if by_key {
            window.press(NONE, Key::F5);
        } else {
            window.click("从第 3 步演示（F5）");
        }
        let stage = window.session().stage().expect("a show");
        assert_eq!((stage.show().step(), window.session().pointing().dialog), (2, None));
        assert!(!window.session().tour().is_unsaved());
    }
}

#[test]
fn the_editor_says_where_a_show_begins_and_passes_over_what_is_skipped() {
    let mut window = editor();
    assert!(window.has("从头演示（F5）"));
    window.press(NONE, Key::ArrowDown);
    window.press(NONE, Key::Space);
    assert!(window.has("从第 3 步演示（F5）"), "step 2 is skipped");
    window.press(NONE, Key::F5);
    assert_eq!(window.session().stage().expect("a show").show().step(), 2);
    act(&mut window.harness, Staging::End);
    act(&mut window.harness, Action::Show(Some(Dialog::Walk)));
    assert!(window.has("从第 3 步继续（F5）"), "the show ended there");
}

#[test]
fn a_walk_of_sixty_steps_is_gone_through_by_keys_and_stays_in_sight() {
    let mut window = editor();
    for _ in 0..46 {
        act(&mut window.harness, policy_atlas::session::Walking::from(Edit::Duplicate(1)));
    }
    window.harness.get_by_role_and_label(Role::Row, "第 1 步：各地提到的方向、总览").click();
    window.harness.run();
    for _ in 0..59 {
        window.press(NONE, Key::ArrowDown);
    }
    let last = "第 60 步：小结";
    assert_eq!(focused(&window), last);
    let rect = window.harness.get_by_role_and_label(Role::Row, last).rect();
    assert!(rect.bottom() < 760.0, "{rect}");
    window.press(NONE, Key::PageUp);
    assert!(window.session().tour().at() < 55);
}

#[test]
fn the_editor_speaks_english_and_every_button_has_a_name() {
    let mut window = editor();
    act(&mut window.harness, Action::Prefer(Preference::Lang(Lang::En)));
    assert!(window.has("Step 2: Chengdu, Place") && window.has("Walk these places ▼"));
    for node in window.harness.get_all_by_role(Role::Button) {
        let label = node.accesskit_node().label().unwrap_or_default();
        assert!(!label.trim().is_empty(), "a button without a name at {:?}", node.rect());
        let han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        assert!(!label.contains(han) || label == "中 / EN" || label.contains("中文"), "{label}");
    }
}

#[test]
fn the_picture_of_a_step_is_as_dark_as_the_window() {
    let mut window = editor();
    for (choice, system, ground) in [
        (ThemeChoice::Dark, Theme::Light, DARK.surface),
        (ThemeChoice::Light, Theme::Dark, LIGHT.surface),
        (ThemeChoice::System, Theme::Dark, DARK.surface),
        (ThemeChoice::System, Theme::Light, LIGHT.surface),
    ] {
        window.harness.input_mut().system_theme = Some(system);
        act(&mut window.harness, Action::Prefer(Preference::Theme(choice)));
        window.harness.run();
        assert_eq!(window.session().tour().preview().unwrap().ground, ground, "{choice:?} on {system:?}");
    }
}

#[test]
fn the_editor_shows_the_step_it_edits_and_leads_to_its_handout() {
    let mut window = editor();
    assert!(window.has("第 1 步的画面：各地提到的方向"));
    window.press(NONE, Key::ArrowDown);
    assert!(window.has("第 2 步的画面：成都市") && !window.has("第 1 步的画面：各地提到的方向"));
    let page = window.session().tour().preview().unwrap().labels().map(|label| label.text.clone()).collect::<String>();
    assert!(page.contains("成都市"), "{page}");
    window.harness.get_by_label("讲义…").click();
    window.harness.run();
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Handout));
    window.harness.get_by_label("每页 6 幅").click();
    window.harness.run();
    assert!(window.has("只有观众看到的画面"));
    let path = window.folder.path().join("讲义.pdf");
    let what = policy_atlas::session::Output::Handout(policy_atlas::export::walk::Handout::Six);
    let write = policy_atlas::session::Effect::WriteNew { path: path.clone(), what };
    act(&mut window.harness, Action::Do(write));
    window.until("written", |_| path.exists());
    assert!(fs::read(path).unwrap().starts_with(b"%PDF"));
}
