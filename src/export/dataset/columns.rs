//! Building a table: each variable on one line with its value.

use std::rc::Rc;

use super::words::{filled, named, text};
use super::{DataTable, ForeignKey, Variable};
use crate::catalogue::When;
use crate::query::{Coded, Datum, DatumKind, Missing};
use crate::words::{DatasetText as T, Lang, Text};

type ValueOf<'s, R> = Box<dyn Fn(R) -> Datum<'s> + 's>;

/// The variables of a table whose rows are made from items `R`.
pub(super) struct Columns<'s, R> {
    table: &'static str,
    variables: Vec<Variable>,
    values: Vec<ValueOf<'s, R>>,
}

impl<'s, R: Clone + 's> Columns<'s, R> {
    /// A table without variables.
    pub fn of(table: &'static str) -> Columns<'s, R> {
        Columns { table, variables: Vec::new(), values: Vec::new() }
    }

    /// A variable that every row has.
    pub fn must<D: Into<Datum<'s>>>(self, key: &str, kind: DatumKind, value: impl Fn(R) -> D + 's) -> Self {
        let (label, rule) = named(self.table, key);
        let variable = Variable { key: key.to_owned(), kind, label, rule, missing: None };
        self.variable(variable, move |row| value(row).into())
    }

    /// A variable that a row may lack, for one reason.
    pub fn may<D: Into<Datum<'s>>>(
        self,
        key: &str,
        kind: DatumKind,
        why: Missing,
        value: impl Fn(R) -> Option<D> + 's,
    ) -> Self {
        let (label, rule) = named(self.table, key);
        let variable = Variable { key: key.to_owned(), kind, label, rule, missing: Some(why) };
        self.variable(variable, move |row| value(row).map_or(Datum::Missing(why), Into::into))
    }

    /// A text of the catalogue in Chinese and in English, each of which may be missing.
    pub fn both(self, key: &str, value: impl Fn(R) -> Option<&'s Text> + Clone + 's) -> Self {
        self.each(key, Missing::NotKnown, move |row, lang| match lang {
            Lang::Zh => value(row)?.zh.as_deref(),
            Lang::En => value(row)?.en.as_deref(),
        })
    }

    /// A text in each language, each of which a row may lack for one reason.
    pub fn each(mut self, key: &str, why: Missing, value: impl Fn(R, Lang) -> Option<&'s str> + Clone + 's) -> Self {
        let (label, rule) = named(self.table, key);
        for (lang, words) in [(Lang::Zh, T::InChinese), (Lang::En, T::InEnglish)] {
            let variable = Variable {
                key: format!("{key}_{}", lang.id()),
                kind: DatumKind::Text,
                label: filled(words, "label", &label),
                rule: rule.clone(),
                missing: Some(why),
            };
            let value = value.clone();
            self = self.variable(variable, move |row| value(row, lang).map_or(Datum::Missing(why), Datum::from));
        }
        self
    }

    /// A date, and beside it its precision.
    pub fn date(self, key: &str, why: Option<Missing>, value: impl Fn(R) -> Option<When> + Clone + 's) -> Self {
        let (label, rule) = named(self.table, key);
        let precision = Variable {
            key: format!("{key}_precision"),
            kind: DatumKind::Category(PRECISIONS.to_vec()),
            label: filled(T::PrecisionOf, "label", &label),
            rule: text(T::PrecisionRule),
            missing: why,
        };
        let lacks = move || Datum::Missing(why.unwrap_or(Missing::NotKnown));
        let date = Variable { key: key.to_owned(), kind: DatumKind::Date, label, rule, missing: why };
        let when = value.clone();
        self.variable(date, move |row| when(row).map_or_else(lacks, Datum::Date)).variable(precision, move |row| {
            value(row).map_or_else(lacks, |when| {
                let [year, month, day] = PRECISIONS;
                Datum::Category(match when {
                    When::Year(_) => year,
                    When::Month(_) => month,
                    When::Day(_) => day,
                })
            })
        })
    }

    /// Any variable.
    pub fn variable(mut self, variable: Variable, value: impl Fn(R) -> Datum<'s> + 's) -> Self {
        self.variables.push(variable);
        self.values.push(Box::new(value));
        self
    }

    /// The table of these items.
    pub fn table<I: Iterator<Item = R> + 's>(
        self,
        primary_key: &[&'static str],
        foreign_keys: &[ForeignKey],
        items: impl Fn() -> I + 's,
    ) -> DataTable<'s> {
        let (title, doc) = named(self.table, "");
        let (values, items) = (Rc::new(self.values), Rc::new(items));
        let counted = Rc::clone(&items);
        DataTable {
            name: self.table,
            title,
            doc,
            variables: self.variables,
            primary_key: primary_key.to_vec(),
            foreign_keys: foreign_keys.to_vec(),
            rows: Box::new(move || {
                let values = Rc::clone(&values);
                Box::new(items().map(move |row| values.iter().map(|value| value(row.clone())).collect()))
            }),
            count: Box::new(move || counted().count()),
        }
    }
}

/// The precisions of a date.
const PRECISIONS: [Coded; 3] = [
    Coded::new(0, "year", T::PrecisionYear.both()),
    Coded::new(1, "month", T::PrecisionMonth.both()),
    Coded::new(2, "day", T::PrecisionDay.both()),
];

/// A key of one variable.
pub(super) const fn refers(
    variables: &'static [&'static str],
    table: &'static str,
    key: &'static [&'static str],
) -> ForeignKey {
    ForeignKey { variables, table, key }
}
