//! Laying a step out: the frame of a page with its title, legend and source line, and the parts that flow between them.

mod bars;
mod flow;
mod focuses;
mod grid;
mod parts;
mod sizes;

use super::content::{Content, IndexTile, Part, StepPlace};
use super::legend::{FLOOR, PageSigns, Sign, legend};
use crate::figures::Pen;
use crate::figures::scene::{Anchor, Look, Scene, Stroke};
use crate::look::{Font, Palette, Point, Rect, Size};
use crate::words::{Lang, StageText as T};
use flow::{Fill, KeepTogether, PageRooms, Piece};
use parts::{DOT, TextColumn, line, lines, wrapped, write_lines};
use sizes::Sizes;

/// The sheet that a step is laid out on.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Its size, in pixels.
    pub size: Size,
    /// The colours.
    pub palette: &'a Palette,
}

/// The sizes, colours and language that everything is drawn with.
#[derive(Clone, Copy)]
struct Ink<'p> {
    sizes: Sizes,
    palette: &'p Palette,
    lang: Lang,
}

/// The most lines of a title above other things; of the source line.
const TITLE_LINES: usize = 3;
const FOOT_LINES: usize = 2;
/// The most lines of what a place does under a focus.
const DEED_LINES: usize = 4;

/// The place of the index map, and the size of its tiles.
#[derive(Clone, Copy)]
struct MapPlace {
    left: f32,
    top: f32,
    step: f32,
}

/// The parts that are the same on every page of a step.
struct Frame<'a> {
    ink: Ink<'a>,
    width: f32,
    /// The height of the legend where a page shows every sign.
    legend: f32,
    foot: Vec<String>,
    has_floors: bool,
}

/// The page that a head stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeadPage {
    First,
    Further,
}

/// The head of a page: its title and the line below or beside it.
struct Head {
    font: Font,
    title: Vec<String>,
    under: Vec<String>,
    beside: Option<(f32, Anchor, String)>,
    bottom: f32,
}

/// Width and height of a page: one higher than wide would be all margin, and its words would break.
fn page_size(sheet: &Sheet<'_>) -> (f32, f32) {
    let width = sheet.size.w.max(1.0);
    (width, sheet.size.h.max(1.0).min(width))
}

/// The same pages with their place in a walk: above everything, where no page has a text.
pub fn placed(pages: &[Scene], place: StepPlace, sheet: &Sheet<'_>, lang: Lang) -> Vec<Scene> {
    let words = match place {
        StepPlace::Unsaid => return pages.to_vec(),
        StepPlace::Step(step, steps) => T::StepOf.fill(lang, &[("step", &step), ("steps", &steps)]),
        StepPlace::Detour(step) => T::OffThePath.fill(lang, &[("step", &step)]),
    };
    let (width, height) = page_size(sheet);
    let sizes = Sizes::of(height);
    let at = Point::new(width - sizes.margin, sizes.top / 2.0 + sizes.small.middle() + sizes.height / 150.0);
    let place = |page: &Scene| {
        let mut pen = Pen::new(width, sheet.palette);
        pen.text(at, Anchor::End, sizes.small.colored(sheet.palette.weak), &words);
        let mut page = page.clone();
        page.items.append(&mut pen.scene.items);
        page
    };
    pages.iter().map(place).collect()
}

