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

pub(super) use issuers::IssuerFacts;
pub(super) use keywords::{KeywordFact, KeywordFacts};
pub(super) use lists::Lists;
pub(super) use policies::{DateFact, PolicyFacts, Seat};
pub(super) use ranks::{Ranks, by_rank, ranks_of};
pub(super) use statements::StatementFacts;

use crate::catalogue::Catalogue;

/// All facts of a catalogue.
#[derive(Debug)]
pub(super) struct Facts {
    pub policies: PolicyFacts,
    pub issuers: IssuerFacts,
    pub statements: StatementFacts,
    pub keywords: KeywordFacts,
}

impl Facts {
    pub fn of(catalogue: &Catalogue) -> Facts {
        Facts {
            policies: PolicyFacts::of(catalogue),
            issuers: IssuerFacts::of(catalogue),
            statements: StatementFacts::of(catalogue),
            keywords: KeywordFacts::of(catalogue),
        }
    }
}
