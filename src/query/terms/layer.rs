//! `layer:` the policy is of one of these files of a stack.

use super::count::{Counting, FacetValue, ValuesOf};
use super::cursor::{LineCursor, Parsed, Typed, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use super::values::{quote, sorted};
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, FileIdx, LayerInfo, LayerKind};
use crate::words::{Lang, LayerText as Q, Text, UiText};

/// A part of a stack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayerPick {
    /// The catalogue below the layers.
    Base,
    /// Every layer of the user's own.
    Own,
    /// The layer with this tag.
    Tag(String),
}

impl LayerPick {
    const BASE: &'static str = "base";

    fn id(&self) -> &str {
        match self {
            LayerPick::Base => LayerPick::BASE,
            LayerPick::Own => LayerKind::Own.id(),
            LayerPick::Tag(tag) => tag,
        }
    }

    fn find(word: &str) -> Option<LayerPick> {
        let is =
            |id: &str, name: Q| [id, name.get(Lang::Zh), name.get(Lang::En)].contains(&word.to_lowercase().as_str());
        if is(LayerPick::BASE, Q::Base) {
            return Some(LayerPick::Base);
        }
        is(LayerKind::Own.id(), Q::Own).then_some(LayerPick::Own)
    }

    fn is(&self, layer: Option<&LayerInfo>) -> bool {
        match (self, layer) {
            (LayerPick::Base, layer) => layer.is_none(),
            (LayerPick::Own, Some(layer)) => layer.kind == LayerKind::Own,
            (LayerPick::Tag(tag), Some(layer)) => layer.tag == *tag,
            (_, None) => false,
        }
    }

    fn name(&self, catalogue: &Catalogue, lang: Lang) -> String {
        match self {
            LayerPick::Base => Q::Base.get(lang).to_owned(),
            LayerPick::Own => Q::Own.get(lang).to_owned(),
            LayerPick::Tag(tag) => {
                let file = catalogue.files.iter().find(|file| self.is(file.layer.as_ref()) && file.layer.is_some());
                file.map_or_else(|| tag.clone(), |file| file.head.title.get(lang).to_owned())
            }
        }
    }
}

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Vec<LayerPick>;

    const LABEL: Option<UiText> = Some(UiText::Layer);

    const HOLD: Hold<Self::Values> = Hold::Filter(|picks, scope| {
        let catalogue = &scope.index.catalogue;
        let is_picked = |file: &FileIdx| picks.iter().any(|pick| pick.is(catalogue.layer(*file)));
        Holds::Policies(scope.facts().policies.of_seats(|seat| seat.files.iter().any(is_picked)))
    });

    fn read(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Self::Values> {
        sorted(cursor, TermKey::Layer, |typed| pick(typed, names))
    }

    fn lacks(picks: &Self::Values, catalogue: &Catalogue) -> bool {
        let tags = |tag: &String| catalogue.files.iter().any(|file| file.layer.as_ref().is_some_and(|l| l.tag == *tag));
        picks.iter().any(|pick| matches!(pick, LayerPick::Tag(tag) if !tags(tag)))
    }

    fn write(picks: &Self::Values, notation: Notation<'_>) -> String {
        notation.list(picks.iter().map(|pick| match pick {
            LayerPick::Base => notation.value(LayerPick::BASE, |lang| Q::Base.get(lang)).to_owned(),
            LayerPick::Own => notation.value(LayerKind::Own.id(), |lang| Q::Own.get(lang)).to_owned(),
            LayerPick::Tag(tag) => quote(tag),
        }))
    }

    fn say(picks: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String {
        picks.iter().map(|pick| pick.name(catalogue, lang)).collect::<Vec<_>>().join(lang.comma())
    }

    /// One file alone has no layers to choose among.
    fn count<'a>(scope: &Scope<'a>) -> Option<Counting<'a>> {
        let catalogue = &scope.index.catalogue;
        let pick = |layer: Option<&LayerInfo>| layer.map_or(LayerPick::Base, |layer| LayerPick::Tag(layer.tag.clone()));
        // As they lie upon each other, the base first: tags are drawn by lot.
        let values = catalogue.files.iter().map(|file| {
            let pick = pick(file.layer.as_ref());
            let name = Text::both(&pick.name(catalogue, Lang::Zh), &pick.name(catalogue, Lang::En));
            FacetValue::new(pick.id(), name)
        });
        let values: Vec<FacetValue> = values.collect();
        if values.is_empty() {
            return None;
        }
        let policies = &scope.facts().policies;
        let place = |FileIdx(file): &FileIdx| usize::from(*file);
        let at: Vec<Vec<usize>> = policies.seats().iter().map(|seat| seat.files.iter().map(place).collect()).collect();
        let of =
            move |policy, found: &mut Vec<usize>| found.extend(at.get(policies.seat(policy)).into_iter().flatten());
        Some(Counting { values, of: ValuesOf::Policies(Box::new(of)) })
    }

    fn has(picks: &Self::Values, value: &str) -> bool {
        picks.iter().any(|pick| pick.id() == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, _: &Catalogue) -> Toggled<Self::Values> {
        flip(now, LayerPick::find(value).unwrap_or_else(|| LayerPick::Tag(value.to_owned())))
    }
}

fn pick(typed: Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<LayerPick> {
    if let Some(pick) = LayerPick::find(&typed.text) {
        return Ok(pick);
    }
    let pick = LayerPick::Tag(typed.text);
    if and_others || !Kind::lacks(&vec![pick.clone()], catalogue) {
        return Ok(pick);
    }
    let LayerPick::Tag(tag) = pick else { return Ok(pick) };
    let layers = catalogue.files.iter().filter_map(|file| Some(file.layer.as_ref()?.tag.as_str()));
    let near = nearest(&tag, layers.chain([LayerPick::BASE, LayerKind::Own.id()])).map(str::to_owned);
    fault(typed.column, QueryFaultKind::UnknownValue(TermKey::Layer, tag, near))
}
