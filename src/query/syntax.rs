//! The query line: text to [`Query`] and back to one canonical line.

use super::*;
use crate::catalogue::kinds::ANY;
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, RegionFault};
use crate::words::{CliText as T, Lang};

/// What is wrong with a line, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryFault {
    /// In characters of the line as typed, from 1.
    pub column: usize,
    /// What.
    pub kind: QueryFaultKind,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryFaultKind {
    /// A key that does not exist, and the nearest that does.
    UnknownKey(String, Option<&'static str>),
    /// A value that a key does not know: what it should be, the value, the nearest known.
    UnknownValue(&'static str, String, Option<String>),
    /// A name that several places have; their codes.
    AmbiguousRegion(String, Vec<String>),
    /// No value after a key.
    NoValue,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// A month or range that does not exist.
    BadMonth(String),
    /// A lens key or `strength` twice.
    Twice(&'static str),
    /// A lens key or `strength` negated.
    Negated(&'static str),
    /// More than one value where one is needed.
    OneValue(&'static str),
    /// `all(` or `only(` without its parenthesis.
    OpenParenthesis,
}

impl QueryFault {
    /// `第 7 列：未知方向“comptue”，是否指 compute？`
    pub fn message(&self, lang: Lang) -> String {
        use QueryFaultKind as K;
        let what = match &self.kind {
            K::UnknownKey(key, near) => {
                let near =
                    near.map(|near| T::DidYouMean.fill(lang, &[("near", &format!("{near}:"))])).unwrap_or_default();
                T::UnknownKey.fill(lang, &[("key", key), ("near", &near)])
            }
            K::UnknownValue(key, value, near) => {
                let near = near.as_ref().map(|near| T::DidYouMean.fill(lang, &[("near", near)])).unwrap_or_default();
                T::UnknownValue.fill(lang, &[("key", &key_name(key, lang)), ("value", value), ("near", &near)])
            }
            K::AmbiguousRegion(name, codes) => {
                T::AmbiguousRegion.fill(lang, &[("name", name), ("codes", &codes.join(lang.comma()))])
            }
            K::NoValue => T::NoValue.get(lang).to_owned(),
            K::OpenQuote => T::OpenQuote.get(lang).to_owned(),
            K::BadMonth(text) => T::BadMonth.fill(lang, &[("text", text)]),
            K::Twice(key) => T::KeyTwice.fill(lang, &[("key", key)]),
            K::Negated(key) => T::KeyNegated.fill(lang, &[("key", key)]),
            K::OneValue(key) => T::OneValue.fill(lang, &[("key", key)]),
            K::OpenParenthesis => T::OpenParenthesis.get(lang).to_owned(),
        };
        T::AtColumn.fill(lang, &[("column", &self.column), ("what", &what)])
    }
}

const KEYS: [(&str, &str); 12] = [
    ("region", "地区"),
    ("tier", "层级"),
    ("month", "月份"),
    ("focus", "方向"),
    ("strength", "力度"),
    ("keyword", "关键词"),
    ("stage", "阶段"),
    ("issuer", "发文机关"),
    ("id", "编号"),
    ("source", "来源"),
    ("basis", "依据"),
    ("version", "版本"),
];

/// The name of a key for people.
pub fn key_name(key: &str, lang: Lang) -> String {
    let found = KEYS.iter().find(|(en, _)| *en == key);
    match (found, lang) {
        (Some((_, zh)), Lang::Zh) => (*zh).to_owned(),
        _ => key.to_owned(),
    }
}

/// A value as typed: its text and where it begins.
struct Typed {
    text: String,
    column: usize,
}

type Parsed<T> = Result<T, QueryFault>;

fn fault<T>(column: usize, kind: QueryFaultKind) -> Parsed<T> {
    Err(QueryFault { column, kind })
}

/// Reads a line against a catalogue, whose focuses, places and sources it may name.
pub fn parse(line: &str, catalogue: &Catalogue) -> Parsed<Query> {
    let chars: Vec<char> = line.chars().collect();
    let mut terms: Vec<Term> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if ascii(chars[at]).is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        let term = term(&chars, &mut at, catalogue)?;
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
fn ascii(c: char) -> char {
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

fn term(chars: &[char], at: &mut usize, catalogue: &Catalogue) -> Parsed<Term> {
    let start = *at;
    let mut not = false;
    if ascii(chars[start]) == '-' && chars.get(start + 1).is_some_and(|c| !ascii(*c).is_whitespace()) {
        not = true;
        *at += 1;
    }
    let begin = *at;
    let mut colon = begin;
    while let Some(c) = chars.get(colon).map(|c| ascii(*c)) {
        if c == ':' || c == '"' || c.is_whitespace() {
            break;
        }
        colon += 1;
    }
    let is_key = colon > begin && chars.get(colon).is_some_and(|c| ascii(*c) == ':');
    if !is_key {
        let text = value(chars, at, false)?;
        if text.text.is_empty() {
            return fault(text.column, QueryFaultKind::NoValue);
        }
        return Ok(Term { not, test: Test::Text(text.text) });
    }
    let typed: String = chars[begin..colon].iter().collect();
    let lower = typed.to_lowercase();
    let Some((key, _)) = KEYS.iter().find(|(en, zh)| *en == lower || *zh == typed) else {
        let near = nearest(&lower, KEYS.iter().map(|(en, _)| *en));
        return fault(begin + 1, QueryFaultKind::UnknownKey(typed, near));
    };
    *at = colon + 1;
    let test = test(key, chars, at, catalogue)?;
    Ok(Term { not, test })
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

fn test(key: &'static str, chars: &[char], at: &mut usize, catalogue: &Catalogue) -> Parsed<Test> {
    if key == "focus" {
        return focus(chars, at, catalogue);
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
        "region" => Test::Region(sorted(typed, |one| region(one, catalogue))?),
        "tier" => Test::Tier(sorted(typed, |one| named(key, one, Tier::find, Tier::ALL.iter().map(|t| t.id())))?),
        "month" => Test::Month(sorted(typed, month_range)?),
        "stage" => Test::Stage(sorted(typed, |one| named(key, one, Stage::find, Stage::ALL.iter().map(|s| s.id())))?),
        "keyword" => Test::Keyword(texts(typed)),
        "issuer" => Test::Issuer(texts(typed)),
        "id" => Test::Id(sorted(typed, |one| Ok(one.text))?),
        "source" => Test::Source(sorted(typed, |one| source(one, catalogue))?),
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

fn region(typed: Typed, catalogue: &Catalogue) -> Parsed<RegionPick> {
    let (alone, name) = match typed.text.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, typed.text.as_str()),
    };
    let column = typed.column + usize::from(alone);
    match catalogue.regions.find(name) {
        Ok(place) => Ok(RegionPick { code: catalogue[place].code.clone(), alone }),
        Err(RegionFault::Unknown(near)) => fault(column, QueryFaultKind::UnknownValue("region", name.to_owned(), near)),
        Err(RegionFault::Ambiguous(codes)) => fault(column, QueryFaultKind::AmbiguousRegion(name.to_owned(), codes)),
    }
}

fn source(typed: Typed, catalogue: &Catalogue) -> Parsed<SourcePick> {
    if ANY.contains(&typed.text.to_lowercase().as_str()) {
        return Ok(SourcePick::Any);
    }
    if let Some(grade) = Grade::find(&typed.text) {
        return Ok(SourcePick::Grade(grade));
    }
    if let Some(found) = catalogue.find_source(&typed.text) {
        return Ok(SourcePick::Id(catalogue[found].id.clone()));
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

fn focus(chars: &[char], at: &mut usize, catalogue: &Catalogue) -> Parsed<Test> {
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
            Some(focus) => Ok(focus),
            None => {
                let near = nearest(&one.text, catalogue.focuses.iter().map(|f| f.id.as_str())).map(str::to_owned);
                fault(one.column, QueryFaultKind::UnknownValue("focus", one.text, near))
            }
        })
        .collect::<Parsed<Vec<_>>>()?;
    found.sort_unstable();
    found.dedup();
    Ok(Test::Focus(mode, found.into_iter().map(|focus| catalogue[focus].id.clone()).collect()))
}

/// The one canonical line of a query.
pub fn write(query: &Query) -> String {
    query.terms.iter().map(write_term).collect::<Vec<_>>().join(" ")
}

/// The line of one term.
pub fn write_term(term: &Term) -> String {
    let list = |values: Vec<String>| values.join(",");
    let quoted = |values: &[String]| list(values.iter().map(|v| quote(v)).collect());
    let values = match &term.test {
        Test::Region(picks) => {
            list(picks.iter().map(|p| format!("{}{}", if p.alone { "=" } else { "" }, p.code)).collect())
        }
        Test::Tier(tiers) => list(tiers.iter().map(|t| t.id().to_owned()).collect()),
        Test::Month(ranges) => list(ranges.iter().map(|r| write_range(*r)).collect()),
        Test::Focus(FocusMode::Any, ids) => quoted(ids),
        Test::Focus(FocusMode::All, ids) => format!("all({})", quoted(ids)),
        Test::Focus(FocusMode::Only, ids) => format!("only({})", quoted(ids)),
        Test::Strength(strength) => strength.id().to_owned(),
        Test::Keyword(texts) | Test::Issuer(texts) | Test::Id(texts) => quoted(texts),
        Test::Stage(stages) => list(stages.iter().map(|s| s.id().to_owned()).collect()),
        Test::Source(picks) => list(
            picks
                .iter()
                .map(|pick| match pick {
                    SourcePick::Any => "any".to_owned(),
                    SourcePick::Grade(grade) => grade.id().to_owned(),
                    SourcePick::Id(id) => quote(id),
                })
                .collect(),
        ),
        Test::Basis(basis) => basis.id().to_owned(),
        Test::AnyVersion(any) => if *any { "any" } else { "own" }.to_owned(),
        Test::Text(text) => quote(text),
    };
    let key = term.test.key();
    let colon = if key.is_empty() { "" } else { ":" };
    format!("{}{key}{colon}{values}", if term.not { "-" } else { "" })
}

fn write_range(range: MonthRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) if from.number() == 1 && to == from.plus(11) => {
            format!("{:04}", from.year())
        }
        (from, to) => {
            let end = |month: Option<Month>| month.map(|m| m.to_string()).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
    }
}

/// Quotes a value where reading it back would otherwise change it.
fn quote(text: &str) -> String {
    let hazard = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | ':' | '\\' | '(' | ')') || ascii(c) != c;
    if !text.is_empty() && !text.starts_with(['-', '=']) && !text.contains(hazard) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
