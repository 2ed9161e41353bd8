//! The one quiet line of the first minutes, under the tabs: a hint in three steps, then the question for my region.

use egui::{RichText, Ui};

use super::Ctx;
use super::commands::Command;
use super::widgets::link_ui;
use crate::session::{Action, Guided, Guiding, HintStep, Preference};
use crate::words::UiText as T;

/// The line. Gives back its right end.
pub fn hint_ui(ui: &mut Ui, ctx: &Ctx<'_>, guided: Guided) -> f32 {
    let line = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let weak = |text: &str| RichText::new(text).size(12.5).color(ctx.colors.weak);
        let does = |ui: &mut Ui, name: T, guiding: Guiding| {
            if link_ui(ui, RichText::new(ctx.text(name)).size(12.5).underline()).clicked() {
                ctx.send(Action::Guide(guiding));
            }
        };
        match guided {
            Guided::Hint(step) => {
                let count = ctx.fill(T::HintCount, &[("k", &step.number()), ("n", &HintStep::ALL.len())]);
                ui.label(weak(&count));
                ui.label(weak(ctx.text(match step {
                    HintStep::Columns => T::HintColumns,
                    HintStep::Evidence => T::HintEvidence,
                    HintStep::Collect => T::HintCollect,
                })));
                if step == HintStep::Columns && is_large(ui) && ctx.session.settings().zoom == 100 {
                    ui.label(weak(ctx.text(T::HintZoom)));
                    for percent in [125, 150] {
                        let name = ctx.fill(T::HintZoomTo, &[("n", &percent)]);
                        if link_ui(ui, RichText::new(name).size(12.5).underline()).clicked() {
                            ctx.send(Action::Prefer(Preference::Zoom(percent)));
                        }
                    }
                }
                if step.next().is_some() {
                    does(ui, T::HintNext, Guiding::Next);
                    does(ui, T::HintDone, Guiding::Done);
                } else {
                    does(ui, T::HintEnd, Guiding::Next);
                }
            }
            Guided::Region => {
                ui.label(weak(ctx.text(T::AskRegion)));
                if link_ui(ui, RichText::new(ctx.text(T::CmdMyRegion)).size(12.5).underline()).clicked() {
                    Command::MyRegion.run(ctx);
                }
                does(ui, T::AskRegionNo, Guiding::NoRegion);
            }
        }
        ui.min_rect().right()
    });
    line.inner
}

/// Whether the screen, or the window on it, is so wide that texts of the usual size are small.
fn is_large(ui: &Ui) -> bool {
    let screen = ui.input(|input| input.viewport().monitor_size);
    ui.ctx().content_rect().width() >= 1900.0 || screen.is_some_and(|size| size.x >= 2560.0)
}
