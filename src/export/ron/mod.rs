//! ron: a catalogue of its own, which the program opens again: the whole, or the part in a view.
//!
//! It has the order of catalogues; the columns and the order of the view do not apply to it.

use std::io::Write;

use super::{ExportFault, Exporter, Extent, Progress, Table};
use crate::catalogue::{Catalogue, Choice, PolicyIdx, RegionIdx, write_with};
use crate::query::Row;

pub(super) struct Ron;

impl Exporter for Ron {
    fn write(&self, table: &Table<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
        let part = part_of(table);
        let catalogue = part.as_ref().unwrap_or(&table.index().catalogue);
        if write_with(catalogue, out, progress)?.is_break() { Err(ExportFault::Cancelled) } else { Ok(()) }
    }
}

/// The part of the catalogue in a table; none where nothing is left out.
pub fn part_of(table: &Table<'_>) -> Option<Catalogue> {
    let (index, about) = (table.index(), &table.about);
    let catalogue = &*index.catalogue;
    if table.extent == Extent::Whole || (!table.is_filtered() && about.shown == about.total) {
        return None;
    }
    let rows = table.rows();
    let mut policies: Vec<PolicyIdx> = rows.iter().flat_map(|row| table.outcome().policies_of(index, *row)).collect();
    policies.sort_unstable();
    let place = |row: &Row| match row {
        Row::Policy(_) => None,
        Row::Region(place) => Some(*place),
    };
    let places: Vec<RegionIdx> = rows.iter().filter_map(place).collect();
    catalogue.part(&Choice { policies: &policies, places: &places, query: &about.query })
}

#[cfg(test)]
mod tests;
