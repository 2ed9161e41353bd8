//! The bundle around a recipe: its files and its list of hashes, as far as they can be read.
//!
//! Each file is hashed once and while it is read, whatever an archive says of it and however often the list names it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::ops::ControlFlow;

use super::hashed::Hashed;
use super::{RECIPE, SUMS, Sum};

/// Size in bytes from which lines of a file are no longer compared; the limit of the list of hashes.
const SMALL: usize = 1 << 20;
/// A file of this size is read to the end, whatever the size of the new one.
const ALWAYS: u64 = 64 << 20;
/// The bytes that are read of files that only the list names, all together: an archive of a few of them may say that it
/// holds thousands of files without end.
const OTHERS: u64 = 1 << 30;
/// A file this many times as large as the new one is another file.
const TIMES: u64 = 16;

/// The outcome of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Read to its end.
    Whole,
    /// No such file.
    NotThere,
    /// Unreadable, or larger than the limit.
    Failed,
}

/// Reads a file around the recipe: its name, the most bytes to read, and the writer that takes them.
pub type Reader<'a> = dyn FnMut(&str, u64, &mut dyn Write) -> Reading + 'a;

/// The list of hashes, as `sha256sum` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumList {
    /// No list.
    Missing,
    /// A list without a readable line.
    Unreadable,
    /// A list with a readable line.
    Read {
        /// Name and hash of each line.
        sums: Vec<(String, String)>,
        /// The unreadable lines, by number from 1.
        odd: Vec<usize>,
    },
}

impl SumList {
    /// Reads the text of a list. A line that cannot be read costs itself alone.
    pub fn read(text: &str) -> SumList {
        let (mut sums, mut odd) = (Vec::new(), Vec::new());
        for (at, line) in text.lines().enumerate() {
            match sum_of(line) {
                Some(sum) => sums.push(sum),
                None => odd.push(at + 1),
            }
        }
        if sums.is_empty() { SumList::Unreadable } else { SumList::Read { sums, odd } }
    }

    fn sums(&self) -> &[(String, String)] {
        match self {
            SumList::Missing | SumList::Unreadable => &[],
            SumList::Read { sums, .. } => sums,
        }
    }
}

/// Name and hash of a line.
fn sum_of(line: &str) -> Option<(String, String)> {
    let (hash, name) = line.split_at_checked(64)?;
    let name = name.strip_prefix("  ").or_else(|| name.strip_prefix(" *"))?;
    let is_hash = hash.bytes().all(|b| b.is_ascii_hexdigit());
    // A name leads nowhere but into the bundle.
    let stays = !name.is_empty() && !name.split(['/', '\\']).any(|part| matches!(part, "" | "." | ".."));
    (is_hash && stays && name != SUMS).then(|| (name.to_owned(), hash.to_lowercase()))
}

/// A file around the recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Its hash, and its text if it is small and no table.
    Read(String, Option<String>),
    /// Not read to its end.
    Unread,
}

/// The files around a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The list of hashes.
    pub list: SumList,
    /// The existing files among those made again and those that the list names.
    pub(super) files: BTreeMap<String, Found>,
}

impl Earlier {
    /// Reads the files around a recipe, beside the ones made again.
    pub fn of(made: &[Sum], read: &mut Reader<'_>) -> Earlier {
        Earlier::within(OTHERS, made, read)
    }

    /// The same, reading so many bytes of files that only the list names.
    fn within(others: u64, made: &[Sum], read: &mut Reader<'_>) -> Earlier {
        let mut bytes = Vec::new();
        let list = match read(SUMS, SMALL as u64, &mut bytes) {
            Reading::Whole => SumList::read(&String::from_utf8_lossy(&bytes)),
            Reading::NotThere => SumList::Missing,
            Reading::Failed => SumList::Unreadable,
        };
        let mut sizes: BTreeMap<&str, u64> = list.sums().iter().map(|(name, _)| (name.as_str(), 0)).collect();
        sizes.extend(made.iter().map(|sum| (sum.name.as_str(), sum.bytes)));
        let mut left = others;
        let found = |(name, bytes): (&str, u64)| {
            let most = if bytes == 0 { most(0).min(left) } else { most(bytes) };
            let (found, read) = found(name, most, read);
            if bytes == 0 {
                left -= read.min(left);
            }
            Some((name.to_owned(), found?))
        };
        let files = sizes.into_iter().filter_map(found).collect();
        Earlier { list, files }
    }

