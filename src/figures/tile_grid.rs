//! All province-level units as tiles: an index to find places by, and no map. Cities count in their province.

use std::collections::{BTreeMap, BTreeSet};

use super::bars::{Caption, caption};
use super::focus_heatmap::{FocusColumn, focus_columns};
use super::kind::Asking;
use crate::catalogue::{Basis, Of, PolicyIdx, RegionIdx};
use crate::query::{Cell, Coded, Index, NamedShare, Outcome, Query, Row, TermKey, Unit, Vocabulary, run_without};
use crate::words::{FigureText as T, Lang};

/// The state of a tile: the reason for a missing number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TileState {
    /// Policies or places of it are in the result.
    Some,
    /// The catalogue has policies of it, and none is in the result.
    NoneMatches,
    /// The catalogue has no policy of it; statements in the result speak of it or of a place in it.
    OnlyNamed,
    /// The catalogue has no policy of it; statements outside the result speak of it or of a place in it.
    NoPolicy,
    /// The catalogue has no data on it.
    NotInCatalogue,
}

impl Vocabulary for TileState {
    const VALUES: &'static [TileState] = &[
        TileState::Some,
        TileState::NoneMatches,
        TileState::OnlyNamed,
        TileState::NoPolicy,
        TileState::NotInCatalogue,
    ];

    fn coded(self) -> Coded {
        let (id, names) = match self {
            TileState::Some => ("some", &["", ""]),
            TileState::NoneMatches => ("none_matches", T::NoneMatches.both()),
            TileState::OnlyNamed => ("only_named", T::ShownNamedOnly.both()),
            TileState::NoPolicy => ("no_policy", T::NoPolicyInCatalogue.both()),
            TileState::NotInCatalogue => ("not_in_catalogue", T::NoPolicyInCatalogue.both()),
        };
        Coded::new(self as u8, id, names)
    }
}

impl TileState {
    /// Whether the catalogue has no policy of it and no statement in the result speaks of it.
    pub fn is_bare(self) -> bool {
        matches!(self, TileState::NoPolicy | TileState::NotInCatalogue)
    }
}

/// A province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its code.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation, or its name where it has none.
    pub abbreviation: String,
    /// Column and row on the grid.
    pub at: (u8, u8),
    /// Policies or places of the result.
    pub count: usize,
    /// The number of its policies in the catalogue.
    pub policies: usize,
    /// Its state.
    pub state: TileState,
    /// For each focus the best cell of the places in it; none where no place of it is in the result.
    pub cells: Vec<Cell>,
    /// For each focus the share of its policies that are named, where it has several.
    pub shares: Vec<Option<NamedShare>>,
    /// The titles of its policies in the result.
    pub titles: Vec<String>,
    /// The places in it that only statements speak of.
    pub named: Vec<String>,
}

impl Tile {
    /// Whether the result has something of it.
    fn is_chosen(&self) -> bool {
        matches!(self.state, TileState::Some | TileState::OnlyNamed)
    }
}

/// The grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TileGrid {
    /// The unit of the counts.
    pub unit: Unit,
    /// The tiles, in code order.
    pub tiles: Vec<Tile>,
    /// Tiles that the places chosen by the query leave out, as they are without that choice.
    pub others: Vec<Tile>,
    /// The focuses.
    pub columns: Vec<FocusColumn>,
    /// Its caption.
    pub caption: Caption,
}

/// The better of two cells: ● over ○ over blank, then by strength.
fn better(a: Cell, b: Cell) -> Cell {
    let rank = |cell: &Cell| match cell.basis {
        Some(Basis::Policy) => 2,
        Some(Basis::Region) => 1,
        None => 0,
    };
    match rank(&a).cmp(&rank(&b)) {
        std::cmp::Ordering::Less => b,
        std::cmp::Ordering::Greater => a,
        std::cmp::Ordering::Equal => Cell { strength: a.strength.max(b.strength), open: a.open && b.open, ..a },
    }
}

