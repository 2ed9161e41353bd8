//! sqlite: a database with the wide table, every long table with its keys, and the codebook.
//!
//! Built in memory and written whole, since a database written in place has no moment at which it is either old
//! or new. A missing value is NULL, and the table `variables` says what that means; yes-or-no is 1 or 0. Rows stand in
//! their order. The same table gives the same bytes.

use std::fmt::Write as _;
use std::io::Write;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::dataset::{DataTable, Dataset, ForeignKey};
use super::{ExportFault, Exporter, Progress, Table, step};
use crate::query::{Datum, DatumKind};

/// A private database of SQLite's own file system in memory; its bytes are available without a copy.
const IN_MEMORY: &str = "file:export?vfs=memdb";

pub(super) struct Sqlite;

impl Exporter for Sqlite {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let dataset = Dataset::of(table);
        let mut tables = dataset.tables();
        tables.push(dataset.wide());
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_URI;
        let mut base =
            Connection::open_with_flags(IN_MEMORY, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(fault)?;
        // Nobody else reads it while it is made. Keys are held by how tables are made, and tested; checking each row
        // again would double the time.
        base.execute_batch("PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF; PRAGMA user_version = 1; BEGIN;")
            .map_err(fault)?;
        let meta = dataset.meta();
        let codebook = Dataset::codebook(&tables);
        let rows = |tables: &[DataTable<'_>]| tables.iter().map(DataTable::len).sum::<usize>();
        let mut tally = Tally { done: 0, total: meta.len() + rows(&codebook) + rows(&tables), progress };
        fill(&base, &meta, &mut tally)?;
        for table in &codebook {
            fill(&base, table, &mut tally)?;
        }
        for table in &tables {
            fill(&base, table, &mut tally)?;
        }
        base.execute_batch("COMMIT;").map_err(fault)?;
        out.write_all(&base.serialize("main").map_err(fault)?)?;
        Ok(())
    }
}

/// The progress in rows written.
struct Tally<'a, 'p> {
    done: usize,
    total: usize,
    progress: &'a mut Progress<'p>,
}

/// Makes a table with its rows.
fn fill(base: &Connection, table: &DataTable<'_>, tally: &mut Tally<'_, '_>) -> Result<(), ExportFault> {
    base.execute_batch(&definition(table)).map_err(fault)?;
    let places = vec!["?"; table.variables.len()].join(", ");
    let mut insert = base.prepare(&format!("INSERT INTO {} VALUES ({places})", quoted(table.name))).map_err(fault)?;
    for row in table.rows() {
        step(tally.done, tally.total, tally.progress)?;
        tally.done += 1;
        insert.execute(params_from_iter(row.iter().map(Given))).map_err(fault)?;
    }
    Ok(())
}

fn definition(table: &DataTable<'_>) -> String {
    let list = |keys: &[&str]| keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(", ");
    let mut lines: Vec<String> = Vec::new();
    for variable in &table.variables {
        let kind = match variable.kind {
            DatumKind::Integer | DatumKind::Boolean => "INTEGER",
            DatumKind::Number => "REAL",
            _ => "TEXT",
        };
        let must = if variable.missing.is_none() { " NOT NULL" } else { "" };
        lines.push(format!("{} {kind}{must}", quoted(&variable.key)));
    }
    if !table.primary_key.is_empty() {
        lines.push(format!("PRIMARY KEY ({})", list(&table.primary_key)));
    }
    for ForeignKey { variables, table, key } in &table.foreign_keys {
        lines.push(format!("FOREIGN KEY ({}) REFERENCES {} ({})", list(variables), quoted(table), list(key)));
    }
    let mut sql = String::new();
    write!(sql, "CREATE TABLE {} (\n    {}\n);", quoted(table.name), lines.join(",\n    ")).ok();
    sql
}

/// A name quoted for SQL.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A value converted for SQLite.
struct Given<'a, 's>(&'a Datum<'s>);

impl ToSql for Given<'_, '_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Datum::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Datum::Category(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.id.as_bytes())),
            Datum::Integer(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Datum::Tenths(n) => ToSqlOutput::Owned(Value::Real(*n as f64 / 10.0)),
            Datum::Boolean(flag) => ToSqlOutput::Owned(Value::Integer(i64::from(*flag))),
            Datum::Missing(_) => ToSqlOutput::Owned(Value::Null),
            other => ToSqlOutput::Owned(Value::Text(other.to_string())),
        })
    }
}

#[allow(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn fault(error: rusqlite::Error) -> ExportFault {
    ExportFault::Engine { format: "SQLite", error: error.to_string() }
}
