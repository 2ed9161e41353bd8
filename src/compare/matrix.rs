//! The comparison: 2 to 8 policies or places as columns, the focuses and then the fields as rows.

use crate::catalogue::{Basis, Catalogue, FocusIdx, Grade, Of, StatementIdx, Strength};
use crate::query::{
    Cell, Cells, Coded, Column, Datum, Index, Lens, NamedShare, Outcome, Query, Row, Unit, run, run_without,
};
use crate::words::{Lang, TellText};

/// The subject of a row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A focus.
    Focus(FocusIdx),
    /// A field of the record.
    Field(Column),
}

/// One cell of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareCell {
    /// The cell of a focus with every statement it rests on: those of its basis first.
    Focus {
        /// Basis, strength, 等.
        cell: Cell,
        /// Of the policies of a place those that a source names; none of fewer than two.
        share: Option<NamedShare>,
        /// The statements, in file order within each basis.
        statements: Vec<StatementIdx>,
        /// Keywords of these statements, each once.
        keywords: Vec<String>,
        /// The number of further statements of public sources, which the lens does not see.
        beyond: usize,
    },
    /// The value of a field.
    Field(Datum<'static>),
}

/// One row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareRow {
    /// Its subject.
    pub subject: Subject,
    /// One cell a column.
    pub cells: Vec<CompareCell>,
    /// Whether all columns agree: the same basis, strength, 等 and keywords, or the same value.
    pub equal: bool,
}

/// The kind of difference between the columns of a row, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// Basis, strength, 等, or the share of the policies named.
    Cells,
    /// Keywords alone.
    Keywords,
    /// The value of a field.
    Value,
    /// No difference.
    Nothing,
}

impl CompareCell {
    /// Whether nothing is said in it: silence, or nobody has looked, or no value.
    pub fn is_silent(&self) -> bool {
        match self {
            CompareCell::Focus { cell, .. } => matches!(cell.strength, Strength::NotStated | Strength::NotAssessed),
            CompareCell::Field(Datum::List(list)) => list.is_empty(),
            CompareCell::Field(value) => value.is_missing(),
        }
    }
}

impl CompareRow {
    /// Whether nothing is said in any column, which is no sameness.
    pub fn is_silent(&self) -> bool {
        self.cells.iter().all(CompareCell::is_silent)
    }

    /// The number of columns that somebody has looked at, of a focus; all of them, of a field.
    pub fn assessed(&self) -> usize {
        let is_assessed = |cell: &&CompareCell| match cell {
            CompareCell::Focus { cell, .. } => cell.strength != Strength::NotAssessed,
            CompareCell::Field(_) => true,
        };
        self.cells.iter().filter(is_assessed).count()
    }

    /// Whether the columns that somebody has looked at differ in the cell of a focus.
    pub fn assessed_differ(&self) -> bool {
        let seen = self.cells.iter().filter_map(|cell| match cell {
            CompareCell::Focus { cell, share, .. } if cell.is_assessed() => Some((*cell, seen_part(*share))),
            _ => None,
        });
        !all_equal(seen)
    }

    /// The kind of difference between the columns.
    pub fn difference(&self) -> Difference {
        let cells = self.cells.iter().map(|cell| match cell {
            CompareCell::Focus { cell, share, .. } => Some((*cell, seen_part(*share))),
            CompareCell::Field(_) => None,
        });
        match self.subject {
            _ if self.equal => Difference::Nothing,
            Subject::Field(_) => Difference::Value,
            Subject::Focus(_) if all_equal(cells) => Difference::Keywords,
            Subject::Focus(_) => Difference::Cells,
        }
    }
}

/// The standing of a column with the sources in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// One of them has looked at it or speaks of it.
    Seen,
    /// None has: its cells say nothing of the place.
    NotAssessed,
    /// The catalogue has neither a policy of the place nor a statement about it.
    NotInCatalogue,
}

impl Presence {
    /// The word for it in files.
    pub fn id(self) -> &'static str {
        match self {
            Presence::Seen => "seen",
            Presence::NotAssessed => "not_assessed",
            Presence::NotInCatalogue => "not_in_catalogue",
        }
    }
}

/// A focus that a peer states and mine does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The focus.
    pub focus: FocusIdx,
    /// The strength of mine: not stated, not assessed or absent.
    pub mine: Strength,
    /// The peers that state it.
    pub peers: Vec<Row>,
    /// Their statements, in file order.
    pub statements: Vec<StatementIdx>,
}

