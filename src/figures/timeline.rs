//! The timeline: places as rows, months as columns, a mark a policy; milestones above.

use std::cmp::Reverse;

use super::bars::{Caption, MilestoneMark, caption, dating_notes, milestones};
use crate::catalogue::{Month, PolicyIdx, RegionIdx, Stage};
use crate::query::{Index, Outcome, month_span};
use crate::words::{FigureText as T, Lang};

/// A policy on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelinePoint {
    /// The policy.
    pub policy: PolicyIdx,
    /// Its id.
    pub id: String,
    /// Its short title.
    pub short: String,
    /// Its whole title.
    pub title: String,
    /// Draft or final.
    pub stage: Stage,
    /// Its month, counted from the first; none where it is unknown.
    pub month: Option<usize>,
}

/// A place with its policies in order of their months, those without one last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Code of the place.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Its policies; none where only statements speak of it.
    pub events: Vec<TimelinePoint>,
    /// Whether the catalogue has a policy of it, whatever the query.
    pub has_policies: bool,
}

/// A timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The months from the first to the last.
    pub months: Vec<Month>,
    /// Places in code order.
    pub lanes: Vec<Lane>,
    /// Milestones within the months.
    pub milestones: Vec<(usize, MilestoneMark)>,
    /// Its caption.
    pub caption: Caption,
}

impl Timeline {
    /// The same with the places of most policies first; of as many each in the order that they had.
    pub(super) fn by_count(mut self) -> Timeline {
        self.lanes.sort_by_key(|lane| Reverse(lane.events.len()));
        self
    }
}

/// Lays the policies of a result along the months.
pub fn timeline(index: &Index, outcome: &Outcome, lang: Lang) -> Timeline {
    let catalogue = &*index.catalogue;
    let span = month_span(index, outcome.policy_idxs());
    let event = |policy: PolicyIdx| {
        let p = &catalogue[policy];
        TimelinePoint {
            policy,
            id: p.id.clone(),
            short: p.short_or_title(lang).to_owned(),
            title: p.title.get(lang).to_owned(),
            stage: p.stage,
            month: span.zip(p.month).and_then(|((first, _), month)| usize::try_from(month.since(first)).ok()),
        }
    };
    // Policies are held by month, so that each lane is in order.
    let mut lanes: std::collections::BTreeMap<RegionIdx, Vec<TimelinePoint>> =
        outcome.regions(index).into_iter().map(|place| (place, Vec::new())).collect();
    for policy in outcome.policy_idxs() {
        lanes.entry(catalogue[policy].region).or_default().push(event(policy));
    }
    let lane = |(place, events): (RegionIdx, Vec<TimelinePoint>)| Lane {
        region: catalogue[place].code.clone(),
        name: catalogue[place].short_name(lang).to_owned(),
        events,
        has_policies: !index.policies_in(place).is_empty(),
    };
    let column = |month: Month| usize::try_from(month.since(span?.0)).ok();
    let all = milestones(index, lang);
    let inside = |mark: &MilestoneMark| span.is_some_and(|(first, last)| mark.month >= first && mark.month <= last);
    let outside = all.iter().filter(|mark| !inside(mark)).count();
    let outside = (outside > 0 && span.is_some()).then(|| T::MilestonesOutside.fill(lang, &[("n", &outside)]));
    let notes: Vec<String> = outside.into_iter().chain(dating_notes(index, outcome, lang)).collect();
    Timeline {
        months: span.into_iter().flat_map(|(first, last)| first.through(last)).collect(),
        lanes: lanes.into_iter().map(lane).collect(),
        milestones: all.into_iter().filter(inside).filter_map(|mark| Some((column(mark.month)?, mark))).collect(),
        caption: caption(index, outcome, lang, notes.join(lang.semicolon())),
    }
}
