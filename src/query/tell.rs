//! Records in words, once: the name of a row, a cell, a source, a statement. Callers choose parts and lay them out.

use std::borrow::Cow;

use super::locator::locator;
use super::{Cell, NamedShare, Reason, ReasonField, Row};
use crate::catalogue::{Basis, Catalogue, ListKind, Policy, SourceIdx, Statement, StatementIdx, Strength, Version};
use crate::words::{Lang, LayerText, TellText as T};

/// The separator of two facts in a line.
const DOT: &str = " · ";

/// Whether words give the ids of records: the command line and files do, where they are looked up and cited; the window
/// says in words of what it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// With the ids.
    Told,
    /// Without them.
    Untold,
}

impl Row {
    /// The name of the place, or the title of the policy.
    pub fn name(self, catalogue: &Catalogue, lang: Lang) -> &str {
        match self {
            Row::Policy(policy) => catalogue[policy].title.get(lang),
            Row::Region(region) => catalogue[region].name.get(lang),
        }
    }

    /// The name of the place, or the short title of the policy.
    pub fn short_name(self, catalogue: &Catalogue, lang: Lang) -> &str {
        match self {
            Row::Policy(policy) => catalogue[policy].short_or_title(lang),
            Row::Region(region) => catalogue[region].name.get(lang),
        }
    }

    /// The short name of the place, followed for a policy by its short title.
    pub fn placed_name(self, catalogue: &Catalogue, lang: Lang) -> String {
        let place = catalogue[self.region(catalogue)].short_name(lang);
        match self {
            Row::Policy(policy) => format!("{place} {}", catalogue[policy].short_or_title(lang)),
            Row::Region(_) => place.to_owned(),
        }
    }
}

impl Cell {
    /// `● 提及`; silence is its word alone.
    pub fn words(self, lang: Lang) -> String {
        self.words_of(None, lang)
    }

    /// The same of a place; where a part of its policies is named it says how many: `● 点名 2/12 项`.
    pub fn words_of(self, share: Option<NamedShare>, lang: Lang) -> String {
        let strength = self.strength.name(lang);
        let Some(brief) = share.filter(|share| share.is_part()).map(|share| share.brief(lang)) else {
            return self.signed(strength, lang);
        };
        // To be named is the least of strengths.
        if self.strength <= Strength::Mentioned {
            return self.signed(&brief, lang);
        }
        self.signed(&T::StrengthShare.fill(lang, &[("strength", &strength), ("share", &brief)]), lang)
    }

    /// Words behind its mark.
    pub fn signed(self, words: &str, lang: Lang) -> String {
        let sign = self.sign(lang);
        if sign.is_empty() { words.to_owned() } else { format!("{sign} {words}") }
    }

    /// Its words without its mark: `提及、点名政策、“等”式列举`.
    pub fn state(self, lang: Lang) -> String {
        let basis = self.basis.map(|basis| basis.name(lang));
        let open = (self.open && self.strength.is_stated()).then(|| T::OpenList.get(lang));
        let parts = [Some(self.strength.name(lang)), basis, open];
        parts.into_iter().flatten().collect::<Vec<_>>().join(lang.comma())
    }

    /// Its words for a sentence: `只说到该地，未点名政策；所列之外另有他地`.
    pub fn sentence(self, lang: Lang) -> String {
        self.sentence_of(None, lang)
    }

    /// The same of a place; of several policies it says how many are named: `12 项政策中点名 2 项`.
    pub fn sentence_of(self, share: Option<NamedShare>, lang: Lang) -> String {
        let said = match (self.strength, self.basis) {
            (Strength::NotStated, _) => T::CellNotStated,
            (Strength::NotAssessed, _) => T::CellNotAssessed,
            (Strength::Absent, _) => T::CellAbsent,
            (_, Some(Basis::Policy)) => T::CellPolicy,
            (_, _) => T::CellRegion,
        };
        let share = share.filter(|share| share.named > 0);
        let mut words = share.map_or_else(|| said.get(lang).to_owned(), |share| share.words(lang));
        if self.strength > Strength::Mentioned {
            words += &T::CellStrength.fill(lang, &[("strength", &self.strength.name(lang))]);
        }
        if self.open {
            words += T::CellOpen.get(lang);
        }
        words
    }
}

