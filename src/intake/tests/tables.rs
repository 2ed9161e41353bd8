//! Tables of many origins as grids, each told in short words, and files that are none.

use std::ops::ControlFlow;

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Url, Workbook};

use crate::intake::*;

pub fn read(bytes: &[u8]) -> Result<TableRead, TableFault> {
    read_table(bytes, None, &mut |_| ControlFlow::Continue(()))
}

/// The cells in lines: `B2 text`, with ` ~1900` for a format of a number, ` !` for an error, ` <A1` where it was
/// filled, ` @address`.
pub fn told(grid: &Grid) -> Vec<String> {
    let mut lines = Vec::new();
    for sheet in &grid.sheets {
        if grid.sheets.len() > 1 || !sheet.name.is_empty() {
            lines.push(format!("[{}]{}", sheet.name, if sheet.is_hidden { " hidden" } else { "" }));
        }
        for row in &sheet.rows {
            assert!(row.cells.last().is_some_and(|cell| cell.kind != CellKind::Blank), "{row:?}");
            for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.kind != CellKind::Blank) {
                let kind = match cell.kind {
                    CellKind::Blank | CellKind::Text => String::new(),
                    CellKind::Number(_, NumberFormat::General) => " ~".to_owned(),
                    CellKind::Number(_, NumberFormat::Fixed(places)) => format!(" ~{places}"),
                    CellKind::Number(_, NumberFormat::Date1900) => " ~1900".to_owned(),
                    CellKind::Number(_, NumberFormat::Date1904) => " ~1904".to_owned(),
                    CellKind::Error => " !".to_owned(),
                };
                let merged = cell.merged.map(|from| format!(" <{}", from.name())).unwrap_or_default();
                let link = cell.link.as_ref().map(|link| format!(" @{link}")).unwrap_or_default();
                let at = CellAt { row: row.number, column }.name();
                lines.push(format!("{at} {}{kind}{merged}{link}", cell.text.replace('\n', "/")));
            }
        }
    }
    lines
}

#[track_caller]
fn check(bytes: &[u8], kind: TableKind, expected: &[&str]) {
    let read = read(bytes).unwrap();
    assert_eq!(read.kind, kind);
    assert_eq!(told(&read.grid), expected, "{}", String::from_utf8_lossy(bytes));
}

#[test]
fn a_text_is_rows_by_the_sign_between_its_cells() {
    for (text, sign, expected) in [
        (
            "地区,题名\r\n温州,\"甲，\"\"乙\"\"\r\n丙\"\r\n",
            ',',
            &["A1 地区", "B1 题名", "A2 温州", "B2 甲，\"乙\"/丙"][..],
        ),
        ("a;b\n1,5;2\n", ';', &["A1 a", "B1 b", "A2 1,5", "B2 2"]),
        ("地区\t题名\n温州\t甲,乙,丙\n", '\t', &["A1 地区", "B1 题名", "A2 温州", "B2 甲,乙,丙"]),
        ("地区，题名\n温州，\"甲，乙\"\n", '，', &["A1 地区", "B1 题名", "A2 温州", "B2 甲，乙"]),
        ("sep=;\na;b,c\n", ';', &["A2 a", "B2 b,c"]),
        ("表一\n\n\n地区,题名,\n ,,\n温州,甲\n", ',', &["A1 表一", "A4 地区", "B4 题名", "A6 温州", "B6 甲"]),
        ("a,b\r\n\r\nc,d\r\r\re,\"f", ',', &["A1 a", "B1 b", "A3 c", "B3 d", "A6 e", "B6 f"]),
        ("只有一列\n甲，乙\n", ',', &["A1 只有一列", "A2 甲，乙"]),
        ("\u{3000}甲\u{A0},乙", ',', &["A1 甲", "B1 乙"]),
        ("a,b\n,,,,\n", ',', &["A1 a", "B1 b"]),
    ] {
        check(text.as_bytes(), TableKind::Delimited(sign), expected);
    }
}

