//! A folder of small texts of one kind, as the window has it: the list as last read, and the tasks on it.
//! Saved views are on one such shelf, walks on another. Files are left to `app`.

use std::path::PathBuf;

use super::Bytes;
use crate::view::Saved;
use crate::walk::Walk;

/// A text with a name.
pub trait HasName {
    /// Its name.
    fn name(&self) -> &str;
}

impl HasName for Saved {
    fn name(&self) -> &str {
        &self.name
    }
}

impl HasName for Walk {
    fn name(&self) -> &str {
        &self.name
    }
}

/// The texts as last read from their folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf<V> {
    /// Its folder; none where nothing can be kept.
    pub folder: Option<PathBuf>,
    /// The texts by name; none before the first reading.
    pub listed: Option<Vec<ShelfFile<V>>>,
    /// The fault of reading the folder, or of a task on it.
    pub fault: Option<String>,
}

impl<V> Default for Shelf<V> {
    fn default() -> Shelf<V> {
        Shelf { folder: None, listed: None, fault: None }
    }
}

impl<V: HasName> Shelf<V> {
    /// The text of this name, if there is one.
    pub fn named(&self, name: &str) -> Option<&ShelfFile<V>> {
        let is_named = |one: &&ShelfFile<V>| one.found.as_ref().is_ok_and(|found| found.what.name() == name);
        self.listed.as_deref().unwrap_or_default().iter().find(is_named)
    }
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfFile<V> {
    /// Its name in the folder.
    pub file: String,
    /// Its content, or its fault.
    pub found: Result<ShelfContent<V>, String>,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfContent<V> {
    /// The text, as read or written.
    pub what: V,
    /// The identity of the file's bytes.
    pub bytes: Bytes,
}

/// A text just written, with its file in the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed<V> {
    /// The file's name in the folder.
    pub file: String,
    /// Its content now.
    pub found: ShelfContent<V>,
}

/// A task on the files of a shelf.
#[derive(Clone, Debug, PartialEq)]
pub enum ShelfTask<V> {
    /// Reads them all.
    List,
    /// Writes one under its name.
    Save(Box<V>, Taken),
    /// Writes one to the file that it came from, unless another program has written that since.
    Update {
        /// The file's name in the folder.
        file: String,
        /// The identity of its bytes when it was read.
        was: Bytes,
        /// The text.
        what: Box<V>,
    },
    /// Renames the text of a file.
    Rename {
        /// The file's name in the folder.
        file: String,
        /// The new name of the text.
        name: String,
    },
    /// Deletes a file.
    Delete {
        /// Its name in the folder.
        file: String,
    },
}

/// The choice where a text of the same name exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Keep it and report that.
    Keep,
    /// Replace it.
    Replace,
}
