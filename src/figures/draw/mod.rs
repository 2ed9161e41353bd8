//! Laying figures out: title, one line of denominator and lens, the body, notes, footer. One file a body.
//!
//! A figure grows with its rows. Texts are wrapped or shortened, never cut, and never overlap.

mod axis;
mod bars;
mod heads;
mod heatmap;
mod legend;
mod milestones;
mod panels;
mod pen;
mod rows;
mod similarity;
mod tiles;
mod timeline;
mod upset;

use std::fmt::Display;

use super::figure::{Body, Figure};
use super::named::CountedNames;
use super::scene::{Anchor, Look, Medium, Scene, Stroke};
use crate::look::{Font, LIGHT, Palette, Point, Rect};
use crate::words::{FigureText as T, Lang, UiText};
pub use heatmap::{share, sign};
pub use pen::Pen;
pub use similarity::likeness;
use timeline::Density;

/// The layout of a figure: colours and size.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// The colours.
    pub palette: &'a Palette,
    /// The place where it is looked at.
    pub medium: Medium,
    /// Width, in pixels of 1/96 inch.
    pub width: f32,
    /// The least height; a figure that needs more is higher.
    pub height: Option<f32>,
    /// Whether its title is left to what is printed around it.
    pub is_untitled: bool,
}

impl Style<'_> {
    /// The narrowest and the widest that figures are laid out for on paper, in millimetres.
    pub const PRINTED: (f32, f32) = (60.0, 180.0);

    /// The same on paper, so many millimetres wide.
    #[must_use]
    pub fn printed(self, width: f32, height: Option<f32>) -> Self {
        let pixels = |millimetres: f32| millimetres * PIXELS_IN_MM;
        Style { medium: Medium::Print, width: pixels(width), height: height.map(pixels), ..self }
    }
}

impl Default for Style<'static> {
    fn default() -> Style<'static> {
        Style { palette: &LIGHT, medium: Medium::Screen, width: 900.0, height: None, is_untitled: false }
    }
}

/// The narrowest that figures are laid out for.
pub const NARROWEST: f32 = 480.0;

/// Pixels of 1/96 inch to a millimetre.
pub const PIXELS_IN_MM: f32 = 96.0 / 25.4;
/// The size of a unit of the layout on paper, in pixels of 1/96 inch: the smallest type, of 11 units, is printed at 6.5
/// points.
const PRINT_UNIT: f32 = 0.79;

/// The rim of a figure, and the type around its body.
struct Around {
    margin: f32,
    title: Font,
    subtitle: Font,
    note: Font,
    /// Between the head and the body, and below the last line.
    gap: f32,
    bottom: f32,
    /// The most lines of head, notes and each line below.
    most: [usize; 3],
}

impl Around {
    const SCREEN: Around = Around {
        margin: 28.0,
        title: Font::bold(22.0),
        subtitle: Font::regular(14.0),
        note: NOTE,
        gap: 16.0,
        bottom: 20.0,
        most: [4, 4, 3],
    };
    const PRINT: Around = Around {
        margin: 8.0,
        title: Font::bold(14.0),
        subtitle: NOTE,
        note: SMALL,
        gap: 6.0,
        bottom: 6.0,
        most: [usize::MAX; 3],
    };
}

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
    match style.medium {
        Medium::Screen => whole(figure, &Style { width: style.width.max(NARROWEST), ..*style }),
        Medium::Print => {
            let in_units = |length: f32| length / PRINT_UNIT;
            let (width, height) = (in_units(style.width), style.height.map(in_units));
            whole(figure, &Style { width, height, ..*style }).placed(PRINT_UNIT, Point::new(0.0, 0.0))
        }
    }
}

