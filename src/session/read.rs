//! What whoever paints may read of a session.

use std::sync::Arc;

use super::{Data, Derived, Guided, History, Job, Notice, OnDisk, Pointing, Session, Settings, Shelf, Stage, Tour};
use crate::catalogue::RegionIdx;
use crate::query::Column;
use crate::view::{Saved, View};
use crate::walk::{Slide, Walk};
use crate::words::{Lang, UiText};

impl Session {
    /// The open catalogue.
    pub fn data(&self) -> &Data {
        self.open.data()
    }

    /// How its file stands to it.
    pub fn on_disk(&self) -> &OnDisk {
        self.open.on_disk()
    }

    /// What is on screen.
    pub fn view(&self) -> &View {
        self.browse.view()
    }

    /// Details, selection, dialog.
    pub fn pointing(&self) -> &Pointing {
        self.browse.pointing()
    }

    /// Undo and redo of the view.
    pub fn history(&self) -> &History<View> {
        self.browse.history()
    }

    /// Everything computed from the view.
    pub fn derived(&self) -> &Derived {
        self.browse.derived()
    }

    /// The walk in hand as the editor knows it, and the saved ones.
    pub fn tour(&self) -> &Tour {
        &self.tour
    }

    /// The show under way.
    pub fn stage(&self) -> Option<&Stage> {
        self.stage.as_deref()
    }

    /// The work under way.
    pub fn job(&self) -> Option<&Job> {
        self.job.as_ref()
    }

    /// The saved views, as last read.
    pub fn views(&self) -> &Shelf<Saved> {
        self.browse.shelf()
    }

    /// What is kept between sessions.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The day on which it is, where that was told.
    pub fn today(&self) -> Option<jiff::civil::Date> {
        self.today
    }

    /// What the line of the first minutes says now; nothing where there is none.
    pub fn guided(&self) -> Option<Guided> {
        self.guide.says(&self.settings)
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// My region, where this catalogue knows its code.
    pub fn my_region(&self) -> Option<RegionIdx> {
        self.env().my_region()
    }

    /// The columns of the table: those chosen, or the usual set. The first is always the name of the row.
    pub fn shown_columns(&self) -> Vec<Column> {
        self.browse.shown_columns(self.env())
    }

    /// What the window shows, as a slide: the place of the open details, else the tab.
    pub fn shown_slide(&self) -> Slide {
        self.browse.shown_slide(self.env())
    }

    /// The walk that is or would be presented: the one in hand, else a ready one over the catalogue.
    pub fn walk(&self) -> Arc<Walk> {
        self.tour.walk(self.env())
    }

    /// A notice in the language of the window.
    pub fn notice(&self, text: UiText, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        self.env().notice(text, values)
    }
}
