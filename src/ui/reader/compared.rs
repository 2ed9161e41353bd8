//! Draft and final side by side: what differs is marked to the character, by colour and by a line through or under it.
//! All is laid out once for a width, and what is in sight is painted.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Galley, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::catalogue::Version;
use crate::session::{ComparedRow, ComparedTexts, ReadingStep, TextReader};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::words::ReaderText as W;

/// The size of the text, and what lies between two sentences.
const SIZE: f32 = 15.0;
const GAP: f32 = 8.0;

/// Two texts as laid out.
#[derive(Default)]
pub struct LaidPair {
    texts: Option<Arc<ComparedTexts>>,
    width: f32,
    ink: egui::Color32,
    rows: Vec<[Arc<Galley>; 2]>,
    tops: Vec<f32>,
    /// The place among those that differ that was gone to last.
    at: Option<usize>,
}

impl LaidPair {
    fn begin(&mut self, ui: &Ui, ctx: &Ctx<'_>, texts: &Arc<ComparedTexts>, width: f32) {
        let is_same = self.texts.as_ref().is_some_and(|old| Arc::ptr_eq(old, texts));
        if is_same && (self.width - width).abs() < 0.5 && self.ink == ctx.colors.text {
            return;
        }
        (self.texts, self.width, self.ink, self.at) = (Some(texts.clone()), width, ctx.colors.text, None);
        self.rows = texts.rows.iter().map(|row| laid(ui, ctx, row, width)).collect();
        let mut top = 0.0;
        self.tops = vec![0.0];
        for [before, after] in &self.rows {
            top += before.rect.height().max(after.rect.height()) + GAP;
            self.tops.push(top);
        }
    }
}

fn laid(ui: &Ui, ctx: &Ctx<'_>, row: &ComparedRow, width: f32) -> [Arc<Galley>; 2] {
    let job = |pieces: &[(String, bool)], is_before: bool| {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (text, alone) in pieces {
            let mut format = TextFormat::simple(FontId::proportional(SIZE), ctx.colors.text);
            if *alone {
                format.background = ctx.colors.found;
                let line = Stroke::new(1.0, ctx.colors.text);
                *if is_before { &mut format.strikethrough } else { &mut format.underline } = line;
            }
            job.append(text, 0.0, format);
        }
        ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
    };
    [job(&row.before, true), job(&row.after, false)]
}

/// The two texts.
pub fn compared_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut LaidPair, reader: &TextReader, texts: &Arc<ComparedTexts>) {
    let lang = ctx.lang();
    let mut goes = None;
    ui.horizontal(|ui| {
        ui.label(bold(W::ComparedCount.fill(lang, &[("n", &texts.changed), ("all", &texts.rows.len())])));
        if texts.changed > 0 && ui.button(W::NextChange.get(lang)).clicked() {
            let after = memory.at.map_or(0, |at| at + 1);
            let mut changed = texts.rows.iter().enumerate().filter(|(_, row)| row.is_changed()).map(|(at, _)| at);
            goes = changed.clone().find(|at| *at >= after).or_else(|| changed.next());
        }
        if ui.button(W::ComparedClose.get(lang)).clicked() {
            ctx.send(ReadingStep::Compare(false));
        }
    });
    let width = ((ui.available_width() - 40.0) / 2.0).max(80.0);
    memory.begin(ui, ctx, texts, width);
    let is_draft = reader.other_version() == Version::Draft;
    let names = if is_draft { [Version::Draft, Version::Own] } else { [Version::Own, Version::Final] };
    ui.horizontal(|ui| {
        for version in names {
            ui.allocate_ui(vec2(width + 12.0, 20.0), |ui| {
                ui.set_min_width(width + 12.0);
                ui.label(
                    RichText::new(lang.capital(reader.version_name(version, lang))).size(12.5).color(ctx.colors.weak),
                );
            });
        }
    });
    let mut scroll = ScrollArea::vertical().id_salt("compared texts").auto_shrink([false, false]);
    if let Some(at) = goes {
        memory.at = goes;
        scroll = scroll.vertical_scroll_offset((memory.tops.get(at).copied().unwrap_or_default() - 40.0).max(0.0));
    }
    scroll.show_viewport(ui, |ui, seen| {
        let top = ui.min_rect().left_top();
        ui.set_height(memory.tops.last().copied().unwrap_or_default());
        ui.set_width(ui.available_width());
        let first = memory.tops.partition_point(|top| *top <= seen.top()).saturating_sub(1);
        let rows = memory.rows.iter().zip(&memory.tops).zip(&texts.rows).enumerate().skip(first);
        for (at, ((galleys, y), row)) in rows.take_while(|(_, ((_, y), _))| **y < seen.bottom()) {
            let place = top + vec2(10.0, *y);
            if row.is_changed() {
                let high = galleys.iter().map(|galley| galley.rect.height()).fold(0.0, f32::max);
                let bar = Rect::from_min_size(place - vec2(8.0, 0.0), vec2(3.0, high));
                ui.painter().rect_filled(bar, 0.0, ctx.colors.strong);
            }
            for (n, galley) in galleys.iter().enumerate() {
                let left = place + vec2((width + 20.0) * n as f32, 0.0);
                ui.painter().galley(left, galley.clone(), ctx.colors.text);
                if galley.job.text.is_empty() {
                    continue;
                }
                let whole = Rect::from_min_size(left, vec2(width, galley.rect.height()));
                let response = ui.interact(whole, egui::Id::unique(("compared", at, n)), Sense::hover());
                let version = names.get(n).map_or("", |version| reader.version_name(*version, lang));
                let words = if row.is_changed() { W::ComparedChanged } else { W::ComparedSame };
                let name = words.fill(lang, &[("version", &version), ("text", &galley.job.text)]);
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
            }
        }
    });
}
