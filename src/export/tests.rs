//! Tests of the exports, each read back or compared with the expected bytes.

use std::time::SystemTime;

use super::*;
use crate::catalogue::EMBEDDED;
use crate::compare::compare;
use crate::query::{Column, Index, Query, Unit, columns, further_columns, parse, run};
use crate::tests::{embedded, generated, index_of};
use crate::words::Lang;

fn export(index: &Index, format: Format, line: &str) -> Result<Vec<u8>, ExportFault> {
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(index, &query, Unit::Policy);
    let columns = columns(&index.catalogue, Unit::Policy);
    let table = Table::of(index, &outcome, &outcome.rows, &columns, Lang::Zh).asked(&query);
    let mut out = Vec::new();
    write(format, &table, &mut out, &mut |_, _| ControlFlow::Continue(())).map(|()| out)
}

#[test]
fn csv_is_read_back_as_it_was() {
    let text = EMBEDDED.replacen("short: (zh: \"创新策源地方案\"", "short: (zh: \"=a, \\\"b\\\"；c\"", 1);
    let index = index_of(&text);
    let plain = export(&index, Format::Csv, "").unwrap();
    assert!(!plain.contains(&b'\r') && plain.starts_with(b"id,"));
    let shorts = |bytes: &[u8]| -> Vec<String> {
        let mut reader = csv_reader(bytes);
        reader.records().map(|record| record.unwrap().get(8).unwrap().to_owned()).collect()
    };
    assert!(shorts(&plain).contains(&"=a, \"b\"；c".to_owned()));
    let excel = export(&index, Format::CsvExcel, "").unwrap();
    assert!(excel.starts_with(b"\xEF\xBB\xBFid,") && excel.ends_with(b"\r\n"));
    assert!(shorts(&excel).contains(&"'=a, \"b\"；c".to_owned()), "a formula is made text");
}

fn csv_reader(bytes: &[u8]) -> ::csv::Reader<&[u8]> {
    ::csv::Reader::from_reader(bytes)
}

#[test]
fn json_has_the_keys_of_fields_and_real_flags() {
    let index = embedded();
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&export(&index, Format::Json, "id:110000-2023-1").unwrap()).unwrap();
    let row = rows[0].as_object().unwrap();
    let keys: Vec<String> =
        columns(&index.catalogue, Unit::Policy).iter().map(|column| column.key(&index.catalogue)).collect();
    assert_eq!(row.keys().cloned().collect::<Vec<_>>(), keys);
    assert_eq!(row["number"], serde_json::Value::Null);
    assert_eq!(row["open_application"], true);
    assert_eq!(row["basis_compute"], serde_json::Value::Null);
    assert_eq!(export(&index, Format::Json, "zzzz").unwrap(), b"[\n]\n");
}

#[test]
fn every_format_has_the_same_bytes_each_time() {
    let index = embedded();
    let all = || Format::ALL.map(|format| export(&index, format, "").unwrap());
    // Archives count time in steps of two seconds: a clock in any file shows once such a step is over.
    let step = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() / 2;
    let (begun, first) = (step(), all());
    loop {
        let is_later = step() != begun;
        for (format, (one, two)) in Format::ALL.into_iter().zip(first.iter().zip(all())) {
            assert!(*one == two, "{}", format.id());
        }
        if is_later {
            break;
        }
    }
}

#[test]
fn a_format_is_found_by_its_name_and_by_the_ends_of_files() {
    for format in Format::ALL {
        assert_eq!(Format::find(format.id()), Some(format));
        let expected = if format == Format::CsvExcel { Format::Csv } else { format };
        assert_eq!(Format::from_path_extension(Path::new(&format!("a.{}", format.extension()))), Some(expected));
    }
    for (name, format) in [
        ("a.HTM", Some(Format::Html)),
        ("a.ndjson", Some(Format::Jsonl)),
        ("a.db", Some(Format::Sqlite)),
        ("a.sqlite3", Some(Format::Sqlite)),
        ("a.docx", None),
        ("parquet", None),
    ] {
        assert_eq!(Format::from_path_extension(Path::new(name)), format, "{name}");
    }
}

