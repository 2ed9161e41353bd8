//! The query line read: text to [`Query`].

use super::keys::{find_key, near_key};
use super::*;
use crate::catalogue::kinds::ANY;
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, RegionFault};

/// A value as typed: its text and where it begins.
struct Typed {
    text: String,
    column: usize,
}

type Parsed<T> = Result<T, QueryFault>;

fn fault<T>(column: usize, kind: QueryFaultKind) -> Parsed<T> {
    Err(QueryFault { column, kind })
}

/// What a line may name.
#[derive(Clone, Copy)]
struct Names<'a> {
    catalogue: &'a Catalogue,
    /// Whether ids that the catalogue does not have are read as well.
    and_others: bool,
}

/// Reads a line against a catalogue, whose focuses, places and sources it may name.
pub fn parse(line: &str, catalogue: &Catalogue) -> Parsed<Query> {
    read(line, Names { catalogue, and_others: false })
}

/// Reads a line that another catalogue can read: it may also name focuses and sources by their ids and places by their
/// codes that this catalogue does not have.
pub fn parse_elsewhere(line: &str, catalogue: &Catalogue) -> Parsed<Query> {
    read(line, Names { catalogue, and_others: true })
}

fn read(line: &str, names: Names<'_>) -> Parsed<Query> {
    let chars: Vec<char> = line.chars().collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if ascii(chars[at]).is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        let term = term(&chars, &mut at, names)?;
        if term.test.is_setting() {
            let key = term.test.key();
            if term.not {
                return fault(start + 1, QueryFaultKind::Negated(key));
            }
            if terms.iter().any(|earlier| earlier.test.key() == key) {
                return fault(start + 1, QueryFaultKind::Twice(key));
            }
        }
        terms.push(term);
    }
    Ok(Query::of(terms))
}

/// The sign that a full-width one stands for outside quotation marks; input methods type these.
pub(super) fn ascii(c: char) -> char {
    match c {
        '：' => ':',
        '，' => ',',
        '（' => '(',
        '）' => ')',
        '＝' => '=',
        '－' | '–' | '—' => '-',
        '“' | '”' => '"',
        '\u{3000}' => ' ',
        other => other,
    }
}

fn term(chars: &[char], at: &mut usize, names: Names<'_>) -> Parsed<Term> {
    let not = is_not(&chars[*at..]);
    *at += usize::from(not);
    let begin = *at;
    let mut colon = begin;
    while let Some(c) = chars.get(colon).map(|c| ascii(*c)) {
        if c == ':' || c == '"' || c.is_whitespace() {
            break;
        }
        colon += 1;
    }
    let has_colon = chars.get(colon).is_some_and(|c| ascii(*c) == ':');
    let word: String = chars[begin..colon].iter().collect();
    let is_text = word.is_empty() || !has_colon || is_title(&word, &chars[colon..]);
    let test = match find_key(&word).filter(|_| has_colon) {
        Some(key) => {
            *at = colon + 1;
            test(key, chars, at, names)?
        }
        None if is_text => text(chars, at)?,
        None => {
            let near = near_key(&word);
            return fault(begin + 1, QueryFaultKind::UnknownKey(word, near));
        }
    };
    Ok(Term { not, test })
}

/// Whether a term begins with the sign for not; the long dash of a subtitle is none.
fn is_not(term: &[char]) -> bool {
    match term {
        ['—', '—', ..] => false,
        [sign, next, ..] => ascii(*sign) == '-' && !ascii(*next).is_whitespace(),
        _ => false,
    }
}

/// Whether a word that is no key, and the colon after it, are of a title: `上海：条例`, `Shanghai: Regulations`. A key has
/// a plain colon and its value at once, and a word that is nearly a key, or a value in plain marks, is meant for a query.
fn is_title(word: &str, from_colon: &[char]) -> bool {
    let is_printed = match from_colon {
        [':', next, ..] => ascii(*next).is_whitespace(),
        [':'] | [] | [_, '"', ..] => false,
        [_, ..] => true,
    };
    is_printed && near_key(word).is_none()
}

fn text(chars: &[char], at: &mut usize) -> Parsed<Test> {
    let typed = value(chars, at, false)?;
    if typed.text.is_empty() {
        return fault(typed.column, QueryFaultKind::NoValue);
    }
    Ok(Test::Text(typed.text))
}

/// One value: up to a space, or to a comma or closing parenthesis if those end it; quotation marks hide all three.
fn value(chars: &[char], at: &mut usize, in_list: bool) -> Parsed<Typed> {
    let column = *at + 1;
    let mut text = String::new();
    while let Some(raw) = chars.get(*at).copied() {
        let c = ascii(raw);
        if c.is_whitespace() || (in_list && (c == ',' || c == ')')) {
            break;
        }
        if c == '"' {
            quoted(chars, at, &mut text)?;
        } else {
            text.push(c);
            *at += 1;
        }
    }
    Ok(Typed { text, column })
}

