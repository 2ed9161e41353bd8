//! Policies and places in a call: their names, and whether the catalogue has data on a place.

use super::fault::Stop;
use crate::catalogue::{Catalogue, RegionIdx};
use crate::query::{Index, Row};
use crate::words::{CliText as T, Lang};

/// 北京市, or the short title of a policy.
pub fn name(catalogue: &Catalogue, row: Row, lang: Lang) -> &str {
    row.short_name(catalogue, lang)
}

/// Refuses a place without data in the catalogue, and names places inside it that have policies.
pub fn there(index: &Index, region: RegionIdx, lang: Lang) -> Result<(), Stop> {
    if !index.policies_in(region).is_empty() || !index.of_region(region).is_empty() {
        return Ok(());
    }
    let place = index.catalogue[region].name.get(lang);
    let nothing = T::NothingOfPlace.fill(lang, &[("place", &place)]);
    let parts: Vec<String> = std::iter::once(nothing).chain(inside(index, region, lang)).collect();
    Err(Stop::NotThere(parts.join("; ")))
}

/// Names the places inside another that have policies.
pub fn inside(index: &Index, region: RegionIdx, lang: Lang) -> Option<String> {
    let regions = &index.catalogue.regions;
    let places = regions
        .iter()
        .filter(|(i, _)| *i != region && regions.contains(region, *i) && !index.policies_in(*i).is_empty());
    let names: Vec<&str> = places.map(|(_, place)| place.name.get(lang)).collect();
    (!names.is_empty()).then(|| T::InsidePlace.fill(lang, &[("inside", &names.join(lang.comma()))]))
}
