//! The user's focus apart from the view: details, selection, the open dialog, and notices.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::catalogue::FocusIdx;
use crate::compare::{Among, Who};
use crate::query::{Row, Unit};
use crate::session::{Derived, Dialog, Notice, Output, Selecting};

/// The content of the details panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// A policy or a place.
    pub row: Row,
    /// The focus of the chosen cell.
    pub focus: Option<FocusIdx>,
}

/// The form of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OverviewForm {
    /// Places by focuses.
    #[default]
    Matrix,
    /// Provinces as tiles.
    Tiles,
}

/// The scope of a memo or profile beside the window's query, which stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoScope {
    /// Whether it takes in the public sources.
    pub with_public: bool,
    /// The ids of the focuses that it tells of; none for those of the window.
    pub focuses: Option<Vec<String>>,
    /// The codes of the places beside the one of a profile; none for its peers.
    pub beside: Option<Vec<String>>,
}

/// The user's focus apart from the view.
#[derive(Clone, Debug, Default)]
pub struct Pointing {
    /// The form of the overview.
    pub overview: OverviewForm,
    /// The open details.
    pub detail: Option<Detail>,
    /// Selected rows of the table.
    pub selected: BTreeSet<Row>,
    /// The row of the table at the keyboard's cursor.
    pub cursor: Option<usize>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The scope of the memo or profile that is asked for.
    pub memo: MemoScope,
    /// The current notice, until the next one or until dismissed.
    pub notice: Option<Notice>,
    /// The notice told of a view: it goes with it.
    pub(super) of_view: Option<Notice>,
    /// The last failure, until its notice is dismissed or a retry succeeds.
    pub failure: Option<Failure>,
    /// The folder that files are proposed in.
    pub folder: Option<PathBuf>,
    /// The file written last, with the notice that told of it.
    pub(super) written: Option<(PathBuf, Notice)>,
    /// The file that the open dialog would replace, until that is confirmed.
    pub occupied: Option<PathBuf>,
    /// The places that state a focus or keyword, while their dialog is open.
    pub who: Option<Who>,
    /// The comparison that waits for my region to be chosen.
    pub then: Option<Among>,
}

/// A failure with a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A recent file could not be opened: its path.
    Open(String),
    /// An output could not be written: its dialog, and the reason.
    Write(Dialog, String),
}

impl Pointing {
    /// The recent file of a failed opening.
    pub fn gone(&self) -> Option<&str> {
        match &self.failure {
            Some(Failure::Open(path)) => Some(path),
            _ => None,
        }
    }

    /// The dialog and the reason of a failed writing.
    pub fn unwritten(&self) -> Option<(Dialog, &str)> {
        match &self.failure {
            Some(Failure::Write(dialog, why)) => Some((*dialog, why)),
            _ => None,
        }
    }

    /// The written file that the current notice tells of.
    pub fn written(&self) -> Option<&Path> {
        let (path, told) = self.written.as_ref()?;
        (self.notice.as_ref() == Some(told)).then_some(path)
    }

    /// Opens a dialog, or closes it; the data of another one are dropped.
    pub(in crate::session) fn show(&mut self, dialog: Option<Dialog>) {
        self.dialog = dialog;
        (self.then, self.occupied) = (None, None);
        if dialog != Some(Dialog::Who) {
            self.who = None;
        }
    }

    /// Shows a notice, or removes it, and with it the failure.
    pub(in crate::session) fn tell(&mut self, notice: Option<Notice>) {
        (self.notice, self.failure) = (notice, None);
    }

    /// Tells of a file that was written, and proposes its folder for the next one.
    pub(in crate::session) fn wrote(&mut self, path: PathBuf, notice: Notice) {
        self.tell(Some(notice.clone()));
        // Asked for one page; the dialog opens again where the system had none, and keeps it until then.
        self.memo = MemoScope::default();
        self.folder = path.parent().map(Path::to_owned);
        self.written = Some((path, notice));
    }

    /// Shows news of the view at hand, or removes the notice.
    pub(super) fn tell_of_view(&mut self, notice: Option<Notice>) {
        self.of_view.clone_from(&notice);
        self.notice = notice;
    }

    /// Removes news of a view that has passed, unless something went wrong with it or there is other news since.
    pub(super) fn pass(&mut self, told: &Notice) {
        self.notice.take_if(|notice| notice == told && !notice.is_error);
    }

    /// Keeps the failure of writing an output, with its reason.
    pub(in crate::session) fn not_written(&mut self, what: Output, why: String) {
        self.notice = Some(Notice { text: why.clone(), is_error: true });
        self.failure = Some(Failure::Write(what.dialog(), why));
    }

    /// Selects rows among these, the rows of the table.
    pub(super) fn select(&mut self, selecting: Selecting, rows: &[Row]) {
        match selecting {
            Selecting::Only(at) => {
                self.selected = rows.get(at).copied().into_iter().collect();
                self.cursor = Some(at);
            }
            Selecting::Toggle(at) => {
                if let Some(row) = rows.get(at)
                    && !self.selected.remove(row)
                {
                    self.selected.insert(*row);
                }
                self.cursor = Some(at);
            }
            Selecting::Through(at) => {
                let from = self.cursor.unwrap_or(at);
                let range = from.min(at)..=from.max(at);
                self.selected.extend(rows.iter().enumerate().filter(|(i, _)| range.contains(i)).map(|(_, row)| *row));
                self.cursor = Some(at);
            }
            Selecting::All => self.selected = rows.iter().copied().collect(),
            Selecting::Nothing => self.selected.clear(),
        }
    }

    /// Removes rows outside the result from selection and cursor.
    pub(super) fn drop_what_is_gone(&mut self, derived: &Derived, unit: Unit) {
        self.selected.retain(|row| match (row, unit) {
            (Row::Policy(p), Unit::Policy) => derived.policies.policies.contains(p.0 as usize),
            (Row::Region(_), Unit::Region) => derived.regions.rows.binary_search(row).is_ok(),
            _ => false,
        });
        let last = derived.rows.len().checked_sub(1);
        self.cursor = self.cursor.and_then(|at| last.map(|last| at.min(last)));
    }
}
