//! A cell: what the sources in sight say of a policy or a place under one focus.

use crate::catalogue::{Basis, Statement, Strength};
use crate::look::CellMark;
use crate::words::{CliText, Lang};

/// The basis and strength of one focus from the sources in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The highest strength among the statements of its basis.
    pub strength: Strength,
    /// ● if a statement is tied to the policy itself, ○ if one speaks of exactly its place, else blank.
    pub basis: Option<Basis>,
    /// 等: all its statements have open lists.
    pub open: bool,
}

impl Cell {
    /// A cell without a statement: not stated where a source covers it, else not assessed.
    pub fn blank(covered: bool) -> Cell {
        let strength = if covered { Strength::NotStated } else { Strength::NotAssessed };
        Cell { strength, basis: None, open: false }
    }

    /// The cell of one statement.
    pub fn of(statement: &Statement) -> Cell {
        Cell { strength: statement.strength, basis: statement.of.basis(), open: statement.list.is_open() }
    }

    /// Adds a statement of the same basis.
    pub(super) fn add(&mut self, basis: Basis, strength: Strength, open: bool) {
        if self.basis.is_none() {
            *self = Cell { strength, basis: Some(basis), open };
        } else {
            self.strength = self.strength.max(strength);
            self.open &= open;
        }
    }

    /// Its mark, without 等.
    pub fn mark(self) -> CellMark {
        match (self.strength, self.basis) {
            (Strength::NotAssessed, _) => CellMark::NotAssessed,
            (Strength::NotStated, _) => CellMark::Silent,
            (Strength::Absent, _) => CellMark::Absent,
            (_, Some(Basis::Policy)) => CellMark::Policy,
            (_, _) => CellMark::Place,
        }
    }

    /// Its mark in a text: ● or ○ with 等, × for absent, ? for not assessed, empty for not stated.
    pub fn sign(self, lang: Lang) -> String {
        let sign = self.mark().sign();
        if self.open && self.strength.is_stated() {
            return format!("{sign} {}", CliText::OpenMark.get(lang));
        }
        sign.to_owned()
    }

    /// Whether a source in sight covers it or speaks of it.
    pub fn is_assessed(self) -> bool {
        self.strength != Strength::NotAssessed
    }
}
