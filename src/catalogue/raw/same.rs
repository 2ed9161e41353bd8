//! Mirror of the answers to whether two policies are the same.

use serde::Deserialize;

use super::RawSameVerdict;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSame {
    pub a: String,
    pub b: String,
    pub verdict: RawSameVerdict,
}
