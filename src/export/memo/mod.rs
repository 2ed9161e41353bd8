//! A page as a file: for Word and WPS, as Markdown, or as one page of HTML. The same page gives the same bytes.

mod docx;
mod html;
mod md;

use std::io::Write;
use std::path::Path;

use super::ExportFault;
use crate::pages::Memo;

/// A format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MemoFormat {
    /// For Word and WPS.
    Docx,
    /// Markdown with footnotes.
    Md,
    /// One file without references to others.
    Html,
}

impl MemoFormat {
    /// Every format.
    pub const ALL: [MemoFormat; 3] = [MemoFormat::Docx, MemoFormat::Md, MemoFormat::Html];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            MemoFormat::Docx => "docx",
            MemoFormat::Md => "md",
            MemoFormat::Html => "html",
        }
    }

    /// The format of a file name's extension.
    pub fn from_path_extension(path: &Path) -> Option<MemoFormat> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        MemoFormat::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// Writes a page.
///
/// # Errors
/// A page that the format cannot hold, and errors of `out`.
pub fn write_memo(format: MemoFormat, page: &Memo, out: &mut dyn Write) -> Result<(), ExportFault> {
    match format {
        MemoFormat::Docx => docx::write(page, out),
        MemoFormat::Md => Ok(md::write(page, out)?),
        MemoFormat::Html => Ok(html::write(page, out)?),
    }
}

#[cfg(test)]
mod tests;
