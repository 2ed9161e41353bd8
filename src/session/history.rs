//! Undo and redo over states of any kind: views of the window, walks in hand.

use crate::words::UiText;

/// States to go back and forward to, each with the label of its step.
#[derive(Debug)]
pub struct History<T, L = UiText> {
    past: Vec<(T, L)>,
    future: Vec<(T, L)>,
}

/// The most steps kept: more than anyone retraces.
const MOST_STEPS: usize = 200;

impl<T, L> Default for History<T, L> {
    fn default() -> History<T, L> {
        History { past: Vec::new(), future: Vec::new() }
    }
}

impl<T, L: Copy> History<T, L> {
    /// Records a step from this state. Undone steps can no longer be made again.
    pub(super) fn record(&mut self, before: T, label: L) {
        self.future.clear();
        self.past.push((before, label));
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }

    /// Extends the last step, as typing does: undo still leads back to its beginning.
    pub(super) fn extend(&mut self) {
        self.future.clear();
    }

    /// The state before the last step; `now` becomes the state of redo.
    pub(super) fn undo(&mut self, now: T) -> Option<T> {
        let (state, label) = self.past.pop()?;
        self.future.push((now, label));
        Some(state)
    }

    /// The state that the last undo left.
    pub(super) fn redo(&mut self, now: T) -> Option<T> {
        let (state, label) = self.future.pop()?;
        self.past.push((now, label));
        Some(state)
    }

    /// The state before the last step.
    pub(super) fn last(&self) -> Option<&T> {
        self.past.last().map(|(state, _)| state)
    }

    /// The state that the last undo left.
    pub(super) fn next(&self) -> Option<&T> {
        self.future.last().map(|(state, _)| state)
    }

    /// The number of steps, back and forward.
    pub fn steps(&self) -> usize {
        self.past.len() + self.future.len()
    }

    /// The steps with each state made anew, outwards from the present, as far as that can be done; whether all could.
    pub(super) fn renewed<R>(
        &self,
        start: impl Fn() -> R,
        renew: impl Fn(&T, &mut R) -> Option<T>,
    ) -> (History<T, L>, bool) {
        let renewed = |steps: &[(T, L)]| {
            let mut course = start();
            let outwards = steps.iter().rev().map_while(|(state, label)| Some((renew(state, &mut course)?, *label)));
            let mut kept: Vec<(T, L)> = outwards.collect();
            kept.reverse();
            kept
        };
        let history = History { past: renewed(&self.past), future: renewed(&self.future) };
        let is_whole = history.steps() == self.steps();
        (history, is_whole)
    }

    /// The label of the next undo.
    pub fn undoes(&self) -> Option<L> {
        self.past.last().map(|(_, label)| *label)
    }

    /// The label of the next redo.
    pub fn redoes(&self) -> Option<L> {
        self.future.last().map(|(_, label)| *label)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The oracle of the history: the state after each step, and the current position.
    struct Naive {
        states: Vec<u8>,
        at: usize,
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_history_is_a_list_of_states_and_a_place_in_it(steps in proptest::collection::vec(0..6_u8, 0..60)) {
            let (mut history, mut now) = (History::default(), 0);
            let mut naive = Naive { states: vec![0], at: 0 };
            for (step, next) in steps.into_iter().zip(1_u8..) {
                match step {
                    0 => now = history.undo(now).unwrap_or(now),
                    1 => now = history.redo(now).unwrap_or(now),
                    2 if naive.at > 0 => {
                        history.extend();
                        now = next;
                    }
                    _ => {
                        history.record(now, next);
                        now = next;
                    }
                }
                match step {
                    0 => naive.at = naive.at.saturating_sub(1),
                    1 => naive.at = (naive.at + 1).min(naive.states.len() - 1),
                    other => {
                        naive.at += usize::from(other != 2 || naive.at == 0);
                        naive.states.truncate(naive.at);
                        naive.states.push(next);
                    }
                }
                prop_assert_eq!(now, naive.states[naive.at]);
                prop_assert_eq!(history.steps(), naive.states.len() - 1);
                prop_assert_eq!(history.undoes().is_some(), naive.at > 0);
                prop_assert_eq!(history.redoes().is_some(), naive.at + 1 < naive.states.len());
            }
        }
    }

    #[test]
    fn what_is_too_long_ago_is_forgotten() {
        let mut history: History<usize, ()> = History::default();
        (0..MOST_STEPS + 3).for_each(|state| history.record(state, ()));
        let (mut now, mut steps) = (MOST_STEPS + 3, 0);
        while let Some(before) = history.undo(now) {
            (now, steps) = (before, steps + 1);
        }
        assert_eq!((now, steps), (3, MOST_STEPS));
    }
}
