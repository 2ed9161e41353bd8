//! Differences between systems, as far as the window is concerned: the places of settings, documents and fonts, and the
//! program that opens a file.
//!
//! Left to `store`: what differs between their files. Left to the window's libraries: addresses, dialogs, clipboard.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The file of settings on this system.
pub fn settings_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "policy-atlas").map(|dirs| dirs.config_dir().join("settings.ron"))
}

/// The folder of the user's documents on this system; where there is none, the user's own.
pub fn documents_folder() -> Option<PathBuf> {
    let dirs = directories::UserDirs::new()?;
    let documents = dirs.document_dir().filter(|folder| folder.is_dir());
    Some(documents.unwrap_or(dirs.home_dir()).to_owned())
}

/// The program that opens a file or folder with whatever this system has for it.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens a file or folder with the program that this system has for it, and waits until the system has answered.
///
/// # Errors
/// A system without such a program.
pub fn open_file(path: &Path) -> io::Result<()> {
    handed_to(OPENER, path)
}

fn handed_to(opener: &str, path: &Path) -> io::Result<()> {
    let told = |why: &dyn std::fmt::Display| io::Error::other(format!("{opener}: {why}"));
    let mut call = Command::new(opener);
    call.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let status = call.status().map_err(|error| told(&error))?;
    // What opens files on Windows says that it failed whether or not it did.
    if status.success() || cfg!(windows) { Ok(()) } else { Err(told(&status)) }
}

/// The fonts of this system, for characters that the embedded ones lack.
#[cfg(feature = "software")]
pub fn system_fonts() -> egui_system_font_provider::SystemFontProvider {
    egui_system_font_provider::SystemFontProvider::new()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_or_fails_is_told_by_name() {
        for (opener, told) in [("true", None), ("false", Some("false: ")), ("no-such-opener", Some("no-such-opener: "))]
        {
            let why = handed_to(opener, Path::new("/")).err().map(|error| error.to_string());
            assert_eq!(why.is_some(), told.is_some(), "{why:?}");
            assert!(why.zip(told).is_none_or(|(why, told)| why.starts_with(told)));
        }
    }
}
