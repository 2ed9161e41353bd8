//! Facts: what queries ask of the records, as columns of numbers made once for a catalogue.
//!
//! A term of a query is resolved against the few values of a column, and what is asked of every policy after that is
//! its number. Texts stand in `text.rs`, and cells, which depend on the lens, in `cells.rs`.

mod issuers;
mod keywords;
mod lists;
mod policies;
mod ranks;
mod statements;

use std::ops::ControlFlow;
use std::sync::OnceLock;

pub(super) use issuers::IssuerFacts;
pub(super) use keywords::{KeywordFact, KeywordFacts, SpelledKeyword};
pub(super) use lists::Lists;
pub(super) use policies::{DateFact, PolicyFacts, Seat};
pub(super) use ranks::{Ranks, by_rank, ranks_of};
pub(super) use statements::{StatementFact, StatementFacts};

use crate::catalogue::{Catalogue, Hands};

/// All facts of a catalogue.
#[derive(Debug)]
pub(super) struct Facts {
    pub policies: PolicyFacts,
    pub issuers: IssuerFacts,
    pub statements: StatementFacts,
    pub keywords: KeywordFacts,
}

/// The making of facts of one kind.
struct Work<T> {
    make: fn(&Catalogue) -> T,
    made: OnceLock<T>,
}

impl<T> Work<T> {
    fn new(make: fn(&Catalogue) -> T) -> Work<T> {
        Work { make, made: OnceLock::new() }
    }

    fn run(&self, catalogue: &Catalogue) {
        self.made.get_or_init(|| (self.make)(catalogue));
    }

    /// The facts, made here where no hand has made them.
    fn done(self, catalogue: &Catalogue) -> T {
        self.made.into_inner().unwrap_or_else(|| (self.make)(catalogue))
    }
}

impl Facts {
    /// The facts of a catalogue, each kind as `hands` do it, the longest work first.
    pub fn of(catalogue: &Catalogue, hands: &Hands) -> Facts {
        let (statements, keywords) = (Work::new(StatementFacts::of), Work::new(KeywordFacts::of));
        let (policies, issuers) = (Work::new(PolicyFacts::of), Work::new(IssuerFacts::of));
        let part = |n: usize| match n {
            0 => statements.run(catalogue),
            1 => keywords.run(catalogue),
            2 => policies.run(catalogue),
            _ => issuers.run(catalogue),
        };
        hands(4, &part, &mut |_| ControlFlow::Continue(()));
        Facts {
            policies: policies.done(catalogue),
            issuers: issuers.done(catalogue),
            statements: statements.done(catalogue),
            keywords: keywords.done(catalogue),
        }
    }
}