/// Lays out what a step says. There is at least one page.
pub fn laid_out(content: &Content, sheet: &Sheet<'_>, lang: Lang) -> Vec<Scene> {
    let (width, height) = page_size(sheet);
    let ink = Ink { sizes: Sizes::of(height), palette: sheet.palette, lang };
    let sizes = ink.sizes;
    let room = width - 2.0 * sizes.margin;

    let whole = [content.sources.as_str(), &content.catalogue].into_iter().filter(|part| !part.is_empty());
    let whole: Vec<&str> = whole.collect();
    let page_room = sizes.small.width(&T::PageOf.fill(lang, &[("k", &100), ("n", &100)])) + 4.0 * sizes.space;
    let foot_room = room - page_room;
    let mut foot = wrapped(sizes.small, &whole.join(DOT), foot_room);
    let mut parts = content.parts.clone();
    if foot.len() > FOOT_LINES {
        parts.push(Part::Heading(T::SourcesHead.get(lang).to_owned()));
        parts.extend(whole.iter().map(|text| Part::Text((*text).to_owned())));
        let short = [T::SourcesAtEnd.get(lang), &content.catalogue].join(DOT);
        foot = wrapped(sizes.small, &short, foot_room);
        if foot.len() > FOOT_LINES {
            foot = wrapped(sizes.small, T::SourcesAtEnd.get(lang), foot_room);
        }
    }
    let all_signs = ink.legend(&legend(content, lang), room);
    let frame = Frame {
        ink,
        width,
        legend: all_signs.iter().map(|piece| piece.height).sum(),
        foot,
        has_floors: content.has_floors,
    };
    let is_place = content.parts.iter().any(|part| matches!(part, Part::Focuses(_)));

    // A title of very many lines has pages of its own; the others are called by a short name.
    let (mut scenes, mut title) = (Vec::new(), content.title.as_str());
    let first = Head::of(&frame, content, title, HeadPage::First);
    if first.title.len() > TITLE_LINES {
        scenes.push(title_pages(&frame, content));
        title = &content.brief;
    }
    let head = Head::of(&frame, content, title, HeadPage::First);
    let rest = Head::of(&frame, content, title, HeadPage::Further);
    let map = (!content.map.is_empty()).then(|| frame.map_place(content));

    let area_first = frame.area(&head);
    let area_rest = frame.area(&rest);
    let narrow = map.map_or(room, |map| map.left - sizes.margin - 3.0 * sizes.space);
    // Only the focuses stand beside the small map of a place; everything stands beside a large one.
    let wide = if is_place { room } else { narrow };
    let blocks = |deed: usize| blocks(&ink, &parts, Rooms { whole: wide, narrow, deed }, area_first.h);
    let fill = if is_place { Fill::First } else { Fill::Even };
    let rooms = PageRooms { first: area_first.h, rest: area_rest.h };
    // Deeds have as many lines as cost no further page.
    let count = |deed: usize| flow::pages(&blocks(deed), rooms, fill).len();
    let least = if is_place { count(1) } else { 0 };
    let deed = (2..=DEED_LINES).rev().find(|deed| is_place && count(*deed) <= least).unwrap_or(1);
    let blocks = blocks(deed);
    let pages = flow::pages(&blocks, rooms, fill);
    let count = pages.len() + scenes.first().map_or(0, Vec::len);
    let titles = scenes.into_iter().flatten().map(|scene| (scene, PageSigns::default()));
    let mut out: Vec<(Scene, PageSigns)> = titles.collect();
    for (n, pieces) in pages.iter().enumerate() {
        let mut pen = frame.pen(content);
        let (head, area) = if n == 0 { (&head, area_first) } else { (&rest, area_rest) };
        head.draw(&mut pen, &frame);
        if let (0, Some(map)) = (n, map) {
            frame.draw_map(&mut pen, &content.map, map);
        }
        flow::draw(&mut pen, pieces, area);
        out.push((pen.scene, flow::shown(pieces)));
    }
    let finished = |(n, (scene, shown)): (usize, (Scene, PageSigns))| frame.finish(scene, shown, n + 1, count);
    let pages: Vec<Scene> = out.into_iter().enumerate().map(finished).collect();
    placed(&pages, content.place, sheet, lang)
}

/// The pages of a title that is a text of its own.
fn title_pages(frame: &Frame<'_>, content: &Content) -> Vec<Scene> {
    let sizes = frame.ink.sizes;
    let style = sizes.least.colored(frame.ink.palette.text);
    let room = frame.width - 2.0 * sizes.margin;
    let blocks = vec![KeepTogether::of(lines(style, &content.title, TextColumn::whole(room)))];
    let area = Rect::new(sizes.margin, sizes.top, room, frame.bottom() - sizes.top);
    let page = |pieces: &flow::PagePieces<'_, '_>| {
        let mut pen = frame.pen(content);
        flow::draw(&mut pen, pieces, area);
        pen.scene
    };
    flow::pages(&blocks, PageRooms { first: area.h, rest: area.h }, Fill::Even).iter().map(page).collect()
}

