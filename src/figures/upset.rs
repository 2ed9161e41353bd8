//! Combinations of focuses that are stated together, each with its members.

use super::bars::{Caption, caption};
use super::focus_heatmap::{FocusColumn, focus_columns};
use super::similarity::row_name;
use crate::catalogue::FocusIdx;
use crate::compare::combinations;
use crate::query::{Index, Outcome, Query, Tally, floor_note};
use crate::words::{FigureText as T, Lang};

/// A combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpsetRow {
    /// Its focuses; none for not stated and not assessed.
    pub focuses: Vec<FocusIdx>,
    /// Its name: the focuses, `nothing stated` or `not assessed`.
    pub name: String,
    /// Its members by name.
    pub members: Vec<String>,
    /// The query that finds them, where there is one.
    pub query: Option<Query>,
}

/// Combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upset {
    /// The focuses with the number of members of each, over all combinations.
    pub sets: Vec<(FocusColumn, Tally)>,
    /// Of each focus the number of members that a source in sight covers or speaks of.
    pub covered: Vec<usize>,
    /// The largest first; not stated and not assessed last.
    pub rows: Vec<UpsetRow>,
    /// Its caption.
    pub caption: Caption,
}

/// Sorts the rows of a result into their combinations.
pub fn upset(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Upset {
    let found = combinations(index, query, outcome);
    let row = |combination: &crate::compare::Combination| UpsetRow {
        focuses: combination.together.focuses().to_vec(),
        name: found.name(&index.catalogue, &combination.together, lang),
        members: combination.members.iter().map(|row| row_name(index, *row, lang)).collect(),
        query: combination.query.clone(),
    };
    let columns = focus_columns(index, query, outcome, lang);
    let size = |focus| found.sets.iter().find(|(of, _)| *of == focus).map_or_else(Tally::default, |(_, size)| *size);
    let mut notes = vec![T::UpsetNobody.fill(lang, &[("n", &found.nobody.count())])];
    if found.sets.iter().any(|(_, size)| size.is_floor) {
        notes.extend([
            floor_note(columns.iter().map(|column| &column.count), &index.catalogue, lang),
            T::UpsetOpen.get(lang).to_owned(),
        ]);
    }
    let covered = |focus: FocusIdx| outcome.rows.iter().filter(|row| outcome.cell(**row, focus).is_assessed()).count();
    Upset {
        covered: index.catalogue.focus_idxs().map(covered).collect(),
        sets: columns.into_iter().map(|column| (size(column.focus), column)).map(|(n, column)| (column, n)).collect(),
        rows: found.combinations.iter().map(row).collect(),
        caption: caption(index, outcome, lang, notes.join(lang.semicolon())),
    }
}
