//! The comparison: policies or places side by side, the focuses in their order, what is the same in all columns dimmed.

mod cell;
mod gap;
mod grid;
mod head;
mod menu;
mod name;
mod picker;

use egui::{Label, RichText, Ui};

use super::Ctx;
use super::commands::Command;
use super::widgets::{found_text, link_ui, mine_words, peers_ui};
use crate::catalogue::{Grade, StatementIdx};
use crate::compare::CompareCell;
use crate::look::Font;
use crate::query::{Row, StatementWords};
use crate::session::{Action, Detail, Dialog, ViewChange};
use crate::words::{TellText, UiText as T, WorkbenchText as W};

use grid::grid_ui;
use picker::add_ui;

pub use picker::Choosing;

/// The comparison tab.
pub fn compare_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    let comparison = ctx.session.derived().comparison();
    bar_ui(ui, ctx, choosing);
    ui.add_space(6.0);
    let lens = ctx.capital(ctx.session.derived().lens_words());
    let mut through = ctx.fill(T::ComparedThrough, &[("lens", &lens)]);
    if has_unseen(ctx) {
        through += W::UnseenMeans.get(ctx.lang());
    }
    ui.add(Label::new(RichText::new(through).size(12.5).color(ctx.colors.weak)).wrap());
    if ctx.session.view().comparison.is_empty() && comparison.columns.len() > 1 {
        ui.label(RichText::new(ctx.text(T::ComparisonIsPrefilled)).size(12.5).color(ctx.colors.weak));
    }
    ui.add_space(6.0);
    if comparison.columns.is_empty() {
        ui.label(ctx.text(T::NothingToCompare));
        return;
    }
    if comparison.columns.len() == 1 {
        ui.label(RichText::new(ctx.text(T::OneColumn)).color(ctx.colors.weak));
    }
    let focuses = ctx.session.view().query.focuses(ctx.catalogue());
    let all = ctx.catalogue().focuses.len();
    if focuses.len() < all {
        let words = W::OnlyFocuses.fill(ctx.lang(), &[("k", &focuses.len()), ("n", &all)]);
        ui.label(RichText::new(words).size(12.5).color(ctx.colors.weak));
    }
    if comparison.mixes_depths(ctx.catalogue()) {
        let words = TellText::UnlikeDepths.get(ctx.lang());
        ui.add(Label::new(RichText::new(words).size(12.5).color(ctx.colors.weak)).wrap());
    }
    grid_ui(ui, ctx);
}

fn bar_ui(ui: &mut Ui, ctx: &Ctx<'_>, choosing: &mut Choosing) {
    ui.horizontal_wrapped(|ui| {
        add_ui(ui, ctx, choosing);
        if !ctx.session.view().comparison.is_empty() && ui.button(ctx.text(T::ClearComparison)).clicked() {
            ctx.send(ViewChange::Comparison(Vec::new()));
        }
        let mine = ctx.session.my_region();
        let text = match mine {
            Some(place) => ctx.fill(T::MyRegionIs, &[("place", &ctx.catalogue()[place].name.get(ctx.lang()))]),
            None => ctx.text(T::CmdMyRegion).to_owned(),
        };
        if ui.button(text).clicked() {
            ctx.send(Action::Show(Some(Dialog::MyRegion)));
        }
        if mine.is_some() {
            peers_ui(ui, ctx);
        }
        if ui.add_enabled(Command::Memo.applies(ctx), egui::Button::new(ctx.text(T::CmdMemo))).clicked() {
            Command::Memo.run(ctx);
        }
    });
    mine_ui(ui, ctx);
}

/// Of a region without a policy its column is nearly blank: why, and where to read what is said of it.
fn mine_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let Some(mine) = ctx.session.my_region().filter(|mine| ctx.index().policies_in(*mine).is_empty()) else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(mine_words(ctx, mine)).size(12.5).color(ctx.colors.weak));
        let said = !ctx.index().of_region(mine).is_empty();
        if said && link_ui(ui, RichText::new(ctx.text(T::WhatIsSaid)).size(12.5).underline()).clicked() {
            ctx.send(Action::Open(Detail { row: Row::Region(mine), focus: None }));
        }
    });
}

/// Whether a cell shows that no source has looked.
fn has_unseen(ctx: &Ctx<'_>) -> bool {
    let is_unseen = |cell: &CompareCell| matches!(cell, CompareCell::Focus { cell, .. } if !cell.is_assessed());
    ctx.session.derived().comparison().rows.iter().any(|row| row.cells.iter().any(is_unseen))
}

fn current(ctx: &Ctx<'_>) -> Vec<String> {
    ctx.session.derived().comparison().columns.iter().map(|row| row.id(ctx.catalogue()).to_owned()).collect()
}

fn row_name(ctx: &Ctx<'_>, row: Row) -> String {
    row.name(ctx.catalogue(), ctx.lang()).to_owned()
}

/// Statements of a cell shown at once; the rest is behind a line that says how many.
const SHOWN: usize = 6;

/// The size of the letters of a source.
const SOURCE: f32 = 12.0;

/// A source whose place in it begins a line of its own, so that no end of the place stands alone.
fn in_two_lines(bare: &str, at: Option<&str>) -> String {
    match at.and_then(|at| Some((bare.strip_suffix(at)?, at))) {
        Some((source, at)) => format!("{}\n{at}", source.trim_end_matches([' ', '·'])),
        None => bare.to_owned(),
    }
}

/// A statement; its line leads to where it stands: its policy or its place. The line of a ledger, which has no title of
/// its own, says in the column of a place of which policy it speaks.
fn statement_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: StatementIdx, column: Option<Row>) {
    let s = &ctx.catalogue()[i];
    let words = StatementWords::of(ctx.catalogue(), i, ctx.lang());
    ui.add(Label::new(found_text(ui, ctx, words.summary)).wrap().selectable(true));
    let target = match &s.of {
        crate::catalogue::Of::Policy(policy) => Some(Row::Policy(*policy)),
        crate::catalogue::Of::Regions(places) => places.first().map(|place| Row::Region(*place)),
        _ => None,
    };
    ui.push_id(i.0, |ui| {
        let mut bare = words.source.bare();
        if let (Some(Row::Policy(policy)), Some(Row::Region(_)), Grade::Own) =
            (target, column, ctx.catalogue()[s.source].grade)
        {
            let title = ctx.fill(T::OfPolicy, &[("title", &ctx.catalogue()[policy].title.get(ctx.lang()))]);
            bare = format!("{title} · {bare}");
        }
        let has_room = Font::regular(SOURCE).width(&bare) <= ui.available_width();
        let shown = if has_room { bare.clone() } else { in_two_lines(&bare, words.source.at.as_deref()) };
        let link = link_ui(ui, RichText::new(shown).size(SOURCE).color(ctx.colors.weak));
        link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &bare));
        if link.on_hover_text(ctx.fill(T::IdIs, &[("id", &words.id)])).clicked()
            && let Some(row) = target
        {
            ctx.send(Action::Open(Detail { row, focus: None }));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::in_two_lines;

    #[test]
    fn the_place_in_a_source_is_not_broken() {
        assert_eq!(in_two_lines("赛迪研究院 · 三（二）第3段", Some("三（二）第3段")), "赛迪研究院\n三（二）第3段");
        assert_eq!(in_two_lines("赛迪研究院", None), "赛迪研究院");
    }
}
