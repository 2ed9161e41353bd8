//! The result of a replay, as Markdown that also reads well on a terminal.

use std::io::{self, Write};

use super::earlier::SumList;
use super::replay::{FileState, Lost, Replay};
use crate::export::markup::markdown;
use crate::export::recipe::PROGRAM;
use crate::export::{ReportFormat, report};
use crate::words::{BundleText as T, Lang};

/// Writes the report; one line for a bundle that is the same.
///
/// # Errors
/// Errors of `out`.
pub fn write_report(replay: &Replay, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    if replay.is_same() {
        return same(replay, out, lang);
    }
    let title = if replay.is_unverified() { T::ReplayUnverified } else { T::ReplayDiffers };
    writeln!(out, "# {}\n", title.get(lang))?;
    reasons(replay, out, lang)?;
    if !replay.lost.is_empty() {
        writeln!(out, "\n## {}\n", T::ReplayLost.get(lang))?;
        for lost in &replay.lost {
            let line = match lost {
                Lost::View(misfit) => misfit.message(lang),
                Lost::Figure(id) => T::ReplayLostFigure.fill(lang, &[("id", id)]),
            };
            writeln!(out, "- {}", markdown(&line))?;
        }
    }
    files(replay, out, lang)?;
    if let Some(changes) = &replay.changes {
        writeln!(out)?;
        report(changes, lang, ReportFormat::Md, out)?;
    }
    Ok(())
}

fn same(replay: &Replay, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    let line = match &replay.files {
        Some(files) => T::ReplaySame.fill(lang, &[("n", &files.len())]),
        None => T::ReplaySameContent.get(lang).to_owned(),
    };
    writeln!(out, "{line}")?;
    if replay.files.is_none() && replay.has_other_program() {
        writeln!(out, "{}", program(replay, T::ReplayMayDiffer, lang))?;
    }
    Ok(())
}

fn program(replay: &Replay, text: T, lang: Lang) -> String {
    text.fill(lang, &[("made", &replay.recipe.program), ("here", &PROGRAM)])
}

/// The reasons of a difference.
fn reasons(replay: &Replay, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    let mut lines: Vec<String> = Vec::new();
    let recipe = &replay.recipe;
    let values: [(&str, &dyn std::fmt::Display); 3] =
        [("made", &recipe.release), ("here", &replay.release), ("id", &recipe.catalogue)];
    if !replay.has_same_content() {
        let text = if recipe.release == replay.release { T::ReplayEdited } else { T::ReplayOtherRelease };
        lines.push(text.fill(lang, &values));
        if replay.changes.is_none() {
            lines.push(T::ReplayNoCatalogue.get(lang).to_owned());
        }
    }
    if replay.has_other_program() {
        let text = if replay.has_same_content() { T::ReplayOtherProgram } else { T::ReplayAlsoProgram };
        lines.push(program(replay, text, lang));
    }
    if replay.files.is_some() {
        lines.extend(of_list(&replay.earlier.list, lang));
    }
    let damaged = replay.earlier.damaged();
    if !damaged.is_empty() {
        lines.push(T::ReplayDamaged.fill(lang, &[("files", &damaged.join(lang.comma()))]));
    }
    if lines.is_empty() && replay.lost.is_empty() {
        lines.push(T::ReplayUnexplained.get(lang).to_owned());
    }
    lines.iter().try_for_each(|line| writeln!(out, "- {}", markdown(line)))
}

/// The files that could not be verified, as the list of hashes does not give them.
fn of_list(list: &SumList, lang: Lang) -> Option<String> {
    match list {
        SumList::Missing => Some(T::ReplayNoSums.get(lang).to_owned()),
        SumList::Unreadable => Some(T::ReplaySumsUnreadable.get(lang).to_owned()),
        SumList::Read { odd, .. } => odd.first().map(|line| {
            let values: [(&str, &dyn std::fmt::Display); 2] = [("n", &odd.len()), ("line", line)];
            T::ReplayOddLines.fill(lang, &values)
        }),
    }
}

/// The files by state, those that differ first.
fn files(replay: &Replay, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    let Some(files) = &replay.files else { return Ok(()) };
    writeln!(out, "\n## {}\n", T::Files.get(lang))?;
    for (state, text) in [
        (FileState::Differs, T::FilesDiffer),
        (FileState::NamesRelease, T::FilesNameRelease),
        (FileState::Unread, T::FilesUnread),
        (FileState::New, T::FilesNew),
        (FileState::Gone, T::FilesGone),
        (FileState::Same, T::FilesSame),
    ] {
        let names: Vec<String> =
            files.iter().filter(|(_, found)| *found == state).map(|(name, _)| format!("`{name}`")).collect();
        if !names.is_empty() {
            let names = names.join(lang.comma());
            writeln!(out, "- {}", text.fill(lang, &[("files", &names)]))?;
        }
    }
    Ok(())
}
