//! The rasteriser: the triangles of egui painted by the processor, with no GPU, OpenGL or Mesa.
//!
//! It paints what `egui_glow` paints, less its dither: colours and textures multiplied and blended in gamma space, eight
//! bits a channel. Edges are tested in whole numbers and floats only ever added, multiplied, divided and rounded, in a
//! fixed order, so a page gives the same bytes on every run, however many threads paint it.
//!
//! Left to others: layout, text and antialiasing, which egui has turned into triangles before they come here. Left out,
//! as the window uses none: paint callbacks (skipped), mipmaps, and textures that repeat (all are clamped to their edge).

#![allow(clippy::indexing_slicing, reason = "the parts of a colour and the axes of a place are gone through by number")]
#![allow(clippy::float_cmp, reason = "corners of one colour were given the same one")]

use std::collections::HashMap;
use std::thread;

use egui::epaint::{ClippedPrimitive, ColorImage, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ImageData, Rect, TextureFilter, TextureId, TexturesDelta};

/// Steps in a pixel. Corners snap to them, as on a GPU, so that coverage is whole-number arithmetic.
const STEPS: i64 = 256;

/// Corners farther out than this many pixels are pulled in, lest the product of two edges overflow.
const FAR: f32 = (1 << 21) as f32;

/// An area of fewer pixels is painted sooner by one thread than two threads are started.
const WORTH_A_THREAD: i64 = 1 << 16;

/// Red, green, blue, alpha, premultiplied, each 0 to 255 with a fraction.
type Rgba = [f32; 4];

/// Paints the meshes of egui. See the top of this file.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// Freed by the last frame, which may still show them: they go when the next frame comes.
    freed: Vec<TextureId>,
}

impl Raster {
    /// Takes over what a frame changes of the textures; before painting it.
    pub fn take(&mut self, delta: &mut TexturesDelta) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
        // The order of the textures is random, and does not matter: each is written on its own.
        for (id, updates) in delta.set.drain() {
            let texture = self.textures.entry(id).or_default();
            updates.iter().for_each(|update| texture.update(update));
        }
        self.freed.extend(delta.free.drain());
    }

    /// Paints anew what of these meshes falls into an area, which is cleared first.
    ///
    /// # Errors
    /// A mesh that a GPU would draw as nothing or as anything: with a vertex that is nowhere, or without its texture.
    pub fn paint(&self, canvas: &mut Canvas, scene: &SoftScene<'_>, area: Area) -> Result<(), &'static str> {
        let mut meshes = Vec::with_capacity(scene.primitives.len());
        for clipped in scene.primitives {
            // Callbacks paint with OpenGL, of which there is none.
            let Primitive::Mesh(mesh) = &clipped.primitive else { continue };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a mesh without its texture")?;
            if !mesh.is_valid() || mesh.vertices.iter().any(|v| v.pos.any_nan()) {
                return Err("a mesh with a vertex that is nowhere");
            }
            let clip = area.and(Area::of(clipped.clip_rect, scene.scale, canvas.size));
            if !clip.is_empty() {
                meshes.push((mesh, texture, clip));
            }
        }
        let rows = area.rows[1] - area.rows[0];
        let bands = if rows * (area.columns[1] - area.columns[0]) < WORTH_A_THREAD { 1 } else { threads() };
        let each = (rows / bands as i64 + 1).max(1);
        let paint = |mut band: Band<'_>| {
            band.clear(scene.ground);
            for (mesh, texture, clip) in &meshes {
                band.mesh(mesh, texture, *clip, scene.scale);
            }
        };
        let mut rest = canvas.bands(area, each);
        let last = rest.pop();
        thread::scope(|scope| {
            for band in rest {
                scope.spawn(|| paint(band));
            }
            last.map(paint);
        });
        Ok(())
    }
}

/// The number of threads that paint a large area.
fn threads() -> usize {
    thread::available_parallelism().map_or(1, |n| n.get().min(4))
}

/// The content of a frame.
pub struct SoftScene<'a> {
    /// Triangles, the lowest first.
    pub primitives: &'a [ClippedPrimitive],
    /// Pixels in a point.
    pub scale: f32,
    /// The colour under everything, premultiplied.
    pub ground: [u8; 4],
}

/// A rectangle of pixels: from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// From left to right.
    pub columns: [i64; 2],
    /// From top to bottom.
    pub rows: [i64; 2],
}

