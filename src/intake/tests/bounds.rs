//! Files larger than they look, broken ones, and those that are no tables: each a fault with its remedy.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::sync::mpsc::channel;
use std::time::Duration;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::tables::{read, told};
use crate::catalogue::Regions;
use crate::intake::*;
use crate::words::Lang;

/// A compressed file with these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with one sheet of this XML, and what else is named.
pub fn xlsx(sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let links = |links: &str| format!("<Relationships>{links}</Relationships>").into_bytes();
    let book = "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"甲\" r:id=\"rId1\"/></sheets></workbook>";
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let package = links(&link("rId1", "officeDocument", "xl/workbook.xml"));
    let sheets = links(&link("rId1", "worksheet", "worksheets/sheet1.xml"));
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", &package),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", &sheets),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(more);
    zipped(&parts)
}

fn text(at: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{at}</t></is></c>")
}

#[track_caller]
fn check_fault(bytes: &[u8], expected: &str) {
    let fault = match read(bytes) {
        Ok(read) => panic!("{expected}: {:?}", read.kind),
        Err(fault) => fault,
    };
    assert_eq!(format!("{fault:?}").split([' ', '{']).next(), Some(expected), "{fault}");
    for lang in [Lang::Zh, Lang::En] {
        let words = fault.message(lang);
        assert!(!words.is_empty() && !words.contains('{'), "{words}");
    }
}

#[test]
fn what_is_no_table_is_refused_by_its_kind() {
    let ole = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.extend(name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
        bytes
    };
    let odf = |kind: &str| zipped(&[("mimetype", format!("application/vnd.oasis.opendocument.{kind}").as_bytes())]);
    for (bytes, expected) in [
        (&b""[..], "Empty"),
        (b" \r\n", "Empty"),
        (b",,\n,,", "Empty"),
        (b"%PDF-1.7", "NoTable(Fixed)"),
        (b"{\\rtf1", "NoTable(Document)"),
        (b"\x89PNG\r\n", "NoTable(Picture)"),
        (b"MIME-Version: 1.0", "NoTable(OldWorkbook)"),
        (b"<?xml?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "NoTable(OldWorkbook)"),
        (b"<html><p>a</p></html>", "NoTable(Page)"),
        (b"a\0b", "NoTable(Unknown)"),
        (&ole("WordDocument"), "NoTable(Document)"),
        (&ole("PowerPoint Document"), "NoTable(Slides)"),
        (&ole("EncryptedPackage"), "Protected"),
        (&ole("Contents"), "NoTable(Unknown)"),
        (&ole("Workbook"), "Odd"),
        (&zipped(&[("word/document.xml", b"")]), "NoTable(Document)"),
        (&zipped(&[("ppt/presentation.xml", b"")]), "NoTable(Slides)"),
        (&zipped(&[("OFD.xml", b"")]), "NoTable(Fixed)"),
        (&zipped(&[("a.xlsx", b"")]), "NoTable(Archive)"),
        (&odf("text"), "NoTable(Document)"),
        (&odf("presentation"), "NoTable(Slides)"),
        (&zipped(&[("[Content_Types].xml", b"")]), "Broken"),
        (b"PK\x03\x04", "Broken"),
    ] {
        check_fault(bytes, expected);
    }
}

#[test]
fn a_file_that_unfolds_beyond_bounds_is_refused() {
    let huge = vec![b' '; 130 << 20];
    check_fault(&xlsx("<sheetData/>", &[("xl/styles.xml", &huge)]), "Unfolds");
    drop(huge);
    let strings = b"<sst uniqueCount=\"99999999999\"><si><t>a</t></si></sst>";
    check_fault(&xlsx("<sheetData/>", &[("xl/sharedStrings.xml", strings)]), "Odd");
    let (name, formats) = ("a".repeat(5_000), "<xf fontId=\"0\"/>".repeat(50_000));
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{name}\"/></font></fonts><cellXfs>{formats}</cellXfs></styleSheet>"
    );
    check_fault(&xlsx("<sheetData/>", &[("xl/styles.xml", styles.as_bytes())]), "Odd");
    check_fault(&vec![b'a'; MOST_TABLE_BYTES + 1], "TooLarge");
    check_fault(format!("<table>{}", "<td>".repeat(5 << 20)).as_bytes(), "TooLarge");
}

