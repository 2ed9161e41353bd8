//! Counts that moved, with the rows that moved them: each policy and place is assigned to its counts on both sides.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::pair::{Pair, Seen, Side};
use super::records::Found;
use super::touches::{On, Touch, Touches};
use super::{Cause, CountChange, CountKind, CountTerm, Counts, Measure, NamedRow, UnreadQuery};
use crate::catalogue::{Basis, ById, FocusIdx, List, Month};
use crate::query::{Cell, FocusMode, Focuses, Index, Query, Row, Tally, Test, Unit, parse, write};
use crate::words::Text;

/// A count, in the order of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Found(Rows),
    All(Rows),
    Focus(usize, Rows, Measure),
    /// Unknown months last.
    Month(bool, Option<Month>),
    Region(usize),
}

/// The kind of rows of a count, places first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rows {
    Places,
    Policies,
}

/// The two numbers of a count and the rows that make the difference, true for those that entered.
#[derive(Default)]
struct Moved {
    old: usize,
    new: usize,
    rows: Vec<(usize, bool)>,
}

/// Counts a query on both sides.
pub(super) fn counts(old: &Index, new: &Index, query: &str, found: &Found) -> Result<Counts, UnreadQuery> {
    let read = |index: &Index| {
        parse(query, &index.catalogue).map_err(|fault| UnreadQuery {
            query: query.to_owned(),
            release: index.catalogue.release.clone(),
            fault,
        })
    };
    let (after, before) = (read(new)?, read(old)?);
    let line = write(&after);
    if found.changes.is_empty() {
        return Ok(Counts { query: line, moved: Vec::new() });
    }
    let pair = Pair::of(Seen::of(old, before), Seen::of(new, after));
    let mut all: BTreeMap<Key, Moved> = BTreeMap::new();
    for rows in [Rows::Places, Rows::Policies] {
        let positions = match rows {
            Rows::Places => pair.places.len(),
            Rows::Policies => pair.policies.len(),
        };
        for at in 0..positions {
            let (before, after) = (keys(&pair, Side::Old, rows, at), keys(&pair, Side::New, rows, at));
            for key in &before {
                let moved = all.entry(*key).or_default();
                moved.old += 1;
                if !after.contains(key) {
                    moved.rows.push((at, false));
                }
            }
            for key in &after {
                let moved = all.entry(*key).or_default();
                moved.new += 1;
                if !before.contains(key) {
                    moved.rows.push((at, true));
                }
            }
        }
    }
    all.retain(|_, moved| !moved.rows.is_empty());
    let mut why = Why::new(&pair, found);
    let moved = all.into_iter().map(|(key, moved)| CountChange {
        unit: match key.rows() {
            Rows::Places => Unit::Region,
            Rows::Policies => Unit::Policy,
        },
        of: counted(&pair, key),
        old: told(&pair, Side::Old, key, moved.old),
        new: told(&pair, Side::New, key, moved.new),
        terms: why.terms(key, &moved.rows),
    });
    Ok(Counts { query: line, moved: moved.collect() })
}

/// A number of a count on one side: the number that state a focus is a floor where lists are open.
fn told(pair: &Pair<'_>, side: Side, key: Key, count: usize) -> Tally {
    let Key::Focus(at, rows, Measure::Stated) = key else { return Tally { count, is_floor: false } };
    let seen = pair.seen(side);
    let base = match rows {
        Rows::Places => &seen.places_base,
        Rows::Policies => &seen.policies_base,
    };
    let focus = pair.focuses.on(side, at).map(|n| FocusIdx(n as u8));
    let is_open = focus.is_some_and(|focus| base.cells.is_open(focus, seen.query.strength()));
    Tally::of(count, base.rows.len(), is_open)
}

impl Key {
    fn rows(self) -> Rows {
        match self {
            Key::Found(rows) | Key::All(rows) | Key::Focus(_, rows, _) => rows,
            Key::Month(..) | Key::Region(_) => Rows::Policies,
        }
    }
}

/// The counts of a policy or place, on one side.
fn keys(pair: &Pair<'_>, side: Side, rows: Rows, at: usize) -> Vec<Key> {
    let seen = pair.seen(side);
    let catalogue = seen.catalogue();
    let mut keys = Vec::new();
    let (row, is_found, base) = match rows {
        Rows::Policies => {
            let Some(policy) = pair.policy(side, at) else {
                return keys;
            };
            keys.push(Key::All(rows));
            let is_found = Seen::has_policy(&seen.policies, policy);
            if is_found {
                let month = catalogue[policy].month;
                keys.push(Key::Month(month.is_none(), month));
                keys.extend(pair.place_of(side, policy).map(Key::Region));
            }
            let base = Seen::has_policy(&seen.policies_base, policy).then_some(&seen.policies_base);
            (Row::Policy(policy), is_found, base)
        }
        Rows::Places => {
            let Some(place) = pair.place(side, at) else {
                return keys;
            };
            if Seen::has_place(&seen.all_places, place) {
                keys.push(Key::All(rows));
            }
            let base = Seen::has_place(&seen.places_base, place).then_some(&seen.places_base);
            (Row::Region(place), Seen::has_place(&seen.places, place), base)
        }
    };
    if is_found {
        keys.push(Key::Found(rows));
    }
    if let Some(base) = base {
        for focus in catalogue.focus_idxs() {
            let cell = base.cell(row, focus);
            let at = pair.focus(side, focus);
            keys.extend(
                at.into_iter().flat_map(|at| measures(cell, &seen.query).map(move |m| Key::Focus(at, rows, m))),
            );
        }
    }
    keys
}

