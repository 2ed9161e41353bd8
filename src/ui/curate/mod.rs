//! The form of a policy of one's own.

mod focuses;
mod form;
mod paste;
mod place;
mod problem;

pub use form::{PolicyDraft, policy_ui};
