//! Problems of a catalogue file: fault, place and remedy; shown alike in window and terminal.

use std::fmt::Write as _;

use super::characters::harmless;
use super::index::FileIdx;
use super::kinds::Version;
use super::raw::Worded as _;
use super::ron::fault::Fault;
use crate::words::{CatalogueText as T, Lang};

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record is left out.
    Error,
    /// The record stays in use.
    Warning,
    /// The form is not complete, so that its policy counts nowhere.
    Draft,
}

impl Severity {
    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => T::Error.get(lang),
            Severity::Warning => T::Warning.get(lang),
            Severity::Draft => T::Draft.get(lang),
        }
    }
}

/// A place in the text, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
}

/// A problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file of a stack that has it.
    pub file: FileIdx,
    /// Its severity.
    pub severity: Severity,
    /// Its place; none for the whole file.
    pub place: Option<Place>,
    /// The id of the record, where it could be read.
    pub record: Option<String>,
    /// Its kind.
    pub kind: ProblemKind,
}

impl Problem {
    /// `FILE:LINE:COL: severity: message [id]`.
    pub fn line(&self, file: &str, lang: Lang) -> String {
        let mut out = file.to_owned();
        if let Some(place) = self.place {
            write!(out, ":{}:{}", place.line, place.column).ok();
        }
        write!(out, ": {}: {}", self.severity.name(lang), self.kind.message(lang)).ok();
        if let Some(record) = &self.record {
            write!(out, " [{record}]").ok();
        }
        harmless(&out)
    }

    /// Whether the text is torn there, so that records after it may not be seen as such.
    pub fn tears(&self) -> bool {
        matches!(self.kind, ProblemKind::Cut(_) | ProblemKind::Syntax(_))
    }
}

