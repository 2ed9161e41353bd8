//! A page for Word and WPS, laid out after GB/T 9704: its paper, margins (in Chinese) and faces, a real table, named
//! styles.
//!
//! The standard's sizes, 三号 on lines of 28 points, leave no room for two regions and all their notes on one page. So
//! the title keeps its 二号 and all faces are the standard's, while the text takes the largest of four sizes at which
//! the page, by a careful estimate, is one page; a page longer than that anyway takes the third. Table, notes and
//! small print are smaller than the text throughout. Other sizes are a matter of the named styles.
//!
//! No clock gets in: the parts with a date are written here, and the archive has fixed times.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph as DocxParagraph, Run, RunFonts,
    RunProperty, SpecialIndentType, Style, StyleType, Table as DocxTable, TableCell, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, VertAlignType, WidthType,
};

use unicode_width::UnicodeWidthChar as _;

use super::ExportFault;
use crate::export::markup::held;
use crate::pages::{Block, Memo, MemoTable, Paragraph};
use crate::words::Lang;

/// 210 by 297 mm in twentieths of a point.
const PAPER: (u32, u32) = (11_906, 16_838);
/// The margins of a page, in twentieths of a point.
struct Margins {
    top: i32,
    right: i32,
    bottom: i32,
    left: i32,
}

/// 37, 26, 35 and 28 mm, the standard's.
const STANDARD: Margins = Margins { top: 2_098, right: 1_474, bottom: 1_984, left: 1_587 };
/// 25 mm all round: the standard is for Chinese, and English takes more room.
const PLAIN: Margins = Margins { top: 1_417, right: 1_417, bottom: 1_417, left: 1_417 };

impl Margins {
    fn of(lang: Lang) -> &'static Margins {
        match lang {
            Lang::Zh => &STANDARD,
            Lang::En => &PLAIN,
        }
    }

    /// The width of the text, in twentieths of a point.
    fn width(&self) -> usize {
        (PAPER.0 as usize).saturating_sub((self.left + self.right).unsigned_abs() as usize)
    }

    /// The height of the text, in points.
    fn height(&self) -> usize {
        (PAPER.1 as usize).saturating_sub((self.top + self.bottom).unsigned_abs() as usize) / 20
    }
}

/// The width of the first column of a table, in tenths of that of another.
const FIRST_COLUMN: usize = 12;

/// The size of a text.
#[derive(Clone, Copy)]
struct TypeSize {
    /// The size of letters, in half points.
    letters: usize,
    /// The line spacing, in twentieths of a point.
    line: i32,
}

impl TypeSize {
    const fn new(letters: usize, line: i32) -> TypeSize {
        TypeSize { letters, line }
    }
}

/// The sizes of a page.
struct Sizes {
    /// The size of paragraphs and headings.
    body: TypeSize,
    /// The size of tables.
    cell: TypeSize,
    /// The size of notes and small print.
    small: TypeSize,
}

const TITLE_SIZE: TypeSize = TypeSize::new(44, 560);
/// 三号, 四号, 小四 and 五号, the first being the standard's.
const LADDER: [Sizes; 4] = [
    Sizes { body: TypeSize::new(32, 560), cell: TypeSize::new(21, 300), small: TypeSize::new(18, 240) },
    Sizes { body: TypeSize::new(28, 440), cell: TypeSize::new(21, 280), small: TypeSize::new(18, 230) },
    Sizes { body: TypeSize::new(24, 360), cell: TypeSize::new(21, 280), small: TypeSize::new(18, 230) },
    Sizes { body: TypeSize::new(21, 290), cell: TypeSize::new(18, 230), small: TypeSize::new(15, 190) },
];

/// A named style: id, name, face.
struct Look {
    id: &'static str,
    name: &'static str,
    face: &'static str,
}

const TITLE: Look = Look { id: "Title", name: "Title", face: "方正小标宋简体" };
const HEADING: Look = Look { id: "Heading1", name: "heading 1", face: "黑体" };
const BODY: Look = Look { id: "BodyText", name: "Body Text", face: "仿宋_GB2312" };
const CELL: Look = Look { id: "TableText", name: "Table Text", face: "仿宋_GB2312" };
const SMALL: Look = Look { id: "SmallPrint", name: "Small Print", face: "仿宋_GB2312" };
/// The face of headings within a paragraph.
const LEAD: &str = "楷体_GB2312";
/// The face of Latin letters and digits.
const LATIN: &str = "Times New Roman";

