//! Values computed from the session: results, counts, facets, figures, the comparison.
//!
//! Each part has one key and is made again only when its key changes. Parts for some panels alone are made when
//! first needed. Nothing here runs because a frame is painted.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, FocusIdx, Month, Origin, PolicyIdx, RegionIdx};
use crate::compare::{Alike, Among, CheckedClaim, Comparison, claims, compare_like, most_alike, peers};
use crate::figures::{Asking, Figure, FigureKind, NamedBars, figure_of, month_bars, region_bars};
use crate::pages::asking;
use crate::query::{
    Beyond, Cells, Column, Facet, FocusCount, Holding, Index, Lens, NamedShares, NamedSplit, Needles, Outcome, Query,
    Reason, Row, Sort, Stack, TermKey, Unit, facet, focus_counts, left_out_unassessed, month_span, run, run_without,
    sort_keys, sort_rows, write,
};
use crate::session::found::Found;
use crate::session::offers::{Offer, offers};
use crate::session::{Data, Settings};
use crate::view::{FigureChoice, View};
use crate::words::Lang;

/// The inputs of the results, beside the query.
#[derive(Clone, Copy, PartialEq)]
struct ResultKey {
    generation: u64,
    unit: Unit,
}

/// The computed values.
pub struct Derived {
    /// The query of the view.
    pub query: Query,
    /// The result by policy.
    pub policies: Outcome,
    /// The result by place.
    pub regions: Outcome,
    /// The rows of the table, in its order.
    pub rows: Vec<Row>,
    /// The focuses, counted by place.
    pub focuses: Vec<FocusCount>,
    /// First and last month of the whole catalogue.
    pub span: Option<(Month, Month)>,
    /// The numbers of the result.
    pub summary: Summary,
    index: Arc<Index>,
    key: ResultKey,
    line: OnceCell<String>,
    lens_words: OnceCell<String>,
    /// The same with the public sources beside the others.
    public_words: OnceCell<String>,
    sort: Vec<Sort>,
    found: Found,
    offers: OnceCell<Vec<Offer>>,
    /// One for each key.
    facets: [OnceCell<Option<Facet>>; TermKey::ALL.len()],
    figures: Figures,
    comparison: Compared,
    claims: OnceCell<Vec<CheckedClaim>>,
    /// One a place.
    alike: OnceCell<Vec<OnceCell<Alike>>>,
    shares: OnceCell<NamedShares>,
    /// By policy, and by place.
    unassessed: [OnceCell<usize>; 2],
    /// The policies of layers of which nobody has said how far they take up the focuses, by place.
    uncoded: OnceCell<BTreeMap<RegionIdx, Vec<PolicyIdx>>>,
    /// The same for every query of one lens.
    beyond: Arc<OnceLock<Beyond>>,
    /// One a place.
    changes: OnceCell<Vec<OnceCell<Vec<bool>>>>,
}

/// The numbers of the result, for the line above it.
pub struct Summary {
    /// The policies by what they rest on, if the query asks for focuses.
    pub named: Option<NamedSplit>,
    /// The number of places with a policy in the result.
    pub places: usize,
    /// Places of the result that only the text names.
    pub only_named: Vec<RegionIdx>,
    /// Places of the result of whose policies no single one passes: several of them do together.
    pub scattered: Vec<RegionIdx>,
    /// First and last month of the result.
    pub span: Option<(Month, Month)>,
}

impl Summary {
    fn of(index: &Index, query: &Query, policies: &Outcome, regions: &Outcome) -> Summary {
        let catalogue = &*index.catalogue;
        let (mut only_named, mut scattered) = (Vec::new(), Vec::new());
        for row in &regions.rows {
            let own = regions.policies_of(index, *row);
            if own.is_empty() {
                only_named.push(row.region(catalogue));
            } else if !own.iter().any(|policy| policies.policies.contains(policy.0 as usize)) {
                scattered.push(row.region(catalogue));
            }
        }
        Summary {
            named: NamedSplit::of(index, query, policies),
            places: policies.regions(index).len(),
            only_named,
            scattered,
            span: month_span(index, policies.policy_idxs()),
        }
    }
}

/// The figures of the window, made when first painted.
#[derive(Default)]
struct Figures {
    stack: Stack,
    lang: Lang,
    choice: FigureChoice,
    milestones: bool,
    /// The number of the set of figures, so that a layout of an earlier one is known to be old.
    version: u64,
    chosen: OnceCell<Figure>,
    tiles: OnceCell<Figure>,
    by_region: OnceCell<NamedBars>,
    by_month: OnceCell<NamedBars>,
}

