//! Saved views as the window knows them: the list as last read, and what can be done with it. Files are left to `app`.

use std::path::PathBuf;

use super::{Notice, Session};
use crate::query::Row;
use crate::view::{Saved, Tab, View, fit};
use crate::words::UiText as T;

/// The saved views as last read from their folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedViews {
    /// The folder they are kept in; none where there is no place to keep anything.
    pub folder: Option<PathBuf>,
    /// The views by name; none while they are read for the first time.
    pub listed: Option<Vec<ListedView>>,
    /// Why the folder could not be read.
    pub fault: Option<String>,
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedView {
    /// Its name in the folder.
    pub file: String,
    /// The view, or what is wrong with the file.
    pub found: Result<Saved, String>,
}

impl SavedViews {
    /// The view of this name, if there is one.
    pub fn named(&self, name: &str) -> Option<&ListedView> {
        let is_named = |view: &&ListedView| view.found.as_ref().is_ok_and(|saved| saved.name == name);
        self.listed.as_deref().unwrap_or_default().iter().find(is_named)
    }
}

/// What is done with the files of saved views.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewTask {
    /// Reads them all.
    List,
    /// Writes one.
    Save(Box<Saved>, Taken),
    /// Gives the view of a file another name.
    Rename {
        /// The file's name in the folder.
        file: String,
        /// The new name of the view.
        name: String,
    },
    /// Deletes a file.
    Delete {
        /// Its name in the folder.
        file: String,
    },
}

/// What to do where a view of the same name exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Leave it and say so.
    Keep,
    /// Put the new one in its place.
    Replace,
}

/// Differences that a notice names before it counts the rest.
const NAMED: usize = 8;

impl Session {
    /// What is on screen, to be kept under a name. A comparison that was never chosen, and which of it is mine, are
    /// kept as they are shown: what is shown by itself depends on who looks.
    pub fn saved_view(&self, name: &str) -> Saved {
        Saved::new(name, self.shown_view(), self.data.catalogue())
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
        let mut told = vec![T::ViewOpened.fill(lang, &[("name", &saved.name)])];
        told.extend(fitted.differences.iter().take(NAMED).map(|one| one.message(lang)));
        if let more @ 1.. = fitted.differences.len().saturating_sub(NAMED) {
            told.push(T::ViewMoreGone.fill(lang, &[("n", &more)]));
        }
        let is_error = fitted.differences.iter().any(|one| one.is_gone());
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
            _ => self.view.query.clone(),
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
