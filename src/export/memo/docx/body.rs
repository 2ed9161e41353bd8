//! The text of a page as the XML of its document, with its notes and its links.

use std::fmt::Write as _;

use super::setup::{PAPER, PageSetup};
use super::xml::{DECLARATION, LEAD, NAMESPACES};
use crate::export::MemoLayout;
use crate::export::markup::escaped;
use crate::pages::{Block, Memo, MemoTable, Paragraph, TextRun};
use crate::words::Lang;

/// The width of the first column of a table, in tenths of that of another.
const FIRST_COLUMN: usize = 12;

/// The document of a page and what it refers to.
pub struct DocumentText {
    /// The document.
    pub document: String,
    /// The notes.
    pub notes: String,
    /// The addresses linked to, in order.
    pub links: Vec<String>,
}

impl DocumentText {
    /// The document of a page on a setup.
    pub fn of(page: &Memo, setup: &PageSetup) -> DocumentText {
        let mut writer = Writer { lang: page.lang, setup, out: String::new(), links: Vec::new(), cited: 0 };
        let _ = write!(writer.out, "{DECLARATION}<w:document {NAMESPACES}><w:body>");
        writer.page(page);
        let Writer { out: mut document, links, .. } = writer;
        document += "</w:body></w:document>";
        DocumentText { document, notes: notes(page), links }
    }
}

/// A paragraph whose end stands on the page on which the next begins.
const KEPT_WITH_NEXT: &str = "<w:keepNext/>";

/// A paragraph that stands on one page.
const KEPT_LINES: &str = "<w:keepLines/>";

struct Writer<'a> {
    lang: Lang,
    setup: &'a PageSetup,
    out: String,
    links: Vec<String>,
    /// The number of notes that stand in the text so far.
    cited: usize,
}

