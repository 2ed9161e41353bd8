//! The files of saved views: one file a view, in a folder beside the settings.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use egui::Context;

use super::App;
use super::effects::on_thread;
use super::inbox::News;
use crate::session::{Action, ListedView, SavedViews, Taken, ViewTask};
use crate::store::{self, StoreFault, Unwritten};
use crate::view::{EXTENSION, Saved, file_stem, renamed, tidy};
use crate::words::{Lang, UiText as T};

/// More bytes than any view has.
const LARGEST: u64 = 1 << 20;

/// Tasks of a folder run one after the other, so that the list told last is how it is.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What was saved, or why a task was not done.
type Told = Result<Option<String>, String>;

impl App {
    /// Does something with the files of saved views, on a thread, and lists them.
    pub(super) fn views(&mut self, ctx: &Context, task: ViewTask) {
        let lang = self.session.lang();
        let Some(folder) = self.settings.as_deref().and_then(Path::parent).map(|parent| parent.join("views")) else {
            let fault = Some(T::NoViewsFolder.get(lang).to_owned());
            let views = SavedViews { folder: None, listed: Some(Vec::new()), fault };
            self.apply(ctx, vec![Action::Views(Box::new(views))]);
            return;
        };
        let post = self.inbox.for_ever();
        on_thread("saved views", move || {
            let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
            let shelf = Shelf { folder, lang };
            let told = shelf.perform(task);
            let mut views = shelf.list();
            let saved = told.unwrap_or_else(|why| {
                views.fault = Some(why);
                None
            });
            post.send(News::Views(Box::new(views), saved));
        });
    }
}

/// The folder.
struct Shelf {
    folder: PathBuf,
    lang: Lang,
}

impl Shelf {
    fn perform(&self, task: ViewTask) -> Told {
        match task {
            ViewTask::List => Ok(None),
            ViewTask::Save(saved, taken) => self.save(&saved, taken),
            ViewTask::Rename { file, name } => self.rename(&file, &tidy(&name)),
            ViewTask::Delete { file } => {
                store::remove(&self.folder.join(file)).map_err(|fault| self.words(fault))?;
                Ok(None)
            }
        }
    }

    fn save(&self, saved: &Saved, taken: Taken) -> Told {
        let path = match (self.list().named(&saved.name), taken) {
            (Some(_), Taken::Keep) => return Err(T::ViewNameTakenRename.get(self.lang).to_owned()),
            (Some(old), Taken::Replace) => self.folder.join(&old.file),
            (None, _) => self.free(&saved.name, None),
        };
        self.write(&path, &saved.write())?;
        Ok(Some(saved.name.clone()))
    }

    /// The file follows its view's name. The new one is there before the old one goes.
    fn rename(&self, file: &str, name: &str) -> Told {
        if self.list().named(name).is_some_and(|other| other.file != file) {
            return Err(T::ViewNameTakenRename.get(self.lang).to_owned());
        }
        let old = self.folder.join(file);
        let bytes = store::read_up_to(&old, LARGEST).map_err(|fault| self.words(fault))?;
        let text = renamed(&bytes, name).map_err(|fault| fault.line(file, self.lang))?;
        let new = self.free(name, Some(&old));
        self.write(&new, &text)?;
        if new != old {
            store::remove(&old).map_err(|fault| self.words(fault))?;
        }
        Ok(None)
    }

    /// A path for a view of this name that no other file has; `own` may be kept.
    fn free(&self, name: &str, own: Option<&Path>) -> PathBuf {
        let stem = file_stem(name);
        let numbered = std::iter::once(String::new()).chain((2..).map(|n: u32| format!("-{n}")));
        let mut paths = numbered.map(|end| self.folder.join(format!("{stem}{end}.{EXTENSION}")));
        let is_free = |path: &PathBuf| Some(path.as_path()) == own || path.symlink_metadata().is_err();
        // The numbers do not run out before the disk does.
        paths.find(is_free).unwrap_or_default()
    }

    fn write(&self, path: &Path, text: &str) -> Result<(), String> {
        store::make_folder_of(path).map_err(|fault| self.words(fault))?;
        store::write_with(path, |out| out.write_all(text.as_bytes())).map_err(|unwritten| match unwritten {
            Unwritten::Store(fault) => self.words(fault),
            Unwritten::Content(error) => self.words(StoreFault::new(path, store::Doing::Writing, error)),
        })
    }

    fn list(&self) -> SavedViews {
        let folder = Some(self.folder.clone());
        let names = match store::names_in(&self.folder, EXTENSION) {
            Ok(names) => names,
            Err(fault) => return SavedViews { folder, listed: Some(Vec::new()), fault: Some(self.words(fault)) },
        };
        let read = |file: String| {
            let bytes = store::read_up_to(&self.folder.join(&file), LARGEST).map_err(|fault| self.words(fault));
            let found = bytes.and_then(|bytes| Saved::read(&bytes).map_err(|fault| fault.line(&file, self.lang)));
            ListedView { file, found }
        };
        let mut listed: Vec<ListedView> = names.into_iter().map(read).collect();
        // By name; what cannot be read comes last.
        let name = |view: &ListedView| (view.found.is_err(), view.found.as_ref().ok().map(|saved| saved.name.clone()));
        listed.sort_by_cached_key(name);
        SavedViews { folder, listed: Some(listed), fault: None }
    }

    fn words(&self, fault: StoreFault) -> String {
        fault.message(self.lang)
    }
}
