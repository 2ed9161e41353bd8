//! The editor of the walk in hand: what can be done with it, its steps, and beside them the chosen one.

mod form;
mod list;
mod saved;

use egui::{Button, Frame, Key, Label, Margin, Modifiers, Response, RichText, TextEdit, Ui, UiBuilder, vec2};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::shelf::fault_ui;
use super::widgets::foot_in_sight;
use crate::session::{Action, Answer, Dialog, Staging, WalkSheet, Walking, Way};
use crate::view::tidy;
use crate::walk::{Edit, Screens, begins_at, clock};
use crate::words::{HandoutText, WalkEditText as T};

/// The height of what stands below the steps.
const FOOT: f32 = 40.0;
/// The least height of the steps.
const LEAST: f32 = 230.0;
/// From this width on the chosen step stands beside the list, else below it.
const BESIDE: f32 = 640.0;
/// Between the list and the chosen step.
const GAP: f32 = 18.0;

/// The state of the editor that painting alone needs.
pub struct EditorMemory {
    /// The field that is typed into, and its text as typed.
    text: Option<(Spot, String)>,
    /// A field had the keyboard when it was last painted.
    in_field: bool,
    /// The keyboard is to go to the chosen step of the list.
    wants_row: bool,
    /// The keyboard is to go to this field.
    wants: Option<Field>,
    /// The question about unsaved edits stood there when it was last painted.
    asked: bool,
    list: list::ListMemory,
}

impl Default for EditorMemory {
    fn default() -> EditorMemory {
        EditorMemory {
            text: None,
            in_field: false,
            wants_row: true,
            wants: None,
            asked: false,
            list: list::ListMemory::default(),
        }
    }
}

/// A field, and the step that it is of.
type Spot = (Field, usize);

/// A field of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Field {
    Walk,
    Name,
    Time,
    Notes,
}

/// The editor.
pub fn walk_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory) {
    let Some(sheet) = ctx.session.tour().sheet() else { return };
    keys(ui, ctx, typed);
    typed.in_field = false;
    head_ui(ui, ctx, typed, sheet);
    ui.add_space(4.0);
    if ctx.session.tour().is_asking() {
        question_ui(ui, ctx, typed, sheet);
    } else {
        typed.asked = false;
        tools_ui(ui, ctx, typed, sheet);
    }
    fault_ui(ui, ctx, ctx.session.tour().shelf());
    if sheet.differs() {
        whole_ui(ui, ctx, sheet);
    }
    ui.add_space(4.0);
    // The outer part of a dialog scrolls, so what is left of the screen has to be reckoned.
    let used = ui.cursor().top() - ui.min_rect().top();
    let height = (ui.ctx().content_rect().height() - 72.0 - used - FOOT).max(LEAST);
    if sheet.rows.is_empty() {
        ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
            ui.set_min_height(height);
            nothing_ui(ui, ctx);
        });
    } else if ui.available_width() < BESIDE {
        list::list_ui(ui, ctx, typed, sheet, LEAST);
        ui.add_space(8.0);
        let bottom = ui.cursor().top() + LEAST;
        form::form_ui(ui, ctx, typed, sheet, bottom);
    } else {
        let (_, place) = ui.allocate_space(vec2(ui.available_width(), height));
        let middle = place.left() + place.width() * 0.52;
        let mut left = ui.new_child(UiBuilder::new().max_rect(place.with_max_x(middle)).id_salt("steps"));
        let bottom = list::list_ui(&mut left, ctx, typed, sheet, height);
        let mut right = ui.new_child(UiBuilder::new().max_rect(place.with_min_x(middle + GAP)).id_salt("step"));
        form::form_ui(&mut right, ctx, typed, sheet, bottom);
    }
    foot_ui(ui, ctx, sheet);
}

fn say(ctx: &Ctx<'_>, text: T) -> &'static str {
    text.get(ctx.lang())
}

/// Keys that mean the same wherever the keyboard is, and undo where no text has one of its own.
fn keys(ui: &Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory) {
    let pressed = |modifiers: Modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let shifted = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    // Esc leaves a field before it closes the editor.
    if typed.in_field && pressed(Modifiers::NONE, Key::Escape) {
        typed.wants_row = true;
    }
    if pressed(shifted, Key::S) {
        ctx.send(Action::Show(Some(Dialog::SaveWalk)));
    } else if pressed(Modifiers::COMMAND, Key::S) {
        ctx.send(Walking::Save);
    }
    if pressed(Modifiers::COMMAND, Key::O) {
        ctx.send(Action::Show(Some(Dialog::Walks)));
    }
    if pressed(Modifiers::COMMAND, Key::M) {
        ctx.send(Walking::Add);
    }
    let is_empty = ctx.session.tour().sheet().is_none_or(|sheet| sheet.rows.is_empty());
    if pressed(Modifiers::NONE, Key::F5) && !is_empty {
        present(ctx);
    }
    if !typed.in_field {
        if pressed(shifted, Key::Z) {
            ctx.send(Walking::Redo);
        } else if pressed(Modifiers::COMMAND, Key::Z) {
            ctx.send(Walking::Undo);
        }
    }
}

/// A show of the walk in hand begins at the chosen step.
fn present(ctx: &Ctx<'_>) {
    ctx.send(Walking::From(ctx.session.tour().at()));
    ctx.send(Staging::Begin(Screens::Two));
}

/// The walk's name, and where it stands.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(ctx, T::WalkName));
        let wide = (ui.available_width() * 0.36).clamp(160.0, 400.0);
        let look = Look { hint: "", width: wide, rows: 1, height: 0.0 };
        let (response, text) = field_ui(ui, typed, (Field::Walk, 0), &sheet.walk.name, &look);
        response.labelled_by(label.id);
        if let Some(name) = text {
            ctx.send(Walking::from(Edit::Name(name)));
        }
        let tour = ctx.session.tour();
        let file = match tour.file() {
            Some(file) => T::InFile.fill(ctx.lang(), &[("file", &file)]),
            None => say(ctx, if tour.is_ready() { T::IsReady } else { T::InNoFile }).to_owned(),
        };
        if tour.is_unsaved() {
            ui.label(bold(say(ctx, T::Unsaved)).size(12.5));
        }
        ui.add(Label::new(RichText::new(&file).size(12.5).color(ctx.colors.weak)).truncate()).on_hover_text(&file);
    });
}

