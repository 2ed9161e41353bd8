//! The step of a place: its location, its five focuses, its policies, and its distinctions from the others.

use super::content::{Content, FocusMark, Part, PolicyLine, TalkingPoint};
use super::maker::Maker;
use super::silent;
use crate::catalogue::{FocusIdx, OtherVersion, PolicyIdx, RegionIdx, StatementIdx, StatementKind, Strength};
use crate::compare::Bearing;
use crate::query::{NamedShare, StatementWords, Tally};
use crate::walk::Layer;
use crate::words::{Lang, StageText as T};

/// The fewest compared places for "only" to be said of a focus; at most one in so many may state it.
const FEW: usize = 3;

/// The places of a walk by their cell of a focus.
struct Stand {
    /// Places that state it.
    stated: Vec<RegionIdx>,
    /// The number of places that a source in sight covers or speaks of.
    covered: usize,
    /// The number of places that no source in sight covers or speaks of.
    not_assessed: usize,
    /// The count of places that state it.
    told: Tally,
}

/// The places of the walk and this one; where these are too few to compare, those of the result.
fn compared(maker: &Maker<'_>, place: RegionIdx) -> Vec<RegionIdx> {
    let catalogue = maker.catalogue();
    let known = maker.among.iter().filter_map(|code| catalogue.regions.by_code(code));
    let mut places: Vec<RegionIdx> = known.chain([place]).collect();
    places.sort_unstable();
    places.dedup();
    if places.len() < 3 {
        places.extend(maker.places.rows.iter().map(|row| row.region(catalogue)));
        places.sort_unstable();
        places.dedup();
    }
    places
}

/// The content of a place.
pub fn region(maker: &Maker<'_>, place: RegionIdx) -> Option<Content> {
    match maker.layer {
        Layer::Face => Some(marks(maker, place)),
        Layer::Statements => statements(maker, place),
    }
}

/// `四川省 · 副省级市`.
fn where_it_is(maker: &Maker<'_>, place: RegionIdx) -> String {
    let region = &maker.catalogue()[place];
    let parent = region.parent.map(|parent| maker.catalogue()[parent].name.get(maker.lang));
    parent.into_iter().chain([region.kind.name(maker.lang)]).collect::<Vec<_>>().join(" · ")
}

fn marks(maker: &Maker<'_>, place: RegionIdx) -> Content {
    let catalogue = maker.catalogue();
    let bearing = Bearing::of(maker.index, &maker.places, place);
    let stands = stands(maker, place);
    let focuses = catalogue.focus_idxs().zip(&stands).map(|(focus, stand)| FocusMark {
        name: maker.focus(focus).to_owned(),
        short: Some(catalogue[focus].short.get(maker.lang))
            .filter(|short| !short.is_empty())
            .map_or_else(|| maker.focus(focus).to_owned(), str::to_owned),
        color: usize::from(focus.0),
        cell: bearing.cell(focus),
        share: NamedShare::of(&maker.places.cells, &bearing.policies, focus),
        of: stand.words(maker),
        does: does(maker, place, &bearing, focus).unwrap_or_default(),
    });
    let mut parts = vec![Part::Focuses(focuses.collect())];
    if !bearing.is_in_result && maker.view.query.filters() {
        let n = compared(maker, place).len();
        parts.push(Part::Small(maker.say(T::NotInResult, &[("n", &n)])));
    }
    parts.extend(not_assessed(maker, &stands));
    if bearing.cells.iter().all(|cell| !cell.strength.is_stated()) {
        parts.push(Part::Strong(silent::sentence(maker, place, &bearing)));
        let rest: Vec<StatementIdx> =
            maker.statements_of(place, &bearing.policies).into_iter().filter(|i| maker.holds(*i)).collect();
        if !rest.is_empty() {
            // What narrows them is on the statements, one key away.
            let bare = |i| TalkingPoint { notes: Vec::new(), ..maker.statement(i) };
            parts.push(Part::Points(rest.into_iter().map(bare).collect()));
        }
    }
    parts.extend(policies(maker, place, &bearing));
    let apart = apart(maker, place, &bearing, &stands);
    if !apart.is_empty() {
        parts.push(Part::Heading(T::Apart.get(maker.lang).to_owned()));
        parts.push(Part::Points(apart));
    }
    let mut content = maker.content(catalogue[place].name.get(maker.lang).to_owned(), parts);
    // The name of a place stands on its step, whatever the step is called.
    content.under = if content.title == catalogue[place].name.get(maker.lang) {
        where_it_is(maker, place)
    } else {
        format!("{} · {}", catalogue[place].name.get(maker.lang), where_it_is(maker, place))
    };
    content.map = maker.map(place);
    content.has_floors = stands.iter().any(|stand| stand.told.is_floor);
    content
}

