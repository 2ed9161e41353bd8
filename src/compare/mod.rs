//! How they differ: policies or places side by side, what peers state that mine does not, who else states it, how alike what is stated of
//! them is, which focuses are stated together, how a source's claims agree with the catalogue, and what changed between two releases of it.

mod alike;
mod bearing;
mod claims;
mod combinations;
mod matrix;
mod peers;
mod releases;
mod similarity;
mod who;

pub use alike::{Alike, AlikePlace, most_alike};
pub use bearing::Bearing;
pub use claims::{Breadth, CheckedClaim, Finding, PairCounts, Share, Verdict, claims};
pub use combinations::{Combination, Combinations, LISTED_FOCUSES, Nobody, Together, combinations};
pub use matrix::{CompareCell, CompareRow, Comparison, Difference, Gap, Presence, Subject, compare};
pub use peers::{Among, Peers, peers};
pub use releases::{
    Became, Cause, Changes, CountChange, CountKind, CountTerm, Counts, Coverage, FieldChange, Measure, NamedRow,
    OtherCatalogue, RecordChange, Release, UnreadQuery, releases,
};
pub use similarity::{Element, Elements, Jaccard, MAX_ROWS, Pair, Profile, Similarity, SimilarityOrder, similarity};
pub use who::{Asked, Stated, Who, who};

#[cfg(test)]
mod tests;
