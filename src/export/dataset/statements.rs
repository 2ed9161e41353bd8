//! The tables of statements: each with its subject, focuses and keywords.

use super::DataTable;
use super::columns::{Columns, refers};
use super::scope::{Scope, ViewStanding};
use super::vocabulary::{LISTS, given_strengths, listed};
use crate::catalogue::{
    AssignedBy, FocusIdx, ListKind, Modality, Of, RegionIdx, Statement, StatementIdx, StatementKind, Version,
};
use crate::query::{Coded, Datum, DatumKind, Missing};
use crate::words::DatasetText as T;

/// Every table of statements of a dataset.
pub(super) fn tables<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    vec![statements(scope), places(scope), focuses(scope), keywords(scope)]
}

/// A statement, and an item of one of its lists with its position.
type Nth<'s, X> = (StatementIdx, usize, &'s X);

fn statements<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: StatementIdx| -> &'s Statement { &catalogue[i] };
    Columns::<(StatementIdx, ViewStanding)>::of("statements")
        .must("id", DatumKind::Text, move |(i, _)| &at(i).id)
        .must("standing", DatumKind::of::<ViewStanding>(), |(_, standing)| standing)
        .must("kind", DatumKind::of::<StatementKind>(), move |(i, _)| at(i).kind)
        .must("of", DatumKind::Category(OF.to_vec()), move |(i, _)| of(&at(i).of))
        .may("policy", DatumKind::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Policy(policy) => Some(&catalogue[*policy].id),
            _ => None,
        })
        .may("nation", DatumKind::Text, Missing::NotApplicable, move |(i, _)| match &at(i).of {
            Of::Nation(nation) => Some(nation),
            _ => None,
        })
        .may("strength", given_strengths(), Missing::NotApplicable, move |(i, _)| {
            at(i).strength.is_given().then(|| at(i).strength)
        })
        .must("list", DatumKind::Category(LISTS.to_vec()), move |(i, _)| listed(at(i).list))
        .may("list_total", DatumKind::Integer, Missing::NotApplicable, move |(i, _)| match at(i).list {
            ListKind::Partial(total) => Some(total),
            _ => None,
        })
        .may("assigned_by", DatumKind::of::<AssignedBy>(), Missing::NotApplicable, move |(i, _)| at(i).assigned_by)
        .must("version", DatumKind::of::<Version>(), move |(i, _)| at(i).version)
        .both("summary", move |(i, _)| Some(&at(i).summary))
        .may("quote", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).quote.as_ref())
        .both("watch", move |(i, _)| at(i).watch.as_deref())
        .may("value", DatumKind::Integer, Missing::NotApplicable, move |(i, _)| at(i).value)
        .may("at_least", DatumKind::Boolean, Missing::NotApplicable, move |(i, _)| {
            at(i).value.map(|_| Datum::Boolean(at(i).at_least))
        })
        .date("until", Some(Missing::NotApplicable), move |(i, _)| at(i).until)
        .must("source", DatumKind::Text, move |(i, _)| &catalogue[at(i).source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).at.as_ref())
        .may("coder", DatumKind::Text, Missing::NotKnown, move |(i, _)| at(i).coder.as_ref())
        .date("coded_on", Some(Missing::NotKnown), move |(i, _)| at(i).coded_on)
        .date("from", Some(Missing::NotApplicable), move |(i, _)| at(i).from)
        .may("modality", DatumKind::of::<Modality>(), Missing::NotKnown, move |(i, _)| at(i).modality)
        .table(
            &["id"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["source"], "sources", &["id"])],
            move || scope.statements.iter().copied(),
        )
}

/// Each item of a list of each statement in the scope: statement, position, item.
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
        .must("statement", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("region", DatumKind::Text, move |(_, _, place)| &catalogue[*place].code)
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
        .must("statement", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("focus", DatumKind::Text, move |(_, _, focus)| &catalogue[*focus].id)
        .table(
            &["statement", "focus"],
            &[refers(&["statement"], "statements", &["id"]), refers(&["focus"], "focuses", &["id"])],
            move || of_each(scope, |statement| &statement.focuses),
        )
}

fn keywords<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, String>>::of("statement_keywords")
        .must("statement", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("keyword", DatumKind::Text, |(_, _, keyword)| keyword)
        .table(&["statement", "position"], &[refers(&["statement"], "statements", &["id"])], move || {
            of_each(scope, |statement| &statement.keywords)
        })
}

/// The kinds of subject of a statement.
const OF: [Coded; 5] = [
    Coded::new(0, "policy", T::OfPolicy.both()),
    Coded::new(1, "regions", T::OfRegions.both()),
    Coded::new(2, "nation", T::OfNation.both()),
    Coded::new(3, "unnamed", T::OfUnnamed.both()),
    Coded::new(4, "all", T::OfAll.both()),
];

fn of(of: &Of) -> Coded {
    let [policy, regions, nation, unnamed, all] = OF;
    match of {
        Of::Policy(_) => policy,
        Of::Regions(_) => regions,
        Of::Nation(_) => nation,
        Of::Unnamed => unnamed,
        Of::All => all,
    }
}
