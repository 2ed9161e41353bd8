//! The embedded fonts as egui wants them: Noto Sans SC in two weights, in English with an ellipsis that stands on the line.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, Id, Plugin, RawInput, RichText};

use crate::look::{DOTS_BOLD, DOTS_REGULAR, FONT_BOLD, FONT_REGULAR};
use crate::words::Lang;

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

/// Sets the fonts of the first language; [`speak`] those of another.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Bounds);
    ctx.set_fonts(fonts(Lang::default()));
}

/// Sets the fonts of a language, where it is another than before.
pub fn speak(ctx: &Context, lang: Lang) {
    let memory = Id::unique("language of the fonts");
    let before = ctx.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<Lang>(memory), lang));
    if lang != before {
        ctx.set_fonts(fonts(lang));
    }
}

fn fonts(lang: Lang) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let faces = [("regular", FONT_REGULAR), (BOLD, FONT_BOLD), ("dots", DOTS_REGULAR), ("bold dots", DOTS_BOLD)];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    // The first face that has a sign draws it.
    let family = |dots: &str, all: &str| {
        let dots = (lang == Lang::En).then_some(dots);
        dots.into_iter().chain([all]).map(str::to_owned).collect::<Vec<_>>()
    };
    for of in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(of, family("dots", "regular"));
    }
    fonts.families.insert(bold_family(), family("bold dots", BOLD));
    fonts
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
    fn an_ellipsis_stands_on_the_line_in_english_alone() {
        let bottom = |lang| {
            let ctx = Context::default();
            ctx.set_fonts(fonts(lang));
            let mut bottom = f32::NAN;
            let mut paint = |ui: &mut egui::Ui| {
                let galley = ui.painter().layout_no_wrap(
                    "….".to_owned(),
                    egui::FontId::proportional(40.0),
                    egui::Color32::BLACK,
                );
                let glyphs = &galley.rows[0].row.glyphs;
                let below = |at: usize| glyphs[at].pos.y + glyphs[at].uv_rect.offset.y + glyphs[at].uv_rect.size.y;
                bottom = below(0) - below(1);
            };
            ctx.run_ui(RawInput::default(), |ui| paint(ui)).textures_delta.clear();
            bottom
        };
        assert!(bottom(Lang::En).abs() < 1.5, "{}", bottom(Lang::En));
        assert!(bottom(Lang::Zh) < -5.0, "{}", bottom(Lang::Zh));
    }

    #[test]
    fn the_texture_of_letters_is_no_larger_than_a_painter_can_have_nor_than_letters_need() {
        for (side, expected) in [(None, None), (Some(1024), Some(1024)), (Some(16_384), Some(TEXTURE_SIDE))] {
            let mut input = RawInput { max_texture_side: side, ..RawInput::default() };
            Bounds.input_hook(&Context::default(), &mut input);
            assert_eq!(input.max_texture_side, expected);
        }
    }
}
