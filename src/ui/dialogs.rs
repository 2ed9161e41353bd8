//! Dialogs: open by path, export, problems, the catalogue, help, my region. One at a time; Esc closes it.

use egui::{Button, Grid, Label, Modal, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::Ctx;
use super::commands::{COMMANDS, format_name, key_text};
use super::fonts::bold;
use super::palette::palette_ui;
use super::widgets::follow_focus;
use crate::catalogue::{Covers, Severity};
use crate::export::Format;
use crate::query::{matches_name, write};
use crate::session::{Action, Dialog, Effect, Preference};
use crate::words::UiText as T;

/// Half-typed texts of the dialogs.
#[derive(Default)]
pub struct Fields {
    path: String,
    export_path: String,
    format: Option<Format>,
    region: String,
    palette: super::palette::Typed,
    /// The dialog painted last, whose first field or button has had the keyboard given to it.
    entered: Option<Dialog>,
    /// What had the keyboard before the dialog opened, and gets it back.
    came_from: Option<egui::Id>,
}

/// Paints the open dialog, if any.
pub fn dialogs_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut Fields) {
    let enters = fields.entered != ctx.session.pointing.dialog;
    let Some(dialog) = ctx.session.pointing.dialog else {
        if enters && let Some(id) = fields.came_from.take() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        fields.entered = None;
        return;
    };
    if fields.entered.is_none() {
        fields.came_from = ui.memory(|memory| memory.focused());
    }
    if enters {
        fields.palette = super::palette::Typed::default();
    }
    fields.entered = Some(dialog);
    // The screen's height less the frame: what is higher scrolls.
    let room = ui.ctx().content_rect().height() - 72.0;
    let frame = egui::Frame::popup(ui.style()).inner_margin(18.0);
    let response = Modal::new(egui::Id::unique(("dialog", dialog as u8))).frame(frame).show(ui.ctx(), |ui| {
        let wide: f32 = match dialog {
            Dialog::Problems | Dialog::Catalogue | Dialog::Help => 720.0,
            _ => 480.0,
        };
        let wide = wide.min(ui.ctx().content_rect().width() - 80.0);
        ui.set_width(wide);
        let room = room.max(120.0);
        // A dialog that has grown since it was last painted is as high as it needs to be.
        let scroll = ScrollArea::both().id_salt("dialog").max_height(room).min_scrolled_height(room).max_width(wide);
        scroll.auto_shrink([false, true]).show(ui, |ui| {
            ui.label(bold(ctx.text(title(dialog))).size(17.0));
            ui.add_space(8.0);
            let first = match dialog {
                Dialog::OpenPath => open_ui(ui, ctx, fields),
                Dialog::Export => export_ui(ui, ctx, fields),
                Dialog::Problems => problems_ui(ui, ctx),
                Dialog::Catalogue => catalogue_ui(ui, ctx),
                Dialog::Palette => {
                    fields.format = palette_ui(ui, ctx, &mut fields.palette).or(fields.format);
                    return;
                }
                Dialog::Help => help_ui(ui, ctx),
                Dialog::MyRegion => my_region_ui(ui, ctx, fields),
            };
            // A dialog opens at its top, wherever the button is that has the keyboard.
            if enters {
                first.request_focus();
            } else {
                follow_focus(ui);
            }
        });
    });
    if response.should_close() {
        ctx.send(Action::Show(None));
    }
}

fn title(dialog: Dialog) -> T {
    match dialog {
        Dialog::OpenPath => T::CmdOpen,
        Dialog::Export => T::CmdExport,
        Dialog::Problems => T::CmdProblems,
        Dialog::Catalogue => T::CmdCatalogue,
        Dialog::Palette => T::CmdPalette,
        Dialog::Help => T::CmdHelp,
        Dialog::MyRegion => T::CmdMyRegion,
    }
}

/// The height of the buttons at the foot.
const FOOT: f32 = 28.0;

/// The buttons at the foot: the one that does it, which is given back, and cancel.
fn foot_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: T, ready: Option<Action>) -> Response {
    ui.add_space(12.0);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let foot = ui.allocate_ui_with_layout(vec2(ui.available_width(), FOOT), layout, |ui| {
        let is_ready = ready.is_some();
        let text = bold(ctx.text(name)).color(ctx.colors.on_strong);
        let button = Button::new(text).fill(ctx.colors.strong).min_size(vec2(88.0, 28.0));
        // Enter means the strong button, unless the keyboard is on another one.
        let elsewhere = ui.memory(|memory| memory.focused()).is_some() && !ui.ctx().text_edit_focused();
        let enter = !elsewhere && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let strong = ui.add_enabled(is_ready, button);
        if (strong.clicked() || (enter && is_ready))
            && let Some(action) = ready
        {
            ctx.send(action);
        }
        if ui.add(Button::new(ctx.text(T::Cancel)).min_size(vec2(72.0, 28.0))).clicked() {
            ctx.send(Action::Show(None));
        }
        strong
    });
    foot.inner
}