#[test]
fn json_lines_are_the_objects_of_json() {
    let index = embedded();
    for line in ["", "source:any", "zzzz"] {
        let whole: Vec<serde_json::Value> =
            serde_json::from_slice(&export(&index, Format::Json, line).unwrap()).unwrap();
        let lines = String::from_utf8(export(&index, Format::Jsonl, line).unwrap()).unwrap();
        let each: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(each, whole, "{line}");
    }
}

#[test]
fn columns_have_the_values_of_json_and_nulls_only_where_they_are_declared() {
    use ::parquet::file::reader::SerializedFileReader;
    use ::parquet::record::Field;
    let index = embedded();
    for line in ["", "source:any", "zzzz"] {
        let rows: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_slice(&export(&index, Format::Json, line).unwrap()).unwrap();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&export(&index, Format::Parquet, line).unwrap()).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let found: Vec<serde_json::Map<String, serde_json::Value>> = reader
            .into_iter()
            .map(|row| {
                let value = |field: &Field| match field {
                    Field::Null => serde_json::Value::Null,
                    Field::Str(text) => text.as_str().into(),
                    Field::Bool(flag) => (*flag).into(),
                    Field::Long(n) => (*n).into(),
                    other => panic!("{other:?}"),
                };
                row.unwrap().get_column_iter().map(|(key, field)| (key.clone(), value(field))).collect()
            })
            .collect();
        // The wide table of a file for programs ends with what the months are by and who sorted the cells.
        let further = further_columns(&index.catalogue, Unit::Policy).len();
        let begins = |row: &serde_json::Map<String, serde_json::Value>| {
            row.iter().take(row.len() - further).map(|(key, value)| (key.clone(), value.clone())).collect()
        };
        assert_eq!(found.iter().map(begins).collect::<Vec<serde_json::Map<_, _>>>(), rows, "{line}");
    }
}

#[test]
fn parts_by_province_hold_every_row_once_in_its_order_and_say_their_number() {
    use ::parquet::file::reader::{FileReader as _, SerializedFileReader};
    let index = embedded();
    let provinces = |line: &str, unit| {
        let query = parse(line, &index.catalogue).unwrap();
        let outcome = run(&index, &query, unit);
        let key = if unit == Unit::Policy { "id" } else { "region" };
        let columns = columns(&index.catalogue, unit);
        let table = Table::of(&index, &outcome, &outcome.rows, &columns, Lang::Zh).asked(&query);
        let mut found: Vec<(String, Vec<String>)> = Vec::new();
        let mut put = |name: &str, content: bundle::ContentWriter<'_>| {
            let (mut file, mut bytes) = (tempfile::tempfile().unwrap(), Vec::new());
            content(&mut bytes)?;
            file.write_all(&bytes).unwrap();
            let reader = SerializedFileReader::new(file).unwrap();
            let about = reader.metadata().file_metadata().key_value_metadata().unwrap().clone();
            let rows = about.into_iter().find(|pair| pair.key == "policy_atlas.rows").unwrap().value.unwrap();
            let id = |row: ::parquet::record::Row| {
                let mut fields = row.get_column_iter();
                fields.find(|(name, _)| *name == key).unwrap().1.to_string().trim_matches('"').to_owned()
            };
            let ids: Vec<String> = reader.into_iter().map(|row| id(row.unwrap())).collect();
            assert_eq!(rows, ids.len().to_string());
            found.push((name.to_owned(), ids));
            Ok(())
        };
        write_by_province(&table, &mut put, &mut |_, _| ControlFlow::Continue(())).unwrap();
        let mut all: Vec<&String> = found.iter().flat_map(|(_, ids)| ids).collect();
        all.sort_unstable();
        let mut expected: Vec<&str> = outcome.rows.iter().map(|row| row.id(&index.catalogue)).collect();
        expected.sort_unstable();
        assert_eq!(all, expected, "{line}");
        found
    };
    let of_jiangsu = provinces("region:江苏,上海", Unit::Policy);
    let expected = [
        ("province=310000/part.parquet", vec!["310000-2023-1", "310000-2023-2"]),
        ("province=320000/part.parquet", vec!["320100-2023-1", "320200-2023-1"]),
    ];
    assert_eq!(of_jiangsu, expected.map(|(name, ids)| (name.to_owned(), ids.into_iter().map(str::to_owned).collect())));
    assert!(provinces("source:any", Unit::Region).len() > 1);
    assert!(provinces("zzzz", Unit::Policy).is_empty());
}

