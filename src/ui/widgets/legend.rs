//! The legend of the marks, which never goes away. An entry goes to the next line whole, its sign with its words.

use egui::{RichText, Sense, Ui, vec2};

use super::explained_ui;
use super::mark::{BEYOND, mark_ui, mark_width, paint_filled};
use crate::catalogue::{Basis, ListKind, Strength};
use crate::look::{Font, even_room};
use crate::query::{Cell, Unit};
use crate::session::has_public_sources;
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::view::Tab;
use crate::words::{FigureText, UiText as T, WorkbenchText as W};

const SIZE: f32 = 12.0;
/// Between two entries, and between a sign and its words.
const GAP: f32 = 14.0;
const INNER: f32 = 4.0;
/// From one line to the next.
const LINE: f32 = 20.0;

/// A sign of the legend.
#[derive(Clone, Copy)]
enum LegendSign {
    Nothing,
    Mark(Cell),
    Share,
    Dot,
}

/// A sign with its words.
struct LegendEntry {
    sign: LegendSign,
    words: &'static str,
    /// Words in bold after the others.
    strong: &'static str,
    /// Its meaning in full.
    hint: &'static str,
}

impl LegendEntry {
    fn of(sign: LegendSign, words: &'static str, hint: &'static str) -> LegendEntry {
        LegendEntry { sign, words, strong: "", hint }
    }

    fn sign_width(&self, ctx: &Ctx<'_>) -> f32 {
        match self.sign {
            LegendSign::Nothing => 0.0,
            LegendSign::Mark(cell) => mark_width(cell, ctx.lang()) + INNER,
            LegendSign::Share => 16.0 + INNER,
            LegendSign::Dot => 8.0 + INNER,
        }
    }

    fn width(&self, ctx: &Ctx<'_>) -> f32 {
        let words = Font::regular(SIZE).width(self.words) + Font::bold(SIZE).width(self.strong);
        self.sign_width(ctx) + words
    }

    fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let gray = ctx.colors.weak;
        let room = |ui: &mut Ui, wide: f32| ui.allocate_exact_size(vec2(wide, 16.0), Sense::hover()).0;
        match self.sign {
            LegendSign::Nothing => {}
            LegendSign::Mark(cell) => mark_ui(ui, ctx, cell, gray),
            LegendSign::Share => {
                let center = room(ui, 16.0).center();
                paint_filled(ui.painter(), center, 6.5, 0.4, gray);
            }
            LegendSign::Dot => {
                let center = room(ui, 8.0).center();
                ui.painter().circle_filled(center, BEYOND, ctx.colors.outline);
            }
        }
        if !matches!(self.sign, LegendSign::Nothing) {
            ui.add_space(INNER);
        }
        let words = ui.label(RichText::new(self.words).size(SIZE).color(gray));
        if !self.hint.is_empty() {
            explained_ui(ui, words, self.hint);
        }
        if !self.strong.is_empty() {
            ui.label(bold(self.strong).size(SIZE));
        }
    }
}

/// The entries that the page needs.
fn entries(ctx: &Ctx<'_>) -> Vec<LegendEntry> {
    let (lang, derived) = (ctx.lang(), ctx.session.derived());
    let stated = |basis, open| LegendSign::Mark(Cell { strength: Strength::Mentioned, basis: Some(basis), open });
    let share = LegendEntry::of(LegendSign::Share, W::LegendShare.get(lang), "");
    let floor = LegendEntry::of(LegendSign::Nothing, ctx.text(T::LegendFloor), FigureText::FloorMeans.get(lang));
    let blank = LegendSign::Mark(Cell::blank(false));
    let unseen = Strength::NotAssessed.definition().get(lang);
    let unseen = LegendEntry::of(blank, ctx.text(T::LegendNotAssessed), unseen);
    let beyond = LegendEntry::of(LegendSign::Dot, W::LegendBeyond.get(lang), "");
    let named = Basis::Policy.definition().get(lang);
    let spoken = Basis::Region.definition().get(lang);
    let open = ListKind::Open.definition().get(lang);
    // Shares are painted by place, and what is beyond the lens in the overview alone.
    let is_overview = ctx.session.view().tab == Tab::Overview;
    let is_by_place = is_overview || ctx.session.view().unit == Unit::Region;
    let has_beyond =
        is_overview && ctx.session.data().with_public > 0 && !has_public_sources(&ctx.session.view().query);
    let all = [
        (true, LegendEntry::of(stated(Basis::Policy, false), ctx.text(T::LegendPolicy), named)),
        (is_by_place && derived.shares().any(), share),
        (true, LegendEntry::of(stated(Basis::Region, false), ctx.text(T::LegendRegion), spoken)),
        (true, LegendEntry::of(stated(Basis::Region, true), ctx.text(T::LegendOpen), open)),
        (derived.focuses.iter().any(|count| count.stated.is_floor), floor),
        (derived.focuses.iter().any(|count| count.not_assessed > 0), unseen),
        (
            true,
            LegendEntry {
                strong: ctx.text(T::LegendNotAbsence),
                ..LegendEntry::of(
                    LegendSign::Nothing,
                    ctx.text(T::LegendBlank),
                    Strength::NotStated.definition().get(lang),
                )
            },
        ),
        (has_beyond, beyond),
    ];
    all.into_iter().filter_map(|(is_there, entry)| is_there.then_some(entry)).collect()
}

/// The entries line by line in a width, on lines of about the same length, so that none stands alone on the last.
fn lines(width: f32, ctx: &Ctx<'_>) -> Vec<Vec<LegendEntry>> {
    let entries = entries(ctx);
    let widths: Vec<f32> = entries.iter().map(|entry| entry.width(ctx)).collect();
    let width = even_room(&widths, GAP, width);
    let mut lines: Vec<Vec<LegendEntry>> = Vec::new();
    let mut used = 0.0;
    for (entry, wide) in entries.into_iter().zip(widths) {
        match lines.last_mut() {
            Some(line) if used + GAP + wide <= width => {
                used += GAP + wide;
                line.push(entry);
            }
            _ => {
                used = wide;
                lines.push(vec![entry]);
            }
        }
    }
    lines
}

/// The height of the legend in a width.
pub fn legend_height(width: f32, ctx: &Ctx<'_>) -> f32 {
    10.0 + lines(width, ctx).len() as f32 * LINE
}

/// The legend.
pub fn legend_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.spacing_mut().item_spacing.y = LINE - 16.0;
    ui.spacing_mut().interact_size.y = 16.0;
    for line in lines(ui.available_width(), ctx) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
            for (at, entry) in line.iter().enumerate() {
                if at > 0 {
                    ui.add_space(GAP);
                }
                entry.ui(ui, ctx);
            }
        });
    }
}
