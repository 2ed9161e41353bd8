//! The wide table as a table of a dataset: a row of the view each, under the columns asked for; where all are, what the
//! months are taken from and who sorted the cells comes after them.

use super::columns::{Columns, category};
use super::policies::stages;
use super::vocabulary::{bases, sorters, strengths};
use super::{DataTable, Datum, Missing, Type, Variable};
use crate::catalogue::{AssignedBy, Basis, Catalogue, DATING, EventKind, Month, Tier};
use crate::export::Table;
use crate::query::{Column, LIST_SEPARATOR, Row, Unit, Value};
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
        let variable = Variable {
            key: column.key(catalogue),
            kind: kind(column),
            label: Text::both(&column.label(catalogue, Lang::Zh), &column.label(catalogue, Lang::En)),
            rule: Text::both(&doc(column, catalogue, Lang::Zh), &doc(column, catalogue, Lang::En)),
            missing: missing(column),
        };
        columns = columns.variable(variable, move |row: Row| datum(column, table.value(row, column)));
    }
    let key = match table.about.unit {
        Unit::Policy => Column::Id,
        Unit::Region => Column::Region,
    };
    let has_key = table.columns.iter().any(|heading| heading.column == key);
    let primary_key: &[&str] = match (has_key, key) {
        (false, _) => &[],
        (true, Column::Id) => &["id"],
        (true, _) => &["region"],
    };
    columns.table(primary_key, &[], move || table.rows().iter().copied())
}

/// The type of a column.
fn kind(column: Column) -> Type {
    match column {
        Column::Tier => category(Tier::ALL, Tier::id, Tier::name),
        Column::Stage => stages(),
        Column::Focus(_) => strengths(),
        Column::Basis(_) => bases(),
        Column::MonthBy => category(&DATING, EventKind::id, EventKind::name),
        Column::AssignedBy(_) => sorters(),
        Column::Open(_) => Type::Boolean,
        Column::Policies => Type::Integer,
        Column::Month => Type::Month,
        Column::Issuers | Column::Keywords | Column::Sources => Type::List(LIST_SEPARATOR),
        _ => Type::Text,
    }
}

/// Why a value of a column may be missing.
fn missing(column: Column) -> Option<Missing> {
    match column {
        Column::Month | Column::MonthBy | Column::TitleEn => Some(Missing::NotKnown),
        Column::Number | Column::Issuers | Column::Period => Some(Missing::NoneInLens),
        Column::Basis(_) | Column::AssignedBy(_) => Some(Missing::NotApplicable),
        _ => None,
    }
}

/// What a column holds, with its focus named.
fn doc(column: Column, catalogue: &Catalogue, lang: Lang) -> String {
    match column {
        Column::Focus(focus) | Column::Basis(focus) | Column::Open(focus) | Column::AssignedBy(focus) => {
            crate::words::fill(column.doc(lang), &[("focus", &catalogue[focus].name.get(lang))])
        }
        other => other.doc(lang).to_owned(),
    }
}

fn datum(column: Column, value: Value) -> Datum<'static> {
    let lacks = || missing(column).map_or(Datum::from(String::new()), Datum::Missing);
    match (column, value) {
        (_, Value::Missing) => lacks(),
        (_, Value::Number(n)) => Datum::Integer(i64::try_from(n).unwrap_or(i64::MAX)),
        (_, Value::Flag(flag)) => Datum::Boolean(flag),
        (_, Value::Ordered(_, id)) => Datum::Category(id),
        (Column::Month, Value::Text(text)) => Month::parse(&text).map_or_else(lacks, Datum::Month),
        (Column::Basis(_), Value::Text(text)) => {
            Basis::find(&text).map_or_else(lacks, |basis| Datum::Category(basis.id()))
        }
        (Column::MonthBy, Value::Text(text)) => {
            EventKind::find(&text).map_or_else(lacks, |kind| Datum::Category(kind.id()))
        }
        (Column::AssignedBy(_), Value::Text(text)) => {
            AssignedBy::find(&text).map_or_else(lacks, |by| Datum::Category(by.id()))
        }
        (_, Value::Text(text)) => Datum::from(text),
    }
}
