//! `tier:` the rank of government of the place is one of these.

use super::count::{Counting, FacetValue, ValuesOf, position};
use super::cursor::{LineCursor, Parsed};
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::{named, sorted};
use crate::catalogue::{Catalogue, RegionIdx, Tier};
use crate::words::{Lang, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<Tier>;

    const LABEL: Option<UiText> = Some(UiText::Tier);

    const HOLD: Hold<Self::Values> = Hold::Filter(|tiers, scope| {
        let regions = &scope.index.catalogue.regions;
        Holds::places(scope, |region| tiers.contains(&regions[region].tier()))
    });

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        let known = || Tier::ALL.iter().map(|tier| tier.id());
        sorted(cursor, TermKey::Tier, |typed| named(TermKey::Tier, typed, Tier::find, known()))
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(tiers: &Self::Values, notation: Notation<'_>) -> String {
        notation.list(tiers.iter().map(|tier| notation.value(tier.id(), |lang| tier.name(lang))))
    }

    fn say(tiers: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        tiers.iter().map(|tier| tier.name(lang)).collect::<Vec<_>>().join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let regions = &scope.index.catalogue.regions;
        let is_there = |tier: Tier| regions.iter().any(|(place, r)| r.tier() == tier && scope.has_place(place));
        let there = Tier::ALL.iter().filter(|tier| is_there(**tier));
        let has_above = regions.iter().any(|(place, r)| r.is_sub_provincial() && scope.has_place(place));
        let name = |tier: Tier, lang: Lang| match tier {
            // The sub-provincial cities are told by that name elsewhere, and belong here.
            Tier::City if has_above => UiText::TierCityWithAbove.get(lang),
            _ => tier.name(lang),
        };
        let mut values: Vec<FacetValue> =
            there.map(|tier| FacetValue::named(tier.id(), |lang| name(*tier, lang))).collect();
        values.sort_by(|a, b| a.id.cmp(&b.id));
        let at: Vec<Option<usize>> = regions.iter().map(|(_, region)| position(&values, region.tier().id())).collect();
        let of = move |place: RegionIdx, found: &mut Vec<usize>| {
            found.extend(at.get(usize::from(place.0)).copied().flatten());
        };
        Some(Counting { values, of: ValuesOf::Places(Box::new(of)) })
    }

    fn has(tiers: &Self::Values, value: &str) -> bool {
        tiers.iter().any(|tier| tier.id() == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Tier::find(value).map_or(Toggled::Same, |tier| flip(now, tier))
    }
}
