//! A bundle made again beside the one that was: which files are the same, and why the others are not.
//!
//! Everything is told by hashes. Of the small files that name the release or a hash, it is told too whether they differ
//! in those lines alone; what changed in the catalogue is asked of `compare`.

use std::io::{self, Write};

use super::{BundleAsk, Content, Progress, SUMS, Sink, Sum, Written, write};
use crate::compare::Changes;
use crate::export::ExportFault;
use crate::export::recipe::{PROGRAM, Recipe};
use crate::view::Difference;

/// More bytes than a file has whose lines are looked at.
const SMALL: usize = 1 << 20;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// The same bytes.
    Same,
    /// Other bytes.
    Differs,
    /// Other bytes in lines alone that name the release, the version of the program, a hash or a number of bytes.
    NamesRelease,
    /// It was in the bundle and is not made now.
    Gone,
    /// It is made now and was not in the bundle.
    New,
}

/// A bundle that lies around a recipe, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// Name and hash of each file, the list itself too; none where there is the recipe alone.
    pub sums: Option<Vec<(String, String)>>,
    /// Texts of its small files that are no tables.
    pub texts: Vec<(String, String)>,
    /// Files whose bytes are not those that the list of hashes gives.
    pub damaged: Vec<String>,
}

/// What came of making a bundle again.
#[derive(Debug)]
pub struct Replay {
    /// The recipe.
    pub recipe: Recipe,
    /// Release of the catalogue at hand.
    pub release: String,
    /// Hash of its content.
    pub content: String,
    /// What became of each file, in the order of the bundle; none where nothing is known of the files that were.
    pub files: Option<Vec<(String, FileState)>>,
    /// Files of the bundle that were changed after it was made.
    pub damaged: Vec<String>,
    /// What of the view or of the figures the catalogue or the program does not know.
    pub lost: Vec<Lost>,
    /// What changed in the catalogue, where the one that was is at hand.
    pub changes: Option<Changes>,
}

/// A part of a recipe that cannot be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Of the view.
    View(Difference),
    /// A figure that this program does not know.
    Figure(String),
}

impl Replay {
    /// Whether the bundle is the same: its catalogue, its question, and every file that is known.
    pub fn is_same(&self) -> bool {
        let files = self.files.as_ref().is_none_or(|files| files.iter().all(|(_, state)| *state == FileState::Same));
        self.has_same_content() && self.lost.is_empty() && self.damaged.is_empty() && files
    }

    /// Whether the catalogue says what it said.
    pub fn has_same_content(&self) -> bool {
        self.recipe.content == self.content
    }

    /// Whether another version of the program made it.
    pub fn has_other_program(&self) -> bool {
        self.recipe.program != PROGRAM
    }
}

/// The bundle made again.
pub struct Again {
    /// What was written.
    pub written: Written,
    /// Texts of its small files that are no tables.
    texts: Vec<(String, String)>,
}

/// Makes a bundle, keeping what is needed to compare it.
pub fn again(ask: &BundleAsk<'_>, sink: &mut Sink<'_>, progress: &mut Progress<'_>) -> Result<Again, ExportFault> {
    let mut texts = Vec::new();
    let mut keeping = |name: &str, content: Content<'_>| {
        let mut kept = Vec::new();
        sink(name, &mut |out| content(&mut Tee { out, kept: &mut kept }))?;
        if let Some(text) = small_text(name, &kept) {
            texts.push((name.to_owned(), text));
        }
        Ok(())
    };
    let written = write(ask, &mut keeping, progress)?;
    Ok(Again { written, texts })
}

/// The text of a file that is small and no table; nothing of another.
pub fn small_text(name: &str, bytes: &[u8]) -> Option<String> {
    let looked_at = !name.ends_with(".csv") && bytes.len() < SMALL;
    looked_at.then(|| std::str::from_utf8(bytes).ok().map(str::to_owned)).flatten()
}

/// What became of each file: those that are made now in their order, then those that are made no more. `names` are the
/// releases and versions then and now.
pub fn compare(earlier: &Earlier, again: &Again, names: &[&str]) -> Option<Vec<(String, FileState)>> {
    let before = earlier.sums.as_ref()?;
    let mut out: Vec<(String, FileState)> = Vec::new();
    for Sum { name, sha256, .. } in &again.written.sums {
        let state = match before.iter().find(|(known, _)| known == name) {
            None => FileState::New,
            Some((_, hash)) if hash == sha256 => FileState::Same,
            Some(_) if differs_by_name(earlier, again, name, names) => FileState::NamesRelease,
            Some(_) => FileState::Differs,
        };
        out.push((name.clone(), state));
    }
    let gone = before.iter().filter(|(name, _)| again.written.sums.iter().all(|sum| sum.name != *name));
    out.extend(gone.map(|(name, _)| (name.clone(), FileState::Gone)));
    Some(out)
}

