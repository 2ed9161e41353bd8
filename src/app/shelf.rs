//! The files of saved views and of saved walks: one file a text, in a folder beside the settings.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use egui::Context;

use super::App;
use super::inbox::News;
use crate::query::Index;
use crate::session::{Action, Bytes, Filed, HasName, Shelf, ShelfContent, ShelfFile, ShelfTask, Taken, Walking};
use crate::store::{self, HeldFile, StoreFault, Unwritten};
use crate::view::{self, EXTENSION, Saved, file_stem, state, tidy};
use crate::walk::{self, Walk};
use crate::words::{Lang, UiText as T, WalkEditText};

/// Tasks of a folder run one after the other, so that the list told last is how it is.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The file written, if any, or the reason that a task was not done.
type Told<V> = Result<Option<Filed<V>>, String>;

/// A kind of text with a shelf of its own.
pub trait Shelved: HasName + serde::Serialize + PartialEq + Sized + Send + 'static {
    /// The folder beside the settings.
    const FOLDER: &'static str;
    /// More bytes than any of them has.
    const LARGEST: u64;

    /// Reads one, or says what is wrong with its file.
    fn read(bytes: &[u8], file: &str, lang: Lang) -> Result<Self, String>;

    /// The text of one under another name, every other character as it was.
    fn renamed(bytes: &[u8], name: &str, file: &str, lang: Lang) -> Result<String, String>;

    /// The words for a missing folder.
    fn no_folder(lang: Lang) -> &'static str;

    /// The words for a name that another one has.
    fn name_taken(lang: Lang) -> &'static str;

    /// As it is written over a catalogue.
    fn written(self, _: &Index) -> Self {
        self
    }

    /// The actions that tell the session.
    fn action(shelf: Shelf<Self>, filed: Option<Filed<Self>>) -> Vec<Action>;
}

impl Shelved for Saved {
    const FOLDER: &'static str = "views";
    const LARGEST: u64 = 1 << 20;

    fn read(bytes: &[u8], file: &str, lang: Lang) -> Result<Saved, String> {
        Saved::read(bytes).map_err(|fault| fault.line(file, lang))
    }

    fn renamed(bytes: &[u8], name: &str, file: &str, lang: Lang) -> Result<String, String> {
        view::renamed(bytes, name).map_err(|fault| fault.line(file, lang))
    }

    fn no_folder(lang: Lang) -> &'static str {
        T::NoViewsFolder.get(lang)
    }

    fn name_taken(lang: Lang) -> &'static str {
        T::ViewNameTakenRename.get(lang)
    }

    fn action(shelf: Shelf<Saved>, filed: Option<Filed<Saved>>) -> Vec<Action> {
        vec![Action::Views(Box::new(shelf), filed.map(|filed| filed.found.what.name))]
    }
}

impl Shelved for Walk {
    const FOLDER: &'static str = "walks";
    const LARGEST: u64 = walk::LARGEST;

    fn read(bytes: &[u8], file: &str, lang: Lang) -> Result<Walk, String> {
        Walk::read(bytes).map_err(|fault| fault.line(file, lang))
    }

    fn renamed(bytes: &[u8], name: &str, file: &str, lang: Lang) -> Result<String, String> {
        walk::renamed(bytes, name).map_err(|fault| fault.line(file, lang))
    }

    fn no_folder(lang: Lang) -> &'static str {
        WalkEditText::NoFolder.get(lang)
    }

    fn name_taken(lang: Lang) -> &'static str {
        WalkEditText::NameTakenRename.get(lang)
    }

    fn written(self, index: &Index) -> Walk {
        self.of(&index.catalogue, index.content_sha256())
    }

    fn action(shelf: Shelf<Walk>, filed: Option<Filed<Walk>>) -> Vec<Action> {
        vec![Walking::Shelved(Box::new(shelf), filed.map(Box::new)).into()]
    }
}

impl App {
    /// Does something with the files of a shelf, on a thread, and lists them.
    pub(super) fn on_shelf<V: Shelved>(&mut self, ctx: &Context, task: ShelfTask<V>) {
        let lang = self.session.lang();
        let Some(folder) = folder_beside(self.settings.path(), V::FOLDER) else {
            let fault = Some(V::no_folder(lang).to_owned());
            self.apply(ctx, V::action(Shelf { folder: None, listed: Some(Vec::new()), fault }, None));
            return;
        };
        let index = self.session.data().index.clone();
        let began = self.inbox.beside("saved texts", {
            let folder = folder.clone();
            move |post| {
                let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
                let room = Room { folder, lang };
                let told = room.perform(task, &index);
                let mut shelf = room.list::<V>();
                let filed = told.unwrap_or_else(|why| {
                    shelf.fault = Some(why);
                    None
                });
                post.send(News::Shelf(V::action(shelf, filed)));
            }
        });
        if let Err(why) = began {
            let fault = Some(T::NotStarted.fill(lang, &[("why", &why)]));
            let shelf = Shelf { fault, ..Room { folder, lang }.list::<V>() };
            self.apply(ctx, V::action(shelf, None));
        }
    }
}

/// A folder beside the settings; none where these are not kept.
pub(super) fn folder_beside(settings: Option<&Path>, name: &str) -> Option<PathBuf> {
    settings.and_then(Path::parent).map(|parent| parent.join(name))
}

/// A folder whose files are read and written.
pub(super) struct Room {
    /// Its path.
    pub folder: PathBuf,
    /// The language of what is told.
    pub lang: Lang,
}

