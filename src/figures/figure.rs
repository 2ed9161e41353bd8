//! A figure: its kind, caption, footer and data; from here it is laid out or written as a table.

use super::FigureKind;
use super::bars::{
    Caption, MilestoneMark, by_month, by_region, milestones, months, months_of, places_by_month, stack_of,
};
use super::focus_heatmap::{Heatmap, focus_heatmap};
use super::focus_months::focus_by_month;
use super::kind::Asking;
use super::named::{CountedNames, NamedBars};
use super::others::{AskedBy, beside};
use super::similarity::{SimilarityGrid, similarity_grid};
use super::tile_grid::{TileGrid, tile_grid};
use super::timeline::{Timeline, timeline};
use super::upset::{Upset, upset};
use crate::catalogue::characters::has_chinese;
use crate::catalogue::{PolicyIdx, SourceIdx};
use crate::query::{
    Index, Lens, NamedSplit, Outcome, Query, Row, TermKey, Unit, place_only_rows, run, run_without, whole_query_words,
};
use crate::words::{FigureText as T, Lang};

/// The footer under the rule: sources in the lens, catalogue, filter, unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footer {
    /// `来源：…`
    pub sources: String,
    /// `大事记来源：…`; empty where no milestone is drawn.
    pub milestones: String,
    /// `目录：ccid-2023-3，版次 2026.2`
    pub catalogue: String,
    /// `筛选：地区：浙江省`
    pub filter: String,
    /// `按政策计`
    pub unit: String,
}

/// The data of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Policies by place.
    ByRegion(NamedBars),
    /// Policies or places by month.
    ByMonth(NamedBars),
    /// Focuses by month, in panels.
    FocusByMonth(NamedBars),
    /// A timeline.
    Timeline(Timeline),
    /// A table of cells.
    Heatmap(Heatmap),
    /// Tiles.
    Tiles(TileGrid),
    /// Pairs.
    Similarity(SimilarityGrid),
    /// Combinations.
    Upset(Upset),
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its kind.
    pub kind: FigureKind,
    /// Heading.
    pub title: String,
    /// Denominator, note and lens.
    pub caption: Caption,
    /// Sources, catalogue, filter, unit.
    pub footer: Footer,
    /// All sources in sight and those of the milestones drawn.
    pub sources: Vec<SourceIdx>,
    /// Whether the footer names each of them.
    pub names_sources: bool,
    /// The unit of its counts.
    pub unit: Unit,
    /// The language of its texts.
    pub lang: Lang,
    /// Whether the query found nothing.
    pub is_empty: bool,
    /// Whether there was no policy to find: no condition is to blame.
    pub has_no_policies: bool,
    /// The data.
    pub body: Body,
}

/// Makes a figure of a query.
pub fn figure(kind: FigureKind, index: &Index, query: &Query, asking: &Asking) -> Figure {
    let outcome = run(index, query, asking.unit.unwrap_or(kind.usual_unit()));
    figure_of(kind, index, query, &outcome, asking)
}

/// Makes a figure of a result, in its unit.
pub fn figure_of(kind: FigureKind, index: &Index, query: &Query, outcome: &Outcome, asking: &Asking) -> Figure {
    let lang = asking.lang;
    let body = match kind {
        FigureKind::ByMonth => Body::ByMonth(month_bars(index, query, outcome, *asking)),
        FigureKind::Timeline => {
            let lanes = timeline(index, outcome, lang);
            Body::Timeline(if asking.by_count { lanes.by_count() } else { lanes })
        }
        FigureKind::FocusHeatmap => {
            let rows = focus_heatmap(index, query, outcome, lang);
            Body::Heatmap(if asking.by_count { rows.by_count() } else { rows })
        }
        FigureKind::FocusByMonth => Body::FocusByMonth(focus_bars(index, query, outcome, *asking)),
        FigureKind::TileGrid => Body::Tiles(tile_grid(index, query, outcome, asking)),
        FigureKind::ByRegion => Body::ByRegion(region_bars(index, query, outcome, *asking)),
        FigureKind::Similarity => Body::Similarity(similarity_grid(index, query, outcome, asking)),
        FigureKind::Upset => Body::Upset(upset(index, query, outcome, lang)),
    };
    let caption = match &body {
        Body::ByRegion(named) | Body::ByMonth(named) | Body::FocusByMonth(named) => &named.bars.caption,
        Body::Timeline(timeline) => &timeline.caption,
        Body::Heatmap(heatmap) => &heatmap.caption,
        Body::Tiles(tiles) => &tiles.caption,
        Body::Similarity(grid) => &grid.caption,
        Body::Upset(upset) => &upset.caption,
    };
    let mut figure = Figure {
        kind,
        title: title(kind, outcome.unit, lang).to_owned(),
        caption: said_of_names(caption.clone(), index, query, outcome, lang),
        footer: footer(index, query, outcome, lang),
        sources: outcome.lens.sources().collect(),
        names_sources: source_names(index, &outcome.lens, lang).len() <= FEW,
        unit: outcome.unit,
        lang,
        is_empty: outcome.rows.is_empty(),
        has_no_policies: index.catalogue.policies.is_empty(),
        body,
    };
    figure.name_milestones(index);
    figure
}

