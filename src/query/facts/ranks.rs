//! Ranks: the values of a column as numbers in its order, so that rows are sorted without comparing a value twice.

use std::cmp::Ordering;

/// The rank of each of some rows in one column.
#[derive(Debug)]
pub struct Ranks {
    /// Equal values have one rank, and there is none between two others.
    of: Vec<u32>,
    /// The rank of the first blank value. Blanks come last, forwards as well as backwards.
    blank: u32,
    /// The number of ranks.
    count: u32,
}

impl Ranks {
    fn get(&self, at: usize) -> u32 {
        self.of.get(at).copied().unwrap_or(self.count)
    }

    /// The rank with the largest value first.
    fn backwards(&self, at: usize) -> u32 {
        let rank = self.get(at);
        let (first, end) = if rank < self.blank { (0, self.blank) } else { (self.blank, self.count) };
        (first + end).saturating_sub(rank + 1)
    }
}

/// The ranks of values in an order, where some of them are blank.
pub fn ranks_of<V>(values: &[V], is_blank: impl Fn(&V) -> bool, compare: impl Fn(&V, &V) -> Ordering) -> Ranks {
    let mut order: Vec<(&V, bool, usize)> =
        values.iter().enumerate().map(|(at, value)| (value, is_blank(value), at)).collect();
    order.sort_unstable_by(|(a, is_blank, _), (b, other, _)| is_blank.cmp(other).then_with(|| compare(a, b)));
    let mut ranks = Ranks { of: vec![0; values.len()], blank: 0, count: 0 };
    for group in order.chunk_by(|(a, is_blank, _), (b, other, _)| is_blank == other && compare(a, b).is_eq()) {
        for (_, _, at) in group {
            if let Some(rank) = ranks.of.get_mut(*at) {
                *rank = ranks.count;
            }
        }
        ranks.count += 1;
        if group.first().is_some_and(|(_, is_blank, _)| !is_blank) {
            ranks.blank = ranks.count;
        }
    }
    ranks
}

/// Rows in the order of their ranks, those of one rank as they stood. `at` gives the position of a row in the ranks.
pub fn by_rank<R: Copy>(rows: &[R], ranks: &Ranks, descending: bool, at: impl Fn(usize, R) -> usize) -> Vec<R> {
    let rank = |(n, row): (usize, &R)| {
        let at = at(n, *row);
        if descending { ranks.backwards(at) } else { ranks.get(at) }
    };
    // Each rank's first place: the number of rows before it.
    let mut places = vec![0usize; ranks.count as usize + 2];
    for one in rows.iter().enumerate() {
        if let Some(next) = places.get_mut(rank(one) as usize + 1) {
            *next += 1;
        }
    }
    let mut before = 0;
    for place in &mut places {
        before += *place;
        *place = before;
    }
    let mut sorted = rows.to_vec();
    for one in rows.iter().enumerate() {
        if let Some(place) = places.get_mut(rank(one) as usize) {
            if let Some(row) = sorted.get_mut(*place) {
                *row = *one.1;
            }
            *place += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_last_either_way_and_equal_rows_stay_as_they_stood() {
        let values = ["b", "", "a", "b", "", "c"];
        let ranks = ranks_of(&values, |value| value.is_empty(), Ord::cmp);
        let rows = [0, 1, 2, 3, 4, 5];
        assert_eq!(by_rank(&rows, &ranks, false, |_, row| row), [2, 0, 3, 5, 1, 4]);
        assert_eq!(by_rank(&rows, &ranks, true, |_, row| row), [5, 0, 3, 2, 1, 4]);
        assert_eq!(by_rank(&[4, 3, 5], &ranks, true, |_, row| row), [5, 3, 4]);
        let none = ranks_of(&[] as &[&str], |_| false, Ord::cmp);
        assert_eq!(by_rank(&[] as &[usize], &none, false, |_, row| row), [] as [usize; 0]);
    }
}