/// A figure with its title, its notes and its sources, in units of the layout.
fn whole(figure: &Figure, style: &Style<'_>) -> Scene {
    let (width, palette) = (style.width, style.palette);
    let Around { margin, title, subtitle, gap, bottom: rim, most, .. } = match style.medium {
        Medium::Screen => Around::SCREEN,
        Medium::Print => Around::PRINT,
    };
    let mut pen = Pen::on(style.medium, width, palette);
    pen.scene.title.clone_from(&figure.title);
    let room = width - 2.0 * margin;

    let heading = if style.is_untitled { Vec::new() } else { title.wrap(&figure.title, room) };
    let mut y = pen.lines(Point::new(margin, margin - 6.0), title.colored(palette.text), &heading);
    let about = joined(&[&figure.caption.denominator, &figure.caption.lens]);
    let lines = subtitle.wrap_to(&about, room, most[0]);
    y = pen.lines(Point::new(margin, y + 1.0), subtitle.colored(palette.weak), &lines);
    pen.scene.description = about;

    let top = y + gap;
    let area = Area { left: margin, right: width - margin, top, room: None };
    // The words that the drawing leaves to the foot are known once it is drawn.
    let mut trial = Pen::on(style.medium, width, palette);
    body(&mut trial, figure, area);
    let (above_rule, below_rule) = foot(figure, &trial, room);
    let high = |(font, lines): &(Font, Vec<String>)| font.line() * lines.len() as f32;
    let height = above_rule.iter().chain(&below_rule).map(high).sum::<f32>() + 34.0 + rim;
    let area = Area { room: style.height.map(|all| all - height - top), ..area };
    let bottom = body(&mut pen, figure, area);

    let mut y = (bottom + 12.0).max(style.height.unwrap_or(0.0) - height);
    for (font, lines) in &above_rule {
        y = pen.lines(Point::new(margin, y), font.colored(palette.weak), lines);
    }
    y += 9.0;
    pen.line(Point::new(margin, y), Point::new(width - margin, y), Stroke::solid(palette.line, 1.0));
    y += 7.0;
    for (font, lines) in &below_rule {
        y = pen.lines(Point::new(margin, y), font.colored(palette.weak), lines);
    }
    let height = (y + rim).max(style.height.unwrap_or(0.0));
    pen.scene.height = if pen.is_print() { height } else { height.ceil() };
    pen.scene
}

