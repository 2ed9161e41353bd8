//! jsonl: an object a line, each as in json; a reader needs to hold one line at a time.

use std::io::Write;

use super::json::object;
use super::{ExportFault, Exporter, Progress, Table, step};

pub(super) struct Jsonl;

impl Exporter for Jsonl {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let total = table.rows().len();
        for (done, row) in table.views().enumerate() {
            step(done, total, progress)?;
            serde_json::to_writer(&mut *out, &object(table, &row)).map_err(|error| ExportFault::Io(error.into()))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}