fn quoted(chars: &[char], at: &mut usize, text: &mut String) -> Parsed<()> {
    let open = chars[*at];
    let start = *at;
    *at += 1;
    while let Some(c) = chars.get(*at).copied() {
        *at += 1;
        match c {
            '"' => return Ok(()),
            '“' | '”' if open != '"' => return Ok(()),
            '\\' if matches!(chars.get(*at), Some('"' | '\\')) => {
                text.push(chars[*at]);
                *at += 1;
            }
            other => text.push(other),
        }
    }
    fault(start + 1, QueryFaultKind::OpenQuote)
}

/// The values of a term, separated by commas.
fn values(chars: &[char], at: &mut usize) -> Parsed<Vec<Typed>> {
    let mut out = Vec::new();
    loop {
        let one = value(chars, at, true)?;
        if one.text.is_empty() {
            return fault(one.column, QueryFaultKind::NoValue);
        }
        out.push(one);
        if chars.get(*at).map(|c| ascii(*c)) == Some(',') {
            *at += 1;
        } else {
            return Ok(out);
        }
    }
}

fn test(key: &'static str, chars: &[char], at: &mut usize, names: Names<'_>) -> Parsed<Test> {
    if key == "focus" {
        return focus(chars, at, names);
    }
    let typed = values(chars, at)?;
    if let Some(c) = chars.get(*at)
        && !ascii(*c).is_whitespace()
    {
        return fault(*at + 1, QueryFaultKind::UnknownValue(key, c.to_string(), None));
    }
    let texts = |typed: Vec<Typed>| {
        let mut texts: Vec<String> = Vec::new();
        for one in typed {
            if !texts.contains(&one.text) {
                texts.push(one.text);
            }
        }
        texts
    };
    Ok(match key {
        "region" => Test::Region(sorted(typed, |one| region(one, names))?),
        "tier" => Test::Tier(sorted(typed, |one| named(key, one, Tier::find, Tier::ALL.iter().map(|t| t.id())))?),
        "month" => Test::Month(sorted(typed, month_range)?),
        "stage" => Test::Stage(sorted(typed, |one| named(key, one, Stage::find, Stage::ALL.iter().map(|s| s.id())))?),
        "keyword" => Test::Keyword(texts(typed)),
        "issuer" => Test::Issuer(texts(typed)),
        "id" => Test::Id(sorted(typed, |one| Ok(one.text))?),
        "source" => Test::Source(sorted(typed, |one| source(one, names))?),
        "strength" => {
            // A threshold below "mentioned" would count silence as having a focus.
            let find = |word: &str| Strength::find(word).filter(|strength| strength.is_stated());
            let known = || Strength::ALL.iter().filter(|strength| strength.is_stated()).map(|strength| strength.id());
            Test::Strength(single(key, typed, |one| named(key, one, find, known()))?)
        }
        "basis" => {
            Test::Basis(single(key, typed, |one| named(key, one, Basis::find, Basis::ALL.iter().map(|b| b.id())))?)
        }
        _ => Test::AnyVersion(single(key, typed, version)?),
    })
}

fn sorted<V: Ord>(typed: Vec<Typed>, read: impl Fn(Typed) -> Parsed<V>) -> Parsed<Vec<V>> {
    let mut out = typed.into_iter().map(read).collect::<Parsed<Vec<V>>>()?;
    out.sort();
    out.dedup();
    Ok(out)
}

fn single<V>(key: &'static str, typed: Vec<Typed>, read: impl Fn(Typed) -> Parsed<V>) -> Parsed<V> {
    let mut typed = typed.into_iter();
    match (typed.next(), typed.next()) {
        (Some(one), None) => read(one),
        (_, Some(second)) => fault(second.column, QueryFaultKind::OneValue(key)),
        (None, None) => fault(1, QueryFaultKind::NoValue),
    }
}

fn named<V>(
    key: &'static str,
    typed: Typed,
    find: impl Fn(&str) -> Option<V>,
    known: impl Iterator<Item = &'static str>,
) -> Parsed<V> {
    match find(&typed.text) {
        Some(value) => Ok(value),
        None => {
            let near = nearest(&typed.text, known).map(str::to_owned);
            fault(typed.column, QueryFaultKind::UnknownValue(key, typed.text, near))
        }
    }
}

