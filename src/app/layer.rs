//! The file of the user's own layer: found beside the settings, written after each commit, and read into the catalogue.
//!
//! It is written whole or not at all, by one thread at a time, and only where the file still has the text last read or
//! written here. The last states are kept beside it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;

use super::App;
use super::aside::{self, LeftOpen};
use super::given::LayerBytes;
use super::inbox::News;
use super::kept::{self, keep_state, kept_states, read_text};
use super::shelf::folder_beside;
use crate::catalogue::{Embedded, File, NamedRelease, Origin, load_stack};
use crate::edit::tag_of;
use crate::session::{Action, Data, Effect, Mining, OwnLayer};
use crate::store::{self, StoreFault};
use crate::view::file_stem;
use crate::words::{Lang, Text};

/// The folder beside the settings.
const FOLDER: &str = "layers";

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
    /// The copy of a text whose conflicts are open. Nothing is written before they are settled.
    open: Option<PathBuf>,
}

/// The outcome of writing a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Written, or nothing was left to write.
    Done,
    /// The file has another text than was last read.
    Changed {
        /// The text last read or written.
        base: Arc<str>,
        /// The text that it has.
        theirs: Arc<str>,
    },
}

impl LayerFile {
    /// Reads it; none where there is no file.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(&self, path: &Path) -> Result<Option<Arc<str>>, StoreFault> {
        let text = read_text(path)?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = FileState { known: text.clone(), ..FileState::default() };
        Ok(text)
    }

    /// Notes the text that the file is known to have.
    fn know(&self, text: Arc<str>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).known = Some(text);
    }

    /// Asks for a text to be written.
    pub fn want(&self, path: PathBuf, text: Arc<str>) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).wanted = Some((path, text));
    }

    /// Removes the file and all that was kept of it; what was still to be written is not.
    fn erase(&self, path: &Path) -> Result<(), StoreFault> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = FileState::default();
        aside::erase(path)?;
        kept::erase(path)
    }

    /// Writes what was asked for last, unless another thread has done so. What cannot be written is still wanted.
    ///
    /// # Errors
    /// The reason in one line.
    pub fn write(&self, lang: Lang) -> Result<Kept, String> {
        let locked = || self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(path) = locked().wanted.as_ref().map(|(path, _)| path.clone()) else { return Ok(Kept::Done) };
        // Between reading and writing neither another window nor a call of the command line does. The state is free while
        // this one waits, or the window would stand still; in vain, it does without, since it looks before it writes.
        let _turn = store::wait_for_turn(&path).ok();
        let mut state = locked();
        let Some((path, text)) = state.wanted.take() else { return Ok(Kept::Done) };
        let written = state.put(&path, &text, lang);
        match &written {
            Ok(Kept::Done) => state.settled(),
            Ok(Kept::Changed { .. }) => {}
            Err(_) => state.wanted = Some((path, text)),
        }
        written
    }

    /// Keeps a text that lost its place; with `base` as one whose conflicts are open.
    fn set_aside(&self, path: &Path, text: &str, base: Option<&str>) -> Result<(), store::Unwritten<std::io::Error>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let file = aside::keep(path, state.open.take(), text, base)?;
        state.open = base.map(|_| file);
        Ok(())
    }

    /// A text that was left with open conflicts, which are in hand from now on.
    fn take_up(&self, path: &Path) -> Option<LeftOpen> {
        let left = aside::left_open(path)?;
        self.state.lock().unwrap_or_else(PoisonError::into_inner).open = Some(left.file.clone());
        Some(left)
    }
}

impl FileState {
    /// Removes the copy of a text whose conflicts are settled. One that cannot be removed is asked about again.
    fn settled(&mut self) {
        if let Some(file) = self.open.take() {
            aside::remove(&file).ok();
        }
    }

