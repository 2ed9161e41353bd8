//! A bundle made again beside the earlier one: the files that are the same, and the reasons for the others.
//!
//! The earlier files are compared with the new ones, and with their own list of hashes where there is one. Of the small
//! files that name the release or a hash, it is also found whether they differ in that alone; changes of the catalogue
//! are computed by `compare`.

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::earlier::{Earlier, Found, SumList, Tee, small_text};
use super::{BundleAsk, ContentWriter, Progress, SUMS, Sink, Sum, Written, write};
use crate::compare::Changes;
use crate::export::ExportFault;
use crate::export::recipe::{PROGRAM, Recipe};
use crate::query::Index;
use crate::view::Misfit;

/// The state of a file after replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// The same bytes.
    Same,
    /// Other bytes.
    Differs,
    /// Other bytes in lines alone that name the release, the version of the program, a hash or a number of bytes.
    NamesRelease,
    /// Not read to its end: unreadable, or far larger than the new one.
    Unread,
    /// In the list of hashes alone, and no longer made.
    Gone,
    /// Made now, and missing in the earlier bundle.
    New,
}

/// The result of replaying a bundle.
#[derive(Debug)]
pub struct Replay {
    /// The recipe.
    pub recipe: Recipe,
    /// Release of the catalogue at hand.
    pub release: String,
    /// Hash of its content.
    pub content: String,
    /// The state of each file, in the order of the bundle; none for a recipe alone.
    pub files: Option<Vec<(String, FileState)>>,
    /// The files around the recipe.
    pub earlier: Earlier,
    /// Parts of the view or of the figures that the catalogue or the program does not know.
    pub lost: Vec<Lost>,
    /// Changes of the catalogue, where the earlier one is at hand.
    pub changes: Option<Changes>,
}

/// A part of a recipe that cannot be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// A part of the view.
    View(Misfit),
    /// A figure that this program does not know.
    Figure(String),
}

impl Replay {
    /// Whether the bundle is the same: its catalogue, its question, and every file by its list of hashes.
    /// An unverified file is not the same.
    pub fn is_same(&self) -> bool {
        let is_verified = matches!(self.earlier.list, SumList::Read { .. }) && self.earlier.damaged().is_empty();
        self.is_made_again(|_| true) && (self.files.is_none() || is_verified)
    }

    /// Whether the only finding against the bundle is the lack of a readable list of hashes.
    pub fn is_unverified(&self) -> bool {
        !matches!(self.earlier.list, SumList::Read { .. }) && self.is_made_again(|name| name != SUMS)
    }

    /// Whether the catalogue, the question and the chosen files are the same.
    fn is_made_again(&self, counts: impl Fn(&str) -> bool) -> bool {
        let mut files = self.files.iter().flatten().filter(|(name, _)| counts(name));
        self.has_same_content() && self.lost.is_empty() && files.all(|(_, state)| *state == FileState::Same)
    }

    /// Whether the content of the catalogue is the same.
    pub fn has_same_content(&self) -> bool {
        self.recipe.content == self.content
    }

    /// Whether another version of the program made the bundle.
    pub fn has_other_program(&self) -> bool {
        self.recipe.program != PROGRAM
    }
}

/// The bundle made again.
pub struct Again {
    /// The result of writing it.
    pub written: Written,
    /// Texts of its small files that are no tables, by name.
    texts: BTreeMap<String, String>,
}

/// Makes a bundle, keeping the texts needed to compare it.
///
/// # Errors
/// As [`write()`](super::write()).
pub fn again(ask: &BundleAsk<'_>, sink: &mut Sink<'_>, progress: &mut Progress<'_>) -> Result<Again, ExportFault> {
    let mut texts = BTreeMap::new();
    let mut keeping = |name: &str, content: ContentWriter<'_>| {
        let mut kept = Vec::new();
        sink(name, &mut |out| content(&mut Tee { out, kept: &mut kept }))?;
        texts.extend(small_text(name, &kept).map(|text| (name.to_owned(), text)));
        Ok(())
    };
    let written = write(ask, &mut keeping, progress)?;
    Ok(Again { written, texts })
}

