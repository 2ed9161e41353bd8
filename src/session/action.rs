//! What the user can ask for, and news from the outside.

use super::{
    Data, Detail, Disk, Effect, Filter, Guiding, Motion, NameOrder, Output, Recent, RowHeight, Shelf, Staging,
    ThemeChoice, Walking,
};
use crate::compare::{Among, Asked};
use crate::export::citation::CiteFormat;
use crate::query::{FieldKey, Stack, Unit};
use crate::view::{FigureChoice, Saved, Tab};
use crate::words::{Lang, UiText as T};

/// A wish of the user or news from the outside.
pub enum Action {
    /// Changes the query.
    Filter(Filter),
    /// Changes the rest of the view.
    Change(ViewChange),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// Shows details.
    Open(Detail),
    /// Hides them.
    CloseDetail,
    /// Lists who states a focus or carries a keyword.
    AskWho(Asked),
    /// Compares my region with its peers; asks for my region first where it is not known.
    CompareWith(Among),
    /// Steps through the line of the first minutes, or sends it away.
    Guide(Guiding),
    /// Selects rows of the table.
    Select(Selecting),
    /// Opens a dialog, or closes it.
    Show(Option<Dialog>),
    /// Changes a setting.
    Prefer(Preference),
    /// Shows a notice, or takes it away.
    Notify(Option<Notice>),
    /// How far the work under way is, from 0 to 1.
    Progress(f32),
    /// The work under way has ended.
    Ended,
    /// Something could not be written: what, and why in one line.
    Unwritten(Output, String),
    /// A catalogue has been read.
    Loaded(Box<Data>),
    /// Shows a saved view.
    OpenView(Box<Saved>),
    /// The saved views have been read; the name of one just written.
    Views(Box<Shelf<Saved>>, Option<String>),
    /// Makes, edits or keeps a walk.
    Walk(Walking),
    /// News of its file, and answers to it.
    Disk(Disk),
    /// Changes the list of recent files.
    Recent(Recent),
    /// Presents, or does something on stage.
    Stage(Staging),
    /// Something outside the session.
    Do(Effect),
}

impl From<Filter> for Action {
    fn from(filter: Filter) -> Action {
        Action::Filter(filter)
    }
}

impl From<Staging> for Action {
    fn from(staging: Staging) -> Action {
        Action::Stage(staging)
    }
}

impl From<ViewChange> for Action {
    fn from(change: ViewChange) -> Action {
        Action::Change(change)
    }
}

impl From<Walking> for Action {
    fn from(walking: Walking) -> Action {
        Action::Walk(walking)
    }
}

impl Action {
    /// What undo names it; nothing for what undo leaves alone.
    pub fn label(&self) -> Option<T> {
        match self {
            Action::Filter(Filter::Words(_)) => Some(T::UndoSearch),
            Action::Filter(_) => Some(T::UndoFilter),
            Action::Change(ViewChange::Tab(_)) => None,
            Action::Change(ViewChange::Sort { .. }) => Some(T::UndoSort),
            Action::Change(ViewChange::Comparison(_) | ViewChange::Collect(_) | ViewChange::Mine(_)) => {
                Some(T::UndoComparison)
            }
            Action::CompareWith(_) | Action::Prefer(Preference::MyRegion(_)) => Some(T::UndoComparison),
            Action::Change(_) => Some(T::UndoView),
            Action::OpenView(_) => Some(T::UndoOpenView),
            _ => None,
        }
    }
}

/// A change of the view that is no change of the query.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewChange {
    /// Rows are policies or places.
    Unit(Unit),
    /// Another tab.
    Tab(Tab),
    /// Sorts by a column, alone or after the others.
    Sort {
        /// The column.
        column: FieldKey,
        /// Whether the columns sorted by before stay.
        add: bool,
    },
    /// The columns shown.
    Columns(Vec<FieldKey>),
    /// What is compared.
    Comparison(Vec<String>),
    /// Adds one to what is compared, or takes it away; what is in sight stays.
    Collect(String),
    /// Which column is taken as mine; none is my region, where it is among them.
    Mine(Option<String>),
    /// What charts are stacked by.
    Stack(Stack),
    /// Whether charts show milestones.
    Milestones(bool),
    /// Another figure, or the same counted otherwise.
    Figure(FigureChoice),
}

impl ViewChange {
    /// The columns as the settings keep them from now on, where it changes them.
    pub(super) fn kept_columns(&self) -> Option<Vec<String>> {
        match self {
            ViewChange::Columns(columns) => Some(columns.iter().map(FieldKey::id).collect()),
            _ => None,
        }
    }
}

/// How rows of the table are selected; numbers count the rows as shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selecting {
    /// This row alone.
    Only(usize),
    /// This row too, or no more.
    Toggle(usize),
    /// From the last row to this one.
    Through(usize),
    /// Every row.
    All,
    /// None.
    Nothing,
}

/// A setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Preference {
    /// Language.
    Lang(Lang),
    /// Theme.
    Theme(ThemeChoice),
    /// Size of everything, in percent.
    Zoom(u16),
    /// The code of the user's own region, or none.
    MyRegion(Option<String>),
    /// Widths of table columns by key, in points.
    Widths(Vec<(String, f32)>),
    /// Width of a side panel by its name, in points.
    Panel(String, f32),
    /// Height of rows.
    Rows(RowHeight),
    /// Whether things move.
    Motion(Motion),
    /// What place names sort by.
    Names(NameOrder),
    /// The form of citations.
    Citation(CiteFormat),
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A path to open, where the system has no file dialog.
    OpenPath,
    /// Export.
    Export,
    /// The figure as a file.
    SaveFigure,
    /// The comparison as a memo.
    SaveMemo,
    /// Problems of the file.
    Problems,
    /// What the catalogue is and where it comes from.
    Catalogue,
    /// Every command by name.
    Palette,
    /// Keys and the query line.
    Help,
    /// My region.
    MyRegion,
    /// A name for what is on screen, to save it.
    SaveView,
    /// The saved views.
    Views,
    /// The editor of the walk in hand.
    Walk,
    /// A name for the walk in hand, to save it.
    SaveWalk,
    /// The saved walks.
    Walks,
    /// Who else states it.
    Who,
    /// What the sources claim, and what the catalogue gives.
    Claims,
    /// Citations of what is on the screen.
    Cite,
}

/// A line at the foot of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub text: String,
    /// Whether it is an error.
    pub is_error: bool,
}

impl Notice {
    /// The same as an error.
    #[must_use]
    pub fn as_error(self) -> Notice {
        Notice { is_error: true, ..self }
    }
}