impl Figures {
    fn of(view: &View, settings: &Settings, version: u64) -> Figures {
        let (stack, choice, milestones) = (view.stack, view.figure, view.milestones);
        Figures { stack, lang: settings.lang, choice, milestones, version, ..Figures::default() }
    }

    /// Whether another view shows the same.
    fn is_of(&self, view: &View, settings: &Settings) -> bool {
        (self.stack, self.lang) == (view.stack, settings.lang)
            && (self.choice, self.milestones) == (view.figure, view.milestones)
    }

    /// On screen a bar that is chosen leaves the others where they are.
    fn asking(&self) -> Asking {
        Asking { others: true, milestones: self.milestones, ..asking(self.choice, self.stack, self.lang) }
    }
}

/// The comparison, made when first painted. Of the query it depends on the lens and the focuses.
struct Compared {
    lens: Lens,
    ids: Vec<String>,
    mine: Option<String>,
    focuses: Vec<FocusIdx>,
    lang: Lang,
    made: OnceCell<Comparison>,
}

impl Derived {
    /// Computes all values.
    pub fn new(data: &Data, view: &View, settings: &Settings) -> Derived {
        Derived::make(data, view, settings, None)
    }

    /// Computes all values; results through the same lens as before keep its cells.
    fn make(data: &Data, view: &View, settings: &Settings, before: Option<&Derived>) -> Derived {
        let index = &data.index;
        let query = view.query.clone();
        let key = ResultKey { generation: data.generation, unit: view.unit };
        let lens = Lens::of(&query, &index.catalogue);
        let same = before.filter(|before| before.key.generation == key.generation && before.policies.lens == lens);
        let policies = match same {
            Some(before) => run_without(index, &query, Unit::Policy, &[], &before.policies),
            None => run(index, &query, Unit::Policy),
        };
        let regions = run_without(index, &query, Unit::Region, &[], &policies);
        let rows = sorted(index, if view.unit == Unit::Policy { &policies } else { &regions }, &view.sort);
        Derived {
            found: Found::of(&query, settings.lang),
            focuses: focus_counts(index, &query, &regions),
            span: month_span(index, index.catalogue.policy_idxs()),
            summary: Summary::of(index, &query, &policies, &regions),
            query,
            rows,
            index: index.clone(),
            key,
            line: OnceCell::new(),
            lens_words: OnceCell::new(),
            public_words: OnceCell::new(),
            offers: OnceCell::new(),
            sort: view.sort.clone(),
            facets: Default::default(),
            figures: Figures::of(view, settings, before.map_or(0, |before| before.figures.version + 1)),
            comparison: Compared::new(index, &policies, view, settings),
            claims: OnceCell::new(),
            alike: OnceCell::new(),
            shares: OnceCell::new(),
            unassessed: Default::default(),
            uncoded: OnceCell::new(),
            beyond: same.map(|before| before.beyond.clone()).unwrap_or_default(),
            changes: OnceCell::new(),
            policies,
            regions,
        }
    }

    /// Computes the changed values again.
    pub(super) fn refresh(&mut self, data: &Data, view: &View, settings: &Settings) {
        let key = ResultKey { generation: data.generation, unit: view.unit };
        if key != self.key || view.query != self.query {
            let mut new = Derived::make(data, view, settings, Some(self));
            if new.comparison.is_like(&self.comparison) && new.key.generation == self.key.generation {
                std::mem::swap(&mut new.comparison, &mut self.comparison);
            }
            // Claims are checked against the whole catalogue, whatever the query.
            if new.key.generation == self.key.generation {
                new.claims = std::mem::take(&mut self.claims);
            }
            *self = new;
            return;
        }
        if self.found.lang != settings.lang {
            self.found = Found::of(&self.query, settings.lang);
            (self.lens_words, self.public_words) = (OnceCell::new(), OnceCell::new());
        }
        if self.sort != view.sort {
            self.rows = sorted(&self.index, self.in_unit(view.unit), &view.sort);
            self.sort.clone_from(&view.sort);
        }
        if !self.figures.is_of(view, settings) {
            self.figures = Figures::of(view, settings, self.figures.version + 1);
        }
        let comparison = Compared::new(&self.index, &self.policies, view, settings);
        if !comparison.is_like(&self.comparison) {
            self.comparison = comparison;
        }
    }

    /// The canonical line of the query, written on demand.
    pub fn line(&self) -> &str {
        self.line.get_or_init(|| write(&self.query))
    }

    /// The lens in words, which name the sources in sight.
    pub fn lens_words(&self) -> &str {
        self.lens_words.get_or_init(|| self.policies.lens.words(&self.index.catalogue, self.found.lang))
    }

