//! What is computed from the session: results, counts, facets, figures, the comparison.
//!
//! Each part has one key and is made again only when its key changes; nothing here runs because a frame is painted.

use crate::catalogue::{Catalogue, Month, RegionIdx, Tier};
use crate::compare::{Comparison, compare};
use crate::figures::{Bars, Mark, by_month, by_region, focus_by_month, milestones};
use crate::query::{
    Column, Facets, FocusCount, Index, Outcome, Query, Row, Unit, facets, focus_counts, month_span, parse, parse_sort,
    run, run_without, sort_rows,
};
use crate::session::{Data, Settings};
use crate::view::{Stack, View};
use crate::words::Lang;

/// What the results depend on.
#[derive(Clone, PartialEq)]
struct ResultKey {
    generation: u64,
    query: String,
    unit: Unit,
}

#[derive(Clone, PartialEq)]
struct FigureKey {
    result: ResultKey,
    stack: Stack,
    lang: Lang,
}

#[derive(Clone, PartialEq)]
struct ComparisonKey {
    result: ResultKey,
    ids: Vec<String>,
    my_region: Option<String>,
    lang: Lang,
}

/// Everything computed.
pub struct Derived {
    /// The query of the view.
    pub query: Query,
    /// The result by policy.
    pub policies: Outcome,
    /// The result by place.
    pub regions: Outcome,
    /// The rows of the table, in its order.
    pub rows: Vec<Row>,
    /// Facets, counted in the unit of the table.
    pub facets: Facets,
    /// The focuses, counted by place.
    pub focuses: Vec<FocusCount>,
    /// First and last month of the whole catalogue.
    pub span: Option<(Month, Month)>,
    /// The figures.
    pub figures: Figures,
    /// The comparison.
    pub comparison: Comparison,
    result_key: ResultKey,
    sort_key: (ResultKey, String),
    figure_key: FigureKey,
    comparison_key: ComparisonKey,
}

/// The figures of the window.
#[derive(Default)]
pub struct Figures {
    /// Policies by place.
    pub by_region: Option<Bars>,
    /// Policies by month.
    pub by_month: Option<Bars>,
    /// Focuses over the months.
    pub focuses: Option<Bars>,
    /// Milestones.
    pub milestones: Vec<Mark>,
}

impl Derived {
    /// Computes everything.
    pub fn new(data: &Data, view: &View, settings: &Settings) -> Derived {
        let index = &*data.index;
        // A stored line that this catalogue cannot read is no filter.
        let query = parse(&view.query, &index.catalogue).unwrap_or_default();
        let policies = run(index, &query, Unit::Policy);
        let regions = run_without(index, &query, Unit::Region, &[], &policies);
        let in_unit = if view.unit == Unit::Policy { &policies } else { &regions };
        let rows = sorted(index, in_unit, &view.sort);
        let facets = facets(index, &query, in_unit);
        let focuses = focus_counts(index, &query, &regions);
        let span = month_span(&index.catalogue, index.catalogue.policy_idxs());
        let result_key = ResultKey { generation: data.generation, query: view.query.clone(), unit: view.unit };
        let (figures, figure_key) = draw(index, &query, (&policies, &regions), view, settings, &result_key);
        let (comparison, comparison_key) = side_by_side(index, &query, view, settings, &result_key);
        let sort_key = (result_key.clone(), view.sort.clone());
        Derived {
            query,
            policies,
            regions,
            rows,
            facets,
            focuses,
            span,
            figures,
            comparison,
            result_key,
            sort_key,
            figure_key,
            comparison_key,
        }
    }

    /// Computes again what has changed.
    pub fn refresh(&mut self, data: &Data, view: &View, settings: &Settings) {
        let key = ResultKey { generation: data.generation, query: view.query.clone(), unit: view.unit };
        if key != self.result_key {
            *self = Derived::new(data, view, settings);
            return;
        }
        let index = &*data.index;
        if (&self.sort_key.0, &self.sort_key.1) != (&key, &view.sort) {
            self.rows = sorted(index, self.in_unit(view.unit), &view.sort);
            self.sort_key = (key.clone(), view.sort.clone());
        }
        let figure_key = FigureKey { result: key.clone(), stack: view.stack, lang: settings.lang };
        if figure_key != self.figure_key {
            let outcomes = (&self.policies, &self.regions);
            (self.figures, self.figure_key) = draw(index, &self.query, outcomes, view, settings, &key);
        }
        let ids = chosen(index, view, settings);
        let comparison_key =
            ComparisonKey { result: key.clone(), ids, my_region: settings.my_region.clone(), lang: settings.lang };
        if comparison_key != self.comparison_key {
            (self.comparison, self.comparison_key) = side_by_side(index, &self.query, view, settings, &key);
        }
    }

