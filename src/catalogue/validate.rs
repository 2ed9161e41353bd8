//! Text to catalogue: checks every record, never stops at the first, and gives the sound ones.
//!
//! A record with a problem is left out and named; a reference to such a record is not a second problem.

mod heads;
mod values;

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use serde::de::DeserializeOwned;

use super::problem::{Place, Problem, ProblemKind as K, Reference, nearest};
use super::raw::{self, *};
use super::region::{Elsewhere, Region};
use super::split::{self, HEADS, LISTS, Span, Split, Step, Step::Field, Step::Item};
use super::*;
use crate::words::Lang;

/// What reading a file gave.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The sound records; none where the file as a whole cannot be read.
    pub catalogue: Option<Catalogue>,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether any problem is an error.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// How far reading has come, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub done: usize,
    /// Bytes in all.
    pub total: usize,
}

/// Reads a catalogue.
pub fn load(bytes: &[u8]) -> Loaded {
    load_with(bytes, &mut |_| ControlFlow::Continue(())).unwrap_or(Loaded { catalogue: None, problems: Vec::new() })
}

/// Reads a catalogue, telling how far it is; `None` when told to break off.
pub fn load_with(bytes: &[u8], progress: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> Option<Loaded> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) => {
            return Some(Loaded { catalogue: None, problems: vec![*problem] });
        }
    };
    let mut reader = Reader { text, found: Vec::new(), broken: HashSet::new(), progress, done: 0, cancelled: false };
    let mut catalogue = reader.catalogue();
    if reader.cancelled {
        return None;
    }
    if let Some(catalogue) = &mut catalogue {
        catalogue.sha256 = sha256(bytes);
    }
    let lines = LineIndex::new(text, !reader.found.is_empty());
    let mut found = reader.found;
    found.sort_by_key(|(at, _, _)| at.unwrap_or(0));
    let problems = found
        .into_iter()
        .map(|(at, record, kind)| Problem {
            severity: kind.severity(),
            place: at.map(|at| lines.place(at)),
            record,
            kind,
        })
        .collect();
    Some(Loaded { catalogue, problems })
}

fn decode(bytes: &[u8]) -> Result<&str, Box<Problem>> {
    let whole = |place, kind: K| Box::new(Problem { severity: Severity::Error, place, record: None, kind });
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF") {
        return Err(whole(None, K::NotUtf8("UTF-16")));
    }
    if let Some(nul) = memchr::memchr(0, body) {
        // UTF-16 without a mark has NUL in every other byte; a text file has none.
        let kind = if nul < 2 { K::NotUtf8("UTF-16") } else { K::NulByte };
        let before = std::str::from_utf8(body.get(..nul).unwrap_or_default()).unwrap_or_default();
        return Err(whole(Some(LineIndex::new(before, true).place(before.len())), kind));
    }
    let text = std::str::from_utf8(body).map_err(|error| {
        let before = std::str::from_utf8(body.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default();
        whole(Some(LineIndex::new(before, true).place(before.len())), K::NotUtf8("GBK"))
    })?;
    if text.trim().is_empty() {
        return Err(whole(None, K::EmptyFile));
    }
    Ok(text)
}

/// Byte offsets to lines and columns.
struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// `needed`: an index over a large text is made only when there is something to place.
    fn new(text: &'a str, needed: bool) -> LineIndex<'a> {
        let mut starts = vec![0];
        if needed {
            starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        }
        LineIndex { text, starts }
    }

    fn place(&self, at: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |before| before.chars().count()) + 1;
        Place { line, column }
    }
}

type Found = (Option<usize>, Option<String>, K);

struct Reader<'a, 'p> {
    text: &'a str,
    found: Vec<Found>,
    broken: HashSet<String>,
    progress: &'p mut dyn FnMut(Progress) -> ControlFlow<()>,
    done: usize,
    cancelled: bool,
}

/// The record in hand: where it stands, its id, and whether it is still sound.
struct Record {
    span: Span,
    id: Option<String>,
    sound: bool,
}

