//! The parts of a column, and FIELDS, the one table of them for tables, the column chooser, `--columns`, `--sort`,
//! every export and the codebook.

mod order;
mod table;
mod values;

pub use table::{Column, FIELDS};
pub use values::{RowView, assigned_by, fetch_records};

pub(super) use order::SortOrder;

use super::Unit;
use super::datum::{Datum, DatumKind, Missing};
use crate::catalogue::{FocusIdx, Policy};
use crate::words::FigureText;

/// A column with all its parts.
#[derive(Debug)]
pub struct Field {
    /// The stable name: `month`. A column of a focus has the focus's id after it: `focus_compute`.
    pub key: &'static str,
    /// The heading for people; `{focus}` in it stands for the name of the focus.
    pub label: FigureText,
    /// Its content and the rule behind it.
    pub rule: FigureText,
    /// The kind of its values.
    pub kind: fn() -> DatumKind,
    /// The one reason for which a value may be missing; none where every row has one.
    pub missing: Option<Missing>,
    /// The order of its values.
    pub(super) order: SortOrder,
    /// Whether a value of a policy is the same for every query, so that the policies are ranked by it once.
    pub(super) is_fixed: bool,
    /// Its place: among the columns of an export, or on request.
    pub(super) extent: FieldExtent,
    /// The value of a row; none where it is missing.
    pub(super) value: FieldValue,
}

/// The place of a column in tables without chosen columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldExtent {
    /// Among the columns of an export.
    Usual,
    /// After the others in a table for programs.
    Further,
}

/// The function of a value, by its rows: of one unit, of both, or of both under a focus.
#[derive(Clone, Copy, Debug)]
pub(super) enum FieldValue {
    /// Of a policy.
    Policy(for<'a> fn(&RowView<'a>, &'a Policy) -> Option<Datum<'a>>),
    /// Of a place, and of a policy beside places.
    Region(for<'a> fn(&RowView<'a>) -> Option<Datum<'a>>),
    /// Of a policy and of a place.
    Row(for<'a> fn(&RowView<'a>) -> Option<Datum<'a>>),
    /// Of a policy and of a place under a focus.
    Focus(for<'a> fn(&RowView<'a>, FocusIdx) -> Option<Datum<'a>>),
}

impl Field {
    /// Whether rows of this unit have it.
    pub fn is_of(&self, unit: Unit) -> bool {
        match self.value {
            FieldValue::Policy(_) => unit == Unit::Policy,
            FieldValue::Region(_) => unit == Unit::Region,
            FieldValue::Row(_) | FieldValue::Focus(_) => true,
        }
    }
}
