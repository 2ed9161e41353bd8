//! The window in every state that changes what it shows: no clash of ids, no unnamed input, no missing glyph, and rest.

use egui_kittest::Harness;
use policy_atlas::app::App;
use policy_atlas::catalogue::{PolicyIdx, RegionIdx};
use policy_atlas::compare::{Among, Asked};
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Detail, Dialog, Guiding, Preference, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::window::{act, chinese, window};

/// Every panel in every state that changes what it shows.
fn every_state(window: &mut Harness<'static, App>, mut check: impl FnMut(&Harness<'static, App>, &str)) {
    for tab in Tab::ALL {
        act(window, ViewChange::Tab(tab));
        check(window, &format!("{tab:?}"));
        act(window, crate::typed("region:合肥"));
        check(window, &format!("{tab:?}, nothing found"));
        act(window, crate::typed(""));
    }
    let row = Row::Policy(PolicyIdx(4));
    act(window, Action::Open(Detail { row, focus: None }));
    check(window, "details");
    for dialog in [
        Dialog::OpenPath,
        Dialog::Export,
        Dialog::Problems,
        Dialog::Catalogue,
        Dialog::Palette,
        Dialog::Help,
        Dialog::MyRegion,
        Dialog::SaveView,
        Dialog::Views,
        Dialog::SaveMemo,
        Dialog::Handout,
        Dialog::Live,
        Dialog::SaveProfile(RegionIdx(0)),
        Dialog::Claims,
        Dialog::Cite,
    ] {
        act(window, Action::Show(Some(dialog)));
        check(window, &format!("{dialog:?}"));
        act(window, Action::Show(None));
    }
    for asked in [Asked::Focus(policy_atlas::catalogue::FocusIdx(1)), Asked::Keyword("没有".into())] {
        act(window, Action::AskWho(asked));
        check(window, "who else");
        act(window, Action::Show(None));
    }
    for guiding in [Guiding::Begin, Guiding::Next, Guiding::Next, Guiding::Next] {
        act(window, Action::Guide(guiding));
        check(window, "hints");
    }
    for code in ["540100", "320500"] {
        act(window, Action::Prefer(Preference::MyRegion(Some(code.into()))));
        check(window, "my place");
        act(window, Action::Show(None));
        act(window, Action::CompareWith(Among::All));
        check(window, "peers");
    }
    act(window, ViewChange::Mine(Some("320500".into())));
    check(window, "mine");
    act(window, ViewChange::Comparison(vec!["110000".into()]));
    check(window, "one column");
}

/// egui paints a warning over two widgets with one id.
fn id_clashes(window: &Harness<'static, App>) -> Vec<String> {
    fn texts(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => found.push(text.galley.text().to_owned()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.output().shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut found));
    found.retain(|text| text.contains("use of widget ID") || text.contains("use of ID") || text.contains("ID clash"));
    found
}

#[test]
fn no_state_has_an_id_clash_an_unnamed_input_or_a_missing_glyph() {
    for lang in [Lang::Zh, Lang::En] {
        // An unnamed input, a missing glyph and a repaint that never ends fail inside `run`.
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        every_state(&mut window, |window, state| {
            assert_eq!(id_clashes(window), Vec::<String>::new(), "{lang:?}: {state}");
        });
    }
}

#[test]
fn nothing_repaints_at_rest() {
    let mut window = chinese();
    every_state(&mut window, |window, state| {
        let delay = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
        assert!(
            delay.is_none_or(|delay| delay == std::time::Duration::MAX),
            "{state}: asks for a repaint in {delay:?}"
        );
    });
}
