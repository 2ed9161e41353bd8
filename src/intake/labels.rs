//! Labelled values: `发文字号：芜政办〔2024〕12号` in a line, in two cells of a row, or under the head of a table.

use super::page::{Page, PagePart};
use super::signs::{is_unseen, plain};
use crate::catalogue::EventKind;

/// The field that a label is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldLabel {
    /// A place.
    Region,
    /// A title.
    Title,
    /// A date of this event; of one that the label does not say for none.
    Date(Option<EventKind>),
    /// A document number.
    Number,
    /// One or several issuers.
    Issuer,
    /// An address.
    Link,
    /// A stage.
    Stage,
    /// A period of validity.
    Period,
    /// A remark of the label's own name.
    Remark,
}

/// A value with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The field.
    pub label: FieldLabel,
    /// The label's name without blanks: `索引号`.
    pub name: &'static str,
    /// The value, to the letter, without blanks around it.
    pub value: String,
}

/// The labelled values of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelledValues {
    /// The values in their order, without those that say nothing.
    pub values: Vec<Labelled>,
    /// The row of a table that they were read from, where they were.
    pub row: Option<FirstRow>,
}

/// The first row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstRow {
    /// Its place among the parts of the page.
    pub part: usize,
    /// The number of rows of the table, a head left out.
    pub of: usize,
}

/// Labels and their fields.
const LABELS: [(FieldLabel, &[&str]); 16] = [
    (
        FieldLabel::Title,
        &["标题", "名称", "题名", "政策名称", "文件名称", "信息名称", "公文名称", "政策标题", "文件标题"],
    ),
    (FieldLabel::Number, &["发文字号", "文号", "文件号", "发文文号", "文件编号", "公文字号"]),
    (
        FieldLabel::Issuer,
        &[
            "发文机关",
            "发布机构",
            "发布机关",
            "发文单位",
            "发布单位",
            "制定机关",
            "印发单位",
            "发文机构",
            "公开机构",
            "成文机关",
            "制发机关",
        ],
    ),
    (
        FieldLabel::Date(Some(EventKind::Published)),
        &["发布日期", "公布日期", "发布时间", "公布时间", "公开日期", "公开时间"],
    ),
    (FieldLabel::Date(Some(EventKind::Signed)), &["成文日期", "成文时间", "签发日期", "签署日期"]),
    (FieldLabel::Date(Some(EventKind::Issued)), &["印发日期", "印发时间", "发文日期"]),
    (
        FieldLabel::Date(Some(EventKind::InForce)),
        &["施行日期", "实施日期", "生效日期", "施行时间", "实施时间", "生效时间", "执行日期"],
    ),
    (FieldLabel::Date(Some(EventKind::Ends)), &["失效日期", "失效时间", "有效期至", "截止日期", "终止日期"]),
    (FieldLabel::Date(Some(EventKind::ConsultationOpen)), &["征求意见开始", "征求意见开始日期", "征求意见开始时间"]),
    (FieldLabel::Date(Some(EventKind::ConsultationEnds)), &["征求意见截止", "征求意见截止日期", "征求意见截止时间"]),
    (FieldLabel::Date(None), &["日期", "时间"]),
    (FieldLabel::Region, &["地区", "地市", "城市", "所属地区", "区域", "省份", "行政区划", "行政区划代码"]),
    (FieldLabel::Link, &["链接", "网址", "原文链接", "来源链接", "URL", "url"]),
    (FieldLabel::Stage, &["阶段"]),
    (FieldLabel::Period, &["有效期", "有效期限", "期限", "实施期限"]),
    (
        FieldLabel::Remark,
        &["索引号", "有效性", "主题分类", "主题词", "废止日期", "备注", "说明", "体裁分类", "信息分类"],
    ),
];

/// All labels by name.
fn all() -> impl Iterator<Item = (FieldLabel, &'static str)> {
    LABELS.iter().flat_map(|(label, names)| names.iter().map(|name| (*label, *name)))
}

/// Marks between a label and its value.
const COLONS: [char; 3] = [':', '】', ']'];

/// The label that a whole text is, its colon left out or not.
pub fn label(text: &str) -> Option<(FieldLabel, &'static str)> {
    let name: String = text.chars().map(plain).filter(|c| !is_left_out(*c)).collect();
    let name = name.trim_matches(['【', '[', '】', ']', ':']);
    all().find(|(_, known)| *known == name)
}

/// Blanks, which set the signs of a label apart: `标　　题`.
fn is_left_out(c: char) -> bool {
    c == ' ' || is_unseen(c)
}

impl LabelledValues {
    /// The labelled values of a page.
    pub fn of(page: &Page) -> LabelledValues {
        let mut found = LabelledValues::default();
        let mut parts = page.parts.iter().enumerate().peekable();
        while let Some((at, part)) = parts.next() {
            match part {
                PagePart::Line(line) => {
                    let next = match parts.peek() {
                        Some((_, PagePart::Line(next))) if in_line(next).is_empty() && label(next).is_none() => next,
                        _ => "",
                    };
                    found.values.extend(in_lines(line, next));
                }
                PagePart::Row(cells) if is_head(cells) => {
                    let mut rows = 0;
                    while let Some((_, PagePart::Row(row))) =
                        parts.next_if(|(_, part)| matches!(part, PagePart::Row(_)))
                    {
                        rows += 1;
                        if rows == 1 && found.row.is_none() {
                            found.values.extend(under(cells, row));
                        }
                    }
                    let first = FirstRow { part: at + 1, of: rows };
                    found.row = found.row.or((rows > 0).then_some(first));
                }
                PagePart::Row(cells) => found.values.extend(in_row(cells)),
            }
        }
        // A dash in a cell says as little as an empty one.
        found.values.retain(|one| one.value.contains(char::is_alphanumeric));
        found
    }
}

