//! The rows of a table in one parquet file a province, in folders that DuckDB, Spark and Hive read as a column
//! `province`: a query of some provinces opens their files alone.

use std::collections::BTreeMap;

use super::bundle::Sink;
use super::{ExportFault, Format, Progress, Table, write};
use crate::catalogue::RegionIdx;
use crate::query::Row;

/// Writes the rows of each province as a file of its own, in code order, and within it as they stand in the table. `put`
/// takes the name of each file, `province=330000/part.parquet`, and the writer of its bytes.
///
/// # Errors
/// Errors of `put`, and cancellation by `progress`.
pub fn write_by_province(
    table: &Table<'_>,
    put: &mut Sink<'_>,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    let catalogue = &*table.index().catalogue;
    let mut parts: BTreeMap<RegionIdx, Vec<Row>> = BTreeMap::new();
    for row in table.rows() {
        let province = catalogue.regions.province_of(row.region(catalogue));
        parts.entry(province).or_default().push(*row);
    }
    let (mut before, total) = (0, table.rows().len());
    for (province, rows) in &parts {
        let part = table.with_rows(rows);
        let name = format!("province={}/part.parquet", escaped(&catalogue[*province].code));
        put(&name, &mut |out| write(Format::Parquet, &part, out, &mut |done, _| progress(before + done, total)))?;
        before += rows.len();
    }
    Ok(())
}

/// A value as a name of a folder: a catalogue may give a place of its own any code.
fn escaped(code: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    code.bytes().map(escape).collect()
}