#[test]
fn a_text_in_gbk_is_read_and_says_so() {
    let gbk = b"\xb5\xd8\xc7\xf8,\xc8\xd5\xc6\xda\r\n\xce\xc2\xd6\xdd\xca\xd0,2023\xc4\xea5\xd4\xc2\r\n";
    let table = read(gbk).unwrap();
    assert_eq!(told(&table.grid), ["A1 地区", "B1 日期", "A2 温州市", "B2 2023年5月"]);
    let encoding = table.encoding.unwrap();
    assert_eq!((encoding.encoding.name(), encoding.lost), ("GB18030", 0));
    let demanded = read_table(gbk, TextEncoding::find("utf-8"), &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(demanded.encoding.is_some_and(|read| read.lost > 5 && read.ground == EncodingGround::Told));
}

#[test]
fn tables_of_a_page_are_sheets_with_their_spans_filled() {
    for (html, expected) in [
        (
            "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><!--[if gte mso 9]><xml><td>x</td></xml><![endif]-->\
             <style>td{mso-number-format:General}</style></head><body><!--StartFragment--><table><tr><td>地区<td>题名<td>日期</tr>\
             <tr><td rowspan=2>芜湖市<o:p></o:p></td><td><a href='https://a.gov.cn/1'>甲</a></td><td>2025年1月</td></tr>\
             <tr><td>乙&nbsp;<br>丙</td><td>2025.2.3</td></tr><tr><td colspan=3>资料来源</td></tr></table>",
            &[
                "A1 地区",
                "B1 题名",
                "C1 日期",
                "A2 芜湖市",
                "B2 甲 @https://a.gov.cn/1",
                "C2 2025年1月",
                "A3 芜湖市 <A2",
                "B3 乙/丙",
                "C3 2025.2.3",
                "A4 资料来源",
                "B4 资料来源 <A4",
                "C4 资料来源 <A4",
            ][..],
        ),
        (
            "<table><tr><th rowspan=2 colspan=2>甲<th colspan=3>乙<tr><td>1<td>2<td>3<tr><td rowspan=0>4<td>5<tr><td>6",
            &[
                "A1 甲",
                "B1 甲 <A1",
                "C1 乙",
                "D1 乙 <C1",
                "E1 乙 <C1",
                "A2 甲 <A1",
                "B2 甲 <A1",
                "C2 1",
                "D2 2",
                "E2 3",
                "A3 4",
                "B3 5",
                "A4 4 <A3",
                "B4 6",
            ],
        ),
        (
            "<table><tr><td>栏<table><tr><td>1<td>2</table></table><table><tr><td>3<td>4</table>",
            &["[]", "A1 1", "B1 2", "[]", "A1 3", "B1 4"],
        ),
        ("<table><tr><td>一列<tr><td>乙</table>", &["A1 一列", "A2 乙"]),
        ("<table><tr><td colspan=9999>甲<tr><td>乙<td>丙", &["A1 甲", "B1 甲 <A1", "A2 乙", "B2 丙"]),
    ] {
        check(html.as_bytes(), TableKind::Html, expected);
    }
}

#[test]
fn a_copied_table_is_its_html_or_else_its_text() {
    let clip = |text: &str, html: Option<&str>| {
        let clip = Clip { text: text.to_owned(), html: html.map(str::to_owned) };
        read_clip(&clip, &mut |_| ControlFlow::Continue(()))
    };
    let text = "地区\t题名\r\n温州\t\"甲\n乙\"\r\n";
    let expected = ["A1 地区", "B1 题名", "A2 温州", "B2 甲/乙"];
    assert_eq!(told(&clip(text, None).unwrap().grid), expected);
    assert_eq!(told(&clip(text, Some("<p>甲")).unwrap().grid), expected);
    assert_eq!(told(&clip(text, Some("<table><tr><td>1<td>2")).unwrap().grid), ["A1 1", "B1 2"]);
    let windows = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<html><body><table><tr><td>1<td>2";
    assert_eq!(told(&read(windows.as_bytes()).unwrap().grid), ["A1 1", "B1 2"]);
    assert_eq!(clip("", None).map(|read| read.grid), Err(TableFault::Empty));
}

#[test]
fn a_workbook_is_its_sheets_with_formats_links_and_merged_ranges() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("2024").unwrap();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let moment = ExcelDateTime::from_ymd(2023, 5, 30).unwrap().and_hms(18, 30, 0).unwrap();
    sheet.merge_range(0, 0, 0, 3, "汇总表", &Format::new()).unwrap();
    sheet.merge_range(1, 0, 3, 0, "芜湖市", &Format::new()).unwrap();
    sheet.write(1, 1, "甲\n乙 ").unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2023, 5, 30).unwrap(), &day).unwrap();
    sheet.write_with_format(1, 3, &moment, &day).unwrap();
    sheet.write(2, 1, 2023.1).unwrap();
    sheet.write_with_format(2, 2, 2023.1, &Format::new().set_num_format("0.00")).unwrap();
    sheet.write(2, 3, true).unwrap();
    sheet.write_url(3, 1, Url::new("https://a.gov.cn/1").set_text("全文")).unwrap();
    sheet.write_formula(3, 2, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_formula(3, 3, Formula::new("=A9").set_result("#REF!")).unwrap();
    let (plain, bold) = (Format::new(), Format::new().set_bold());
    sheet.write_rich_string(5, 5, &[(&plain, "智"), (&bold, "算")]).unwrap();
    book.add_worksheet().set_name("底稿").unwrap().set_hidden(true).write(0, 0, "旧").unwrap();
    book.add_worksheet().set_name("空").unwrap();
    check(
        &book.save_to_buffer().unwrap(),
        TableKind::Xlsx,
        &[
            "[2024]",
            "A1 汇总表",
            "B1 汇总表 <A1",
            "C1 汇总表 <A1",
            "D1 汇总表 <A1",
            "A2 芜湖市",
            "B2 甲/乙",
            "C2 2023-05-30 ~1900",
            "D2 2023-05-30 18:30:00 ~1900",
            "A3 芜湖市 <A2",
            "B3 2023.1 ~",
            "C3 2023.10 ~2",
            "D3 TRUE",
            "A4 芜湖市 <A2",
            "B4 全文 @https://a.gov.cn/1",
            "C4 2 ~",
            "D4 #REF! !",
            "F6 智算",
            "[底稿] hidden",
            "A1 旧",
            "[空]",
        ],
    );
}

