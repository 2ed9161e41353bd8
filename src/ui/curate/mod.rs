//! The user's own policies: the form of one, and the layer that they stand in.

mod adrift;
mod dates;
mod double;
mod erase;
mod evidence;
mod focuses;
mod form;
mod import;
mod paste;
mod place;
mod problem;
mod reserved;
mod restore;
mod same;
mod settle;
mod written;

pub use adrift::adrift_ui;
pub use erase::erase_ui;
pub use form::{PolicyDraft, policy_ui};
pub use import::{ImportDraft, import_ui};
pub use restore::restore_ui;
pub use same::same_ui;
pub use settle::settle_ui;
