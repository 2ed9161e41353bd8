//! A layer's file that was changed elsewhere: merged with the text in hand, or, where both changed one value, settled by
//! choices. Until then nothing is written and nothing else is edited.

use std::sync::Arc;

use super::{Dialog, Effect, Effects, Session};
use crate::edit::{Conflict, MergeSide, Merged, Stretch, merge, settle, tag_of};
use crate::words::LayerText as T;

/// A merge whose conflicts are not all settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settling {
    base: Arc<str>,
    theirs: Arc<str>,
    conflicts: Vec<(Conflict, Option<MergeSide>)>,
}

impl Settling {
    /// The conflicts that are asked about, each by its place among all, with what was chosen. One that goes with another
    /// is answered with that.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Conflict, Option<MergeSide>)> {
        let asked = self.conflicts.iter().enumerate().filter(|(_, (one, _))| !self.goes_with_another(one));
        asked.map(|(at, (conflict, choice))| (at, conflict, *choice))
    }

    fn goes_with_another(&self, conflict: &Conflict) -> bool {
        self.conflicts.iter().any(|(other, _)| conflict.goes_with(other))
    }

    /// The choices; none while one is missing.
    pub fn choices(&self) -> Option<Vec<MergeSide>> {
        self.conflicts.iter().map(|(_, choice)| *choice).collect()
    }
}

impl Session {
    /// Merges the text in hand with the one that stands in the file, which was `base` when it was last read or written.
    pub(super) fn changed_elsewhere(&mut self, base: Arc<str>, theirs: Arc<str>) -> Effects {
        let Some(layer) = &self.open.mine.layer else { return Effects::none() };
        let Some(ours) = layer.text.clone() else { return self.take_theirs(theirs) };
        match merge(&base, &ours, &theirs) {
            Ok(Merged { text, conflicts }) if conflicts.is_empty() => self.take_merged(text.into(), theirs),
            Ok(Merged { conflicts, .. }) => {
                let path = layer.path.clone();
                let effect = Effect::SetAside { path, text: ours, base: Some(base.clone()) };
                let conflicts: Vec<_> = conflicts.into_iter().map(|conflict| (conflict, None)).collect();
                // The steps of undo are of a text that may not stay.
                self.browse.forget_edits();
                // The dialog says it.
                self.browse.pointing.notice = None;
                self.open.mine.settling = Some(Settling { base, theirs, conflicts });
                self.browse.pointing.show(Some(Dialog::Settle));
                effect.into()
            }
            Err(_) => self.take_theirs(theirs),
        }
    }

    /// Whether conflicts are to be settled first; their dialog is opened then.
    pub(super) fn must_settle(&mut self) -> bool {
        let must = self.open.mine.settling.is_some();
        if must {
            self.browse.pointing.show(Some(Dialog::Settle));
        }
        must
    }

    /// Chooses a side for a conflict.
    pub(super) fn choose(&mut self, at: usize, side: MergeSide) {
        let Some(settling) = &mut self.open.mine.settling else { return };
        let Some(chosen) = settling.conflicts.get(at).map(|(conflict, _)| conflict.clone()) else { return };
        for (conflict, choice) in &mut settling.conflicts {
            if *conflict == chosen || conflict.goes_with(&chosen) {
                *choice = Some(side);
            }
        }
    }

    /// Takes the text as the choices make it.
    pub(super) fn settle(&mut self) -> Effects {
        let ours = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone());
        let Some((settling, ours)) = self.open.mine.settling.as_ref().zip(ours) else { return Effects::none() };
        let Some(choices) = settling.choices() else { return Effects::none() };
        let theirs = settling.theirs.clone();
        match settle(&settling.base, &ours, &theirs, &choices) {
            Ok(merged) => {
                self.open.mine.settling = None;
                self.browse.pointing.show(None);
                self.take_merged(merged.text.into(), theirs)
            }
            Err(fault) => {
                self.tell_fault(&fault);
                Effects::none()
            }
        }
    }

    /// Takes a text of both, to be written over theirs.
    fn take_merged(&mut self, text: Arc<str>, over: Arc<str>) -> Effects {
        let Some(layer) = &mut self.open.mine.layer else { return Effects::none() };
        let path = layer.path.clone();
        let before = layer.text.replace(text.clone()).unwrap_or_default();
        let are_carried = self.browse.carry_edits(Stretch::between(&before, &text));
        let notice = self.say(if are_carried { T::Merged } else { T::MergedNoUndo }, &[]);
        self.browse.pointing.notice = Some(notice);
        [Effect::KeepMerged { path, over, text: text.clone() }, Effect::Restack(Some(text))].into()
    }

    /// Takes the text of the file where the two cannot be merged; the one in hand is kept beside it.
    fn take_theirs(&mut self, theirs: Arc<str>) -> Effects {
        let Some(layer) = &mut self.open.mine.layer else { return Effects::none() };
        let ours = layer.text.replace(theirs.clone());
        let path = layer.path.clone();
        layer.tag = tag_of(&theirs).unwrap_or_else(|| layer.tag.clone());
        self.browse.forget_edits();
        let notice = self.say(T::ChangedElsewhere, &[]).as_error();
        self.browse.pointing.notice = Some(notice);
        let known = Effect::KeepMerged { path: path.clone(), over: theirs.clone(), text: theirs.clone() };
        let aside = ours.map(|text| Effect::SetAside { path, text, base: None });
        Effects::from([known, Effect::Restack(Some(theirs))]).and(aside)
    }
}