impl Writer<'_> {
    fn page(&mut self, page: &Memo) {
        let is_official = self.setup.layout == MemoLayout::Official;
        // What ends a document does not stand alone on its last page.
        let is_closed = !page.foot.is_empty() || is_official;
        let last = page.parts.iter().rposition(|part| !part.blocks.is_empty());
        self.line("Title", &page.title);
        for date in page.date.iter().filter(|_| !is_official) {
            self.line("DateLine", date);
        }
        if let Some(until) = &page.until {
            self.spaced("SmallPrint", r#"<w:jc w:val="center"/>"#, &Paragraph::plain(until));
        }
        for (n, part) in page.parts.iter().enumerate() {
            self.line("Heading1", &part.heading);
            let mut above = None;
            for (at, block) in part.blocks.iter().enumerate() {
                let mut gaps = gaps(self.setup.sizes.gap, above, part.blocks.get(at + 1));
                // A line of small print is not broken over pages.
                if matches!(block, Block::Small(_)) {
                    gaps.insert_str(0, KEPT_LINES);
                }
                let is_last = is_closed && last == Some(n) && at + 1 == part.blocks.len();
                if is_last || matches!(part.blocks.get(at + 1), Some(Block::Table(_))) {
                    gaps.insert_str(0, KEPT_WITH_NEXT);
                }
                match block {
                    Block::Paragraph(paragraph) => self.spaced("BodyText", &gaps, paragraph),
                    Block::Table(table) => self.table(table),
                    Block::Small(line) => self.spaced("SmallPrint", &gaps, &Paragraph::plain(line)),
                }
                above = Some(block);
            }
        }
        for (n, line) in page.foot.iter().enumerate() {
            let kept = if is_official || n + 1 < page.foot.len() { KEPT_WITH_NEXT } else { "" };
            self.spaced("SmallPrint", &format!("{kept}{KEPT_LINES}"), line);
        }
        // An official document is signed and dated at its end, with a line left above.
        if is_official {
            let above = format!(r#"<w:spacing w:before="{}"/>"#, self.setup.sizes.body.line);
            let kept = if page.date.is_some() { KEPT_WITH_NEXT } else { "" };
            self.spaced("DateLine", &format!("{kept}{above}"), &Paragraph::plain(&page.unit));
            page.date.iter().for_each(|date| self.line("DateLine", date));
        }
        self.section();
    }

    fn section(&mut self) {
        let (wide, high) = PAPER;
        let margins = self.setup.margins;
        let (top, right, bottom, left) = (margins.top, margins.right, margins.bottom, margins.left);
        // The dashes of the number stand 7 mm below the text of an official page.
        let footer = bottom.saturating_sub(580);
        let _ = write!(
            self.out,
            concat!(
                r#"<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>"#,
                r#"<w:pgSz w:w="{wide}" w:h="{high}"/>"#,
                r#"<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="850" w:footer="{footer}" w:gutter="0"/>"#,
                "{grid}</w:sectPr>",
            ),
            wide = wide,
            high = high,
            top = top,
            right = right,
            bottom = bottom,
            left = left,
            footer = footer,
            grid = self.setup.grid()
        );
    }

    fn line(&mut self, style: &str, text: &str) {
        self.paragraph(style, &Paragraph::plain(text));
    }

    fn paragraph(&mut self, style: &str, paragraph: &Paragraph) {
        self.spaced(style, "", paragraph);
    }

    /// A paragraph with properties of its own.
    fn spaced(&mut self, style: &str, spacing: &str, paragraph: &Paragraph) {
        let _ = write!(self.out, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{spacing}</w:pPr>"#);
        if !paragraph.lead.is_empty() {
            let lead = format!(r#"<w:rStyle w:val="{LEAD}"/>"#);
            self.out += &text_run(&paragraph.lead, &lead, self.lang);
        }
        for run in &paragraph.runs {
            match &run.link {
                Some(address) => self.link(run, address),
                None => self.out += &text_run(&run.text, "", self.lang),
            }
            self.marks(run);
        }
        self.out += "</w:p>";
    }

    fn link(&mut self, run: &TextRun, address: &str) {
        self.links.push(address.to_owned());
        let text = text_run(&run.text, r#"<w:rStyle w:val="Hyperlink"/>"#, self.lang);
        let _ = write!(self.out, r#"<w:hyperlink r:id="rIdLink{}">{text}</w:hyperlink>"#, self.links.len());
    }

    /// The numbers of the notes of a run in one pair of brackets, neighbours as a range. A note has one place in the
    /// text; further mention of it is a reference to that place.
    fn marks(&mut self, run: &TextRun) {
        let Some(last) = run.notes.last() else { return };
        let number = |n: usize| if n > self.cited { noted(n) } else { again(n) };
        let range = |(first, last): (usize, usize)| {
            if first == last { number(first) } else { format!("{}{}{}", number(first), raised("-"), number(last)) }
        };
        let parts: Vec<String> = run.note_ranges().into_iter().map(range).collect();
        self.out += &format!("{}{}{}", raised("["), parts.join(&raised(",")), raised("]"));
        self.cited = self.cited.max(*last);
    }

    /// A table as wide as the text, with equal columns but for the first; its head is repeated on each page.
    fn table(&mut self, table: &MemoTable) {
        let columns = table.head.len().max(1);
        let unit = self.setup.margins.width() / (FIRST_COLUMN + 10 * (columns - 1));
        let widths: Vec<usize> = (0..columns).map(|at| if at == 0 { unit * FIRST_COLUMN } else { unit * 10 }).collect();
        let border = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#);
        let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
        let grid: String = widths.iter().map(|wide| format!(r#"<w:gridCol w:w="{wide}"/>"#)).collect();
        let _ = write!(
            self.out,
            concat!(
                r#"<w:tbl><w:tblPr><w:tblW w:w="{wide}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>"#,
                r#"<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>"#,
                r#"<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"#,
            ),
            wide = widths.iter().sum::<usize>(),
            borders = borders,
            grid = grid
        );
        self.row(&table.head, &widths, "<w:cantSplit/><w:tblHeader/>", "TableHead");
        table.rows.iter().for_each(|cells| self.row(cells, &widths, "<w:cantSplit/>", "TableText"));
        self.out += "</w:tbl>";
    }

    fn row(&mut self, cells: &[String], widths: &[usize], properties: &str, style: &str) {
        let _ = write!(self.out, "<w:tr><w:trPr>{properties}</w:trPr>");
        for (text, wide) in cells.iter().zip(widths) {
            let _ = write!(
                self.out,
                r#"<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#
            );
            self.line(style, text);
            self.out += "</w:tc>";
        }
        self.out += "</w:tr>";
    }
}

/// The spacing of a paragraph above or below a table, whose lines would touch its letters.
fn gaps(gap: usize, above: Option<&Block>, below: Option<&Block>) -> String {
    let gap = |block: Option<&Block>| if matches!(block, Some(Block::Table(_))) { gap } else { 0 };
    match (gap(above), gap(below)) {
        (0, 0) => String::new(),
        (before, after) => format!(r#"<w:spacing w:before="{before}" w:after="{after}"/>"#),
    }
}

/// A run of text. In Chinese its quotation marks and dashes are said to be Chinese, else they get the Latin face.
fn text_run(text: &str, style: &str, lang: Lang) -> String {
    let hint = match lang {
        Lang::Zh => r#"<w:rFonts w:hint="eastAsia"/>"#,
        Lang::En => "",
    };
    format!(r#"<w:r><w:rPr>{style}{hint}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text))
}

/// The style of a note's number in the text.
const MARK: &str = r#"<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#;

/// A raised text beside the number of a note.
fn raised(text: &str) -> String {
    format!("<w:r>{MARK}<w:t>{text}</w:t></w:r>")
}

/// The place of a note in the text.
fn noted(n: usize) -> String {
    format!(
        concat!(
            r#"<w:bookmarkStart w:id="{n}" w:name="_Note{n}"/>"#,
            r#"<w:r>{mark}<w:footnoteReference w:id="{n}"/></w:r><w:bookmarkEnd w:id="{n}"/>"#
        ),
        n = n,
        mark = MARK
    )
}

/// The number of a note that stands earlier in the text.
fn again(n: usize) -> String {
    let field = |kind: &str| format!(r#"<w:r>{MARK}<w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    format!(
        r#"{}<w:r>{MARK}<w:instrText xml:space="preserve"> NOTEREF _Note{n} \h </w:instrText></w:r>{}{}{}"#,
        field("begin"),
        field("separate"),
        raised(&n.to_string()),
        field("end")
    )
}

/// The notes, below the line that parts them from the text.
fn notes(page: &Memo) -> String {
    let rule = |id: i32, kind: &str, mark: &str| {
        format!(
            r#"<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>"#
        )
    };
    let mut out = format!("{DECLARATION}<w:footnotes {NAMESPACES}>");
    out += &rule(-1, "separator", "separator");
    out += &rule(0, "continuationSeparator", "continuationSeparator");
    for (at, note) in page.notes.iter().enumerate() {
        let _ = write!(
            out,
            concat!(
                r#"<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>"#,
                "<w:r>{mark}<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{text}</w:p></w:footnote>"
            ),
            id = at + 1,
            mark = MARK,
            text = text_run(note, "", page.lang)
        );
    }
    out + "</w:footnotes>"
}
