//! Tests of the exports, each read back or compared with what it must be.

use std::sync::Arc;

use super::*;
use crate::catalogue::{EMBEDDED, load};
use crate::query::{Index, Unit, columns, parse, run};
use crate::words::Lang;

fn index_of(text: &str) -> Index {
    Index::new(Arc::new(load(text.as_bytes()).catalogue.unwrap()))
}

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
    let index = index_of(EMBEDDED);
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
fn a_workbook_has_the_same_bytes_each_time() {
    let index = index_of(EMBEDDED);
    let one = export(&index, Format::Xlsx, "").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(one.starts_with(b"PK"));
    assert!(one == export(&index, Format::Xlsx, "").unwrap());
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
    let index = index_of(EMBEDDED);
    let outcome = run(&index, &Default::default(), Unit::Policy);
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
    let outcome = run(&index, &Default::default(), Unit::Policy);
    let table = Table::of(&index, &outcome, &outcome.rows, &columns(&index.catalogue, Unit::Policy), Lang::Zh);
    for format in Format::ALL {
        let stopped = write(format, &table, &mut Closed, &mut |_, _| ControlFlow::Continue(()));
        let Err(ExportFault::Io(error)) = stopped else { panic!("{}: {stopped:?}", format.id()) };
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{}", format.id());
    }
}
