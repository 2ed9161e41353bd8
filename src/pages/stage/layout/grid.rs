//! Rows and columns: columns that find no room go to further pages with the names of the rows; texts wrap.

use std::rc::Rc;

use super::Ink;
use super::flow::{KeepTogether, Piece};
use super::parts::{line, longest_word, of_sign, put, wrapped};
use crate::catalogue::Strength;
use crate::compare::Jaccard;
use crate::figures::scene::{Anchor, Dash, Look, Stroke};
use crate::figures::{Pen, likeness, share, sign};
use crate::look::{Circle, Font, Point, Rect, TextStyle};
use crate::pages::stage::content::{GridColumn, GridEntry, StageGrid, StageGridRow};
use crate::pages::stage::legend::PageSigns;
use crate::query::{Cell, NamedShare, Tally};
use crate::words::{FigureText as F, Lang};

/// Columns that stand on the same pages: which, where each begins and how wide it is.
struct Group {
    columns: Vec<usize>,
    left: f32,
    widths: Vec<f32>,
    /// Of each column the room at its right for the shares beside its marks; none where it has none.
    beside: Vec<f32>,
}

/// The head of a column, its texts broken.
struct ColumnHead {
    middle: f32,
    names: Vec<String>,
    under: Vec<String>,
    color: Option<usize>,
}

/// The content of an entry.
#[derive(Clone)]
enum Drawn {
    Nothing,
    Lines(Vec<String>),
    Cell(Cell, usize),
    Many(Cell, NamedShare, usize),
    Gap(Cell, usize),
    Share(usize, usize),
    Number(Tally, usize, usize),
}

impl<'p> Ink<'p> {
    /// A grid, one block a row, its head above them on each page.
    pub fn grid<'a>(&self, grid: &StageGrid, room: f32) -> Vec<KeepTogether<'a>>
    where
        'p: 'a,
    {
        let mut blocks = Vec::new();
        let groups = self.groups(grid, room);
        let is_crowded = grid.is_square && groups.len() > 1;
        let is_numbered = is_crowded || groups.iter().any(|group| self.tallest_head(grid, group) > HEAD_LINES);
        let numbered = is_numbered.then(|| by_number(grid));
        if is_numbered && !grid.is_square {
            let names = grid.columns.iter().enumerate().map(|(n, column)| format!("{} {}", n + 1, column.name));
            blocks.extend(names.map(|name| self.sentence(self.small(), &name, room)));
        }
        let grid = numbered.as_ref().unwrap_or(grid);
        let groups = if is_numbered { self.groups(grid, room) } else { groups };
        for (n, group) in groups.into_iter().enumerate() {
            let head = Rc::new(self.grid_head(grid, &group));
            let group = Rc::new(group);
            for (at, row) in grid.rows.iter().enumerate() {
                let mut block = self.grid_row(grid, row, &group);
                block.head = Some(head.clone());
                if n > 0
                    && at == 0
                    && let Some(first) = block.pieces.first_mut()
                {
                    first.gap = self.sizes.height / 20.0;
                }
                blocks.push(block);
            }
        }
        blocks
    }

    /// The most lines of a name above the columns of a group.
    fn tallest_head(&self, grid: &StageGrid, group: &Group) -> usize {
        let lines = |(at, _, width): (usize, f32, f32)| {
            let name = grid.columns.get(at).map_or("", |column| column.name.as_str());
            wrapped(self.sizes.bold, name, width - self.sizes.space).len()
        };
        self.placed(group).map(lines).max().unwrap_or(0)
    }

