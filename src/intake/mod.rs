//! Bytes and texts from outside to values: a copied page or text as the fields of a policy. No meanings of a catalogue.
//!
//! Nothing is silent: each value stands with the words it came from, and with a doubt where these do not settle it.

mod doubt;
mod found;
mod labels;
mod link;
mod number;
mod page;
mod parts;
mod place;
mod recognise;
mod signs;
mod title;
mod when;

pub use doubt::Doubt;
pub use found::{Clip, Found, FoundField, FoundKind};
pub use labels::{Label, Labelled, LabelledValues};
pub use number::{DocumentNumber, NumberFound, number};
pub use page::{Page, PagePart};
pub use place::{PlaceFound, place, place_in, place_of_number};
pub use recognise::recognise;
pub use title::{TitleFound, title, title_in};
pub use when::{DateFound, DateWords, NumberFormat, date, date_of_number, dates_in};

#[cfg(test)]
mod tests;
