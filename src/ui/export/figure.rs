//! The figure as a file: a preview of what is written, its size, resolution, theme and language, its format and place.
//!
//! The preview is laid out once a change and not once a frame.

use egui::{DragValue, Label, Response, RichText, Sense, Ui, vec2};

use super::{Saving, fault_ui, save_ui};
use crate::export::figure::FigureFormat;
use crate::figures::scene;
use crate::figures::scene::Scene;
use crate::session::{Dialog, FigureOptions, FigureSize, Output};
use crate::ui::Ctx;
use crate::ui::scene::picture;
use crate::ui::widgets::segmented_ui;
use crate::words::{ExportText as E, Lang, UiText as T};

/// The formats, a picture first: it is what most people want.
const FORMATS: [FigureFormat; 4] = [FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf, FigureFormat::Csv];

/// The options of a figure, and what it looks like with them.
#[derive(Default)]
pub struct FigureDraft {
    options: FigureOptions,
    shown: Option<Shown>,
}

/// A figure laid out.
struct Shown {
    /// The version of the figures, the language of the window and the options that it was laid out for.
    of: (u64, Lang, FigureOptions),
    denominator: String,
    scene: Scene,
}

/// The dialog.
pub fn save_figure_ui(ui: &mut Ui, ctx: &Ctx<'_>, saving: &mut Saving, draft: &mut FigureDraft) -> Response {
    fault_ui(ui, ctx, Dialog::SaveFigure);
    let lang = ctx.lang();
    let format = match saving.format {
        Some(Output::Figure(format, _)) => format,
        _ => FigureFormat::Png,
    };
    let shown = draft.shown(ctx);
    let values: [(&str, &dyn std::fmt::Display); 2] = [("title", &shown.scene.title), ("caption", &shown.denominator)];
    ui.add(Label::new(ctx.fill(T::SaveFigureWhat, &values)).wrap());
    ui.add_space(6.0);
    let height = (ui.ctx().content_rect().height() - 506.0).clamp(110.0, 360.0);
    let (place, preview) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    picture(ui.painter(), &shown.scene, place);
    let name = E::FigurePreview.fill(lang, &[("title", &shown.scene.title)]);
    preview.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, &name));
    ui.add_space(4.0);
    ui.label(RichText::new(size_words(shown, format, lang)).size(12.5).color(ctx.colors.weak));
    ui.add_space(4.0);
    options_ui(ui, ctx, format, &mut draft.options);
    ui.add_space(6.0);
    saving.format = Some(Output::Figure(format, draft.options));
    let choices = FORMATS.map(|format| {
        let hint = match format {
            FigureFormat::Svg => T::FigureSvgHint,
            FigureFormat::Png => T::FigurePngHint,
            FigureFormat::Pdf => T::FigurePdfHint,
            FigureFormat::Csv => T::FigureCsvHint,
        };
        let name = format.extension().to_uppercase();
        let words = ctx.fill(T::NameAndStep, &[("name", &name), ("step", &ctx.text(hint))]);
        (Output::Figure(format, draft.options), words)
    });
    save_ui(ui, ctx, saving, &choices)
}

impl FigureDraft {
    fn shown(&mut self, ctx: &Ctx<'_>) -> &Shown {
        let (options, session) = (self.options, ctx.session);
        let of = (session.derived().figures_version(), ctx.lang(), options);
        let known = self.shown.take().filter(|shown| shown.of == of);
        self.shown.insert(known.unwrap_or_else(|| {
            let figure = session.figure_of(options);
            Shown { of, denominator: figure.caption.denominator.clone(), scene: scene(&figure, &options.paper().style) }
        }))
    }
}

/// The size on paper, and in pixels where it has any.
fn size_words(shown: &Shown, format: FigureFormat, lang: Lang) -> String {
    let sides = [shown.scene.width, shown.scene.height];
    let [w, h] = sides.map(FigureOptions::millimetres);
    let (_, _, options) = shown.of;
    let [x, y] = sides.map(|side| options.pixels(side));
    let text = if format == FigureFormat::Png { E::FigureSizePixels } else { E::FigureSize };
    text.fill(lang, &[("w", &w), ("h", &h), ("x", &x), ("y", &y)])
}

/// The place where the figure is looked at: a screen, or a column or a page of print.
fn size_ui(ui: &mut Ui, ctx: &Ctx<'_>, options: &mut FigureOptions) {
    let printed = FigureOptions::PRINTED.map(|width| E::FigurePrint.fill(ctx.lang(), &[("width", &width)]));
    let screen = FigureOptions::default().size;
    let own = if matches!(options.size, FigureSize::Screen(_)) { options.size } else { screen };
    let mut choices = vec![(own, words(ctx, E::FigureScreen), words(ctx, E::FigureScreenHint))];
    let print = FigureOptions::PRINTED.map(FigureSize::Print).into_iter().zip(&printed);
    choices.extend(print.map(|(size, name)| (size, name.as_str(), words(ctx, E::FigurePrintHint))));
    ui.horizontal(|ui| {
        if let Some(size) = segmented_ui(ui, ctx, options.size, &choices) {
            *options = options.sized(size);
        }
    });
}

fn options_ui(ui: &mut Ui, ctx: &Ctx<'_>, format: FigureFormat, options: &mut FigureOptions) {
    if format != FigureFormat::Csv {
        size_ui(ui, ctx, options);
        ui.add_space(4.0);
    }
    ui.horizontal_wrapped(|ui| {
        if format != FigureFormat::Csv {
            let label = ui.label(words(ctx, E::FigureWidth)).id;
            let mut width = options.width();
            let drag = DragValue::new(&mut width).range(options.widths()).max_decimals(0);
            if ui.add(drag).labelled_by(label).changed() {
                *options = options.wide(width);
            }
            ui.add_space(12.0);
        }
        if format == FigureFormat::Png {
            ui.label(words(ctx, E::FigureDpi));
            let names = FigureOptions::DPIS.map(|dpi| dpi.to_string());
            let choices: Vec<_> =
                FigureOptions::DPIS.into_iter().zip(&names).map(|(dpi, name)| (dpi, name.as_str(), "")).collect();
            options.dpi = segmented_ui(ui, ctx, options.dpi, &choices).unwrap_or(options.dpi);
            ui.add_space(12.0);
        }
        if format != FigureFormat::Csv {
            let choices = [(false, words(ctx, E::FigureLight), ""), (true, words(ctx, E::FigureDark), "")];
            options.is_dark = segmented_ui(ui, ctx, options.is_dark, &choices).unwrap_or(options.is_dark);
            ui.add_space(12.0);
        }
        if format != FigureFormat::Csv {
            let mut is_titled = !options.is_untitled;
            ui.checkbox(&mut is_titled, words(ctx, E::FigureTitled)).on_hover_text(words(ctx, E::FigureTitledHint));
            options.is_untitled = !is_titled;
            ui.add_space(12.0);
        }
        let choices = [(Lang::Zh, ctx.text(T::CmdChinese), ""), (Lang::En, ctx.text(T::CmdEnglish), "")];
        let now = options.lang.unwrap_or(ctx.lang());
        options.lang = segmented_ui(ui, ctx, now, &choices).or(options.lang);
    });
}

fn words(ctx: &Ctx<'_>, text: E) -> &'static str {
    text.get(ctx.lang())
}
