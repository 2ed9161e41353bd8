//! Writing a file whole: a temporary neighbour, flush, sync, rename. On any fault an older file stays as it was.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::held::HeldFile;
use super::{Doing, StoreFault, StoreFaultKind, check_name};

/// The reason that nothing was written.
#[derive(Debug)]
pub enum Unwritten<E> {
    /// The file could not be made.
    Store(StoreFault),
    /// The content could not be made.
    Content(E),
}

/// Makes the folder of a file, with the folders above it.
///
/// # Errors
/// A folder that cannot be made.
pub fn make_folder_of(path: &Path) -> Result<(), StoreFault> {
    let folder = folder_of(path);
    fs::create_dir_all(&folder).map_err(|error| StoreFault::new(&folder, Doing::Writing, error))
}

/// Writes a file with the bytes of `content`: all of them, or nothing.
///
/// A device or a pipe is written to directly, since no file could take its place.
///
/// # Errors
/// Errors of `content` and of the disk; the older file stays as it was.
pub fn write_with<E>(path: &Path, content: impl FnOnce(&mut dyn Write) -> Result<(), E>) -> Result<(), Unwritten<E>> {
    write(path, Older::Replaced, content)
}

/// The fate of an older file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Older {
    /// The new one takes its place.
    Replaced,
    /// It stays, and nothing is written.
    Kept,
}

/// Writes a file as [`write_with`], and one that must be new only where none stands, even one that came meanwhile.
///
/// # Errors
/// A file that stands there and is to stay, errors of `content` and of the disk.
pub fn write<E>(
    path: &Path,
    to_older: Older,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), Unwritten<E>> {
    written(path, to_older, content).map(drop)
}

/// Writes a file as [`write_with`] and holds it, in place of the older one that was held.
///
/// # Errors
/// Errors of `content` and of the disk; the older file stays as it was.
pub fn write_held<E>(
    path: &Path,
    held: &mut Option<HeldFile>,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), Unwritten<E>> {
    if cfg!(windows) {
        // No file takes the place of an open one there.
        *held = None;
    }
    *held = written(path, Older::Replaced, content)?.map(HeldFile::of_written);
    Ok(())
}

/// Writes a file; gives it while it is still locked, unless it is none of its own: a device, a pipe.
fn written<E>(
    path: &Path,
    to_older: Older,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<Option<File>, Unwritten<E>> {
    let fault = |error: io::Error| Unwritten::Store(StoreFault::new(path, Doing::Writing, error));
    let because = |kind| Unwritten::Store(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind });
    check_name(path).map_err(Unwritten::Store)?;
    let older = match fs::metadata(path) {
        // Told before the bytes are made, which may take a while.
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => return Err(fault(error)),
        found => found.ok(),
    };
    match &older {
        Some(meta) if meta.is_dir() => return Err(because(StoreFaultKind::IsFolder)),
        Some(meta) if meta.is_file() && to_older == Older::Kept => return Err(because(StoreFaultKind::Occupied)),
        Some(meta) if !meta.is_file() => {
            let mut out = BufWriter::new(OpenOptions::new().write(true).open(path).map_err(fault)?);
            content(&mut out).map_err(Unwritten::Content)?;
            return out.flush().map(|()| None).map_err(fault);
        }
        // Renaming over a file that its owner made read-only would get around that.
        Some(meta) if meta.permissions().readonly() => return Err(because(StoreFaultKind::NoPermission)),
        _ => {}
    }
    let target = target_of(path).map_err(Unwritten::Store)?;
    let folder = folder_of(&target);
    remove_abandoned(&folder);
    let neighbour = made_in(&folder, path, neighbour_in(&folder))?;
    let mut out = BufWriter::new(neighbour.as_file());
    content(&mut out).map_err(Unwritten::Content)?;
    out.flush().map_err(fault)?;
    drop(out);
    if let Some(meta) = older {
        neighbour.as_file().set_permissions(meta.permissions()).map_err(fault)?;
    }
    neighbour.as_file().sync_all().map_err(fault)?;
    let file = match to_older {
        Older::Replaced => neighbour.persist(&target).map_err(|error| fault(error.error))?,
        Older::Kept => match moved_to_new(neighbour, &target) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(because(StoreFaultKind::Occupied));
            }
            moved => moved.map_err(fault)?,
        },
    };
    sync_folder(&folder).map_err(fault)?;
    Ok(Some(file))
}

