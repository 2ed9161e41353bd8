//! Saved views: what of the window is kept under a name, and what opening one shows.

use super::{Notice, Session};
use crate::query::Row;
use crate::view::{Misfit, Saved, Tab, View, ViewText, fit};
use crate::words::UiText as T;

/// Differences that a notice names before it counts the rest.
const NAMED: usize = 8;

impl Session {
    /// What is on screen, to be kept under a name. A comparison that was never chosen, and which of it is mine, are
    /// kept as they are shown: what is shown by itself depends on who looks.
    pub fn saved_view(&self, name: &str) -> Saved {
        Saved::new(name, ViewText::of(&self.shown_view()), self.data.catalogue())
    }

    /// What is on screen, with what is shown by itself named.
    pub(super) fn shown_view(&self) -> View {
        let mut view = self.view.clone();
        if view.tab == Tab::Compare {
            let comparison = self.derived.comparison();
            let id = |row: &Row| row.id(self.data.catalogue()).to_owned();
            if view.comparison.is_empty() {
                view.comparison = comparison.columns.iter().map(id).collect();
            }
            view.mine = comparison.mine.and_then(|at| comparison.columns.get(at)).map(id);
        }
        view
    }

    /// Shows a saved view as far as this catalogue knows what it names, and tells what it does not.
    pub(super) fn open_view(&mut self, saved: &Saved) {
        let fitted = fit(saved, self.data.catalogue());
        let lang = self.lang();
        self.view = fitted.view;
        self.pointing.dialog = None;
        self.pointing.detail = None;
        self.pointing.cursor = None;
        self.tell(T::ViewOpened.fill(lang, &[("name", &saved.name)]), &fitted.misfits);
    }

    /// A notice of what was done, and of what of the view the catalogue has otherwise or not at all.
    pub(super) fn tell(&mut self, done: String, differences: &[Misfit]) {
        let lang = self.lang();
        let mut told = vec![done];
        told.extend(differences.iter().take(NAMED).map(|one| one.message(lang)));
        if let more @ 1.. = differences.len().saturating_sub(NAMED) {
            told.push(T::ViewMoreGone.fill(lang, &[("n", &more)]));
        }
        let is_error = differences.iter().any(Misfit::is_gone);
        self.pointing.notice = Some(Notice { text: told.join(T::ViewNoticeComma.get(lang)), is_error });
    }

    /// A name for what is on screen: the tab, and the filter or what is compared.
    pub fn view_name(&self) -> String {
        let (lang, catalogue) = (self.lang(), self.data.catalogue());
        let compared = || -> Vec<&str> {
            let name = |row: &Row| match row {
                Row::Policy(policy) => catalogue[*policy].short_or_title(lang),
                Row::Region(region) => catalogue[*region].name.get(lang),
            };
            self.derived.comparison().columns.iter().map(name).collect()
        };
        let what = match self.view.tab {
            Tab::Compare => compared().join(lang.comma()),
            _ => self.derived.line().to_owned(),
        };
        let tab = tab_name(self.view.tab).get(lang);
        crate::view::tidy(&if what.is_empty() { tab.to_owned() } else { format!("{tab} {what}") })
    }
}

/// The name of a tab.
pub fn tab_name(tab: Tab) -> T {
    match tab {
        Tab::Overview => T::TabOverview,
        Tab::Table => T::TabTable,
        Tab::Compare => T::TabCompare,
        Tab::Charts => T::TabCharts,
    }
}