/// The longest that one of these texts may take here: were each of its parts held against all others, or counted from the
/// begin of the text, it would be many times that.
const CAP: Duration = Duration::from_mins(2);

#[test]
fn texts_of_many_parts_take_time_that_grows_with_their_size() {
    let many = |part: &dyn Fn(usize) -> String| (0..100_000).map(part).collect::<String>();
    for (name, text, fields) in [
        ("odd numbers", many(&|n| format!("京政发〔2023〕{n}-1号 ")), 1),
        ("dates", format!("本办法{}", many(&|n| format!("{}年5月1日起施行，", 1950 + n % 140))), 140),
        ("addresses", many(&|n| format!("http://a{n}.gov.cn/index/page.html ")), 1),
        ("issuers", format!("发布机构：{}", many(&|n| format!("甲{n}局、"))), 100_000),
    ] {
        let (sender, receiver) = channel();
        let clip = Clip { text, html: None };
        let work = move || sender.send(recognise(&clip, Regions::standard()).fields.len()).ok();
        std::thread::Builder::new().name(name.to_owned()).spawn(work).unwrap();
        let found = receiver.recv_timeout(CAP);
        assert_eq!(found.unwrap_or_else(|_| panic!("{name}: more time than its size explains")), fields, "{name}");
    }
}

