//! The user's own policies: the form of one, and the layer that they stand in.

mod focuses;
mod form;
mod paste;
mod place;
mod problem;
mod settle;

pub use form::{PolicyDraft, policy_ui};
pub use settle::settle_ui;