#[test]
fn a_database_is_sound_its_keys_hold_and_it_has_the_rows_of_every_table() {
    let index = embedded();
    for line in ["", "region:江苏", "source:any", "zzzz"] {
        let bytes = export(&index, Format::Sqlite, line).unwrap();
        let mut base = rusqlite::Connection::open_in_memory().unwrap();
        base.deserialize_read_exact("main", bytes.as_slice(), bytes.len(), true).unwrap();
        let sound: String = base.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "{line}");
        let broken = base.prepare("PRAGMA foreign_key_check").unwrap().query([]).unwrap().next().unwrap().is_some();
        assert!(!broken, "{line}");
        let mut tables = base.prepare("SELECT name, rows FROM tables ORDER BY position").unwrap();
        let tables = tables.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        let tables: Vec<(String, i64)> = tables.map(Result::unwrap).collect();
        assert!(tables.iter().any(|(name, _)| name == "wide") && tables.len() > 15);
        for (name, rows) in tables {
            let found: i64 = base.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0)).unwrap();
            assert_eq!(found, rows, "{line}: {name}");
        }
    }
}

#[test]
fn what_is_not_stated_not_assessed_and_absent_are_three_things_in_every_format() {
    // A coder's no beside the silence of a source that covers every policy; and a lens in which none covers any.
    let said = "focuses: [\"algorithm\", \"enterprise\"], strength: Mentioned";
    assert!(EMBEDDED.contains(said));
    let index = index_of(&EMBEDDED.replacen(said, "focuses: [\"algorithm\", \"enterprise\"], strength: Absent", 1));
    let found = |format, line: &str| {
        let bytes = export(&index, format, line).unwrap();
        match format {
            // What a packed format holds is read back elsewhere; here it is enough that the words are in it.
            Format::Xlsx => {
                let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
                std::io::read_to_string(book.by_name("xl/sharedStrings.xml").unwrap()).unwrap()
            }
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        }
    };
    // A catalogue holds what decides it, and no cells.
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Ron) {
        let (not_stated, not_assessed, absent) = match format {
            Format::Xlsx => ("<t>来源未提及<", "<t>未考察<", "<t>确无<"),
            Format::Html => (">来源未提及</span>", ">未考察</span>", ">确无</span>"),
            // On a page of text silence is a blank, as on screen; the legend says so.
            Format::Md => ("|  |", "| ? |", "| × |"),
            _ => ("not_stated", "not_assessed", "absent"),
        };
        let (covered, uncovered) = (found(format, ""), found(format, "source:yicai"));
        assert!(covered.contains(not_stated) && covered.contains(absent), "{}", format.id());
        assert!(uncovered.contains(not_assessed), "{}", format.id());
        if format == Format::Html {
            assert!(!covered.contains("<td></td>") && !covered.contains("\"></td>"), "an empty cell");
        }
        if !matches!(format, Format::Xlsx | Format::Sqlite | Format::Md) {
            assert!(!covered.contains(not_assessed) && !uncovered.contains(not_stated), "{}", format.id());
        }
    }
}

#[test]
fn a_page_fetches_nothing_runs_nothing_and_repeats_its_head() {
    let index = index_of(&EMBEDDED.replacen("short: (zh: \"创新策源地方案\"", "short: (zh: \"<script>&\"", 1));
    let text = String::from_utf8(export(&index, Format::Html, "source:any").unwrap()).unwrap();
    for word in ["<script", "<link", "<img", "@import", "url(", "src=", "href="] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(text.contains("&lt;script&gt;&amp;"));
    assert!(text.contains("display: table-header-group") && text.matches("<thead>").count() == 1);
    assert!(text.contains("12 项政策，目录共 12 项") && text.contains("2026.2") && text.contains("来源：任一"));
    let sources = text.matches("<li>").count();
    assert_eq!(sources, index.catalogue.sources.len(), "each source in sight stands at the foot");
}

