//! Focuses over the months, as small multiples: in each month the rows with a policy of that month that a source names
//! for the focus. What is said of a place alone has no month, and so stands in none and is counted apart.

use super::bars::{BarPanel, Bars, caption, month_notes, months, months_of, panel};
use super::focus_heatmap::focus_columns;
use super::named::{CountedNames, NamedBars};
use crate::catalogue::{FocusIdx, Month, PolicyIdx};
use crate::query::{Index, Outcome, Query, Row, Tally, TermKey, floor_note, without_focus};
use crate::words::{FigureText as T, Lang};

/// The rows that state each focus, by the months of the policies that are named for it.
///
/// Usually counted by place. A place with such policies in several months stands in each.
pub(super) fn focus_by_month(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> NamedBars {
    let catalogue = &*index.catalogue;
    let base = without_focus(index, query, outcome);
    let (categories, first) = months(index, &base);
    let named = Named { index, base: &base, first, query };
    let columns = focus_columns(index, query, outcome, lang);
    let names: Vec<Vec<CountedNames>> =
        catalogue.focus_idxs().map(|focus| named.names(focus, categories.len(), lang)).collect();
    let rows = named.rows(categories.len());
    let of_focus = |(focus, names): (FocusIdx, &Vec<CountedNames>)| {
        let values: Vec<usize> = names.iter().map(|names| names.count).collect();
        let is_open = base.cells.is_open(focus, query.strength());
        let told = values.iter().zip(&rows).map(|(count, rows)| Tally::of(*count, *rows, is_open));
        let floors = told.enumerate().filter(|(_, tally)| tally.is_floor).map(|(at, _)| at).collect();
        let title = catalogue[focus].name.get(lang).to_owned();
        BarPanel { floors, ..panel(title.clone(), Some(focus), vec![title], vec![values]) }
    };
    let panels = catalogue.focus_idxs().zip(&names).map(of_focus).collect();
    let is_left_out = columns.iter().any(|column| column.count.by_place > 0);
    let mut notes: Vec<String> = Vec::new();
    notes.extend(is_left_out.then(|| T::PlaceOnlyHasNoMonth.get(lang).to_owned()));
    notes.extend(month_notes(index, &base, lang));
    notes.push(floor_note(columns.iter().map(|column| &column.count), catalogue, lang));
    notes.retain(|note| !note.is_empty());
    let caption = caption(index, &base, lang, notes.join(lang.semicolon()));
    let title = T::FocusByMonth.get(lang).to_owned();
    let bars = Bars { key: TermKey::Month, title, categories, panels, caption };
    NamedBars { names, columns, ..NamedBars::of(bars) }
}

/// The result that is laid along the months.
struct Named<'a> {
    index: &'a Index,
    base: &'a Outcome,
    first: Option<Month>,
    query: &'a Query,
}

impl Named<'_> {
    /// For each month the places of the rows with a policy of that month that is named for the focus.
    fn names(&self, focus: FocusIdx, len: usize, lang: Lang) -> Vec<CountedNames> {
        let catalogue = &*self.index.catalogue;
        let is_named = |p: &PolicyIdx| self.base.cells.own(*p, focus).strength >= self.query.strength();
        let mut names = vec![CountedNames::default(); len];
        for row in &self.base.rows {
            let mut policies = self.base.policies_of(self.index, *row);
            policies.retain(is_named);
            for at in months_of(self.index, &policies, self.first) {
                if let Some(list) = names.get_mut(at) {
                    list.push(|| catalogue[row.region(catalogue)].short_name(lang).to_owned());
                }
            }
        }
        names
    }

    /// The number of rows with a policy in each month, whatever it states.
    fn rows(&self, len: usize) -> Vec<usize> {
        let mut rows = vec![0; len];
        let months = |row: &Row| months_of(self.index, &self.base.policies_of(self.index, *row), self.first);
        for at in self.base.rows.iter().flat_map(months) {
            if let Some(rows) = rows.get_mut(at) {
                *rows += 1;
            }
        }
        rows
    }
}
