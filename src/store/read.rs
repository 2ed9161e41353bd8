//! Reading a file with a limit on its size, into memory or into a writer.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::{Doing, StoreFault, StoreFaultKind};

/// The largest file that is read, in bytes: 2 GiB.
pub const LARGEST: u64 = 2 << 30;

/// Reads a whole file of at most [`LARGEST`] bytes.
///
/// # Errors
/// A file that is missing, unreadable or larger.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreFault> {
    read_up_to(path, LARGEST)
}

/// Reads a whole file of at most `limit` bytes.
///
/// # Errors
/// A file that is missing, unreadable or larger.
pub fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, StoreFault> {
    let file = open(path, limit)?;
    let size = file.metadata().map_or(0, |meta| meta.len());
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    copy_up_to(file, path, limit, &mut bytes)?;
    Ok(bytes)
}

/// Reads a whole file of at most `limit` bytes that the program looks for by itself, and that must be a plain one.
///
/// # Errors
/// A file that is missing, unreadable, larger, a pipe or a device.
pub fn read_plain(path: &Path, limit: u64) -> Result<Vec<u8>, StoreFault> {
    let mut bytes = Vec::new();
    copy_up_to(open_file(path, limit)?, path, limit, &mut bytes)?;
    Ok(bytes)
}

/// Bytes of a text that are looked at before more of it is read.
const BLOCK: u64 = 1 << 20;

/// Reads a text of at most [`LARGEST`] bytes, and no more of it than up to the first block that cannot be text: what is
/// wrong with these bytes is left to whoever reads them.
///
/// # Errors
/// A file that is missing, unreadable or larger.
pub fn read_text(path: &Path) -> Result<Vec<u8>, StoreFault> {
    let file = open(path, LARGEST)?;
    let size = usize::try_from(file.metadata().map_or(0, |meta| meta.len())).unwrap_or(0);
    let (mut bytes, mut sound) = (Vec::new(), 0);
    loop {
        let from = bytes.len();
        copy_up_to((&file).take(BLOCK), path, BLOCK, &mut bytes)?;
        let (read, block) = (bytes.len() as u64, (bytes.len() - from) as u64);
        if read > LARGEST {
            let kind = StoreFaultKind::TooLarge(read, LARGEST);
            return Err(StoreFault { path: path.to_owned(), doing: Doing::Reading, kind });
        }
        let rest = bytes.get(sound..).unwrap_or_default();
        match std::str::from_utf8(rest) {
            _ if rest.contains(&0) => return Ok(bytes),
            Ok(text) => sound += text.len(),
            Err(error) if error.error_len().is_some() => return Ok(bytes),
            Err(error) => sound += error.valid_up_to(),
        }
        if block < BLOCK {
            return Ok(bytes);
        }
        bytes.reserve(size.saturating_sub(bytes.len()));
    }
}

/// Reads standard input, at most `limit` bytes of it.
///
/// # Errors
/// An input that cannot be read or is larger.
pub fn read_input(limit: u64) -> Result<Vec<u8>, StoreFault> {
    let mut bytes = Vec::new();
    copy_up_to(io::stdin().lock(), Path::new("-"), limit, &mut bytes)?;
    Ok(bytes)
}

/// Opens a file of at most `limit` bytes that is neither a pipe nor a device: opening a pipe could wait for ever.
pub(super) fn open_file(path: &Path, limit: u64) -> Result<File, StoreFault> {
    // What is missing or a folder is told by opening it.
    if path.metadata().is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
        return Err(StoreFault { path: path.to_owned(), doing: Doing::Reading, kind: StoreFaultKind::NoFile });
    }
    open(path, limit)
}

/// Opens a file of at most `limit` bytes, by the size that the system gives.
pub(super) fn open(path: &Path, limit: u64) -> Result<File, StoreFault> {
    let fault = |error| StoreFault::new(path, Doing::Reading, error);
    let because = |kind| StoreFault { path: path.to_owned(), doing: Doing::Reading, kind };
    let file = File::open(path).map_err(fault)?;
    let meta = file.metadata().map_err(fault)?;
    match meta.len() {
        _ if meta.is_dir() => Err(because(StoreFaultKind::IsFolder)),
        size if size > limit => Err(because(StoreFaultKind::TooLarge(size, limit))),
        _ => Ok(file),
    }
}

/// Copies the bytes to `out`. A pipe has no length, a file may grow while it is read, and an archive may give a wrong
/// size: the limit is kept while reading.
pub(super) fn copy_up_to(from: impl Read, path: &Path, limit: u64, out: &mut dyn Write) -> Result<(), StoreFault> {
    let copied = io::copy(&mut from.take(limit.saturating_add(1)), out);
    match copied.map_err(|error| StoreFault::new(path, Doing::Reading, error))? {
        size if size > limit => Err(StoreFault {
            path: path.to_owned(),
            doing: Doing::Reading,
            kind: StoreFaultKind::TooLarge(size, limit),
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_whole_and_what_is_none_no_further_than_its_first_block() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let text = "政策".repeat(500_000).into_bytes();
        let with = |more: &[u8], at: usize| [&text[..at], more, &text[at..]].concat();
        for (bytes, most) in [
            (Vec::new(), 0),
            (text.clone(), text.len()),
            (b"\xFF\xFEa\0".to_vec(), 4),
            (vec![0; 5 << 20], BLOCK as usize),
            (with(&[0xFF], 3), BLOCK as usize),
            (with(&[0], 1_200_000), 2 * BLOCK as usize),
        ] {
            std::fs::write(&path, &bytes).unwrap();
            let read = read_text(&path).unwrap();
            assert!(bytes.starts_with(&read));
            assert_eq!(read.len(), most);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_looked_for_is_a_plain_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        std::fs::write(&path, "ab").unwrap();
        assert_eq!(read_plain(&path, 2).unwrap(), b"ab");
        assert!(matches!(read_plain(&path, 1).unwrap_err().kind, StoreFaultKind::TooLarge(2, 1)));
        std::fs::remove_file(&path).unwrap();
        // A pipe without a writer would be waited for.
        std::os::unix::fs::symlink("/dev/null", &path).unwrap();
        assert!(matches!(read_plain(&path, 2).unwrap_err().kind, StoreFaultKind::NoFile));
        assert!(crate::store::hold(&path).is_none());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_without_end_is_read_no_further_than_its_first_block() {
        for device in ["/dev/zero", "/dev/urandom"] {
            assert_eq!(read_text(Path::new(device)).unwrap().len() as u64, BLOCK, "{device}");
        }
    }
}
