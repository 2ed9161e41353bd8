//! A query as conditions that must all hold, with questions about them together.

use super::lens::Lens;
use super::terms::{FocusMode, TermKey, Test, Toggled};
use crate::catalogue::{Catalogue, FocusIdx, Strength};

/// A query: terms that must all hold. Without terms it finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In canonical order: by key, texts last.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whether the test must fail.
    pub not: bool,
    /// The test.
    pub test: Test,
}

impl Query {
    /// A query of these terms, in canonical order.
    pub fn of(terms: Vec<Term>) -> Query {
        let mut query = Query { terms };
        query.terms.sort_by_key(|term| term.test.key());
        query
    }

    /// The threshold of "has" for `focus:`.
    pub fn strength(&self) -> Strength {
        self.terms.iter().find_map(|term| term.test.threshold()).unwrap_or(Strength::Mentioned)
    }

    /// Whether there is a term of a key, positive or not.
    pub fn asks(&self, key: TermKey) -> bool {
        self.terms.iter().any(|term| term.test.key() == key)
    }

    /// The query without the terms of a key.
    #[must_use]
    pub fn without(&self, key: TermKey) -> Query {
        Query { terms: self.terms.iter().filter(|term| term.test.key() != key).cloned().collect() }
    }

    /// The query with the positive terms of this key replaced by one, or removed.
    #[must_use]
    pub fn with(&self, key: TermKey, test: Option<Test>) -> Query {
        let kept = self.terms.iter().filter(|term| term.not || term.test.key() != key).cloned();
        Query::of(kept.chain(test.map(|test| Term { not: false, test })).collect())
    }

    /// The texts alone, as the search line holds them.
    #[must_use]
    pub fn words(&self) -> Query {
        Query { terms: self.terms.iter().filter(|term| term.test.key() == TermKey::Text).cloned().collect() }
    }

    /// The query with its texts replaced by those of another.
    #[must_use]
    pub fn with_words(&self, words: &Query) -> Query {
        Query::of([self.without(TermKey::Text).terms, words.words().terms].concat())
    }

    /// The query with what was entered: its texts are the texts now, and each of its conditions takes the place of the one
    /// of the same key.
    #[must_use]
    pub fn entered(&self, entered: &Query) -> Query {
        let replaces = |term: &&Term| !term.not && term.test.key() != TermKey::Text;
        let kept =
            entered.terms.iter().filter(replaces).fold(self.clone(), |kept, term| kept.with(term.test.key(), None));
        let conditions = entered.without(TermKey::Text).terms;
        let fresh = conditions.into_iter().filter(|term| !kept.terms.contains(term)).collect();
        Query::of([kept.terms.clone(), fresh].concat()).with_words(entered)
    }

    /// The first positive test of a key.
    pub fn positive(&self, key: TermKey) -> Option<&Test> {
        self.terms.iter().find(|term| !term.not && term.test.key() == key).map(|term| &term.test)
    }

    /// The query after a click on a value of a key.
    #[must_use]
    pub fn toggled(&self, key: TermKey, value: &str, catalogue: &Catalogue) -> Query {
        if let Some(at) = self.terms.iter().position(|term| term.leaves_out(key, value)) {
            // A value that is left out is no longer so; the others of its term still are.
            let mut terms = self.terms.clone();
            let Term { not, test } = terms.remove(at);
            if let Toggled::Now(test) = key.toggle(Some(test), value, catalogue) {
                terms.insert(at, Term { not, test });
            }
            return Query { terms };
        }
        match key.toggle(self.positive(key).cloned(), value, catalogue) {
            Toggled::Same => self.clone(),
            Toggled::Gone => self.with(key, None),
            Toggled::Now(test) => self.with(key, Some(test)),
        }
    }

    /// Whether a value of a key is among the positive terms.
    pub fn has(&self, key: TermKey, value: &str) -> bool {
        self.positive(key).is_some_and(|test| test.has(value))
    }

    /// Whether a value of a key is among the negative terms.
    pub fn leaves_out(&self, key: TermKey, value: &str) -> bool {
        self.terms.iter().any(|term| term.leaves_out(key, value))
    }

    /// Whether this is the one value of a key among the positive terms, so that a click on it would leave none.
    pub fn has_only(&self, key: TermKey, value: &str, catalogue: &Catalogue) -> bool {
        self.positive(key).is_some() && self.toggled(key, value, catalogue).positive(key).is_none()
    }

    /// Whether any term can remove a row.
    pub fn filters(&self) -> bool {
        self.terms.iter().any(|term| !term.test.is_setting())
    }

    /// The focuses that a comparison shows: those asked for, else all, in codebook order.
    pub fn focuses(&self, catalogue: &Catalogue) -> Vec<FocusIdx> {
        let asked = |focus: &FocusIdx| match self.positive(TermKey::Focus) {
            Some(test) => test.has(&catalogue[*focus].id),
            None => true,
        };
        catalogue.focus_idxs().filter(asked).collect()
    }

    /// The texts that must occur.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(|term| !term.not).filter_map(Term::text)
    }
}

impl Term {
    fn leaves_out(&self, key: TermKey, value: &str) -> bool {
        // Where all of several focuses are not wanted, or one without others, none is left out for itself.
        let is_each = !matches!(&self.test, Test::Focus(focuses) if focuses.mode != FocusMode::Any);
        self.not && is_each && self.test.key() == key && self.test.has(value)
    }

    /// Its text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.test {
            Test::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Lens {
    /// The lens of a query; without lens terms the catalogue's default.
    pub fn of(query: &Query, catalogue: &Catalogue) -> Lens {
        let mut lens = Lens::default_of(catalogue);
        query.terms.iter().for_each(|term| term.test.set(catalogue, &mut lens));
        lens
    }
}