/// Gives a neighbour its name, unless something has it.
fn moved_to_new(neighbour: NamedTempFile, target: &Path) -> io::Result<File> {
    let refused = match neighbour.persist_noclobber(target) {
        Ok(file) => return Ok(file),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => return Err(refused.error),
        Err(refused) => refused,
    };
    // Some file systems can neither link nor rename without replacing: there the name is taken first.
    File::create_new(target)?;
    refused.file.persist(target).map_err(|error| {
        fs::remove_file(target).ok();
        error.error
    })
}

/// The most links followed; more are a circle.
const MOST_LINKS: usize = 40;

/// The file or folder that a path leads to, existing or not: the new file takes its place, and the link
/// stays.
pub(super) fn target_of(path: &Path) -> Result<PathBuf, StoreFault> {
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            // A link is meant from the folder that it stands in.
            Ok(next) => target = folder_of(&target).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind: StoreFaultKind::LinkLoop })
}

/// The folder of a file or folder.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The beginning of the names of temporary neighbours.
pub(super) const NEIGHBOUR: &str = ".policy-atlas-";

/// The end of the names of temporary neighbours.
const NEIGHBOUR_END: &str = ".tmp";

/// A new neighbour, locked as long as its writer lives. One that was taken for abandoned before it was locked is made
/// anew. A file system without locks has none, and nothing on it is taken for abandoned.
fn neighbour_in(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        let neighbour = builder(0o666).tempfile_in(folder)?;
        if neighbour.as_file().lock().is_err() || neighbour.path().exists() {
            return Ok(neighbour);
        }
    }
}

/// Removes the neighbours of writers that are gone. What cannot be removed stays: that is no fault of this write.
fn remove_abandoned(folder: &Path) {
    let is_neighbour = |name: &str| name.starts_with(NEIGHBOUR) && name.ends_with(NEIGHBOUR_END);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_neighbour) {
            let Ok(file) = OpenOptions::new().write(true).open(entry.path()) else { continue };
            if file.try_lock().is_ok() {
                fs::remove_file(entry.path()).ok();
            }
        }
    }
}

