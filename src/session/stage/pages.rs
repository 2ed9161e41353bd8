//! Slides laid out, each once for a catalogue, a size, a theme and a language.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use crate::look::{DARK, LIGHT, Size};
use crate::pages::stage::{KeptResult, Sheet, StageAsk, StageStep, StepPlace, placed, stage};
use crate::query::Index;
use crate::walk::{Layer, Slide};
use crate::words::Lang;

/// The most pages kept, more than a walk and its detours have; others are made again.
const MOST_KEPT: usize = 256;

/// The surface of the audience's picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Surface {
    /// Width and height in points.
    pub size: (u32, u32),
    /// Whether its theme is dark.
    pub dark: bool,
}

impl Surface {
    pub(super) fn sheet(self) -> Sheet<'static> {
        let palette = if self.dark { &DARK } else { &LIGHT };
        Sheet { size: Size::new(self.size.0 as f32, self.size.1 as f32), palette }
    }
}

impl Default for Surface {
    fn default() -> Surface {
        Surface { size: (1280, 720), dark: false }
    }
}

/// The common inputs of all slides laid out.
#[derive(Default, PartialEq)]
pub struct PagesKey {
    pub generation: u64,
    pub surface: Surface,
    pub lang: Lang,
    /// The places of the walk, for the distinctions of each.
    pub regions: Vec<String>,
}

/// A layer of a slide: its pages, and the same at each place in the walk that they were wanted at.
struct Made {
    bare: Arc<StageStep>,
    at_places: Vec<(StepPlace, Arc<StageStep>)>,
}

/// Slides laid out, each when first needed.
#[derive(Default)]
pub struct Pages {
    pub key: PagesKey,
    made: RefCell<HashMap<(Slide, Layer), Made>>,
    pub count: Cell<usize>,
    kept: KeptResult,
}

impl Pages {
    /// No slides yet, of this catalogue.
    pub fn of(generation: u64) -> Pages {
        Pages { key: PagesKey { generation, ..PagesKey::default() }, ..Pages::default() }
    }

    /// Drops all slides: they are made anew for another key.
    pub(super) fn renew(&mut self, key: PagesKey) {
        self.key = key;
        self.made.get_mut().clear();
        self.kept = KeptResult::default();
    }

    /// A layer of a slide laid out by the key, without its place in the walk.
    pub fn anywhere(&self, index: &Index, slide: &Slide, layer: Layer) -> Arc<StageStep> {
        self.with(index, slide, layer, |made, _| made.bare.clone())
    }

    /// A layer of a slide laid out by the key, with its place in the walk.
    pub fn at(&self, index: &Index, slide: &Slide, layer: Layer, place: StepPlace) -> Arc<StageStep> {
        self.with(index, slide, layer, |made, key| {
            if let Some((_, step)) = made.at_places.iter().find(|(of, _)| *of == place) {
                return step.clone();
            }
            let pages = placed(&made.bare.pages, place, &key.surface.sheet(), key.lang);
            let step = Arc::new(StageStep { title: made.bare.title.clone(), pages });
            made.at_places.push((place, step.clone()));
            step
        })
    }

    /// Asks a layer of a slide, which is laid out when it is first asked.
    fn with(
        &self,
        index: &Index,
        slide: &Slide,
        layer: Layer,
        ask: impl FnOnce(&mut Made, &PagesKey) -> Arc<StageStep>,
    ) -> Arc<StageStep> {
        let mut made = self.made.borrow_mut();
        // A detour through the program makes one after the other.
        if made.len() >= MOST_KEPT && !made.contains_key(&(slide.clone(), layer)) {
            made.clear();
        }
        let PagesKey { surface, lang, regions, .. } = &self.key;
        let one = made.entry((slide.clone(), layer)).or_insert_with(|| {
            let among: Vec<&str> = regions.iter().map(String::as_str).collect();
            let of = StageAsk { index, among: &among, slide, layer, lang: *lang, kept: Some(&self.kept) };
            self.count.set(self.count.get() + 1);
            Made { bare: Arc::new(stage(&of, &surface.sheet())), at_places: Vec::new() }
        });
        ask(one, &self.key)
    }
}
