//! The data of the page: the records of the query with their cells, statements and texts, and the texts of the page.
//!
//! A cell is one number: strength, basis and open list. Records name each other by their positions.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::LiveAsk;
use crate::catalogue::{
    Basis, Catalogue, FocusIdx, Month, Of, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, Strength, fold, simplified,
};
use crate::export::citation::reference;
use crate::query::{
    Base, BaseTest, BaseTestKind, Cell, FocusMode, Index, Outcome, Query, Row, SourceWords, StatementWords, Unit, run,
    run_without, source_totals,
};
use crate::words::{CliText, FigureText, Lang, LiveText as T, TellText, Text, UiText};

/// The data of a page.
pub fn data(ask: &LiveAsk<'_>) -> Value {
    let outcome = run(ask.index, ask.query, Unit::Policy);
    let base = outcome.base(ask.index);
    Maker::new(ask, &outcome, &base).data(ask.query)
}

/// The parts of the page's data, with the positions of its records.
struct Maker<'a> {
    index: &'a Index,
    catalogue: &'a Catalogue,
    outcome: &'a Outcome,
    base: &'a Base,
    lang: Lang,
    /// The places, with those that hold one of them.
    places: Vec<RegionIdx>,
    statements: Vec<StatementIdx>,
    sources: Vec<SourceIdx>,
}

