//! The one door for the texts of policies: a file's bytes, or what was copied, as paragraphs. What a file is, its
//! contents say.
//!
//! Everything left out of a file, or put right in it, is counted and told. Marks are laid on these paragraphs, so the same
//! text gives the same ones whatever it comes in: a byte order mark, line ends and blanks around make no difference.

mod docx;
mod fault;
mod kind;
mod numbering;
mod ofd;
mod paragraph;
mod parts;
mod sentence;
mod tidy;
mod told;
mod way;
mod xml;

pub use fault::DocumentFault;
pub use kind::{DocumentKind, NoDocument};
pub use paragraph::{DocumentChanges, DocumentParagraph, DocumentRead, ParagraphOf};
pub use sentence::sentences;

use self::way::{DocumentWay, is_page, way};
use super::decode::{TextEncoding, decode};
use super::found::Clip;
use super::page::{Page, PagePart};
use crate::catalogue::outlined;

/// The place of each paragraph, as one cites it: `二（一）第3段`; tables, notes and boxes have none.
pub fn places(paragraphs: &[DocumentParagraph]) -> Vec<String> {
    outlined(paragraphs.iter().map(|one| (one.of == ParagraphOf::Body).then_some(one.text.as_str())))
}

/// Bytes of a file with a text.
pub const MOST_DOCUMENT_BYTES: usize = 48 << 20;
/// Characters of all paragraphs together.
const MOST_CHARACTERS: usize = 4 << 20;

/// Reads the text of a file. `demanded` is the encoding that its bytes are to be read in, lost characters and all.
///
/// # Errors
/// Files without a text to read, those too large, broken or in an encoding that loses characters.
pub fn read_document(bytes: &[u8], demanded: Option<TextEncoding>) -> Result<DocumentRead, DocumentFault> {
    if bytes.len() > MOST_DOCUMENT_BYTES {
        return Err(DocumentFault::TooLarge { most: MOST_DOCUMENT_BYTES });
    }
    let read = match way(bytes, demanded.is_some())? {
        DocumentWay::Docx => docx::read(bytes)?,
        DocumentWay::Ofd => ofd::read(bytes)?,
        DocumentWay::Text => {
            let decoded = decode(bytes, demanded);
            let read = if is_page(&decoded.text) { of_page(&decoded.text) } else { of_text(&decoded.text) };
            DocumentRead { encoding: Some(decoded.read), ..read }
        }
    };
    let read = ended(read)?;
    if demanded.is_some() {
        return Ok(read);
    }
    // In bytes that are UTF-8 the signs stand as they do in the text.
    let by = read.encoding.map(|read| read.encoding).filter(|_| std::str::from_utf8(bytes).is_err());
    unless_lost(read, by)
}

/// The text of a file as if it had been copied: a page as it is, any other as its paragraphs.
///
/// # Errors
/// The faults of [`read_document`].
pub fn clip_of(bytes: &[u8]) -> Result<Clip, DocumentFault> {
    let read = read_document(bytes, None)?;
    if read.kind == DocumentKind::Html {
        return Ok(Clip { text: String::new(), html: Some(decode(bytes, None).text) });
    }
    let lines: Vec<&str> = read.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    Ok(Clip { text: lines.join("\n"), html: None })
}

/// Reads a copied text: its HTML, else its plain text.
///
/// # Errors
/// A clip without a text, with one that is too long or that lost characters.
pub fn read_copied(clip: &Clip) -> Result<DocumentRead, DocumentFault> {
    let page = clip.html.as_deref().map(of_page).filter(|read| !read.paragraphs.is_empty());
    unless_lost(ended(page.unwrap_or_else(|| of_text(&clip.text)))?, None)
}

fn of_text(text: &str) -> DocumentRead {
    let mut read = DocumentRead::new(DocumentKind::Text);
    // A plain text marks the beginning of a paragraph by its line alone, and a table by tabs between words.
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}']) {
        let of = if line.trim().contains('\t') { ParagraphOf::Row } else { ParagraphOf::Body };
        read.push(line, of);
    }
    read
}

fn of_page(html: &str) -> DocumentRead {
    let mut read = DocumentRead::new(DocumentKind::Html);
    for part in Page::of_html(html).parts {
        match part {
            PagePart::Line(line) => read.push(&line, ParagraphOf::Body),
            PagePart::Row(cells) => read.push(&cells.join("\t"), ParagraphOf::Row),
        }
    }
    read
}

/// A text with something in it.
fn ended(read: DocumentRead) -> Result<DocumentRead, DocumentFault> {
    let characters: usize = read.paragraphs.iter().map(|paragraph| paragraph.text.chars().count()).sum();
    match characters {
        0 => Err(DocumentFault::Empty),
        1..=MOST_CHARACTERS => Ok(read),
        _ => Err(DocumentFault::TooLong { most: MOST_CHARACTERS }),
    }
}

/// A text that lost no character; `by` is the encoding that its bytes were read in.
fn unless_lost(read: DocumentRead, by: Option<TextEncoding>) -> Result<DocumentRead, DocumentFault> {
    let signs = |paragraph: &DocumentParagraph| paragraph.text.matches(char::REPLACEMENT_CHARACTER).count();
    match read.paragraphs.iter().map(signs).sum() {
        0 => Ok(read),
        lost => Err(DocumentFault::Lost { encoding: by, lost, read: Box::new(read) }),
    }
}

#[cfg(test)]
mod tests;
