//! The marks of a cell, the same in every table of text.

use crate::query::Cell;
use crate::words::Lang;

/// The mark of a cell, the same in every table of text.
pub fn mark(cell: Cell, lang: Lang) -> String {
    cell.sign(lang)
}