    /// The least width of a column, and how wide it would like to be.
    fn widths(&self, grid: &StageGrid, at: usize) -> (f32, f32) {
        let (bold, small, body) = (self.sizes.bold, self.sizes.small, self.sizes.body);
        let pad = 2.0 * self.sizes.space;
        let Some(column) = grid.columns.get(at) else { return (0.0, 0.0) };
        let head = longest_word(bold, &column.name)
            .max(bold.width(&column.name) / 2.0 + bold.size)
            .min(bold.width(&column.name));
        // A number and its denominator stay in one line; what follows in brackets may take the next.
        let number = column.under.split_inclusive(['（', '(']).next().unwrap_or_default();
        let whole = small.width(&column.under);
        let under = longest_word(small, &column.under).max(whole / 2.0).max(small.width(number)).min(whole);
        let mut least = head.max(under);
        let mut natural = bold.width(&column.name).max(small.width(&column.under));
        for entry in grid.rows.iter().filter_map(|row| row.entries.get(at)) {
            let (needs, likes) = match entry {
                GridEntry::Empty => (0.0, 0.0),
                GridEntry::Text(text) => {
                    let whole = body.width(text);
                    (longest_word(body, text).max(whole.min(body.size * 4.0)), whole)
                }
                GridEntry::Cell(..) | GridEntry::Gap(..) => {
                    let wide = 2.0 * self.sizes.radius() + small.width(F::MarkOpen.get(self.lang)) + self.sizes.space;
                    (wide, wide)
                }
                GridEntry::Many(cell, share, _) => {
                    let usual = usual_share(&self.sizes);
                    let more = beside(*cell, *share, &self.sizes, self.lang) - usual;
                    let wide = 2.0 * self.sizes.radius() + usual + 2.0 * more.max(0.0);
                    (wide, wide)
                }
                GridEntry::Share(k, n) => {
                    let wide = body.width(&format!("{k}/{n}")) + self.sizes.space;
                    (wide, wide)
                }
                GridEntry::Number(n, ..) => {
                    let wide = body.width(&n.to_string()) + 4.0 * self.sizes.space;
                    (wide, wide)
                }
            };
            least = least.max(needs);
            natural = natural.max(likes);
        }
        (least + pad, natural.max(least) + pad)
    }

    /// Columns in as many groups as they need. Names of rows wrap sooner where that keeps all columns together.
    fn groups(&self, grid: &StageGrid, room: f32) -> Vec<Group> {
        let together = [0.34, 0.27, 0.22].into_iter().map(|share| self.grouped(grid, room, share));
        together.into_iter().find(|groups| groups.len() == 1).unwrap_or_else(|| self.grouped(grid, room, 0.34))
    }

    /// Columns in groups, the names of the rows taking at most a share of the room.
    fn grouped(&self, grid: &StageGrid, room: f32, share: f32) -> Vec<Group> {
        let body = self.sizes.body;
        let pad = 3.0 * self.sizes.space;
        let natural = grid.rows.iter().map(|row| body.width(&row.name)).fold(body.width(&grid.corner), f32::max);
        let longest = grid.rows.iter().map(|row| longest_word(body, &row.name)).fold(0.0, f32::max);
        let names = natural.min((room * share).max(longest.min(room * 0.5))) + pad;
        let all: Vec<(f32, f32)> =
            (0..grid.columns.len()).map(|at| self.widths(grid, at)).map(|(a, b)| (a.min(room - names), b)).collect();
        let widest = all.iter().map(|(least, _)| *least).fold(0.0, f32::max);
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut used = f32::INFINITY;
        let count = all.len().max(1);
        let across = (((room - names) / widest.max(1.0)) as usize).clamp(1, count);
        let across = count.div_ceil(count.div_ceil(across));
        for (at, (least, _)) in all.iter().enumerate() {
            let is_full = if grid.is_even {
                groups.last().is_none_or(|group| group.len() >= across)
            } else {
                names + used + least > room
            };
            if is_full {
                groups.push(Vec::new());
                used = 0.0;
            }
            used += least;
            if let Some(group) = groups.last_mut() {
                group.push(at);
            }
        }
        let of = |columns: Vec<usize>| {
            let natural_names = natural;
            let wants: Vec<(f32, f32)> = columns.iter().filter_map(|at| all.get(*at)).copied().collect();
            let (least, natural): (f32, f32) =
                wants.iter().fold((0.0, 0.0), |(a, b), (least, natural)| (a + least, b + natural));
            let mut names = names;
            let mut left = room - names;
            let mut widths: Vec<f32> = if grid.is_even {
                vec![left / columns.len().max(1) as f32; columns.len()]
            } else if natural <= left {
                wants.iter().map(|(_, natural)| *natural).collect()
            } else {
                let share = ((left - least) / (natural - least).max(1.0)).clamp(0.0, 1.0);
                wants.iter().map(|(least, natural)| least + (natural - least) * share).collect()
            };
            // Long names take what the columns leave; what they leave is spread over the columns.
            let more = (left - widths.iter().sum::<f32>()).max(0.0).min((natural_names + pad - names).max(0.0));
            names += more;
            left -= more;
            let most = self.sizes.height / 3.4;
            let spare = (left - widths.iter().sum::<f32>()).max(0.0) / widths.len().max(1) as f32;
            for width in &mut widths {
                *width += spare.min((most - *width).max(0.0));
            }
            let has_shares =
                |at: &usize| grid.rows.iter().any(|row| matches!(row.entries.get(*at), Some(GridEntry::Many(..))));
            let beside = columns.iter().map(|at| if has_shares(at) { usual_share(&self.sizes) } else { 0.0 }).collect();
            Group { columns, left: names, widths, beside }
        };
        groups.into_iter().map(of).collect()
    }

