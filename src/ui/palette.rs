//! The command palette: every command by its name in either language, or by the initials of its pinyin.

use egui::{Button, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::Ctx;
use super::commands::{COMMANDS, Command, key_text};
use crate::query::matches_name;
use crate::session::Action;
use crate::words::{Lang, UiText as T};

/// What is typed, and which line is chosen.
#[derive(Default)]
pub struct Typed {
    text: String,
    line: usize,
}

/// The palette's field and list. Arrows move, Enter runs.
pub fn palette_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut Typed) {
    let list = found(ctx, typed.text.trim());
    // The arrows and Enter belong to the list, before the field sees them.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::ArrowDown) {
        typed.line += 1;
    }
    if pressed(ui, Key::ArrowUp) {
        typed.line = typed.line.saturating_sub(1);
    }
    typed.line = typed.line.min(list.len().saturating_sub(1));
    let enter = pressed(ui, Key::Enter);
    let field = TextEdit::singleline(&mut typed.text).hint_text(ctx.text(T::PaletteHint)).desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.request_focus();
    if response.changed() {
        typed.line = 0;
    }
    ui.add_space(6.0);
    let mut chosen = list.get(typed.line).copied().filter(|_| enter);
    ScrollArea::vertical().id_salt("palette").max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
        for (at, command) in list.iter().enumerate() {
            let key = command.shortcut().map(|key| key_text(&key)).unwrap_or_default();
            let button = Button::selectable(at == typed.line, command.label(ctx))
                .right_text(RichText::new(key).color(ctx.colors.weak))
                .min_size(vec2(ui.available_width(), 24.0));
            let response = ui.add(button);
            if at == typed.line {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(*command);
            }
        }
        if list.is_empty() {
            ui.label(RichText::new(ctx.text(T::NoCommand)).color(ctx.colors.weak));
        }
    });
    if let Some(command) = chosen {
        *typed = Typed::default();
        ctx.send(Action::Show(None));
        command.run(ctx, None);
    }
}

/// The commands that apply now and whose name matches, literal matches first.
fn found(ctx: &Ctx<'_>, typed: &str) -> Vec<Command> {
    let rank = |command: &Command| {
        let names = [command.name().get(Lang::Zh), command.name().get(Lang::En)];
        if typed.is_empty() { Some(0) } else { names.iter().filter_map(|name| matches_name(typed, name)).min() }
    };
    let applies = |command: &&Command| command.applies(ctx) && !matches!(command, Command::Palette | Command::Find);
    let mut list: Vec<(u8, Command)> =
        COMMANDS.iter().filter(applies).filter_map(|command| Some((rank(command)?, *command))).collect();
    list.sort_by_key(|(rank, _)| *rank);
    list.into_iter().map(|(_, command)| command).collect()
}
