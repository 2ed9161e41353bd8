//! The catalogue of a call: read, checked, and its errors told.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use super::Ctx;
use super::fault::Stop;
use crate::catalogue::{EMBEDDED, Loaded, Severity, load};
use crate::query::Index;
use crate::store;
use crate::words::{CliText as T, Lang};

/// How many problems are told before the rest is left to `check`.
const TOLD: usize = 20;

/// A catalogue in use.
pub struct Opened {
    /// Its index.
    pub index: Index,
    /// 0, or 1 where it has errors: what a call that is done exits with.
    pub status: u8,
}

/// A file's catalogue and problems, and its name for people; the embedded one without a path.
pub fn load_file(path: Option<&Path>, lang: Lang) -> Result<(Loaded, String), Stop> {
    let Some(path) = path else {
        return Ok((load(EMBEDDED.as_bytes()), T::Embedded.get(lang).to_owned()));
    };
    let bytes = store::read(path).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
    Ok((load(&bytes), path.display().to_string()))
}

/// Opens the catalogue of a call. Its errors go to `err`; its sound records stay in use.
pub fn open(ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    open_file(ctx.catalogue.as_deref(), ctx, err)
}

/// Opens a catalogue that a call names, as [`open`] does; the embedded one without a path.
pub fn open_file(path: Option<&Path>, ctx: &Ctx, err: &mut dyn Write) -> Result<Opened, Stop> {
    let (loaded, name) = load_file(path, ctx.lang)?;
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
