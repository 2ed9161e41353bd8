//! The tables about the catalogue and not about a row, and so the same for every view: its sources, milestones
//! and claims, its codebook, and the places that the other tables name.

use super::DataTable;
use super::columns::{Columns, refers};
use super::scope::Scope;
use crate::catalogue::{
    Check, Claim, Covers, EventKind, Focus, Milestone, MilestoneDate, PolicyIdx, RegionIdx, RegionKind, Source,
    SourceIdx, StatementIdx, Tier,
};
use crate::compare::Verdict;
use crate::edit::{CueAnswers, cue_answers};
use crate::query::{Coded, Datum, DatumKind, Ids, Missing, Vocabulary};
use crate::words::{DatasetText as T, Lang};

/// The tables that others refer to: focuses, places and sources.
pub(super) fn named<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    vec![focuses(scope), regions(scope), sources(scope), source_authors(scope)]
}

/// The tables beside the policies: coverage, milestones and claims.
pub(super) fn beside<'s>(scope: &'s Scope<'s>) -> Vec<DataTable<'s>> {
    let mut all =
        vec![coverage(scope), milestones(scope), milestone_dates(scope), claims(scope), claim_statements(scope)];
    // Where nobody was suggested anything there is nothing to judge cues by.
    all.extend(Some(suggestions(scope)).filter(|table| !table.is_empty()));
    all
}

fn focuses<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    Columns::of("focuses")
        .must("id", DatumKind::Text, |(_, focus): (usize, &'s Focus)| &focus.id)
        .must("position", DatumKind::Integer, |(n, _)| n + 1)
        .both("name", |(_, focus)| Some(&focus.name))
        .both("counts", |(_, focus)| Some(&focus.counts))
        .both("does_not_count", |(_, focus)| Some(&focus.does_not_count))
        .table(&["id"], &[], move || scope.catalogue.focuses.iter().enumerate())
}

fn regions<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::of("regions")
        .must("code", DatumKind::Text, move |place: RegionIdx| &catalogue[place].code)
        .both("name", move |place| Some(&catalogue[place].name))
        .must("short", DatumKind::Text, move |place| &catalogue[place].short)
        .must("tier", DatumKind::of::<Tier>(), move |place| catalogue[place].tier())
        .must("kind", DatumKind::of::<RegionKind>(), move |place| catalogue[place].kind)
        .may("parent", DatumKind::Text, Missing::NotApplicable, move |place| {
            catalogue[place].parent.map(|parent| &catalogue[parent].code)
        })
        .table(&["code"], &[refers(&["parent"], "regions", &["code"])], move || scope.regions.iter().copied())
}

fn sources<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    let at = move |i: SourceIdx| -> &'s Source { &catalogue[i] };
    Columns::of("sources")
        .must("id", DatumKind::Text, move |i: SourceIdx| &at(i).id)
        .must("in_lens", DatumKind::Boolean, move |i| scope.outcome.lens.sees(i))
        .must("is_default", DatumKind::Boolean, move |i| catalogue.default_sources.contains(&i))
        .must("grade", DatumKind::among(&catalogue.grades()), move |i| at(i).grade)
        .must("title", DatumKind::Text, move |i| &at(i).title)
        .may("container", DatumKind::Text, Missing::NotKnown, move |i| at(i).container.as_ref())
        .may("publisher", DatumKind::Text, Missing::NotKnown, move |i| at(i).publisher.as_ref())
        .date("published", Some(Missing::NotKnown), move |i| at(i).published)
        .may("address", DatumKind::Text, Missing::NotKnown, move |i| at(i).address.as_ref())
        .date("accessed", Some(Missing::NotApplicable), move |i| at(i).accessed)
        .may("copies", DatumKind::Integer, Missing::NotApplicable, move |i| at(i).copies)
        .must("covers", DatumKind::Category(COVERS.to_vec()), move |i| covers(&at(i).covers))
        .may("place", DatumKind::Text, Missing::NotKnown, move |i| at(i).place.as_ref())
        .table(&["id"], &[], move || catalogue.source_idxs())
}

/// The policies that a source covers.
pub(super) const COVERS: [Coded; 3] = [
    Coded::new(0, "all", T::CoversAll.both()),
    Coded::new(1, "policies", T::CoversPolicies.both()),
    Coded::new(2, "stated", T::CoversStated.both()),
];

pub(super) fn covers(covers: &Covers) -> Coded {
    let [all, policies, stated] = COVERS;
    match covers {
        Covers::All => all,
        Covers::Policies(_) => policies,
        Covers::Stated => stated,
    }
}

