//! A saved view fitted to the open catalogue: the parts of it that this catalogue has, and the misfits.
//!
//! Known parts are applied, unknown ones named and left out, one term or key at a time. A term that another catalogue
//! can read is the exception: without it the result would be everything, so it stays, finds nothing, and is named.

use std::collections::HashSet;

use super::{MOST_COMPARED, Saved, View, ViewText};
use crate::catalogue::Catalogue;
use crate::query::{
    FieldKey, Query, QueryFault, QueryFaultKind, Sort, Term, TermKey, Test, Unit, parse, parse_elsewhere, parse_sort,
    write_term,
};
use crate::words::{CliText as T, Lang};

/// A saved view fitted to a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The view to show.
    pub view: View,
    /// The misfits.
    pub misfits: Vec<Misfit>,
    /// The fault of a query line that cannot be read as a whole.
    pub fault: Option<QueryFault>,
}

/// A difference between the open catalogue and the one that a view was saved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It was made on another catalogue: its id, and the id of the open one.
    Catalogue(String, String),
    /// It was made on another release: that one, and the open one.
    Release(String, String),
    /// A field that this version of the program does not know.
    Field(String),
    /// A term of the query that no catalogue can read, and its fault; it was left out.
    Term(String, QueryFault),
    /// A term of the query that this catalogue cannot read, and its fault; it stays and finds nothing.
    Unknown(String, QueryFault),
    /// A policy of the query that is not in this catalogue.
    Id(String),
    /// A policy or place of the comparison that is not in this catalogue.
    Compared(String),
    /// A policy or place of the comparison beyond the most side by side.
    Surplus(String),
    /// A column that this catalogue does not have.
    Column(String),
    /// A column to sort by that rows of this unit do not have.
    Sort(String),
}

impl Misfit {
    /// Whether a part of the view is missing, so that it shows something else than the saved one.
    pub fn is_gone(&self) -> bool {
        !matches!(self, Misfit::Catalogue(..) | Misfit::Release(..))
    }

    /// The misfit, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Misfit::Catalogue(made, here) => {
                T::ViewOtherCatalogue.fill(lang, &[("made", &plain(made)), ("here", here)])
            }
            Misfit::Release(made, here) => T::ViewOtherRelease.fill(lang, &[("made", &plain(made)), ("here", here)]),
            Misfit::Field(name) => T::ViewUnknownField.fill(lang, &[("name", &plain(name))]),
            Misfit::Term(term, why) => {
                T::ViewTermGone.fill(lang, &[("term", &plain(term)), ("why", &one_line(&why.message(lang), 200))])
            }
            Misfit::Unknown(term, why) => {
                T::ViewTermUnknown.fill(lang, &[("term", &plain(term)), ("why", &one_line(&why.message(lang), 200))])
            }
            Misfit::Id(id) => T::ViewIdGone.fill(lang, &[("id", &plain(id))]),
            Misfit::Compared(id) => T::ViewComparedGone.fill(lang, &[("id", &plain(id))]),
            Misfit::Surplus(id) => T::ViewSurplus.fill(lang, &[("id", &plain(id)), ("most", &MOST_COMPARED)]),
            Misfit::Column(key) => T::ViewColumnGone.fill(lang, &[("key", &plain(key))]),
            Misfit::Sort(key) => T::ViewSortGone.fill(lang, &[("key", &plain(key))]),
        }
    }
}

/// Text of a file, made fit for a line: without control characters, and not too long.
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

/// Fits a saved view to a catalogue.
pub fn fit(saved: &Saved, catalogue: &Catalogue) -> Fitted {
    let mut fitting = Fitting::new(catalogue);
    if !catalogue.is_called(&saved.catalogue) {
        fitting.note(Misfit::Catalogue(saved.catalogue.clone(), catalogue.id.clone()));
    } else if !catalogue.is_released_as(&saved.catalogue, &saved.release) {
        fitting.note(Misfit::Release(saved.release.clone(), catalogue.release.clone()));
    }
    for name in &saved.unknown {
        fitting.note(Misfit::Field(name.clone()));
    }
    fitting.fit(&saved.view)
}

impl View {
    /// Fits the text of a view to a catalogue.
    pub fn fit(text: &ViewText, catalogue: &Catalogue) -> Fitted {
        Fitting::new(catalogue).fit(text)
    }

    /// Fits a view to a catalogue that replaced another: missing columns to sort by are left out, and
    /// terms that nothing can pass are named.
    pub fn refit(&mut self, catalogue: &Catalogue) -> Vec<Misfit> {
        let unknown = |term: &Term| {
            let line = write_term(term);
            let why = parse(&line, catalogue).err()?;
            Some(Misfit::Unknown(line, why))
        };
        let mut misfits: Vec<Misfit> = self.query.unknown(catalogue).filter_map(unknown).collect();
        self.sort.retain(|sort| {
            let is_known = sort.key(catalogue, self.unit).is_some();
            if !is_known {
                misfits.push(Misfit::Sort(sort.field.id()));
            }
            is_known
        });
        misfits
    }
}

