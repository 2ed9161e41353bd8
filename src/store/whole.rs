//! Several files written as one, a folder or a .zip: all of them are there under its name, or none.
//!
//! A folder is made beside its place under another name, synced, and renamed when it is complete. A folder with
//! content is never touched.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::write::{folder_of, made_in, sync_folder, target_of, write};
use super::{Doing, Older, StoreFault, StoreFaultKind, Unwritten, neighbour};

/// Takes the files, one after the other.
pub struct Files<'a> {
    to: To<'a>,
}

enum To<'a> {
    /// The folder in the making, and the folders in it.
    Folder(&'a Path, BTreeSet<PathBuf>),
    Zip(Box<ZipWriter<StreamWriter<Quiet<'a>>>>),
}

impl Files<'_> {
    /// Adds a file. Its name is relative, with `/` between folders.
    ///
    /// # Errors
    /// A name that exists, errors of `content`, and errors of the disk.
    pub fn put<E: From<io::Error>>(
        &mut self,
        name: &str,
        content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        match &mut self.to {
            To::Folder(root, folders) => {
                let path = name.split('/').fold(root.to_path_buf(), |path, part| path.join(part));
                if let Some(folder) = path.parent()
                    && folder != *root
                    && folders.insert(folder.to_owned())
                {
                    fs::create_dir_all(folder)?;
                }
                let file = File::create_new(&path)?;
                let mut out = BufWriter::new(&file);
                content(&mut out)?;
                out.flush()?;
                drop(out);
                Ok(file.sync_all()?)
            }
            To::Zip(zip) => {
                zip.start_file(name, options()).map_err(io::Error::from)?;
                content(&mut **zip)
            }
        }
    }
}

/// Writes the files that `content` puts, as a .zip by the extension, else as a folder: all of them, or nothing. Older
/// files are those of an archive; a folder with files stays in any case.
///
/// # Errors
/// A path that exists, errors of `content`, and errors of the disk; nothing is left behind then.
pub fn write_files_with<E: From<io::Error>>(
    path: &Path,
    to_older: Older,
    content: impl FnOnce(&mut Files<'_>) -> Result<(), E>,
) -> Result<(), Unwritten<E>> {
    if is_archive(path) {
        return write(path, to_older, |out| zipped(out, content));
    }
    folder(path, content)
}

/// Whether a name is that of an archive.
pub(super) fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"))
}

/// Checks that files could be written to this path, as far as known before they are made.
///
/// # Errors
/// A path that exists.
pub fn free_for_files(path: &Path) -> Result<(), StoreFault> {
    let because = |kind| Err(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind });
    let is_zip = is_archive(path);
    match fs::metadata(path) {
        Ok(meta) if is_zip && meta.is_dir() => because(StoreFaultKind::IsFolder),
        Ok(_) if is_zip => Ok(()),
        // The folder one stands in would be taken away from under one's feet.
        _ if path.file_name().is_none() => because(StoreFaultKind::NoName),
        Ok(meta) if !meta.is_dir() => because(StoreFaultKind::IsFile),
        Ok(_) => {
            let fault = |error| StoreFault::new(path, Doing::Reading, error);
            match fs::read_dir(path).map_err(fault)?.next() {
                Some(_) => because(StoreFaultKind::NotEmpty),
                None => Ok(()),
            }
        }
        Err(_) => Ok(()),
    }
}