    /// Whether the recipe has no neighbour to compare with.
    pub(super) fn is_alone(&self) -> bool {
        self.list == SumList::Missing && self.files.keys().all(|name| name == RECIPE)
    }

    /// Files that differ from the list of hashes, or are gone, by name.
    pub fn damaged(&self) -> Vec<String> {
        let is_other = |(name, hash): &&(String, String)| match self.files.get(name) {
            Some(Found::Read(found, _)) => found != hash,
            Some(Found::Unread) => false,
            None => true,
        };
        let names: BTreeSet<&String> = self.list.sums().iter().filter(is_other).map(|(name, _)| name).collect();
        names.into_iter().cloned().collect()
    }
}

/// The most bytes to read of a file whose new version has `made` bytes.
pub fn most(made: u64) -> u64 {
    made.saturating_mul(TIMES).max(ALWAYS)
}

/// A file, unless it is not there, and the bytes that were read of it.
fn found(name: &str, most: u64, read: &mut Reader<'_>) -> (Option<Found>, u64) {
    let (mut kept, mut nowhere, mut on) = (Vec::new(), io::sink(), || ControlFlow::Continue(()));
    let mut hashed = Hashed::new(&mut nowhere, &mut on);
    let reading = read(name, most, &mut Tee { out: &mut hashed, kept: &mut kept });
    let Sum { bytes, sha256, .. } = hashed.sum(name);
    let found = match reading {
        Reading::Whole => Some(Found::Read(sha256, small_text(name, &kept))),
        Reading::NotThere => None,
        Reading::Failed => Some(Found::Unread),
    };
    (found, bytes)
}

/// The text of a file that is small and no table; none for any other.
pub(super) fn small_text(name: &str, bytes: &[u8]) -> Option<String> {
    let is_table = name.rsplit_once('.').is_some_and(|(_, end)| end == "csv");
    let looked_at = !is_table && bytes.len() < SMALL;
    looked_at.then(|| std::str::from_utf8(bytes).ok().map(str::to_owned)).flatten()
}

