//! `export`: a result written to a file, whole or not at all.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::args::Say;
use super::ask::ask;
use super::fault::{Stop, of_export};
use super::sub::Sub;
use super::write::Writer;
use super::{Ctx, bundle, live, pick};
use crate::export::{self, Extent, Format};
use crate::words::CliText as T;

/// `export`.
pub const SUB: Sub = Sub {
    name: "export",
    usage: "policy-atlas export [Q] -o FILE [--format FORMAT] [--unit policy|region] [--columns KEYS] [--sort KEYS] [--whole]\n       policy-atlas export [Q] -o FILE.html --live\n       policy-atlas export [Q] -o DIR --partition province\n       policy-atlas export --view FILE -o FILE [--format FORMAT]\n       policy-atlas export [Q] --bundle DIR|FILE.zip [--figures LIST] [--view FILE | --unit … --columns … --sort …] [--whole]",
    formats: &["csv", "csv-excel", "xlsx", "json", "jsonl", "ron", "md", "html", "parquet", "sqlite"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    say.asking(sub)
        .about(T::HelpExport.get(say.0))
        .after_help(format!("{}\n\n{}", T::HelpExportAfter.get(say.0), T::HelpQueryAfter.get(say.0)))
        .arg(say.output("FILE", T::HelpArgOutput))
        .args(bundle::words(say))
        .arg(live::word(say))
        .args([
            say.format(SUB.formats, T::HelpArgFormatExport),
            say.unit(T::HelpArgUnit),
            say.columns(),
            say.sort(),
            say.view_file("view", T::HelpArgView),
            say.flag("whole", T::HelpArgWhole),
            say.choice("partition", "province", &["province"], T::HelpArgPartition),
        ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    if let Some(place) = bundle::wanted(matches, ctx)? {
        return bundle::run(matches, &place, ctx, err);
    }
    let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    if matches.get_flag(live::FLAG) {
        return live::run(matches, &path, ctx, out, err);
    }
    // The words are checked before anything is read, and all is read before the file is touched.
    let format = format_of(matches, &path, ctx)?;
    let to_out = path == Path::new("-");
    if to_out && format.is_binary() {
        return Err(Stop::Words(T::BinaryToOut.fill(ctx.lang, &[("format", &format.id())])));
    }
    let is_in_parts = matches.contains_id("partition");
    let writer = Writer::of(matches, ctx);
    if is_in_parts {
        writer.check_files(&path)?;
    }
    let asked = ask(matches, ctx, err)?;
    if matches.get_flag("whole") && asked.query.filters() {
        return Err(Stop::Words(T::WholeWithQuery.get(ctx.lang).to_owned()));
    }
    let extent = if matches.get_flag("whole") { Extent::Whole } else { Extent::View };
    let table = asked.table(format, ctx.data_lang).with(extent);
    let mut on = |_, _| ControlFlow::Continue(());
    if is_in_parts {
        writer.files(&path, |files| {
            export::write_by_province(&table, &mut |name, content| files.put(name, content), &mut on)
        })?;
    } else if to_out {
        export::write(format, &table, out, &mut on).map_err(|fault| of_export(fault, ctx.lang))?;
        return Ok(asked.opened.status);
    } else {
        writer.file(&path, |file| export::write(format, &table, file, &mut on))?;
    }
    let what = table.about.denominator(ctx.lang);
    writeln!(err, "{}", T::Written.fill(ctx.lang, &[("what", &what), ("path", &path.display())])).ok();
    Ok(asked.opened.status)
}

fn format_of(matches: &ArgMatches, path: &Path, ctx: &Ctx) -> Result<Format, Stop> {
    let said = pick::word(matches, "format").and_then(Format::find);
    if matches.contains_id("partition") {
        // The path is that of a folder, whose name tells no format.
        return match said {
            None | Some(Format::Parquet) => Ok(Format::Parquet),
            Some(other) => Err(Stop::Words(T::OnlyParquetInParts.fill(ctx.lang, &[("format", &other.id())]))),
        };
    }
    said.or_else(|| Format::from_path_extension(path)).ok_or_else(|| {
        let known = SUB.formats.join(" ");
        Stop::Words(T::UnknownExtension.fill(ctx.lang, &[("file", &path.display()), ("known", &known)]))
    })
}
