//! json: an array of objects, one a line, with the keys of FIELDS in their order.
//!
//! Numbers and yes-or-no are real ones, an unknown value is `null`, everything else is text as in csv.

use std::io::Write;

use serde_json::{Map, Value};

use super::{ExportFault, Exporter, Heading, Progress, Table, step};
use crate::query::{Datum, RowView};

pub(super) struct Json;

impl Exporter for Json {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        out.write_all(b"[")?;
        let total = table.rows().len();
        for (done, row) in table.views().enumerate() {
            step(done, total, progress)?;
            out.write_all(if done == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *out, &object(table, &row)).map_err(|error| ExportFault::Io(error.into()))?;
        }
        out.write_all(b"\n]\n")?;
        Ok(())
    }
}

/// A row as an object.
pub(super) fn object(table: &Table<'_>, row: &RowView<'_>) -> Map<String, Value> {
    let value = |heading: &Heading| (heading.key.clone(), json(&heading.column.in_row(row)));
    table.columns.iter().map(value).collect()
}

fn json(datum: &Datum<'_>) -> Value {
    match datum {
        Datum::Missing(_) => Value::Null,
        Datum::Integer(n) => Value::from(*n),
        Datum::Boolean(flag) => Value::from(*flag),
        other => Value::from(other.plain()),
    }
}
