//! The tables of policies: the policies themselves with their dates, issuers and other versions, and their cells.

use super::DataTable;
use super::columns::{Columns, refers};
use super::scope::Scope;
use crate::catalogue::{
    Basis, Event, EventKind, FocusIdx, OtherVersion, Period, Policy, PolicyIdx, RegionIdx, SourceIdx, Stage,
    StatementIdx, Strength, Version,
};
use crate::query::{Coded, DatumKind, Missing, Row, Unit};
use crate::words::{DatasetText as T, Text};

/// Every table of policies of a dataset.
pub(super) fn tables<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    let mut all = vec![policies(scope), events(scope), issuers(scope), versions(scope), cells(scope)];
    all.extend([cell_statements(scope), place_cell_statements(scope)]);
    if scope.unit() == Unit::Region {
        all.push(region_cells(scope));
    }
    all
}

/// A policy, and an item of one of its lists with its position.
type Nth<'s, X> = (PolicyIdx, usize, &'s X);

fn policies<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    // What a source outside the lens gives is no value of a view; the whole catalogue leaves nothing out.
    let seen = move |source: SourceIdx| scope.is_whole() || scope.outcome.lens.sees(source);
    let none = if scope.is_whole() { Missing::NotKnown } else { Missing::NoneInLens };
    let number = move |p: &'s Policy| p.number.as_ref().filter(|(_, source)| seen(*source));
    let period = move |p: &'s Policy| -> Option<&'s Period> { p.period.as_ref().filter(|it| seen(it.source)) };
    let at = move |i: PolicyIdx| -> &'s Policy { &catalogue[i] };
    Columns::<(usize, PolicyIdx)>::of("policies")
        .must("id", DatumKind::Text, move |(_, i)| &at(i).id)
        .must("position", DatumKind::Integer, |(n, _)| n + 1)
        .must("region", DatumKind::Text, move |(_, i)| &catalogue[at(i).region].code)
        .may("month", DatumKind::Month, Missing::NotKnown, move |(_, i)| at(i).month)
        .may("year", DatumKind::Integer, Missing::NotKnown, move |(_, i)| at(i).year)
        .must("stage", DatumKind::of::<Stage>(), move |(_, i)| at(i).stage)
        .both("title", move |(_, i)| Some(&at(i).title))
        .may("title_en_by", DatumKind::Category(TRANSLATORS.to_vec()), Missing::NotApplicable, move |(_, i)| {
            let [source, us] = TRANSLATORS;
            at(i).title.en.as_ref().map(|_| if at(i).title_en_is_ours { us } else { source })
        })
        .both("short", move |(_, i)| Some(&at(i).short))
        .may("number", DatumKind::Text, none, move |(_, i)| number(at(i)).map(|(value, _)| value))
        .may("number_source", DatumKind::Text, none, move |(_, i)| {
            number(at(i)).map(|(_, source)| &catalogue[*source].id)
        })
        .date("period_from", Some(none), move |(_, i)| period(at(i)).map(|it| it.from))
        .date("period_to", Some(none), move |(_, i)| period(at(i)).map(|it| it.to))
        .may("period_source", DatumKind::Text, none, move |(_, i)| period(at(i)).map(|it| &catalogue[it.source].id))
        .may("period_at", DatumKind::Text, none, move |(_, i)| period(at(i)).and_then(|it| it.at.as_ref()))
        .table(
            &["id"],
            &[
                refers(&["region"], "regions", &["code"]),
                refers(&["number_source"], "sources", &["id"]),
                refers(&["period_source"], "sources", &["id"]),
            ],
            move || scope.policies.iter().copied().enumerate(),
        )
}

/// Each item of a list of each policy in the scope: policy, position, item.
fn of_each<'s, X: 's>(
    scope: &'s Scope<'s>,
    list: impl Fn(&'s Policy) -> &'s [X] + Copy + 's,
) -> impl Iterator<Item = Nth<'s, X>> + 's {
    scope.policies.iter().flat_map(move |i| {
        let things: &'s [X] = list(&scope.catalogue[*i]);
        things.iter().zip(1..).map(move |(thing, n)| (*i, n, thing))
    })
}

fn events<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, Event>>::of("events")
        .must("policy", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("kind", DatumKind::of::<EventKind>(), |(_, _, e)| e.kind)
        .date("date", None, |(_, _, e)| Some(e.on))
        .must("version", DatumKind::of::<Version>(), |(_, _, e)| e.version)
        .must("gives_month", DatumKind::Boolean, move |(i, _, e)| {
            catalogue[i].dated_by().is_some_and(|given| std::ptr::eq(given, e)) && catalogue[i].month.is_some()
        })
        .must("source", DatumKind::Text, move |(_, _, e)| &catalogue[e.source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, |(_, _, e)| e.at.as_ref())
        .must("in_lens", DatumKind::Boolean, move |(_, _, e)| scope.outcome.lens.sees(e.source))
        .table(
            &["policy", "position"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["source"], "sources", &["id"])],
            move || of_each(scope, |policy| &policy.events),
        )
}

fn issuers<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let seen = move |source: SourceIdx| scope.outcome.lens.sees(source);
    Columns::<Nth<'s, (Text, SourceIdx)>>::of("issuers")
        .must("policy", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .both("name", |(_, _, (name, _))| Some(name))
        .must("source", DatumKind::Text, move |(_, _, (_, source))| &catalogue[*source].id)
        .must("in_lens", DatumKind::Boolean, move |(_, _, (_, source))| seen(*source))
        .table(
            &["policy", "position"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["source"], "sources", &["id"])],
            move || {
                of_each(scope, |policy| &policy.issuers)
                    .filter(move |(_, _, (_, source))| scope.is_whole() || seen(*source))
            },
        )
}