fn source_authors<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<(SourceIdx, usize, &'s String)>::of("source_authors")
        .must("source", DatumKind::Text, move |(i, _, _)| &catalogue[i].id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("name", DatumKind::Text, |(_, _, name)| name)
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
        .must("source", DatumKind::Text, move |(i, _): (SourceIdx, PolicyIdx)| &catalogue[i].id)
        .must("policy", DatumKind::Text, move |(_, policy)| &catalogue[policy].id)
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
        .must("id", DatumKind::Text, |m: &'s Milestone| &m.id)
        .must("who", DatumKind::Text, |m| &m.who)
        .both("what", |m| Some(&m.what))
        .table(&["id"], &[], move || scope.catalogue.milestones.iter())
}

type Dated<'s> = (&'s Milestone, usize, &'s MilestoneDate);

fn milestone_dates<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::of("milestone_dates")
        .must("milestone", DatumKind::Text, |(m, _, _): Dated<'s>| &m.id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .date("date", None, |(_, _, date)| Some(date.on))
        .must("source", DatumKind::Text, move |(_, _, date)| &catalogue[date.source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, |(_, _, date)| date.at.as_ref())
        .may("kind", DatumKind::of::<EventKind>(), Missing::NotKnown, |(_, _, date)| date.kind)
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
        let text = scope.checked(n).map(|it| it.found(catalogue, Ids::Told, lang))?;
        (!text.is_empty()).then_some(text)
    };
    Columns::of("claims")
        .must("id", DatumKind::Text, |(_, claim): (usize, &'s Claim)| &claim.id)
        .both("what", |(_, claim)| Some(&claim.what))
        .must("check", DatumKind::Category(CHECKS.to_vec()), |(_, claim)| check(&claim.check))
        .may("growth_from", DatumKind::Integer, Missing::NotApplicable, move |(_, claim)| growth(claim).map(|it| it.0))
        .may("growth_to", DatumKind::Integer, Missing::NotApplicable, move |(_, claim)| growth(claim).map(|it| it.1))
        .may("period_from", DatumKind::Month, Missing::NotApplicable, move |(_, claim)| period(claim).map(|it| it.0))
        .may("period_to", DatumKind::Month, Missing::NotApplicable, move |(_, claim)| period(claim).map(|it| it.1))
        .may("stated", DatumKind::Number, Missing::NotApplicable, move |(_, claim)| stated(claim))
        .may("named_statements", DatumKind::Integer, Missing::NotApplicable, |(_, claim)| match &claim.check {
            Check::Named { statements, .. } => Some(statements.len()),
            _ => None,
        })
        .must("verdict", DatumKind::of::<Verdict>(), move |(n, _)| {
            scope.checked(n).map_or(Verdict::CannotBeChecked, |it| it.verdict)
        })
        .may("found_zh", DatumKind::Text, Missing::NotApplicable, move |(n, _)| said(n, Lang::Zh))
        .may("found_en", DatumKind::Text, Missing::NotApplicable, move |(n, _)| said(n, Lang::En))
        .must("source", DatumKind::Text, move |(_, claim)| &catalogue[claim.source].id)
        .may("at", DatumKind::Text, Missing::NotKnown, |(_, claim)| claim.at.as_ref())
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
        .must("claim", DatumKind::Text, |(claim, _, _): (&'s Claim, usize, StatementIdx)| &claim.id)
        .must("position", DatumKind::Integer, |(_, n, _)| n)
        .must("statement", DatumKind::Text, move |(_, _, i)| &catalogue[i].id)
        .table(
            &["claim", "position"],
            &[refers(&["claim"], "claims", &["id"]), refers(&["statement"], "statements", &["id"])],
            move || {
                let each = move |claim| named(claim).iter().zip(1..).map(move |(i, n)| (claim, n, *i));
                catalogue.claims.iter().flat_map(each).filter(|(_, _, i)| scope.has_statement(*i))
            },
        )
}

fn suggestions<'s>(scope: &'s Scope<'s>) -> DataTable<'s> {
    let catalogue = scope.catalogue;
    Columns::<(CueAnswers<'s>, &'s str)>::of("suggestions")
        .must("focus", DatumKind::Text, move |(of, _)| &catalogue[of.focus].id)
        .must("cue", DatumKind::Text, |(_, cue)| cue)
        .must("accepted", DatumKind::Integer, |(of, _)| of.answers.accepted)
        .must("answered", DatumKind::Integer, |(of, _)| of.answers.accepted + of.answers.rejected)
        .must("found", DatumKind::Integer, |(of, _)| of.answers.found)
        .must("marks", DatumKind::Integer, |(of, _)| of.answers.marks)
        .table(&["focus", "cue"], &[refers(&["focus"], "focuses", &["id"])], move || {
            let answered = cue_answers(catalogue).into_iter().filter(|of| of.answers.precision().is_some());
            answered.filter_map(|of| Some((of, of.cue?)))
        })
}

/// The kinds of checks of a claim.
const CHECKS: [Coded; 7] = [
    Coded::new(0, "growth", T::CheckGrowth.both()),
    Coded::new(1, "in_period", T::CheckInPeriod.both()),
    Coded::new(2, "named", T::CheckNamed.both()),
    Coded::new(3, "share", T::CheckShare.both()),
    Coded::new(4, "all_focuses", T::CheckAllFocuses.both()),
    Coded::new(5, "similarity", T::CheckSimilarity.both()),
    Coded::new(6, "none", T::CheckNone.both()),
];

fn check(check: &Check) -> Coded {
    let [growth, in_period, named, share, all_focuses, similarity, none] = CHECKS;
    match check {
        Check::Growth { .. } => growth,
        Check::InPeriod { .. } => in_period,
        Check::Named { .. } => named,
        Check::Share { .. } => share,
        Check::AllFocuses => all_focuses,
        Check::Similarity => similarity,
        Check::Unchecked { .. } => none,
    }
}

impl Vocabulary for Verdict {
    const VALUES: &'static [Verdict] = &[Verdict::Agrees, Verdict::Differs, Verdict::CannotBeChecked, Verdict::Shown];

    fn coded(self) -> Coded {
        Coded::new(self as u8, self.id(), self.names())
    }
}