    fn grid_head<'a>(&self, grid: &StageGrid, group: &Group) -> Piece<'a>
    where
        'p: 'a,
    {
        let (bold, small, space) = (self.sizes.bold, self.sizes.small, self.sizes.space);
        let heads: Vec<ColumnHead> = self
            .placed(group)
            .filter_map(|(at, x, width)| {
                let column: &GridColumn = grid.columns.get(at)?;
                let of = |font: Font, text: &str| wrapped(font, text, width - space);
                let (names, under) = (of(bold, &column.name), of(small, &column.under));
                Some(ColumnHead { middle: x + width / 2.0, names, under, color: column.color })
            })
            .collect();
        let height =
            move |head: &ColumnHead| line(bold) * head.names.len() as f32 + line(small) * head.under.len() as f32;
        let tallest = heads.iter().map(height).fold(0.0, f32::max);
        let corner = grid.corner.clone();
        let weak = self.small();
        Piece::new(tallest + space, move |pen: &mut Pen<'_>, rect: Rect| {
            for head in &heads {
                // Heads stand on the first row.
                let mut y = rect.bottom() - space - height(head);
                let ink = head.color.map_or(pen.palette.text, |n| pen.palette.focus_text(n));
                let names = head.names.iter().map(|text| (bold, ink, text));
                let weak = pen.palette.weak;
                for (font, ink, text) in names.chain(head.under.iter().map(|text| (small, weak, text))) {
                    let at = Point::new(rect.x + head.middle, y + line(font) / 2.0 + font.middle());
                    pen.text(at, Anchor::Middle, font.colored(ink), text);
                    y += line(font);
                }
            }
            let below = Rect::new(rect.x, rect.bottom() - space - line(weak.font), rect.w, line(weak.font));
            put(pen, below, 0.0, weak, &corner);
        })
    }

    /// The columns of a group with their left edges and widths.
    fn placed<'g>(&self, group: &'g Group) -> impl Iterator<Item = (usize, f32, f32)> + 'g {
        let mut x = group.left;
        group.columns.iter().zip(&group.widths).map(move |(at, width)| {
            let left = x;
            x += width;
            (*at, left, *width)
        })
    }

    fn grid_row<'a>(&self, grid: &StageGrid, row: &StageGridRow, group: &Rc<Group>) -> KeepTogether<'a>
    where
        'p: 'a,
    {
        let body = self.sizes.body;
        let color = row.color.map_or(self.palette.text, |n| self.palette.focus_text(n));
        let name = TextStyle { font: if row.color.is_some() { self.sizes.bold } else { body }, color };
        let names = wrapped(name.font, &row.name, group.left - 2.0 * self.sizes.space);
        let drawn: Vec<(f32, f32, Drawn)> = self
            .placed(group)
            .zip(&group.beside)
            .map(|((at, x, width), beside)| {
                let drawn = match row.entries.get(at) {
                    None | Some(GridEntry::Empty) => Drawn::Nothing,
                    Some(GridEntry::Text(text)) => Drawn::Lines(wrapped(body, text, width - self.sizes.space)),
                    Some(GridEntry::Cell(cell, color)) => Drawn::Cell(*cell, *color),
                    Some(GridEntry::Many(cell, share, color)) => Drawn::Many(*cell, *share, *color),
                    Some(GridEntry::Gap(cell, color)) => Drawn::Gap(*cell, *color),
                    Some(GridEntry::Share(k, n)) => Drawn::Share(*k, *n),
                    Some(GridEntry::Number(n, most, color)) => Drawn::Number(*n, *most, *color),
                };
                // Marks stand below each other, whatever stands beside them.
                let is_mark = matches!(drawn, Drawn::Cell(..) | Drawn::Many(..) | Drawn::Gap(..));
                (x, if is_mark { width - beside } else { width }, drawn)
            })
            .collect();
        let texts = drawn.iter().map(|(_, _, drawn)| if let Drawn::Lines(lines) = drawn { lines.len() } else { 1 });
        let count = texts.chain([names.len()]).max().unwrap_or(1);
        let words = row_words(grid, row, self.lang);
        let target = row.id.as_deref().map(Ink::target);
        let (sizes, lang) = (self.sizes, self.lang);
        let rule = Stroke::solid(self.palette.line, (sizes.height / 720.0).max(1.0));
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        for slice in 0..count {
            let text = names.get(slice).cloned().unwrap_or_default();
            let mine: Vec<(f32, f32, Drawn)> = drawn
                .iter()
                .map(|(x, width, drawn)| {
                    let drawn = match drawn {
                        Drawn::Lines(lines) => Drawn::Lines(lines.get(slice).cloned().into_iter().collect()),
                        other if slice == 0 => other.clone(),
                        _ => Drawn::Nothing,
                    };
                    (*x, *width, drawn)
                })
                .collect();
            let (words, target) = (words.clone(), target.clone());
            let draw = move |pen: &mut Pen<'_>, rect: Rect| {
                if slice == 0 {
                    pen.line(Point::new(rect.x, rect.y), Point::new(rect.right(), rect.y), rule);
                    pen.mark(rect, words.clone(), target.clone(), |_| ());
                }
                put(pen, rect, 0.0, name, &text);
                for (x, width, drawn) in &mine {
                    entry(pen, drawn, Rect::new(rect.x + x, rect.y, *width, rect.h), &sizes, lang);
                }
            };
            let shown =
                if slice == 0 { shown_in(drawn.iter().map(|(_, _, drawn)| drawn)) } else { PageSigns::default() };
            let mut piece = Piece::new(sizes.row(), draw).showing(shown);
            if count == 1 {
                piece.stretch = sizes.row() * 0.55;
            }
            pieces.push(piece);
        }
        KeepTogether::of(pieces)
    }
}

