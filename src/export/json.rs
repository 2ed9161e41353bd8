//! json: an array of objects, one a line, with the keys of FIELDS in their order.
//!
//! Numbers and yes-or-no are real ones, what is not known is `null`, everything else is text as in csv.

use std::io::Write;

use serde_json::{Map, Value as JsonValue};

use super::{ExportFault, Exporter, Heading, Progress, Table, step};
use crate::query::{Column, Row, Value};

pub(super) struct Json;

impl Exporter for Json {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        out.write_all(b"[")?;
        let total = table.rows().len();
        for (done, row) in table.rows().iter().enumerate() {
            step(done, total, progress)?;
            out.write_all(if done == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *out, &object(table, *row)).map_err(|error| ExportFault::Io(error.into()))?;
        }
        out.write_all(b"\n]\n")?;
        Ok(())
    }
}

/// A row as an object.
pub(super) fn object(table: &Table<'_>, row: Row) -> Map<String, JsonValue> {
    let value = |heading: &Heading| (heading.key.clone(), json(heading.column, table.value(row, heading.column)));
    table.columns.iter().map(value).collect()
}

fn json(column: Column, value: Value) -> JsonValue {
    match (column, value) {
        (_, Value::Missing) => JsonValue::Null,
        // "Nothing" is the value of a basis, and `null` is the word for that here.
        (Column::Basis(_), Value::Text(text)) if text.is_empty() => JsonValue::Null,
        (_, Value::Number(n)) => JsonValue::from(n),
        (_, Value::Flag(flag)) => JsonValue::from(flag),
        (_, Value::Ordered(_, id)) => JsonValue::from(id),
        (_, Value::Text(text)) => JsonValue::from(text),
    }
}
