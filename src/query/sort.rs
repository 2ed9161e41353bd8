//! Sorting rows: by columns in turn, ties always ending in region code and id.

use super::datum::Datum;
use super::facts::{Ranks, by_rank, ranks_of};
use super::nearness::is_short_latin;
use super::{Column, FieldKey, Index, Nearness, Outcome, Row, Unit, place_nearness};
use crate::catalogue::{Catalogue, Strength, fold};

/// One column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SortKey {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// One column to sort by, in any catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub field: FieldKey,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    /// The same order by a column of this catalogue.
    pub fn of(key: SortKey, catalogue: &Catalogue) -> Sort {
        Sort { field: key.column.field(catalogue), descending: key.descending }
    }

    /// The key to sort rows of a unit by; none where they have no such column.
    pub fn key(&self, catalogue: &Catalogue, unit: Unit) -> Option<SortKey> {
        Some(SortKey { column: self.field.column(catalogue, unit)?, descending: self.descending })
    }
}

/// The keys to sort rows of a unit by, without the columns that they do not have.
pub fn sort_keys(sort: &[Sort], catalogue: &Catalogue, unit: Unit) -> Vec<SortKey> {
    sort.iter().filter_map(|sort| sort.key(catalogue, unit)).collect()
}

/// Reads `month,-region`.
///
/// # Errors
/// The name of an unknown column.
pub fn parse_sort(text: &str, catalogue: &Catalogue, unit: Unit) -> Result<Vec<SortKey>, String> {
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
pub fn write_sort(sort: &[Sort]) -> String {
    let one = |sort: &Sort| format!("{}{}", if sort.descending { "-" } else { "" }, sort.field.id());
    sort.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The rows of a result in this order; without keys in default order, places that a text spells before the others.
/// Blanks sort last either way.
pub fn sort_rows(index: &Index, outcome: &Outcome, keys: &[SortKey]) -> Vec<Row> {
    let catalogue = &*index.catalogue;
    if keys.is_empty() {
        let mut rows = outcome.rows.clone();
        if outcome.unit == Unit::Region {
            let texts: Vec<&str> = outcome.plan.texts().collect();
            texts.into_iter().rev().for_each(|text| rank(&mut rows, text, catalogue));
        }
        return rows;
    }
    // From the last key to the first, each order keeping the one before it where its own values are equal.
    let rows = index.by_place_and_id(outcome);
    keys.iter().rev().fold(rows, |rows, key| match index.ranks(key.column, outcome) {
        Some(ranks) => by_rank(&rows, ranks, key.descending, |n, row| match row {
            Row::Policy(policy) => policy.0 as usize,
            Row::Region(_) => n,
        }),
        None => {
            let ranks = ranks(index, outcome, key.column, rows.iter().copied());
            by_rank(&rows, &ranks, key.descending, |n, _| n)
        }
    })
}

/// The ranks of rows in a column.
pub(super) fn ranks(index: &Index, outcome: &Outcome, column: Column, rows: impl Iterator<Item = Row>) -> Ranks {
    let values: Vec<Datum<'_>> = rows.map(|row| column.sort_value(index, outcome, row)).collect();
    ranks_of(&values, is_blank, |a, b| column.entry().order.compare(a, b))
}

/// Whether a cell of the table is blank: missing, without entries, or a focus that no source in sight states.
pub(super) fn is_blank(value: &Datum<'_>) -> bool {
    match value {
        Datum::Missing(_) => true,
        Datum::List(list) => list.is_empty(),
        Datum::Category(value) => [Strength::NotStated, Strength::NotAssessed].iter().any(|s| s.id() == value.id),
        _ => false,
    }
}

/// Puts the places first that a text names by its pinyin, the nearest before the others and provinces before their
/// namesakes. A text that names hold literally finds nothing by chance, unless it is short enough to be initials.
fn rank(rows: &mut [Row], text: &str, catalogue: &Catalogue) {
    let near = |row: &Row| place_nearness(text, &catalogue[row.region(catalogue)]);
    if !is_short_latin(&fold(text)) && rows.iter().filter_map(near).any(Nearness::is_literal) {
        return;
    }
    rows.sort_by_cached_key(|row| {
        let near = near(row);
        (near.is_none(), near, near.map(|_| catalogue[row.region(catalogue)].tier()))
    });
}