fn differs_by_name(earlier: &Earlier, again: &Again, name: &str, names: &[&str]) -> bool {
    let text = |texts: &[(String, String)]| texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone());
    let (Some(before), Some(now)) = (text(&earlier.texts), text(&again.texts)) else { return false };
    let masked = |text: &str| text.lines().map(|line| masked(line, names)).collect::<Vec<_>>();
    masked(&before) == masked(&now)
}

/// A line without what names a state of the catalogue or of the program: hashes, releases, versions, lengths.
fn masked(line: &str, names: &[&str]) -> String {
    let mut out = String::with_capacity(line.len());
    let mut hex = String::new();
    for c in line.chars().chain(['\n']) {
        if matches!(c, '0'..='9' | 'a'..='f') {
            hex.push(c);
            continue;
        }
        out += if hex.len() == 64 { "#" } else { &hex };
        hex.clear();
        out.push(c);
    }
    // The longer one first: the other may be how it begins.
    let mut names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        out = out.replace(name, "@");
    }
    match out.trim_start().strip_prefix("\"bytes\": ") {
        Some(_) => "\"bytes\"".to_owned(),
        None => out,
    }
}

/// Name and hash of each line of a list that `sha256sum` wrote; none where it is no such list.
pub fn read_sums(text: &str) -> Option<Vec<(String, String)>> {
    let line = |line: &str| {
        let (hash, name) = line.split_at_checked(64)?;
        let name = name.strip_prefix("  ").or_else(|| name.strip_prefix(" *"))?;
        let is_hash = hash.bytes().all(|b| b.is_ascii_hexdigit());
        // A name leads nowhere but into the bundle.
        let stays = !name.is_empty() && !name.split(['/', '\\']).any(|part| matches!(part, "" | "." | ".."));
        (is_hash && stays && name != SUMS).then(|| (name.to_owned(), hash.to_lowercase()))
    };
    let list: Option<Vec<_>> = text.lines().map(line).collect();
    list.filter(|list| !list.is_empty())
}

/// Hands on, and keeps the beginning.
struct Tee<'a> {
    out: &'a mut dyn Write,
    kept: &'a mut Vec<u8>,
}

impl Write for Tee<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        let room = SMALL.saturating_sub(self.kept.len());
        self.kept.extend_from_slice(bytes.get(..written.min(room)).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_hashes_is_read_as_sha256sum_writes_it_and_leads_nowhere_else() {
        let hash = "a".repeat(64);
        let read = |name: &str| read_sums(&format!("{hash}{name}\n"));
        assert_eq!(read("  data/a.csv"), Some(vec![("data/a.csv".to_owned(), hash.clone())]));
        assert_eq!(read(" *b c"), Some(vec![("b c".to_owned(), hash.clone())]));
        for name in ["  ../a", "  /etc/a", "  a/../../b", " a", "  ", "  a\\..\\b"] {
            assert_eq!(read(name), None, "{name}");
        }
        assert_eq!(read_sums(""), None);
        assert_eq!(read_sums("文"), None);
    }

    #[test]
    fn lines_that_name_a_state_are_told_from_lines_that_say_something_else() {
        let (a, b) = ("0".repeat(64), "f".repeat(64));
        let same =
            |left: &str, right: &str| masked(left, &["2026.1", "2026.2"]) == masked(right, &["2026.1", "2026.2"]);
        assert!(same(&format!("x {a}"), &format!("x {b}")));
        assert!(same("release 2026.1.", "release 2026.2."));
        assert!(masked("2026.1", &["2026.1", "2026.10"]) == masked("2026.10", &["2026.1", "2026.10"]));
        assert!(same("  \"bytes\": 12,", "  \"bytes\": 345,"));
        assert!(!same(&format!("x {a}"), &format!("y {b}")));
        assert!(!same("12 of 12", "11 of 12"));
        assert!(!same(&format!("{a}0"), &format!("{b}0")), "65 digits are no hash");
    }
}
