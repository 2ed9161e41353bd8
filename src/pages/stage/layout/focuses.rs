//! The focuses of a place: their marks side by side, and below them what the place does.

use super::Ink;
use super::flow::{KeepTogether, Piece};
use super::parts::{line, longest_word, put, spaced, wrapped, write_lines};
use crate::figures::scene::Anchor;
use crate::figures::{Pen, share, sign};
use crate::look::{Circle, Font, Point, Rect, TextStyle};
use crate::pages::stage::content::FocusMark;
use crate::pages::stage::legend::PageSigns;
use crate::query::{Cell, NamedShare};
use crate::words::FigureText as F;

/// The most lines of the name of a focus where its column can be wider.
const NAME_LINES: usize = 2;

/// A focus of a place, its texts broken.
struct FocusColumn {
    name: Vec<String>,
    of: Vec<String>,
    cell: Cell,
    share: Option<NamedShare>,
    color: usize,
    words: String,
}

impl Ink<'_> {
    /// The focuses of a place side by side: what the eye meets first.
    pub fn focuses<'a>(&self, focuses: &[FocusMark], room: f32) -> Vec<KeepTogether<'a>> {
        let (space, small) = (self.sizes.space, self.sizes.small);
        let words = |font: Font| focuses.iter().map(|focus| longest_word(font, &focus.name)).fold(0.0, f32::max);
        // Names are smaller before they stand in several rows, but no smaller than running text.
        let each = room / focuses.len().max(1) as f32 - 3.2 * space;
        let largest = self.sizes.focus;
        let fitting = largest.size * (each / words(largest).max(1.0)).min(1.0);
        let font = Font { size: fitting.max(self.sizes.bold.size), ..largest };
        let longest = words(font);
        let counts = focuses.iter().map(|focus| longest_word(small, &focus.of)).fold(0.0, f32::max);
        let least = longest.max(counts).max(font.size * 2.5) + 2.0 * space;
        let most = ((room / least) as usize).clamp(1, focuses.len().max(1));
        // Names of many lines stand in fewer columns.
        let lines_of = |across: usize| {
            let width = room / across as f32 - 2.0 * space;
            focuses.iter().map(|focus| wrapped(font, &focus.name, width).len()).max().unwrap_or(0)
        };
        let across = (1..=most).rev().find(|across| lines_of(*across) <= NAME_LINES).unwrap_or(1);
        // Rows of about the same length.
        let rows = focuses.len().div_ceil(across).max(1);
        let across = focuses.len().div_ceil(rows).max(1);
        let width = room / across as f32;
        let row = |row: &[FocusMark]| {
            let columns: Vec<FocusColumn> =
                row.iter().map(|focus| self.focus_column(focus, font, width - 2.0 * space)).collect();
            let tallest = |of: fn(&FocusColumn) -> usize| columns.iter().map(of).max().unwrap_or(0) as f32;
            let radius = self.sizes.height / 34.0;
            let (names, counts) = (tallest(|c| c.name.len()), tallest(|c| c.of.len()));
            let name_line = font.size * 1.26;
            let height = 2.0 * radius + space + names * name_line + counts * line(small);
            let lang = self.lang;
            let cells = PageSigns::cells(row.iter().map(|focus| (focus.cell, focus.share)));
            let piece = Piece::new(height, move |pen: &mut Pen<'_>, rect: Rect| {
                for (n, column) in columns.iter().enumerate() {
                    let x = rect.x + width * n as f32;
                    let area = Rect::new(x, rect.y, width - space, rect.h);
                    pen.mark(area, column.words.clone(), None, |pen| {
                        let color = pen.palette.focus(column.color);
                        let middle = Point::new(x + radius, rect.y + radius);
                        let place = Circle::new(middle, radius);
                        match column.share {
                            Some(part) => share(pen, place, part.part(), color),
                            None => sign(pen, place, column.cell, color),
                        }
                        let stated = column.cell.strength.is_stated();
                        let open = (column.cell.open && stated).then(|| F::MarkOpen.get(lang).to_owned());
                        let mut at = Point::new(x + 2.0 * radius + space * 0.8, rect.y + radius + small.middle());
                        for beside in open.into_iter().chain(column.share.map(NamedShare::sign)) {
                            pen.text(at, Anchor::Start, small.colored(pen.palette.text), &beside);
                            at.x += small.width(&beside) + space * 0.8;
                        }
                        let ink = if stated { pen.palette.focus_text(column.color) } else { pen.palette.weak };
                        let mut y = rect.y + 2.0 * radius + space;
                        for text in &column.name {
                            let at = Point::new(x, y + name_line / 2.0 + font.middle());
                            pen.text(at, Anchor::Start, font.colored(ink), text);
                            y += name_line;
                        }
                        write_lines(pen, Point::new(x, y), small, &column.of);
                    });
                }
            });
            piece.after(space * 2.0).showing(PageSigns { has_counts: true, ..cells })
        };
        vec![KeepTogether::of(focuses.chunks(across).map(row).collect())]
    }

    /// The deeds of the place, for each focus so many lines at most; the words without room in them are one key away.
    pub fn doings<'a>(&self, focuses: &[FocusMark], room: f32, most: usize) -> Option<KeepTogether<'a>> {
        // A deed under several focuses stands once.
        let mut told: Vec<(Vec<&FocusMark>, &str)> = Vec::new();
        for focus in focuses.iter().filter(|focus| !focus.does.is_empty()) {
            match told.iter_mut().find(|(_, does)| *does == focus.does) {
                Some((of, _)) => of.push(focus),
                None => told.push((vec![focus], &focus.does)),
            }
        }
        let (bold, space) = (self.sizes.bold, self.sizes.space);
        let width = |of: &[&FocusMark]| of.iter().map(|focus| bold.width(&focus.name) + 2.0 * space).sum::<f32>();
        // Names that are texts of their own leave no room beside them.
        let lead = told.iter().map(|(of, _)| width(of)).fold(0.0, f32::max).min(room * 0.3);
        let row = |(of, does): &(Vec<&FocusMark>, &str)| {
            let each = lead / of.len() as f32 - 2.0 * space;
            // Names without room stand by their abbreviations; the marks above have them whole.
            let is_whole = width(of) <= lead;
            let name = |focus: &&FocusMark| {
                let ink = bold.colored(self.palette.focus_text(focus.color));
                if is_whole { (focus.name.clone(), ink) } else { (bold.shorten(&focus.short, each), ink) }
            };
            let names: Vec<(String, TextStyle)> = of.iter().map(name).collect();
            let (font, style) = (self.sizes.body, self.body());
            let whole = wrapped(font, does, room - lead);
            let lines = if whole.len() <= most { whole } else { font.wrap_to(does, room - lead, most) };
            Piece::new(line(font) * lines.len() as f32, move |pen: &mut Pen<'_>, rect: Rect| {
                let at = |n: usize| Rect::new(rect.x, rect.y + line(font) * n as f32, rect.w, line(font));
                let mut x = 0.0;
                for (name, its) in &names {
                    put(pen, at(0), x, *its, name);
                    x += its.font.width(name) + 2.0 * space;
                }
                for (n, text) in lines.iter().enumerate() {
                    put(pen, at(n), lead, style, text);
                }
            })
        };
        let rows: Vec<Piece<'a>> = told.iter().map(row).collect();
        (!rows.is_empty()).then(|| spaced(rows, self.sizes.height / 60.0))
    }

    fn focus_column(&self, focus: &FocusMark, font: Font, room: f32) -> FocusColumn {
        let state = match focus.share {
            Some(share) => focus.cell.sentence_of(Some(share), self.lang),
            None => focus.cell.state(self.lang),
        };
        FocusColumn {
            name: wrapped(font, &focus.name, room),
            of: wrapped(self.sizes.small, &focus.of, room),
            cell: focus.cell,
            share: focus.share.filter(|share| share.is_part()),
            color: focus.color,
            words: F::NameAndState.fill(self.lang, &[("name", &focus.name), ("state", &state)]),
        }
    }
}