/// Rolls a result up to the provinces. Where the others are asked for and the query chooses among places, those that it
/// leaves out stand beside those that it chooses.
pub fn tile_grid(index: &Index, query: &Query, outcome: &Outcome, asking: &Asking) -> TileGrid {
    let mut grid = chosen(index, query, outcome, asking.lang);
    if asking.others && query.asks(TermKey::Region) {
        let all = run_without(index, query, outcome.unit, &[TermKey::Region], outcome);
        let all = chosen(index, &query.without(TermKey::Region), &all, asking.lang).tiles;
        let pairs = grid.tiles.iter().zip(all);
        grid.others = pairs.filter(|(own, all)| !own.is_chosen() && all.is_chosen()).map(|(_, all)| all).collect();
        if !grid.others.is_empty() {
            T::OtherTilesFaded.get(asking.lang).clone_into(&mut grid.caption.note);
        }
    }
    grid
}

fn chosen(index: &Index, query: &Query, outcome: &Outcome, lang: Lang) -> TileGrid {
    let catalogue = &*index.catalogue;
    let mut of: BTreeMap<RegionIdx, Vec<Row>> = BTreeMap::new();
    for row in &outcome.rows {
        of.entry(catalogue.regions.province_of(row.region(catalogue))).or_default().push(*row);
    }
    // By policy a place that only statements speak of has no row; it is shown nevertheless.
    let places = match outcome.unit {
        Unit::Policy => run_without(index, query, Unit::Region, &[], outcome),
        Unit::Region => outcome.clone(),
    };
    let mut named: BTreeMap<RegionIdx, Vec<Row>> = BTreeMap::new();
    for row in places.rows.iter().filter(|row| places.policies_of(index, **row).is_empty()) {
        named.entry(catalogue.regions.province_of(row.region(catalogue))).or_default().push(*row);
    }
    let mut policies: BTreeMap<RegionIdx, usize> = BTreeMap::new();
    for policy in &catalogue.policies {
        *policies.entry(catalogue.regions.province_of(policy.region)).or_default() += 1;
    }
    let spoken_of: BTreeSet<RegionIdx> = catalogue
        .statements
        .iter()
        .flat_map(|statement| match &statement.of {
            Of::Regions(places) => places.as_slice(),
            _ => &[],
        })
        .map(|place| catalogue.regions.province_of(*place))
        .collect();
    let none: Vec<Row> = Vec::new();
    let tile = |(place, region): (RegionIdx, &crate::catalogue::Region)| {
        let (rows, only) = (of.get(&place).unwrap_or(&none), named.get(&place).unwrap_or(&none));
        let all = policies.get(&place).copied().unwrap_or(0);
        let cells = |focus| {
            let own = rows.iter().map(|row| outcome.cell(*row, focus));
            own.chain(only.iter().map(|row| places.cell(*row, focus))).reduce(better)
        };
        let its: Vec<PolicyIdx> = rows.iter().flat_map(|row| outcome.policies_of(index, *row)).collect();
        Tile {
            region: region.code.clone(),
            name: region.short_name(lang).to_owned(),
            abbreviation: region.abbreviation(lang).unwrap_or(region.short_name(lang)).to_owned(),
            at: region.tile.unwrap_or_default(),
            count: rows.len(),
            policies: all,
            state: match (rows.len(), only.len(), all) {
                (_, 1.., 0) => TileState::OnlyNamed,
                (1.., _, _) => TileState::Some,
                (0, _, 1..) => TileState::NoneMatches,
                (0, _, 0) if spoken_of.contains(&place) => TileState::NoPolicy,
                (0, _, 0) => TileState::NotInCatalogue,
            },
            cells: catalogue.focus_idxs().filter_map(cells).collect(),
            shares: catalogue.focus_idxs().map(|focus| NamedShare::of(&outcome.cells, &its, focus)).collect(),
            titles: its.iter().map(|policy| catalogue[*policy].title.get(lang).to_owned()).collect(),
            named: only.iter().map(|row| catalogue[row.region(catalogue)].short_name(lang).to_owned()).collect(),
        }
    };
    TileGrid {
        unit: outcome.unit,
        others: Vec::new(),
        tiles: catalogue.regions.iter().filter(|(_, region)| region.tile.is_some()).map(tile).collect(),
        columns: focus_columns(index, query, outcome, lang),
        caption: caption(index, outcome, lang, String::new()),
    }
}
