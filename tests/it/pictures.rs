//! Pictures of the window, painted by the software renderer: the same bytes on every machine.

use egui::{pos2, vec2};
use egui_kittest::{SnapshotOptions, SnapshotResults};
use policy_atlas::app::soft::{Damage, SoftScene};
use policy_atlas::session::{Action, Guiding, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
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
fn a_frame_painted_where_it_changed_looks_as_one_painted_whole() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1000.0, 700.0]);
    window.render().unwrap();
    for (x, y) in [(640.0, 300.0), (640.0, 340.0), (60.0, 200.0), (20.0, 15.0)] {
        window.hover_at(pos2(x, y));
        window.run();
        window.render().unwrap_or_else(|why| panic!("the pointer at {x}, {y}: {why}"));
    }
    for tab in [Tab::Table, Tab::Compare, Tab::Charts, Tab::Overview] {
        act(&mut window, ViewChange::Tab(tab));
        window.render().unwrap_or_else(|why| panic!("{tab:?}: {why}"));
    }
    window.set_size(vec2(1130.0, 720.0));
    window.run();
    window.render().unwrap();
}

#[test]
fn a_frame_that_changes_little_is_painted_in_little_of_the_window() {
    let size = [1280, 800];
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let mut damage = Damage::default();
    let mut pixels = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| -> i64 {
        let primitives = window.ctx.tessellate(window.output().shapes.clone(), 1.0);
        let scene = SoftScene { primitives: &primitives, scale: 1.0, ground: [0; 4] };
        let areas = damage.changed(&scene, size);
        areas.iter().map(|area| (area.columns[1] - area.columns[0]) * (area.rows[1] - area.rows[0])).sum()
    };
    assert_eq!(pixels(&window), 1280 * 800, "the first frame");
    window.run();
    assert_eq!(pixels(&window), 0, "a frame like the one before");
    window.hover_at(pos2(60.0, 150.0));
    window.run();
    let hovered = pixels(&window);
    assert!(hovered > 0 && hovered < 1280 * 800 / 10, "a pointer over one filter changes {hovered} pixels");
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
