//! Painting: one panel a file. Panels read a context of shared references and send actions; they change nothing.
//!
//! State for painting alone (half-typed text, scroll wishes) is in [`Drafts`].

mod about;
pub mod access;
mod charts;
mod cite;
mod claims;
mod commands;
mod compare;
mod ctx;
mod curate;
mod details;
mod dialogs;
mod disk;
mod export;
mod filters;
pub mod fonts;
mod hint;
mod matrix;
mod menu;
mod my_region;
mod notice;
mod palette;
mod places;
mod plots;
mod problems;
mod pulled;
mod reader;
mod scene;
mod search;
mod shelf;
mod side;
pub mod stage;
mod summary;
mod table;
pub mod theme;
mod tiles;
mod top;
mod views;
mod walk;
mod who;
mod widgets;
mod widths;

use egui::{CentralPanel, Frame, Label, Margin, Panel, Rect, RichText, ScrollArea, Ui, UiBuilder, vec2};

use crate::session::OverviewForm;
use crate::view::Tab;
use crate::words::UiText as T;

pub use commands::{COMMANDS, Command, clashes, reader_clashes};
pub use ctx::Ctx;
pub use theme::Colors;

use pulled::{DETAILS, FILTERS, SIDE};
use widgets::follow_focus;

/// The state of painting alone, between frames.
#[derive(Default)]
pub struct Drafts {
    /// The search line as typed, and what is wrong with it.
    pub search: search::Search,
    /// The dialogs' half-typed texts.
    pub dialogs: dialogs::DialogDrafts,
    /// Text typed into the lists of filters.
    pub filters: filters::FilterDrafts,
    /// The search for columns of the comparison.
    pub choosing: compare::Choosing,
    /// The table's scroll wish and widths.
    pub table: table::TableMemory,
    /// The figure as laid out.
    pub charts: charts::ChartMemory,
    /// The tiles of the overview as laid out.
    pub tiles: scene::Laid,
    /// Since when the notice is shown.
    pub notice: notice::NoticeMemory,
    /// The widths of the side panels.
    pub pulled: pulled::Panels,
    /// Whether the filters of a narrow window are shown in its middle.
    pub filters_unfolded: bool,
    /// The reader as laid out, and what is half typed in it.
    pub reader: reader::ReaderMemory,
    /// The state that the windows of a show share.
    pub wire: stage::Wire,
}

/// From this width on, in points, the overview has room for its side panel; its buttons are in the menus too.
const WIDE: f32 = 900.0;
/// In a window narrower than this the filters fold away behind a button.
const FOLDS: f32 = 720.0;
/// The least width of the middle; where it cannot have it, the details take its place.
const MIDDLE: f32 = 420.0;
/// A middle lower than this is not divided between the table and the details.
const SPLIT: f32 = 380.0;
/// A window lower than this, as large text makes it, scrolls as a page.
const LOW: f32 = 460.0;

/// Paints the whole window: the program, or what is presented.
pub fn root_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts) {
    match ctx.session.stage() {
        Some(stage) => stage::stage_ui(ui, ctx, drafts, stage),
        None => program_ui(ui, ctx, drafts),
    }
    access::whole_window(ui.ctx(), ctx.colors, ctx.text(T::WindowTitle));
}

fn program_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts) {
    match ctx.session.reader() {
        Some(_) => commands::reader_shortcuts(ui, ctx),
        None => commands::shortcuts(ui, ctx),
    }
    if ctx.take_wants_search() {
        drafts.search.find();
    }
    dialogs::opening_ui(ui, ctx, &mut drafts.dialogs);
    if let Some(reader) = ctx.session.reader() {
        disk::bar_ui(ui, ctx);
        let notice = &mut drafts.notice;
        let reading = &mut drafts.reader;
        below_bars(ui, "reader", |ui| {
            reader::reader_ui(ui, ctx, reading, reader, |ui| notice::notice_line_ui(ui, ctx, notice));
        });
        dialogs::dialogs_ui(ui, ctx, &mut drafts.dialogs);
        return;
    }
    let size = ui.available_size();
    if size.y < LOW {
        ScrollArea::vertical().id_salt("low window").auto_shrink([false, false]).show(ui, |ui| {
            let page = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), LOW));
            ui.scope_builder(UiBuilder::new().max_rect(page), |ui| {
                page_ui(ui, ctx, drafts);
                ui.expand_to_include_rect(page);
            });
            follow_focus(ui);
        });
    } else {
        page_ui(ui, ctx, drafts);
    }
    dialogs::dialogs_ui(ui, ctx, &mut drafts.dialogs);
    // A menu is painted before the line is, and its wish goes to the next frame.
    if ctx.take_wants_search() {
        drafts.search.find();
    }
}

