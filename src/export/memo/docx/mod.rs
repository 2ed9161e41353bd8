//! A page for Word and WPS: its parts as XML, put into one archive.
//!
//! The parts are written here and not by a library, since what an office asks for is just what libraries leave out:
//! footnotes, a grid of lines and characters, rows of a table that repeat, languages, faces for Chinese punctuation.
//! No clock gets in: no part has a date, and the archive has fixed times.

mod body;
mod parts;
mod setup;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use self::body::DocumentText;
use self::setup::PageSetup;
use super::{ExportFault, MemoLayout};
use crate::pages::Memo;

/// Writes a page.
pub fn write(page: &Memo, layout: MemoLayout, out: &mut dyn Write) -> Result<(), ExportFault> {
    let setup = PageSetup::of(page, layout);
    let body = DocumentText::of(page, &setup);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    for (name, content) in parts::parts(page, &setup, &body) {
        archive.start_file(name, options).map_err(std::io::Error::from)?;
        archive.write_all(content.as_bytes())?;
    }
    let archive = archive.finish().map_err(std::io::Error::from)?;
    out.write_all(archive.get_ref())?;
    Ok(())
}