/// The widths that parts may take.
#[derive(Clone, Copy)]
struct Rooms {
    whole: f32,
    /// Beside the map.
    narrow: f32,
    /// The most lines of a deed.
    deed: usize,
}

/// The blocks of all parts. The focuses leave room for the map beside them.
fn blocks<'a>(ink: &Ink<'a>, parts: &[Part], rooms: Rooms, page: f32) -> Vec<KeepTogether<'a>> {
    // Remarks before the first heading are about the marks.
    let heading = parts.iter().position(|part| matches!(part, Part::Heading(_))).unwrap_or(parts.len());
    let is_place = parts.iter().any(|part| matches!(part, Part::Focuses(_)));
    let is_front = |at: usize, part: &Part| match part {
        Part::Focuses(_) | Part::Strong(_) => true,
        Part::Small(_) => is_place && at < heading,
        _ => false,
    };
    let of = |is_its: bool| parts.iter().enumerate().filter(move |(at, part)| is_front(*at, part) == is_its);
    let front = of(true);
    let rest: Vec<&Part> = of(false).map(|(_, part)| part).collect();
    let mut out: Vec<KeepTogether<'a>> = front.flat_map(|(_, part)| of_part(ink, part, rooms)).collect();
    let used: f32 = out.iter().map(KeepTogether::height).sum();
    if is_place && let Some(both) = side_by_side(ink, &rest, Size::new(rooms.whole, page - used)) {
        out.push(both);
    } else {
        out.extend(rest.iter().flat_map(|part| of_part(ink, part, rooms)));
    }
    out
}

fn of_part<'a>(ink: &Ink<'a>, part: &Part, rooms: Rooms) -> Vec<KeepTogether<'a>> {
    let strong = ink.sizes.strong.colored(ink.palette.text);
    let room = rooms.whole;
    match part {
        Part::Heading(text) => vec![ink.heading(text, room)],
        Part::Strong(text) => vec![ink.sentence(strong, text, room)],
        Part::Text(text) => vec![ink.sentence(ink.body(), text, room)],
        Part::Small(text) => vec![ink.sentence(ink.small(), text, room)],
        Part::Focuses(focuses) => {
            let mut blocks = ink.focuses(focuses, rooms.narrow);
            blocks.extend(ink.doings(focuses, room, rooms.deed));
            blocks
        }
        Part::Policies(policies) => ink.policies(policies, room),
        Part::Points(points) => ink.points(points, room),
        Part::Grid(grid) => ink.grid(grid, room),
        Part::Bars(bars) => ink.bars(bars, room),
        Part::Moments(moments) => ink.moments(moments, room),
    }
}

/// Two columns below the focuses, where a wide page has the room for all of it: policies at the left, what sets the
/// place apart at the right.
fn side_by_side<'a>(ink: &Ink<'a>, parts: &[&Part], room: Size) -> Option<KeepTogether<'a>> {
    let is_heading = |part: &&Part| matches!(part, Part::Heading(_));
    let second = parts.iter().rposition(is_heading).filter(|at| *at > 0)?;
    let gap = ink.sizes.height / 18.0;
    [0.52, 0.44, 0.6].into_iter().find_map(|share| {
        let width = (room.w - gap) * share;
        let left = Side { parts: parts.get(..second)?, width };
        let right = Side { parts: parts.get(second..)?, width: room.w - gap - width };
        let both = columns(ink, left, right, gap);
        (both.height() <= room.h).then_some(both)
    })
}

/// One of two columns.
#[derive(Clone, Copy)]
struct Side<'p> {
    parts: &'p [&'p Part],
    width: f32,
}

