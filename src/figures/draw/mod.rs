//! Laying figures out: title, one line of denominator and lens, the body, notes, footer. One file a body.
//!
//! A figure grows with its rows. Texts are wrapped or shortened, never cut, and never overlap.

mod axis;
mod bars;
mod heatmap;
mod legend;
mod milestones;
mod panels;
mod pen;
mod similarity;
mod tiles;
mod timeline;
mod upset;

use std::fmt::Display;

use super::figure::{Body, Figure};
use super::scene::{Anchor, Look, Scene, Stroke};
use crate::look::{Font, LIGHT, Palette, Point, Rect};
use crate::words::{FigureText as T, Lang};
pub use heatmap::sign;
pub use pen::Pen;
pub use similarity::likeness;
use timeline::Density;

/// The layout of a figure: colours and size.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// The colours.
    pub palette: &'a Palette,
    /// Width, in pixels of 1/96 inch.
    pub width: f32,
    /// The least height; a figure that needs more is higher.
    pub height: Option<f32>,
}

impl Default for Style<'static> {
    fn default() -> Style<'static> {
        Style { palette: &LIGHT, width: 900.0, height: None }
    }
}

/// The narrowest that figures are laid out for.
pub const NARROWEST: f32 = 480.0;

const MARGIN: f32 = 28.0;
const TITLE: Font = Font::bold(22.0);
const SUBTITLE: Font = Font::regular(14.0);
const NOTE: Font = Font::regular(12.0);
const FOOTER: Font = Font::regular(11.0);
/// Of names and numbers in the body.
const BODY: Font = Font::regular(13.0);
/// Of small print in the body.
const SMALL: Font = Font::regular(11.0);
/// Between two parts of a line.
const DOT: &str = " · ";

/// The area that the body may draw in.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f32,
    right: f32,
    top: f32,
    /// The height that it should fill, if any.
    room: Option<f32>,
}

impl Area {
    fn width(self) -> f32 {
        self.right - self.left
    }

    /// A height that is `natural`, or more where there is more room, but not without bounds.
    fn stretched(self, natural: f32, most: f32) -> f32 {
        natural * (self.room.unwrap_or(0.0) / natural.max(1.0)).clamp(1.0, most)
    }
}

/// Lays a figure out.
pub fn scene(figure: &Figure, style: &Style<'_>) -> Scene {
    let width = style.width.max(NARROWEST);
    let palette = style.palette;
    let mut pen = Pen::new(width, palette);
    pen.scene.title.clone_from(&figure.title);
    let room = width - 2.0 * MARGIN;

    let mut y =
        pen.lines(Point::new(MARGIN, MARGIN - 6.0), TITLE.colored(palette.text), &TITLE.wrap(&figure.title, room));
    let subtitle = joined(&[&figure.caption.denominator, &figure.caption.lens]);
    y = pen.lines(Point::new(MARGIN, y + 1.0), SUBTITLE.colored(palette.weak), &SUBTITLE.wrap_to(&subtitle, room, 4));
    pen.scene.description = subtitle;

    let foot = foot(figure, room);
    let height = foot.iter().map(|(font, lines)| font.line() * lines.len() as f32).sum::<f32>() + 34.0 + MARGIN - 8.0;
    let top = y + 16.0;
    let area = Area { left: MARGIN, right: width - MARGIN, top, room: style.height.map(|all| all - height - top) };
    let bottom = body(&mut pen, figure, area);

    let mut y = (bottom + 12.0).max(style.height.unwrap_or(0.0) - height);
    for (n, (font, lines)) in foot.iter().enumerate() {
        if n == 1 {
            y += 9.0;
            pen.line(Point::new(MARGIN, y), Point::new(width - MARGIN, y), Stroke::solid(palette.line, 1.0));
            y += 7.0;
        }
        y = pen.lines(Point::new(MARGIN, y), font.colored(palette.weak), lines);
    }
    pen.scene.height = (y + MARGIN - 8.0).max(style.height.unwrap_or(0.0)).ceil();
    pen.scene
}

/// Lays out the body of a figure and its notes alone, for a place around which title, lens and sources stand already.
pub fn body_scene(figure: &Figure, style: &Style<'_>) -> Scene {
    const RIM: f32 = 20.0;
    let width = style.width;
    let mut pen = Pen::new(width, style.palette);
    pen.scene.title.clone_from(&figure.title);
    let room = width - 2.0 * RIM;
    let lines = NOTE.wrap_to(&notes(figure), room, 4);
    let below = NOTE.line() * lines.len() as f32 + RIM;
    let height = style.height.map(|all| all - below - 2.0 * RIM);
    let bottom = body(&mut pen, figure, Area { left: RIM, right: width - RIM, top: RIM, room: height });
    let color = style.palette.weak;
    let y = pen.lines(Point::new(RIM, bottom + RIM), NOTE.colored(color), &lines);
    pen.scene.height = (y + RIM).max(style.height.unwrap_or(0.0)).ceil();
    pen.scene
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(DOT)
}