    fn put(&mut self, path: &Path, text: &Arc<str>, lang: Lang) -> Result<Kept, String> {
        let told = |fault: &StoreFault| fault.message(lang);
        let there = read_text(path).map_err(|fault| told(&fault))?;
        let is_there = there.is_some();
        // Where the file is gone there is nothing to write over.
        if let Some(theirs) = there.filter(|there| self.known.as_ref() != Some(there)) {
            return Ok(Kept::Changed { base: self.known.clone().unwrap_or_default(), theirs });
        }
        if is_there && self.known.as_ref() == Some(text) {
            return Ok(Kept::Done);
        }
        store::make_folder_of(path).map_err(|fault| told(&fault))?;
        keep_state(path);
        let written = store::write_with(path, |out| out.write_all(text.as_bytes()));
        written.map_err(|fault| unwritten(fault, path, lang))?;
        self.known = Some(text.clone());
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

impl App {
    /// Looks for the layer over a release, and tells the session.
    pub(super) fn find_layer(&mut self, ctx: &Context, over: NamedRelease) {
        let Some(folder) = folder_beside(self.settings.path(), FOLDER) else {
            self.apply(ctx, vec![Mining::NoFolder.into()]);
            return;
        };
        let path = folder.join(format!("{}.ron", file_stem(&over.id)));
        let found = |path, text: Option<Arc<str>>, over| {
            let tag = text.as_deref().and_then(tag_of).unwrap_or_else(store::draw_tag);
            Action::from(Mining::Found(Box::new(OwnLayer { path, text, tag, over })))
        };
        let actions = match self.layer.read(&path) {
            Ok(text) => match (self.layer.take_up(&path), text) {
                (None, text) => vec![found(path, text, over)],
                (Some(LeftOpen { base, ours, .. }), Some(theirs)) => {
                    vec![found(path, Some(ours), over), Mining::Changed { base, theirs }.into()]
                }
                // Where the file is gone there is nothing to settle with.
                (Some(LeftOpen { ours, .. }), None) => {
                    let keep = Action::Do(Effect::KeepLayer(path.clone(), ours.clone()));
                    vec![found(path, Some(ours), over), keep]
                }
            },
            Err(fault) => vec![Mining::NotKept(fault.message(self.session.lang())).into()],
        };
        self.apply(ctx, actions);
    }

    /// Writes the text of the layer, on a thread.
    pub(super) fn keep_layer(&mut self, ctx: &Context, path: PathBuf, text: Arc<str>) {
        self.layer.want(path, text);
        let (file, lang) = (self.layer.clone(), self.session.lang());
        let began = self.inbox.beside("write a layer", move |post| match file.write(lang) {
            Ok(Kept::Done) => {}
            Ok(Kept::Changed { base, theirs }) => post.send(News::Mine(Mining::Changed { base, theirs })),
            Err(why) => post.send(News::Mine(Mining::NotKept(why))),
        });
        if let Err(error) = began {
            self.apply(ctx, vec![Mining::NotKept(error.to_string()).into()]);
        }
    }

    /// Writes a text over another one that the file is known to have.
    pub(super) fn keep_merged(&mut self, ctx: &Context, path: PathBuf, over: Arc<str>, text: Arc<str>) {
        self.layer.know(over);
        self.keep_layer(ctx, path, text);
    }

    /// Reads the earlier states of a layer, on a thread.
    pub(super) fn list_kept(&mut self, ctx: &Context, path: PathBuf) {
        let began = self.inbox.beside("read earlier states", move |post| {
            post.send(News::Mine(Mining::Kept(kept_states(&path))));
        });
        if let Err(error) = began {
            self.apply(ctx, vec![Mining::NotRead(error.to_string()).into()]);
        }
    }

    /// Removes a layer for good, at once: what is asked for next comes after it.
    pub(super) fn erase_layer(&mut self, ctx: &Context, path: &Path) {
        if let Err(fault) = self.layer.erase(path) {
            self.apply(ctx, vec![Mining::NotErased(fault.message(self.session.lang())).into()]);
        }
    }

    /// Keeps a text that lost its place in a file of its own.
    pub(super) fn set_aside(&mut self, ctx: &Context, path: &Path, text: &str, base: Option<&str>) {
        if let Err(fault) = self.layer.set_aside(path, text, base) {
            let why = unwritten(fault, path, self.session.lang());
            self.apply(ctx, vec![Mining::NotKept(why).into()]);
        }
    }

    /// Reads the open catalogue again with this text over it, on a thread. The last one asked for is taken.
    pub(super) fn restack(&mut self, ctx: &Context, text: Option<Arc<str>>) {
        self.restacks += 1;
        let (number, origin) = (self.restacks, self.session.data().origin.clone());
        let (layers, lang) = (self.layers(text), self.session.lang());
        let began = self.inbox.beside("read a layer", move |post| {
            post.send(match stacked(&origin, &layers) {
                Ok(data) => News::Restacked(number, Box::new(data)),
                Err(why) => News::Failed(why.get(lang).to_owned()),
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

/// A catalogue with layers over it.
fn stacked(origin: &Origin, layers: &[LayerBytes]) -> Result<Data, Text> {
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
    let files: Vec<File<'_>> = [base].into_iter().chain(layers.iter().map(LayerBytes::file)).collect();
    let loaded = load_stack(&files);
    let data = Data::new(loaded, origin.clone()).map_err(|problems| {
        let line = |lang| problems.first().map(|problem| problem.line(&origin.file_name(), lang)).unwrap_or_default();
        Text::both(&line(Lang::Zh), &line(Lang::En))
    })?;
    let data = data.excerpted(&files);
    Ok(match origin {
        Origin::Embedded(_) => data,
        Origin::File(_) => data.read_from(bytes),
    })
}
