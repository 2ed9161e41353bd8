//! A copied page or text as lines, rows and tables.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::catalogue::address::is_link;

/// A line or a row, its texts without blanks around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagePart {
    /// A paragraph, a heading or an item of a list.
    Line(String),
    /// The cells of a row, empty ones included.
    Row(Vec<String>),
}

/// The parts of a page with its links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Lines and rows in their order.
    pub parts: Vec<PagePart>,
    /// The addresses that its words link to, in their order, each once.
    pub links: Vec<PageLink>,
    /// Its tables with all of their cells, in the order in which they begin.
    pub tables: Vec<PageTable>,
    /// The address that it was saved from.
    pub address: Option<String>,
}

/// A table of a page: the cells of its rows.
pub type PageTable = Vec<Vec<PageCell>>;

/// A cell of a page's table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageCell {
    /// Its lines.
    pub text: String,
    /// The first address that its words link to.
    pub link: Option<String>,
    /// The columns over which it stretches.
    pub columns: u16,
    /// The rows over which it stretches; to the end of the table where it is 0.
    pub rows: u16,
}

/// A link of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// The place of its line or row among the parts.
    pub part: usize,
    /// The address.
    pub address: String,
}

/// Elements whose contents nobody sees.
const UNSEEN: [&str; 6] = ["script", "style", "title", "noscript", "template", "textarea"];

/// Elements within a line; all others begin and end one.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "img", "input", "label", "mark", "o:p",
    "q", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
];

/// The text of an HTML text: lines, and rows with tabs between their cells.
pub fn text_of_html(html: &str) -> String {
    Page::of_html(html).text()
}