/// The numbers of a focus in which a cell counts.
fn measures(cell: Cell, query: &Query) -> impl Iterator<Item = Measure> + use<> {
    let assessed = if cell.is_assessed() { Measure::Covered } else { Measure::NotAssessed };
    let basis = match cell.basis {
        Some(Basis::Policy) => Measure::ByPolicy,
        _ => Measure::ByPlace,
    };
    let stated = (cell.strength >= query.strength()).then_some([Measure::Stated, basis]);
    std::iter::once(assessed).chain(stated.into_iter().flatten())
}

fn counted(pair: &Pair<'_>, key: Key) -> CountKind {
    let (old, new) = (pair.old.catalogue(), pair.new.catalogue());
    match key {
        Key::Found(_) => CountKind::Found,
        Key::All(_) => CountKind::All,
        Key::Month(_, month) => CountKind::Month(month),
        Key::Focus(at, _, measure) => {
            let on = |side| pair.focuses.on(side, at).map(|n| FocusIdx(n as u8));
            let later = on(Side::New).map(|focus| &new[focus]);
            let focus = later.or_else(|| on(Side::Old).map(|focus| &old[focus]));
            let (id, name) = focus.map(|focus| (focus.id.clone(), focus.name.clone())).unwrap_or_default();
            CountKind::Focus { id, name, measure }
        }
        Key::Region(at) => {
            let NamedRow { id, name } = named(pair, Rows::Places, at);
            CountKind::Region { code: id, name }
        }
    }
}

/// A policy or place by id and name, the present one where it exists.
fn named(pair: &Pair<'_>, rows: Rows, at: usize) -> NamedRow {
    let on = |side: Side| {
        let catalogue = pair.seen(side).catalogue();
        match rows {
            Rows::Policies => {
                let policy = &catalogue[pair.policy(side, at)?];
                Some(NamedRow { id: policy.id.clone(), name: policy.short_name() })
            }
            Rows::Places => {
                let place = &catalogue[pair.place(side, at)?];
                Some(NamedRow { id: place.code.clone(), name: place.name.clone() })
            }
        }
    };
    on(Side::New).or_else(|| on(Side::Old)).unwrap_or_else(|| NamedRow { id: String::new(), name: Text::default() })
}

/// The touches that matter to a count of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Needs {
    on: On,
    said: Vec<usize>,
}

impl Needs {
    /// The touches that decide whether a row passes the terms of the query, without those of focuses if asked.
    fn filter(pair: &Pair<'_>, rows: Rows, without_focus: bool) -> Needs {
        let mut needs = Needs::default();
        for (side, seen) in [(Side::Old, &pair.old), (Side::New, &pair.new)] {
            for term in &seen.query.terms {
                // A place counts with those of its policies that pass.
                let of_policies = if rows == Rows::Places { On::EXISTS } else { On::default() };
                needs.on = needs.on.and(match &term.test {
                    Test::Region(_) | Test::Tier(_) => On::PLACE,
                    Test::Month(_) => On::MONTH.and(of_policies),
                    Test::Stage(_) => On::STAGE.and(of_policies),
                    Test::Issuer(_) => On::ISSUER.and(of_policies),
                    Test::Id(_) | Test::Layer(_) => of_policies,
                    Test::Keyword(_) => On::KEYWORD,
                    Test::Text(_) => On::TEXT,
                    // What these rest on is what statements say, and these are found by themselves.
                    Test::Focus(_) | Test::Strength(_) | Test::Source(_) | Test::Basis(_) | Test::Version(_) => {
                        On::default()
                    }
                });
                if let Test::Focus(Focuses { mode, ids }) = &term.test
                    && !without_focus
                {
                    let catalogue = seen.catalogue();
                    let wanted = |f: &FocusIdx| *mode == FocusMode::Only || ids.contains(&catalogue[*f].id);
                    needs.said.extend(catalogue.focus_idxs().filter(wanted).filter_map(|f| pair.focus(side, f)));
                }
            }
        }
        needs
    }

    fn of(pair: &Pair<'_>, key: Key) -> Needs {
        let rows = key.rows();
        let on_rows = if rows == Rows::Places { On::EXISTS.and(On::SPOKEN) } else { On::default() };
        let with = |without_focus: bool, on: On, said: Option<usize>| {
            let mut needs = Needs::filter(pair, rows, without_focus);
            needs.on = needs.on.and(on);
            needs.said.extend(said);
            needs
        };
        match key {
            Key::Found(_) => with(false, on_rows, None),
            Key::All(_) => Needs { on: on_rows, said: Vec::new() },
            Key::Focus(focus, _, Measure::Covered | Measure::NotAssessed) => {
                with(true, on_rows.and(On::COVER), Some(focus))
            }
            Key::Focus(focus, _, _) => with(true, On::default(), Some(focus)),
            Key::Month(..) => with(false, On::MONTH, None),
            Key::Region(_) => with(false, On::PLACE, None),
        }
    }