impl Area {
    /// All of a picture of this size.
    pub fn whole(size: [usize; 2]) -> Area {
        Area { columns: [0, size[0] as i64], rows: [0, size[1] as i64] }
    }

    /// A rectangle in points, rounded as `egui_glow` sets its scissors.
    pub fn of(rect: Rect, scale: f32, size: [usize; 2]) -> Area {
        let span = |low: f32, high: f32, size: usize| {
            [low, high].map(|at| ((at * scale).round() as i64).clamp(0, size as i64))
        };
        Area { columns: span(rect.min.x, rect.max.x, size[0]), rows: span(rect.min.y, rect.max.y, size[1]) }
    }

    /// The part that is in both.
    #[must_use]
    pub fn and(self, other: Area) -> Area {
        let both = |a: [i64; 2], b: [i64; 2]| [a[0].max(b[0]), a[1].min(b[1])];
        Area { columns: both(self.columns, other.columns), rows: both(self.rows, other.rows) }
    }

    /// Whether nothing is in it.
    pub fn is_empty(self) -> bool {
        self.columns[0] >= self.columns[1] || self.rows[0] >= self.rows[1]
    }
}

/// An image on egui's side of the fence.
#[derive(Default)]
struct Texture {
    size: [usize; 2],
    texels: Vec<Color32>,
    nearest: bool,
}

impl Texture {
    fn update(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        // As kittest's own renderer does when it has to be predictable: one filter, both ways.
        self.nearest = delta.options.magnification == TextureFilter::Nearest;
        match delta.pos {
            Some(at) => self.patch(at, image),
            None => (self.size, self.texels) = (image.size, image.pixels.clone()),
        }
    }

    /// Copies what of `image` falls inside.
    fn patch(&mut self, at: [usize; 2], image: &ColorImage) {
        let [left, top] = at;
        let columns = image.width().min(self.size[0].saturating_sub(left));
        if columns > 0 {
            let rows = self.texels.chunks_exact_mut(self.size[0]).skip(top);
            for (to, from) in rows.zip(image.pixels.chunks_exact(image.width())) {
                if let (Some(to), Some(from)) = (to.get_mut(left..left + columns), from.get(..columns)) {
                    to.copy_from_slice(from);
                }
            }
        }
    }

    #[inline]
    fn texel(&self, x: usize, y: usize) -> Rgba {
        let texel = self.texels.get(y * self.size[0] + x);
        texel.map_or([0.0; 4], |color| color.to_array().map(f32::from))
    }

    #[inline]
    fn sample(&self, u: f32, v: f32) -> Rgba {
        // Between the middles of the outermost texels, which is what clamping to the edge means.
        // Nothing is negative then, so that `as` rounds down.
        let inside = |at: f32, size: usize| (at * size as f32).min(size as f32 - 0.5).max(0.5);
        let (x, y) = (inside(u, self.size[0]), inside(v, self.size[1]));
        if self.nearest {
            return self.texel(x as usize, y as usize);
        }
        // A fraction of eight bits, as on a GPU: the middle of a texel, where text is sampled, is
        // met in spite of rounding errors, and gives that texel alone.
        let split = |at: f32| {
            let fixed = ((at - 0.5) * 256.0 + 0.5) as usize;
            (fixed >> 8, (fixed & 255) as f32 / 256.0)
        };
        let ((x, right), (y, down)) = (split(x), split(y));
        if right == 0.0 && down == 0.0 {
            return self.texel(x, y);
        }
        // A weight of zero stands for the texel past the edge, which need not exist.
        let (x1, y1) = (x + usize::from(right > 0.0), y + usize::from(down > 0.0));
        let upper = mix(self.texel(x, y), self.texel(x1, y), right);
        let lower = mix(self.texel(x, y1), self.texel(x1, y1), right);
        mix(upper, lower, down)
    }
}

#[inline]
fn mix(a: Rgba, b: Rgba, part: f32) -> Rgba {
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * part)
}