impl Page {
    /// The page of a plain text: a line with tabs is a row.
    pub fn of_text(text: &str) -> Page {
        let part = |line: &str| {
            let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_owned()).collect();
            if cells.len() > 1 { PagePart::Row(cells) } else { PagePart::Line(line.trim().to_owned()) }
        };
        let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}']);
        let parts = lines.filter(|line| !line.trim().is_empty()).map(part).collect();
        Page { parts, ..Page::default() }
    }

    /// The page of an HTML text. Cells with lines of their own, where a table merely arranges a page, are lines.
    pub fn of_html(html: &str) -> Page {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut reader = Reader::default();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            reader.read(token);
        }
        while !reader.tables.is_empty() {
            reader.end_table();
        }
        reader.end_line();
        reader.page
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            PagePart::Line(line) => Some(line.as_str()),
            PagePart::Row(_) => None,
        })
    }

    /// The cells of each row.
    pub fn rows(&self) -> impl Iterator<Item = &Vec<String>> {
        self.parts.iter().filter_map(|part| match part {
            PagePart::Row(cells) => Some(cells),
            PagePart::Line(_) => None,
        })
    }

    /// The text: lines, and rows with tabs between their cells.
    pub fn text(&self) -> String {
        let line = |part: &PagePart| match part {
            PagePart::Line(line) => line.clone(),
            PagePart::Row(cells) => cells.join("\t"),
        };
        self.parts.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// A table that is being read: its place among all, and its last row.
#[derive(Default)]
struct OpenTable {
    place: usize,
    row: Vec<PageCell>,
    is_in_cell: bool,
}

/// A page that is being read.
#[derive(Default)]
struct Reader {
    page: Page,
    line: String,
    tables: Vec<OpenTable>,
    /// The element around, whose contents are not seen.
    unseen: Option<&'static str>,
}

impl Reader {
    fn read(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_lowercase();
                self.begin(&name);
                if matches!(name.as_str(), "td" | "th") {
                    let span = |wanted: &[u8]| {
                        let value = tag.attributes.iter().find(|(key, _)| key.as_slice() == wanted)?.1;
                        String::from_utf8_lossy(value).trim().parse().ok()
                    };
                    let (columns, rows) = (span(b"colspan"), span(b"rowspan"));
                    if let Some(cell) = self.open_cell() {
                        (cell.columns, cell.rows) = (columns.unwrap_or(1).max(1), rows.unwrap_or(1));
                    }
                }
                let link = tag.attributes.iter().find(|(key, _)| key.as_slice() == b"href").map(|(_, value)| value);
                if let Some(link) = link.filter(|_| name == "a") {
                    self.link(String::from_utf8_lossy(link).trim());
                }
            }
            Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name).to_lowercase()),
            Token::String(text) if self.unseen.is_none() => self.line.push_str(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => {
                // Browsers write where they saved a page from, some with the length of the address before it.
                let text = String::from_utf8_lossy(&text);
                let saved = text
                    .split_once("saved from url=")
                    .and_then(|(_, tail)| tail.find("http").and_then(|at| tail.get(at..)));
                let address = saved.and_then(|tail| tail.split_whitespace().next()).map(str::to_owned);
                self.page.address = self.page.address.take().or(address);
            }
            _ => {}
        }
    }

    fn link(&mut self, address: &str) {
        if is_link(address) && self.page.links.iter().all(|known| known.address != address) {
            self.page.links.push(PageLink { part: self.page.parts.len(), address: address.to_owned() });
        }
        if let Some(cell) = self.open_cell().filter(|cell| cell.link.is_none() && is_link(address)) {
            cell.link = Some(address.to_owned());
        }
    }

    fn open_cell(&mut self) -> Option<&mut PageCell> {
        self.tables.last_mut().filter(|table| table.is_in_cell)?.row.last_mut()
    }

    fn begin(&mut self, name: &str) {
        if self.unseen.is_some() {
            return;
        }
        if let Some(unseen) = UNSEEN.iter().find(|unseen| **unseen == name) {
            self.unseen = Some(unseen);
            return;
        }
        match name {
            "table" => {
                self.end_line();
                // A table in a cell: what was read of the row around it stands before it.
                self.end_row();
                self.tables.push(OpenTable { place: self.page.tables.len(), ..OpenTable::default() });
                self.page.tables.push(PageTable::new());
            }
            "tr" => self.end_row(),
            "td" | "th" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut() {
                    table.row.push(PageCell { columns: 1, rows: 1, ..PageCell::default() });
                    table.is_in_cell = true;
                }
            }
            name if INLINE.contains(&name) => {}
            _ => self.end_line(),
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(unseen) = self.unseen {
            if unseen == name {
                self.unseen = None;
            }
            return;
        }
        match name {
            "table" => self.end_table(),
            "tr" => self.end_row(),
            "td" | "th" => {
                self.end_line();
                if let Some(table) = self.tables.last_mut() {
                    table.is_in_cell = false;
                }
            }
            name if INLINE.contains(&name) => {}
            _ => self.end_line(),
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        self.tables.pop();
    }

    fn end_row(&mut self) {
        self.end_line();
        let Some(table) = self.tables.last_mut() else { return };
        table.is_in_cell = false;
        let (row, place) = (std::mem::take(&mut table.row), table.place);
        let lines = || row.iter().flat_map(|cell| cell.text.lines().map(str::to_owned));
        match row.iter().filter(|cell| !cell.text.is_empty()).count() {
            0 => {}
            1 => self.page.parts.extend(lines().map(PagePart::Line)),
            _ => self.page.parts.push(PagePart::Row(row.iter().map(|cell| cell.text.replace('\n', " ")).collect())),
        }
        // A row that is named by its end alone, or interrupted by a table, is one all the same; one without cells is not.
        if let Some(rows) = self.page.tables.get_mut(place).filter(|_| !row.is_empty()) {
            rows.push(row);
        }
    }

    /// Ends the line: into the cell that is open, else as a part of the page.
    fn end_line(&mut self) {
        // Blanks of the file are one blank; those of the page, as `&nbsp;`, stay.
        let line = std::mem::take(&mut self.line);
        let words: Vec<&str> = line.split([' ', '\t', '\n', '\r', '\u{C}']).filter(|word| !word.is_empty()).collect();
        let line = words.join(" ").trim().to_owned();
        if line.is_empty() {
            return;
        }
        match self.open_cell() {
            Some(cell) if cell.text.is_empty() => cell.text = line,
            Some(cell) => {
                cell.text.push('\n');
                cell.text.push_str(&line);
            }
            None => self.page.parts.push(PagePart::Line(line)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_lines_and_rows() {
        for (html, expected) in [
            ("<p>甲</p><p>乙<br>丙</p>", "甲\n乙\n丙"),
            (
                "<table><tr><td>标&nbsp;题：<td>《甲》<tr><td>文号</td><td></td></tr></table>",
                "标\u{A0}题：\t《甲》\n文号",
            ),
            ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>丙", "甲\n乙\n丙"),
            ("<table><tr><td>外<table><tr><td>甲<td>乙</table>里</td></tr></table>", "外\n甲\t乙\n里"),
            ("<style>td{}</style><script>if (a<b) '</p>'</script><title>题</title><b>甲</b>乙", "甲乙"),
            ("甲 \n  乙<o:p></o:p>&amp;&#x4E19;", "甲 乙&丙"),
            ("<td>甲", "甲"),
            ("<li>甲<li>乙", "甲\n乙"),
            ("", ""),
        ] {
            assert_eq!(Page::of_html(html).text(), expected, "{html}");
        }
    }

    #[test]
    fn a_page_keeps_its_links_and_its_own_address() {
        let page = Page::of_html(
            "<!-- saved from url=(0024)https://a.gov.cn/1.html --><p>甲<a href=' https://a.gov.cn/2 '>甲</a><a href=/3>乙</a>\
             <table><tr><td><a href=https://a.gov.cn/2>丙</a><td>丁<tr><td><a href=https://a.gov.cn/5>戊</a><td>己",
        );
        let links: Vec<(usize, &str)> = page.links.iter().map(|link| (link.part, link.address.as_str())).collect();
        assert_eq!(links, [(0, "https://a.gov.cn/2"), (2, "https://a.gov.cn/5")]);
        assert_eq!(page.address.as_deref(), Some("https://a.gov.cn/1.html"));
    }

    #[test]
    fn a_plain_text_is_lines_and_rows_by_its_tabs() {
        assert_eq!(
            Page::of_text("\u{3000}甲\r\n\n温州市\t办法\t").parts,
            [PagePart::Line("甲".to_owned()), PagePart::Row(vec!["温州市".into(), "办法".into(), String::new()])]
        );
    }
}
