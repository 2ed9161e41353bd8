//! parquet: the wide table by columns, typed, in groups of rows; its metadata are the file's own key-value pairs.
//!
//! Texts, months and categories are strings, counts are 64-bit integers, yes-or-no is boolean; a column has nulls only
//! where its variable is declared to have missing values. Nothing names a clock or a machine: the same table gives the
//! same bytes.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types;

use super::dataset::{DataTable, Dataset, Variable};
use super::{ExportFault, Exporter, Progress, Table, step};
use crate::query::{Datum, DatumKind};

/// Rows of a group: enough for a reader to take big steps, few enough to hold at a time.
const GROUP: usize = 16_384;

/// The program's name and version, in the form that readers look for.
const MAKER: &str = concat!("policy-atlas version ", env!("CARGO_PKG_VERSION"));

pub(super) struct Parquet;

impl Exporter for Parquet {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let dataset = Dataset::of(table);
        let (wide, meta) = (dataset.wide(), dataset.meta());
        let schema = schema(&wide).map_err(fault)?;
        let about = meta.rows().filter_map(|row| match row.as_slice() {
            [key, value] => Some(KeyValue::new(format!("policy_atlas.{key}"), value.to_string())),
            _ => None,
        });
        let properties = WriterProperties::builder()
            .set_created_by(MAKER.to_owned())
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(about.collect()))
            .build();
        let mut file = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).map_err(fault)?;
        let (mut group, total) = (Group::of(&wide), table.rows().len());
        for (done, row) in wide.rows().enumerate() {
            step(done, total, progress)?;
            group.add(&row);
            if group.rows == GROUP {
                group.write(&mut file).map_err(fault)?;
                // What is finished goes out: the file is never held whole.
                file.flush()?;
                out.write_all(&std::mem::take(file.inner_mut()))?;
            }
        }
        if group.rows > 0 {
            group.write(&mut file).map_err(fault)?;
        }
        out.write_all(&file.into_inner().map_err(fault)?)?;
        Ok(())
    }
}

fn schema(wide: &DataTable<'_>) -> Result<types::TypePtr, ParquetError> {
    let field = |variable: &Variable| {
        let (physical, logical) = match variable.kind {
            DatumKind::Integer => (Physical::INT64, None),
            DatumKind::Boolean => (Physical::BOOLEAN, None),
            _ => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        };
        let repetition = if variable.missing.is_some() { Repetition::OPTIONAL } else { Repetition::REQUIRED };
        types::Type::primitive_type_builder(&variable.key, physical)
            .with_logical_type(logical)
            .with_repetition(repetition)
            .build()
            .map(Arc::new)
    };
    let fields = wide.variables.iter().map(field).collect::<Result<_, _>>()?;
    types::Type::group_type_builder("policy_atlas").with_fields(fields).build().map(Arc::new)
}

/// The texts of a column in one group: one buffer, and the part of it that each row has.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    /// The first byte and the length of each.
    parts: Vec<(usize, usize)>,
    /// The words of a vocabulary that stand in the buffer, each once.
    words: Vec<(&'static str, (usize, usize))>,
}

impl Texts {
    fn add(&mut self, datum: &Datum<'_>) {
        let word = if let Datum::Category(value) = datum { Some(value.id) } else { None };
        let known = word.and_then(|word| self.words.iter().find(|(known, _)| *known == word));
        let part = known.map_or_else(
            || {
                let text = datum.marked();
                self.bytes.extend_from_slice(text.as_bytes());
                (self.bytes.len() - text.len(), text.len())
            },
            |(_, part)| *part,
        );
        if known.is_none() {
            self.words.extend(word.map(|word| (word, part)));
        }
        self.parts.push(part);
    }

    /// The texts, all of them parts of one allocation; empties the buffer.
    fn take(&mut self) -> Vec<ByteArray> {
        self.words.clear();
        let whole = ByteArray::from(std::mem::take(&mut self.bytes));
        self.parts.drain(..).map(|(start, length)| whole.slice(start, length)).collect()
    }
}

/// The values of a column in one group, without the missing ones.
enum Values {
    Texts(Texts),
    Integers(Vec<i64>),
    Flags(Vec<bool>),
}

/// One column of a group.
struct Part {
    values: Values,
    /// For each row whether there is a value; none for a column without missing values.
    levels: Option<Vec<i16>>,
}

/// Rows waiting to be written, column by column.
struct Group {
    rows: usize,
    parts: Vec<Part>,
}

impl Group {
    fn of(wide: &DataTable<'_>) -> Group {
        let part = |variable: &Variable| Part {
            values: match variable.kind {
                DatumKind::Integer => Values::Integers(Vec::new()),
                DatumKind::Boolean => Values::Flags(Vec::new()),
                _ => Values::Texts(Texts::default()),
            },
            levels: variable.missing.map(|_| Vec::new()),
        };
        Group { rows: 0, parts: wide.variables.iter().map(part).collect() }
    }

    fn add(&mut self, row: &[Datum<'_>]) {
        self.rows += 1;
        for (part, datum) in self.parts.iter_mut().zip(row) {
            if let Some(levels) = &mut part.levels {
                levels.push(i16::from(!datum.is_missing()));
                if datum.is_missing() {
                    continue;
                }
            }
            match (&mut part.values, datum) {
                (Values::Integers(list), Datum::Integer(n)) => list.push(*n),
                (Values::Flags(list), Datum::Boolean(flag)) => list.push(*flag),
                // A value of another kind cannot be: the kinds of variables are tested.
                (Values::Integers(list), _) => list.push(0),
                (Values::Flags(list), _) => list.push(false),
                (Values::Texts(texts), datum) => texts.add(datum),
            }
        }
    }

    /// Writes the rows and empties the group.
    fn write(&mut self, file: &mut SerializedFileWriter<Vec<u8>>) -> Result<(), ParquetError> {
        let mut group = file.next_row_group()?;
        for part in &mut self.parts {
            let Some(mut column) = group.next_column()? else { break };
            part.write(&mut column)?;
            column.close()?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

impl Part {
    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = self.levels.as_deref();
        match (column.untyped(), &mut self.values) {
            (ColumnWriter::ByteArrayColumnWriter(to), Values::Texts(texts)) => {
                to.write_batch(&texts.take(), levels, None)?;
            }
            (ColumnWriter::Int64ColumnWriter(to), Values::Integers(list)) => {
                to.write_batch(list, levels, None)?;
                list.clear();
            }
            (ColumnWriter::BoolColumnWriter(to), Values::Flags(list)) => {
                to.write_batch(list, levels, None)?;
                list.clear();
            }
            _ => return Err(ParquetError::General("a column of another type".to_owned())),
        }
        if let Some(levels) = &mut self.levels {
            levels.clear();
        }
        Ok(())
    }
}

#[allow(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn fault(error: ParquetError) -> ExportFault {
    ExportFault::Engine { format: "Parquet", error: error.to_string() }
}
