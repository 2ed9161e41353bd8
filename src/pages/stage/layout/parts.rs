//! Parts of running text: headings, sentences, points, policies, months.

use super::Ink;
use super::flow::{KeepTogether, Piece};
use crate::catalogue::{Stage, Strength};
use crate::figures::scene::{Anchor, Look, Stroke, Target};
use crate::figures::{Pen, share, sign};
use crate::look::{Circle, Font, Point, Rect, Rgb, TextStyle};
use crate::pages::stage::content::{Moment, PolicyLine, TalkingPoint};
use crate::query::Cell;
use crate::words::WHOLE;

/// Text in lines, wherever the catalogue breaks it and where it has no room.
pub fn wrapped(font: Font, text: &str, room: f32) -> Vec<String> {
    text.split(['\n', '\r', '\t']).flat_map(|line| without_widow(font, line, room)).collect()
}

/// A paragraph whose last line would be a character or two is set as much narrower as gives it company.
fn without_widow(font: Font, text: &str, room: f32) -> Vec<String> {
    let set = |room: f32| font.wrap_keeping(text, room, &WHOLE);
    let has_widow = |lines: &[String]| lines.len() > 1 && lines.last().is_some_and(|last| last.chars().count() <= 2);
    let lines = set(room);
    if !has_widow(&lines) {
        return lines;
    }
    let narrower = (1..=6).map(|n| set(room - font.size * n as f32));
    narrower.into_iter().find(|tried| tried.len() == lines.len() && !has_widow(tried)).unwrap_or(lines)
}

/// The place of the lines of a text.
#[derive(Clone, Copy)]
pub struct TextColumn {
    /// From the left edge to where they begin.
    pub indent: f32,
    /// From the left edge to where they end.
    pub room: f32,
}

impl TextColumn {
    /// Lines that begin at the left edge.
    pub fn whole(room: f32) -> TextColumn {
        TextColumn { indent: 0.0, room }
    }
}

/// From one line to the next: closer than in figures, since lines are short and pages low.
pub fn line(font: Font) -> f32 {
    font.size * 1.34
}

/// The lines of a text in a column.
pub fn lines<'a>(style: TextStyle, text: &str, column: TextColumn) -> Vec<Piece<'a>> {
    let indent = column.indent;
    let piece = |text: String| Piece::new(line(style.font), move |pen, rect| put(pen, rect, indent, style, &text));
    wrapped(style.font, text, column.room - indent).into_iter().map(piece).collect()
}

/// Writes a line in the middle of its rectangle.
pub fn put(pen: &mut Pen<'_>, rect: Rect, indent: f32, style: TextStyle, text: &str) {
    let at = Point::new(rect.x + indent, rect.y + rect.h / 2.0 + style.font.middle());
    pen.text(at, Anchor::Start, style, text);
}

/// The words before the first line of a paragraph.
#[derive(Clone)]
pub enum Lead {
    /// A word or two in a style of its own.
    Words(String, TextStyle),
    /// Words in a dashed frame: that it is a draft.
    Tag(String, TextStyle),
}

impl Lead {
    fn width(&self, ink: &Ink<'_>) -> f32 {
        match self {
            Lead::Words(text, style) => style.font.width(text) + 2.0 * ink.sizes.space,
            Lead::Tag(text, style) => style.font.width(text) + 4.0 * ink.sizes.space,
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, rect: Rect, space: f32) {
        match self {
            Lead::Words(text, style) => put(pen, rect, 0.0, *style, text),
            Lead::Tag(text, style) => {
                let width = style.font.width(text) + 2.0 * space;
                let high = style.font.size * 1.1;
                let frame = Rect::new(rect.x, rect.y + (rect.h - high) / 2.0, width, high);
                let stroke = Stroke::dashed(pen.palette.outline, (style.font.size / 22.0).max(1.0));
                pen.rect(frame, high * 0.2, Look::outlined(stroke));
                put(pen, rect, space, *style, text);
            }
        }
    }
}

/// A paragraph that begins with something else in its first line.
pub fn led<'a>(ink: &Ink<'_>, lead: Lead, style: TextStyle, text: &str, column: TextColumn) -> Vec<Piece<'a>> {
    let indent = column.indent;
    let before = lead.width(ink);
    let space = ink.sizes.space;
    let inner = column.room - indent;
    let too_long = before > inner * 0.6;
    if too_long {
        // A lead that is a text of its own has its own lines.
        let mut pieces = match lead {
            Lead::Words(words, its) | Lead::Tag(words, its) => lines(its, &words, column),
        };
        pieces.extend(lines(style, text, column));
        return pieces;
    }
    let first = wrapped(style.font, text, inner - before).into_iter().next().unwrap_or_default();
    let rest = text.trim_start().strip_prefix(first.as_str()).unwrap_or_default().trim_start().to_owned();
    let mut pieces = vec![Piece::new(line(style.font), move |pen: &mut Pen<'_>, rect: Rect| {
        let rect = Rect::new(rect.x + indent, rect.y, rect.w - indent, rect.h);
        lead.draw(pen, rect, space);
        put(pen, rect, before, style, &first);
    })];
    pieces.extend(lines(style, &rest, column));
    pieces
}

