//! Saved views: how they are told on their shelf.

use egui::Ui;

use super::Ctx;
use super::commands::Command;
use super::shelf::{Says, ShelfItem};
use crate::query::whole_query_words;
use crate::session::{Action, Effect, Shelf, ShelfContent, ShelfTask, tab_name};
use crate::view::{Saved, View};
use crate::words::UiText as T;

/// The filter of a view in words; a line that cannot be read stays as its file has it.
fn filter_words(saved: &Saved, ctx: &Ctx<'_>) -> String {
    let fitted = View::fit(&saved.view, ctx.catalogue());
    if fitted.fault.is_some() {
        return saved.view.query.clone();
    }
    let words = whole_query_words(&fitted.view.query, ctx.catalogue(), ctx.lang());
    if words.is_empty() { ctx.text(T::ViewNoFilter).to_owned() } else { words }
}

impl ShelfItem for Saved {
    fn shelf<'a>(ctx: &Ctx<'a>) -> &'a Shelf<Saved> {
        ctx.session.views()
    }

    fn task(task: ShelfTask<Saved>) -> Action {
        Action::Do(Effect::Views(task))
    }

    fn open(_file: &str, found: &ShelfContent<Saved>) -> Action {
        Action::OpenView(Box::new(found.what.clone()))
    }

    fn tag(&self, ctx: &Ctx<'_>) -> String {
        ctx.text(tab_name(self.view.tab)).to_owned()
    }

    fn line(&self, ctx: &Ctx<'_>) -> String {
        let filter = filter_words(self, ctx);
        if ctx.catalogue().is_called(&self.catalogue) {
            return filter;
        }
        let other = ctx.fill(T::ViewOfCatalogue, &[("id", &self.catalogue)]);
        format!("{other} · {filter}")
    }

    fn open_words(&self, ctx: &Ctx<'_>, what: &str) -> String {
        ctx.fill(T::OpenViewNamed, &[("name", &self.name), ("what", &what)])
    }

    fn says(ctx: &Ctx<'_>) -> Says {
        Says {
            keeps: ctx.text(T::ViewKeeps),
            taken: ctx.text(T::ViewNameTaken),
            taken_rename: ctx.text(T::ViewNameTakenRename),
            none: ctx.text(T::NoViews),
            none_hint: ctx.text(T::NoViewsHint),
        }
    }

    fn first_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
        if ui.button(Command::SaveView.hint(ctx)).clicked() {
            Command::SaveView.run(ctx);
        }
    }
}
