//! Checks of policies, with their period, number, issuers, events and other versions.

use super::{Checker, Decoded, Record, RecordOrigin};
use crate::catalogue::policy::dated_by;
use crate::catalogue::problem::ProblemKind as K;
use crate::catalogue::raw::{
    RawEvent, RawIssuer, RawNumber, RawOtherVersion, RawPeriod, RawPolicy, RawRemark, RawText, RawTitleBy,
};
use crate::catalogue::{ById, Draft, Event, OtherVersion, Period, Policy, Remark, SourceIdx, When};
use crate::words::Text;

impl Checker {
    /// Takes a policy.
    pub fn policy(&mut self, Decoded { record: raw, origin }: Decoded<RawPolicy>) {
        let id = raw.id.clone();
        if raw.draft {
            self.draft(raw, origin);
            return;
        }
        let checked = Record::check(&self.known, |record| record.policy(raw));
        let outcome = self.known.policies.take(id, self.known.file, checked);
        self.close(origin, outcome);
    }

    /// Takes a policy whose form is not complete. Records about it are left out with it.
    fn draft(&mut self, raw: RawPolicy, origin: RecordOrigin) {
        let RawText { zh, en } = &raw.title;
        let draft = Draft { id: raw.id.clone(), title: Text { zh: zh.clone(), en: en.clone() } };
        self.is_draft = true;
        let checked = Record::check(&self.known, |record| record.policy(raw));
        self.report(origin, checked.problems);
        self.is_draft = false;
        self.known.broken.insert(draft.id.clone());
        self.known.draft_ids.insert(draft.id.clone());
        self.known.drafts.push(draft);
    }

    /// Puts the policies in canonical order after the last answer about them; references to them resolve from here on.
    pub fn close_policies(&mut self) {
        // Month (unknown last), region code, id. Ties of the year count as unknown months.
        let key = |p: &Policy| (p.month.is_none(), p.month, p.region);
        let twins = self.take_twins();
        let order = |a: &Policy, b: &Policy| key(a).cmp(&key(b)).then_with(|| ById(&a.id).cmp(&ById(&b.id)));
        self.known.policies.sort(order, |policy| &policy.id);
        self.join_twins(twins);
        self.close_covers();
    }
}

impl Record<'_> {
    /// Checks a policy.
    pub fn policy(&mut self, raw: RawPolicy) -> Option<Policy> {
        let file = self.field("layer", raw.layer.as_ref(), Record::file);
        let region = self.field("region", raw.region.as_str(), Record::place);
        let region_of_id = raw.region.as_str();
        self.field("id", raw.id.as_str(), |record, id| record.serial(id, region_of_id));
        let title = self.field("title", raw.title, Record::bilingual);
        let short = self.optional("short", raw.short, Record::bilingual);
        let period = self.optional("period", raw.period, Record::period);
        let number = self.optional("number", raw.number, Record::number);
        let issuers = self.list("issuers", raw.issuers, Record::issuer);
        let events = self.list("events", raw.events, Record::event);
        let versions = self.list("versions", raw.versions, Record::other_version);
        let remarks = self.list("remarks", raw.remarks, |record, RawRemark { name, value }| {
            let name = record.field("name", name, Record::text);
            let value = record.field("value", value, Record::text);
            Some(Remark { name: name?, value: value? })
        });
        let was = self.list("was", raw.was, Record::text);
        let events = events?;
        let dated = dated_by(&events).map(|event| event.on);
        Some(Policy {
            id: raw.id,
            region: region?,
            title: title?,
            title_en_is_ours: matches!(raw.title_en_by, Some(RawTitleBy::Us)),
            short: short?.unwrap_or_default(),
            stage: raw.stage.into(),
            period: period?,
            number: number?,
            issuers: issuers?,
            events,
            versions: versions?,
            remarks: remarks?,
            was: was?,
            file: file?,
            also_of: Vec::new(),
            month: dated.and_then(When::month),
            year: dated.map(When::year),
        })
    }

    /// Checks that the id of a policy begins with the code of its place and a year.
    fn serial(&mut self, id: &str, region: &str) {
        let mut parts = id.split('-');
        let follows =
            parts.next() == Some(region) && parts.next().is_some_and(|y| y.len() == 4) && parts.next().is_some();
        // Where the region itself is at fault that has been said, and the id may well be right.
        if !follows && self.known.regions.by_code(region).is_some() {
            self.report(K::OddPolicyId(id.to_owned()));
        }
    }

    fn period(&mut self, raw: RawPeriod) -> Option<Period> {
        let from = self.field("from", raw.from.as_str(), Record::date);
        let to = self.field("to", raw.to.as_str(), Record::date);
        if self.is_backwards(from, to) {
            self.report(K::PeriodBackwards(raw.from, raw.to));
        }
        let source = self.field("source", raw.source.as_str(), Record::source);
        let at = self.optional("at", raw.at, Record::text);
        Some(Period { from: from?, to: to?, source: source?, at: at? })
    }

    fn number(&mut self, raw: RawNumber) -> Option<(String, SourceIdx)> {
        let value = self.field("value", raw.value, Record::text);
        let source = self.field("source", raw.source.as_str(), Record::source);
        value.zip(source)
    }

    fn issuer(&mut self, raw: RawIssuer) -> Option<(Text, SourceIdx)> {
        let name = self.field("name", raw.name, Record::bilingual);
        let source = self.field("source", raw.source.as_str(), Record::source);
        name.zip(source)
    }

    fn event(&mut self, raw: RawEvent) -> Option<Event> {
        let kind = raw.kind.into();
        let on = self.field("on", raw.on.as_str(), |record, on| record.event_date(kind, on));
        let source = self.field("source", raw.source.as_str(), Record::source);
        let at = self.optional("at", raw.at, Record::text);
        Some(Event { kind, on: on?, version: raw.version.into(), source: source?, at: at? })
    }

    fn other_version(&mut self, raw: RawOtherVersion) -> Option<OtherVersion> {
        let title = self.optional("title", raw.title, Record::bilingual);
        let note = self.optional("note", raw.note, Record::bilingual);
        let date = self.optional("date", raw.date, |record, date| {
            let kind = date.kind.into();
            Some((kind, record.event_date(kind, &date.on)?))
        });
        let source = self.field("source", raw.source.as_str(), Record::source);
        let at = self.optional("at", raw.at, Record::text);
        let stage = raw.stage.into();
        Some(OtherVersion { stage, title: title?, date: date?, note: note?, source: source?, at: at? })
    }
}
