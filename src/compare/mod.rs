//! How they differ: policies or places side by side, and what peers state that mine does not.

mod matrix;

pub use matrix::{CompareCell, CompareRow, Comparison, Gap, Subject, compare};

#[cfg(test)]
mod tests;
