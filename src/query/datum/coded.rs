//! A value of a closed vocabulary with its parts for tables, codebook and readers.

use std::cmp::Ordering;

use super::Missing;
use crate::catalogue::{
    AssignedBy, Basis, EventKind, Grade, Modality, Region, RegionKind, Stage, StatementKind, Strength, Tier, Version,
};
use crate::words::{DefinitionText, Lang};

/// A value of a closed vocabulary. Values are ordered as in their vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// Its position in the order.
    at: u8,
    /// Its id in a file.
    pub id: &'static str,
    /// Its name in Chinese and in English. A reference: every cell of every table has the size of its largest value.
    names: &'static [&'static str; 2],
    /// Its definition, where its name is not enough.
    pub definition: Option<DefinitionText>,
}

impl Coded {
    /// A value with a self-explanatory name: its position in the order, its id, its name in Chinese and in English.
    pub const fn new(at: u8, id: &'static str, names: &'static [&'static str; 2]) -> Coded {
        Coded { at, id, names, definition: None }
    }

    /// The same value with a definition.
    #[must_use]
    pub const fn defined(self, definition: DefinitionText) -> Coded {
        Coded { definition: Some(definition), ..self }
    }

    /// The tier of a place under the name of its rank, for people.
    pub fn of_rank(region: &Region) -> Coded {
        let tier = region.tier();
        Coded::new(tier as u8, tier.id(), region.rank_names())
    }

    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.of(self.names)
    }

    /// Its name in each language.
    pub fn names(&self) -> &'static [&'static str; 2] {
        self.names
    }
}

impl Ord for Coded {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.id).cmp(&(other.at, other.id))
    }
}

impl PartialOrd for Coded {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A closed vocabulary.
pub trait Vocabulary: Copy + 'static {
    /// Every value, in order.
    const VALUES: &'static [Self];

    /// The value in a cell.
    fn coded(self) -> Coded;
}

/// Makes the vocabularies of the catalogue those of cells: first the ones with self-explanatory names.
macro_rules! vocabularies {
    ($($plain:ident)*; $($defined:ident)*) => {
        $(impl Vocabulary for $plain {
            const VALUES: &'static [$plain] = $plain::ALL;

            fn coded(self) -> Coded {
                Coded::new(self as u8, self.id(), self.names())
            }
        })*
        $(impl Vocabulary for $defined {
            const VALUES: &'static [$defined] = $defined::ALL;

            fn coded(self) -> Coded {
                Coded::new(self as u8, self.id(), self.names()).defined(self.definition())
            }
        })*
    };
}

vocabularies! {
    EventKind Missing RegionKind Stage Tier Version;
    AssignedBy Basis Grade Modality StatementKind Strength
}
