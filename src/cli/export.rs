//! `export`: a result written to a file, whole or not at all.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::ask::ask;
use super::fault::Stop;
use super::list::{stop, table_of};
use super::write::Writer;
use super::{Ctx, args, bundle, pick};
use crate::export::{self, Extent, Format};
use crate::words::CliText as T;

/// Runs it.
pub fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    if let Some(place) = bundle::wanted(matches, ctx)? {
        return bundle::run(matches, &place, ctx, err);
    }
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    // The words are checked before anything is read, and all is read before the file is touched.
    let format = format_of(matches, &path, ctx)?;
    let to_out = path == Path::new("-");
    if to_out && format.is_binary() {
        return Err(Stop::Words(T::BinaryToOut.fill(ctx.lang, &[("format", &format.id())])));
    }
    let asked = ask(matches, ctx, err)?;
    if matches.get_flag("whole") && asked.query.filters() {
        return Err(Stop::Words(T::WholeWithQuery.get(ctx.lang).to_owned()));
    }
    let extent = if matches.get_flag("whole") { Extent::Whole } else { Extent::View };
    let table = table_of(&asked, format, ctx.data_lang).with(extent);
    let mut on = |_, _| ControlFlow::Continue(());
    if to_out {
        export::write(format, &table, out, &mut on).map_err(|fault| stop(fault, ctx.lang))?;
        return Ok(asked.opened.status);
    }
    Writer::of(matches, ctx).file(&path, |file| export::write(format, &table, file, &mut on))?;
    let what = table.about.denominator(ctx.lang);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(asked.opened.status)
}

fn format_of(matches: &ArgMatches, path: &Path, ctx: &Ctx) -> Result<Format, Stop> {
    let said = pick::word(matches, "format").and_then(Format::find);
    said.or_else(|| Format::from_path_extension(path)).ok_or_else(|| {
        let known = args::EXPORT_FORMATS.join(" ");
        Stop::Words(T::UnknownExtension.fill(ctx.lang, &[("file", &path.display()), ("known", &known)]))
    })
}
