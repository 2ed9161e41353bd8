//! A look into a workbook of Excel until 2003 before it is read: whether its sheets are as large as they declare, since
//! the library that reads it takes room for all cells between the first and the last.

use super::course::TableCourse;
use super::fault::TableFault;
use super::kind::TableKind;

/// Cells between the first and the last of each sheet, of all sheets.
const MOST_CELLS: u64 = 3_000_000;
/// Records of all sheets.
const MOST_RECORDS: usize = 20_000_000;
/// Numbers of sectors from here on have meanings of their own.
const FIRST_SPECIAL: u32 = 0xFFFF_FFFA;
/// Bytes from which a stream lies in sectors of the file, and not in those of a stream of small ones.
const SMALL: u64 = 4096;

const ODD: TableFault = TableFault::Odd { kind: TableKind::Xls, part: String::new() };

/// Holds a workbook to the bounds.
pub fn check(bytes: &[u8], course: &mut TableCourse<'_>) -> Result<(), TableFault> {
    let file = Compound::of(bytes).ok_or(ODD)?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or(ODD)?;
    let begins: Vec<usize> = records(&stream)
        .take_while(|record| record.kind != END)
        .filter(|record| record.kind == BOUND_SHEET)
        .filter_map(|record| u32_at(record.data, 0).map(|begin| begin as usize))
        .collect();
    let (mut cells, mut count) = (0u64, 0usize);
    for begin in begins {
        let (mut sheet, mut depth) = (Bounds::default(), 0i32);
        for record in records(stream.get(begin..).ok_or(ODD)?) {
            course.step()?;
            count += 1;
            match record.kind {
                BEGIN => depth += 1,
                END => depth -= 1,
                _ if depth == 1 => sheet.grow(&record).ok_or(ODD)?,
                _ => {}
            }
            if count > MOST_RECORDS || cells + sheet.cells() > MOST_CELLS {
                let most = MOST_CELLS as usize;
                return Err(TableFault::TooManyCells { sheet: String::new(), most });
            }
            if depth <= 0 {
                break;
            }
        }
        cells += sheet.cells();
    }
    Ok(())
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
/// Records of cells; each begins with its row and column.
const CELLS: [u16; 8] = [0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];

/// A record of a stream.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = u16_at(rest, 0)?;
        let (data, after) = rest.get(4..)?.split_at_checked(usize::from(u16_at(rest, 2)?))?;
        rest = after;
        Some(Record { kind, data })
    })
}

/// The rows and columns that a sheet has cells in, and those that it declares.
#[derive(Default)]
struct Bounds {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
    declared: u64,
}

impl Bounds {
    /// Takes a record in; nothing of one that declares rows from a later one to an earlier one: the library would count
    /// them round the end of its numbers.
    fn grow(&mut self, record: &Record<'_>) -> Option<()> {
        let short = |at| u16_at(record.data, at).map(u64::from);
        if record.kind == DIMENSIONS {
            let long = |at| u32_at(record.data, at).map(u64::from);
            let (first, rows, columns) = match record.data.len() {
                ..14 => (short(0)?, short(2)?, short(6)?),
                _ => (long(0)?, long(4)?, short(10)?),
            };
            self.declared = rows * columns;
            if self.declared > 0 && first >= rows {
                return None;
            }
        }
        if let (true, Some(row), Some(column)) = (CELLS.contains(&record.kind), short(0), short(2)) {
            // A record of several numbers tells its last column at its end.
            let last = (record.kind == 0x00BD).then(|| record.data.len().checked_sub(2).and_then(short)).flatten();
            let last = last.unwrap_or(column).max(column);
            let grow = |bounds: Option<(u64, u64)>, from: u64, to: u64| {
                Some(bounds.map_or((from, to), |(first, end)| (first.min(from), end.max(to))))
            };
            (self.rows, self.columns) = (grow(self.rows, row, row), grow(self.columns, column, last));
        }
        Some(())
    }

    fn cells(&self) -> u64 {
        let length = |bounds: Option<(u64, u64)>| bounds.map_or(0, |(first, last)| last - first + 1);
        (length(self.rows) * length(self.columns)).max(self.declared)
    }
}

/// A file system in a file.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector the one that follows it.
    next: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> Compound<'a> {
    fn of(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector = 1usize.checked_shl(u32::from(u16_at(bytes, 30)?)).filter(|size| matches!(size, 512 | 4096))?;
        let mut file = Compound { bytes, sector, next: Vec::new(), directory: Vec::new() };
        // The sectors with the table of sectors: 109 of them stand in the head, others in a chain.
        let mut tables: Vec<u32> = (0..109).filter_map(|at| u32_at(bytes, 76 + 4 * at)).collect();
        let mut more = u32_at(bytes, 68)?;
        while more < FIRST_SPECIAL && tables.len() <= bytes.len() / sector {
            let chained = file.sector(more)?;
            tables.extend(numbers(chained.get(..sector - 4)?));
            more = u32_at(chained, sector - 4)?;
        }
        tables.retain(|table| *table < FIRST_SPECIAL);
        let sectors = bytes.len() / sector;
        // More tables than sectors: one is named again and again, and the library would hold it as often.
        if tables.len() > sectors {
            return None;
        }
        for table in tables {
            let numbers = numbers(file.sector(table)?);
            file.next.extend(numbers);
        }
        file.next.truncate(sectors);
        if has_circle(&file.next) {
            return None;
        }
        file.directory = file.chain(u32_at(bytes, 48)?);
        Some(file)
    }

    /// The stream of this name.
    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        let is_named = |entry: &&[u8]| entry.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(&name));
        let entry = self.directory.chunks_exact(128).find(is_named)?;
        let (begin, length) = (u32_at(entry, 116)?, u64::from(u32_at(entry, 120)?));
        let mut stream = if length < SMALL { self.small(begin)? } else { self.chain(begin) };
        stream.truncate(usize::try_from(length).ok()?);
        Some(stream)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let begin = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(begin..)?.get(..self.sector).or_else(|| self.bytes.get(begin..))
    }

    /// The bytes of the sectors that follow each other from one on.
    fn chain(&self, begin: u32) -> Vec<u8> {
        let (mut bytes, mut at) = (Vec::new(), begin);
        while let Some(sector) = self.sector(at) {
            bytes.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(u32::MAX);
        }
        bytes
    }

    /// The bytes of a small stream, which lies in the first one in pieces of 64 bytes.
    fn small(&self, begin: u32) -> Option<Vec<u8>> {
        let all = self.chain(u32_at(&self.directory, 116)?);
        let next = numbers(&self.chain(u32_at(self.bytes, 60)?));
        let (mut bytes, mut at) = (Vec::new(), begin);
        while let (true, Some(piece)) = (bytes.len() < SMALL as usize, all.chunks(64).nth(at as usize)) {
            bytes.extend_from_slice(piece);
            at = next.get(at as usize).copied().unwrap_or(u32::MAX);
        }
        Some(bytes)
    }
}

/// Whether a sector follows itself, at once or after others: the library would read round and round until memory ends.
fn has_circle(next: &[u32]) -> bool {
    // The walk, by its number, that came by each sector first.
    let mut walks = vec![0u32; next.len()];
    for (begin, walk) in (0..next.len()).zip(1..) {
        let mut at = begin;
        while let (Some(first), Some(following)) = (walks.get_mut(at), next.get(at)) {
            match *first {
                0 => *first = walk,
                first if first == walk => return true,
                _ => break,
            }
            at = *following as usize;
        }
    }
    false
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}
