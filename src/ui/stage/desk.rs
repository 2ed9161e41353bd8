//! The presenter's window: the page at hand, what comes next, notes, time, and what the room sees. For someone nervous in
//! poor light: few things, large, each always in the same place.

use egui::containers::menu::MenuButton;
use egui::{
    Align, Area, Button, FontId, Frame, Id, Label, Layout, Order, Rect, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, ViewportCommand, ViewportId, pos2, vec2,
};

use super::audience::quiet_place;
use super::grid::grid_ui;
use super::help::help_ui;
use super::notes::notes_ui;
use super::picker::picker_ui;
use super::{Wire, on_ground, pointer, second_window};
use crate::look::Font;
use crate::session::{AudienceWindow, Desk, Resize, StagePage, Staging, TimeOfDay};
use crate::ui::Colors;
use crate::ui::fonts::bold;
use crate::ui::scene::{picture, said_places};
use crate::walk::{Blank, Key, Layer, Panel, Screens, clock};
use crate::words::{DeskText as T, Lang, StageText};

/// The share of the width that the pages take.
const PAGES: f32 = 0.62;
/// The share of the height that the page at hand may take; what comes next is below it.
const AT_HAND: f32 = 0.68;
/// The lower edge, with the buttons.
const FOOT: f32 = 40.0;
/// The height of a button there, and the room between two.
const HIGH: f32 = 32.0;
const BESIDE: f32 = 6.0;
/// Between parts.
const GAP: f32 = 16.0;

/// Paints the presenter's window.
pub fn desk_ui(ui: &mut Ui, desk: &Desk, wire: &Wire) {
    if matches!(desk.panel, Some(Panel::Grid(_))) {
        grid_ui(ui, desk, wire);
        return;
    }
    let colors = &Colors::of(ui.ctx().theme());
    on_ground(ui, colors.ground, 16, |ui| {
        let all = ui.available_rect_before_wrap();
        let foot = Rect::from_min_max(pos2(all.left(), all.bottom() - FOOT), all.max);
        let body = Rect::from_min_max(all.min, pos2(all.right(), foot.top() - GAP / 2.0));
        let middle = body.left() + body.width() * PAGES;
        let left = Rect::from_min_max(body.min, pos2(middle - GAP / 2.0, body.bottom()));
        let right = Rect::from_min_max(pos2(middle + GAP / 2.0, body.top()), body.max);
        let mut within = |rect: Rect, add: &mut dyn FnMut(&mut Ui)| {
            ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| add(ui));
        };
        within(left, &mut |ui| pages_ui(ui, colors, desk, wire));
        within(right, &mut |ui| {
            times_ui(ui, colors, desk, wire);
            ui.add_space(10.0);
            page_notes_ui(ui, colors, desk, wire);
        });
        within(foot, &mut |ui| buttons_ui(ui, desk, wire));
    });
    help_ui(ui, desk, wire);
    picker_ui(ui, desk, wire);
}

/// The page at hand with what the room sees of it, and what comes next.
fn pages_ui(ui: &mut Ui, colors: &Colors, desk: &Desk, wire: &Wire) {
    let all = ui.available_rect_before_wrap();
    let title =
        bold(StageText::StepOf.fill(desk.lang, &[("step", &(desk.step + 1)), ("steps", &desk.steps)])).size(22.0);
    ui.horizontal(|ui| {
        ui.set_min_height(34.0);
        ui.label(title);
        ui.add_space(4.0);
        let pages = desk.page.laid.pages.len();
        if pages > 1 {
            let page = (desk.page.page + 1).min(pages);
            let words = T::PageOf.fill(desk.lang, &[("page", &page), ("pages", &pages)]);
            ui.label(RichText::new(words).size(15.0).color(colors.weak));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| state_ui(ui, colors, desk));
    });
    let top = ui.cursor().top() + 2.0;
    let room = Rect::from_min_max(pos2(all.left(), top), pos2(all.right(), all.top() + all.height() * AT_HAND));
    let at_hand = page_ui(ui, colors, &desk.page, T::AtHand.get(desk.lang), room);
    let mouse = ui.interact(at_hand, Id::unique("mouse on the page"), Sense::hover()).hover_pos();
    wire.point(ui.ctx(), pointer::place_of(mouse, at_hand));
    let said: Vec<Rect> = desk.page.scene().into_iter().flat_map(|scene| said_places(scene, at_hand)).collect();
    pointer::frame(ui.painter(), at_hand, desk.zoom, T::Enlarged.get(desk.lang), &said);
    if let Some(at) = desk.pointer {
        pointer::paint(ui.painter(), at_hand, at, 1.0);
    }
    let below = Rect::from_min_max(pos2(all.left(), at_hand.bottom() + GAP), all.max);
    next_ui(ui, colors, desk, below);
}

