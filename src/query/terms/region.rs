//! `region:` the place is one of these, or lies in it.

use super::count::{Counting, FacetValue, ValuesOf};
use super::cursor::{LineCursor, Parsed, Typed, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::sorted;
use crate::catalogue::{Catalogue, RegionFault, RegionIdx};
use crate::words::{Lang, UiText};

/// A place of a region term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegionPick {
    /// Code.
    pub code: String,
    /// The place alone, not what lies in it.
    pub alone: bool,
}

impl RegionPick {
    fn sign(&self) -> &'static str {
        if self.alone { "=" } else { "" }
    }
}

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<RegionPick>;

    const LABEL: Option<UiText> = Some(UiText::Region);

    const HOLD: Hold<Self::Values> = Hold::Filter(|picks, scope| {
        let regions = &scope.index.catalogue.regions;
        let picked = picks.iter().filter_map(|pick| Some((regions.by_code(&pick.code)?, pick.alone)));
        let picked: Vec<(RegionIdx, bool)> = picked.collect();
        Holds::places(scope, |region| {
            picked.iter().any(|(place, alone)| *place == region || (!alone && regions.contains(*place, region)))
        })
    });

    fn read(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Self::Values> {
        sorted(cursor, TermKey::Region, |typed| pick(&typed, names))
    }

    fn lacks(picks: &Self::Values, catalogue: &Catalogue) -> bool {
        picks.iter().any(|pick| catalogue.regions.by_code(&pick.code).is_none())
    }

    fn write(picks: &Self::Values, notation: Notation<'_>) -> String {
        let find = |catalogue: &Catalogue, code: &str, lang: Lang| {
            let place = catalogue.regions.by_code(code)?;
            let name = catalogue[place].name.get(lang);
            (catalogue.regions.find(name).ok() == Some(place)).then(|| name.to_owned())
        };
        let name = |pick: &RegionPick| notation.record(&pick.code, |catalogue, lang| find(catalogue, &pick.code, lang));
        notation.list(picks.iter().map(|pick| format!("{}{}", pick.sign(), name(pick))))
    }

    fn say(picks: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String {
        let name = |pick: &RegionPick| {
            let name = catalogue.regions.by_code(&pick.code).map(|place| catalogue[place].name.get(lang));
            let name = name.unwrap_or(&pick.code);
            if pick.alone { UiText::PlaceAlone.fill(lang, &[("place", &name)]) } else { name.to_owned() }
        };
        picks.iter().map(name).collect::<Vec<_>>().join(lang.comma())
    }

    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let catalogue = &*scope.index.catalogue;
        let upwards = move |place: RegionIdx| std::iter::successors(Some(place), |here| catalogue[*here].parent);
        let there = catalogue.regions.iter().map(|(place, _)| place).filter(|place| scope.has_place(*place));
        let mut listed: Vec<RegionIdx> = there.flat_map(upwards).collect();
        listed.sort_by(|a, b| catalogue[*a].code.cmp(&catalogue[*b].code));
        listed.dedup();
        let value = |place: &RegionIdx| FacetValue {
            depth: upwards(*place).count() - 1,
            ..FacetValue::new(&catalogue[*place].code, catalogue[*place].name.clone())
        };
        let values: Vec<FacetValue> = listed.iter().map(value).collect();
        // The position of each place that is listed.
        let mut at = vec![None; catalogue.regions.len()];
        for (place, position) in listed.iter().zip(0..) {
            if let Some(at) = at.get_mut(usize::from(place.0)) {
                *at = Some(position);
            }
        }
        let of = move |place: RegionIdx, found: &mut Vec<usize>| {
            found.extend(upwards(place).filter_map(|place| at.get(usize::from(place.0)).copied().flatten()));
        };
        Some(Counting { values, of: ValuesOf::Places(Box::new(of)) })
    }

    fn has(picks: &Self::Values, value: &str) -> bool {
        picks.iter().any(|pick| pick.code == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        flip(now, RegionPick { code: value.to_owned(), alone: false })
    }
}

/// Whether a word is written as the code of a place is.
fn is_code(word: &str) -> bool {
    word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn pick(typed: &Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<RegionPick> {
    let (alone, name) = match typed.text.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, typed.text.as_str()),
    };
    let kind = match catalogue.regions.find(name) {
        Ok(place) => return Ok(RegionPick { code: catalogue[place].code.clone(), alone }),
        Err(RegionFault::Unknown(_)) if and_others && is_code(name) => {
            return Ok(RegionPick { code: name.to_owned(), alone });
        }
        Err(RegionFault::Unknown(near)) => QueryFaultKind::UnknownValue(TermKey::Region, name.to_owned(), near),
        Err(RegionFault::Counted(counted)) => QueryFaultKind::CountedRegion(name.to_owned(), counted),
        Err(RegionFault::Ambiguous(codes)) => QueryFaultKind::AmbiguousRegion(name.to_owned(), codes),
    };
    fault(typed.column + usize::from(alone), kind)
}
