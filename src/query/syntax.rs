//! Reading the query line: text to [`Query`].

use super::conditions::{Query, Term};
use super::terms::{LineCursor, Names, Parsed, QueryFault, QueryFaultKind, TermKey, Typed, ascii, fault};
use crate::catalogue::{Catalogue, RegionIdx};

/// Reads a line against a catalogue, whose focuses, places and sources it may name.
///
/// # Errors
/// A condition that cannot be read, with its column and the nearest known word.
pub fn parse(line: &str, catalogue: &Catalogue) -> Result<Query, QueryFault> {
    read(line, Names { catalogue, and_others: false })
}

/// The condition that a word begins to say: its key, and the last of the values typed.
pub fn begun(word: &str) -> Option<(TermKey, &str)> {
    let (at, colon) = word.char_indices().find(|(_, c)| ascii(*c) == ':')?;
    let key = TermKey::of_word(word.get(..at)?)?;
    let values = word.get(at + colon.len_utf8()..)?;
    Some((key, values.rsplit(|c| matches!(ascii(c), ',' | '(')).next().unwrap_or(values)))
}

/// Reads a line for another catalogue: it may also name focuses and sources by their ids and places by their
/// codes that this catalogue does not have.
///
/// # Errors
/// A condition that cannot be read by any catalogue.
pub fn parse_elsewhere(line: &str, catalogue: &Catalogue) -> Result<Query, QueryFault> {
    read(line, Names { catalogue, and_others: true })
}

fn read(line: &str, names: Names<'_>) -> Parsed<Query> {
    let mut cursor = LineCursor::new(line);
    let mut terms: Vec<Term> = Vec::new();
    loop {
        cursor.skip_blanks();
        if cursor.peek().is_none() {
            return Ok(Query::of(terms));
        }
        let column = cursor.column();
        let term = term(&mut cursor, names)?;
        if term.test.is_setting() {
            let key = term.test.key();
            if term.not {
                return fault(column, QueryFaultKind::Negated(key));
            }
            if terms.iter().any(|earlier| earlier.test.key() == key) {
                return fault(column, QueryFaultKind::Twice(key));
            }
        }
        terms.push(term);
    }
}

/// The places that a sound line asks for, in the order in which it names them.
pub fn places_asked(line: &str, catalogue: &Catalogue) -> Vec<RegionIdx> {
    let mut cursor = LineCursor::new(line);
    let mut places: Vec<RegionIdx> = Vec::new();
    loop {
        cursor.skip_blanks();
        if cursor.peek().is_none() {
            return places;
        }
        let is_read = match key(&mut cursor) {
            Ok((not, TermKey::Region)) => cursor.list(TermKey::Region).map(|named| {
                let place = |typed: &Typed| catalogue.regions.find(typed.text.trim_start_matches('=')).ok();
                places.extend(named.iter().filter_map(place).filter(|_| !not));
            }),
            Ok((_, key)) => key.read(&mut cursor, Names { catalogue, and_others: false }).map(drop),
            Err(fault) => Err(fault),
        };
        if is_read.is_err() {
            return places;
        }
    }
}

fn term(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Term> {
    let (not, key) = key(cursor)?;
    Ok(Term { not, test: key.read(cursor, names)? })
}

/// The key of a term, and whether it is negated; its values come next.
fn key(cursor: &mut LineCursor) -> Parsed<(bool, TermKey)> {
    let not = is_not(cursor.rest());
    cursor.skip(usize::from(not));
    let rest = cursor.rest();
    let ends = |c: &char| matches!(ascii(*c), ':' | '"') || ascii(*c).is_whitespace();
    let (word, tail) = rest.split_at(rest.iter().position(ends).unwrap_or(rest.len()));
    let word: String = word.iter().collect();
    let has_colon = tail.first().is_some_and(|c| ascii(*c) == ':');
    let is_text = word.is_empty() || !has_colon || is_title(&word, tail);
    match TermKey::of_word(&word).filter(|_| has_colon) {
        Some(key) => {
            cursor.skip(word.chars().count() + 1);
            Ok((not, key))
        }
        None if is_text => Ok((not, TermKey::Text)),
        None => {
            let near = TermKey::near_word(&word);
            fault(cursor.column(), QueryFaultKind::UnknownKey(word, near))
        }
    }
}

/// Whether a term begins with the sign for not; the long dash of a subtitle is none.
fn is_not(term: &[char]) -> bool {
    match term {
        ['—', '—', ..] => false,
        [sign, next, ..] => ascii(*sign) == '-' && !ascii(*next).is_whitespace(),
        _ => false,
    }
}

/// Whether an unknown key and the colon after it belong to a title: `上海：条例`, `Shanghai: Regulations`. A key has
/// a plain colon and its value at once, and a word that is nearly a key, or a value in plain marks, is part of a query.
fn is_title(word: &str, from_colon: &[char]) -> bool {
    let is_printed = match from_colon {
        [':', next, ..] => ascii(*next).is_whitespace(),
        [':'] | [] | [_, '"', ..] => false,
        [_, ..] => true,
    };
    is_printed && TermKey::near_word(word).is_none()
}
