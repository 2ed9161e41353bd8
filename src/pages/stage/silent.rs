//! The sentence on a place without a stated focus, made from the other statements on it.
//!
//! `报告只把武汉列为重视大模型的城市之一，未说明五个方向`: the source, the place and the number of focuses are data, and
//! the topic is the part of the source's words that is also the catalogue's own topic.

use super::maker::Maker;
use crate::catalogue::{
    Grade, Of, PolicyIdx, RegionIdx, RegionKind, SourceIdx, Statement, StatementIdx, StatementKind,
};
use crate::compare::Bearing;
use crate::pages::memo::quantity;
use crate::words::{Lang, StageText as T};

/// The sentence.
pub fn sentence(maker: &Maker<'_>, place: RegionIdx, bearing: &Bearing) -> String {
    let catalogue = maker.catalogue();
    let (name, none) = (maker.short(place), states_none(maker));
    let all: Vec<StatementIdx> =
        maker.statements_of(place, &bearing.policies).into_iter().filter(|i| maker.holds(*i)).collect();
    let statements: Vec<&Statement> = all.iter().map(|i| &catalogue[*i]).collect();
    let sources = |list: Vec<SourceIdx>| who(maker, list);
    if statements.is_empty() {
        let covered: Vec<PolicyIdx> =
            bearing.policies.iter().copied().filter(|policy| maker.places.cells.covers(*policy)).collect();
        return match (covered.is_empty(), bearing.policies.is_empty()) {
            (false, _) => {
                let listed = covered.iter().flat_map(|policy| &catalogue[*policy].events).map(|event| event.source);
                let source = sources(listed.filter(|source| maker.places.lens.sees(*source)).collect());
                maker.say(
                    T::SilentListed,
                    &[("source", &source), ("place", &name), ("k", &covered.len()), ("none", &none)],
                )
            }
            (true, false) => maker.say(T::SilentNotAssessed, &[("place", &name), ("focuses", &focuses(maker))]),
            (true, true) => maker.say(T::SilentNothing, &[("place", &name)]),
        };
    }
    let source = sources(statements.iter().map(|s| s.source).collect());
    if let [first, rest @ ..] = statements.as_slice()
        && rest.iter().chain([first]).all(|s| s.kind == StatementKind::Attention)
    {
        let topic = topic(maker, first).unwrap_or_else(|| T::TheSubject.get(maker.lang).to_owned());
        return maker.say(
            T::SilentAttention,
            &[("source", &source), ("place", &name), ("topic", &topic), ("kind", &kind(maker, first)), ("none", &none)],
        );
    }
    let mut kinds: Vec<StatementKind> = statements.iter().map(|s| s.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let words: Vec<&str> = kinds.into_iter().map(|kind| word(kind).get(maker.lang)).collect();
    maker.say(T::SilentOther, &[("source", &source), ("place", &name), ("kinds", &maker.list(&words)), ("none", &none)])
}

/// 五个方向, the 5 focuses.
fn focuses(maker: &Maker<'_>) -> String {
    let n = maker.catalogue().focuses.len();
    let text = if n == 1 { T::TheOneFocus } else { T::TheFocuses };
    maker.say(text, &[("n", &quantity(n, maker.lang))])
}

/// 未说明五个方向, states none of the 5 focuses.
fn states_none(maker: &Maker<'_>) -> String {
    let text = if maker.catalogue().focuses.len() == 1 { T::StatesNothing } else { T::StatesNone };
    maker.say(text, &[("focuses", &focuses(maker))])
}

/// `报告` for the only report of the lens; else the sources by name, many of them by grade.
fn who(maker: &Maker<'_>, mut list: Vec<SourceIdx>) -> String {
    const FEW: usize = 3;
    let catalogue = maker.catalogue();
    list.sort_unstable();
    list.dedup();
    if let [one] = list.as_slice()
        && catalogue[*one].grade == Grade::Report
        && maker.places.lens.sources().filter(|i| catalogue[*i].grade == Grade::Report).count() == 1
    {
        return T::TheReport.get(maker.lang).to_owned();
    }
    if list.len() <= FEW {
        let names: Vec<String> = list.iter().map(|i| catalogue[*i].short_name(maker.lang)).collect();
        return maker.list(&names);
    }
    maker.grades(&list)
}

/// The topic that the source says is taken seriously: its words after 重视 as far as the catalogue's title has them too.
fn topic(maker: &Maker<'_>, statement: &Statement) -> Option<String> {
    let title = maker.catalogue().title.get(maker.lang);
    let said = match maker.lang {
        Lang::Zh => statement.quote.as_deref().unwrap_or_else(|| statement.summary.get(maker.lang)),
        Lang::En => statement.summary.get(maker.lang),
    };
    let (_, after) = said.split_once(T::TakesSeriously.get(maker.lang))?;
    let after = after.trim_start();
    let ends = after.char_indices().map(|(at, c)| at + c.len_utf8());
    let found = ends.filter_map(|end| after.get(..end)).take_while(|part| title.contains(part)).last()?;
    (found.chars().count() > 1).then(|| found.to_owned())
}

/// The word for cities, where all the named places are cities.
fn kind(maker: &Maker<'_>, statement: &Statement) -> &'static str {
    let city = |place: &RegionIdx| {
        let kind = maker.catalogue()[*place].kind;
        matches!(kind, RegionKind::Municipality | RegionKind::SubProvincialCity | RegionKind::City)
    };
    let cities = matches!(&statement.of, Of::Regions(places) if places.iter().all(city));
    if cities { T::KindCities } else { T::KindPlaces }.get(maker.lang)
}

fn word(kind: StatementKind) -> T {
    match kind {
        StatementKind::Focus => T::WordFocus,
        StatementKind::Emphasis => T::WordEmphasis,
        StatementKind::Attention => T::WordAttention,
        StatementKind::Frame => T::WordFrame,
        StatementKind::Fact => T::WordFact,
        StatementKind::Count => T::WordCount,
        StatementKind::Advice => T::WordAdvice,
    }
}
