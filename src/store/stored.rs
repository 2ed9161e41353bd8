//! Files written as one, a folder or a .zip, read one at a time by name.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::read::{copy_up_to, open_file};
use super::whole::is_archive;
use super::{Doing, StoreFault, StoreFaultKind};

/// Files under one name.
pub enum StoredFiles {
    /// In a folder.
    Folder(PathBuf),
    /// In an archive, at this path.
    Zip(PathBuf, Box<ZipArchive<File>>),
}

impl StoredFiles {
    /// Opens an archive by its extension, else a folder, which is looked at when a file is read.
    ///
    /// # Errors
    /// An archive that cannot be opened or read.
    pub fn open(path: &Path) -> Result<StoredFiles, StoreFault> {
        if !is_archive(path) || path.is_dir() {
            return Ok(StoredFiles::Folder(path.to_owned()));
        }
        let fault = |error| StoreFault::new(path, Doing::Reading, error);
        let file = open_file(path, u64::MAX)?;
        let zip = ZipArchive::new(file).map_err(|error| fault(error.into()))?;
        Ok(StoredFiles::Zip(path.to_owned(), Box::new(zip)))
    }

    /// The path of a file, for messages.
    pub fn path_of(&self, name: &str) -> PathBuf {
        let (StoredFiles::Folder(at) | StoredFiles::Zip(at, _)) = self;
        name.split('/').fold(at.clone(), |path, part| path.join(part))
    }

    /// Reads a file of at most `limit` bytes. Its name is relative, with `/` between folders.
    ///
    /// # Errors
    /// A file that is missing, unreadable or larger.
    pub fn read(&mut self, name: &str, limit: u64) -> Result<Vec<u8>, StoreFault> {
        let mut bytes = Vec::new();
        self.copy(name, limit, &mut bytes)?;
        Ok(bytes)
    }

    /// Copies a file of at most `limit` bytes to `out`.
    ///
    /// # Errors
    /// A file that is missing, unreadable or larger, and errors of `out`.
    pub fn copy(&mut self, name: &str, limit: u64, out: &mut dyn Write) -> Result<(), StoreFault> {
        let path = self.path_of(name);
        let StoredFiles::Zip(_, zip) = self else { return copy_up_to(open_file(&path, limit)?, &path, limit, out) };
        let because = |kind| StoreFault { path: path.clone(), doing: Doing::Reading, kind };
        let file = zip.by_name(name).map_err(|error| match error {
            ZipError::FileNotFound => because(StoreFaultKind::Missing),
            other => StoreFault::new(&path, Doing::Reading, other.into()),
        })?;
        match file.size() {
            size if size > limit => Err(because(StoreFaultKind::TooLarge(size, limit))),
            // A size that the archive gives as small is not believed.
            _ => copy_up_to(file, &path, limit, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::store::{Older, write_files_with};

    #[cfg(unix)]
    #[test]
    fn what_may_have_no_end_is_no_file_of_a_bundle() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a.txt", "a.zip"] {
            std::os::unix::fs::symlink("/dev/null", root.path().join(name)).unwrap();
        }
        let mut files = StoredFiles::open(root.path()).unwrap();
        let kinds = [files.read("a.txt", 9).err(), StoredFiles::open(&root.path().join("a.zip")).err()];
        for kind in kinds {
            assert!(matches!(kind.map(|fault| fault.kind), Some(StoreFaultKind::NoFile)));
        }
    }

    #[test]
    fn what_was_written_is_read_back_by_name() {
        let root = tempfile::tempdir().unwrap();
        for name in ["out", "out.zip"] {
            let path = root.path().join(name);
            write_files_with(&path, Older::Replaced, |files| -> Result<(), io::Error> {
                files.put("a.txt", |out| out.write_all(b"one"))?;
                files.put("data/b.txt", |out| out.write_all("两".as_bytes()))
            })
            .unwrap();
            let mut files = StoredFiles::open(&path).unwrap();
            assert_eq!(files.read("data/b.txt", 3).unwrap(), "两".as_bytes());
            assert_eq!(files.read("a.txt", 3).unwrap(), b"one");
            let mut kind = |name: &str, limit| format!("{:?}", files.read(name, limit).unwrap_err().kind);
            assert_eq!((kind("a.txt", 2), kind("c.txt", 9)), ("TooLarge(3, 2)".into(), "Missing".into()), "{name}");
        }
        std::fs::write(root.path().join("no.zip"), "no archive").unwrap();
        assert!(StoredFiles::open(&root.path().join("no.zip")).is_err());
        assert!(StoredFiles::open(&root.path().join("none.zip")).is_err());
    }
}
