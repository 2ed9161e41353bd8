//! The chosen step: its name, time and notes, what can be done with it, and what the open catalogue has no more.

use std::time::Duration;

use egui::{Button, Label, RichText, ScrollArea, Sense, Stroke, StrokeKind, Theme, Ui, vec2};

use super::{EditorMemory, Field, Look, field_ui, say};
use crate::session::{SheetRow, WalkSheet, Walking};
use crate::ui::Ctx;
use crate::ui::fonts::bold;
use crate::ui::scene::picture;
use crate::walk::{Edit, Step, clock, read_clock};
use crate::words::WalkEditText as T;

/// The width of the picture of the step, and the height of the form from which there is room for it.
const PICTURE: f32 = 320.0;
const WITH_PICTURE: f32 = 420.0;
/// The least height of the notes.
const LEAST_NOTES: f32 = 90.0;
/// The most that is told of what is missing before it scrolls.
const MOST_GONE: f32 = 110.0;

/// The chosen step, down to where it is to end.
pub fn form_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet, bottom: f32) {
    let at = ctx.session.tour().at();
    let (Some(words), Some(step)) = (sheet.rows.get(at), sheet.walk.steps.get(at)) else { return };
    if bottom - ui.cursor().top() > WITH_PICTURE {
        picture_ui(ui, ctx, at, words);
    }
    ui.horizontal(|ui| {
        ui.label(bold(T::StepOf.fill(ctx.lang(), &[("number", &(at + 1))])));
        ui.add(Label::new(RichText::new(&words.what).size(12.5).color(ctx.colors.weak)).truncate());
    });
    fields_ui(ui, ctx, typed, step, words);
    ui.add_space(4.0);
    deeds_ui(ui, ctx, typed, step, sheet.rows.len());
    if !words.gone.is_empty() {
        ui.add_space(4.0);
        ui.label(bold(say(ctx, T::OnlyYou)).size(12.5));
        ScrollArea::vertical().id_salt("gone").max_height(MOST_GONE).auto_shrink([false, true]).show(ui, |ui| {
            for line in &words.gone {
                ui.add(Label::new(RichText::new(line).size(12.5).color(ctx.colors.error)).wrap());
            }
        });
    }
    ui.add_space(4.0);
    let label = ui.label(say(ctx, T::StepNotes));
    let room = (bottom - ui.cursor().top()).max(LEAST_NOTES);
    ScrollArea::vertical().id_salt(("notes", at)).max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let rows = (room / ui.text_style_height(&egui::TextStyle::Body)) as usize;
        let rows = rows.saturating_sub(1).max(2);
        let look = Look { hint: say(ctx, T::StepNotesHint), width: f32::INFINITY, rows, height: room - 1.0 };
        let (response, text) = field_ui(ui, typed, (Field::Notes, at), &step.notes, &look);
        response.labelled_by(label.id);
        if let Some(notes) = text {
            ctx.send(Walking::from(Edit::Notes { at, notes }));
        }
    });
}

/// The step as the room sees it.
fn picture_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, words: &SheetRow) {
    let is_dark = ui.ctx().theme() == Theme::Dark;
    if ctx.session.tour().is_dark() != is_dark {
        ctx.send(Walking::Dark(is_dark));
    }
    let Some(scene) = ctx.session.tour().preview() else { return };
    let width = ui.available_width().min(PICTURE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, width * scene.height / scene.width), Sense::hover());
    let name = T::StepPicture.fill(ctx.lang(), &[("number", &(at + 1)), ("title", &words.title)]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &name));
    let page = picture(ui.painter(), scene, rect);
    ui.painter().rect_stroke(page, 0.0, Stroke::new(1.0, ctx.colors.outline), StrokeKind::Inside);
    ui.add_space(4.0);
}

fn fields_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, step: &Step, words: &SheetRow) {
    let at = ctx.session.tour().at();
    ui.horizontal(|ui| {
        let label = ui.label(say(ctx, T::StepName));
        let wide = (ui.available_width() - 190.0).max(100.0);
        let look = Look { hint: &words.usual, width: wide, rows: 1, height: 0.0 };
        let (response, text) = field_ui(ui, typed, (Field::Name, at), &step.slide.name, &look);
        response.labelled_by(label.id);
        if let Some(name) = text {
            ctx.send(Walking::from(Edit::Rename { at, name }));
        }
        let label = ui.label(say(ctx, T::StepTime));
        let now = step.seconds.map(|seconds| clock(Duration::from_secs(seconds.into()))).unwrap_or_default();
        let look = Look { hint: say(ctx, T::StepTimeHint), width: 64.0, rows: 1, height: 0.0 };
        let (response, text) = field_ui(ui, typed, (Field::Time, at), &now, &look);
        response.labelled_by(label.id);
        if let Some(text) = text {
            match (text.trim().is_empty(), read_clock(&text)) {
                (true, _) => ctx.send(Walking::from(Edit::Time { at, seconds: None })),
                (_, Some(seconds)) => ctx.send(Walking::from(Edit::Time { at, seconds: Some(seconds) })),
                // Half of a time is none yet.
                _ => {}
            }
        }
    });
    let slip = |text: &str| !text.trim().is_empty() && read_clock(text).is_none();
    if typed.text.as_ref().is_some_and(|(spot, text)| *spot == (Field::Time, at) && slip(text)) {
        ui.label(RichText::new(say(ctx, T::StepTimeBad)).size(12.5).color(ctx.colors.error));
    }
}

fn deeds_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, step: &Step, count: usize) {
    let at = ctx.session.tour().at();
    let skip = if step.skip { T::NoSkip } else { T::Skip };
    let deeds = [
        (T::MoveUp, at > 0, Edit::Move { from: at, to: at.saturating_sub(1) }),
        (T::MoveDown, at + 1 < count, Edit::Move { from: at, to: at + 1 }),
        (skip, true, Edit::Skip(at)),
        (T::Duplicate, true, Edit::Duplicate(at)),
        (T::Remove, true, Edit::Remove(at)),
    ];
    ui.horizontal_wrapped(|ui| {
        for (name, can, edit) in deeds {
            if ui.add_enabled(can, Button::new(say(ctx, name))).clicked() {
                // What is removed takes the form with it.
                typed.wants_row |= matches!(edit, Edit::Remove(_));
                ctx.send(Walking::from(edit));
            }
        }
    });
}
