//! Combinations of focuses that are stated together, each with its members.

use super::bars::{Caption, caption};
use super::focus_heatmap::{FocusColumn, focus_columns};
use super::similarity::row_name;
use crate::catalogue::FocusIdx;
use crate::compare::combinations;
use crate::query::{Index, Outcome, Query, Tally, Unit, floor_note, stated_of};
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

/// A focus over all combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpsetSet {
    /// The focus.
    pub column: FocusColumn,
    /// The number of members with it.
    pub size: Tally,
    /// The number of members that a source in sight covers or speaks of.
    pub covered: usize,
}

impl UpsetSet {
    /// Its size and of how many.
    pub fn words(&self, lang: Lang) -> String {
        stated_of(self.size, self.covered, lang)
    }
}

/// Combinations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upset {
    /// The focuses.
    pub sets: Vec<UpsetSet>,
    /// The head of the members: of how many they are.
    pub members: String,
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
    let mut notes = vec![T::UpsetNobody.fill(lang, &[("n", &found.nobody.count())])];
    if found.sets.iter().any(|set| set.size.is_floor) {
        notes.extend([
            floor_note(columns.iter().map(|column| &column.count), &index.catalogue, lang),
            T::UpsetOpen.get(lang).to_owned(),
        ]);
    }
    let members = match found.unit {
        Unit::Policy => T::MembersPolicies,
        Unit::Region => T::MembersPlaces,
    };
    let set = |column: FocusColumn| {
        let set = found.sets.iter().find(|set| set.focus == column.focus);
        let (size, covered) = set.map_or_else(Default::default, |set| (set.size, set.covered));
        UpsetSet { column, size, covered }
    };
    Upset {
        sets: columns.into_iter().map(set).collect(),
        members: members.fill(lang, &[("n", &found.total)]),
        rows: found.combinations.iter().map(row).collect(),
        caption: caption(index, outcome, lang, notes.join(lang.semicolon())),
    }
}
