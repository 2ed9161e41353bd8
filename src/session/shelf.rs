//! A folder of small texts of one kind, as the window knows it: the list as last read, and what can be done with it.
//! Saved views stand on one such shelf, walks on another. Files are left to `app`.

use std::path::PathBuf;

use super::Bytes;
use crate::view::Saved;
use crate::walk::Walk;

/// A text with a name.
pub trait HasName {
    /// What people call it.
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
    /// The folder they are kept in; none where there is no place to keep anything.
    pub folder: Option<PathBuf>,
    /// The texts by name; none while they are read for the first time.
    pub listed: Option<Vec<ShelfFile<V>>>,
    /// Why the folder could not be read, or something in it not be done.
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
    /// What is in it, or what is wrong with it.
    pub found: Result<ShelfContent<V>, String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfContent<V> {
    /// What was read or written.
    pub what: V,
    /// The bytes of the file, so that it is known again.
    pub bytes: Bytes,
}

/// What was just written, and to which file of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed<V> {
    /// The file's name in the folder.
    pub file: String,
    /// What it now holds.
    pub found: ShelfContent<V>,
}

/// What is done with the files of a shelf.
#[derive(Clone, Debug, PartialEq)]
pub enum ShelfTask<V> {
    /// Reads them all.
    List,
    /// Writes one under its name.
    Save(Box<V>, Taken),
    /// Writes one to the file that it came from, unless somebody else has written that since.
    Update {
        /// The file's name in the folder.
        file: String,
        /// The bytes that it had when it was read.
        was: Bytes,
        /// What is written.
        what: Box<V>,
    },
    /// Gives the text of a file another name.
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

/// What to do where a text of the same name exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Leave it and say so.
    Keep,
    /// Put the new one in its place.
    Replace,
}
