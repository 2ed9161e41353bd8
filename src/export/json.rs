//! json: an array of objects, one a line, with the keys of FIELDS in their order.
//!
//! Numbers and yes-or-no are real ones, what is not known is `null`, everything else is text as in csv.

use std::io::Write;

use serde_json::{Map, Value as JsonValue};

use super::{ExportFault, Exporter, Progress, Table, step};
use crate::query::{Column, Value};

pub(super) struct Json;

impl Exporter for Json {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        out.write_all(b"[")?;
        let total = table.rows().len();
        for (done, row) in table.rows().iter().enumerate() {
            step(done, total, progress)?;
            let mut object = Map::new();
            for heading in &table.columns {
                object.insert(heading.key.clone(), json(heading.column, table.value(*row, heading.column)));
            }
            out.write_all(if done == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut *out, &object).map_err(|error| ExportFault::Io(error.into()))?;
        }
        out.write_all(b"\n]\n")?;
        Ok(())
    }
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
