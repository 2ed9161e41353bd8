//! The pen that figures are laid out with: shapes go to the scene, in order, under the mark that is open.

use crate::figures::scene::{Anchor, Item, Label, Look, Mark, Scene, Shape, Stroke, Target};
use crate::look::{Circle, Palette, Pattern, Point, Rect, Rgb, TextStyle};

/// A scene being drawn.
pub struct Pen<'a> {
    /// The scene as drawn so far.
    pub scene: Scene,
    /// The colours.
    pub palette: &'a Palette,
    mark: Option<usize>,
}

impl<'a> Pen<'a> {
    /// A pen on an empty sheet.
    pub fn new(width: f32, palette: &'a Palette) -> Pen<'a> {
        let scene = Scene {
            width,
            height: 0.0,
            ground: palette.surface,
            title: String::new(),
            description: String::new(),
            items: Vec::new(),
            marks: Vec::new(),
        };
        Pen { scene, palette, mark: None }
    }

    fn put(&mut self, shape: Shape) {
        self.scene.items.push(Item { shape, mark: self.mark });
    }

    /// Draws what belongs to a mark.
    pub fn mark(&mut self, rect: Rect, words: String, target: Option<Target>, draw: impl FnOnce(&mut Pen<'a>)) {
        let before = self.mark.replace(self.scene.marks.len());
        self.scene.marks.push(Mark { rect, words, target, lit: Vec::new() });
        draw(self);
        self.mark = before;
    }

    /// A mark over what is drawn already, such as a name that leads to its place.
    pub fn link(&mut self, rect: Rect, words: String, target: Target) {
        self.mark(rect, words, Some(target), |_| ());
    }

    /// Lights these places with the last mark.
    pub fn lit(&mut self, places: impl IntoIterator<Item = Rect>) {
        if let Some(mark) = self.scene.marks.last_mut() {
            mark.lit.extend(places);
        }
    }

    /// A text; none for an empty one.
    pub fn text(&mut self, at: Point, anchor: Anchor, style: TextStyle, text: &str) {
        if !text.is_empty() {
            self.put(Shape::Text(Label { at, anchor, font: style.font, color: style.color, text: text.to_owned() }));
        }
    }

    /// Lines of text from the upper left corner of the first on; the lower edge of the last.
    pub fn lines(&mut self, corner: Point, style: TextStyle, lines: &[String]) -> f32 {
        let font = style.font;
        let mut y = corner.y;
        for line in lines {
            let at = Point::new(corner.x, y + font.line() * 0.5 + font.middle());
            self.text(at, Anchor::Start, style, line);
            y += font.line();
        }
        y
    }

    /// A rectangle; none without an inside.
    pub fn rect(&mut self, rect: Rect, radius: f32, look: Look) {
        if rect.w > 0.0 && rect.h > 0.0 {
            self.put(Shape::Rect(rect, radius, look));
        }
    }

    /// A rectangle in a colour with the light lines of a pattern over it.
    pub fn patterned(&mut self, rect: Rect, color: Rgb, pattern: Pattern) {
        self.rect(rect, 0.0, Look::filled(color));
        // In a sliver a pattern is noise, and over nothing a dotted line.
        if rect.w < 6.0 || rect.h <= 0.0 {
            return;
        }
        self.pattern(rect, pattern, Stroke::solid(color.mix(self.palette.surface, 0.78), 1.2));
    }

    /// The lines of a pattern.
    pub fn pattern(&mut self, rect: Rect, pattern: Pattern, stroke: Stroke) {
        for line in pattern.lines(rect) {
            self.put(Shape::Line(line, stroke));
        }
    }

    /// A line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.put(Shape::Line([from, to], stroke));
    }

    /// A circle.
    pub fn circle(&mut self, circle: Circle, look: Look) {
        self.put(Shape::Circle(circle, look));
    }

    /// A polygon.
    pub fn polygon(&mut self, points: Vec<Point>, look: Look) {
        self.put(Shape::Polygon(points, look));
    }
}