/// Two columns with a gap between them.
fn columns<'a>(ink: &Ink<'a>, left: Side<'_>, right: Side<'_>, gap: f32) -> KeepTogether<'a> {
    let of = |side: Side<'_>| -> (Vec<Piece<'a>>, f32) {
        let rooms = Rooms { whole: side.width, narrow: side.width, deed: 1 };
        let blocks = side.parts.iter().flat_map(|part| of_part(ink, part, rooms));
        (blocks.flat_map(|block| block.pieces).collect(), side.width)
    };
    let height = |pieces: &[Piece<'_>]| {
        pieces.iter().map(|piece| piece.height).sum::<f32>() + pieces.iter().skip(1).map(|piece| piece.gap).sum::<f32>()
    };
    let second = left.width + gap;
    let columns = [of(left), of(right)];
    let mut shown = PageSigns::default();
    columns.iter().flat_map(|(pieces, _)| pieces).for_each(|piece| shown.add(&piece.shown));
    let tallest = columns.iter().map(|(pieces, _)| height(pieces)).fold(0.0, f32::max);
    let before = ink.sizes.height / 24.0;
    let rule = Stroke::solid(ink.palette.line, (ink.sizes.height / 720.0).max(1.0));
    let piece = Piece::new(tallest, move |pen: &mut Pen<'_>, rect: Rect| {
        let y = rect.y - before / 2.0;
        pen.line(Point::new(rect.x, y), Point::new(rect.right(), y), rule);
        for ((pieces, width), x) in columns.iter().zip([rect.x, rect.x + second]) {
            let all: Vec<&Piece<'_>> = pieces.iter().collect();
            flow::draw(pen, &all, Rect::new(x, rect.y, *width, rect.h));
        }
    });
    KeepTogether::of(vec![piece.after(before).showing(shown)])
}

impl Head {
    /// From one line of a title to the next.
    fn line(font: Font) -> f32 {
        font.size * 1.22
    }

    /// The head of the first page or of a further one.
    fn of(frame: &Frame<'_>, content: &Content, title: &str, page: HeadPage) -> Head {
        let is_first = page == HeadPage::First;
        let sizes = frame.ink.sizes;
        let room = frame.width - 2.0 * sizes.margin;
        let is_place = content.parts.iter().any(|part| matches!(part, Part::Focuses(_)));
        let is_hero = is_first && is_place;
        let largest = if is_hero { sizes.hero } else { sizes.title };
        let title_room = match (is_first, content.map.is_empty()) {
            (true, false) => frame.map_place(content).left - sizes.margin - 3.0 * sizes.space,
            _ => room,
        };
        // A long name is smaller, but no smaller than a title may be; then it wraps.
        let wide = largest.width(title).max(1.0);
        let font = Font { size: (largest.size * title_room / wide).clamp(sizes.least.size, largest.size), ..largest };
        let lines = wrapped(font, title, title_room);
        let below = sizes.top + Head::line(font) * lines.len() as f32;
        // A denominator stands on every page, where a place lies on its first alone.
        let under = if is_first || !is_place { content.under.as_str() } else { "" };
        let beside = lines.len() == 1 && !under.is_empty() && {
            font.width(title) + sizes.small.width(under) + 6.0 * sizes.space <= title_room
        };
        // Where a place is follows its name; a denominator stands at the end of the line.
        let at = if is_hero { sizes.margin + font.width(title) + 2.0 * sizes.space } else { sizes.margin + title_room };
        let anchor = if is_hero { Anchor::Start } else { Anchor::End };
        let under_lines = if beside { Vec::new() } else { wrapped(sizes.small, under, title_room) };
        let bottom = below + line(sizes.small) * under_lines.len() as f32 + sizes.height / 40.0;
        Head { font, title: lines, under: under_lines, beside: beside.then(|| (at, anchor, under.to_owned())), bottom }
    }

    fn draw(&self, pen: &mut Pen<'_>, frame: &Frame<'_>) {
        let sizes = frame.ink.sizes;
        let high = Head::line(self.font);
        let mut y = sizes.top;
        let ink = pen.palette.text;
        for text in &self.title {
            let at = Point::new(sizes.margin, y + high / 2.0 + self.font.middle());
            pen.text(at, Anchor::Start, self.font.colored(ink), text);
            y += high;
        }
        let weak = pen.palette.weak;
        if let Some((x, anchor, under)) = &self.beside {
            let baseline = sizes.top + high / 2.0 + self.font.middle();
            pen.text(Point::new(*x, baseline), *anchor, sizes.small.colored(weak), under);
        }
        write_lines(pen, Point::new(sizes.margin, y), sizes.small, &self.under);
    }
}

