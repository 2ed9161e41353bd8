//! A saved view over the catalogue that is open: what of it this catalogue knows, and what it does not.
//!
//! What is known is applied, what is not is named and left out, one term or key at a time. An id in the query is the
//! exception: without its term the result would be everything, so the term stays, finds nothing, and the id is named.

use std::collections::HashSet;

use super::{MOST_COMPARED, Saved, View};
use crate::catalogue::Catalogue;
use crate::query::{
    Column, Query, QueryFault, QueryFaultKind, Term, TermKey, Test, Unit, parse, parse_sort, write, write_sort,
};
use crate::words::{CliText as T, Lang};

/// A saved view made to fit a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// What can be shown.
    pub view: View,
    /// What is otherwise than when it was saved.
    pub differences: Vec<Difference>,
}

/// One thing that is otherwise than when a view was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was made on another catalogue: its id, and the id of the open one.
    Catalogue(String, String),
    /// It was made on another release: that one, and the open one.
    Release(String, String),
    /// A field that this version of the program does not know.
    Field(String),
    /// A term of the query that cannot be read against this catalogue, and why.
    Term(String, QueryFault),
    /// A policy of the query that is not in this catalogue.
    Id(String),
    /// A policy or place of the comparison that is not in this catalogue.
    Compared(String),
    /// More of a comparison than fits side by side.
    Surplus(String),
    /// A column that this catalogue does not have.
    Column(String),
    /// A column to sort by that rows of this unit do not have.
    Sort(String),
}

impl Difference {
    /// Whether a part of the view is missing, so that it shows something else than what was saved.
    pub fn is_gone(&self) -> bool {
        !matches!(self, Difference::Catalogue(..) | Difference::Release(..))
    }

    /// What is otherwise, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Difference::Catalogue(made, here) => {
                T::ViewOtherCatalogue.fill(lang, &[("made", &plain(made)), ("here", here)])
            }
            Difference::Release(made, here) => {
                T::ViewOtherRelease.fill(lang, &[("made", &plain(made)), ("here", here)])
            }
            Difference::Field(name) => T::ViewUnknownField.fill(lang, &[("name", &plain(name))]),
            Difference::Term(term, why) => {
                T::ViewTermGone.fill(lang, &[("term", &plain(term)), ("why", &one_line(&why.message(lang), 200))])
            }
            Difference::Id(id) => T::ViewIdGone.fill(lang, &[("id", &plain(id))]),
            Difference::Compared(id) => T::ViewComparedGone.fill(lang, &[("id", &plain(id))]),
            Difference::Surplus(id) => T::ViewSurplus.fill(lang, &[("id", &plain(id)), ("most", &MOST_COMPARED)]),
            Difference::Column(key) => T::ViewColumnGone.fill(lang, &[("key", &plain(key))]),
            Difference::Sort(key) => T::ViewSortGone.fill(lang, &[("key", &plain(key))]),
        }
    }
}

/// Text of a file as it may stand in a line: without control characters, and not too long.
fn plain(text: &str) -> String {
    one_line(text, 80)
}

fn one_line(text: &str, most: usize) -> String {
    let mut out: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(most).collect();
    if text.chars().nth(most).is_some() {
        out.push('…');
    }
    out
}

/// Makes a saved view fit a catalogue.
pub fn fit(saved: &Saved, catalogue: &Catalogue) -> Fitted {
    let mut fitting = Fitting { catalogue, differences: Vec::new() };
    if saved.catalogue != catalogue.id {
        fitting.note(Difference::Catalogue(saved.catalogue.clone(), catalogue.id.clone()));
    } else if saved.release != catalogue.release {
        fitting.note(Difference::Release(saved.release.clone(), catalogue.release.clone()));
    }
    for name in &saved.unknown {
        fitting.note(Difference::Field(name.clone()));
    }
    let was = &saved.view;
    let view = View {
        query: fitting.query(&was.query),
        sort: fitting.sort(&was.sort, was.unit),
        columns: fitting.columns(&was.columns),
        comparison: fitting.comparison(&was.comparison),
        mine: was.mine.as_deref().and_then(|id| fitting.mine(id, &was.comparison)),
        ..was.clone()
    };
    Fitted { view, differences: fitting.differences }
}

