//! Actions on walks.

use std::path::PathBuf;

use crate::session::{Filed, Shelf, ShelfContent, Taken};
use crate::walk::{Edit, Walk};

/// An action on walks.
#[derive(Clone, Debug, PartialEq)]
pub enum Walking {
    /// Goes to a step of the editor.
    Choose(usize),
    /// Edits the walk in hand.
    Edit(Box<Edit>),
    /// Undoes the last edit.
    Undo,
    /// Redoes it.
    Redo,
    /// Adds a step with the window's content.
    Add,
    /// Takes a walk through the places of the filter.
    Through(Way),
    /// Takes a walk without steps.
    New,
    /// Takes the ready walk.
    Ready,
    /// Takes a saved walk: its file, and its content.
    Open(String, Box<ShelfContent<Walk>>),
    /// Takes the walk named by the call.
    Give(Box<Walk>),
    /// Lays the picture of a step out for a dark window, or for a light one.
    Dark(bool),
    /// Sets the step at which the next show begins.
    From(usize),
    /// Takes a walk with unsaved edits, kept by an earlier run of the program; its folder.
    TakeUp(Box<Walk>, PathBuf),
    /// Takes the open catalogue as the one the walk was made on: vanished parts are left out.
    Adopt,
    /// Writes the walk to its file; asks for a name where it has none.
    Save,
    /// Writes it under a name.
    SaveAs(String, Taken),
    /// Answers about unsaved edits, while another walk waits.
    Answer(Answer),
    /// Takes the saved walks as read, and the one just written.
    Shelved(Box<Shelf<Walk>>, Option<Box<Filed<Walk>>>),
}

impl From<Edit> for Walking {
    fn from(edit: Edit) -> Walking {
        Walking::Edit(Box::new(edit))
    }
}

/// The order of a walk through the places of the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By code.
    Code,
    /// By month.
    Month,
    /// By the emphases that the sources state.
    Emphasis,
    /// In the order on screen.
    OnScreen,
}

impl Way {
    /// Every order.
    pub const ALL: [Way; 4] = [Way::Code, Way::Month, Way::Emphasis, Way::OnScreen];
}

/// An answer about unsaved edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save them, then take the other walk.
    Save,
    /// Discard them for the other walk.
    Discard,
    /// Keep them, and drop the other walk.
    Stay,
}