impl<'a> Frame<'a> {
    fn pen(&self, content: &Content) -> Pen<'a> {
        let mut pen = Pen::new(self.width, self.ink.palette);
        pen.scene.height = self.ink.sizes.height;
        pen.scene.title.clone_from(&content.title);
        pen.scene.description = [content.sources.as_str(), &content.catalogue].join(DOT);
        pen
    }

    /// The upper edge of legend and source line.
    fn bottom(&self) -> f32 {
        let sizes = self.ink.sizes;
        let foot = line(sizes.small) * self.foot.len().max(1) as f32;
        sizes.height - sizes.bottom - foot - self.legend - 3.4 * sizes.space
    }

    /// The area between a head and the foot.
    fn area(&self, head: &Head) -> Rect {
        let sizes = self.ink.sizes;
        Rect::new(sizes.margin, head.bottom, self.width - 2.0 * sizes.margin, self.bottom() - head.bottom)
    }

    /// At the right, from the top: small beside a place, large where it is what is shown.
    fn map_place(&self, content: &Content) -> MapPlace {
        let sizes = self.ink.sizes;
        let is_place = content.parts.iter().any(|part| matches!(part, Part::Focuses(_)));
        let step = sizes.height / if is_place { 31.0 } else { 17.0 };
        let across = content.map.iter().map(|tile| f32::from(tile.at.0) + 1.0).fold(0.0, f32::max);
        MapPlace { left: self.width - sizes.margin - step * across, top: sizes.top + sizes.height / 60.0, step }
    }

    /// Provinces as squares; the lit ones are filled.
    fn draw_map(&self, pen: &mut Pen<'_>, tiles: &[IndexTile], place: MapPlace) {
        let side = place.step * 0.86;
        for tile in tiles {
            let (x, y) = (f32::from(tile.at.0) * place.step, f32::from(tile.at.1) * place.step);
            let rect = Rect::new(place.left + x, place.top + y, side, side);
            let color = if tile.is_lit { pen.palette.strong } else { pen.palette.line };
            pen.rect(rect, side * 0.16, Look::filled(color));
        }
    }

    /// The page with the legend of its signs, rule, source line and page number.
    fn finish(&self, mut scene: Scene, mut shown: PageSigns, page: usize, pages: usize) -> Scene {
        let sizes = self.ink.sizes;
        shown.has_floors = self.has_floors && scene.labels().any(|label| label.text.contains(FLOOR));
        let legend = self.ink.legend(&shown.signs(self.ink.lang), self.width - 2.0 * sizes.margin);
        let mut pen = Pen::new(self.width, self.ink.palette);
        let (left, right) = (sizes.margin, self.width - sizes.margin);
        let used = legend.iter().map(|piece| piece.height).sum::<f32>();
        let mut y = self.bottom() + 1.8 * sizes.space + (self.legend - used).max(0.0);
        for piece in &legend {
            (piece.draw)(&mut pen, Rect::new(left, y, right - left, piece.height));
            y += piece.height;
        }
        y += 0.8 * sizes.space;
        pen.line(
            Point::new(left, y),
            Point::new(right, y),
            Stroke::solid(pen.palette.line, (sizes.height / 720.0).max(1.0)),
        );
        y += 0.8 * sizes.space;
        let weak = pen.palette.weak;
        write_lines(&mut pen, Point::new(left, y), sizes.small, &self.foot);
        if pages > 1 {
            let words = T::PageOf.fill(self.ink.lang, &[("k", &page), ("n", &pages)]);
            let at = Point::new(right, y + line(sizes.small) / 2.0 + sizes.small.middle());
            pen.text(at, Anchor::End, sizes.small.colored(weak), &words);
        }
        scene.items.append(&mut pen.scene.items);
        scene
    }
}