fn folder<E: From<io::Error>>(
    path: &Path,
    content: impl FnOnce(&mut Files<'_>) -> Result<(), E>,
) -> Result<(), Unwritten<E>> {
    let fault = |error: io::Error| Unwritten::Store(StoreFault::new(path, Doing::Writing, error));
    free_for_files(path).map_err(Unwritten::Store)?;
    let older = fs::metadata(path).ok();
    let target = target_of(path).map_err(Unwritten::Store)?;
    let above = folder_of(&target);
    neighbour::remove_abandoned(&above);
    let neighbour = made_in(&above, path, neighbour::folder_in(&above, 0o777))?;
    let made = neighbour.folder.path();
    let folders = fill(made, content).map_err(Unwritten::Content)?;
    folders.iter().try_for_each(|folder| sync_folder(folder)).map_err(fault)?;
    sync_folder(made).map_err(fault)?;
    if let Some(meta) = older {
        fs::set_permissions(made, meta.permissions()).map_err(fault)?;
        // Elsewhere a folder is not renamed over an empty one.
        if !cfg!(unix) {
            fs::remove_dir(&target).map_err(fault)?;
        }
    }
    // The system refuses if somebody has put a file there meanwhile.
    fs::rename(made, &target).map_err(fault)?;
    let _ = neighbour.folder.keep();
    sync_folder(&above).map_err(fault)
}

/// Fills a folder; returns the folders in it.
fn fill<E>(root: &Path, content: impl FnOnce(&mut Files<'_>) -> Result<(), E>) -> Result<BTreeSet<PathBuf>, E> {
    let mut files = Files { to: To::Folder(root, BTreeSet::new()) };
    content(&mut files)?;
    Ok(if let To::Folder(_, folders) = files.to { folders } else { BTreeSet::new() })
}

fn zipped<E: From<io::Error>>(
    out: &mut dyn Write,
    content: impl FnOnce(&mut Files<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let is_over = Cell::new(false);
    let quiet = Quiet { out, is_over: &is_over };
    let mut files = Files { to: To::Zip(Box::new(ZipWriter::new_stream(quiet))) };
    let done = content(&mut files);
    let To::Zip(zip) = files.to else { return done };
    if let Err(given_up) = done {
        // The maker of archives completes what it has when it is dropped: into nothing.
        is_over.set(true);
        return Err(given_up);
    }
    zip.finish().map_err(io::Error::from)?;
    Ok(())
}

/// Options of an archive, the same on every system, at any time and for every user.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
}

/// A writer that writes nothing and reports nothing after a fault: the library for archives would print to standard
/// error when it is dropped.
struct Quiet<'a> {
    out: &'a mut dyn Write,
    is_over: &'a Cell<bool>,
}

impl Write for Quiet<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_over.get() {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        self.is_over.set(written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted));
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_over.get() { Ok(()) } else { self.out.flush() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Put<'a> = &'a dyn Fn(&mut Files<'_>) -> Result<(), io::Error>;

    fn two(files: &mut Files<'_>) -> Result<(), io::Error> {
        files.put("b.txt", |out| out.write_all(b"one"))?;
        files.put("data/a.txt", |out| out.write_all("两".as_bytes()))
    }

    fn broken(files: &mut Files<'_>) -> Result<(), io::Error> {
        two(files)?;
        files.put("c.txt", |out| {
            out.write_all(b"half")?;
            Err(io::Error::other("no more"))
        })
    }

    fn kind(path: &Path, content: Put<'_>) -> String {
        match write_files_with(path, Older::Replaced, content) {
            Ok(()) => "written".to_owned(),
            Err(Unwritten::Store(fault)) => format!("{:?}", fault.kind),
            Err(Unwritten::Content(error)) => error.to_string(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_there_whole_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("out");
        assert_eq!(kind(&path, &broken), "no more");
        assert!(names(root.path()).is_empty(), "nothing is left behind");
        assert_eq!(kind(&path, &two), "written");
        assert_eq!(fs::read_to_string(path.join("data/a.txt")).unwrap(), "两");
        assert_eq!((names(root.path()), names(&path)), (vec!["out".to_owned()], vec!["b.txt".into(), "data".into()]));
    }

    #[test]
    fn an_empty_folder_is_used_and_a_full_one_is_left_as_it_is() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("out");
        fs::create_dir(&path).unwrap();
        assert_eq!(kind(&path, &broken), "no more");
        assert!(names(&path).is_empty());
        assert_eq!(kind(&path, &two), "written");
        assert_eq!(kind(&path, &|_| panic!("nothing is made for a full folder")), "NotEmpty");
        assert_eq!(names(&path), ["b.txt", "data"]);
        assert_eq!(names(root.path()), ["out"]);
    }

    #[test]
    fn a_file_that_comes_meanwhile_is_not_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("out");
        let content = |files: &mut Files<'_>| {
            two(files)?;
            fs::create_dir(&path)?;
            fs::write(path.join("mine"), "x")
        };
        assert_eq!(kind(&path, &content), "NotEmpty");
        assert_eq!((names(&path), names(root.path())), (vec!["mine".to_owned()], vec!["out".to_owned()]));
    }

    #[test]
    fn places_that_can_hold_no_folder_are_named() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("file"), "x").unwrap();
        assert_eq!(kind(&root.path().join("file"), &two), "IsFile");
        assert_eq!(kind(&root.path().join("no/out"), &two), "NoFolder");
        assert_eq!(kind(&root.path().join("no/out.zip"), &two), "NoFolder");
        assert_eq!(kind(Path::new("."), &two), "NoName");
        assert_eq!(kind(Path::new("/"), &two), "NoName");
        fs::create_dir(root.path().join("a.zip")).unwrap();
        assert_eq!(kind(&root.path().join("a.zip"), &two), "IsFolder");
    }

    #[cfg(unix)]
    #[test]
    fn behind_a_link_the_folder_is_made_and_the_link_stays() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::create_dir(at("empty")).unwrap();
        for (link, leads_to, expected) in [
            ("filled", "empty", "written"),
            ("made", "new", "written"),
            ("made.zip", "new.zip", "written"),
            ("astray", "no/such", "NoFolder"),
            ("circle", "circle", "LinkLoop"),
            ("circle.zip", "circle.zip", "LinkLoop"),
        ] {
            symlink(leads_to, at(link)).unwrap();
            assert_eq!(kind(&at(link), &two), expected, "{link}");
            assert_eq!(fs::read_link(at(link)).unwrap(), Path::new(leads_to), "{link} is gone");
            assert_eq!(at(leads_to).exists(), expected == "written", "{link}");
        }
    }

    #[test]
    fn an_archive_holds_the_same_files_in_their_order_and_is_the_same_each_time() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("out.zip");
        assert_eq!(kind(&path, &two), "written");
        let bytes = fs::read(&path).unwrap();
        assert_eq!(kind(&path, &broken), "no more");
        assert_eq!(fs::read(&path).unwrap(), bytes, "the older one stays");
        assert_eq!(kind(&path, &two), "written");
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(names(root.path()), ["out.zip"]);
        let mut zip = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["b.txt", "data/a.txt"]);
        assert_eq!(io::read_to_string(zip.by_index(1).unwrap()).unwrap(), "两");
    }
}