/// Whether a row is the head of a table: labels alone, and more than a pair of them.
fn is_head(cells: &[String]) -> bool {
    let mut words = cells.iter().filter(|cell| !cell.is_empty());
    let known = words.clone().filter(|cell| label(cell).is_some()).count();
    known > 1 && words.all(|cell| !cell.contains([':', '：'])) && known * 2 >= cells.len() && !has_pairs(cells)
}

/// Whether each second cell is a label, and none between them.
fn has_pairs(cells: &[String]) -> bool {
    cells.chunks(2).all(|pair| matches!(pair, [name, value] if label(name).is_some() && label(value).is_none()))
}

/// The values of a row under a head.
fn under(head: &[String], row: &[String]) -> Vec<Labelled> {
    let cells = head.iter().zip(row);
    cells.filter_map(|(head, cell)| label(head).map(|of| labelled(of, cell))).collect()
}

/// The values in a row of cells: behind a label in its own cell, or in the next.
fn in_row(cells: &[String]) -> Vec<Labelled> {
    let mut found = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let next = cells.get(at + 1).map_or("", String::as_str);
        let next = if label(next).is_some() || !in_line(next).is_empty() { "" } else { next };
        match label(cell) {
            Some(of) => found.push(labelled(of, next)),
            None => found.extend(in_lines(cell, next)),
        }
    }
    found
}

/// The values in a line, the last of them in the next line where its own has none.
fn in_lines(line: &str, next: &str) -> Vec<Labelled> {
    let mut found = in_line(line);
    if let Some(last) = found.last_mut().filter(|last| last.value.is_empty()) {
        next.trim().clone_into(&mut last.value);
    }
    found
}

fn labelled(of: (FieldLabel, &'static str), value: &str) -> Labelled {
    Labelled { label: of.0, name: of.1, value: value.trim().to_owned() }
}

/// The values in a line: each label begins it or stands behind a blank or a bracket, and has a colon.
fn in_line(line: &str) -> Vec<Labelled> {
    let signs: Vec<char> = line.chars().map(plain).collect();
    let letters: Vec<char> = line.chars().collect();
    let mut heads: Vec<(usize, usize, (FieldLabel, &'static str))> = Vec::new();
    for (colon, _) in signs.iter().enumerate().filter(|(_, c)| COLONS.contains(c)) {
        let ends = all().filter_map(|of| Some((begin_of(&signs, colon, of.1)?, colon + 1, of)));
        heads.extend(ends.max_by_key(|(_, _, (_, name))| name.len()));
    }
    let ends = heads.iter().skip(1).map(|(from, ..)| *from).chain([letters.len()]);
    let value = |from: usize, to: usize| letters.iter().take(to).skip(from).collect::<String>();
    heads.iter().zip(ends).map(|((_, from, of), to)| labelled(*of, &value(*from, to))).collect()
}

/// The begin of a label that ends before a colon, blanks between its signs left out.
fn begin_of(signs: &[char], colon: usize, name: &str) -> Option<usize> {
    let mut at = colon;
    for wanted in name.chars().rev() {
        let before = signs.get(..at)?;
        at = before.iter().rposition(|c| !is_left_out(*c)).filter(|i| signs.get(*i) == Some(&wanted))?;
    }
    let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied();
    match before {
        Some('【' | '[') => Some(at - 1),
        Some(c) if !is_left_out(c) && !matches!(c, '|' | '(' | '（' | ';' | '；') => None,
        _ => Some(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `索引号=003082`, one a value.
    fn told(page: &Page) -> (String, usize) {
        let found = LabelledValues::of(page);
        let values: Vec<String> = found.values.iter().map(|one| format!("{}={}", one.name, one.value)).collect();
        (values.join(" | "), found.row.map_or(0, |row| row.of))
    }

    #[test]
    fn labels_are_found_in_lines_and_cells_however_they_are_set() {
        for (text, expected, rows) in [
            ("发文字号：芜政办〔2024〕12号", "发文字号=芜政办〔2024〕12号", 0),
            (
                "索 引 号：003082/2024-0012　　发布日期: 2024-05-06 10:32",
                "索引号=003082/2024-0012 | 发布日期=2024-05-06 10:32",
                0,
            ),
            ("标\u{A0}\u{A0}题：\n《甲：乙》", "标题=《甲：乙》", 0),
            ("【发文字号】芜政办〔2024〕12号", "发文字号=芜政办〔2024〕12号", 0),
            ("发文机关：\t芜湖市\t成文日期：\t\t文号：\t甲", "发文机关=芜湖市 | 文号=甲", 0),
            ("成文日期：\n施行日期：2024年6月1日", "施行日期=2024年6月1日", 0),
            ("标题\t办法\t文号\t甲", "标题=办法 | 文号=甲", 0),
            ("地区\t名称\t发布时间\n温州\t办法\t2024\n杭州\t方案\t2025", "地区=温州 | 名称=办法 | 发布时间=2024", 2),
            ("文号：—\n标题：/", "", 0),
            ("本文标题：甲", "", 0),
            ("会议时间地点：甲", "", 0),
            ("", "", 0),
        ] {
            assert_eq!(told(&Page::of_text(text)), (expected.to_owned(), rows), "{text}");
        }
    }
}
