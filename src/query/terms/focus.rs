//! `focus:` the row has any of these focuses, all of them, or these and no other.

use super::count::Counting;
use super::cursor::{LineCursor, Parsed, Typed, ascii, fault};
use super::fault::QueryFaultKind;
use super::hold::{CellTest, Hold, Holds, Scope};
use super::key::TermKey;
use super::kind::TermKind;
use super::names::Names;
use super::notation::Notation;
use super::toggle::{Toggled, flip};
use crate::catalogue::problem::nearest;
use crate::catalogue::{Catalogue, FocusIdx};
use crate::words::{Lang, UiText};

/// The way in which the focuses of a term are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FocusMode {
    /// Has any of them.
    #[default]
    Any,
    /// Has all of them.
    All,
    /// Has these, and no other is stated.
    Only,
}

/// The focuses of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focuses {
    /// The way in which they are joined.
    pub mode: FocusMode,
    /// Their ids, in codebook order.
    pub ids: Vec<String>,
}

impl Focuses {
    /// These focuses, joined in this way.
    pub fn of(mode: FocusMode, ids: Vec<String>) -> Focuses {
        Focuses { mode, ids }
    }
}

/// The words that stand before focuses in parentheses.
const MODES: [(&str, FocusMode); 4] =
    [(ALL.0, FocusMode::All), (ONLY.0, FocusMode::Only), (ALL.1, FocusMode::All), (ONLY.1, FocusMode::Only)];
const ALL: (&str, &str) = ("all", "全部");
const ONLY: (&str, &str) = ("only", "恰为");

/// The parts of the term.
pub struct Kind;

impl TermKind for Kind {
    type Values = Focuses;

    const LABEL: Option<UiText> = Some(UiText::Focus);

    const HOLD: Hold<Self::Values> = Hold::Filter(|focuses, scope| {
        let catalogue = &*scope.index.catalogue;
        let find = |id: &String| catalogue.focus_idxs().find(|focus| catalogue[*focus].id == *id);
        let wanted: Vec<FocusIdx> = focuses.ids.iter().filter_map(find).collect();
        let others = catalogue.focus_idxs().filter(|focus| !wanted.contains(focus));
        let unstated = if focuses.mode == FocusMode::Only { others.collect() } else { Vec::new() };
        let any = focuses.mode == FocusMode::Any;
        if !any && wanted.len() < focuses.ids.len() {
            // What the catalogue does not have no row has.
            return Holds::Cells(CellTest { wanted: Vec::new(), any: true, unstated, threshold: scope.threshold });
        }
        Holds::Cells(CellTest { wanted, any, unstated, threshold: scope.threshold })
    });

    fn read(cursor: &mut LineCursor, names: Names<'_>) -> Parsed<Self::Values> {
        let mode = mode(cursor);
        let typed = cursor.values()?;
        let needs_end = mode != FocusMode::Any;
        if (cursor.peek() == Some(')')) != needs_end {
            return fault(cursor.column(), QueryFaultKind::OpenParenthesis);
        }
        cursor.skip(usize::from(needs_end));
        let mut found = typed.into_iter().map(|one| focus(one, names)).collect::<Parsed<Vec<Found>>>()?;
        // In codebook order, those of another catalogue last.
        found.sort_unstable_by(|(a, id), (b, other)| (a.is_none(), a, id).cmp(&(b.is_none(), b, other)));
        found.dedup();
        Ok(Focuses { mode, ids: found.into_iter().map(|(_, id)| id).collect() })
    }

    fn lacks(focuses: &Self::Values, catalogue: &Catalogue) -> bool {
        focuses.ids.iter().any(|id| catalogue.focuses.iter().all(|focus| focus.id != *id))
    }

    fn write(focuses: &Self::Values, notation: Notation<'_>) -> String {
        let find = |catalogue: &Catalogue, id: &str, lang: Lang| {
            let focus = catalogue.find_focus(id)?;
            let name = catalogue[focus].name.get(lang);
            (catalogue.find_focus(name) == Some(focus)).then(|| name.to_owned())
        };
        let name = |id: &String| notation.record(id, |catalogue, lang| find(catalogue, id, lang));
        let ids = notation.list(focuses.ids.iter().map(name));
        match focuses.mode {
            FocusMode::Any => ids,
            FocusMode::All => format!("{}({ids})", notation.value(ALL.0, |_| ALL.1)),
            FocusMode::Only => format!("{}({ids})", notation.value(ONLY.0, |_| ONLY.1)),
        }
    }

    fn say(focuses: &Self::Values, catalogue: &Catalogue, lang: Lang) -> String {
        let name = |id: &String| match catalogue.find_focus(id) {
            Some(focus) => catalogue[focus].name.get(lang).to_owned(),
            None => id.clone(),
        };
        let names = focuses.ids.iter().map(name).collect::<Vec<_>>().join(lang.comma());
        let mode = match focuses.mode {
            FocusMode::Any => return names,
            FocusMode::All => UiText::ModeAll.get(lang),
            FocusMode::Only => UiText::ModeOnly.get(lang),
        };
        format!("{mode}{}{names}", if lang == Lang::Zh { "" } else { " " })
    }

    /// Focuses are counted with their denominators, which a facet does not have.
    fn count<'a>(_: &Scope<'a>) -> Option<Counting<'a>> {
        None
    }

    fn has(focuses: &Self::Values, value: &str) -> bool {
        focuses.ids.iter().any(|id| id == value)
    }

    fn toggle(now: Option<Self::Values>, value: &str, catalogue: &Catalogue) -> Toggled<Self::Values> {
        let Focuses { mode, ids } = now.unwrap_or_default();
        flip(Some(ids), value.to_owned()).map(|mut ids| {
            ids.sort_by_key(|id| catalogue.find_focus(id));
            Focuses { mode, ids }
        })
    }
}

/// The way in which the focuses are joined, with its parenthesis.
fn mode(cursor: &mut LineCursor) -> FocusMode {
    let rest = cursor.rest();
    let is_next = |(word, _): &&(&str, FocusMode)| {
        let len = word.chars().count();
        let typed: String = rest.iter().take(len).collect();
        typed.to_lowercase() == *word && rest.get(len).is_some_and(|c| ascii(*c) == '(')
    };
    match MODES.iter().find(is_next) {
        Some((word, mode)) => {
            cursor.skip(word.chars().count() + 1);
            *mode
        }
        None => FocusMode::Any,
    }
}

/// A focus of the catalogue, if it has it, and its id.
type Found = (Option<FocusIdx>, String);

fn focus(typed: Typed, Names { catalogue, and_others }: Names<'_>) -> Parsed<Found> {
    match catalogue.find_focus(&typed.text) {
        Some(focus) => Ok((Some(focus), catalogue[focus].id.clone())),
        None if and_others => Ok((None, typed.text)),
        None => {
            let near = nearest(&typed.text, catalogue.focuses.iter().map(|focus| focus.id.as_str())).map(str::to_owned);
            fault(typed.column, QueryFaultKind::UnknownValue(TermKey::Focus, typed.text, near))
        }
    }
}
