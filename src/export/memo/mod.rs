//! A page as a file: for Word and WPS, as Markdown, or as one page of HTML. The same page gives the same bytes.

mod docx;
mod html;
mod md;

use std::io::Write;
use std::path::Path;

use super::ExportFault;
use crate::pages::Memo;

/// A layout of a page on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MemoLayout {
    /// A document of an office by GB/T 9704-2012: 22 lines of 28 characters on as many pages as it takes.
    Official,
    /// Small type, on one sheet where it fits.
    #[default]
    Brief,
}

impl MemoLayout {
    /// Every layout.
    pub const ALL: [MemoLayout; 2] = [MemoLayout::Official, MemoLayout::Brief];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            MemoLayout::Official => "official",
            MemoLayout::Brief => "brief",
        }
    }
}

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
/// Errors of `out`.
pub fn write_memo(format: MemoFormat, layout: MemoLayout, page: &Memo, out: &mut dyn Write) -> Result<(), ExportFault> {
    match format {
        MemoFormat::Docx => docx::write(page, layout, out),
        MemoFormat::Md => Ok(md::write(page, out)?),
        MemoFormat::Html => Ok(html::write(page, layout, out)?),
    }
}

#[cfg(test)]
mod tests;
