//! The fields of milestones and of claims.

use super::Ron;
use super::record::{Fields, Record, source_id, statement_ids, word};
use crate::catalogue::{Catalogue, Check, Claim, Milestone, MilestoneDate, When};

/// A milestone.
pub fn milestone<'a>(c: &'a Catalogue, milestone: &'a Milestone) -> Fields<'a> {
    let Milestone { id, who, what, dates } = milestone;
    let date = |date: &'a MilestoneDate| {
        let MilestoneDate { kind, on, source, at } = date;
        let record = Record::new().maybe("kind", kind.and_then(word)).with("on", *on);
        Ron::Group("", record.with("source", source_id(c, *source)).maybe("at", at.as_ref()).0)
    };
    let dates = Ron::List(dates.iter().map(date).collect());
    Record::new().with("id", id).with("who", who).with("what", what).with("dates", dates).0
}

/// A claim.
pub fn claim<'a>(c: &'a Catalogue, claim: &'a Claim) -> Fields<'a> {
    let Claim { id, what, check, source, at } = claim;
    let group = |word, record: Record<'a>| Ron::Group(word, record.0);
    let check = match check {
        Check::Growth { from, to, stated } => {
            group("Growth", Record::new().with("from", *from).with("to", *to).with("stated", *stated))
        }
        Check::InPeriod { from, to } => {
            let month = |month| Ron::from(When::Month(month));
            group("InPeriod", Record::new().with("from", month(*from)).with("to", month(*to)))
        }
        Check::Named { statements, stated } => {
            group("Named", Record::new().with("statements", statement_ids(c, statements)).with("stated", *stated))
        }
        Check::Share { part, at_least, whole, stated } => {
            let record = Record::new().with("part", *part).with("whole", *whole);
            let record = record.maybe("at_least", at_least.then_some(Ron::Word("true")));
            group("Share", record.maybe("stated", *stated))
        }
        Check::AllFocuses => Ron::Word("AllFocuses"),
        Check::Similarity => Ron::Word("Similarity"),
        Check::Unchecked { why } => group("None", Record::new().with("why", why)),
    };
    Record::new()
        .with("id", id)
        .with("what", what)
        .with("check", check)
        .with("source", source_id(c, *source))
        .maybe("at", at.as_ref())
        .0
}