impl<'a> Maker<'a> {
    fn new(ask: &LiveAsk<'a>, outcome: &'a Outcome, base: &'a Base) -> Maker<'a> {
        let index = ask.index;
        let catalogue = &*index.catalogue;
        let upwards = |place: &RegionIdx| std::iter::successors(Some(*place), |here| catalogue[*here].parent);
        let places: BTreeSet<RegionIdx> = base.places.iter().flat_map(upwards).collect();
        let of_policies = base.policies.iter().flat_map(|policy| index.rests_on(*policy, &outcome.lens));
        let of_places = base.places.iter().flat_map(|place| index.region_rests_on(*place, &[], &outcome.lens));
        let statements: BTreeSet<StatementIdx> = of_policies.chain(of_places).collect();
        let sources: BTreeSet<SourceIdx> = statements.iter().map(|i| catalogue[*i].source).collect();
        Maker {
            index,
            catalogue,
            outcome,
            base,
            lang: ask.lang,
            places: places.into_iter().collect(),
            statements: statements.into_iter().collect(),
            sources: sources.into_iter().collect(),
        }
    }

    fn data(&self, query: &Query) -> Value {
        let everything = run_without(self.index, &Query::default(), Unit::Region, &[], self.outcome);
        json!({
            "words": self.words(),
            "strengths": Strength::ALL.iter().map(|strength| strength.name(self.lang)).collect::<Vec<_>>(),
            "threshold": strength(query.strength()),
            "stated": strength(Strength::Mentioned),
            "totals": { "policies": self.catalogue.policies.len(), "places": everything.rows.len() },
            "focuses": self.catalogue.focus_idxs().map(|i| self.focus(i, query)).collect::<Vec<_>>(),
            "asks": self.base.asks_policies,
            "tests": self.base.tests.iter().map(|test| self.test(test)).collect::<Vec<_>>(),
            "places": self.places.iter().map(|i| self.place(*i)).collect::<Vec<_>>(),
            "policies": self.base.policies.iter().map(|i| self.policy(*i)).collect::<Vec<_>>(),
            "statements": self.statements.iter().map(|i| self.statement(*i)).collect::<Vec<_>>(),
            "sources": self.sources.iter().map(|i| self.source(*i)).collect::<Vec<_>>(),
            "simplified": self.simplified(),
        })
    }

    fn focus(&self, focus: FocusIdx, query: &Query) -> Value {
        let totals = source_totals(self.index, &self.outcome.lens);
        let of_focus = totals.iter().filter(|total| total.focus == focus).map(|total| total.words(self.lang));
        json!({
            "id": self.catalogue[focus].id,
            "name": self.catalogue[focus].name.get(self.lang),
            "open": self.outcome.cells.is_open(focus, query.strength()),
            "totals": of_focus.collect::<Vec<_>>().join(self.lang.semicolon()),
        })
    }

    fn test(&self, test: &BaseTest) -> Value {
        match &test.kind {
            BaseTestKind::Focus(focuses) => {
                let find = |id: &String| self.catalogue.find_focus(id).map(|focus| focus.0);
                let ids: Vec<u8> = focuses.ids.iter().filter_map(find).collect();
                json!({ "not": test.not, "mode": mode(focuses.mode), "focuses": ids })
            }
            BaseTestKind::Hits(policies, places) => json!({
                "not": test.not,
                "policies": policies.iter().filter_map(|i| position(&self.base.policies, i)).collect::<Vec<_>>(),
                "places": places.iter().filter_map(|i| position(&self.places, i)).collect::<Vec<_>>(),
            }),
        }
    }

    fn place(&self, place: RegionIdx) -> Value {
        let (region, cells) = (&self.catalogue[place], &self.outcome.cells);
        let of_place = cells.of_region(place, std::iter::empty());
        let (name, also) = self.both(&region.name);
        let mut out = json!({
            "code": region.code,
            "name": name,
            "also": also,
            "cells": of_place.iter().map(|one| cell(*one)).collect::<Vec<_>>(),
            "said": self.positions(&self.index.region_rests_on(place, &[], &self.outcome.lens)),
        });
        put(&mut out, "parent", region.parent.and_then(|parent| position(&self.places, &parent)));
        put(&mut out, "spoken", cells.speaks_of(place).then_some(1));
        put(&mut out, "row", self.base.places.contains(&place).then_some(1));
        out
    }

    fn policy(&self, i: PolicyIdx) -> Value {
        let (policy, lens) = (&self.catalogue[i], &self.outcome.lens);
        let (title, mut also) = self.both(&policy.title);
        let (short, others) = self.both(&policy.short);
        also.extend(others);
        let mut issuers = Vec::new();
        for (issuer, _) in policy.issuers.iter().filter(|(_, source)| lens.sees(*source)) {
            let (name, others) = self.both(issuer);
            issuers.push(name);
            also.extend(others);
        }
        let is_own = |i: &StatementIdx| matches!(self.catalogue[*i].of, Of::Policy(_));
        let rests_on = self.index.rests_on(i, lens);
        let (own, of_place): (Vec<_>, Vec<_>) = rests_on.into_iter().partition(is_own);
        let cells = self.outcome.cells_of(Row::Policy(i));
        let mut out = json!({
            "id": policy.id,
            "place": position(&self.places, &policy.region),
            "title": title,
            "also": also,
            "stage": policy.stage.name(self.lang),
            "dated": policy.month_words(self.lang),
            "cells": cells.iter().map(|one| cell(*one)).collect::<Vec<_>>(),
            "own": self.positions(&own),
        });
        put(&mut out, "short", Some(short).filter(|short| !short.is_empty()));
        put(&mut out, "month", policy.month.map(|month| month.to_string()));
        put(&mut out, "year", policy.year);
        put(&mut out, "number", policy.number.as_ref().filter(|one| lens.sees(one.1)).map(|one| one.0.clone()));
        put(&mut out, "issuers", Some(issuers).filter(|issuers| !issuers.is_empty()));
        put(&mut out, "covered", self.outcome.cells.covers(i).then_some(1));
        // Most policies are of one file, which says of their place what all do.
        let of_all = self.index.region_rests_on(policy.region, &[], lens);
        put(&mut out, "said", (of_place != of_all).then(|| self.positions(&of_place)));
        out
    }

    fn statement(&self, i: StatementIdx) -> Value {
        let (statement, words) = (&self.catalogue[i], StatementWords::of(self.catalogue, i, self.lang));
        let (_, also) = self.both(&statement.summary);
        let marks = [words.strength, words.list.as_deref(), words.modality, words.assigned_by];
        let marks = marks.into_iter().flatten().map(str::to_owned).chain(words.on_version(self.lang));
        let mut out = json!({
            "id": words.id,
            "focuses": statement.focuses.iter().map(|focus| focus.0).collect::<Vec<_>>(),
            "summary": words.summary,
            "also": also,
            "marks": marks.collect::<Vec<_>>().join(self.lang.comma()),
            "source": position(&self.sources, &statement.source),
        });
        put(&mut out, "quote", words.quote);
        put(&mut out, "watch", words.watch);
        put(&mut out, "at", words.source.at);
        put(&mut out, "keywords", Some(words.keywords).filter(|list| !list.is_empty()));
        out
    }

    fn source(&self, i: SourceIdx) -> Value {
        let source = &self.catalogue[i];
        let mut out = json!({
            "name": SourceWords::of(self.catalogue, i, None, self.lang).by_name(),
            "reference": reference(source, None, self.lang),
        });
        put(&mut out, "link", source.link());
        out
    }

    /// A text in the language of the page, and as it is searched for in the other.
    fn both(&self, text: &Text) -> (String, Vec<String>) {
        let own = text.get(self.lang).to_owned();
        let also = text.each().filter(|other| *other != own).map(str::to_owned).collect();
        (own, also)
    }

    fn positions(&self, statements: &[StatementIdx]) -> Vec<usize> {
        statements.iter().filter_map(|i| position(&self.statements, i)).collect()
    }

    /// Each traditional character whose simplified form occurs in a text of the page, followed by that form.
    fn simplified(&self) -> String {
        let mut there: BTreeSet<char> = BTreeSet::new();
        let mut add = |text: &str| there.extend(fold(text).chars());
        for place in &self.places {
            self.catalogue[*place].name.each().for_each(&mut add);
        }
        for policy in self.base.policies.iter().map(|i| &self.catalogue[*i]) {
            let issuers = policy.issuers.iter().flat_map(|(name, _)| name.each());
            let number = policy.number.iter().map(|(number, _)| number.as_str());
            policy.title.each().chain(policy.short.each()).chain(issuers).chain(number).for_each(&mut add);
        }
        for statement in self.statements.iter().map(|i| &self.catalogue[*i]) {
            let texts = statement.summary.each().chain(statement.quote.as_deref());
            texts.chain(statement.keywords.iter().map(String::as_str)).for_each(&mut add);
        }
        let pairs = ('\u{3400}'..='\u{9fff}').map(|c| (c, simplified(c)));
        let pairs = pairs.filter(|(c, form)| c != form && there.contains(form));
        pairs.flat_map(|(c, form)| [c, form]).collect()
    }

    /// The texts of the page by their keys in its script.
    fn words(&self) -> BTreeMap<&'static str, String> {
        let texts = [
            ("policiesOf", CliText::PoliciesOf.get(self.lang)),
            ("regionsOf", CliText::RegionsOf.get(self.lang)),
            ("etc", CliText::OpenMark.get(self.lang)),
            ("of", FigureText::CoveredOf.get(self.lang)),
            ("ofMore", FigureText::CoveredOfMore.get(self.lang)),
            ("silent", FigureText::SilentOf.get(self.lang)),
            ("floorMeans", FigureText::FloorMeans.get(self.lang)),
            ("split", FigureText::NamedAndPlaceOnly.get(self.lang)),
            ("named", FigureText::NameAndState.get(self.lang)),
            ("cellNotStated", TellText::CellNotStated.get(self.lang)),
            ("cellNotAssessed", TellText::CellNotAssessed.get(self.lang)),
            ("cellAbsent", TellText::CellAbsent.get(self.lang)),
            ("cellPolicy", TellText::CellPolicy.get(self.lang)),
            ("cellRegion", TellText::CellRegion.get(self.lang)),
            ("cellStrength", TellText::CellStrength.get(self.lang)),
            ("cellOpen", TellText::CellOpen.get(self.lang)),
            ("quoted", TellText::Quoted.get(self.lang)),
            ("modeAny", UiText::ModeAny.get(self.lang)),
            ("modeAll", UiText::ModeAll.get(self.lang)),
            ("modeOnly", UiText::ModeOnly.get(self.lang)),
            ("comma", self.lang.comma()),
            ("semicolon", self.lang.semicolon()),
        ];
        let own = OWN.map(|(key, text)| (key, text.get(self.lang).to_owned()));
        let texts = texts.map(|(key, text)| (key, text.to_owned()));
        own.into_iter().chain(texts).chain([("unknownMonth", Month::words(None, self.lang))]).collect()
    }
}

