//! Tables of the tabs that list no rows: a comparison and the numbers of a figure, for people or for programs. The file
//! of each format writes them, as it writes rows.

use std::io::Write;

use super::{ExportFault, Format, Sample, csv, html, md, xlsx};
use crate::compare::{CompareCell, CompareRow, Comparison, Presence, Subject};
use crate::figures::{Figure, typed};
use crate::query::{Column, Datum, Index, Row};
use crate::words::{CliText as T, Lang};

/// Rows of a preview.
const SAMPLED: usize = 8;

/// Heads and typed cells, with a title and notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownTable {
    /// Its title.
    pub title: String,
    /// Lens, denominator, sources, marks: a line each.
    pub about: Vec<String>,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// As many cells as heads.
    pub rows: Vec<Vec<Datum<'static>>>,
    /// Its language.
    pub lang: Lang,
    reader: Readership,
}

/// The readers of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readership {
    /// People: names, and marks with their words.
    Person,
    /// Programs: stable names and ids, the same in every language.
    Program,
}

impl Readership {
    /// The readers of a format.
    pub fn of(format: Format) -> Readership {
        if format == Format::Csv { Readership::Program } else { Readership::Person }
    }
}

impl ShownTable {
    /// The formats that write one.
    pub const FORMATS: [Format; 5] = [Format::Xlsx, Format::CsvExcel, Format::Csv, Format::Md, Format::Html];

    /// A comparison, a column each policy or place. For people a focus is one row; for programs its strength, basis and
    /// open list are a row each.
    pub fn of_comparison(index: &Index, compared: &Comparison, lang: Lang, reader: Readership) -> ShownTable {
        let catalogue = &*index.catalogue;
        let id = |row: &Row| row.id(catalogue).to_owned();
        let named = compared.columns.iter().zip(&compared.presence).map(|(row, presence)| {
            let name = row.short_name(catalogue, lang);
            match presence {
                Presence::Seen => name.to_owned(),
                Presence::NotAssessed => T::ColumnNotAssessed.fill(lang, &[("name", &name)]),
                Presence::NotInCatalogue => T::ColumnNotThere.fill(lang, &[("name", &name)]),
            }
        });
        let title = T::ComparisonOf.fill(lang, &[("title", &catalogue.title.get(lang))]);
        let release = format!("{} {}", catalogue.id, catalogue.release);
        let line = |label: T, value: &str| T::LabelValue.fill(lang, &[("label", &label.get(lang)), ("value", &value)]);
        let about = vec![
            line(T::AboutLens, &compared.lens.words(catalogue, lang)),
            line(T::AboutLegend, T::Legend.get(lang)),
            line(T::AboutId, &release),
        ];
        let (heads, rows) = match reader {
            Readership::Program => {
                let heads = ["key", "label", "equal"].map(str::to_owned);
                let rows = compared.rows.iter().flat_map(|row| coded(index, row, lang)).collect();
                (heads.into_iter().chain(compared.columns.iter().map(id)).collect(), rows)
            }
            Readership::Person => {
                let ids = compared.columns.iter().map(|row| Datum::from(id(row)));
                let ids = std::iter::once(Datum::from(T::CompareIds.get(lang).to_owned())).chain(ids).collect();
                let rows = compared.rows.iter().map(|row| read(index, row, lang));
                let first = std::iter::once(T::CompareSubject.get(lang).to_owned());
                (first.chain(named).collect(), std::iter::once(ids).chain(rows).collect())
            }
        };
        ShownTable { title, about, heads, rows, lang, reader }
    }

    /// The numbers of a figure.
    pub fn of_figure(figure: &Figure, reader: Readership) -> ShownTable {
        let (caption, footer) = (&figure.caption, &figure.footer);
        let lines = [
            &caption.denominator,
            &caption.note,
            &caption.lens,
            &footer.sources,
            &footer.catalogue,
            &footer.filter,
            &footer.unit,
        ];
        let (heads, rows) = typed(figure);
        let name = |(key, label): (String, Option<String>)| match reader {
            Readership::Person => label.unwrap_or(key),
            Readership::Program => key,
        };
        ShownTable {
            title: figure.title.clone(),
            about: lines.into_iter().filter(|line| !line.is_empty()).cloned().collect(),
            heads: heads.into_iter().map(name).collect(),
            rows,
            lang: figure.lang,
            reader,
        }
    }

