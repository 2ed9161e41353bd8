//! The sound records of a list under their ids, each of which is taken once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::record::{CheckedRecord, Problems};
use crate::catalogue::FileIdx;
use crate::catalogue::characters::{hides, is_held};
use crate::catalogue::found::PathStep::Field;
use crate::catalogue::problem::ProblemKind as K;

/// The sound records of a list.
pub struct SoundRecords<T, I> {
    records: Vec<T>,
    by_id: HashMap<String, I>,
    /// The files of the records that are not of the base.
    above: HashMap<String, FileIdx>,
    /// The index of the record at a place; none where the list is full.
    index: fn(usize) -> Option<I>,
}

/// The outcome of taking a record.
pub struct RecordOutcome<I> {
    /// The record's index, where it was kept.
    pub index: Option<I>,
    /// The problems of the record.
    pub problems: Problems,
    /// Its id, where references to it are broken.
    pub broken: Option<String>,
}

impl<T, I: Copy> SoundRecords<T, I> {
    /// An empty list.
    pub fn new(index: fn(usize) -> Option<I>) -> SoundRecords<T, I> {
        SoundRecords { records: Vec::new(), by_id: HashMap::new(), above: HashMap::new(), index }
    }

    /// Makes room for so many more records: large lists else move again and again while they are read.
    pub fn make_room(&mut self, more: usize) {
        self.records.reserve_exact(more);
        self.by_id.reserve(more);
    }

    /// Takes a record, unless it is broken, an earlier one has its id or the list is full.
    pub fn take(&mut self, id: String, file: FileIdx, checked: CheckedRecord<T>) -> RecordOutcome<I> {
        let CheckedRecord { mut value, mut problems } = checked;
        let mut refuse = |path, kind| {
            problems.push((path, kind));
            value = None;
        };
        // Others refer to an id as it stands, so nothing of it is left out.
        let odd = id.chars().find(|c| (hides(*c) && *c != '\n') || !is_held(*c)).map(K::BadCharacter);
        if let Some(kind) = odd.or_else(|| id.trim().is_empty().then_some(K::EmptyText)) {
            refuse(vec![Field("id")], kind);
        }
        let free = match self.by_id.entry(id) {
            Entry::Vacant(free) => Some(free),
            Entry::Occupied(taken) => {
                refuse(vec![Field("id")], K::DuplicateId(taken.key().clone()));
                None
            }
        };
        let next = (self.index)(self.records.len());
        if next.is_none() {
            refuse(Vec::new(), K::TooMany("records"));
        }
        // The earlier record of an id that is taken is sound: references to it hold.
        let Some(free) = free else { return RecordOutcome { index: None, problems, broken: None } };
        let Some((record, index)) = value.zip(next) else {
            return RecordOutcome { index: None, problems, broken: Some(free.into_key()) };
        };
        if file != FileIdx::default() {
            self.above.insert(free.key().clone(), file);
        }
        free.insert(index);
        self.records.push(record);
        RecordOutcome { index: Some(index), problems, broken: None }
    }

    /// The index of the record with an id, where it is of this file or of one below.
    pub fn up_to(&self, file: FileIdx, id: &str) -> Option<I> {
        self.get(id).filter(|_| self.above.get(id).is_none_or(|of| *of <= file))
    }

    /// The index of the record with an id.
    pub fn get(&self, id: &str) -> Option<I> {
        self.by_id.get(id).copied()
    }

    /// The ids of the records of this file and of those below, in no order.
    pub fn ids_up_to(&self, file: FileIdx) -> impl Iterator<Item = &str> {
        let is_up_to = move |id: &&String| self.above.get(*id).is_none_or(|of| *of <= file);
        self.by_id.keys().filter(is_up_to).map(String::as_str)
    }

    /// The index of the first record of a file.
    pub fn first_of(&self, file: FileIdx) -> Option<I>
    where
        I: Ord,
    {
        let is_of = |id: &str| self.above.get(id).copied().unwrap_or_default() == file;
        self.by_id.iter().filter(|(id, _)| is_of(id)).map(|(_, index)| *index).min()
    }

    /// The number of ids.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// All records in their order.
    pub fn records(&self) -> &[T] {
        &self.records
    }

    /// The record at a place, to complete it.
    pub fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.records.get_mut(place)
    }

    /// Puts the records in another order, with the id of each.
    pub fn sort(&mut self, order: impl FnMut(&T, &T) -> std::cmp::Ordering, id: impl Fn(&T) -> &str) {
        self.records.sort_by(order);
        let ids = self.records.iter().enumerate();
        self.by_id = ids.filter_map(|(n, record)| Some((id(record).to_owned(), (self.index)(n)?))).collect();
    }

    /// Takes the records of a kind out; they have no index until the others are put in order.
    pub fn take_out(&mut self, is_out: impl FnMut(&mut T) -> bool) -> Vec<T> {
        self.records.extract_if(.., is_out).collect()
    }

    /// Gives the record at an index another name, of a record of this file.
    pub fn add_name(&mut self, id: &str, index: I, file: FileIdx) {
        self.by_id.insert(id.to_owned(), index);
        if file != FileIdx::default() {
            self.above.insert(id.to_owned(), file);
        }
    }

    /// All records alone.
    pub fn into_records(self) -> Vec<T> {
        self.records
    }
}
