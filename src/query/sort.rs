//! Sorting rows: by columns in turn, ties always ending in region code and id.

use super::{Column, Index, Outcome, Row, Value};
use crate::catalogue::Catalogue;
use crate::words::Lang;

/// One column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Reads `month,-region`; an unknown column is given back.
pub fn parse_sort(text: &str, catalogue: &Catalogue, unit: super::Unit) -> Result<Vec<SortKey>, String> {
    text.split(',')
        .map(str::trim)
        .filter(|key| !key.is_empty())
        .map(|key| {
            let (descending, name) = key.strip_prefix('-').map_or((false, key), |name| (true, name));
            let column = Column::find(name, catalogue, unit).ok_or_else(|| name.to_owned())?;
            Ok(SortKey { column, descending })
        })
        .collect()
}

/// Writes `month,-region`.
pub fn write_sort(keys: &[SortKey], catalogue: &Catalogue) -> String {
    let one = |key: &SortKey| format!("{}{}", if key.descending { "-" } else { "" }, key.column.key(catalogue));
    keys.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The rows of a result in this order; without keys in default order. What is missing sorts last either way.
pub fn sort_rows(index: &Index, outcome: &Outcome, keys: &[SortKey]) -> Vec<Row> {
    let mut rows = outcome.rows.clone();
    if keys.is_empty() {
        return rows;
    }
    let catalogue = &*index.catalogue;
    rows.sort_by(|a, b| {
        let place = |row: &Row| row.region(catalogue);
        place(a).cmp(&place(b)).then_with(|| a.id(catalogue).cmp(b.id(catalogue)))
    });
    // The last key first: each sort is stable, so earlier keys win.
    for key in keys.iter().rev() {
        let value = |row: &Row| key.column.value(index, outcome, *row, Lang::Zh);
        let mut keyed: Vec<(Value, Row)> = rows.iter().map(|row| (value(row), *row)).collect();
        keyed.sort_by(|(a, _), (b, _)| {
            let missing = |v: &Value| *v == Value::Missing;
            let order = if key.descending { b.cmp(a) } else { a.cmp(b) };
            missing(a).cmp(&missing(b)).then(order)
        });
        rows = keyed.into_iter().map(|(_, row)| row).collect();
    }
    rows
}
