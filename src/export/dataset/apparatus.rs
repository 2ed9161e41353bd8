//! The tables that are about the catalogue and not about a row, and so the same for every view: its sources, milestones
//! and claims, its codebook, and the places that the other tables name.

use super::columns::{Columns, category, refers, values};
use super::scope::Scope;
use super::vocabulary::grades;
use super::{DataTable, Datum, Missing, Type};
use crate::catalogue::{
    Check, Claim, Covers, EventKind, Focus, Milestone, MilestoneDate, PolicyIdx, RegionIdx, RegionKind, Source,
    SourceIdx, StatementIdx, Tier,
};
use crate::compare::Verdict;
use crate::words::{DatasetText as T, Lang};

/// What other tables name: focuses, places and sources.
pub(super) fn named<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    vec![focuses(scope), regions(scope), sources(scope), source_authors(scope)]
}

/// What stands beside the policies: coverage, milestones and claims.
pub(super) fn beside<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    vec![coverage(scope), milestones(scope), milestone_dates(scope), claims(scope), claim_statements(scope)]
}

fn focuses<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    Columns::of("focuses")
        .must("id", Type::Text, |(_, focus): (usize, &'s Focus)| &focus.id)
        .must("position", Type::Integer, |(n, _)| n + 1)
        .both("name", |(_, focus)| Some(&focus.name))
        .both("counts", |(_, focus)| Some(&focus.counts))
        .both("does_not_count", |(_, focus)| Some(&focus.does_not_count))
        .table(&["id"], &[], move || scope.catalogue.focuses.iter().enumerate())
}

fn regions<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::of("regions")
        .must("code", Type::Text, move |place: RegionIdx| &catalogue[place].code)
        .both("name", move |place| Some(&catalogue[place].name))
        .must("short", Type::Text, move |place| &catalogue[place].short)
        .must("tier", category(Tier::ALL, Tier::id, Tier::name), move |place| {
            Datum::Category(catalogue[place].tier().id())
        })
        .must("kind", category(RegionKind::ALL, RegionKind::id, RegionKind::name), move |place| {
            Datum::Category(catalogue[place].kind.id())
        })
        .may("parent", Type::Text, Missing::NotApplicable, move |place| {
            catalogue[place].parent.map(|parent| &catalogue[parent].code)
        })
        .table(&["code"], &[refers(&["parent"], "regions", &["code"])], move || scope.regions.iter().copied())
}

fn sources<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: SourceIdx| -> &'s Source { &catalogue[i] };
    Columns::of("sources")
        .must("id", Type::Text, move |i: SourceIdx| &at(i).id)
        .must("in_lens", Type::Boolean, move |i| scope.outcome.lens.sees(i))
        .must("is_default", Type::Boolean, move |i| catalogue.default_sources.contains(&i))
        .must("grade", grades(), move |i| Datum::Category(at(i).grade.id()))
        .must("title", Type::Text, move |i| &at(i).title)
        .may("container", Type::Text, Missing::NotKnown, move |i| at(i).container.as_ref())
        .may("publisher", Type::Text, Missing::NotKnown, move |i| at(i).publisher.as_ref())
        .date("published", Some(Missing::NotKnown), move |i| at(i).published)
        .may("address", Type::Text, Missing::NotKnown, move |i| at(i).address.as_ref())
        .date("accessed", Some(Missing::NotApplicable), move |i| at(i).accessed)
        .may("copies", Type::Integer, Missing::NotApplicable, move |i| at(i).copies)
        .must("covers", coverages(), move |i| Datum::Category(covers_id(&at(i).covers)))
        .table(&["id"], &[], move || catalogue.source_idxs())
}

pub(super) fn covers_id(covers: &Covers) -> &'static str {
    match covers {
        Covers::All => "all",
        Covers::Policies(_) => "policies",
        Covers::Stated => "stated",
    }
}

pub(super) fn coverages() -> Type {
    values(&[("all", T::CoversAll), ("policies", T::CoversPolicies), ("stated", T::CoversStated)])
}

fn source_authors<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<(SourceIdx, usize, &'s String)>::of("source_authors")
        .must("source", Type::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", Type::Integer, |(_, n, _)| n)
        .must("name", Type::Text, |(_, _, name)| name)
        .table(&["source", "position"], &[refers(&["source"], "sources", &["id"])], move || {
            catalogue
                .source_idxs()
                .flat_map(move |i| catalogue[i].authors.iter().zip(1..).map(move |(name, n)| (i, n, name)))
        })
}

fn coverage<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let listed = move |i: SourceIdx| -> &'s [PolicyIdx] {
        match &catalogue[i].covers {
            Covers::Policies(list) => list,
            Covers::All | Covers::Stated => &[],
        }
    };
    Columns::of("coverage")
        .must("source", Type::Text, move |(i, _): (SourceIdx, PolicyIdx)| &catalogue[i].id)
        .must("policy", Type::Text, move |(_, policy)| &catalogue[policy].id)
        .table(
            &["source", "policy"],
            &[refers(&["source"], "sources", &["id"]), refers(&["policy"], "policies", &["id"])],
            move || {
                let each = move |i| listed(i).iter().filter(|p| scope.has_policy(**p)).map(move |p| (i, *p));
                catalogue.source_idxs().flat_map(each)
            },
        )
}

fn milestones<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    Columns::of("milestones")
        .must("id", Type::Text, |m: &'s Milestone| &m.id)
        .must("who", Type::Text, |m| &m.who)
        .both("what", |m| Some(&m.what))
        .table(&["id"], &[], move || scope.catalogue.milestones.iter())
}

