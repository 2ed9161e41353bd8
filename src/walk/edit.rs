//! Editing a walk: each edit gives a new walk, so that undoing is keeping the old one.

use super::{Slide, Step, Walk};
use crate::view::tidy;

/// One edit. Positions are counted from 0; one that does not exist changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Names the walk; a name of blanks changes nothing.
    Name(String),
    /// Moves a step.
    Move {
        /// Its position before.
        from: usize,
        /// Its position after; beyond the end is the end.
        to: usize,
    },
    /// Names a step; an empty name is the usual one.
    Rename {
        /// The step.
        at: usize,
        /// Its name.
        name: String,
    },
    /// Inserts a copy behind a step.
    Duplicate(usize),
    /// Skips a step, or stops skipping it.
    Skip(usize),
    /// Gives a step notes.
    Notes {
        /// The step.
        at: usize,
        /// Its notes, in Markdown.
        notes: String,
    },
    /// Gives a step a time, or none.
    Time {
        /// The step.
        at: usize,
        /// Its seconds.
        seconds: Option<u32>,
    },
    /// Replaces the slide of a step; notes and time stay.
    Show {
        /// The step.
        at: usize,
        /// The slide.
        slide: Slide,
    },
    /// Inserts a step.
    Insert {
        /// Its position; beyond the end is the end.
        at: usize,
        /// The step.
        step: Step,
    },
    /// Removes a step.
    Remove(usize),
}

impl Walk {
    /// The walk after an edit.
    #[must_use]
    pub fn edited(&self, edit: &Edit) -> Walk {
        let mut walk = self.clone();
        let steps = &mut walk.steps;
        match edit {
            Edit::Name(name) => {
                let name = tidy(name);
                if !name.is_empty() {
                    walk.name = name;
                }
            }
            Edit::Move { from, to } => {
                if *from < steps.len() {
                    let step = steps.remove(*from);
                    steps.insert((*to).min(steps.len()), step);
                }
            }
            Edit::Duplicate(at) => {
                if let Some(copy) = steps.get(*at).cloned() {
                    steps.insert(at + 1, copy);
                }
            }
            Edit::Insert { at, step } => steps.insert((*at).min(steps.len()), step.clone()),
            Edit::Remove(at) => {
                if *at < steps.len() {
                    steps.remove(*at);
                }
            }
            Edit::Rename { at, name } => on(steps, *at, |step| step.slide.name = tidy(name)),
            Edit::Skip(at) => on(steps, *at, |step| step.skip = !step.skip),
            Edit::Notes { at, notes } => on(steps, *at, |step| step.notes.clone_from(notes)),
            Edit::Time { at, seconds } => on(steps, *at, |step| step.seconds = *seconds),
            Edit::Show { at, slide } => on(steps, *at, |step| step.slide = slide.clone()),
        }
        walk
    }
}

fn on(steps: &mut [Step], at: usize, change: impl FnOnce(&mut Step)) {
    if let Some(step) = steps.get_mut(at) {
        change(step);
    }
}
