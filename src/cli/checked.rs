//! The problems of a stack, one a line, and their counts.

use std::io::Write;

use super::fault::Stop;
use super::open::Read;
use crate::catalogue::{Loaded, Severity};
use crate::words::{CliText as T, Lang};

/// Writes the problems to `out` and their counts to `err`; whether any is an error.
pub fn tell(read: &Read, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> Result<bool, Stop> {
    let Loaded { problems, catalogue } = &read.loaded;
    for problem in problems {
        writeln!(out, "{}", read.line(problem, lang))?;
    }
    let of = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let errors = of(Severity::Error);
    let sound = catalogue.as_ref();
    let summary = T::CheckSummary.fill(
        lang,
        &[
            ("errors", &errors),
            ("warnings", &of(Severity::Warning)),
            ("policies", &sound.map_or(0, |catalogue| catalogue.policies.len())),
            ("statements", &sound.map_or(0, |catalogue| catalogue.statements.len())),
            ("path", &read.name()),
        ],
    );
    let drafts = sound.map_or(0, |catalogue| catalogue.drafts.len());
    let drafts = if drafts == 0 { String::new() } else { T::CheckDrafts.fill(lang, &[("n", &drafts)]) };
    writeln!(err, "{summary}{drafts}").ok();
    Ok(errors > 0)
}
