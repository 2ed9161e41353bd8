//! Writing a file whole: a temporary neighbour, flush, sync, rename. On any fault an older file stays as it was.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::held::HeldFile;
use super::{Doing, StoreFault, StoreFaultKind, check_name, neighbour};

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
    if let Some(mut out) = open_descriptor(path).map_err(fault)? {
        content(&mut out).map_err(Unwritten::Content)?;
        return out.flush().map(|()| None).map_err(fault);
    }
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
    neighbour::remove_abandoned(&folder);
    let neighbour = made_in(&folder, path, neighbour::file_in(&folder))?;
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

/// A writer to what a path of an open descriptor leads to, such as `/dev/stdout`: the shell has opened it, so that its
/// bytes follow those that are there. None for any other path.
fn open_descriptor(path: &Path) -> io::Result<Option<BufWriter<File>>> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = folder_of(&path);
        let is_number = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.parse::<u32>().is_ok());
        let of_process = |folder: PathBuf| folder.starts_with("/proc") && folder.ends_with("fd");
        if is_number && fs::canonicalize(&folder).is_ok_and(of_process) {
            return Ok(Some(BufWriter::new(OpenOptions::new().append(true).open(path)?)));
        }
        match fs::read_link(&path) {
            Ok(next) => path = folder.join(next),
            Err(_) => return Ok(None),
        }
    }
    Ok(None)
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

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_open_is_written_on_at_its_end() {
        use std::os::fd::AsRawFd as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let mut open = File::create(&path).unwrap();
        open.write_all(b"older ").unwrap();
        std::os::unix::fs::symlink(format!("/dev/fd/{}", open.as_raw_fd()), folder.path().join("link")).unwrap();
        for descriptor in [PathBuf::from(format!("/proc/self/fd/{}", open.as_raw_fd())), folder.path().join("link")] {
            write_with(&descriptor, |out| out.write_all(b"new ")).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "older new new ");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no neighbour");
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
