//! Many short lists, one after the other in memory.

/// A list for each position, as most columns of several values are.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    items: Vec<T>,
    /// The end of each list.
    ends: Vec<usize>,
}

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds the list of the next position.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(self.items.len());
    }

    /// The list of a position; empty past the last.
    pub fn get(&self, at: usize) -> &[T] {
        let begin = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(at).copied();
        begin.zip(end).and_then(|(begin, end)| self.items.get(begin..end)).unwrap_or_default()
    }

    /// Each list in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len()).map(|at| self.get(at))
    }
}

impl<T: Copy> Lists<T> {
    /// The lists of so many positions from pairs of a position and an item, each list in the order of the pairs.
    pub fn of(positions: usize, pairs: impl Iterator<Item = (usize, T)>) -> Lists<T> {
        let mut pairs: Vec<(usize, T)> = pairs.filter(|(at, _)| *at < positions).collect();
        pairs.sort_by_key(|(at, _)| *at);
        let ends = (0..positions).map(|at| pairs.partition_point(|(other, _)| *other <= at)).collect();
        Lists { items: pairs.into_iter().map(|(_, item)| item).collect(), ends }
    }
}
