//! Words of the coding in the window: what they mean, and whose they are.

use egui_kittest::kittest::Queryable as _;
use policy_atlas::session::{Action, Dialog, ThemeChoice};
use policy_atlas::words::Lang;

use crate::window::{act, window};

fn chinese() -> egui_kittest::Harness<'static, policy_atlas::app::App> {
    window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0])
}

#[test]
fn a_mark_that_the_coder_gave_is_told_from_one_of_the_source_in_the_details() {
    let mut window = chinese();
    window.get_by_label("杭州市，算法：来源点名该政策").click();
    window.run();
    window.get_by_label("来源点名该政策；编者归类");
    window.get_by_label("成都市，数据：来源点名该政策").click();
    window.run();
    assert!(window.query_by_label("来源点名该政策；编者归类").is_none(), "the report sorted it itself");
}

#[test]
fn the_help_tells_what_each_word_means() {
    let mut window = chinese();
    act(&mut window, Action::Show(Some(Dialog::Help)));
    window.get_by_label("词语的含义").click_accesskit();
    window.run();
    window.get_by_label_contains("核心：自成一章");
    window.get_by_label_contains("拟：已经决定，还没有做");
}
