//! The way of reading a file, by its contents.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;

use super::fault::DocumentFault;
use super::kind::NoDocument;
use super::parts::MOST_PARTS;

/// The way of reading a file's bytes.
pub enum DocumentWay {
    Docx,
    Ofd,
    Text,
}

/// The way by the first bytes, and for a compressed file by the names of its parts.
pub fn way(bytes: &[u8], is_told_text: bool) -> Result<DocumentWay, DocumentFault> {
    const NONE: [(&[u8], NoDocument); 8] = [
        (b"%PDF", NoDocument::Pdf),
        (b"{\\rtf", NoDocument::OldDocument),
        (b"\xD0\xCF\x11\xE0", NoDocument::OldDocument),
        (b"\x89PNG", NoDocument::Picture),
        (b"\xFF\xD8\xFF", NoDocument::Picture),
        (b"Rar!", NoDocument::Archive),
        (b"7z\xBC\xAF", NoDocument::Archive),
        (b"\x1F\x8B", NoDocument::Archive),
    ];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DocumentFault::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if let Some((_, what)) = NONE.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err(DocumentFault::NoDocument(*what));
    }
    // Texts have no zeros but in UTF-16.
    let has_mark = [&b"\xFF\xFE"[..], b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
    if !has_mark && !is_told_text && memchr::memchr(0, bytes).is_some() {
        return Err(DocumentFault::NoDocument(NoDocument::Unknown));
    }
    Ok(DocumentWay::Text)
}

fn zipped(bytes: &[u8]) -> Result<DocumentWay, DocumentFault> {
    // The directory is counted before it is read, as each of its entries takes room.
    if memmem::find_iter(bytes, b"PK\x01\x02").take(MOST_PARTS + 1).count() > MOST_PARTS {
        return Err(DocumentFault::NoDocument(NoDocument::Archive));
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| DocumentFault::broken("", &error))?;
    let has = |begin: &str| archive.file_names().flatten().any(|name| name.to_lowercase().starts_with(begin));
    match () {
        () if has("word/") => Ok(DocumentWay::Docx),
        () if has("ofd.xml") => Ok(DocumentWay::Ofd),
        () if has("xl/") => Err(DocumentFault::NoDocument(NoDocument::Workbook)),
        () => Err(DocumentFault::NoDocument(NoDocument::Archive)),
    }
}

/// Whether a text is a page of the web: by its first tag, or by the heading that Windows puts before a copied one.
pub fn is_page(text: &str) -> bool {
    let begin: String = text.trim_start().chars().take(2048).collect::<String>().to_lowercase();
    let tags = ["<html", "<!doctype html", "<body", "<head", "<div", "<p>", "<p ", "<meta", "<table", "<span"];
    (begin.starts_with('<') || begin.contains("\nstarthtml:")) && tags.iter().any(|tag| begin.contains(tag))
}
