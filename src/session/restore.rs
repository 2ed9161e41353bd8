//! Earlier states of the layer in hand, to be brought back; and its removal for good.

use std::sync::Arc;

use super::{Effect, Effects, OwnLayer, Session};
use crate::edit::Patches;
use crate::words::{LayerText as T, UiText};

/// An earlier state of the layer in hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptState {
    /// Its number, the highest the latest.
    pub number: u64,
    /// Day and time at which it was kept; none where the system does not say.
    pub kept: Option<jiff::civil::DateTime>,
    /// The number of its policies.
    pub policies: usize,
    /// The number of its drafts.
    pub drafts: usize,
    /// The number of its statements.
    pub statements: usize,
    /// Its text.
    pub text: Arc<str>,
}

impl Session {
    /// Asks for the earlier states.
    pub(super) fn list_kept(&mut self) -> Effects {
        self.open.mine.kept = None;
        let path = self.open.mine.layer.as_ref().map(|layer| layer.path.clone());
        path.map(Effect::ListKept).map(Effects::from).unwrap_or_default()
    }

    /// Brings an earlier state back, as one step.
    pub(super) fn restore(&mut self, number: u64) -> Effects {
        let kept = self.open.mine.kept.as_deref().unwrap_or_default();
        let Some(text) = kept.iter().find(|state| state.number == number).map(|state| state.text.clone()) else {
            return Effects::none();
        };
        let now = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone()).unwrap_or_default();
        self.browse.pointing.show(None);
        let notice = self.say(T::Restored, &[]);
        self.browse.pointing.notice = Some(notice);
        self.commit(text.clone(), &Patches::between(&now, &text), UiText::UndoRestore)
    }

    /// Takes the layer out of the window and has its files removed.
    pub(super) fn erase(&mut self) -> Effects {
        let Some(layer) = self.open.mine.layer.take() else { return Effects::none() };
        let path = layer.path.clone();
        self.open.mine = self.open.mine.renewed(Some(OwnLayer { text: None, ..layer }));
        self.browse.forget_edits();
        self.browse.pointing.show(None);
        let notice = self.say(T::Erased, &[]);
        self.browse.pointing.notice = Some(notice);
        [Effect::EraseLayer(path), Effect::Restack(None)].into()
    }
}
