//! Saved views: saving the current view under a name, and the notice of opening one.

use super::{Notice, Session};
use crate::query::Row;
use crate::view::{Misfit, Saved, Tab, ViewText};
use crate::words::{Lang, UiText as T};

/// Misfits that a notice names before it counts the rest.
const NAMED: usize = 8;

impl Session {
    /// The current view under a name. A default comparison and its column of mine are
    /// saved as explicit values, since defaults depend on the user.
    pub fn saved_view(&self, name: &str) -> Saved {
        Saved::new(name, ViewText::of(&self.browse.shown_view(self.env())), self.data().catalogue())
    }

    /// A name for the current view: the tab, and the filter or the comparison.
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

/// A notice of an action, with the misfits of the view.
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
