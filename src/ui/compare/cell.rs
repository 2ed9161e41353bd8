//! A cell of the comparison: its mark and words, the statements it rests on, and what lies one step away.

use egui::{Label, RichText, Sense, Ui};

use super::{SHOWN, statement_ui};
use crate::catalogue::{FocusIdx, Stage, StatementIdx};
use crate::compare::{CompareCell, CompareRow, Presence, Subject};
use crate::query::{Cell, Column, Datum, NamedShare, Row, StatementWords};
use crate::session::Filter;
use crate::ui::Ctx;
use crate::ui::widgets::{found_text, keywords_ui, link_of_group_ui, place_mark_ui};
use crate::words::{FigureText, UiText as T, WorkbenchText as W};

/// The n-th cell of a row, told whole or in one line.
pub fn cell_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &CompareRow, at: usize, is_whole: bool) {
    let Some(cell) = row.cells.get(at) else { return };
    let presence = ctx.session.derived().comparison().presence.get(at);
    match (cell, row.subject) {
        (CompareCell::Focus { cell, share, statements, keywords, beyond }, Subject::Focus(focus)) => {
            let told = Told { focus, cell: *cell, share: *share, statements };
            if presence != Some(&Presence::Seen) {
                // The head says why; five sentences of it would read as five findings.
                let words = RichText::new(cell.words(ctx.lang())).size(12.5).color(ctx.colors.weak);
                let label = ui.horizontal(|ui| ui.label(words)).inner;
                label.on_hover_text(cell.strength.definition().get(ctx.lang()));
            } else if is_whole {
                let column = ctx.session.derived().comparison().columns.get(at).copied();
                whole_ui(ui, ctx, &told, column);
                if !keywords.is_empty() {
                    keywords_ui(ui, ctx, ctx.text(T::Keyword), keywords);
                }
            } else {
                line_ui(ui, ctx, &told);
            }
            if cell.basis.is_none() && *beyond > 0 {
                beyond_ui(ui, ctx, focus, *beyond);
            }
        }
        (CompareCell::Field(value), Subject::Field(column)) => {
            let weak = |text: &str| RichText::new(ctx.capital(text)).color(ctx.colors.weak).into();
            let is_unseen = column == Column::Keywords && presence != Some(&Presence::Seen);
            let text = match (column, value, &*column.words(value, ctx.lang())) {
                // Nobody has looked, so that nothing could be given.
                _ if is_unseen => weak(ctx.text(T::LegendNotAssessed)),
                // None in the catalogue is a silence of it, not a number.
                (Column::Policies, Datum::Integer(0), _) => weak(FigureText::NoPolicyInCatalogue.get(ctx.lang())),
                (_, _, "") => weak(ctx.text(T::NotInLens)),
                (_, _, text) => found_text(ui, ctx, ctx.capital(text)),
            };
            let label = Label::new(text).selectable(true);
            ui.add(if is_whole { label.wrap() } else { label.truncate() });
            if column == Column::Policies && is_whole {
                policies_ui(ui, ctx, at);
            }
        }
        _ => {}
    }
}

/// Policies of a column that are named; of more their number.
const NAMED: usize = 4;

/// The policies of a place with their months, those that are drafts as such: what is compared is these. Words and no
/// links, since the head of the column opens them all with one press.
fn policies_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize) {
    let Some(Row::Region(place)) = ctx.session.derived().comparison().columns.get(at) else { return };
    let policies = ctx.index().policies_in(*place);
    let small = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    for policy in policies.iter().take(NAMED) {
        let record = &ctx.catalogue()[*policy];
        let mut words = vec![record.short_or_title(ctx.lang()).to_owned(), record.month_words(ctx.lang())];
        words.extend((record.stage == Stage::Draft).then(|| record.stage.name(ctx.lang()).to_owned()));
        ui.add(Label::new(found_text(ui, ctx, small(words.join(" · ")))).selectable(true));
    }
    if let Some(rest) = policies.len().checked_sub(NAMED).filter(|rest| *rest > 0) {
        ui.label(small(ctx.fill(T::AndMore, &[("n", &rest)])));
    }
}

/// A cell of a focus: what is told of it.
struct Told<'a> {
    focus: FocusIdx,
    cell: Cell,
    share: Option<NamedShare>,
    statements: &'a [StatementIdx],
}

impl Told<'_> {
    fn mark_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        if self.cell.basis.is_some() || !self.cell.is_assessed() {
            place_mark_ui(ui, ctx, self.cell, self.share, ctx.colors.focus(usize::from(self.focus.0)));
        }
    }

    fn words(&self, ctx: &Ctx<'_>) -> String {
        ctx.capital(&self.cell.sentence_of(self.share, ctx.lang()))
    }
}

fn whole_ui(ui: &mut Ui, ctx: &Ctx<'_>, told: &Told<'_>, column: Option<Row>) {
    let words = RichText::new(told.words(ctx)).size(12.5).color(ctx.colors.weak);
    ui.horizontal_wrapped(|ui| {
        told.mark_ui(ui, ctx);
        ui.add(Label::new(words).wrap());
    });
    let (shown, rest) = told.statements.split_at(told.statements.len().min(SHOWN));
    for i in shown {
        statement_ui(ui, ctx, *i, column);
    }
    if !rest.is_empty() {
        let name = RichText::new(ctx.fill(T::MoreStatements, &[("n", &rest.len())])).size(12.5).color(ctx.colors.weak);
        egui::CollapsingHeader::new(name).id_salt("more").show_unindented(ui, |ui| {
            for i in rest {
                statement_ui(ui, ctx, *i, column);
            }
        });
    }
}

/// The mark and the beginning of the first statement.
fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, told: &Told<'_>) {
    ui.horizontal(|ui| {
        told.mark_ui(ui, ctx);
        let text = match told.statements.first() {
            Some(first) => RichText::new(StatementWords::of(ctx.catalogue(), *first, ctx.lang()).summary),
            // What a silence means stands above the grid, where it is not cut.
            None if told.cell.basis.is_none() => {
                RichText::new(ctx.capital(told.cell.strength.name(ctx.lang()))).color(ctx.colors.weak)
            }
            None => RichText::new(told.words(ctx)).color(ctx.colors.weak),
        };
        let text = found_text(ui, ctx, text.size(12.5));
        ui.add(Label::new(text).truncate());
    });
}

/// The number that the public sources have beyond the lens, as a link to them.
fn beyond_ui(ui: &mut Ui, ctx: &Ctx<'_>, focus: FocusIdx, n: usize) {
    let text = W::Beyond.fill(ctx.lang(), &[("n", &n)]);
    // The keyboard adds the public sources by the button at the top.
    let link = link_of_group_ui(ui, RichText::new(text).size(12.5).underline(), Sense::CLICK);
    let name = ctx.catalogue()[focus].name.get(ctx.lang());
    let words = W::BeyondOf.fill(ctx.lang(), &[("focus", &name), ("n", &n)]);
    link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &words));
    if link.on_hover_text(words).clicked() {
        ctx.send(Filter::PublicSources(true));
    }
}
