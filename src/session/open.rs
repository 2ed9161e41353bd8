//! The open catalogue, and its file: what happens when it is no longer what is shown.
//!
//! A newer state takes its place by itself unless something would be lost by it; then it waits for an answer. What
//! cannot be read never takes the place of what is shown. Watching and reading are left to `app`.

use super::{Browse, Data};
use crate::catalogue::{Catalogue, Contents, ProblemKind};
use crate::words::{Lang, Text};

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
    /// It has changed, and is to be read again.
    Changed,
    /// Take the newer state.
    Take,
    /// Keep what is shown.
    Keep,
}

impl Disk {
    /// Whether it is the end of reading the file.
    pub(super) fn is_news(&self) -> bool {
        match self {
            Disk::Read(_) | Disk::Same | Disk::Unreadable(_) | Disk::Cancelled => true,
            Disk::Changed | Disk::Take | Disk::Keep => false,
        }
    }
}

/// The open catalogue, and how its file stands to it.
pub struct OpenCatalogue {
    data: Data,
    on_disk: OnDisk,
}

/// What news of the file, or an answer to it, leads to.
#[must_use = "a newer state that is dropped is lost"]
pub(super) enum Arrival {
    /// Nothing more.
    Nothing,
    /// The newer state takes the place of what is shown.
    Take(Box<Data>),
    /// What is on the disk by now is wanted.
    Reload,
}

impl OpenCatalogue {
    /// A catalogue that was just read.
    pub(super) fn new(data: Data) -> OpenCatalogue {
        OpenCatalogue { data, on_disk: OnDisk::AsShown }
    }

    /// The open catalogue.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// How its file stands to it.
    pub fn on_disk(&self) -> &OnDisk {
        &self.on_disk
    }

    /// Opens another catalogue, or a newer state of this one; gives the one before.
    pub(super) fn replace(&mut self, data: Data) -> Data {
        self.on_disk = OnDisk::AsShown;
        std::mem::replace(&mut self.data, data)
    }

    /// News of the file, or an answer to it.
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

    /// What would be lost changes with what the user does while the newer state waits.
    pub(super) fn weigh_again(&mut self, browse: &Browse) {
        self.on_disk = match std::mem::take(&mut self.on_disk) {
            OnDisk::Waiting(data, _) => {
                let losses = self.losses(&data, browse);
                OnDisk::Waiting(data, losses)
            }
            other => other,
        };
    }

    /// What would be lost if this took the place of what is shown.
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
        let is_there = |id: &str| catalogue.policy_by_id(id).is_some() || catalogue.regions.by_code(id).is_some();
        let is_lost = |id: &&String| is_other || !is_there(id);
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
