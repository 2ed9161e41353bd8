//! A clip and the fields found in it.

use super::doubt::Doubt;
use crate::catalogue::EventKind;

/// The contents of a clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// The plain text.
    pub text: String,
    /// The same as HTML, where the clipboard has it.
    pub html: Option<String>,
}

/// The fields of one policy found in a clip, and all of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The fields in the order of [`FoundKind`], one a value; of one kind the surest first.
    pub fields: Vec<FoundField>,
    /// The text of the clip to the letter, what became fields included; of a clip of HTML alone its lines, the cells
    /// of a row with tabs between.
    pub rest: String,
}

impl Found {
    /// Whether it is the page of one document: it has a title, and a number or a date beside it, and no further rows.
    pub fn is_notice(&self) -> bool {
        if self.fields.iter().any(|field| matches!(field.doubt, Some(Doubt::OtherRows(_)))) {
            return false;
        }
        let has = |is: fn(&FoundKind) -> bool| self.fields.iter().any(|field| is(&field.kind) && field.value.is_some());
        let is_further = |kind: &FoundKind| matches!(kind, FoundKind::Number | FoundKind::Date(_));
        has(|kind| *kind == FoundKind::Title) && has(is_further)
    }
}

/// A value with the words it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundField {
    /// The field of the form.
    pub kind: FoundKind,
    /// The value as the catalogue file writes it; none where the user is to choose or to correct.
    pub value: Option<String>,
    /// The words it came from, to the letter.
    pub words: String,
    /// The reason to look at it again; always there where there is no value.
    pub doubt: Option<Doubt>,
}

/// A field of a policy's form, with the writing of its values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundKind {
    /// The place: `330300`.
    Region,
    /// The title, without 《》.
    Title,
    /// The date of an event: `2023`, `2023-05`, `2023-05-30`.
    Date(EventKind),
    /// The document number: `京政发〔2023〕14号`.
    Number,
    /// An issuer, to the letter.
    Issuer,
    /// An address of the web.
    Link,
    /// The id of a stage: `draft`, `final`.
    Stage,
    /// The period of validity as an interval of ISO 8601: `2023/2025`.
    Period,
    /// A remark, by its name.
    Remark(String),
}