/// Policies or places side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The lens it looks through.
    pub lens: Lens,
    /// The policies or places compared, in the order chosen.
    pub columns: Vec<Row>,
    /// The standing of each column with the sources in sight.
    pub presence: Vec<Presence>,
    /// The focuses in codebook order, then the fields.
    pub rows: Vec<CompareRow>,
    /// The position of my column.
    pub mine: Option<usize>,
    /// Focuses that peers state and mine does not; empty without a mine.
    pub gap: Vec<Gap>,
}

impl Comparison {
    /// The comparison in these focuses alone; fields and columns stay, keywords are those of the focuses.
    #[must_use]
    pub fn in_focuses(mut self, focuses: &[FocusIdx]) -> Comparison {
        let is_kept = |row: &CompareRow| match row.subject {
            Subject::Focus(focus) => focuses.contains(&focus),
            Subject::Field(_) => true,
        };
        if !self.rows.iter().all(is_kept) {
            self.keep_keywords(focuses);
        }
        self.rows.retain(is_kept);
        self.gap.retain(|gap| focuses.contains(&gap.focus));
        self
    }

    /// Keeps of the keywords of each column those of these focuses.
    fn keep_keywords(&mut self, focuses: &[FocusIdx]) {
        let of_focuses: Vec<Vec<String>> = (0..self.columns.len())
            .map(|at| {
                let rows = self
                    .rows
                    .iter()
                    .filter(|row| matches!(row.subject, Subject::Focus(focus) if focuses.contains(&focus)));
                let cells = rows.filter_map(|row| row.cells.get(at));
                let words = cells.filter_map(|cell| match cell {
                    CompareCell::Focus { keywords, .. } => Some(keywords),
                    CompareCell::Field(_) => None,
                });
                words.flatten().cloned().collect()
            })
            .collect();
        for row in self.rows.iter_mut().filter(|row| row.subject == Subject::Field(Column::Keywords)) {
            for (cell, kept) in row.cells.iter_mut().zip(&of_focuses) {
                if let CompareCell::Field(Datum::List(list)) = cell {
                    list.retain(|keyword| kept.iter().any(|kept| *kept == **keyword));
                }
            }
            row.equal = all_equal(row.cells.iter());
        }
    }

    /// The standing of the column that is mine.
    pub fn presence_of_mine(&self) -> Option<Presence> {
        self.presence.get(self.mine?).copied()
    }

    /// The columns beside mine that no source in sight has looked at.
    pub fn unseen_peers(&self) -> Vec<Row> {
        let all = self.columns.iter().zip(&self.presence).enumerate();
        let unseen = all.filter(|(at, (_, presence))| self.mine != Some(*at) && **presence != Presence::Seen);
        unseen.map(|(_, (row, _))| *row).collect()
    }

    /// Whether a strength that only a whole text gives stands beside one that a report may have given: a reader would take
    /// the depth of what was read for the depth of the measures.
    pub fn mixes_depths(&self, catalogue: &Catalogue) -> bool {
        self.any_strength(|strength| strength > Strength::Mentioned)
            && self.any_strength(|strength| strength == Strength::Mentioned)
            && self.lens.sources().any(|source| catalogue[source].grade == Grade::Report)
    }

    /// Whether any cell of a focus has such a strength.
    pub fn any_strength(&self, is: impl Fn(Strength) -> bool) -> bool {
        let has = |cell: &CompareCell| matches!(cell, CompareCell::Focus { cell, .. } if is(cell.strength));
        self.rows.iter().any(|row| row.cells.iter().any(has))
    }

    /// A sentence where mine has no gap: against which peers that can be said, and against which it cannot; where nothing
    /// is stated of any column, that.
    pub fn no_gap(&self, name: impl Fn(Row) -> String, lang: Lang) -> String {
        let mine = self.mine.and_then(|at| self.columns.get(at)).map(|row| name(*row)).unwrap_or_default();
        let unseen: Vec<String> = self.unseen_peers().into_iter().map(name).collect();
        let peers = self.columns.len().saturating_sub(usize::from(self.mine.is_some()));
        let text = match unseen.len() {
            _ if !self.any_strength(Strength::is_stated) => TellText::GapNothing,
            0 => TellText::GapNone,
            n if n == peers => TellText::PeersUnseen,
            _ => TellText::GapNoneOfSome,
        };
        text.fill(lang, &[("mine", &mine), ("unseen", &unseen.join(lang.comma()))])
    }