#[test]
fn a_cell_that_a_workbook_cannot_hold_is_refused_by_name() {
    let long = format!("short: (zh: \"{}\"", "长".repeat(32_768));
    let index = index_of(&EMBEDDED.replacen("short: (zh: \"创新策源地方案\"", &long, 1));
    let fault = export(&index, Format::Xlsx, "").unwrap_err();
    assert!(matches!(&fault, ExportFault::CellTooLong { column, length: 32_768, .. } if column == "简称"));
    assert!(fault.message(Lang::Zh).contains("CSV"));
}

#[test]
fn an_export_can_be_broken_off() {
    let index = embedded();
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let table = Table::of(&index, &outcome, &outcome.rows, &columns(&index.catalogue, Unit::Policy), Lang::Zh);
    for format in Format::ALL {
        let stopped = write(format, &table, &mut Vec::new(), &mut |_, _| ControlFlow::Break(()));
        assert!(matches!(stopped, Err(ExportFault::Cancelled)), "{}", format.id());
    }
}

struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_told_from_other_faults_however_much_was_written() {
    let long = format!("short: (zh: \"{}\"", "长".repeat(20_000));
    let index = index_of(&EMBEDDED.replacen("short: (zh: \"产业十三条\"", &long, 1));
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let table = Table::of(&index, &outcome, &outcome.rows, &columns(&index.catalogue, Unit::Policy), Lang::Zh);
    for format in Format::ALL {
        let stopped = write(format, &table, &mut Closed, &mut |_, _| ControlFlow::Continue(()));
        let Err(ExportFault::Io(error)) = stopped else { panic!("{}: {stopped:?}", format.id()) };
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{}", format.id());
    }
}

#[test]
fn a_pasted_table_is_text_in_every_cell_and_no_markup() {
    let lines = [vec!["地区".to_owned()], vec!["<b>110000</b>".to_owned()]];
    let html = html_table(&lines);
    assert!(html.contains("<th style=\"mso-number-format:'\\@'\">地区</th>"), "{html}");
    assert!(html.contains("&lt;b&gt;110000&lt;/b&gt;</td>"), "{html}");
    assert!(html_table(&[]).contains("<tbody>"));
}

#[test]
fn a_place_with_many_policies_says_how_many_are_named_to_whoever_reads_it() {
    let index = generated(200);
    let (query, lang) = (Query::default(), Lang::Zh);
    let outcome = run(&index, &query, Unit::Region);
    let columns = columns(&index.catalogue, Unit::Region);
    let table = Table::of(&index, &outcome, &outcome.rows, &columns, lang).marking();
    let compared = compare(&index, &outcome.rows[..8], None, &query, lang);
    let shown = ShownTable::of_comparison(&index, &compared, lang, Readership::Person);
    let mut seen = [0, 0];
    for (at, row) in outcome.rows.iter().enumerate() {
        for (n, focus) in index.catalogue.focus_idxs().enumerate() {
            let Some(share) = outcome.share(&index, *row, focus).filter(|share| share.is_part()) else { continue };
            let (words, column) = (share.brief(lang), Column::Focus(focus));
            for told in [table.named(*row, column), table.read(*row, column), table.marked(*row, column)] {
                assert!(told.starts_with('●') && told.contains(&words), "{told}: {words}");
            }
            seen[0] += 1;
            if at < 8 {
                // Behind the ids.
                let told = shown.text(&shown.rows[n + 1][at + 1]);
                assert!(told.starts_with('●') && told.contains(&words), "{told}: {words}");
                seen[1] += 1;
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 0), "{seen:?}");
}

#[test]
fn an_english_table_has_both_titles_and_programs_the_one_to_the_letter() {
    let index = embedded();
    let outcome = run(&index, &parse("id:131000-2023-1", &index.catalogue).unwrap(), Unit::Policy);
    let (zh, en) = (
        "廊坊市促进人工智能产业发展十三条措施",
        "Thirteen Measures of Langfang for Promoting the Development of the AI Industry",
    );
    let (alone, beside) = (vec![Column::Title], vec![Column::Title, Column::TitleEn]);
    for (format, columns, lang, expected) in [
        (Format::Md, &alone, Lang::Zh, format!("| {zh} |")),
        (Format::Md, &alone, Lang::En, format!("| {en} ({zh}) |")),
        (Format::Md, &beside, Lang::En, format!("| {zh} | {en} |")),
        (Format::Html, &alone, Lang::En, format!("{en} ({zh})")),
        (Format::Csv, &alone, Lang::En, format!("title\n{zh}\n")),
        (Format::CsvExcel, &alone, Lang::En, format!("title\r\n{zh}\r\n")),
    ] {
        let table = Table::of(&index, &outcome, &outcome.rows, columns, lang);
        let mut out = Vec::new();
        write(format, &table, &mut out, &mut |_, _| ControlFlow::Continue(())).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.contains(&expected), "{} in {lang:?}: {out}", format.id());
    }
}