impl Reason {
    /// `英文题名：Several Measures …`: the field, and the text around the hit.
    pub fn words(&self, catalogue: &Catalogue, ids: Ids, lang: Lang) -> String {
        self.words_with(catalogue, ids, lang, &|_| true)
    }

    /// The same with as much of the text before the hit as leaves room for the hit: `fits` says it of the beginning of
    /// the words, up to the end of the hit.
    pub fn words_with(&self, catalogue: &Catalogue, ids: Ids, lang: Lang, fits: &dyn Fn(&str) -> bool) -> String {
        let field = self.field_name(catalogue, ids, lang);
        let said = |excerpt: &str| T::FoundIn.fill(lang, &[("field", &field), ("excerpt", &excerpt)]);
        said(&self.excerpt_with(&|head| fits(&said(head))))
    }

    /// The text around the hit without its field, with as much of it before the hit as leaves room for the hit: `fits` says
    /// it of the beginning of the text, up to the end of the hit.
    pub fn excerpt_with(&self, fits: &dyn Fn(&str) -> bool) -> String {
        let (from, to) = self.mark;
        let said = |left_out: usize, end: usize| {
            let head = if left_out == 0 { "" } else { "…" };
            let part: String = self.excerpt.chars().take(end).skip(left_out).collect();
            format!("{head}{part}")
        };
        let steps: Vec<usize> = (0..=from).collect();
        let left_out = steps.partition_point(|left_out| !fits(&said(*left_out, to))).min(from);
        said(left_out, usize::MAX)
    }

    fn field_name(&self, catalogue: &Catalogue, ids: Ids, lang: Lang) -> String {
        let is_else = self.lang.is_some_and(|of| of != lang);
        let named = |here: T, elsewhere: T| if is_else { elsewhere } else { here };
        let spelled = |name: T| T::ByPinyin.fill(lang, &[("field", &name.get(lang))]);
        let (title, place) = (named(T::InTitle, T::InTitleElse), named(T::InRegion, T::InRegionElse));
        match self.field {
            ReasonField::Title => title.get(lang).to_owned(),
            ReasonField::TitlePinyin => spelled(title),
            ReasonField::Number => T::InNumber.get(lang).to_owned(),
            ReasonField::Issuer => named(T::InIssuer, T::InIssuerElse).get(lang).to_owned(),
            ReasonField::Region => place.get(lang).to_owned(),
            ReasonField::RegionPinyin => spelled(place),
            ReasonField::Statement(i) | ReasonField::Keyword(i) => {
                let id = if ids == Ids::Told { format!(" {}", catalogue[i].id) } else { String::new() };
                let is_keyword = matches!(self.field, ReasonField::Keyword(_));
                let name = if is_keyword { T::InKeyword } else { named(T::InStatement, T::InStatementElse) };
                name.fill(lang, &[("id", &id)])
            }
        }
    }
}

/// A record that stands for the same policy: `同一项另记于我的：…（330300-2024-k7qa1）`.
pub fn twin_words(catalogue: &Catalogue, twin: &Policy, ids: Ids, lang: Lang) -> String {
    let file = catalogue.files.get(usize::from(twin.file.0)).map(|file| file.head.title.get(lang)).unwrap_or_default();
    let title = twin.title.get(lang);
    let line = LayerText::TwinLine.fill(lang, &[("file", &file), ("title", &title)]);
    if ids == Ids::Told { LayerText::WithId.fill(lang, &[("what", &line), ("id", &twin.id)]) } else { line }
}

/// A source in words, and a place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceWords<'a> {
    /// Its short name.
    pub name: String,
    /// Its grade.
    pub grade: &'static str,
    /// The number of copies compared, behind the name; empty but for reprints.
    pub copies: String,
    /// The place in it, in the language of the words.
    pub at: Option<Cow<'a, str>>,
}

