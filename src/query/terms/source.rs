//! `source:` the lens sees these sources.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed, Typed, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::{quote, sorted};
use crate::catalogue::kinds::ANY;
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, Grade, Source};
use crate::words::{Lang, UiText};

/// A source of the lens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourcePick {
    /// Every source.
    Any,
    /// Every source of a grade.
    Grade(Grade),
    /// One source by id.
    Id(String),
}

impl SourcePick {
    /// The id of the source or of the grade, or the word for every source.
    fn id(&self) -> &str {
        match self {
            SourcePick::Any => ANY[0],
            SourcePick::Grade(grade) => grade.id(),
            SourcePick::Id(id) => id,
        }
    }

    fn is(&self, source: &Source) -> bool {
        match self {
            SourcePick::Any => true,
            SourcePick::Grade(grade) => source.grade == *grade,
            SourcePick::Id(id) => source.id == *id,
        }
    }
}

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<SourcePick>;

    const LABEL: Option<UiText> = Some(UiText::Source);

    const HOLD: Hold<Self::Values> = Hold::Lens(|picks, catalogue, lens| {
        lens.sources = catalogue.sources.iter().map(|source| picks.iter().any(|pick| pick.is(source))).collect();
    });

    fn read(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Self::Values> {
        sorted(cursor, TermKey::Source, |typed| pick(typed, names))
    }

    fn lacks(picks: &Self::Values, catalogue: &Catalogue) -> bool {
        picks.iter().any(|pick| matches!(pick, SourcePick::Id(id) if catalogue.find_source(id).is_none()))
    }

    fn write(picks: &Self::Values, notation: Notation<'_>) -> String {
        let name = |pick: &SourcePick| match pick {
            SourcePick::Any => notation.value(ANY[0], |_| ANY[1]).to_owned(),
            SourcePick::Grade(grade) => notation.value(grade.id(), |lang| grade.name(lang)).to_owned(),
            SourcePick::Id(id) => quote(id),
        };
        notation.list(picks.iter().map(name))
    }

    fn say(picks: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String {
        let name = |pick: &SourcePick| match pick {
            SourcePick::Any => Notation::Named(catalogue, lang).value(ANY[0], |_| ANY[1]).to_owned(),
            SourcePick::Grade(grade) => grade.name(lang).to_owned(),
            SourcePick::Id(id) => id.clone(),
        };
        picks.iter().map(name).collect::<Vec<_>>().join(lang.comma())
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(picks: &Self::Values, value: &str) -> bool {
        picks.iter().any(|pick| pick.id() == value)
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}

fn pick(typed: Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<SourcePick> {
    if ANY.contains(&typed.text.to_lowercase().as_str()) {
        return Ok(SourcePick::Any);
    }
    if let Some(grade) = Grade::find(&typed.text) {
        return Ok(SourcePick::Grade(grade));
    }
    if let Some(found) = catalogue.find_source(&typed.text) {
        return Ok(SourcePick::Id(catalogue[found].id.clone()));
    }
    if and_others {
        return Ok(SourcePick::Id(typed.text));
    }
    let known = catalogue.sources.iter().map(|s| s.id.as_str()).chain(Grade::ALL.iter().map(|g| g.id()));
    let near = nearest(&typed.text, known).map(str::to_owned);
    fault(typed.column, QueryFaultKind::UnknownValue(TermKey::Source, typed.text, near))
}