/// The deed of a place under a focus, by the statement that speaks of it most closely. All of them are one key away.
fn does(maker: &Maker<'_>, place: RegionIdx, bearing: &Bearing, focus: FocusIdx) -> Option<String> {
    if !bearing.cell(focus).strength.is_stated() {
        return None;
    }
    let catalogue = maker.catalogue();
    let tells = |i: &StatementIdx| {
        let s = &catalogue[*i];
        s.focuses.contains(&focus) && s.kind.counts() && s.strength.is_stated() && maker.holds(*i)
    };
    let said = maker.statements_of(place, &bearing.policies).into_iter().filter(tells);
    let closest = said.min_by_key(|i| {
        let s = &catalogue[*i];
        (!maker.names_a_policy(*i), maker.places_of(*i).len(), s.focuses.len(), *i)
    })?;
    let summary = StatementWords::of(catalogue, closest, maker.lang).summary.trim_end_matches(['。', '.']);
    let places = maker.places_of(closest).into_iter().filter(|other| *other != place);
    let others: Vec<&str> = places.map(|other| maker.short(other)).collect();
    // Of several places a summary may say no more than how many they are.
    if others.iter().all(|other| summary.contains(other)) {
        return Some(summary.to_owned());
    }
    Some(maker.say(T::DoesWith, &[("does", &summary), ("places", &maker.list(&others))]))
}

fn stands(maker: &Maker<'_>, place: RegionIdx) -> Vec<Stand> {
    let places = compared(maker, place);
    let bearings: Vec<(RegionIdx, Bearing)> =
        places.into_iter().map(|place| (place, Bearing::of(maker.index, &maker.places, place))).collect();
    let stand = |focus: FocusIdx| {
        let cells = || bearings.iter().map(|(place, bearing)| (*place, bearing.cell(focus)));
        let covered = cells().filter(|(_, cell)| cell.is_assessed()).count();
        let stated: Vec<RegionIdx> =
            cells().filter(|(_, cell)| cell.strength.is_stated()).map(|(place, _)| place).collect();
        let is_open = maker.places.cells.is_open(focus, Strength::Mentioned);
        Stand {
            told: Tally::of(stated.len(), bearings.len(), is_open),
            stated,
            covered,
            not_assessed: bearings.len() - covered,
        }
    };
    maker.catalogue().focus_idxs().map(stand).collect()
}

impl Stand {
    fn words(&self, maker: &Maker<'_>) -> String {
        let text = if self.told.count == 0 && self.covered > 0 { T::OfPlacesSilent } else { T::OfPlaces };
        maker.say(text, &[("k", &self.told), ("n", &self.covered)])
    }
}

/// The places that the denominators leave out, once for all focuses; none where there is no such place.
fn not_assessed(maker: &Maker<'_>, stands: &[Stand]) -> Option<Part> {
    let of = || stands.iter().map(|stand| stand.not_assessed);
    let (least, most) = (of().min()?, of().max()?);
    let text = if least == most { T::OfNotAssessed } else { T::OfNotAssessedUpTo };
    (most > 0).then(|| Part::Small(maker.say(text, &[("m", &most)])))
}

/// Its policies; those without bearing on the marks are counted.
fn policies(maker: &Maker<'_>, place: RegionIdx, bearing: &Bearing) -> Vec<Part> {
    let mut parts = Vec::new();
    if bearing.policies.is_empty() && bearing.left_out.is_empty() {
        if !maker.index.of_region(place).is_empty() {
            parts.push(Part::Text(maker.say(T::NoPolicies, &[("place", &maker.short(place))])));
        }
    } else {
        parts.push(Part::Heading(maker.say(T::Policies, &[("n", &bearing.policies.len())])));
        let lines: Vec<PolicyLine> = bearing.policies.iter().map(|policy| policy_line(maker, *policy)).collect();
        if !lines.is_empty() {
            parts.push(Part::Policies(lines));
        }
        if !bearing.left_out.is_empty() {
            parts.push(Part::Small(maker.say(T::LeftOut, &[("n", &bearing.left_out.len())])));
        }
    }
    parts
}

