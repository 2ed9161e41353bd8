//! Tests of the query: the line, results in the shipped catalogue, and everything against a slow, obvious filter.

mod beyond;
mod fields;
mod line;
mod many;
mod oracle;
pub(crate) mod random;
mod rests;
mod results;
mod shares;
mod terms;
mod text;
mod unassessed;

use super::*;
use crate::catalogue::{Basis, Catalogue, Grade, Month, Stage, Strength, Tier};
use crate::tests::{embedded, index_of};

fn ids(catalogue: &Catalogue, rows: &[Row]) -> String {
    rows.iter().map(|row| row.id(catalogue)).collect::<Vec<_>>().join(" ")
}
