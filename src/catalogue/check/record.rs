//! A record under check: gathers its problems with their paths, all of them, while its values are built or not.

use super::Known;
use crate::catalogue::Severity;
use crate::catalogue::found::PathStep::{self, Field, Item};
use crate::catalogue::found::{Path, Telling};
use crate::catalogue::problem::ProblemKind as K;

/// Problems of one record, each with the path to the value that has it.
pub type Problems = Vec<(Path, K)>;

/// A checked record; no value where a value inside it is broken.
pub struct CheckedRecord<T> {
    /// The record.
    pub value: Option<T>,
    /// Its problems.
    pub problems: Problems,
}

/// A record under check. A check of a value gives the value, or `None` where that costs the record.
pub struct Record<'k> {
    /// The records that it may refer to.
    pub known: &'k Known,
    /// Whether the record is still sound.
    pub is_sound: bool,
    path: Path,
    problems: Telling<Path>,
}

impl<'k> Record<'k> {
    /// Checks a record: whatever its values are, it is not built where a problem costs it.
    pub fn check<T>(known: &'k Known, check: impl FnOnce(&mut Record<'k>) -> Option<T>) -> CheckedRecord<T> {
        let mut record = Record { known, is_sound: true, path: Vec::new(), problems: Telling::new() };
        let value = check(&mut record).filter(|_| record.is_sound);
        CheckedRecord { value, problems: record.problems.into_list() }
    }

    /// Reports a problem of the value in hand; `None` where it costs the record.
    pub fn report(&mut self, kind: K) -> Option<()> {
        let is_warning = kind.severity() == Severity::Warning;
        self.problems.take(|| self.path.clone(), kind);
        if is_warning { Some(()) } else { self.cost() }
    }

    /// Leaves the record out without a problem of its own: the reason has been reported elsewhere.
    pub fn cost<T>(&mut self) -> Option<T> {
        self.is_sound = false;
        None
    }

    /// Checks a field.
    pub fn field<R, T>(&mut self, name: &'static str, value: R, check: impl FnOnce(&mut Self, R) -> T) -> T {
        self.step(Field(name), value, check)
    }

    /// Checks a field that may be left out.
    #[allow(clippy::option_option, reason = "a field that is left out is no fault")]
    pub fn optional<R, T>(
        &mut self,
        name: &'static str,
        value: Option<R>,
        check: impl FnOnce(&mut Self, R) -> Option<T>,
    ) -> Option<Option<T>> {
        match value {
            Some(value) => self.field(name, value, check).map(Some),
            None => Some(None),
        }
    }

    /// Checks a field that is a list.
    pub fn list<R, T>(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = R>,
        check: impl FnMut(&mut Self, R) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.field(name, values, |record, values| record.items(values, check))
    }

    /// Checks each item of the list in hand, also those after a broken one.
    pub fn items<R, T>(
        &mut self,
        values: impl IntoIterator<Item = R>,
        mut check: impl FnMut(&mut Self, R) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = values.into_iter();
        // No list has room for more than it holds: there are hundreds of thousands of them.
        let mut out = Some(Vec::with_capacity(values.size_hint().0));
        for (i, value) in values.enumerate() {
            let item = self.step(Item(i), value, &mut check);
            out = out.zip(item).map(|(mut list, item)| {
                list.push(item);
                list
            });
        }
        out
    }

    fn step<R, T>(&mut self, step: PathStep, value: R, check: impl FnOnce(&mut Self, R) -> T) -> T {
        self.path.push(step);
        let checked = check(self, value);
        self.path.pop();
        checked
    }
}
