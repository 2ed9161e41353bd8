//! What is written, in which format and where to: the export of the rows with a preview, and what the dialogs of figure
//! and memo share with it.
//!
//! The preview is made once a change and not once a frame, and costs no more than the lines it shows.

use egui::{Frame, Grid, Label, Layout, Margin, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::Ctx;
use super::commands::format_name;
use super::fonts::bold;
use super::widgets::{close_ui, foot_ui, segmented_ui};
use crate::export::{Extent, Format, Sample, Table, sample};
use crate::query::{Unit, parse_sort};
use crate::session::{Action, Dialog, Effect, Output, Periods};
use crate::view::View;
use crate::words::{ExportText as E, Lang, UiText as T};

/// What is chosen and half typed.
#[derive(Default)]
pub struct Saving {
    /// Path of the file, where the system has no file dialog.
    pub path: String,
    /// The format last chosen.
    pub format: Option<Output>,
    /// Whether a memo tells of periods.
    pub periods: Periods,
    extent: Extent,
    preview: Option<Preview>,
}

/// What would be written, in words and as its beginning.
struct Preview {
    of: Key,
    facts: Vec<(E, String)>,
    sample: Result<Sample, String>,
}

/// What a preview was made of.
#[derive(PartialEq)]
struct Key {
    format: Format,
    extent: Extent,
    generation: u64,
    view: View,
    lang: Lang,
}

/// The width that the list of formats has beside the preview; a narrower dialog puts the preview below it.
const FORMATS: f32 = 268.0;
const NARROW: f32 = 600.0;

/// The export of the rows on the screen, or of the whole catalogue.
pub fn export_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::Export);
    let scopes = [Extent::View, Extent::Whole].map(|extent| match extent {
        Extent::View => (extent, words(ctx, E::ScopeView), words(ctx, E::ViewIs)),
        Extent::Whole => (extent, words(ctx, E::ScopeWhole), words(ctx, E::WholeIs)),
    });
    if let Some(extent) = segmented_ui(ui, ctx, saving.extent, &scopes) {
        saving.extent = extent;
    }
    let extent = saving.extent;
    let is = if extent == Extent::View { E::ViewIs } else { E::WholeIs };
    ui.add(Label::new(RichText::new(words(ctx, is)).color(ctx.colors.weak)).wrap());
    let format = match saving.format {
        Some(Output::View(format, _)) => format,
        _ => Format::Xlsx,
    };
    saving.format = Some(Output::View(format, extent));
    saving.remember(ctx, format);
    let Some(preview) = &saving.preview else { return close_ui(ui, ctx) };
    ui.add_space(4.0);
    facts_ui(ui, ctx, &preview.facts);
    ui.add_space(8.0);
    // A workbook is what most people want.
    let mut formats = Format::ALL;
    formats.sort_by_key(|format| *format != Format::Xlsx);
    let choices = formats.map(|format| (Output::View(format, extent), format_words(ctx, format)));
    let mut chosen = None;
    if ui.available_width() < NARROW {
        chosen = formats_ui(ui, ctx, (saving.format, &choices));
        ui.add_space(8.0);
        preview_ui(ui, ctx, preview);
    } else {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(FORMATS, 0.0), Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(FORMATS);
                chosen = formats_ui(ui, ctx, (saving.format, &choices));
            });
            ui.add_space(8.0);
            ui.vertical(|ui| preview_ui(ui, ctx, preview));
        });
    }
    saving.choose(chosen);
    place_ui(ui, ctx, saving, "policy-atlas")
}

impl Saving {
    /// Forgets what was typed and shown last time.
    pub fn begin(&mut self) {
        self.path.clear();
        self.extent = Extent::View;
        self.preview = None;
    }

    /// Makes the preview, unless it is of just this.
    fn remember(&mut self, ctx: &Ctx<'_>, format: Format) {
        let session = ctx.session;
        let (generation, view, lang) = (session.data.generation, session.view.clone(), ctx.lang());
        let of = Key { format, extent: self.extent, generation, view, lang };
        if self.preview.as_ref().is_some_and(|preview| preview.of == of) {
            return;
        }
        let exported = session.exported(format, self.extent);
        let table = exported.table();
        let facts = facts(ctx, &table, self.extent);
        let sample = sample(format, &table).map_err(|fault| fault.message(lang));
        self.preview = Some(Preview { of, facts, sample });
    }