#[test]
fn a_sheet_of_too_many_cells_or_columns_is_refused() {
    check_fault("a,".repeat(100_000).as_bytes(), "TooManyColumns");
    check_fault(format!("<table><tr>{}", "<td>a".repeat(100_000)).as_bytes(), "TooManyColumns");
    check_fault(format!("<table>{}", "<TD>a".repeat(1_000_001)).as_bytes(), "TooManyCells");
    check_fault("a,b,c,d,e,f,g,h,i,j,k\n".repeat(190_000).as_bytes(), "TooManyCells");
    check_fault("a\n".repeat(200_001).as_bytes(), "TooManyRows");
    assert_eq!(read("a\n".repeat(200_000).as_bytes()).unwrap().grid.sheets[0].rows.len(), 200_000);
    let wide: String = (1..200).map(|row| format!("<row r=\"{row}\">{}</row>", text(&format!("XFD{row}")))).collect();
    check_fault(&xlsx(&format!("<sheetData>{wide}</sheetData>"), &[]), "TooManyCells");
    check_fault(&[b"a".to_vec(), vec![b'\n'; 1_100_000], b"b".to_vec()].concat(), "TooManyRows");
    let long = format!("<si><t>{}</t></si>", "长".repeat(30_000));
    let strings = format!("<sst uniqueCount=\"1\">{long}</sst>");
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(1000);
    let bytes =
        xlsx(&format!("<sheetData><row>{cells}</row></sheetData>"), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    check_fault(&bytes, "TooMuchText");
}

#[test]
fn a_huge_merged_or_linked_range_is_filled_within_the_sheet_or_refused() {
    let cells = format!("<sheetData><row r=\"1\">{}</row><row r=\"3\">{}</row></sheetData>", text("A1"), text("C3"));
    let merged = |ranges: &str| xlsx(&format!("{cells}<mergeCells>{ranges}</mergeCells>"), &[]);
    let read = read(&merged("<mergeCell ref=\"A1:XFD1048576\"/>")).unwrap();
    assert_eq!(
        told(&read.grid),
        [
            "[甲]",
            "A1 A1",
            "B1 A1 <A1",
            "C1 A1 <A1",
            "A2 A1 <A1",
            "B2 A1 <A1",
            "C2 A1 <A1",
            "A3 A1 <A1",
            "B3 A1 <A1",
            "C3 C3"
        ]
    );
    check_fault(&merged(&"<mergeCell ref=\"A1:XFD1048576\"/>".repeat(1_000_000)), "TooManyRanges");
    let far = merged(&"<mergeCell ref=\"X9:Y10\"/>".repeat(1_000_000));
    assert_eq!(super::tables::read(&far).unwrap().grid.sheets[0].own_cells(), 2);
    check_fault(&merged("<mergeCell ref=\"A0:\"/>"), "Broken");
    // Blank cells that lie over millions of columns, which each row below has to pass.
    let wide = "<td colspan=9999 rowspan=0></td>".repeat(700);
    check_fault(format!("<table><tr>{wide}{}</table>", "<tr><td>a<td>b".repeat(1_000)).as_bytes(), "TooManyRanges");
}

#[test]
fn reading_tells_its_progress_and_can_be_cancelled() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..6_000 {
        sheet.write(row, 0, format!("甲{row}")).unwrap();
    }
    let csv: String = (0..6_000).map(|row| format!("甲{row},乙\n")).collect();
    for bytes in [book.save_to_buffer().unwrap(), csv.into_bytes()] {
        let mut told = Vec::new();
        let read = read_table(&bytes, None, &mut |progress| {
            assert!(progress.done <= progress.total && progress.total == bytes.len());
            told.push(progress.done);
            ControlFlow::Continue(())
        });
        assert_eq!(read.unwrap().grid.sheets[0].rows.len(), 6_000);
        assert!(told.is_sorted() && told.last().is_some_and(|done| *done > 0), "{told:?}");
        let mut left = 1;
        let cancelled = read_table(&bytes, None, &mut |_| {
            left -= 1;
            if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(cancelled.map(|read| read.kind), Err(TableFault::Cancelled));
    }
}

/// A text as a cell holds it.
fn cell() -> impl Strategy<Value = String> {
    "[ 甲乙丙a-c1-3,;\"\n\t，]{0,6}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_a_table_or_a_fault(
        begin in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<table>", b"\xFF\xFE"]),
        rest in prop::collection::vec(any::<u8>(), 0..2048),
    ) {
        _ = read(&[begin, &rest].concat()).map_err(|fault| fault.message(Lang::Zh));
    }

    #[test]
    fn a_workbook_that_was_written_is_read_the_same(rows in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..8)) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let mut expected = Vec::new();
        for (row, cells) in (0..).zip(&rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string_with_format(row, column, text, &Format::new()).unwrap();
                expected.extend(own(row, usize::from(column), text));
            }
        }
        prop_assert_eq!(texts(&read(&book.save_to_buffer().unwrap()).unwrap().grid), expected);
    }

    #[test]
    fn a_csv_that_was_written_is_read_the_same(rows in prop::collection::vec(prop::collection::vec(cell(), 4), 1..8)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // One row that settles the sign between the cells, which random texts leave open.
        writer.write_record(["a", "b", "c", "d"]).unwrap();
        let mut expected: Vec<(u32, usize, String)> = ["a", "b", "c", "d"].into_iter().enumerate().map(|(at, text)| (1, at, text.to_owned())).collect();
        for (row, cells) in (1..).zip(&rows) {
            writer.write_record(cells).unwrap();
            expected.extend(cells.iter().enumerate().filter_map(|(column, text)| own(row, column, text)));
        }
        let read = read(&writer.into_inner().unwrap()).unwrap();
        if read.kind == TableKind::Delimited(',') {
            prop_assert_eq!(texts(&read.grid), expected);
        }
    }
}

fn own(row: u32, column: usize, text: &str) -> Option<(u32, usize, String)> {
    let text = text.trim();
    (!text.is_empty()).then(|| (row + 1, column, text.to_owned()))
}

fn texts(grid: &Grid) -> Vec<(u32, usize, String)> {
    let rows = grid.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.flat_map(|row| {
        row.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.is_own())
            .map(|(column, cell)| (row.number, column, cell.text.clone()))
    })
    .collect()
}
