//! Citable objects on the screen, and their citations.

use super::Session;
use crate::catalogue::{PolicyIdx, RegionIdx, SourceIdx, StatementIdx};
use crate::export::citation::{CiteFormat, Cited, Citing, cite, said_of};
use crate::query::Row;
use crate::view::Tab;

/// A citable object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// A policy.
    Policy(PolicyIdx),
    /// The statements of the sources in the lens on a place.
    Place(RegionIdx),
    /// A statement.
    Statement(StatementIdx),
    /// A source.
    Source(SourceIdx),
    /// The figure of the charts.
    Figure,
    /// The rows on the screen.
    View,
    /// The catalogue itself.
    Catalogue,
}

impl Session {
    /// The citable objects: those of the details, the figure, the view, the catalogue; then the statements and sources
    /// of the details.
    pub fn quotable(&self) -> Vec<Quoted> {
        let row = self.pointing().detail.map(|detail| detail.row);
        let mut list: Vec<Quoted> = Vec::new();
        list.extend(row.map(|row| match row {
            Row::Policy(policy) => Quoted::Policy(policy),
            Row::Region(place) => Quoted::Place(place),
        }));
        if self.view().tab == Tab::Charts {
            list.push(Quoted::Figure);
        }
        list.extend([Quoted::View, Quoted::Catalogue]);
        if let Some(row) = row {
            let (said, sources) = self.behind(row);
            list.extend(said.into_iter().map(Quoted::Statement));
            list.extend(sources.into_iter().map(Quoted::Source));
        }
        list
    }

    /// The statements in the lens behind a policy or a place, and every source with one of them.
    fn behind(&self, row: Row) -> (Vec<StatementIdx>, Vec<SourceIdx>) {
        let catalogue = self.data().catalogue();
        let lens = &self.derived().policies.lens;
        let mut sources: Vec<SourceIdx> = Vec::new();
        let said: Vec<StatementIdx> = match row {
            Row::Policy(i) => {
                let policy = &catalogue[i];
                sources.extend(policy.dated_by().map(|event| event.source));
                sources.extend(policy.number.iter().map(|(_, source)| *source));
                sources.extend(policy.issuers.iter().map(|(_, source)| *source));
                sources.retain(|source| lens.sees(*source));
                let held = |i: &StatementIdx| lens.holds(&catalogue[*i]);
                let own = self.data().index.of_policy(i).iter().copied();
                own.chain(self.data().index.of_place_of(i)).filter(held).collect()
            }
            Row::Region(place) => said_of(place, self.citing()),
        };
        sources.extend(said.iter().map(|i| catalogue[*i].source));
        sources.sort_unstable();
        sources.dedup();
        (said, sources)
    }

    fn citing(&self) -> Citing<'_> {
        Citing { index: &self.data().index, lens: &self.derived().policies.lens, lang: self.lang() }
    }

    /// The citation of an object.
    pub fn citation(&self, quoted: Quoted, format: CiteFormat) -> String {
        let thing = match quoted {
            Quoted::Policy(policy) => Cited::Policy(policy),
            Quoted::Place(place) => Cited::Place(place),
            Quoted::Statement(statement) => Cited::Statement(statement),
            Quoted::Source(source) => Cited::Source(source),
            Quoted::Catalogue => Cited::Catalogue,
            Quoted::Figure => Cited::Figure(self.derived().figure()),
            Quoted::View => {
                let exported = self.exported_rows(self.derived().rows.clone());
                return cite(format, &[Cited::View(&exported.table().about)], self.citing());
            }
        };
        cite(format, &[thing], self.citing())
    }

    /// The copied rows as citations in the form last chosen: policies, or the sources with statements on places.
    pub fn copied_citations(&self) -> String {
        let thing = |row: Row| match row {
            Row::Policy(policy) => Cited::Policy(policy),
            Row::Region(place) => Cited::Place(place),
        };
        let things: Vec<Cited<'_>> = self.copied_rows().into_iter().map(thing).collect();
        cite(self.cite_format(), &things, self.citing())
    }

    /// The form of citation last chosen.
    pub fn cite_format(&self) -> CiteFormat {
        CiteFormat::find(&self.settings().citation).unwrap_or_default()
    }
}