/// The state of the room's page, where that is not the page at hand; on a strong ground.
fn state_ui(ui: &mut Ui, colors: &Colors, desk: &Desk) {
    let (text, fill, ink) = match state_words(desk) {
        Some(text) => (text, colors.error, colors.ground),
        None if desk.detour => (detour_words(desk), colors.selected, colors.text),
        None => {
            ui.label(RichText::new(T::AudienceWindow.get(desk.lang)).size(15.0).color(colors.weak));
            return;
        }
    };
    Frame::new().fill(fill).corner_radius(5.0).inner_margin(egui::Margin::symmetric(10, 4)).show(ui, |ui| {
        ui.add(Label::new(bold(text).size(16.0).color(ink)).truncate());
    });
}

/// `临时查看：成都市 · Esc 回到第 3 步`.
fn detour_words(desk: &Desk) -> String {
    T::IsDetour.fill(desk.lang, &[("title", &desk.page.laid.title), ("step", &(desk.step + 1))])
}

/// The words for the room's page in place of the page at hand, if it is something else.
pub fn state_words(desk: &Desk) -> Option<String> {
    let text = match desk.blank {
        Some(Blank::Black) => T::IsBlack,
        Some(Blank::White) => T::IsWhite,
        None if desk.frozen => T::IsFrozen,
        None if desk.closed && desk.screens != Screens::One => T::IsClosed,
        None => return None,
    };
    Some(text.get(desk.lang).to_owned())
}

/// A page as a picture with its name; where it is.
fn page_ui(ui: &mut Ui, colors: &Colors, page: &StagePage, name: &str, room: Rect) -> Rect {
    let Some(scene) = page.scene() else { return room };
    let response = ui.interact(room, Id::unique(("page", name)), Sense::hover());
    let words = format!("{name}{}", page.laid.title);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &words));
    // At the left edge of its room, above what comes after it.
    let scale = (room.width() / scene.width).min(room.height() / scene.height);
    let rect = Rect::from_min_size(room.min, vec2(scene.width, scene.height) * scale);
    let rect = picture(ui.painter(), scene, rect);
    ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, colors.outline), StrokeKind::Outside);
    rect
}

fn next_ui(ui: &mut Ui, colors: &Colors, desk: &Desk, room: Rect) {
    let words = match &desk.next {
        Some(next) if desk.detour && next.layer == Layer::Face && next.page == 0 => {
            T::BackTo.fill(desk.lang, &[("title", &next.laid.title)])
        }
        Some(next) if next.page > 0 => T::NextPage.fill(desk.lang, &[("page", &(next.page + 1))]),
        Some(next) => T::NextStep.fill(desk.lang, &[("title", &next.laid.title)]),
        None => T::NothingNext.get(desk.lang).to_owned(),
    };
    let mut text_left = room.left();
    if let Some(next) = &desk.next {
        let picture_room = room.with_max_x(room.left() + room.width() * 0.5);
        text_left = page_ui(ui, colors, next, &words, picture_room).right() + GAP;
    }
    let beside = Rect::from_min_max(pos2(text_left, room.top()), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(beside), |ui| {
        ui.add(Label::new(bold(words).size(17.0)).wrap());
        ui.add_space(6.0);
        let said = match () {
            () if !desk.digits.is_empty() => Some(T::DigitsTyped.fill(desk.lang, &[("digits", &desk.digits)])),
            () => desk.told.clone(),
        };
        if let Some(said) = said {
            ui.add(Label::new(RichText::new(said).size(17.0).color(colors.focus_text(0))).wrap());
        }
    });
}

