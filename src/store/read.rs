//! Reading a file into memory, with a limit on its size.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::{Doing, StoreFault, StoreFaultKind};

/// The largest file that is read: 2 GiB.
pub const LARGEST: u64 = 2 << 30;

/// Reads a whole file of at most [`LARGEST`] bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, StoreFault> {
    read_up_to(path, LARGEST)
}

/// Reads a whole file of at most `limit` bytes.
pub fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, StoreFault> {
    let fault = |error| StoreFault::new(path, Doing::Reading, error);
    let because = |kind| StoreFault { path: path.to_owned(), doing: Doing::Reading, kind };
    let file = File::open(path).map_err(fault)?;
    let meta = file.metadata().map_err(fault)?;
    if meta.is_dir() {
        return Err(because(StoreFaultKind::IsFolder));
    }
    if meta.len() > limit {
        return Err(because(StoreFaultKind::TooLarge(meta.len(), limit)));
    }
    // A pipe has no length and a file may grow while it is read: the limit is kept while reading too.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fault)?;
    let size = bytes.len() as u64;
    if size > limit {
        return Err(because(StoreFaultKind::TooLarge(size, limit)));
    }
    Ok(bytes)
}
