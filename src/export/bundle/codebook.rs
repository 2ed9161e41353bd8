//! `codebook.md`: the meaning of every variable, for people. As tables it is `codebook.csv` and `codebook_values.csv`.

use std::io::{self, Write};

use super::Made;
use super::files::{CODEBOOK, CODEBOOK_VALUES};
use crate::catalogue::Catalogue;
use crate::export::dataset::{DataTable, Dataset, Variable, vocabularies};
use crate::export::markup::markdown;
use crate::query::{DatumKind, LIST_SEPARATOR};
use crate::words::{BundleText as B, CliText, DatasetText as T, Lang};

/// Writes the page.
pub fn write(made: &Made<'_, '_>, out: &mut dyn Write) -> io::Result<()> {
    let (lang, catalogue) = (made.lang(), made.catalogue());
    writeln!(out, "# {}\n", T::SheetCodebook.get(lang))?;
    writeln!(out, "{}\n", markdown(B::CodebookMarks.get(lang)))?;
    writeln!(out, "## {}\n", T::CodebookFocus.get(lang))?;
    row(
        out,
        &[
            T::CodebookFocus.get(lang),
            T::CodebookLabel.get(lang),
            T::CodebookCounts.get(lang),
            T::CodebookDoesNot.get(lang),
        ],
    )?;
    rule(out, 4)?;
    for focus in &catalogue.focuses {
        let code = format!("`{}`", focus.id);
        let name = focus.name.each().map(markdown).collect::<Vec<_>>().join(" / ");
        row(out, &[&code, &name, &markdown(focus.counts.get(lang)), &markdown(focus.does_not_count.get(lang))])?;
    }
    meanings(out, catalogue, lang)?;
    made.tables.iter().try_for_each(|table| table_of(table, out, lang))
}

/// The meanings of the values of each vocabulary, each with an example.
fn meanings(out: &mut dyn Write, catalogue: &Catalogue, lang: Lang) -> io::Result<()> {
    writeln!(out, "\n## {}", T::CodebookMeanings.get(lang))?;
    for vocabulary in vocabularies(catalogue) {
        writeln!(out, "\n### `{}` {}\n", vocabulary.key, markdown(vocabulary.name.get(lang)))?;
        row(out, &[T::CodebookValue, T::CodebookLabel, T::CodebookMeaning].map(|head| head.get(lang)))?;
        rule(out, 3)?;
        for value in &vocabulary.values {
            let names = value.names().map(markdown).join(" / ");
            let meaning = value.definition.map_or("", |text| text.get(lang));
            row(out, &[&format!("`{}`", value.id), &names, &markdown(meaning)])?;
        }
    }
    Ok(())
}

/// The codebook as tables.
pub fn tables<'s>(made: &'s Made<'_, '_>) -> Vec<(&'static str, DataTable<'s>)> {
    let named = |table: DataTable<'s>| match table.name {
        "variables" => Some((CODEBOOK, table)),
        "categories" => Some((CODEBOOK_VALUES, table)),
        _ => None,
    };
    Dataset::codebook(made.tables).into_iter().filter_map(named).collect()
}

fn table_of(table: &DataTable<'_>, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    writeln!(out, "\n## `{}` {}\n", table.name, markdown(table.title(lang)))?;
    writeln!(out, "{}\n", markdown(table.doc.get(lang)))?;
    row(
        out,
        &[
            T::CodebookVariable,
            T::CodebookLabel,
            T::CodebookType,
            T::CodebookValues,
            T::CodebookRule,
            T::CodebookMissing,
        ]
        .map(|head| head.get(lang)),
    )?;
    rule(out, 6)?;
    for variable in &table.variables {
        let code = format!("`{}`", variable.key);
        let mut names: Vec<String> = variable.label.each().map(markdown).collect();
        names.dedup();
        let missing = variable.missing.map(|why| {
            let mark = format!("`{}`", why.mark());
            CliText::LabelValue.fill(lang, &[("label", &mark), ("value", &markdown(why.name(lang)))])
        });
        row(
            out,
            &[
                &code,
                &names.join(" / "),
                variable.kind.id(),
                &values(variable, lang),
                &markdown(variable.rule.get(lang)),
                &missing.unwrap_or_default(),
            ],
        )?;
    }
    Ok(())
}

/// The values of a category, or the separator of a list.
fn values(variable: &Variable, lang: Lang) -> String {
    if variable.kind == DatumKind::List {
        return markdown(&T::Separated.fill(lang, &[("separator", &LIST_SEPARATOR)]));
    }
    let named = variable.kind.categories().iter().map(|value| {
        let id = format!("`{}`", value.id);
        T::CodeAndLabel.fill(lang, &[("id", &id), ("label", &markdown(value.name(lang)))])
    });
    named.collect::<Vec<_>>().join(lang.semicolon())
}

fn row(out: &mut dyn Write, cells: &[&str]) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))
}

fn rule(out: &mut dyn Write, columns: usize) -> io::Result<()> {
    writeln!(out, "|{}", " --- |".repeat(columns))
}