/// The buttons for the walk as a whole.
fn tools_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet) {
    let tour = ctx.session.tour();
    ui.horizontal_wrapped(|ui| {
        let through = through_ui(ui, ctx, typed);
        // Without a step this is what comes next.
        if sheet.rows.is_empty() && std::mem::take(&mut typed.wants_row) {
            through.request_focus();
        }
        add_ui(ui, ctx);
        ui.separator();
        if ui.add_enabled(tour.undoes(), Button::new(say(ctx, T::Undo))).clicked() {
            ctx.send(Walking::Undo);
        }
        if ui.add_enabled(tour.redoes(), Button::new(say(ctx, T::Redo))).clicked() {
            ctx.send(Walking::Redo);
        }
        ui.separator();
        ui.menu_button(menu_name(say(ctx, T::New)), |ui| {
            for (name, walking) in [(T::Blank, Walking::New), (T::Ready, Walking::Ready)] {
                if ui.button(say(ctx, name)).clicked() {
                    ctx.send(walking);
                    typed.wants_row = true;
                    ui.close();
                }
            }
        });
        if ui.button(say(ctx, T::Open)).clicked() {
            ctx.send(Action::Show(Some(Dialog::Walks)));
        }
        if ui.button(say(ctx, T::Save)).clicked() {
            ctx.send(Walking::Save);
        }
        if ui.button(say(ctx, T::SaveAs)).clicked() {
            ctx.send(Action::Show(Some(Dialog::SaveWalk)));
        }
        if ui.add_enabled(!sheet.rows.is_empty(), Button::new(HandoutText::Button.get(ctx.lang()))).clicked() {
            ctx.send(Action::Show(Some(Dialog::Handout)));
        }
    });
}

/// A button that opens a menu says so.
fn menu_name(name: &str) -> String {
    format!("{name} ▼")
}

/// A walk through the places of the filter, in an order to choose.
fn through_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory) -> Response {
    let can = Command::WalkRegions.applies(ctx);
    let menu = ui.add_enabled_ui(can, |ui| {
        let menu = ui.menu_button(menu_name(say(ctx, T::Walk)), |ui| {
            for way in Way::ALL {
                let name = match way {
                    Way::Code => T::ByCode,
                    Way::Month => T::ByMonth,
                    Way::Emphasis => T::ByEmphasis,
                    Way::OnScreen => T::ByScreen,
                };
                if ui.button(say(ctx, name)).clicked() {
                    ctx.send(Walking::Through(way));
                    typed.wants_row = true;
                    ui.close();
                }
            }
        });
        menu.response.on_hover_text(say(ctx, T::WalkHint))
    });
    menu.inner
}

/// A step that shows what the window shows behind the editor.
fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let add = ui.button(say(ctx, T::AddThis));
    let title = || ctx.session.shown_slide().title(ctx.catalogue(), ctx.lang());
    let add = add.on_hover_ui(|ui| {
        ui.label(T::AddThisHint.fill(ctx.lang(), &[("title", &title())]));
    });
    if add.clicked() {
        ctx.send(Walking::Add);
    }
}

/// Another walk waits: what happens to the edits of this one.
fn question_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut EditorMemory, sheet: &WalkSheet) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        ctx.send(Walking::Answer(Answer::Stay));
    }
    let frame = Frame::new().fill(ctx.colors.raised).corner_radius(4.0).inner_margin(Margin::symmetric(10, 6));
    frame.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(bold(T::Replace.fill(ctx.lang(), &[("name", &sheet.walk.name)])));
            let save = ui.button(say(ctx, T::ReplaceSave));
            if !std::mem::replace(&mut typed.asked, true) {
                save.request_focus();
                typed.wants_row = false;
            }
            let rest = [(T::ReplaceDiscard, Answer::Discard), (T::ReplaceStay, Answer::Stay)];
            let others = rest.map(|(name, answer)| (ui.button(say(ctx, name)), answer));
            for (button, answer) in [(save, Answer::Save)].into_iter().chain(others) {
                if button.clicked() {
                    ctx.send(Walking::Answer(answer));
                    typed.wants_row = true;
                }
            }
        });
    });
}

