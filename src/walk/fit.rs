//! A walk fitted to the open catalogue: the parts of it that this catalogue has, and the misfits.
//!
//! Known parts are shown, unknown ones are named for the presenter, step by step; no step is left out, since a place
//! that a catalogue no longer has is news and not to be hidden.

use super::{Shows, Slide, Step, Walk};
use crate::catalogue::{Catalogue, RegionIdx};
use crate::query::{FigureKind, Index};
use crate::view::{Misfit, View, ViewText, tidy};
use crate::words::{CliText, Lang, WalkText as T};

/// A walk fitted to a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedWalk {
    /// The walk to show, as one of this catalogue.
    pub walk: Walk,
    /// The misfits, in the order of the steps.
    pub misfits: Vec<StepMisfit>,
}

impl FittedWalk {
    /// The misfits of a step, for the presenter.
    pub fn of_step(&self, at: usize) -> impl Iterator<Item = &StepMisfit> {
        self.misfits.iter().filter(move |misfit| misfit.step == Some(at))
    }
}

/// A misfit and its step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMisfit {
    /// The step, from 0; none for the walk as a whole.
    pub step: Option<usize>,
    /// The misfit.
    pub what: WalkMisfit,
}

/// A difference between the open catalogue and the one that a walk was made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalkMisfit {
    /// Made on another catalogue: its id, and the id of the open one.
    Catalogue(String, String),
    /// Made on another release: that one, and the open one.
    Release(String, String),
    /// The same release, with another content.
    Content,
    /// A field that this version of the program does not know.
    Field(String),
    /// A policy of the step's place that is gone.
    Policy(String),
    /// A place that this catalogue does not have.
    Region(String),
    /// A place without data in this catalogue.
    Silent(String),
    /// A figure that this version of the program does not know.
    Figure(String),
    /// A misfit of the step's view.
    View(Misfit),
}

impl StepMisfit {
    /// Whether it takes something from the walk as made.
    pub fn is_gone(&self) -> bool {
        !matches!(self.what, WalkMisfit::Catalogue(..) | WalkMisfit::Release(..) | WalkMisfit::Content)
    }

    /// The misfit, in one line.
    pub fn message(&self, lang: Lang) -> String {
        use WalkMisfit as W;
        match &self.what {
            W::Catalogue(made, here) => T::OtherCatalogue.fill(lang, &[("made", &tidy(made)), ("here", here)]),
            W::Release(made, here) => T::OtherRelease.fill(lang, &[("made", &tidy(made)), ("here", here)]),
            W::Content => T::OtherContent.get(lang).to_owned(),
            W::Field(name) => T::UnknownField.fill(lang, &[("name", &tidy(name))]),
            W::Policy(id) => T::PolicyGone.fill(lang, &[("id", &tidy(id))]),
            W::Region(code) => T::RegionGone.fill(lang, &[("code", &tidy(code))]),
            W::Silent(_) => T::RegionSilent.get(lang).to_owned(),
            W::Figure(kind) => T::FigureGone.fill(lang, &[("figure", &tidy(kind))]),
            W::View(misfit) => misfit.message(lang),
        }
    }

    /// The misfit with its step: `第 3 步“武汉市”：…`.
    pub fn line(&self, walk: &Walk, catalogue: &Catalogue, lang: Lang) -> String {
        let message = self.message(lang);
        let step = self.step.and_then(|at| Some((at + 1, walk.steps.get(at)?)));
        let Some((number, step)) = step else { return message };
        let title = step.slide.title(catalogue, lang);
        let step = T::NumberedStep.fill(lang, &[("number", &number), ("title", &title)]);
        CliText::LabelValue.fill(lang, &[("label", &step), ("value", &message)])
    }
}

/// Fits a walk to a catalogue.
pub fn fit_walk(walk: &Walk, index: &Index) -> FittedWalk {
    let catalogue = &*index.catalogue;
    let mut misfits = Vec::new();
    let mut note = |step, what| misfits.push(StepMisfit { step, what });
    if !catalogue.is_called(&walk.catalogue) {
        note(None, WalkMisfit::Catalogue(walk.catalogue.clone(), catalogue.id.clone()));
    } else if !catalogue.is_released_as(&walk.catalogue, &walk.release) {
        note(None, WalkMisfit::Release(walk.release.clone(), catalogue.release.clone()));
    } else if !walk.sha256.is_empty() && walk.sha256 != index.content_sha256() {
        note(None, WalkMisfit::Content);
    }
    for name in &walk.unknown {
        note(None, WalkMisfit::Field(name.clone()));
    }
    let steps = walk.steps.iter().enumerate();
    let steps = steps.map(|(at, step)| fit_step(step, index, &mut |what| note(Some(at), what))).collect();
    FittedWalk { walk: Walk::new(&walk.name, steps, catalogue), misfits }
}

fn fit_step(step: &Step, index: &Index, note: &mut dyn FnMut(WalkMisfit)) -> Step {
    let catalogue = &*index.catalogue;
    let slide = &step.slide;
    let fitted = View::fit(&slide.view, catalogue);
    fitted.misfits.into_iter().for_each(|misfit| note(WalkMisfit::View(misfit)));
    let lit = slide.lit.as_ref().map(|code| match catalogue.regions.by_code(code) {
        Some(place) => {
            if slide.shows == Shows::Region && is_silent(index, place) {
                note(WalkMisfit::Silent(code.clone()));
            }
            catalogue[place].code.clone()
        }
        None => {
            note(WalkMisfit::Region(code.clone()));
            code.clone()
        }
    });
    if slide.shows == Shows::Figure
        && !slide.view.figure.kind.is_empty()
        && FigureKind::find(&slide.view.figure.kind).is_none()
    {
        note(WalkMisfit::Figure(slide.view.figure.kind.clone()));
    }
    let (known, gone): (Vec<&String>, Vec<&String>) =
        step.policies.iter().partition(|id| catalogue.policy_by_id(id).is_some());
    for id in gone {
        note(WalkMisfit::Policy(id.clone()));
    }
    Step {
        // A figure of a later version stays named, for whoever opens the walk there.
        slide: Slide {
            name: slide.name.clone(),
            shows: slide.shows,
            view: ViewText { figure: slide.view.figure.clone(), ..ViewText::of(&fitted.view) },
            lit,
        },
        policies: known.into_iter().cloned().collect(),
        ..step.clone()
    }
}

fn is_silent(index: &Index, place: RegionIdx) -> bool {
    index.policies_in(place).is_empty() && index.of_region(place).is_empty()
}
