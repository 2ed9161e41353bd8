//! The last step of an import: the edits of the layer's text.

use super::dry::Dry;
use super::fate::Fate;
use crate::catalogue::Ron;
use crate::edit::{FormContext, OpenLayer, PolicyForm, RecordEdit};
use crate::intake::Grid;

/// The circumstances of an import.
#[derive(Clone, Copy, Debug)]
pub struct ImportRun<'a> {
    /// The tag of the layer.
    pub tag: &'a str,
    /// The day, `YYYY-MM-DD`; empty where it is not known.
    pub today: &'a str,
    /// The name of the file; of a copied table what it is.
    pub file: &'a str,
    /// SHA-256 of its bytes.
    pub sha256: &'a str,
}

impl Dry {
    /// The edits that make a layer's text hold the rows that are taken, and say which table they came from; none where
    /// nothing changes.
    pub fn edits(&self, grid: &Grid, text: &str, run: ImportRun<'_>) -> Vec<RecordEdit> {
        let mut layer = OpenLayer::of(text);
        let writer = FormContext { tag: run.tag, today: run.today };
        let mut edits = Vec::new();
        for row in self.rows.iter().filter(|row| row.is_taken()) {
            let Some(form) = row.form.as_deref() else { continue };
            let of = row.of.as_ref().filter(|_| form.saved.is_some());
            let before = of.and_then(|id| PolicyForm::read_from(&layer, id, form.focus_ids()));
            edits.extend(form.edits_in(&mut layer, before.as_ref(), writer).0);
        }
        let taken: Vec<usize> = (0..grid.sheets.len()).filter(|n| self.of_sheet(*n).1 > 0).collect();
        for (n, sheet) in taken.into_iter().enumerate() {
            let (rows, of_them) = self.of_sheet(sheet);
            let name = grid.sheets.get(sheet).map_or("", |sheet| &sheet.name);
            let given = |name: &str, value: &str| {
                if value.is_empty() { String::new() } else { format!("{name}: {}, ", Ron::from(value)) }
            };
            let record = format!(
                "{}{}{}{}rows: {rows}, taken: {of_them}",
                given("file", run.file),
                given("sha256", run.sha256),
                given("sheet", name),
                given("on", run.today),
            );
            edits.push(layer.import_edit(run.tag, n, &record));
        }
        edits
    }

    /// The number of records of a sheet, and of those that are taken.
    fn of_sheet(&self, sheet: usize) -> (usize, usize) {
        let records = || self.rows.iter().filter(|row| row.sheet == sheet && row.fate != Fate::NoRecord);
        (records().count(), records().filter(|row| row.is_taken()).count())
    }
}
