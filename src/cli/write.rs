//! Writing the files of a call: whole or not at all, and never over one that the call reads.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::Ctx;
use super::fault::Stop;
use crate::catalogue::Origin;
use crate::export::ExportFault;
use crate::store::{self, Doing, Files, Older, StoreFault, Unwritten};
use crate::words::Lang;

/// The arguments of a call that name a file to read, beside the catalogue.
const READ: [&str; 3] = ["view", "walk", "recipe"];

/// Writes the files of a call, but none that the call reads.
pub struct Writer {
    read: Vec<PathBuf>,
    lang: Lang,
}

impl Writer {
    /// The writer of a call with these arguments.
    pub fn of(matches: &ArgMatches, ctx: &Ctx) -> Writer {
        let named = |id: &&str| matches.try_get_one::<PathBuf>(id).ok().flatten().cloned();
        let catalogue = ctx.catalogue.iter().chain(&ctx.layers).filter_map(Origin::path).map(Path::to_owned);
        let read = READ.iter().filter_map(named).chain(catalogue).collect();
        Writer { read, lang: ctx.lang }
    }

    /// Writes a file.
    pub fn file<E: Into<ExportFault>>(
        &self,
        path: &Path,
        content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), Stop> {
        self.check(path)?;
        let written = store::write_with(path, |out| content(out).map_err(Into::into));
        written.map_err(|unwritten| self.stop(unwritten, path))
    }

    /// Writes several files as one folder or archive.
    pub fn files(
        &self,
        path: &Path,
        content: impl FnOnce(&mut Files<'_>) -> Result<(), ExportFault>,
    ) -> Result<(), Stop> {
        self.check(path)?;
        store::write_files_with(path, Older::Replaced, content).map_err(|unwritten| self.stop(unwritten, path))
    }

    /// Refuses a path to which several files cannot be written. Making them may take a while, so this comes first.
    pub fn check_files(&self, path: &Path) -> Result<(), Stop> {
        self.check(path)?;
        store::free_for_files(path).map_err(|fault| Stop::NotThere(fault.message(self.lang)))
    }

    fn check(&self, path: &Path) -> Result<(), Stop> {
        store::check_not_read(path, &self.read).map_err(|fault| Stop::NotThere(fault.message(self.lang)))
    }

    fn stop(&self, unwritten: Unwritten<ExportFault>, path: &Path) -> Stop {
        Stop::NotThere(match unwritten {
            Unwritten::Store(fault) => fault.message(self.lang),
            // The maker of the bytes only tells what the disk said.
            Unwritten::Content(ExportFault::Io(error)) => {
                StoreFault::new(path, Doing::Writing, error).message(self.lang)
            }
            Unwritten::Content(fault) => fault.message(self.lang),
        })
    }
}
