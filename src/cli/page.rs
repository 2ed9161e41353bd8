//! A page of text: titles, fields, items and tables, written for a terminal or as Markdown; and json for programs.

use std::io::{self, Write};

use super::fault::Stop;
use super::grid::TextTable;
use crate::catalogue::characters::{harmless, one_line};
use crate::export::markdown;
use crate::words::{CliText as T, Lang};

/// A part of a page.
#[derive(Debug)]
enum Block {
    Title(String),
    Heading(String),
    Field(String, String),
    Line(String),
    /// The first line, and the lines under it.
    Item(String, Vec<String>),
    Table(Vec<Vec<String>>),
}

/// A page.
#[derive(Debug, Default)]
pub struct TextPage(Vec<Block>);

impl TextPage {
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
                Block::Title(text) | Block::Line(text) => writeln!(out, "{}", line_of(text))?,
                Block::Heading(text) => writeln!(out, "\n{}", line_of(text))?,
                Block::Field(label, value) => writeln!(out, "{}", line_of(&labelled(label, value, lang)))?,
                Block::Item(first, rest) => {
                    writeln!(out, "  {}", line_of(first))?;
                    rest.iter().try_for_each(|line| writeln!(out, "      {}", line_of(line)))?;
                }
                Block::Table(rows) => {
                    let mut rows = rows.iter();
                    let mut grid = TextTable::new(rows.next().map_or(&[], Vec::as_slice));
                    rows.for_each(|row| grid.row(row));
                    grid.write(out)?;
                }
            }
        }
        Ok(())
    }

    /// Writes it as Markdown.
    pub fn write_md(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        let mut in_list = false;
        for block in &self.0 {
            let lists = matches!(block, Block::Field(..) | Block::Item(..));
            if in_list && !lists {
                writeln!(out)?;
            }
            in_list = lists;
            match block {
                Block::Title(text) => writeln!(out, "# {}\n", plain(text))?,
                Block::Heading(text) => writeln!(out, "## {}\n", plain(text))?,
                Block::Field(label, value) => writeln!(out, "- {}", plain(&labelled(label, value, lang)))?,
                Block::Line(text) => writeln!(out, "{}\n", plain(text))?,
                Block::Item(first, rest) => {
                    writeln!(out, "- {}", plain(first))?;
                    rest.iter().try_for_each(|line| writeln!(out, "  - {}", plain(line)))?;
                }
                Block::Table(rows) => {
                    for (at, row) in rows.iter().enumerate() {
                        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                        writeln!(out, "| {} |", cells.join(" | "))?;
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

/// A text in one line that commands no terminal.
fn line_of(text: &str) -> String {
    harmless(&one_line(text))
}

/// Text escaped for Markdown. An id in brackets at its beginning is no link there and stays as it is;
/// an id of one letter would be a check box.
fn plain(text: &str) -> String {
    let id = text.strip_prefix('[').and_then(|tail| tail.split_once("] ")).filter(|(id, _)| id.len() > 1);
    match id {
        Some((id, rest)) => format!("[{}] {}", markdown(id), markdown(rest)),
        None => markdown(text),
    }
}

/// `label: value` in the language's punctuation.
pub fn labelled(label: &str, value: &str, lang: Lang) -> String {
    T::LabelValue.fill(lang, &[("label", &label), ("value", &value)])
}

/// Writes json for programs and readers alike.
pub fn write_json(value: &serde_json::Value, out: &mut dyn Write) -> Result<(), Stop> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(|error| Stop::Io(error.into()))?;
    writeln!(out)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_and_means_nothing_to_markdown() {
        let mut page = TextPage::default();
        page.title("一行\n二行");
        page.item("[R05] R&amp;D ~~废止~~\n$1$", vec!["[x](y)".to_owned()]);
        page.item("[x] 甲", Vec::new());
        page.table(vec![vec!["一行\n二行".to_owned(), "a|b".to_owned()]]);
        let written = |as_md: bool| {
            let mut out = Vec::new();
            if as_md {
                page.write_md(Lang::Zh, &mut out).unwrap();
            } else {
                page.write_text(Lang::Zh, &mut out).unwrap();
            }
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written(false), "一行 二行\n  [R05] R&amp;D ~~废止~~ $1$\n      [x](y)\n  [x] 甲\n一行 二行  a|b\n");
        assert_eq!(
            written(true),
            "# 一行 二行\n\n- [R05] R\\&amp;D \\~\\~废止\\~\\~ \\$1\\$\n  - \\[x\\](y)\n- \\[x\\] 甲\n\n| 一行 二行 | a\\|b |\n| --- | --- |\n\n"
        );
    }
}