/// The notes, the sources, and the line of catalogue, filter and unit.
fn foot(figure: &Figure, room: f32) -> [(Font, Vec<String>); 3] {
    let footer = &figure.footer;
    let notes = notes(figure);
    let origin = joined(&[&footer.catalogue, &footer.filter, &footer.unit]);
    [
        (NOTE, NOTE.wrap_to(&notes, room, 4)),
        (FOOTER, FOOTER.wrap_to(&footer.sources, room, 3)),
        (FOOTER, FOOTER.wrap_to(&origin, room, 3)),
    ]
}

/// The notes of its caption and of the way in which it is drawn.
fn notes(figure: &Figure) -> String {
    let notes = std::iter::once(figure.caption.note.clone()).chain(note(figure)).filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join(figure.lang.semicolon())
}

/// The note on the way in which the figure is drawn.
fn note(figure: &Figure) -> Option<String> {
    match &figure.body {
        Body::Heatmap(heatmap) => heatmap::note(heatmap, figure),
        Body::Timeline(timeline) if timeline::density(timeline) == Density::Circles => {
            Some(T::BubbleNote.get(figure.lang).to_owned())
        }
        Body::FocusByMonth(named) if !named.bars.categories.is_empty() => Some(panels::note(figure)),
        Body::Similarity(grid) if grid.rows.len() < 2 && !figure.is_empty => {
            Some(T::SimilarityTooFew.get(figure.lang).to_owned())
        }
        Body::Upset(upset) => upset::note(upset, figure.lang),
        Body::Tiles(_) => Some(T::TileNote.get(figure.lang).to_owned()),
        _ => None,
    }
}

fn body(pen: &mut Pen<'_>, figure: &Figure, area: Area) -> f32 {
    let drawn = match &figure.body {
        Body::ByRegion(named) => bars::lying(pen, named, figure.lang, area),
        Body::ByMonth(named) => bars::upright(pen, named, figure.lang, area),
        Body::FocusByMonth(named) => panels::panels(pen, named, figure.lang, area),
        Body::Timeline(timeline) => timeline::timeline(pen, timeline, figure.lang, area),
        Body::Heatmap(heatmap) => heatmap::heatmap(pen, heatmap, figure.lang, area),
        Body::Similarity(grid) => similarity::similarity(pen, grid, figure.lang, area),
        Body::Upset(upset) => upset::upset(pen, upset, figure.lang, area),
        Body::Tiles(tiles) => Some(tiles::tiles(pen, tiles, figure.lang, area)),
    };
    drawn.unwrap_or_else(|| nothing(pen, figure, area))
}

/// An honest empty figure.
fn nothing(pen: &mut Pen<'_>, figure: &Figure, area: Area) -> f32 {
    let palette = pen.palette;
    let frame = Rect::new(area.left, area.top, area.width(), area.stretched(150.0, 6.0));
    pen.rect(frame, 4.0, Look::outlined(Stroke::dashed(palette.outline, 1.0)));
    let (first, second) = if figure.is_empty {
        (T::NothingMatches, T::NothingMatchesWhy.get(figure.lang))
    } else {
        (T::NothingDrawn, "")
    };
    let middle = frame.center();
    pen.text(middle.moved(0.0, -4.0), Anchor::Middle, Font::bold(15.0).colored(palette.text), first.get(figure.lang));
    pen.text(middle.moved(0.0, 20.0), Anchor::Middle, BODY.colored(palette.weak), second);
    frame.bottom()
}

/// A dozen names, and how many there are where there are more.
fn listed(names: &[String], lang: Lang) -> String {
    const FEW: usize = 12;
    let list = names.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join(lang.comma());
    if names.len() > FEW { T::NamedAndMore.fill(lang, &[("names", &list), ("n", &names.len())]) } else { list }
}

/// `name: n`, and below it the names that were counted.
fn counted(name: &str, n: impl Display, names: &[String], lang: Lang) -> String {
    let head = T::NameAndCount.fill(lang, &[("name", &name), ("n", &n)]);
    if names.is_empty() { head } else { format!("{head}\n{}", listed(names, lang)) }
}
