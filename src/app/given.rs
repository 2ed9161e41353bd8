//! Layers of others over the open catalogue: read once, never written.

use std::path::Path;
use std::sync::Arc;

use egui::Context;

use super::App;
use super::effects::file_name;
use super::inbox::News;
use crate::catalogue::{File, Origin};
use crate::session::{Action, Effect, Notice};
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
            self.given.retain(|layer| layer.name != name);
            self.given.push(LayerBytes { name, bytes });
        }
        let own = self.session.mine().layer().and_then(|layer| layer.text.clone());
        vec![Action::Ended, notice, Action::Do(Effect::Restack(own))]
    }

    /// The layers over the open catalogue: those of others, then the user's own with this text.
    pub(super) fn layers(&self, own: Option<Arc<str>>) -> Vec<LayerBytes> {
        let name = || self.session.mine().layer().map(|layer| file_name(&layer.path)).unwrap_or_default();
        let own = own.map(|text| LayerBytes { name: name(), bytes: Arc::<[u8]>::from(text) });
        self.given.iter().cloned().chain(own).collect()
    }
}
