//! The export of the rows: its content with a preview, its format and its place; and the parts that the dialogs of
//! figure and memo share with it.
//!
//! The preview is made once a change and not once a frame, and costs no more than the lines it shows.

mod figure;
mod handout;
mod live;
mod memo;
mod mine;
mod place;

use egui::{Frame, Grid, Label, Layout, Margin, Response, RichText, ScrollArea, Ui, vec2};

use super::Ctx;
use super::fonts::bold;
use super::widgets::{close_ui, format_name, segmented_ui};
use crate::export::{Extent, Format, Sample, Table, sample_of_bundle};
use crate::figures::FigureKind;
use crate::look::Font;
use crate::query::{Unit, query_words, sort_keys};
use crate::session::{Bundle, Dialog, Exported, MemoOptions, Output, Packing};
use crate::view::{Tab, View};
use crate::words::{ExportText as E, Lang, LiveText as L, UiText as T};

pub use figure::{FigureDraft, save_figure_ui};
pub use handout::handout_ui;
pub use live::live_ui;
pub use memo::{save_memo_ui, save_profile_ui};
pub use mine::send_mine_ui;
use place::{PlaceDraft, place_ui};

/// The choices and half-typed texts of an export.
#[derive(Default)]
pub struct Saving {
    /// The name or path that is typed.
    place: PlaceDraft,
    /// The format last chosen.
    pub format: Option<Output>,
    /// The options of a memo.
    memo: MemoOptions,
    preview: Option<Preview>,
}

/// The content of an export, in words and as its beginning.
struct Preview {
    of: Key,
    facts: Vec<(E, String)>,
    /// The formats that write it.
    formats: Vec<Format>,
    /// The file whose beginning it is, where there are several.
    file: Option<String>,
    sample: Result<Sample, String>,
}

/// The choices that a preview was made of.
#[derive(PartialEq)]
struct Key {
    what: Output,
    generation: u64,
    view: View,
    lang: Lang,
}

/// The width that the list of formats has beside the preview; a narrower dialog puts the preview below it.
const FORMATS: f32 = 292.0;
const NARROW: f32 = 600.0;

/// The content to export.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    View,
    Rows,
    Whole,
    Bundle,
    Live,
}

impl Scope {
    fn of(what: Output) -> Scope {
        match what {
            Output::View(_, Extent::Whole) => Scope::Whole,
            Output::Bundle(_) => Scope::Bundle,
            Output::Live => Scope::Live,
            Output::Rows(_) => Scope::Rows,
            _ => Scope::View,
        }
    }

    /// Its name, and what it means.
    fn words(self, tab: Tab, shows_tiles: bool, lang: Lang) -> (&'static str, &'static str) {
        let (name, meaning) = match self {
            Scope::View => (E::ScopeView, tab_is(tab, shows_tiles)),
            Scope::Rows => (E::ScopeRows, E::TableIs),
            Scope::Whole => (E::ScopeWhole, E::WholeIs),
            Scope::Bundle => (E::ScopeBundle, E::BundleIs),
            Scope::Live => return (L::Dialog.get(lang), L::Is.get(lang)),
        };
        (name.get(lang), meaning.get(lang))
    }
}

/// The words for the content of a tab.
fn tab_is(tab: Tab, shows_tiles: bool) -> E {
    match tab {
        Tab::Overview if shows_tiles => E::TilesIs,
        Tab::Overview => E::OverviewIs,
        Tab::Table => E::TableIs,
        Tab::Compare => E::ComparisonIs,
        Tab::Charts => E::ChartIs,
    }
}