impl Figure {
    /// The milestones that are drawn.
    fn milestones(&self) -> &[(usize, MilestoneMark)] {
        match &self.body {
            Body::ByRegion(named) | Body::ByMonth(named) | Body::FocusByMonth(named) => &named.milestones,
            Body::Timeline(timeline) => &timeline.milestones,
            _ => &[],
        }
    }

    /// Names the sources of the milestones drawn.
    fn name_milestones(&mut self, index: &Index) {
        let mut of_marks: Vec<SourceIdx> = Vec::new();
        for source in self.milestones().iter().flat_map(|(_, mark)| &mark.sources) {
            if !of_marks.contains(source) {
                of_marks.push(*source);
            }
        }
        if of_marks.is_empty() {
            return;
        }
        let (catalogue, lang) = (&*index.catalogue, self.lang);
        let names: Vec<String> = of_marks.iter().map(|source| catalogue[*source].short_name(lang)).collect();
        self.footer.milestones = T::FooterMilestones.fill(lang, &[("sources", &names.join(lang.comma()))]);
        of_marks.retain(|source| !self.sources.contains(source));
        self.sources.extend(of_marks);
    }

    /// Says in the footer in which file each source is named.
    pub fn name_sources_in(&mut self, file: &str) {
        self.footer.sources += &T::FooterSourcesFile.fill(self.lang, &[("file", &file)]);
    }
}

/// With how many policies of a result that asks for focuses a source names, and of how many it only speaks of the place.
fn said_of_names(caption: Caption, index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Caption {
    let Some(split) = NamedSplit::of(index, query, outcome) else { return caption };
    let notes = [split.words(lang), caption.note];
    let notes: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    Caption { note: notes.join(lang.semicolon()), ..caption }
}

/// The heading, which says what is counted.
fn title(kind: FigureKind, unit: Unit, lang: Lang) -> &'static str {
    match (kind, unit) {
        (FigureKind::ByMonth, Unit::Region) => T::PlacesByMonth.get(lang),
        _ => kind.name(lang),
    }
}

fn footer(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> Footer {
    let catalogue = &*index.catalogue;
    let line = whole_query_words(query, catalogue, lang);
    let filter = if line.is_empty() { T::FooterNoFilter.get(lang) } else { &line };
    Footer {
        milestones: String::new(),
        sources: T::FooterSources.fill(lang, &[("sources", &sources(index, &outcome.lens, lang))]),
        catalogue: T::FooterCatalogue.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)]),
        filter: T::FooterFilter.fill(lang, &[("filter", &filter)]),
        unit: match outcome.unit {
            Unit::Policy => T::FooterByPolicy,
            Unit::Region => T::FooterByRegion,
        }
        .get(lang)
        .to_owned(),
    }
}

/// The most sources that a footer names by their titles.
const FEW: usize = 3;

/// A few sources by title, publisher and date; more of them in the words of the lens.
fn sources(index: &Index, lens: &Lens, lang: Lang) -> String {
    let named = source_names(index, lens, lang);
    if named.is_empty() || named.len() > FEW {
        return lens.source_words(&index.catalogue, lang);
    }
    named.join(lang.semicolon())
}

