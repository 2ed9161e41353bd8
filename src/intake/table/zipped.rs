//! A look into a compressed file before a workbook is read from it: what it is, and whether it unfolds to what fits.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::course::TableCourse;
use super::fault::TableFault;
use super::kind::{NoTable, TableKind};

/// Bytes of all parts together.
const MOST: usize = 128 << 20;
/// Bytes of the part with the texts of all cells, each of which is a value of its own.
const MOST_STRINGS: usize = 64 << 20;
/// Parts; a workbook has some dozens.
const MOST_PARTS: usize = 20_000;
/// Formats of cells; Excel has 65,490.
const MOST_FORMATS: usize = 200_000;
/// Bytes of the names and codes in the formats of cells, of which each has its copies.
const MOST_COPIED: usize = 128 << 20;
/// Links of a sheet; Excel has 65,530.
const MOST_LINKS: usize = 300_000;

/// The kind of workbook that a compressed file holds.
pub fn kind(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<TableKind, TableFault> {
    // The directory is counted before it is read, as each of its entries takes room.
    if memmem::find_iter(bytes, b"PK\x01\x02").take(MOST_PARTS + 1).count() > MOST_PARTS {
        return Err(TableFault::NoTable(NoTable::Archive));
    }
    let broken = |error: zip::result::ZipError| TableFault::Broken {
        kind: TableKind::Xlsx,
        part: String::new(),
        detail: error.to_string(),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let kind = kind_of(&mut archive)?;
    let mut total = 0;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(broken)?;
        let name = file.name().map_or_else(|_| String::new(), |name| name.to_string());
        let most = if is_strings(&name) { MOST_STRINGS } else { MOST }.min(MOST - total);
        let unfolds = || TableFault::Unfolds { part: name.clone(), most: MOST };
        if file.size() > most as u64 {
            return Err(unfolds());
        }
        let mut part = Vec::new();
        let wrong = |error: std::io::Error| TableFault::Broken { kind, part: name.clone(), detail: error.to_string() };
        let mut limited = file.take(most as u64 + 1);
        loop {
            course.step()?;
            let before = part.len();
            limited.by_ref().take(1 << 20).read_to_end(&mut part).map_err(wrong)?;
            if part.len() == before {
                break;
            }
        }
        if part.len() > most {
            return Err(unfolds());
        }
        total += part.len();
        if kind == TableKind::Ods && memmem::find(&part, b"manifest:encryption-data").is_some() {
            return Err(TableFault::Protected);
        }
        if !fits(&name, &part) {
            return Err(TableFault::Odd { kind, part: name });
        }
    }
    Ok(kind)
}

/// The kind by the names of the parts.
fn kind_of(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<TableKind, TableFault> {
    let mime = archive.by_name("mimetype").ok().map(|file| {
        let mut mime = Vec::new();
        _ = file.take(64).read_to_end(&mut mime);
        String::from_utf8_lossy(&mime).into_owned()
    });
    let has = |begin: &str| archive.file_names().flatten().any(|name| name.to_lowercase().starts_with(begin));
    Ok(match mime.as_deref() {
        Some("application/vnd.oasis.opendocument.spreadsheet") => TableKind::Ods,
        Some(mime) if mime.starts_with("application/vnd.oasis.opendocument.presentation") => {
            return Err(TableFault::NoTable(NoTable::Slides));
        }
        Some(mime) if mime.starts_with("application/vnd.oasis.opendocument") => {
            return Err(TableFault::NoTable(NoTable::Document));
        }
        _ if has("word/") => return Err(TableFault::NoTable(NoTable::Document)),
        _ if has("ppt/") => return Err(TableFault::NoTable(NoTable::Slides)),
        _ if has("ofd.xml") => return Err(TableFault::NoTable(NoTable::Fixed)),
        _ if has("xl/workbook.bin") => TableKind::Xlsb,
        _ if has("[content_types].xml") => TableKind::Xlsx,
        _ => return Err(TableFault::NoTable(NoTable::Archive)),
    })
}

fn is_strings(name: &str) -> bool {
    name.to_lowercase().ends_with("sharedstrings.xml")
}

/// Whether the reader of workbooks, which believes the numbers that a part declares, can be given it.
fn fits(name: &str, part: &[u8]) -> bool {
    let name = name.to_lowercase();
    if is_strings(&name) {
        let declared = memmem::find_iter(part, b"uniqueCount").filter_map(|at| {
            let rest = part.get(at + b"uniqueCount".len()..)?.iter();
            let digits: String = rest
                .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
                .take_while(|byte| byte.is_ascii_digit())
                .map(|byte| char::from(*byte))
                .collect();
            (!digits.is_empty()).then(|| digits.parse::<usize>().unwrap_or(usize::MAX))
        });
        return is_ascii_based(part) && declared.max().is_none_or(|declared| declared <= part.len());
    }
    if name.ends_with("styles.xml") {
        let longest = part.split(|byte| *byte == b'<').map(<[u8]>::len).max().unwrap_or_default();
        let formats = count(part, b"xf");
        return is_ascii_based(part) && formats <= MOST_FORMATS && formats.max(1) * longest <= MOST_COPIED;
    }
    count(part, b"hyperlink ") <= MOST_LINKS
}

/// Whether tags can be found in it by their letters.
fn is_ascii_based(part: &[u8]) -> bool {
    memchr::memchr(0, part).is_none()
}

fn count(part: &[u8], word: &[u8]) -> usize {
    memmem::find_iter(part, word).count()
}
