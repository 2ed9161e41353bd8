//! The context of the parts of a session, and their replies.

use super::{Data, Dialog, Effects, Notice, Settings};
use crate::catalogue::{Catalogue, RegionIdx};
use crate::words::{Lang, UiText};

/// The context of a part.
#[derive(Clone, Copy)]
pub(super) struct Env<'a> {
    /// The open catalogue.
    pub data: &'a Data,
    /// The settings.
    pub settings: &'a Settings,
}

impl<'a> Env<'a> {
    /// The language of the window.
    pub fn lang(self) -> Lang {
        self.settings.lang
    }

    /// The open catalogue.
    pub fn catalogue(self) -> &'a Catalogue {
        self.data.catalogue()
    }

    /// My region, where this catalogue has it.
    pub fn my_region(self) -> Option<RegionIdx> {
        self.catalogue().regions.by_code(self.settings.my_region.as_deref()?)
    }

    /// A notice in the language of the window.
    pub fn notice(self, text: UiText, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        Notice { text: text.fill(self.lang(), values), is_error: false }
    }
}

/// The reply of a part: its effects beyond itself.
#[must_use = "what is dropped is never shown and never done"]
#[derive(Default)]
pub(super) struct Reply {
    /// The effects outside the session.
    pub effects: Effects,
    /// The dialog from now on, where that changes; an inner none closes it.
    #[expect(clippy::option_option, reason = "a change to no dialog is none, no change is not even that")]
    pub dialog: Option<Option<Dialog>>,
    /// A notice in place of the current one.
    pub notice: Option<Notice>,
}

impl Reply {
    /// An empty reply.
    pub fn none() -> Reply {
        Reply::default()
    }

    /// A reply that opens a dialog.
    pub fn show(dialog: Dialog) -> Reply {
        Reply { dialog: Some(Some(dialog)), ..Reply::default() }
    }

    /// A reply with a notice.
    pub fn tell(text: String) -> Reply {
        Reply { notice: Some(Notice { text, is_error: false }), ..Reply::default() }
    }
}

impl<E: Into<Effects>> From<E> for Reply {
    fn from(effects: E) -> Reply {
        Reply { effects: effects.into(), ..Reply::default() }
    }
}
