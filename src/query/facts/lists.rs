//! Many short lists, one after the other in memory.

use std::ops::Range;

/// A list for each position, as most columns of several values are.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    items: Vec<T>,
    /// The end of each list.
    ends: Vec<u32>,
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
        self.ends.push(self.items.len() as u32);
    }

    /// The list of a position; empty past the last.
    pub fn get(&self, at: usize) -> &[T] {
        self.items.get(self.range(at)).unwrap_or_default()
    }

    /// The places of the list of a position among all items; empty past the last.
    pub fn range(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let begin = at.checked_sub(1).map_or(Some(0), end);
        begin.zip(end(at)).map_or(0..0, |(begin, end)| begin..end)
    }

    /// The items of all lists.
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// Each list in turn.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> + Clone {
        (0..self.ends.len()).map(|at| self.get(at))
    }
}

impl<T: Copy> Lists<T> {
    /// The lists of so many positions from pairs of a position and an item, each list in the order of the pairs.
    pub fn of(positions: usize, pairs: impl Iterator<Item = (usize, T)> + Clone) -> Lists<T> {
        let pairs = pairs.filter(|(at, _)| *at < positions);
        // Where the next item of each list goes; behind its last one in the end.
        let mut ends = vec![0; positions + 1];
        for (at, _) in pairs.clone() {
            ends.get_mut(at + 1).into_iter().for_each(|end| *end += 1);
        }
        let mut before = 0;
        for end in &mut ends {
            before += *end;
            *end = before;
        }
        let mut items: Vec<T> = pairs.clone().map(|(_, item)| item).collect();
        for (at, item) in pairs {
            let Some(next) = ends.get_mut(at) else { continue };
            items.get_mut(*next as usize).into_iter().for_each(|slot| *slot = item);
            *next += 1;
        }
        ends.pop();
        Lists { items, ends }
    }

    /// The same lists with something else for each item.
    pub fn map<U>(&self, of: impl Fn(T) -> Option<U>) -> Lists<U> {
        let mut lists = Lists::default();
        for list in self.iter() {
            lists.push(list.iter().filter_map(|item| of(*item)));
        }
        lists
    }

    /// Puts the lists of another behind these.
    pub fn append(&mut self, other: &Lists<T>) {
        let before = self.items.len() as u32;
        self.items.extend_from_slice(&other.items);
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_position_has_its_items_in_the_order_of_the_pairs() {
        let pairs = [(2, 'a'), (0, 'b'), (2, 'c'), (7, 'd'), (0, 'e')];
        let mut lists = Lists::of(4, pairs.into_iter());
        assert_eq!(lists.iter().collect::<Vec<_>>(), [&['b', 'e'][..], &[], &['a', 'c'], &[]]);
        assert_eq!(lists.map(|c| (c != 'a').then_some(1)).iter().collect::<Vec<_>>(), [&[1, 1][..], &[], &[1], &[]]);
        lists.append(&lists.clone());
        lists.push(['f']);
        assert_eq!(lists.get(4), ['b', 'e']);
        assert_eq!((lists.get(7), lists.get(8), lists.get(9)), (&[][..], &['f'][..], &[][..]));
        assert_eq!(Lists::<u8>::of(0, std::iter::empty()).iter().count(), 0);
    }
}
