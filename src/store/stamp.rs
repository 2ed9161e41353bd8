//! The state of a file, compared without reading it.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The state of a file: it differs with time, size or file behind the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<SystemTime>,
    bytes: u64,
    file: u64,
}

impl Stamp {
    pub(super) fn of(meta: &fs::Metadata) -> Stamp {
        Stamp { modified: meta.modified().ok(), bytes: meta.len(), file: number(meta) }
    }
}

/// The state of the file at a path now; none where nothing can be reached.
pub fn stamp(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|meta| Stamp::of(&meta))
}

#[cfg(unix)]
fn number(meta: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

/// No number on systems without file numbers: time and size have to do.
#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_size_or_another_file_is_another_state_and_reading_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        assert_eq!(stamp(&path), None);
        fs::write(&path, "one").unwrap();
        let first = stamp(&path);
        assert!(first.is_some());
        fs::read(&path).unwrap();
        assert_eq!(stamp(&path), first);
        fs::write(&path, "three").unwrap();
        assert_ne!(stamp(&path), first);
        fs::remove_file(&path).unwrap();
        assert_eq!(stamp(&path), None);
    }
}
