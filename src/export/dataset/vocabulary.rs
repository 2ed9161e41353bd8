//! The vocabularies in which statements are coded, as types of variables: each value with its name and its definition.

use super::words::text;
use super::{Category, Type};
use crate::catalogue::{AssignedBy, Basis, Grade, ListKind, Modality, StatementKind, Strength};
use crate::words::{DatasetText as T, DefinitionText as D, Lang, Text};

/// A vocabulary with what each of its values means.
pub struct Vocabulary {
    /// The key of a variable that holds it.
    pub key: &'static str,
    /// Its name in both languages.
    pub name: Text,
    /// Its values, in order.
    pub values: Vec<Category>,
}

/// Every vocabulary that has definitions.
pub fn vocabularies() -> Vec<Vocabulary> {
    let all = [
        ("strength", D::OfStrength, strengths()),
        ("kind", D::OfKind, kinds()),
        ("list", D::OfList, lists()),
        ("basis", D::OfBasis, bases()),
        ("grade", D::OfGrade, grades()),
        ("modality", D::OfModality, modalities()),
        ("assigned_by", D::OfAssignedBy, sorters()),
    ];
    let made = |(key, name, kind): (&'static str, D, Type)| Vocabulary {
        key,
        name: both(name),
        values: kind.categories().to_vec(),
    };
    all.map(made).into_iter().collect()
}

fn both(words: D) -> Text {
    Text::both(words.get(Lang::Zh), words.get(Lang::En))
}

fn defined<V: Copy>(all: &[V], id: fn(V) -> &'static str, name: fn(V, Lang) -> &'static str, what: fn(V) -> D) -> Type {
    let value = |value: &V| Category {
        id: id(*value),
        label: Text::both(name(*value, Lang::Zh), name(*value, Lang::En)),
        definition: Some(both(what(*value))),
    };
    Type::Category(all.iter().map(value).collect())
}

pub(super) fn strengths() -> Type {
    defined(Strength::ALL, Strength::id, Strength::name, Strength::definition)
}

/// Strengths that a statement gives: silence is a finding about a source and no statement.
pub(super) fn given_strengths() -> Type {
    let given: Vec<Strength> = Strength::ALL.iter().copied().filter(|strength| strength.is_given()).collect();
    defined(&given, Strength::id, Strength::name, Strength::definition)
}

pub(super) fn kinds() -> Type {
    defined(StatementKind::ALL, StatementKind::id, StatementKind::name, StatementKind::definition)
}

pub(super) fn bases() -> Type {
    defined(Basis::ALL, Basis::id, Basis::name, Basis::definition)
}

pub(super) fn grades() -> Type {
    defined(Grade::ALL, Grade::id, Grade::name, Grade::definition)
}

pub(super) fn modalities() -> Type {
    defined(Modality::ALL, Modality::id, Modality::name, Modality::definition)
}

pub(super) fn sorters() -> Type {
    defined(AssignedBy::ALL, AssignedBy::id, AssignedBy::name, AssignedBy::definition)
}

pub(super) fn list_id(list: ListKind) -> &'static str {
    match list {
        ListKind::Closed => "closed",
        ListKind::Open => "open",
        ListKind::Partial(_) => "partial",
    }
}

pub(super) fn lists() -> Type {
    let all =
        [(ListKind::Closed, T::ListClosed), (ListKind::Open, T::ListOpen), (ListKind::Partial(0), T::ListPartial)];
    let value = |(list, name): (ListKind, T)| Category {
        id: list_id(list),
        label: text(name),
        definition: Some(both(list.definition())),
    };
    Type::Category(all.map(value).to_vec())
}
