//! Keys of commands: which key means what while a text is typed, and how a key is written.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::{COMMANDS, Command};
use crate::ui::Ctx;

/// The key of a command.
pub(super) struct Hotkey {
    pub(super) shortcut: KeyboardShortcut,
    typing: Typing,
}

/// The owner of a key while the keyboard is in a text field.
#[derive(PartialEq)]
enum Typing {
    /// The command's.
    Command,
    /// The field's.
    Field,
}

impl Hotkey {
    const fn new(modifiers: Modifiers, key: Key) -> Hotkey {
        Hotkey { shortcut: KeyboardShortcut::new(modifiers, key), typing: Typing::Command }
    }

    /// The same, left to a text field that has the keyboard.
    pub(super) const fn unless_typing(self) -> Hotkey {
        Hotkey { typing: Typing::Field, ..self }
    }
}

/// A key alone.
pub(super) const fn plain(key: Key) -> Hotkey {
    Hotkey::new(Modifiers::NONE, key)
}

/// A key with Shift.
pub(super) const fn shift(key: Key) -> Hotkey {
    Hotkey::new(Modifiers::SHIFT, key)
}

/// A key with Ctrl.
pub(super) const fn ctrl(key: Key) -> Hotkey {
    Hotkey::new(Modifiers::COMMAND, key)
}

/// A key with Ctrl and Shift.
pub(super) const fn ctrl_shift(key: Key) -> Hotkey {
    Hotkey::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// `Ctrl+Shift+Z`.
pub fn key_text(shortcut: KeyboardShortcut) -> String {
    let mut out = String::new();
    for (held, name) in
        [(shortcut.modifiers.command, "Ctrl+"), (shortcut.modifiers.shift, "Shift+"), (shortcut.modifiers.alt, "Alt+")]
    {
        if held {
            out += name;
        }
    }
    out + match shortcut.logical_key {
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Escape => "Esc",
        key => key.name(),
    }
}

/// Shortcuts that two commands share.
pub fn clashes() -> Vec<(Command, Command)> {
    let mut found = Vec::new();
    for (i, one) in COMMANDS.iter().enumerate() {
        for other in COMMANDS.iter().skip(i + 1) {
            if one.shortcut().is_some() && one.shortcut() == other.shortcut() {
                found.push((*one, *other));
            }
        }
    }
    found
}

/// Does what a key was pressed for. Keys with more modifiers come first; Esc is left to dialogs and text fields.
pub fn shortcuts(ui: &Ui, ctx: &Ctx<'_>) {
    // What lies behind a dialog stays as it is.
    if ctx.session.pointing().dialog.is_none() {
        by_key(ui, ctx, COMMANDS);
    }
}

/// The same on stage, where other keys mean other things.
pub fn stage_shortcuts(ui: &Ui, ctx: &Ctx<'_>) {
    const ON_STAGE: &[Command] = &[Command::Quit, Command::ZoomIn, Command::ZoomOut, Command::ZoomReset];
    by_key(ui, ctx, ON_STAGE);
}

fn by_key(ui: &Ui, ctx: &Ctx<'_>, commands: &[Command]) {
    let is_typing = ui.ctx().text_edit_focused();
    let mut keys: Vec<(Command, &Hotkey)> =
        commands.iter().filter_map(|command| Some((*command, command.entry().key.as_ref()?))).collect();
    keys.sort_by_key(|(_, key)| std::cmp::Reverse(key.shortcut.modifiers.shift));
    for (command, key) in keys {
        let is_of_field = is_typing && key.typing == Typing::Field;
        if is_of_field || !command.applies(ctx) {
            continue;
        }
        if ui.input_mut(|input| input.consume_shortcut(&key.shortcut)) {
            command.run(ctx);
            return;
        }
    }
}
