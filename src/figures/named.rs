//! Bars with the names behind each.

use std::cmp::Reverse;

use super::bars::{Bars, MilestoneMark};
use super::focus_heatmap::FocusColumn;
use crate::query::Stack;

/// Names of those that a bar counts. These may be a whole catalogue, of which nobody reads more than the first names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedNames {
    /// The first names, as many as a figure lists.
    pub first: Vec<String>,
    /// The number of all.
    pub count: usize,
}

impl CountedNames {
    /// The most names that any figure lists.
    pub const ROOM: usize = 20;

    /// Counts one more, whose name is made while there is room.
    pub fn push(&mut self, name: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < Self::ROOM {
            self.first.push(name());
        }
    }
}

/// Bars, and the names behind each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBars {
    /// The bars.
    pub bars: Bars,
    /// The stacking of the bars, if any.
    pub stack: Option<Stack>,
    /// For each panel and category the policies or places that it counts.
    pub names: Vec<Vec<CountedNames>>,
    /// For the panels of focuses: how many state it.
    pub columns: Vec<FocusColumn>,
    /// By place: those of which the catalogue has no policy, whatever the query.
    pub without: Vec<bool>,
    /// The categories that the query leaves out, which stand beside those that it chooses, in their order.
    pub others: Vec<usize>,
    /// Along the months, in their order, each with the category it falls into.
    pub milestones: Vec<(usize, MilestoneMark)>,
}

impl NamedBars {
    /// Bars of which no more is known.
    pub(super) fn of(bars: Bars) -> NamedBars {
        let (names, columns, without, others) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        NamedBars { bars, stack: None, names, columns, without, others, milestones: Vec::new() }
    }

    /// The names that a bar of a panel counts.
    pub fn names_of(&self, panel: usize, category: usize) -> &CountedNames {
        const NONE: &CountedNames = &CountedNames { first: Vec::new(), count: 0 };
        self.names.get(panel).and_then(|lists| lists.get(category)).unwrap_or(NONE)
    }

    /// The same with the most first; of as many each in the order that they had.
    pub(super) fn by_count(mut self) -> NamedBars {
        let mut order: Vec<usize> = (0..self.bars.categories.len()).collect();
        order.sort_by_key(|at| Reverse(self.bars.total(0, *at)));
        self.others = (0..order.len()).filter(|to| order.get(*to).is_some_and(|at| self.others.contains(at))).collect();
        self.bars.categories = ordered(&order, &self.bars.categories);
        self.without = ordered(&order, &self.without);
        for series in self.bars.panels.iter_mut().flat_map(|panel| &mut panel.series) {
            series.values = ordered(&order, &series.values);
            series.place_only = ordered(&order, &series.place_only);
        }
        for names in &mut self.names {
            *names = ordered(&order, names);
        }
        self
    }
}

/// Values in another order.
fn ordered<V: Clone>(order: &[usize], values: &[V]) -> Vec<V> {
    order.iter().filter_map(|at| values.get(*at).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_room_are_counted_and_not_made() {
        let (mut names, mut made) = (CountedNames::default(), 0);
        for n in 0..250 {
            names.push(|| {
                made += 1;
                n.to_string()
            });
        }
        assert_eq!((names.count, names.first.len(), made), (250, CountedNames::ROOM, CountedNames::ROOM));
        assert_eq!(names.first.last().map(String::as_str), Some("19"));
    }
}
