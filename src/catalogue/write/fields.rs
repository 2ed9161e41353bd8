//! The fields of each record, in their order, without optional fields that are empty.
//!
//! Every record is taken apart without `..`: a field that the reader gains and this does not write fails to compile.

use super::Ron;
use super::claims::{claim, milestone};
use super::readings::{mark, reading, text};
use super::record::{Fields, LAYER, Record, given, layer_tag, set, source_id, texts, word};
use crate::catalogue::{
    Catalogue, Covers, Event, FileIdx, Focus, ListKind, Of, OtherVersion, Period, Policy, PolicyIdx, Region, RegionIdx,
    Remark, Source, SourceIdx, Statement,
};
use crate::words::Text;

/// A list of records. The lists stand in the order in which records may refer to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// The codebook.
    Focuses,
    /// Sources.
    Sources,
    /// Places outside GB/T 2260.
    Regions,
    /// Policies.
    Policies,
    /// Texts of policies.
    Texts,
    /// Readings of texts.
    Readings,
    /// Statements.
    Statements,
    /// Milestones.
    Milestones,
    /// Claims.
    Claims,
}

impl List {
    /// Every list, in the order of the file.
    pub const ALL: [List; 9] = [
        List::Focuses,
        List::Sources,
        List::Regions,
        List::Policies,
        List::Texts,
        List::Readings,
        List::Statements,
        List::Milestones,
        List::Claims,
    ];

    /// Its name in the file.
    pub fn id(self) -> &'static str {
        match self {
            List::Focuses => "focuses",
            List::Sources => "sources",
            List::Regions => "regions",
            List::Policies => "policies",
            List::Texts => "texts",
            List::Readings => "readings",
            List::Statements => "statements",
            List::Milestones => "milestones",
            List::Claims => "claims",
        }
    }

    /// Whether it is left out where it has no record.
    pub fn is_optional(self) -> bool {
        matches!(self, List::Regions | List::Texts | List::Readings)
    }
}

/// The records of a list, each made on demand.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    catalogue: &'a Catalogue,
    list: List,
    /// For the list of regions: the places that the catalogue adds.
    added: Vec<RegionIdx>,
    /// The positions of the records of one file; none for those of every file.
    of_file: Option<Vec<usize>>,
}

impl<'a> Records<'a> {
    /// The records of a list of a catalogue.
    pub fn of(catalogue: &'a Catalogue, list: List) -> Records<'a> {
        let added = if list == List::Regions { catalogue.regions.added() } else { Vec::new() };
        Records { catalogue, list, added, of_file: None }
    }

    /// The records of a list that are of one file of a stack; focuses, places, milestones and claims of a layer are
    /// those of its sources.
    pub fn of_file(catalogue: &'a Catalogue, list: List, file: FileIdx) -> Records<'a> {
        let all = Records::of(catalogue, list);
        let c = catalogue;
        let is_of = |n: &usize| {
            let of = match list {
                List::Focuses | List::Regions => None,
                List::Sources => c.sources.get(*n).map(|source| source.file),
                List::Policies => record_of(c, *n).map(|policy| policy.file),
                List::Texts => c.texts.get(*n).map(|text| text.file),
                List::Readings => c.readings.get(*n).map(|reading| reading.file),
                List::Statements => c.statements.get(*n).map(|statement| statement.file),
                List::Milestones => c.milestones.get(*n).and_then(|one| Some(c[one.dates.first()?.source].file)),
                List::Claims => c.claims.get(*n).map(|claim| c[claim.source].file),
            };
            of.unwrap_or_default() == file
        };
        let of_file = (0..all.len()).filter(is_of).collect();
        Records { of_file: Some(of_file), ..all }
    }

    /// The list.
    pub fn list(&self) -> List {
        self.list
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        if let Some(of_file) = &self.of_file {
            return of_file.len();
        }
        match self.list {
            List::Focuses => self.catalogue.focuses.len(),
            List::Sources => self.catalogue.sources.len(),
            List::Regions => self.added.len(),
            List::Policies => self.catalogue.policies.len() + self.catalogue.twins.len(),
            List::Texts => self.catalogue.texts.len(),
            List::Readings => self.catalogue.readings.len(),
            List::Statements => self.catalogue.statements.len(),
            List::Milestones => self.catalogue.milestones.len(),
            List::Claims => self.catalogue.claims.len(),
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The ids (of a place: the code) in their order.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).filter_map(|n| self.id(n))
    }

    /// The id of the record at this position.
    pub fn id(&self, n: usize) -> Option<&'a str> {
        let c = self.catalogue;
        let id = match self.list {
            List::Focuses => c.focuses.get(n).map(|focus| &focus.id),
            List::Sources => c.sources.get(n).map(|source| &source.id),
            List::Regions => self.added.get(n).map(|place| &c[*place].code),
            List::Policies => record_of(c, n).map(|policy| &policy.id),
            List::Texts => c.texts.get(n).map(|text| &text.id),
            List::Readings => c.readings.get(n).map(|reading| &reading.id),
            List::Statements => c.statements.get(n).map(|statement| &statement.id),
            List::Milestones => c.milestones.get(n).map(|milestone| &milestone.id),
            List::Claims => c.claims.get(n).map(|claim| &claim.id),
        };
        id.map(String::as_str)
    }

    /// The fields of the record at this position; empty past the end.
    pub fn fields(&self, n: usize) -> Fields<'a> {
        let Some(of_file) = &self.of_file else { return self.fields_at(n) };
        let mut fields = of_file.get(n).map(|n| self.fields_at(*n)).unwrap_or_default();
        // A file alone says by itself of which layer it is.
        fields.retain(|(name, _)| *name != LAYER);
        fields
    }

