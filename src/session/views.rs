//! Saved views: what of the window is kept under a name, and what opening one shows.

use super::{Notice, Session};
use crate::query::Row;
use crate::view::{Misfit, Saved, Tab, ViewText};
use crate::words::{Lang, UiText as T};

/// Differences that a notice names before it counts the rest.
const NAMED: usize = 8;

impl Session {
    /// What is on screen, to be kept under a name. A comparison that was never chosen, and which of it is mine, are
    /// kept as they are shown: what is shown by itself depends on who looks.
    pub fn saved_view(&self, name: &str) -> Saved {
        Saved::new(name, ViewText::of(&self.browse.shown_view(self.env())), self.data().catalogue())
    }

    /// A name for what is on screen: the tab, and the filter or what is compared.
    pub fn view_name(&self) -> String {
        let (lang, catalogue) = (self.lang(), self.data().catalogue());
        let compared = || -> Vec<&str> {
            let name = |row: &Row| match row {
                Row::Policy(policy) => catalogue[*policy].short_or_title(lang),
                Row::Region(region) => catalogue[*region].name.get(lang),
            };
            self.derived().comparison().columns.iter().map(name).collect()
        };
        let what = match self.view().tab {
            Tab::Compare => compared().join(lang.comma()),
            _ => self.derived().line().to_owned(),
        };
        let tab = tab_name(self.view().tab).get(lang);
        crate::view::tidy(&if what.is_empty() { tab.to_owned() } else { format!("{tab} {what}") })
    }
}

/// A notice of what was done, and of what of the view the catalogue has otherwise or not at all.
pub(super) fn tell_misfits(done: String, misfits: &[Misfit], lang: Lang) -> Notice {
    let mut told = vec![done];
    told.extend(misfits.iter().take(NAMED).map(|one| one.message(lang)));
    if let more @ 1.. = misfits.len().saturating_sub(NAMED) {
        told.push(T::ViewMoreGone.fill(lang, &[("n", &more)]));
    }
    let is_error = misfits.iter().any(Misfit::is_gone);
    Notice { text: told.join(T::ViewNoticeComma.get(lang)), is_error }
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
