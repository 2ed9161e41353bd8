//! Keys of commands: which key means what while a text is typed, and how a key is written.

use egui::text_selection::LabelSelectionState;
use egui::{Event, Key, KeyboardShortcut, Modifiers, Popup, Ui};

use super::{COMMANDS, Command};
use crate::session::{Action, Notice};
use crate::ui::Ctx;
use crate::words::UiText as T;

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
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Slash => "/",
        key => key.name(),
    }
}

/// Shortcuts that two commands share.
pub fn clashes() -> Vec<(Command, Command)> {
    let mut found = Vec::new();
    for (i, one) in COMMANDS.iter().enumerate() {
        for other in COMMANDS.iter().skip(i + 1) {
            if one.shortcuts().any(|key| other.shortcuts().any(|same| same == key)) {
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

/// The same while a text is read, which has keys of its own.
pub fn reader_shortcuts(ui: &Ui, ctx: &Ctx<'_>) {
    const WHILE_READING: &[Command] = &[
        Command::Undo,
        Command::Redo,
        Command::Help,
        Command::Quit,
        Command::ZoomIn,
        Command::ZoomOut,
        Command::ZoomReset,
    ];
    if ctx.session.pointing().dialog.is_none() {
        by_key(ui, ctx, WHILE_READING);
    }
}

/// The same on stage, where other keys mean other things.
pub fn stage_shortcuts(ui: &Ui, ctx: &Ctx<'_>) {
    const ON_STAGE: &[Command] = &[Command::Quit, Command::ZoomIn, Command::ZoomOut, Command::ZoomReset];
    by_key(ui, ctx, ON_STAGE);
}

fn by_key(ui: &Ui, ctx: &Ctx<'_>, commands: &[Command]) {
    let is_typing = ui.ctx().text_edit_focused();
    // A list that is open is closed before what lies behind it.
    let is_of_list = |key: &Hotkey| key.shortcut.logical_key == Key::Escape && Popup::is_any_open(ui.ctx());
    let mut keys: Vec<(Command, &Hotkey)> =
        commands.iter().flat_map(|command| command.entry().keys.iter().map(|key| (*command, key))).collect();
    keys.sort_by_key(|(_, key)| std::cmp::Reverse(key.shortcut.modifiers.shift));
    for (command, key) in keys {
        let is_of_field = key.typing == Typing::Field && (is_typing || command == Command::Copy && is_selecting(ui));
        if is_of_field || is_of_list(key) {
            continue;
        }
        if command.applies(ctx) {
            if is_pressed(ui, command, key.shortcut) {
                command.run(ctx);
                return;
            }
        } else if command == Command::Read && is_pressed(ui, command, key.shortcut) {
            // Nothing in sight says that this key needs a policy.
            ctx.send(Action::Notify(Some(Notice { text: ctx.text(T::ReadNeedsPolicy).to_owned(), is_error: false })));
            return;
        }
    }
}

/// Whether text of a label is selected, which is what is copied then.
fn is_selecting(ui: &Ui) -> bool {
    ui.ctx().plugin_opt::<LabelSelectionState>().is_some_and(|labels| labels.lock().has_selection())
}

/// Whether a key was pressed, which is nobody else's then. The key for copying comes as a wish of the system.
fn is_pressed(ui: &Ui, command: Command, shortcut: KeyboardShortcut) -> bool {
    ui.input_mut(|input| {
        let all = input.events.len();
        input.events.retain(|event| command != Command::Copy || *event != Event::Copy);
        input.events.len() < all || input.consume_shortcut(&shortcut)
    })
}
