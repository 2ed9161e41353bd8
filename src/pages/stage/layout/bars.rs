//! Bars from the left, their names before them and their numbers in words behind or below.

use super::Ink;
use super::flow::{KeepTogether, Piece};
use super::parts::{line, longest_word, put, wrapped};
use crate::figures::Pen;
use crate::figures::scene::{Anchor, Look, Stroke};
use crate::look::{Palette, Point, Rect};
use crate::pages::stage::content::{Bar, BarList, Tone};

fn look(palette: &Palette, tone: Tone, width: f32) -> Look {
    match tone {
        Tone::Plain => Look::filled(palette.bar),
        Tone::Light => {
            Look { fill: Some(palette.surface.mix(palette.bar, 0.3)), line: Some(Stroke::solid(palette.bar, width)) }
        }
        Tone::Hollow => Look::outlined(Stroke::solid(palette.bar, width)),
        Tone::Focus(n) => Look::filled(palette.focus(n)),
        Tone::FocusLine(n) => Look {
            fill: Some(palette.surface.mix(palette.focus(n), 0.12)),
            line: Some(Stroke::solid(palette.focus(n), width)),
        },
    }
}

impl<'p> Ink<'p> {
    /// Bars, one a block.
    pub fn bars<'a>(&self, bars: &BarList, room: f32) -> Vec<KeepTogether<'a>>
    where
        'p: 'a,
    {
        let mut blocks = Vec::new();
        if !bars.legend.is_empty() {
            blocks.push(self.tones(bars, room));
        }
        let name_font = if bars.rows.iter().any(|bar| bar.color.is_some()) { self.sizes.bold } else { self.sizes.body };
        let pad = 3.0 * self.sizes.space;
        let natural = bars.rows.iter().map(|bar| name_font.width(&bar.name)).fold(0.0, f32::max);
        let longest = bars.rows.iter().map(|bar| longest_word(name_font, &bar.name)).fold(0.0, f32::max);
        let names = natural.min((room * 0.3).max(longest.min(room * 0.5))) + pad;
        let words = bars.rows.iter().map(|bar| self.sizes.body.width(&bar.words)).fold(0.0, f32::max) + pad;
        let area = room - names;
        let beside = words <= area * 0.66;
        let most = if beside { area - words } else { area * 0.6 };
        let place = Place { names, most, beside, area };
        blocks.extend(bars.rows.iter().map(|bar| self.bar(bar, bars.most, &place)));
        blocks
    }

    fn bar<'a>(&self, bar: &Bar, most: usize, place: &Place) -> KeepTogether<'a>
    where
        'p: 'a,
    {
        let sizes = self.sizes;
        let color = bar.color.map_or(self.palette.text, |n| self.palette.focus_text(n));
        let style = if bar.color.is_some() { sizes.bold } else { sizes.body }.colored(color);
        let names = wrapped(style.font, &bar.name, place.names - 2.0 * sizes.space);
        let below = if place.beside { Vec::new() } else { wrapped(sizes.body, &bar.words, place.area) };
        let unit = place.most / most.max(1) as f32;
        let row = sizes.body.size * 1.4;
        let count = names.len().max(1 + below.len());
        let weak = self.body();
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        for slice in 0..count {
            let name = names.get(slice).cloned().unwrap_or_default();
            let text = if slice == 0 { None } else { below.get(slice - 1).cloned() };
            let (parts, words, left) = (bar.parts.clone(), bar.words.clone(), place.names);
            let full = format!("{}\n{}", bar.name, bar.words);
            let beside = place.beside;
            let draw = move |pen: &mut Pen<'_>, rect: Rect| {
                put(pen, rect, 0.0, style, &name);
                if slice > 0 {
                    put(pen, rect, left, weak, text.as_deref().unwrap_or_default());
                    return;
                }
                let high = sizes.body.size * 0.86;
                let mut x = rect.x + left;
                pen.mark(rect, full.trim().to_owned(), None, |pen| {
                    for (n, tone) in &parts {
                        let thin = sizes.height / 360.0;
                        let look = look(pen.palette, *tone, thin);
                        let wide = unit * *n as f32;
                        let inset = if look.line.is_some() { thin / 2.0 } else { 0.0 };
                        let frame = Rect::new(x, rect.y + (rect.h - high) / 2.0, wide, high);
                        pen.rect(frame.shrink(inset), 0.0, look);
                        x += wide;
                    }
                });
                if beside {
                    let at = Point::new(x + sizes.space, rect.y + rect.h / 2.0 + sizes.body.middle());
                    pen.text(at, Anchor::Start, sizes.body.colored(weak.color), &words);
                }
            };
            let mut piece = Piece::new(if slice == 0 { row } else { line(sizes.body) }, draw);
            if count == 1 {
                piece.stretch = row * 0.4;
            }
            pieces.push(piece);
        }
        if !place.beside
            && let Some(first) = pieces.first_mut()
        {
            first.gap = sizes.space;
        }
        KeepTogether::of(pieces)
    }

    /// The legend of the tones.
    fn tones<'a>(&self, bars: &BarList, room: f32) -> KeepTogether<'a>
    where
        'p: 'a,
    {
        let sizes = self.sizes;
        let small = self.small();
        let side = small.font.size * 0.8;
        let mut rows: Vec<Vec<(f32, Option<Tone>, String)>> = vec![Vec::new()];
        let mut x = 0.0;
        for (tone, words) in &bars.legend {
            for (n, text) in wrapped(small.font, words, room - side - sizes.space).into_iter().enumerate() {
                let width = side + sizes.space + small.font.width(&text);
                if n > 0 || (x > 0.0 && x + width > room) {
                    rows.push(Vec::new());
                    x = 0.0;
                }
                if let Some(row) = rows.last_mut() {
                    row.push((x, (n == 0).then_some(*tone), text));
                }
                x += width + 3.0 * sizes.space;
            }
        }
        let piece = |row: Vec<(f32, Option<Tone>, String)>| {
            Piece::new(line(small.font) + sizes.space * 0.5, move |pen: &mut Pen<'_>, rect: Rect| {
                let rect = Rect::new(rect.x, rect.y, rect.w, line(small.font));
                for (x, tone, text) in &row {
                    if let Some(tone) = tone {
                        let look = look(pen.palette, *tone, sizes.height / 360.0);
                        let frame = Rect::new(rect.x + x, rect.y + (rect.h - side) / 2.0, side, side);
                        pen.rect(frame.shrink(sizes.height / 720.0), 0.0, look);
                    }
                    put(pen, rect, x + side + sizes.space, small, text);
                }
            })
        };
        let pieces: Vec<Piece<'a>> = rows.into_iter().map(piece).collect();
        let mut block = KeepTogether::of(pieces);
        block.keeps = true;
        block
    }
}

/// The places of names, bars and numbers.
struct Place {
    names: f32,
    most: f32,
    beside: bool,
    area: f32,
}