#[test]
fn a_workbook_of_another_epoch_with_odd_cells_is_read() {
    let cells = "<sheetData><row r=\"2\"><c r=\"B2\" s=\"1\"><v>43614</v></c><c t=\"e\"><v>#REF!</v></c>\
        <c r=\"D2\" t=\"inlineStr\"><is><r><t>智</t></r><r><t xml:space=\"preserve\"> 算_x000D_\n甲&amp;乙</t></r><rPh><t>zhi</t></rPh></is></c></row>\
        <row><c t=\"s\"><v>0</v></c><c t=\"b\"><v>0</v></c><c t=\"d\"><v>2023-05-30T08:00:00</v></c><c t=\"str\"><f>1+1</f><v>二</v></c></row></sheetData>";
    let styles = b"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>";
    let strings = "<sst><si><t> 共享\u{3000}</t></si></sst>".as_bytes();
    let bytes = super::bounds::xlsx(cells, &[("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings)]);
    let expected = [
        "[甲]",
        "B2 2023-05-30 ~1904",
        "C2 #REF! !",
        "D2 智 算/甲&乙",
        "A3 共享",
        "B3 FALSE",
        "C3 2023-05-30 08:00:00 ~1900",
        "D3 二",
    ];
    check(&bytes, TableKind::Xlsx, &expected);
}

#[test]
fn an_open_document_is_its_sheets_with_links_and_merged_ranges() {
    let content = "<office:document-content><office:automatic-styles><style:style style:name=\"h\" style:family=\"table\">\
        <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:spreadsheet>\
        <table:table table:name=\"台账\"><table:table-row><table:table-cell table:number-columns-spanned=\"3\" table:number-rows-spanned=\"1\">\
        <text:p>汇总表</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
        <table:table-row><table:table-cell table:number-rows-spanned=\"2\"><office:annotation><text:p>批注</text:p></office:annotation><text:p>芜湖市</text:p></table:table-cell>\
        <table:table-cell><text:p>甲<text:s/><text:span>乙</text:span></text:p><text:p>丙<text:line-break/>丁</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-06\"><text:p>2024年5月</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"2023.1\"><text:p>2023.10</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p><text:a xlink:href=\"https://a.gov.cn/1?a&amp;b\">全&amp;文</text:a></text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"2\"><text:p>7</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
        <table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16378\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
        <table:table table:name=\"旧\" table:style-name=\"h\"><table:table-row><table:table-cell><text:p>底稿</text:p></table:table-cell></table:table-row></table:table>\
        </office:spreadsheet></office:document-content>";
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = |content: &str| super::bounds::zipped(&[("mimetype", mime), ("content.xml", content.as_bytes())]);
    let expected = [
        "[台账]",
        "A1 汇总表",
        "B1 汇总表 <A1",
        "C1 汇总表 <A1",
        "A4 芜湖市",
        "B4 甲 乙/丙/丁",
        "C4 2024-05-06 ~1900",
        "D4 2023.10 ~2",
        "A5 芜湖市 <A4",
        "B5 全&文 @https://a.gov.cn/1?a&b",
        "C5 7 ~",
        "D5 7 ~",
        "E5 TRUE",
        "F5 #REF! !",
        "[旧] hidden",
        "A1 底稿",
    ];
    check(&ods(content), TableKind::Ods, &expected);
    let many = "<table:table><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\">\
        <text:p>甲</text:p></table:table-cell></table:table-row></table:table>";
    assert!(matches!(read(&ods(many)), Err(TableFault::TooManyCells { .. })));
    let protected =
        super::bounds::zipped(&[("mimetype", mime), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")]);
    assert_eq!(read(&protected), Err(TableFault::Protected));
}

/// A workbook that the library xlwt wrote.
const XLS: &[u8] = include_bytes!("ledger.xls");

#[test]
fn a_workbook_of_excel_until_2003_is_read_where_it_is_as_large_as_it_says() {
    let expected = [
        "[台账]",
        "A1 汇总表",
        "B1 汇总表 <A1",
        "C1 汇总表 <A1",
        "D1 汇总表 <A1",
        "A2 芜湖市",
        "B2 甲/乙",
        "C2 2023-05-30 ~1900",
        "D2 2023.1 ~",
        "A3 芜湖市 <A2",
        "C3 TRUE",
        "D3 7 ~",
        "[旧版] hidden",
        "A1 旧",
    ];
    check(XLS, TableKind::Xls, &expected);
    let dimensions = XLS.windows(4).position(|bytes| bytes == [0, 2, 14, 0]).unwrap();
    let mut huge = XLS.to_vec();
    huge[dimensions + 8..dimensions + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(read(&huge), Err(TableFault::TooManyCells { .. })));
    let mut backwards = XLS.to_vec();
    backwards[dimensions + 4..dimensions + 8].copy_from_slice(&999u32.to_le_bytes());
    assert!(matches!(read(&backwards), Err(TableFault::Odd { .. })));
}

/// Each sector of the file in turn follows itself.
#[test]
fn a_workbook_whose_sectors_go_round_is_a_fault() {
    let table = 512 * (1 + u32::from_le_bytes(XLS[76..80].try_into().unwrap()) as usize);
    let sectors = XLS.len() / 512 - 1;
    for sector in 0..sectors {
        let mut round = XLS.to_vec();
        round[table + 4 * sector..][..4].copy_from_slice(&(sector as u32).to_le_bytes());
        assert!(matches!(read(&round), Err(TableFault::Odd { .. })), "sector {sector}");
    }
    // The table of sectors is named in the head again and again, by more entries than the file has sectors.
    let mut often = XLS.to_vec();
    for at in 0..109 {
        often.copy_within(76..80, 76 + 4 * at);
    }
    assert!(matches!(read(&often), Err(TableFault::Odd { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_damaged_workbook_is_a_table_or_a_fault(at in 0..XLS.len(), value in any::<u8>(), end in 0..XLS.len()) {
        let mut bytes = XLS.to_vec();
        bytes[at] = value;
        _ = read(&bytes);
        bytes.truncate(end);
        _ = read(&bytes);
    }
}
