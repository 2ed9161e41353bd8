//! The walk in hand in words, for the editor: its steps, and their misfits with the open catalogue.

use std::sync::Arc;
use std::time::Duration;

use crate::query::whole_query_words;
use crate::session::{Env, tab_name};
use crate::view::{Fitted, Tab, View};
use crate::walk::{Shows, Slide, Step, Walk, fit_walk};
use crate::words::{Lang, UiText, WalkEditText as T};

/// The walk in hand over the open catalogue, for the editor.
pub struct WalkSheet {
    /// The walk as made.
    pub walk: Arc<Walk>,
    /// Its steps in words.
    pub rows: Vec<SheetRow>,
    /// The misfits of the walk as a whole.
    pub whole: Vec<String>,
    /// The planned time of the steps that are not skipped.
    pub planned: Duration,
    /// The number of these steps without a time.
    pub untimed: usize,
    key: SheetKey,
}

/// The inputs of a sheet.
#[derive(PartialEq)]
struct SheetKey {
    hand: Option<Arc<Walk>>,
    generation: u64,
    lang: Lang,
}

impl SheetKey {
    fn of(hand: Option<&Arc<Walk>>, env: Env<'_>) -> SheetKey {
        SheetKey { hand: hand.cloned(), generation: env.data.generation, lang: env.lang() }
    }
}

/// A step in words.
pub struct SheetRow {
    /// Its name, or that of its content.
    pub title: String,
    /// Its name by default.
    pub usual: String,
    /// Its content: the kind, and the filter.
    pub what: String,
    /// Its misfits.
    pub gone: Vec<String>,
}

impl WalkSheet {
    /// The sheet of the walk in hand (none for the ready one) and of the walk to present.
    pub(super) fn of(hand: Option<&Arc<Walk>>, walk: Arc<Walk>, env: Env<'_>) -> WalkSheet {
        let (lang, catalogue) = (env.lang(), env.catalogue());
        let fitted = fit_walk(&walk, &env.data.index);
        let mut rows: Vec<SheetRow> = walk.steps.iter().map(|step| SheetRow::of(step, env)).collect();
        let mut whole = Vec::new();
        for misfit in &fitted.misfits {
            match misfit.step.and_then(|at| rows.get_mut(at)) {
                Some(row) => row.gone.push(misfit.message(lang)),
                None => whole.push(misfit.line(&walk, catalogue, lang)),
            }
        }
        let shown = || walk.steps.iter().filter(|step| !step.skip);
        let planned = shown().filter_map(|step| step.seconds).map(|seconds| Duration::from_secs(seconds.into())).sum();
        let untimed = shown().filter(|step| step.seconds.is_none()).count();
        WalkSheet { key: SheetKey::of(hand, env), walk, rows, whole, planned, untimed }
    }

    /// Whether it is still up to date.
    pub(super) fn holds(&self, hand: Option<&Arc<Walk>>, env: Env<'_>) -> bool {
        self.key == SheetKey::of(hand, env)
    }

    /// Whether the walk has misfits.
    pub fn differs(&self) -> bool {
        !self.whole.is_empty() || self.rows.iter().any(|row| !row.gone.is_empty())
    }
}

impl SheetRow {
    fn of(step: &Step, env: Env<'_>) -> SheetRow {
        let (lang, catalogue, slide) = (env.lang(), env.catalogue(), &step.slide);
        let usual = Slide { name: String::new(), ..slide.clone() }.title(catalogue, lang);
        let kind = match slide.shows {
            Shows::Overview => tab_name(Tab::Overview).get(lang),
            Shows::Table => tab_name(Tab::Table).get(lang),
            Shows::Comparison => tab_name(Tab::Compare).get(lang),
            Shows::Region => UiText::Region.get(lang),
            Shows::Figure => T::ShowsFigure.get(lang),
            Shows::Summary => T::ShowsSummary.get(lang),
        };
        // A line that the open catalogue cannot read is shown as it stands.
        let Fitted { view, fault, .. } = View::fit(&slide.view, catalogue);
        let filter = match fault {
            None => whole_query_words(&view.query, catalogue, lang),
            Some(_) => slide.view.query.clone(),
        };
        let title = slide.title(catalogue, lang);
        // A kind that is the name is said by it.
        let what = [kind, &filter]
            .into_iter()
            .filter(|part| !part.is_empty() && *part != title)
            .collect::<Vec<_>>()
            .join(" · ");
        SheetRow { title, usual, what, gone: Vec::new() }
    }
}
