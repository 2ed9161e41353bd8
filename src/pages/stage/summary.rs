//! The last step: k of n by focus, the emphasis of each place, gaps, and the claims that differ.

use super::content::{Bar, BarList, Content, Part, TalkingPoint, Tone};
use super::maker::Maker;
use super::tables::{nothing, totals};
use crate::catalogue::{RegionIdx, StatementIdx, StatementKind};
use crate::compare::{CheckedClaim, Verdict, claims};
use crate::query::{FocusCount, Ids, floor_means, focus_counts};
use crate::words::{FigureText, StageText as T};

/// The content of the summary.
pub fn summary(maker: &Maker<'_>) -> Content {
    let rows = maker.places.rows.len();
    let mut parts = match rows {
        0 => nothing(maker),
        _ => {
            let counts = focus_counts(maker.index, &maker.view.query, &maker.places);
            let mut parts = vec![Part::Bars(by_focus(maker, &counts))];
            parts.extend(floors(maker, &counts));
            parts.extend(silent(maker));
            parts.extend(emphases(maker));
            parts
        }
    };
    parts.extend(differing(maker));
    let mut content = maker.content(T::Summary.get(maker.lang).to_owned(), parts);
    if rows > 0 {
        content.under = maker.say(T::SummaryUnder, &[("k", &rows)]);
    }
    content
}

/// The meaning of ≥, and the totals of the sources themselves.
fn floors(maker: &Maker<'_>, counts: &[FocusCount]) -> Option<Part> {
    let means = floor_means(counts.iter(), maker.lang).map(str::to_owned);
    let notes = means.into_iter().chain([totals(maker, counts.iter())]).filter(|note| !note.is_empty());
    let notes = notes.collect::<Vec<_>>().join(maker.lang.semicolon());
    (!notes.is_empty()).then_some(Part::Small(notes))
}

fn by_focus(maker: &Maker<'_>, counts: &[FocusCount]) -> BarList {
    let most = counts.iter().map(|count| count.covered + count.not_assessed).max().unwrap_or(0);
    let bar = |count: &FocusCount| {
        let color = usize::from(count.focus.0);
        let values: [(&str, &dyn std::fmt::Display); 5] = [
            ("k", &count.stated),
            ("n", &count.covered),
            ("p", &count.by_policy),
            ("r", &count.by_place),
            ("m", &count.not_assessed),
        ];
        let is_silent = count.stated.count == 0 && count.covered > 0;
        let text = match (is_silent, count.not_assessed) {
            (true, 0) => T::OfPlacesSilent,
            (true, _) => T::OfPlacesSilentMore,
            (false, 0) => T::ByBasis,
            (false, _) => T::ByBasisMore,
        };
        Bar {
            name: maker.focus(count.focus).to_owned(),
            color: Some(color),
            parts: vec![(count.by_policy, Tone::Focus(color)), (count.by_place, Tone::FocusLine(color))],
            words: maker.say(text, &values),
        }
    };
    BarList { legend: Vec::new(), rows: counts.iter().map(bar).collect(), most }
}

/// The places of the result that a statement speaks of or whose policy it names.
fn whose(maker: &Maker<'_>, i: StatementIdx) -> Vec<RegionIdx> {
    let rows = &maker.places.rows;
    let inside = |place: &RegionIdx| rows.binary_search(&crate::query::Row::Region(*place)).is_ok();
    maker.places_of(i).into_iter().filter(inside).collect()
}