/// The kind of a problem.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// Nothing in the file.
    EmptyFile,
    /// Not UTF-8; the probable encoding.
    NotUtf8(&'static str),
    /// A NUL byte.
    NulByte,
    /// The text could not be cut into records here.
    Cut(Fault),
    /// RON's own complaint about one record.
    Syntax(::ron::Error),
    /// A full-width sign in place of RON's own.
    FullWidth(char, char),
    /// A field of the top level is missing.
    MissingHead(&'static str),
    /// An unknown field at the top level, and the nearest known one.
    UnknownHead(String, Option<&'static str>),
    /// A field of the top level twice.
    TwiceHead(String),
    /// An older schema that this program cannot migrate.
    OlderSchema(u32),
    /// A newer schema, and the newest that this program knows.
    NewerSchema(u32, u32),
    /// An id that another record has.
    DuplicateId(String),
    /// An id of a focus that differs from that of another in the case of letters only.
    CaseOnly(String, String),
    /// An id of a source that a query reads as a grade or as every source.
    TakenWord(String),
    /// A reference to an unknown record or place, and the nearest known one.
    Unknown(ReferenceTarget, String, Option<String>),
    /// A code of a county or district; its parent's code and name are used.
    CountyCode(String, String),
    /// A retired code; its successor's code and name are used, since a year.
    RetiredCode(String, String, u16),
    /// A code with more than six digits.
    LongCode(String),
    /// A date that does not exist or is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    BadDate(String),
    /// A date that is probably a slip: before the People's Republic.
    EarlyDate(String),
    /// A date that is probably a slip: long after every source, and the date of the last source.
    LateDate(String, String),
    /// A period that ends before it begins.
    PeriodBackwards(String, String),
    /// A percentage that is negative or finer than a tenth.
    BadPercent(String),
    /// A source that does not cover the policy that a statement of it is about.
    NotCovered(String, String),
    /// A text of another policy than the record is about: its id and that policy.
    OtherPolicy(String, String),
    /// A mark in a text of another version than its statement is on: the text and its version.
    OtherVersion(String, Version),
    /// A mark in a paragraph that its text does not have: the text and the number of its paragraphs.
    NoParagraph(String, usize),
    /// A mark at characters that its paragraph does not have: the text and the number of characters.
    NoSuchPlace(String, usize),
    /// Words at a mark that are not those of the quotation.
    WordsDiffer(String),
    /// An empty text.
    EmptyText,
    /// A control or bidirectional-override character.
    BadCharacter(char),
    /// A character that no document can hold; it is left out.
    LeftOut(char),
    /// An address without a scheme, and the address as read.
    NoScheme(String, String),
    /// An address that is no link to the web.
    NoLink(String),
    /// A field that this kind of record needs.
    Needs(&'static str),
    /// An id that does not follow `region-year-serial`.
    OddPolicyId(String),
    /// A tag that is not four characters of `a-z2-7`.
    BadTag(String),
    /// A tag that another layer has; the name of its file.
    SameTag(String, String),
    /// A layer that was made over another catalogue: its id and that of the base.
    OtherBase(String, String),
    /// A layer that was made over another release of the base: its release and that of the base.
    OtherRelease(String, String),
    /// A layer in the place of a catalogue.
    NotABase,
    /// More records than can be counted.
    TooMany(&'static str),
    /// Further problems of the kind before, of this severity, in the same record; their number.
    Further(Severity, usize),
}

/// The type of record that a reference points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// A focus.
    Focus,
    /// A region.
    Region,
    /// A source.
    Source,
    /// A policy.
    Policy,
    /// A text of a policy.
    Text,
    /// A statement.
    Statement,
    /// A layer.
    Layer,
}

impl ReferenceTarget {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            ReferenceTarget::Focus => T::AFocus,
            ReferenceTarget::Region => T::ARegion,
            ReferenceTarget::Source => T::ASource,
            ReferenceTarget::Policy => T::APolicy,
            ReferenceTarget::Text => T::AText,
            ReferenceTarget::Statement => T::AStatement,
            ReferenceTarget::Layer => T::ALayer,
        }
        .get(lang)
    }
}

impl ProblemKind {
    /// Its severity: errors cost the record, warnings do not.
    pub fn severity(&self) -> Severity {
        match self {
            ProblemKind::CountyCode(..)
            | ProblemKind::RetiredCode(..)
            | ProblemKind::OddPolicyId(_)
            | ProblemKind::TakenWord(_)
            | ProblemKind::EarlyDate(_)
            | ProblemKind::LateDate(..)
            | ProblemKind::LeftOut(_)
            | ProblemKind::NoScheme(..)
            | ProblemKind::NoLink(_)
            | ProblemKind::OtherRelease(..) => Severity::Warning,
            ProblemKind::Further(severity, _) => *severity,
            _ => Severity::Error,
        }
    }

    /// The fault and its remedy, in one line.
    pub fn message(&self, lang: Lang) -> String {
        use ProblemKind as K;
        match self {
            K::EmptyFile => T::EmptyFile.get(lang).into(),
            K::NotUtf8(guess) => T::NotUtf8.fill(lang, &[("guess", guess)]),
            K::NulByte => T::NulByte.get(lang).into(),
            K::Cut(fault) => cut_message(*fault, lang),
            K::Syntax(error) => syntax_message(error, lang),
            K::FullWidth(found, wanted) => T::FullWidth.fill(lang, &[("found", found), ("wanted", wanted)]),
            K::MissingHead(name) => T::MissingField.fill(lang, &[("name", name)]),
            K::UnknownHead(name, near) => {
                T::UnknownField.fill(lang, &[("name", name)]) + &did_you_mean(near.map(str::to_owned).as_deref(), lang)
            }
            K::TwiceHead(name) => T::FieldTwice.fill(lang, &[("name", name)]),
            K::OlderSchema(found) => T::OlderSchema.fill(lang, &[("found", found)]),
            K::NewerSchema(found, known) => T::NewerSchema.fill(lang, &[("found", found), ("known", known)]),
            K::DuplicateId(id) => T::DuplicateId.fill(lang, &[("id", id)]),
            K::CaseOnly(id, other) => T::CaseOnly.fill(lang, &[("id", id), ("other", other)]),
            K::TakenWord(id) => T::TakenWord.fill(lang, &[("id", id)]),
            K::Unknown(what, id, near) => {
                T::UnknownReference.fill(lang, &[("what", &what.name(lang)), ("id", id)])
                    + &did_you_mean(near.as_deref(), lang)
            }
            K::CountyCode(code, parent) => T::CountyCode.fill(lang, &[("code", code), ("parent", parent)]),
            K::RetiredCode(code, into, since) => {
                T::RetiredCode.fill(lang, &[("code", code), ("into", into), ("since", since)])
            }
            K::LongCode(code) => {
                let six: String = code.chars().take(6).collect();
                T::LongCode.fill(lang, &[("code", code), ("n", &code.len()), ("six", &six)])
            }
            K::BadDate(text) => T::BadDate.fill(lang, &[("text", text)]),
            K::EarlyDate(text) => T::EarlyDate.fill(lang, &[("text", text)]),
            K::LateDate(text, last) => T::LateDate.fill(lang, &[("text", text), ("last", last)]),
            K::PeriodBackwards(from, to) => T::PeriodBackwards.fill(lang, &[("from", from), ("to", to)]),
            K::BadPercent(text) => T::BadPercent.fill(lang, &[("text", text)]),
            K::NotCovered(source, policy) => T::NotCovered.fill(lang, &[("source", source), ("policy", policy)]),
            K::OtherPolicy(text, policy) => T::TextOfOther.fill(lang, &[("text", text), ("policy", policy)]),
            K::OtherVersion(text, version) => {
                let word = version.word().unwrap_or_default();
                T::MarkOfVersion.fill(lang, &[("text", text), ("version", &version.name(lang)), ("word", &word)])
            }
            K::NoParagraph(text, n) => T::NoParagraph.fill(lang, &[("text", text), ("n", n)]),
            K::NoSuchPlace(text, n) => T::NoSuchPlace.fill(lang, &[("text", text), ("n", n)]),
            K::WordsDiffer(words) => T::WordsDiffer.fill(lang, &[("words", words)]),
            K::EmptyText => T::EmptyText.get(lang).into(),
            K::BadCharacter(c) => T::BadCharacter.fill(lang, &[("code", &format!("U+{:04X}", *c as u32))]),
            K::LeftOut(c) => T::LeftOut.fill(lang, &[("code", &format!("U+{:04X}", *c as u32))]),
            K::NoScheme(address, read) => T::NoScheme.fill(lang, &[("address", address), ("read", read)]),
            K::NoLink(address) => T::NoLink.fill(lang, &[("address", address)]),
            K::Needs(name) => T::MissingField.fill(lang, &[("name", name)]),
            K::OddPolicyId(id) => T::OddPolicyId.fill(lang, &[("id", id)]),
            K::BadTag(tag) => T::BadTag.fill(lang, &[("tag", tag)]),
            K::SameTag(tag, other) => T::SameTag.fill(lang, &[("tag", tag), ("other", other)]),
            K::OtherBase(over, base) => T::OtherBase.fill(lang, &[("over", over), ("base", base)]),
            K::OtherRelease(over, base) => T::OtherRelease.fill(lang, &[("over", over), ("base", base)]),
            K::NotABase => T::NotABase.get(lang).into(),
            K::TooMany(list) => T::TooMany.fill(lang, &[("list", list)]),
            K::Further(_, n) => T::FurtherProblems.fill(lang, &[("n", n)]),
        }
    }
}

fn did_you_mean(near: Option<&str>, lang: Lang) -> String {
    near.map(|near| T::DidYouMean.fill(lang, &[("near", &near)])).unwrap_or_default()
}

fn cut_message(fault: Fault, lang: Lang) -> String {
    match fault {
        Fault::OpenString => T::OpenString.get(lang).into(),
        Fault::OpenBracket(c) => T::OpenBracket.fill(lang, &[("bracket", &c)]),
        Fault::OpenComment => T::OpenComment.get(lang).into(),
        Fault::WrongBracket(c) => T::WrongBracket.fill(lang, &[("bracket", &c)]),
        Fault::LooseText(c) => T::LooseText.fill(lang, &[("text", &c)]),
        Fault::Expected(sign) => T::ExpectedSign.fill(lang, &[("sign", &sign)]),
        Fault::FullWidth(found, wanted) => T::FullWidth.fill(lang, &[("found", &found), ("wanted", &wanted)]),
    }
}

fn syntax_message(error: &::ron::Error, lang: Lang) -> String {
    use ::ron::Error as E;
    match error {
        E::NoSuchStructField { expected, found, .. } => {
            T::UnknownField.fill(lang, &[("name", found)])
                + &did_you_mean(nearest(found, expected.iter().copied()), lang)
        }
        E::NoSuchEnumVariant { expected, found, .. } => {
            let near = nearest(found, expected.iter().copied());
            let known = expected.join(" ");
            T::UnknownVariant.fill(lang, &[("name", found), ("known", &known)]) + &did_you_mean(near, lang)
        }
        E::MissingStructField { field, .. } => T::MissingField.fill(lang, &[("name", field)]),
        E::DuplicateStructField { field, .. } => T::FieldTwice.fill(lang, &[("name", field)]),
        E::IntegerOutOfBounds => T::NumberTooLarge.get(lang).into(),
        E::ExceededRecursionLimit => T::TooDeep.get(lang).into(),
        E::ExpectedComma => T::ExpectedSign.fill(lang, &[("sign", &",")]),
        E::ExpectedString => T::ExpectedText.get(lang).into(),
        E::ExpectedInteger => T::ExpectedNumber.get(lang).into(),
        E::ExpectedArray => T::ExpectedSign.fill(lang, &[("sign", &"[")]),
        E::ExpectedArrayEnd => T::ExpectedSign.fill(lang, &[("sign", &"]")]),
        E::ExpectedMapColon => T::ExpectedSign.fill(lang, &[("sign", &":")]),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => T::ExpectedSign.fill(lang, &[("sign", &"(")]),
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => T::ExpectedSign.fill(lang, &[("sign", &")")]),
        other => T::Syntax.fill(lang, &[("error", other)]),
    }
}

/// The bytes of the longest word that is compared with others: comparing takes as long as both are long together.
const LONGEST_WORD: usize = 200;

/// The known word nearest to the written one, if any is near; of equally near ones the first in order of characters,
/// whatever order they are known in. No slip of the pen is found in words that are very long.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let lower = word.to_lowercase();
    let mut best: Option<(f64, &'a str)> = None;
    for candidate in known.filter(|candidate| candidate.len() <= LONGEST_WORD) {
        let near = strsim::jaro_winkler(&lower, &candidate.to_lowercase());
        let is_nearer = match best {
            None => near > 0.8,
            Some((score, word)) => near > score || (near >= score && candidate < word),
        };
        if is_nearer {
            best = Some((near, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