    fn fields_at(&self, n: usize) -> Fields<'a> {
        let c = self.catalogue;
        let fields = match self.list {
            List::Focuses => c.focuses.get(n).map(focus),
            List::Sources => c.sources.get(n).map(|record| source(c, record)),
            List::Regions => self.added.get(n).map(|place| region(c, &c[*place])),
            List::Policies => record_of(c, n).map(|record| policy(c, record)),
            List::Texts => c.texts.get(n).map(|record| text(c, record)),
            List::Readings => c.readings.get(n).map(|record| reading(c, record)),
            List::Statements => c.statements.get(n).map(|record| statement(c, record)),
            List::Milestones => c.milestones.get(n).map(|record| milestone(c, record)),
            List::Claims => c.claims.get(n).map(|record| claim(c, record)),
        };
        fields.unwrap_or_default()
    }
}

/// The record of a policy at a position: behind the policies stand their twins.
fn record_of(c: &Catalogue, n: usize) -> Option<&Policy> {
    let twin = || c.twins.get(n.checked_sub(c.policies.len())?).map(|twin| &twin.policy);
    c.policies.get(n).or_else(twin)
}

fn policy_ids<'a>(c: &'a Catalogue, policies: &[PolicyIdx]) -> Ron<'a> {
    Ron::List(set(policies.iter().map(|i| &c[*i].id)))
}

fn focus(focus: &Focus) -> Fields<'_> {
    let Focus { id, name, short, counts, does_not_count, cues, not_cues } = focus;
    Record::new()
        .with("id", id)
        .with("name", name)
        .maybe("short", given(short))
        .maybe("counts", given(counts))
        .maybe("does_not_count", given(does_not_count))
        .list("cues", texts(cues))
        .list("not_cues", texts(not_cues))
        .0
}

fn source<'a>(c: &'a Catalogue, source: &'a Source) -> Fields<'a> {
    let Source {
        id,
        file,
        grade,
        authors,
        title,
        short,
        container,
        place,
        publisher,
        published,
        address,
        accessed,
        copies,
        sha256,
        covers,
    } = source;
    let covers = match covers {
        Covers::All => Ron::Word("All"),
        Covers::Policies(list) => Ron::Of("Policies", Box::new(policy_ids(c, list))),
        Covers::Stated => Ron::Word("Stated"),
    };
    Record::new()
        .with("id", id)
        .maybe(LAYER, layer_tag(c, *file))
        .maybe("grade", word(*grade))
        .list("authors", texts(authors))
        .with("title", title)
        .maybe("short", given(short))
        .maybe("container", container.as_ref())
        .maybe("place", place.as_ref())
        .maybe("publisher", publisher.as_ref())
        .maybe("published", *published)
        .maybe("address", address.as_ref())
        .maybe("accessed", *accessed)
        .maybe("copies", *copies)
        .maybe("sha256", sha256.as_ref())
        .with("covers", covers)
        .0
}

/// The short name is the Chinese one and tiles are the standard's own; a parent is always named, even one that its code
/// implies, so that it stays the same with any other places added.
fn region<'a>(c: &'a Catalogue, region: &'a Region) -> Fields<'a> {
    let Region { code, name, short: _, letters: _, other: _, kind, parent, tile: _ } = region;
    Record::new()
        .with("code", code)
        .with("name", name)
        .maybe("kind", word(*kind))
        .maybe("parent", parent.map(|parent| &c[parent].code))
        .0
}

