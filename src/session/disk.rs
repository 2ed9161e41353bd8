//! The file behind the open catalogue: what happens when it is no longer what is shown.
//!
//! A newer state takes its place by itself unless something would be lost by it; then it waits for an answer. What
//! cannot be read never takes the place of what is shown. Watching and reading are left to `app`.

use super::{Data, Effect, Effects, Session};
use crate::catalogue::{Catalogue, Contents, FocusIdx, ProblemKind};
use crate::query::Row;
use crate::view::Misfit;
use crate::words::{Lang, Text, UiText as T};

/// How the file stands to what is shown.
#[derive(Default)]
pub enum OnDisk {
    /// What is shown is what was last read of it.
    #[default]
    AsShown,
    /// It is newer, and was read; taking it would lose something.
    Waiting(Box<Data>, Losses),
    /// It is newer, and what is shown was kept.
    Newer,
    /// It cannot be read: why.
    Unreadable(Text),
}

/// A file that breaks off or does not close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The first such problem.
    pub why: Text,
    /// The records that could be read.
    pub read: usize,
    /// The records that are shown.
    pub shown: usize,
}

/// What a newer state of the file would take away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Records, since the file breaks off.
    pub cut: Option<Cut>,
    /// It is another catalogue: its id.
    pub other: Option<String>,
    /// Ids of the comparison that are gone.
    pub compared: Vec<String>,
    /// The query line, where it goes with the catalogue or can find nothing any more.
    pub line: Option<String>,
    /// Steps of undo and redo.
    pub steps: usize,
}

impl Losses {
    fn is_none(&self) -> bool {
        *self == Losses::default()
    }
}

/// News of the file, and answers to it.
pub enum Disk {
    /// It was read again.
    Read(Box<Data>),
    /// It holds what is shown.
    Same,
    /// It could not be read: why.
    Unreadable(Text),
    /// Reading it again was broken off.
    Cancelled,
    /// Take the newer state.
    Take,
    /// Keep what is shown.
    Keep,
}

impl Session {
    pub(super) fn disk(&mut self, disk: Disk) -> Effects {
        match disk {
            Disk::Read(data) => {
                self.loading = None;
                if let Some(why) = nothing_sound(&data, &self.data) {
                    self.on_disk = OnDisk::Unreadable(why);
                    return Effects::none();
                }
                let losses = self.losses(&data);
                if losses.is_none() {
                    self.take(*data);
                } else {
                    self.on_disk = OnDisk::Waiting(data, losses);
                }
            }
            Disk::Same => {
                self.loading = None;
                self.on_disk = OnDisk::AsShown;
            }
            Disk::Unreadable(why) => {
                self.loading = None;
                self.on_disk = OnDisk::Unreadable(why);
            }
            Disk::Cancelled => {
                self.loading = None;
                self.on_disk = OnDisk::Newer;
            }
            Disk::Take => match std::mem::take(&mut self.on_disk) {
                OnDisk::Waiting(data, _) => self.take(*data),
                // What is on the disk by now is what is wanted.
                before => {
                    self.on_disk = before;
                    return Effect::Reload.into();
                }
            },
            Disk::Keep => self.on_disk = OnDisk::Newer,
        }
        Effects::none()
    }

    /// What would be lost changes with what the user does while the newer state waits.
    pub(super) fn weigh_again(&mut self) {
        self.on_disk = match std::mem::take(&mut self.on_disk) {
            OnDisk::Waiting(data, _) => {
                let losses = self.losses(&data);
                OnDisk::Waiting(data, losses)
            }
            other => other,
        };
    }

