//! The embedded catalogues that have something for a query of which the open one has nothing.

use std::sync::{Arc, LazyLock};

use crate::catalogue::{Embedded, Origin, load};
use crate::query::{Index, Query, RegionPick, Term, Test, Unit, places_without_policies, policies_inside, run};

/// An embedded catalogue with policies for a query.
pub struct Offer {
    /// The catalogue.
    pub catalogue: Embedded,
    /// The query that finds them there: all of the conditions, or if these find none the places alone.
    pub query: Query,
    /// The number of policies that it finds.
    pub count: usize,
}

/// The index of each embedded catalogue, made when first asked for.
static INDEXES: [LazyLock<Option<Index>>; 2] =
    [LazyLock::new(|| index_of(Embedded::Report)), LazyLock::new(|| index_of(Embedded::Titles))];

fn index_of(catalogue: Embedded) -> Option<Index> {
    load(catalogue.text().as_bytes()).catalogue.map(|catalogue| Index::new(Arc::new(catalogue)))
}

/// The other embedded catalogues that have something for a query of the open one.
pub(super) fn offers(index: &Index, origin: &Origin, query: &Query) -> Vec<Offer> {
    let others = Embedded::ALL.iter().zip(&INDEXES).filter(|(which, _)| *origin != Origin::Embedded(**which));
    let found = others.filter_map(|(catalogue, there)| {
        let there = there.as_ref()?;
        let asked = [without_lens(query), of_places(index, query)];
        asked.into_iter().filter(Query::filters).find_map(|query| {
            let count = run(there, &query, Unit::Policy).rows.len();
            (count > 0).then_some(Offer { catalogue: *catalogue, query, count })
        })
    });
    found.collect()
}

/// The other embedded catalogues that hold policies of a place, by its code, or of places in it.
pub(super) fn holders(origin: &Origin, code: &str) -> Vec<Offer> {
    let others = Embedded::ALL.iter().zip(&INDEXES).filter(|(which, _)| *origin != Origin::Embedded(**which));
    let found = others.filter_map(|(catalogue, there)| {
        let there = there.as_ref()?;
        let count = policies_inside(there, there.catalogue.regions.by_code(code)?);
        (count > 0).then(|| Offer { catalogue: *catalogue, query: of_codes([code.to_owned()]), count })
    });
    found.collect()
}

/// A lens is of the sources of one catalogue.
fn without_lens(query: &Query) -> Query {
    Query { terms: query.terms.iter().filter(|term| !term.test.is_lens()).cloned().collect() }
}

/// The places of which the open catalogue has nothing.
fn of_places(index: &Index, query: &Query) -> Query {
    let places = places_without_policies(index, query);
    if places.is_empty() {
        return Query::default();
    }
    of_codes(places.into_iter().map(|place| index.catalogue[place].code.clone()))
}

/// The query for these places with what is in them.
fn of_codes(codes: impl IntoIterator<Item = String>) -> Query {
    let picks = codes.into_iter().map(|code| RegionPick { code, alone: false }).collect();
    Query { terms: vec![Term { not: false, test: Test::Region(picks) }] }
}
