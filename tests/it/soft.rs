//! The program's own rasteriser as a renderer of [`egui_kittest`]: pictures of the window with no GPU, display or Mesa.
//!
//! Each picture is painted twice, whole, and where it differs from the picture before: both must come out alike.

use egui::{Context, FullOutput, TexturesDelta, pos2, vec2};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use policy_atlas::app::soft::{Area, Canvas, Damage, Raster, Scene};
use policy_atlas::session::{Change, ThemeChoice};
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::window::{act, window};

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
        let scene = Scene { primitives: &primitives, scale, ground: [0; 4] };

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

#[test]
fn a_frame_painted_where_it_changed_looks_as_one_painted_whole() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1000.0, 700.0]);
    window.render().unwrap();
    for (x, y) in [(640.0, 300.0), (640.0, 340.0), (60.0, 200.0), (20.0, 15.0)] {
        window.hover_at(pos2(x, y));
        window.run();
        window.render().unwrap_or_else(|why| panic!("the pointer at {x}, {y}: {why}"));
    }
    for tab in [Tab::Table, Tab::Compare, Tab::Charts, Tab::Overview] {
        act(&mut window, Change::Tab(tab));
        window.render().unwrap_or_else(|why| panic!("{tab:?}: {why}"));
    }
    window.set_size(vec2(1130.0, 720.0));
    window.run();
    window.render().unwrap();
}

#[test]
fn a_frame_that_changes_little_is_painted_in_little_of_the_window() {
    let size = [1280, 800];
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let mut damage = Damage::default();
    let mut pixels = |window: &egui_kittest::Harness<'static, policy_atlas::app::App>| -> i64 {
        let primitives = window.ctx.tessellate(window.output().shapes.clone(), 1.0);
        let scene = Scene { primitives: &primitives, scale: 1.0, ground: [0; 4] };
        let areas = damage.changed(&scene, size);
        areas.iter().map(|area| (area.columns[1] - area.columns[0]) * (area.rows[1] - area.rows[0])).sum()
    };
    assert_eq!(pixels(&window), 1280 * 800, "the first frame");
    window.run();
    assert_eq!(pixels(&window), 0, "a frame like the one before");
    window.hover_at(pos2(60.0, 150.0));
    window.run();
    let hovered = pixels(&window);
    assert!(hovered > 0 && hovered < 1280 * 800 / 10, "a pointer over one filter changes {hovered} pixels");
}