/// Lays out the body of a figure and its notes alone, for a place around which title, lens and sources stand already.
pub fn body_scene(figure: &Figure, style: &Style<'_>) -> Scene {
    const RIM: f32 = 20.0;
    let width = style.width;
    let mut pen = Pen::new(width, style.palette);
    pen.scene.title.clone_from(&figure.title);
    let room = width - 2.0 * RIM;
    let mut lines = NOTE.wrap_to(&notes(figure, style.medium, room), room, 4);
    // What is abbreviated is known once it is drawn.
    let mut trial = Pen::new(width, style.palette);
    body(&mut trial, figure, Area { left: RIM, right: width - RIM, top: RIM, room: None });
    lines.extend(key(&trial, figure.lang).map(|key| NOTE.wrap(&key, room)).unwrap_or_default());
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

/// Texts with their font.
type Lines = Vec<(Font, Vec<String>)>;

/// The texts below the body: above a rule the notes and the key of what is abbreviated, and below it the sources and the
/// line of catalogue, filter and unit.
fn foot(figure: &Figure, drawn: &Pen<'_>, room: f32) -> (Lines, Lines) {
    let (footer, lang) = (&figure.footer, figure.lang);
    let Around { note, most, .. } = if drawn.is_print() { Around::PRINT } else { Around::SCREEN };
    let notes: Vec<String> = std::iter::once(notes(figure, drawn.scene.medium, room))
        .chain(drawn.remarks.iter().cloned())
        .filter(|note| !note.is_empty())
        .collect();
    let origin = joined(&[&footer.catalogue, &footer.filter, &footer.unit]);
    let mut above = vec![(note, note.wrap_to(&notes.join(lang.semicolon()), room, most[1]))];
    above.extend(key(drawn, lang).map(|key| (note, note.wrap(&key, room))));
    let below = [&footer.sources, &footer.milestones, &origin].into_iter().filter(|line| !line.is_empty());
    (above, below.map(|line| (FOOTER, FOOTER.wrap_to(line, room, most[2]))).collect())
}

/// The key of what is abbreviated in a drawing; none where nothing is.
fn key(drawn: &Pen<'_>, lang: Lang) -> Option<String> {
    let entry = |(short, name): &(String, String)| T::KeyEntry.fill(lang, &[("short", short), ("name", name)]);
    let keys: Vec<String> = drawn.keys.iter().map(entry).collect();
    (!keys.is_empty()).then(|| T::FooterKey.fill(lang, &[("list", &keys.join(lang.semicolon()))]))
}

/// The notes of its caption and of the way in which it is drawn.
fn notes(figure: &Figure, medium: Medium, room: f32) -> String {
    let note = note(figure, medium, room);
    let notes = std::iter::once(figure.caption.note.clone()).chain(note).filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join(figure.lang.semicolon())
}

/// The note on the way in which the figure is drawn.
fn note(figure: &Figure, medium: Medium, room: f32) -> Option<String> {
    match &figure.body {
        Body::Heatmap(heatmap) => heatmap::note(heatmap, figure),
        Body::Timeline(timeline) if timeline::density(timeline, medium, room) == Density::Circles => {
            Some(T::BubbleNote.get(figure.lang).to_owned())
        }
        Body::FocusByMonth(named) if !named.bars.categories.is_empty() => Some(panels::note(figure)),
        Body::Similarity(grid) if grid.rows.len() < 2 && !figure.is_empty => {
            Some(T::SimilarityTooFew.get(figure.lang).to_owned())
        }
        Body::Upset(upset) => upset::note(upset, figure.lang),
        Body::Tiles(grid) => Some(tiles::note(grid, medium, figure.lang)),
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
    let lang = figure.lang;
    let (first, second) = match (figure.is_empty, figure.has_no_policies) {
        (true, true) => (UiText::EmptyCatalogue.get(lang), ""),
        (true, false) => (T::NothingMatches.get(lang), T::NothingMatchesWhy.get(lang)),
        (false, _) => (T::NothingDrawn.get(lang), ""),
    };
    let middle = frame.center();
    pen.text(middle.moved(0.0, -4.0), Anchor::Middle, Font::bold(15.0).colored(palette.text), first);
    pen.text(middle.moved(0.0, 20.0), Anchor::Middle, BODY.colored(palette.weak), second);
    frame.bottom()
}

/// Names of which the first are at hand.
struct FirstNames<'a> {
    first: &'a [String],
    count: usize,
}

impl<'a> From<&'a Vec<String>> for FirstNames<'a> {
    fn from(all: &'a Vec<String>) -> FirstNames<'a> {
        FirstNames { first: all, count: all.len() }
    }
}

impl<'a> From<&'a CountedNames> for FirstNames<'a> {
    fn from(names: &'a CountedNames) -> FirstNames<'a> {
        FirstNames { first: &names.first, count: names.count }
    }
}

/// A dozen names, and how many there are where there are more.
fn listed<'a>(names: impl Into<FirstNames<'a>>, lang: Lang) -> String {
    const FEW: usize = 12;
    let FirstNames { first, count } = names.into();
    let list = first.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join(lang.comma());
    if count > FEW { T::NamedAndMore.fill(lang, &[("names", &list), ("n", &count)]) } else { list }
}

/// `name: n`, and below it the names that were counted.
fn counted<'a>(name: &str, n: impl Display, names: impl Into<FirstNames<'a>>, lang: Lang) -> String {
    let names = names.into();
    let head = T::NameAndCount.fill(lang, &[("name", &name), ("n", &n)]);
    if names.count == 0 { head } else { format!("{head}\n{}", listed(names, lang)) }
}
