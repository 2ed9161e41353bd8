//! The properties by which rows are counted.

use super::terms::TermKey;

/// A property by which rows are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// Place.
    Region,
    /// Month; months inside the range of the result are counted even when 0.
    Month,
    /// Focus.
    Focus,
    /// Tier.
    Tier,
    /// Stage.
    Stage,
    /// The highest strength of any focus.
    Strength,
    /// Keyword.
    Keyword,
}

impl By {
    /// Every property to count by.
    pub const ALL: [By; 7] = [By::Region, By::Month, By::Focus, By::Tier, By::Stage, By::Strength, By::Keyword];

    /// The word for it on the command line.
    pub fn id(self) -> &'static str {
        self.key().id()
    }

    /// The query key of the same property.
    pub fn key(self) -> TermKey {
        match self {
            By::Region => TermKey::Region,
            By::Month => TermKey::Month,
            By::Focus => TermKey::Focus,
            By::Tier => TermKey::Tier,
            By::Stage => TermKey::Stage,
            By::Strength => TermKey::Strength,
            By::Keyword => TermKey::Keyword,
        }
    }
}
