//! Answers to whether two policies of a stack are one and the same.
//!
//! Policies that are the same count once: one record stays, the other is its twin, and what is said of either is said of
//! both. Nothing is the same by itself; without an answer both count.

use super::index::{FileIdx, PolicyIdx};
use super::kinds::vocabulary;
use super::policy::Policy;
use crate::words::Lang;

vocabulary! {
    /// The answer to whether two policies are one and the same.
    SameVerdict {
        /// They are, and count once.
        Same = "same", "同一项", "the same";
        /// They are two, and are not asked about again.
        Distinct = "distinct", "不是同一项", "not the same";
    }
}

/// An answer about two policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameAnswer {
    /// Their ids.
    pub policies: [String; 2],
    /// The answer.
    pub verdict: SameVerdict,
    /// The file that gives it.
    pub file: FileIdx,
}

/// A record that stands for the same policy as another one, and is counted and shown as that.
#[derive(Clone, Debug)]
pub struct Twin {
    /// The record.
    pub policy: Policy,
    /// The policy that it is: of the lower file, else with the lower id.
    pub of: PolicyIdx,
}