/// A vertex in steps of the picture, with what is interpolated: red, green, blue, alpha, u, v.
struct Corner {
    at: [i64; 2],
    values: [f32; 6],
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32) -> Self {
        let steps = |at: f32| ((at * scale).clamp(-FAR, FAR) * STEPS as f32).round() as i64;
        let [r, g, b, a] = vertex.color.to_array().map(f32::from);
        Self { at: [steps(vertex.pos.x), steps(vertex.pos.y)], values: [r, g, b, a, vertex.uv.x, vertex.uv.y] }
    }

    fn color(&self) -> Rgba {
        let [r, g, b, a, ..] = self.values;
        [r, g, b, a]
    }

    fn uv(&self) -> [f32; 2] {
        let [.., u, v] = self.values;
        [u, v]
    }
}

/// One side of a triangle: positive inside, growing by `dx` a pixel to the right and `dy` a pixel down.
struct Edge {
    dx: i64,
    dy: i64,
    /// The value at the middle of the pixel at 0, 0.
    origin: i64,
    /// The least value that counts as inside. Of the two triangles at an edge, just the one that has
    /// it on its left or top owns the pixels exactly on it: no gaps, and nothing blended twice.
    least: i64,
}

impl Edge {
    fn new(from: [i64; 2], to: [i64; 2]) -> Self {
        let ([ax, ay], [bx, by]) = (from, to);
        let (x, y) = (bx - ax, by - ay);
        let owner = y < 0 || (y == 0 && x > 0);
        Self {
            dx: -y * STEPS,
            dy: x * STEPS,
            origin: x * (STEPS / 2 - ay) - y * (STEPS / 2 - ax),
            least: i64::from(!owner),
        }
    }

    #[inline]
    fn value(&self, x: i64, y: i64) -> i64 {
        self.origin + x * self.dx + y * self.dy
    }

    /// Narrows a span of row `y`, from its first pixel to before its last, to what is inside.
    #[inline]
    fn narrow(&self, y: i64, span: [i64; 2]) -> [i64; 2] {
        let room = self.value(0, y) - self.least;
        match self.dx {
            0 if room < 0 => [0, 0],
            0 => span,
            dx if dx > 0 => [span[0].max(-room.div_euclid(dx)), span[1]],
            dx => [span[0], span[1].min(room.div_euclid(-dx) + 1)],
        }
    }
}

/// A picture, row by row; premultiplied.
#[derive(Default)]
pub struct Canvas {
    size: [usize; 2],
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    /// An empty picture.
    pub fn new(size: [usize; 2]) -> Canvas {
        Canvas { size, pixels: vec![[0; 4]; size[0] * size[1]] }
    }

    /// Width and height.
    pub fn size(&self) -> [usize; 2] {
        self.size
    }

    /// The pixels of one row between two columns; none outside.
    pub fn row(&self, y: usize, columns: [usize; 2]) -> &[[u8; 4]] {
        let start = y * self.size[0];
        self.pixels.get(start + columns[0]..start + columns[1]).unwrap_or_default()
    }

    /// Red, green, blue, alpha of every pixel.
    pub fn into_bytes(self) -> Vec<u8> {
        self.pixels.into_flattened()
    }

    /// The part of the picture in an area, cut into bands of some rows each.
    fn bands(&mut self, area: Area, rows: i64) -> Vec<Band<'_>> {
        let area = area.and(Area::whole(self.size));
        if area.is_empty() {
            return Vec::new();
        }
        let width = self.size[0];
        let pixels = self.pixels.get_mut(area.rows[0] as usize * width..area.rows[1] as usize * width);
        let bands = pixels.unwrap_or_default().chunks_mut(rows as usize * width).zip(0..);
        let band = |(pixels, at): (_, i64)| {
            let top = area.rows[0] + at * rows;
            let area = Area { rows: [top, area.rows[1].min(top + rows)], ..area };
            Band { area, width, pixels }
        };
        bands.map(band).collect()
    }
}

/// Some rows of a picture, of which one thread paints an area.
struct Band<'a> {
    area: Area,
    width: usize,
    /// Whole rows, from the first of the area on.
    pixels: &'a mut [[u8; 4]],
}

