//! The text of a document of Word or WPS (ECMA-376), with the numbers that it only counts.

use std::collections::BTreeMap;

use super::fault::DocumentFault;
use super::kind::DocumentKind;
use super::numbering::Numbering;
use super::paragraph::{DocumentRead, ParagraphOf};
use super::parts::DocumentParts;
use super::tidy::indent_of;
use super::xml::{XmlStep, XmlTag, walk};
use crate::catalogue::characters::{hides, is_held};

/// Elements whose texts nobody reads in the document: the second of two forms of a drawing, codes of fields,
/// properties as they were before a change.
const BESIDE: [&str; 5] = ["Fallback", "instrText", "rPrChange", "pPrChange", "sectPrChange"];
/// Elements that a tracked change took away.
const DELETED: [&str; 2] = ["del", "moveFrom"];

/// Styles that a style is based on; a chain that is longer goes in a circle or means no good.
const DEEPEST: usize = 100;

/// The number properties of a paragraph or a style.
#[derive(Clone, Debug, Default)]
struct NumberProperties {
    list: Option<String>,
    level: Option<usize>,
}

/// The text of a file.
///
/// # Errors
/// Parts that do not unfold or cannot be read on.
pub fn read(bytes: &[u8]) -> Result<DocumentRead, DocumentFault> {
    let mut parts = DocumentParts::of(bytes)?;
    let numbering = parts.text("word/numbering.xml")?.map(|xml| Numbering::read(&xml)).transpose()?;
    let styles = parts.text("word/styles.xml")?.map(|xml| styles(&xml)).transpose()?.unwrap_or_default();
    let body = parts.text("word/document.xml")?;
    let body = body.ok_or_else(|| DocumentFault::broken("word/document.xml", &"-"))?;
    let mut reader = BodyReader {
        read: DocumentRead::new(DocumentKind::Docx),
        numbering: numbering.unwrap_or_default(),
        styles,
        open: Vec::new(),
        row: Vec::new(),
        tables: 0,
        boxes: Vec::new(),
        in_boxes: 0,
        in_note: false,
        in_properties: 0,
        deleted: 0,
        carried: String::new(),
    };
    reader.part("word/document.xml", &body)?;
    reader.in_note = true;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = parts.text(name)? {
            reader.part(name, &notes)?;
        }
    }
    let mut read = reader.read;
    for text in reader.boxes {
        read.push(&text, ParagraphOf::Box);
    }
    Ok(read)
}

/// The numbers that styles give to their paragraphs, those of the styles they are based on included.
fn styles(xml: &str) -> Result<BTreeMap<String, NumberProperties>, DocumentFault> {
    let mut all: BTreeMap<String, (NumberProperties, Option<String>)> = BTreeMap::new();
    let mut style = None;
    walk("word/styles.xml", xml, &BESIDE, |step| match step {
        XmlStep::Begin(tag) if tag.name == "style" => style = tag.value("styleId"),
        XmlStep::Begin(tag) => {
            let Some(style) = style.clone() else { return };
            let (numbers, based_on) = all.entry(style).or_default();
            match tag.name {
                "basedOn" => *based_on = tag.value("val"),
                name => numbers.tell(name, tag),
            }
        }
        XmlStep::End("style") => style = None,
        _ => {}
    })?;
    let resolved = all.keys().map(|id| {
        let (mut numbers, mut at) = (NumberProperties::default(), Some(id));
        for _ in 0..DEEPEST {
            let Some((own, above)) = at.and_then(|id| all.get(id)) else { break };
            numbers.list = numbers.list.or_else(|| own.list.clone());
            numbers.level = numbers.level.or(own.level);
            at = above.as_ref();
        }
        (id.clone(), numbers)
    });
    Ok(resolved.collect())
}

/// The tracked deletions of a part that took words away.
fn deletions(part: &str, xml: &str) -> Result<usize, DocumentFault> {
    let (mut count, mut depth, mut has_words) = (0, 0_usize, false);
    walk(part, xml, &BESIDE, |step| match step {
        XmlStep::Begin(tag) if tag.name == "del" => depth += 1,
        XmlStep::End("del") => {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                count += usize::from(std::mem::take(&mut has_words));
            }
        }
        XmlStep::Text(text) => has_words |= depth > 0 && !text.trim().is_empty(),
        _ => {}
    })?;
    Ok(count)
}

/// The character of a sign by its code in a symbol font; none in the private area, where each font has its own signs.
fn sign_of(code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok().filter(|code| !(0xE000..=0xF8FF).contains(code))?;
    char::from_u32(code).filter(|sign| !hides(*sign) && is_held(*sign))
}

impl NumberProperties {
    fn tell(&mut self, name: &str, tag: &XmlTag<'_>) {
        match name {
            "numId" => self.list = tag.value("val"),
            "ilvl" => self.level = tag.value("val").and_then(|level| level.parse().ok()),
            _ => {}
        }
    }
}

/// A paragraph that is being read.
#[derive(Default)]
struct OpenParagraph {
    text: String,
    numbers: NumberProperties,
    style: Option<String>,
    is_in_text: bool,
    /// Whether it has been counted: a paragraph that is broken into lines has one number.
    is_counted: bool,
    /// Whether its end was deleted: its words go on in the next one.
    is_joined: bool,
}

