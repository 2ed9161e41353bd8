//! Earlier states of the layer in hand: kept before each writing, listed, and removed with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::catalogue::{List, PathStep, Spans};
use crate::session::KeptState;
use crate::store::{self, StoreFault, StoreFaultKind};

/// The folder for them, beside the layer.
const KEPT: &str = "kept";
/// The states of a layer that are kept.
const MOST_KEPT: usize = 20;
/// The least time between two of them.
const BETWEEN: Duration = Duration::from_mins(1);

/// The text of a file; none where there is none.
pub fn read_text(path: &Path) -> Result<Option<Arc<str>>, StoreFault> {
    match store::read_plain(path, store::LARGEST) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into())),
        Err(fault) if matches!(fault.kind, StoreFaultKind::Missing) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The folder of the states of a layer.
fn folder_of(path: &Path) -> Option<PathBuf> {
    Some(path.with_file_name(KEPT).join(path.file_stem()?))
}

/// The states in a folder: their numbers in order, with their files.
fn states_in(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StoreFault> {
    let names = store::names_in(folder, "ron")?;
    let numbered = |name: String| Some((name.strip_suffix(".ron")?.parse().ok()?, folder.join(&name)));
    let mut states: Vec<(u64, PathBuf)> = names.into_iter().filter_map(numbered).collect();
    states.sort_unstable();
    Ok(states)
}

fn written_at(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).ok()?.modified().ok()
}

/// Keeps the present state of a file among its earlier ones, at most one a minute; the oldest go. A state that cannot be
/// kept is no reason not to save.
pub fn keep_state(path: &Path) {
    let Some(folder) = folder_of(path) else { return };
    let kept = states_in(&folder).unwrap_or_default();
    let last = kept.last();
    let age = last.and_then(|(_, last)| SystemTime::now().duration_since(written_at(last)?).ok());
    let Ok(bytes) = store::read_plain(path, store::LARGEST) else { return };
    if age.is_some_and(|age| age < BETWEEN) {
        return;
    }
    let next = folder.join(format!("{}.ron", last.map_or(0, |(number, _)| *number) + 1));
    let written = store::make_folder_of(&next).is_ok() && store::write_with(&next, |out| out.write_all(&bytes)).is_ok();
    if written {
        let old = kept.len().saturating_sub(MOST_KEPT - 1);
        kept.iter().take(old).for_each(|(_, path)| drop(store::remove(path)));
    }
}

/// The states of a layer, the latest first. One that cannot be read is left out.
pub fn kept_states(path: &Path) -> Vec<KeptState> {
    let states = folder_of(path).and_then(|folder| states_in(&folder).ok()).unwrap_or_default();
    let one = |(number, path): (u64, PathBuf)| {
        let text = read_text(&path).ok()??;
        let spans = Spans::of(&text);
        let is_draft = |span| spans.value(span, &[PathStep::Field("draft")]).is_some_and(|at| spans.text(at) == "true");
        let (drafts, policies) = spans.records(List::Policies).partition::<Vec<_>, _>(|(_, span)| is_draft(*span));
        let (policies, drafts) = (policies.len(), drafts.len());
        let statements = spans.records(List::Statements).count();
        let kept = written_at(&path).and_then(store::in_china);
        Some(KeptState { number, kept, policies, drafts, statements, text })
    };
    states.into_iter().rev().filter_map(one).collect()
}

/// Removes a layer and its states, with what a killed writer left of them.
pub fn erase(path: &Path) -> Result<(), StoreFault> {
    if let Some(folder) = folder_of(path) {
        for (_, state) in states_in(&folder)? {
            store::remove(&state)?;
        }
        store::remove_unfinished(&folder)?;
    }
    path.parent().map_or(Ok(()), store::remove_unfinished)?;
    store::remove(path)
}
