//! The stage: what the audience's and the presenter's window show while something is presented.
//!
//! Either window may be the program's own and the other one opened beside it, so each is painted from what the session
//! made for it alone: [`Seen`], in which there are no notes, or [`Desk`]. What is done there goes back by the [`Wire`].

mod audience;
mod bar;
mod desk;
mod grid;
mod help;
mod notes;
mod picker;
mod pointer;
mod wire;

use std::sync::Arc;

use egui::{CentralPanel, Context, Frame, Ui, ViewportBuilder, ViewportId};

use super::access::whole_window;
use super::commands::stage_shortcuts;
use super::theme::Colors;
use super::{Ctx, Drafts};
use crate::session::{AudienceWindow, Desk, Stage, Staging};
use crate::walk::{Panel, Screens};
use crate::words::{DeskText as T, Lang, UiText};

pub use audience::audience_ui;
pub use wire::{Keys, Taking, Wire, meaning};

use desk::desk_ui;

/// The window that is opened beside the program's.
pub fn second_window() -> ViewportId {
    ViewportId::from_hash_of("audience")
}

/// The program's own window while something is presented.
pub fn stage_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts, stage: &Stage) {
    let wire = &drafts.wire.clone();
    if !stage.is_live() {
        stage_shortcuts(ui, ctx);
    }
    let screens = stage.show().screens();
    if stage.is_live() {
        if screens != Screens::Swapped {
            bar::bar_ui(ui, stage.desk(), wire);
        }
        super::program_ui(ui, ctx, drafts);
        wire.typing(ui.ctx());
    } else if screens == Screens::Two {
        desk_ui(ui, stage.desk(), wire);
        return;
    } else if screens == Screens::One && matches!(stage.desk().panel, Some(Panel::Grid(_))) {
        grid::grid_ui(ui, stage.desk(), wire);
        return;
    } else {
        audience_ui(ui, stage.seen(), wire);
    }
    if screens == Screens::One || (screens == Screens::Two && stage.is_live()) {
        help::help_ui(ui, stage.desk(), wire);
        picker::picker_ui(ui, stage.desk(), wire);
        if !stage.is_live() {
            desk::whisper_ui(ui, stage.desk(), stage.seen());
        }
    }
}

/// The window beside the program's: what it shows is handed over, and kept by the window until it is handed another.
#[derive(Clone)]
pub enum Beside {
    /// The audience's.
    Audience(Arc<AudienceWindow>),
    /// The presenter's.
    Presenter(Arc<Desk>),
}

impl Beside {
    /// The window that a show needs beside the program's, if any.
    pub fn of(stage: &Stage) -> Option<Beside> {
        match stage.show().screens() {
            _ if !stage.has_audience() => None,
            Screens::One => None,
            Screens::Two => Some(Beside::Audience(stage.seen().clone())),
            Screens::Swapped => Some(Beside::Presenter(stage.desk().clone())),
        }
    }

    /// Whether another window shows just the same.
    pub fn is(&self, other: &Beside) -> bool {
        match (self, other) {
            (Beside::Audience(one), Beside::Audience(other)) => Arc::ptr_eq(one, other),
            (Beside::Presenter(one), Beside::Presenter(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// Shows it in its window, which is opened where there is none. `screen` is the one it fills, by its number; without
    /// one it is a window.
    pub fn show(self, ctx: &Context, wire: &Wire, screen: Option<usize>) {
        let (builder, wire) = (self.window(screen), wire.clone());
        ctx.show_viewport_deferred(second_window(), builder, move |ui, _| self.window_ui(ui, &wire));
    }

    /// Paints it into its window at once, within the frame of the program's window. The window has to be open, and the
    /// painter one that can.
    pub fn paint(&self, ctx: &Context, wire: &Wire, screen: Option<usize>) {
        ctx.show_viewport_immediate(second_window(), self.window(screen), |ui, _| self.window_ui(ui, wire));
    }

    /// Whether it is what the room sees.
    pub fn is_of_room(&self) -> bool {
        matches!(self, Beside::Audience(_))
    }

    fn told(&self) -> (T, Lang) {
        match self {
            Beside::Audience(seen) => (T::AudienceTitle, seen.lang),
            Beside::Presenter(desk) => (T::PresenterTitle, desk.lang),
        }
    }

    fn window(&self, screen: Option<usize>) -> ViewportBuilder {
        let (name, lang) = self.told();
        let builder = ViewportBuilder::default().with_title(title(name, lang));
        let builder = builder.with_app_id("policy-atlas").with_inner_size([1280.0, 720.0]);
        match screen {
            Some(screen) => builder.with_monitor(screen),
            None => builder,
        }
    }

    fn window_ui(&self, ui: &mut Ui, wire: &Wire) {
        closing(ui, wire);
        match self {
            Beside::Audience(seen) => audience_ui(ui, seen, wire),
            Beside::Presenter(desk) => desk_ui(ui, desk, wire),
        }
        let (name, lang) = self.told();
        whole_window(ui.ctx(), &Colors::of(ui.ctx().theme()), &title(name, lang));
    }
}

fn title(window: T, lang: Lang) -> String {
    format!("{} — {}", window.get(lang), UiText::WindowTitle.get(lang))
}

/// A window that is closed ends nothing; it can be opened again.
fn closing(ui: &Ui, wire: &Wire) {
    if ui.input(|input| input.viewport().close_requested()) {
        wire.send(ui.ctx(), Staging::Closed);
    }
}

/// A ground of its own, without a margin.
fn on_ground(ui: &mut Ui, ground: egui::Color32, margin: i8, add: impl FnOnce(&mut Ui)) {
    let frame = Frame::new().fill(ground).inner_margin(margin);
    CentralPanel::default().frame(frame).show(ui, add);
}
