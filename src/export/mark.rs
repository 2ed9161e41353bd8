//! The marks of a cell, the same in every table of text.

use crate::catalogue::{Basis, Strength};
use crate::query::Cell;
use crate::words::{CliText as T, Lang};

/// ● or ○ with 等, × for absent, ? for not assessed, nothing for not stated.
pub fn mark(cell: Cell, lang: Lang) -> String {
    let sign = match (cell.strength, cell.basis) {
        (Strength::NotAssessed, _) => "?",
        (Strength::NotStated, _) => "",
        (Strength::Absent, _) => "×",
        (_, Some(Basis::Policy)) => "●",
        (_, _) => "○",
    };
    if cell.open && cell.strength.is_stated() {
        return format!("{sign} {}", T::OpenMark.get(lang));
    }
    sign.to_owned()
}
