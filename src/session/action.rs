//! What the user can ask for, and what has to be done outside the session for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{
    Data, Detail, Disk, Filter, Guiding, Loading, Motion, NameOrder, Recent, RowHeight, Shelf, ShelfTask, Staging,
    ThemeChoice, Walking,
};
use crate::catalogue::Embedded;
use crate::compare::{Among, Asked};
use crate::export::bundle::USUAL_FIGURES;
use crate::export::citation::CiteFormat;
use crate::export::figure::FigureFormat;
use crate::export::{Extent, Format, MemoFormat};
use crate::figures::FigureKind;
use crate::query::{FieldKey, Stack, Unit};
use crate::view::{FigureChoice, Saved, Tab};
use crate::walk::Walk;
use crate::words::{Lang, UiText as T};

/// A wish of the user or news from the outside.
pub enum Action {
    /// Changes the query.
    Filter(Filter),
    /// Changes the rest of the view.
    Change(Change),
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
    /// How far loading or exporting is.
    Progress(Option<Loading>),
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

impl From<Change> for Action {
    fn from(change: Change) -> Action {
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
            Action::Change(Change::Tab(_)) => None,
            Action::Change(Change::Sort { .. }) => Some(T::UndoSort),
            Action::Change(Change::Comparison(_) | Change::Collect(_) | Change::Mine(_)) => Some(T::UndoComparison),
            Action::CompareWith(_) | Action::Prefer(Preference::MyRegion(_)) => Some(T::UndoComparison),
            Action::Change(_) => Some(T::UndoView),
            Action::OpenView(_) => Some(T::UndoOpenView),
            _ => None,
        }
    }
}

/// A change of the view that is no change of the query.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
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

/// What is written to a file, and in which format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The rows of the table, or the whole catalogue.
    View(Format, Extent),
    /// The research bundle of the view.
    Bundle(Bundle),
    /// The figure of the charts.
    Figure(FigureFormat),
    /// The comparison as a memo.
    Memo(MemoFormat, Periods),
}

/// How a research bundle is asked for; what it shows is the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// As what it is written.
    pub packing: Packing,
    /// Whether its long tables hold the whole catalogue.
    pub extent: Extent,
    /// Its figures.
    pub figures: FigureSet,
}

/// As what a bundle is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// A folder of files.
    Folder,
    /// One file.
    #[default]
    Zip,
}

impl Packing {
    /// How its name ends; a folder's has no end of its own.
    pub fn extension(self) -> &'static str {
        match self {
            Packing::Folder => "",
            Packing::Zip => "zip",
        }
    }
}

/// Some of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureSet(u16);

impl Default for FigureSet {
    /// Those of a bundle that asks for none in particular.
    fn default() -> FigureSet {
        USUAL_FIGURES.iter().fold(FigureSet(0), |set, kind| set.toggled(*kind))
    }
}

impl FigureSet {
    fn bit(kind: FigureKind) -> u16 {
        let at = FigureKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        1 << at
    }

    /// Whether this one is among them.
    pub fn has(self, kind: FigureKind) -> bool {
        self.0 & FigureSet::bit(kind) != 0
    }

    /// The same with this one in or out.
    #[must_use]
    pub fn toggled(self, kind: FigureKind) -> FigureSet {
        FigureSet(self.0 ^ FigureSet::bit(kind))
    }

    /// The figures, in the order of the list of figures.
    pub fn kinds(self) -> Vec<FigureKind> {
        FigureKind::ALL.iter().copied().filter(|kind| self.has(*kind)).collect()
    }
}

/// Whether a memo tells which periods have ended by today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Periods {
    /// Nothing is said of them.
    #[default]
    Untold,
    /// It is.
    Told,
}

impl Output {
    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Output::View(format, _) => format.extension(),
            Output::Bundle(bundle) => bundle.packing.extension(),
            Output::Figure(format) => format.extension(),
            Output::Memo(format, _) => format.extension(),
        }
    }

    /// The dialog that asks for it.
    pub fn dialog(self) -> Dialog {
        match self {
            Output::View(..) | Output::Bundle(_) => Dialog::Export,
            Output::Figure(_) => Dialog::SaveFigure,
            Output::Memo(..) => Dialog::SaveMemo,
        }
    }
}

/// Something that needs files, threads, the clipboard or the system.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Asks for a file to open.
    PickOpen,
    /// Opens a file.
    Load(PathBuf),
    /// Opens a catalogue that the program carries.
    LoadEmbedded(Embedded),
    /// Reads the open file again.
    Reload,
    /// Watches this file from now on, and no other; none for an embedded catalogue.
    Watch(Option<PathBuf>),
    /// Breaks off what is under way.
    Cancel,
    /// Asks where to export to, starting from a file name.
    PickSave {
        /// The name offered.
        name: String,
        /// What will be written.
        what: Output,
    },
    /// Writes what is on screen.
    Write {
        /// Where to.
        path: PathBuf,
        /// What.
        what: Output,
    },
    /// Copies a text.
    Copy(String),
    /// Opens an address in the browser.
    OpenAddress(String),
    /// Does something with the files of saved views.
    Views(ShelfTask<Saved>),
    /// Does something with the files of saved walks.
    Walks(ShelfTask<Walk>),
    /// Keeps a walk whose edits are in no file, for the next start; none: there is nothing to keep any more.
    KeepWalk(Option<Arc<Walk>>),
    /// Writes the settings.
    SaveSettings,
    /// Ends the program.
    Quit,
}
