//! Refusing to write over a file that was read.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Doing, StoreFault, StoreFaultKind};

/// Refuses to write over a file that was read, under any name and through any links.
///
/// # Errors
/// A path to a file that was read.
pub fn check_not_read(path: &Path, read: &[PathBuf]) -> Result<(), StoreFault> {
    let Some(own) = identity(path) else { return Ok(()) };
    match read.iter().find(|read| identity(read).as_ref() == Some(&own)) {
        Some(read) => {
            Err(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind: StoreFaultKind::IsRead(read.clone()) })
        }
        None => Ok(()),
    }
}

/// The identity of a file under all its names: its device and number. None for a missing file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    let meta = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((meta.dev(), meta.ino()))
}

/// The identity of a file on systems without file numbers: the one name behind all links.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_read_is_known_by_every_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("in")).unwrap();
        let (read, other) = (at("read"), at("other"));
        fs::write(&read, "one").unwrap();
        fs::write(&other, "one").unwrap();
        let mut cases = vec![("read", true), ("in/../read", true), ("other", false), ("in", false), ("none", false)];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("read", at("link")).unwrap();
            std::os::unix::fs::symlink("none", at("dangling")).unwrap();
            fs::hard_link(&read, at("hard")).unwrap();
            cases.extend([("link", true), ("hard", true), ("dangling", false)]);
        }
        for (name, expected) in cases {
            let fault = check_not_read(&at(name), &[at("in"), at("none"), read.clone()]).err();
            assert_eq!(
                fault.as_ref().is_some_and(|fault| matches!(&fault.kind, StoreFaultKind::IsRead(by) if *by == read)),
                expected,
                "{name}"
            );
            assert_eq!(fault.is_some(), expected, "{name}");
        }
    }
}