/// The export of the content of the current tab, of the whole catalogue, or of everything that others need to verify it.
pub fn export_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    fault_ui(ui, ctx, Dialog::Export);
    let tab = ctx.session.view().tab;
    let mut what = match saving.format {
        Some(Output::Rows(format)) if tab == Tab::Table => Output::View(format, Extent::View),
        Some(what @ (Output::View(..) | Output::Rows(_) | Output::Bundle(_) | Output::Live)) => what,
        _ => Output::View(Format::Xlsx, Extent::View),
    };
    // On the tab of the table it is what is in sight.
    let scopes = [Scope::View, Scope::Rows, Scope::Whole, Scope::Bundle, Scope::Live];
    let scopes = scopes.into_iter().filter(|scope| tab != Tab::Table || *scope != Scope::Rows);
    let of_scope = |scope: Scope| scope.words(tab, ctx.session.shows_tiles(), ctx.lang());
    let choice = |scope: Scope| (scope, of_scope(scope).0, of_scope(scope).1);
    if let Some(scope) = segmented_ui(ui, ctx, Scope::of(what), &scopes.map(choice).collect::<Vec<_>>()) {
        let format = match what {
            Output::View(format, _) | Output::Rows(format) => format,
            _ => Format::Xlsx,
        };
        what = match scope {
            Scope::View => Output::View(format, Extent::View),
            Scope::Rows => Output::Rows(format),
            Scope::Whole => Output::View(format, Extent::Whole),
            Scope::Bundle => Output::Bundle(Bundle::default()),
            Scope::Live => Output::Live,
        };
        saving.choose(Some(what));
    }
    ui.add(Label::new(RichText::new(of_scope(Scope::of(what)).1).color(ctx.colors.weak)).wrap());
    saving.format = Some(what);
    saving.remember(ctx, what);
    let Some(preview) = &saving.preview else { return close_ui(ui, ctx) };
    ui.add_space(4.0);
    facts_ui(ui, ctx, &preview.facts);
    ui.add_space(8.0);
    let mut chosen = None;
    if ui.available_width() < NARROW {
        chosen = options_ui(ui, ctx, what, &preview.formats);
        ui.add_space(8.0);
        preview_ui(ui, ctx, preview);
    } else {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(vec2(FORMATS, 0.0), Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(FORMATS);
                chosen = options_ui(ui, ctx, what, &preview.formats);
            });
            ui.add_space(8.0);
            ui.vertical(|ui| preview_ui(ui, ctx, preview));
        });
    }
    saving.choose(chosen);
    save_there_ui(ui, ctx, saving)
}

/// The formats, or what a bundle may hold; gives what was chosen.
fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>, what: Output, formats: &[Format]) -> Option<Output> {
    match what {
        Output::Bundle(bundle) => bundle_ui(ui, ctx, bundle).map(Output::Bundle),
        Output::Live => None,
        what => {
            let output = |format| match what {
                Output::View(_, extent) => Output::View(format, extent),
                _ => Output::Rows(format),
            };
            let choice = |format: &Format| (output(*format), format_words(ctx, *format));
            formats_ui(ui, ctx, Some(what), &formats.iter().map(choice).collect::<Vec<_>>())
        }
    }
}

fn bundle_ui(ui: &mut Ui, ctx: &Ctx<'_>, now: Bundle) -> Option<Bundle> {
    let mut bundle = now;
    for (packing, name) in [(Packing::Zip, E::BundleZip), (Packing::Folder, E::BundleFolder)] {
        if ui.radio(now.packing == packing, words(ctx, name)).clicked() {
            bundle.packing = packing;
        }
    }
    ui.add_space(8.0);
    let mut is_whole = now.extent == Extent::Whole;
    if ui.checkbox(&mut is_whole, words(ctx, E::BundleWhole)).changed() {
        bundle.extent = if is_whole { Extent::Whole } else { Extent::View };
    }
    ui.add_space(8.0);
    ui.label(RichText::new(words(ctx, E::BundleFigures)).size(12.5).color(ctx.colors.weak));
    for kind in FigureKind::ALL.iter().copied() {
        let mut is_in = now.figures.has(kind);
        if ui.checkbox(&mut is_in, kind.name(ctx.lang())).changed() {
            bundle.figures = now.figures.toggled(kind);
        }
    }
    (bundle != now).then_some(bundle)
}

impl Saving {
    /// Forgets what was typed and shown last time.
    pub fn begin(&mut self) {
        let Saving { format, memo, .. } = *self;
        *self = Saving { format, memo, ..Saving::default() };
    }

