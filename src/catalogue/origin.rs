//! Origins of a catalogue: the program itself, which carries two, or a file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The text of the default catalogue.
pub const EMBEDDED: &str = include_str!("../../policies.ron");

/// A catalogue that the program carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Embedded {
    /// The policies of the report, coded.
    #[default]
    Report,
    /// Titles of further policies, 2023 to 2026, not coded.
    Titles,
}

impl Embedded {
    /// Both, the default first.
    pub const ALL: [Embedded; 2] = [Embedded::Report, Embedded::Titles];

    /// Its text.
    pub fn text(self) -> &'static str {
        match self {
            Embedded::Report => EMBEDDED,
            Embedded::Titles => include_str!("../../catalogues/2023-2026-titles.ron"),
        }
    }

    /// The name of its file among the sources of the program.
    pub fn file_name(self) -> &'static str {
        match self {
            Embedded::Report => "policies.ron",
            Embedded::Titles => "2023-2026-titles.ron",
        }
    }

    /// Its word on the command line; none for the default.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Embedded::Report => None,
            Embedded::Titles => Some("titles"),
        }
    }
}

/// The origin of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program itself.
    Embedded(Embedded),
    /// A file.
    File(PathBuf),
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Embedded(Embedded::default())
    }
}

impl Origin {
    /// The origin named by the value of `--catalogue`: an embedded catalogue by its word, else a file. A file with the
    /// name of the word is named with its folder, `./titles`.
    pub fn named(value: &OsStr) -> Origin {
        let by_word = Embedded::ALL.into_iter().find(|one| one.word().is_some_and(|word| value == word));
        by_word.map_or_else(|| Origin::File(value.into()), Origin::Embedded)
    }

    /// The name of its file, without the folder.
    pub fn file_name(&self) -> String {
        match self {
            Origin::Embedded(one) => one.file_name().to_owned(),
            Origin::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        }
    }

    /// The whole path as `policy-atlas check` writes it.
    pub fn path_text(&self) -> String {
        match self {
            Origin::Embedded(one) => one.file_name().to_owned(),
            Origin::File(path) => path.display().to_string(),
        }
    }

    /// The file; none for an embedded catalogue.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Origin::Embedded(_) => None,
            Origin::File(path) => Some(path),
        }
    }

    /// The value of `--catalogue` that names it again; none for the default.
    pub fn value(&self) -> Option<String> {
        match self {
            Origin::Embedded(one) => one.word().map(str::to_owned),
            Origin::File(path) if Origin::named(path.as_os_str()) != *self => Some(format!("./{}", path.display())),
            Origin::File(path) => Some(path.display().to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_names_an_embedded_catalogue_or_a_file_and_is_written_as_it_was_read() {
        for (value, expected) in [
            ("titles", Origin::Embedded(Embedded::Titles)),
            ("./titles", Origin::File("./titles".into())),
            ("titles.ron", Origin::File("titles.ron".into())),
            ("Titles", Origin::File("Titles".into())),
            ("policies.ron", Origin::File("policies.ron".into())),
        ] {
            let origin = Origin::named(OsStr::new(value));
            assert_eq!(origin, expected, "{value}");
            assert_eq!(origin.value().as_deref(), Some(value));
        }
        assert_eq!(Origin::default().value(), None);
        // A file that was opened by another way than this value.
        assert_eq!(Origin::File("titles".into()).value().as_deref(), Some("./titles"));
    }
}
