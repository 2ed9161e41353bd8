//! A page as Markdown: notes as footnotes, the table as a table.

use std::io::{self, Write};

use crate::export::markup::markdown as escaped;
use crate::pages::{Block, Page, Paragraph, Table};

/// Writes a page.
pub fn write(page: &Page, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escaped(&page.title))?;
    for part in &page.parts {
        writeln!(out, "\n## {}", escaped(&part.heading))?;
        let mut in_list = false;
        for block in &part.blocks {
            let small = matches!(block, Block::Small(_));
            if !(small && in_list) {
                writeln!(out)?;
            }
            in_list = small;
            match block {
                Block::Paragraph(paragraph) => writeln!(out, "{}", text(paragraph))?,
                Block::Table(table) => write_table(table, out)?,
                Block::Small(line) => writeln!(out, "- {}", escaped(line))?,
            }
        }
    }
    if !page.notes.is_empty() {
        writeln!(out, "\n## {}\n", escaped(&page.notes_heading))?;
        for (at, note) in page.notes.iter().enumerate() {
            writeln!(out, "[^{}]: {}", at + 1, escaped(note))?;
        }
    }
    writeln!(out, "\n---")?;
    page.foot.iter().try_for_each(|line| writeln!(out, "\n{}", escaped(line)))
}

fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    if !paragraph.lead.is_empty() {
        text = format!("**{}**", escaped(paragraph.lead.trim_end()));
        // Markdown closes bold after a full stop only before a blank.
        text.push(' ');
    }
    for span in &paragraph.spans {
        text += &escaped(&span.text);
        span.notes.iter().for_each(|n| text += &format!("[^{n}]"));
    }
    text
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    writeln!(out, "{}", line(&table.head))?;
    writeln!(out, "|{}", " --- |".repeat(table.head.len()))?;
    table.rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))
}
