//! Walks: talks through regions, figures and views, and the state of their presentation.
//!
//! Plain data and pure functions: no clock, no layout, no window. The layout of a slide is left to `pages`, painting
//! it to `ui`. A [`Slide`] is all that an audience may see; the presenter's part (notes, time, skipping)
//! is in the [`Step`] around it, so that an audience's window, which is fed slides, has no notes to show.

mod audience;
mod build;
mod edit;
mod file;
mod fit;
mod keys;
mod pace;
mod show;

use serde::{Deserialize, Serialize};

pub use audience::{At, Audience, Blank, Layer, Picture, Spot, Within, Zoom};
pub use build::{Order, ready, ready_over, walk_regions};
pub use edit::Edit;
pub use file::{LARGEST, WalkFault, renamed, step_places};
pub use fit::{FittedWalk, StepMisfit, WalkMisfit, fit_walk};
pub use keys::{BINDINGS, Binding, Key, KeyGroup, key, label};
pub use pace::{Pace, Remaining, clock, read_clock};
pub use show::{Layout, Panel, Screens, Show, Told, begins_at};

use crate::catalogue::Catalogue;
use crate::query::FigureKind;
use crate::view::{ChoiceText, FigureChoice, Tab, ViewText};
use crate::words::{Lang, StageText, UiText, WalkText as T};

/// A walk: steps in order, and the catalogue that it was made on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    #[serde(default = "file::schema")]
    schema: u32,
    /// Its name.
    pub name: String,
    /// Id of the catalogue it was made on.
    pub catalogue: String,
    /// Release of that catalogue.
    pub release: String,
    /// Hash of that catalogue's content when the walk was last written; empty before that.
    #[serde(default)]
    pub sha256: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// Fields of its text that this version does not know.
    #[serde(skip)]
    pub unknown: Vec<String>,
}

/// A step: a slide, and the presenter's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "file::StepText", into = "file::StepText")]
pub struct Step {
    /// The slide for the audience.
    pub slide: Slide,
    /// Ids of the policies that a step about a place was made with, so that vanished ones can be named.
    pub policies: Vec<String>,
    /// Notes in Markdown, for the presenter.
    pub notes: String,
    /// Its planned time, in seconds.
    pub seconds: Option<u32>,
    /// Whether next and previous skip it.
    pub skip: bool,
}

/// The audience's part of a step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slide {
    /// Its name; empty for the name of its content, in the language of the window.
    pub name: String,
    /// Its content.
    pub shows: Shows,
    /// The view of the content: query, lens, unit, comparison, figure.
    pub view: ViewText,
    /// Code of the highlighted place; for a region the place itself.
    pub lit: Option<String>,
}

/// The content of a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shows {
    /// The matrix of places and focuses.
    Overview,
    /// A place: its policies, focuses and distinctions.
    Region,
    /// The comparison of the view.
    Comparison,
    /// The figure of the view.
    Figure,
    /// The table of the view.
    Table,
    /// The summary of the walk, in numbers.
    Summary,
}

impl Walk {
    /// A walk over a catalogue.
    pub fn new(name: &str, steps: Vec<Step>, catalogue: &Catalogue) -> Walk {
        Walk {
            schema: file::schema(),
            name: crate::view::tidy(name),
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            sha256: String::new(),
            steps,
            unknown: Vec::new(),
        }
    }

    /// The places of the steps, by code, each once in the order of the steps. Distinctions of a place are
    /// made among these.
    pub fn regions(&self) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        let of_region = self.steps.iter().filter(|step| step.slide.shows == Shows::Region);
        for code in of_region.filter_map(|step| step.slide.lit.as_deref()) {
            if !out.contains(&code) {
                out.push(code);
            }
        }
        out
    }
}

impl Step {
    /// A step with this slide, without notes or time.
    pub fn new(slide: Slide) -> Step {
        Step { slide, policies: Vec::new(), notes: String::new(), seconds: None, skip: false }
    }
}

impl Slide {
    /// A slide with this content of a view.
    pub fn new(shows: Shows, view: ViewText) -> Slide {
        Slide { name: String::new(), shows, view, lit: None }
    }

    /// A slide of the tab of a view.
    pub fn of_view(view: &ViewText) -> Slide {
        let shows = match view.tab {
            Tab::Overview => Shows::Overview,
            Tab::Table => Shows::Table,
            Tab::Compare => Shows::Comparison,
            Tab::Charts => Shows::Figure,
        };
        Slide::new(shows, view.clone())
    }

    /// A slide of a place, by its code, through the query of a view.
    pub fn of_region(code: &str, view: &ViewText) -> Slide {
        let view = ViewText { query: view.query.clone(), unit: crate::query::Unit::Region, ..ViewText::default() };
        Slide { lit: Some(code.to_owned()), ..Slide::new(Shows::Region, view) }
    }

    /// A slide of a figure, in its usual form, of the query of a view.
    pub fn of_figure(kind: FigureKind, view: &ViewText) -> Slide {
        let figure = ChoiceText::of(FigureChoice { kind: Some(kind), ..FigureChoice::default() });
        let view = ViewText { query: view.query.clone(), tab: Tab::Charts, figure, ..ViewText::default() };
        Slide::new(Shows::Figure, view)
    }

    /// Its name, or that of its content.
    pub fn title(&self, catalogue: &Catalogue, lang: Lang) -> String {
        if !self.name.is_empty() {
            return self.name.clone();
        }
        let place = |code: &String| catalogue.regions.by_code(code).map(|place| catalogue[place].name.get(lang));
        match self.shows {
            Shows::Overview => StageText::Overview.get(lang).to_owned(),
            Shows::Table => UiText::TabTable.get(lang).to_owned(),
            Shows::Summary => T::Summary.get(lang).to_owned(),
            Shows::Figure => self.view.figure.read().figure().name(lang).to_owned(),
            Shows::Region => match &self.lit {
                Some(code) => place(code).unwrap_or(code).to_owned(),
                None => T::NoPlace.get(lang).to_owned(),
            },
            Shows::Comparison => {
                let name = |id: &String| {
                    let policy = catalogue.policy_by_id(id).map(|policy| catalogue[policy].short_or_title(lang));
                    policy.or_else(|| place(id)).unwrap_or(id).to_owned()
                };
                let names: Vec<String> = self.view.comparison.iter().map(name).collect();
                if names.is_empty() { UiText::TabCompare.get(lang).to_owned() } else { names.join(lang.comma()) }
            }
        }
    }
}

#[cfg(test)]
mod tests;