/// The sources in sight by title, publisher and date; those that are called alike, as ledgers of one's own, once.
fn source_names(index: &Index, lens: &Lens, lang: Lang) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for i in lens.sources() {
        let source = &index.catalogue[i];
        let short = source.short_name(lang);
        let name = match (lang, &source.publisher) {
            (_, None) => short,
            (Lang::Zh, Some(_)) => format!("《{}》，{short}", source.title),
            // A reader of English is told who says it; the title stands in the list of sources.
            (Lang::En, Some(_)) if has_chinese(&source.title) => short,
            (Lang::En, Some(_)) => format!("{}, {short}", source.title),
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named
}

/// The titles of the policies of each category.
fn titles(
    index: &Index,
    outcome: &Outcome,
    len: usize,
    at: impl Fn(PolicyIdx) -> Option<usize>,
    lang: Lang,
) -> Vec<CountedNames> {
    let mut names = vec![CountedNames::default(); len];
    for policy in outcome.policy_idxs() {
        if let Some(list) = at(policy).and_then(|at| names.get_mut(at)) {
            list.push(|| index.catalogue[policy].short_or_title(lang).to_owned());
        }
    }
    names
}

/// Policies by place.
pub fn region_bars(index: &Index, query: &Query, outcome: &Outcome, asking: Asking) -> NamedBars {
    let named = beside(index, query, outcome, AskedBy { key: TermKey::Region, asking }, |query, outcome| {
        chosen_region_bars(index, query, outcome, asking)
    });
    if asking.by_count { named.by_count() } else { named }
}

fn chosen_region_bars(index: &Index, query: &Query, outcome: &Outcome, asking: Asking) -> NamedBars {
    let Asking { stack, lang, .. } = asking;
    let catalogue = &*index.catalogue;
    let places = run_without(index, query, Unit::Region, &[], outcome);
    let bars = by_region(index, outcome, &places, stack, lang);
    // Many policies share a place: its bar is looked up once.
    let bar = |code: &str| bars.categories.binary_search_by(|category| category.value.as_str().cmp(code)).ok();
    let bar_of: Vec<Option<usize>> = catalogue.regions.iter().map(|(_, place)| bar(&place.code)).collect();
    let at = |policy: PolicyIdx| bar_of.get(usize::from(index.place(policy).0)).copied().flatten();
    let names = vec![titles(index, outcome, bars.categories.len(), at, lang)];
    let none = |code: &str| catalogue.regions.by_code(code).is_none_or(|place| index.policies_in(place).is_empty());
    let without = bars.categories.iter().map(|category| none(&category.value)).collect();
    let slots = |row: Row| match row {
        Row::Policy(policy) => at(policy).map(|at| (stack_of(index, stack, policy), at)).into_iter().collect(),
        Row::Region(_) => Vec::new(),
    };
    // Bars of places count policies, whatever the unit.
    let policies = outcome.policy_idxs().map(Row::Policy);
    let bars = match place_only_rows(index, query, outcome, policies) {
        Some(rows) => bars.clone().parted(&rows, slots),
        None => bars,
    };
    NamedBars { stack: Some(stack), names, without, ..NamedBars::of(bars) }
}

/// Policies or places by month.
pub fn month_bars(index: &Index, query: &Query, outcome: &Outcome, asking: Asking) -> NamedBars {
    let named = beside(index, query, outcome, AskedBy { key: TermKey::Month, asking }, |query, outcome| {
        chosen_month_bars(index, query, outcome, asking)
    });
    along(index, named, asking)
}

/// With the milestones that fall into its months, if they are asked for.
fn along(index: &Index, named: NamedBars, asking: Asking) -> NamedBars {
    if !asking.milestones {
        return named;
    }
    let at = |mark: &MilestoneMark| {
        let month = mark.month.to_string();
        named.bars.categories.iter().position(|category| category.value == month)
    };
    let marks = milestones(index, asking.lang).into_iter().filter_map(|mark| Some((at(&mark)?, mark))).collect();
    NamedBars { milestones: marks, ..named }
}

fn chosen_month_bars(index: &Index, query: &Query, outcome: &Outcome, asking: Asking) -> NamedBars {
    let Asking { stack, lang, .. } = asking;
    let catalogue = &*index.catalogue;
    let bars = match outcome.unit {
        Unit::Policy => by_month(index, outcome, stack, lang),
        Unit::Region => places_by_month(index, outcome, lang),
    };
    let (_, first) = months(index, outcome);
    let at = |policy: PolicyIdx| usize::try_from(index.month(policy)?.since(first?)).ok();
    let names = match outcome.unit {
        Unit::Policy => titles(index, outcome, bars.categories.len(), at, lang),
        Unit::Region => {
            let mut names = vec![CountedNames::default(); bars.categories.len()];
            for row in &outcome.rows {
                for at in months_of(index, &outcome.policies_of(index, *row), first) {
                    if let Some(list) = names.get_mut(at) {
                        list.push(|| catalogue[row.region(catalogue)].short_name(lang).to_owned());
                    }
                }
            }
            names
        }
    };
    let slots = |row: Row| match row {
        Row::Policy(policy) => at(policy).map(|at| (stack_of(index, stack, policy), at)).into_iter().collect(),
        Row::Region(_) => {
            let months = months_of(index, &outcome.policies_of(index, row), first);
            months.into_iter().map(|at| (0, at)).collect()
        }
    };
    let bars = match place_only_rows(index, query, outcome, outcome.rows.iter().copied()) {
        Some(rows) => bars.parted(&rows, slots),
        None => bars,
    };
    let stack = (outcome.unit == Unit::Policy).then_some(stack);
    NamedBars { stack, names: vec![names], ..NamedBars::of(bars) }
}

fn focus_bars(index: &Index, query: &Query, outcome: &Outcome, asking: Asking) -> NamedBars {
    let named = beside(index, query, outcome, AskedBy { key: TermKey::Month, asking }, |query, outcome| {
        focus_by_month(index, query, outcome, asking.lang)
    });
    along(index, named, asking)
}
