//! Recently opened files, newest first.

use super::{Effect, Effects, Failure, Session};

/// The most files kept.
pub const MOST_RECENT: usize = 10;

/// A change of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recent {
    /// This file, which is in the list, could not be opened.
    Gone(String),
    /// Removes a file.
    Remove(String),
    /// Removes all files.
    Clear,
}

impl Session {
    pub(super) fn recent(&mut self, recent: Recent) -> Effects {
        let (list, pointing) = (&mut self.settings.recent, &mut self.browse.pointing);
        match recent {
            Recent::Gone(path) => {
                pointing.failure = Some(path).filter(|path| list.contains(path)).map(Failure::Open);
                return Effects::none();
            }
            Recent::Remove(path) => {
                list.retain(|other| *other != path);
                pointing.notice = None;
            }
            Recent::Clear => list.clear(),
        }
        pointing.failure.take_if(|failure| matches!(failure, Failure::Open(_)));
        Effect::SaveSettings.into()
    }

    /// Puts a file at the head of the list.
    pub(super) fn remember(&mut self, path: String) {
        let list = &mut self.settings.recent;
        list.retain(|other| *other != path);
        list.insert(0, path);
        list.truncate(MOST_RECENT);
    }
}