impl<'a> SourceWords<'a> {
    /// A source and a place in it.
    pub fn of(catalogue: &Catalogue, source: SourceIdx, at: Option<&'a str>, lang: Lang) -> SourceWords<'a> {
        let source = &catalogue[source];
        SourceWords {
            name: source.short_name(lang),
            grade: source.grade.name(lang),
            copies: source.copies.map(|n| T::Copies.fill(lang, &[("n", &n)])).unwrap_or_default(),
            at: at.map(|at| locator(at, lang)),
        }
    }

    /// `报告 · 赛迪研究院 2023-10-30 · 三（二）第4段`: grade first.
    pub fn by_grade(&self) -> String {
        self.join([self.grade, &format!("{}{}", self.name, self.copies)])
    }

    /// `赛迪研究院 2023-10-30 · 报告 · 三（二）第3段`: name first.
    pub fn by_name(&self) -> String {
        self.join([self.name.as_str(), self.grade])
    }

    /// `赛迪研究院 2023-10-30 · 三（二）第3段`: for lines with the grade elsewhere.
    pub fn bare(&self) -> String {
        self.join([self.name.as_str()])
    }

    /// `赛迪研究院 2023-10-30，三（二）第3段`: for a sentence.
    pub fn inline(&self, lang: Lang) -> String {
        match &self.at {
            Some(at) => T::SourceAt.fill(lang, &[("source", &self.name), ("at", &at)]),
            None => self.name.clone(),
        }
    }

    fn join<const N: usize>(&self, parts: [&str; N]) -> String {
        let mut parts: Vec<&str> = parts.into_iter().chain(self.at.as_deref()).collect();
        // A ledger bears the name of its grade.
        parts.dedup();
        parts.join(DOT)
    }
}

/// A statement in words, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementWords<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its kind.
    pub kind: &'static str,
    /// The names of its focuses.
    pub focuses: Vec<&'a str>,
    /// Its strength, where it has one.
    pub strength: Option<&'static str>,
    /// Its modality.
    pub modality: Option<&'static str>,
    /// The party that sorted it under its focuses.
    pub assigned_by: Option<&'static str>,
    /// The words for an open list.
    pub list: Option<String>,
    /// The version it was read in, where that is another text.
    pub version: Option<&'static str>,
    /// Its number, with `≥` for a floor.
    pub value: Option<String>,
    /// The period of its number.
    pub span: Option<String>,
    /// Its summary, in the catalogue's words.
    pub summary: &'a str,
    /// The source's own words.
    pub quote: Option<&'a str>,
    /// A caution for the reader.
    pub watch: Option<&'a str>,
    /// Terms to the letter.
    pub keywords: &'a [String],
    /// Its source, and the place in it.
    pub source: SourceWords<'a>,
}

/// The summary; a form without a sentence has left a remark in its place, which is said in either language.
fn summary(statement: &Statement, lang: Lang) -> &str {
    let text = statement.summary.get(lang);
    if text == LayerText::NoQuote.get(Lang::Zh) { LayerText::NoQuote.get(lang) } else { text }
}

impl<'a> StatementWords<'a> {
    /// A statement of a catalogue.
    pub fn of(catalogue: &'a Catalogue, i: StatementIdx, lang: Lang) -> StatementWords<'a> {
        let s = &catalogue[i];
        let number = |n: u32| if s.at_least { T::AtLeast.fill(lang, &[("n", &n)]) } else { n.to_string() };
        StatementWords {
            id: &s.id,
            kind: s.kind.name(lang),
            focuses: s.focuses.iter().map(|focus| catalogue[*focus].name.get(lang)).collect(),
            strength: s.strength.is_given().then(|| s.strength.name(lang)),
            modality: s.modality.map(|modality| modality.name(lang)),
            assigned_by: s.assigned_by.map(|by| by.name(lang)),
            list: match s.list {
                ListKind::Closed => None,
                ListKind::Open => Some(T::OpenList.get(lang).to_owned()),
                ListKind::Partial(n) => Some(T::PartialList.fill(lang, &[("n", &n)])),
            },
            version: (s.version != Version::Own).then(|| s.version.name(lang)),
            value: s.value.map(number),
            span: s.span(lang),
            summary: summary(s, lang),
            quote: s.quote.as_deref(),
            watch: s.watch.as_ref().map(|watch| watch.get(lang)),
            keywords: &s.keywords,
            source: SourceWords::of(catalogue, s.source, s.at.as_deref(), lang),
        }
    }

    /// Whether its summary is the quotation: whoever marks a sentence need not put it in words of their own.
    pub fn is_quoted(&self) -> bool {
        const STOPS: [char; 2] = ['。', '.'];
        self.quote.is_some_and(|quote| quote.trim_end_matches(STOPS) == self.summary.trim_end_matches(STOPS))
    }

    /// The words for another version, where it is on one.
    pub fn on_version(&self, lang: Lang) -> Option<String> {
        self.version.map(|version| T::OnVersion.fill(lang, &[("version", &version)]))
    }
}
