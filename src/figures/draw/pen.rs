//! The pen that figures are laid out with: shapes go to the scene, in order, under the mark that is open.

use super::{BODY, NOTE, SMALL};
use crate::figures::scene::{Anchor, Item, Label, Look, Mark, Medium, Scene, Shape, Stroke, Target};
use crate::look::{Circle, Font, Palette, Pattern, Point, Rect, Rgb, TextStyle};

/// A scene being drawn.
pub struct Pen<'a> {
    /// The scene as drawn so far.
    pub scene: Scene,
    /// The colours.
    pub palette: &'a Palette,
    /// Abbreviations as drawn, each with what it stands for.
    pub keys: Vec<(String, String)>,
    /// The words that the drawing leaves to the foot.
    pub remarks: Vec<String>,
    mark: Option<usize>,
}

impl<'a> Pen<'a> {
    /// A pen on an empty screen.
    pub fn new(width: f32, palette: &'a Palette) -> Pen<'a> {
        Pen::on(Medium::Screen, width, palette)
    }

    /// A pen on an empty sheet.
    pub fn on(medium: Medium, width: f32, palette: &'a Palette) -> Pen<'a> {
        let scene = Scene {
            medium,
            width,
            height: 0.0,
            ground: palette.surface,
            title: String::new(),
            description: String::new(),
            items: Vec::new(),
            marks: Vec::new(),
        };
        Pen { scene, palette, keys: Vec::new(), remarks: Vec::new(), mark: None }
    }

    /// Whether it draws for paper.
    pub fn is_print(&self) -> bool {
        self.scene.medium == Medium::Print
    }

    /// The font of names and numbers.
    pub fn body(&self) -> Font {
        if self.is_print() { NOTE } else { BODY }
    }

    /// The font of what is said of them.
    pub fn small(&self) -> Font {
        if self.is_print() { SMALL } else { NOTE }
    }

    /// The font of the names of so many rows: on paper many rows have to find room on a page.
    pub fn rows_font(&self, rows: usize) -> Font {
        if self.is_print() && rows > 30 { SMALL } else { self.body() }
    }

    /// The font of the heads of columns.
    pub fn head(&self) -> Font {
        Font::bold(self.body().size)
    }

    /// Names an abbreviation that is drawn.
    pub fn abbreviate(&mut self, short: &str, name: &str) {
        let key = (short.to_owned(), name.to_owned());
        if !self.keys.contains(&key) {
            self.keys.push(key);
        }
    }

    /// Says below the drawing what it leaves out.
    pub fn remark(&mut self, words: String) {
        if !self.remarks.contains(&words) {
            self.remarks.push(words);
        }
    }

    /// A text in its lines: on paper as many as it takes, on screen one, shortened where there is no room.
    pub fn fit(&self, font: Font, text: &str, room: f32) -> Vec<String> {
        if self.is_print() { font.wrap(text, room) } else { vec![font.shorten(text, room)] }
    }

    /// The width of a column of names: that of the widest up to a bound, on paper no less than the longest word.
    pub fn names<'t>(&self, font: Font, names: impl Iterator<Item = &'t str> + Clone, bound: f32) -> f32 {
        let widest = names.clone().map(|name| font.width(name)).fold(0.0, f32::max).min(bound);
        if !self.is_print() {
            return widest;
        }
        // A rounding error does not break a line.
        names.map(|name| font.unbroken(name)).fold(widest, f32::max) + 0.1
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

    /// Lines of text around the middle of their height.
    pub fn block(&mut self, middle: Point, anchor: Anchor, style: TextStyle, lines: &[String]) {
        let font = style.font;
        let above = font.line() * lines.len().saturating_sub(1) as f32 / 2.0;
        for (n, line) in lines.iter().enumerate() {
            let baseline = middle.y + font.middle() - above + font.line() * n as f32;
            self.text(Point::new(middle.x, baseline), anchor, style, line);
        }
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