/// Parts of a workbook by their names in the archive.
fn parts(workbook: &[u8]) -> impl FnMut(&str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook.to_vec())).unwrap();
    move |name| std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn every_sheet_of_a_workbook_is_a_page_to_print() {
    let bytes = export(&embedded(), Format::Xlsx, "").unwrap();
    let mut part = parts(&bytes);
    let book = part("xl/workbook.xml");
    for (number, sheet, area, repeated) in [
        (2, "数据", "$A$1:$V$13", Some("数据!$A:$G,数据!$1:$1")),
        (3, "陈述", "$A$1:$T$97", Some("陈述!$A:$A,陈述!$1:$1")),
        (4, "代码本", "$A$1:$G$34", Some("代码本!$A:$A,代码本!$1:$1")),
        (5, "来源", "$A$1:$P$24", Some("来源!$A:$A,来源!$1:$1")),
        (1, "说明", "", None),
    ] {
        let xml = part(&format!("xl/worksheets/sheet{number}.xml"));
        for expected in
            ["paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "<pageSetUpPr fitToPage=\"1\"/>"]
        {
            assert!(xml.contains(expected), "{sheet}: {expected}");
        }
        if let Some(repeated) = repeated {
            let id = number - 1;
            let printed = format!("_xlnm.Print_Area\" localSheetId=\"{id}\">{sheet}!{area}<");
            assert!(book.contains(&printed), "{sheet}: {book}");
            assert!(book.contains(&format!(">{repeated}<")), "{sheet}: {book}");
        }
    }
    // Id to title stay in sight beside each other, and on both pages of a row.
    assert!(part("xl/worksheets/sheet2.xml").contains("fitToWidth=\"2\""));
    assert!(part("xl/worksheets/sheet2.xml").contains("<pane xSplit=\"7\" ySplit=\"1\""));
}

#[test]
fn a_long_english_text_is_broken_into_lines_for_which_its_row_is_high_enough() {
    let index = embedded();
    let outcome = run(&index, &parse("id:440300-2023-1", &index.catalogue).unwrap(), Unit::Policy);
    let table = Table::of(&index, &outcome, &outcome.rows, &[Column::Id, Column::TitleEn], Lang::En);
    let mut out = Vec::new();
    write(Format::Xlsx, &table, &mut out, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let mut part = parts(&out);
    let (sheet, styles) = (part("xl/worksheets/sheet2.xml"), part("xl/styles.xml"));
    assert!(styles.contains("wrapText=\"1\""), "{styles}");
    // The title has 111 characters, and its column 96.
    assert!(sheet.contains("<row r=\"2\"") && sheet.contains("ht=\"30\" customHeight=\"1\""), "{sheet}");
}
