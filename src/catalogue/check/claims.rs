//! Checks of milestones and claims.

use super::{Checker, Decoded, Record};
use crate::catalogue::problem::{ProblemKind as K, ReferenceTarget};
use crate::catalogue::raw::{RawCheck, RawClaim, RawMilestone, RawMilestoneDate};
use crate::catalogue::{Check, Claim, EventKind, Milestone, MilestoneDate};

impl Checker {
    /// Takes a milestone.
    pub fn milestone(&mut self, Decoded { record: raw, origin }: Decoded<RawMilestone>) {
        let id = raw.id.clone();
        let checked = Record::check(&self.known, |record| record.milestone(raw));
        let outcome = self.known.milestones.take(id, self.known.file, checked);
        self.close(origin, outcome);
    }

    /// Takes a claim.
    pub fn claim(&mut self, Decoded { record: raw, origin }: Decoded<RawClaim>) {
        let id = raw.id.clone();
        let checked = Record::check(&self.known, |record| record.claim(raw));
        let outcome = self.known.claims.take(id, self.known.file, checked);
        self.close(origin, outcome);
    }
}

impl Record<'_> {
    fn milestone(&mut self, raw: RawMilestone) -> Option<Milestone> {
        let who = self.field("who", raw.who, Record::text);
        let what = self.field("what", raw.what, Record::bilingual);
        let is_dated = !raw.dates.is_empty();
        let dates = self.list("dates", raw.dates, Record::milestone_date);
        if !is_dated {
            self.field("dates", K::Needs("dates"), Record::report)?;
        }
        Some(Milestone { id: raw.id, who: who?, what: what?, dates: dates? })
    }

    fn milestone_date(&mut self, raw: RawMilestoneDate) -> Option<MilestoneDate> {
        let on = self.field("on", raw.on.as_str(), Record::date);
        let at = self.optional("at", raw.at, Record::text);
        let source = self.field("source", raw.source.as_str(), Record::source);
        Some(MilestoneDate { kind: raw.kind.map(EventKind::from), on: on?, source: source?, at: at? })
    }

    fn claim(&mut self, raw: RawClaim) -> Option<Claim> {
        let what = self.field("what", raw.what, Record::bilingual);
        let check = self.field("check", raw.check, Record::check_of);
        let source = self.field("source", raw.source.as_str(), Record::source);
        let at = self.optional("at", raw.at, Record::text);
        Some(Claim { id: raw.id, what: what?, check: check?, source: source?, at: at? })
    }

    fn check_of(&mut self, raw: RawCheck) -> Option<Check> {
        Some(match raw {
            RawCheck::Growth { from, to, stated } => Check::Growth { from, to, stated },
            RawCheck::InPeriod { from, to } => {
                let from = self.field("from", from.as_str(), Record::month);
                let to = self.field("to", to.as_str(), Record::month);
                Check::InPeriod { from: from?, to: to? }
            }
            RawCheck::Named { statements, stated } => {
                let known = &self.known.statements;
                let resolve = |record: &mut Self, id: &String| record.resolve(id, ReferenceTarget::Statement, known);
                Check::Named { statements: self.list("statements", &statements, resolve)?, stated }
            }
            RawCheck::Share { part, whole, at_least, stated } => {
                let stated = self.optional("stated", stated, Record::percent)?;
                Check::Share { part, at_least, whole, stated }
            }
            RawCheck::AllFocuses => Check::AllFocuses,
            RawCheck::Similarity => Check::Similarity,
            RawCheck::None { why } => Check::Unchecked { why: self.bilingual(why)? },
        })
    }
}
