//! A shelf: a name to save something under, and the list of what was saved, to open, rename and delete.
//! Saved views and walks are listed alike.

use egui::{Button, Key, Label, Modifiers, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::Ctx;
use super::fonts::bold;
use super::widgets::select_chars;
use crate::session::{Action, HasName, Shelf, ShelfContent, ShelfFile, ShelfTask, Taken};
use crate::view::tidy;
use crate::words::UiText as T;

/// The height of a text in the list: two lines.
const ROW: f32 = 48.0;
/// The width of what stands at the right of it.
const BUTTONS: f32 = 150.0;
/// Room at the right for the scroll bar, which floats above the rows.
const BAR: f32 = 12.0;

/// A kind of text that stands on a shelf, with its words.
pub trait ShelfItem: HasName + Sized {
    /// The shelf.
    fn shelf<'a>(ctx: &Ctx<'a>) -> &'a Shelf<Self>;

    /// The action of a task on its files.
    fn task(task: ShelfTask<Self>) -> Action;

    /// The action that opens one.
    fn open(file: &str, found: &ShelfContent<Self>) -> Action;

    /// Its description in a word or two.
    fn tag(&self, ctx: &Ctx<'_>) -> String;

    /// Its description in a line.
    fn line(&self, ctx: &Ctx<'_>) -> String;

    /// The name of opening it, with its name and description.
    fn open_words(&self, ctx: &Ctx<'_>, what: &str) -> String;

    /// The words for this kind.
    fn says(ctx: &Ctx<'_>) -> Says;

    /// The next thing to do while there is none yet.
    fn first_ui(ui: &mut Ui, ctx: &Ctx<'_>);
}

/// The words for one kind of texts.
pub struct Says {
    /// The content that saving keeps.
    pub keeps: &'static str,
    /// That saving replaces another one.
    pub taken: &'static str,
    /// That a name is taken.
    pub taken_rename: &'static str,
    /// That there is none.
    pub none: &'static str,
    /// The use of saved ones.
    pub none_hint: &'static str,
}

/// The name typed, and the text being renamed or deleted.
#[derive(Default)]
pub struct ShelfInput {
    name: Option<String>,
    doing: Option<(String, Doing)>,
    /// The file that the keyboard was on last; the first one to begin with.
    at: Option<String>,
}

/// The task under way on a file of the list.
enum Doing {
    /// A new name is typed.
    Renaming(String),
    /// Whether it should be deleted is asked.
    Deleting,
}

/// The name under which to save; `offered` to begin with. Gives the name of the button at the foot, and what it does
/// once it can.
pub fn save_ui<V: ShelfItem>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    typed: &mut ShelfInput,
    offered: impl FnOnce() -> String,
    save: impl FnOnce(String, Taken) -> Action,
) -> (T, Option<Action>) {
    let is_first = typed.name.is_none();
    let text = typed.name.get_or_insert_with(offered);
    let label = ui.label(ctx.text(T::ViewName));
    let output = TextEdit::singleline(text).desired_width(f32::INFINITY).show(ui);
    let response = output.response.response.labelled_by(label.id);
    response.request_focus();
    if is_first {
        // Typing puts another name in place of the one offered.
        select_chars(ui, response.id, output.state, 0..text.chars().count());
    }
    ui.add_space(4.0);
    let (shelf, says) = (V::shelf(ctx), V::says(ctx));
    ui.add(Label::new(RichText::new(says.keeps).size(12.5).color(ctx.colors.weak)).wrap());
    fault_ui(ui, ctx, shelf);
    let name = tidy(text);
    let is_taken = shelf.named(&name).is_some();
    if is_taken {
        ui.add(Label::new(RichText::new(says.taken).color(ctx.colors.error)).wrap());
    }
    let taken = if is_taken { Taken::Replace } else { Taken::Keep };
    // Until the list has been read, nobody knows whether the name is taken.
    let can = !name.is_empty() && shelf.listed.is_some() && shelf.folder.is_some();
    (if is_taken { T::ReplaceButton } else { T::SaveButton }, can.then(|| save(name, taken)))
}

/// The reason that something could not be done.
pub fn fault_ui<V>(ui: &mut Ui, ctx: &Ctx<'_>, shelf: &Shelf<V>) {
    if let Some(fault) = &shelf.fault {
        ui.add(Label::new(RichText::new(fault).color(ctx.colors.error)).wrap());
    }
}

/// The list. Arrows and Tab move, Enter opens.
pub fn shelf_ui<V: ShelfItem>(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut ShelfInput) {
    let shelf = V::shelf(ctx);
    // Esc leaves what was begun before it closes the dialog.
    if typed.doing.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        typed.doing = None;
    }
    fault_ui(ui, ctx, shelf);
    match shelf.listed.as_deref() {
        None => {
            ui.label(RichText::new(ctx.text(T::ReadingViews)).color(ctx.colors.weak));
        }
        Some([]) => none_ui::<V>(ui, ctx),
        Some(listed) => {
            let rows = ScrollArea::vertical().id_salt("shelf").max_height(400.0).auto_shrink([false, true]);
            rows.show_rows(ui, ROW, listed.len(), |ui, range| {
                for at in range {
                    if let Some(one) = listed.get(at) {
                        ui.push_id(&one.file, |ui| row_ui(ui, ctx, typed, one));
                    }
                }
            });
        }
    }
    if let Some(folder) = &shelf.folder {
        ui.add_space(8.0);
        let path = ctx.fill(T::ViewsFolder, &[("path", &folder.display())]);
        let text = RichText::new(&path).size(12.5).color(ctx.colors.weak);
        ui.add(Label::new(text).truncate().selectable(true)).on_hover_text(path);
    }
}

fn none_ui<V: ShelfItem>(ui: &mut Ui, ctx: &Ctx<'_>) {
    let says = V::says(ctx);
    ui.add_space(20.0);
    ui.vertical_centered(|ui| {
        ui.label(bold(says.none).size(15.0));
        ui.add_space(4.0);
        ui.add(Label::new(RichText::new(says.none_hint).color(ctx.colors.weak)).wrap());
        ui.add_space(8.0);
        V::first_ui(ui, ctx);
    });
    ui.add_space(20.0);
}

fn row_ui<V: ShelfItem>(ui: &mut Ui, ctx: &Ctx<'_>, typed: &mut ShelfInput, one: &ShelfFile<V>) {
    let size = vec2(ui.available_width(), ROW);
    let (_, whole) = ui.allocate_space(size);
    let left = whole.with_max_x(whole.right() - BUTTONS - BAR);
    let right = Rect::from_min_max(pos2(left.right() + 8.0, whole.top()), pos2(whole.right() - BAR, whole.bottom()));
    ui.painter().hline(whole.x_range(), whole.bottom(), egui::Stroke::new(1.0, ctx.colors.line));
    let (file, name) = (&one.file, one.found.as_ref().map_or(one.file.as_str(), |found| found.what.name()));
    let mut done = false;
    match typed.doing.as_mut().filter(|(of, _)| of == file).map(|(_, doing)| doing) {
        Some(Doing::Renaming(text)) => done = renaming_ui(ui, ctx, one, text, RowHalves { left, right }),
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
                    ctx.send(V::task(ShelfTask::Delete { file: file.clone() }));
                    done = true;
                }
            });
        }
        None => {
            match &one.found {
                Ok(found) => {
                    let response = saved_ui(ui, ctx, file, found, left);
                    // Enter opens the first one at once.
                    if typed.at.is_none() {
                        response.request_focus();
                    }
                    // Once for each, or the wheel could not scroll it out of sight.
                    if response.has_focus() && typed.at.as_ref() != Some(file) {
                        response.scroll_to_me(None);
                        typed.at = Some(file.clone());
                    }
                }
                Err(fault) => broken_ui(ui, ctx, name, fault, left),
            }
            buttons(ui, right, |ui| {
                if named_button_ui(ui, ctx.text(T::DeleteView), &ctx.fill(T::DeleteViewNamed, &[("name", &name)])) {
                    typed.doing = Some((file.clone(), Doing::Deleting));
                }
                let words = ctx.fill(T::RenameViewNamed, &[("name", &name)]);
                if one.found.is_ok() && named_button_ui(ui, ctx.text(T::RenameView), &words) {
                    typed.doing = Some((file.clone(), Doing::Renaming(name.to_owned())));
                }
            });
        }
    }
    if done {
        typed.doing = None;
    }
}

