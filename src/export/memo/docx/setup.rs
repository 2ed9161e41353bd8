//! The sheet of a layout: margins, sizes of type, the grid; and for a brief the largest type at which it is one sheet.

use unicode_width::UnicodeWidthChar as _;

use crate::export::MemoLayout;
use crate::pages::{Block, Memo};
use crate::words::Lang;

/// 210 by 297 mm in twentieths of a point.
pub const PAPER: (u32, u32) = (11_906, 16_838);

/// The margins of a page, in twentieths of a point.
pub struct Margins {
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
    pub left: u32,
}

/// 37, 26, 35 and 28 mm of GB/T 9704-2012, which leave 156 by 225 mm.
const STANDARD: Margins = Margins { top: 2_098, right: 1_474, bottom: 1_984, left: 1_587 };
/// 25 mm all round: the standard is for Chinese, and English takes more room.
const PLAIN: Margins = Margins { top: 1_417, right: 1_417, bottom: 1_417, left: 1_417 };
/// 20 mm all round, so that a brief is one sheet in type that can be read.
const NARROW: Margins = Margins { top: 1_134, right: 1_134, bottom: 1_134, left: 1_134 };

impl Margins {
    /// The width of the text, in twentieths of a point.
    pub fn width(&self) -> usize {
        PAPER.0.saturating_sub(self.left + self.right) as usize
    }

    /// The height of the text, in points.
    pub fn height(&self) -> usize {
        PAPER.1.saturating_sub(self.top + self.bottom) as usize / 20
    }
}

/// The size of a text.
#[derive(Clone, Copy)]
pub struct TypeSize {
    /// The size of letters, in half points.
    pub letters: usize,
    /// The line spacing, in twentieths of a point.
    pub line: usize,
}

impl TypeSize {
    const fn new(letters: usize, line: usize) -> TypeSize {
        TypeSize { letters, line }
    }
}

/// The sizes of a page.
pub struct TypeSizes {
    /// The size of the title.
    pub title: TypeSize,
    /// The size of paragraphs and headings.
    pub body: TypeSize,
    /// The size of tables.
    pub cell: TypeSize,
    /// The size of small print.
    pub small: TypeSize,
    /// The size of notes.
    pub note: TypeSize,
    /// The size of the number of a page.
    pub folio: TypeSize,
    /// The space above and below a table, in twentieths of a point; none where a sheet is to hold much.
    pub gap: usize,
}

/// 22 lines on 225 mm, in twentieths of a point.
const LINE: usize = 579;
/// 28 characters of 三号 on 156 mm: each a little closer than the type is wide. The grid of the document says so in
/// 4096ths of a point, the style of the text in twentieths: not every program can set type closer by a grid.
const CLOSER_BY_GRID: i32 = -849;
const CLOSER: i32 = -6;

/// 二号 for the title, 三号 for the text, 四号 for the number of a page.
const OFFICIAL: TypeSizes = TypeSizes {
    title: TypeSize::new(44, 700),
    body: TypeSize::new(32, LINE),
    cell: TypeSize::new(24, 360),
    small: TypeSize::new(24, 400),
    note: TypeSize::new(18, 260),
    folio: TypeSize::new(28, 400),
    gap: 40,
};
/// 小四 for a brief.
const BRIEF: TypeSizes = TypeSizes {
    title: TypeSize::new(44, 560),
    body: TypeSize::new(24, 360),
    cell: TypeSize::new(21, 280),
    small: TypeSize::new(18, 230),
    note: TypeSize::new(18, 230),
    folio: TypeSize::new(18, 230),
    gap: 40,
};
/// 五号 for a brief that is one sheet at no larger size, below a title of 小二.
const TIGHT: TypeSizes = TypeSizes {
    title: TypeSize::new(36, 440),
    body: TypeSize::new(21, 280),
    cell: TypeSize::new(18, 230),
    small: TypeSize::new(15, 190),
    note: TypeSize::new(15, 190),
    folio: TypeSize::new(18, 230),
    gap: 0,
};
/// The same for Latin letters, which are read on closer lines.
const TIGHT_LATIN: TypeSizes = TypeSizes { body: TypeSize::new(20, 245), cell: TypeSize::new(18, 215), ..TIGHT };

/// A sheet of paper as a layout has it.
pub struct PageSetup {
    pub layout: MemoLayout,
    pub margins: &'static Margins,
    pub sizes: &'static TypeSizes,
    /// The space between characters of the text, in twentieths of a point.
    pub closer: i32,
}

impl PageSetup {
    /// The sheet of a page.
    pub fn of(page: &Memo, layout: MemoLayout) -> PageSetup {
        let (margins, closer) = match (layout, page.lang) {
            (MemoLayout::Official, Lang::Zh) => (&STANDARD, CLOSER),
            (MemoLayout::Official, Lang::En) => (&PLAIN, 0),
            (MemoLayout::Brief, _) => (&NARROW, 0),
        };
        let tight = if page.lang == Lang::Zh { &TIGHT } else { &TIGHT_LATIN };
        let fits = |sizes: &&TypeSizes| height(page, sizes, margins) <= margins.height();
        let sizes = match layout {
            MemoLayout::Official => &OFFICIAL,
            MemoLayout::Brief => [&BRIEF, tight].into_iter().find(fits).unwrap_or(&BRIEF),
        };
        PageSetup { layout, margins, sizes, closer }
    }

