//! Commands: everything a menu offers or a key does, once. Menus, tooltips, keys, palette and the help page read one table.

mod deeds;
mod keys;
mod make;
mod place;
mod reader;
mod reason;
mod table;

use egui::KeyboardShortcut;

use super::Ctx;
use crate::session::Session;
use crate::words::{DeskText, UiText as T};

use keys::Hotkey;
pub use keys::{clashes, key_text, reader_shortcuts, shortcuts, stage_shortcuts};
pub use reader::{KeyDeed, pressed, reader_clashes, reader_key_lines};
pub use table::{COMMANDS, Command};

/// All that is known of a command.
struct Entry {
    name: T,
    place: Option<MenuPlace>,
    /// Its keys, the one that menus name first.
    keys: &'static [Hotkey],
    /// Whether it can do something now.
    applies: fn(&Session) -> bool,
    /// Of a switch: whether it is on.
    is_on: Option<fn(&Session) -> bool>,
    /// The effect that it would have now, where its name alone does not say it: `筛选`.
    detail: Option<fn(&Session) -> Option<&'static str>>,
    run: fn(&Ctx<'_>),
}

/// The place of a command in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MenuPlace {
    /// The name of the menu.
    pub menu: T,
    /// The group in it; a line parts two groups.
    pub group: u8,
}

impl Command {
    /// Its name.
    pub fn name(self) -> T {
        self.entry().name
    }

    /// Its place in the menus, if it has one.
    pub fn place(self) -> Option<MenuPlace> {
        self.entry().place
    }

    /// Its key, if it has one.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.shortcuts().next()
    }

    /// All its keys.
    pub fn shortcuts(self) -> impl Iterator<Item = KeyboardShortcut> {
        self.entry().keys.iter().map(|key| key.shortcut)
    }

    /// The name with what it would do now, for menus: `撤销：筛选`.
    pub fn label(self, ctx: &Ctx<'_>) -> String {
        let name = ctx.text(self.name());
        match self.entry().detail.and_then(|detail| detail(ctx.session)) {
            Some(detail) => ctx.fill(T::NameAndStep, &[("name", &name), ("step", &detail)]),
            None => name.to_owned(),
        }
    }

    /// Name and key, for a tooltip.
    pub fn hint(self, ctx: &Ctx<'_>) -> String {
        match self.shortcut() {
            Some(key) => {
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("name", &ctx.text(self.name())), ("key", &key_text(key))];
                DeskText::WithKey.fill(ctx.lang(), &values)
            }
            None => ctx.text(self.name()).to_owned(),
        }
    }

    /// Whether it can do something now.
    pub fn applies(self, ctx: &Ctx<'_>) -> bool {
        (self.entry().applies)(ctx.session)
    }

    /// Whether what it switches is on; nothing for a command that is no switch.
    pub fn is_on(self, ctx: &Ctx<'_>) -> Option<bool> {
        self.entry().is_on.map(|is_on| is_on(ctx.session))
    }

    /// Does it.
    pub fn run(self, ctx: &Ctx<'_>) {
        (self.entry().run)(ctx);
    }
}
