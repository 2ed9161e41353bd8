//! The user's own policies: the form of one, and the layer that they stand in.

mod erase;
mod focuses;
mod form;
mod paste;
mod place;
mod problem;
mod restore;
mod settle;

pub use erase::erase_ui;
pub use form::{PolicyDraft, policy_ui};
pub use restore::restore_ui;
pub use settle::settle_ui;
