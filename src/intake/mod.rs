//! Bytes and texts from outside to values: a copied page or text as the fields of a policy. No meanings of a catalogue.
//!
//! Nothing is silent: each value stands with the words it came from, and with a doubt where these do not settle it.

mod doubt;
mod found;
mod link;
mod recognise;

pub use doubt::Doubt;
pub use found::{Clip, Found, FoundField, FoundKind};
pub use recognise::recognise;
