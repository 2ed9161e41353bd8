//! Tables that come in: a grid becomes policies of a layer; and a copied page a form ([`filled`]).
//!
//! [`dry`] is the whole run but its last step. It takes the sheets as read ([`crate::intake::Grid`]), the answers of the
//! user ([`TableMapping`]; an empty one answers nothing) and the policies that are there ([`KnownPolicies`], made once
//! for a text of the layer), and gives a [`Dry`]: the layout of each sheet, the [`Fate`] of each row with its problems and
//! what solves them, the questions about whole columns, and where every cell goes. It is a pure function: a changed
//! mapping is a call anew. [`Dry::edits`] is the last step: the edits of the layer's text.
//!
//! A problem is solved by a rule ([`CellProblem::rule`], then [`TableMapping::set_value`]); a question by
//! [`TableMapping::set_field`] or [`TableMapping::set_repeats`]; a row is taken in another way by
//! [`TableMapping::set_verdict`] with its [`RowFate::text`].

mod clip;
mod digest;
mod dry;
mod edits;
mod fate;
mod field;
mod heads;
mod known;
mod layout;
mod mapping;
mod record;
mod take;

#[cfg(test)]
mod tests;

pub use clip::{date_read, dates_read, filled, found_name, put_found};
pub use digest::DryDigest;
pub use dry::{Dry, dry};
pub use edits::ImportRun;
pub use fate::{CellChange, CellProblem, CellUse, Conservation, Fate, NoRecord, ProblemOf, RowFate};
pub use field::{DatePart, TableField};
pub use heads::OwnHeads;
pub use known::{KnownPolicies, form_of};
pub use layout::{FieldBy, SheetLayout, TableColumn, TableQuestion};
pub use mapping::{BlankRule, ColumnField, HeaderRows, RowRule, RowVerdict, TableMapping, ValueRule};