fn close_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    ui.add_space(10.0);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let foot = ui.allocate_ui_with_layout(vec2(ui.available_width(), FOOT), layout, |ui| {
        let close = ui.add(Button::new(ctx.text(T::Close)).min_size(vec2(88.0, 28.0)));
        if close.clicked() {
            ctx.send(Action::Show(None));
        }
        close
    });
    foot.inner
}

// Each dialog gives back what the keyboard goes to when it opens.

fn open_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut Fields) -> Response {
    ui.add(Label::new(ctx.text(T::OpenPathHint)).wrap());
    ui.add_space(4.0);
    let edit = TextEdit::singleline(&mut fields.path).hint_text(ctx.text(T::PathExample)).desired_width(f32::INFINITY);
    let edit = ui.add(edit);
    let path = fields.path.trim().trim_matches('"');
    let ready = (!path.is_empty()).then(|| Action::Do(Effect::Load(path.into())));
    foot_ui(ui, ctx, T::OpenButton, ready);
    edit
}

fn export_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut Fields) -> Response {
    let session = ctx.session;
    let format = fields.format.unwrap_or(Format::Xlsx);
    let line = write(&session.derived.query);
    let what = ctx.fill(
        T::ExportWhat,
        &[("n", &session.derived.rows.len()), ("unit", &ctx.text(super::commands::unit_name(session.view.unit)))],
    );
    ui.add(Label::new(what).wrap());
    let filter = if line.is_empty() { ctx.text(T::NoFilter).to_owned() } else { line };
    ui.add(Label::new(RichText::new(ctx.fill(T::ExportFilter, &[("line", &filter)])).color(ctx.colors.weak)).wrap());
    ui.add_space(8.0);
    for choice in [Format::Xlsx, Format::CsvExcel, Format::Csv, Format::Json, Format::Md] {
        if ui.radio(format == choice, format_words(ctx, choice)).clicked() {
            fields.format = Some(choice);
            if !fields.export_path.is_empty() {
                fields.export_path = std::path::Path::new(&fields.export_path)
                    .with_extension(choice.extension())
                    .to_string_lossy()
                    .into_owned();
            }
        }
    }
    ui.add_space(8.0);
    let name = format!("policy-atlas.{}", format.extension());
    if ctx.has_file_dialog {
        let ready = Action::Do(Effect::PickSave { name, format });
        return foot_ui(ui, ctx, T::ChoosePlace, Some(ready));
    }
    if fields.export_path.is_empty() {
        fields.export_path = name;
    }
    ui.label(ctx.text(T::ExportPath));
    let edit = ui.add(
        TextEdit::singleline(&mut fields.export_path).hint_text(ctx.text(T::ExportPath)).desired_width(f32::INFINITY),
    );
    let path = fields.export_path.trim();
    let ready = (!path.is_empty()).then(|| Action::Do(Effect::Export { path: path.into(), format }));
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
    };
    ctx.fill(T::NameAndStep, &[("name", &ctx.text(format_name(format))), ("step", &ctx.text(hint))])
}

fn problems_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let data = &ctx.session.data;
    let file = data.origin.file_name();
    let errors = data.problems.iter().filter(|p| p.severity == Severity::Error).count();
    let kept = data.catalogue().policies.len();
    let text = if data.problems.is_empty() {
        ctx.text(T::NoProblems).to_owned()
    } else {
        ctx.fill(T::ProblemsIntro, &[("errors", &errors), ("warnings", &(data.problems.len() - errors)), ("n", &kept)])
    };
    ui.add(Label::new(text).wrap());
    ui.add_space(6.0);
    ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show_rows(
        ui,
        20.0,
        data.problems.len(),
        |ui, range| {
            for problem in data.problems.get(range).unwrap_or_default() {
                let line = problem.line(&file, ctx.lang());
                let color = if problem.severity == Severity::Error { ctx.colors.error } else { ctx.colors.weak };
                ui.add(Label::new(RichText::new(&line).color(color)).truncate().selectable(true)).on_hover_text(&line);
            }
        },
    );
    ui.add_space(6.0);
    if !data.problems.is_empty() && ui.button(ctx.text(T::CopyProblems)).clicked() {
        let all: Vec<String> = data.problems.iter().map(|problem| problem.line(&file, ctx.lang())).collect();
        ctx.send(Action::Do(Effect::Copy(all.join("\n"))));
    }
    close_ui(ui, ctx)
}

