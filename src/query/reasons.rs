//! The reasons of hits: the field with the text, and the words around it.

use unicode_normalization::char::is_combining_mark;

use super::Lens;
use super::nearness::find_literal;
use super::spelling::{Pinyin, Reading, Spelled};
use crate::catalogue::{Catalogue, PolicyIdx, SourceIdx, StatementIdx, fold, fold_into};

/// The field of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonField {
    /// Title or short title.
    Title,
    /// Title, by pinyin.
    TitlePinyin,
    /// Document number.
    Number,
    /// Issuer.
    Issuer,
    /// Name of the place.
    Region,
    /// Name of the place, by pinyin.
    RegionPinyin,
    /// Summary, quotation or keyword of a statement.
    Statement(StatementIdx),
}

/// The reason of a hit: the field, and the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The needle as typed.
    pub text: String,
    /// The field.
    pub field: ReasonField,
    /// The text of the field, shortened around the hit.
    pub excerpt: String,
    /// The characters of the hit in the excerpt: first, and one past the last.
    pub mark: (usize, usize),
}

/// The first reason of each text's hit in a policy; literal ones before pinyin.
pub fn reasons<'q>(
    texts: impl Iterator<Item = &'q str>,
    policy: PolicyIdx,
    catalogue: &Catalogue,
    resting: &[StatementIdx],
    lens: &Lens,
) -> Vec<Reason> {
    texts.filter_map(|text| reason(text, policy, catalogue, resting, lens)).collect()
}

fn reason(typed: &str, i: PolicyIdx, catalogue: &Catalogue, resting: &[StatementIdx], lens: &Lens) -> Option<Reason> {
    let policy = &catalogue[i];
    let region = &catalogue[policy.region];
    let needle = fold(typed);
    let literal = |field: ReasonField, text: &str| {
        let (from, to) = find_folded(text, &needle)?;
        let (excerpt, mark) = excerpt(text, from, to);
        Some(Reason { text: typed.to_owned(), field, excerpt, mark })
    };
    let seen = |source: SourceIdx| lens.sees(source);
    let own = policy.title.each().chain(policy.short.each()).find_map(|text| literal(ReasonField::Title, text));
    own.or_else(|| region.name.each().find_map(|text| literal(ReasonField::Region, text)))
        .or_else(|| {
            let (number, _) = policy.number.as_ref().filter(|(_, source)| seen(*source))?;
            literal(ReasonField::Number, number)
        })
        .or_else(|| {
            let issuers = policy.issuers.iter().filter(|(_, source)| seen(*source));
            issuers.flat_map(|(name, _)| name.each()).find_map(|text| literal(ReasonField::Issuer, text))
        })
        .or_else(|| {
            resting.iter().find_map(|s| {
                let statement = &catalogue[*s];
                let keywords = statement.keywords.iter().map(String::as_str);
                let texts = keywords.chain(statement.summary.each()).chain(statement.quote.as_deref());
                texts.into_iter().find_map(|text| literal(ReasonField::Statement(*s), text))
            })
        })
        .or_else(|| {
            let pinyin = Pinyin::new(&needle)?;
            let by_pinyin = |field: ReasonField, text: &str| {
                let spelled = Spelled::of(text);
                let usual = spelled.find(&pinyin, Reading::Usual);
                let from = usual.or_else(|| spelled.find(&pinyin, Reading::Any))?;
                let (excerpt, mark) = excerpt(text, from, from + 1);
                Some(Reason { text: typed.to_owned(), field, excerpt, mark })
            };
            let title = policy.title.zh.as_deref().and_then(|text| by_pinyin(ReasonField::TitlePinyin, text));
            title.or_else(|| region.name.zh.as_deref().and_then(|text| by_pinyin(ReasonField::RegionPinyin, text)))
        })
}

/// The characters of a text that fold to the needle: first, and one past the last.
fn find_folded(text: &str, needle: &str) -> Option<(usize, usize)> {
    let mut folded = String::new();
    // What folds to something: where its folded form begins, its first character, and one past its last.
    let mut parts: Vec<(usize, usize, usize)> = Vec::new();
    let mut chars = text.char_indices().enumerate().peekable();
    while let Some((first, (at, c))) = chars.next() {
        // A letter folds together with the marks on it, as in the whole text.
        let (mut end, mut last) = (at + c.len_utf8(), first + 1);
        while let Some((_, (_, mark))) = chars.next_if(|(_, (_, next))| is_combining_mark(*next)) {
            end += mark.len_utf8();
            last += 1;
        }
        let start = folded.len();
        fold_into(text.get(at..end).unwrap_or_default(), &mut folded);
        if folded.len() > start {
            parts.push((start, first, last));
        }
    }
    let at = find_literal(&folded, needle)?;
    let begins = parts.partition_point(|(start, ..)| *start <= at).checked_sub(1)?;
    let ends = parts.partition_point(|(start, ..)| *start < at + needle.len()).checked_sub(1)?;
    Some((parts.get(begins)?.1, parts.get(ends)?.2))
}

const EXCERPT: usize = 28;

fn excerpt(text: &str, from: usize, to: usize) -> (String, (usize, usize)) {
    let len = text.chars().count();
    if len <= EXCERPT {
        return (text.to_owned(), (from, to));
    }
    let begin = from.saturating_sub(8).min(len.saturating_sub(EXCERPT));
    let body: String = text.chars().skip(begin).take(EXCERPT).collect();
    let head = if begin > 0 { "…" } else { "" };
    let tail = if begin + EXCERPT < len { "…" } else { "" };
    let shift = head.chars().count();
    (format!("{head}{body}{tail}"), (from - begin + shift, (to - begin).min(EXCERPT) + shift))
}
