//! Markdown: a table in GitHub's flavour, with a title above and query, lens and denominator below.

use std::io::Write;

use super::markup::markdown;
use super::{ExportFault, Exporter, Progress, ShownTable, Table, step};
use crate::query::Column;
use crate::words::CliText as T;

pub(super) struct Md;

impl Exporter for Md {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let (about, lang) = (&table.about, table.lang);
        writeln!(out, "# {}\n", markdown(&about.title))?;
        let labels: Vec<String> = table.columns.iter().map(|heading| markdown(&heading.label)).collect();
        writeln!(out, "| {} |", labels.join(" | "))?;
        let rule = |column: Column| match column {
            Column::Focus(_) => ":-:",
            Column::Policies => "--:",
            _ => "---",
        };
        let rules: Vec<&str> = table.columns.iter().map(|heading| rule(heading.column)).collect();
        writeln!(out, "| {} |", rules.join(" | "))?;
        let total = table.rows().len();
        for (done, row) in table.rows().iter().enumerate() {
            step(done, total, progress)?;
            let cells: Vec<String> =
                table.columns.iter().map(|heading| markdown(&table.marked(*row, heading.column))).collect();
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
        writeln!(out)?;
        let line = |label: T, value: &str| {
            T::LabelValue.fill(lang, &[("label", &label.get(lang)), ("value", &markdown(value))])
        };
        writeln!(out, "- {}", line(T::AboutQuery, about.query_or_everything(lang)))?;
        writeln!(out, "- {}", line(T::AboutLens, &about.lens))?;
        writeln!(out, "- {}", line(T::AboutShown, &about.denominator(lang)))?;
        if table.columns.iter().any(|heading| matches!(heading.column, Column::Focus(_))) {
            writeln!(out, "- {}", line(T::AboutLegend, T::Legend.get(lang)))?;
        }
        writeln!(out, "- {}", line(T::AboutId, &format!("{} {}", about.id, about.release)))?;
        Ok(())
    }
}

/// Writes the table of a tab.
pub(super) fn shown(table: &ShownTable, out: &mut dyn Write) -> Result<(), ExportFault> {
    let line =
        |texts: Vec<String>| format!("| {} |", texts.iter().map(|text| markdown(text)).collect::<Vec<_>>().join(" | "));
    writeln!(out, "# {}\n", markdown(&table.title))?;
    writeln!(out, "{}", line(table.heads.clone()))?;
    writeln!(out, "| {} |", vec!["---"; table.heads.len()].join(" | "))?;
    for row in &table.rows {
        writeln!(out, "{}", line(table.texts(row)))?;
    }
    writeln!(out)?;
    for text in &table.about {
        writeln!(out, "- {}", markdown(text))?;
    }
    Ok(())
}