    /// Makes the preview, unless it is of just this.
    fn remember(&mut self, ctx: &Ctx<'_>, what: Output) {
        let session = ctx.session;
        let (generation, view, lang) = (session.data().generation, session.view().clone(), ctx.lang());
        let of = Key { what, generation, view, lang };
        if self.preview.as_ref().is_some_and(|preview| preview.of == of) {
            return;
        }
        let (format, extent) = match what {
            Output::View(format, extent) => (format, extent),
            Output::Rows(format) => (format, Extent::View),
            // A page shows its rows. What a bundle shows is the view, whatever its long tables hold.
            Output::Live => (Format::Xlsx, Extent::View),
            _ => (Format::Csv, Extent::View),
        };
        let exported = match what {
            Output::Bundle(_) | Output::Live => Exported::Rows(session.exported_rows(session.derived().rows.clone())),
            Output::Rows(format) => session.exported_table(format),
            _ => session.exported(format, extent),
        };
        let formats = exported.formats();
        let mut facts = facts(ctx, &exported, what);
        if matches!(what, Output::View(Format::Ron, _) | Output::Rows(Format::Ron) | Output::Live) {
            // A catalogue and a page have an order and fields of their own.
            facts.retain(|(fact, _)| !matches!(fact, E::Order | E::Columns));
        }
        let begin = match what {
            Output::Bundle(_) => {
                let rows = session.exported_rows(session.derived().rows.clone());
                sample_of_bundle(&rows.table()).map(|(name, sample)| (Some(name), sample))
            }
            _ => exported.sample(format).map(|sample| (None, sample)),
        };
        let (file, sample) = match begin {
            Ok((file, sample)) => (file, Ok(sample)),
            Err(fault) => (None, Err(fault.message(lang))),
        };
        self.preview = Some(Preview { of, facts, formats, file, sample });
    }

    /// Another format: the file's name ends as it does.
    fn choose(&mut self, chosen: Option<Output>) {
        let Some(what) = chosen else { return };
        self.format = Some(what);
        self.place.end_as(what);
    }
}

fn words(ctx: &Ctx<'_>, text: E) -> &'static str {
    text.get(ctx.lang())
}

/// The rows and columns with their order, and how many of how many.
fn facts(ctx: &Ctx<'_>, exported: &Exported, what: Output) -> Vec<(E, String)> {
    match exported {
        Exported::Rows(rows) => facts_of_rows(ctx, &rows.table(), what),
        Exported::Shown(table) => {
            let heads = E::ColumnNames
                .fill(ctx.lang(), &[("n", &table.heads.len()), ("names", &table.heads.join(ctx.lang().comma()))]);
            vec![(E::Rows, table.rows.len().to_string()), (E::Columns, heads)]
        }
    }
}

fn facts_of_rows(ctx: &Ctx<'_>, table: &Table<'_>, what: Output) -> Vec<(E, String)> {
    let (session, lang, about) = (ctx.session, ctx.lang(), &table.about);
    // The matrix lists places in their order, however the table is sorted.
    let is_matrix = session.view().tab == Tab::Overview && matches!(what, Output::View(_, Extent::View));
    let unit = if is_matrix { Unit::Region } else { session.view().unit };
    let is_whole = matches!(what, Output::View(_, Extent::Whole));
    let in_own_order = is_whole || is_matrix;
    let keys = if in_own_order { Vec::new() } else { sort_keys(&session.view().sort, ctx.catalogue(), unit) };
    let named = keys.iter().map(|key| {
        let column = key.column.label(ctx.catalogue(), lang);
        if key.descending { E::Descending.fill(lang, &[("column", &column)]) } else { column }
    });
    let order: Vec<String> = named.collect();
    let usual = if unit == Unit::Policy { E::ByPolicy } else { E::ByPlace };
    let names: Vec<&str> = table.columns.iter().map(|heading| heading.label.as_str()).collect();
    let words = query_words(&session.derived().query, ctx.catalogue(), lang);
    let filter = if is_whole || words.is_empty() { ctx.text(T::NoFilter).to_owned() } else { words };
    vec![
        (E::Rows, about.denominator(lang)),
        (E::Filter, filter),
        (E::Lens, session.derived().policies.lens.told(ctx.catalogue(), lang)),
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
    let head = match (&preview.file, &preview.sample) {
        (Some(name), _) => E::PreviewFile.fill(lang, &[("name", name)]),
        (None, Ok(Sample::Text { is_all: true, .. })) => words(ctx, E::PreviewAll).to_owned(),
        (None, Ok(Sample::Rows { rows, total, .. })) => E::PreviewRows.fill(lang, &[("k", &rows.len()), ("n", total)]),
        (None, _) => words(ctx, E::PreviewBegin).to_owned(),
    };
    ui.label(RichText::new(head).size(12.5).color(ctx.colors.weak));
    let height = (ui.ctx().content_rect().height() - 470.0).clamp(96.0, 320.0);
    let frame = Frame::new().fill(ctx.colors.surface).stroke(egui::Stroke::new(1.0, ctx.colors.line));
    frame.corner_radius(4.0).inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Room of their own for the bars, which lie over no line.
        ui.spacing_mut().scroll.floating_allocated_width = 8.0;
        let area = ScrollArea::both().id_salt("preview").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| match &preview.sample {
            Ok(Sample::Text { text, .. }) => {
                let text = RichText::new(text.as_str()).monospace().size(12.0);
                ui.add(Label::new(text).extend().selectable(true));
            }
            Ok(Sample::Rows { heads, rows, .. }) => rows_ui(ui, ctx, heads, rows),
            Err(why) => {
                let text = E::NotPossible.fill(lang, &[("why", &why)]);
                ui.add(Label::new(RichText::new(text).color(ctx.colors.error)).wrap());
            }
        });
    });
}