impl Ink<'_> {
    /// Running text.
    pub fn body(&self) -> TextStyle {
        self.sizes.body.colored(self.palette.text)
    }

    /// The style of words said aside.
    pub fn small(&self) -> TextStyle {
        self.sizes.small.colored(self.palette.weak)
    }

    /// A heading stays with what follows.
    pub fn heading<'a>(&self, text: &str, room: f32) -> KeepTogether<'a> {
        let style = self.sizes.head.colored(self.palette.weak);
        let mut block = spaced(lines(style, text, TextColumn::whole(room)), self.sizes.height / 36.0);
        block.keeps = true;
        block
    }

    /// A sentence.
    pub fn sentence<'a>(&self, style: TextStyle, text: &str, room: f32) -> KeepTogether<'a> {
        spaced(lines(style, text, TextColumn::whole(room)), self.sizes.height / 48.0)
    }

    /// Points, one a block.
    pub fn points<'a>(&self, points: &[TalkingPoint], room: f32) -> Vec<KeepTogether<'a>> {
        let marked = points.iter().any(|point| point.cell.is_some());
        let indent = if marked { self.sizes.radius() * 2.0 + self.sizes.space * 1.6 } else { 0.0 };
        points.iter().map(|point| self.point(point, TextColumn { indent, room })).collect()
    }

    fn point<'a>(&self, point: &TalkingPoint, column: TextColumn) -> KeepTogether<'a> {
        let color = point.color.map_or(self.palette.text, |n| self.palette.focus_text(n));
        let lead = self.sizes.bold.colored(color);
        let mut pieces = match point.lead.as_str() {
            "" => lines(self.body(), &point.text, column),
            words => led(self, Lead::Words(words.to_owned(), lead), self.body(), &point.text, column),
        };
        if let (Some(cell), Some(first)) = (point.cell, pieces.first_mut()) {
            with_sign(first, cell, color, self.sizes.radius(), self.sizes.small);
        }
        for text in point.notes.iter().chain([&point.source]).filter(|text| !text.is_empty()) {
            pieces.extend(lines(self.small(), text, column));
        }
        // Points of one line stand closer.
        let gap = if point.source.is_empty() { 90.0 } else { 48.0 };
        spaced(pieces, self.sizes.height / gap)
    }

    /// Policies, one a block.
    pub fn policies<'a>(&self, policies: &[PolicyLine], room: f32) -> Vec<KeepTogether<'a>> {
        policies.iter().map(|policy| self.policy(policy, room)).collect()
    }

    fn policy<'a>(&self, policy: &PolicyLine, room: f32) -> KeepTogether<'a> {
        let mut pieces = lines(self.body(), &policy.title, TextColumn::whole(room));
        let tag = policy.stage.name(self.lang);
        let is_draft = policy.stage == Stage::Draft;
        let facts: Vec<&str> =
            policy.facts.iter().map(String::as_str).filter(|fact| !(is_draft && *fact == tag)).collect();
        let facts = facts.join(DOT);
        let small = self.small();
        pieces.extend(if is_draft {
            let style = Font { weight: crate::look::Weight::Bold, ..self.sizes.small }.colored(self.palette.text);
            led(self, Lead::Tag(tag.to_owned(), style), small, &facts, TextColumn::whole(room))
        } else {
            lines(small, &facts, TextColumn::whole(room))
        });
        for later in &policy.later {
            pieces.extend(lines(small, later, TextColumn::whole(room)));
        }
        spaced(pieces, self.sizes.height / 50.0)
    }

    /// Months from above, along a line.
    pub fn moments<'a>(&self, moments: &[Moment], room: f32) -> Vec<KeepTogether<'a>> {
        let bold = self.sizes.bold.colored(self.palette.text);
        let gutter = moments.iter().map(|moment| bold.font.width(&moment.when)).fold(0.0, f32::max);
        let axis = gutter + 2.5 * self.sizes.space;
        let indent = axis + 2.5 * self.sizes.space;
        moments.iter().map(|moment| self.moment(moment, axis, TextColumn { indent, room })).collect()
    }

    fn moment<'a>(&self, moment: &Moment, axis: f32, column: TextColumn) -> KeepTogether<'a> {
        let strong = self.sizes.bold.colored(self.palette.text);
        let weak = self.small();
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        for entry in &moment.entries {
            let text = match entry.stage {
                Some(Stage::Draft) => format!("{}{DOT}{}", entry.text, Stage::Draft.name(self.lang)),
                _ => entry.text.clone(),
            };
            let style = if entry.stage.is_some() { self.body() } else { weak };
            let lead = TextStyle { color: if entry.stage.is_some() { strong.color } else { weak.color }, ..strong };
            pieces.extend(led(self, Lead::Words(entry.lead.clone(), lead), style, &text, column));
        }
        let is_empty = pieces.is_empty();
        if is_empty {
            pieces.push(Piece::new(line(self.sizes.small), |_, _| ()));
        }
        let when = moment.when.clone();
        let (dot, axis_line) = (self.sizes.height / 130.0, Stroke::solid(self.palette.line, self.sizes.height / 300.0));
        let pieces = pieces.into_iter().enumerate().map(|(at, piece)| {
            let when = when.clone();
            let Piece { gap, height, draw, .. } = piece;
            let below = self.sizes.height / 60.0;
            let ruled = Piece::new(height, move |pen: &mut Pen<'_>, rect: Rect| {
                let x = rect.x + axis;
                let reach = if at == 0 { below } else { 0.0 };
                pen.line(Point::new(x, rect.y - reach), Point::new(x, rect.bottom()), axis_line);
                if at == 0 {
                    let style = if is_empty { TextStyle { color: weak.color, ..strong } } else { strong };
                    put(pen, rect, 0.0, style, &when);
                    if !is_empty {
                        let ink = pen.palette.bar;
                        pen.circle(Circle::new(Point::new(x, rect.y + rect.h / 2.0), dot), Look::filled(ink));
                    }
                }
                draw(pen, rect);
            });
            ruled.after(if at == 0 { below } else { gap })
        });
        KeepTogether::of(pieces.collect())
    }

    /// The legend of the marks, in lines that wrap.
    pub fn legend<'a>(&self, signs: &[(super::Sign, &'static str)], room: f32) -> Vec<Piece<'a>> {
        let (small, space, radius) = (self.sizes.small, self.sizes.space, self.sizes.radius());
        let word = Font { weight: crate::look::Weight::Bold, ..small };
        let mut rows: Vec<Vec<(f32, super::Sign, String)>> = vec![Vec::new()];
        let mut x = 0.0;
        for (sign, words) in signs {
            let before = match sign {
                super::Sign::Cell(_) | super::Sign::Share => 2.0 * radius,
                super::Sign::Word(text) => word.width(text),
                super::Sign::Gap => 3.0 * radius,
            } + space * 0.8;
            // A meaning that has no room in a line goes on in the next ones.
            let texts = wrapped(small, words, room - before);
            for (n, text) in texts.into_iter().enumerate() {
                let width = before + small.width(&text);
                if n > 0 || (x > 0.0 && x + width > room) {
                    rows.push(Vec::new());
                    x = 0.0;
                }
                let sign = if n == 0 { sign.clone() } else { super::Sign::Word("") };
                if let Some(row) = rows.last_mut() {
                    row.push((x, sign, text));
                }
                x += width + 3.0 * space;
            }
        }
        rows.retain(|row| !row.is_empty());
        let piece = |row: Vec<(f32, super::Sign, String)>| {
            Piece::new(line(small), move |pen: &mut Pen<'_>, rect: Rect| {
                let (weak, text) = (pen.palette.weak, pen.palette.text);
                let middle = rect.y + rect.h / 2.0;
                for (x, legend, words) in &row {
                    let x = rect.x + x;
                    let before = match legend {
                        super::Sign::Cell(cell) => {
                            let place = Circle::new(Point::new(x + radius, middle), of_sign(*cell, radius, small));
                            sign(pen, place, *cell, text);
                            2.0 * radius + space * 0.8
                        }
                        super::Sign::Share => {
                            share(pen, Circle::new(Point::new(x + radius, middle), radius), 0.4, text);
                            2.0 * radius + space * 0.8
                        }
                        super::Sign::Gap => {
                            let frame = Rect::new(x, middle - 0.8 * radius, 3.0 * radius, 1.6 * radius);
                            pen.rect(frame, radius * 0.4, Look::outlined(Stroke::dashed(text, radius / 6.0)));
                            3.0 * radius + space * 0.8
                        }
                        super::Sign::Word(word_text) => {
                            pen.text(
                                Point::new(x, middle + word.middle()),
                                Anchor::Start,
                                word.colored(text),
                                word_text,
                            );
                            word.width(word_text) + space * 0.8
                        }
                    };
                    pen.text(
                        Point::new(x + before, middle + small.middle()),
                        Anchor::Start,
                        small.colored(weak),
                        words,
                    );
                }
            })
        };
        rows.into_iter().map(piece).collect()
    }

    /// The details that a mark of a page leads to.
    pub fn target(id: &str) -> Target {
        Target::Detail(id.to_owned())
    }
}

