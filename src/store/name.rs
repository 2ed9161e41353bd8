//! Names refused for a new file: unreadable in a list, or not to be opened on another system.

use std::path::Path;

use super::{Doing, StoreFault, StoreFaultKind};

/// The names that Windows reserves for its devices, with any extension. A file made here may be read there.
const KEPT: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Refuses a name with a control character and one that Windows cannot open. The rest is left to the system.
///
/// # Errors
/// The refused character or name.
pub fn check_name(path: &Path) -> Result<(), StoreFault> {
    let Some(name) = path.file_name() else { return Ok(()) };
    let name = name.to_string_lossy();
    let because = |kind| Err(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind });
    if name.chars().any(char::is_control) {
        return because(StoreFaultKind::ControlInName);
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_port = |kind: &str| {
        let number = stem.strip_prefix(kind).and_then(|rest| rest.parse::<u8>().ok());
        stem.len() == kind.len() + 1 && number.is_some_and(|number| number > 0)
    };
    if KEPT.contains(&stem.as_str()) || is_port("com") || is_port("lpt") || name.ends_with(['.', ' ']) {
        return because(StoreFaultKind::KeptName);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_a_list_or_another_system_cannot_take_are_refused() {
        for (name, expected) in [
            ("政策 1.csv", None),
            ("a\nb.csv", Some("ControlInName")),
            ("a\u{7f}.csv", Some("ControlInName")),
            ("con.csv", Some("KeptName")),
            ("Nul", Some("KeptName")),
            ("folder/AUX.tar.gz", Some("KeptName")),
            ("con .csv", Some("KeptName")),
            ("com1.xlsx", Some("KeptName")),
            ("lpt9", Some("KeptName")),
            ("com0.xlsx", None),
            ("com10.xlsx", None),
            ("console.csv", None),
            ("a.csv.", Some("KeptName")),
            ("a.csv ", Some("KeptName")),
            ("con/a.csv", None),
            ("/", None),
        ] {
            let kind = check_name(Path::new(name)).err().map(|fault| format!("{:?}", fault.kind));
            assert_eq!(kind.as_deref(), expected, "{name:?}");
        }
    }
}
