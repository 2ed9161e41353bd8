//! Two texts of a layer that began as one, merged: by record and by value, never by line.
//!
//! The result is their text with the values changed here patched in, so that their layout and comments stay. A value
//! that both changed, each in another way, is a [`Conflict`]; theirs stands in the text until one of the two is chosen.

mod clash;
mod make;
mod subject;
mod texts;
mod three;
mod value;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::EditFault;
use super::open::OpenLayer;
use super::patch::apply;
use super::text::quoted;
use crate::catalogue::{List, Span, Spans, own_source_id};
use clash::renumbered;
use make::{Change, ValuePlace, made};
use subject::RecordSubject;
use texts::settled;
use value::{ValueStep, field_name, plain, shown};

/// One of two texts that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeSide {
    /// The one in hand.
    Ours,
    /// The one that stands in the file.
    Theirs,
}

/// A value that both texts changed, each in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The list of the record; none for a value at the top of the file.
    pub list: Option<List>,
    /// Id of the record; empty at the top of the file.
    pub id: String,
    /// Title of the policy or source that the record is about; empty where it has none.
    pub title: String,
    /// Ids of the focuses that it is about.
    pub focuses: Vec<String>,
    /// The way to the value, as `title.zh`; empty where it is the record itself.
    pub field: String,
    /// The value in hand; none where it was removed.
    pub ours: Option<String>,
    /// The value in the file; none where it was removed.
    pub theirs: Option<String>,
}

impl Conflict {
    /// Whether it is the same change as another one: the source that a form makes for a policy has its title and its
    /// issuer from that.
    pub fn goes_with(&self, policy: &Conflict) -> bool {
        let is_of_it = self.list == Some(List::Sources)
            && policy.list == Some(List::Policies)
            && self.id == own_source_id(&policy.id);
        is_of_it && (&self.ours, &self.theirs) == (&policy.ours, &policy.theirs)
    }
}

/// Two texts merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The text; where there are conflicts, with their values.
    pub text: String,
    /// The conflicts that nothing was chosen for.
    pub conflicts: Vec<Conflict>,
}

/// Merges the text in hand with the one in the file; `base` is the one that both began as, empty where there was none.
///
/// # Errors
/// A text cannot be cut into records.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Result<Merged, EditFault> {
    settle(base, ours, theirs, &[])
}

/// Merges with choices for the conflicts, in the order in which [`merge`] names them.
///
/// # Errors
/// A text cannot be cut into records.
pub fn settle(base: &str, ours: &str, theirs: &str, choices: &[MergeSide]) -> Result<Merged, EditFault> {
    let ours = renumbered(base, ours, theirs)?;
    let texts = [base, ours.as_str(), theirs].map(Records::of);
    let [base_records, our_records, their_records] = &texts;
    let is_whole = |records: &Records<'_>| records.spans.is_whole();
    if !is_whole(our_records) || !is_whole(their_records) || !(base.is_empty() || is_whole(base_records)) {
        return Err(EditFault::Broken);
    }
    let mut merger = Merger {
        base: base_records,
        ours: our_records,
        theirs: their_records,
        choices: choices.iter(),
        changes: Vec::new(),
        conflicts: Vec::new(),
    };
    merger.heads();
    merger.records();
    let Merger { changes, conflicts, .. } = merger;
    let text = made(theirs, &changes)?;
    let edits = settled(&OpenLayer::of(&text), [&OpenLayer::of(&ours), &OpenLayer::of(theirs)]);
    let text = if edits.is_empty() { text } else { apply(&text, &edits)?.text };
    Ok(Merged { text, conflicts })
}

/// The records of a text, to be found by list and id.
struct Records<'a> {
    spans: Spans<'a>,
    by_id: HashMap<(&'static str, String), Span>,
    in_order: Vec<(List, String)>,
}

impl<'a> Records<'a> {
    fn of(text: &'a str) -> Records<'a> {
        let spans = Spans::of(text);
        let (mut by_id, mut in_order) = (HashMap::new(), Vec::new());
        for list in List::ALL {
            for (id, span) in spans.records(list) {
                by_id.insert((list.id(), id.clone()), span);
                in_order.push((list, id));
            }
        }
        Records { spans, by_id, in_order }
    }

    fn get(&self, list: List, id: &str) -> Option<Span> {
        self.by_id.get(&(list.id(), id.to_owned())).copied()
    }

    fn text(&self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| self.spans.text(span))
    }
}

/// A merge under way.
struct Merger<'a> {
    base: &'a Records<'a>,
    ours: &'a Records<'a>,
    theirs: &'a Records<'a>,
    choices: std::slice::Iter<'a, MergeSide>,
    /// The changes of their text.
    changes: Vec<Change>,
    conflicts: Vec<Conflict>,
}

