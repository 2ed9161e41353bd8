//! The claim that places take up all focuses, compared with the statements of its own source on each place.

use super::Verdict;
use crate::catalogue::Catalogue;
use crate::query::Outcome;
use crate::words::{CompareText as T, Lang};

/// Places by the number of focuses stated of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breadth {
    /// The number of places with each number of focuses, from none to all.
    pub places: Vec<usize>,
}

impl Breadth {
    /// Counts the places that the source covers or speaks of.
    pub(super) fn of(catalogue: &Catalogue, outcome: &Outcome) -> Breadth {
        let mut places = vec![0; catalogue.focuses.len() + 1];
        for row in &outcome.rows {
            let cells: Vec<_> = catalogue.focus_idxs().map(|focus| outcome.cell(*row, focus)).collect();
            if cells.iter().any(|cell| cell.is_assessed()) {
                let stated = cells.iter().filter(|cell| cell.strength.is_stated()).count();
                if let Some(places) = places.get_mut(stated) {
                    *places += 1;
                }
            }
        }
        Breadth { places }
    }

    fn focuses(&self) -> usize {
        self.places.len().saturating_sub(1)
    }

    /// The number of places.
    pub fn total(&self) -> usize {
        self.places.iter().sum()
    }

    /// The number of places with every focus.
    pub fn all(&self) -> usize {
        self.places.last().copied().unwrap_or_default()
    }

    /// The highest number of focuses of a place, and the number of places with it.
    pub fn most(&self) -> (usize, usize) {
        let filled = self.places.iter().enumerate().rfind(|(_, places)| **places > 0);
        filled.map_or((0, 0), |(focuses, places)| (focuses, *places))
    }

    /// The median number of focuses of a place, in halves.
    fn median_halves(&self) -> usize {
        let mut each =
            self.places.iter().enumerate().flat_map(|(focuses, places)| std::iter::repeat_n(focuses, *places));
        let total = self.total();
        // The middle one twice, or the two in the middle.
        let lower = each.nth(total.saturating_sub(1) / 2).unwrap_or_default();
        let upper = if total.is_multiple_of(2) { each.next().unwrap_or_default() } else { lower };
        lower + upper
    }

    /// `1`, `1.5`.
    pub fn median(&self) -> String {
        let halves = self.median_halves();
        if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
    }

    /// Agrees where every place takes up every focus.
    pub(super) fn verdict(&self) -> Verdict {
        match (self.total(), self.all()) {
            (0, _) => Verdict::CannotBeChecked,
            (total, all) if all == total => Verdict::Agrees,
            _ => Verdict::Differs,
        }
    }

    pub(super) fn formula(&self, lang: Lang) -> String {
        T::AllFocusesFormula.fill(lang, &[("n", &self.focuses()), ("k", &self.all()), ("places", &self.total())])
    }

    pub(super) fn found(&self, lang: Lang) -> String {
        let (most, of) = self.most();
        T::AllFocusesFound.fill(
            lang,
            &[
                ("places", &self.total()),
                ("n", &self.focuses()),
                ("k", &self.all()),
                ("most", &most),
                ("of", &of),
                ("median", &self.median()),
            ],
        )
    }
}