fn policy_line(maker: &Maker<'_>, i: PolicyIdx) -> PolicyLine {
    let policy = &maker.catalogue()[i];
    let mut facts = vec![policy.month_words(maker.lang), policy.stage.name(maker.lang).to_owned()];
    if let Some(period) = policy.period.as_ref().filter(|period| maker.places.lens.sees(period.source)) {
        facts.push(maker.say(T::Period, &[("from", &period.from), ("to", &period.to)]));
    }
    if maker.lang == Lang::En && policy.title.en.is_some() && policy.title_en_is_ours {
        facts.push(T::OurTranslation.get(maker.lang).to_owned());
    }
    PolicyLine {
        title: policy.title.get(maker.lang).to_owned(),
        stage: policy.stage,
        facts,
        later: policy.later_versions().map(|version| later(maker, version)).collect(),
    }
}

/// A later version, which is another text: its stage, date and source.
fn later(maker: &Maker<'_>, version: &OtherVersion) -> String {
    let lang = maker.lang;
    let grade = maker.catalogue()[version.source].grade.name(lang);
    let mut facts: Vec<String> = Vec::new();
    if let Some((event, on)) = version.date {
        facts.push(maker.say(T::VersionEvent, &[("on", &on), ("event", &event.name(lang))]));
    }
    facts.push(maker.say(T::FromGrade, &[("grade", &grade)]));
    if !maker.places.lens.sees(version.source) {
        facts.push(T::OutOfLens.get(lang).to_owned());
    }
    maker.say(T::LaterVersion, &[("stage", &version.stage.name(lang)), ("facts", &facts.join(" · "))])
}

/// Its emphases, and the focuses that it alone or few of the compared places state.
fn apart(maker: &Maker<'_>, place: RegionIdx, bearing: &Bearing, stands: &[Stand]) -> Vec<TalkingPoint> {
    let emphasis = |i: &StatementIdx| maker.catalogue()[*i].kind == StatementKind::Emphasis && maker.holds(*i);
    let said = maker.statements_of(place, &bearing.policies);
    let mut points: Vec<TalkingPoint> = said.into_iter().filter(emphasis).map(|i| maker.statement(i)).collect();
    for (focus, stand) in maker.catalogue().focus_idxs().zip(stands) {
        let (k, n) = (stand.stated.len(), stand.covered);
        let is_rare = stand.stated.contains(&place) && n >= FEW && k * FEW <= n;
        if is_rare {
            let names: Vec<&str> = stand.stated.iter().map(|place| maker.short(*place)).collect();
            let text = match k {
                1 if stand.told.is_floor => maker.say(T::AloneNamedOfWalk, &[("n", &n)]),
                1 => maker.say(T::AloneOfWalk, &[("n", &n)]),
                _ if stand.told.is_floor => {
                    maker.say(T::FewNamedOfWalk, &[("k", &k), ("n", &n), ("names", &maker.list(&names))])
                }
                _ => maker.say(T::FewOfWalk, &[("k", &k), ("n", &n), ("names", &maker.list(&names))]),
            };
            points.push(TalkingPoint {
                lead: maker.focus(focus).to_owned(),
                color: Some(usize::from(focus.0)),
                text,
                ..TalkingPoint::default()
            });
        }
    }
    points
}

/// The statements of the sources in sight on it, and below them the ones on another version.
fn statements(maker: &Maker<'_>, place: RegionIdx) -> Option<Content> {
    let catalogue = maker.catalogue();
    let bearing = Bearing::of(maker.index, &maker.places, place);
    let name = catalogue[place].name.get(maker.lang);
    let all = maker.statements_of(place, &bearing.policies);
    let rank = |i: &StatementIdx| {
        let s = &catalogue[*i];
        (s.focuses.is_empty(), s.focuses.first().copied(), !maker.names_a_policy(*i), !s.kind.counts(), *i)
    };
    let (mut own, other): (Vec<StatementIdx>, Vec<StatementIdx>) = all.into_iter().partition(|i| maker.holds(*i));
    own.sort_by_key(rank);
    let points: Vec<TalkingPoint> = own.into_iter().chain(other).map(|i| of_place(maker, i, place)).collect();
    if points.is_empty() {
        return None;
    }
    let mut content = maker.content(maker.say(T::Statements, &[("place", &name)]), vec![Part::Points(points)]);
    if !maker.slide.name.is_empty() {
        content.under = maker.say(T::Statements, &[("place", &name)]);
    }
    Some(content)
}

/// A statement on a place, with the other places that it speaks of.
fn of_place(maker: &Maker<'_>, i: StatementIdx, place: RegionIdx) -> TalkingPoint {
    let mut point = maker.statement(i);
    let places = maker.places_of(i);
    let others: Vec<&str> = places.iter().filter(|other| **other != place).map(|other| maker.short(*other)).collect();
    if !others.is_empty() {
        point.notes.insert(0, maker.say(T::With, &[("places", &maker.list(&others))]));
    }
    point
}