/// The signs of these entries.
fn shown_in<'d>(entries: impl Iterator<Item = &'d Drawn> + Clone) -> PageSigns {
    let has_gap = entries.clone().any(|drawn| matches!(drawn, Drawn::Gap(..)));
    let cells = entries.filter_map(|drawn| match drawn {
        Drawn::Cell(cell, _) | Drawn::Gap(cell, _) => Some((*cell, None)),
        Drawn::Many(cell, share, _) => Some((*cell, Some(*share))),
        _ => None,
    });
    PageSigns { has_gap, ..PageSigns::cells(cells) }
}

/// The room of a share of two figures beside its mark.
fn usual_share(sizes: &super::Sizes) -> f32 {
    sizes.small.width("00/00") + sizes.space * 0.6
}

/// The room beside the mark of a place of whose policies a part is named, for 等 and its share.
fn beside(cell: Cell, part: NamedShare, sizes: &super::Sizes, lang: Lang) -> f32 {
    let open = if cell.open { sizes.small.width(F::MarkOpen.get(lang)) + sizes.space * 0.6 } else { 0.0 };
    open + sizes.small.width(&part.sign()) + sizes.space * 0.6
}

/// The name of a row and what stands in its entries, for screen readers.
fn row_words(grid: &StageGrid, row: &StageGridRow, lang: Lang) -> String {
    let mut words = if row.name.is_empty() { "–".to_owned() } else { row.name.clone() };
    for (column, entry) in grid.columns.iter().zip(&row.entries) {
        let state = match entry {
            GridEntry::Empty => continue,
            GridEntry::Text(text) => text.clone(),
            GridEntry::Cell(cell, _) | GridEntry::Gap(cell, _) => cell.words(lang),
            GridEntry::Many(cell, share, _) => cell.sentence_of(Some(*share), lang),
            GridEntry::Share(k, n) => format!("{k}/{n}"),
            GridEntry::Number(n, ..) => n.to_string(),
        };
        words.push('\n');
        words += &F::NameAndState.fill(lang, &[("name", &column.name), ("state", &state)]);
    }
    words
}

/// The most lines of a name above a column; where names are longer, numbers stand for them.
const HEAD_LINES: usize = 4;

