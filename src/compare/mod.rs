//! How they differ: policies or places side by side, what peers state that mine does not, and who else states it.

mod matrix;
mod peers;
mod who;

pub use matrix::{CompareCell, CompareRow, Comparison, Gap, Subject, compare};
pub use peers::{Among, Peers, peers};
pub use who::{Asked, Stated, Who, who};

#[cfg(test)]
mod tests;
