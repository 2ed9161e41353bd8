//! `stage:` the policy is at one of these stages.

use super::count::{Counting, FacetValue, ValuesOf, position};
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::{named, sorted};
use crate::catalogue::{Catalogue, Stage};
use crate::words::{Lang, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<Stage>;

    const LABEL: Option<UiText> = Some(UiText::Stage);

    const HOLD: Hold<Self::Values> =
        Hold::Filter(|stages, scope| Holds::Policies(scope.facts().policies.of_stages(|stage| stages.contains(stage))));

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        let known = || Stage::ALL.iter().map(|stage| stage.id());
        sorted(cursor, TermKey::Stage, |typed| named(TermKey::Stage, typed, Stage::find, known()))
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(stages: &Self::Values, notation: Notation<'_>) -> String {
        notation.list(stages.iter().map(|stage| notation.value(stage.id(), |lang| stage.name(lang))))
    }

    fn say(stages: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        stages.iter().map(|stage| stage.name(lang)).collect::<Vec<_>>().join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let policies = &scope.facts().policies;
        let there = Stage::ALL.iter().filter(|stage| policies.has_stage(**stage));
        let mut values: Vec<FacetValue> =
            there.map(|stage| FacetValue::named(stage.id(), |lang| stage.name(lang))).collect();
        values.sort_by(|a, b| a.id.cmp(&b.id));
        let at: Vec<(Stage, Option<usize>)> =
            Stage::ALL.iter().map(|stage| (*stage, position(&values, stage.id()))).collect();
        let of = move |policy, found: &mut Vec<usize>| {
            let own = policies.stage(policy);
            found.extend(at.iter().filter(|(stage, _)| Some(*stage) == own).filter_map(|(_, at)| *at));
        };
        Some(Counting { values, of: ValuesOf::Policies(Box::new(of)) })
    }

    fn has(stages: &Self::Values, value: &str) -> bool {
        stages.iter().any(|stage| stage.id() == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Stage::find(value).map_or(Toggled::Same, |stage| flip(now, stage))
    }
}