struct Fitting<'a> {
    catalogue: &'a Catalogue,
    misfits: Vec<Misfit>,
    fault: Option<QueryFault>,
}

impl Fitting<'_> {
    fn new(catalogue: &Catalogue) -> Fitting<'_> {
        Fitting { catalogue, misfits: Vec::new(), fault: None }
    }

    fn fit(mut self, text: &ViewText) -> Fitted {
        let view = View {
            query: self.query(&text.query),
            unit: text.unit,
            sort: self.sort(&text.sort, text.unit),
            columns: self.columns(&text.columns),
            tab: text.tab,
            comparison: self.comparison(&text.comparison),
            mine: text.mine.as_deref().and_then(|id| self.mine(id, &text.comparison)),
            stack: text.stack,
            milestones: text.milestones,
            figure: text.figure.read(),
        };
        Fitted { view, misfits: self.misfits, fault: self.fault }
    }

    fn note(&mut self, misfit: Misfit) {
        self.misfits.push(misfit);
    }

    /// Keeps the first fault of a line that cannot be read as a whole, its column counted from the line's start.
    fn note_fault(&mut self, before: &str, fault: &QueryFault) {
        let column = before.chars().count() + fault.column;
        self.fault.get_or_insert_with(|| QueryFault { column, ..fault.clone() });
    }

    /// The terms that any catalogue can read.
    fn query(&mut self, line: &str) -> Query {
        let mut terms: Vec<Term> = Vec::new();
        let mut settings: HashSet<TermKey> = HashSet::new();
        for (before, piece) in pieces(line) {
            let read = match parse(piece, self.catalogue) {
                Ok(query) => query.terms,
                Err(fault) => {
                    self.note_fault(before, &fault);
                    let elsewhere = parse_elsewhere(piece, self.catalogue);
                    let is_known = elsewhere.is_ok();
                    let misfit = if is_known { Misfit::Unknown } else { Misfit::Term };
                    self.note(misfit(piece.to_owned(), fault));
                    match elsewhere {
                        Ok(query) => query.terms,
                        Err(_) => continue,
                    }
                }
            };
            for term in read {
                let key = term.test.key();
                if term.test.is_setting() && !settings.insert(key) {
                    let twice = QueryFault { column: 1, kind: QueryFaultKind::Twice(key) };
                    self.note_fault(before, &twice);
                    self.note(Misfit::Term(piece.to_owned(), twice));
                    continue;
                }
                if let Test::Id(ids) = &term.test {
                    for id in ids.iter().filter(|id| self.catalogue.policy_by_id(id).is_none()) {
                        self.note(Misfit::Id(id.clone()));
                    }
                }
                terms.push(term);
            }
        }
        Query::of(terms)
    }

    fn sort(&mut self, line: &str, unit: Unit) -> Vec<Sort> {
        let mut sort = Vec::new();
        for key in line.split(',') {
            match parse_sort(key, self.catalogue, unit) {
                Ok(read) => sort.extend(read.into_iter().map(|key| Sort::of(key, self.catalogue))),
                Err(unknown) => self.note(Misfit::Sort(unknown)),
            }
        }
        sort
    }

    /// Columns of the other unit stay: the same choice is kept for both.
    fn columns(&mut self, ids: &[String]) -> Vec<FieldKey> {
        let mut columns = Vec::new();
        for id in ids {
            let is_known = |field: &FieldKey| {
                [Unit::Policy, Unit::Region].iter().any(|unit| field.column(self.catalogue, *unit).is_some())
            };
            match FieldKey::read(id).filter(is_known) {
                Some(field) => columns.push(field),
                None => self.note(Misfit::Column(id.clone())),
            }
        }
        columns
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

    /// The id or code of mine; a missing one is named once, by the comparison if that has it.
    fn mine(&mut self, id: &str, compared: &[String]) -> Option<String> {
        let found = self.id_of(id);
        if found.is_none() && compared.iter().all(|other| other != id) {
            self.note(Misfit::Compared(id.to_owned()));
        }
        found
    }

    fn comparison(&mut self, ids: &[String]) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for id in ids {
            match self.id_of(id) {
                None => self.note(Misfit::Compared(id.clone())),
                Some(found) if out.contains(&found) => {}
                Some(_) if out.len() == MOST_COMPARED => self.note(Misfit::Surplus(id.clone())),
                Some(found) => out.push(found),
            }
        }
        out
    }
}

/// The terms of a line as typed, each with the text before it: cut at blanks outside quotation marks, as the query
/// line is read.
fn pieces(line: &str) -> Vec<(&str, &str)> {
    let piece = |start: usize, end: usize| Some((line.get(..start)?, line.get(start..end)?));
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
                out.extend(start.take().and_then(|start| piece(start, at)));
            }
            None => {
                start.get_or_insert(at);
                if matches!(c, '"' | '“' | '”') {
                    open = Some(c);
                }
            }
        }
    }
    out.extend(start.and_then(|start| piece(start, line.len())));
    out
}
