//! The properties by which the bars of a figure are stacked.

use super::terms::TermKey;

/// A property by which the bars of a figure are stacked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Stack {
    /// Draft or final.
    #[default]
    Stage,
    /// Province or prefecture level.
    Tier,
}

impl Stack {
    /// Both, the usual one first.
    pub const ALL: [Stack; 2] = [Stack::Stage, Stack::Tier];

    /// Its stable name: the key that asks for the same property.
    pub fn id(self) -> &'static str {
        match self {
            Stack::Stage => TermKey::Stage.id(),
            Stack::Tier => TermKey::Tier.id(),
        }
    }
}
