//! The dialog about the catalogue: its content, its origin, and the coverage of each of its sources.

use egui::{Button, CollapsingHeader, Frame, Label, Margin, RichText, ScrollArea, Ui};

use super::Ctx;
use super::fonts::bold;
use super::theme::room_for_bars;
use super::widgets::{layer_line, link_ui};
use crate::catalogue::{Covers, SourceIdx, StatementIdx};
use crate::query::{Ids, Lens, SourceWords, StatementWords};
use crate::session::{Action, Dialog, Effect};
use crate::words::{AboutText as A, UiText as T};

/// The only schema there is.
const SCHEMA: u32 = 1;
/// Height of a source: four lines, whatever it says, so that any number of sources can be scrolled through.
const CARD: f32 = 96.0;
/// The least that is left of the screen for the sources, and all that stands around head and sources.
const LEAST: f32 = 2.0 * CARD;
const AROUND: f32 = 300.0;

/// The catalogue and its sources.
pub fn catalogue_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let catalogue = ctx.catalogue();
    room_for_bars(ui);
    ui.add(Label::new(bold(catalogue.title.get(ctx.lang()))).wrap().selectable(true));
    let screen = ui.ctx().content_rect().height();
    let head = (screen - AROUND - LEAST).clamp(70.0, 260.0);
    let head = ScrollArea::vertical().id_salt("about").max_height(head).auto_shrink([false, true]);
    let shown = head.show(ui, |ui| {
        let line_ui = |ui: &mut Ui, line: String| {
            ui.add(Label::new(RichText::new(line).color(ctx.colors.weak)).wrap().selectable(true));
        };
        for line in head_lines(ctx) {
            line_ui(ui, line);
        }
        apart_ui(ui, ctx);
        // Ids and checksums are for whoever compares two files.
        let title = RichText::new(A::ForChecking.get(ctx.lang())).size(12.5);
        CollapsingHeader::new(title).id_salt("for checking").show_unindented(ui, |ui| {
            for line in check_lines(ctx) {
                line_ui(ui, line);
            }
        });
    });
    ui.add_space(6.0);
    ui.label(bold(A::SourcesTitle.fill(ctx.lang(), &[("n", &catalogue.sources.len())])));
    let height = (screen - AROUND - shown.inner_rect.height()).clamp(CARD, 5.0 * CARD);
    ScrollArea::vertical().id_salt("sources").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        CARD,
        catalogue.sources.len(),
        |ui, range| {
            for i in catalogue.source_idxs().skip(range.start).take(range.len()) {
                card_ui(ui, ctx, i);
            }
        },
    );
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(ctx.text(T::CopyAll))).clicked() {
            ctx.send(Action::Do(Effect::Copy(as_text(ctx))));
        }
        if ui.add(Button::new(ctx.text(T::CmdClaims))).clicked() {
            ctx.send(Action::Show(Some(Dialog::Claims)));
        }
    });
}

/// The facts of the catalogue for its reader, but its title and its sources.
fn head_lines(ctx: &Ctx<'_>) -> Vec<String> {
    let (data, catalogue, lang) = (ctx.session.data(), ctx.catalogue(), ctx.lang());
    let file = match data.origin.path() {
        Some(_) => A::File.fill(lang, &[("path", &data.origin.path_text())]),
        None => A::Embedded.get(lang).to_owned(),
    };
    let defaults = Lens::default_of(catalogue).source_words(catalogue, lang);
    let layers =
        data.layers().map(|(_, file, n)| A::Layer.fill(lang, &[("title", &file.head.title.get(lang)), ("n", &n)]));
    let lines = vec![
        A::Release.fill(lang, &[("release", &catalogue.release), ("file", &file)]),
        A::Counts.fill(
            lang,
            &[
                ("policies", &catalogue.policies.len()),
                ("statements", &catalogue.statements.len()),
                ("sources", &catalogue.sources.len()),
            ],
        ),
        A::Scope.fill(lang, &[("text", &catalogue.scope.get(lang))]),
        A::Default.fill(lang, &[("sources", &defaults)]),
        A::RegionEdition.fill(lang, &[("edition", &catalogue.regions.edition())]),
    ];
    lines.into_iter().chain(layers).collect()
}

/// Ids, sizes and checksums, by which two files are compared.
fn check_lines(ctx: &Ctx<'_>) -> Vec<String> {
    let (data, catalogue, lang) = (ctx.session.data(), ctx.catalogue(), ctx.lang());
    let file = A::Id.fill(lang, &[("id", &catalogue.id), ("schema", &SCHEMA)]);
    let bytes = data.bytes.map(|bytes| A::Bytes.fill(lang, &[("n", &bytes.count)]));
    let layers = data.layers().map(|(at, _, n)| layer_line(data.catalogue(), at, n, lang));
    [file].into_iter().chain(bytes).chain(layers).collect()
}

/// Statements that no policy and no place leads to: of the country, of all, of somebody not named. By kind, advice last.
fn apart(ctx: &Ctx<'_>) -> Vec<StatementIdx> {
    let catalogue = ctx.catalogue();
    let mut list: Vec<StatementIdx> = catalogue.statement_idxs().filter(|i| !catalogue[*i].has_place()).collect();
    list.sort_by_key(|i| catalogue[*i].kind);
    list
}

