//! Texts of policies on their way in: files and clips, read on a thread.

use std::path::Path;
use std::time::Instant;

use egui::Context;

use super::App;
use super::effects::{TOO_FAST, file_name};
use super::inbox::{DialogPurpose, News};
use crate::catalogue::{BETWEEN_CELLS, sha256};
use crate::intake::{Clip, DocumentParagraph, MOST_DOCUMENT_BYTES, read_copied, read_document};
use crate::session::{IncomingText, Mining, ReadingStep, TextFrom};
use crate::store;
use crate::words::{Lang, ReaderText as T};

/// The suffixes of texts in a file dialog.
const SUFFIXES: [&str; 6] = ["docx", "ofd", "html", "htm", "txt", "md"];

impl App {
    /// Asks for the file of a text.
    pub(super) fn pick_text(&mut self, ctx: &Context) {
        let kind = T::TheText.get(self.session.lang());
        let began = self.inbox.beside("pick a text", move |post| {
            let start = Instant::now();
            match rfd::FileDialog::new().add_filter(kind, &SUFFIXES).pick_file() {
                Some(path) => post.send(News::Mine(Mining::Read(ReadingStep::Read(TextFrom::File(path))))),
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(DialogPurpose::Text)),
                None => {}
            }
        });
        self.ask_without_dialog(ctx, &began, DialogPurpose::Text);
    }

    /// Reads what was pasted as a text, with the HTML beside it.
    pub(super) fn read_text_clip(&mut self, ctx: &Context, text: String) {
        let html = self.clipboard.html_of(&text);
        self.apply(ctx, vec![ReadingStep::Read(TextFrom::Clip(Clip { text, html })).into()]);
    }

    /// Reads a text, on a thread.
    pub(super) fn read_text(&mut self, ctx: &Context, number: u64, from: TextFrom) {
        let lang = self.session.lang();
        let step = move |read: Result<IncomingText, String>| match read {
            Ok(text) => ReadingStep::Taken(number, Box::new(text)),
            Err(why) => ReadingStep::Failed(number, why),
        };
        let began = self.inbox.beside("read a text", move |post| {
            post.send(News::Mine(Mining::Read(step(incoming(&from, lang)))));
        });
        if let Err(error) = began {
            self.apply(ctx, vec![step(Err(error.to_string())).into()]);
        }
    }
}

/// The paragraphs of a text; else the reason why it has none.
fn incoming(from: &TextFrom, lang: Lang) -> Result<IncomingText, String> {
    let (from, read) = match from {
        TextFrom::Clip(clip) => (None, read_copied(clip)),
        TextFrom::File(path) => {
            let bytes = read_up_to(path, lang)?;
            (Some((file_name(path), sha256(&bytes))), read_document(&bytes, None))
        }
    };
    let read = read.map_err(|fault| fault.message(lang))?;
    let told = read.told(lang).join(lang.semicolon());
    // A catalogue has no tabs.
    let text = |paragraph: DocumentParagraph| paragraph.text.replace('\t', BETWEEN_CELLS);
    let paragraphs = read.paragraphs.into_iter().map(text).collect();
    Ok(IncomingText { from, paragraphs, told })
}

fn read_up_to(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    store::read_up_to(path, MOST_DOCUMENT_BYTES as u64).map_err(|fault| fault.message(lang))
}
