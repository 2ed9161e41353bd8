//! The file of the user's own layer: found beside the settings, written after each commit, and read into the catalogue.
//!
//! It is written whole or not at all, by one thread at a time, and only where the file still has the text last read or
//! written here. The last states are kept beside it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use egui::Context;

use super::App;
use super::inbox::News;
use super::shelf::folder_beside;
use crate::catalogue::{Embedded, File, NamedRelease, Origin, load_stack};
use crate::edit::tag_of;
use crate::session::{Action, Data, Mining, OwnLayer};
use crate::store::{self, StoreFault, StoreFaultKind};
use crate::view::file_stem;
use crate::words::{Lang, Text};

/// The folder beside the settings.
const FOLDER: &str = "layers";
/// The folder inside it for earlier states.
const KEPT: &str = "kept";
/// The folder inside it for texts that lost their place.
const UNSAVED: &str = "unsaved";
/// Earlier states of a layer that are kept.
const MOST_KEPT: usize = 20;
/// The least time between two of them.
const BETWEEN: Duration = Duration::from_mins(1);

/// The file of the layer in hand.
#[derive(Clone, Default)]
pub struct LayerFile {
    state: Arc<Mutex<FileState>>,
}

#[derive(Default)]
struct FileState {
    /// The text that the file has, as last read or written here; none where there is no file.
    known: Option<Arc<str>>,
    /// The text to be written, as last asked for, and its path.
    wanted: Option<(PathBuf, Arc<str>)>,
}

/// The outcome of writing a layer.
enum Kept {
    /// Written, or nothing was left to write.
    Done,
    /// The file has another text than was last read.
    Changed(String),
}

impl LayerFile {
    fn read(&self, path: &Path) -> Result<Option<Arc<str>>, StoreFault> {
        let text = read_text(path)?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = FileState { known: text.clone(), wanted: None };
        Ok(text)
    }

    fn want(&self, path: PathBuf, text: Arc<str>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).wanted = Some((path, text));
    }

    /// Writes what was asked for last, unless another thread has done so.
    fn write(&self, lang: Lang) -> Result<Kept, String> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((path, text)) = state.wanted.take() else { return Ok(Kept::Done) };
        let told = |fault: &StoreFault| fault.message(lang);
        let there = read_text(&path).map_err(|fault| told(&fault))?;
        if there != state.known {
            state.known.clone_from(&there);
            return Ok(Kept::Changed(there.as_deref().unwrap_or_default().to_owned()));
        }
        store::make_folder_of(&path).map_err(|fault| told(&fault))?;
        keep_state(&path);
        let written = store::write_with(&path, |out| out.write_all(text.as_bytes()));
        written.map_err(|fault| unwritten(fault, &path, lang))?;
        state.known = Some(text);
        Ok(Kept::Done)
    }
}

impl Drop for LayerFile {
    /// Writes what no thread has written yet before the program ends. Nobody is left to be told of a fault.
    fn drop(&mut self) {
        self.write(Lang::default()).ok();
    }
}

fn unwritten(fault: store::Unwritten<std::io::Error>, path: &Path, lang: Lang) -> String {
    match fault {
        store::Unwritten::Store(fault) => fault.message(lang),
        store::Unwritten::Content(error) => StoreFault::new(path, store::Doing::Writing, error).message(lang),
    }
}

fn read_text(path: &Path) -> Result<Option<Arc<str>>, StoreFault> {
    match store::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into())),
        Err(fault) if matches!(fault.kind, StoreFaultKind::Missing) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Keeps the present state of a file among its earlier ones, at most one a minute; the oldest go. A state that cannot be
/// kept is no reason not to save.
fn keep_state(path: &Path) {
    let Some(name) = path.file_stem() else { return };
    let folder = path.with_file_name(KEPT).join(name);
    let numbers = |names: Vec<String>| -> Vec<u64> {
        let mut numbers: Vec<u64> = names.iter().filter_map(|name| name.strip_suffix(".ron")?.parse().ok()).collect();
        numbers.sort_unstable();
        numbers
    };
    let kept = numbers(store::names_in(&folder, "ron").unwrap_or_default());
    let at = |number: &u64| folder.join(format!("{number}.ron"));
    let age = kept.last().and_then(|last| std::fs::metadata(at(last)).ok()?.modified().ok());
    let is_recent = age.and_then(|then| SystemTime::now().duration_since(then).ok()).is_some_and(|age| age < BETWEEN);
    let Ok(bytes) = store::read(path) else { return };
    if is_recent {
        return;
    }
    let next = at(&(kept.last().unwrap_or(&0) + 1));
    let written = store::make_folder_of(&next).is_ok() && store::write_with(&next, |out| out.write_all(&bytes)).is_ok();
    if written {
        let old = kept.len().saturating_sub(MOST_KEPT - 1);
        kept.iter().take(old).for_each(|number| drop(store::remove(&at(number))));
    }
}