fn emphases(maker: &Maker<'_>) -> Vec<Part> {
    let is = |i: &StatementIdx| maker.catalogue()[*i].kind == StatementKind::Emphasis && maker.holds(*i);
    let mut found: Vec<(RegionIdx, StatementIdx)> = Vec::new();
    for i in maker.index.counted().iter().copied().filter(is) {
        found.extend(whose(maker, i).into_iter().map(|place| (place, i)));
    }
    found.sort_unstable();
    if found.is_empty() {
        return vec![Part::Text(T::EmphasesNone.get(maker.lang).to_owned())];
    }
    let point = |(place, i): &(RegionIdx, StatementIdx)| TalkingPoint {
        cell: None,
        lead: maker.short(*place).to_owned(),
        ..maker.statement(*i)
    };
    vec![
        Part::Heading(T::Emphases.get(maker.lang).to_owned()),
        Part::Points(found.iter().take(super::maker::MOST_ROWS).map(point).collect()),
    ]
}

/// The places without a stated focus, and the focuses stated of no place.
fn silent(maker: &Maker<'_>) -> Vec<Part> {
    let (catalogue, places) = (maker.catalogue(), &maker.places);
    let stated = |row: &crate::query::Row, focus| places.cell(*row, focus).strength.is_stated();
    let silent: Vec<&str> = places
        .rows
        .iter()
        .filter(|row| !catalogue.focus_idxs().any(|focus| stated(row, focus)))
        .map(|row| maker.short(row.region(catalogue)))
        .collect();
    let nobody: Vec<&str> = catalogue
        .focus_idxs()
        .filter(|focus| !places.rows.iter().any(|row| stated(row, *focus)))
        .map(|focus| maker.focus(focus))
        .collect();
    let n = places.rows.len();
    if silent.is_empty() && nobody.is_empty() {
        return vec![Part::Text(maker.say(T::SilentNone, &[("n", &n)]))];
    }
    let mut parts = vec![Part::Heading(T::Silent.get(maker.lang).to_owned())];
    if !silent.is_empty() {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("n", &n), ("k", &silent.len()), ("names", &maker.list(&silent))];
        parts.push(Part::Text(maker.say(T::SilentPlaces, &values)));
    }
    if !nobody.is_empty() {
        parts.push(Part::Text(maker.say(T::SilentFocuses, &[("focuses", &maker.list(&nobody))])));
    }
    parts
}

/// The claims of the sources in sight that differ from the catalogue's values; the others are counted. They are about all
/// places: a show of some has none of them.
fn differing(maker: &Maker<'_>) -> Vec<Part> {
    if maker.view.query.filters() {
        return Vec::new();
    }
    let (catalogue, lang) = (maker.catalogue(), maker.lang);
    let seen =
        |checked: &CheckedClaim| checked.claim(catalogue).is_some_and(|claim| maker.places.lens.sees(claim.source));
    let all: Vec<CheckedClaim> = claims(maker.index).into_iter().filter(seen).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let point = |checked: &CheckedClaim| {
        let claim = checked.claim(catalogue)?;
        Some(TalkingPoint {
            lead: checked.verdict.name(lang).to_owned(),
            text: claim.what.get(lang).to_owned(),
            notes: vec![FigureText::NameAndState.fill(
                lang,
                &[("name", &checked.ground(lang)), ("state", &checked.found(catalogue, Ids::Untold, lang))],
            )],
            source: maker.source_line(claim.source, claim.at.as_deref()),
            ..TalkingPoint::default()
        })
    };
    let of = |verdict: Verdict| all.iter().filter(move |checked| checked.verdict == verdict);
    let mut parts = vec![Part::Heading(T::ClaimsDiffer.get(lang).to_owned())];
    match of(Verdict::Differs).count() {
        0 => parts.push(Part::Text(T::ClaimsNone.get(lang).to_owned())),
        _ => parts.push(Part::Points(of(Verdict::Differs).filter_map(point).collect())),
    }
    let [agree, cannot, shown] =
        [Verdict::Agrees, Verdict::CannotBeChecked, Verdict::Shown].map(|verdict| of(verdict).count());
    if agree + cannot + shown > 0 {
        parts.push(Part::Small(maker.say(T::ClaimsRest, &[("agree", &agree), ("cannot", &cannot), ("shown", &shown)])));
    }
    parts
}
