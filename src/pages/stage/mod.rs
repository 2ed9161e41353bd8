//! The stage: each step of a walk as pages for a room.
//!
//! The content of a step is made first, as plain data ([`told`]), and then laid out for a size ([`stage`]). Sizes are
//! fractions of the height: a title is at least a 18th of it, every other text at least a 30th. Longer content goes
//! to a further page; only the line of what a place does under a focus is shortened. Nothing here knows of notes or time.

mod comparison;
mod content;
mod figure;
mod layout;
mod legend;
mod maker;
mod notes;
mod region;
mod silent;
mod summary;
mod tables;

pub use content::{
    Bar, BarList, Content, FocusMark, GridColumn, GridEntry, IndexTile, Moment, MomentEntry, Part, PolicyLine,
    StageGrid, StageGridRow, StepPlace, TalkingPoint, Tone,
};
pub use layout::{Sheet, laid_out, placed};
pub use legend::{Sign, legend};
pub use notes::{Note, NoteLine, notes, notes_content};

use std::cell::RefCell;

use maker::{Maker, catalogue_line};

use crate::figures::scene::Scene;
use crate::query::{Index, Outcome, Query, Unit, run};
use crate::walk::{Layer, Shows, Slide};
use crate::words::{Lang, StageText as T};

/// The contents of a step to make.
#[derive(Clone, Copy, Debug)]
pub struct StageAsk<'a> {
    /// The catalogue with its index.
    pub index: &'a Index,
    /// The codes of the places of the walk, for the distinctions of a place: `Walk::regions`.
    pub among: &'a [&'a str],
    /// The slide.
    pub slide: &'a Slide,
    /// Its face, or the statements behind it.
    pub layer: Layer,
    /// The language.
    pub lang: Lang,
    /// The result that the step before it asked for, if kept.
    pub kept: Option<&'a KeptResult>,
}

/// The result by place of the query that was asked for last, in one catalogue: most steps of a walk ask the same.
#[derive(Debug, Default)]
pub struct KeptResult(RefCell<Option<(Query, Outcome)>>);

impl KeptResult {
    fn of(&self, index: &Index, query: &Query) -> Outcome {
        let mut kept = self.0.borrow_mut();
        match &*kept {
            Some((asked, outcome)) if asked == query => outcome.clone(),
            _ => kept.insert((query.clone(), run(index, query, Unit::Region))).1.clone(),
        }
    }
}

/// A step laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StageStep {
    /// Its title.
    pub title: String,
    /// Its pages: at least one for a face, none without statements. A page is as large as the sheet, but no
    /// higher than wide.
    pub pages: Vec<Scene>,
}

/// Lays a step out for a size. To be called once for each slide, layer, size, palette, language and catalogue.
pub fn stage(ask: &StageAsk<'_>, sheet: &Sheet<'_>) -> StageStep {
    match told(ask) {
        Some(content) => StageStep { pages: laid_out(&content, sheet, ask.lang), title: content.title },
        None => StageStep { title: ask.slide.title(&ask.index.catalogue, ask.lang), pages: Vec::new() },
    }
}

/// The content of a step; none for statements where there are none.
pub fn told(ask: &StageAsk<'_>) -> Option<Content> {
    let content = of_slide(ask)?;
    let brief = brief(ask).to_owned();
    Some(Content { brief, ..content })
}

/// A name that always has room in a title.
fn brief<'a>(ask: &StageAsk<'a>) -> &'a str {
    const ROOM: usize = 24;
    let text = match ask.slide.shows {
        Shows::Region => {
            let code = ask.slide.lit.as_deref().unwrap_or_default();
            let catalogue = &ask.index.catalogue;
            let name = catalogue.regions.by_code(code).map(|place| catalogue[place].short_name(ask.lang));
            return name.filter(|name| name.chars().count() <= ROOM).unwrap_or(code);
        }
        Shows::Figure => return ask.slide.view.figure.read().figure().name(ask.lang),
        Shows::Overview => T::Overview,
        Shows::Comparison => T::ComparisonBrief,
        Shows::Table => T::TableOf,
        Shows::Summary => T::Summary,
    };
    text.get(ask.lang)
}

fn of_slide(ask: &StageAsk<'_>) -> Option<Content> {
    let maker = match Maker::new(ask) {
        Ok(maker) => maker,
        Err(why) => return (ask.layer == Layer::Face).then(|| unreadable(ask, &why)),
    };
    let is_face = ask.layer == Layer::Face;
    match ask.slide.shows {
        Shows::Comparison => comparison::comparison(&maker),
        Shows::Region => match ask.slide.lit.as_deref() {
            Some(code) => match ask.index.catalogue.regions.by_code(code) {
                Some(place) => region::region(&maker, place),
                None => is_face.then(|| no_place(&maker, maker.say(T::NoPlaceKnown, &[("code", &code)]))),
            },
            None => is_face.then(|| no_place(&maker, T::NoPlaceChosen.get(ask.lang).to_owned())),
        },
        _ if !is_face => None,
        Shows::Overview => Some(tables::overview(&maker)),
        Shows::Figure => Some(figure::figure_step(&maker)),
        Shows::Table => Some(tables::table(&maker)),
        Shows::Summary => Some(summary::summary(&maker)),
    }
}

fn no_place(maker: &Maker<'_>, words: String) -> Content {
    maker.content(words, vec![Part::Text(T::ChooseAPlace.get(maker.lang).to_owned())])
}

/// The content of a step with a query that this catalogue cannot read: the fault, and nothing in place of the result.
fn unreadable(ask: &StageAsk<'_>, why: &str) -> Content {
    Content {
        title: ask.slide.title(&ask.index.catalogue, ask.lang),
        parts: vec![Part::Text(T::BadQuery.fill(ask.lang, &[("why", &why)]))],
        catalogue: catalogue_line(&ask.index.catalogue, ask.lang),
        ..Content::default()
    }
}

#[cfg(test)]
mod tests;
