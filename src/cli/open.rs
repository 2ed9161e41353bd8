//! The catalogue of a call: read, checked, and its errors written.

use std::borrow::Cow;
use std::io::Write;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::Ctx;
use super::fault::Stop;
use crate::catalogue::characters::harmless;
use crate::catalogue::{Embedded, File, Loaded, Origin, Problem, Severity, load, load_stack, load_with};
use crate::query::Index;
use crate::store;
use crate::words::{CliText as T, Lang};

/// The most problems written before the rest is left to `check`.
const TOLD: usize = 20;

/// A catalogue in use.
pub struct Opened {
    /// Its index.
    pub index: Index,
    /// The exit status of a call that succeeds: 0, or 1 where the catalogue has errors.
    pub status: u8,
}

/// A stack as read.
pub struct Read {
    /// Its records and problems.
    pub loaded: Loaded,
    /// The names of its files for people, the base first.
    pub names: Vec<String>,
    contents: Vec<Cow<'static, [u8]>>,
}

impl Read {
    /// A problem in one line.
    pub fn line(&self, problem: &Problem, lang: Lang) -> String {
        problem.line(self.names.get(usize::from(problem.file.0)).map_or("", String::as_str), lang)
    }

    /// The stack with another text in the place of its highest file.
    pub fn with_last(&self, text: &str) -> Loaded {
        let below = self.contents.split_last().map(|(_, below)| below).unwrap_or_default();
        let bytes = below.iter().map(Cow::as_ref).chain([text.as_bytes()]);
        let files: Vec<File<'_>> = self.names.iter().zip(bytes).map(|(name, bytes)| File { name, bytes }).collect();
        load_stack(&files)
    }

    /// The names of its files in one text.
    pub fn name(&self) -> String {
        self.names.join(" + ")
    }
}

/// Reads a catalogue and the layers over it.
pub fn load_from(origin: &Origin, layers: &[Origin], lang: Lang) -> Result<Read, Stop> {
    let (mut names, mut contents): (Vec<String>, Vec<Cow<'static, [u8]>>) = (Vec::new(), Vec::new());
    for one in std::iter::once(origin).chain(layers) {
        let (name, bytes) = match one {
            Origin::Embedded(which) => {
                (embedded_name(*which).get(lang).to_owned(), Cow::Borrowed(which.text().as_bytes()))
            }
            Origin::File(path) => {
                let bytes = store::read_text(path).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
                (harmless(&path.display().to_string()), Cow::Owned(bytes))
            }
        };
        names.push(name);
        contents.push(bytes);
    }
    let files: Vec<File<'_>> = names.iter().zip(&contents).map(|(name, bytes)| File { name, bytes }).collect();
    // Nobody cancels it.
    let loaded = load_with(&files, &store::share, &mut |_| ControlFlow::Continue(()));
    let loaded = loaded.unwrap_or(Loaded { catalogue: None, problems: Vec::new() });
    Ok(Read { loaded, names, contents })
}

fn embedded_name(which: Embedded) -> T {
    match which {
        Embedded::Report => T::Embedded,
        Embedded::Titles => T::EmbeddedTitles,
    }
}

/// Opens the catalogue of a call. Its errors go to `err`; its sound records stay in use.
pub fn open(ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    open_for(None, ctx, err)
}

/// Opens the catalogue of a call, as [`open`] does, for something made over the catalogue with this id.
pub fn open_for(id: Option<&str>, ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    open_from(&origin_for(ctx.catalogue.as_ref(), id), &ctx.layers, ctx, err)
}

/// The catalogue named by a call, else the embedded one with this id, else the default.
pub fn origin_for(named: Option<&Origin>, id: Option<&str>) -> Origin {
    // The id of a stack is that of its base and the tags of its layers.
    let id = id.and_then(|id| id.split('+').next());
    let has_id = |which: &Embedded| {
        let catalogue = load(which.text().as_bytes()).catalogue;
        catalogue.is_some_and(|catalogue| Some(catalogue.id.as_str()) == id)
    };
    let made_over = || id.and_then(|_| Embedded::ALL.into_iter().find(has_id)).map(Origin::Embedded);
    named.cloned().or_else(made_over).unwrap_or_default()
}

/// Opens a catalogue with layers named by a call, as [`open`] does.
pub fn open_from(origin: &Origin, layers: &[Origin], ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    let read = load_from(origin, layers, ctx.lang)?;
    let name = read.name();
    let errors: Vec<_> = read.loaded.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    for problem in errors.iter().take(TOLD) {
        writeln!(err, "{}", read.line(problem, ctx.lang)).ok();
    }
    let errors = errors.len();
    let Some(catalogue) = read.loaded.catalogue else {
        let line = T::CatalogueUnreadable.fill(ctx.lang, &[("path", &name)]);
        return Err(Stop::NotThere(line));
    };
    if errors > 0 {
        let line = T::CatalogueHasErrors.fill(ctx.lang, &[("errors", &errors), ("path", &name)]);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &line)])).ok();
    }
    Ok(Opened { index: Index::shared(Arc::new(catalogue), &store::share), status: u8::from(errors > 0) })
}
