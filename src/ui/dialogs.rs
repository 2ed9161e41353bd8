//! Dialogs: open by path, export, help, my region; those that are more than a form have files of their own.
//! One at a time; Esc closes it.

use egui::{CollapsingHeader, Grid, Label, Margin, Modal, Response, RichText, ScrollArea, TextEdit, Ui};

use super::Ctx;
use super::about::catalogue_ui;
use super::cite::{CiteChoice, cite_ui};
use super::claims::claims_ui;
use super::commands::{COMMANDS, key_text, reader_key_lines};
use super::curate::{
    ImportDraft, PolicyDraft, adrift_ui, erase_ui, import_ui, policy_ui, restore_ui, same_ui, settle_ui,
};
use super::export::{
    FigureDraft, Saving, export_ui, handout_ui, live_ui, save_figure_ui, save_memo_ui, save_profile_ui, send_mine_ui,
};
use super::fonts::bold;
use super::my_region::my_region_ui;
use super::palette::palette_ui;
use super::problems::problems_ui;
use super::shelf::{save_ui as save_as_ui, shelf_ui};
use super::theme::room_for_bars;
use super::walk::{offered_name, walk_ui};
use super::who::who_ui;
use super::widgets::{
    close_ui, definition_words, follow_focus, foot_ui, mark_ui, recent_list_ui, select_chars, share_sign_ui,
};
use crate::catalogue::{Basis, Strength};
use crate::export::Extent;
use crate::export::dataset::vocabularies;
use crate::query::Cell;
use crate::session::{Action, Dialog, Effect, Importing, Output, ShelfTask, Walking};
use crate::view::Saved;
use crate::walk::Walk;
use crate::words::{HelpText, ReaderText, TellText, UiText as T};

/// Half-typed texts of the dialogs.
#[derive(Default)]
pub struct DialogDrafts {
    path: String,
    /// Whether the path of last time was selected since the dialog was opened.
    is_path_selected: bool,
    saving: Saving,
    figure: FigureDraft,
    cite: CiteChoice,
    claims: super::claims::Leaf,
    region: String,
    palette: super::palette::PaletteInput,
    problems: super::problems::ProblemChoice,
    shelf: super::shelf::ShelfInput,
    walk: super::walk::EditorMemory,
    policy: PolicyDraft,
    import: ImportDraft,
    /// The dialog painted last, whose first field or button has had the keyboard given to it.
    entered: Option<Dialog>,
    /// Whether the system had a file dialog when that was painted; without one a path is asked for.
    had_file_dialog: bool,
    /// The widget that had the keyboard before the dialog opened, and gets it back.
    came_from: Option<egui::Id>,
}

impl DialogDrafts {
    /// Gives the keyboard back once the dialog is gone, and forgets what was half typed in lists of names.
    fn close(&mut self, ui: &Ui) {
        let back = self.came_from.take_if(|_| self.entered.is_some());
        if let Some(id) = back {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        self.entered = None;
        (self.shelf, self.walk) = Default::default();
    }

    /// Takes a dialog up; gives back whether the keyboard goes to its first field or button.
    fn enter(&mut self, ctx: &Ctx<'_>, dialog: Dialog) -> bool {
        let enters = self.entered.replace(dialog) != Some(dialog);
        if enters {
            self.begin();
        }
        let asks_for_path = std::mem::replace(&mut self.had_file_dialog, ctx.has_file_dialog) && !ctx.has_file_dialog;
        enters || asks_for_path
    }

    /// Forgets what was typed in a dialog of before.
    fn begin(&mut self) {
        self.palette = super::palette::PaletteInput::default();
        self.saving.begin();
        self.is_path_selected = false;
        self.cite = CiteChoice::default();
        self.import = ImportDraft::default();
        (self.shelf, self.walk) = Default::default();
    }
}

/// Readies the window for a dialog that opens, before what lies behind it is painted: what has the keyboard gets it back
/// later, and a tooltip goes. It would stay while the pointer rests, whatever opens over it, unless what it belongs to is
/// disabled for a frame.
pub fn opening_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut DialogDrafts) {
    if fields.entered.is_none() && ctx.session.pointing().dialog.is_some() {
        fields.came_from = ui.memory(egui::Memory::focused);
        ui.disable();
        ui.ctx().request_repaint();
    }
}

