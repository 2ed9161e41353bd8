//! The gap: focuses that the sources state of peers and not of mine, with the standing of mine and the statements.

use egui::{CollapsingHeader, Frame, Label, Margin, RichText, Ui};

use super::{SHOWN, row_name, statement_ui};
use crate::catalogue::{Of, StatementIdx, Strength};
use crate::compare::{Gap, Presence};
use crate::query::{Cell, Row};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::widgets::{code_ui, link_ui, mark_ui};
use crate::words::{UiText as T, WorkbenchText as W};

/// The section, in a width; nothing where there is only one column.
pub fn gap_ui(ui: &mut Ui, ctx: &Ctx<'_>, wide: f32) {
    let comparison = ctx.session.derived().comparison();
    if comparison.columns.len() < 2 {
        return;
    }
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    let Some(mine) = comparison.mine.and_then(|at| comparison.columns.get(at)) else {
        ui.scope(|ui| {
            ui.set_max_width(wide);
            ui.add(Label::new(weak(ctx.text(T::GapChoose).to_owned())).wrap());
        });
        ui.add_space(8.0);
        return;
    };
    let (row, mine) = (*mine, row_name(ctx, *mine));
    let frame = Frame::new().fill(ctx.colors.surface).corner_radius(6.0).inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(wide - 24.0);
        if comparison.presence_of_mine() != Some(Presence::Seen) {
            ui.add(Label::new(W::Unlooked.fill(ctx.lang(), &[("mine", &mine)])).wrap());
            code_ui(ui, ctx, row);
            return;
        }
        if comparison.gap.is_empty() {
            let text = comparison.no_gap(|row| row_name(ctx, row), ctx.lang());
            ui.add(Label::new(text).wrap());
            return;
        }
        let title = ctx.fill(T::GapTitle, &[("mine", &mine), ("n", &comparison.gap.len())]);
        ui.add(Label::new(bold(title)).wrap());
        for gap in &comparison.gap {
            ui.push_id(gap.focus.0, |ui| one_ui(ui, ctx, gap, &mine));
        }
    });
    ui.add_space(12.0);
}

fn one_ui(ui: &mut Ui, ctx: &Ctx<'_>, gap: &Gap, mine: &str) {
    let focus = ctx.catalogue()[gap.focus].name.get(ctx.lang());
    let color = ctx.colors.focus(usize::from(gap.focus.0));
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    let id = ui.scope_id().with("unfolded");
    let is_unfolded = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(bold(focus).color(ctx.colors.focus_text(usize::from(gap.focus.0))));
        let cell = Cell { strength: gap.mine, basis: None, open: false };
        if gap.mine != Strength::NotStated {
            mark_ui(ui, ctx, cell, color);
        }
        let how = ctx.fill(T::GapMine, &[("mine", &mine), ("how", &cell.sentence(ctx.lang()))]);
        ui.label(if gap.mine == Strength::Absent { bold(how).size(12.5) } else { weak(how) });
        let peers: Vec<String> = gap.peers.iter().map(|peer| row_name(ctx, *peer)).collect();
        ui.label(RichText::new(ctx.fill(T::GapPeers, &[("peers", &peers.join(ctx.lang().comma()))])).size(12.5));
        let n: &dyn std::fmt::Display = &gap.statements.len();
        let text = ctx.fill(if is_unfolded { T::GapFold } else { T::GapUnfold }, &[("n", n)]);
        let fold = link_ui(ui, RichText::new(text).size(12.5).underline());
        let name = ctx.fill(T::GapStatements, &[("focus", &focus), ("n", n)]);
        fold.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_unfolded, &name));
        if fold.clicked() {
            ui.data_mut(|data| data.insert_temp(id, !is_unfolded));
        }
    });
    if is_unfolded {
        let (shown, rest) = gap.statements.split_at(gap.statements.len().min(SHOWN));
        for i in shown {
            told_ui(ui, ctx, gap, *i);
        }
        if !rest.is_empty() {
            let more = weak(ctx.fill(T::MoreStatements, &[("n", &rest.len())]));
            CollapsingHeader::new(more).id_salt("more").show_unindented(ui, |ui| {
                for i in rest {
                    told_ui(ui, ctx, gap, *i);
                }
            });
        }
        ui.add_space(6.0);
    }
}

/// Of whom, with which mark and strength, and then as everywhere.
fn told_ui(ui: &mut Ui, ctx: &Ctx<'_>, gap: &Gap, i: StatementIdx) {
    let s = &ctx.catalogue()[i];
    let cell = Cell::of(s);
    let of: Vec<String> =
        gap.peers.iter().filter(|peer| is_of(ctx, &s.of, **peer)).map(|peer| row_name(ctx, *peer)).collect();
    let strength = s.strength.name(ctx.lang());
    let words = ctx.fill(T::GapOf, &[("of", &of.join(ctx.lang().comma())), ("strength", &strength)]);
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        mark_ui(ui, ctx, cell, ctx.colors.focus(usize::from(gap.focus.0)));
        ui.label(RichText::new(words).size(12.5).color(ctx.colors.weak));
    });
    statement_ui(ui, ctx, i, gap.peers.first().copied());
}

/// Whether a statement is among those that the cell of a column rests on: of a place, what is said of its policies too.
fn is_of(ctx: &Ctx<'_>, of: &Of, peer: Row) -> bool {
    let place = peer.region(ctx.catalogue());
    match (of, peer) {
        (Of::Policy(policy), Row::Policy(own)) => *policy == own,
        (Of::Policy(policy), Row::Region(_)) => ctx.catalogue()[*policy].region == place,
        (Of::Regions(places), _) => places.contains(&place),
        _ => false,
    }
}
