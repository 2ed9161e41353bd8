//! The lens: the statements that exist for a query. All counts, searches and displays look through it.

use std::collections::BTreeSet;

use crate::catalogue::{
    Basis, Catalogue, CoderReading, Covers, Grade, LayerKind, PolicyIdx, SourceIdx, StackFile, Statement, Version,
    own_source_id,
};
use crate::words::{FigureText as T, Lang};

/// The grades of public sources: what anyone can look up, without reprints.
pub const PUBLIC: [Grade; 3] = [Grade::Report, Grade::Official, Grade::Press];

/// Sources of one grade that are named one by one; of more only their number is told.
const NAMED: usize = 4;

/// A lens, resolved against a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lens {
    /// For each source whether it is in sight.
    pub(super) sources: Vec<bool>,
    /// The one basis that statements may have.
    pub(super) basis: Option<Basis>,
    /// Whether statements on other versions are counted.
    pub(super) any_version: bool,
    /// For each source whether it stands for facts alone, so that nobody has looked through it.
    pub(super) of_facts: Vec<bool>,
}

impl Lens {
    /// The catalogue's default lens: its default sources, any basis, own version.
    pub fn default_of(catalogue: &Catalogue) -> Lens {
        let sources = catalogue.source_idxs().map(|i| catalogue.default_sources.contains(&i)).collect();
        Lens { sources, basis: None, any_version: false, of_facts: of_facts(catalogue) }
    }

    /// The lens that sees the public sources as well.
    #[must_use]
    pub fn with_public_sources(&self, catalogue: &Catalogue) -> Lens {
        let is_public = |i: SourceIdx| PUBLIC.contains(&catalogue[i].grade);
        let sources = catalogue.source_idxs().map(|i| self.sees(i) || is_public(i)).collect();
        Lens { sources, ..self.clone() }
    }

    /// The lens that sees this source as well.
    #[must_use]
    pub fn with_source(&self, source: SourceIdx) -> Lens {
        let mut lens = self.clone();
        lens.sources.get_mut(usize::from(source.0)).into_iter().for_each(|seen| *seen = true);
        lens
    }

    /// Whether a source is in sight.
    pub fn sees(&self, source: SourceIdx) -> bool {
        self.sources.get(usize::from(source.0)).copied().unwrap_or(false)
    }

    /// Whether a statement exists for this lens.
    pub fn holds(&self, statement: &Statement) -> bool {
        self.admits(statement.source, statement.version, statement.of.basis())
    }

    /// Whether a statement of this source, version and basis exists for this lens.
    pub(super) fn admits(&self, source: SourceIdx, version: Version, of: Option<Basis>) -> bool {
        self.sees(source)
            && (self.any_version || version == Version::Own)
            && self.basis.is_none_or(|basis| of == Some(basis))
    }

    /// Whether a reading makes silence a finding: it is whole, and the source of its text is in sight.
    pub fn reads(&self, catalogue: &Catalogue, reading: &CoderReading) -> bool {
        let text = &catalogue[reading.text];
        reading.whole && self.admits(text.source, text.version, self.basis)
    }

    /// The sources in sight, in catalogue order.
    pub fn sources(&self) -> impl Iterator<Item = SourceIdx> {
        self.sources.iter().zip(0u16..).filter(|(seen, _)| **seen).map(|(_, i)| SourceIdx(i))
    }

    /// Whether a source states anything, or has looked at a policy; else it stands for facts of policies alone.
    fn is_told(&self, source: SourceIdx) -> bool {
        self.of_facts.get(usize::from(source.0)) != Some(&true)
    }

    /// The number of the sources in sight that state anything, the own records among them as one: a form makes one a
    /// policy.
    pub fn kinds(&self, catalogue: &Catalogue) -> usize {
        let told = self.sources().filter(|i| self.is_told(*i));
        let (own, others): (Vec<_>, Vec<_>) = told.partition(|i| catalogue[*i].grade == Grade::Own);
        others.len() + usize::from(!own.is_empty())
    }

    /// Whether a source in sight covers a policy, so that silence about it is a finding.
    pub fn covers(&self, catalogue: &Catalogue, policy: PolicyIdx) -> bool {
        let record = &catalogue[policy];
        self.sources().any(|i| catalogue[i].covers(policy, record))
    }

    /// Whether statements on other versions are counted.
    pub fn any_version(&self) -> bool {
        self.any_version
    }

    /// The lens in words: `来源：赛迪研究院 2023-10-30；依据：任一；版本：本版`.
    pub fn words(&self, catalogue: &Catalogue, lang: Lang) -> String {
        T::LensSources.fill(lang, &[("sources", &self.told(catalogue, lang))])
    }

    /// The same behind a name of its own.
    pub fn told(&self, catalogue: &Catalogue, lang: Lang) -> String {
        let mut out = self.source_words(catalogue, lang);
        if let Some(basis) = self.basis {
            out += &T::LensBasis.fill(lang, &[("basis", &basis.name(lang))]);
        }
        if self.any_version {
            out += T::LensAnyVersion.get(lang);
        }
        out
    }