/// Paints the open dialog, if any.
pub fn dialogs_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut DialogDrafts) {
    if ctx.session.pointing().dialog != Some(Dialog::Policy) {
        fields.policy.keep(ctx);
    }
    let Some(dialog) = ctx.session.pointing().dialog else { return fields.close(ui) };
    let enters = fields.enter(ctx, dialog);
    // The screen's height less the frame: what is higher scrolls.
    let room = ui.ctx().content_rect().height() - 72.0;
    let frame = egui::Frame::popup(ui.style()).inner_margin(18.0);
    let id = egui::Id::unique(("dialog", std::mem::discriminant(&dialog)));
    let response = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        let wide = width_of(ctx, dialog).min(ui.ctx().content_rect().width() - 80.0);
        ui.set_width(wide);
        let room = room.max(120.0);
        // A dialog that has grown since it was last painted is as high as it needs to be.
        let scroll = ScrollArea::both().id_salt("dialog").max_height(room).min_scrolled_height(room).max_width(wide);
        // The edge of a ring at the left stays in sight.
        scroll.content_margin(Margin::symmetric(1, 0)).auto_shrink([false, true]).show(ui, |ui| {
            ui.label(bold(ctx.text(title(dialog)).trim_end_matches('…')).size(17.0));
            ui.add_space(8.0);
            let first = match dialog {
                Dialog::OpenPath => Some(open_ui(ui, ctx, fields)),
                Dialog::Export => Some(export_ui(ui, ctx, &mut fields.saving)),
                Dialog::SaveFigure => Some(save_figure_ui(ui, ctx, &mut fields.saving, &mut fields.figure)),
                Dialog::SaveProfile(place) => Some(save_profile_ui(ui, ctx, &mut fields.saving, place)),
                Dialog::Handout => Some(handout_ui(ui, ctx, &mut fields.saving)),
                Dialog::Live => Some(live_ui(ui, ctx, &mut fields.saving)),
                Dialog::SendMine => Some(send_mine_ui(ui, ctx, &mut fields.saving)),
                Dialog::SaveMemo => Some(save_memo_ui(ui, ctx, &mut fields.saving)),
                Dialog::Cite => Some(cite_ui(ui, ctx, &mut fields.cite)),
                Dialog::Claims => {
                    claims_ui(ui, ctx, &mut fields.claims);
                    Some(close_ui(ui, ctx))
                }
                Dialog::Problems => {
                    problems_ui(ui, ctx, &mut fields.problems);
                    Some(close_ui(ui, ctx))
                }
                Dialog::Catalogue => {
                    catalogue_ui(ui, ctx);
                    Some(close_ui(ui, ctx))
                }
                Dialog::Help => Some(help_ui(ui, ctx)),
                Dialog::MyRegion => Some(my_region_ui(ui, ctx, &mut fields.region)),
                Dialog::Who => who_ui(ui, ctx),
                // These give the keyboard to a field or a row by themselves.
                Dialog::Palette => {
                    let format = palette_ui(ui, ctx, &mut fields.palette);
                    let chosen = format.map(|format| Output::View(format, Extent::View));
                    fields.saving.format = chosen.or(fields.saving.format);
                    None
                }
                Dialog::SaveView => {
                    let save = |name: String, taken| {
                        let view = Box::new(ctx.session.saved_view(&name));
                        Action::Do(Effect::Views(ShelfTask::Save(view, taken)))
                    };
                    let offered = || ctx.session.view_name();
                    let (name, ready) = save_as_ui::<Saved>(ui, ctx, &mut fields.shelf, offered, save);
                    foot_ui(ui, ctx, name, ready);
                    None
                }
                Dialog::SaveWalk => {
                    let save = |name, taken| Walking::SaveAs(name, taken).into();
                    let (name, ready) = save_as_ui::<Walk>(ui, ctx, &mut fields.shelf, || offered_name(ctx), save);
                    foot_ui(ui, ctx, name, ready);
                    None
                }
                Dialog::Views => {
                    shelf_ui::<Saved>(ui, ctx, &mut fields.shelf);
                    close_ui(ui, ctx);
                    None
                }
                Dialog::Walks => {
                    shelf_ui::<Walk>(ui, ctx, &mut fields.shelf);
                    close_ui(ui, ctx);
                    None
                }
                Dialog::Policy => policy_ui(ui, ctx, &mut fields.policy),
                Dialog::Restore => Some(restore_ui(ui, ctx)),
                Dialog::Erase => Some(erase_ui(ui, ctx)),
                Dialog::Settle => Some(settle_ui(ui, ctx)),
                Dialog::Same => Some(same_ui(ui, ctx)),
                Dialog::Adrift => Some(adrift_ui(ui, ctx)),
                Dialog::Import => import_ui(ui, ctx, &mut fields.import),
                Dialog::Walk => {
                    walk_ui(ui, ctx, &mut fields.walk);
                    None
                }
            };
            // A dialog opens at its top, wherever the button is that has the keyboard.
            if enters && let Some(first) = first {
                first.request_focus();
            } else {
                follow_focus(ui);
            }
        });
    });
    if response.should_close() {
        leave(ctx, dialog, fields);
    }
}