impl Room {
    fn perform<V: Shelved>(&self, task: ShelfTask<V>, index: &Index) -> Told<V> {
        match task {
            ShelfTask::List => Ok(None),
            ShelfTask::Save(what, taken) => self.save(what.written(index), taken),
            ShelfTask::Update { file, was, what } => self.update(&file, was, what.written(index)),
            ShelfTask::Rename { file, name } => self.rename::<V>(&file, &tidy(&name)),
            ShelfTask::Delete { file } => {
                self.remove(&self.folder.join(file))?;
                Ok(None)
            }
        }
    }

    fn save<V: Shelved>(&self, what: V, taken: Taken) -> Told<V> {
        let path = match (self.list::<V>().named(what.name()), taken) {
            (Some(_), Taken::Keep) => return Err(V::name_taken(self.lang).to_owned()),
            (Some(old), Taken::Replace) => self.folder.join(&old.file),
            (None, _) => self.free(what.name(), None),
        };
        let text = state::write(&what);
        self.write(&path, &text)?;
        Ok(Some(filed(&path, &text, what)))
    }

    /// Writes a text over its file. Where only the name is another one, anything written into the file by hand stays.
    fn update<V: Shelved>(&self, file: &str, was: Bytes, what: V) -> Told<V> {
        let path = self.folder.join(file);
        let bytes = store::read_plain(&path, V::LARGEST).map_err(|fault| self.words(&fault))?;
        if Bytes::of(&bytes) != was {
            return Err(WalkEditText::ChangedOnDisk.fill(self.lang, &[("file", &file)]));
        }
        let read = |text: &String| V::read(text.as_bytes(), file, self.lang);
        let same_but_for_its_name = V::renamed(&bytes, what.name(), file, self.lang).ok();
        let kept = same_but_for_its_name.filter(|text| read(text).is_ok_and(|now| now == what));
        let text = kept.unwrap_or_else(|| state::write(&what));
        if text.as_bytes() != bytes {
            self.write(&path, &text)?;
        }
        Ok(Some(filed(&path, &text, what)))
    }

    /// The file follows its text's name. The new one is there before the old one goes.
    fn rename<V: Shelved>(&self, file: &str, name: &str) -> Told<V> {
        if self.list::<V>().named(name).is_some_and(|other| other.file != file) {
            return Err(V::name_taken(self.lang).to_owned());
        }
        let old = self.folder.join(file);
        let bytes = store::read_plain(&old, V::LARGEST).map_err(|fault| self.words(&fault))?;
        let text = V::renamed(&bytes, name, file, self.lang)?;
        let new = self.free(name, Some(&old));
        self.write(&new, &text)?;
        if new != old {
            self.remove(&old)?;
        }
        Ok(None)
    }

    /// A path for a text of this name that no other file has; `own` may be kept.
    pub(super) fn free(&self, name: &str, own: Option<&Path>) -> PathBuf {
        let stem = file_stem(name);
        let numbered = std::iter::once(String::new()).chain((2..).map(|n: u32| format!("-{n}")));
        let mut paths = numbered.map(|end| self.folder.join(format!("{stem}{end}.{EXTENSION}")));
        let is_free = |path: &PathBuf| Some(path.as_path()) == own || path.symlink_metadata().is_err();
        // The numbers do not run out before the disk does.
        paths.find(is_free).unwrap_or_default()
    }

    pub(super) fn write(&self, path: &Path, text: &str) -> Result<(), String> {
        self.write_held(path, &mut None, text)
    }

    /// Writes a text and holds its file.
    pub(super) fn write_held(&self, path: &Path, held: &mut Option<HeldFile>, text: &str) -> Result<(), String> {
        store::make_folder_of(path).map_err(|fault| self.words(&fault))?;
        store::write_held(path, held, |out| out.write_all(text.as_bytes())).map_err(|unwritten| match unwritten {
            Unwritten::Store(fault) => self.words(&fault),
            Unwritten::Content(error) => self.words(&StoreFault::new(path, store::Doing::Writing, error)),
        })
    }

    pub(super) fn remove(&self, path: &Path) -> Result<(), String> {
        store::remove(path).map_err(|fault| self.words(&fault))
    }

    pub(super) fn list<V: Shelved>(&self) -> Shelf<V> {
        let folder = Some(self.folder.clone());
        let names = match store::names_in(&self.folder, EXTENSION) {
            Ok(names) => names,
            Err(fault) => return Shelf { folder, listed: Some(Vec::new()), fault: Some(self.words(&fault)) },
        };
        let read = |file: String| {
            let bytes = store::read_plain(&self.folder.join(&file), V::LARGEST).map_err(|fault| self.words(&fault));
            let found = bytes.and_then(|bytes| {
                let what = V::read(&bytes, &file, self.lang)?;
                Ok(ShelfContent { what, bytes: Bytes::of(&bytes) })
            });
            ShelfFile { file, found }
        };
        let mut listed: Vec<ShelfFile<V>> = names.into_iter().map(read).collect();
        // By name; what cannot be read comes last.
        let name = |one: &ShelfFile<V>| one.found.as_ref().ok().map(|found| found.what.name().to_owned());
        listed.sort_by_cached_key(|one| (one.found.is_err(), name(one)));
        Shelf { folder, listed: Some(listed), fault: None }
    }

    fn words(&self, fault: &StoreFault) -> String {
        fault.message(self.lang)
    }
}

fn filed<V>(path: &Path, text: &str, what: V) -> Filed<V> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Filed { file, found: ShelfContent { what, bytes: Bytes::of(text.as_bytes()) } }
}
