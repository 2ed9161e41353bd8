//! Guesses at the word being typed: filters, months, policies, conditions, and the line without its fault.

use crate::catalogue::{Stage, Strength, Tier};
use crate::query::{
    MonthRange, Nearness, Query, QueryFault, QueryFaultKind, Row, TermKey, Test, begun, key_prefix, parse, write,
    write_named,
};
use crate::session::{Action, Detail, Filter};
use crate::ui::Ctx;
use crate::ui::places::{nearest_name, places_named};
use crate::words::{Lang, SearchText as S};

/// Guesses shown at once.
const MOST: usize = 7;
/// Guesses of one kind.
const OF_A_KIND: usize = 3;

/// A guess: its words, and what it does.
pub struct Guess {
    /// Its words.
    pub words: String,
    /// Its deed.
    pub deed: Deed,
}

/// The deed of a guess.
#[derive(Clone)]
pub enum Deed {
    /// Filters by a value, in place of the word.
    Filter(TermKey, String),
    /// Filters by months, in place of the word.
    Months(MonthRange),
    /// Opens the details of a row.
    Open(Row),
    /// Types this instead.
    Type(String),
    /// Enters this line.
    Enter(String),
}

/// The line up to the word that is being typed, and the word.
pub fn parts(line: &str) -> (&str, &str) {
    let begins =
        line.rfind(char::is_whitespace).map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
    line.split_at(begins)
}

/// Meanings of a line, the nearest first, with its fault if it has one; of an empty line the searches of before.
pub fn guesses(ctx: &Ctx<'_>, line: &str, fault: Option<&QueryFault>) -> Vec<Guess> {
    if line.trim().is_empty() {
        let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
        let recent = ctx.session.settings().searches.iter();
        // What the open catalogue cannot read would find nothing in it.
        let named = recent.filter_map(|line| Some((line, write_named(&parse(line, catalogue).ok()?, catalogue, lang))));
        let guess = |(line, named): (&String, String)| {
            let words = fill(ctx, S::Recent, &[("line", &named)]);
            Guess { words, deed: Deed::Enter(line.clone()) }
        };
        return named.map(guess).collect();
    }
    let (head, word) = parts(line);
    let mut found: Vec<(Nearness, Guess)> = Vec::new();
    let mended = fault.and_then(|fault| without_fault(ctx, line, fault));
    found.extend(mended.map(|guess| (Nearness::Same, guess)));
    match begun(word) {
        Some((key, typed)) => values(ctx, key, typed, &mut found),
        None if !word.is_empty() => meanings(ctx, head, word, &mut found),
        None => {}
    }
    found.sort_by_key(|(near, _)| *near);
    found.into_iter().map(|(_, guess)| guess).take(MOST).collect()
}

impl Deed {
    /// Does it, and gives what the line holds afterwards.
    pub fn perform(self, ctx: &Ctx<'_>, line: &str) -> String {
        let (head, _) = parts(line);
        let now = &ctx.session.view().query;
        let Ok(before) = parse(head, ctx.catalogue()) else { return line.to_owned() };
        let filtered = |query: Query| {
            ctx.send(Filter::Query(query));
            write(&before.words())
        };
        match self {
            Deed::Filter(key, value) => {
                let bare = now.entered(&before).with(key, None);
                filtered(bare.toggled(key, &value, ctx.catalogue()))
            }
            Deed::Months(range) => filtered(now.entered(&before).with(TermKey::Month, Some(Test::Month(vec![range])))),
            Deed::Open(row) => {
                ctx.send(Action::Open(Detail { row, focus: None }));
                line.to_owned()
            }
            Deed::Type(text) | Deed::Enter(text) => text,
        }
    }
}

fn fill(ctx: &Ctx<'_>, text: S, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    text.fill(ctx.lang(), values)
}

/// The name of a filter inside a sentence.
fn label(ctx: &Ctx<'_>, key: TermKey) -> String {
    key.label().map(|label| ctx.text(label).to_lowercase()).unwrap_or_default()
}

/// The words that offer a filter.
pub fn filter_words(ctx: &Ctx<'_>, key: TermKey, name: &str) -> String {
    fill(ctx, S::OnlyThis, &[("key", &label(ctx, key)), ("value", &name)])
}

fn filter(ctx: &Ctx<'_>, key: TermKey, id: &str, name: &str) -> Guess {
    Guess { words: filter_words(ctx, key, name), deed: Deed::Filter(key, id.to_owned()) }
}

/// The line with the word put right that was probably meant.
fn without_fault(ctx: &Ctx<'_>, line: &str, fault: &QueryFault) -> Option<Guess> {
    let (wrong, right) = match &fault.kind {
        QueryFaultKind::UnknownValue(_, wrong, Some(right)) => (wrong.clone(), right.clone()),
        QueryFaultKind::UnknownKey(wrong, Some(right)) => (wrong.clone(), (*right).to_owned()),
        _ => return None,
    };
    let before: String = line.chars().take(fault.column - 1).collect();
    let after = line.get(before.len()..)?.strip_prefix(wrong.as_str())?;
    let line = format!("{before}{right}{after}");
    Some(Guess { words: fill(ctx, S::Instead, &[("line", &line)]), deed: Deed::Type(line) })
}

/// The nearness of one of these names to a word; nothing typed is near to everything.
fn near<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Nearness> {
    if typed.is_empty() { Some(Nearness::Begins) } else { nearest_name(typed, names) }
}