fn page_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts) {
    let bar = |margin| Frame::new().fill(ctx.colors.ground).inner_margin(margin);
    let width = ui.available_width();
    Panel::top("top").frame(bar(Margin::symmetric(14, 4))).exact_size(40.0).show(ui, |ui| top::top_ui(ui, ctx, drafts));
    Panel::top("summary")
        .frame(bar(Margin::symmetric(14, 2)))
        .show_separator_line(false)
        .show(ui, |ui| summary::summary_ui(ui, ctx));
    let folds = width < FOLDS;
    let tabs = Panel::top("tabs").frame(bar(Margin { left: 14, right: 14, top: 0, bottom: 0 })).show(ui, |ui| {
        let fold = folds.then_some(&mut drafts.filters_unfolded);
        top::tabs_ui(ui, ctx, &mut drafts.search, fold)
    });
    let mut bars = notice::NoticePlace { right: tabs.inner, top: tabs.response.rect.top() };
    if let Some(guided) = ctx.session.guided() {
        let frame = bar(Margin::symmetric(14, 4));
        let hint = Panel::top("hint").frame(frame).show(ui, |ui| hint::hint_ui(ui, ctx, guided));
        bars.right = bars.right.max(hint.inner);
    }
    let data = ctx.session.data();
    if !data.is_coded && !data.catalogue().policies.is_empty() {
        let words = RichText::new(ctx.text(T::NothingCoded)).size(12.5).color(ctx.colors.weak);
        Panel::top("nothing coded")
            .frame(bar(Margin::symmetric(14, 4)))
            .show(ui, |ui| ui.add(Label::new(words).wrap().selectable(true)));
    }
    notice::notice_ui(ui, ctx, &mut drafts.notice, bars);
    disk::bar_ui(ui, ctx);
    below_bars(ui, "page", |ui| middle_ui(ui, ctx, drafts, folds));
}

/// The part below bars that come and go. Its ids are its own: a bar that comes between press and release of the
/// pointer shifts none of them, and the click is not lost.
fn below_bars(ui: &mut Ui, name: &str, paint: impl FnOnce(&mut Ui)) {
    let place = ui.available_rect_before_wrap();
    ui.scope_builder(UiBuilder::new().max_rect(place).scope_id(egui::Id::unique(("below bars", name))), paint);
}

fn middle_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts, folds: bool) {
    let bar = |margin| Frame::new().fill(ctx.colors.ground).inner_margin(margin);
    let width = ui.available_width();
    if !folds {
        let panel = Panel::left("filters").frame(bar(Margin { left: 12, right: 4, top: 8, bottom: 8 }));
        let filters = &mut drafts.filters;
        drafts.pulled.show(ui, ctx, panel, &FILTERS, |ui| filters::filters_ui(ui, ctx, filters));
    }
    let (detail, tab) = (ctx.session.pointing().detail.is_some(), ctx.session.view().tab);
    // Beside the overview the details have the place of what stands there without them.
    let aside = match tab {
        Tab::Overview if width >= WIDE => Some(&SIDE),
        _ if detail => Some(&DETAILS),
        _ => None,
    };
    let details = |ui: &mut Ui| {
        let margin = Margin { left: 14, right: 6, top: 8, bottom: 8 };
        CentralPanel::default().frame(bar(margin)).show(ui, |ui| details::details_ui(ui, ctx));
    };
    if folds && drafts.filters_unfolded && !detail {
        let frame = bar(Margin { left: 12, right: 4, top: 8, bottom: 8 });
        CentralPanel::default().frame(frame).show(ui, |ui| filters::filters_ui(ui, ctx, &mut drafts.filters));
        return;
    }
    let beside = aside.map_or(0.0, |pulled| drafts.pulled.width(ui, ctx, pulled));
    // Under the table where its columns do not all fit beside the details.
    if detail && tab == Tab::Table && ui.available_height() >= SPLIT && !table::fits_beside(ui, ctx, beside) {
        let place = ui.available_rect_before_wrap();
        let (above, below) = place.split_top_bottom_at_fraction(0.5);
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            let margin = Margin { left: 14, right: 14, top: 10, bottom: 4 };
            CentralPanel::default().frame(bar(margin)).show(ui, |ui| {
                table::table_ui(ui, ctx, &mut drafts.table, 0.0);
            });
        });
        ui.painter().hline(below.x_range(), below.top(), egui::Stroke::new(1.0, ctx.colors.outline));
        ui.scope_builder(UiBuilder::new().max_rect(below), details);
        return;
    }
    if detail && ui.available_width() - beside < MIDDLE {
        details(ui);
        return;
    }
    // The middle is painted before the right: Tab goes through a window in this order, as the eye does.
    let place = ui.available_rect_before_wrap();
    let middle = place.with_max_x(place.right() - beside);
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        let margin = Margin { left: 14, right: 14, top: 10, bottom: 8 };
        CentralPanel::default().frame(bar(margin)).show(ui, |ui| match tab {
            Tab::Overview => match ctx.session.pointing().overview {
                OverviewForm::Matrix => matrix::matrix_ui(ui, ctx),
                OverviewForm::Tiles => tiles::tiles_ui(ui, ctx, &mut drafts.tiles),
            },
            Tab::Table => table::table_ui(ui, ctx, &mut drafts.table, beside),
            Tab::Compare => compare::compare_ui(ui, ctx, &mut drafts.choosing),
            Tab::Charts => charts::charts_ui(ui, ctx, &mut drafts.charts),
        });
    });
    if let Some(pulled) = aside {
        let mut right = ui.new_child(UiBuilder::new().max_rect(place).id_salt("right"));
        let panel = Panel::right(pulled.name);
        if detail {
            let panel = panel.frame(bar(Margin { left: 14, right: 6, top: 8, bottom: 8 }));
            drafts.pulled.show(&mut right, ctx, panel, pulled, |ui| details::details_ui(ui, ctx));
        } else {
            let panel = panel.frame(bar(Margin { left: 14, right: 14, top: 10, bottom: 12 }));
            drafts.pulled.show(&mut right, ctx, panel, pulled, |ui| side::side_ui(ui, ctx));
        }
    }
}
