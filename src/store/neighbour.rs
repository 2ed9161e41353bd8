//! Temporary neighbours: what a writer fills before it takes its name, locked as long as the writer lives. What is left
//! of writers that are gone goes with the next write beside it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempDir};

/// The beginning of the names of neighbours.
pub(super) const NEIGHBOUR: &str = ".policy-atlas-";

/// The end of the names of neighbours.
const END: &str = ".tmp";

/// A folder as neighbour.
pub(super) struct FolderNeighbour {
    pub folder: TempDir,
    /// Open, it keeps the lock of the folder; none on systems that lock no folders.
    #[allow(dead_code, reason = "open, it keeps its lock")]
    lock: Option<File>,
}

/// A new file. One that was taken for abandoned before it was locked is made anew. A file system without locks has none,
/// and nothing on it is taken for abandoned.
pub(super) fn file_in(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let neighbour = builder(0o666).tempfile_in(folder)?;
        if neighbour.as_file().lock().is_err() || neighbour.path().exists() {
            return Ok(neighbour);
        }
    }
}

/// A new folder that these may enter, in the same way.
pub(super) fn folder_in(folder: &Path, mode: u32) -> io::Result<FolderNeighbour> {
    loop {
        let neighbour = builder(mode).tempdir_in(folder)?;
        let lock = File::open(neighbour.path()).ok().filter(|file| file.lock().is_ok());
        if lock.is_none() || neighbour.path().exists() {
            return Ok(FolderNeighbour { folder: neighbour, lock });
        }
    }
}

/// Removes the neighbours of writers that are gone. What cannot be removed stays: that is no fault of this write.
pub(super) fn remove_abandoned(folder: &Path) {
    let is_neighbour = |name: &str| name.starts_with(NEIGHBOUR) && name.ends_with(END);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (Some(kind), path) = (entry.file_type().ok(), entry.path()) else { continue };
        if !entry.file_name().to_str().is_some_and(is_neighbour) {
            continue;
        }
        let opened = match (kind.is_file(), kind.is_dir()) {
            (true, _) => OpenOptions::new().write(true).open(&path),
            (_, true) => File::open(&path),
            _ => continue,
        };
        // Held while it is removed, so that its writer does not take it meanwhile.
        let Ok(held) = opened else { continue };
        if held.try_lock().is_ok() {
            if kind.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.ok();
        }
    }
}

/// The maker of neighbours. As for any new file the user's mask sets who may read it; tempfile alone would keep it to the
/// owner.
fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(NEIGHBOUR).suffix(END);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::write_with;

    #[test]
    fn a_neighbour_goes_with_the_next_write_once_its_writer_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (gone, others) = (".policy-atlas-gone.tmp", [".policy-atlas-note", "policy-atlas-a.tmp", ".other-a.tmp"]);
        for name in others.iter().chain([&gone]) {
            fs::write(at(name), "half").unwrap();
        }
        let folder_gone = at(".policy-atlas-folder.tmp");
        fs::create_dir_all(folder_gone.join("data")).unwrap();
        let writing = file_in(folder.path()).unwrap();
        let filling = folder_in(folder.path(), 0o777).unwrap();
        write_with(&at("a.csv"), |out| out.write_all(b"new")).unwrap();
        assert!(!at(gone).exists(), "nobody writes it any more");
        assert!(!cfg!(unix) || !folder_gone.exists(), "nobody fills it any more");
        assert!(writing.path().exists() && filling.folder.path().exists(), "they are being written");
        assert!(others.iter().all(|name| at(name).exists()), "they are no neighbours");
    }
}
