//! The tables of statements: each with what it speaks of, the focuses it takes up and its terms.

use super::columns::{Columns, refers, values};
use super::policies::own_versions;
use super::scope::{Scope, Standing};
use super::vocabulary::{given_strengths, kinds, list_id, lists, modalities, sorters};
use super::{DataTable, Datum, Missing, Type};
use crate::catalogue::{FocusIdx, ListKind, Of, RegionIdx, Statement, StatementIdx};
use crate::words::DatasetText as T;

/// Every table of statements of a dataset.
pub(super) fn tables<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    vec![statements(scope), places(scope), focuses(scope), keywords(scope)]
}

/// A statement, n, and the n-th of one of its lists.
type Nth<'s, X> = (StatementIdx, usize, &'s X);

fn statements<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: StatementIdx| -> &'s Statement { &catalogue[i] };
    Columns::<(StatementIdx, Standing)>::of("statements")
        .must("id", Type::Text, move |(i, _)| &at(i).id)
        .must("standing", standings(), |(_, standing)| Datum::Category(standing.id()))
        .must("kind", kinds(), move |(i, _)| Datum::Category(at(i).kind.id()))
        .must("of", of(), move |(i, _)| Datum::Category(of_id(&at(i).of)))
        .may("policy", Type::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Policy(policy) => Some(&catalogue[*policy].id),
            _ => None,
        })
        .may("nation", Type::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Nation(nation) => Some(nation),
            _ => None,
        })
        .may("strength", given_strengths(), Missing::NotApplicable, move |(i, _)| {
            at(i).strength.is_given().then(|| Datum::Category(at(i).strength.id()))
        })
        .must("list", lists(), move |(i, _)| Datum::Category(list_id(at(i).list)))
        .may("list_total", Type::Integer, Missing::NotApplicable, move |(i, _)| match at(i).list {
            ListKind::Partial(total) => Some(total),
            _ => None,
        })
        .may("assigned_by", sorters(), Missing::NotApplicable, move |(i, _)| {
            at(i).assigned_by.map(|by| Datum::Category(by.id()))
        })
        .must("version", own_versions(), move |(i, _)| Datum::Category(at(i).version.id()))
        .both("summary", move |(i, _)| Some(&at(i).summary))
        .may("quote", Type::Text, Missing::NotKnown, move |(i, _)| at(i).quote.as_ref())
        .both("watch", move |(i, _)| at(i).watch.as_ref())
        .may("value", Type::Integer, Missing::NotApplicable, move |(i, _)| at(i).value)
        .may("at_least", Type::Boolean, Missing::NotApplicable, move |(i, _)| {
            at(i).value.map(|_| Datum::Boolean(at(i).at_least))
        })
        .date("until", Some(Missing::NotApplicable), move |(i, _)| at(i).until)
        .must("source", Type::Text, move |(i, _)| &catalogue[at(i).source].id)
        .may("at", Type::Text, Missing::NotKnown, move |(i, _)| at(i).at.as_ref())
        .may("coder", Type::Text, Missing::NotKnown, move |(i, _)| at(i).coder.as_ref())
        .date("coded_on", Some(Missing::NotKnown), move |(i, _)| at(i).coded_on)
        .date("from", Some(Missing::NotApplicable), move |(i, _)| at(i).from)
        .may("modality", modalities(), Missing::NotKnown, move |(i, _)| {
            at(i).modality.map(|modality| Datum::Category(modality.id()))
        })
        .table(
            &["id"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["source"], "sources", &["id"])],
            move || scope.statements.iter().copied(),
        )
}

/// Of each statement in the scope its n-th of a list: statement, n, thing.
fn of_each<'s, X: 's>(
    scope: &'s Scope<'s>,
    list: impl Fn(&'s Statement) -> &'s [X] + Copy + 's,
) -> impl Iterator<Item = Nth<'s, X>> + 's {
    scope.statements.iter().flat_map(move |(i, _)| {
        let things: &'s [X] = list(&scope.catalogue[*i]);
        things.iter().zip(1..).map(move |(thing, n)| (*i, n, thing))
    })
}

fn places<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, RegionIdx>>::of("statement_places")
        .must("statement", Type::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", Type::Integer, |(_, n, _)| n)
        .must("region", Type::Text, move |(_, _, place)| &catalogue[*place].code)
        .table(
            &["statement", "position"],
            &[refers(&["statement"], "statements", &["id"]), refers(&["region"], "regions", &["code"])],
            move || {
                of_each(scope, |statement| match &statement.of {
                    Of::Regions(places) => places,
                    _ => &[],
                })
            },
        )
}

fn focuses<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, FocusIdx>>::of("statement_focuses")
        .must("statement", Type::Text, move |(i, _, _)| &catalogue[i].id)
        .must("focus", Type::Text, move |(_, _, focus)| &catalogue[*focus].id)
        .table(
            &["statement", "focus"],
            &[refers(&["statement"], "statements", &["id"]), refers(&["focus"], "focuses", &["id"])],
            move || of_each(scope, |statement| &statement.focuses),
        )
}

fn keywords<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, String>>::of("statement_keywords")
        .must("statement", Type::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", Type::Integer, |(_, n, _)| n)
        .must("keyword", Type::Text, |(_, _, keyword)| keyword)
        .table(&["statement", "position"], &[refers(&["statement"], "statements", &["id"])], move || {
            of_each(scope, |statement| &statement.keywords)
        })
}

fn of_id(of: &Of) -> &'static str {
    match of {
        Of::Policy(_) => "policy",
        Of::Regions(_) => "regions",
        Of::Nation(_) => "nation",
        Of::Unnamed => "unnamed",
        Of::All => "all",
    }
}

fn of() -> Type {
    values(&[
        ("policy", T::OfPolicy),
        ("regions", T::OfRegions),
        ("nation", T::OfNation),
        ("unnamed", T::OfUnnamed),
        ("all", T::OfAll),
    ])
}

pub(super) fn standings() -> Type {
    let all = [Standing::Counted, Standing::Shown, Standing::OtherVersion, Standing::NotInView];
    let words = [T::StandingCounted, T::StandingShown, T::StandingOtherVersion, T::StandingNotInView];
    values(&all.map(Standing::id).into_iter().zip(words).collect::<Vec<_>>())
}