fn times_ui(ui: &mut Ui, colors: &Colors, desk: &Desk, wire: &Wire) {
    ui.horizontal(|ui| {
        let elapsed = clock(desk.elapsed);
        let ink = if desk.stopped { colors.weak } else { colors.text };
        let response = ui.label(bold(&elapsed).size(46.0).color(ink));
        let name = format!("{} {elapsed}", T::Elapsed.get(desk.lang));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
        ui.add_space(12.0);
        ui.vertical(|ui| {
            ui.add_space(8.0);
            if let Some(remaining) = desk.remaining {
                ui.label(RichText::new(remaining.words(desk.lang)).size(18.0));
            }
            if let Some(pace) = desk.pace {
                ui.label(bold(pace.words(desk.lang)).size(18.0).color(colors.focus_text(0)));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(clock_words(desk)).size(18.0).color(colors.weak));
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(step_words(desk)).size(16.0));
        ui.add_space(6.0);
        let stop = if desk.stopped { T::GoOn } else { T::Stop };
        for button in [KeyButton(stop, Key::Timer, "T"), KeyButton(T::Zero, Key::Zero, "Z")] {
            key_ui(ui, desk, wire, button, 24.0);
        }
        if desk.stopped {
            ui.add(Label::new(bold(T::IsStopped.get(desk.lang)).size(15.0).color(colors.error)).extend());
        }
    });
}

/// `本步 1:20，计划 2:00`.
fn step_words(desk: &Desk) -> String {
    let time = clock(desk.step_time);
    match desk.step_planned {
        Some(planned) => T::StepTimeOf.fill(desk.lang, &[("time", &time), ("planned", &clock(planned))]),
        None => T::StepTime.fill(desk.lang, &[("time", &time)]),
    }
}

/// `12:34 剩 4:30 慢 2 分`.
pub fn time_words(desk: &Desk) -> String {
    let remaining = desk.remaining.map(|remaining| remaining.words(desk.lang));
    let pace = desk.pace.map(|pace| pace.words(desk.lang));
    let parts: Vec<String> = [Some(clock(desk.elapsed)), remaining, pace].into_iter().flatten().collect();
    parts.join("  ")
}

/// The time of day, where it is known.
pub fn clock_words(desk: &Desk) -> String {
    let Some(TimeOfDay(hour, minute)) = desk.time else { return String::new() };
    T::Clock.fill(desk.lang, &[("time", &format_args!("{hour}:{minute:02}"))])
}

fn page_notes_ui(ui: &mut Ui, colors: &Colors, desk: &Desk, wire: &Wire) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(T::Notes.get(desk.lang)).size(15.0).color(colors.weak));
        for (sign, name, resize) in [("A−", T::NotesSmaller, Resize::Smaller), ("A+", T::NotesLarger, Resize::Larger)]
        {
            let button = Button::new(RichText::new(sign).size(15.0)).frame(false).sense(Sense::CLICK);
            let response = ui.add(button).on_hover_text(name.get(desk.lang));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.get(desk.lang)));
            if response.clicked() {
                wire.send(ui.ctx(), Staging::Notes(resize));
            }
        }
    });
    ui.separator();
    ScrollArea::vertical().id_salt(("notes", desk.step)).auto_shrink([false, false]).show(ui, |ui| {
        match desk.notes.trim() {
            "" => {
                ui.label(RichText::new(T::NoNotes.get(desk.lang)).size(f32::from(desk.notes_size)).color(colors.weak));
            }
            notes => notes_ui(ui, colors, notes, f32::from(desk.notes_size)),
        }
        if !desk.missing.is_empty() {
            ui.add_space(16.0);
            let head = T::Missing.fill(desk.lang, &[("n", &desk.missing.len())]);
            ui.add(Label::new(bold(head).size(14.0).color(colors.error)).wrap());
            for line in desk.missing.iter() {
                ui.add(Label::new(RichText::new(line).size(14.0)).wrap());
            }
        }
    });
}

/// The buttons, each with its key: for whoever has the mouse in hand.
fn buttons_ui(ui: &mut Ui, desk: &Desk, wire: &Wire) {
    const KEYS: [KeyButton; 11] = [
        KeyButton(T::Previous, Key::Previous, "←"),
        KeyButton(T::Next, Key::Next, "→"),
        KeyButton(T::Pick, Key::Picker, "G"),
        KeyButton(T::Keys, Key::Help, "?"),
        KeyButton(T::Black, Key::Black, "B"),
        KeyButton(T::Freeze, Key::Freeze, "F"),
        KeyButton(T::Grid, Key::Grid, "Tab"),
        KeyButton(T::Live, Key::Live, "L"),
        KeyButton(T::Statements, Key::Statements, "D"),
        KeyButton(T::Pointer, Key::Pointer, "C"),
        KeyButton(T::Larger, Key::Larger, "+"),
    ];
    // In a narrow window those that are needed most; the others are keys all the same.
    let around = 2.0 * ui.spacing().button_padding.x + BESIDE;
    let wide = |text: &str| Font::regular(14.0).width(text).ceil() + around;
    let mut room = ui.available_width() - wide(T::AudienceWindow.get(desk.lang)) - wide(T::End.get(desk.lang));
    let fits = |button: &KeyButton| {
        room -= wide(&button.words(desk.lang));
        room >= 0.0
    };
    let shown: Vec<KeyButton> = KEYS.into_iter().take_while(fits).collect();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = BESIDE;
        for button in shown {
            key_ui(ui, desk, wire, button, HIGH);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let end = RichText::new(T::End.get(desk.lang)).size(14.0);
            if ui.add(Button::new(end).sense(Sense::CLICK).min_size(vec2(0.0, HIGH))).clicked() {
                wire.send(ui.ctx(), Staging::End);
            }
            audience_menu_ui(ui, desk, wire);
        });
    });
}