/// A value of a closed vocabulary, where it is near.
fn closed(
    ctx: &Ctx<'_>,
    key: TermKey,
    typed: &str,
    id: &'static str,
    name: impl Fn(Lang) -> &'static str,
) -> Option<(Nearness, Guess)> {
    let near = near(typed, [id, name(Lang::Zh), name(Lang::En)])?;
    Some((near, filter(ctx, key, id, name(ctx.lang()))))
}

fn tiers(ctx: &Ctx<'_>, typed: &str, found: &mut Vec<(Nearness, Guess)>) {
    let guess = |tier: &Tier| closed(ctx, TermKey::Tier, typed, tier.id(), |lang| tier.name(lang));
    found.extend(Tier::ALL.iter().filter_map(guess));
}

fn stages(ctx: &Ctx<'_>, typed: &str, found: &mut Vec<(Nearness, Guess)>) {
    let guess = |stage: &Stage| closed(ctx, TermKey::Stage, typed, stage.id(), |lang| stage.name(lang));
    found.extend(Stage::ALL.iter().filter_map(guess));
}

fn strengths(ctx: &Ctx<'_>, typed: &str, found: &mut Vec<(Nearness, Guess)>) {
    let stated = Strength::ALL.iter().filter(|strength| strength.is_stated());
    let guess = |s: &Strength| closed(ctx, TermKey::Strength, typed, s.id(), |lang| s.name(lang));
    found.extend(stated.filter_map(guess));
}

/// Values of a key by name.
fn values(ctx: &Ctx<'_>, key: TermKey, typed: &str, found: &mut Vec<(Nearness, Guess)>) {
    match key {
        TermKey::Region => places(ctx, typed, MOST, found),
        TermKey::Focus => focuses(ctx, typed, found),
        TermKey::Tier => tiers(ctx, typed, found),
        TermKey::Stage => stages(ctx, typed, found),
        TermKey::Strength => strengths(ctx, typed, found),
        TermKey::Keyword => keywords(ctx, typed, MOST, found),
        TermKey::Month => found.extend(month(ctx, typed)),
        TermKey::Issuer
        | TermKey::Id
        | TermKey::Layer
        | TermKey::Source
        | TermKey::Basis
        | TermKey::Version
        | TermKey::Text => {}
    }
}

/// The meanings that a word without a key may have.
fn meanings(ctx: &Ctx<'_>, head: &str, word: &str, found: &mut Vec<(Nearness, Guess)>) {
    found.extend(month(ctx, word));
    places(ctx, word, OF_A_KIND, found);
    focuses(ctx, word, found);
    tiers(ctx, word, found);
    stages(ctx, word, found);
    keywords(ctx, word, OF_A_KIND, found);
    let of_key = |key: &TermKey| {
        let name = key.name(ctx.lang());
        let is_meant = !name.is_empty() && nearest_name(word, [key.name(Lang::Zh), key.name(Lang::En)]).is_some();
        is_meant.then(|| Guess {
            words: fill(ctx, S::Key, &[("key", &name)]),
            deed: Deed::Type(format!("{head}{}", key_prefix(*key, ctx.catalogue(), ctx.lang()))),
        })
    };
    found.extend(TermKey::ALL.iter().filter_map(of_key).take(OF_A_KIND).map(|guess| (Nearness::Part, guess)));
    for (near, policy) in ctx.index().titles(word, OF_A_KIND) {
        let words = fill(ctx, S::Open, &[("what", &ctx.catalogue()[policy].title.get(ctx.lang()))]);
        found.push((near.max(Nearness::Part), Guess { words, deed: Deed::Open(Row::Policy(policy)) }));
    }
}

fn month(ctx: &Ctx<'_>, word: &str) -> Option<(Nearness, Guess)> {
    let range = MonthRange::spoken(word)?;
    let words = filter_words(ctx, TermKey::Month, &range.written());
    Some((Nearness::Same, Guess { words, deed: Deed::Months(range) }))
}

fn places(ctx: &Ctx<'_>, word: &str, most: usize, found: &mut Vec<(Nearness, Guess)>) {
    let near = places_named(ctx.index(), word).into_iter().take(most);
    found.extend(near.map(|(near, place)| {
        let region = &ctx.catalogue()[place];
        (near, filter(ctx, TermKey::Region, &region.code, region.name.get(ctx.lang())))
    }));
}

fn focuses(ctx: &Ctx<'_>, typed: &str, found: &mut Vec<(Nearness, Guess)>) {
    found.extend(ctx.catalogue().focuses.iter().filter_map(|focus| {
        let near = near(typed, focus.name.each().chain([focus.id.as_str()]))?;
        Some((near, filter(ctx, TermKey::Focus, &focus.id, focus.name.get(ctx.lang()))))
    }));
}

fn keywords(ctx: &Ctx<'_>, word: &str, most: usize, found: &mut Vec<(Nearness, Guess)>) {
    let mut named: Vec<(Nearness, &str)> =
        ctx.index().keywords().filter_map(|(keyword, _)| Some((near(word, [keyword])?, keyword))).collect();
    named.sort_unstable();
    found.extend(
        named.into_iter().take(most).map(|(near, keyword)| (near, filter(ctx, TermKey::Keyword, keyword, keyword))),
    );
}
