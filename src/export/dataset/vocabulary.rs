//! The vocabularies in which statements are coded, with the meaning of each value.

use crate::catalogue::{AssignedBy, Basis, Catalogue, ListKind, Modality, StatementKind, Strength};
use crate::query::{Coded, DatumKind, Vocabulary};
use crate::words::{DatasetText as T, DefinitionText as D, Text};

/// A vocabulary with definitions of its values.
pub struct DefinedVocabulary {
    /// The key of a variable that holds it.
    pub key: &'static str,
    /// Its name in both languages.
    pub name: Text,
    /// Its values, in order.
    pub values: Vec<Coded>,
}

/// Every vocabulary with definitions, with the values that a catalogue may have.
pub fn vocabularies(catalogue: &Catalogue) -> Vec<DefinedVocabulary> {
    vec![
        of::<Strength>("strength", D::OfStrength),
        of::<StatementKind>("kind", D::OfKind),
        made("list", D::OfList, LISTS.to_vec()),
        of::<Basis>("basis", D::OfBasis),
        among("grade", D::OfGrade, &catalogue.grades()),
        of::<Modality>("modality", D::OfModality),
        of::<AssignedBy>("assigned_by", D::OfAssignedBy),
    ]
}

fn of<V: Vocabulary>(key: &'static str, name: D) -> DefinedVocabulary {
    among(key, name, V::VALUES)
}

fn among<V: Vocabulary>(key: &'static str, name: D, values: &[V]) -> DefinedVocabulary {
    made(key, name, values.iter().map(|value| value.coded()).collect())
}

fn made(key: &'static str, name: D, values: Vec<Coded>) -> DefinedVocabulary {
    let [zh, en] = name.both();
    DefinedVocabulary { key, name: Text::both(zh, en), values }
}

/// Strengths that a statement gives: silence is a finding about a source and no statement.
pub(super) fn given_strengths() -> DatumKind {
    let given: Vec<Strength> = Strength::ALL.iter().copied().filter(|strength| strength.is_given()).collect();
    DatumKind::among(&given)
}

/// The kinds of completeness of a list.
pub(super) const LISTS: [Coded; 3] = [
    Coded::new(0, "closed", T::ListClosed.both()).defined(D::ListClosed),
    Coded::new(1, "open", T::ListOpen.both()).defined(D::ListOpen),
    Coded::new(2, "partial", T::ListPartial.both()).defined(D::ListPartial),
];

pub(super) fn listed(list: ListKind) -> Coded {
    let [closed, open, partial] = LISTS;
    match list {
        ListKind::Closed => closed,
        ListKind::Open => open,
        ListKind::Partial(_) => partial,
    }
}
