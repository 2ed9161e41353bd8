//! The paper of a memo or a profile: its file with its format, its layout, and what it says beside the statements.

use std::io::Write;
use std::path::PathBuf;

use clap::ArgMatches;

use super::fault::Stop;
use super::write::Writer;
use super::{Ctx, pick};
use crate::catalogue::When;
use crate::export::{MemoFormat, MemoLayout, write_memo};
use crate::pages::Memo;
use crate::words::CliText as T;

/// The paper that a page is put on: its file, and what it says beside the statements.
pub struct MemoPaper {
    path: PathBuf,
    format: MemoFormat,
    layout: MemoLayout,
    /// The day of the states of periods, if any.
    pub as_of: Option<When>,
    /// The date that the page bears, if any.
    pub date: Option<When>,
    /// Whether the last line says which query and which file it was made from.
    pub imprint: bool,
}

impl MemoPaper {
    /// Reads the words of a call: before anything is read, so that all is there before the file is touched.
    pub fn of(matches: &ArgMatches, ctx: &Ctx) -> Result<MemoPaper, Stop> {
        let path = matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
        let format = MemoFormat::from_path_extension(&path).ok_or_else(|| {
            let known = MemoFormat::ALL.map(|format| format!(".{}", format.extension())).join(" ");
            Stop::Words(T::MemoExtension.fill(ctx.lang, &[("file", &path.display()), ("known", &known)]))
        })?;
        let asked = pick::word(matches, "layout");
        Ok(MemoPaper {
            path,
            format,
            layout: MemoLayout::ALL.into_iter().find(|layout| Some(layout.id()) == asked).unwrap_or_default(),
            as_of: pick::date(matches, "as-of", ctx)?,
            date: pick::date(matches, "date", ctx)?,
            imprint: !matches.get_flag("no-imprint"),
        })
    }

    /// Writes a page and says where.
    pub fn write(&self, page: &Memo, matches: &ArgMatches, ctx: &Ctx, err: &mut dyn Write) -> Result<(), Stop> {
        Writer::of(matches, ctx).file(&self.path, |out| write_memo(self.format, self.layout, page, out))?;
        let said = T::Written.fill(ctx.lang, &[("what", &page.title), ("path", &self.path.display())]);
        writeln!(err, "{said}").ok();
        Ok(())
    }
}
