//! Cells of policies as bits: those of a place are joined by *or*, eight focuses at a time, for as many policies as pass.

use super::cell::Cell;
use crate::catalogue::{Basis, PolicyIdx, Strength};

/// One bit a strength: that of the cell and of each below it, so that *or* leaves the highest.
const STRENGTHS: u8 = (1 << Strength::ALL.len()) - 1;
/// A statement of the cell has a closed list.
const CLOSED: u8 = 1 << 6;
/// A source covers the cell, or says that it is silent.
const COVERED: u8 = 1 << 7;
const _: () = assert!(STRENGTHS & (CLOSED | COVERED) == 0, "a strength has a bit of its own");

/// Focuses in a word.
const IN_WORD: usize = 8;

/// The cells of all policies, of each its focuses in as many words as they need.
#[derive(Debug)]
pub struct JoinedCells {
    words: usize,
    rows: Vec<u64>,
}

/// The cells of some policies in one, a byte a focus.
pub struct Joined(Vec<u64>);

impl JoinedCells {
    /// Rows of cells, one a policy; `covers` tells the policies that a source covers for every focus.
    pub fn of<'c>(
        rows: impl ExactSizeIterator<Item = &'c [Cell]>,
        focuses: usize,
        covers: impl Fn(usize) -> bool,
    ) -> JoinedCells {
        let words = focuses.div_ceil(IN_WORD);
        let mut joined = Vec::with_capacity(rows.len() * words);
        for (policy, cells) in rows.enumerate() {
            let is_whole = covers(policy);
            let word = |cells: &[Cell]| {
                let bytes = cells.iter().enumerate().map(|(at, cell)| u64::from(bits(*cell, is_whole)) << (8 * at));
                bytes.fold(0, |word, byte| word | byte)
            };
            joined.extend(cells.chunks(IN_WORD).map(word));
        }
        JoinedCells { words, rows: joined }
    }

    /// The cells of some policies in one.
    pub fn join(&self, policies: impl Iterator<Item = PolicyIdx>) -> Joined {
        let mut joined = vec![0; self.words];
        for policy in policies {
            let from = policy.0 as usize * self.words;
            let row = self.rows.get(from..from + self.words).unwrap_or_default();
            joined.iter_mut().zip(row).for_each(|(to, own)| *to |= own);
        }
        Joined(joined)
    }
}

/// The bits of a cell. Of a cell whose basis is no policy only whether it is covered counts.
fn bits(cell: Cell, is_whole: bool) -> u8 {
    let covered = if is_whole || cell.strength == Strength::NotStated { COVERED } else { 0 };
    if cell.basis != Some(Basis::Policy) {
        return covered;
    }
    let strengths = STRENGTHS >> (Strength::ALL.len() - 1 - cell.strength as usize);
    strengths | covered | if cell.open { 0 } else { CLOSED }
}

impl Joined {
    /// Whether a source covers one of the policies in a focus, and the cell of the policies on which a source states it.
    pub fn focus(&self, focus: usize) -> (bool, Option<Cell>) {
        let word = self.0.get(focus / IN_WORD).copied().unwrap_or_default();
        let bits = word.to_le_bytes().get(focus % IN_WORD).copied().unwrap_or_default();
        let highest = (bits & STRENGTHS).count_ones().checked_sub(1);
        let strength = highest.and_then(|at| Strength::ALL.get(at as usize));
        let cell =
            |strength: &Strength| Cell { strength: *strength, basis: Some(Basis::Policy), open: bits & CLOSED == 0 };
        (bits & COVERED != 0, strength.map(cell))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_cells_join_to_the_highest_strength_and_are_open_where_both_are() {
        let stated = |open| {
            Strength::ALL.iter().map(move |strength| Cell { strength: *strength, basis: Some(Basis::Policy), open })
        };
        let of_place = Cell { strength: Strength::Core, basis: Some(Basis::Region), open: false };
        let blanks = [Cell::blank(false), Cell::blank(true), of_place];
        let all: Vec<Cell> = stated(true).chain(stated(false)).chain(blanks).collect();
        let is_told = |cell: &&Cell| cell.basis == Some(Basis::Policy);
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            // Nine focuses, so that the last one is alone in its word.
            let rows: Vec<Cell> = [a, b].into_iter().flat_map(|cell| [*cell; 9]).collect();
            let joined = JoinedCells::of(rows.chunks(9), 9, |_| false);
            let told: Vec<&Cell> = [a, b].into_iter().filter(is_told).collect();
            let expected = told.iter().map(|cell| cell.strength).max().map(|strength| Cell {
                strength,
                basis: Some(Basis::Policy),
                open: told.iter().all(|cell| cell.open),
            });
            let covered = [a, b].iter().any(|cell| cell.strength == Strength::NotStated);
            let both = joined.join([PolicyIdx(0), PolicyIdx(1)].into_iter());
            for focus in [0, 7, 8] {
                assert_eq!(both.focus(focus), (covered, expected), "{a:?} and {b:?}");
            }
        }
        let whole = JoinedCells::of([&[of_place][..]].into_iter(), 1, |_| true);
        assert_eq!(whole.join([PolicyIdx(0)].into_iter()).focus(0), (true, None));
    }
}
