//! The content of a step, as plain data in one language: before it is laid out for a room, and for paper alike.

use crate::catalogue::Stage;
use crate::query::{Cell, NamedShare, Tally};

/// The content of a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Its title: a place, a question.
    pub title: String,
    /// A short name for pages without room for a long title.
    pub brief: String,
    /// A line under the title: the location of the place, or the denominator. May be empty.
    pub under: String,
    /// The tiles of the index map; none without a map.
    pub map: Vec<IndexTile>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Whether a number on its pages is a floor without another explanation on them.
    pub has_floors: bool,
    /// The sources in sight, in words; several of a grade by their number.
    pub sources: String,
    /// Catalogue and release.
    pub catalogue: String,
    /// Its place in the walk.
    pub place: StepPlace,
}

/// The place of a slide in a walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StepPlace {
    /// Not said: the slide stands by itself.
    #[default]
    Unsaid,
    /// A step, from 1, of so many.
    Step(usize, usize),
    /// Off the path, which goes on from the step of this number.
    Detour(usize),
}

/// A province on the index map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexTile {
    /// Column and row.
    pub at: (u8, u8),
    /// Whether the place is it, or lies in it.
    pub is_lit: bool,
}

/// A part of a step's content.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The heading of the next parts, in a few words.
    Heading(String),
    /// A sentence that a room must not miss.
    Strong(String),
    /// A sentence.
    Text(String),
    /// A remark.
    Small(String),
    /// The focuses of a place with their marks.
    Focuses(Vec<FocusMark>),
    /// Policies.
    Policies(Vec<PolicyLine>),
    /// Points, each with its source.
    Points(Vec<TalkingPoint>),
    /// Rows and columns.
    Grid(StageGrid),
    /// Bars.
    Bars(BarList),
    /// Events by month.
    Moments(Vec<Moment>),
}

/// A focus of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusMark {
    /// Its name.
    pub name: String,
    /// An abbreviation of it; its name where the catalogue has none.
    pub short: String,
    /// Its position in the codebook, which gives its colour.
    pub color: usize,
    /// The cell from the sources in sight.
    pub cell: Cell,
    /// Of its policies those that a source names; none of fewer than two.
    pub share: Option<NamedShare>,
    /// The number of compared places that state it, with the denominator: `2/11 地`.
    pub of: String,
    /// The deed of the place under it, in a line; empty where no source tells of one.
    pub does: String,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLine {
    /// Its title, to the letter.
    pub title: String,
    /// Its stage.
    pub stage: Stage,
    /// Month, stage, period.
    pub facts: Vec<String>,
    /// Later versions, each another text.
    pub later: Vec<String>,
}

/// A point: a statement, a claim, an item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkingPoint {
    /// Its mark, where it stands on one.
    pub cell: Option<Cell>,
    /// Its subject, in a word or two; may be empty.
    pub lead: String,
    /// The colour of its focus, if it has one.
    pub color: Option<usize>,
    /// Its text.
    pub text: String,
    /// Its qualifications.
    pub notes: Vec<String>,
    /// Its source, and the place in it; empty where the page itself is the source.
    pub source: String,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridColumn {
    /// Its name.
    pub name: String,
    /// A line under its name: `3 / 11`; may be empty.
    pub under: String,
    /// The colour of a focus, if it is one.
    pub color: Option<usize>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct StageGridRow {
    /// Its name.
    pub name: String,
    /// The colour of a focus, if it is one.
    pub color: Option<usize>,
    /// The details behind it: the id of a policy or the code of a place.
    pub id: Option<String>,
    /// As many entries as columns.
    pub entries: Vec<GridEntry>,
}

/// An entry of a grid.
#[derive(Clone, Debug, PartialEq)]
pub enum GridEntry {
    /// No entry.
    Empty,
    /// A text; may wrap.
    Text(String),
    /// The mark of a cell, in the colour of a focus.
    Cell(Cell, usize),
    /// The mark of a place of whose policies a source names a part, filled to their share, in the colour of a focus.
    Many(Cell, NamedShare, usize),
    /// A blank of mine where a peer has a mark.
    Gap(Cell, usize),
    /// k of n; the shade shows the share.
    Share(usize, usize),
    /// A number, the largest number of the grid, and the colour of a focus.
    Number(Tally, usize, usize),
}

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageGrid {
    /// The heading of the rows; may be empty.
    pub corner: String,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows.
    pub rows: Vec<StageGridRow>,
    /// Whether the columns are the rows once more: where their names have no room, numbers stand for them.
    pub is_square: bool,
    /// Whether the columns are equally wide, for comparison.
    pub is_even: bool,
}

/// The fill of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Plain.
    Plain,
    /// Plain, and light.
    Light,
    /// An outline alone.
    Hollow,
    /// In the colour of a focus.
    Focus(usize),
    /// Outlined in the colour of a focus.
    FocusLine(usize),
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// The colour of a focus, if it is one.
    pub color: Option<usize>,
    /// Its parts, one after the other.
    pub parts: Vec<(usize, Tone)>,
    /// Its numbers in words.
    pub words: String,
}

/// Bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarList {
    /// The meanings of the tones, where there are several.
    pub legend: Vec<(Tone, String)>,
    /// The bars.
    pub rows: Vec<Bar>,
    /// The number of a bar of full length.
    pub most: usize,
}

/// A month and its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// `2023-05`, or `month unknown`.
    pub when: String,
    /// The events.
    pub entries: Vec<MomentEntry>,
}

/// An event of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MomentEntry {
    /// Its place, or the word for a milestone.
    pub lead: String,
    /// Its text.
    pub text: String,
    /// The stage of a policy; none for a milestone.
    pub stage: Option<Stage>,
}

impl GridEntry {
    /// The mark of a cell in the colour of a focus, filled to a share where that is a part.
    pub fn of(cell: Cell, share: Option<NamedShare>, color: usize) -> GridEntry {
        let part = share.filter(|share| share.is_part());
        part.map_or(GridEntry::Cell(cell, color), |share| GridEntry::Many(cell, share, color))
    }
}

impl Content {
    /// The cells that its parts show, each with the share to which its mark is filled.
    pub fn cells(&self) -> Vec<(Cell, Option<NamedShare>)> {
        let mut cells = Vec::new();
        for part in &self.parts {
            match part {
                Part::Focuses(focuses) => cells.extend(focuses.iter().map(|focus| (focus.cell, focus.share))),
                Part::Points(points) => cells.extend(points.iter().filter_map(|point| Some((point.cell?, None)))),
                Part::Grid(grid) => {
                    cells.extend(grid.rows.iter().flat_map(|row| &row.entries).filter_map(|entry| match entry {
                        GridEntry::Cell(cell, _) | GridEntry::Gap(cell, _) => Some((*cell, None)),
                        GridEntry::Many(cell, share, _) => Some((*cell, Some(*share))),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        cells
    }
}