/// Between two facts of a line.
pub const DOT: &str = " · ";

/// Room before a block.
pub fn spaced(mut pieces: Vec<Piece<'_>>, gap: f32) -> KeepTogether<'_> {
    if let Some(first) = pieces.first_mut() {
        first.gap = gap;
    }
    KeepTogether::of(pieces)
}

/// Puts the mark of a cell before a line.
fn with_sign(piece: &mut Piece<'_>, cell: Cell, color: Rgb, radius: f32, small: Font) {
    piece.shown.cells.push((cell, None));
    let draw = std::mem::replace(&mut piece.draw, Box::new(|_, _| ()));
    piece.draw = Box::new(move |pen, rect| {
        let middle = Point::new(rect.x + radius, rect.y + rect.h / 2.0);
        sign(pen, Circle::new(middle, of_sign(cell, radius, small)), cell, color);
        draw(pen, rect);
    });
}

/// The radius of a mark: a question mark is a text, and as high as one.
pub fn of_sign(cell: Cell, radius: f32, small: Font) -> f32 {
    if cell.strength == Strength::NotAssessed { radius.max(small.size / 2.0) } else { radius }
}

/// The width of the longest part of a text that cannot be broken.
pub fn longest_word(font: Font, text: &str) -> f32 {
    let character = font.wrap(text, font.size).iter().map(|line| font.width(line)).fold(0.0, f32::max);
    // What is broken at every place is not broken inside a Latin word: those are measured whole.
    let latin = text.split(|c: char| c == ' ' || !c.is_ascii());
    let kept = WHOLE.into_iter().filter(|word| text.contains(word));
    latin.chain(kept).map(|word| font.width(word)).fold(character, f32::max)
}

/// Writes weak lines from the upper left corner of the first on.
pub fn write_lines(pen: &mut Pen<'_>, corner: Point, font: Font, texts: &[String]) {
    let weak = pen.palette.weak;
    let mut y = corner.y;
    for text in texts {
        pen.text(Point::new(corner.x, y + line(font) / 2.0 + font.middle()), Anchor::Start, font.colored(weak), text);
        y += line(font);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_slide_ends_inside_a_word_or_is_a_character_alone() {
        let font = Font::regular(10.0);
        for (text, room, expected) in [
            ("来源未考察", 40.0, &["来源", "未考察"][..]),
            ("一二三四五六七八九", 80.0, &["一二三四五六", "七八九"]),
            ("一二三", 20.0, &["一二", "三"]),
        ] {
            assert_eq!(wrapped(font, text, room), expected, "{text} in {room}");
        }
        assert!(longest_word(font, "来源未考察") >= 30.0);
    }
}