    /// The words of another lens, which most often is this one.
    pub fn words_of(&self, lens: &Lens) -> Cow<'_, str> {
        if *lens == self.policies.lens {
            return Cow::Borrowed(self.lens_words());
        }
        Cow::Owned(lens.words(&self.index.catalogue, self.found.lang))
    }

    /// The lens in words as it is with the public sources beside the others.
    pub fn public_words(&self) -> &str {
        let catalogue = &self.index.catalogue;
        let words = || self.policies.lens.with_public_sources(catalogue).words(catalogue, self.found.lang);
        self.public_words.get_or_init(words)
    }

    /// The words searched for, to be marked where they stand.
    pub fn needles(&self) -> &Needles {
        &self.found.needles
    }

    /// The reasons that a row of the result by policy or by place was found; none where no words are searched for.
    pub fn reasons(&self, row: Row) -> &[Reason] {
        let outcome = match row {
            Row::Policy(_) => &self.policies,
            Row::Region(_) => &self.regions,
        };
        self.found.reasons(&self.index, outcome, &self.query, row)
    }

    /// The other embedded catalogues that have something for the query, looked at when first asked.
    pub fn offers(&self, origin: &Origin) -> &[Offer] {
        self.offers.get_or_init(|| offers(&self.index, origin, &self.query))
    }

    /// The result in a unit.
    pub fn in_unit(&self, unit: Unit) -> &Outcome {
        match unit {
            Unit::Policy => &self.policies,
            Unit::Region => &self.regions,
        }
    }

    /// A facet, counted in the unit of the table; none for a key without a facet.
    pub fn facet(&self, key: TermKey) -> Option<&Facet> {
        let cell = self.facets.get(key as usize)?;
        cell.get_or_init(|| facet(&self.index, &self.query, self.in_unit(self.key.unit), key)).as_ref()
    }

    /// The figure of the charts.
    pub fn figure_kind(&self) -> FigureKind {
        self.figures.choice.figure()
    }

    /// The figure of the charts, as for a file.
    pub fn figure(&self) -> &Figure {
        self.figures.chosen.get_or_init(|| self.figure_in(self.figures.lang))
    }

    /// The same in this language.
    pub fn figure_in(&self, lang: Lang) -> Figure {
        let (kind, asking) = (self.figure_kind(), Asking { lang, ..self.figures.asking() });
        let outcome = self.in_unit(asking.unit.unwrap_or(kind.usual_unit()));
        figure_of(kind, &self.index, &self.query, outcome, &asking)
    }

    /// The provinces as tiles, for the overview.
    pub fn tiles(&self) -> &Figure {
        self.figures.tiles.get_or_init(|| {
            let asking = Asking { lang: self.figures.lang, others: true, ..Asking::default() };
            figure_of(FigureKind::TileGrid, &self.index, &self.query, &self.policies, &asking)
        })
    }

    /// The version of the figures; it changes with them.
    pub fn figures_version(&self) -> u64 {
        self.figures.version
    }

    /// Policies by place.
    pub fn by_region(&self) -> &NamedBars {
        let made = &self.figures.by_region;
        made.get_or_init(|| region_bars(&self.index, &self.query, &self.policies, self.figures.asking()))
    }

    /// Policies by month.
    pub fn by_month(&self) -> &NamedBars {
        let made = &self.figures.by_month;
        made.get_or_init(|| month_bars(&self.index, &self.query, &self.policies, self.figures.asking()))
    }

    /// Whether the public sources would change the cell of a place under a focus, found when it is first painted.
    pub fn is_beyond(&self, place: RegionIdx, focus: FocusIdx) -> bool {
        let beyond = self.beyond.get_or_init(|| Beyond::of(&self.index, &self.regions.lens));
        let places = self.changes.get_or_init(|| vec![OnceCell::new(); self.index.catalogue.regions.len()]);
        let of_place = places.get(usize::from(place.0));
        let changes = of_place.map(|one| one.get_or_init(|| beyond.changes(&self.index, &self.regions, place)));
        changes.and_then(|changes| changes.get(usize::from(focus.0))) == Some(&true)
    }

    /// The shares of places with several policies.
    pub fn shares(&self) -> &NamedShares {
        self.shares.get_or_init(|| NamedShares::of(&self.index, &self.regions))
    }

    /// The number of rows of a unit that the focuses asked for leave out since no source has looked at them.
    pub fn unassessed_in(&self, unit: Unit) -> usize {
        let [policies, places] = &self.unassessed;
        let made = if unit == Unit::Policy { policies } else { places };
        *made.get_or_init(|| left_out_unassessed(&self.index, &self.query, self.in_unit(unit)))
    }

    /// The policies of a place that stand in layers and of which nobody has said how far they take up the focuses.
    pub fn uncoded(&self, place: RegionIdx) -> &[PolicyIdx] {
        let all = self.uncoded.get_or_init(|| {
            let catalogue = &self.index.catalogue;
            let is_uncoded = |policy: &PolicyIdx| {
                let records = std::iter::once(&catalogue[*policy]).chain(catalogue.twins_of(*policy));
                let mut of_it = self.index.of_policy(*policy).iter().map(|i| &catalogue[*i]);
                let is_assessed = |focus| self.policies.cell(Row::Policy(*policy), focus).is_assessed();
                records.into_iter().any(|record| catalogue.layer(record.file).is_some())
                    && !of_it.any(|statement| statement.kind.counts())
                    && !catalogue.focus_idxs().any(is_assessed)
            };
            let mut all: BTreeMap<RegionIdx, Vec<PolicyIdx>> = BTreeMap::new();
            for policy in catalogue.policy_idxs().filter(is_uncoded) {
                all.entry(catalogue[policy].region).or_default().push(policy);
            }
            all
        });
        all.get(&place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The claims of the catalogue with their results, in file order.
    pub fn claims(&self) -> &[CheckedClaim] {
        self.claims.get_or_init(|| claims(&self.index))
    }

    /// The places most like one in the focuses that reach the query's strength.
    pub fn most_alike(&self, place: RegionIdx) -> Option<&Alike> {
        let places = self.index.catalogue.regions.iter().count();
        let all = self.alike.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(places).collect());
        let made = all.get(usize::from(place.0))?;
        Some(made.get_or_init(|| most_alike(&self.index, &self.regions, place, self.query.strength())))
    }

    /// The comparison.
    pub fn comparison(&self) -> &Comparison {
        let Compared { ids, mine, focuses, lang, made, .. } = &self.comparison;
        made.get_or_init(|| {
            let catalogue = &*self.index.catalogue;
            let row = |id: &String| {
                let policy = catalogue.policy_by_id(id).map(Row::Policy);
                policy.or_else(|| catalogue.regions.by_code(id).map(Row::Region))
            };
            let rows: Vec<Row> = ids.iter().filter_map(row).collect();
            let (mine, like) = (mine.as_ref().and_then(row), (&self.query, &self.policies));
            compare_like(&self.index, &rows, mine, like, *lang).in_focuses(focuses)
        })
    }
}

