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

/// Reads standard input, at most `limit` bytes of it.
///
/// # Errors
/// An input that cannot be read or is larger.
pub fn read_input(limit: u64) -> Result<Vec<u8>, StoreFault> {
    let mut bytes = Vec::new();
    copy_up_to(io::stdin().lock(), Path::new("-"), limit, &mut bytes)?;
    Ok(bytes)
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
