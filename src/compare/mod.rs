//! How they differ: policies or places side by side, what peers state that mine does not, how alike what is stated of
//! them is, and which focuses are stated together.

mod combinations;
mod matrix;
mod similarity;

pub use combinations::{Combination, Combinations, LISTED_FOCUSES, Nobody, Together, combinations};
pub use matrix::{CompareCell, CompareRow, Comparison, Gap, Subject, compare};
pub use similarity::{Element, Elements, Jaccard, MAX_ROWS, Pair, Profile, Similarity, SimilarityOrder, similarity};

#[cfg(test)]
mod tests;
