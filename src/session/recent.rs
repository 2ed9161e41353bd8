//! Recently opened files and entered searches, newest first.

use super::{Effect, Effects, Failure, Session};

/// The most files kept.
pub const MOST_RECENT: usize = 10;

/// The most searches kept.
pub const MOST_SEARCHES: usize = 6;

/// A change of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recent {
    /// This file, which is in the list, could not be opened.
    Gone(String),
    /// This file was opened.
    Opened(String),
    /// Removes a file.
    Remove(String),
    /// Removes all files.
    Clear,
    /// This line was searched for.
    Searched(String),
}

impl Session {
    pub(super) fn recent(&mut self, recent: Recent) -> Effects {
        let (list, pointing) = (&mut self.settings.recent, &mut self.browse.pointing);
        match recent {
            Recent::Gone(path) => {
                pointing.failure = Some(path).filter(|path| list.contains(path)).map(Failure::Open);
                return Effects::none();
            }
            Recent::Opened(path) => {
                self.remember(path);
                return Effect::SaveSettings.into();
            }
            Recent::Remove(path) => {
                list.retain(|other| *other != path);
                pointing.notice = None;
            }
            Recent::Clear => list.clear(),
            Recent::Searched(line) => {
                put_first(&mut self.settings.searches, line, MOST_SEARCHES);
                return Effect::SaveSettings.into();
            }
        }
        pointing.failure.take_if(|failure| matches!(failure, Failure::Open(_)));
        Effect::SaveSettings.into()
    }

    /// Puts a file at the head of the list.
    pub(super) fn remember(&mut self, path: String) {
        put_first(&mut self.settings.recent, path, MOST_RECENT);
    }
}

/// Puts one at the head of a list, where it stands once, and keeps this many.
fn put_first(list: &mut Vec<String>, one: String, most: usize) {
    list.retain(|other| *other != one);
    list.insert(0, one);
    list.truncate(most);
}