/// The differences of the walk as a whole from the catalogue, and the button that adopts the catalogue.
fn whole_ui(ui: &mut Ui, ctx: &Ctx<'_>, sheet: &WalkSheet) {
    ui.horizontal_wrapped(|ui| {
        let gone: usize = sheet.rows.iter().map(|row| row.gone.len()).sum();
        ui.label(bold(say(ctx, T::OnlyYou)).size(12.5));
        let steps = (gone > 0).then(|| T::GoneInSteps.fill(ctx.lang(), &[("n", &gone)]));
        let lines = sheet.whole.iter().cloned().chain(steps).collect::<Vec<_>>();
        ui.add(Label::new(RichText::new(lines.join(ctx.lang().semicolon())).size(12.5)).wrap());
        let adopt = ui.button(RichText::new(say(ctx, T::Adopt)).size(12.5));
        if adopt.on_hover_text(say(ctx, T::AdoptHint)).clicked() {
            ctx.send(Walking::Adopt);
        }
    });
}

/// A walk without steps: what to do next.
fn nothing_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.add_space(56.0);
    ui.vertical_centered(|ui| {
        ui.label(bold(say(ctx, T::NoSteps)).size(15.0));
        ui.add_space(6.0);
        ui.set_max_width(560.0);
        ui.add(Label::new(RichText::new(say(ctx, T::NoStepsHint)).color(ctx.colors.weak)).wrap());
    });
}

/// The step that a show begins with, and whether one ended there.
fn present_words(ctx: &Ctx<'_>, sheet: &WalkSheet) -> String {
    let tour = ctx.session.tour();
    let at = |step| begins_at(sheet.walk.steps.iter().map(|step| step.skip), step);
    let step = at(tour.at());
    let text = match () {
        () if step == at(0) => T::PresentAll,
        () if step == tour.start() => T::PresentOn,
        () => T::PresentFrom,
    };
    text.fill(ctx.lang(), &[("number", &(step + 1))])
}

/// The time planned, and closing.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, sheet: &WalkSheet) {
    ui.add_space(6.0);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    foot_in_sight(ui, layout, |ui| {
        let name = bold(present_words(ctx, sheet)).color(ctx.colors.on_strong);
        let button = Button::new(name).fill(ctx.colors.strong).min_size(vec2(88.0, 28.0));
        if ui.add_enabled(!sheet.rows.is_empty(), button).clicked() {
            present(ctx);
        }
        if ui.add(Button::new(ctx.text(crate::words::UiText::Close)).min_size(vec2(72.0, 28.0))).clicked() {
            ctx.send(Action::Show(None));
        }
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
            let time = clock(sheet.planned);
            let words = match (sheet.planned.is_zero(), sheet.untimed) {
                (true, _) => say(ctx, T::NoTimes).to_owned(),
                (_, 0) => T::Total.fill(ctx.lang(), &[("time", &time)]),
                (_, n) => T::TotalUntimed.fill(ctx.lang(), &[("time", &time), ("n", &n)]),
            };
            ui.add(Label::new(RichText::new(words).color(ctx.colors.weak)).truncate());
        });
    });
}

/// The look of a field.
struct Look<'a> {
    /// Its text while it is empty.
    hint: &'a str,
    width: f32,
    /// Lines of text.
    rows: usize,
    /// The least height.
    height: f32,
}

/// A text field whose every change is an edit; gives the text where it has changed. What is typed stays as typed while
/// the field has the keyboard, whatever the walk makes of it.
fn field_ui(
    ui: &mut Ui,
    typed: &mut EditorMemory,
    spot: Spot,
    now: &str,
    look: &Look<'_>,
) -> (Response, Option<String>) {
    let held = typed.text.take_if(|(of, _)| *of == spot);
    let mut text = held.map_or_else(|| now.to_owned(), |(_, text)| text);
    let id = egui::Id::unique(("walk field", spot));
    let edit = match look.rows {
        1 => TextEdit::singleline(&mut text),
        rows => TextEdit::multiline(&mut text).desired_rows(rows),
    };
    let response = ui.add(edit.id(id).hint_text(look.hint).desired_width(look.width).min_size(vec2(0.0, look.height)));
    if typed.wants == Some(spot.0) {
        typed.wants = None;
        response.request_focus();
    }
    if response.gained_focus()
        && let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id)
    {
        // What another step had in this place is not to come back by the field's own undo.
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
    let changed = response.changed().then(|| text.clone());
    if response.has_focus() {
        typed.in_field = true;
        typed.text = Some((spot, text));
    }
    (response, changed)
}

/// The name that saving is offered under.
pub fn offered_name(ctx: &Ctx<'_>) -> String {
    tidy(&ctx.session.walk().name)
}
