//! Pictures of the first screen, painted by the software renderer: the same bytes on every machine.

use egui_kittest::{SnapshotOptions, SnapshotResults};
use policy_atlas::session::{Action, Guiding, ThemeChoice};
use policy_atlas::words::Lang;

use crate::window::{act, window};

#[test]
fn the_first_screen_looks_as_it_did() {
    let mut results = SnapshotResults::new();
    for (lang, lang_name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (theme, theme_name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
            let mut window = window(lang, theme, [1280.0, 800.0]);
            // A little tolerance for the last bit of floating point on another processor.
            let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(20usize);
            window.snapshot_options(format!("first-screen-{lang_name}-{theme_name}"), &options);
            results.extend_harness(&mut window);
        }
    }
}

#[test]
fn the_first_minutes_add_one_quiet_line() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    act(&mut window, Action::Guide(Guiding::Begin));
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(20usize);
    window.snapshot_options("first-minutes-zh-light", &options);
    let mut results = SnapshotResults::new();
    results.extend_harness(&mut window);
}
