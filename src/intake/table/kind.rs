//! Kinds of files that hold tables, and of those that do not.

use crate::words::{Lang, TableText as T};

/// The kind of a file that holds a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// A workbook of Excel and WPS since 2007.
    Xlsx,
    /// The same in binary parts.
    Xlsb,
    /// A workbook of Excel until 2003, and of WPS as `.et`.
    Xls,
    /// A workbook as `LibreOffice` writes it.
    Ods,
    /// A page, or a table that was copied from one.
    Html,
    /// A text with this sign between the cells of a row.
    Delimited(char),
}

/// The kind of a file that holds no table to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// A document of Word or WPS.
    Document,
    /// A PDF or OFD.
    Fixed,
    /// Slides.
    Slides,
    /// A picture.
    Picture,
    /// An archive of files.
    Archive,
    /// A page without a table.
    Page,
    /// A workbook as one XML text, or as a web archive.
    OldWorkbook,
    /// Bytes of no known kind.
    Unknown,
}

impl TableKind {
    /// Its name for people.
    pub fn words(self, lang: Lang) -> String {
        match self {
            TableKind::Xlsx => T::KindXlsx.get(lang).to_owned(),
            TableKind::Xlsb => T::KindXlsb.get(lang).to_owned(),
            TableKind::Xls => T::KindXls.get(lang).to_owned(),
            TableKind::Ods => T::KindOds.get(lang).to_owned(),
            TableKind::Html => T::KindHtml.get(lang).to_owned(),
            TableKind::Delimited('\t') => T::KindTabs.get(lang).to_owned(),
            TableKind::Delimited(sign) => T::KindDelimited.fill(lang, &[("sign", &sign)]),
        }
    }
}

impl NoTable {
    /// The kind, and how its table is had all the same.
    pub fn remedy(self, lang: Lang) -> &'static str {
        match self {
            NoTable::Document => T::NoTableDocument,
            NoTable::Fixed => T::NoTableFixed,
            NoTable::Slides => T::NoTableSlides,
            NoTable::Picture => T::NoTablePicture,
            NoTable::Archive => T::NoTableArchive,
            NoTable::Page => T::NoTablePage,
            NoTable::OldWorkbook => T::NoTableOldWorkbook,
            NoTable::Unknown => T::NoTableUnknown,
        }
        .get(lang)
    }
}
