//! Comparison: policies or places side by side, gaps to peers, who else states it, similarity, combinations of focuses,
//! claims checked against the catalogue, and changes between two releases of it.

mod alike;
mod bearing;
mod claims;
mod combinations;
mod matrix;
mod peers;
mod releases;
mod similarity;
mod texts;
mod who;

pub use alike::{Alike, AlikePlace, most_alike};
pub use bearing::Bearing;
pub use claims::{Breadth, CheckedClaim, Finding, PairCounts, Share, Verdict, claims};
pub use combinations::{Combination, Combinations, FocusSet, LISTED_FOCUSES, Nobody, Together, combinations};
pub use matrix::{CompareCell, CompareRow, Comparison, Difference, Gap, Presence, Subject, compare, compare_like};
pub use peers::{Among, PROPOSED, Peers, peers};
pub use releases::{
    Became, Cause, Changes, CountChange, CountKind, CountTerm, Counts, Coverage, FieldChange, Measure, NamedRow,
    OtherCatalogue, RecordChange, Release, UnreadQuery, releases,
};
pub use similarity::{Element, Elements, Jaccard, MAX_ROWS, Pair, Profile, Similarity, SimilarityOrder, similarity};
pub use texts::{SentencePair, TextPiece, TextSentence, compare_texts};
pub use who::{Asked, Stated, Who, who};

#[cfg(test)]
mod tests;
