//! The clipboard of the system, for what egui does not carry: HTML beside a text, there and back.

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
        // On X11 the text is there as long as the one who put it: it stays open.
        self.system().is_some_and(|open| open.set().html(html, Some(text)).is_ok())
    }

    /// The HTML beside a text, where that is still the one that is there, or that it was made of.
    pub fn html_of(&mut self, text: &str) -> Option<String> {
        let open = self.system()?;
        let lines = |text: &str| text.replace("\r\n", "\n");
        let there = open.get_text().ok().filter(|there| !there.is_empty());
        let is_same = there.is_none_or(|there| lines(&there) == lines(text));
        open.get().html().ok().filter(|_| is_same)
    }

    /// The HTML, where there is no text beside it.
    pub fn html_alone(&mut self) -> Option<String> {
        let open = self.system()?;
        let has_text = open.get_text().is_ok_and(|text| !text.is_empty());
        if has_text { None } else { open.get().html().ok().filter(|html| !html.trim().is_empty()) }
    }

    fn system(&mut self) -> Option<&mut System> {
        if !self.is_there {
            return None;
        }
        if self.open.is_none() {
            self.open = System::new().ok();
        }
        self.open.as_mut()
    }
}
