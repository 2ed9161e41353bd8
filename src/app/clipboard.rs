//! The clipboard of the system, for what egui does not put there: a table as HTML beside its text.

use arboard::Clipboard as System;

/// The clipboard, opened when it is first needed. Where the system has none, or tests shall not touch it, it takes nothing.
#[derive(Default)]
pub struct Clipboard {
    is_there: bool,
    open: Option<System>,
}

impl Clipboard {
    /// The clipboard of the system, or one that takes nothing.
    pub fn new(is_there: bool) -> Clipboard {
        Clipboard { is_there, open: None }
    }

    /// Puts a table there, as HTML for what can take it and as text for the rest; whether it is there now.
    pub fn take_table(&mut self, html: String, text: String) -> bool {
        if !self.is_there {
            return false;
        }
        if self.open.is_none() {
            self.open = System::new().ok();
        }
        // On X11 the text is there as long as the one who put it: it stays open.
        self.open.as_mut().is_some_and(|open| open.set().html(html, Some(text)).is_ok())
    }
}