    /// The sources in sight in words: a few by name, all or many of a grade by their number.
    pub fn source_words(&self, catalogue: &Catalogue, lang: Lang) -> String {
        let of_drafts = of_drafts(catalogue);
        let counts = |i: &SourceIdx| self.is_told(*i) && !of_drafts.contains(&catalogue[*i].id);
        let seen: Vec<SourceIdx> = self.sources().filter(counts).collect();
        if seen.is_empty() {
            return T::NoSource.get(lang).to_owned();
        }
        let all: Vec<SourceIdx> = catalogue.source_idxs().filter(counts).collect();
        let (is_told, own_words) = of_own_layers(&seen, &all, catalogue, lang);
        let is_apart = |i: SourceIdx| is_told.get(usize::from(catalogue[i].file.0)) != Some(&true);
        let total = |grade: Grade| all.iter().filter(|i| catalogue[**i].grade == grade && is_apart(**i)).count();
        let mut parts: Vec<String> = Vec::new();
        for grade in Grade::ALL {
            let is_of = |i: &SourceIdx| catalogue[*i].grade == *grade && is_apart(*i);
            let of_grade: Vec<SourceIdx> = seen.iter().copied().filter(is_of).collect();
            let (n, total) = (of_grade.len(), total(*grade));
            match of_grade.as_slice() {
                [] => {}
                [one] => parts.push(catalogue[*one].short_name(lang)),
                _ if n == total => {
                    parts.push(T::SourcesOfGrade.fill(lang, &[("grade", &grade.name(lang)), ("n", &n)]));
                }
                _ if n > NAMED => {
                    parts
                        .push(T::SomeOfGrade.fill(lang, &[("grade", &grade.name(lang)), ("n", &n), ("total", &total)]));
                }
                some => parts.extend(some.iter().map(|i| catalogue[*i].short_name(lang))),
            }
        }
        parts.extend(own_words);
        parts.join(lang.comma())
    }
}

/// The sources of the user's own layers that state nothing and cover no policy: number and date of a policy are theirs.
pub(super) fn of_facts(catalogue: &Catalogue) -> Vec<bool> {
    let is_own = |file: &StackFile| file.layer.as_ref().is_some_and(|layer| layer.kind == LayerKind::Own);
    let own: Vec<bool> = catalogue.files.iter().map(is_own).collect();
    let of_own = |i: SourceIdx| own.get(usize::from(catalogue[i].file.0)) == Some(&true);
    let of_facts = |i: SourceIdx| of_own(i) && matches!(catalogue[i].covers, Covers::Stated);
    let mut found: Vec<bool> = catalogue.source_idxs().map(of_facts).collect();
    if found.contains(&true) {
        let stating = catalogue.statements.iter().map(|statement| statement.source);
        let read = catalogue.readings.iter().map(|reading| catalogue[reading.text].source);
        for source in stating.chain(read) {
            found.get_mut(usize::from(source.0)).into_iter().for_each(|is_it| *is_it = false);
        }
    }
    found
}

/// The sources of policies that count nowhere, their forms being incomplete.
fn of_drafts(catalogue: &Catalogue) -> BTreeSet<String> {
    catalogue.drafts.iter().map(|draft| own_source_id(&draft.id)).collect()
}

/// The user's own layers with several sources in sight, one name for those of each, with its title where there are more
/// layers: a form makes a source a policy, which are no different kinds of source to a reader. Whether each file of the
/// stack is one of them, and their names.
fn of_own_layers(seen: &[SourceIdx], all: &[SourceIdx], catalogue: &Catalogue, lang: Lang) -> (Vec<bool>, Vec<String>) {
    let count = |sources: &mut dyn Iterator<Item = SourceIdx>| {
        let mut counts = vec![0; catalogue.files.len()];
        for source in sources {
            let at = usize::from(catalogue[source].file.0);
            counts.get_mut(at).into_iter().for_each(|count| *count += 1);
        }
        counts
    };
    let in_sight = count(&mut seen.iter().copied());
    let all = count(&mut all.iter().copied());
    let is_own = |file: &StackFile| file.layer.as_ref().is_some_and(|layer| layer.kind == LayerKind::Own);
    let is_alone = catalogue.files.iter().filter(|file| is_own(file)).count() < 2;
    let mut words = Vec::new();
    let told = |((file, n), total): ((&StackFile, usize), usize)| {
        let is_told = is_own(file) && n > 1;
        if is_told {
            let text = if n == total { T::SourcesOfLayer } else { T::SomeOfLayer };
            let of = T::OfLayer.fill(lang, &[("title", &file.head.title.get(lang))]);
            let of = if is_alone { String::new() } else { of };
            words.push(text.fill(lang, &[("of", &of), ("n", &n), ("total", &total)]));
        }
        is_told
    };
    let is_told = catalogue.files.iter().zip(in_sight).zip(all).map(told).collect();
    (is_told, words)
}