impl Band<'_> {
    fn clear(&mut self, color: [u8; 4]) {
        for row in self.pixels.chunks_exact_mut(self.width) {
            if let Some(row) = row.get_mut(self.area.columns[0] as usize..self.area.columns[1] as usize) {
                row.fill(color);
            }
        }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Area, scale: f32) {
        let clip = clip.and(self.area);
        if clip.is_empty() {
            return;
        }
        let new = |vertex| Corner::new(vertex, scale);
        let corners: Vec<Corner> = mesh.vertices.iter().map(new).collect();
        let corner = |i: &u32| corners.get(*i as usize);
        let (triangles, _) = mesh.indices.as_chunks::<3>();
        for [a, b, c] in triangles {
            if let (Some(a), Some(b), Some(c)) = (corner(a), corner(b), corner(c)) {
                self.triangle(texture, [a, b, c], [clip.columns, clip.rows]);
            }
        }
    }

    fn triangle(&mut self, texture: &Texture, corners: [&Corner; 3], clip: [[i64; 2]; 2]) {
        // The pixels whose middles can be inside. What is scrolled out of sight ends here.
        let [columns, rows] = [0, 1].map(|axis| {
            let at = corners.map(|corner| corner.at[axis]);
            let pixel = |steps: i64| (steps + STEPS / 2).div_euclid(STEPS);
            let (low, high) = (at[0].min(at[1]).min(at[2]), at[0].max(at[1]).max(at[2]));
            [clip[axis][0].max(pixel(low - 1)), clip[axis][1].min(pixel(high))]
        });
        if columns[0] >= columns[1] || rows[0] >= rows[1] {
            return;
        }

        // egui winds its triangles both ways; the edges want the inside on their right hand.
        let [a, mut b, mut c] = corners;
        let mut area = doubled_area(a.at, b.at, c.at);
        if area < 0 {
            (b, c, area) = (c, b, -area);
        }
        if area == 0 {
            return;
        }
        // Each edge faces the corner of the same place, and is its weight in what is interpolated.
        let edges = [Edge::new(b.at, c.at), Edge::new(c.at, a.at), Edge::new(a.at, b.at)];
        let mean = |weights: [i64; 3]| -> [f32; 6] {
            let [wa, wb, wc] = weights.map(|weight| (weight as f64 / area as f64) as f32);
            std::array::from_fn(|i| wa * a.values[i] + wb * b.values[i] + wc * c.values[i])
        };
        let slope = mean([edges[0].dx, edges[1].dx, edges[2].dx]);
        // Shapes have one texel, the white one, and mostly one colour: neither is asked for again.
        let texel = (a.uv() == b.uv() && a.uv() == c.uv()).then(|| texture.sample(a.values[4], a.values[5]));
        let is_one_color = a.color() == b.color() && a.color() == c.color();
        let flat = texel.filter(|_| is_one_color).map(|texel| tint(a.color(), texel));

        for y in rows[0]..rows[1] {
            let [x0, x1] = edges.iter().fold(columns, |span, edge| edge.narrow(y, span));
            if x0 >= x1 {
                continue;
            }
            let row = (y - self.area.rows[0]) as usize * self.width;
            let Some(row) = self.pixels.get_mut(row + x0 as usize..row + x1 as usize) else { continue };
            match flat {
                Some(over) if over[3] >= 255.0 => row.fill(over.map(|part| (part + 0.5) as u8)),
                Some(over) => row.iter_mut().for_each(|under| lay(under, over)),
                None => {
                    let start = mean(edges.each_ref().map(|edge| edge.value(x0, y)));
                    for (i, under) in row.iter_mut().enumerate() {
                        let at = |value: usize| start[value] + slope[value] * i as f32;
                        let texel = texel.unwrap_or_else(|| texture.sample(at(4), at(5)));
                        // Most of the box around a letter is empty.
                        if texel.iter().any(|part| *part > 0.0) {
                            lay(under, tint([at(0), at(1), at(2), at(3)], texel));
                        }
                    }
                }
            }
        }
    }
}

/// Twice the area, in square steps; positive if the corners go around as the hands of a clock.
fn doubled_area(a: [i64; 2], b: [i64; 2], c: [i64; 2]) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// The colour of a vertex times the colour of a texture.
#[inline]
fn tint(color: Rgba, texel: Rgba) -> Rgba {
    std::array::from_fn(|i| color[i] * texel[i] / 255.0)
}

/// Blends a premultiplied colour over a pixel: `ONE, ONE_MINUS_SRC_ALPHA`. `as` stops at 0 and 255.
#[inline]
fn lay(under: &mut [u8; 4], over: Rgba) {
    let rest = 1.0 - over[3] / 255.0;
    for (under, over) in under.iter_mut().zip(over) {
        *under = (over + f32::from(*under) * rest + 0.5) as u8;
    }
}
