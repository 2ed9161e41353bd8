//! The place of a file to be written, at the foot of the dialogs that write one.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use egui::{Label, Response, RichText, TextEdit, Ui};

use crate::session::{Action, Effect, Output, Work};
use crate::ui::Ctx;
use crate::ui::widgets::{foot_ui, select_chars};
use crate::words::{ExportText as E, UiText as T};

/// The name or path as typed, where the system has no file dialog.
#[derive(Default)]
pub struct PlaceDraft {
    typed: String,
    /// Whether somebody has typed it, and not the program proposed it.
    is_edited: bool,
    /// The path that was put there, of a file that may be replaced.
    occupied: Option<PathBuf>,
    /// Whether its stem was selected when the keyboard first came to it.
    is_selected: bool,
}

impl PlaceDraft {
    /// Another format: the name ends as it does.
    pub fn end_as(&mut self, what: Output) {
        self.typed = Path::new(&self.typed).with_extension(what.extension()).to_string_lossy().into_owned();
    }

    /// Puts the path of a file that may be replaced into the field, once.
    fn ask_of(&mut self, occupied: Option<&Path>) {
        if self.occupied.as_deref() == occupied {
            return;
        }
        self.occupied = occupied.map(Path::to_owned);
        if let Some(path) = occupied {
            (self.typed, self.is_edited) = (path.to_string_lossy().into_owned(), true);
        }
    }
}

/// The place to write to, said before it is written: by the system's dialog, or by a path where the system has none or a
/// file stands at the place.
pub fn place_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut PlaceDraft, what: Output) -> Response {
    let (session, lang) = (ctx.session, ctx.lang());
    let proposed = session.file_name(what);
    ui.add_space(8.0);
    let may = session.may(Work::Write);
    if ctx.has_file_dialog && session.pointing().occupied.is_none() {
        let path = session.path_of(&proposed, what);
        line_ui(ui, &E::Proposed.fill(lang, &[("path", &path.display())]), ctx.colors.weak);
        let ready = may.then_some(Action::Do(Effect::PickSave { name: proposed, what }));
        return foot_ui(ui, ctx, T::ChoosePlace, ready);
    }
    draft.ask_of(session.pointing().occupied.as_deref());
    let edit = path_ui(ui, ctx, draft, proposed);
    let path = session.path_of(draft.typed.trim(), what);
    let is_occupied = session.pointing().occupied.as_deref() == Some(&*path);
    let refusal = what.refusal(&path, lang);
    let values: [(&str, &dyn std::fmt::Display); 2] = [("path", &path.display()), ("own", &what.extension())];
    let is_named = !draft.typed.trim().is_empty();
    match &refusal {
        Some(refusal) => line_ui(ui, refusal, ctx.colors.error),
        None if is_occupied => line_ui(ui, &E::Occupied.fill(lang, &values), ctx.colors.error),
        None if !is_named => {}
        None if Path::new(draft.typed.trim()).extension() == path.extension() => {
            line_ui(ui, &E::GoesTo.fill(lang, &values), ctx.colors.weak);
        }
        None => line_ui(ui, &E::SuffixAdded.fill(lang, &values), ctx.colors.weak),
    }
    let write = if is_occupied { Effect::Write { path, what } } else { Effect::WriteNew { path, what } };
    let ready = (may && refusal.is_none() && is_named).then_some(Action::Do(write));
    foot_ui(ui, ctx, if is_occupied { T::ReplaceFile } else { T::ExportButton }, ready);
    edit
}

fn line_ui(ui: &mut Ui, text: &str, color: egui::Color32) {
    ui.add(Label::new(RichText::new(text).size(12.5).color(color)).wrap());
}

/// The field of the path. What comes before the suffix is selected when the keyboard first comes to it: typing replaces
/// the name and leaves the format.
fn path_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &mut PlaceDraft, proposed: String) -> Response {
    if !draft.is_edited {
        draft.typed = proposed;
    }
    let label = ui.label(ctx.text(T::ExportPath)).id;
    let edit = TextEdit::singleline(&mut draft.typed).desired_width(f32::INFINITY).show(ui);
    let response = edit.response.response.labelled_by(label);
    draft.is_edited |= response.changed();
    if response.has_focus() && !draft.is_selected {
        draft.is_selected = true;
        let name = Path::new(&draft.typed);
        let part = |part: Option<&OsStr>| part.map_or(0, |part| part.to_string_lossy().chars().count());
        let (stem, all) = (part(name.file_stem()), draft.typed.chars().count());
        let from = all - part(name.file_name());
        select_chars(ui, response.id, edit.state, from..from + stem);
    }
    response
}