    /// Whether a touch matters to a row; for a policy that moved all statements of places are different ones.
    fn meet(&self, touch: &Touch, rows: Rows) -> bool {
        if rows == Rows::Policies && touch.on.meets(On::MOVED) {
            return !self.said.is_empty() || self.on.meets(On::PLACE.and(On::TEXT).and(On::KEYWORD));
        }
        self.on.meets(touch.on) || touch.said.iter().any(|focus| self.said.contains(focus))
    }
}

/// Finds the causes of the rows that entered and left.
struct Why<'a, 'b> {
    pair: &'b Pair<'a>,
    found: &'b Found,
    touches: Touches,
    /// The policies of each place in either catalogue.
    policies_in: Vec<Vec<usize>>,
}

impl<'a, 'b> Why<'a, 'b> {
    fn new(pair: &'b Pair<'a>, found: &'b Found) -> Why<'a, 'b> {
        let mut policies_in = vec![Vec::new(); pair.places.len()];
        for at in 0..pair.policies.len() {
            let places: BTreeSet<usize> = places_of(pair, at).collect();
            for place in places {
                if let Some(list) = policies_in.get_mut(place) {
                    list.push(at);
                }
            }
        }
        Why { pair, found, touches: Touches::of(pair, found), policies_in }
    }

    /// The terms of a count: rows grouped by cause, those that entered first.
    fn terms(&mut self, key: Key, moved: &[(usize, bool)]) -> Vec<CountTerm> {
        let needs = Needs::of(self.pair, key);
        let mut of_place: HashMap<usize, Vec<Cause>> = HashMap::new();
        let mut terms: BTreeMap<(Vec<Cause>, bool), Vec<usize>> = BTreeMap::new();
        for (at, entered) in moved {
            let causes = match (self.focus_itself(key), self.touches.one_sided.get(at)) {
                (Some(cause), _) => vec![cause],
                (None, Some(cause)) if key.rows() == Rows::Policies => vec![*cause],
                _ => self.causes(key.rows(), *at, &needs, &mut of_place),
            };
            terms.entry((causes, !*entered)).or_default().push(*at);
        }
        let term = |((causes, left), rows): ((Vec<Cause>, bool), Vec<usize>)| {
            let many = rows.len() as isize;
            let mut rows: Vec<NamedRow> = rows.into_iter().map(|at| named(self.pair, key.rows(), at)).collect();
            rows.sort_by(|a, b| ById(&a.id).cmp(&ById(&b.id)));
            CountTerm { by: if left { -many } else { many }, rows, causes }
        };
        terms.into_iter().map(term).collect()
    }

    /// The change of a focus that only one catalogue has.
    fn focus_itself(&self, key: Key) -> Option<Cause> {
        let Key::Focus(at, ..) = key else {
            return None;
        };
        let one_sided = matches!(self.pair.focuses.both.get(at)?, (None, _) | (_, None));
        let CountKind::Focus { id, .. } = counted(self.pair, key) else {
            return None;
        };
        let change = self.found.of(Some(List::Focuses), &id).filter(|_| one_sided)?;
        Some(Cause { change, field: None })
    }

    fn causes(&self, rows: Rows, at: usize, needs: &Needs, of_place: &mut HashMap<usize, Vec<Cause>>) -> Vec<Cause> {
        let filtered = |touches: Option<&Vec<Touch>>| -> Vec<Cause> {
            let all = touches.into_iter().flatten();
            let mut causes: Vec<Cause> = all.filter(|t| needs.meet(t, rows)).map(|t| t.cause).collect();
            causes.sort_unstable();
            causes.dedup();
            causes
        };
        let places: Vec<usize> = match rows {
            Rows::Places => vec![at],
            Rows::Policies => places_of(self.pair, at).collect(),
        };
        let mut causes: Vec<Cause> = match rows {
            Rows::Policies => filtered(self.touches.policies.get(at)),
            Rows::Places => {
                let inside = self.policies_in.get(at).into_iter().flatten();
                inside.flat_map(|policy| filtered(self.touches.policies.get(*policy))).collect()
            }
        };
        for place in places {
            causes.extend(of_place.entry(place).or_insert_with(|| filtered(self.touches.places.get(place))).iter());
        }
        causes.sort_unstable();
        causes.dedup();
        causes
    }
}

/// The places of a policy, now and before.
fn places_of(pair: &Pair<'_>, at: usize) -> impl Iterator<Item = usize> {
    let on = move |side| pair.place_of(side, pair.policy(side, at)?);
    [on(Side::Old), on(Side::New)].into_iter().flatten()
}
