//! Paging: pieces that are never divided go down the page, and on to the next one where there is no room.

use crate::look::Rect;
use std::rc::Rc;

use crate::figures::Pen;
use crate::pages::stage::legend::PageSigns;

/// Draws a piece into its rectangle.
pub type Draw<'a> = Box<dyn Fn(&mut Pen<'_>, Rect) + 'a>;

/// A part that is never divided: a line of text, a line of a row.
pub struct Piece<'a> {
    /// Room before it, unless it is the first of its page.
    pub gap: f32,
    /// Its height.
    pub height: f32,
    /// The height that it may gain where a page has room.
    pub stretch: f32,
    /// The signs in it, for the legend of its page.
    pub shown: PageSigns,
    /// The drawing of it.
    pub draw: Draw<'a>,
}

impl<'a> Piece<'a> {
    /// A piece of a height.
    pub fn new(height: f32, draw: impl Fn(&mut Pen<'_>, Rect) + 'a) -> Piece<'a> {
        Piece { gap: 0.0, height, stretch: 0.0, shown: PageSigns::default(), draw: Box::new(draw) }
    }

    /// The piece with room before it.
    pub fn after(self, gap: f32) -> Piece<'a> {
        Piece { gap, ..self }
    }

    /// The piece with the signs that it shows.
    pub fn showing(self, shown: PageSigns) -> Piece<'a> {
        Piece { shown, ..self }
    }
}

/// Pieces that stay on one page where they can.
pub struct KeepTogether<'a> {
    /// The pieces.
    pub pieces: Vec<Piece<'a>>,
    /// The piece above the first of such blocks on each page: the head of a table.
    pub head: Option<Rc<Piece<'a>>>,
    /// Whether it stays with the next block: a heading.
    pub keeps: bool,
}

impl<'a> KeepTogether<'a> {
    /// A block on its own.
    pub fn of(pieces: Vec<Piece<'a>>) -> KeepTogether<'a> {
        KeepTogether { pieces, head: None, keeps: false }
    }

    /// Its height with the rooms before its pieces.
    pub fn height(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.gap + piece.height).sum()
    }
}

/// The pieces of one page, from above.
pub type PagePieces<'b, 'a> = Vec<&'b Piece<'a>>;

/// The heights of pages.
#[derive(Clone, Copy)]
pub struct PageRooms {
    /// Of the first one.
    pub first: f32,
    /// Of each further one.
    pub rest: f32,
}

/// Fills one page after the other.
struct Filling<'b, 'a> {
    pages: Vec<PagePieces<'b, 'a>>,
    used: f32,
    head: Option<*const Piece<'a>>,
    rooms: PageRooms,
}

impl<'b, 'a> Filling<'b, 'a> {
    /// The room of the page that is being filled.
    fn room(&self) -> f32 {
        if self.pages.len() <= 1 { self.rooms.first } else { self.rooms.rest }
    }

    fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.used = 0.0;
        self.head = None;
    }

    fn put(&mut self, piece: &'b Piece<'a>, gap: f32) {
        self.used += piece.height + if self.is_fresh() { 0.0 } else { gap };
        match self.pages.last_mut() {
            Some(page) => page.push(piece),
            None => self.pages.push(vec![piece]),
        }
    }

    /// The head of a block, if it does not stand above it yet.
    fn head_of(&self, block: &'b KeepTogether<'a>) -> Option<&'b Piece<'a>> {
        block.head.as_deref().filter(|head| self.head != Some(std::ptr::from_ref(*head)))
    }

    fn place(&mut self, block: &'b KeepTogether<'a>) {
        for piece in &block.pieces {
            let head = self.head_of(block);
            let needed = piece.gap + piece.height + head.map_or(0.0, |head| head.gap + head.height);
            if !self.is_fresh() && self.used + needed > self.room() + ROUNDING {
                self.turn();
            }
            if let Some(head) = self.head_of(block) {
                self.put(head, head.gap);
                self.head = Some(std::ptr::from_ref(head));
            }
            if block.head.is_none() {
                self.head = None;
            }
            self.put(piece, piece.gap);
        }
    }
}

/// The most that rounding may add to a sum of heights.
const ROUNDING: f32 = 0.05;

fn filled<'b, 'a>(blocks: &'b [KeepTogether<'a>], rooms: PageRooms, whole: f32) -> Vec<PagePieces<'b, 'a>> {
    let mut filling = Filling { pages: vec![Vec::new()], used: 0.0, head: None, rooms };
    let mut at = 0;
    while at < blocks.len() {
        let kept = blocks.iter().skip(at).take_while(|block| block.keeps).count();
        let group = blocks.get(at..(at + kept + 1).min(blocks.len())).unwrap_or_default();
        let head = group.iter().find_map(|block| filling.head_of(block)).map_or(0.0, |head| head.gap + head.height);
        let height = group.iter().map(KeepTogether::height).sum::<f32>() + head;
        let room = filling.room();
        let fits = filling.used + height <= room + ROUNDING;
        // What is higher than a page is divided; but it does not begin at the very foot of one.
        let begins_low = filling.used > 0.7 * room;
        if !fits && !filling.is_fresh() && (height <= whole || begins_low) {
            filling.turn();
        }
        for block in group {
            filling.place(block);
        }
        at += group.len();
    }
    filling.pages
}

/// The way in which several pages share their blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The first says as much as it can, the others share the rest.
    First,
    /// All are about equally full.
    Even,
}

/// Lays blocks on pages.
pub fn pages<'b, 'a>(blocks: &'b [KeepTogether<'a>], rooms: PageRooms, fill: Fill) -> Vec<PagePieces<'b, 'a>> {
    let full = filled(blocks, rooms, rooms.rest);
    if full.len() == 1 {
        return full;
    }
    let shares = (10..20).map(|step| step as f32 / 20.0);
    let even = |share: f32| {
        let first = if fill == Fill::First { rooms.first } else { rooms.first * share };
        filled(blocks, PageRooms { first, rest: rooms.rest * share }, rooms.rest)
    };
    shares.map(even).find(|pages| pages.len() == full.len()).unwrap_or(full)
}

/// The signs that these pieces show.
pub fn shown(pieces: &[&Piece<'_>]) -> PageSigns {
    let mut shown = PageSigns::default();
    for piece in pieces {
        shown.add(&piece.shown);
    }
    shown
}

/// Draws the pieces of a page; those that may take what room is left.
pub fn draw(pen: &mut Pen<'_>, pieces: &[&Piece<'_>], area: Rect) {
    let gaps = pieces.iter().skip(1).map(|piece| piece.gap).sum::<f32>();
    let used = pieces.iter().map(|piece| piece.height).sum::<f32>() + gaps;
    let stretch = pieces.iter().map(|piece| piece.stretch).sum::<f32>();
    let share = if stretch > 0.0 { ((area.h - used) / stretch).clamp(0.0, 1.0) } else { 0.0 };
    let mut y = area.y;
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            y += piece.gap;
        }
        let height = piece.height + piece.stretch * share;
        (piece.draw)(pen, Rect::new(area.x, y, area.w, height));
        y += height;
    }
}