/// What earlier lists gave, to resolve references against.
#[derive(Default)]
struct Known {
    focuses: HashMap<String, FocusIdx>,
    sources: HashMap<String, SourceIdx>,
    policies: HashMap<String, PolicyIdx>,
    statements: HashMap<String, StatementIdx>,
}

impl Reader<'_, '_> {
    fn catalogue(&mut self) -> Option<Catalogue> {
        let split = split::split(self.text);
        for lost in &split.faults {
            let id = self.id_at(lost.span);
            self.found.push((Some(lost.at), id, K::Cut(lost.fault)));
        }
        self.lost_records(&split);
        if !self.schema(&split) {
            return None;
        }
        let id = self.head_text(&split, "id");
        let release = self.head_text(&split, "release");
        let title = self.head_bilingual(&split, "title", true);
        let scope = self.head_bilingual(&split, "scope", false);
        let (authors, licences) = self.rights(&split);
        self.unknown_heads(&split);

        let mut known = Known::default();
        let focuses = self.focuses(&split, &mut known);
        let (mut sources, covers) = self.sources(&split, &mut known);
        let regions = self.regions(&split);
        let policies = self.policies(&split, &mut known, &regions);
        self.covers(&mut sources, covers, &known);
        let statements = self.statements(&split, &mut known, &regions, &sources, &policies);
        let milestones = self.milestones(&split, &known);
        let claims = self.claims(&split, &known);
        let default_sources = self.default_sources(&split, &known, &sources);
        Some(Catalogue {
            id,
            release,
            title,
            scope,
            authors,
            licences,
            default_sources,
            focuses,
            sources,
            regions,
            policies,
            statements,
            milestones,
            claims,
            sha256: String::new(),
            policy_by_id: known.policies,
        })
    }

    // Reading records.

    fn spans(&self, split: &Split, list: &'static str) -> Vec<Span> {
        split
            .lists
            .iter()
            .filter(|(name, _, _)| *name == list)
            .flat_map(|(_, _, spans)| spans.iter().copied())
            .collect()
    }

    fn id_at(&self, span: Span) -> Option<String> {
        let (_, value) = split::fields(self.text, span).into_iter().find(|(name, _)| matches!(*name, "id" | "code"))?;
        let raw = self.text.get(value.start..value.end)?;
        raw.strip_prefix('"')?.strip_suffix('"').map(str::to_owned)
    }

