//! The embedded fonts as egui wants them: Noto Sans SC in two weights; the system's fonts for the rest.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, Plugin, RawInput, RichText};

use crate::look::{FONT_BOLD, FONT_REGULAR};

const BOLD: &str = "bold";

/// The side of the texture that letters are kept in, and of the largest picture of ours.
///
/// egui clears that texture when it is nearly full, and asks for one as wide as the painter can have: under OpenGL
/// hundreds of MiB would fill up with every size that a letter ever had.
pub const TEXTURE_SIDE: usize = 2048;

/// Bounds the texture of letters: a painter says in the first frame of each window how large it may be.
struct Bounds;

impl Plugin for Bounds {
    fn debug_name(&self) -> &'static str {
        "bounds of the texture of letters"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(TEXTURE_SIDE));
    }
}

/// Sets the fonts.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Bounds);
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", FONT_REGULAR), (BOLD, FONT_BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    fonts.families.insert(bold_family(), vec![BOLD.to_owned()]);
    ctx.set_fonts(fonts);
}

/// The bold family.
pub fn bold_family() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// A text in bold.
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(bold_family())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texture_of_letters_is_no_larger_than_a_painter_can_have_nor_than_letters_need() {
        for (side, expected) in [(None, None), (Some(1024), Some(1024)), (Some(16_384), Some(TEXTURE_SIDE))] {
            let mut input = RawInput { max_texture_side: side, ..RawInput::default() };
            Bounds.input_hook(&Context::default(), &mut input);
            assert_eq!(input.max_texture_side, expected);
        }
    }
}
