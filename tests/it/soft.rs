//! The program's own rasteriser as a renderer of [`egui_kittest`]: pictures of the window with no GPU, display or Mesa.
//!
//! Each picture is painted twice, whole, and where it differs from the picture before: both must come out alike.

use egui::{Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use policy_atlas::app::soft::{Area, Canvas, Damage, Raster, SoftScene};

/// The side of the largest picture: a window larger than this is a mistake of the test.
const LARGEST: f32 = 16384.0;

/// Hand it to `HarnessBuilder::renderer`.
#[derive(Default)]
pub struct SoftRenderer {
    raster: Raster,
    damage: Damage,
    kept: Canvas,
}

impl SoftRenderer {
    /// A renderer that has seen no texture yet.
    pub fn new() -> Self {
        Self::default()
    }
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.raster.take(delta);
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        if size.any_nan() || size.max_elem() > LARGEST {
            return Err(format!("a picture of {size} pixels is too large"));
        }
        let size = [size.x as usize, size.y as usize];
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let scene = SoftScene { primitives: &primitives, scale, ground: [0; 4] };

        let mut whole = Canvas::new(size);
        self.raster.paint(&mut whole, &scene, Area::whole(size))?;
        if self.kept.size() != size {
            self.kept = Canvas::new(size);
        }
        for area in self.damage.changed(&scene, size) {
            self.raster.paint(&mut self.kept, &scene, area)?;
        }
        let differs = (0..size[1]).find(|y| self.kept.row(*y, [0, size[0]]) != whole.row(*y, [0, size[0]]));
        if let Some(y) = differs {
            return Err(format!("painted where it changed, the picture differs from the whole one in row {y}"));
        }
        RgbaImage::from_raw(size[0] as u32, size[1] as u32, whole.into_bytes())
            .ok_or_else(|| "a picture cut short".to_owned())
    }
}
