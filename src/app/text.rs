//! Texts of policies on their way in: files and clips, read on a thread.

use std::path::Path;
use std::time::Instant;

use egui::Context;

use super::App;
use super::effects::{TOO_FAST, file_name};
use super::inbox::{DialogPurpose, News};
use crate::catalogue::sha256;
use crate::intake::{Clip, DocumentFault, MOST_DOCUMENT_BYTES, NoDocument, read_copied, read_document};
use crate::session::{IncomingText, Mining, ReadingStep, TextFrom, UnreadText};
use crate::store;
use crate::words::{Lang, ReaderText as T};

/// The suffixes of texts in a file dialog.
const SUFFIXES: [&str; 6] = ["docx", "ofd", "html", "htm", "txt", "md"];

/// Files that are dropped as texts although none of them is read: each says what to do instead.
const UNREAD: [&str; 4] = ["pdf", "doc", "wps", "rtf"];

/// Whether a file that is dropped is meant as the text of a policy.
pub fn is_text(path: &Path) -> bool {
    let suffix = path.extension().map(|suffix| suffix.to_string_lossy().to_lowercase());
    suffix.is_some_and(|suffix| ["docx", "ofd"].contains(&suffix.as_str()) || UNREAD.contains(&suffix.as_str()))
}

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
        let step = move |read: Result<IncomingText, UnreadText>| match read {
            Ok(text) => ReadingStep::Taken(number, Box::new(text)),
            Err(unread) => ReadingStep::Failed(number, unread),
        };
        let began = self.inbox.beside("read a text", move |post| {
            post.send(News::Mine(Mining::Read(step(incoming(&from, lang)))));
        });
        if let Err(error) = began {
            self.apply(ctx, vec![step(Err(UnreadText { why: error.to_string(), file: None })).into()]);
        }
    }
}

/// A text as it is read; else the reason why it is not. Of a PDF its name and SHA-256 are known for what is copied from it.
fn incoming(from: &TextFrom, lang: Lang) -> Result<IncomingText, UnreadText> {
    let (file, read) = match from {
        TextFrom::Clip(clip) => (None, read_copied(clip)),
        TextFrom::File(path) => {
            let bytes = read_up_to(path, lang).map_err(|why| UnreadText { why, file: None })?;
            (Some((file_name(path), sha256(&bytes))), read_document(&bytes, None))
        }
    };
    match IncomingText::of(read, lang) {
        Ok(text) => Ok(IncomingText { from: file, ..text }),
        Err(fault) => {
            let is_pdf = fault == DocumentFault::NoDocument(NoDocument::Pdf);
            Err(UnreadText { why: fault.message(lang), file: file.filter(|_| is_pdf) })
        }
    }
}

fn read_up_to(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    store::read_up_to(path, MOST_DOCUMENT_BYTES as u64).map_err(|fault| fault.message(lang))
}