/// `[N03] 数字：……` and its source.
fn apart_lines(ctx: &Ctx<'_>, i: StatementIdx, ids: Ids) -> [String; 2] {
    let words = StatementWords::of(ctx.catalogue(), i, ctx.lang());
    let tags: Vec<&str> = [Some(words.kind), words.modality].into_iter().flatten().collect();
    let said = ctx.fill(T::NameAndStep, &[("name", &tags.join(" · ")), ("step", &words.summary)]);
    let said = if ids == Ids::Told { format!("[{}] {said}", words.id) } else { said };
    [said, words.source.bare()]
}

fn apart_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let list = apart(ctx);
    if list.is_empty() {
        return;
    }
    let title = RichText::new(A::Apart.fill(ctx.lang(), &[("n", &list.len())])).size(12.5);
    CollapsingHeader::new(title).id_salt("apart").show_unindented(ui, |ui| {
        for i in list {
            let [said, source] = apart_lines(ctx, i, Ids::Untold);
            let statement = &ctx.catalogue()[i];
            let id = ctx.fill(T::IdIs, &[("id", &statement.id)]);
            let kind = [statement.kind.definition().get(ctx.lang()), &id].join("\n\n");
            ui.add(Label::new(said).wrap().selectable(true)).on_hover_text(kind);
            ui.add(Label::new(RichText::new(source).size(12.0).color(ctx.colors.weak)).wrap());
        }
    });
}

fn card_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: SourceIdx) {
    let source = &ctx.catalogue()[i];
    let weak = |text: String| RichText::new(text).size(12.5).color(ctx.colors.weak);
    let frame = Frame::new().inner_margin(Margin::symmetric(2, 4));
    frame.show(ui, |ui| {
        ui.set_height(CARD - 8.0);
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = SourceWords::of(ctx.catalogue(), i, None, ctx.lang()).by_name();
        let hint = [source.grade.definition().get(ctx.lang()), &ctx.fill(T::IdIs, &[("id", &source.id)])].join("\n\n");
        ui.add(Label::new(bold(name)).truncate().selectable(true)).on_hover_text(hint);
        line_ui(ui, RichText::new(source.title_in(ctx.lang())).size(12.5));
        line_ui(ui, weak(imprint(ctx, i)));
        line_ui(ui, weak(coverage(ctx, i)));
        match (source.link(), &source.address) {
            (Some(link), _) => {
                let response = link_ui(ui, RichText::new(short(link)).size(12.5).color(ctx.colors.focus_text(0)));
                if response.on_hover_text(link).clicked() {
                    ctx.send(Action::Do(Effect::OpenAddress(link.to_owned())));
                }
            }
            (None, Some(address)) => line_ui(ui, weak(address.clone())),
            (None, None) => line_ui(ui, weak(A::NoAddress.get(ctx.lang()).to_owned())),
        }
    });
}

/// One line of a card: what does not fit is shown under the pointer.
fn line_ui(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).truncate().selectable(true));
}

/// An address in at most one line.
fn short(address: &str) -> String {
    const MOST: usize = 100;
    if address.chars().count() > MOST {
        address.chars().take(MOST - 1).chain(['…']).collect()
    } else {
        address.to_owned()
    }
}

/// Authors, publisher, series, dates: what is known of it.
fn imprint(ctx: &Ctx<'_>, i: SourceIdx) -> String {
    let source = &ctx.catalogue()[i];
    let mut parts = Vec::new();
    if !source.authors.is_empty() {
        parts.push(source.authors.join(ctx.lang().comma()));
    }
    parts.extend(source.publisher.iter().chain(&source.container).cloned());
    parts.extend(source.published.map(|date| A::Published.fill(ctx.lang(), &[("date", &date)])));
    parts.push(match source.accessed {
        Some(date) => A::Accessed.fill(ctx.lang(), &[("date", &date)]),
        None => A::NotAccessed.get(ctx.lang()).to_owned(),
    });
    parts.join(" · ")
}

/// In sight or not, what it covers, and how much it says.
fn coverage(ctx: &Ctx<'_>, i: SourceIdx) -> String {
    let catalogue = ctx.catalogue();
    let n = catalogue.policies.len();
    let sight = if ctx.session.derived().policies.lens.sees(i) { A::InSight } else { A::OutOfSight };
    let covers = match &catalogue[i].covers {
        Covers::Stated => A::Stated.get(ctx.lang()).to_owned(),
        Covers::All | Covers::Policies(_) => A::Covers.fill(ctx.lang(), &[("k", &catalogue.covered_by(i)), ("n", &n)]),
    };
    let statements = A::Statements.fill(ctx.lang(), &[("n", &ctx.session.data().statements_of(i))]);
    [sight.get(ctx.lang()), &statements, &covers].join(" · ")
}

/// The whole page as text.
fn as_text(ctx: &Ctx<'_>) -> String {
    let catalogue = ctx.catalogue();
    let mut out = catalogue.title.get(ctx.lang()).to_owned();
    for line in head_lines(ctx).into_iter().chain(check_lines(ctx)) {
        out += "\n";
        out += &line;
    }
    for i in apart(ctx) {
        let [said, source] = apart_lines(ctx, i, Ids::Told);
        out += &format!("\n{said}\n{source}");
    }
    for i in catalogue.source_idxs() {
        let source = &catalogue[i];
        let address = source.address.as_deref().unwrap_or(A::NoAddress.get(ctx.lang()));
        let name = format!("{} · {}", SourceWords::of(ctx.catalogue(), i, None, ctx.lang()).by_name(), source.id);
        out += &format!(
            "\n\n{name}\n{}\n{}\n{}\n{address}",
            source.title_in(ctx.lang()),
            imprint(ctx, i),
            coverage(ctx, i)
        );
    }
    out
}