/// One that can be opened: its name and what it is, and more of that below.
fn saved_ui<V: ShelfItem>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    file: &str,
    found: &ShelfContent<V>,
    rect: Rect,
) -> egui::Response {
    let response = ui.interact(rect, ui.scope_id().with("open"), Sense::click());
    let (tag, below) = (found.what.tag(ctx), found.what.line(ctx));
    let words = found.what.open_words(ctx, &format!("{tag} · {below}"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, ctx.colors.selected);
    }
    inside(ui, rect, |ui| {
        ui.horizontal(|ui| {
            ui.set_max_width(rect.width() - 20.0);
            let tag = RichText::new(tag).size(12.0).color(ctx.colors.weak);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add(Label::new(tag).selectable(false));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(bold(found.what.name())).truncate().selectable(false));
                });
            });
        });
        ui.add(Label::new(RichText::new(&below).size(12.5).color(ctx.colors.weak)).truncate().selectable(false));
    });
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        ctx.send(V::open(file, found));
    }
    response
}

/// A file that is none: its name and what is wrong.
fn broken_ui(ui: &mut Ui, ctx: &Ctx<'_>, file: &str, fault: &str, rect: Rect) {
    inside(ui, rect, |ui| {
        ui.add(Label::new(RichText::new(file)).truncate());
        let text = RichText::new(fault).size(12.5).color(ctx.colors.error);
        ui.add(Label::new(text).truncate().selectable(true)).on_hover_text(fault);
    });
}

/// The places of the words and the buttons of a row.
#[derive(Clone, Copy)]
struct RowHalves {
    left: Rect,
    right: Rect,
}

/// The field for a new name; whether it is done with.
fn renaming_ui<V: ShelfItem>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    one: &ShelfFile<V>,
    text: &mut String,
    halves: RowHalves,
) -> bool {
    let RowHalves { left, right } = halves;
    let old = one.found.as_ref().map(|found| found.what.name()).unwrap_or_default();
    let new = tidy(text);
    let is_taken = V::shelf(ctx).named(&new).is_some_and(|other| other.file != one.file);
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
            let why = RichText::new(V::says(ctx).taken_rename).size(12.5).color(ctx.colors.error);
            ui.add(Label::new(why).truncate());
        }
    });
    buttons(ui, right, |ui| {
        done = ui.button(ctx.text(T::Cancel)).clicked();
        go |= ui.add_enabled(can, Button::new(ctx.text(T::RenameView))).clicked();
    });
    if go && can {
        if new != old {
            ctx.send(V::task(ShelfTask::Rename { file: one.file.clone(), name: new }));
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
