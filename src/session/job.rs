//! Work that the window waits for, one piece at a time, and its admission.

use super::{Effect, Effects, Session};
use crate::words::UiText as T;

/// Kinds of work that read or write a user's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Opens a catalogue.
    Open,
    /// Reads the open file again.
    Reread,
    /// Writes a file.
    Write,
}

/// The current work.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its kind.
    pub work: Work,
    /// The name of the file being read or written.
    pub name: String,
    /// Its progress, from 0 to 1.
    pub done: f32,
}

impl Session {
    /// Whether such work may begin: nothing is being read or written. A catalogue may also be opened in place of one
    /// being read, since the last request counts.
    pub fn may(&self, work: Work) -> bool {
        match &self.job {
            None => true,
            Some(job) => work == Work::Open && job.work != Work::Write,
        }
    }

    /// Begins the work of an effect, if it has any, and returns the effect. Work that may not begin is refused with a
    /// notice of the work before it.
    pub(super) fn begin_work(&mut self, effect: Effect) -> Effects {
        let Some(work) = effect.work() else { return effect.into() };
        if !self.may(work) {
            self.refuse();
            return Effects::none();
        }
        if let Some(name) = self.name_of_work(&effect) {
            self.job = Some(Job { work, name, done: 0.0 });
        }
        effect.into()
    }

    /// Shows that other work has to end first.
    pub(super) fn refuse(&mut self) {
        if let Some(job) = &self.job {
            let notice = self.notice(T::Busy, &[("name", &job.name)]).as_error();
            self.browse.pointing.tell(Some(notice));
        }
    }

    /// The file of an effect's work that begins at once; none where a path is asked for first.
    fn name_of_work(&self, effect: &Effect) -> Option<String> {
        let file_name = |path: &std::path::Path| {
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        match effect {
            Effect::Load(path) | Effect::Write { path, .. } | Effect::WriteNew { path, .. } => Some(file_name(path)),
            Effect::Print { name, .. } => Some(name.clone()),
            Effect::Reload => self.data().origin.path().map(file_name),
            _ => None,
        }
    }
}
