//! The wide table as a table of a dataset: the rows of the view under the chosen columns. Behind the whole set of them
//! stand the dating event of the months and the assignment of the cells.

use std::rc::Rc;

use super::columns::Columns;
use super::{DataTable, Variable};
use crate::catalogue::Catalogue;
use crate::export::Table;
use crate::query::{Column, RowView, Unit};
use crate::words::{Lang, Text};

/// The wide table.
pub(super) fn wide<'s>(table: &'s Table<'s>) -> DataTable<'s> {
    let catalogue = &table.index().catalogue;
    let mut columns = Columns::of("wide");
    let mut list: Vec<Column> = Vec::new();
    for column in table.columns.iter().map(|heading| heading.column).chain(table.further()) {
        // Whoever asks for a column twice gets it once: two variables of one name are one too many for a database.
        if !list.contains(&column) {
            list.push(column);
        }
    }
    for column in list {
        let both = |of: fn(Column, &Catalogue, Lang) -> String| {
            Text::both(&of(column, catalogue, Lang::Zh), &of(column, catalogue, Lang::En))
        };
        let variable = Variable {
            key: column.key(catalogue),
            kind: (column.entry().kind)(),
            label: both(Column::label),
            rule: both(Column::rule),
            missing: column.entry().missing,
        };
        columns = columns.variable(variable, move |row: Rc<RowView<'s>>| column.in_row(&row));
    }
    let key = match table.about.unit {
        Unit::Policy => Column::Id,
        Unit::Region => Column::Region,
    };
    let has_key = table.columns.iter().any(|heading| heading.column == key);
    let primary_key = if has_key { vec![key.entry().key] } else { Vec::new() };
    columns.table(&primary_key, &[], move || table.rows().iter().map(|row| Rc::new(table.row(*row))))
}
