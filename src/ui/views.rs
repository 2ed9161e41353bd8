//! Saved views: a name for what is on screen, and the list of what was saved, to open, rename and delete.

use egui::{Button, Key, Label, Modifiers, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::Ctx;
use super::commands::Command;
use super::fonts::bold;
use super::widgets::focus_ring;
use crate::session::{Action, Effect, ListedView, Taken, ViewTask, tab_name};
use crate::view::{Saved, tidy};
use crate::words::UiText as T;

/// The height of a view in the list: two lines.
const ROW: f32 = 48.0;
/// The width of what stands at the right of a view.
const BUTTONS: f32 = 150.0;
/// Room at the right for the scroll bar, which floats above the rows.
const BAR: f32 = 12.0;

/// What is typed, and which view is being renamed or deleted.
#[derive(Default)]
pub struct Typed {
    name: Option<String>,
    doing: Option<(String, Doing)>,
    /// The file that the keyboard was on last; the first one to begin with.
    at: Option<String>,
}

/// What is being done with a file of the list.
enum Doing {
    /// A new name is typed.
    Renaming(String),
    /// Whether it should be deleted is asked.
    Deleting,
}

/// The name under which to save. Gives the name of the button at the foot, and what it does once it can.
pub fn save_view_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut Typed) -> (T, Option<Action>) {
    let is_first = typed.name.is_none();
    let text = typed.name.get_or_insert_with(|| ctx.session.view_name());
    let label = ui.label(ctx.text(T::ViewName));
    let mut output = TextEdit::singleline(text).desired_width(f32::INFINITY).show(ui);
    let response = output.response.response.labelled_by(label.id);
    response.request_focus();
    if is_first {
        // Typing puts another name in place of the one offered.
        let whole =
            egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(text.chars().count()));
        output.state.cursor.set_char_range(Some(whole));
        output.state.store(ui.ctx(), response.id);
    }
    ui.add_space(4.0);
    ui.add(Label::new(RichText::new(ctx.text(T::ViewKeeps)).size(12.5).color(ctx.colors.weak)).wrap());
    fault_ui(ui, ctx);
    let name = tidy(text);
    let is_taken = ctx.session.views.named(&name).is_some();
    if is_taken {
        ui.add(Label::new(RichText::new(ctx.text(T::ViewNameTaken)).color(ctx.colors.error)).wrap());
    }
    let taken = if is_taken { Taken::Replace } else { Taken::Keep };
    // Until the list has been read, nobody knows whether the name is taken.
    let can = !name.is_empty() && ctx.session.views.listed.is_some() && ctx.session.views.folder.is_some();
    let save = || task(ViewTask::Save(Box::new(ctx.session.saved_view(&name)), taken));
    (if is_taken { T::ReplaceButton } else { T::SaveButton }, can.then(save))
}

fn task(task: ViewTask) -> Action {
    Action::Do(Effect::Views(task))
}

fn fault_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    if let Some(fault) = &ctx.session.views.fault {
        ui.add(Label::new(RichText::new(fault).color(ctx.colors.error)).wrap());
    }
}

/// The list. Arrows and Tab move, Enter opens.
pub fn views_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut Typed) {
    let views = &ctx.session.views;
    // Esc leaves what was begun before it closes the dialog.
    if typed.doing.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        typed.doing = None;
    }
    fault_ui(ui, ctx);
    match views.listed.as_deref() {
        None => {
            ui.label(RichText::new(ctx.text(T::ReadingViews)).color(ctx.colors.weak));
        }
        Some([]) => none_ui(ui, ctx),
        Some(listed) => {
            let rows = ScrollArea::vertical().id_salt("views").max_height(400.0).auto_shrink([false, true]);
            rows.show_rows(ui, ROW, listed.len(), |ui, range| {
                for at in range {
                    if let Some(view) = listed.get(at) {
                        ui.push_id(&view.file, |ui| row_ui(ui, ctx, typed, view));
                    }
                }
            });
        }
    }
    if let Some(folder) = &views.folder {
        ui.add_space(8.0);
        let path = ctx.fill(T::ViewsFolder, &[("path", &folder.display())]);
        let text = RichText::new(&path).size(12.5).color(ctx.colors.weak);
        ui.add(Label::new(text).truncate().selectable(true)).on_hover_text(path);
    }
}

fn none_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.add_space(20.0);
    ui.vertical_centered(|ui| {
        ui.label(bold(ctx.text(T::NoViews)).size(15.0));
        ui.add_space(4.0);
        ui.add(Label::new(RichText::new(ctx.text(T::NoViewsHint)).color(ctx.colors.weak)).wrap());
        ui.add_space(8.0);
        if ui.button(Command::SaveView.hint(ctx)).clicked() {
            Command::SaveView.run(ctx, None);
        }
    });
    ui.add_space(20.0);
}

