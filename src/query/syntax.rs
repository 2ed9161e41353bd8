//! Reading the query line: text to [`Query`].

use super::conditions::{Query, Term};
use super::terms::{LineCursor, Names, Parsed, QueryFault, QueryFaultKind, TermKey, ascii, fault};
use crate::catalogue::Catalogue;

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

fn term(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Term> {
    let not = is_not(cursor.rest());
    cursor.skip(usize::from(not));
    let rest = cursor.rest();
    let ends = |c: &char| matches!(ascii(*c), ':' | '"') || ascii(*c).is_whitespace();
    let (word, tail) = rest.split_at(rest.iter().position(ends).unwrap_or(rest.len()));
    let word: String = word.iter().collect();
    let has_colon = tail.first().is_some_and(|c| ascii(*c) == ':');
    let is_text = word.is_empty() || !has_colon || is_title(&word, tail);
    let key = match TermKey::of_word(&word).filter(|_| has_colon) {
        Some(key) => {
            cursor.skip(word.chars().count() + 1);
            key
        }
        None if is_text => TermKey::Text,
        None => {
            let near = TermKey::near_word(&word);
            return fault(cursor.column(), QueryFaultKind::UnknownKey(word, near));
        }
    };
    Ok(Term { not, test: key.read(cursor, names)? })
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
