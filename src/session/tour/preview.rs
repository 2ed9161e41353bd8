//! The picture of a step in the editor: its first page as a room would see it.

use crate::look::{DARK, LIGHT, Size};
use crate::pages::stage::{Sheet, StageAsk, StageStep, stage};
use crate::session::Env;
use crate::walk::{Layer, Slide, Step, Walk};
use crate::words::Lang;

/// The size that it is laid out for.
const SIZE: Size = Size::new(1280.0, 720.0);

/// A step laid out, with what it was laid out of.
pub struct Preview {
    /// The step.
    pub laid: StageStep,
    key: PreviewKey,
}

#[derive(PartialEq)]
struct PreviewKey {
    slide: Slide,
    regions: Vec<String>,
    generation: u64,
    lang: Lang,
    dark: bool,
}

impl PreviewKey {
    fn of(step: &Step, walk: &Walk, dark: bool, env: Env<'_>) -> PreviewKey {
        PreviewKey {
            slide: step.slide.clone(),
            regions: walk.regions().into_iter().map(str::to_owned).collect(),
            generation: env.data.generation,
            lang: env.lang(),
            dark,
        }
    }
}

impl Preview {
    /// The picture of a step of a walk, light on dark or dark on light.
    pub fn of(step: &Step, walk: &Walk, dark: bool, env: Env<'_>) -> Preview {
        let key = PreviewKey::of(step, walk, dark, env);
        let among = walk.regions();
        let (index, lang) = (&*env.data.index, env.lang());
        let ask = StageAsk { kept: None, index, among: &among, slide: &step.slide, layer: Layer::Face, lang };
        let palette = if dark { &DARK } else { &LIGHT };
        Preview { laid: stage(&ask, &Sheet { size: SIZE, palette }), key }
    }

    /// Whether it is still up to date.
    pub fn holds(&self, step: &Step, walk: &Walk, dark: bool, env: Env<'_>) -> bool {
        self.key == PreviewKey::of(step, walk, dark, env)
    }
}
