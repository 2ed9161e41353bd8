//! A handout on A4: the pages of the stage with statements and notes below them, or two, four or six of them to a page.
//!
//! A statement on several places stands once, with a number that the other steps name. Queries, catalogue and hash stand
//! at the end.

use std::collections::HashMap;
use std::io::Write;

use super::{ExportFault, LeaveBehind, Left, Notes, Progress, Statements, of_figure, pdf, sheet};
use crate::figures::Pen;
use crate::figures::scene::{Anchor, Look, Scene, Stroke};
use crate::look::{Font, Point, Rect, Size, TextStyle};
use crate::pages::stage::{Content, Note, NoteLine, Part, Sheet, TalkingPoint, laid_out};
use crate::words::{FigureText as F, HandoutText as T, StageText};

/// The pages of the stage on a page of a handout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Handout {
    /// Each step with its statements and notes below.
    #[default]
    Notes,
    /// Two, one above the other.
    Two,
    /// Four, on a page that is wider than high.
    Four,
    /// Six, in three rows.
    Six,
}

impl Handout {
    /// Every kind.
    pub const ALL: [Handout; 4] = [Handout::Notes, Handout::Two, Handout::Four, Handout::Six];

    /// Its word on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Handout::Notes => "notes",
            Handout::Two => "2",
            Handout::Four => "4",
            Handout::Six => "6",
        }
    }

    /// The kind of a word.
    pub fn from_id(id: &str) -> Option<Handout> {
        Handout::ALL.into_iter().find(|kind| kind.id() == id)
    }

    fn size(self) -> Size {
        if self == Handout::Four { Size::new(A4.h, A4.w) } else { A4 }
    }

    /// The grid of pages; none where steps follow each other with their texts.
    fn grid(self) -> Option<PageGrid> {
        match self {
            Handout::Notes => None,
            Handout::Two => Some(PageGrid { columns: 1, rows: 2 }),
            Handout::Four => Some(PageGrid { columns: 2, rows: 2 }),
            Handout::Six => Some(PageGrid { columns: 2, rows: 3 }),
        }
    }
}

/// Columns and rows of pages of the stage.
#[derive(Clone, Copy)]
struct PageGrid {
    columns: usize,
    rows: usize,
}

/// A4 upright, in pixels of 1/96 inch.
const A4: Size = Size::new(793.7, 1122.5);
/// Left and right of everything.
const MARGIN: f32 = 50.0;
/// Above everything, and below it to the line of the page number.
const TOP: f32 = 60.0;
const BOTTOM: f32 = 76.0;
/// Between pages of the stage, and before a step.
const GAP: f32 = 16.0;
const BEFORE_STEP: f32 = 26.0;
/// The width of the one page of a step, as a share of the text's.
const ALONE: f32 = 0.8;
/// From one line to write on to the next.
const RULE: f32 = 30.0;
/// The lines of text that stay with a page of the stage.
const COMPANY: f32 = 3.0;
/// The indent of a statement below its number.
const INDENT: f32 = 34.0;

const NAME: Font = Font::bold(22.0);
const HEAD: Font = Font::bold(15.0);
pub const BODY: Font = Font::regular(13.4);
const SMALL: Font = Font::regular(11.4);

/// Writes a walk as a handout.
///
/// # Errors
/// As for a walk as PDF.
pub fn write_handout(
    kind: Handout,
    what: &LeaveBehind<'_>,
    out: &mut dyn Write,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    let HandoutPages { scenes, steps } = pages(kind, what, progress)?;
    let mut book = pdf::book(what)?;
    let mut steps = steps.into_iter().peekable();
    for (at, scene) in scenes.iter().enumerate() {
        while let Some((_, title)) = steps.next_if(|(page, _)| *page == at) {
            book.enter(title);
        }
        book.page(scene, None).map_err(|fault| of_figure(&fault))?;
    }
    out.write_all(&book.finish().map_err(|fault| of_figure(&fault))?)?;
    Ok(())
}

/// The pages of a handout, and the page of each step, from 0, with its title.
pub struct HandoutPages {
    pub scenes: Vec<Scene>,
    steps: Vec<(usize, String)>,
}

