//! Similarity of places or policies by the elements stated of them: each pair with its fraction.

use super::bars::{Caption, caption};
use super::kind::Asking;
use crate::compare::{Element, Jaccard, SimilarityOrder, similarity};
use crate::query::{Index, Outcome, Query, Row};
use crate::words::{FigureText as T, Lang};

/// Two rows and their two-by-two, in names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairNames {
    /// Positions of the two rows, the smaller first.
    pub rows: (usize, usize),
    /// Stated of both.
    pub both: Vec<String>,
    /// Stated of the first only.
    pub only_first: Vec<String>,
    /// Stated of the second only.
    pub only_second: Vec<String>,
    /// Stated of neither, which is not absence.
    pub neither: Vec<String>,
}

impl PairNames {
    /// The index of the pair; none where it is not comparable.
    pub fn index(&self) -> Option<Jaccard> {
        Jaccard::of(self.both.len(), self.only_first.len(), self.only_second.len())
    }
}

/// Rows and pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarityGrid {
    /// Id and name of each row, in the order asked for.
    pub rows: Vec<(String, String)>,
    /// Each pair once: of the second row with the first, of the third with the first and second, and on.
    pub pairs: Vec<PairNames>,
    /// Its caption.
    pub caption: Caption,
}

/// The name of a row: its place, and for a policy its short title.
pub(super) fn row_name(index: &Index, row: Row, lang: Lang) -> String {
    row.placed_name(&index.catalogue, lang)
}

/// Compares the rows of a result, each with each.
pub fn similarity_grid(index: &Index, query: &Query, outcome: &Outcome, asking: &Asking) -> SimilarityGrid {
    let Asking { elements, order, lang, .. } = *asking;
    let catalogue = &*index.catalogue;
    let found = similarity(index, query, outcome, elements, order);
    let names = |list: &[&Element]| list.iter().map(|element| element.name(catalogue, lang).to_owned()).collect();
    let pair = |(first, second)| {
        let pair = found.pair(first, second);
        PairNames {
            rows: (first, second),
            both: names(&pair.both),
            only_first: names(&pair.only_first),
            only_second: names(&pair.only_second),
            neither: names(&pair.neither),
        }
    };
    let mut notes = found.caption(lang);
    if order == SimilarityOrder::Likeness {
        notes.push(T::SimilarityOrder.get(lang).to_owned());
    }
    let name =
        |profile: &crate::compare::Profile| (profile.row.id(catalogue).to_owned(), row_name(index, profile.row, lang));
    SimilarityGrid {
        rows: found.rows.iter().map(name).collect(),
        pairs: (1..found.rows.len())
            .flat_map(|second| (0..second).map(move |first| (first, second)))
            .map(pair)
            .collect(),
        caption: caption(index, outcome, lang, notes.join(lang.semicolon())),
    }
}
