//! parquet: the wide table by columns, typed, in groups of rows; its metadata are the file's own key-value pairs.
//!
//! Texts, months and categories are strings, counts are 64-bit integers, yes-or-no is boolean; a column has nulls only
//! where its variable is declared to have missing values. Nothing names a clock or a machine: the same table gives the
//! same bytes.

use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{self, ColumnPath};

use super::dataset::{Variable, meta, wide_columns};
use super::table::TOGETHER;
use super::{ExportFault, Exporter, Progress, Table, step};
use crate::query::{Column, Datum, DatumKind};

/// Rows of a group: enough for a reader to take big steps, few enough to hold at a time.
const GROUP: usize = 16_384;

/// The program's name and version, in the form that readers look for.
const MAKER: &str = concat!("policy-atlas version ", env!("CARGO_PKG_VERSION"));

pub(super) struct Parquet;

impl Exporter for Parquet {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let (columns, variables): (Vec<Column>, Vec<Variable>) = wide_columns(table).into_iter().unzip();
        let schema = schema(&variables).map_err(fault)?;
        let properties = Arc::new(properties(table, &columns, &variables));
        let mut file = SerializedFileWriter::new(Vec::new(), schema, properties).map_err(fault)?;
        let mut parts: Vec<Part> = variables.iter().map(Part::of).collect();
        let (mut done, total) = (0, table.rows().len());
        for group in table.rows().chunks(GROUP) {
            for some in group.chunks(TOGETHER) {
                for _ in some {
                    step(done, total, progress)?;
                    done += 1;
                }
                table.fetch(some);
                for (part, column) in parts.iter_mut().zip(&columns) {
                    for row in some {
                        part.add(&column.in_row(&table.row(*row)));
                    }
                }
            }
            write_group(&mut parts, &mut file).map_err(fault)?;
            // What is finished goes out: the file is never held whole.
            file.flush()?;
            out.write_all(&std::mem::take(file.inner_mut()))?;
        }
        out.write_all(&file.into_inner().map_err(fault)?)?;
        Ok(())
    }
}

/// The file's word about itself, and the packing of its columns. A column whose values are nearly all different is not
/// looked through for values that return. The least and the greatest value of a group help whoever looks for some of its
/// rows, but not in words of a vocabulary and lists, which are much the same in each group.
fn properties(table: &Table<'_>, columns: &[Column], variables: &[Variable]) -> WriterProperties {
    let meta = meta(table);
    let about = meta.rows().filter_map(|row| match row.as_slice() {
        [key, value] => Some(KeyValue::new(format!("policy_atlas.{key}"), value.to_string())),
        _ => None,
    });
    let mut properties = WriterProperties::builder()
        .set_created_by(MAKER.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(about.collect()));
    for (column, variable) in columns.iter().zip(variables) {
        let path = ColumnPath::from(variable.key.as_str());
        if matches!(column, Column::Id | Column::Title | Column::TitleEn | Column::Keywords) {
            properties = properties.set_column_dictionary_enabled(path.clone(), false);
        }
        if matches!(variable.kind, DatumKind::Category(_) | DatumKind::List) {
            properties = properties.set_column_statistics_enabled(path, EnabledStatistics::None);
        }
    }
    properties.build()
}

fn schema(variables: &[Variable]) -> Result<types::TypePtr, ParquetError> {
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
    let fields = variables.iter().map(field).collect::<Result<_, _>>()?;
    types::Type::group_type_builder("policy_atlas").with_fields(fields).build().map(Arc::new)
}

/// The texts of a column in one group: one buffer, and the end of each in it.
#[derive(Default)]
struct Texts {
    buffer: String,
    ends: Vec<usize>,
    /// The texts handed to the file, kept for their room.
    handed: Vec<ByteArray>,
}

impl Texts {
    fn add(&mut self, datum: &Datum<'_>) {
        datum.put(&mut self.buffer);
        self.ends.push(self.buffer.len());
    }

    /// The texts, all of them parts of one allocation; empties the buffer.
    fn take(&mut self) -> &[ByteArray] {
        let next = String::with_capacity(self.buffer.len() + self.buffer.len() / 8);
        let whole = Bytes::from(std::mem::replace(&mut self.buffer, next));
        let mut begin = 0;
        self.handed.clear();
        self.handed.extend(self.ends.drain(..).map(|end| {
            let text = whole.slice(begin..end);
            begin = end;
            ByteArray::from(text)
        }));
        &self.handed
    }
}

/// The values of a column in one group, without the missing ones.
enum Values {
    Texts(Texts),
    /// Of a vocabulary, whose words are the program's own.
    Words(Vec<ByteArray>),
    Integers(Vec<i64>),
    Flags(Vec<bool>),
}

/// One column of a group.
struct Part {
    values: Values,
    /// For each row whether there is a value; none for a column without missing values.
    levels: Option<Vec<i16>>,
}

/// Writes the rows that wait in these columns.
fn write_group(parts: &mut [Part], file: &mut SerializedFileWriter<Vec<u8>>) -> Result<(), ParquetError> {
    let mut group = file.next_row_group()?;
    for part in parts {
        let Some(mut column) = group.next_column()? else { break };
        part.write(&mut column)?;
        column.close()?;
    }
    group.close()?;
    Ok(())
}

impl Part {
    fn of(variable: &Variable) -> Part {
        let values = match variable.kind {
            DatumKind::Integer => Values::Integers(Vec::new()),
            DatumKind::Boolean => Values::Flags(Vec::new()),
            DatumKind::Category(_) => Values::Words(Vec::new()),
            _ => Values::Texts(Texts::default()),
        };
        Part { values, levels: variable.missing.map(|_| Vec::new()) }
    }

    fn add(&mut self, datum: &Datum<'_>) {
        if let Some(levels) = &mut self.levels {
            levels.push(i16::from(!datum.is_missing()));
            if datum.is_missing() {
                return;
            }
        }
        match (&mut self.values, datum) {
            (Values::Integers(list), Datum::Integer(n)) => list.push(*n),
            (Values::Flags(list), Datum::Boolean(flag)) => list.push(*flag),
            (Values::Words(list), Datum::Category(value)) => {
                list.push(ByteArray::from(Bytes::from_static(value.id.as_bytes())));
            }
            // A value of another kind cannot be: the kinds of variables are tested.
            (Values::Integers(list), _) => list.push(0),
            (Values::Flags(list), _) => list.push(false),
            (Values::Words(list), datum) => list.push(ByteArray::from(&*datum.marked())),
            (Values::Texts(texts), datum) => texts.add(datum),
        }
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = self.levels.as_deref();
        match (column.untyped(), &mut self.values) {
            (ColumnWriter::ByteArrayColumnWriter(to), Values::Texts(texts)) => {
                to.write_batch(texts.take(), levels, None)?;
            }
            (ColumnWriter::ByteArrayColumnWriter(to), Values::Words(list)) => {
                to.write_batch(list, levels, None)?;
                list.clear();
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
