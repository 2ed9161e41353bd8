//! The text as laid out: only paragraphs that come into sight are, and each once for a width. The heights of the others
//! are guessed from their number of characters.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontFamily, FontId, Galley, Rect, Ui, pos2};

use crate::session::ReadPage;
use crate::ui::fonts::bold_family;

/// The size of the text.
const SIZE: f32 = 16.0;
/// The height of a line: below the words stand the lines of marks.
pub const LINE: f32 = 34.0;
/// The room below the words of a line.
pub const BELOW: f32 = 7.5;
/// Between two paragraphs.
const GAP: f32 = 4.0;
/// The room of an outline's step.
const STEP: f32 = 22.0;
/// The most paragraphs that stay laid out.
const MOST: usize = 256;

/// The text as laid out.
#[derive(Default)]
pub struct LaidText {
    page: Option<Arc<ReadPage>>,
    key: LaidKey,
    /// The height at which each paragraph begins; one more for the end.
    tops: Vec<f32>,
    heights: Vec<f32>,
    lines: HashMap<usize, Arc<Galley>>,
}

/// The circumstances that a layout holds for.
#[derive(Clone, Copy, Default, PartialEq)]
struct LaidKey {
    width: f32,
    pixels: f32,
    ink: Color32,
}

impl LaidText {
    /// Takes up a text in this width.
    pub fn begin(&mut self, ui: &Ui, page: &Arc<ReadPage>, width: f32, ink: Color32) {
        let key = LaidKey { width, pixels: ui.ctx().pixels_per_point(), ink };
        let is_same = self.page.as_ref().is_some_and(|old| Arc::ptr_eq(old, page));
        if is_same && key == self.key {
            return;
        }
        (self.page, self.key) = (Some(page.clone()), key);
        self.lines.clear();
        let guess = |(text, line): (&String, &crate::session::TextLine)| {
            let room = (width - indent(line.depth)).max(SIZE);
            let rows = (text.chars().count() as f32 * SIZE / room).ceil().max(1.0);
            rows * LINE + GAP
        };
        self.heights = page.paragraphs.iter().zip(&page.lines).map(guess).collect();
        self.sum();
    }

    fn sum(&mut self) {
        let mut top = 0.0;
        self.tops.clear();
        for height in &self.heights {
            self.tops.push(top);
            top += height;
        }
        self.tops.push(top);
    }

    /// The height of the whole.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The height at which a paragraph begins.
    pub fn top(&self, paragraph: usize) -> f32 {
        self.tops.get(paragraph).copied().unwrap_or_default()
    }

    /// The first paragraph that ends below this height.
    pub fn first_below(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1)
    }

    /// A paragraph as laid out.
    pub fn line(&mut self, ui: &Ui, paragraph: usize) -> Option<Arc<Galley>> {
        if let Some(line) = self.lines.get(&paragraph) {
            return Some(line.clone());
        }
        let page = self.page.as_ref()?;
        let (text, line) = (page.paragraphs.get(paragraph)?, page.lines.get(paragraph)?);
        let family = if line.is_head { bold_family() } else { FontFamily::Proportional };
        let format = TextFormat {
            font_id: FontId::new(SIZE, family),
            color: self.key.ink,
            line_height: Some(LINE),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(seen(text), format);
        job.wrap.max_width = (self.key.width - indent(line.depth)).max(SIZE);
        let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
        if self.lines.len() >= MOST {
            self.lines.retain(|at, _| at.abs_diff(paragraph) < MOST / 4);
        }
        self.lines.insert(paragraph, galley.clone());
        let height = galley.rect.height() + GAP;
        if let Some(guess) = self.heights.get_mut(paragraph)
            && (*guess - height).abs() > 0.5
        {
            *guess = height;
            self.sum();
        }
        Some(galley)
    }
}

/// The words as they are painted: a box for each character that was lost, which few fonts have a sign for.
pub fn seen(text: &str) -> String {
    text.replace(char::REPLACEMENT_CHARACTER, "□")
}

/// The indent of a paragraph at a depth of the outline.
pub fn indent(depth: usize) -> f32 {
    STEP * depth.min(6) as f32
}

/// The characters of the rows of a paragraph between two heights: the first, and one past the last.
pub fn chars_between(galley: &Galley, top: f32, bottom: f32) -> Range<u32> {
    let (mut begin, mut found) = (0, None);
    for row in &galley.rows {
        let end = begin + row.glyphs.len() + usize::from(row.ends_with_newline);
        if row.pos.y + row.size.y > top && row.pos.y < bottom {
            found = Some((found.map_or(begin, |(first, _)| first), end));
        }
        begin = end;
    }
    let (first, last) = found.unwrap_or_default();
    u32::try_from(first).unwrap_or(u32::MAX)..u32::try_from(last).unwrap_or(u32::MAX)
}

/// The pieces of a stretch of characters, a line each, from the top left of the paragraph.
pub fn pieces(galley: &Galley, from: u32, to: u32) -> Vec<Rect> {
    let (from, to) = (from as usize, to as usize);
    let (mut begin, mut found) = (0, Vec::new());
    for row in &galley.rows {
        let end = begin + row.glyphs.len();
        if begin < to && end > from {
            let x = |at: usize| row.pos.x + row.glyphs.get(at - begin).map_or(row.size.x, |glyph| glyph.pos.x);
            let (left, right) = (x(from.max(begin)), x(to.min(end)));
            found.push(Rect::from_min_max(pos2(left, row.pos.y), pos2(right, row.pos.y + row.size.y)));
        }
        if begin >= to {
            break;
        }
        begin = end + usize::from(row.ends_with_newline);
    }
    found
}
