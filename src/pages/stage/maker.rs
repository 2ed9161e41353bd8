//! The common parts of all steps: the result of the query, names, sources and lines of a statement.

use super::StageAsk;
use super::content::{Content, IndexTile, Part, TalkingPoint};
use crate::catalogue::{
    Basis, Catalogue, FocusIdx, Grade, ListKind, Of, PolicyIdx, RegionIdx, SourceIdx, StatementIdx, StatementKind,
    Version,
};
use crate::query::{Cell, Column, Datum, Index, Outcome, SourceWords, StatementWords, Unit, run};
use crate::view::{Fitted, View};
use crate::walk::{Layer, Slide};
use crate::words::{FigureText as F, Lang, StageText as T};

/// The most sources of the lens named one by one; more of them are counted by grade.
const FEW: usize = 2;
/// The most rows that a step lists: a room turns no hundred pages.
pub const MOST_ROWS: usize = 400;

/// Makes the content of a step.
pub struct Maker<'a> {
    /// The catalogue with its index.
    pub index: &'a Index,
    /// The codes of the places of the walk.
    pub among: &'a [&'a str],
    /// The slide.
    pub slide: &'a Slide,
    /// Its face, or the statements behind it.
    pub layer: Layer,
    /// The view of the slide, fitted to this catalogue.
    pub view: View,
    /// Its result by place.
    pub places: Outcome,
    /// The language.
    pub lang: Lang,
}

