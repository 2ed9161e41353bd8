//! The places of records in the lists of a catalogue, by which they refer to each other.

/// A file of a stack, the base first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIdx(pub u8);

/// A focus of a catalogue, in codebook order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FocusIdx(pub u8);

/// A source of a catalogue, in catalogue order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIdx(pub u16);

/// A place in [`Regions`](super::Regions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionIdx(pub u16);

/// A policy of a catalogue. Policies are held in canonical order: month (unknown last), region code, id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PolicyIdx(pub u32);

/// A text of a policy, in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextIdx(pub u32);

/// A statement of a catalogue, in file order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIdx(pub u32);