fn version(typed: Typed) -> Parsed<bool> {
    match typed.text.to_lowercase().as_str() {
        word if ANY.contains(&word) => Ok(true),
        "own" | "本版" => Ok(false),
        _ => fault(typed.column, QueryFaultKind::UnknownValue("version", typed.text, Some("own, any".to_owned()))),
    }
}

fn region(typed: Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<RegionPick> {
    let (alone, name) = match typed.text.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, typed.text.as_str()),
    };
    let column = typed.column + usize::from(alone);
    match catalogue.regions.find(name) {
        Ok(place) => Ok(RegionPick { code: catalogue[place].code.clone(), alone }),
        Err(RegionFault::Unknown(_)) if and_others && is_code(name) => Ok(RegionPick { code: name.to_owned(), alone }),
        Err(RegionFault::Unknown(near)) => fault(column, QueryFaultKind::UnknownValue("region", name.to_owned(), near)),
        Err(RegionFault::Counted(counted)) => fault(column, QueryFaultKind::CountedRegion(name.to_owned(), counted)),
        Err(RegionFault::Ambiguous(codes)) => fault(column, QueryFaultKind::AmbiguousRegion(name.to_owned(), codes)),
    }
}

/// Whether a word is written as the code of a place is.
fn is_code(word: &str) -> bool {
    word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn source(typed: Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<SourcePick> {
    if ANY.contains(&typed.text.to_lowercase().as_str()) {
        return Ok(SourcePick::Any);
    }
    if let Some(grade) = Grade::find(&typed.text) {
        return Ok(SourcePick::Grade(grade));
    }
    if let Some(found) = catalogue.find_source(&typed.text) {
        return Ok(SourcePick::Id(catalogue[found].id.clone()));
    }
    if and_others {
        return Ok(SourcePick::Id(typed.text));
    }
    let known = catalogue.sources.iter().map(|s| s.id.as_str()).chain(Grade::ALL.iter().map(|g| g.id()));
    let near = nearest(&typed.text, known).map(str::to_owned);
    fault(typed.column, QueryFaultKind::UnknownValue("source", typed.text, near))
}

fn month_range(typed: Typed) -> Parsed<MonthRange> {
    let bad = || QueryFault { column: typed.column, kind: QueryFaultKind::BadMonth(typed.text.clone()) };
    let end = |text: &str, last: bool| -> Option<Option<Month>> {
        if text.is_empty() {
            return Some(None);
        }
        if let Some(month) = Month::parse(text) {
            return Some(Some(month));
        }
        let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
        Month::new(year, if last { 12 } else { 1 }).map(Some)
    };
    let (from, to) = match typed.text.split_once("..") {
        Some((from, to)) if !(from.is_empty() && to.is_empty()) => (end(from, false), end(to, true)),
        Some(_) => (None, None),
        None => (end(&typed.text, false), end(&typed.text, true)),
    };
    let (Some(from), Some(to)) = (from, to) else {
        return Err(bad());
    };
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(bad());
    }
    Ok(MonthRange { from, to })
}

fn focus(chars: &[char], at: &mut usize, Names { catalogue, and_others }: Names<'_>) -> Parsed<Test> {
    let mut mode = FocusMode::Any;
    for (word, found) in
        [("all", FocusMode::All), ("only", FocusMode::Only), ("全部", FocusMode::All), ("恰为", FocusMode::Only)]
    {
        let len = word.chars().count();
        let typed: String = chars.iter().skip(*at).take(len).collect();
        if typed.to_lowercase() == word && chars.get(*at + len).is_some_and(|c| ascii(*c) == '(') {
            mode = found;
            *at += len + 1;
            break;
        }
    }
    let typed = values(chars, at)?;
    let closes = chars.get(*at).is_some_and(|c| ascii(*c) == ')');
    match (mode, closes) {
        (FocusMode::Any, false) => {}
        (FocusMode::Any, true) | (_, false) => {
            return fault(*at + 1, QueryFaultKind::OpenParenthesis);
        }
        (_, true) => *at += 1,
    }
    let mut found = typed
        .into_iter()
        .map(|one| match catalogue.find_focus(&one.text) {
            Some(focus) => Ok((Some(focus), catalogue[focus].id.clone())),
            None if and_others => Ok((None, one.text)),
            None => {
                let near = nearest(&one.text, catalogue.focuses.iter().map(|f| f.id.as_str())).map(str::to_owned);
                fault(one.column, QueryFaultKind::UnknownValue("focus", one.text, near))
            }
        })
        .collect::<Parsed<Vec<_>>>()?;
    found.sort_unstable_by(|(a, id), (b, other)| (a.is_none(), a, id).cmp(&(b.is_none(), b, other)));
    found.dedup();
    Ok(Test::Focus(mode, found.into_iter().map(|(_, id)| id).collect()))
}
