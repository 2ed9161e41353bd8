//! The areas of a picture that a frame changes: only these are painted anew.
//!
//! The picture is cut into tiles. Each triangle leaves its print, made of all that decides how it looks, in the tiles
//! it reaches, in the order of painting; a tile whose prints came out as in the frame before shows what it showed.

use egui::epaint::{ClippedPrimitive, Primitive, Vertex};

use super::{Area, SoftScene};

/// The side of a tile, in pixels.
const TILE: i64 = 32;

/// From this many rectangles on, one around all of them is painted: each goes through every triangle once.
const MANY: usize = 12;

/// The tiles as last shown.
#[derive(Default)]
pub struct Damage {
    size: [usize; 2],
    tiles: Vec<u64>,
}

impl Damage {
    /// The areas in which this frame differs from the one before: none if it shows the same.
    pub fn changed(&mut self, scene: &SoftScene<'_>, size: [usize; 2]) -> Vec<Area> {
        let mut grid = Grid::new(size);
        for clipped in scene.primitives {
            grid.take(clipped, scene.scale);
        }
        let before = std::mem::replace(&mut self.tiles, grid.tiles);
        if std::mem::replace(&mut self.size, size) != size {
            return vec![Area::whole(size)];
        }
        let changed: Vec<bool> = before.iter().zip(&self.tiles).map(|(old, new)| old != new).collect();
        let areas = rectangles(&changed, grid.columns);
        let areas = if areas.len() < MANY { areas } else { areas.into_iter().reduce(around).into_iter().collect() };
        areas.into_iter().map(|area| pixels(area, size)).collect()
    }

    /// Forgets everything: the next frame is painted whole.
    pub fn forget(&mut self) {
        *self = Damage::default();
    }
}

struct Grid {
    size: [usize; 2],
    columns: usize,
    tiles: Vec<u64>,
}

impl Grid {
    fn new(size: [usize; 2]) -> Grid {
        let [columns, rows] = size.map(|side| side.div_ceil(TILE as usize));
        Grid { size, columns, tiles: vec![0; columns * rows] }
    }

    fn take(&mut self, clipped: &ClippedPrimitive, scale: f32) {
        let Primitive::Mesh(mesh) = &clipped.primitive else { return };
        let clip = Area::of(clipped.clip_rect, scale, self.size);
        if clip.is_empty() || !mesh.is_valid() {
            return;
        }
        // The same triangles look different under another clip or texture.
        let texture = match mesh.texture_id {
            egui::TextureId::Managed(id) => id,
            egui::TextureId::User(id) => !id,
        };
        let edges = [clip.columns[0], clip.columns[1], clip.rows[0], clip.rows[1]];
        let ground = edges.into_iter().fold(mixed(1, texture), |print, edge| mixed(print, edge as u64));
        let prints: Vec<u64> = mesh.vertices.iter().map(|vertex| print_of(vertex, ground)).collect();
        let corner = |i: &u32| mesh.vertices.get(*i as usize).zip(prints.get(*i as usize));
        let (triangles, _) = mesh.indices.as_chunks::<3>();
        for [a, b, c] in triangles {
            let (Some(a), Some(b), Some(c)) = (corner(a), corner(b), corner(c)) else { continue };
            let reach = reach([a, b, c].map(|(vertex, _)| vertex), scale).and(clip);
            if reach.is_empty() {
                continue;
            }
            let print = [a, b, c].into_iter().fold(0, |print, (_, own)| mixed(print, *own));
            for row in reach.rows[0] / TILE..=(reach.rows[1] - 1) / TILE {
                for column in reach.columns[0] / TILE..=(reach.columns[1] - 1) / TILE {
                    if let Some(tile) = self.tiles.get_mut(row as usize * self.columns + column as usize) {
                        *tile = mixed(*tile, print);
                    }
                }
            }
        }
    }
}

/// The pixels that a triangle may reach.
fn reach(corners: [&Vertex; 3], scale: f32) -> Area {
    let span = |along: fn(&Vertex) -> f32| {
        let at = corners.map(|corner| along(corner) * scale);
        // `as` stops at the ends of the range, so that nothing overflows.
        let low = at[0].min(at[1]).min(at[2]).floor() as i32;
        let high = at[0].max(at[1]).max(at[2]).ceil() as i32;
        [i64::from(low), i64::from(high)]
    };
    Area { columns: span(|vertex| vertex.pos.x), rows: span(|vertex| vertex.pos.y) }
}

fn print_of(vertex: &Vertex, ground: u64) -> u64 {
    let pair = |a: f32, b: f32| u64::from(a.to_bits()) << 32 | u64::from(b.to_bits());
    let place = mixed(ground, pair(vertex.pos.x, vertex.pos.y));
    let paint = mixed(place, pair(vertex.uv.x, vertex.uv.y));
    mixed(paint, u64::from(u32::from_le_bytes(vertex.color.to_array())))
}

/// Takes a word into a print. Not for secrets: it only has to tell frames apart.
fn mixed(print: u64, word: u64) -> u64 {
    let product = (print.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    product ^ (product >> 32)
}

/// The changed tiles as few rectangles: runs of a row, joined with the same run of the row above.
fn rectangles(changed: &[bool], columns: usize) -> Vec<Area> {
    let mut done: Vec<Area> = Vec::new();
    for (row, tiles) in changed.chunks(columns.max(1)).enumerate() {
        let row = row as i64;
        let mut at = 0;
        for tiles in tiles.chunk_by(|one, next| one == next) {
            let run = [at, at + tiles.len() as i64];
            at = run[1];
            if tiles.first() != Some(&true) {
                continue;
            }
            match done.iter_mut().find(|area| area.rows[1] == row && area.columns == run) {
                Some(above) => above.rows[1] = row + 1,
                None => done.push(Area { columns: run, rows: [row, row + 1] }),
            }
        }
    }
    done
}

fn around(a: Area, b: Area) -> Area {
    let both = |a: [i64; 2], b: [i64; 2]| [a[0].min(b[0]), a[1].max(b[1])];
    Area { columns: both(a.columns, b.columns), rows: both(a.rows, b.rows) }
}

fn pixels(tiles: Area, size: [usize; 2]) -> Area {
    let times = |span: [i64; 2]| span.map(|at| at * TILE);
    Area { columns: times(tiles.columns), rows: times(tiles.rows) }.and(Area::whole(size))
}
