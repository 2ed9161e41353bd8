//! The legend of the marks in use: the same on stage and on paper.

use super::content::{Content, GridEntry, Part};
use crate::catalogue::{Basis, Strength};
use crate::query::{Cell, NamedShare};
use crate::words::{FigureText as F, Lang, StageText as T, TellText, WorkbenchText};

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
    let is_many = |share: &Option<NamedShare>| share.is_some_and(|share| share.named > 0);
    // A mark that is filled to a share has an entry of its own.
    let cells: Vec<Cell> = all.iter().filter(|(_, share)| !is_many(share)).map(|(cell, _)| *cell).collect();
    let any = |is: &dyn Fn(&Cell) -> bool| cells.iter().any(is);
    let is_open = |cell: &Cell| cell.open && cell.strength.is_stated();
    let stated = |basis: Basis| move |cell: &Cell| cell.strength.is_stated() && cell.basis == Some(basis);
    let all = [
        (any(&stated(Basis::Policy)), sign(Strength::Mentioned, Some(Basis::Policy)), F::MarkPolicy.get(lang)),
        (any(&stated(Basis::Region)), sign(Strength::Mentioned, Some(Basis::Region)), F::MarkRegion.get(lang)),
        (all.iter().any(|(_, share)| is_many(share)), Sign::Share, WorkbenchText::LegendShare.get(lang)),
        (all.iter().any(|(cell, _)| is_open(cell)), Sign::Word(F::MarkOpen.get(lang)), TellText::OpenList.get(lang)),
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

/// The meanings of all signs on the pages of a step.
pub fn legend(content: &Content, lang: Lang) -> Vec<(Sign, &'static str)> {
    let mut signs = of_cells(&content.cells(), lang);
    let is_gap = |entry: &GridEntry| matches!(entry, GridEntry::Gap(..));
    let has_gap =
        |part: &Part| matches!(part, Part::Grid(grid) if grid.rows.iter().flat_map(|row| &row.entries).any(is_gap));
    if content.parts.iter().any(has_gap) {
        signs.push((Sign::Gap, T::GapMark.get(lang)));
    }
    if content.parts.iter().any(|part| matches!(part, Part::Focuses(_))) {
        signs.push((Sign::Word(T::KofNPlaces.get(lang)), T::KofNMeans.get(lang)));
    }
    if content.has_floors {
        signs.push((Sign::Word("≥"), T::FloorMeans.get(lang)));
    }
    signs
}
