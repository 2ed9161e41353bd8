//! A clipboard of HTML alone: egui pastes text, and of such a clipboard nothing.

use egui::{Context, Event, FullOutput, Key, Plugin, RawInput, ViewportCommand};

use super::clipboard::Clipboard;
use crate::intake::text_of_html;

/// Pastes the text of the HTML where a paste was asked for and no text came.
pub struct HtmlPaste {
    clipboard: Clipboard,
    asked: Asked,
}

impl HtmlPaste {
    /// Pastes from the clipboard of the system, or nothing where tests shall not touch it.
    pub fn new(is_there: bool) -> HtmlPaste {
        HtmlPaste { clipboard: Clipboard::new(is_there), asked: Asked::default() }
    }
}

impl Plugin for HtmlPaste {
    fn debug_name(&self) -> &'static str {
        "a clipboard of HTML alone"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        if self.asked.in_vain(&input.events)
            && let Some(html) = self.clipboard.html_alone()
        {
            input.events.push(Event::Paste(text_of_html(&html)));
        }
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let mut commands = output.viewport_output.values().flat_map(|viewport| &viewport.commands);
        self.asked.by_button |= commands.any(|command| matches!(command, ViewportCommand::RequestPaste));
    }
}

/// The asking for a paste, and what was told of it.
#[derive(Default)]
struct Asked {
    /// A button asked in the last frame.
    by_button: bool,
    /// V went down as a letter, or pasted a text: as a command it is not told of.
    is_told: bool,
}

impl Asked {
    /// Whether a paste was asked for, by a button or by the keys, and these events bring none.
    fn in_vain(&mut self, events: &[Event]) -> bool {
        let mut is_asked = std::mem::take(&mut self.by_button);
        let mut is_pasted = false;
        for event in events {
            match event {
                Event::Paste(_) => (self.is_told, is_pasted) = (true, true),
                Event::Key { key: Key::V, pressed: true, .. } => self.is_told = true,
                Event::Key { key: Key::V, pressed: false, modifiers, .. } => {
                    is_asked |= modifiers.command && !self.is_told;
                    self.is_told = false;
                }
                _ => {}
            }
        }
        is_asked && !is_pasted
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    #[test]
    fn a_paste_is_asked_for_in_vain_where_no_text_comes() {
        let key =
            |pressed, modifiers| Event::Key { key: Key::V, physical_key: None, pressed, repeat: false, modifiers };
        let text = || Event::Paste("text".to_owned());
        let (down, up) = (|| key(true, Modifiers::NONE), || key(false, Modifiers::COMMAND));
        for (frames, expected) in [
            (vec![vec![up()]], true),
            (vec![vec![text()], vec![up()]], false),
            (vec![vec![text(), up()]], false),
            (vec![vec![down()], vec![up()]], false),
            (vec![vec![text()], vec![up()], vec![up()]], true),
            (vec![vec![key(false, Modifiers::NONE)]], false),
        ] {
            let mut asked = Asked::default();
            let told: Vec<bool> = frames.iter().map(|events| asked.in_vain(events)).collect();
            assert_eq!(told.last(), Some(&expected), "{frames:?}");
        }
        for (events, expected) in [(vec![], true), (vec![text()], false)] {
            let mut asked = Asked { by_button: true, ..Asked::default() };
            assert_eq!((asked.in_vain(&events), asked.in_vain(&[])), (expected, false), "{events:?}");
        }
    }
}
