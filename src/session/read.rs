//! The readable part of a session, for painting.

use std::sync::Arc;

use super::offers::holders;
use super::{
    Data, Derived, Guided, History, Job, Notice, Offer, OnDisk, PastStep, Pointing, Session, Settings, Shelf, Stage,
    Tour,
};
use crate::catalogue::RegionIdx;
use crate::query::Column;
use crate::view::{Saved, Tab, View};
use crate::walk::{Slide, Walk};
use crate::words::{Lang, UiText};

impl Session {
    /// The open catalogue.
    pub fn data(&self) -> &Data {
        self.open.data()
    }

    /// The state of its file.
    pub fn on_disk(&self) -> &OnDisk {
        self.open.on_disk()
    }

    /// The view.
    pub fn view(&self) -> &View {
        self.browse.view()
    }

    /// Details, selection, dialog.
    pub fn pointing(&self) -> &Pointing {
        self.browse.pointing()
    }

    /// Undo and redo of the view.
    pub fn history(&self) -> &History<PastStep> {
        self.browse.history()
    }

    /// The values computed from the view.
    pub fn derived(&self) -> &Derived {
        self.browse.derived()
    }

    /// The walk in hand, and the saved ones.
    pub fn tour(&self) -> &Tour {
        &self.tour
    }

    /// The show under way.
    pub fn stage(&self) -> Option<&Stage> {
        self.stage.as_deref()
    }

    /// The current work.
    pub fn job(&self) -> Option<&Job> {
        self.job.as_ref()
    }

    /// The saved views, as last read.
    pub fn views(&self) -> &Shelf<Saved> {
        self.browse.shelf()
    }

    /// The settings, kept between sessions.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The present day, where it was given.
    pub fn today(&self) -> Option<jiff::civil::Date> {
        self.today
    }

    /// The other embedded catalogues that hold policies of a place or of places in it.
    pub fn holders(&self, place: RegionIdx) -> Vec<Offer> {
        let data = self.data();
        holders(&data.origin, &data.catalogue()[place].code)
    }

    /// The content of the line of the first minutes; none where it is empty. The hints are on what the overview shows.
    pub fn guided(&self) -> Option<Guided> {
        let is_here = |guided: &Guided| *guided == Guided::Region || self.view().tab == Tab::Overview;
        self.guide.says(&self.settings).filter(is_here)
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// My region, where this catalogue has it.
    pub fn my_region(&self) -> Option<RegionIdx> {
        self.env().my_region()
    }

    /// The columns of the table: the chosen ones, or the usual set. The first is always the name of the row.
    pub fn shown_columns(&self) -> Vec<Column> {
        self.browse.shown_columns(self.env())
    }

    /// The window's content as a slide: the place of the open details, else the tab.
    pub fn shown_slide(&self) -> Slide {
        self.browse.shown_slide(self.env())
    }

    /// The walk to present: the one in hand, else a ready one over the catalogue.
    pub fn walk(&self) -> Arc<Walk> {
        self.tour.walk(self.env())
    }

    /// A notice in the language of the window.
    pub fn notice(&self, text: UiText, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        self.env().notice(text, values)
    }
}
