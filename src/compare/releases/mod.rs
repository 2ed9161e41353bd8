//! Changes between two releases of a catalogue: record by record and field by field, and the moved counts of a query,
//! term by term.
//!
//! Records match by id, since ids are never reused. A count is a number of policies or places, so its difference is
//! split into those that entered and those that left, each with the changes behind it: the terms sum to the difference
//! by construction. The report is left to `export`.

mod counts;
mod pair;
mod records;
mod touches;

use crate::catalogue::{List, Month};
use crate::query::{Index, QueryFault, Tally, Unit};
use crate::words::Text;

/// One of the two catalogues that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The name of the release.
    pub release: String,
    /// The hash of its content (`Catalogue::content_sha256`).
    pub sha256: String,
}

/// The kind of change of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    /// New.
    Added,
    /// Gone.
    Withdrawn,
    /// A statement that counts otherwise than before: its kind, subject, focuses, strength, list, version or
    /// source changed.
    Recoded,
    /// Changed in another field.
    Edited,
    /// A list whose remaining records stand in another order.
    Reordered,
}

impl Became {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Became::Added => "added",
            Became::Withdrawn => "withdrawn",
            Became::Recoded => "recoded",
            Became::Edited => "edited",
            Became::Reordered => "reordered",
        }
    }
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the file; of a text for people with its language, as in `title.zh`.
    pub field: String,
    /// The value before: a text without quotation marks, any other as in the file; none where it was left out.
    pub old: Option<String>,
    /// The value now.
    pub new: Option<String>,
}

/// A record that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// The list that it stands in; none for the top level of the file.
    pub list: Option<List>,
    /// Its id (of a place: the code; of the top level: the catalogue's); empty for a list that was reordered.
    pub id: String,
    /// Its title, name or summary, from the later release where it has the record.
    pub name: Text,
    /// The kind of change.
    pub became: Became,
    /// The fields that differ, for a record in both.
    pub fields: Vec<FieldChange>,
}

/// Policies of both releases on which the silence of a source is a finding in one of them alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Id of the source.
    pub source: String,
    /// Ids of the policies newly covered, in canonical order.
    pub now: Vec<String>,
    /// Ids of the policies no longer covered.
    pub no_more: Vec<String>,
}

/// All changes.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Id of the catalogue.
    pub catalogue: String,
    /// The earlier release.
    pub old: Release,
    /// The later one.
    pub new: Release,
    /// Changed records, in the order of the file; none where the two have the same content.
    pub records: Vec<RecordChange>,
    /// Changes of coverage, in the order of the sources.
    pub coverage: Vec<Coverage>,
    /// Counts of the query that moved.
    pub counts: Result<Counts, UnreadQuery>,
}

impl Changes {
    /// Whether the two have the same content.
    pub fn is_same(&self) -> bool {
        self.records.is_empty()
    }
}

/// A query that one of the two catalogues cannot read, so that there is nothing to count in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadQuery {
    /// The line as it was given.
    pub query: String,
    /// The release that cannot read it.
    pub release: String,
    /// The reason.
    pub fault: QueryFault,
}

/// The counts of a query that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The query as one line; empty for everything.
    pub query: String,
    /// The counts whose policies or places are not the same ones, even where their number is.
    pub moved: Vec<CountChange>,
}

/// A kind of count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountKind {
    /// k: the rows found.
    Found,
    /// N: all rows.
    All,
    /// A number of a focus among the rows that the query finds without its focus terms.
    Focus {
        /// Id of the focus.
        id: String,
        /// Its name.
        name: Text,
        /// The kind of number.
        measure: Measure,
    },
    /// Policies found, of a month; none for an unknown month.
    Month(Option<Month>),
    /// Policies found, of this place itself.
    Region {
        /// Its code.
        code: String,
        /// Its name.
        name: Text,
    },
}

/// A kind of number of a focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// k: stated, by the threshold of the query.
    Stated,
    /// n: covered or spoken of.
    Covered,
    /// m: not assessed.
    NotAssessed,
    /// p: stated, tied to a policy.
    ByPolicy,
    /// r: stated, of the place only.
    ByPlace,
}

impl Measure {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Measure::Stated => "stated",
            Measure::Covered => "covered",
            Measure::NotAssessed => "not_assessed",
            Measure::ByPolicy => "by_policy",
            Measure::ByPlace => "by_place",
        }
    }
}

/// A count in both releases, with the terms of its difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountChange {
    /// The unit of its rows.
    pub unit: Unit,
    /// The kind of count.
    pub of: CountKind,
    /// The number before; the number that state a focus may be a floor.
    pub old: Tally,
    /// The number now.
    pub new: Tally,
    /// The terms of the difference, which sum to it.
    pub terms: Vec<CountTerm>,
}

/// Rows that entered a count, or left it, for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountTerm {
    /// The number of rows: above 0 where they entered, below where they left.
    pub by: isize,
    /// The rows, by id.
    pub rows: Vec<NamedRow>,
    /// The changes behind it, in their order.
    pub causes: Vec<Cause>,
}

/// A policy or a place by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRow {
    /// Id of the policy, or code of the place.
    pub id: String,
    /// Title or name.
    pub name: Text,
}

/// A change as a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// Its position among the changed records.
    pub change: usize,
    /// The field that changed; none for the record as a whole.
    pub field: Option<&'static str>,
}

/// Two files that are not of the same catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{old}” and “{new}” are two catalogues")]
pub struct OtherCatalogue {
    /// Id of the one.
    pub old: String,
    /// Id of the other.
    pub new: String,
}

/// Compares two releases of a catalogue, and the counts of a query (one line; empty for everything) in both.
///
/// # Errors
///
/// The two have different ids.
pub fn releases(old: &Index, new: &Index, query: &str) -> Result<Changes, OtherCatalogue> {
    let (before, after) = (&*old.catalogue, &*new.catalogue);
    if before.id != after.id {
        return Err(OtherCatalogue { old: before.id.clone(), new: after.id.clone() });
    }
    let release =
        |index: &Index| Release { release: index.catalogue.release.clone(), sha256: index.catalogue.content_sha256() };
    let found = records::Found::between(before, after);
    let counts = counts::counts(old, new, query, &found);
    Ok(Changes {
        catalogue: after.id.clone(),
        old: release(old),
        new: release(new),
        coverage: records::coverage(before, after, &found),
        records: found.changes,
        counts,
    })
}
