//! Effects: work that the session leaves to others.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Output, ReadyTable, ShelfTask, TableFrom, TextFrom, Work};
use crate::catalogue::{Embedded, FileIdx, NamedRelease, Origin};
use crate::view::Saved;
use crate::walk::Walk;

/// A task that needs files, threads, the clipboard or the system.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Asks for a file to open.
    PickOpen,
    /// Opens a file.
    Load(PathBuf),
    /// Opens an embedded catalogue.
    LoadEmbedded(Embedded),
    /// Reads the open file again.
    Reload,
    /// Watches this file from now on, and no other; none for an embedded catalogue.
    Watch(Option<PathBuf>),
    /// Cancels the current work.
    Cancel,
    /// Asks for a path to export to, with a file name as default.
    PickSave {
        /// The name offered.
        name: String,
        /// The output.
        what: Output,
    },
    /// Writes an output.
    Write {
        /// Its path.
        path: PathBuf,
        /// The output.
        what: Output,
    },
    /// Writes the same as a new file. Where one stands, whether to replace it is asked first.
    WriteNew {
        /// The path of the file.
        path: PathBuf,
        /// The output.
        what: Output,
    },
    /// Copies a text.
    Copy(String),
    /// Copies a table.
    CopyTable {
        /// For text fields and spreadsheets.
        text: String,
        /// For documents.
        html: String,
    },
    /// Copies the figure of the charts as a picture.
    CopyFigure,
    /// Writes an output to a temporary folder and opens it, to be printed from there.
    Print {
        /// The name of the file.
        name: String,
        /// The output.
        what: Output,
    },
    /// Opens an address in the browser.
    OpenAddress(String),
    /// Opens a file or folder with the program that the system has for it.
    OpenFile(PathBuf),
    /// A task on the files of saved views.
    Views(ShelfTask<Saved>),
    /// A task on the files of saved walks.
    Walks(ShelfTask<Walk>),
    /// Keeps a walk with unsaved edits for the next start; none deletes the kept one.
    KeepWalk(Option<Arc<Walk>>),
    /// Reads the HTML beside a text that was pasted.
    ReadClip(String),
    /// Asks for the file of a table.
    PickTable,
    /// Reads the HTML beside a table that was pasted.
    ReadTableClip(String),
    /// Reads a table for the layer in hand.
    ReadTable {
        /// The number of the question.
        number: u64,
        /// Its origin.
        from: TableFrom,
        /// The encoding that is demanded, by name.
        encoding: Option<String>,
    },
    /// Breaks off the reading of a table.
    DropTable,
    /// Makes a dry run of a table.
    DryTable {
        /// The number of the question.
        number: u64,
        /// The table with its answers.
        table: Box<ReadyTable>,
    },
    /// Reads the HTML beside a text of a policy that was pasted.
    ReadTextClip(String),
    /// Asks for the file of a text.
    PickText,
    /// Reads a text of a policy.
    ReadText {
        /// The number of the question.
        number: u64,
        /// Its origin.
        from: TextFrom,
    },
    /// Remembers the answers to a table.
    KeepMapping {
        /// The name of their file.
        name: String,
        /// The text.
        text: String,
    },
    /// Lays a layer of others over the open catalogue.
    AddLayer(Origin),
    /// Takes a layer of others off the open catalogue, by its place in the stack.
    TakeOff(FileIdx),
    /// Looks for the user's own layer over this release.
    FindLayer(Box<NamedRelease>),
    /// Writes the text of a layer to its file, unless that was changed elsewhere.
    KeepLayer(PathBuf, Arc<str>),
    /// Writes the text of a layer to its file, which is known to have another text.
    KeepMerged {
        /// The file.
        path: PathBuf,
        /// The text that it has.
        over: Arc<str>,
        /// The text to write.
        text: Arc<str>,
    },
    /// Reads the earlier states of the layer with this file.
    ListKept(PathBuf),
    /// Removes the file of a layer, its earlier states and its texts that lost their place.
    EraseLayer(PathBuf),
    /// Keeps a text that lost its place beside the file of its layer.
    SetAside {
        /// The file.
        path: PathBuf,
        /// The text.
        text: Arc<str>,
        /// The text that it and the file began as, while conflicts are open: the next start asks again.
        base: Option<Arc<str>>,
    },
    /// Reads the open catalogue again with this text of the layer over it; none: without it.
    Restack(Option<Arc<str>>),
    /// Writes the settings.
    SaveSettings,
    /// Ends the program.
    Quit,
}

impl Effect {
    /// The kind of work that it is, or asks a path for: one piece of it at a time.
    pub fn work(&self) -> Option<Work> {
        match self {
            Effect::PickOpen | Effect::Load(_) | Effect::LoadEmbedded(_) => Some(Work::Open),
            Effect::Reload => Some(Work::Reread),
            Effect::PickSave { .. } | Effect::Write { .. } | Effect::WriteNew { .. } | Effect::Print { .. } => {
                Some(Work::Write)
            }
            Effect::Watch(_)
            | Effect::Cancel
            | Effect::Copy(_)
            | Effect::CopyTable { .. }
            | Effect::CopyFigure
            | Effect::OpenAddress(_)
            | Effect::OpenFile(_)
            | Effect::Views(_)
            | Effect::Walks(_)
            | Effect::KeepWalk(_)
            | Effect::ReadClip(_)
            | Effect::PickTable
            | Effect::ReadTableClip(_)
            | Effect::ReadTable { .. }
            | Effect::DropTable
            | Effect::DryTable { .. }
            | Effect::ReadTextClip(_)
            | Effect::PickText
            | Effect::ReadText { .. }
            | Effect::KeepMapping { .. }
            | Effect::AddLayer(_)
            | Effect::TakeOff(_)
            | Effect::FindLayer(_)
            | Effect::KeepLayer(..)
            | Effect::KeepMerged { .. }
            | Effect::ListKept(_)
            | Effect::EraseLayer(_)
            | Effect::SetAside { .. }
            | Effect::Restack(_)
            | Effect::SaveSettings
            | Effect::Quit => None,
        }
    }

    /// Whether the open dialog stays: it asked for this, or is of no concern to it.
    pub(super) fn leaves_dialog(&self) -> bool {
        use Effect as E;
        let copies = matches!(self, E::Copy(_) | E::CopyTable { .. } | E::CopyFigure);
        copies
            || matches!(
                self,
                E::PickTable | E::PickText | E::Views(_) | E::Walks(_) | E::OpenAddress(_) | E::OpenFile(_)
            )
    }
}

/// Effects in order. A dropped effect is never performed, so dropping one does not compile.
#[must_use = "what is not performed is never done"]
#[derive(Debug, Default, PartialEq)]
pub struct Effects(Vec<Effect>);

impl Effects {
    /// No effects.
    pub fn none() -> Effects {
        Effects::default()
    }

    /// These effects, followed by another.
    pub fn and(mut self, more: Option<Effect>) -> Effects {
        self.0.extend(more);
        self
    }

    /// These effects, followed by others.
    pub fn then(mut self, others: Effects) -> Effects {
        self.0.extend(others);
        self
    }
}

impl From<Effect> for Effects {
    fn from(effect: Effect) -> Effects {
        Effects(vec![effect])
    }
}

impl<const N: usize> From<[Effect; N]> for Effects {
    fn from(effects: [Effect; N]) -> Effects {
        Effects(effects.into())
    }
}

impl Deref for Effects {
    type Target = [Effect];

    fn deref(&self) -> &[Effect] {
        &self.0
    }
}

impl IntoIterator for Effects {
    type Item = Effect;
    type IntoIter = std::vec::IntoIter<Effect>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
