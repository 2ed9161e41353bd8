//! Which focuses are stated together: each combination with its members.

use super::bars::{Caption, caption};
use super::focus_heatmap::{FocusColumn, focus_columns};
use super::similarity::row_name;
use crate::catalogue::FocusIdx;
use crate::compare::combinations;
use crate::query::{Index, Outcome, Query, write};
use crate::words::{FigureText as T, Lang};

/// A combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpsetRow {
    /// Its focuses; none where nothing is stated or assessed.
    pub focuses: Vec<FocusIdx>,
    /// Its name: the focuses, or that nothing is stated, or not assessed.
    pub name: String,
    /// Its members by name.
    pub members: Vec<String>,
    /// The line of query that finds them, where there is one.
    pub query: String,
}

/// Combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upset {
    /// The focuses with how many members have each, in whatever combination.
    pub sets: Vec<(FocusColumn, usize)>,
    /// The largest first; what is not stated and not assessed last.
    pub rows: Vec<UpsetRow>,
    /// What stands under it.
    pub caption: Caption,
}

/// Sorts the rows of a result into their combinations.
pub fn upset(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Upset {
    let found = combinations(index, query, outcome);
    let row = |combination: &crate::compare::Combination| UpsetRow {
        focuses: combination.together.focuses().to_vec(),
        name: found.name(&index.catalogue, &combination.together, lang),
        members: combination.members.iter().map(|row| row_name(index, *row, lang)).collect(),
        query: combination.query.as_ref().map(write).unwrap_or_default(),
    };
    let columns = focus_columns(index, query, outcome, lang);
    let size = |focus| found.sets.iter().find(|(of, _)| *of == focus).map_or(0, |(_, size)| *size);
    let nobody = T::UpsetNobody.fill(lang, &[("n", &found.nobody.count())]);
    Upset {
        sets: columns.into_iter().map(|column| (size(column.focus), column)).map(|(n, column)| (column, n)).collect(),
        rows: found.combinations.iter().map(row).collect(),
        caption: caption(index, outcome, lang, nobody),
    }
}
