//! What a step says, as plain data in one language: before it is laid out for a room, and for paper alike.

use crate::catalogue::Stage;
use crate::query::{Cell, Tally};

/// What a step says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Its title: a place, a question.
    pub title: String,
    /// A short name for pages on which a very long title has no room.
    pub brief: String,
    /// A line under the title: where the place is, or the denominator. May be empty.
    pub under: String,
    /// The tiles of the index map with those that are lit; none without a map.
    pub map: Vec<IndexTile>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Whether a number on its pages is a floor that nothing else on them explains.
    pub has_floors: bool,
    /// The sources in sight, in words; several of a grade by their number.
    pub sources: String,
    /// Catalogue and release.
    pub catalogue: String,
}

/// A province on the index map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexTile {
    /// Column and row.
    pub at: (u8, u8),
    /// Whether the place is it, or lies in it.
    pub is_lit: bool,
}

/// A part of what a step says.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What follows, in a few words.
    Heading(String),
    /// A sentence that a room must not miss.
    Strong(String),
    /// A sentence.
    Text(String),
    /// Something said aside.
    Small(String),
    /// The focuses of a place with their marks.
    Focuses(Vec<FocusMark>),
    /// Policies.
    Policies(Vec<PolicyLine>),
    /// Points, each with its source.
    Points(Vec<TalkingPoint>),
    /// Rows and columns.
    Grid(Grid),
    /// Bars.
    Bars(BarList),
    /// What happened in which month.
    Moments(Vec<Moment>),
}

/// A focus of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusMark {
    /// Its name.
    pub name: String,
    /// Its position in the codebook, which gives its colour.
    pub color: usize,
    /// What the sources in sight give.
    pub cell: Cell,
    /// How many of the places compared state it: `2/11 地`.
    pub of: String,
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLine {
    /// Its title, to the letter.
    pub title: String,
    /// How far it has come; a draft is called one.
    pub stage: Stage,
    /// Month, stage, period.
    pub facts: Vec<String>,
    /// Later versions, each another text.
    pub later: Vec<String>,
}

/// A point: a statement, a claim, an item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkingPoint {
    /// The mark before it, where it stands on one.
    pub cell: Option<Cell>,
    /// What it is about, in a word or two; may be empty.
    pub lead: String,
    /// The colour of a focus, if it is about one.
    pub color: Option<usize>,
    /// What is said.
    pub text: String,
    /// What narrows it.
    pub notes: Vec<String>,
    /// Who says it, and where; empty where the page itself does.
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
pub struct GridRow {
    /// Its name.
    pub name: String,
    /// The colour of a focus, if it is one.
    pub color: Option<usize>,
    /// The details that it leads to: the id of a policy or the code of a place.
    pub id: Option<String>,
    /// As many entries as columns.
    pub entries: Vec<GridEntry>,
}

/// An entry of a grid.
#[derive(Clone, Debug, PartialEq)]
pub enum GridEntry {
    /// Nothing stands here.
    Empty,
    /// A text; may wrap.
    Text(String),
    /// The mark of a cell, in the colour of a focus.
    Cell(Cell, usize),
    /// A blank of mine where a peer has a mark.
    Gap(Cell, usize),
    /// k of n; its shade says how much.
    Share(usize, usize),
    /// A number, of the largest there is, in the colour of a focus.
    Number(Tally, usize, usize),
}

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What the rows are; may be empty.
    pub corner: String,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows.
    pub rows: Vec<GridRow>,
    /// Whether the columns are the rows once more: where their names have no room, numbers stand for them.
    pub is_square: bool,
    /// Whether the columns are equally wide: what stands side by side is compared.
    pub is_even: bool,
}

/// How a bar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Plain.
    Plain,
    /// Plain, and light.
    Light,
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
    /// What the tones mean, where there are several.
    pub legend: Vec<(Tone, String)>,
    /// The bars.
    pub rows: Vec<Bar>,
    /// The number that is as long as there is room.
    pub most: usize,
}

/// A month, and what happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// `2023-05`, or that it is unknown.
    pub when: String,
    /// What happened.
    pub entries: Vec<MomentEntry>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MomentEntry {
    /// Whose it is, or that it is a milestone.
    pub lead: String,
    /// What it is.
    pub text: String,
    /// The stage of a policy; none for a milestone.
    pub stage: Option<Stage>,
}

impl Content {
    /// The cells that its parts show.
    pub fn cells(&self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for part in &self.parts {
            match part {
                Part::Focuses(focuses) => cells.extend(focuses.iter().map(|focus| focus.cell)),
                Part::Points(points) => cells.extend(points.iter().filter_map(|point| point.cell)),
                Part::Grid(grid) => {
                    cells.extend(grid.rows.iter().flat_map(|row| &row.entries).filter_map(|entry| match entry {
                        GridEntry::Cell(cell, _) | GridEntry::Gap(cell, _) => Some(*cell),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        cells
    }
}
