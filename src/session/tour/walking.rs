//! What a person does with walks.

use std::path::PathBuf;

use crate::session::{Filed, Shelf, ShelfContent, Taken};
use crate::walk::{Edit, Walk};

/// What a person does with walks.
#[derive(Clone, Debug, PartialEq)]
pub enum Walking {
    /// Goes to a step of the editor.
    Choose(usize),
    /// Edits the walk in hand.
    Edit(Box<Edit>),
    /// Takes the last edit back.
    Undo,
    /// Makes it again.
    Redo,
    /// Adds a step that shows what the window shows.
    Add,
    /// A walk through the places of the filter.
    Through(Way),
    /// A walk without steps.
    New,
    /// The ready walk.
    Ready,
    /// A saved walk: its file, and what it holds.
    Open(String, Box<ShelfContent<Walk>>),
    /// A walk that the call names.
    Give(Box<Walk>),
    /// The next show begins at this step.
    From(usize),
    /// A walk with edits that an earlier run of the program kept; the folder they were kept in.
    TakeUp(Box<Walk>, PathBuf),
    /// Takes the open catalogue as it is for what the walk was made on: what has vanished is left out.
    Adopt,
    /// Writes the walk to its file; asks for a name where it has none.
    Save,
    /// Writes it under a name.
    SaveAs(String, Taken),
    /// What happens to edits that are in no file, while another walk waits.
    Answer(Answer),
    /// The saved walks have been read; what was just written.
    Shelved(Box<Shelf<Walk>>, Option<Box<Filed<Walk>>>),
}

impl From<Edit> for Walking {
    fn from(edit: Edit) -> Walking {
        Walking::Edit(Box::new(edit))
    }
}

/// In which order a walk goes through the places of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By code.
    Code,
    /// By month.
    Month,
    /// As the sources tell what places put first.
    Emphasis,
    /// As they stand on screen.
    OnScreen,
}

impl Way {
    /// Every order.
    pub const ALL: [Way; 4] = [Way::Code, Way::Month, Way::Emphasis, Way::OnScreen];
}

/// What happens to edits that are in no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are saved, then the other walk is taken.
    Save,
    /// They are given up for the other walk.
    Discard,
    /// They stay, and the other walk goes.
    Stay,
}
