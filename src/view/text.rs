//! A view in files: the same names, and each value as its stable text, whichever catalogue it was made on.
//!
//! Saved views, recipes and the slides of walks hold it. [`View::fit`] fits it to the open catalogue.

use serde::{Deserialize, Serialize};

use super::{FigureChoice, Tab, View};
use crate::query::{FieldKey, FigureKind, Stack, Unit, write, write_sort};

/// A view as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ViewText {
    /// The canonical query line.
    pub query: String,
    /// The unit of a row of the table.
    pub unit: Unit,
    /// The sort line: `month,-region`; empty is the default order.
    pub sort: String,
    /// Stable names of the columns shown in the table; empty is the usual set.
    pub columns: Vec<String>,
    /// The tab.
    pub tab: Tab,
    /// Ids and codes of the comparison, in order.
    pub comparison: Vec<String>,
    /// My column of the comparison; none is the user's region.
    pub mine: Option<String>,
    /// The stacking of the charts.
    pub stack: Stack,
    /// Whether the charts show the milestones.
    pub milestones: bool,
    /// The figure of the charts.
    pub figure: ChoiceText,
}

/// The choice of a figure as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ChoiceText {
    /// Its stable name; empty is the usual one.
    pub kind: String,
    /// The unit of its counts; none is the usual one.
    pub unit: Option<Unit>,
    /// Whether similarity counts keywords too.
    pub keywords: bool,
    /// Whether like rows stand side by side, in place of the usual order.
    pub by_likeness: bool,
    /// Whether the places with most policies come first, in place of the usual order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_count: bool,
}

impl ViewText {
    /// A view in which every field is written, also those that are only written where they are set.
    pub fn with_all_fields() -> ViewText {
        ViewText { figure: ChoiceText { by_count: true, ..ChoiceText::default() }, ..ViewText::default() }
    }

    /// The text of a view.
    pub fn of(view: &View) -> ViewText {
        ViewText {
            query: write(&view.query),
            unit: view.unit,
            sort: write_sort(&view.sort),
            columns: view.columns.iter().map(FieldKey::id).collect(),
            tab: view.tab,
            comparison: view.comparison.clone(),
            mine: view.mine.clone(),
            stack: view.stack,
            milestones: view.milestones,
            figure: ChoiceText::of(view.figure),
        }
    }
}

impl ChoiceText {
    /// The text of a choice.
    pub fn of(choice: FigureChoice) -> ChoiceText {
        let FigureChoice { kind, unit, keywords, by_likeness, by_count } = choice;
        let kind = kind.map(FigureKind::id).unwrap_or_default().to_owned();
        ChoiceText { kind, unit, keywords, by_likeness, by_count }
    }

    /// The choice; for a figure that this version does not know the usual one.
    pub fn read(&self) -> FigureChoice {
        let ChoiceText { kind, unit, keywords, by_likeness, by_count } = self;
        let (keywords, by_likeness, by_count) = (*keywords, *by_likeness, *by_count);
        FigureChoice { kind: FigureKind::find(kind), unit: *unit, keywords, by_likeness, by_count }
    }
}