/// The faces of the standard, each with its substitute where it is not installed.
const FONTS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>"#,
    r#"<w:font w:name="方正小标宋简体"><w:altName w:val="FZXiaoBiaoSong-B05S,Noto Serif CJK SC,宋体,SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>"#,
    r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="黑体"><w:altName w:val="SimHei,Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    "</w:fonts>",
);

/// Writes a page.
pub fn write(page: &Memo, out: &mut dyn Write) -> Result<(), ExportFault> {
    let mut xml = document(page).build();
    xml.font_table = FONTS.into();
    xml.doc_props.core = properties(page).into();
    let mut archive = Cursor::new(Vec::new());
    xml.pack(&mut archive).map_err(|error| ExportFault::Document(error.to_string()))?;
    out.write_all(archive.get_ref())?;
    Ok(())
}

/// Title and language, and no date: the page is the same whenever it is written.
fn properties(page: &Memo) -> String {
    let title = held(&page.title).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let lang = match page.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{title}</dc:title><dc:creator>policy-atlas</dc:creator><dc:language>{lang}</dc:language>",
            "</cp:coreProperties>",
        ),
        title = title,
        lang = lang
    )
}

/// The largest sizes at which the page is one sheet.
fn fitting(page: &Memo) -> &'static Sizes {
    let [_, _, long, _] = &LADDER;
    let room = Margins::of(page.lang).height();
    LADDER.iter().find(|sizes| height(page, sizes) <= room).unwrap_or(long)
}

