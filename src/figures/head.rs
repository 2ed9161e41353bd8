//! The columns of a figure's table: each with its stable name and, for people, with its name and words.

use std::borrow::Cow;

use super::focus_heatmap::FocusColumn;
use crate::query::{Coded, Column, Datum};
use crate::words::{FigureText as T, Lang};

/// A focus in the head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusHead {
    id: String,
    name: String,
}

impl From<&FocusColumn> for FocusHead {
    fn from(column: &FocusColumn) -> FocusHead {
        FocusHead { id: column.id.clone(), name: column.name.clone() }
    }
}

/// A column of the table of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// A column of FIELDS.
    Field(Column<FocusHead>),
    /// The part of a bar with one stage or tier.
    Part(Coded),
    /// A column of figures alone: its stable name, and its name for people unless it is for programs.
    Own(&'static str, Option<T>),
}

impl Head {
    /// The stable name.
    pub fn key(&self) -> String {
        match self {
            Head::Field(column) => column.with_focus(|focus| focus.id.clone()).id(),
            Head::Part(part) => part.id.to_owned(),
            Head::Own(key, _) => (*key).to_owned(),
        }
    }

    /// The name for people; none for a column of codes, which stands beside one of names.
    pub fn name(&self, lang: Lang) -> Option<String> {
        match self {
            Head::Field(Column::Id | Column::Region | Column::Short) => None,
            Head::Field(column) => {
                let focus = column.focus().map_or("", |focus| focus.name.as_str());
                Some(column.entry().label.fill(lang, &[("focus", &focus)]))
            }
            Head::Part(part) => Some(part.name(lang).to_owned()),
            Head::Own(_, name) => name.map(|name| name.get(lang).to_owned()),
        }
    }

    /// A value in words.
    pub fn words<'d>(&self, value: &'d Datum<'_>, lang: Lang) -> Cow<'d, str> {
        match self {
            Head::Field(column) => column.words(value, lang),
            _ => value.words(lang),
        }
    }
}
