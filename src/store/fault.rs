//! Faults of reading and writing files, with their remedies. The path comes last.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::words::{CliText as T, Lang};

/// The operation that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading.
    Reading,
    /// Writing.
    Writing,
}

/// A file that could not be read or written.
#[derive(Debug)]
pub struct StoreFault {
    /// The file, or the folder that is missing.
    pub path: PathBuf,
    /// The operation.
    pub doing: Doing,
    /// The kind of fault.
    pub kind: StoreFaultKind,
}

/// The kind of a fault.
#[derive(Debug)]
pub enum StoreFaultKind {
    /// No such file.
    Missing,
    /// The folder that the file would go to does not exist.
    NoFolder,
    /// A file stands there, and was not to be replaced.
    Occupied,
    /// A folder stands there.
    IsFolder,
    /// A pipe or a device stands there, where a file should be.
    NoFile,
    /// A file stands where a folder should go.
    IsFile,
    /// The folder holds files already.
    NotEmpty,
    /// The path names no folder by its own name, as `.` does.
    NoName,
    /// It is the file that was read, under this name.
    IsRead(PathBuf),
    /// A link that leads back to itself.
    LinkLoop,
    /// Not allowed.
    NoPermission,
    /// Larger than the limit: size and limit, in bytes.
    TooLarge(u64, u64),
    /// The disk is full.
    NoSpace,
    /// Another program holds it open.
    InUse,
    /// Another program reads and writes it, or a file beside it, and does not end.
    InTurn,
    /// The name is longer than the system takes.
    NameTooLong,
    /// The name has a control character.
    ControlInName,
    /// A name that Windows reserves for a device, or ends as no name there does.
    KeptName,
    /// Any other error of the system.
    Other(io::Error),
}

impl StoreFault {
    /// The fault of an error of the system.
    pub fn new(path: &Path, doing: Doing, error: io::Error) -> StoreFault {
        let kind = match error.kind() {
            // A path through a file leads nowhere either.
            ErrorKind::NotFound | ErrorKind::NotADirectory if doing == Doing::Writing => StoreFaultKind::NoFolder,
            ErrorKind::NotFound | ErrorKind::NotADirectory => StoreFaultKind::Missing,
            ErrorKind::IsADirectory => StoreFaultKind::IsFolder,
            ErrorKind::DirectoryNotEmpty => StoreFaultKind::NotEmpty,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreFaultKind::NoPermission,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreFaultKind::NoSpace,
            ErrorKind::InvalidFilename => StoreFaultKind::NameTooLong,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => StoreFaultKind::InUse,
            // A sharing or lock violation of Windows, for which the library has no kind.
            _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => StoreFaultKind::InUse,
            _ => StoreFaultKind::Other(error),
        };
        StoreFault { path: path.to_owned(), doing, kind }
    }

    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        use StoreFaultKind as K;
        // A control character in a name would garble the line.
        let shown = |path: &Path| path.display().to_string().replace(char::is_control, "\u{FFFD}");
        let path = shown(&self.path);
        let text = match (&self.kind, self.doing) {
            (K::Missing, _) => T::FileMissing,
            (K::NoFolder, _) => T::FileNoFolder,
            (K::Occupied, _) => T::FileOccupied,
            (K::IsFolder, _) => T::FileIsFolder,
            (K::NoFile, _) => T::FileNoFile,
            (K::IsFile, _) => T::FolderIsFile,
            (K::NotEmpty, _) => T::FolderNotEmpty,
            (K::NoName, _) => T::FolderNoName,
            (K::IsRead(read), _) => return T::FileIsRead.fill(lang, &[("read", &shown(read)), ("path", &path)]),
            (K::LinkLoop, _) => T::FileLinkLoop,
            (K::NoPermission, Doing::Reading) => T::FileNoPermissionRead,
            (K::NoPermission, Doing::Writing) => T::FileNoPermissionWrite,
            (K::TooLarge(size, limit), _) => {
                return T::FileTooLarge.fill(lang, &[("size", size), ("limit", limit), ("path", &path)]);
            }
            (K::NoSpace, _) => T::FileNoSpace,
            (K::InUse, _) => T::FileInUse,
            (K::InTurn, _) => T::FileInTurn,
            (K::NameTooLong, _) => T::FileNameTooLong,
            (K::ControlInName, _) => T::FileControlInName,
            (K::KeptName, _) => T::FileKeptName,
            (K::Other(error), Doing::Reading) => {
                return T::FileReadOther.fill(lang, &[("error", error), ("path", &path)]);
            }
            (K::Other(error), Doing::Writing) => {
                return T::FileWriteOther.fill(lang, &[("error", error), ("path", &path)]);
            }
        };
        text.fill(lang, &[("path", &path)])
    }
}