impl Merger<'_> {
    fn heads(&mut self) {
        let names = self.ours.spans.heads().chain(self.base.spans.heads()).map(|(name, _, _)| name.to_owned());
        let mut seen: Vec<String> = Vec::new();
        for name in names.collect::<Vec<_>>() {
            if !seen.contains(&name) {
                let three = [self.base, self.ours, self.theirs].map(|one| one.spans.head(&name));
                self.value(&ValuePlace::Head, &mut vec![ValueStep::Field(name.clone())], three);
                seen.push(name);
            }
        }
    }

    fn records(&mut self) {
        let gone = self.base.in_order.iter().filter(|(list, id)| self.ours.get(*list, id).is_none());
        for (list, id) in self.ours.in_order.iter().chain(gone) {
            let three = [self.base, self.ours, self.theirs].map(|one| one.get(*list, id));
            let [base, ours, _] = three;
            if self.base.text(base) == self.ours.text(ours) {
                self.removed_below(*list, id, three);
                continue;
            }
            match three {
                [None, Some(_), None] => self.changes.push(self.put(*list, ours)),
                [_, None, Some(_)] => self.removed_here(*list, id, three),
                [Some(_), Some(_), None] => {
                    if !self.is_same(base, ours) {
                        self.conflict(self.record_conflict(*list, id, three), self.put(*list, ours));
                    }
                }
                _ => self.value(&ValuePlace::Record(*list, id.clone()), &mut Vec::new(), three),
            }
        }
    }

    /// A record that is removed here: it goes, unless they changed it or lean on it.
    fn removed_here(&mut self, list: List, id: &str, three: [Option<Span>; 3]) {
        let [base, _, theirs] = three;
        let is_untouched = plain_of(self.base, base) == plain_of(self.theirs, theirs);
        let take = Change::Take(list, id.to_owned());
        if is_untouched && !leans(self.theirs, self.base, id) {
            self.changes.push(take);
        } else {
            self.conflict(self.record_conflict(list, id, three), take);
        }
    }

    /// A record that they removed and that is unchanged here: it is gone, unless something new here leans on it.
    fn removed_below(&mut self, list: List, id: &str, three: [Option<Span>; 3]) {
        if let [Some(_), ours @ Some(_), None] = three
            && leans(self.ours, self.base, id)
        {
            self.conflict(self.record_conflict(list, id, three), self.put(list, ours));
        }
    }

    fn put(&self, list: List, ours: Option<Span>) -> Change {
        Change::Put(list, self.ours.text(ours).unwrap_or_default().to_owned())
    }

    fn is_same(&self, base: Option<Span>, ours: Option<Span>) -> bool {
        plain_of(self.base, base) == plain_of(self.ours, ours)
    }

    fn record_conflict(&self, list: List, id: &str, [_, ours, theirs]: [Option<Span>; 3]) -> Conflict {
        let RecordSubject { title, focuses } = self.subject(list, id);
        Conflict {
            list: Some(list),
            id: id.to_owned(),
            title,
            focuses,
            field: String::new(),
            ours: self.ours.text(ours).map(str::to_owned),
            theirs: self.theirs.text(theirs).map(str::to_owned),
        }
    }

    fn value_conflict(&self, place: &ValuePlace, path: &[ValueStep], [_, ours, theirs]: [Option<Span>; 3]) -> Conflict {
        let (list, id, RecordSubject { title, focuses }) = match place {
            ValuePlace::Head => (None, String::new(), RecordSubject::default()),
            ValuePlace::Record(list, id) => (Some(*list), id.clone(), self.subject(*list, id)),
        };
        let ours = ours.map(|span| shown(&self.ours.spans, span));
        let theirs = theirs.map(|span| shown(&self.theirs.spans, span));
        Conflict { list, id, title, focuses, field: field_name(path), ours, theirs }
    }

    fn subject(&self, list: List, id: &str) -> RecordSubject {
        RecordSubject::of(list, id, [self.ours, self.theirs, self.base])
    }

    /// Notes a conflict, or does as was chosen for it: `change` makes theirs ours.
    fn conflict(&mut self, conflict: Conflict, change: Change) {
        match self.choices.next() {
            Some(MergeSide::Ours) => self.changes.push(change),
            Some(MergeSide::Theirs) => {}
            None => self.conflicts.push(conflict),
        }
    }
}

fn plain_of(records: &Records<'_>, span: Option<Span>) -> Option<String> {
    span.map(|span| plain(&records.spans, span))
}

/// Whether a record that is new or changed against the base names an id.
fn leans(text: &Records<'_>, base: &Records<'_>, id: &str) -> bool {
    let named = quoted(id);
    text.in_order.iter().any(|(list, other)| {
        let own = text.text(text.get(*list, other)).unwrap_or_default();
        other != id && own.contains(&named) && base.text(base.get(*list, other)) != Some(own)
    })
}