fn row_ui(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut Typed, view: &ListedView) {
    let size = vec2(ui.available_width(), ROW);
    let (_, whole) = ui.allocate_space(size);
    let left = whole.with_max_x(whole.right() - BUTTONS - BAR);
    let right = Rect::from_min_max(pos2(left.right() + 8.0, whole.top()), pos2(whole.right() - BAR, whole.bottom()));
    ui.painter().hline(whole.x_range(), whole.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
    let (file, name) = (&view.file, view.found.as_ref().map_or(view.file.as_str(), |saved| saved.name.as_str()));
    let mut done = false;
    match typed.doing.as_mut().filter(|(of, _)| of == file).map(|(_, doing)| doing) {
        Some(Doing::Renaming(text)) => done = renaming_ui(ui, ctx, view, text, (left, right)),
        Some(Doing::Deleting) => {
            let sure = ctx.fill(T::DeleteViewSure, &[("name", &name)]);
            inside(ui, left, |ui| {
                ui.add(Label::new(RichText::new(sure).color(ctx.colors.error)).wrap());
            });
            buttons(ui, right, |ui| {
                if ui.button(ctx.text(T::KeepView)).clicked() {
                    done = true;
                }
                if ui.button(RichText::new(ctx.text(T::DeleteView)).color(ctx.colors.error)).clicked() {
                    ctx.send(task(ViewTask::Delete { file: file.clone() }));
                    done = true;
                }
            });
        }
        None => {
            match &view.found {
                Ok(saved) => {
                    let response = saved_ui(ui, ctx, saved, left);
                    // Enter opens the first view at once.
                    if typed.at.is_none() {
                        response.request_focus();
                    }
                    // Once for each view, or the wheel could not scroll it out of sight.
                    if response.has_focus() && typed.at.as_ref() != Some(file) {
                        response.scroll_to_me(None);
                        typed.at = Some(file.clone());
                    }
                }
                Err(fault) => broken_ui(ui, ctx, (name, fault), left),
            }
            buttons(ui, right, |ui| {
                if named_button_ui(ui, ctx.text(T::DeleteView), &ctx.fill(T::DeleteViewNamed, &[("name", &name)])) {
                    typed.doing = Some((file.clone(), Doing::Deleting));
                }
                let words = ctx.fill(T::RenameViewNamed, &[("name", &name)]);
                if view.found.is_ok() && named_button_ui(ui, ctx.text(T::RenameView), &words) {
                    typed.doing = Some((file.clone(), Doing::Renaming(name.to_owned())));
                }
            });
        }
    }
    if done {
        typed.doing = None;
    }
}

/// A view that can be opened: its name and tab, and its filter below.
fn saved_ui(ui: &mut Ui, ctx: &Ctx<'_>, saved: &Saved, rect: Rect) -> egui::Response {
    let response = ui.interact(rect, ui.scope_id().with("open"), Sense::click());
    let tab = ctx.text(tab_name(saved.view.tab));
    let filter = if saved.view.query.is_empty() { ctx.text(T::ViewNoFilter) } else { saved.view.query.as_str() };
    let mut below = filter.to_owned();
    if saved.catalogue != ctx.catalogue().id {
        let other = ctx.fill(T::ViewOfCatalogue, &[("id", &saved.catalogue)]);
        below = format!("{other} · {below}");
    }
    let words = ctx.fill(T::OpenViewNamed, &[("name", &saved.name), ("what", &format!("{tab} · {below}"))]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, ctx.colors.selected);
    }
    focus_ring(ui, &response, ctx.colors.strong);
    inside(ui, rect, |ui| {
        ui.horizontal(|ui| {
            ui.set_max_width(rect.width() - 20.0);
            let tag = RichText::new(tab).size(12.0).color(ctx.colors.weak);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add(Label::new(tag).selectable(false));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(bold(&saved.name)).truncate().selectable(false));
                });
            });
        });
        ui.add(Label::new(RichText::new(&below).size(12.5).color(ctx.colors.weak)).truncate().selectable(false));
    });
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        ctx.send(Action::OpenView(Box::new(saved.clone())));
    }
    response
}

/// A file that is no view: its name and what is wrong.
fn broken_ui(ui: &mut Ui, ctx: &Ctx<'_>, (file, fault): (&str, &str), rect: Rect) {
    inside(ui, rect, |ui| {
        ui.add(Label::new(RichText::new(file)).truncate());
        let text = RichText::new(fault).size(12.5).color(ctx.colors.error);
        ui.add(Label::new(text).truncate().selectable(true)).on_hover_text(fault);
    });
}

/// The field for a new name; whether it is done with.
fn renaming_ui(ui: &mut Ui, ctx: &Ctx<'_>, view: &ListedView, text: &mut String, (left, right): (Rect, Rect)) -> bool {
    let old = view.found.as_ref().map(|saved| saved.name.as_str()).unwrap_or_default();
    let new = tidy(text);
    let is_taken = ctx.session.views.named(&new).is_some_and(|other| other.file != view.file);
    let can = !new.is_empty() && !is_taken;
    let mut done = false;
    let mut go = false;
    inside(ui, left, |ui| {
        let response = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY));
        let words = ctx.fill(T::NewNameOf, &[("name", &old)]);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &words));
        go = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        response.request_focus();
        if is_taken {
            let why = RichText::new(ctx.text(T::ViewNameTakenRename)).size(12.5).color(ctx.colors.error);
            ui.add(Label::new(why).truncate());
        }
    });
    buttons(ui, right, |ui| {
        done = ui.button(ctx.text(T::Cancel)).clicked();
        go |= ui.add_enabled(can, Button::new(ctx.text(T::RenameView))).clicked();
    });
    if go && can {
        if new != old {
            ctx.send(task(ViewTask::Rename { file: view.file.clone(), name: new }));
        }
        done = true;
    }
    done
}

fn named_button_ui(ui: &mut Ui, text: &str, name: &str) -> bool {
    let response = ui.add(Button::new(RichText::new(text).size(12.5)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.clicked()
}

/// Two lines inside a rectangle.
fn inside(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let place = rect.shrink2(vec2(8.0, 4.0));
    let layout = egui::Layout::top_down(egui::Align::Min);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    child.spacing_mut().item_spacing.y = 1.0;
    add(&mut child);
}

/// Buttons from the right edge of a rectangle.
fn buttons(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    add(&mut child);
}
