//! Work of many parts on all processors of the machine, each part handed on in its order.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// Parts that may be done before their turn: what waits to be taken is held in memory.
const AHEAD: usize = 32;

/// The course of a work.
struct Course {
    /// The next part that nobody does yet.
    next: usize,
    /// The parts taken.
    taken: usize,
    /// For each part whether it is done.
    done: Vec<bool>,
    /// Whether nothing more is wanted.
    is_over: bool,
}

impl Course {
    /// A part that nobody does yet, unless too many wait to be taken.
    fn begin(&mut self) -> Option<usize> {
        let n = self.next;
        let is_free = !self.is_over && n < self.done.len() && n < self.taken + AHEAD;
        self.next += usize::from(is_free);
        is_free.then_some(n)
    }
}

/// A course with those who wait for its next step.
struct Shared {
    course: Mutex<Course>,
    changed: Condvar,
}

impl Shared {
    /// The course. A part that panicked is told where its thread is joined.
    fn course(&self) -> MutexGuard<'_, Course> {
        self.course.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'g>(&self, course: MutexGuard<'g, Course>) -> MutexGuard<'g, Course> {
        self.changed.wait(course).unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends a part when it goes, also where the part panics: nobody waits for it for ever.
struct Part<'s>(&'s Shared, usize);

impl Drop for Part<'_> {
    fn drop(&mut self) {
        let Part(shared, n) = *self;
        shared.course().done.get_mut(n).into_iter().for_each(|done| *done = true);
        shared.changed.notify_all();
    }
}

/// Ends the course when it goes, so that the other threads do too.
struct Over<'s>(&'s Shared);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.course().is_over = true;
        self.0.changed.notify_all();
    }
}

/// Does `count` parts on as many threads as the machine has processors, the caller's among them, and takes each in order
/// on the caller's thread; `take` may end the work. Where the system makes no thread the caller does all of it.
pub fn share(count: usize, part: &(dyn Fn(usize) + Sync), take: &mut dyn FnMut(usize) -> ControlFlow<()>) {
    let threads = available_parallelism().map_or(1, NonZero::get).min(count);
    on_threads(threads, count, part, take);
}

fn on_threads(
    threads: usize,
    count: usize,
    part: &(dyn Fn(usize) + Sync),
    take: &mut dyn FnMut(usize) -> ControlFlow<()>,
) {
    let course = Course { next: 0, taken: 0, done: vec![false; count], is_over: false };
    let shared = Shared { course: Mutex::new(course), changed: Condvar::new() };
    let help = || {
        let mut course = shared.course();
        while !course.is_over && course.next < count {
            if let Some(n) = course.begin() {
                drop(course);
                let begun = Part(&shared, n);
                part(n);
                drop(begun);
                course = shared.course();
            } else {
                course = shared.wait(course);
            }
        }
    };
    scope(|scope| {
        let _over = Over(&shared);
        for _ in 1..threads {
            Builder::new().name("part of a work".to_owned()).spawn_scoped(scope, help).ok();
        }
        for n in 0..count {
            let mut course = shared.course();
            while course.done.get(n) == Some(&false) {
                if let Some(other) = course.begin() {
                    drop(course);
                    let begun = Part(&shared, other);
                    part(other);
                    drop(begun);
                    course = shared.course();
                } else {
                    course = shared.wait(course);
                }
            }
            course.taken = n + 1;
            drop(course);
            shared.changed.notify_all();
            if take(n).is_break() {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn each_part_is_done_once_and_taken_in_order_by_any_number_of_threads() {
        for threads in [1, 2, 5] {
            for count in [0, 1, 3, AHEAD, 500] {
                let done: Vec<AtomicUsize> = (0..count).map(|_| AtomicUsize::new(0)).collect();
                let mut taken = Vec::new();
                on_threads(threads, count, &|n| _ = done[n].fetch_add(1, Ordering::SeqCst), &mut |n| {
                    assert_eq!(done[n].load(Ordering::SeqCst), 1);
                    taken.push(n);
                    ControlFlow::Continue(())
                });
                assert_eq!(taken, (0..count).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn a_work_ends_where_it_is_told_to_and_a_panic_is_no_waiting_for_ever() {
        for threads in [1, 4] {
            let (mut taken, done) = (0, AtomicUsize::new(0));
            on_threads(threads, 1000, &|_| _ = done.fetch_add(1, Ordering::SeqCst), &mut |_| {
                taken += 1;
                if taken == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert_eq!(taken, 3);
            assert!(done.into_inner() <= 3 + AHEAD + threads);
            let panics = |n: usize| assert_ne!(n, 7, "as it must");
            let work = || on_threads(threads, 20, &panics, &mut |_| ControlFlow::Continue(()));
            assert!(catch_unwind(AssertUnwindSafe(work)).is_err());
        }
    }
}
