//! The wide table as a table of a dataset: the rows of the view under the chosen columns. Behind the whole set of them
//! stand the dating event of the months and the assignment of the cells.

use super::columns::Columns;
use super::{DataTable, Variable};
use crate::catalogue::Catalogue;
use crate::export::Table;
use crate::query::{Column, RowView, Unit};
use crate::words::{Lang, Text};

/// The columns of the wide table, each with its variable.
pub fn wide_columns(table: &Table<'_>) -> Vec<(Column, Variable)> {
    let catalogue = &table.index().catalogue;
    let mut list: Vec<(Column, Variable)> = Vec::new();
    for column in table.columns.iter().map(|heading| heading.column).chain(table.further()) {
        // Whoever asks for a column twice gets it once: two variables of one name are one too many for a database.
        if !list.iter().any(|(known, _)| *known == column) {
            list.push((column, variable(column, catalogue)));
        }
    }
    list
}

fn variable(column: Column, catalogue: &Catalogue) -> Variable {
    let both = |of: fn(Column, &Catalogue, Lang) -> String| {
        Text::both(&of(column, catalogue, Lang::Zh), &of(column, catalogue, Lang::En))
    };
    Variable {
        key: column.key(catalogue),
        kind: (column.entry().kind)(),
        label: both(Column::label),
        rule: both(Column::rule),
        missing: column.entry().missing,
    }
}

/// The wide table.
pub(super) fn wide<'s>(table: &'s Table<'s>) -> DataTable<'s> {
    let mut columns = Columns::of("wide");
    for (column, variable) in wide_columns(table) {
        columns = columns.variable(variable, move |row: RowView<'s>| column.in_row(&row));
    }
    let key = match table.about.unit {
        Unit::Policy => Column::Id,
        Unit::Region => Column::Region,
    };
    let has_key = table.columns.iter().any(|heading| heading.column == key);
    let primary_key = if has_key { vec![key.entry().key] } else { Vec::new() };
    columns.table(&primary_key, &[], move || table.views())
}