type Dated<'s> = (&'s Milestone, usize, &'s MilestoneDate);

fn milestone_dates<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::of("milestone_dates")
        .must("milestone", Type::Text, |(m, _, _): Dated<'s>| &m.id)
        .must("position", Type::Integer, |(_, n, _)| n)
        .date("date", None, |(_, _, date)| Some(date.on))
        .must("source", Type::Text, move |(_, _, date)| &catalogue[date.source].id)
        .may("at", Type::Text, Missing::NotKnown, |(_, _, date)| date.at.as_ref())
        .may("kind", category(EventKind::ALL, EventKind::id, EventKind::name), Missing::NotKnown, |(_, _, date)| {
            date.kind.map(|kind| Datum::Category(kind.id()))
        })
        .table(
            &["milestone", "position"],
            &[refers(&["milestone"], "milestones", &["id"]), refers(&["source"], "sources", &["id"])],
            move || {
                let each = |m: &'s Milestone| m.dates.iter().zip(1..).map(move |(date, n)| (m, n, date));
                catalogue.milestones.iter().flat_map(each)
            },
        )
}

fn claims<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let growth = |claim: &Claim| match claim.check {
        Check::Growth { from, to, stated } => Some((from, to, stated)),
        _ => None,
    };
    let period = |claim: &Claim| match claim.check {
        Check::InPeriod { from, to } => Some((from, to)),
        _ => None,
    };
    let stated = move |claim: &Claim| match claim.check {
        Check::Named { stated, .. } | Check::Growth { stated, .. } => Some(Datum::Tenths(i64::from(stated) * 10)),
        Check::Share { stated, .. } => stated.map(|percent| Datum::Tenths(percent.tenths.into())),
        _ => None,
    };
    let said = move |n: usize, lang: Lang| -> Option<String> {
        let text = scope.checked(n).map(|it| it.found(catalogue, lang))?;
        (!text.is_empty()).then_some(text)
    };
    Columns::of("claims")
        .must("id", Type::Text, |(_, claim): (usize, &'s Claim)| &claim.id)
        .both("what", |(_, claim)| Some(&claim.what))
        .must("check", checks(), |(_, claim)| Datum::Category(check_id(&claim.check)))
        .may("growth_from", Type::Integer, Missing::NotApplicable, move |(_, claim)| growth(claim).map(|it| it.0))
        .may("growth_to", Type::Integer, Missing::NotApplicable, move |(_, claim)| growth(claim).map(|it| it.1))
        .may("period_from", Type::Month, Missing::NotApplicable, move |(_, claim)| period(claim).map(|it| it.0))
        .may("period_to", Type::Month, Missing::NotApplicable, move |(_, claim)| period(claim).map(|it| it.1))
        .may("stated", Type::Number, Missing::NotApplicable, move |(_, claim)| stated(claim))
        .may("named_statements", Type::Integer, Missing::NotApplicable, |(_, claim)| match &claim.check {
            Check::Named { statements, .. } => Some(statements.len()),
            _ => None,
        })
        .must("verdict", verdict_values(), move |(n, _)| {
            Datum::Category(scope.checked(n).map_or(Verdict::CannotBeChecked, |it| it.verdict).id())
        })
        .may("found_zh", Type::Text, Missing::NotApplicable, move |(n, _)| said(n, Lang::Zh))
        .may("found_en", Type::Text, Missing::NotApplicable, move |(n, _)| said(n, Lang::En))
        .must("source", Type::Text, move |(_, claim)| &catalogue[claim.source].id)
        .may("at", Type::Text, Missing::NotKnown, |(_, claim)| claim.at.as_ref())
        .table(&["id"], &[refers(&["source"], "sources", &["id"])], move || catalogue.claims.iter().enumerate())
}

fn claim_statements<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let named = |claim: &'s Claim| -> &'s [StatementIdx] {
        match &claim.check {
            Check::Named { statements, .. } => statements,
            _ => &[],
        }
    };
    Columns::of("claim_statements")
        .must("claim", Type::Text, |(claim, _, _): (&'s Claim, usize, StatementIdx)| &claim.id)
        .must("position", Type::Integer, |(_, n, _)| n)
        .must("statement", Type::Text, move |(_, _, i)| &catalogue[i].id)
        .table(
            &["claim", "position"],
            &[refers(&["claim"], "claims", &["id"]), refers(&["statement"], "statements", &["id"])],
            move || {
                let each = move |claim| named(claim).iter().zip(1..).map(move |(i, n)| (claim, n, *i));
                catalogue.claims.iter().flat_map(each).filter(|(_, _, i)| scope.has_statement(*i))
            },
        )
}

fn check_id(check: &Check) -> &'static str {
    match check {
        Check::Growth { .. } => "growth",
        Check::InPeriod { .. } => "in_period",
        Check::Named { .. } => "named",
        Check::Share { .. } => "share",
        Check::AllFocuses => "all_focuses",
        Check::Similarity => "similarity",
        Check::Unchecked { .. } => "none",
    }
}

fn checks() -> Type {
    values(&[
        ("growth", T::CheckGrowth),
        ("in_period", T::CheckInPeriod),
        ("named", T::CheckNamed),
        ("share", T::CheckShare),
        ("all_focuses", T::CheckAllFocuses),
        ("similarity", T::CheckSimilarity),
        ("none", T::CheckNone),
    ])
}

fn verdict_values() -> Type {
    category(&[Verdict::Agrees, Verdict::Differs, Verdict::CannotBeChecked, Verdict::Shown], Verdict::id, Verdict::name)
}