impl Compared {
    fn new(index: &Index, like: &Outcome, view: &View, settings: &Settings) -> Compared {
        let ids = if view.comparison.is_empty() {
            default_comparison(index, &like.cells, settings)
        } else {
            view.comparison.clone()
        };
        let chosen = view.mine.clone().filter(|mine| ids.contains(mine));
        let mine = chosen.or_else(|| settings.my_region.clone());
        let focuses = view.query.focuses(&index.catalogue);
        Compared { lens: like.lens.clone(), ids, mine, focuses, lang: settings.lang, made: OnceCell::new() }
    }

    fn is_like(&self, other: &Compared) -> bool {
        self.lens == other.lens
            && (&self.ids, &self.mine, &self.focuses, self.lang)
                == (&other.ids, &other.mine, &other.focuses, other.lang)
    }
}

fn sorted(index: &Index, outcome: &Outcome, sort: &[Sort]) -> Vec<Row> {
    let keys = sort_keys(sort, &index.catalogue, outcome.unit);
    sort_rows(index, outcome, &keys)
}

/// The default comparison: my region and two peers of its tier; without one three places of which the catalogue has
/// something, 北京, 上海 and 深圳 before others.
fn default_comparison(index: &Index, cells: &Cells, settings: &Settings) -> Vec<String> {
    let catalogue = &*index.catalogue;
    let mine = settings.my_region.as_ref().and_then(|code| catalogue.regions.by_code(code));
    let Some(mine) = mine else {
        let has = |place: &RegionIdx| Holding::of(index, *place) != Holding::Nothing;
        let usual = ["110000", "310000", "440300"].map(|code| catalogue.regions.by_code(code));
        let others = catalogue.regions.iter().map(|(place, _)| place).filter(|place| !usual.contains(&Some(*place)));
        let places = usual.into_iter().flatten().chain(others).filter(has).take(3);
        return places.map(|place| catalogue[place].code.clone()).collect();
    };
    let mut list = vec![mine];
    list.extend(peers(index, cells, mine, Among::Tier, 2).taken);
    list.into_iter().map(|place| catalogue[place].code.clone()).collect()
}

/// The columns of a table by default.
pub(super) fn usual_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let mut list = match unit {
        Unit::Policy => vec![Column::Title, Column::RegionName, Column::Month, Column::Stage],
        Unit::Region => vec![Column::RegionName, Column::Tier, Column::Policies],
    };
    list.extend(catalogue.focus_idxs().map(Column::Focus));
    list
}