/// The page's own texts by their keys.
const OWN: [(&str, T); 34] = [
    ("filters", T::Filters),
    ("place", T::Place),
    ("from", T::From),
    ("to", T::To),
    ("months", T::Months),
    ("focuses", T::Focuses),
    ("mode", T::Mode),
    ("text", T::Text),
    ("any", T::Any),
    ("clear", T::Clear),
    ("shown", T::Shown),
    ("nothing", T::Nothing),
    ("unknown", T::Unknown),
    ("views", T::Views),
    ("moreRight", T::MoreRight),
    ("matrix", T::Matrix),
    ("table", T::Table),
    ("bars", T::Bars),
    ("byMonth", T::ByMonth),
    ("byPlace", T::ByPlace),
    ("byFocus", T::ByFocus),
    ("policies", T::Policies),
    ("policy", T::Policy),
    ("month", T::Month),
    ("empty", T::Empty),
    ("notAssessedMore", T::NotAssessedMore),
    ("atLeast", T::AtLeast),
    ("cell", T::Cell),
    ("title", T::Title),
    ("statements", T::Statements),
    ("noStatement", T::NoStatement),
    ("close", T::Close),
    ("number", T::Number),
    ("issuers", T::Issuers),
];

fn put(object: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let (Some(value), Some(map)) = (value, object.as_object_mut()) {
        let map: &mut Map<String, Value> = map;
        map.insert(key.to_owned(), value.into());
    }
}

fn position<T: Ord>(list: &[T], item: &T) -> Option<usize> {
    list.binary_search(item).ok()
}

fn strength(strength: Strength) -> usize {
    Strength::ALL.iter().position(|other| *other == strength).unwrap_or_default()
}

/// A cell as a number: its strength, 8 for ● and 16 for ○, 32 for an open list.
pub(super) fn cell(cell: Cell) -> usize {
    let basis = match cell.basis {
        None => 0,
        Some(Basis::Policy) => 8,
        Some(Basis::Region) => 16,
    };
    strength(cell.strength) + basis + if cell.open { 32 } else { 0 }
}

fn mode(mode: FocusMode) -> &'static str {
    match mode {
        FocusMode::Any => "any",
        FocusMode::All => "all",
        FocusMode::Only => "only",
    }
}