    /// The number of cells of focuses that no source in the lens states.
    pub fn blanks(&self) -> usize {
        let is_blank = |cell: &&CompareCell| matches!(cell, CompareCell::Focus { cell, .. } if cell.basis.is_none());
        self.rows.iter().flat_map(|row| &row.cells).filter(is_blank).count()
    }

    /// The number of blank cells that public sources outside the lens speak of.
    pub fn beyond(&self) -> usize {
        let is_beyond =
            |cell: &&CompareCell| matches!(cell, CompareCell::Focus { cell, beyond: 1.., .. } if cell.basis.is_none());
        self.rows.iter().flat_map(|row| &row.cells).filter(is_beyond).count()
    }

    /// The rows that differ, the weightiest difference first, and the equal rows; otherwise in the
    /// order of `rows`.
    pub fn by_difference(&self) -> (Vec<&CompareRow>, Vec<&CompareRow>) {
        let (equal, mut differing): (Vec<&CompareRow>, Vec<&CompareRow>) = self.rows.iter().partition(|row| row.equal);
        differing.sort_by_key(|row| row.difference());
        (differing, equal)
    }
}

/// Compares these policies or places through the lens of a query; its other terms have no effect. Names among the
/// fields are in `lang`.
pub fn compare(index: &Index, columns: &[Row], mine: Option<Row>, query: &Query, lang: Lang) -> Comparison {
    compare_all(index, columns, mine, &run(index, &lens_only(query), Unit::Policy), lang)
}

/// The same as seen in a result of the query, whose cells are used again.
pub fn compare_like(
    index: &Index,
    columns: &[Row],
    mine: Option<Row>,
    like: (&Query, &Outcome),
    lang: Lang,
) -> Comparison {
    let (query, outcome) = like;
    compare_all(index, columns, mine, &run_without(index, &lens_only(query), Unit::Policy, &[], outcome), lang)
}

/// The lens of a query: everything is in its result, so that every column has its values.
fn lens_only(query: &Query) -> Query {
    Query { terms: query.terms.iter().filter(|term| term.test.is_lens()).cloned().collect() }
}

/// Compares through the lens of a result by policy that has them all.
fn compare_all(index: &Index, columns: &[Row], mine: Option<Row>, all: &Outcome, lang: Lang) -> Comparison {
    let catalogue = &*index.catalogue;
    let wider = all.lens.with_public_sources(catalogue);
    let through = Through { lens: &all.lens, wider: &wider, cells: &all.cells };
    let of_focus = |row: Row, focus: FocusIdx| focus_cell(index, &through, row, focus);
    let mut rows: Vec<CompareRow> = catalogue
        .focus_idxs()
        .map(|focus| {
            let cells: Vec<CompareCell> = columns.iter().map(|row| of_focus(*row, focus)).collect();
            let equal = all_equal(cells.iter().map(|cell| match cell {
                CompareCell::Focus { cell, share, keywords, .. } => {
                    let mut keywords = keywords.clone();
                    keywords.sort();
                    Some((*cell, seen_part(*share), keywords))
                }
                CompareCell::Field(_) => None,
            }));
            CompareRow { subject: Subject::Focus(focus), cells, equal }
        })
        .collect();
    rows.extend(fields(index, columns, all, lang));
    let mine = mine.and_then(|mine| columns.iter().position(|column| *column == mine));
    let gap = mine.map(|mine| gap(columns, &rows, mine)).unwrap_or_default();
    let presence = columns.iter().enumerate().map(|(at, row)| presence(index, *row, at, &rows)).collect();
    Comparison { lens: all.lens.clone(), columns: columns.to_vec(), presence, rows, mine, gap }
}

fn presence(index: &Index, row: Row, at: usize, rows: &[CompareRow]) -> Presence {
    if let Row::Region(place) = row
        && index.policies_in(place).is_empty()
        && index.of_region(place).is_empty()
    {
        return Presence::NotInCatalogue;
    }
    let is_assessed = |row: &CompareRow| match row.cells.get(at) {
        Some(CompareCell::Focus { cell, .. }) => cell.is_assessed(),
        _ => false,
    };
    if rows.iter().any(is_assessed) { Presence::Seen } else { Presence::NotAssessed }
}

/// The share as its mark shows it: of places whose policies are all named, or none, the marks are alike.
fn seen_part(share: Option<NamedShare>) -> Option<NamedShare> {
    share.filter(|share| share.is_part())
}

