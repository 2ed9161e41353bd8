//! Layers of others over the open catalogue: never written, read again when their files change, taken off alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::App;
use super::effects::file_name;
use super::inbox::News;
use super::watch::Watch;
use crate::catalogue::{File, FileIdx, Origin};
use crate::session::{Action, Effect, Notice, Recent};
use crate::store;
use crate::words::{LayerText as T, UiText};

/// A layer as read.
#[derive(Clone)]
pub struct LayerBytes {
    /// The name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// A layer of others over the open catalogue.
pub struct GivenLayer {
    layer: LayerBytes,
    path: PathBuf,
    /// Kept for its life: the watch on its file.
    _watch: Watch,
}

impl LayerBytes {
    /// The layer as a file to read.
    pub fn file(&self) -> File<'_> {
        File { name: &self.name, bytes: &self.bytes }
    }
}

impl App {
    /// Reads a layer, on a thread.
    pub(super) fn add_layer(&mut self, ctx: &Context, layer: Origin) {
        let lang = self.session.lang();
        let began = self.inbox.beside("read a layer of others", move |post| {
            post.send(match layer {
                Origin::Embedded(which) => News::LayerRead(which.file_name().into(), which.text().as_bytes().into()),
                Origin::File(path) => match store::read_text(&path) {
                    Ok(bytes) => News::LayerRead(path, bytes.into()),
                    Err(fault) => {
                        let values: [(&str, &dyn std::fmt::Display); 2] =
                            [("name", &file_name(&path)), ("why", &fault.message(lang))];
                        News::Failed(UiText::CannotOpen.fill(lang, &values))
                    }
                },
            });
        });
        if let Err(error) = began {
            let actions = self.receive(News::Failed(UiText::NotStarted.fill(lang, &[("why", &error)])));
            self.apply(ctx, actions);
        }
    }

    /// Lays a layer that was read over the open catalogue, in the place of an older state of it.
    pub(super) fn layer_read(&mut self, path: &Path, bytes: Arc<[u8]>) -> Vec<Action> {
        let name = file_name(path);
        let is_mine = self.session.mine().layer().is_some_and(|layer| layer.path == path);
        let text = if is_mine { T::IsOwnLayer } else { T::LayerAdded }.fill(self.session.lang(), &[("name", &name)]);
        let notice = Action::Notify(Some(Notice { text, is_error: is_mine }));
        if !is_mine {
            self.given.retain(|given| given.layer.name != name);
            let post = self.inbox.for_ever();
            let watch = Watch::new(move |seen| post.send(News::Seen(seen)));
            // Of a state that is not known the file is read once more, so that no change slips in between.
            watch.follow(path.to_owned(), None);
            self.given.push(GivenLayer { layer: LayerBytes { name, bytes }, path: path.to_owned(), _watch: watch });
        }
        // The embedded ones have no path, and the own layer is there at each start.
        let is_others = path.is_absolute() && !is_mine;
        let opened = is_others.then(|| Action::Recent(Recent::Opened(path.to_string_lossy().into_owned())));
        [Action::Ended, notice].into_iter().chain(opened).chain([self.restack_given()]).collect()
    }

    /// Reads the file of a layer again, on a thread, where it is that of one.
    pub(super) fn layer_seen(&self, path: &Path) {
        if !self.given.iter().any(|given| given.path == path) {
            return;
        }
        let (path, lang) = (path.to_owned(), self.session.lang());
        let began = self.inbox.beside("read a layer again", move |post| {
            post.send(match store::read_text(&path) {
                Ok(bytes) => News::LayerChanged(path, bytes.into()),
                Err(fault) => {
                    let values: [(&str, &dyn std::fmt::Display); 2] =
                        [("name", &file_name(&path)), ("why", &fault.message(lang))];
                    News::Failed(T::LayerGone.fill(lang, &values))
                }
            });
        });
        // Without a thread it is read again with the next change.
        began.ok();
    }

    /// Takes the new state of a layer; nothing follows from the one that is known.
    pub(super) fn layer_changed(&mut self, path: &Path, bytes: Arc<[u8]>) -> Vec<Action> {
        let Some(given) = self.given.iter_mut().find(|given| given.path == path) else { return Vec::new() };
        if given.layer.bytes == bytes {
            return Vec::new();
        }
        given.layer.bytes = bytes;
        let text = T::LayerReread.fill(self.session.lang(), &[("name", &file_name(path))]);
        vec![Action::Notify(Some(Notice { text, is_error: false })), self.restack_given()]
    }

    /// Takes a layer of others off, by its place in the stack; its file stays.
    pub(super) fn take_off(&mut self, ctx: &Context, at: FileIdx) {
        // Until the stack on screen is the one of these layers its places are not theirs.
        let own = self.session.mine().layer().is_some_and(|layer| layer.text.is_some());
        if self.session.data().catalogue().files.len() != 1 + self.given.len() + usize::from(own) {
            return;
        }
        let place = usize::from(at.0).checked_sub(1).filter(|place| *place < self.given.len());
        let Some(given) = place.map(|place| self.given.remove(place)) else { return };
        let text = T::LayerTakenOff.fill(self.session.lang(), &[("name", &given.layer.name)]);
        let restack = self.restack_given();
        self.apply(ctx, vec![Action::Notify(Some(Notice { text, is_error: false })), restack]);
    }

    /// Reads the stack again as it is now.
    fn restack_given(&self) -> Action {
        let own = self.session.mine().layer().and_then(|layer| layer.text.clone());
        Action::Do(Effect::Restack(own))
    }

    /// The layers over the open catalogue: those of others, then the user's own with this text.
    pub(super) fn layers(&self, own: Option<Arc<str>>) -> Vec<LayerBytes> {
        let name = || self.session.mine().layer().map(|layer| file_name(&layer.path)).unwrap_or_default();
        let own = own.map(|text| LayerBytes { name: name(), bytes: Arc::<[u8]>::from(text) });
        self.given.iter().map(|given| given.layer.clone()).chain(own).collect()
    }
}
