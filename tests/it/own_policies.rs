//! The user's own policies in the window: added, counted with the others, edited, undone, and found again by the next start.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use policy_atlas::app::Start;
use policy_atlas::catalogue::{File, load_stack};
use policy_atlas::session::Dialog;

use crate::views_window::{CTRL, Window};
use crate::window::act;

fn window() -> Window {
    Window::new(&[])
}

fn layer(window: &Window) -> Option<String> {
    fs::read_to_string(window.folder.path().join("layers/ccid-2023-3.ron")).ok()
}

/// Types into the field with this name.
fn fill(window: &mut Window, name: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.harness.run();
    window.type_text(text);
}

fn add(window: &mut Window, place: &str, title: &str) {
    window.press(CTRL, Key::N);
    assert_eq!(window.session().pointing().dialog, Some(Dialog::Policy));
    window.type_text(place);
    window.press(Modifiers::NONE, Key::Enter);
    fill(window, "题名", title);
}

fn save(window: &mut Window, policies: usize) {
    window.press(CTRL, Key::Enter);
    window.until("the catalogue with it", |window| window.session().data().catalogue().policies.len() == policies);
    window.until("its file", |window| layer(window).is_some());
}

#[test]
fn a_policy_is_added_counted_and_there_again_at_the_next_start() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    fill(&mut window, "日期", "2024-05-06");
    fill(&mut window, "算力的依据", "每年安排算力券1000万元。");
    window.harness.get_by_label("算力 实质").click();
    window.harness.run();
    save(&mut window, 13);
    assert_eq!(window.session().pointing().dialog, None);
    let shown = window.session().pointing().detail.unwrap().row.id(window.session().data().catalogue()).to_owned();
    assert_eq!(shown.get(..12), Some("340100-2024-"), "its details are open");
    assert!(window.has("我的政策"));
    // Another start has it without a word.
    let Window { harness, folder } = window;
    drop(harness);
    let again = Window::over(folder, Start::default());
    let mut again = again;
    again.until("the layer", |window| window.session().data().catalogue().policies.len() == 13);
    assert_eq!(again.session().data().own, 1);
    let text = layer(&again).unwrap();
    let base = File { name: "base", bytes: policy_atlas::catalogue::EMBEDDED.as_bytes() };
    let loaded = load_stack(&[base, File { name: "layer", bytes: text.as_bytes() }]);
    assert_eq!(loaded.problems, [], "{text}");
}

#[test]
fn one_timeline_undoes_views_and_policies_in_their_order() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let written = layer(&window).unwrap();
    act(&mut window.harness, crate::typed("合肥"));
    window.press(CTRL, Key::Z);
    assert_eq!(window.session().derived().line(), "");
    assert_eq!(window.session().data().catalogue().policies.len(), 13, "the filter first");
    window.press(CTRL, Key::Z);
    window.until("the policy gone", |window| window.session().data().catalogue().policies.len() == 12);
    window.press(CTRL | Modifiers::SHIFT, Key::Z);
    window.until("the policy back", |window| window.session().data().catalogue().policies.len() == 13);
    window.until("the same bytes", |window| layer(window).as_ref() == Some(&written));
}

#[test]
fn half_a_form_is_kept_as_a_draft_and_finished_later() {
    let mut window = window();
    window.press(CTRL, Key::N);
    fill(&mut window, "题名", "还没有地区");
    window.press(CTRL, Key::Enter);
    window.until("the draft", |window| window.session().data().catalogue().drafts.len() == 1);
    assert_eq!(window.session().data().catalogue().policies.len(), 12);
}

#[test]
fn a_file_changed_elsewhere_is_never_written_over() {
    let mut window = window();
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    let path = window.folder.path().join("layers/ccid-2023-3.ron");
    let theirs = layer(&window).unwrap().replace("合肥市示例措施", "合肥市另一题名");
    fs::write(&path, &theirs).unwrap();
    add(&mut window, "wh", "芜湖市示例措施");
    window.press(CTRL, Key::Enter);
    window.until("word of it", |window| {
        window.session().pointing().notice.as_ref().is_some_and(|notice| notice.text.contains("在别处改过"))
    });
    assert_eq!(layer(&window).unwrap(), theirs);
    let aside = fs::read_to_string(window.folder.path().join("layers/unsaved/ccid-2023-3-1.ron")).unwrap();
    assert!(aside.contains("芜湖市示例措施"), "{aside}");
}
