//! Reading catalogues: another file, or the open one again.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use egui::Context;

use super::App;
use super::effects::file_name;
use super::given::LayerBytes;
use super::inbox::{Fresh, News, Post, Reread};
use crate::catalogue::Origin;
use crate::catalogue::{Catalogue, File, ProblemKind, ReadProgress, load_with};
use crate::session::{Action, Bytes, Data, Disk, Work};
use crate::store;
use crate::words::{Lang, Text, UiText as T};

impl App {
    /// Opens a file, in place of one that is being read.
    pub(super) fn load(&mut self, ctx: &Context, path: PathBuf) {
        self.inbox.replace();
        // Wherever the program is started next, the list of recent files leads here.
        let path = std::path::absolute(&path).unwrap_or(path);
        let task = move |post: &Post| match read(&path, None, &[], post) {
            Reread::Fresh(fresh) if is_layer(&fresh.data) => match store::read_text(&path) {
                Ok(bytes) => News::LayerRead(path, bytes.into()),
                Err(fault) => News::NotRead(path, Text::both(&fault.message(Lang::Zh), &fault.message(Lang::En))),
            },
            Reread::Fresh(fresh) => News::Read(fresh),
            Reread::Not(why) => News::NotRead(path, why),
            Reread::Same | Reread::Cancelled => News::Cancelled,
        };
        self.begin(ctx, Work::Open, task, News::NotBegun);
    }

    /// Reads the open file again.
    pub(super) fn reload(&mut self, ctx: &Context) {
        let Some(path) = self.session.data().origin.path().map(Path::to_owned) else { return };
        self.following.due = false;
        let (known, file) = (self.session.data().bytes, path.clone());
        let layers = self.layers(self.session.mine().layer().and_then(|layer| layer.text.clone()));
        let task = move |post: &Post| {
            let reread = read(&path, known, &layers, post);
            News::Reread(path, reread)
        };
        let not_begun = move |why| News::Reread(file.clone(), Reread::Not(why));
        self.begin(ctx, Work::Reread, task, not_begun);
    }

    /// The actions that follow from reading the open file again.
    pub(super) fn reread(&mut self, path: &Path, reread: Reread) -> Vec<Action> {
        // Another file may have been opened meanwhile.
        if self.session.data().origin.path() != Some(path) {
            return Vec::new();
        }
        match reread {
            Reread::Fresh(fresh) => {
                let missing = self.missing_glyphs(&fresh.characters);
                let mut actions = vec![Action::Disk(Disk::Read(fresh.data))];
                if !missing.is_empty() {
                    let notice = self.session.notice(T::MissingGlyphs, &[("chars", &missing)]);
                    actions.push(Action::Notify(Some(notice)));
                }
                actions
            }
            Reread::Same => {
                let notice = self.session.notice(T::ReloadedSame, &[("name", &file_name(path))]);
                vec![Action::Disk(Disk::Same), Action::Notify(Some(notice))]
            }
            Reread::Not(why) => vec![Action::Disk(Disk::Unreadable(why))],
            Reread::Cancelled => vec![Action::Disk(Disk::Cancelled)],
        }
    }

    /// Reads the open file again where it has changed, once no other work is under way.
    pub(super) fn reload_when_due(&mut self, ctx: &Context) {
        if self.following.due && self.session.may(Work::Reread) {
            self.apply(ctx, vec![Action::Disk(Disk::Changed)]);
        }
    }

    /// Characters that neither the embedded fonts nor the system's can draw, at most twenty.
    pub(super) fn missing_glyphs(&self, characters: &BTreeSet<char>) -> String {
        let font = egui::FontId::proportional(14.0);
        self.inbox.ctx().fonts_mut(|fonts| {
            characters.iter().filter(|c| !c.is_whitespace() && !fonts.has_glyph(&font, **c)).take(20).collect()
        })
    }
}

/// Whether what was read as a catalogue is a layer, to be laid over one.
fn is_layer(data: &Data) -> bool {
    data.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::NotABase))
}

/// Reads a catalogue with layers over it and builds its index, unless its own bytes are the known ones.
fn read(path: &Path, known: Option<Bytes>, layers: &[LayerBytes], post: &Post) -> Reread {
    let name = file_name(path);
    let stamp = store::stamp(path);
    let bytes = match store::read_text(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Reread::Not(Text::both(&fault.message(Lang::Zh), &fault.message(Lang::En))),
    };
    if known.is_some_and(|known| known == Bytes::of(&bytes)) {
        return Reread::Same;
    }
    let mut progress = |progress: ReadProgress| {
        post.send(News::Progress(progress.done as f32 / progress.total.max(1) as f32 * 0.8));
        if post.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let base = File { name: &name, bytes: &bytes };
    let files: Vec<File<'_>> = [base].into_iter().chain(layers.iter().map(LayerBytes::file)).collect();
    let Some(loaded) = load_with(&files, &store::share, &mut progress) else {
        return Reread::Cancelled;
    };
    post.send(News::Progress(0.85));
    match Data::shared(loaded, Origin::File(path.to_owned()), &store::share) {
        // Told while the index was made.
        Ok(_) if post.is_cancelled() => Reread::Cancelled,
        Ok(data) => {
            // Whoever sorts first does not wait for it.
            data.index.prepare();
            let characters = characters(data.catalogue());
            Reread::Fresh(Fresh { data: Box::new(data.excerpted(&files).read_from(&bytes)), characters, stamp })
        }
        Err(problems) => {
            let line = |lang| problems.first().map(|problem| problem.line(&name, lang)).unwrap_or_default();
            Reread::Not(Text::both(&line(Lang::Zh), &line(Lang::En)))
        }
    }
}

/// Every character of the texts that a window shows.
fn characters(catalogue: &Catalogue) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for policy in &catalogue.policies {
        found.extend(policy.title.each().chain(policy.short.each()).flat_map(str::chars));
        found.extend(policy.issuers.iter().flat_map(|(name, _)| name.each()).flat_map(str::chars));
    }
    for statement in &catalogue.statements {
        found.extend(statement.summary.each().chain(statement.quote.as_deref()).flat_map(str::chars));
        found.extend(statement.keywords.iter().flat_map(|keyword| keyword.chars()));
    }
    found
}