struct Fitting<'a> {
    catalogue: &'a Catalogue,
    differences: Vec<Difference>,
}

impl Fitting<'_> {
    fn note(&mut self, difference: Difference) {
        self.differences.push(difference);
    }

    /// The canonical line of the terms that this catalogue can read.
    fn query(&mut self, line: &str) -> String {
        let mut terms: Vec<Term> = Vec::new();
        let mut settings: HashSet<TermKey> = HashSet::new();
        for piece in pieces(line) {
            let read = match parse(piece, self.catalogue) {
                Ok(query) => query.terms,
                Err(fault) => {
                    self.note(Difference::Term(piece.to_owned(), fault));
                    continue;
                }
            };
            for term in read {
                let key = term.test.key();
                if term.test.is_setting() && !settings.insert(key) {
                    let twice = QueryFault { column: 1, kind: QueryFaultKind::Twice(key) };
                    self.note(Difference::Term(piece.to_owned(), twice));
                    continue;
                }
                if let Test::Id(ids) = &term.test {
                    for id in ids.iter().filter(|id| self.catalogue.policy_by_id(id).is_none()) {
                        self.note(Difference::Id(id.clone()));
                    }
                }
                terms.push(term);
            }
        }
        write(&Query::of(terms))
    }

    fn sort(&mut self, line: &str, unit: Unit) -> String {
        let mut keys = Vec::new();
        for key in line.split(',') {
            match parse_sort(key, self.catalogue, unit) {
                Ok(read) => keys.extend(read),
                Err(unknown) => self.note(Difference::Sort(unknown)),
            }
        }
        write_sort(&keys, self.catalogue)
    }

    /// Columns of the other unit stay: the same choice is kept for both.
    fn columns(&mut self, keys: &[String]) -> Vec<String> {
        let is_known = |key: &String| {
            [Unit::Policy, Unit::Region].iter().any(|unit| Column::find(key, self.catalogue, *unit).is_some())
        };
        let (known, gone): (Vec<&String>, Vec<&String>) = keys.iter().partition(|key| is_known(key));
        gone.into_iter().for_each(|key| self.note(Difference::Column(key.clone())));
        known.into_iter().cloned().collect()
    }

    /// The id of a policy, or the code of a place by its code or name.
    fn id_of(&self, id: &str) -> Option<String> {
        let policy = self.catalogue.policy_by_id(id).map(|_| id.to_owned());
        let place = || {
            let regions = &self.catalogue.regions;
            let place = regions.by_code(id).or_else(|| regions.find(id).ok())?;
            Some(self.catalogue[place].code.clone())
        };
        policy.or_else(place)
    }

    /// What is gone from the comparison has been named there.
    fn mine(&mut self, id: &str, compared: &[String]) -> Option<String> {
        let found = self.id_of(id);
        if found.is_none() && compared.iter().all(|other| other != id) {
            self.note(Difference::Compared(id.to_owned()));
        }
        found
    }

    fn comparison(&mut self, ids: &[String]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for id in ids {
            match self.id_of(id) {
                None => self.note(Difference::Compared(id.clone())),
                Some(found) if out.contains(&found) => {}
                Some(_) if out.len() == MOST_COMPARED => self.note(Difference::Surplus(id.clone())),
                Some(found) => out.push(found),
            }
        }
        out
    }
}

/// The terms of a line as typed: cut at blanks outside quotation marks, as the query line is read.
fn pieces(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = None;
    // The quotation mark that is open.
    let mut open: Option<char> = None;
    let mut escaped = false;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match open {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = matches!(chars.peek(), Some((_, '"' | '\\'))),
            Some(quote) => {
                if c == '"' || (matches!(c, '“' | '”') && quote != '"') {
                    open = None;
                }
            }
            None if c.is_whitespace() => {
                out.extend(start.take().and_then(|start: usize| line.get(start..at)));
            }
            None => {
                start.get_or_insert(at);
                if matches!(c, '"' | '“' | '”') {
                    open = Some(c);
                }
            }
        }
    }
    out.extend(start.and_then(|start| line.get(start..)));
    out
}