    /// The grid of the document: lines and characters of a Chinese page in the official layout.
    pub fn grid(&self) -> String {
        let pitch = self.sizes.body.line;
        if self.closer == 0 {
            return format!(r#"<w:docGrid w:linePitch="{pitch}"/>"#);
        }
        format!(r#"<w:docGrid w:type="linesAndChars" w:linePitch="{pitch}" w:charSpace="{CLOSER_BY_GRID}"/>"#)
    }
}

/// The height of the page, in points: the lines of each text, with a little to spare for characters that may not stand
/// at an end of a line.
fn height(page: &Memo, sizes: &TypeSizes, margins: &Margins) -> usize {
    let whole = margins.width();
    let lines = |text: &str, size: TypeSize, wide: usize| -> usize {
        let width: usize = text.chars().map(hundredths).sum::<usize>() * size.letters / 10;
        (width + width / 25).div_ceil(wide).max(1) * size.line
    };
    let mut twips = lines(&page.title, sizes.title, whole);
    twips += page.date.iter().map(|date| lines(date, sizes.small, whole)).sum::<usize>();
    twips += page.until.iter().map(|until| lines(until, sizes.small, whole)).sum::<usize>();
    for part in &page.parts {
        twips += lines(&part.heading, sizes.body, whole);
        for block in &part.blocks {
            twips += match block {
                Block::Paragraph(paragraph) => {
                    // Two characters of indent; numbers of notes are half as large and are counted whole.
                    let notes: String = paragraph.runs.iter().flat_map(|s| &s.notes).map(|n| format!("{n}")).collect();
                    lines(&format!("　　{}{notes}", paragraph.text()), sizes.body, whole)
                }
                Block::Table(table) => {
                    let wide = (whole / table.head.len().max(1)).saturating_sub(140).max(1);
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    let row = |cells: &Vec<String>| cells.iter().map(|text| lines(text, sizes.cell, wide)).max();
                    rows.map(|cells| row(cells).unwrap_or(0) + 60).sum::<usize>() + 2 * sizes.gap
                }
                Block::Small(line) => lines(line, sizes.small, whole),
            };
        }
    }
    // The line above the notes takes one of theirs.
    let rule = if page.notes.is_empty() { 0 } else { sizes.note.line };
    let notes = page.notes.iter().enumerate().map(|(at, note)| format!("{} {note}", at + 1));
    let notes: usize = notes.map(|text| lines(&text, sizes.note, whole)).sum();
    let foot: usize = page.foot.iter().map(|line| lines(&line.text(), sizes.small, whole)).sum();
    (twips + rule + notes + foot).div_ceil(20)
}

/// The width of a character, in hundredths of its height: a Chinese one is as wide as high, the others have their
/// average width in the face of Latin letters.
fn hundredths(c: char) -> usize {
    match c {
        'a'..='z' => 43,
        'A'..='Z' => 67,
        '0'..='9' => 50,
        ' ' => 25,
        '!'..='~' => 36,
        c => c.width_cjk().unwrap_or(0) * 50,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{MemoAsk, memo};
    use crate::query::{Query, Row, Unit, run};

    /// The titles of the pairs of places of the shipped catalogue whose memo is longer than a sheet.
    fn longer(lang: Lang) -> Vec<String> {
        let index = crate::tests::embedded();
        let query = Query::default();
        let places: Vec<Row> = run(&index, &query, Unit::Region).rows;
        let as_of = crate::catalogue::When::parse("2026-01-01");
        let mut found = Vec::new();
        for (at, first) in places.iter().enumerate() {
            for second in &places[at + 1..] {
                let columns = [*first, *second];
                let mine = Some(*second);
                let ask = MemoAsk { columns: &columns, mine, query: &query, as_of, date: None, imprint: true, lang };
                let page = memo(&index, &ask);
                let setup = PageSetup::of(&page, MemoLayout::Brief);
                if height(&page, setup.sizes, setup.margins) > setup.margins.height() {
                    found.push(page.title);
                }
            }
        }
        found
    }

    #[test]
    fn two_regions_are_one_sheet_whichever_they_are() {
        assert_eq!(longer(Lang::Zh), Vec::<String>::new());
        // In English the two with most statements are too long for letters that can be read.
        for title in longer(Lang::En) {
            let among = ["Beijing", "Hangzhou", "Chengdu"].iter().filter(|name| title.contains(**name)).count();
            assert_eq!(among, 2, "{title}");
        }
    }

    #[test]
    fn the_official_sheet_has_22_lines_of_28_characters() {
        assert_eq!(STANDARD.height() * 20 / LINE, 22);
        let letters = OFFICIAL.body.letters;
        let by_grid = letters * 2048 - CLOSER_BY_GRID.unsigned_abs() as usize;
        assert_eq!(STANDARD.width() * 4096 / 20 / by_grid, 28);
        assert_eq!(STANDARD.width() / (letters * 10 - CLOSER.unsigned_abs() as usize), 28);
    }
}