    /// Another format: the file's name ends as it does.
    fn choose(&mut self, chosen: Option<Output>) {
        let Some(what) = chosen else { return };
        self.format = Some(what);
        let path = std::path::Path::new(&self.path).with_extension(what.extension());
        self.path = path.to_string_lossy().into_owned();
    }
}

fn words(ctx: &Ctx<'_>, text: E) -> &'static str {
    text.get(ctx.lang())
}

/// Which rows and columns, in which order, and how many of how many.
fn facts(ctx: &Ctx<'_>, table: &Table<'_>, extent: Extent) -> Vec<(E, String)> {
    let (session, lang, about) = (ctx.session, ctx.lang(), &table.about);
    let unit = session.view.unit;
    let keys = match extent {
        Extent::View => parse_sort(&session.view.sort, ctx.catalogue(), unit).unwrap_or_default(),
        Extent::Whole => Vec::new(),
    };
    let named = keys.iter().map(|key| {
        let column = key.column.label(ctx.catalogue(), lang);
        if key.descending { E::Descending.fill(lang, &[("column", &column)]) } else { column }
    });
    let order: Vec<String> = named.collect();
    let usual = if unit == Unit::Policy { E::ByPolicy } else { E::ByPlace };
    let names: Vec<&str> = table.columns.iter().map(|heading| heading.label.as_str()).collect();
    let filter = match extent {
        Extent::View => about.query_or_everything(lang).to_owned(),
        Extent::Whole => ctx.text(T::NoFilter).to_owned(),
    };
    vec![
        (E::Rows, about.denominator(lang)),
        (E::Filter, filter),
        (E::Lens, about.lens.clone()),
        (E::Order, if order.is_empty() { usual.get(lang).to_owned() } else { order.join(lang.comma()) }),
        (E::Columns, E::ColumnNames.fill(lang, &[("n", &names.len()), ("names", &names.join(lang.comma()))])),
    ]
}

/// A line each: what does not fit is shown under the pointer.
fn facts_ui(ui: &mut Ui, ctx: &Ctx<'_>, facts: &[(E, String)]) {
    ui.spacing_mut().item_spacing.y = 3.0;
    for (name, value) in facts {
        ui.horizontal(|ui| {
            let layout = Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(vec2(56.0, 18.0), layout, |ui| {
                ui.set_min_width(56.0);
                ui.label(RichText::new(words(ctx, *name)).size(12.5).color(ctx.colors.weak));
            });
            ui.add(Label::new(RichText::new(value).size(12.5)).truncate().show_tooltip_when_elided(true));
        });
    }
}

fn preview_ui(ui: &mut Ui, ctx: &Ctx<'_>, preview: &Preview) {
    let lang = ctx.lang();
    let head = match &preview.sample {
        Ok(Sample::Text { is_all: true, .. }) => words(ctx, E::PreviewAll).to_owned(),
        Ok(Sample::Rows { rows, total, .. }) => E::PreviewRows.fill(lang, &[("k", &rows.len()), ("n", total)]),
        Ok(Sample::Text { .. }) | Err(_) => words(ctx, E::PreviewBegin).to_owned(),
    };
    ui.label(RichText::new(head).size(12.5).color(ctx.colors.weak));
    let height = (ui.ctx().content_rect().height() - 470.0).clamp(96.0, 320.0);
    let frame = Frame::new().fill(ctx.colors.surface).stroke(egui::Stroke::new(1.0, ctx.colors.line));
    frame.corner_radius(4.0).inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let area = ScrollArea::both().id_salt("preview").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| match &preview.sample {
            Ok(Sample::Text { text, .. }) => {
                let text = RichText::new(text.as_str()).monospace().size(12.0);
                ui.add(Label::new(text).extend().selectable(true));
            }
            Ok(Sample::Rows { heads, rows, .. }) => rows_ui(ui, ctx, heads, rows),
            Err(why) => {
                let text = E::NotPossible.fill(lang, &[("why", why)]);
                ui.add(Label::new(RichText::new(text).color(ctx.colors.error)).wrap());
            }
        });
    });
}

fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, heads: &[String], rows: &[Vec<String>]) {
    Grid::new("preview rows").spacing([14.0, 4.0]).show(ui, |ui| {
        for head in heads {
            ui.label(bold(head).size(12.0));
        }
        ui.end_row();
        for row in rows {
            for value in row {
                ui.label(RichText::new(short(value)).size(12.0).color(ctx.colors.text));
            }
            ui.end_row();
        }
    });
}

/// A value in as much room as a cell of a workbook has.
fn short(value: &str) -> String {
    const MOST: usize = 24;
    match value.chars().count() > MOST {
        true => value.chars().take(MOST - 1).chain(['…']).collect(),
        false => value.to_owned(),
    }
}

/// Why nothing was written last time, at the top of the dialog that asked for it.
pub fn fault_ui(ui: &mut Ui, ctx: &Ctx<'_>, dialog: Dialog) {
    if let Some((of, why)) = &ctx.session.pointing.unwritten
        && *of == dialog
    {
        let text = E::LastTime.fill(ctx.lang(), &[("why", why)]);
        ui.add(Label::new(RichText::new(text).color(ctx.colors.error)).wrap().selectable(true));
        ui.add_space(6.0);
    }
}

/// Formats to choose from, and where to.
pub fn save_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    saving: &mut Saving,
    (stem, choices): (&str, &[(Output, String)]),
) -> Response {
    let known = saving.format.filter(|format| choices.iter().any(|(choice, _)| choice == format));
    let Some(what) = known.or(choices.first().map(|(choice, _)| *choice)) else { return close_ui(ui, ctx) };
    saving.format = Some(what);
    let chosen = formats_ui(ui, ctx, (Some(what), choices));
    saving.choose(chosen);
    place_ui(ui, ctx, saving, stem)
}

/// The formats; gives the one that was clicked.
fn formats_ui(ui: &mut Ui, ctx: &Ctx<'_>, (now, choices): (Option<Output>, &[(Output, String)])) -> Option<Output> {
    let mut chosen = None;
    for (choice, words) in choices {
        if ui.radio(now == Some(*choice), RichText::new(words).color(ctx.colors.text)).clicked() {
            chosen = Some(*choice);
        }
    }
    chosen
}

/// Where to: by the system's dialog, or by a path where the system has none.
fn place_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving, stem: &str) -> Response {
    let Some(what) = saving.format else { return close_ui(ui, ctx) };
    let name = format!("{stem}.{}", what.extension());
    ui.add_space(8.0);
    // One thing is written at a time.
    let is_idle = ctx.session.loading.is_none();
    if ctx.has_file_dialog {
        let ready = is_idle.then_some(Action::Do(Effect::PickSave { name, what }));
        return foot_ui(ui, ctx, T::ChoosePlace, ready);
    }
    if saving.path.is_empty() {
        saving.path = name;
    }
    ui.label(ctx.text(T::ExportPath));
    let edit = TextEdit::singleline(&mut saving.path).hint_text(ctx.text(T::ExportPath));
    let edit = ui.add(edit.desired_width(f32::INFINITY));
    let path = saving.path.trim();
    let ready = (is_idle && !path.is_empty()).then(|| Action::Do(Effect::Write { path: path.into(), what }));
    foot_ui(ui, ctx, T::ExportButton, ready);
    edit
}

fn format_words(ctx: &Ctx<'_>, format: Format) -> String {
    let hint = match format {
        Format::Xlsx => T::FormatXlsxHint,
        Format::CsvExcel => T::FormatCsvExcelHint,
        Format::Csv => T::FormatCsvHint,
        Format::Json => T::FormatJsonHint,
        Format::Md => T::FormatMdHint,
        Format::Jsonl => T::FormatJsonlHint,
        Format::Html => T::FormatHtmlHint,
        Format::Parquet => T::FormatParquetHint,
        Format::Sqlite => T::FormatSqliteHint,
        Format::Ron => T::FormatRonHint,
    };
    ctx.fill(T::NameAndStep, &[("name", &ctx.text(format_name(format))), ("step", &ctx.text(hint))])
}
