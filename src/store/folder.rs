//! Files of a folder: listing, removing and setting aside; and folders for a while.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::neighbour::{self, FolderNeighbour, NEIGHBOUR};
use super::write::target_of;
use super::{Doing, StoreFault};

/// A folder among the temporary ones of the system, which goes when this does.
pub struct TemporaryFolder(FolderNeighbour);

impl TemporaryFolder {
    /// A new one.
    ///
    /// # Errors
    /// A system that makes none.
    pub fn new() -> Result<TemporaryFolder, StoreFault> {
        let among = std::env::temp_dir();
        neighbour::remove_abandoned(&among);
        let made = neighbour::folder_in(&among, 0o700);
        made.map(TemporaryFolder).map_err(|error| StoreFault::new(&among, Doing::Writing, error))
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.0.folder.path()
    }
}

/// The names of the files of a folder with this extension (`ron`), in order. A missing folder has none, and names
/// that begin with a full stop belong to other programs.
///
/// # Errors
/// A folder that cannot be read.
pub fn names_in(folder: &Path, extension: &str) -> Result<Vec<String>, StoreFault> {
    let fault = |error| StoreFault::new(folder, Doing::Reading, error);
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(fault)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(fault)?;
        let path = entry.path();
        // A name that is no text could not be told or typed.
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        if path.extension().is_some_and(|end| end == extension) && !name.starts_with('.') && !path.is_dir() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Removes a file. A missing one is removed already.
///
/// # Errors
/// A file that the system does not remove.
pub fn remove(path: &Path) -> Result<(), StoreFault> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreFault::new(path, Doing::Writing, error)),
        _ => Ok(()),
    }
}

/// Removes what writers that were killed have left unfinished in a folder. A missing folder has nothing of the kind.
///
/// # Errors
/// A folder that cannot be read, or a file that the system does not remove.
pub fn remove_unfinished(folder: &Path) -> Result<(), StoreFault> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| StoreFault::new(folder, Doing::Reading, error))?,
    };
    let unfinished = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NEIGHBOUR));
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths.filter(|path| unfinished(path) && path.is_file()).try_for_each(|path| remove(&path))
}

/// Renames a file to its own name with this extension (`bad`), in place of an older one of that name. Behind a link the
/// file itself is renamed. A missing file is no fault.
///
/// # Errors
/// A file that the system does not rename.
pub fn set_aside(path: &Path, end: &str) -> Result<(), StoreFault> {
    let target = target_of(path)?;
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(end);
    match fs::rename(&target, target.with_file_name(name)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreFault::new(path, Doing::Writing, error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_set_aside_with_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        set_aside(&at("a.ron"), "bad").unwrap();
        for text in ["one", "two"] {
            fs::write(at("a.ron"), text).unwrap();
            set_aside(&at("a.ron"), "bad").unwrap();
            assert_eq!(fs::read_to_string(at("a.ron.bad")).unwrap(), text);
            assert!(!at("a.ron").exists());
        }
    }

    #[test]
    fn names_are_those_of_files_with_the_ending_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.ron", "a.ron", ".c.ron", "d.txt", "ron"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("e.ron")).unwrap();
        assert_eq!(names_in(folder.path(), "ron").unwrap(), ["a.ron", "b.ron"]);
        assert!(names_in(&folder.path().join("no"), "ron").unwrap().is_empty());
        assert!(names_in(&folder.path().join("d.txt"), "ron").is_err());
        remove(&folder.path().join("a.ron")).unwrap();
        remove(&folder.path().join("a.ron")).unwrap();
        assert_eq!(names_in(folder.path(), "ron").unwrap(), ["b.ron"]);
        assert!(remove(&folder.path().join("e.ron")).is_err());
    }
}
