//! Painting: one panel a file. Panels read a context of shared references and send actions; they change nothing.
//!
//! What has to be remembered for painting alone (half-typed text, scroll wishes) is in [`Drafts`].

mod charts;
mod commands;
mod compare;
mod details;
mod dialogs;
mod filters;
pub mod fonts;
mod hint;
mod matrix;
mod menu;
mod my_region;
mod palette;
mod plots;
mod side;
mod summary;
mod table;
pub mod theme;
mod top;
mod who;
mod widgets;
mod widths;

use std::cell::RefCell;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::catalogue::Catalogue;
use crate::query::Index;
use crate::session::{Action, Session};
use crate::view::Tab;
use crate::words::{Lang, UiText as T};

pub use commands::{COMMANDS, Command, clashes};
pub use theme::Colors;

/// What panels read, and where they send their wishes.
pub struct Ctx<'a> {
    /// The state.
    pub session: &'a Session,
    /// The colours of the theme.
    pub colors: &'a Colors,
    /// Whether the system has a file dialog.
    pub has_file_dialog: bool,
    actions: RefCell<Vec<Action>>,
}

impl<'a> Ctx<'a> {
    /// A context for one frame.
    pub fn new(session: &'a Session, colors: &'a Colors, has_file_dialog: bool) -> Ctx<'a> {
        Ctx { session, colors, has_file_dialog, actions: RefCell::default() }
    }

    /// Asks for something; done after painting.
    pub fn send(&self, action: impl Into<Action>) {
        self.actions.borrow_mut().push(action.into());
    }

    /// What was asked for during the frame.
    pub fn into_actions(self) -> Vec<Action> {
        self.actions.into_inner()
    }

    fn lang(&self) -> Lang {
        self.session.lang()
    }

    fn catalogue(&self) -> &'a Catalogue {
        self.session.data.catalogue()
    }

    fn index(&self) -> &'a Index {
        &self.session.data.index
    }

    fn text(&self, text: T) -> &'static str {
        text.get(self.lang())
    }

    fn fill(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        text.fill(self.lang(), values)
    }
}

/// What painting alone remembers between frames.
#[derive(Default)]
pub struct Drafts {
    /// The search line as typed, and what is wrong with it.
    pub search: top::Search,
    /// The dialogs' half-typed texts.
    pub dialogs: dialogs::Fields,
    /// Text typed into the lists of filters.
    pub filters: filters::Fields,
    /// What is looked for to add to the comparison.
    pub choosing: compare::Choosing,
    /// The table's scroll wish and widths.
    pub table: table::Memory,
}

/// From this width on, in points, the overview has room for its side panel; its buttons are in the menus too.
const WIDE: f32 = 900.0;

/// Paints the whole window.
pub fn root_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts) {
    commands::shortcuts(ui, ctx, &mut drafts.search.wants_focus);
    let bar = |margin| Frame::new().fill(ctx.colors.ground).inner_margin(margin);
    Panel::top("top").frame(bar(Margin::symmetric(14, 4))).exact_size(40.0).show(ui, |ui| top::top_ui(ui, ctx, drafts));
    Panel::top("summary")
        .frame(bar(Margin::symmetric(14, 2)))
        .show_separator_line(false)
        .show(ui, |ui| summary::summary_ui(ui, ctx));
    Panel::top("tabs")
        .frame(bar(Margin { left: 14, right: 14, top: 0, bottom: 0 }))
        .show(ui, |ui| top::tabs_ui(ui, ctx));
    if let Some(guided) = ctx.session.guided() {
        Panel::top("hint").frame(bar(Margin::symmetric(14, 4))).show(ui, |ui| hint::hint_ui(ui, ctx, guided));
    }
    if ctx.session.loading.is_some() || ctx.session.pointing.notice.is_some() {
        Panel::bottom("notice").frame(bar(Margin::symmetric(14, 4))).show(ui, |ui| summary::notice_ui(ui, ctx));
    }
    let with_filters = ctx.session.view.tab != Tab::Compare;
    if with_filters {
        Panel::left("filters")
            .frame(bar(Margin { left: 12, right: 4, top: 8, bottom: 8 }))
            .default_size(176.0)
            .size_range(140.0..=320.0)
            .show(ui, |ui| filters::filters_ui(ui, ctx, &mut drafts.filters));
    }
    if ctx.session.pointing.detail.is_some() {
        Panel::right("details")
            .frame(bar(Margin { left: 14, right: 6, top: 8, bottom: 8 }))
            .default_size(384.0)
            .size_range(280.0..=640.0)
            .show(ui, |ui| details::details_ui(ui, ctx));
    } else if ctx.session.view.tab == Tab::Overview && ui.ctx().content_rect().width() >= WIDE {
        Panel::right("side")
            .frame(bar(Margin { left: 14, right: 14, top: 10, bottom: 12 }))
            .resizable(false)
            .exact_size(298.0)
            .show(ui, |ui| side::side_ui(ui, ctx));
    }
    CentralPanel::default().frame(bar(Margin { left: 14, right: 14, top: 10, bottom: 8 })).show(ui, |ui| {
        match ctx.session.view.tab {
            Tab::Overview => matrix::matrix_ui(ui, ctx),
            Tab::Table => table::table_ui(ui, ctx, &mut drafts.table),
            Tab::Compare => compare::compare_ui(ui, ctx, &mut drafts.choosing),
            Tab::Charts => charts::charts_ui(ui, ctx),
        }
    });
    dialogs::dialogs_ui(ui, ctx, &mut drafts.dialogs);
}
