//! The unit of counting.

/// What is counted: policies or regions.
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
