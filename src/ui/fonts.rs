//! The embedded fonts as egui wants them: Noto Sans SC in two weights; the system's fonts for the rest.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, RichText};

use crate::look::{FONT_BOLD, FONT_REGULAR};

const BOLD: &str = "bold";

/// Sets the fonts.
pub fn install(ctx: &Context) {
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
