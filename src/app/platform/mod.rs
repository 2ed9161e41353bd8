//! Differences between systems, as far as the window is concerned: the places of settings, documents and fonts, the
//! program that opens a file, and whether things are to move.
//!
//! Left to `store`: what differs between their files. Left to the window's libraries: addresses, dialogs, clipboard.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The mark of a folder that is carried about: a file beside the program.
const MARK: &str = "portable";
/// The folder beside the mark for what the program keeps.
const CARRIED: &str = "data";

/// The file of settings of this program: in the program's own folder where that has the mark, else where this system
/// keeps such files. All else that is kept lies beside it.
pub fn settings_path(program: Option<&Path>) -> Option<PathBuf> {
    let own = program.and_then(Path::parent).filter(|folder| folder.join(MARK).is_file());
    let of_system = || Some(directories::ProjectDirs::from("", "", "policy-atlas")?.config_dir().to_owned());
    let folder = own.map(|folder| folder.join(CARRIED)).or_else(of_system)?;
    Some(folder.join("settings.ron"))
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

/// Whether the desktop wants nothing to move: GNOME and those that keep its settings say so, others are not asked.
pub fn wants_stillness() -> bool {
    let asked = ["get", "org.gnome.desktop.interface", "enable-animations"];
    let ask = || Command::new("gsettings").args(asked).stdin(Stdio::null()).stderr(Stdio::null()).output();
    cfg!(all(unix, not(target_os = "macos"))) && ask().is_ok_and(|answer| answer.stdout.trim_ascii() == b"false")
}

/// The fonts of this system, for characters that the embedded ones lack.
#[cfg(feature = "software")]
pub fn system_fonts() -> egui_system_font_provider::SystemFontProvider {
    egui_system_font_provider::SystemFontProvider::new()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn beside_the_mark_everything_is_kept_in_the_folder_of_the_program() {
        let of_system = settings_path(None);
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("policy-atlas");
        for (mark, expected) in [
            (None, of_system.clone()),
            (Some("portable.txt"), of_system.clone()),
            (Some("portable"), Some(folder.path().join("data").join("settings.ron"))),
        ] {
            if let Some(name) = mark {
                fs::write(folder.path().join(name), "").unwrap();
            }
            assert_eq!(settings_path(Some(&program)), expected, "{mark:?}");
        }
        fs::remove_file(folder.path().join("portable")).unwrap();
        fs::create_dir(folder.path().join("portable")).unwrap();
        assert_eq!(settings_path(Some(&program)), of_system, "a folder is no mark");
    }

    #[cfg(unix)]
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