/// Leaves a dialog; a form that was begun is kept, or asks first.
fn leave(ctx: &Ctx<'_>, dialog: Dialog, fields: &mut DialogDrafts) {
    if dialog != Dialog::Policy || fields.policy.close(ctx) {
        ctx.leave_dialog();
    }
}

/// The width of a dialog, in points, where there is room for it.
fn width_of(ctx: &Ctx<'_>, dialog: Dialog) -> f32 {
    match dialog {
        Dialog::Import if !matches!(ctx.session.importing(), Importing::Ready { .. }) => 720.0,
        Dialog::Walk | Dialog::Import => 1240.0,
        Dialog::Export => 1120.0,
        Dialog::Policy => 940.0,
        Dialog::Problems | Dialog::Catalogue | Dialog::Claims | Dialog::Settle | Dialog::Same | Dialog::SaveFigure => {
            860.0
        }
        Dialog::Adrift | Dialog::Help | Dialog::Views | Dialog::Walks | Dialog::Who | Dialog::Cite => 720.0,
        _ => 480.0,
    }
}

fn title(dialog: Dialog) -> T {
    match dialog {
        Dialog::OpenPath => T::CmdOpen,
        Dialog::Export => T::ExportButton,
        Dialog::SaveFigure => T::CmdSaveFigure,
        Dialog::SaveMemo => T::CmdMemo,
        Dialog::Handout => T::HandoutTitle,
        Dialog::Live => T::CmdLive,
        Dialog::SendMine => T::CmdSendMine,
        Dialog::SaveProfile(_) => T::ProfileTitle,
        Dialog::Claims => T::CmdClaims,
        Dialog::Cite => T::CmdCite,
        Dialog::Problems => T::CmdProblems,
        Dialog::Catalogue => T::CmdCatalogue,
        Dialog::Palette => T::CmdPalette,
        Dialog::Help => T::CmdHelp,
        Dialog::MyRegion => T::CmdMyRegion,
        Dialog::SaveView => T::CmdSaveView,
        Dialog::Walk => T::CmdWalk,
        Dialog::SaveWalk => T::SaveWalkTitle,
        Dialog::Walks => T::WalksTitle,
        Dialog::Views => T::CmdViews,
        Dialog::Who => T::WhoTitle,
        Dialog::Policy => T::PolicyForm,
        Dialog::Settle => T::SettleTitle,
        Dialog::Same => T::CmdSame,
        Dialog::Adrift => T::CmdAdrift,
        Dialog::Import => T::CmdImport,
        Dialog::Restore => T::CmdRestore,
        Dialog::Erase => T::CmdErase,
    }
}

// Each dialog gives back what the keyboard goes to when it opens.

fn open_ui(ui: &mut Ui, ctx: &Ctx<'_>, fields: &mut DialogDrafts) -> Response {
    ui.add(Label::new(ctx.text(T::OpenPathHint)).wrap());
    ui.add_space(4.0);
    let edit = TextEdit::singleline(&mut fields.path).hint_text(ctx.text(T::PathExample)).desired_width(f32::INFINITY);
    let shown = edit.show(ui);
    let edit = shown.response.response;
    if edit.has_focus() && !fields.is_path_selected {
        fields.is_path_selected = true;
        select_chars(ui, edit.id, shown.state, 0..fields.path.chars().count());
    }
    recent_list_ui(ui, ctx);
    let path = fields.path.trim().trim_matches('"');
    let ready = (!path.is_empty()).then(|| Action::Do(Effect::Load(path.into())));
    foot_ui(ui, ctx, T::OpenButton, ready);
    edit
}