/// The grid with numbers for the names of its columns, and before those of its rows where these are the same.
fn by_number(grid: &StageGrid) -> StageGrid {
    let mut out = grid.clone();
    for (n, column) in out.columns.iter_mut().enumerate() {
        column.name = (n + 1).to_string();
    }
    let rows = if grid.is_square { out.rows.as_mut_slice() } else { &mut [] };
    for (n, row) in rows.iter_mut().enumerate() {
        row.name = format!("{} {}", n + 1, row.name);
    }
    out
}

fn entry(pen: &mut Pen<'_>, drawn: &Drawn, rect: Rect, sizes: &super::Sizes, lang: Lang) {
    let middle = rect.center();
    let (body, small, radius) = (sizes.body, sizes.small, sizes.radius());
    match drawn {
        Drawn::Nothing => {}
        Drawn::Lines(lines) => {
            for line in lines {
                pen.text(middle.moved(0.0, body.middle()), Anchor::Middle, body.colored(pen.palette.text), line);
            }
        }
        Drawn::Cell(cell, color) => {
            let ink = pen.palette.focus(*color);
            // In a narrow column the mark makes room for the word beside it.
            let open = small.width(F::MarkOpen.get(lang)) + sizes.space * 0.6;
            let over = if cell.open { (middle.x + radius + open - rect.right()).max(0.0) } else { 0.0 };
            let middle = middle.moved(-over, 0.0);
            sign(pen, Circle::new(middle, of_sign(*cell, radius, small)), *cell, ink);
            if cell.open && cell.strength.is_stated() {
                let at = Point::new(middle.x + radius + sizes.space * 0.6, middle.y + small.middle());
                pen.text(at, Anchor::Start, small.colored(pen.palette.text), F::MarkOpen.get(lang));
            }
        }
        Drawn::Many(cell, part, color) => {
            let ink = pen.palette.focus(*color);
            share(pen, Circle::new(middle, radius), part.part(), ink);
            let mut x = middle.x + radius + sizes.space * 0.6;
            let y = middle.y + small.middle();
            if cell.open {
                let open = F::MarkOpen.get(lang);
                pen.text(Point::new(x, y), Anchor::Start, small.colored(pen.palette.text), open);
                x += small.width(open) + sizes.space * 0.6;
            }
            pen.text(Point::new(x, y), Anchor::Start, small.colored(pen.palette.text), &part.sign());
        }
        Drawn::Gap(cell, color) => {
            let high = (rect.h * 0.78).min(radius * 3.2);
            let wide = (rect.w * 0.8).min(radius * 6.0);
            let frame = Rect::new(middle.x - wide / 2.0, middle.y - high / 2.0, wide, high);
            let stroke = Stroke { color: pen.palette.focus(*color), width: sizes.height / 400.0, dash: Dash::Dashed };
            pen.rect(frame, high * 0.25, Look::outlined(stroke));
            if cell.strength != Strength::NotStated {
                let ink = pen.palette.focus(*color);
                sign(pen, Circle::new(middle, of_sign(*cell, radius, small)), *cell, ink);
            }
        }
        Drawn::Share(k, n) => {
            let ground = likeness(pen.palette, Jaccard { shared: *k, union: *n });
            pen.rect(rect.shrink(sizes.height / 720.0), sizes.height / 240.0, Look::filled(ground));
            let light = pen.palette.surface.contrast(ground) > pen.palette.text.contrast(ground);
            let ink = if light { pen.palette.surface } else { pen.palette.text };
            let text = format!("{k}/{n}");
            pen.text(middle.moved(0.0, body.middle()), Anchor::Middle, body.colored(ink), &text);
        }
        Drawn::Number(n, most, color) => {
            if n.count > 0 {
                let ink = pen.palette.focus(*color);
                let ground = pen.palette.surface.mix(ink, 0.1 + 0.3 * n.count as f32 / (*most).max(1) as f32);
                let wide = rect.w - 2.0 * sizes.space;
                let frame =
                    Rect::new(rect.x + sizes.space, rect.y + sizes.space * 0.3, wide, rect.h - sizes.space * 0.6);
                pen.rect(frame, sizes.height / 200.0, Look::filled(ground));
            }
            let ink = if n.count == 0 { pen.palette.weak } else { pen.palette.text };
            pen.text(middle.moved(0.0, body.middle()), Anchor::Middle, body.colored(ink), &n.to_string());
        }
    }
}