/// The height of the page, in points: the lines of each text, with a little to spare for characters that may not stand
/// at an end of a line.
fn height(page: &Memo, sizes: &Sizes) -> usize {
    let whole = Margins::of(page.lang).width();
    let lines = |text: &str, size: TypeSize, wide: usize| -> usize {
        let width: usize = text.chars().map(hundredths).sum::<usize>() * size.letters / 10;
        (width + width / 25).div_ceil(wide).max(1) * usize::try_from(size.line).unwrap_or(0)
    };
    let mut twips = lines(&page.title, TITLE_SIZE, whole);
    for part in &page.parts {
        twips += lines(&part.heading, sizes.body, whole);
        for block in &part.blocks {
            twips += match block {
                Block::Paragraph(paragraph) => {
                    let runs = paragraph.runs.iter().map(|run| run.text.as_str());
                    let text: String = std::iter::once(paragraph.lead.as_str()).chain(runs).collect();
                    // Two characters of indent; numbers of notes are half as large and are counted whole.
                    let notes: String = paragraph.runs.iter().flat_map(|s| &s.notes).map(|n| format!("{n}")).collect();
                    lines(&format!("　　{text}{notes}"), sizes.body, whole)
                }
                Block::Table(table) => {
                    let wide = (whole / table.head.len().max(1)).saturating_sub(140).max(1);
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    let row = |cells: &Vec<String>| cells.iter().map(|text| lines(text, sizes.cell, wide)).max();
                    rows.map(|cells| row(cells).unwrap_or(0) + 60).sum()
                }
                Block::Small(line) => lines(line, sizes.small, whole),
            };
        }
    }
    if !page.notes.is_empty() {
        twips += lines(&page.notes_heading, sizes.body, whole);
    }
    let notes = page.notes.iter().enumerate().map(|(at, note)| format!("[{}] {note}", at + 1));
    let small: usize = notes.chain(page.foot.iter().cloned()).map(|text| lines(&text, sizes.small, whole)).sum();
    (twips + small).div_ceil(20)
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

fn document(page: &Memo) -> Docx {
    let Margins { top, right, bottom, left } = *Margins::of(page.lang);
    let margins = PageMargin::new().top(top).right(right).bottom(bottom).left(left).header(850).footer(850).gutter(0);
    let sizes = fitting(page);
    let mut docx = Docx::new().page_size(PAPER.0, PAPER.1).page_margin(margins).default_fonts(fonts(BODY.face));
    let looks =
        [(BODY, sizes.body), (TITLE, TITLE_SIZE), (HEADING, sizes.body), (CELL, sizes.cell), (SMALL, sizes.small)];
    for (look, size) in looks {
        docx = docx.add_style(style(&look, size));
    }
    docx = docx.add_paragraph(styled(&TITLE).add_run(run(&page.title)));
    for part in &page.parts {
        docx = docx.add_paragraph(styled(&HEADING).keep_next(true).add_run(run(&part.heading)));
        for block in &part.blocks {
            docx = match block {
                Block::Paragraph(paragraph) => docx.add_paragraph(body(paragraph, page.lang, sizes)),
                Block::Table(table) => docx.add_table(of_table(table, Margins::of(page.lang).width())),
                Block::Small(line) => docx.add_paragraph(small(line)),
            };
        }
    }
    if !page.notes.is_empty() {
        docx = docx.add_paragraph(styled(&HEADING).keep_next(true).add_run(run(&page.notes_heading)));
    }
    for (at, note) in page.notes.iter().enumerate() {
        docx = docx.add_paragraph(small(&format!("[{}] {note}", at + 1)));
    }
    for line in &page.foot {
        docx = docx.add_paragraph(small(line));
    }
    docx
}

fn fonts(face: &str) -> RunFonts {
    RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(LATIN).east_asia(face)
}

fn style(look: &Look, size: TypeSize) -> Style {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(size.line).before(0).after(0);
    let style = Style::new(look.id, StyleType::Paragraph).name(look.name).size(size.letters).fonts(fonts(look.face));
    let style = style.line_spacing(spacing).q_format(true);
    match look.id {
        "Title" => style.align(AlignmentType::Center),
        "Heading1" => style.outline_lvl(0),
        _ => style,
    }
}

fn styled(look: &Look) -> DocxParagraph {
    DocxParagraph::new().style(look.id)
}

/// A run of text without the characters that XML cannot hold; the library escapes the others.
fn run(text: &str) -> Run {
    Run::new().add_text(held(text))
}

fn small(text: &str) -> DocxParagraph {
    styled(&SMALL).add_run(run(text))
}

fn body(paragraph: &Paragraph, lang: Lang, sizes: &Sizes) -> DocxParagraph {
    // Chinese begins a paragraph two characters in.
    let mut out = styled(&BODY);
    if lang == Lang::Zh {
        let indent = i32::try_from(sizes.body.letters * 20).unwrap_or_default();
        out = out.indent(None, Some(SpecialIndentType::FirstLine(indent)), None, None);
    }
    if !paragraph.lead.is_empty() {
        out = out.add_run(run(&paragraph.lead).fonts(fonts(LEAD)));
    }
    for piece in &paragraph.runs {
        out = out.add_run(run(&piece.text));
        if !piece.notes.is_empty() {
            let numbers: String = piece.notes.iter().map(|n| format!("[{n}]")).collect();
            let mut raised = run(&numbers);
            raised.run_property = RunProperty::new().vert_align(VertAlignType::SuperScript);
            out = out.add_run(raised);
        }
    }
    out
}

/// A table as wide as the text, with equal columns but for the first.
fn of_table(table: &MemoTable, wide: usize) -> DocxTable {
    let columns = table.head.len().max(1);
    let unit = wide / (FIRST_COLUMN + 10 * (columns - 1));
    let widths: Vec<usize> = (0..columns).map(|at| if at == 0 { unit * FIRST_COLUMN } else { unit * 10 }).collect();
    let cell = |(text, width): (&String, &usize), face: &str| {
        let paragraph = styled(&CELL).align(AlignmentType::Center).add_run(run(text).fonts(fonts(face)));
        TableCell::new().width(*width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(paragraph)
    };
    let row = |cells: &[String], face: &str| {
        TableRow::new(cells.iter().zip(&widths).map(|pair| cell(pair, face)).collect()).cant_split()
    };
    let rows =
        std::iter::once(row(&table.head, HEADING.face)).chain(table.rows.iter().map(|cells| row(cells, CELL.face)));
    DocxTable::new(rows.collect())
        .set_grid(widths.clone())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(20, 60, 20, 60))
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
        let mut found = Vec::new();
        for (at, first) in places.iter().enumerate() {
            for second in &places[at + 1..] {
                let columns = [*first, *second];
                let as_of = crate::catalogue::When::parse("2026-01-01");
                let page =
                    memo(&index, &MemoAsk { columns: &columns, mine: Some(*second), query: &query, as_of, lang });
                if height(&page, fitting(&page)) > Margins::of(lang).height() {
                    found.push(page.title);
                }
            }
        }
        found
    }

    #[test]
    fn two_regions_are_one_sheet_whichever_they_are() {
        assert_eq!(longer(Lang::Zh), Vec::<String>::new());
        // In English, where a note has the summary beside the quotation, those with most statements are too long for
        // letters that can be read.
        let pairs =
            ["Beijing, Shanghai", "Beijing, Hangzhou", "Beijing, Wuhan", "Beijing, Chengdu", "Hangzhou, Chengdu"];
        assert_eq!(longer(Lang::En), pairs.map(|pair| format!("{pair}: policies side by side")));
    }
}