fn help_ui(ui: &mut Ui, ctx: &Ctx<'_>) -> Response {
    // Whoever asks while reading asks for the keys of reading.
    let reads = ctx.session.reader().is_some();
    room_for_bars(ui);
    ScrollArea::vertical().max_height(440.0).auto_shrink([false, true]).show(ui, |ui| {
        if reads {
            reader_keys_ui(ui, ctx);
            ui.add_space(8.0);
        }
        ui.label(bold(HelpText::Marks.get(ctx.lang())));
        Grid::new("marks").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
            for (sign, meaning) in marks(ctx) {
                match sign {
                    HelpSign::Mark(cell) => mark_ui(ui, ctx, cell, ctx.colors.text),
                    HelpSign::Share => share_sign_ui(ui, ctx.colors.text, "k/n"),
                    HelpSign::Word(word) => _ = ui.label(word),
                }
                ui.label(RichText::new(meaning).color(ctx.colors.weak));
                ui.end_row();
            }
        });
        ui.add_space(8.0);
        let meanings = RichText::new(HelpText::Meanings.get(ctx.lang())).strong();
        CollapsingHeader::new(meanings).id_salt("meanings").show_unindented(ui, |ui| meanings_ui(ui, ctx));
        ui.add_space(8.0);
        ui.label(bold(HelpText::Keys.get(ctx.lang())));
        Grid::new("keys").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
            for command in COMMANDS {
                let keys: Vec<String> = command.shortcuts().map(key_text).collect();
                if !keys.is_empty() {
                    ui.label(RichText::new(keys.join(ctx.lang().comma())).monospace());
                    ui.label(RichText::new(ctx.text(command.name())).color(ctx.colors.weak));
                    ui.end_row();
                }
            }
        });
        if !reads {
            ui.add_space(8.0);
            reader_keys_ui(ui, ctx);
        }
        ui.add_space(8.0);
        ui.label(bold(HelpText::Search.get(ctx.lang())));
        Grid::new("query help").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
            for (example, meaning) in QUERY_HELP {
                ui.label(RichText::new(ctx.text(example)).monospace());
                ui.label(RichText::new(ctx.text(meaning)).color(ctx.colors.weak));
                ui.end_row();
            }
        });
    });
    close_ui(ui, ctx)
}

/// A sign that the help explains.
enum HelpSign {
    /// The mark of a cell, painted as there.
    Mark(Cell),
    /// A mark that is filled in part, with its number.
    Share,
    /// A word, or a sign within a text.
    Word(&'static str),
}

/// The signs of the window, each with its meaning.
fn marks(ctx: &Ctx<'_>) -> [(HelpSign, &'static str); 9] {
    use HelpSign::{Mark, Share, Word};
    let said = |text: TellText| text.get(ctx.lang());
    let stated = |basis| Mark(Cell { strength: Strength::Mentioned, basis: Some(basis), open: false });
    [
        (stated(Basis::Policy), said(TellText::CellPolicy)),
        (stated(Basis::Region), said(TellText::CellRegion)),
        (Word(ctx.text(T::OpenSign)), ctx.text(T::LegendOpen)),
        (Word(HelpText::MarkBlank.get(ctx.lang())), HelpText::MarkBlankIs.get(ctx.lang())),
        (Mark(Cell::blank(false)), HelpText::MarkUnseen.get(ctx.lang())),
        (Mark(Cell { strength: Strength::Absent, ..Cell::blank(true) }), HelpText::MarkAbsent.get(ctx.lang())),
        (Word("≥"), HelpText::MarkFloor.get(ctx.lang())),
        (Share, HelpText::MarkShare.get(ctx.lang())),
        (Word("•"), HelpText::MarkBeyond.get(ctx.lang())),
    ]
}

/// The keys of reading and marking.
fn reader_keys_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.label(bold(ReaderText::KeysTitle.get(ctx.lang())));
    Grid::new("reader keys").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
        for (keys, words) in reader_key_lines(ctx.catalogue().focuses.len()) {
            ui.label(RichText::new(keys).monospace());
            ui.label(RichText::new(words.get(ctx.lang())).color(ctx.colors.weak));
            ui.end_row();
        }
    });
}

/// The meaning of the values of each vocabulary, each with an example.
fn meanings_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    for vocabulary in vocabularies(ctx.catalogue()) {
        ui.label(bold(vocabulary.name.get(ctx.lang())).size(13.0));
        for value in &vocabulary.values {
            let what = value.definition.as_ref().map_or("", |text| text.get(ctx.lang()));
            let words = definition_words(ctx.lang(), value.name(ctx.lang()), what);
            ui.add(Label::new(RichText::new(words).size(12.5).color(ctx.colors.weak)).wrap());
        }
        ui.add_space(4.0);
    }
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