fn rows_ui(ui: &mut Ui, ctx: &Ctx<'_>, heads: &[String], rows: &[Vec<String>]) {
    let most = widest_cell(ui.clip_rect().width() - BETWEEN, heads, rows);
    Grid::new("preview rows").spacing([BETWEEN, 4.0]).show(ui, |ui| {
        for head in heads {
            ui.label(bold(head).size(12.0));
        }
        ui.end_row();
        for row in rows {
            for value in row {
                let value = Font::regular(12.0).shorten(value, most);
                ui.label(RichText::new(value).size(12.0).color(ctx.colors.text));
            }
            ui.end_row();
        }
    });
}

/// Between two columns of the preview.
const BETWEEN: f32 = 14.0;

/// The most width of a value: as much as lets all columns be seen, and at least that of a cell of a workbook.
fn widest_cell(room: f32, heads: &[String], rows: &[Vec<String>]) -> f32 {
    const LEAST: f32 = 108.0;
    const MOST: f32 = 360.0;
    let font = Font::regular(12.0);
    let of_column = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(|value| font.width(value));
    let widths: Vec<f32> =
        heads.iter().enumerate().map(|(at, head)| of_column(at).fold(Font::bold(12.0).width(head), f32::max)).collect();
    let needed = |most: f32| widths.iter().map(|wide| wide.min(most) + BETWEEN).sum::<f32>();
    let widest = (LEAST as usize..=MOST as usize).rev().step_by(12).map(|most| most as f32);
    widest.into_iter().find(|most| needed(*most) <= room).unwrap_or(LEAST)
}

/// The reason that nothing was written last time, at the top of the dialog that asked for it.
pub fn fault_ui(ui: &mut Ui, ctx: &Ctx<'_>, dialog: Dialog) {
    if let Some((of, why)) = ctx.session.pointing().unwritten()
        && of == dialog
    {
        let text = E::LastTime.fill(ctx.lang(), &[("why", &why)]);
        ui.add(Label::new(RichText::new(text).color(ctx.colors.error)).wrap().selectable(true));
        ui.add_space(6.0);
    }
}

/// Formats to choose from, and where to.
pub fn save_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving, choices: &[(Output, String)]) -> Response {
    let known = saving.format.filter(|format| choices.iter().any(|(choice, _)| choice == format));
    let Some(what) = known.or(choices.first().map(|(choice, _)| *choice)) else { return close_ui(ui, ctx) };
    saving.format = Some(what);
    let chosen = formats_ui(ui, ctx, Some(what), choices);
    saving.choose(chosen);
    save_there_ui(ui, ctx, saving)
}

/// The formats; gives the one that was clicked.
fn formats_ui(ui: &mut Ui, ctx: &Ctx<'_>, now: Option<Output>, choices: &[(Output, String)]) -> Option<Output> {
    let mut chosen = None;
    for (choice, words) in choices {
        let words = RichText::new(words).color(ctx.colors.text);
        if ui.radio(now == Some(*choice), words).clicked() {
            chosen = Some(*choice);
        }
    }
    chosen
}

fn save_there_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving) -> Response {
    match saving.format {
        Some(what) => place_ui(ui, ctx, &mut saving.place, what),
        None => close_ui(ui, ctx),
    }
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