/// The fields of a policy; month and year follow from the events.
fn policy<'a>(c: &'a Catalogue, policy: &'a Policy) -> Fields<'a> {
    let Policy {
        id,
        region,
        title,
        title_en_is_ours,
        short,
        stage,
        period,
        number,
        issuers,
        events,
        versions,
        remarks,
        was,
        file,
        // By the answers of the head.
        also_of: _,
        month: _,
        year: _,
    } = policy;
    let number = number.as_ref().map(|(value, source)| {
        Ron::Group("", Record::new().with("value", value).with("source", source_id(c, *source)).0)
    });
    let issuer = |(name, source): &'a (Text, SourceIdx)| {
        Ron::Group("", Record::new().with("name", name).with("source", source_id(c, *source)).0)
    };
    Record::new()
        .with("id", id)
        .maybe(LAYER, layer_tag(c, *file))
        .with("region", &c[*region].code)
        .with("title", title)
        .maybe("title_en_by", title_en_is_ours.then_some(Ron::Word("Us")))
        .maybe("short", given(short))
        .maybe("stage", word(*stage))
        .maybe("period", period.as_ref().map(|record| period_of(c, record)))
        .maybe("number", number)
        .list("issuers", issuers.iter().map(issuer).collect())
        .list("events", events.iter().map(|record| event(c, record)).collect())
        .list("versions", versions.iter().map(|record| version(c, record)).collect())
        .list("remarks", remarks.iter().map(remark).collect())
        .list("was", texts(was))
        .0
}

fn remark(remark: &Remark) -> Ron<'_> {
    let Remark { name, value } = remark;
    Ron::Group("", Record::new().with("name", name).with("value", value).0)
}

fn period_of<'a>(c: &'a Catalogue, period: &'a Period) -> Ron<'a> {
    let Period { from, to, source, at } = period;
    let record = Record::new().with("from", *from).with("to", *to).with("source", source_id(c, *source));
    Ron::Group("", record.maybe("at", at.as_ref()).0)
}

fn event<'a>(c: &'a Catalogue, event: &'a Event) -> Ron<'a> {
    let Event { kind, on, version, source, at } = event;
    let record = Record::new().maybe("kind", word(*kind)).with("on", *on).maybe("version", word(*version));
    Ron::Group("", record.with("source", source_id(c, *source)).maybe("at", at.as_ref()).0)
}

fn version<'a>(c: &'a Catalogue, version: &'a OtherVersion) -> Ron<'a> {
    let OtherVersion { stage, title, date, note, source, at } = version;
    let date = date.map(|(kind, on)| Ron::Group("", Record::new().maybe("kind", word(kind)).with("on", on).0));
    let record = Record::new()
        .maybe("stage", word(*stage))
        .maybe("title", title.as_ref())
        .maybe("date", date)
        .maybe("note", note.as_ref())
        .with("source", source_id(c, *source))
        .maybe("at", at.as_ref());
    Ron::Group("", record.0)
}

fn statement<'a>(c: &'a Catalogue, statement: &'a Statement) -> Fields<'a> {
    let Statement {
        id,
        file,
        kind,
        of,
        focuses,
        strength,
        list,
        assigned_by,
        version,
        modality,
        summary,
        quote,
        watch,
        keywords,
        value,
        at_least,
        from,
        until,
        source,
        at,
        coder,
        coded_on,
        mark: marked,
        cue,
    } = statement;
    let of = match of {
        Of::Policy(policy) => Ron::Of("Policy", Box::new(Ron::from(&c[*policy].id))),
        Of::Regions(places) => {
            Ron::Of("Regions", Box::new(Ron::List(texts(places.iter().map(|place| &c[*place].code)))))
        }
        Of::Nation(name) => Ron::Of("Nation", Box::new(Ron::from(name))),
        Of::Unnamed => Ron::Word("Unnamed"),
        Of::All => Ron::Word("All"),
    };
    // Where a statement is counted its list is said; elsewhere closed is what is meant without a word.
    let said = kind.counts() && !focuses.is_empty();
    let list = match list {
        ListKind::Closed => said.then_some(Ron::Word("Closed")),
        ListKind::Open => Some(Ron::Word("Open")),
        ListKind::Partial(total) => Some(Ron::Group("Partial", Record::new().with("total", *total).0)),
    };
    Record::new()
        .with("id", id)
        .maybe(LAYER, layer_tag(c, *file))
        .maybe("kind", word(*kind))
        .with("of", of)
        .list("focuses", set(focuses.iter().map(|focus| &c[*focus].id)))
        .maybe("strength", word(*strength))
        .maybe("list", list)
        .maybe("assigned_by", assigned_by.and_then(word))
        .maybe("version", word(*version))
        .maybe("modality", modality.and_then(word))
        .with("summary", summary)
        .maybe("quote", quote.as_ref())
        .maybe("watch", watch.as_deref())
        .list("keywords", texts(keywords))
        .maybe("value", *value)
        .maybe("at_least", at_least.then_some(Ron::Word("true")))
        .maybe("from", *from)
        .maybe("until", *until)
        .with("source", source_id(c, *source))
        .maybe("at", at.as_ref())
        .maybe("coder", coder.as_ref())
        .maybe("coded_on", *coded_on)
        .maybe("mark", marked.as_deref().map(|record| mark(c, record)))
        .maybe("cue", cue.as_ref())
        .0
}
