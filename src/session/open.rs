//! The open catalogue and its file: the state of the file against the catalogue on the screen.
//!
//! A newer state takes its place by itself unless that would lose something; then it waits for an answer. An
//! unreadable file never takes the place of the open catalogue. Watching and reading are left to `app`.

use super::{Browse, Data, Mine};
use crate::catalogue::{Catalogue, Contents, ProblemKind};
use crate::words::{Lang, Text};

/// The state of the file against the open catalogue.
#[derive(Default)]
pub enum OnDisk {
    /// The open catalogue is the last one read of it.
    #[default]
    AsShown,
    /// It is newer, and was read; taking it would lose something.
    Waiting(Box<Data>, Losses),
    /// It is newer, and the open catalogue was kept.
    Newer,
    /// It cannot be read, with the reason.
    Unreadable(Text),
}

/// A truncated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The first problem of a truncation.
    pub why: Text,
    /// The number of records that could be read.
    pub read: usize,
    /// The number of records in the open catalogue.
    pub shown: usize,
}

/// The losses by taking a newer state of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// Records, since the file is truncated.
    pub cut: Option<Cut>,
    /// The catalogue, since it is another one: its id.
    pub other: Option<String>,
    /// Ids of the comparison that the newer state lacks.
    pub compared: Vec<String>,
    /// The query line, where it goes with the catalogue or can no longer find anything.
    pub line: Option<String>,
    /// The number of steps of undo and redo.
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
    /// It is the same as the open catalogue.
    Same,
    /// It could not be read, with the reason.
    Unreadable(Text),
    /// Reading it again was cancelled.
    Cancelled,
    /// It has changed, and has to be read again.
    Changed,
    /// Take the newer state.
    Take,
    /// Keep the open catalogue.
    Keep,
}

impl Disk {
    /// Whether it ends a reading of the file.
    pub(super) fn is_news(&self) -> bool {
        match self {
            Disk::Read(_) | Disk::Same | Disk::Unreadable(_) | Disk::Cancelled => true,
            Disk::Changed | Disk::Take | Disk::Keep => false,
        }
    }
}

/// The open catalogue, and the state of its file.
pub struct OpenCatalogue {
    data: Data,
    on_disk: OnDisk,
    /// The user's own policies over it.
    pub(super) mine: Mine,
}

/// The consequence of news of the file, or of an answer to it.
#[must_use = "a newer state that is dropped is lost"]
pub(super) enum Arrival {
    /// None.
    Nothing,
    /// Take the newer state.
    Take(Box<Data>),
    /// Read the file again.
    Reload,
}

impl OpenCatalogue {
    /// A catalogue as just read.
    pub(super) fn new(data: Data) -> OpenCatalogue {
        OpenCatalogue { data, on_disk: OnDisk::AsShown, mine: Mine::default() }
    }

    /// The open catalogue.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// The state of its file.
    pub fn on_disk(&self) -> &OnDisk {
        &self.on_disk
    }

    /// Opens another catalogue, or a newer state of this one; returns the one before.
    pub(super) fn replace(&mut self, data: Data) -> Data {
        self.on_disk = OnDisk::AsShown;
        std::mem::replace(&mut self.data, data)
    }

    /// Takes news of the file, or an answer to it.
    pub(super) fn apply(&mut self, disk: Disk, browse: &Browse) -> Arrival {
        match disk {
            Disk::Read(data) => {
                if let Some(why) = nothing_sound(&data, &self.data) {
                    self.on_disk = OnDisk::Unreadable(why);
                    return Arrival::Nothing;
                }
                let losses = self.losses(&data, browse);
                if losses.is_none() {
                    return Arrival::Take(data);
                }
                self.on_disk = OnDisk::Waiting(data, losses);
            }
            Disk::Same => self.on_disk = OnDisk::AsShown,
            Disk::Unreadable(why) => self.on_disk = OnDisk::Unreadable(why),
            Disk::Cancelled | Disk::Keep => self.on_disk = OnDisk::Newer,
            Disk::Changed => return Arrival::Reload,
            Disk::Take => match std::mem::take(&mut self.on_disk) {
                OnDisk::Waiting(data, _) => return Arrival::Take(data),
                before => {
                    self.on_disk = before;
                    return Arrival::Reload;
                }
            },
        }
        Arrival::Nothing
    }

    /// Computes the losses again, which change with the user's actions while the newer state waits.
    pub(super) fn weigh_again(&mut self, browse: &Browse) {
        self.on_disk = match std::mem::take(&mut self.on_disk) {
            OnDisk::Waiting(data, _) => {
                let losses = self.losses(&data, browse);
                OnDisk::Waiting(data, losses)
            }
            other => other,
        };
    }

    /// The losses by taking this in place of the open catalogue.
    fn losses(&self, new: &Data, browse: &Browse) -> Losses {
        let catalogue = new.catalogue();
        let cut = new.problems.iter().find(|problem| matches!(problem.kind, ProblemKind::Cut(_)));
        let name = new.origin.file_name();
        let cut = cut.map(|problem| Cut {
            why: Text::both(&problem.line(&name, Lang::Zh), &problem.line(&name, Lang::En)),
            read: records(catalogue),
            shown: records(self.data.catalogue()),
        });
        let is_other = catalogue.id != self.data.catalogue().id;
        // Into another catalogue places go along.
        let has_policy = |id: &str| !is_other && catalogue.policy_by_id(id).is_some();
        let is_lost = |id: &&String| !has_policy(id) && catalogue.regions.by_code(id).is_none();
        let line = browse.derived().line();
        let finds_nothing = browse.view().query.unknown(catalogue).next().is_some();
        let is_line_lost = !line.is_empty() && (is_other || finds_nothing);
        Losses {
            // A file that was already shown as far as it could be read takes nothing away by being so still.
            cut: cut.filter(|cut| cut.read < cut.shown),
            other: is_other.then(|| catalogue.id.clone()),
            compared: browse.view().comparison.iter().filter(is_lost).cloned().collect(),
            line: is_line_lost.then(|| line.to_owned()),
            steps: if is_other { browse.history().steps() } else { 0 },
        }
    }
}

/// The number of records that a truncation of the file can take.
fn records(catalogue: &Catalogue) -> usize {
    let Contents { policies, texts, readings, statements, milestones, claims, .. } = &**catalogue;
    policies.len() + texts.len() + readings.len() + statements.len() + milestones.len() + claims.len()
}

/// The reason to refuse a useless file: it has errors and not one sound policy or statement, where there were some.
fn nothing_sound(new: &Data, shown: &Data) -> Option<Text> {
    let is_empty = |data: &Data| data.catalogue().policies.is_empty() && data.catalogue().statements.is_empty();
    if new.errors == 0 || !is_empty(new) || is_empty(shown) {
        return None;
    }
    let name = new.origin.file_name();
    let problem = new.problems.first()?;
    Some(Text::both(&problem.line(&name, Lang::Zh), &problem.line(&name, Lang::En)))
}
