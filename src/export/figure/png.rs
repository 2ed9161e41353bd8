//! PNG: the SVG of the scene painted by resvg with the embedded fonts and no others.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::{FigureFault, svg};
use crate::figures::scene::Scene;
use crate::look::{FONT_BOLD, FONT_REGULAR};
use crate::words::Lang;

/// The most pixels; 256 million take a gigabyte while they are painted.
const MOST_PIXELS: u64 = 1 << 28;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in [FONT_REGULAR, FONT_BOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// The pixels of a scene, three bytes each.
pub struct Pixels {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
    /// Red, green and blue, row by row.
    pub rgb: Vec<u8>,
}

/// The PNG of a scene, with texts under their keywords.
pub fn bytes(scene: &Scene, lang: Lang, dpi: u32, texts: &[(&str, &str)]) -> Result<Vec<u8>, FigureFault> {
    encoded(&pixels(scene, lang, dpi)?, dpi, texts).map_err(|error| FigureFault::Engine(error.to_string()))
}

/// The pixels of a scene.
pub fn pixels(scene: &Scene, lang: Lang, dpi: u32) -> Result<Pixels, FigureFault> {
    let scale = dpi as f32 / 96.0;
    let [width, height] = [scene.width, scene.height].map(|side| (side * scale).round().max(1.0) as u64);
    let too_many = || FigureFault::TooManyPixels { width, height };
    if width.saturating_mul(height) > MOST_PIXELS {
        return Err(too_many());
    }
    let options = usvg::Options {
        font_family: "Noto Sans SC".to_owned(),
        languages: vec![lang.id().to_owned()],
        fontdb: FONTS.clone(),
        ..usvg::Options::default()
    };
    let engine = |error: &dyn std::fmt::Display| FigureFault::Engine(error.to_string());
    let tree = usvg::Tree::from_str(&svg::text(scene, lang), &options).map_err(|error| engine(&error))?;
    let (across, down) =
        (u32::try_from(width).map_err(|_| too_many())?, u32::try_from(height).map_err(|_| too_many())?);
    let mut pixmap = Pixmap::new(across, down).ok_or_else(too_many)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    // The ground is opaque, so that every pixel is.
    let rgb = pixmap.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    Ok(Pixels { width: across, height: down, rgb })
}

fn encoded(pixels: &Pixels, dpi: u32, texts: &[(&str, &str)]) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    for (keyword, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned())?;
    }
    let metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.rgb)?;
    writer.finish()?;
    Ok(out)
}