/// A button with the key that does the same, and its print.
#[derive(Clone, Copy)]
struct KeyButton(T, Key, &'static str);

impl KeyButton {
    fn words(self, lang: Lang) -> String {
        T::WithKey.fill(lang, &[("name", &self.0.get(lang)), ("key", &self.2)])
    }
}

/// Paints a button with its key, so high.
fn key_ui(ui: &mut Ui, desk: &Desk, wire: &Wire, button: KeyButton, height: f32) {
    let KeyButton(_, key, _) = button;
    let text = RichText::new(button.words(desk.lang)).size(14.0);
    let response = ui.add(Button::new(text).sense(Sense::CLICK).min_size(vec2(0.0, height)));
    if response.clicked() {
        wire.send(ui.ctx(), Staging::Press(key));
    }
}

/// The audience's window: its size, and opening it again.
fn audience_menu_ui(ui: &mut Ui, desk: &Desk, wire: &Wire) {
    let audience = if desk.screens == Screens::Swapped { ViewportId::ROOT } else { second_window() };
    let name = RichText::new(T::AudienceWindow.get(desk.lang)).size(14.0);
    MenuButton::from_button(Button::new(name).min_size(vec2(0.0, HIGH))).ui(ui, |ui| {
        if desk.closed && ui.button(T::Reopen.get(desk.lang)).clicked() {
            wire.send(ui.ctx(), Staging::Press(Key::Start));
            ui.close();
        }
        let command = |ui: &Ui, command| ui.ctx().send_viewport_cmd_to(audience, command);
        for (size, name) in [([1280.0, 720.0], "1280×720"), ([1920.0, 1080.0], "1920×1080")] {
            if ui.button(T::WindowOf.fill(desk.lang, &[("size", &name)])).clicked() {
                let scale = ui.ctx().input_for(audience, egui::InputState::pixels_per_point);
                command(ui, ViewportCommand::Fullscreen(false));
                command(ui, ViewportCommand::InnerSize(egui::Vec2::from(size) / scale));
                ui.close();
            }
        }
        if ui.button(T::FillScreen.get(desk.lang)).clicked() {
            command(ui, ViewportCommand::Fullscreen(true));
            ui.close();
        }
        if ui.button(T::WithKey.fill(desk.lang, &[("name", &T::Swap.get(desk.lang)), ("key", &"S")])).clicked() {
            wire.send(ui.ctx(), Staging::Press(Key::Swap));
            ui.close();
        }
    });
}

/// The effect of a key, in small over the room's page and over none of its texts: where one window is both.
pub fn whisper_ui(ui: &Ui, desk: &Desk, seen: &AudienceWindow) {
    let digits = || T::DigitsTyped.fill(desk.lang, &[("digits", &desk.digits)]);
    let Some(said) = (!desk.digits.is_empty()).then(digits).or_else(|| desk.told.clone()) else { return };
    let colors = &Colors::of(ui.ctx().theme());
    let window = ui.ctx().content_rect();
    let font = FontId::proportional(16.0);
    let text = ui.painter().layout(said, font, colors.on_strong, window.width() - 64.0);
    let place = quiet_place(seen, window, text.size() + vec2(16.0, 16.0));
    let area = Area::new(Id::unique("whisper")).order(Order::Foreground).fixed_pos(place.min);
    area.interactable(false).show(ui.ctx(), |ui| {
        Frame::new().fill(colors.strong).corner_radius(5.0).inner_margin(8.0).show(ui, |ui| {
            ui.label(text);
        });
    });
}
