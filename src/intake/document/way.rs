//! The way of reading a file, by its contents.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;

use super::fault::DocumentFault;
use super::kind::NoDocument;
use super::parts::MOST_PARTS;
use crate::intake::first_bytes::{FirstBytes, compound_has, first_bytes};

/// The way of reading a file's bytes.
pub enum DocumentWay {
    Docx,
    Ofd,
    Text,
}

/// The way by the first bytes, and for a compressed file by the names of its parts.
pub fn way(bytes: &[u8], is_told_text: bool) -> Result<DocumentWay, DocumentFault> {
    let none = |what| Err(DocumentFault::NoDocument(what));
    match first_bytes(bytes, is_told_text) {
        FirstBytes::Blank => Err(DocumentFault::Empty),
        FirstBytes::Zip => zipped(bytes),
        FirstBytes::Compound => none(compound(bytes)),
        FirstBytes::Rtf => none(NoDocument::OldDocument),
        FirstBytes::Pdf => none(NoDocument::Pdf),
        FirstBytes::Picture => none(NoDocument::Picture),
        FirstBytes::Archive => none(NoDocument::Archive),
        FirstBytes::OldWorkbook => none(NoDocument::Workbook),
        FirstBytes::Unknown => none(NoDocument::Unknown),
        FirstBytes::Text => Ok(DocumentWay::Text),
    }
}

/// The kind of a file of Office until 2003, by the names in its directory.
fn compound(bytes: &[u8]) -> NoDocument {
    let has = |name: &str| compound_has(bytes, name);
    match () {
        () if has("EncryptedPackage") => NoDocument::Protected,
        () if has("Workbook") || has("Book") => NoDocument::Workbook,
        () => NoDocument::OldDocument,
    }
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
