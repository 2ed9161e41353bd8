//! Bytes and texts from outside to values: a copied page or text as the fields of a policy. No meanings of a catalogue.
//!
//! Nothing is silent: each value stands with the words it came from, and with a doubt where these do not settle it.

mod body;
mod decode;
mod document;
mod doubt;
mod example;
mod first_bytes;
mod found;
mod grid;
mod labels;
mod link;
mod number;
mod page;
mod parts;
mod place;
mod recognise;
mod row;
mod signs;
mod table;
mod title;
mod when;

pub use body::issuers;
pub use decode::{EncodingGround, EncodingRead, TextEncoding};
pub use document::{
    DocumentChanges, DocumentFault, DocumentKind, DocumentParagraph, DocumentRead, MOST_DOCUMENT_BYTES, NoDocument,
    ParagraphOf, clip_of, places, read_copied, read_document, sentences,
};
pub use doubt::Doubt;
pub use example::is_example;
pub use found::{Clip, Found, FoundField, FoundKind};
pub use grid::{CellAt, CellKind, Grid, GridCell, GridRow, GridSheet};
pub use labels::{FieldLabel, label};
pub use link::links_in;
pub use number::{NumberFound, number};
pub use page::text_of_html;
pub use place::{PlaceFound, PlaceReader};
pub use recognise::recognise;
pub use table::{MOST_TABLE_BYTES, NoTable, TableFault, TableKind, TableRead, read_clip, read_table};
pub use title::{TitleFound, one_line, title};
pub use when::{DateFound, NumberFormat, date, date_of_number};

#[cfg(test)]
mod tests;