impl App {
    /// Looks for the layer over a release, and tells the session.
    pub(super) fn find_layer(&mut self, ctx: &Context, over: NamedRelease) {
        let Some(folder) = folder_beside(self.settings.path(), FOLDER) else {
            self.apply(ctx, vec![Mining::NoFolder.into()]);
            return;
        };
        let path = folder.join(format!("{}.ron", file_stem(&over.id)));
        let action = match self.layer.read(&path) {
            Ok(text) => {
                let tag = text.as_deref().and_then(tag_of).unwrap_or_else(store::draw_tag);
                Mining::Found(Box::new(OwnLayer { path, text, tag, over }))
            }
            Err(fault) => Mining::NotKept(fault.message(self.session.lang())),
        };
        self.apply(ctx, vec![action.into()]);
    }

    /// Writes the text of the layer, on a thread.
    pub(super) fn keep_layer(&mut self, ctx: &Context, path: PathBuf, text: Arc<str>) {
        self.layer.want(path, text);
        let (file, lang) = (self.layer.clone(), self.session.lang());
        let began = self.inbox.beside("write a layer", move |post| match file.write(lang) {
            Ok(Kept::Done) => {}
            Ok(Kept::Changed(theirs)) => post.send(News::Mine(Mining::Changed(theirs))),
            Err(why) => post.send(News::Mine(Mining::NotKept(why))),
        });
        if let Err(error) = began {
            self.apply(ctx, vec![Mining::NotKept(error.to_string()).into()]);
        }
    }

    /// Keeps a text that lost its place in a file of its own.
    pub(super) fn set_aside(&mut self, ctx: &Context, path: &Path, text: &Arc<str>) {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.with_file_name(UNSAVED);
        let taken = store::names_in(&folder, "ron").map_or(0, |names| names.len());
        let mut numbers = (1..=taken + 1).map(|n| folder.join(format!("{name}-{n}.ron")));
        let Some(free) = numbers.find(|path| !path.exists()) else { return };
        let written = store::make_folder_of(&free).map_err(|fault| fault.message(self.session.lang())).and_then(|()| {
            let written = store::write_with(&free, |out| out.write_all(text.as_bytes()));
            written.map_err(|fault| unwritten(fault, &free, self.session.lang()))
        });
        if let Err(why) = written {
            self.apply(ctx, vec![Mining::NotKept(why).into()]);
        }
    }

    /// Reads the open catalogue again with this text over it, on a thread. The last one asked for is taken.
    pub(super) fn restack(&mut self, ctx: &Context, text: Arc<str>) {
        self.restacks += 1;
        let (number, origin) = (self.restacks, self.session.data().origin.clone());
        let layer = self.session.mine().layer();
        let name = layer.map(|layer| super::effects::file_name(&layer.path)).unwrap_or_default();
        let began = self.inbox.beside("read a layer", move |post| {
            post.send(match stacked(&origin, &name, &text) {
                Ok(data) => News::Restacked(number, Box::new(data)),
                Err(why) => News::Mine(Mining::NotKept(why.get(Lang::default()).to_owned())),
            });
        });
        if let Err(error) = began {
            self.apply(ctx, vec![Mining::NotKept(error.to_string()).into()]);
        }
    }

    /// The actions that follow from the catalogue read again with the layer: none where it is not the last one asked for.
    pub(super) fn taken_restack(&self, number: u64, data: Box<Data>) -> Vec<Action> {
        let is_last = number == self.restacks && data.origin == self.session.data().origin;
        is_last.then_some(Action::Restacked(data)).into_iter().collect()
    }
}

/// A catalogue with the text of a layer over it.
pub(super) fn stacked(origin: &Origin, name: &str, layer: &str) -> Result<Data, Text> {
    let both = |fault: &StoreFault| Text::both(&fault.message(Lang::Zh), &fault.message(Lang::En));
    let read;
    let bytes: &[u8] = match origin {
        Origin::Embedded(which) => Embedded::text(*which).as_bytes(),
        Origin::File(path) => {
            read = store::read(path).map_err(|fault| both(&fault))?;
            &read
        }
    };
    let base = File { name: &origin.file_name(), bytes };
    let loaded = load_stack(&[base, File { name, bytes: layer.as_bytes() }]);
    let data = Data::new(loaded, origin.clone()).map_err(|problems| {
        let line = |lang| problems.first().map(|problem| problem.line(&origin.file_name(), lang)).unwrap_or_default();
        Text::both(&line(Lang::Zh), &line(Lang::En))
    })?;
    Ok(match origin {
        Origin::Embedded(_) => data,
        Origin::File(_) => data.read_from(bytes),
    })
}
