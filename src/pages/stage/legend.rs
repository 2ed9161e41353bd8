//! The legend of the marks in use: the same on stage and on paper.

use super::content::{Content, GridEntry, Part};
use crate::catalogue::{Basis, Strength};
use crate::query::{Cell, NamedShare};
use crate::words::{FigureText as F, Lang, StageText as T, UiText, WorkbenchText};

/// A sign of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The mark of a cell.
    Cell(Cell),
    /// A mark that is filled to a share.
    Share,
    /// A word.
    Word(&'static str),
    /// The frame of a gap.
    Gap,
}

/// The meanings of the marks of these cells.
fn of_cells(all: &[(Cell, Option<NamedShare>)], lang: Lang) -> Vec<(Sign, &'static str)> {
    let sign = |strength, basis| Sign::Cell(Cell { strength, basis, open: false });
    let is_many = |share: &Option<NamedShare>| share.is_some_and(NamedShare::is_part);
    // A mark that is filled to a share has an entry of its own.
    let cells: Vec<Cell> = all.iter().filter(|(_, share)| !is_many(share)).map(|(cell, _)| *cell).collect();
    let any = |is: &dyn Fn(&Cell) -> bool| cells.iter().any(is);
    let is_open = |cell: &Cell| cell.open && cell.strength.is_stated();
    let stated = |basis: Basis| move |cell: &Cell| cell.strength.is_stated() && cell.basis == Some(basis);
    let all = [
        (any(&stated(Basis::Policy)), sign(Strength::Mentioned, Some(Basis::Policy)), F::MarkPolicy.get(lang)),
        (any(&stated(Basis::Region)), sign(Strength::Mentioned, Some(Basis::Region)), F::MarkRegion.get(lang)),
        (all.iter().any(|(_, share)| is_many(share)), Sign::Share, WorkbenchText::LegendShare.get(lang)),
        (all.iter().any(|(cell, _)| is_open(cell)), Sign::Word(F::MarkOpen.get(lang)), UiText::LegendOpen.get(lang)),
        (any(&|cell| cell.strength == Strength::Absent), sign(Strength::Absent, None), F::MarkAbsent.get(lang)),
        (
            any(&|cell| cell.strength == Strength::NotAssessed),
            sign(Strength::NotAssessed, None),
            F::MarkNotAssessed.get(lang),
        ),
        (any(&|cell| cell.strength == Strength::NotStated), Sign::Word(T::Blank.get(lang)), T::BlankMeans.get(lang)),
    ];
    all.into_iter().filter(|(used, ..)| *used).map(|(_, sign, words)| (sign, words)).collect()
}

/// The signs that a page, or a part of one, shows.
#[derive(Clone, Debug, Default)]
pub struct PageSigns {
    /// The marks of cells, each with the share to which it is filled.
    pub cells: Vec<(Cell, Option<NamedShare>)>,
    /// Whether the frame of a gap is among them.
    pub has_gap: bool,
    /// Whether numbers of places stand under focuses.
    pub has_counts: bool,
    /// Whether a number is a floor.
    pub has_floors: bool,
}

impl PageSigns {
    /// Marks of cells alone.
    pub fn cells(cells: impl IntoIterator<Item = (Cell, Option<NamedShare>)>) -> PageSigns {
        PageSigns { cells: cells.into_iter().collect(), ..PageSigns::default() }
    }

    /// Adds the signs of another part.
    pub fn add(&mut self, other: &PageSigns) {
        self.cells.extend(&other.cells);
        self.has_gap |= other.has_gap;
        self.has_counts |= other.has_counts;
        self.has_floors |= other.has_floors;
    }

    /// Everything that the parts of a step show.
    fn of(content: &Content) -> PageSigns {
        let is_gap = |entry: &GridEntry| matches!(entry, GridEntry::Gap(..));
        let has_gap =
            |part: &Part| matches!(part, Part::Grid(grid) if grid.rows.iter().flat_map(|row| &row.entries).any(is_gap));
        PageSigns {
            cells: content.cells(),
            has_gap: content.parts.iter().any(has_gap),
            has_counts: content.parts.iter().any(|part| matches!(part, Part::Focuses(_))),
            has_floors: content.has_floors,
        }
    }

    /// The meanings of the signs.
    pub fn signs(&self, lang: Lang) -> Vec<(Sign, &'static str)> {
        let mut signs = of_cells(&self.cells, lang);
        if self.has_gap {
            signs.push((Sign::Gap, T::GapMark.get(lang)));
        }
        if self.has_counts {
            signs.push((Sign::Word(T::Numbers.get(lang)), T::NumbersMean.get(lang)));
        }
        if self.has_floors {
            signs.push((Sign::Word(FLOOR), T::FloorMeans.get(lang)));
        }
        signs
    }
}

/// The sign of a floor.
pub const FLOOR: &str = "≥";

/// The meanings of all signs on the pages of a step.
pub fn legend(content: &Content, lang: Lang) -> Vec<(Sign, &'static str)> {
    PageSigns::of(content).signs(lang)
}
