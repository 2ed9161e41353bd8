//! The catalogue of a call: read, checked, and its errors written.

use std::io::Write;
use std::sync::Arc;

use super::Ctx;
use super::fault::Stop;
use crate::catalogue::{Embedded, Loaded, Origin, Severity, load};
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

/// A catalogue with its problems, and its name for people.
pub fn load_from(origin: &Origin, lang: Lang) -> Result<(Loaded, String), Stop> {
    match origin {
        Origin::Embedded(which) => Ok((load(which.text().as_bytes()), embedded_name(*which).get(lang).to_owned())),
        Origin::File(path) => {
            let bytes = store::read(path).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
            Ok((load(&bytes), path.display().to_string()))
        }
    }
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
    open_from(&origin_for(ctx.catalogue.as_ref(), id), ctx, err)
}

/// The catalogue named by a call, else the embedded one with this id, else the default.
pub fn origin_for(named: Option<&Origin>, id: Option<&str>) -> Origin {
    let has_id = |which: &Embedded| {
        let catalogue = load(which.text().as_bytes()).catalogue;
        catalogue.is_some_and(|catalogue| Some(catalogue.id.as_str()) == id)
    };
    let made_over = || id.and_then(|_| Embedded::ALL.into_iter().find(has_id)).map(Origin::Embedded);
    named.cloned().or_else(made_over).unwrap_or_default()
}

/// Opens a catalogue named by a call, as [`open`] does.
pub fn open_from(origin: &Origin, ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    let (loaded, name) = load_from(origin, ctx.lang)?;
    let errors: Vec<_> = loaded.problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    for problem in errors.iter().take(TOLD) {
        writeln!(err, "{}", problem.line(&name, ctx.lang)).ok();
    }
    let Some(catalogue) = loaded.catalogue else {
        let line = T::CatalogueUnreadable.fill(ctx.lang, &[("path", &name)]);
        return Err(Stop::NotThere(line));
    };
    if !errors.is_empty() {
        let line = T::CatalogueHasErrors.fill(ctx.lang, &[("errors", &errors.len()), ("path", &name)]);
        writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &line)])).ok();
    }
    Ok(Opened { index: Index::new(Arc::new(catalogue)), status: u8::from(!errors.is_empty()) })
}