    /// What would be lost if this took the place of what is shown.
    fn losses(&self, new: &Data) -> Losses {
        let catalogue = new.catalogue();
        let cut = new.problems.iter().find(|problem| matches!(problem.kind, ProblemKind::Cut(_)));
        let name = new.origin.file_name();
        let cut = cut.map(|problem| Cut {
            why: Text::both(&problem.line(&name, Lang::Zh), &problem.line(&name, Lang::En)),
            read: records(catalogue),
            shown: records(self.data.catalogue()),
        });
        let is_other = catalogue.id != self.data.catalogue().id;
        let is_there = |id: &str| catalogue.policy_by_id(id).is_some() || catalogue.regions.by_code(id).is_some();
        let is_lost = |id: &&String| is_other || !is_there(id);
        let line = self.derived.line();
        let finds_nothing = self.view.query.unknown(catalogue).next().is_some();
        let is_line_lost = !line.is_empty() && (is_other || finds_nothing);
        Losses {
            // A file that was already shown as far as it could be read takes nothing away by being so still.
            cut: cut.filter(|cut| cut.read < cut.shown),
            other: is_other.then(|| catalogue.id.clone()),
            compared: self.view.comparison.iter().filter(is_lost).cloned().collect(),
            line: is_line_lost.then(|| line.to_owned()),
            steps: if is_other { self.history.steps() } else { 0 },
        }
    }

    /// The newer state takes the place of what is shown; what the user points at is found again by id.
    fn take(&mut self, data: Data) {
        let (before, now) = (self.data.catalogue().policies.len(), data.catalogue().policies.len());
        let name = data.origin.file_name();
        let differences =
            if data.catalogue().id == self.data.catalogue().id { self.swap(data) } else { self.loaded(data) };
        let values: [(&str, &dyn std::fmt::Display); 3] = [("name", &name), ("n", &now), ("before", &before)];
        self.tell(T::Reloaded.fill(self.lang(), &values), &differences);
    }

    /// What of the view the newer state does not have.
    fn swap(&mut self, data: Data) -> Vec<Misfit> {
        let cursor = self.pointing.cursor.and_then(|at| self.derived.rows.get(at)).copied();
        let old = std::mem::replace(&mut self.data, data);
        self.on_disk = OnDisk::AsShown;
        let (old, new) = (old.catalogue(), self.data.index.catalogue.clone());
        let row = |row: Row| match row {
            Row::Policy(_) => new.policy_by_id(row.id(old)).map(Row::Policy),
            Row::Region(_) => new.regions.by_code(row.id(old)).map(Row::Region),
        };
        let focus = |focus: FocusIdx| new.find_focus(&old[focus].id);
        self.pointing.detail = self
            .pointing
            .detail
            .and_then(|detail| Some(super::Detail { row: row(detail.row)?, focus: detail.focus.and_then(focus) }));
        self.pointing.selected = self.pointing.selected.iter().filter_map(|old| row(*old)).collect();
        let is_there = |id: &String| new.policy_by_id(id).is_some() || new.regions.by_code(id).is_some();
        self.view.comparison.retain(is_there);
        self.view.mine.take_if(|mine| !is_there(mine));
        let differences = self.view.refit(&new);
        self.derived.refresh(&self.data, &self.view, &self.settings);
        let cursor = cursor.and_then(row);
        self.pointing.cursor = cursor.and_then(|row| self.derived.rows.iter().position(|other| *other == row));
        differences
    }
}

/// Everything that a cut at the end of a file can take.
fn records(catalogue: &Catalogue) -> usize {
    let Contents { policies, statements, milestones, claims, .. } = &**catalogue;
    policies.len() + statements.len() + milestones.len() + claims.len()
}

/// Why nothing of a file can be used: it has errors and not one sound policy or statement, where there were some.
fn nothing_sound(new: &Data, shown: &Data) -> Option<Text> {
    let is_empty = |data: &Data| data.catalogue().policies.is_empty() && data.catalogue().statements.is_empty();
    if new.errors == 0 || !is_empty(new) || is_empty(shown) {
        return None;
    }
    let name = new.origin.file_name();
    let problem = new.problems.first()?;
    Some(Text::both(&problem.line(&name, Lang::Zh), &problem.line(&name, Lang::En)))
}
