//! The addresses that the window hands to the system: those of the web, and nothing else.

use egui::{OutputCommand, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use policy_atlas::app::App;
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Detail, Dialog, Effect, ThemeChoice};
use policy_atlas::words::{Lang, UiText};

use crate::window::{act, open, window};

/// A catalogue of one policy, whose source is at this address.
fn catalogue(address: &str) -> String {
    format!(
        r#"(schema: 1, id: "t", release: "1", title: (zh: "试"), scope: (zh: "试"), focuses: [(id: "compute", name: (zh: "算力"))],
        sources: [(id: "s", grade: Press, title: "来源", address: "{address}", covers: All)],
        policies: [(id: "110000-2023-1", region: "110000", title: (zh: "甲"), stage: Final)],
        statements: [(id: "S1", kind: Focus, of: Policy("110000-2023-1"), focuses: ["compute"], strength: Mentioned,
                      list: Closed, assigned_by: Coder, summary: (zh: "说"), source: "s")])"#
    )
}

/// The addresses that were opened in the last frame.
fn opened(window: &Harness<'static, App>) -> Vec<String> {
    let commands = &window.output().platform_output.commands;
    let urls = commands.iter().filter_map(|command| match command {
        OutputCommand::OpenUrl(open) => Some(open.url.clone()),
        _ => None,
    });
    urls.collect()
}

#[test]
fn only_addresses_of_the_web_are_opened() {
    for (written, link) in [
        ("https://www.gov.cn/x", Some("https://www.gov.cn/x")),
        ("www.gov.cn/x", Some("https://www.gov.cn/x")),
        ("file:///home/me/x.desktop", None),
        ("javascript:alert(1)", None),
        ("/etc/passwd", None),
    ] {
        let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
        open(&mut window, &catalogue(written));
        act(&mut window, Action::Show(Some(Dialog::Catalogue)));
        let shown = link.unwrap_or(written);
        let is_link = window.query_all_by_role_and_label(Role::Link, shown).next().is_some();
        assert_eq!(is_link, link.is_some(), "{written} in what is said of the catalogue");
        assert!(window.query_all_by_label(shown).next().is_some(), "{written} can be read there");
        act(&mut window, Action::Show(None));

        let policy = window.state().session().data().catalogue().policy_by_id("110000-2023-1").unwrap();
        act(&mut window, Action::Open(Detail { row: Row::Policy(policy), focus: None }));
        let words = UiText::OpenAddress.get(Lang::Zh);
        match link {
            Some(link) => {
                window.query_all_by_role_and_label(Role::Link, words).next().unwrap().click();
                window.step();
                assert_eq!(opened(&window), [link], "{written}");
            }
            None => {
                assert!(window.query_all_by_role_and_label(Role::Link, words).next().is_none(), "{written}");
                assert!(window.query_all_by_label(written).next().is_some(), "{written} stays text");
            }
        }
        // Whoever asks for it.
        let ctx = window.ctx.clone();
        window.state_mut().apply(&ctx, vec![Action::Do(Effect::OpenAddress(written.to_owned()))]);
        window.step();
        let is_web = written.starts_with("https:");
        assert_eq!(opened(&window).contains(&written.to_owned()), is_web, "{written}");
    }
}