    fn parse<T: DeserializeOwned>(&mut self, span: Span, id: Option<&str>) -> Option<T> {
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        match raw::options().from_str::<T>(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let (at, kind) = self.syntax(span, text, error);
                self.found.push((Some(at), id.map(str::to_owned), kind));
                None
            }
        }
    }

    /// The place and kind of RON's complaint: a missing field belongs to the record, a full-width sign is named.
    fn syntax(&self, span: Span, text: &str, error: ron::error::SpannedError) -> (usize, K) {
        if let Some((at, found, wanted)) = split::full_width(self.text, span) {
            return (at, K::FullWidth(found, wanted));
        }
        if matches!(error.code, ron::Error::MissingStructField { .. }) {
            return (span.start, K::Syntax(error.code));
        }
        let position = error.span.start;
        let mut offset = 0;
        for _ in 1..position.line {
            offset += text.get(offset..).and_then(|tail| tail.find('\n')).map_or(0, |newline| newline + 1);
        }
        let line = text.get(offset..).unwrap_or_default();
        let column = line.char_indices().nth(position.col.saturating_sub(1)).map_or(0, |(at, _)| at);
        (span.start + offset + column, K::Syntax(error.code))
    }

    /// Reads the records of a list one by one; `each` gives the value or nothing, and may report problems.
    fn list<Raw: DeserializeOwned>(
        &mut self,
        split: &Split,
        name: &'static str,
        mut each: impl FnMut(&mut Self, &mut Record, Raw),
    ) {
        for (n, span) in self.spans(split, name).into_iter().enumerate() {
            if n % 512 == 0 {
                let progress = Progress { done: self.done, total: self.text.len() };
                self.cancelled |= (self.progress)(progress).is_break();
            }
            if self.cancelled {
                return;
            }
            self.done += span.end - span.start;
            // The id is looked for only where it is needed: on a fault.
            let Some(value) = self.parse::<Raw>(span, None) else {
                let id = self.id_at(span);
                self.broken.extend(id.clone());
                if let Some(last) = self.found.last_mut() {
                    last.1 = id;
                }
                continue;
            };
            let mut record = Record { span, id: None, sound: true };
            each(self, &mut record, value);
            if !record.sound {
                let id = record.id.or_else(|| self.id_at(span));
                self.broken.extend(id);
            }
        }
    }

    // The lists, in the order in which they may refer to each other.

    fn focuses(&mut self, split: &Split, known: &mut Known) -> Vec<Focus> {
        let mut out = Vec::new();
        self.list::<RawFocus>(split, "focuses", |me, record, raw| {
            let name = me.bilingual(record, &[Field("name")], raw.name);
            let counts = raw.counts.map(|t| me.bilingual(record, &[Field("counts")], t)).unwrap_or_default();
            let does_not_count =
                raw.does_not_count.map(|t| me.bilingual(record, &[Field("does_not_count")], t)).unwrap_or_default();
            let next = u8::try_from(out.len()).ok().map(FocusIdx);
            if me.take(record, &raw.id, &mut known.focuses, next) {
                out.push(Focus { id: raw.id, name, counts, does_not_count });
            }
        });
        out
    }

    fn sources(&mut self, split: &Split, known: &mut Known) -> (Vec<Source>, Vec<(Span, RawCovers)>) {
        let mut out = Vec::new();
        let mut covers = Vec::new();
        self.list::<RawSource>(split, "sources", |me, record, raw| {
            me.strings(record, "authors", &raw.authors);
            me.string(record, &[Field("title")], &raw.title);
            let short = raw.short.map(|t| me.bilingual(record, &[Field("short")], t)).unwrap_or_default();
            me.optional(record, "container", raw.container.as_ref());
            me.optional(record, "publisher", raw.publisher.as_ref());
            me.optional(record, "address", raw.address.as_ref());
            let published = me.optional_date(record, "published", raw.published);
            let accessed = me.optional_date(record, "accessed", raw.accessed);
            let next = u16::try_from(out.len()).ok().map(SourceIdx);
            if me.take(record, &raw.id, &mut known.sources, next) {
                covers.push((record.span, raw.covers));
                out.push(Source {
                    id: raw.id,
                    grade: raw.grade.into(),
                    authors: raw.authors,
                    title: raw.title,
                    short,
                    container: raw.container,
                    publisher: raw.publisher,
                    published,
                    address: raw.address,
                    accessed,
                    copies: raw.copies,
                    covers: Covers::Stated,
                });
            }
        });
        (out, covers)
    }

    fn covers(&mut self, sources: &mut [Source], covers: Vec<(Span, RawCovers)>, known: &Known) {
        for (source, (span, raw)) in sources.iter_mut().zip(covers) {
            source.covers = match raw {
                RawCovers::All => Covers::All,
                RawCovers::Stated => Covers::Stated,
                RawCovers::Policies(ids) => {
                    let mut record = Record { span, id: Some(source.id.clone()), sound: true };
                    let mut list = Vec::new();
                    for (i, id) in ids.iter().enumerate() {
                        let path = [Field("covers"), Item(i)];
                        list.extend(self.resolve(&mut record, &path, id, Reference::Policy, &known.policies));
                    }
                    list.sort_unstable();
                    Covers::Policies(list)
                }
            };
        }
    }

    fn regions(&mut self, split: &Split) -> Regions {
        let standard = Regions::standard();
        let mut added: Vec<(Region, Option<String>)> = Vec::new();
        self.list::<RawRegion>(split, "regions", |me, record, raw| {
            let name = me.bilingual(record, &[Field("name")], raw.name);
            me.string(record, &[Field("code")], &raw.code);
            if standard.by_code(&raw.code).is_some() || added.iter().any(|(r, _)| r.code == raw.code) {
                me.report(record, &[Field("code")], K::DuplicateId(raw.code.clone()));
            }
            // A parent stands before what lies in it.
            if let Some(parent) = &raw.parent
                && standard.by_code(parent).is_none()
                && !added.iter().any(|(region, _)| region.code == *parent)
            {
                record.sound = false;
                if !me.broken.contains(parent) {
                    me.report(record, &[Field("parent")], K::Unknown(Reference::Region, parent.clone(), None));
                }
            }
            if record.sound {
                let short = name.get(Lang::Zh).to_owned();
                let region = Region { code: raw.code, name, short, kind: raw.kind.into(), parent: None, tile: None };
                added.push((region, raw.parent));
            }
        });
        standard.with(added)
    }

    fn policies(&mut self, split: &Split, known: &mut Known, regions: &Regions) -> Vec<Policy> {
        let mut taken: HashMap<String, ()> = HashMap::new();
        let mut out: Vec<Policy> = Vec::new();
        self.list::<RawPolicy>(split, "policies", |me, record, raw| {
            let policy = me.policy(record, raw, known, regions);
            let next = u32::try_from(out.len()).ok().map(|_| ());
            if me.take(record, &policy.id, &mut taken, next) {
                out.push(policy);
            }
        });
        // Canonical order: month (unknown last), region code, id. Ties of the year count as unknown months.
        out.sort_by(|a, b| {
            let key = |p: &Policy| (p.month.is_none(), p.month, p.region);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        known.policies = out.iter().zip(0u32..).map(|(policy, i)| (policy.id.clone(), PolicyIdx(i))).collect();
        out
    }

    fn policy(&mut self, record: &mut Record, raw: RawPolicy, known: &Known, regions: &Regions) -> Policy {
        let region = self.region(record, &[Field("region")], &raw.region, regions);
        let mut parts = raw.id.split('-');
        let follows =
            parts.next() == Some(&raw.region) && parts.next().is_some_and(|y| y.len() == 4) && parts.next().is_some();
        // Where the region itself is at fault that has been said, and the id may well be right.
        if !follows && regions.by_code(&raw.region).is_some() {
            self.report(record, &[Field("id")], K::OddPolicyId(raw.id.clone()));
        }
        let title = self.bilingual(record, &[Field("title")], raw.title);
        let short = raw.short.map(|t| self.bilingual(record, &[Field("short")], t)).unwrap_or_default();
        let period = raw.period.map(|raw| self.period(record, raw, known));
        let number = raw.number.map(|number| {
            self.string(record, &[Field("number"), Field("value")], &number.value);
            (number.value, self.source(record, &[Field("number"), Field("source")], &number.source, known))
        });
        let mut issuers = Vec::new();
        for (i, issuer) in raw.issuers.into_iter().enumerate() {
            let name = self.bilingual(record, &[Field("issuers"), Item(i), Field("name")], issuer.name);
            let path = [Field("issuers"), Item(i), Field("source")];
            issuers.push((name, self.source(record, &path, &issuer.source, known)));
        }
        let mut events = Vec::new();
        for (i, event) in raw.events.into_iter().enumerate() {
            let on = self.date(record, &[Field("events"), Item(i), Field("on")], &event.on);
            let source = self.source(record, &[Field("events"), Item(i), Field("source")], &event.source, known);
            self.at(record, &[Field("events"), Item(i)], event.at.as_ref());
            events.push(Event { kind: event.kind.into(), on, version: event.version.into(), source, at: event.at });
        }
        let mut versions = Vec::new();
        for (i, raw) in raw.versions.into_iter().enumerate() {
            let path = |field| [Field("versions"), Item(i), Field(field)];
            let title = raw.title.map(|t| self.bilingual(record, &path("title"), t));
            let note = raw.note.map(|t| self.bilingual(record, &path("note"), t));
            let date = raw.date.map(|d| (d.kind.into(), self.date(record, &path("date"), &d.on)));
            let source = self.source(record, &path("source"), &raw.source, known);
            self.at(record, &[Field("versions"), Item(i)], raw.at.as_ref());
            versions.push(OtherVersion { stage: raw.stage.into(), title, date, note, source, at: raw.at });
        }
        let dated = policy::dated_by(&events).map(|event| event.on);
        Policy {
            id: raw.id,
            region,
            title,
            title_en_is_ours: matches!(raw.title_en_by, Some(RawTitleBy::Us)),
            short,
            stage: raw.stage.into(),
            period,
            number,
            issuers,
            events,
            versions,
            month: dated.and_then(When::month),
            year: dated.map(When::year),
        }
    }

    fn period(&mut self, record: &mut Record, raw: RawPeriod, known: &Known) -> Period {
        let from = self.date(record, &[Field("period"), Field("from")], &raw.from);
        let to = self.date(record, &[Field("period"), Field("to")], &raw.to);
        if record.sound && to.bounds().1 < from.bounds().0 {
            self.report(record, &[Field("period")], K::PeriodBackwards(raw.from, raw.to));
        }
        let source = self.source(record, &[Field("period"), Field("source")], &raw.source, known);
        self.at(record, &[Field("period")], raw.at.as_ref());
        Period { from, to, source, at: raw.at }
    }

    fn statements(
        &mut self,
        split: &Split,
        known: &mut Known,
        regions: &Regions,
        sources: &[Source],
        policies: &[Policy],
    ) -> Vec<Statement> {
        let mut out: Vec<Statement> = Vec::new();
        self.list::<RawStatement>(split, "statements", |me, record, raw| {
            let statement = me.statement(record, raw, known, regions);
            if let (Of::Policy(policy), Some(source)) = (&statement.of, sources.get(usize::from(statement.source.0)))
                && let Covers::Policies(covered) = &source.covers
                && record.sound
                && covered.binary_search(policy).is_err()
            {
                let policy = policies.get(policy.0 as usize).map(|p| p.id.clone()).unwrap_or_default();
                me.report(record, &[Field("source")], K::NotCovered(source.id.clone(), policy));
            }
            let next = u32::try_from(out.len()).ok().map(StatementIdx);
            if me.take(record, &statement.id, &mut known.statements, next) {
                out.push(statement);
            }
        });
        out
    }

    fn statement(&mut self, record: &mut Record, raw: RawStatement, known: &Known, regions: &Regions) -> Statement {
        let of = match raw.of {
            RawOf::Policy(id) => Of::Policy(
                self.resolve(record, &[Field("of")], &id, Reference::Policy, &known.policies).unwrap_or(PolicyIdx(0)),
            ),
            RawOf::Regions(codes) => {
                let mut places = Vec::new();
                for (i, code) in codes.iter().enumerate() {
                    let place = self.region(record, &[Field("of"), Item(i)], code, regions);
                    // A county and its city, or a slip: the place is spoken of once.
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
                if places.is_empty() {
                    self.report(record, &[Field("of")], K::EmptyText);
                }
                Of::Regions(places)
            }
            RawOf::Nation(name) => {
                self.string(record, &[Field("of")], &name);
                Of::Nation(name)
            }
            RawOf::Unnamed => Of::Unnamed,
            RawOf::All => Of::All,
        };
        let mut focuses = Vec::new();
        for (i, id) in raw.focuses.iter().enumerate() {
            focuses.extend(self.resolve(record, &[Field("focuses"), Item(i)], id, Reference::Focus, &known.focuses));
        }
        focuses.sort_unstable();
        focuses.dedup();
        let kind: StatementKind = raw.kind.into();
        if kind == StatementKind::Focus && raw.focuses.is_empty() {
            self.report(record, &[], K::Needs("focuses"));
        }
        if kind.counts() && !raw.focuses.is_empty() {
            for (name, missing) in [
                ("strength", raw.strength.is_none()),
                ("list", raw.list.is_none()),
                ("assigned_by", raw.assigned_by.is_none()),
            ] {
                if missing {
                    self.report(record, &[], K::Needs(name));
                }
            }
        }
        if kind == StatementKind::Count && raw.value.is_none() {
            self.report(record, &[], K::Needs("value"));
        }
        let summary = self.bilingual(record, &[Field("summary")], raw.summary);
        self.optional(record, "quote", raw.quote.as_ref());
        let watch = raw.watch.map(|t| self.bilingual(record, &[Field("watch")], t));
        self.strings(record, "keywords", &raw.keywords);
        self.at(record, &[], raw.at.as_ref());
        self.optional(record, "coder", raw.coder.as_ref());
        let source = self.source(record, &[Field("source")], &raw.source, known);
        let (from, until) = self.count_span(record, raw.from, raw.until);
        Statement {
            id: raw.id,
            kind,
            of,
            focuses,
            strength: raw.strength.map_or(Strength::NotStated, Strength::from),
            list: match raw.list {
                Some(RawList::Open) => ListKind::Open,
                Some(RawList::Partial { total }) => ListKind::Partial(total),
                Some(RawList::Closed) | None => ListKind::Closed,
            },
            assigned_by: raw.assigned_by.map(AssignedBy::from),
            version: raw.version.into(),
            modality: raw.modality.map(Modality::from),
            summary,
            quote: raw.quote,
            watch,
            keywords: raw.keywords,
            value: raw.value,
            at_least: raw.at_least,
            from,
            until,
            source,
            at: raw.at,
            coder: raw.coder,
            coded_on: self.optional_date(record, "coded_on", raw.coded_on),
        }
    }

    fn milestones(&mut self, split: &Split, known: &Known) -> Vec<Milestone> {
        let mut taken: HashMap<String, ()> = HashMap::new();
        let mut out = Vec::new();
        self.list::<RawMilestone>(split, "milestones", |me, record, raw| {
            me.string(record, &[Field("who")], &raw.who);
            let what = me.bilingual(record, &[Field("what")], raw.what);
            let mut dates = Vec::new();
            for (i, date) in raw.dates.into_iter().enumerate() {
                let on = me.date(record, &[Field("dates"), Item(i), Field("on")], &date.on);
                me.at(record, &[Field("dates"), Item(i)], date.at.as_ref());
                let source = me.source(record, &[Field("dates"), Item(i), Field("source")], &date.source, known);
                dates.push(MilestoneDate { kind: date.kind.map(EventKind::from), on, source, at: date.at });
            }
            if dates.is_empty() {
                me.report(record, &[Field("dates")], K::Needs("dates"));
            }
            if me.take(record, &raw.id, &mut taken, Some(())) {
                out.push(Milestone { id: raw.id, who: raw.who, what, dates });
            }
        });
        out
    }

    fn claims(&mut self, split: &Split, known: &Known) -> Vec<Claim> {
        let mut taken: HashMap<String, ()> = HashMap::new();
        let mut out = Vec::new();
        self.list::<RawClaim>(split, "claims", |me, record, raw| {
            let what = me.bilingual(record, &[Field("what")], raw.what);
            let check = match raw.check {
                RawCheck::Growth { from, to, stated } => Check::Growth { from, to, stated },
                RawCheck::InPeriod { from, to } => Check::InPeriod {
                    from: me.month(record, &[Field("check"), Field("from")], &from),
                    to: me.month(record, &[Field("check"), Field("to")], &to),
                },
                RawCheck::Named { statements, stated } => {
                    let mut list = Vec::new();
                    for (i, id) in statements.iter().enumerate() {
                        let path = [Field("check"), Field("statements"), Item(i)];
                        list.extend(me.resolve(record, &path, id, Reference::Statement, &known.statements));
                    }
                    Check::Named { statements: list, stated }
                }
                RawCheck::Share { part, whole, at_least, stated } => {
                    let stated = stated.and_then(|n| me.percent(record, &[Field("check"), Field("stated")], n));
                    Check::Share { part, at_least, whole, stated }
                }
                RawCheck::AllFocuses => Check::AllFocuses,
                RawCheck::Similarity => Check::Similarity,
                RawCheck::None { why } => Check::Unchecked { why: me.bilingual(record, &[Field("check")], why) },
            };
            let source = me.source(record, &[Field("source")], &raw.source, known);
            me.at(record, &[], raw.at.as_ref());
            if me.take(record, &raw.id, &mut taken, Some(())) {
                out.push(Claim { id: raw.id, what, check, source, at: raw.at });
            }
        });
        out
    }
}

fn text(raw: RawText) -> Text {
    Text { zh: raw.zh, en: raw.en }
}