/// A writer that passes bytes on and keeps the first ones.
pub(super) struct Tee<'a> {
    pub out: &'a mut dyn Write,
    pub kept: &'a mut Vec<u8>,
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
    use crate::catalogue::sha256;

    #[test]
    fn a_line_of_a_list_is_read_as_sha256sum_writes_it_and_leads_nowhere_else() {
        let hash = "a".repeat(64);
        let read = |name: &str| SumList::read(&format!("{hash}{name}\n")).sums().to_vec();
        assert_eq!(read("  data/a.csv"), [("data/a.csv".to_owned(), hash.clone())]);
        assert_eq!(read(" *b c"), [("b c".to_owned(), hash.clone())]);
        for name in ["  ../a", "  /etc/a", "  a/../../b", " a", "  ", "  a\\..\\b", "  SHA256SUMS"] {
            assert_eq!(read(name), [], "{name}");
        }
    }

    #[test]
    fn an_odd_line_costs_itself_alone() {
        let line = format!("{}  a\n", "a".repeat(64));
        let odd = |text: String| match SumList::read(&text) {
            SumList::Read { sums, odd } => format!("{} read, odd {odd:?}", sums.len()),
            other => format!("{other:?}"),
        };
        for (text, expected) in [
            (line.clone(), "1 read, odd []"),
            (format!("{line}\n"), "1 read, odd [2]"),
            (format!("# sums\n{line}{line}"), "2 read, odd [1]"),
            (format!("\u{FEFF}{line}{line}"), "1 read, odd [1]"),
            (line.replace('\n', "\r\n"), "1 read, odd []"),
            (String::new(), "Unreadable"),
            ("文".to_owned(), "Unreadable"),
        ] {
            assert_eq!(odd(text.clone()), expected, "{text:?}");
        }
    }

    /// The files around a recipe made of these, each read once.
    fn look(lying: &[(&str, &[u8])], made: &[(&str, u64)]) -> Earlier {
        let mut asked = Vec::new();
        let made: Vec<Sum> = made
            .iter()
            .map(|(name, bytes)| Sum { name: (*name).into(), bytes: *bytes, sha256: String::new() })
            .collect();
        Earlier::of(&made, &mut |name, most, out| {
            assert!(!asked.contains(&name.to_owned()), "{name} is read twice");
            asked.push(name.to_owned());
            let Some((_, bytes)) = lying.iter().find(|(known, _)| *known == name) else { return Reading::NotThere };
            let (room, size) = (usize::try_from(most).unwrap(), bytes.len());
            out.write_all(&bytes[..size.min(room)]).unwrap();
            if size > room { Reading::Failed } else { Reading::Whole }
        })
    }

    #[test]
    fn each_file_is_read_once_and_held_against_every_line_that_names_it() {
        let line = |bytes: &[u8], name: &str| format!("{}  {name}\n", sha256(bytes));
        let list = [line(b"a", "a"), line(b"x", "a"), line(b"b", "b"), line(b"c", "gone")].concat();
        let earlier = look(&[(SUMS, list.as_bytes()), ("a", b"a"), ("b", b"b")], &[("a", 1), ("new", 1)]);
        assert_eq!(earlier.damaged(), ["a", "gone"]);
        assert_eq!(earlier.files.keys().collect::<Vec<_>>(), ["a", "b"]);
        assert!(!earlier.is_alone());
    }

    #[test]
    fn a_file_far_larger_than_what_was_made_again_is_not_read_to_its_end() {
        let large = vec![0; usize::try_from(ALWAYS).unwrap() + 1];
        let earlier = look(&[("a", &large), ("b", &large)], &[("a", 1), ("b", ALWAYS)]);
        assert_eq!(earlier.files["a"], Found::Unread);
        assert_eq!(earlier.files["b"], Found::Read(sha256(&large), None));
        assert_eq!(earlier.damaged(), Vec::<String>::new(), "nothing is known of it");
    }

    #[test]
    fn files_that_only_the_list_names_are_read_up_to_a_sum() {
        let list: String = ["a", "b", "c"].map(|name| format!("{}  {name}\n", "a".repeat(64))).concat();
        let made = [Sum { name: "b".into(), bytes: 1, sha256: String::new() }];
        let earlier = Earlier::within(4, &made, &mut |name, most, out| {
            let bytes = if name == SUMS { list.as_bytes() } else { b"xyz" };
            let room = bytes.len().min(usize::try_from(most).unwrap());
            out.write_all(&bytes[..room]).unwrap();
            if room < bytes.len() { Reading::Failed } else { Reading::Whole }
        });
        let is_read = |name: &str| matches!(earlier.files[name], Found::Read(..));
        assert_eq!(["a", "b", "c"].map(is_read), [true, true, false]);
    }

    #[test]
    fn a_recipe_is_alone_where_nothing_that_was_made_again_lies_beside_it() {
        let made = [("recipe.ron", 1), ("data/a.csv", 1)];
        for (lying, expected) in [
            (&[][..], true),
            (&[("recipe.ron", &b"r"[..]), ("mine.txt", b"m")], true),
            (&[("recipe.ron", b"r"), ("data/a.csv", b"a")], false),
            (&[("recipe.ron", b"r"), (SUMS, b"")], false),
        ] {
            assert_eq!(look(lying, &made).is_alone(), expected, "{lying:?}");
        }
    }
}
