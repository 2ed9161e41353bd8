//! A text without a key: it occurs in what is written of the row, or is its pinyin.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed, fault};
use super::fault::QueryFaultKind;
use super::hold::{Hold, Holds, Scope};
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::Toggled;
use super::values::quote;
use crate::catalogue::Catalogue;
use crate::words::{Lang, TellText, UiText};

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = String;

    const LABEL: Option<UiText> = None;

    const HOLD: Hold<Self::Values> =
        Hold::Filter(|text, scope| Holds::Hits(scope.index.text_hits(text, scope.lens, scope.narrowed(text))));

    fn read(cursor: &mut LineCursor, _: Names<'_>) -> Parsed<Self::Values> {
        let typed = cursor.text()?;
        if typed.text.is_empty() {
            return fault(typed.column, QueryFaultKind::NoValue);
        }
        Ok(typed.text)
    }

    fn lacks(_: &Self::Values, _: &Catalogue) -> bool {
        false
    }

    fn write(text: &Self::Values, _: Notation<'_>) -> String {
        quote(text)
    }

    fn say(text: &Self::Values, _: &Catalogue, lang: Lang) -> String {
        TellText::Quoted.fill(lang, &[("text", text)])
    }

    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(text: &Self::Values, value: &str) -> bool {
        text == value
    }

    fn toggle(_: Option<Self::Values>, _: &str, _: &Catalogue) -> Toggled<Self::Values> {
        Toggled::Same
    }
}
