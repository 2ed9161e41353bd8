//! Citations: what of the screen to cite, in which form, and the text to copy.

use egui::{Frame, Label, Margin, RadioButton, Response, RichText, ScrollArea, TextWrapMode, Ui};

use super::Ctx;
use super::widgets::{segmented_ui, strong_foot_ui};
use crate::export::citation::CiteFormat;
use crate::query::StatementWords;
use crate::session::{Action, Detail, Effect, Preference, Quoted};
use crate::view::View;
use crate::words::{ExportText as E, Lang, UiText as T};

/// The things that can be cited and the chosen one, found when the dialog opens.
#[derive(Default)]
pub struct CiteChoice {
    list: Vec<Quoted>,
    at: usize,
    text: String,
    /// The state that `list` and `text` were made for.
    list_of: Option<(u64, Option<Detail>, View)>,
    text_of: Option<(Quoted, CiteFormat, Lang)>,
}

/// The height of a line of the list, and how many are in sight at once.
const LINE: f32 = 22.0;
const LINES: f32 = 6.0;
/// Characters of a citation that are shown; all of it is copied.
const SHOWN: usize = 4_000;

/// The dialog: a list, a row of forms, the text.
pub fn cite_ui(ui: &mut Ui, ctx: &Ctx<'_>, chosen: &mut CiteChoice) -> Response {
    let format = ctx.session.cite_format();
    chosen.remember(ctx, format);
    head_ui(ui, ctx, E::CiteWhat);
    let spacing = ui.spacing().item_spacing.y;
    let list = ScrollArea::vertical().id_salt("what to cite").auto_shrink([false, true]);
    let list = list.max_height((LINE + spacing) * LINES);
    list.show_rows(ui, LINE, chosen.list.len(), |ui, range| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        for at in range {
            let Some(quoted) = chosen.list.get(at) else { continue };
            let name = name(ctx, *quoted);
            if ui.add(RadioButton::new(at == chosen.at, &name)).on_hover_text(&name).clicked() {
                chosen.at = at;
            }
        }
    });
    ui.add_space(8.0);
    head_ui(ui, ctx, E::CiteForm);
    let forms = CiteFormat::ALL.map(|format| (format, format.name(ctx.lang()), ""));
    if let Some(format) = segmented_ui(ui, ctx, format, &forms) {
        ctx.send(Action::Prefer(Preference::Citation(format)));
    }
    ui.add_space(8.0);
    text_ui(ui, ctx, &chosen.text);
    let text = Some(&chosen.text).filter(|text| !text.is_empty());
    let (strong, meant) = strong_foot_ui(ui, ctx, E::CopyThis.get(ctx.lang()), text, T::Close);
    if let Some(text) = meant {
        ctx.send(Action::Do(Effect::Copy(text.clone())));
        // What was wanted is had, and the next click is for what lies behind.
        ctx.leave_dialog();
    }
    strong
}

impl CiteChoice {
    fn remember(&mut self, ctx: &Ctx<'_>, format: CiteFormat) {
        let session = ctx.session;
        let list_of = Some((session.data().generation, session.pointing().detail, session.view().clone()));
        if self.list_of != list_of {
            (self.list, self.at, self.text_of) = (session.quotable(), 0, None);
            self.list_of = list_of;
        }
        let Some(quoted) = self.list.get(self.at).copied() else { return };
        let text_of = Some((quoted, format, ctx.lang()));
        if self.text_of != text_of {
            (self.text, self.text_of) = (session.citation(quoted, format), text_of);
        }
    }
}

fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: E) {
    ui.label(RichText::new(text.get(ctx.lang())).size(12.5).color(ctx.colors.weak));
}

fn text_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: &str) {
    let frame = Frame::new().fill(ctx.colors.surface).stroke(egui::Stroke::new(1.0, ctx.colors.line));
    frame.corner_radius(4.0).inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let height = (ui.ctx().content_rect().height() - 400.0).clamp(80.0, 220.0);
        let area = ScrollArea::vertical().id_salt("citation").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            let end = text.char_indices().nth(SHOWN).map_or(text.len(), |(end, _)| end);
            let shown = text.get(..end).unwrap_or_default().trim_end();
            match shown {
                "" => ui.label(RichText::new(E::CiteNothing.get(ctx.lang())).color(ctx.colors.weak)),
                shown => ui.add(Label::new(RichText::new(shown).size(13.0)).wrap().selectable(true)),
            };
            if end < text.len() {
                ui.label(RichText::new(E::CiteCut.get(ctx.lang())).size(12.5).color(ctx.colors.weak));
            }
        });
    });
}

/// The name in the list.
fn name(ctx: &Ctx<'_>, quoted: Quoted) -> String {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    match quoted {
        Quoted::Policy(policy) => E::CitePolicy.fill(lang, &[("title", &catalogue[policy].title.get(lang))]),
        Quoted::Place(place) => E::CitePlace.fill(lang, &[("place", &catalogue[place].name.get(lang))]),
        Quoted::Statement(i) => {
            let words = StatementWords::of(catalogue, i, lang);
            E::CiteStatement.fill(lang, &[("summary", &words.summary)])
        }
        Quoted::Source(source) => E::CiteSource.fill(lang, &[("name", &catalogue[source].short_name(lang))]),
        Quoted::Figure => E::CiteFigure.fill(lang, &[("title", &ctx.session.derived().figure_kind().name(lang))]),
        Quoted::View => E::CiteView.get(lang).to_owned(),
        Quoted::Catalogue => E::CiteCatalogue.get(lang).to_owned(),
    }
}
