//! A page as Markdown: notes as footnotes, the table as a table.

use std::io::{self, Write};

use crate::export::markup::{markdown, uri};
use crate::pages::{Block, Memo, MemoTable, Paragraph};

/// Writes a page.
pub fn write(page: &Memo, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", markdown(&page.title))?;
    page.date.iter().try_for_each(|date| writeln!(out, "\n{}", markdown(date)))?;
    page.until.iter().try_for_each(|until| writeln!(out, "\n{}", markdown(until)))?;
    for part in &page.parts {
        writeln!(out, "\n## {}", markdown(&part.heading))?;
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
                Block::Small(line) => writeln!(out, "- {}", markdown(line))?,
            }
        }
    }
    if !page.notes.is_empty() {
        writeln!(out, "\n## {}\n", markdown(&page.notes_heading))?;
        for (at, note) in page.notes.iter().enumerate() {
            writeln!(out, "[^{}]: {}", at + 1, markdown(note))?;
        }
    }
    writeln!(out, "\n---")?;
    page.foot.iter().try_for_each(|line| writeln!(out, "\n{}", text(line)))
}

fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    if !paragraph.lead.is_empty() {
        text = format!("**{}**", markdown(paragraph.lead.trim_end()));
        // Markdown closes bold after a full stop only before a blank.
        text.push(' ');
    }
    for run in &paragraph.runs {
        text += &match &run.link {
            Some(address) => format!("<{}>", uri(address)),
            None => markdown(&run.text),
        };
        run.notes.iter().for_each(|n| text += &format!("[^{n}]"));
    }
    text
}

fn write_table(table: &MemoTable, out: &mut dyn Write) -> io::Result<()> {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| markdown(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    writeln!(out, "{}", line(&table.head))?;
    writeln!(out, "|{}", " --- |".repeat(table.head.len()))?;
    table.rows.iter().try_for_each(|row| writeln!(out, "{}", line(row)))
}
