//! Saved walks: how they are told on their shelf.

use egui::Ui;

use super::say;
use crate::session::{Action, Dialog, Effect, Shelf, ShelfContent, ShelfTask, Walking};
use crate::ui::Ctx;
use crate::ui::shelf::{Says, ShelfItem};
use crate::walk::Walk;
use crate::words::{UiText, WalkEditText as T};

impl ShelfItem for Walk {
    fn shelf<'a>(ctx: &Ctx<'a>) -> &'a Shelf<Walk> {
        ctx.session.tour().shelf()
    }

    fn task(task: ShelfTask<Walk>) -> Action {
        Action::Do(Effect::Walks(task))
    }

    fn open(file: &str, found: &ShelfContent<Walk>) -> Action {
        Walking::Open(file.to_owned(), Box::new(found.clone())).into()
    }

    fn tag(&self, ctx: &Ctx<'_>) -> String {
        T::StepCount.fill(ctx.lang(), &[("n", &self.steps.len())])
    }

    fn line(&self, ctx: &Ctx<'_>) -> String {
        if ctx.catalogue().is_called(&self.catalogue) {
            return T::OfRelease.fill(ctx.lang(), &[("release", &self.release)]);
        }
        ctx.fill(UiText::ViewOfCatalogue, &[("id", &self.catalogue)])
    }

    fn open_words(&self, ctx: &Ctx<'_>, what: &str) -> String {
        T::OpenNamed.fill(ctx.lang(), &[("name", &self.name), ("what", &what)])
    }

    fn says(ctx: &Ctx<'_>) -> Says {
        Says {
            keeps: say(ctx, T::Keeps),
            taken: say(ctx, T::NameTaken),
            taken_rename: say(ctx, T::NameTakenRename),
            none: say(ctx, T::None),
            none_hint: say(ctx, T::NoneHint),
        }
    }

    fn first_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
        if ui.button(say(ctx, T::SaveThis)).clicked() {
            ctx.send(Action::Show(Some(Dialog::SaveWalk)));
        }
    }
}