/// The maker of temporary neighbours. As for any new file the user's mask sets who may read it; tempfile alone would
/// keep it to the owner.
pub(super) fn builder(mode: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(NEIGHBOUR).suffix(NEIGHBOUR_END);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

/// A neighbour, or the fault of making one for `path` in `folder`.
pub(super) fn made_in<N, E>(folder: &Path, path: &Path, neighbour: io::Result<N>) -> Result<N, Unwritten<E>> {
    neighbour.map_err(|error| {
        let at = if error.kind() == io::ErrorKind::NotFound { folder } else { path };
        Unwritten::Store(StoreFault::new(at, Doing::Writing, error))
    })
}

/// Makes the new name last through a power cut. A system that cannot sync folders does it in its own time.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        return match File::open(folder)?.sync_all() {
            Err(error) if error.kind() != io::ErrorKind::InvalidInput => Err(error),
            _ => Ok(()),
        };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_whole_or_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let put = |text: &'static str| write_with(&path, |out| out.write_all(text.as_bytes()));
        put("one").unwrap();
        put("two").unwrap();
        let broken: Result<(), _> = write_with(&path, |out| {
            out.write_all(b"thr").unwrap();
            Err("no more")
        });
        assert!(matches!(broken, Err(Unwritten::Content("no more"))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no neighbour is left behind");
    }

    #[test]
    fn a_new_file_takes_the_place_of_none_not_even_of_one_that_comes_meanwhile() {
        for (stands, comes, expected, content) in
            [(false, false, "written", "new"), (true, false, "Occupied", "old"), (false, true, "Occupied", "come")]
        {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.csv");
            if stands {
                fs::write(&path, "old").unwrap();
            }
            let done = write(&path, Older::Kept, |out| {
                if comes {
                    fs::write(&path, "come")?;
                }
                out.write_all(b"new")
            });
            let done = match done {
                Ok(()) => "written".to_owned(),
                Err(Unwritten::Store(fault)) => format!("{:?}", fault.kind),
                Err(Unwritten::Content(error)) => error.to_string(),
            };
            assert_eq!((done.as_str(), fs::read_to_string(&path).unwrap().as_str()), (expected, content));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no neighbour is left behind");
        }
    }

    #[test]
    fn a_neighbour_goes_with_the_next_write_once_its_writer_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (gone, others) = (".policy-atlas-gone.tmp", [".policy-atlas-note", "policy-atlas-a.tmp", ".other-a.tmp"]);
        for name in others.iter().chain([&gone]) {
            fs::write(at(name), "half").unwrap();
        }
        let writing = neighbour_in(folder.path()).unwrap();
        write_with(&at("a.csv"), |out| out.write_all(b"new")).unwrap();
        assert!(!at(gone).exists(), "nobody writes it any more");
        assert!(writing.path().exists(), "it is being written");
        assert!(others.iter().all(|name| at(name).exists()), "they are no neighbours");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_whether_or_not_there_is_a_file_behind_it() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("in")).unwrap();
        fs::write(at("file"), "old").unwrap();
        for (link, leads_to, file, expected) in [
            ("whole", "file", "file", "written"),
            ("dangling", "in/new", "in/new", "written"),
            ("chain", "second", "in/third", "written"),
            ("astray", "no/such", "no/such", "NoFolder"),
            ("circle", "circle", "circle", "LinkLoop"),
        ] {
            symlink(leads_to, at(link)).unwrap();
            if link == "chain" {
                symlink("in/third", at("second")).unwrap();
            }
            let done = match write_with(&at(link), |out| out.write_all(b"new")) {
                Ok(()) => "written".to_owned(),
                Err(Unwritten::Store(fault)) => format!("{:?}", fault.kind),
                Err(Unwritten::Content(error)) => error.to_string(),
            };
            assert_eq!(done, expected, "{link}");
            assert_eq!(fs::read_link(at(link)).unwrap(), Path::new(leads_to), "{link} is gone");
            assert_eq!(fs::read_to_string(at(file)).is_ok_and(|text| text == "new"), done == "written", "{link}");
        }
    }

    #[test]
    fn a_full_disk_and_a_file_in_use_are_told_by_what_the_system_says() {
        let kind = |error: io::Error| format!("{:?}", StoreFault::new(Path::new("a"), Doing::Writing, error).kind);
        assert_eq!(kind(io::ErrorKind::StorageFull.into()), "NoSpace");
        assert_eq!(kind(io::ErrorKind::ResourceBusy.into()), "InUse");
        assert_eq!(kind(io::ErrorKind::ReadOnlyFilesystem.into()), "NoPermission");
        // What a write on a full device says on this system.
        #[cfg(target_os = "linux")]
        if Path::new("/dev/full").exists() {
            let full: Result<(), Unwritten<io::Error>> =
                write_with(Path::new("/dev/full"), |out| out.write_all(&vec![0; 100_000]));
            let Err(Unwritten::Content(error)) = full else { panic!("{full:?}") };
            assert_eq!(kind(error), "NoSpace");
        }
    }

    #[test]
    fn places_that_cannot_be_written_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let kind = |path: &Path| match write_with(path, |out| out.write_all(b"x")) {
            Err(Unwritten::Store(fault)) => format!("{:?}", fault.kind),
            other => format!("{other:?}"),
        };
        assert_eq!(kind(folder.path()), "IsFolder");
        assert_eq!(kind(&folder.path().join("no/such/x.csv")), "NoFolder");
        assert_eq!(kind(&folder.path().join("长".repeat(200))), "NameTooLong");
        assert_eq!(kind(&folder.path().join("a\tb.csv")), "ControlInName");
        assert_eq!(kind(&folder.path().join("prn.csv")), "KeptName");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
        let kept = folder.path().join("kept");
        fs::write(&kept, "x").unwrap();
        let mut permissions = fs::metadata(&kept).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&kept, permissions).unwrap();
        assert_eq!(kind(&kept), "NoPermission");
    }
}