fn all_equal<V: PartialEq>(mut values: impl Iterator<Item = V>) -> bool {
    let first = values.next();
    values.all(|value| Some(value) == first)
}

/// The lens of a comparison, the same with the public sources, and the cells through the lens.
struct Through<'a> {
    lens: &'a Lens,
    wider: &'a Lens,
    cells: &'a Cells,
}

fn focus_cell(index: &Index, through: &Through<'_>, row: Row, focus: FocusIdx) -> CompareCell {
    let catalogue = &*index.catalogue;
    let cell = match row {
        Row::Policy(policy) => through.cells.of_policy(policy, focus),
        Row::Region(region) => {
            let policies = index.policies_in(region);
            let all = through.cells.of_region(region, policies.iter().copied());
            all.get(usize::from(focus.0)).copied().unwrap_or(Cell::blank(false))
        }
    };
    let resting = |lens: &Lens| -> Vec<StatementIdx> {
        let all = match row {
            Row::Policy(policy) => index.rests_on(policy, lens),
            Row::Region(region) => index.region_rests_on(region, index.policies_in(region), lens),
        };
        all.into_iter().filter(|i| catalogue[*i].focuses.contains(&focus)).collect()
    };
    let mut statements = resting(through.lens);
    let beyond = if through.wider == through.lens { 0 } else { resting(through.wider).len() - statements.len() };
    let basis_first = |i: &StatementIdx| match catalogue[*i].of {
        Of::Policy(_) => Basis::Policy,
        _ => Basis::Region,
    };
    statements.sort_by_key(|i| (basis_first(i), *i));
    let mut keywords: Vec<String> = Vec::new();
    for keyword in statements.iter().flat_map(|i| &catalogue[*i].keywords) {
        if !keywords.contains(keyword) {
            keywords.push(keyword.clone());
        }
    }
    let share = match row {
        Row::Policy(_) => None,
        Row::Region(region) => NamedShare::of(through.cells, index.policies_in(region), focus),
    };
    CompareCell::Focus { cell, share, statements, keywords, beyond }
}

/// The fields of policies or places besides the focuses. Policies beside places are compared as places.
fn fields(index: &Index, columns: &[Row], by_policy: &Outcome, lang: Lang) -> Vec<CompareRow> {
    let policies_only = columns.iter().all(|row| matches!(row, Row::Policy(_)));
    let list: &[Column] = if policies_only {
        &[
            Column::RegionName,
            Column::Month,
            Column::Stage,
            Column::Period,
            Column::Number,
            Column::Issuers,
            Column::Keywords,
        ]
    } else {
        &[Column::Tier, Column::Policies, Column::Keywords]
    };
    let catalogue = &*index.catalogue;
    let by_region = run_without(index, &Query::default(), Unit::Region, &[], by_policy);
    list.iter()
        .map(|column| {
            let value = |row: &Row| match row {
                _ if *column == Column::Tier => Datum::from(Coded::of_rank(&catalogue[row.region(catalogue)])),
                Row::Policy(_) => column.value(index, by_policy, *row, lang).into_owned(),
                Row::Region(_) => column.value(index, &by_region, *row, lang).into_owned(),
            };
            let cells: Vec<Datum<'static>> = columns.iter().map(value).collect();
            let equal = all_equal(cells.iter());
            CompareRow {
                subject: Subject::Field(*column),
                equal,
                cells: cells.into_iter().map(CompareCell::Field).collect(),
            }
        })
        .collect()
}

fn gap(columns: &[Row], rows: &[CompareRow], mine: usize) -> Vec<Gap> {
    let mut out = Vec::new();
    for row in rows {
        let Subject::Focus(focus) = row.subject else {
            continue;
        };
        let Some(CompareCell::Focus { cell: own, .. }) = row.cells.get(mine) else {
            continue;
        };
        if own.strength.is_stated() {
            continue;
        }
        let mut found = Gap { focus, mine: own.strength, peers: Vec::new(), statements: Vec::new() };
        for (column, cell) in columns.iter().zip(&row.cells) {
            if let CompareCell::Focus { cell, statements, .. } = cell
                && cell.strength.is_stated()
            {
                found.peers.push(*column);
                found.statements.extend(statements);
            }
        }
        if !found.peers.is_empty() {
            found.statements.sort_unstable();
            found.statements.dedup();
            out.push(found);
        }
    }
    out
}
