//! The codebook as tables: the tables, their variables and the values of these; and the metadata of the dataset.

use std::rc::Rc;

use super::columns::{Columns, refers};
use super::words::rule_with_values;
use super::{DataTable, Variable};
use crate::export::{Extent, Table};
use crate::query::{Coded, DatumKind, LIST_SEPARATOR, Missing};
use crate::words::Lang;

/// The codebook of these tables.
pub(super) fn codebook<'s>(tables: &'s [DataTable<'_>]) -> Vec<DataTable<'s>> {
    vec![list(tables), variables(tables), categories(tables)]
}

fn list<'s, 't: 's>(tables: &'s [DataTable<'t>]) -> DataTable<'s> {
    Columns::of("tables")
        .must("name", DatumKind::Text, |(_, table): (usize, &'s DataTable<'t>)| table.name)
        .must("position", DatumKind::Integer, |(n, _)| n + 1)
        .both("title", |(_, table)| Some(&table.title))
        .both("doc", |(_, table)| Some(&table.doc))
        .must("rows", DatumKind::Integer, |(_, table)| table.len())
        .table(&["name"], &[], move || tables.iter().enumerate())
}

type Line<'s, 't> = (&'s DataTable<'t>, usize, &'s Variable);

fn lines<'s, 't: 's>(tables: &'s [DataTable<'t>]) -> impl Iterator<Item = Line<'s, 't>> {
    tables.iter().flat_map(|table| table.variables.iter().zip(1..).map(move |(variable, n)| (table, n, variable)))
}

fn variables<'s, 't: 's>(tables: &'s [DataTable<'t>]) -> DataTable<'s> {
    Columns::of("variables")
        .must("table", DatumKind::Text, |(table, _, _): Line<'s, 't>| table.name)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("variable", DatumKind::Text, |(_, _, variable)| &variable.key)
        .both("label", |(_, _, variable)| Some(&variable.label))
        .must("type", DatumKind::Text, |(_, _, variable)| variable.kind.id())
        .may("separator", DatumKind::Text, Missing::NotApplicable, |(_, _, variable)| match variable.kind {
            DatumKind::List => Some(LIST_SEPARATOR),
            _ => None,
        })
        .must("is_key", DatumKind::Boolean, |(table, _, variable)| table.primary_key.contains(&variable.key.as_str()))
        .may("refers_to", DatumKind::Text, Missing::NotApplicable, |(table, _, variable)| refers_to(table, variable))
        .may("missing", DatumKind::of::<Missing>(), Missing::NotApplicable, |(_, _, variable)| variable.missing)
        .must("rule_zh", DatumKind::Text, |(_, _, variable)| rule_with_values(variable, Lang::Zh))
        .must("rule_en", DatumKind::Text, |(_, _, variable)| rule_with_values(variable, Lang::En))
        .table(&["table", "variable"], &[refers(&["table"], "tables", &["name"])], move || lines(tables))
}

/// `regions.code`: the table and variable that a variable is a key of.
fn refers_to(table: &DataTable<'_>, variable: &Variable) -> Option<String> {
    table.foreign_keys.iter().find_map(|key| {
        let at = key.variables.iter().position(|own| *own == variable.key)?;
        Some(format!("{}.{}", key.table, key.key.get(at)?))
    })
}

fn categories<'s, 't: 's>(tables: &'s [DataTable<'t>]) -> DataTable<'s> {
    type Value<'s, 't> = (&'s DataTable<'t>, usize, &'s Variable, &'s Coded);
    Columns::of("categories")
        .must("table", DatumKind::Text, |(table, _, _, _): Value<'s, 't>| table.name)
        .must("variable", DatumKind::Text, |(_, _, variable, _)| &variable.key)
        .must("position", DatumKind::Integer, |(_, n, _, _)| n)
        .must("value", DatumKind::Text, |(_, _, _, value)| value.id)
        .each("label", Missing::NotKnown, |(_, _, _, value), lang| Some(value.name(lang)))
        .each("definition", Missing::NotApplicable, |(_, _, _, value), lang| Some(value.definition?.get(lang)))
        .table(
            &["table", "variable", "value"],
            &[refers(&["table", "variable"], "variables", &["table", "variable"])],
            move || {
                lines(tables).flat_map(|(table, _, variable)| {
                    let values = variable.kind.categories().iter().zip(1..);
                    values.map(move |(value, n)| (table, n, variable, value))
                })
            },
        )
}

/// The metadata of a dataset, one item a row.
pub fn meta<'s>(table: &'s Table<'s>) -> DataTable<'s> {
    let (about, catalogue) = (&table.about, &*table.index().catalogue);
    let lens = |lang| table.outcome().lens.words(catalogue, lang);
    let extent = match table.extent {
        Extent::View => "view",
        Extent::Whole => "whole",
    };
    let all: Rc<[(&'static str, String)]> = Rc::new([
        ("program", concat!("policy-atlas ", env!("CARGO_PKG_VERSION")).to_owned()),
        ("catalogue", catalogue.id.clone()),
        ("release", catalogue.release.clone()),
        ("title_zh", catalogue.title.get(Lang::Zh).to_owned()),
        ("title_en", catalogue.title.get(Lang::En).to_owned()),
        ("scope_zh", catalogue.scope.get(Lang::Zh).to_owned()),
        ("scope_en", catalogue.scope.get(Lang::En).to_owned()),
        ("regions", catalogue.regions.edition().to_owned()),
        ("extent", extent.to_owned()),
        ("query", about.query.clone()),
        ("lens_zh", lens(Lang::Zh)),
        ("lens_en", lens(Lang::En)),
        ("unit", about.unit.id().to_owned()),
        ("rows", about.shown.to_string()),
        ("rows_without_condition", about.total.to_string()),
        ("language", table.lang.id().to_owned()),
    ]);
    let (keys, values, count) = (all.clone(), all.clone(), all.len());
    Columns::of("meta")
        .must("key", DatumKind::Text, move |n: usize| keys.get(n).map_or("", |(key, _)| *key))
        .must("value", DatumKind::Text, move |n| values.get(n).map(|(_, value)| value.clone()).unwrap_or_default())
        .table(&["key"], &[], move || 0..count)
}