struct BodyReader {
    read: DocumentRead,
    numbering: Numbering,
    styles: BTreeMap<String, NumberProperties>,
    /// The paragraphs around: one of a text box stands within another.
    open: Vec<OpenParagraph>,
    /// The cells of the row that is being read.
    row: Vec<String>,
    tables: usize,
    boxes: Vec<String>,
    in_boxes: usize,
    in_note: bool,
    /// Within the properties of a paragraph, and within what a tracked change took away.
    in_properties: usize,
    deleted: usize,
    /// The words of a paragraph whose end was deleted, which go on in the next one.
    carried: String,
}

impl BodyReader {
    fn part(&mut self, name: &str, xml: &str) -> Result<(), DocumentFault> {
        self.read.changes.deletions += deletions(name, xml)?;
        walk(name, xml, &BESIDE, |step| self.step(step))?;
        let left = std::mem::take(&mut self.carried);
        self.read.push(&left, self.kind());
        Ok(())
    }

    /// The part of the file that its paragraphs stand in.
    fn kind(&self) -> ParagraphOf {
        if self.in_note { ParagraphOf::Note } else { ParagraphOf::Body }
    }

    fn step(&mut self, step: XmlStep<'_>) {
        match step {
            XmlStep::Begin(tag) => self.begin(tag),
            XmlStep::End(name) => self.end(name),
            XmlStep::Text(text) => {
                let is_read = self.deleted == 0;
                if let Some(paragraph) = self.open.last_mut().filter(|paragraph| is_read && paragraph.is_in_text) {
                    paragraph.text.push_str(text);
                }
            }
        }
    }

    fn begin(&mut self, tag: &XmlTag<'_>) {
        match tag.name {
            "p" => {
                let text = std::mem::take(&mut self.carried);
                self.open.push(OpenParagraph { text, ..OpenParagraph::default() });
            }
            "pPr" => self.in_properties += 1,
            // In its properties: the paragraph's end was taken away, and with it the paragraph of its own.
            name if DELETED.contains(&name) && self.in_properties > 0 => {
                self.open.iter_mut().next_back().into_iter().for_each(|paragraph| paragraph.is_joined = true);
            }
            name if DELETED.contains(&name) => self.deleted += 1,
            "txbxContent" => self.in_boxes += 1,
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.row.clear(),
            "tc" if self.tables == 1 => self.row.push(String::new()),
            name => {
                let Some(paragraph) = self.open.last_mut().filter(|_| self.deleted == 0) else { return };
                match name {
                    "pStyle" => paragraph.style = tag.value("val"),
                    "t" => paragraph.is_in_text = true,
                    // At the beginning it stands in, which is told; within it parts words.
                    "tab" => paragraph.text.push(if paragraph.text.trim().is_empty() { '\t' } else { ' ' }),
                    "sym" => match tag.value("char").as_deref().and_then(sign_of) {
                        Some(sign) => paragraph.text.push(sign),
                        None => self.read.changes.signs += 1,
                    },
                    "noBreakHyphen" => paragraph.text.push('-'),
                    // A line that ends within a paragraph begins one of its own; a page does not.
                    "br" | "cr" if tag.value("type").is_none_or(|kind| kind == "textWrapping") => {
                        if !paragraph.text.trim().is_empty() {
                            self.end_paragraph();
                        }
                    }
                    name => paragraph.numbers.tell(name, tag),
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.open.iter_mut().next_back().into_iter().for_each(|paragraph| paragraph.is_in_text = false),
            "p" => {
                match self.open.last_mut().filter(|paragraph| paragraph.is_joined) {
                    Some(joined) => self.carried = std::mem::take(&mut joined.text),
                    None => self.end_paragraph(),
                }
                self.open.pop();
            }
            "pPr" => self.in_properties = self.in_properties.saturating_sub(1),
            name if DELETED.contains(&name) && self.in_properties == 0 => self.deleted = self.deleted.saturating_sub(1),
            "txbxContent" => self.in_boxes = self.in_boxes.saturating_sub(1),
            "tr" if self.tables == 1 => {
                let cells = std::mem::take(&mut self.row);
                self.read.push(&cells.join("\t"), ParagraphOf::Row);
            }
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    /// Ends what was read of a paragraph so far.
    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let words = std::mem::take(&mut paragraph.text);
        // An empty paragraph of a list is counted as Word counts it, and has nothing to be shown with.
        let number = if std::mem::replace(&mut paragraph.is_counted, true) {
            String::new()
        } else {
            let of_style = paragraph.style.as_ref().and_then(|style| self.styles.get(style));
            let list = paragraph.numbers.list.as_ref().or_else(|| of_style?.list.as_ref());
            let level = paragraph.numbers.level.or_else(|| of_style?.level).unwrap_or(0);
            list.map(|list| self.numbering.next(list, level)).unwrap_or_default()
        };
        if words.trim().is_empty() {
            return;
        }
        self.read.changes.numbers += usize::from(!number.is_empty());
        let (indent, words) = (indent_of(&words), words.trim());
        // 4. and 5年 are no 4.5年.
        let runs_on = number.ends_with(|c: char| c == '.' || c.is_ascii_digit())
            && words.starts_with(|c: char| c.is_ascii_digit());
        let text = indent.to_owned() + &number + if runs_on { " " } else { "" } + words;
        match self.row.last_mut() {
            _ if self.in_boxes > 0 => self.boxes.push(text),
            Some(cell) if self.tables > 0 => {
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(text.trim());
            }
            _ => self.read.push(&text, self.kind()),
        }
    }
}
