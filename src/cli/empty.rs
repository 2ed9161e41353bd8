//! The hint for a query that finds nothing: its reason, and possible remedies.

use std::collections::BTreeSet;
use std::io::Write;

use super::Ctx;
use crate::catalogue::RegionIdx;
use crate::query::{Index, Query, Unit, places_without_policies, policies_inside};
use crate::words::{CliText as T, Lang};

/// Writes that nothing was found and possible remedies: where the catalogue has no policy of the place, no wider
/// lens is one.
pub fn hint(index: &Index, query: &Query, unit: Unit, ctx: &Ctx, err: &mut dyn Write) {
    let places = places_without_policies(index, query);
    let text = match (places.as_slice(), unit) {
        ([], Unit::Policy) => T::EmptyPolicies.get(ctx.lang).to_owned(),
        ([], Unit::Region) => T::EmptyRegions.get(ctx.lang).to_owned(),
        (places, _) => no_policy(index, places, ctx.lang),
    };
    writeln!(err, "{}", T::FaultLine.fill(ctx.lang, &[("what", &text)])).ok();
}

/// `本目录没有合肥市的政策，也没有关于它的陈述`, then their provinces, if these have policies, and other catalogues.
fn no_policy(index: &Index, places: &[RegionIdx], lang: Lang) -> String {
    let regions = &index.catalogue.regions;
    let names: Vec<&str> = places.iter().map(|place| regions[*place].name.get(lang)).collect();
    let spoken: Vec<&str> = places
        .iter()
        .filter(|place| !index.of_region(**place).is_empty())
        .map(|place| regions[*place].code.as_str())
        .collect();
    let nothing = if spoken.is_empty() { T::NothingOfPlace } else { T::NoPolicyHere };
    let mut parts = vec![nothing.fill(lang, &[("place", &names.join(lang.comma()))])];
    parts.extend(spoken.iter().map(|code| T::OnlySpokenOf.fill(lang, &[("code", code)])));
    let provinces: BTreeSet<RegionIdx> = places.iter().map(|place| regions.province_of(*place)).collect();
    parts.extend(provinces.into_iter().filter_map(|province| {
        let n = policies_inside(index, province);
        let (place, code) = (regions[province].name.get(lang), &regions[province].code);
        (n > 0).then(|| T::ProvinceHas.fill(lang, &[("place", &place), ("n", &n), ("code", code)]))
    }));
    parts.push(T::OtherCatalogue.get(lang).to_owned());
    parts.join(lang.semicolon())
}
