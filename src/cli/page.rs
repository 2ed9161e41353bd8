//! A page of text: titles, fields, items and tables, written for a terminal or as Markdown; and json for programs.

use std::io::{self, Write};

use super::fault::Stop;
use super::grid::Grid;
use crate::words::{CliText as T, Lang};

/// A part of a page.
#[derive(Debug)]
enum Block {
    Title(String),
    Heading(String),
    Field(String, String),
    Line(String),
    /// The first line, and lines that belong to it.
    Item(String, Vec<String>),
    Table(Vec<Vec<String>>),
}

/// A page.
#[derive(Debug, Default)]
pub struct Page(Vec<Block>);

impl Page {
    /// The title of the page.
    pub fn title(&mut self, text: impl Into<String>) {
        self.0.push(Block::Title(text.into()));
    }

    /// The heading of a part.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.0.push(Block::Heading(text.into()));
    }

    /// A field and its value.
    pub fn field(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.0.push(Block::Field(label.into(), value.into()));
    }

    /// A line.
    pub fn line(&mut self, text: impl Into<String>) {
        self.0.push(Block::Line(text.into()));
    }

    /// An item with lines under it.
    pub fn item(&mut self, first: impl Into<String>, rest: Vec<String>) {
        self.0.push(Block::Item(first.into(), rest));
    }

    /// A table, its first row the headings.
    pub fn table(&mut self, rows: Vec<Vec<String>>) {
        self.0.push(Block::Table(rows));
    }

    /// Writes it for a terminal.
    pub fn write_text(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        for block in &self.0 {
            match block {
                Block::Title(text) | Block::Line(text) => writeln!(out, "{text}")?,
                Block::Heading(text) => writeln!(out, "\n{text}")?,
                Block::Field(label, value) => writeln!(out, "{}", labelled(label, value, lang))?,
                Block::Item(first, rest) => {
                    writeln!(out, "  {first}")?;
                    rest.iter().try_for_each(|line| writeln!(out, "      {line}"))?;
                }
                Block::Table(rows) => {
                    let mut rows = rows.iter();
                    let mut grid = Grid::new(rows.next().cloned().unwrap_or_default());
                    rows.for_each(|row| grid.row(row.clone()));
                    grid.write(out)?;
                }
            }
        }
        Ok(())
    }

    /// Writes it as Markdown.
    pub fn write_md(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        let escaped = |text: &String| text.replace('|', "\\|").replace(['\n', '\r'], " ");
        let mut in_list = false;
        for block in &self.0 {
            let lists = matches!(block, Block::Field(..) | Block::Item(..));
            if in_list && !lists {
                writeln!(out)?;
            }
            in_list = lists;
            match block {
                Block::Title(text) => writeln!(out, "# {text}\n")?,
                Block::Heading(text) => writeln!(out, "## {text}\n")?,
                Block::Field(label, value) => writeln!(out, "- {}", labelled(label, value, lang))?,
                Block::Line(text) => writeln!(out, "{text}\n")?,
                Block::Item(first, rest) => {
                    writeln!(out, "- {first}")?;
                    rest.iter().try_for_each(|line| writeln!(out, "  - {line}"))?;
                }
                Block::Table(rows) => {
                    for (at, row) in rows.iter().enumerate() {
                        writeln!(out, "| {} |", row.iter().map(escaped).collect::<Vec<_>>().join(" | "))?;
                        if at == 0 {
                            writeln!(out, "|{}", " --- |".repeat(row.len()))?;
                        }
                    }
                    writeln!(out)?;
                }
            }
        }
        Ok(())
    }
}

/// `label: value` as the language writes it.
pub fn labelled(label: &str, value: &str, lang: Lang) -> String {
    T::LabelValue.fill(lang, &[("label", &label), ("value", &value)])
}

/// Writes json for programs and readers alike.
pub fn write_json(value: &serde_json::Value, out: &mut dyn Write) -> Result<(), Stop> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(|error| Stop::Io(error.into()))?;
    writeln!(out)?;
    Ok(())
}