    /// The result in a unit.
    pub fn in_unit(&self, unit: Unit) -> &Outcome {
        match unit {
            Unit::Policy => &self.policies,
            Unit::Region => &self.regions,
        }
    }
}

fn sorted(index: &Index, outcome: &Outcome, sort: &str) -> Vec<Row> {
    let keys = parse_sort(sort, &index.catalogue, outcome.unit).unwrap_or_default();
    sort_rows(index, outcome, &keys)
}

fn draw(
    index: &Index,
    query: &Query,
    outcomes: (&Outcome, &Outcome),
    view: &View,
    settings: &Settings,
    key: &ResultKey,
) -> (Figures, FigureKey) {
    let (policies, regions) = outcomes;
    let lang = settings.lang;
    let figures = Figures {
        by_region: Some(by_region(index, query, policies, view.stack, lang)),
        by_month: Some(by_month(index, policies, view.stack, lang)),
        focuses: Some(focus_by_month(index, query, regions, lang)),
        milestones: milestones(index, lang),
    };
    (figures, FigureKey { result: key.clone(), stack: view.stack, lang })
}

fn side_by_side(
    index: &Index,
    query: &Query,
    view: &View,
    settings: &Settings,
    key: &ResultKey,
) -> (Comparison, ComparisonKey) {
    let catalogue = &*index.catalogue;
    let ids = chosen(index, view, settings);
    let row = |id: &String| {
        let policy = catalogue.policy_by_id(id).map(Row::Policy);
        policy.or_else(|| catalogue.regions.by_code(id).map(Row::Region))
    };
    let rows: Vec<Row> = ids.iter().filter_map(row).collect();
    let mine = settings.my_region.as_ref().and_then(row);
    let comparison = compare(index, &rows, mine, query, settings.lang);
    (comparison, ComparisonKey { result: key.clone(), ids, my_region: settings.my_region.clone(), lang: settings.lang })
}

fn chosen(index: &Index, view: &View, settings: &Settings) -> Vec<String> {
    if view.comparison.is_empty() { default_comparison(index, settings) } else { view.comparison.clone() }
}

/// What is compared when nothing is chosen: my region and two peers of its tier, without one 北京, 上海 and 深圳.
pub fn default_comparison(index: &Index, settings: &Settings) -> Vec<String> {
    let catalogue = &*index.catalogue;
    let mine = settings.my_region.as_ref().and_then(|code| catalogue.regions.by_code(code));
    let Some(mine) = mine else {
        let usual = ["110000", "310000", "440300"].map(str::to_owned);
        return usual.into_iter().filter(|code| catalogue.regions.by_code(code).is_some()).collect();
    };
    let mut list = vec![mine];
    list.extend(peers(index, mine).into_iter().take(2));
    list.into_iter().map(|place| catalogue[place].code.clone()).collect()
}

/// Places of the same tier that have policies, those of the same province first.
fn peers(index: &Index, mine: RegionIdx) -> Vec<RegionIdx> {
    let catalogue = &*index.catalogue;
    let tier: Tier = catalogue[mine].tier();
    let is_peer =
        |place: &RegionIdx| *place != mine && catalogue[*place].tier() == tier && !index.policies_in(*place).is_empty();
    let mut list: Vec<RegionIdx> = catalogue.regions.iter().map(|(place, _)| place).filter(is_peer).collect();
    let near = |place: &RegionIdx| catalogue.regions.province_of(*place) != catalogue.regions.province_of(mine);
    list.sort_by_key(|place| (near(place), *place));
    list
}

/// The columns that a table shows when none were chosen.
pub fn usual_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let mut list = match unit {
        Unit::Policy => vec![Column::Title, Column::RegionName, Column::Month, Column::Stage],
        Unit::Region => vec![Column::RegionName, Column::Tier, Column::Policies],
    };
    list.extend(catalogue.focus_idxs().map(Column::Focus));
    list
}