impl Again {
    /// The same with its texts under another name of the release: a file that still differs from a bundle of that
    /// release differs in content.
    ///
    /// # Errors
    /// As [`write()`](super::write()).
    pub fn called(self, release: &str, ask: &BundleAsk<'_>) -> Result<Again, ExportFault> {
        if ask.index.catalogue.release == release {
            return Ok(self);
        }
        let named = ask.index.catalogue.released_as(release);
        let ask = BundleAsk { index: &Index::new(Arc::new(named)), ..*ask };
        let under_that_name =
            again(&ask, &mut |_, content| content(&mut io::sink()), &mut |_, _| ControlFlow::Continue(()))?;
        Ok(Again { texts: under_that_name.texts, ..self })
    }
}

/// The state of each file: the ones made now in their order, then the ones no longer made; none for a
/// recipe alone. `program` is the version that made the bundle.
pub fn compare(earlier: &Earlier, again: &Again, program: &str) -> Option<Vec<(String, FileState)>> {
    if earlier.is_alone() {
        return None;
    }
    let made = &again.written.sums;
    let state = |Sum { name, sha256, .. }: &Sum| match earlier.files.get(name) {
        None => FileState::New,
        Some(Found::Unread) => FileState::Unread,
        Some(Found::Read(hash, _)) if hash == sha256 => FileState::Same,
        Some(Found::Read(_, Some(text)))
            if again.texts.get(name).is_some_and(|now| differ_by_name(text, now, program)) =>
        {
            FileState::NamesRelease
        }
        Some(Found::Read(..)) => FileState::Differs,
    };
    let mut out: Vec<(String, FileState)> = made.iter().map(|sum| (sum.name.clone(), state(sum))).collect();
    let gone = earlier.files.iter().filter(|(name, _)| made.iter().all(|sum| sum.name != **name));
    out.extend(gone.map(|(name, found)| {
        let state = if *found == Found::Unread { FileState::Unread } else { FileState::Gone };
        (name.clone(), state)
    }));
    Some(out)
}

/// Whether two texts are equal but for hashes, lengths, and the version of the program.
fn differ_by_name(before: &str, now: &str, program: &str) -> bool {
    let masked = |line| masked(line, &[program, PROGRAM]);
    before.lines().map(masked).eq(now.lines().map(masked))
}

/// A line without hashes, lengths, and the versions of the program that stand after its name.
fn masked(line: &str, versions: &[&str]) -> String {
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
    let mut versions = versions.to_vec();
    versions.sort_by_key(|version| std::cmp::Reverse(version.len()));
    for label in ["policy-atlas ", "program: \""] {
        for version in &versions {
            out = out.replace(&format!("{label}{version}"), label);
        }
    }
    match out.trim_start().strip_prefix("\"bytes\": ") {
        Some(_) => "\"bytes\"".to_owned(),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_a_state_are_told_from_lines_that_say_something_else() {
        let (a, b) = ("0".repeat(64), "f".repeat(64));
        for (before, now, expected) in [
            (format!("x {a}"), format!("x {b}"), true),
            (format!("x {a}"), format!("y {b}"), false),
            (format!("{a}0"), format!("{b}0"), false),
            ("  \"bytes\": 12,".into(), "  \"bytes\": 345,".into(), true),
            ("12 of 12".into(), "11 of 12".into(), false),
            ("(policy-atlas 9.1)".into(), format!("(policy-atlas {PROGRAM})"), true),
            ("    program: \"9.1\",".into(), format!("    program: \"{PROGRAM}\","), true),
            ("chapter 9.1".into(), format!("chapter {PROGRAM}"), false),
            ("one\ntwo".into(), "one".into(), false),
        ] {
            assert_eq!(differ_by_name(&before, &now, "9.1"), expected, "{before} / {now}");
        }
    }
}