fn versions<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<Nth<'s, OtherVersion>>::of("versions")
        .must("policy", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("stage", DatumKind::of::<Stage>(), |(_, _, v)| v.stage)
        .both("title", |(_, _, v)| v.title.as_ref())
        .may("date_kind", DatumKind::of::<EventKind>(), Missing::NotKnown, |(_, _, v)| v.date.map(|(kind, _)| kind))
        .date("date", Some(Missing::NotKnown), |(_, _, v)| v.date.map(|(_, on)| on))
        .both("note", |(_, _, v)| v.note.as_ref())
        .must("source", DatumKind::Text, move |(_, _, v)| &catalogue[v.source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, |(_, _, v)| v.at.as_ref())
        .must("in_lens", DatumKind::Boolean, move |(_, _, v)| scope.outcome.lens.sees(v.source))
        .table(
            &["policy", "position"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["source"], "sources", &["id"])],
            move || of_each(scope, |policy| &policy.versions),
        )
}

/// Each policy with each focus.
fn policy_cells<'s>(scope: &'s Scope<'s>) -> impl Iterator<Item = (PolicyIdx, FocusIdx)> + 's {
    scope.policies.iter().flat_map(|i| scope.catalogue.focus_idxs().map(move |focus| (*i, focus)))
}

fn cells<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let cell = move |(i, focus): (PolicyIdx, FocusIdx)| scope.outcome.cell(Row::Policy(i), focus);
    Columns::<(PolicyIdx, FocusIdx)>::of("cells")
        .must("policy", DatumKind::Text, move |(i, _)| &catalogue[i].id)
        .must("focus", DatumKind::Text, move |(_, focus)| &catalogue[focus].id)
        .must("strength", DatumKind::of::<Strength>(), move |at| cell(at).strength)
        .may("basis", DatumKind::of::<Basis>(), Missing::NotApplicable, move |at| cell(at).basis)
        .must("open", DatumKind::Boolean, move |at| cell(at).open)
        .table(
            &["policy", "focus"],
            &[refers(&["policy"], "policies", &["id"]), refers(&["focus"], "focuses", &["id"])],
            move || policy_cells(scope),
        )
}

fn cell_statements<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<(PolicyIdx, FocusIdx, StatementIdx)>::of("cell_statements")
        .must("policy", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("focus", DatumKind::Text, move |(_, focus, _)| &catalogue[focus].id)
        .must("statement", DatumKind::Text, move |(_, _, i)| &catalogue[i].id)
        .table(
            &["policy", "focus", "statement"],
            &[
                refers(&["policy", "focus"], "cells", &["policy", "focus"]),
                refers(&["statement"], "statements", &["id"]),
            ],
            move || {
                let of_policy = |at: &(PolicyIdx, FocusIdx)| scope.outcome.cell(Row::Policy(at.0), at.1).basis;
                let named = policy_cells(scope).filter(move |at| of_policy(at) == Some(Basis::Policy));
                named.flat_map(move |(policy, focus)| {
                    let behind = scope.outcome.behind(scope.index, Row::Policy(policy), focus);
                    behind.into_iter().map(move |i| (policy, focus, i))
                })
            },
        )
}

/// The statements on places that cells rest on: once a place, since a row for each of its policies would grow with the
/// square of a catalogue.
fn place_cell_statements<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<(RegionIdx, FocusIdx, StatementIdx)>::of("place_cell_statements")
        .must("region", DatumKind::Text, move |(place, _, _)| &catalogue[place].code)
        .must("focus", DatumKind::Text, move |(_, focus, _)| &catalogue[focus].id)
        .must("statement", DatumKind::Text, move |(_, _, i)| &catalogue[i].id)
        .table(
            &["region", "focus", "statement"],
            &[
                refers(&["region"], "regions", &["code"]),
                refers(&["focus"], "focuses", &["id"]),
                refers(&["statement"], "statements", &["id"]),
            ],
            move || scope.outcome.said_of_places(scope.index, scope.policies.iter().copied()).into_iter(),
        )
}

fn region_cells<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let cell = move |(_, row, focus): (usize, Row, FocusIdx)| scope.outcome.cell(row, focus);
    Columns::<(usize, Row, FocusIdx)>::of("region_cells")
        .must("region", DatumKind::Text, move |(_, row, _)| &catalogue[row.region(catalogue)].code)
        .must("focus", DatumKind::Text, move |(_, _, focus)| &catalogue[focus].id)
        .must("position", DatumKind::Integer, |(n, _, _)| n + 1)
        .must("strength", DatumKind::of::<Strength>(), move |at| cell(at).strength)
        .may("basis", DatumKind::of::<Basis>(), Missing::NotApplicable, move |at| cell(at).basis)
        .must("open", DatumKind::Boolean, move |at| cell(at).open)
        .table(
            &["region", "focus"],
            &[refers(&["region"], "regions", &["code"]), refers(&["focus"], "focuses", &["id"])],
            move || {
                let rows = scope.rows.iter().enumerate();
                rows.flat_map(move |(n, row)| catalogue.focus_idxs().map(move |focus| (n, *row, focus)))
            },
        )
}

/// The translators of an English title.
const TRANSLATORS: [Coded; 2] = [Coded::new(0, "source", T::BySource.both()), Coded::new(1, "us", T::ByUs.both())];
