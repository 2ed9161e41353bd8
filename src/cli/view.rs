//! `--view FILE`: a saved view in place of the query, the unit, the columns and the order of a call.

use std::io::Write;
use std::path::Path;

use clap::ArgMatches;
use clap::parser::ValueSource;

use super::Ctx;
use super::fault::Stop;
use super::open::Opened;
use crate::query::Unit;
use crate::store;
use crate::view::{Misfit, Saved, View, fit};
use crate::words::{CliText as T, Lang};

/// The largest view that is read, in bytes; no view is as large.
const LARGEST: u64 = 1 << 20;

/// An argument replaced by a view: its id, its name for people, and the part of the view that replaces it.
pub type StandsIn = (&'static str, &'static str, T);

/// The replaced arguments of calls for rows.
pub const ROWS: [StandsIn; 4] = [
    ("q", "Q", T::ViewGivesQuery),
    ("unit", "--unit", T::ViewGivesUnit),
    ("columns", "--columns", T::ViewGivesColumns),
    ("sort", "--sort", T::ViewGivesSort),
];

/// The replaced arguments of calls for counts.
pub const COUNTS: [StandsIn; 2] = [ROWS[0], ROWS[1]];

/// The replaced arguments of calls for a comparison.
pub const COMPARISON: [StandsIn; 2] = [("items", "A B", T::ViewGivesItems), ("query", "--query", T::ViewGivesLens)];

/// Reads the file of a saved view.
pub fn read(path: &Path, lang: Lang) -> Result<Saved, Stop> {
    let bytes = store::read_up_to(path, LARGEST).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
    Saved::read(&bytes).map_err(|fault| {
        let problem = fault.line(&path.display().to_string(), lang);
        Stop::Query(T::ViewUnreadable.fill(lang, &[("problem", &problem)]))
    })
}

/// The view of a call, if it names one and none of the replaced arguments.
pub fn wanted(matches: &ArgMatches, instead_of: &[StandsIn], ctx: &Ctx) -> Result<Option<Saved>, Stop> {
    let Some(path) = matches.get_one::<std::path::PathBuf>("view") else { return Ok(None) };
    let is_said = |id: &str| {
        let known = matches.try_contains_id(id).unwrap_or(false);
        known && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    if let Some((_, word, what)) = instead_of.iter().find(|(id, ..)| is_said(id)) {
        return Err(stands_in(word, *what, ctx.lang));
    }
    read(path, ctx.lang).map(Some)
}

/// The fault of a call with a view and an argument that the view replaces.
pub fn stands_in(word: &str, what: T, lang: Lang) -> Stop {
    Stop::Words(T::ViewStandsIn.fill(lang, &[("what", &what.get(lang)), ("word", &word)]))
}

/// The view fitted to the catalogue. Misfits are named on `err`; where one concerns an argument of the call,
/// the status is 1: the answer is to another question than the saved one.
pub fn fitted(
    saved: &Saved,
    instead_of: &[StandsIn],
    opened: &mut Opened,
    MisfitTeller { err, lang }: MisfitTeller<'_>,
) -> View {
    let fitted = fit(saved, &opened.index.catalogue);
    for misfit in &fitted.misfits {
        writeln!(err, "{}", T::FaultLine.fill(lang, &[("what", &misfit.message(lang))])).ok();
        if instead_of.iter().any(|(id, ..)| asks_for(id, misfit)) {
            opened.status = 1;
        }
    }
    fitted.view
}

/// The writer and the language of misfits.
pub struct MisfitTeller<'a> {
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The language of messages.
    pub lang: Lang,
}

/// Whether an argument of a call, by its id, needs the missing part.
fn asks_for(id: &str, gone: &Misfit) -> bool {
    match gone {
        Misfit::Term(..) | Misfit::Unknown(..) | Misfit::Id(_) => matches!(id, "q" | "query"),
        Misfit::Column(_) => id == "columns",
        Misfit::Sort(_) => id == "sort",
        Misfit::Compared(_) | Misfit::Surplus(_) => id == "items",
        Misfit::Catalogue(..) | Misfit::Release(..) | Misfit::Field(_) => false,
    }
}

/// The columns of a view that rows of its unit have, in the form of `--columns`.
pub fn columns(view: &View, opened: &Opened, unit: Unit) -> Option<Vec<crate::query::Column>> {
    let catalogue = &opened.index.catalogue;
    let found: Vec<_> = view.columns.iter().filter_map(|field| field.column(catalogue, unit)).collect();
    (!found.is_empty()).then_some(found)
}
