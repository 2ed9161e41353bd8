//! Actions: wishes of the user, and news from the outside.

use std::path::PathBuf;

use super::{
    Data, Detail, Disk, Effect, Filter, Guiding, MemoScope, Mining, Motion, NameOrder, Output, OverviewForm,
    ReadingStep, Recent, RowHeight, Shelf, Staging, ThemeChoice, Walking,
};
use crate::catalogue::RegionIdx;
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
    /// Closes the details.
    CloseDetail,
    /// Gives the memo or profile that is asked for this scope.
    Memo(MemoScope),
    /// Shows the overview in this form.
    Overview(OverviewForm),
    /// Lists the places that state a focus or carry a keyword.
    AskWho(Asked),
    /// Compares my region with its peers; asks for my region first where it is not set.
    CompareWith(Among),
    /// Steps through the line of the first minutes, or dismisses it.
    Guide(Guiding),
    /// Selects rows of the table.
    Select(Selecting),
    /// Opens a dialog, or closes it.
    Show(Option<Dialog>),
    /// Changes a setting.
    Prefer(Preference),
    /// Shows a notice, or removes it.
    Notify(Option<Notice>),
    /// The progress of the current work, from 0 to 1.
    Progress(f32),
    /// The current work has ended.
    Ended,
    /// A file was written; the characters that it has no font for.
    Written(PathBuf, String),
    /// An output could not be written, with the reason in one line.
    Unwritten(Output, String),
    /// A file stands at the path of an output: its dialog asks whether to replace it.
    Occupied(PathBuf, Output),
    /// A catalogue has been read.
    Loaded(Box<Data>),
    /// Shows a saved view.
    OpenView(Box<Saved>),
    /// The saved views have been read; the name of one just written.
    Views(Box<Shelf<Saved>>, Option<String>),
    /// Makes, edits or keeps a walk.
    Walk(Walking),
    /// News of the open file, and answers to it.
    Disk(Disk),
    /// A step in the user's own policies.
    Mine(Mining),
    /// The catalogue has been read again with the layer in its new state.
    Restacked(Box<Data>),
    /// Looks for the layer of the open catalogue.
    LookForLayer,
    /// Changes the list of recent files.
    Recent(Recent),
    /// Presents, or does something on stage.
    Stage(Staging),
    /// An effect outside the session.
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

impl From<Mining> for Action {
    fn from(mining: Mining) -> Action {
        Action::Mine(mining)
    }
}

impl From<ReadingStep> for Action {
    fn from(step: ReadingStep) -> Action {
        Action::Mine(Mining::Read(step))
    }
}

impl From<Walking> for Action {
    fn from(walking: Walking) -> Action {
        Action::Walk(walking)
    }
}

impl Action {
    /// The name of the action for undo; none for an action that undo leaves alone.
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
    /// Sets the columns shown.
    Columns(Vec<FieldKey>),
    /// Sets the comparison.
    Comparison(Vec<String>),
    /// Adds one to the comparison, or removes it; the tab in sight stays.
    Collect(String),
    /// Sets my column of the comparison; none is my region, where it is among the columns.
    Mine(Option<String>),
    /// Sets the stacking of charts.
    Stack(Stack),
    /// Sets whether charts show milestones.
    Milestones(bool),
    /// Sets another figure, or another unit of the same.
    Figure(FigureChoice),
}

impl ViewChange {
    /// The columns for the settings, where the change concerns them.
    pub(super) fn kept_columns(&self) -> Option<Vec<String>> {
        match self {
            ViewChange::Columns(columns) => Some(columns.iter().map(FieldKey::id).collect()),
            _ => None,
        }
    }
}

/// A selection of rows of the table; numbers count the rows as shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selecting {
    /// This row alone.
    Only(usize),
    /// Adds or removes this row.
    Toggle(usize),
    /// From the last row to this one.
    Through(usize),
    /// Every row.
    All,
    /// No row.
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
    /// Whether the window animates changes.
    Motion(Motion),
    /// The sort order of place names.
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
    /// A place as a page.
    SaveProfile(RegionIdx),
    /// Problems of the file.
    Problems,
    /// The catalogue's description and origin.
    Catalogue,
    /// Every command by name.
    Palette,
    /// Keys and the query line.
    Help,
    /// My region.
    MyRegion,
    /// A name to save the current view under.
    SaveView,
    /// The saved views.
    Views,
    /// The editor of the walk in hand.
    Walk,
    /// The walk in hand as a handout.
    Handout,
    /// A page that filters by itself.
    Live,
    /// One's own policies as a file for others.
    SendMine,
    /// A name to save the walk in hand under.
    SaveWalk,
    /// The saved walks.
    Walks,
    /// Places that state a focus or carry a keyword.
    Who,
    /// Claims of the sources, and the catalogue's values.
    Claims,
    /// Citations of objects on the screen.
    Cite,
    /// The form of a policy of one's own.
    Policy,
    /// The earlier states of the layer in hand.
    Restore,
    /// Whether to remove the layer in hand for good.
    Erase,
    /// The conflicts of a layer that was changed elsewhere.
    Settle,
    /// Policies that may be the same.
    Same,
    /// Quotations that the present text of their policy may no longer have.
    Adrift,
    /// A table that is imported.
    Import,
}

/// A line at the foot of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its text.
    pub text: String,
    /// Whether it is an error.
    pub is_error: bool,
}

impl Notice {
    /// The notice as an error.
    #[must_use]
    pub fn as_error(self) -> Notice {
        Notice { is_error: true, ..self }
    }
}
