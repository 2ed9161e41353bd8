//! The reasons of hits: the field with the text, its language, and the words around it.

use std::ops::Range;

use super::needles::Folded;
use super::spelling::{Pinyin, Reading, Spelled};
use super::{Index, Outcome, Query, Row};
use crate::catalogue::{Catalogue, PolicyIdx, SourceIdx, StatementIdx, fold};
use crate::words::{Lang, Text};

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
    /// Summary or quotation of a statement.
    Statement(StatementIdx),
    /// Keyword of a statement.
    Keyword(StatementIdx),
}

/// The reason of a hit: the field, and the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The needle as typed.
    pub text: String,
    /// The field.
    pub field: ReasonField,
    /// The language of the text, where the field has one in each.
    pub lang: Option<Lang>,
    /// The text of the field, shortened around the hit.
    pub excerpt: String,
    /// The characters of the hit in the excerpt: first, and one past the last.
    pub mark: (usize, usize),
}

/// The first reason of each text's hit in a row of a result: literal ones before pinyin, and texts in this language
/// before those in the other. Of a place its name, then its policies that pass, then statements on it.
pub fn reasons(index: &Index, outcome: &Outcome, query: &Query, row: Row, lang: Lang) -> Vec<Reason> {
    let policies = outcome.policies_of(index, row);
    let reason = |typed| {
        let finder = Finder { index, outcome, typed, needle: &fold(typed), lang };
        let mut of_policies = policies.iter().map(|policy| finder.in_policy(*policy));
        match row {
            Row::Policy(_) => of_policies.next()?,
            Row::Region(place) => finder
                .in_text(ReasonField::Region, &index.catalogue[place].name)
                .or_else(|| of_policies.find_map(|reason| reason))
                .or_else(|| finder.in_statements(&index.region_rests_on(place, &[], &outcome.lens)))
                .or_else(|| finder.spelled(ReasonField::RegionPinyin, &index.catalogue[place].name)),
        }
    };
    query.texts().filter_map(reason).collect()
}

/// A search for one reason.
#[derive(Clone, Copy)]
struct Finder<'a> {
    index: &'a Index,
    outcome: &'a Outcome,
    typed: &'a str,
    needle: &'a str,
    lang: Lang,
}

impl Finder<'_> {
    fn catalogue(&self) -> &Catalogue {
        &self.index.catalogue
    }

    fn in_policy(&self, i: PolicyIdx) -> Option<Reason> {
        let policy = &self.catalogue()[i];
        let seen = |source: SourceIdx| self.outcome.lens.sees(source);
        let region = &self.catalogue()[policy.region].name;
        let issuers = || policy.issuers.iter().filter(|(_, source)| seen(*source)).map(|(name, _)| name);
        let number = || policy.number.as_ref().filter(|(_, source)| seen(*source)).map(|(number, _)| number);
        self.in_texts(ReasonField::Title, [&policy.title, &policy.short])
            .or_else(|| self.in_text(ReasonField::Region, region))
            .or_else(|| self.literal(ReasonField::Number, None, number()?))
            .or_else(|| issuers().find_map(|name| self.in_text(ReasonField::Issuer, name)))
            .or_else(|| self.in_statements(&self.index.rests_on(i, &self.outcome.lens)))
            .or_else(|| self.spelled(ReasonField::TitlePinyin, &policy.title))
            .or_else(|| self.spelled(ReasonField::RegionPinyin, region))
    }

    fn in_statements(&self, resting: &[StatementIdx]) -> Option<Reason> {
        resting.iter().find_map(|i| {
            let (statement, field) = (&self.catalogue()[*i], ReasonField::Statement(*i));
            let keyword = |keyword: &String| self.literal(ReasonField::Keyword(*i), None, keyword);
            let keywords = statement.keywords.iter().find_map(keyword);
            keywords
                .or_else(|| self.in_text(field, &statement.summary))
                .or_else(|| self.literal(field, None, statement.quote.as_deref()?))
        })
    }

    fn in_text(&self, field: ReasonField, text: &Text) -> Option<Reason> {
        self.in_texts(field, [text])
    }

    fn in_texts<const N: usize>(&self, field: ReasonField, texts: [&Text; N]) -> Option<Reason> {
        let mut langs = match self.lang {
            Lang::Zh => [Lang::Zh, Lang::En],
            Lang::En => [Lang::En, Lang::Zh],
        }
        .into_iter();
        langs.find_map(|lang| texts.iter().find_map(|text| self.literal(field, Some(lang), text.alone(lang)?)))
    }

    fn literal(&self, field: ReasonField, lang: Option<Lang>, text: &str) -> Option<Reason> {
        let range = Folded::of(text).ranges(self.needle).next()?;
        let chars = |bytes: usize| text.get(..bytes).map_or(0, |head| head.chars().count());
        Some(self.reason(field, lang, text, chars(range.start)..chars(range.end)))
    }

    fn spelled(&self, field: ReasonField, text: &Text) -> Option<Reason> {
        let (pinyin, text) = (Pinyin::new(self.needle)?, text.zh.as_deref()?);
        let spelled = Spelled::of(text);
        let usual = spelled.find(&pinyin, Reading::Usual);
        let from = usual.or_else(|| spelled.find(&pinyin, Reading::Any))?;
        Some(self.reason(field, Some(Lang::Zh), text, from..from + 1))
    }

    fn reason(&self, field: ReasonField, lang: Option<Lang>, text: &str, chars: Range<usize>) -> Reason {
        let (excerpt, mark) = excerpt(text, chars.start, chars.end);
        Reason { text: self.typed.to_owned(), field, lang, excerpt, mark }
    }
}

/// Characters of an excerpt, and those before the hit, in the width of Chinese; of Latin letters twice as many.
const EXCERPT: [usize; 2] = [28, 8];

fn excerpt(text: &str, from: usize, to: usize) -> (String, (usize, usize)) {
    let len = text.chars().count();
    let is_latin = text.chars().all(|c| c < '\u{2E80}');
    let [most, before] = EXCERPT.map(|characters| if is_latin { 2 * characters } else { characters });
    if len <= most {
        return (text.to_owned(), (from, to));
    }
    let begin = from.saturating_sub(before).min(len.saturating_sub(most));
    let body: String = text.chars().skip(begin).take(most).collect();
    let head = if begin > 0 { "…" } else { "" };
    let tail = if begin + most < len { "…" } else { "" };
    let shift = head.chars().count();
    (format!("{head}{body}{tail}"), (from - begin + shift, (to - begin).min(most) + shift))
}
