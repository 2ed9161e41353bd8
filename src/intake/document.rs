//! The bytes of a document as a clip: a page or a plain text. What a file is, its contents say.

use memchr::memmem;

use super::decode::decode;
use super::found::Clip;
use crate::words::{IntakeText as T, Lang};

/// The reason why a file has no text to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// Nothing in it.
    Empty,
    /// A document of Word or WPS.
    Document,
    /// A PDF or OFD.
    Fixed,
    /// A workbook.
    Table,
    /// Bytes of no known kind.
    Unknown,
}

impl NoText {
    /// The reason, and how its text is had all the same.
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            NoText::Empty => T::NoTextEmpty,
            NoText::Document => T::NoTextDocument,
            NoText::Fixed => T::NoTextFixed,
            NoText::Table => T::NoTextTable,
            NoText::Unknown => T::NoTextUnknown,
        }
        .get(lang)
    }
}

/// Bytes at the beginning of a page among which its first tag stands.
const BEGIN: usize = 2048;

impl Clip {
    /// The clip of a file's bytes.
    ///
    /// # Errors
    /// A file that is no page and no plain text.
    pub fn of_bytes(bytes: &[u8]) -> Result<Clip, NoText> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(NoText::Empty);
        }
        if let Some(none) = none_of(bytes) {
            return Err(none);
        }
        let text = decode(bytes, None).text;
        let begin: String = text.trim_start().chars().take(BEGIN).collect::<String>().to_lowercase();
        let is_page =
            ["<html", "<!doctype html", "<body", "<table", "<div", "<p"].iter().any(|tag| begin.contains(tag));
        if begin.starts_with('<') && is_page {
            return Ok(Clip { text: String::new(), html: Some(text) });
        }
        Ok(Clip { text, html: None })
    }
}

/// The kind of a file without a text to read, by its first bytes and by the names of the parts of a compressed one.
fn none_of(bytes: &[u8]) -> Option<NoText> {
    let has = |name: &str| memmem::find(bytes, name.as_bytes()).is_some();
    match bytes {
        [b'P', b'K', 3 | 5, ..] if has("word/") => Some(NoText::Document),
        [b'P', b'K', 3 | 5, ..] if has("OFD.xml") => Some(NoText::Fixed),
        [b'P', b'K', 3 | 5, ..] if has("xl/") || has("opendocument.spreadsheet") => Some(NoText::Table),
        [0xD0, 0xCF, 0x11, 0xE0, ..] | [b'{', b'\\', b'r', b't', b'f', ..] => Some(NoText::Document),
        [b'%', b'P', b'D', b'F', ..] => Some(NoText::Fixed),
        // Texts have no zeros but in UTF-16.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => None,
        _ => memchr::memchr(0, bytes).map(|_| NoText::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_a_text_are_told_by_their_contents() {
        let page = |html: &str| Ok(Clip { text: String::new(), html: Some(html.to_owned()) });
        let text = |text: &str| Ok(Clip { text: text.to_owned(), html: None });
        let gbk: &[u8] = b"\xce\xc2\xd6\xdd\xca\xd0\xc8\xcb\xb9\xa4\xd6\xc7\xc4\xdc\xb0\xec\xb7\xa8";
        let cases: [(&[u8], Result<Clip, NoText>); 12] = [
            ("<!DOCTYPE html><p>文号</p>".as_bytes(), page("<!DOCTYPE html><p>文号</p>")),
            ("\n<div>文号</div>".as_bytes(), page("\n<div>文号</div>")),
            ("文号：温政办〔2024〕12号".as_bytes(), text("文号：温政办〔2024〕12号")),
            ("〈办法〉 <b>".as_bytes(), text("〈办法〉 <b>")),
            (gbk, text("温州市人工智能办法")),
            (b" \r\n\t", Err(NoText::Empty)),
            (b"PK\x03\x04....word/document.xml", Err(NoText::Document)),
            (b"PK\x03\x04....OFD.xml", Err(NoText::Fixed)),
            (b"PK\x03\x04....xl/workbook.xml", Err(NoText::Table)),
            (b"%PDF-1.7", Err(NoText::Fixed)),
            (b"\xD0\xCF\x11\xE0", Err(NoText::Document)),
            (b"\x7FELF\x00", Err(NoText::Unknown)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(Clip::of_bytes(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
