//! Holding a file: no two programs hold one, and it is let go with its holder's process at the latest.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use super::stamp::{Stamp, stamp};

/// A file that is held as long as this lives.
#[derive(Debug)]
pub struct HeldFile(#[allow(dead_code, reason = "open, it keeps its lock")] File);

impl HeldFile {
    /// A file whose writer has locked it.
    pub(super) fn of_written(file: File) -> HeldFile {
        HeldFile(file)
    }
}

/// Holds a file; none where another program does, or where there is none. On a file system without locks nobody is known
/// to hold one.
pub fn hold(path: &Path) -> Option<HeldFile> {
    // Opening a pipe could wait for ever.
    if !path.metadata().is_ok_and(|meta| meta.is_file()) {
        return None;
    }
    let file = OpenOptions::new().write(true).open(path).ok()?;
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return None;
    }
    // What was replaced before it was held is no longer the file of this name.
    let held = file.metadata().ok().map(|meta| Stamp::of(&meta));
    (held.is_some() && stamp(path) == held).then_some(HeldFile(file))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::{Unwritten, write_held};

    #[test]
    fn a_file_is_held_once_until_it_is_let_go_and_through_each_writing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        assert!(hold(&path).is_none(), "there is no file");
        let mut held = None;
        for text in ["one", "two"] {
            write_held(&path, &mut held, |out| out.write_all(text.as_bytes())).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            assert!(hold(&path).is_none(), "{text} is held by its writer");
        }
        let broken = write_held(&path, &mut held, |_| Err("no more"));
        assert!(matches!(broken, Err(Unwritten::Content("no more"))));
        assert!(cfg!(windows) || hold(&path).is_none(), "the older file is let go though it stays");
        drop(held);
        let again = hold(&path).unwrap();
        assert!(hold(&path).is_none());
        drop(again);
        assert!(hold(&path).is_some());
    }
}