fn catalogue_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    let catalogue = ctx.catalogue();
    let lang = ctx.lang();
    ui.add(Label::new(bold(catalogue.title.get(lang))).wrap());
    ui.label(
        RichText::new(format!("{} · {} · {}", catalogue.id, catalogue.release, ctx.session.data.origin.file_name()))
            .color(ctx.colors.weak),
    );
    ui.add(Label::new(catalogue.scope.get(lang)).wrap());
    ui.add_space(8.0);
    ui.label(bold(ctx.fill(T::SourcesTitle, &[("n", &catalogue.sources.len())])));
    let lens = &ctx.session.derived.policies.lens;
    ScrollArea::vertical().id_salt("sources").max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("sources").num_columns(4).striped(true).spacing([14.0, 6.0]).show(ui, |ui| {
            for head in [T::InLens, T::Source, T::GradeWord, T::CoversWord] {
                ui.label(RichText::new(ctx.text(head)).color(ctx.colors.weak));
            }
            ui.end_row();
            for i in catalogue.source_idxs() {
                let source = &catalogue[i];
                ui.label(if lens.sees(i) { "✓" } else { "" });
                ui.vertical(|ui| {
                    ui.set_width(360.0);
                    ui.add(Label::new(source.short_name()).wrap());
                    ui.add(Label::new(RichText::new(&source.title).size(12.0).color(ctx.colors.weak)).wrap());
                });
                ui.label(source.grade.name(lang));
                ui.label(match &source.covers {
                    Covers::All => ctx.text(T::CoversAll).to_owned(),
                    Covers::Policies(list) => ctx.fill(T::CoversSome, &[("n", &list.len())]),
                    Covers::Stated => ctx.text(T::CoversStated).to_owned(),
                });
                ui.end_row();
            }
        });
    });
    ui.add_space(4.0);
    ui.label(
        RichText::new(ctx.fill(T::RegionEdition, &[("edition", &catalogue.regions.edition())]))
            .size(12.5)
            .color(ctx.colors.weak),
    );
    close_ui(ui, ctx)
}

fn help_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    ScrollArea::vertical().max_height(440.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.label(bold(ctx.text(T::HelpMarks)));
        ui.add(Label::new(ctx.text(T::HelpMarksText)).wrap());
        ui.add_space(8.0);
        ui.label(bold(ctx.text(T::HelpSearch)));
        Grid::new("query help").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
            for (example, meaning) in QUERY_HELP {
                ui.label(RichText::new(ctx.text(example)).monospace());
                ui.label(RichText::new(ctx.text(meaning)).color(ctx.colors.weak));
                ui.end_row();
            }
        });
        ui.add_space(8.0);
        ui.label(bold(ctx.text(T::HelpKeys)));
        Grid::new("keys").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
            for command in COMMANDS {
                if let Some(key) = command.shortcut() {
                    ui.label(RichText::new(key_text(&key)).monospace());
                    ui.label(RichText::new(ctx.text(command.name())).color(ctx.colors.weak));
                    ui.end_row();
                }
            }
        });
    });
    close_ui(ui, ctx)
}

const QUERY_HELP: [(T, T); 7] = [
    (T::QueryText, T::QueryTextIs),
    (T::QueryRegion, T::QueryRegionIs),
    (T::QueryMonth, T::QueryMonthIs),
    (T::QueryFocus, T::QueryFocusIs),
    (T::QueryKeyword, T::QueryKeywordIs),
    (T::QuerySource, T::QuerySourceIs),
    (T::QueryNot, T::QueryNotIs),
];

fn my_region_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut Fields) -> Response {
    ui.add(Label::new(ctx.text(T::MyRegionHint)).wrap());
    ui.add_space(4.0);
    let edit = TextEdit::singleline(&mut fields.region).hint_text(ctx.text(T::FindValue)).desired_width(f32::INFINITY);
    let edit = ui.add(edit);
    let catalogue = ctx.catalogue();
    let typed = fields.region.trim();
    let mut found: Vec<(u8, crate::catalogue::RegionIdx)> = catalogue
        .regions
        .iter()
        .filter_map(|(i, region)| {
            let rank = if typed.is_empty() {
                (!ctx.index().policies_in(i).is_empty()).then_some(0)
            } else {
                region.name.each().filter_map(|name| matches_name(typed, name)).min()
            };
            Some((rank?, i))
        })
        .collect();
    found.sort();
    let mine = ctx.session.settings.my_region.as_deref();
    ScrollArea::vertical().id_salt("my region").max_height(260.0).auto_shrink([false, false]).show(ui, |ui| {
        for (_, i) in found.into_iter().take(60) {
            let region = &catalogue[i];
            let without = ctx.index().policies_in(i).is_empty();
            let note = if without { ctx.text(T::NoPolicyHere) } else { "" };
            let button = Button::selectable(mine == Some(region.code.as_str()), region.name.get(ctx.lang()))
                .right_text(RichText::new(note).color(ctx.colors.weak))
                .min_size(vec2(ui.available_width(), 24.0));
            let chosen = mine == Some(region.code.as_str());
            let response = ui.add(button);
            let words = if without {
                format!("{} {note}", region.name.get(ctx.lang()))
            } else {
                region.name.get(ctx.lang()).to_owned()
            };
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &words));
            if response.clicked() {
                ctx.send(Action::Prefer(Preference::MyRegion(Some(region.code.clone()))));
                ctx.send(Action::Show(None));
            }
        }
    });
    ui.horizontal(|ui| {
        if mine.is_some() && ui.button(ctx.text(T::NoMyRegion)).clicked() {
            ctx.send(Action::Prefer(Preference::MyRegion(None)));
            ctx.send(Action::Show(None));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(ctx.text(T::NotNow)).clicked() {
                ctx.send(Action::Show(None));
            }
        });
    });
    edit
}
