//! A figure laid out: rectangles, lines, circles, polygons and texts at their places, and what each mark means.
//!
//! Paper writes it and the window paints and hit-tests it. Sizes are pixels of 1/96 inch, y grows downwards.

use crate::look::{Circle, Font, Point, Rect, Rgb};
use crate::query::{Query, TermKey};

/// The point of a text that its position gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Whether a line is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// It is.
    Solid,
    /// In short strokes.
    Dashed,
}

/// The look of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Rgb,
    /// Width.
    pub width: f32,
    /// Whole or in strokes.
    pub dash: Dash,
}

impl Stroke {
    /// A whole line.
    pub const fn solid(color: Rgb, width: f32) -> Stroke {
        Stroke { color, width, dash: Dash::Solid }
    }

    /// A line in short strokes.
    pub const fn dashed(color: Rgb, width: f32) -> Stroke {
        Stroke { color, width, dash: Dash::Dashed }
    }
}

/// The inside and the outline of a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    /// Colour of the inside.
    pub fill: Option<Rgb>,
    /// Outline.
    pub line: Option<Stroke>,
}

impl Look {
    /// Filled, without an outline.
    pub const fn filled(color: Rgb) -> Look {
        Look { fill: Some(color), line: None }
    }

    /// Outlined, not filled.
    pub const fn outlined(line: Stroke) -> Look {
        Look { fill: None, line: Some(line) }
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// On the baseline, at the anchor.
    pub at: Point,
    /// The point of the text that stands there.
    pub anchor: Anchor,
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub color: Rgb,
    /// The text.
    pub text: String,
}

impl Label {
    /// Its width in the embedded fonts.
    pub fn width(&self) -> f32 {
        self.font.width(&self.text)
    }

    /// The room that it takes.
    pub fn rect(&self) -> Rect {
        let width = self.width();
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        Rect::new(self.at.x - before, self.at.y - self.font.above(), width, self.font.above() + self.font.below())
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle with corners rounded by a radius.
    Rect(Rect, f32, Look),
    /// A line from point to point.
    Line([Point; 2], Stroke),
    /// A circle.
    Circle(Circle, Look),
    /// A closed polygon.
    Polygon(Vec<Point>, Look),
    /// A text.
    Text(Label),
}

/// The meaning of a click on a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A filter of the query.
    Filter {
        /// Its key.
        key: TermKey,
        /// Its value as a query writes it.
        value: String,
    },
    /// A whole query.
    Query(Query),
    /// The details of the policy with this id or the place with this code.
    Detail(String),
}

/// A part of a figure that can be asked what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its place.
    pub rect: Rect,
    /// Its description with the names of its policies, for the pointer and for screen readers.
    pub words: String,
    /// The meaning of a click on it, if any.
    pub target: Option<Target>,
    /// Places that light up with it: its row and its column.
    pub lit: Vec<Rect>,
}

/// A shape and the mark it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The shape.
    pub shape: Shape,
    /// Its mark, by position.
    pub mark: Option<usize>,
}

/// The place where a scene is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// A screen or a slide: sizes are pixels, and a mark that is pointed at says what has no room.
    #[default]
    Screen,
    /// Paper: sizes are millimetres, type is in points, and what is not written is not known.
    Print,
}

/// A figure laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The place where it is looked at.
    pub medium: Medium,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Behind everything.
    pub ground: Rgb,
    /// Title of the figure, for screen readers and file metadata.
    pub title: String,
    /// Denominator and lens in one line.
    pub description: String,
    /// Shapes, the later ones over the earlier ones.
    pub items: Vec<Item>,
    /// Marks in reading order.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// The texts.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.items.iter().filter_map(|item| match &item.shape {
            Shape::Text(label) => Some(label),
            _ => None,
        })
    }

    /// The scene at another size, its upper left corner at a point.
    #[must_use]
    pub fn placed(self, by: f32, corner: Point) -> Scene {
        let point = |p: Point| Point::new(p.x * by + corner.x, p.y * by + corner.y);
        let rect = |r: Rect| {
            let Point { x, y } = point(Point::new(r.x, r.y));
            Rect::new(x, y, r.w * by, r.h * by)
        };
        let stroke = |s: Stroke| Stroke { width: s.width * by, ..s };
        let look = |l: Look| Look { line: l.line.map(stroke), ..l };
        let shape = |shape: Shape| match shape {
            Shape::Rect(r, radius, l) => Shape::Rect(rect(r), radius * by, look(l)),
            Shape::Line([from, to], s) => Shape::Line([point(from), point(to)], stroke(s)),
            Shape::Circle(c, l) => Shape::Circle(Circle::new(point(c.center), c.radius * by), look(l)),
            Shape::Polygon(points, l) => Shape::Polygon(points.into_iter().map(point).collect(), look(l)),
            Shape::Text(label) => {
                let font = Font { size: label.font.size * by, ..label.font };
                Shape::Text(Label { at: point(label.at), font, ..label })
            }
        };
        let mark = |mark: Mark| Mark { rect: rect(mark.rect), lit: mark.lit.into_iter().map(rect).collect(), ..mark };
        Scene {
            width: self.width * by,
            height: self.height * by,
            items: self.items.into_iter().map(|item| Item { shape: shape(item.shape), ..item }).collect(),
            marks: self.marks.into_iter().map(mark).collect(),
            ..self
        }
    }

    /// The mark at a point; of several the last.
    pub fn mark_at(&self, point: Point) -> Option<usize> {
        self.marks.iter().rposition(|mark| mark.rect.contains(point))
    }

    /// Characters that the embedded fonts cannot draw, each once.
    pub fn missing(&self) -> Vec<char> {
        let mut missing: Vec<char> =
            self.labels().flat_map(|label| label.text.chars()).filter(|c| crate::look::lacks(*c)).collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }
}