impl<'a> Maker<'a> {
    /// Reads the query of a step and runs it; an unreadable query gives its fault, in one line.
    pub fn new(ask: &StageAsk<'a>) -> Result<Maker<'a>, String> {
        let Fitted { view, fault, .. } = View::fit(&ask.slide.view, &ask.index.catalogue);
        if let Some(fault) = fault {
            return Err(fault.message(ask.lang));
        }
        let places = match ask.kept {
            Some(kept) => kept.of(ask.index, &view.query),
            None => run(ask.index, &view.query, Unit::Region),
        };
        Ok(Maker {
            index: ask.index,
            among: ask.among,
            slide: ask.slide,
            layer: ask.layer,
            view,
            places,
            lang: ask.lang,
        })
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.index.catalogue
    }

    /// A text with its places filled.
    pub fn say(&self, text: T, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        text.fill(self.lang, values)
    }

    /// Names in a sentence.
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.lang.comma())
    }

    /// 北京, Beijing.
    pub fn short(&self, place: RegionIdx) -> &'a str {
        self.catalogue()[place].short_name(self.lang)
    }

    /// A value of a column in words, a list as in a sentence.
    pub fn words(&self, column: Column, value: &Datum<'_>) -> String {
        match value {
            Datum::List(list) => self.list(list),
            other => column.words(other, self.lang).into_owned(),
        }
    }

    /// The name of a focus.
    pub fn focus(&self, focus: FocusIdx) -> &'a str {
        self.catalogue()[focus].name.get(self.lang)
    }

    /// A page without parts: title, lens, catalogue.
    pub fn content(&self, title: String, parts: Vec<Part>) -> Content {
        Content {
            title: if self.slide.name.is_empty() { title } else { self.slide.name.clone() },
            parts,
            sources: F::LensSources.fill(self.lang, &[("sources", &self.sources())]) + &self.narrowed(),
            catalogue: catalogue_line(self.catalogue(), self.lang),
            ..Content::default()
        }
    }

    /// The conditions of the lens other than its sources.
    fn narrowed(&self) -> String {
        let words = self.places.lens.words(self.catalogue(), self.lang);
        let sources = self.places.lens.source_words(self.catalogue(), self.lang);
        let whole = F::LensSources.fill(self.lang, &[("sources", &sources)]);
        words.strip_prefix(&whole).unwrap_or_default().to_owned()
    }

    fn sources(&self) -> String {
        let catalogue = self.catalogue();
        let seen: Vec<SourceIdx> = self.places.lens.sources().collect();
        let kinds = self.places.lens.kinds(catalogue);
        if kinds <= FEW {
            return self.places.lens.source_words(catalogue, self.lang);
        }
        self.say(T::ManySources, &[("n", &kinds), ("grades", &self.grades(&seen))])
    }

    /// The number of these sources of each grade; the ledgers are one.
    pub fn grades(&self, sources: &[SourceIdx]) -> String {
        let of = |grade: &Grade| {
            let n = sources.iter().filter(|i| self.catalogue()[**i].grade == *grade).count();
            let n = if *grade == Grade::Own { n.min(1) } else { n };
            (n > 0).then(|| self.say(T::GradeCount, &[("grade", &grade.name(self.lang)), ("n", &n)]))
        };
        self.list(&Grade::ALL.iter().filter_map(of).collect::<Vec<_>>())
    }

    /// The index map with the province of a place highlighted.
    pub fn map(&self, lit: RegionIdx) -> Vec<IndexTile> {
        let regions = &self.catalogue().regions;
        let province = regions.province_of(lit);
        let tile = |(i, region): (RegionIdx, &crate::catalogue::Region)| {
            Some(IndexTile { at: region.tile?, is_lit: i == province })
        };
        regions.iter().filter_map(tile).collect()
    }

    /// `报告 · 赛迪研究院 2023-10-30 · 三（二）第4段`.
    pub fn source_line(&self, source: SourceIdx, at: Option<&str>) -> String {
        SourceWords::of(self.catalogue(), source, at, self.lang).by_grade()
    }

    /// A statement as a point: its subject, its summary, its qualifications, its source.
    pub fn statement(&self, i: StatementIdx) -> TalkingPoint {
        let s = &self.catalogue()[i];
        let words = StatementWords::of(self.catalogue(), i, self.lang);
        let lead = match (words.focuses.is_empty(), s.kind) {
            (true, _) => words.kind.to_owned(),
            (false, StatementKind::Focus) => self.list(&words.focuses),
            (false, _) => format!("{} {}", words.kind, self.list(&words.focuses)),
        };
        let other_text = words.version.map(|version| self.say(T::OtherText, &[("version", &version)]));
        let list = match s.list {
            ListKind::Open => Some(T::OpenList.get(self.lang).to_owned()),
            _ => words.list,
        };
        let watch = words.watch.map(|watch| self.say(T::Watch, &[("watch", &watch)]));
        let counted = s.kind.counts() && self.places.lens.holds(s) && !s.focuses.is_empty();
        TalkingPoint {
            cell: (counted && s.of.basis().is_some()).then(|| Cell::of(s)),
            color: s.focuses.first().map(|focus| usize::from(focus.0)),
            lead,
            text: words.summary.to_owned(),
            notes: [other_text, list, watch].into_iter().flatten().collect(),
            source: words.source.by_grade(),
        }
    }

    /// Every statement in sight of these policies and of exactly this place: ● before ○, in file order.
    pub fn statements_of(&self, place: RegionIdx, policies: &[PolicyIdx]) -> Vec<StatementIdx> {
        let own = policies.iter().flat_map(|policy| self.index.of_policy(*policy));
        own.chain(self.index.of_region(place)).copied().filter(|i| self.in_sight(*i)).collect()
    }

    /// Whether the source and the basis of a statement are in the lens; its version may be another.
    fn in_sight(&self, i: StatementIdx) -> bool {
        let mut own = self.catalogue()[i].clone();
        own.version = Version::Own;
        self.places.lens.holds(&own)
    }

    /// Whether a statement is in sight and of the own version, or other versions count.
    pub fn holds(&self, i: StatementIdx) -> bool {
        self.places.lens.holds(&self.catalogue()[i])
    }

    /// The places of a statement: the ones it speaks of, or that of its policy.
    pub fn places_of(&self, i: StatementIdx) -> Vec<RegionIdx> {
        match &self.catalogue()[i].of {
            Of::Policy(policy) => vec![self.catalogue()[*policy].region],
            Of::Regions(places) => places.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether a statement names a policy.
    pub fn names_a_policy(&self, i: StatementIdx) -> bool {
        self.catalogue()[i].of.basis() == Some(Basis::Policy)
    }
}

/// `目录 ccid-2023-3，2026.2 版`.
pub fn catalogue_line(catalogue: &Catalogue, lang: Lang) -> String {
    T::Catalogue.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)])
}