    /// A cell as its reader has it.
    pub fn text(&self, cell: &Datum<'_>) -> String {
        match self.reader {
            Readership::Person => cell.words(self.lang).into_owned(),
            Readership::Program => cell.plain().into_owned(),
        }
    }

    /// A row as its reader has it.
    pub fn texts(&self, row: &[Datum<'_>]) -> Vec<String> {
        row.iter().map(|cell| self.text(cell)).collect()
    }

    /// Writes it.
    ///
    /// # Errors
    /// A format that is not among [`ShownTable::FORMATS`], and what `out` refuses.
    pub fn write(&self, format: Format, out: &mut dyn Write) -> Result<(), ExportFault> {
        match format {
            Format::Csv => csv::Csv::PLAIN.shown(self, out),
            Format::CsvExcel => csv::Csv::EXCEL.shown(self, out),
            Format::Xlsx => xlsx::shown(self, out),
            Format::Md => md::shown(self, out),
            Format::Html => html::shown(self, out),
            Format::Json | Format::Jsonl | Format::Parquet | Format::Sqlite | Format::Ron => {
                Err(ExportFault::RowsAlone { format: format.id() })
            }
        }
    }

    /// Its beginning.
    ///
    /// # Errors
    /// A format that does not write it.
    pub fn sample(&self, format: Format) -> Result<Sample, ExportFault> {
        if !ShownTable::FORMATS.contains(&format) {
            return Err(ExportFault::RowsAlone { format: format.id() });
        }
        let rows = self.rows.iter().take(SAMPLED).map(|row| self.texts(row)).collect();
        Ok(Sample::Rows { heads: self.heads.clone(), rows, total: self.rows.len() })
    }
}

/// A row of a comparison for people.
fn read(index: &Index, row: &CompareRow, lang: Lang) -> Vec<Datum<'static>> {
    let column = match row.subject {
        Subject::Focus(focus) => Column::Focus(focus),
        Subject::Field(column) => column,
    };
    let cell = |cell: &CompareCell| match cell {
        CompareCell::Focus { cell, share, .. } => Datum::from(cell.words_of(*share, lang)),
        CompareCell::Field(value) => value.clone(),
    };
    let label = Datum::from(column.label(&index.catalogue, lang));
    std::iter::once(label).chain(row.cells.iter().map(cell)).collect()
}

/// The rows of a row of a comparison for programs, under keys of FIELDS.
fn coded(index: &Index, row: &CompareRow, lang: Lang) -> Vec<Vec<Datum<'static>>> {
    let catalogue = &*index.catalogue;
    let of = |column: Column, value: &dyn Fn(&CompareCell) -> Datum<'static>| {
        let head = [column.key(catalogue), column.label(catalogue, lang)].map(Datum::from);
        head.into_iter().chain([Datum::from(row.equal)]).chain(row.cells.iter().map(value)).collect()
    };
    let none = || Datum::from(String::new());
    match row.subject {
        Subject::Field(column) => vec![of(column, &|cell| match cell {
            CompareCell::Field(value) => value.clone(),
            CompareCell::Focus { .. } => none(),
        })],
        Subject::Focus(focus) => {
            let get = |cell: &CompareCell| match cell {
                CompareCell::Focus { cell, .. } => Some(*cell),
                CompareCell::Field(_) => None,
            };
            vec![
                of(Column::Focus(focus), &|c| get(c).map_or_else(none, |cell| Datum::from(cell.strength))),
                of(Column::Basis(focus), &|c| get(c).and_then(|cell| cell.basis).map_or_else(none, Datum::from)),
                of(Column::Open(focus), &|c| get(c).map_or_else(none, |cell| Datum::from(cell.open))),
            ]
        }
    }
}
