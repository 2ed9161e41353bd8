//! News and the progress of work, at the right of the tabs, where there is most often nothing, else at the lower edge: they
//! push nothing away and cover no tab. News goes by itself once it has been read; what went wrong stays until it is
//! dismissed.

use std::path::Path;
use std::time::Duration;

use egui::{Align2, Area, Event, Frame, Id, Margin, Order, ProgressBar, RichText, TextStyle, Ui, vec2};

use super::Ctx;
use super::widgets::icon_button_ui;
use crate::look::Font;
use crate::session::{Action, Effect, Recent};
use crate::words::{ExportText as E, UiText as T};

/// Seconds in which a short notice is read.
const READ_IN: f64 = 6.0;
/// Characters read in a second.
const A_SECOND: f64 = 12.0;
/// The most that it is wide, and the least room beside the tabs in which it stands.
const WIDE: f32 = 900.0;
const BESIDE: f32 = 420.0;

/// Since when a notice is shown, and whether somebody has done something since.
#[derive(Default)]
pub struct NoticeMemory {
    text: String,
    since: f64,
    is_seen: bool,
}

/// The bar that a notice stands in.
#[derive(Clone, Copy)]
pub struct NoticePlace {
    /// The right end of what a press in it, or in the bar below, goes to.
    pub right: f32,
    /// Its top.
    pub top: f32,
}

/// The notice, or how far work under way has come.
pub fn notice_ui(ui: &Ui, ctx: &Ctx<'_>, memory: &mut NoticeMemory, bars: NoticePlace) {
    if !has_news(ctx, memory) {
        return;
    }
    let window = ui.ctx().content_rect();
    let beside = window.right() - bars.right - 24.0;
    let is_beside = beside >= BESIDE;
    // Below the bars it would lie over the buttons that are wanted next.
    let (align, at, room) = if is_beside {
        (Align2::RIGHT_TOP, vec2(-8.0, bars.top + 2.0), beside)
    } else {
        (Align2::CENTER_BOTTOM, vec2(0.0, -6.0), window.width() - 40.0)
    };
    let wide = room.min(WIDE);
    let area = Area::new(Id::unique("notice")).order(Order::Middle).anchor(align, at);
    area.show(ui.ctx(), |ui| {
        ui.set_max_width(wide);
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| content_ui(ui, ctx));
    });
    goes_when_read(ui, ctx, memory);
}

/// The same as a line of what lies around it, where it covers nothing.
pub fn notice_line_ui(ui: &mut Ui, ctx: &Ctx<'_>, memory: &mut NoticeMemory) {
    if !has_news(ctx, memory) {
        return;
    }
    let frame = Frame::new().fill(ctx.colors.raised).corner_radius(4.0).inner_margin(Margin::symmetric(8, 3));
    frame.show(ui, |ui| content_ui(ui, ctx));
    ui.add_space(2.0);
    goes_when_read(ui, ctx, memory);
}

/// Whether there is anything to show.
fn has_news(ctx: &Ctx<'_>, memory: &mut NoticeMemory) -> bool {
    let (is_working, has_notice) = (ctx.session.job().is_some(), ctx.session.pointing().notice.is_some());
    if is_working || !has_notice {
        *memory = NoticeMemory::default();
    }
    is_working || has_notice
}

/// Takes news away that was there long enough to be read, by somebody who has moved the pointer or pressed a key since.
fn goes_when_read(ui: &Ui, ctx: &Ctx<'_>, memory: &mut NoticeMemory) {
    let notice = ctx.session.pointing().notice.as_ref().filter(|_| ctx.session.job().is_none());
    let Some(notice) = notice.filter(|notice| !notice.is_error) else { return };
    let now = ui.input(|input| input.time);
    if memory.text != notice.text {
        *memory = NoticeMemory { text: notice.text.clone(), since: now, is_seen: false };
        return;
    }
    let is_doing = |event: &Event| matches!(event, Event::PointerMoved(_) | Event::Key { .. } | Event::Text(_));
    memory.is_seen |= ui.input(|input| input.events.iter().any(is_doing));
    let left = memory.since + READ_IN.max(notice.text.chars().count() as f64 / A_SECOND) - now;
    match memory.is_seen {
        true if left <= 0.0 => ctx.send(Action::Notify(None)),
        true => ui.ctx().request_repaint_after(Duration::from_secs_f64(left)),
        false => {}
    }
}

fn content_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.horizontal(|ui| {
        if let Some(job) = ctx.session.job() {
            ui.label(ctx.fill(T::Working, &[("name", &job.name)]));
            ui.add(ProgressBar::new(job.done).desired_width(240.0).show_percentage());
            if ui.button(ctx.text(T::Cancel)).clicked() {
                ctx.send(Action::Do(Effect::Cancel));
            }
        } else if let Some(notice) = &ctx.session.pointing().notice {
            let color = if notice.is_error { ctx.colors.error } else { ctx.colors.text };
            let text = egui::Label::new(RichText::new(&notice.text).color(color)).wrap().selectable(true);
            let buttons = if ctx.session.pointing().written().is_some() { 260.0 } else { 132.0 };
            let room = ui.available_width() - buttons;
            let size = TextStyle::Body.resolve(ui.style()).size;
            if Font::regular(size).width(&notice.text) < room {
                // On the line of its buttons.
                ui.add(text);
            } else {
                // A long notice wraps before the button that takes it away, not below it.
                ui.vertical(|ui| {
                    ui.set_max_width(room);
                    ui.add(text);
                });
            }
            if let Some(path) = ctx.session.pointing().gone()
                && ui.button(ctx.text(T::RecentRemove)).clicked()
            {
                ctx.send(Action::Recent(Recent::Remove(path.to_owned())));
            }
            if let Some(path) = ctx.session.pointing().written() {
                written_ui(ui, ctx, path);
            }
            if let Some((dialog, _)) = ctx.session.pointing().unwritten()
                && ui.button(E::Again.get(ctx.lang())).clicked()
            {
                ctx.send(Action::Show(Some(dialog)));
            }
            if icon_button_ui(ui, "×", ctx.text(T::Dismiss)).clicked() {
                ctx.send(Action::Notify(None));
            }
        }
    });
}

/// Opens the file just written, or its folder.
fn written_ui(ui: &mut Ui, ctx: &Ctx<'_>, path: &Path) {
    for (name, opened) in [(E::OpenFile, Some(path)), (E::OpenFolder, path.parent())] {
        if let Some(opened) = opened
            && ui.button(name.get(ctx.lang())).clicked()
        {
            ctx.send(Action::Do(Effect::OpenFile(opened.to_owned())));
        }
    }
}
