//! Slides laid out, each once for a catalogue, a size, a theme and a language.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use crate::look::{DARK, LIGHT, Size};
use crate::pages::stage::{Sheet, StageAsk, StageStep, stage};
use crate::query::Index;
use crate::walk::{Layer, Slide};
use crate::words::Lang;

/// More pages than a walk and its detours have; beyond that those kept are made again.
const MOST_KEPT: usize = 256;

/// What the room's picture is painted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Surface {
    /// Width and height in points.
    pub size: (u32, u32),
    /// Whether it is dark.
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

/// What all slides laid out depend on.
#[derive(Default, PartialEq)]
pub struct PagesKey {
    pub generation: u64,
    pub surface: Surface,
    pub lang: Lang,
    /// The places of the walk: what sets one apart is told among them.
    pub regions: Vec<String>,
}

/// Slides laid out, each when it is first needed.
#[derive(Default)]
pub struct Pages {
    pub key: PagesKey,
    made: RefCell<HashMap<(Slide, Layer), Arc<StageStep>>>,
    pub count: Cell<usize>,
}

impl Pages {
    /// None yet, of this catalogue.
    pub fn of(generation: u64) -> Pages {
        Pages { key: PagesKey { generation, ..PagesKey::default() }, ..Pages::default() }
    }

    /// Forgets all: they are made anew for another key.
    pub(super) fn renew(&mut self, key: PagesKey) {
        self.key = key;
        self.made.get_mut().clear();
    }

    /// A layer of a slide laid out for what the key says.
    pub fn laid(&self, index: &Index, slide: &Slide, layer: Layer) -> Arc<StageStep> {
        let wanted = (slide.clone(), layer);
        if let Some(laid) = self.made.borrow().get(&wanted) {
            return laid.clone();
        }
        let PagesKey { surface, lang, regions, .. } = &self.key;
        let among: Vec<&str> = regions.iter().map(String::as_str).collect();
        let ask = StageAsk { index, among: &among, slide, layer, lang: *lang };
        let laid = Arc::new(stage(&ask, &surface.sheet()));
        self.count.set(self.count.get() + 1);
        let mut made = self.made.borrow_mut();
        // A detour through the program makes one after the other.
        if made.len() >= MOST_KEPT {
            made.clear();
        }
        made.insert(wanted, laid.clone());
        laid
    }
}
