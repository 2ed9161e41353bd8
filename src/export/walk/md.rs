//! A walk as Markdown: a heading a step, and under it the content of the step on stage, in the same words and numbers.

use std::io::{self, Write};

use super::{ExportFault, LeaveBehind, Left, Progress};
use crate::export::markup::markdown;
use crate::pages::stage::{
    Content, GridEntry, Moment, Note, NoteLine, Part, PolicyLine, Sign, StageGrid, StageGridRow, TalkingPoint, legend,
};
use crate::query::{Cell, NamedShare};
use crate::words::{FigureText as F, Lang, StageText as T};

pub fn write(what: &LeaveBehind<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    let catalogue = &*what.index.catalogue;
    writeln!(out, "# {}", markdown(&what.walk.name))?;
    writeln!(out, "\n{}", markdown(catalogue.title.get(what.lang)))?;
    what.each(progress, |left| Ok(step(what, &left, out)?))
}

fn step(what: &LeaveBehind<'_>, left: &Left, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}. {}", left.number, markdown(&left.face.title))?;
    content(&left.face, what.lang, out)?;
    if let Some(statements) = &left.statements {
        writeln!(out, "\n### {}", markdown(&statements.title))?;
        content(statements, what.lang, out)?;
    }
    if !left.notes.is_empty() {
        writeln!(out, "\n### {}\n", T::Notes.get(what.lang))?;
        notes(&left.notes, out)?;
    }
    writeln!(out, "\n{}", markdown(&left.recipe))
}

fn content(content: &Content, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if !content.under.is_empty() {
        writeln!(out, "\n{}", markdown(&content.under))?;
    }
    for part in &content.parts {
        writeln!(out)?;
        write_part(part, lang, out)?;
    }
    let signs = legend(content, lang);
    if !signs.is_empty() {
        let sign = |(sign, words): &(Sign, &str)| match sign {
            Sign::Cell(cell) => format!("{} {words}", cell.sign(lang)),
            Sign::Word(word) => format!("{word} {words}"),
            Sign::Share | Sign::Gap => (*words).to_owned(),
        };
        let line = signs.iter().map(sign).collect::<Vec<_>>().join(lang.semicolon());
        writeln!(out, "\n{}", markdown(&T::Legend.fill(lang, &[("legend", &line)])))?;
    }
    let source: Vec<&str> =
        [content.sources.as_str(), &content.catalogue].into_iter().filter(|text| !text.is_empty()).collect();
    writeln!(out, "\n{}", markdown(&source.join(" · ")))
}

fn write_part(part: &Part, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    match part {
        Part::Heading(text) => writeln!(out, "**{}**", markdown(text)),
        Part::Strong(text) => writeln!(out, "**{}**", markdown(text)),
        Part::Text(text) | Part::Small(text) => writeln!(out, "{}", markdown(text)),
        Part::Focuses(focuses) => {
            let head = [T::Focus, T::Mark, T::Means, T::InWalk].map(|text| text.get(lang).to_owned());
            let row = |focus: &crate::pages::stage::FocusMark| {
                // 等 stands with its mark.
                let means = Cell { open: false, ..focus.cell }.state(lang);
                vec![focus.name.clone(), mark(focus.cell, focus.share, lang), means, focus.of.clone()]
            };
            table(&head, focuses.iter().map(row), out)
        }
        Part::Policies(policies) => policies.iter().try_for_each(|policy| write_policy(policy, out)),
        Part::Points(points) => points.iter().try_for_each(|point| write_point(point, lang, out)),
        Part::Grid(grid) => write_grid(grid, lang, out),
        Part::Bars(bars) => {
            let head = [T::Name, T::Value].map(|text| text.get(lang).to_owned());
            table(&head, bars.rows.iter().map(|bar| vec![bar.name.clone(), bar.words.clone()]), out)
        }
        Part::Moments(moments) => moments.iter().try_for_each(|moment| write_moment(moment, lang, out)),
    }
}

fn write_policy(policy: &PolicyLine, out: &mut dyn Write) -> io::Result<()> {
    let facts = policy.facts.join(" · ");
    writeln!(out, "- **{}** {}", markdown(&policy.title), markdown(&facts))?;
    policy.later.iter().try_for_each(|later| writeln!(out, "  - {}", markdown(later)))
}

fn write_point(point: &TalkingPoint, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mark = point.cell.map(|cell| cell.sign(lang) + " ").unwrap_or_default();
    let lead = if point.lead.is_empty() { String::new() } else { format!("**{}** ", markdown(&point.lead)) };
    writeln!(out, "- {}{lead}{}", markdown(&mark), markdown(&point.text))?;
    let more = point.notes.iter().chain([&point.source]).filter(|text| !text.is_empty());
    more.into_iter().try_for_each(|text| writeln!(out, "  - {}", markdown(text)))
}

fn write_moment(moment: &Moment, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "- **{}**", markdown(&moment.when))?;
    for entry in &moment.entries {
        let stage = entry.stage.map(|stage| format!(" · {}", stage.name(lang))).unwrap_or_default();
        writeln!(out, "  - {} {}{}", markdown(&entry.lead), markdown(&entry.text), markdown(&stage))?;
    }
    Ok(())
}

fn write_grid(grid: &StageGrid, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let name = |column: &crate::pages::stage::GridColumn| match column.under.as_str() {
        "" => column.name.clone(),
        under => format!("{} {under}", column.name),
    };
    let head: Vec<String> = std::iter::once(grid.corner.clone()).chain(grid.columns.iter().map(name)).collect();
    let row = |row: &StageGridRow| {
        std::iter::once(row.name.clone()).chain(row.entries.iter().map(|entry| words(entry, lang))).collect()
    };
    table(&head, grid.rows.iter().map(row), out)
}

/// The mark of a cell; where a part of the policies of its place is named, with how many: `● 2/12`.
fn mark(cell: Cell, share: Option<NamedShare>, lang: Lang) -> String {
    share.filter(|share| share.is_part()).map_or_else(|| cell.sign(lang), |share| cell.signed(&share.sign(), lang))
}

fn words(entry: &GridEntry, lang: Lang) -> String {
    match entry {
        GridEntry::Empty => String::new(),
        GridEntry::Text(text) => text.clone(),
        GridEntry::Cell(cell, _) => cell.sign(lang),
        GridEntry::Many(cell, share, _) => mark(*cell, Some(*share), lang),
        GridEntry::Gap(cell, _) => format!("{} {}", cell.sign(lang), T::GapMark.get(lang)).trim().to_owned(),
        GridEntry::Share(k, n) => F::CoveredOf.fill(lang, &[("k", k), ("n", n)]),
        GridEntry::Number(n, ..) => n.to_string(),
    }
}

fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>, out: &mut dyn Write) -> io::Result<()> {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| markdown(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    writeln!(out, "{}", line(head))?;
    writeln!(out, "|{}", " --- |".repeat(head.len()))?;
    for row in rows {
        writeln!(out, "{}", line(&row))?;
    }
    Ok(())
}

fn notes(notes: &[Note], out: &mut dyn Write) -> io::Result<()> {
    for note in notes {
        match note.line {
            NoteLine::Heading => writeln!(out, "\n**{}**\n", markdown(&note.text))?,
            NoteLine::Paragraph => writeln!(out, "{}\n", markdown(&note.text))?,
            NoteLine::Item(level, number) => {
                let sign = number.map_or_else(|| "-".to_owned(), |n| format!("{n}."));
                writeln!(out, "{}{sign} {}", "   ".repeat(level.saturating_sub(1)), markdown(&note.text))?;
            }
        }
    }
    Ok(())
}
