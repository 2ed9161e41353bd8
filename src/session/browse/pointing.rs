//! What the user points at, apart from the view: details, selection, the open dialog, and what is told.

use std::collections::BTreeSet;

use crate::catalogue::FocusIdx;
use crate::compare::{Among, Who};
use crate::query::{Row, Unit};
use crate::session::{Derived, Dialog, Notice, Output, Selecting};

/// What the details panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// A policy or a place.
    pub row: Row,
    /// The focus whose cell was chosen.
    pub focus: Option<FocusIdx>,
}

/// What the user points at, apart from the view.
#[derive(Clone, Debug, Default)]
pub struct Pointing {
    /// The open details.
    pub detail: Option<Detail>,
    /// Selected rows of the table.
    pub selected: BTreeSet<Row>,
    /// The row of the table that the keyboard is at.
    pub cursor: Option<usize>,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The last notice, until the next one or until dismissed.
    pub notice: Option<Notice>,
    /// What failed last, until the notice is dismissed or it is done after all.
    pub failure: Option<Failure>,
    /// The list of who states something, while its dialog is open.
    pub who: Option<Who>,
    /// The comparison that waits for my region to be chosen.
    pub then: Option<Among>,
}

/// Something that failed and can be done something about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A recent file could not be opened: its path.
    Open(String),
    /// Something could not be written: the dialog that asks for it, and why.
    Write(Dialog, String),
}

impl Pointing {
    /// The recent file that the notice says could not be opened.
    pub fn gone(&self) -> Option<&str> {
        match &self.failure {
            Some(Failure::Open(path)) => Some(path),
            _ => None,
        }
    }

    /// Why something could not be written that this dialog asks for.
    pub fn unwritten(&self) -> Option<(Dialog, &str)> {
        match &self.failure {
            Some(Failure::Write(dialog, why)) => Some((*dialog, why)),
            _ => None,
        }
    }

    /// Opens a dialog, or closes it; what belongs to another one goes.
    pub(in crate::session) fn show(&mut self, dialog: Option<Dialog>) {
        self.dialog = dialog;
        self.then = None;
        if dialog != Some(Dialog::Who) {
            self.who = None;
        }
    }

    /// Shows a notice, or takes it away, and with it what had failed.
    pub(in crate::session) fn tell(&mut self, notice: Option<Notice>) {
        (self.notice, self.failure) = (notice, None);
    }

    /// Something could not be written, and why.
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

    /// Selection and cursor hold only what the result still has.
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
