//! What the parts of a session are told by it, and what they ask of it in return.

use super::{Data, Dialog, Effects, Notice, Settings};
use crate::catalogue::{Catalogue, RegionIdx};
use crate::words::{Lang, UiText};

/// What a part reads of the session around it.
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

    /// My region, where this catalogue knows its code.
    pub fn my_region(self) -> Option<RegionIdx> {
        self.catalogue().regions.by_code(self.settings.my_region.as_deref()?)
    }

    /// A notice in the language of the window.
    pub fn notice(self, text: UiText, values: &[(&str, &dyn std::fmt::Display)]) -> Notice {
        Notice { text: text.fill(self.lang(), values), is_error: false }
    }
}

/// What a part asks for that is not its own.
#[must_use = "what is dropped is never shown and never done"]
#[derive(Default)]
pub(super) struct Reply {
    /// What is to be done outside.
    pub effects: Effects,
    /// The dialog that is open from now on, where that changes; none inside: no dialog.
    #[expect(clippy::option_option, reason = "a change to no dialog is none, no change is not even that")]
    pub dialog: Option<Option<Dialog>>,
    /// A notice in place of the one shown.
    pub notice: Option<Notice>,
}

impl Reply {
    /// Nothing is asked for.
    pub fn none() -> Reply {
        Reply::default()
    }

    /// A dialog is opened.
    pub fn show(dialog: Dialog) -> Reply {
        Reply { dialog: Some(Some(dialog)), ..Reply::default() }
    }

    /// Something is told.
    pub fn tell(text: String) -> Reply {
        Reply { notice: Some(Notice { text, is_error: false }), ..Reply::default() }
    }
}

impl<E: Into<Effects>> From<E> for Reply {
    fn from(effects: E) -> Reply {
        Reply { effects: effects.into(), ..Reply::default() }
    }
}