/// Lays out the pages of a handout.
pub fn pages(kind: Handout, what: &LeaveBehind<'_>, progress: &mut Progress<'_>) -> Result<HandoutPages, ExportFault> {
    let with = LeaveBehind { notes: Notes::With, statements: Statements::With, ..*what };
    let what = if kind == Handout::Notes { &with } else { what };
    let mut paper = Paper::new(kind, what);
    what.each(progress, |left| {
        match kind.grid() {
            None => paper.step(&left),
            Some(grid) => paper.pages_of(&left, grid),
        }
        Ok(())
    })?;
    Ok(paper.finish())
}

/// A handout being laid out, from above, page by page.
struct Paper<'a> {
    what: &'a LeaveBehind<'a>,
    size: Size,
    pages: HandoutPages,
    pen: Pen<'a>,
    /// The upper edge of what comes next.
    y: f32,
    /// The pages of the stage on this page, where these stand in a grid.
    placed: usize,
    /// The numbers of the statements printed.
    printed: HashMap<[String; 3], usize>,
    /// The queries and lenses, with the numbers of their steps.
    asked: Vec<(String, Vec<usize>)>,
}

impl<'a> Paper<'a> {
    fn new(kind: Handout, what: &'a LeaveBehind<'a>) -> Paper<'a> {
        let (size, pages) = (kind.size(), HandoutPages { scenes: Vec::new(), steps: Vec::new() });
        let pen = Pen::new(size.w, what.palette);
        let (printed, asked) = (HashMap::new(), Vec::new());
        let mut paper = Paper { what, size, pages, pen, y: TOP, placed: 0, printed, asked };
        if kind == Handout::Notes {
            let text = what.palette.text;
            paper.lines(NAME.colored(text), &what.walk.name, 0.0);
            paper.lines(SMALL.colored(what.palette.weak), what.index.catalogue.title.get(what.lang), 0.0);
        }
        paper
    }

    /// The width of the text.
    fn width(&self) -> f32 {
        self.size.w - 2.0 * MARGIN
    }

    fn bottom(&self) -> f32 {
        self.size.h - BOTTOM
    }

    /// Sees that so much has room on the page, else turns it.
    fn keep(&mut self, height: f32) {
        if self.y + height > self.bottom() && self.y > TOP {
            self.turn();
        }
    }

    /// Finishes a page and begins the next one.
    fn turn(&mut self) {
        let weak = SMALL.colored(self.what.palette.weak);
        let y = self.size.h - BOTTOM / 2.0;
        let name = SMALL.shorten(&self.what.walk.name, self.width() * 0.8);
        self.pen.text(Point::new(MARGIN, y), Anchor::Start, weak, &name);
        self.pen.text(
            Point::new(self.size.w - MARGIN, y),
            Anchor::End,
            weak,
            &(self.pages.scenes.len() + 1).to_string(),
        );
        let mut scene = std::mem::replace(&mut self.pen, Pen::new(self.size.w, self.what.palette)).scene;
        scene.height = self.size.h;
        self.pages.scenes.push(scene);
        (self.y, self.placed) = (TOP, 0);
    }

    /// The lines of a text that has room on the page.
    fn lines(&mut self, style: TextStyle, text: &str, indent: f32) {
        let lines = style.font.wrap(text, self.width() - indent);
        self.y = self.pen.lines(Point::new(MARGIN + indent, self.y), style, &lines);
    }

    /// A text, line by line over as many pages as it takes.
    fn text(&mut self, style: TextStyle, text: &str, indent: f32) {
        for line in style.font.wrap(text, self.width() - indent) {
            self.keep(style.font.line());
            self.y = self.pen.lines(Point::new(MARGIN + indent, self.y), style, &[line]);
        }
    }

    /// A page of the stage as a picture in a frame.
    fn picture(&mut self, scene: Scene, place: Rect) {
        let by = place.w / scene.width;
        let scene = scene.placed(by, Point::new(place.x, place.y));
        self.pen.rect(place, 0.0, Look::filled(scene.ground));
        self.pen.scene.items.extend(scene.items);
        self.pen.rect(place, 0.0, Look::outlined(Stroke::solid(self.what.palette.outline, 0.8)));
    }

    /// The face of a step as it stands on the stage.
    fn face(&mut self, left: &Left) -> Vec<Scene> {
        match self.asked.iter_mut().find(|(asked, _)| *asked == left.asked) {
            Some((_, steps)) => steps.push(left.number),
            None => self.asked.push((left.asked.clone(), vec![left.number])),
        }
        laid_out(&left.face, &Sheet { size: sheet::SIZE, palette: self.what.palette }, self.what.lang)
    }

    /// Notes that a step begins on this page.
    fn enter(&mut self, left: &Left) {
        self.pages.steps.push((self.pages.scenes.len(), format!("{} {}", left.number, left.face.title)));
    }

    /// A step: its pages, then what is behind them.
    fn step(&mut self, left: &Left) {
        let scenes = self.face(left);
        let across = if scenes.len() > 1 { 2 } else { 1 };
        let width = if across == 1 { self.width() * ALONE } else { (self.width() - GAP) / 2.0 };
        let height = width * sheet::SIZE.h / sheet::SIZE.w;
        let head = HEAD.colored(self.what.palette.text);
        let title = format!("{}  {}", left.number, left.face.title);
        let lines = HEAD.wrap(&title, self.width()).len() as f32;
        self.y += BEFORE_STEP;
        self.keep(lines * HEAD.line() + height + COMPANY * BODY.line());
        self.enter(left);
        self.lines(head, &title, 0.0);
        self.y += 4.0;
        let mut scenes = scenes.into_iter().peekable();
        while scenes.peek().is_some() {
            self.keep(height);
            for column in 0..across {
                let Some(scene) = scenes.next() else { break };
                let x = MARGIN + (width + GAP) * column as f32;
                self.picture(scene, Rect::new(x, self.y, width, height));
            }
            self.y += height + GAP * 0.6;
        }
        if let Some(statements) = &left.statements {
            self.statements(statements);
        }
        self.notes(&left.notes);
    }

    /// The statements behind a step; those printed before are named by their numbers.
    fn statements(&mut self, content: &Content) {
        let (lang, palette) = (self.what.lang, self.what.palette);
        let mut before: Vec<usize> = Vec::new();
        for part in &content.parts {
            match part {
                Part::Points(points) => {
                    for point in points {
                        let next = self.printed.len() + 1;
                        let key = [point.lead.clone(), point.text.clone(), point.source.clone()];
                        let number = *self.printed.entry(key).or_insert(next);
                        if number == next {
                            self.point(point, number);
                        } else {
                            before.push(number);
                        }
                    }
                }
                Part::Heading(text) | Part::Strong(text) | Part::Text(text) | Part::Small(text) => {
                    self.text(BODY.colored(palette.text), text, 0.0);
                }
                // Tables and figures stand on the pages above.
                _ => {}
            }
        }
        if !before.is_empty() {
            before.sort_unstable();
            let numbers: Vec<String> = before.iter().map(|number| format!("[{number}]")).collect();
            let words = T::Before.fill(lang, &[("numbers", &numbers.join(" "))]);
            self.y += 3.0;
            self.text(SMALL.colored(palette.weak), &words, 0.0);
        }
    }

    fn point(&mut self, point: &TalkingPoint, number: usize) {
        let (lang, palette) = (self.what.lang, self.what.palette);
        let mark = point.cell.map(|cell| cell.sign(lang) + " ").unwrap_or_default();
        let words = match point.lead.as_str() {
            "" => point.text.clone(),
            lead => F::NameAndState.fill(lang, &[("name", &lead), ("state", &point.text)]),
        };
        self.y += 3.0;
        self.keep(BODY.line() + SMALL.line());
        let at = Point::new(MARGIN, self.y);
        self.pen.lines(at, BODY.colored(palette.weak), &[format!("[{number}]")]);
        self.text(BODY.colored(palette.text), &(mark + &words), INDENT);
        let small = point.notes.iter().chain([&point.source]).filter(|text| !text.is_empty());
        let small: Vec<&str> = small.map(|text| text.trim_end_matches(['。', '.'])).collect();
        self.text(SMALL.colored(palette.weak), &small.join(lang.semicolon()), INDENT);
    }

    fn notes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        let text = self.what.palette.text;
        let head = Font::bold(BODY.size).colored(text);
        self.y += 8.0;
        self.keep(COMPANY * BODY.line());
        self.text(head, StageText::Notes.get(self.what.lang), 0.0);
        for note in notes {
            match note.line {
                NoteLine::Heading => self.text(head, &note.text, 0.0),
                NoteLine::Paragraph => self.text(BODY.colored(text), &note.text, 0.0),
                NoteLine::Item(level, number) => {
                    let sign = number.map_or_else(|| "·".to_owned(), |n| format!("{n}."));
                    self.text(BODY.colored(text), &format!("{sign} {}", note.text), 16.0 * level as f32);
                }
            }
        }
    }

    /// The pages of a step in the grid, each with its number.
    fn pages_of(&mut self, left: &Left, PageGrid { columns, rows }: PageGrid) {
        let scenes = self.face(left);
        let count = scenes.len();
        let caption = SMALL.line();
        let room = (self.bottom() - TOP) / rows as f32 - caption - GAP;
        let wide = (self.width() - GAP * (columns as f32 - 1.0)) / columns as f32;
        let width = wide.min(room * sheet::SIZE.w / sheet::SIZE.h);
        let height = width * sheet::SIZE.h / sheet::SIZE.w;
        for (at, scene) in scenes.into_iter().enumerate() {
            if self.placed == columns * rows {
                self.turn();
            }
            if at == 0 {
                self.enter(left);
            }
            let (column, row) = (self.placed % columns, self.placed / columns);
            let all = width * columns as f32 + GAP * (columns as f32 - 1.0);
            let x = (self.size.w - all) / 2.0 + (width + GAP) * column as f32;
            let y = TOP + (self.bottom() - TOP) / rows as f32 * row as f32;
            let number = match count {
                1 => left.number.to_string(),
                _ => StageText::PageMark.fill(self.what.lang, &[("step", &left.number), ("page", &(at + 1))]),
            };
            self.pen.lines(Point::new(x, y), SMALL.colored(self.what.palette.weak), &[number]);
            self.picture(scene, Rect::new(x, y + caption, width, height));
            let below = y + caption + height;
            self.rules(Rect::new(x, below, width, (self.bottom() - TOP) / rows as f32 - caption - height));
            self.placed += 1;
            // Below the lines to write on.
            self.y = y + (self.bottom() - TOP) / rows as f32;
        }
    }

    /// Lines to write on, where there is room for them.
    fn rules(&mut self, room: Rect) {
        let stroke = Stroke::solid(self.what.palette.line, 0.8);
        let count = ((room.h - RULE) / RULE).max(0.0) as usize;
        for n in 1..=count {
            let y = room.y + RULE * n as f32;
            self.pen.line(Point::new(room.x, y), Point::new(room.right(), y), stroke);
        }
    }

    /// The pages, with what was asked and of which file at the end.
    fn finish(mut self) -> HandoutPages {
        let (lang, catalogue) = (self.what.lang, &*self.what.index.catalogue);
        let weak = SMALL.colored(self.what.palette.weak);
        let mut lines: Vec<String> = Vec::new();
        let asked = std::mem::take(&mut self.asked);
        for (what, steps) in &asked {
            lines.push(match asked.len() {
                1 => what.clone(),
                _ => T::Asked.fill(lang, &[("steps", &spans(steps)), ("what", what)]),
            });
        }
        lines.push(F::FooterCatalogue.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)]));
        lines.push(StageText::FooterHash.fill(lang, &[("hash", &catalogue.content_sha256())]));
        self.y += BEFORE_STEP;
        let whole: usize = lines.iter().map(|line| SMALL.wrap(line, self.width()).len()).sum();
        self.keep((whole as f32 * SMALL.line()).min(self.bottom() - TOP));
        for line in lines {
            self.text(weak, &line, 0.0);
        }
        self.turn();
        self.pages
    }
}

/// `1–4, 6`.
fn spans(steps: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for step in steps {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *step => *last = *step,
            _ => spans.push((*step, *step)),
        }
    }
    let words = |(first, last): (usize, usize)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    };
    spans.into_iter().map(words).collect::<Vec<_>>().join(", ")
}
