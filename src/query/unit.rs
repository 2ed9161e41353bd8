//! The unit of counting.

/// The unit of counting: policies or places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// One row a policy.
    #[default]
    Policy,
    /// One row a place.
    Region,
}

impl Unit {
    /// `policy` or `region`.
    pub fn id(self) -> &'static str {
        match self {
            Unit::Policy => "policy",
            Unit::Region => "region",
        }
    }
}
