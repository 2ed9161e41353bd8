//! Heads of columns by known names: those of pages, of ledgers, in English, and our own.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::field::{DatePart, TableField};
use crate::catalogue::{Catalogue, EventKind, fold};
use crate::edit::NOTE;
use crate::intake::{FieldLabel, label};
use crate::query::{Column, Unit, columns, further_columns};
use crate::words::Lang;

/// Names of columns that no page has, or that mean something else there.
static NAMES: [(TableField, &[&str]); 16] = [
    (TableField::Ignored, &["序号", "序", "编号", "行号", "no", "no.", "#", "s/n"]),
    (
        TableField::Region,
        &[
            "省",
            "市",
            "省市",
            "省(区市)",
            "省(自治区直辖市)",
            "地级市",
            "设区市",
            "市州",
            "州市",
            "区县",
            "县区",
            "县市区",
            "县(市区)",
            "所在地区",
            "所在地",
            "行政区",
            "行政区划(代码)",
            "region",
            "place",
            "province",
            "city",
        ],
    ),
    (TableField::Title, &["政策", "文件", "政策文件", "文件题名", "政策文件名称", "title", "policy", "document"]),
    (TableField::Number, &["发文号", "字号", "number", "document number"]),
    (
        TableField::Issuer,
        &["发布部门", "发文部门", "印发机关", "印发部门", "制定单位", "制定部门", "发布主体", "issuer", "issuers"],
    ),
    (TableField::Date(EventKind::Published), &["published", "publication date", "date of publication"]),
    (TableField::Date(EventKind::Signed), &["signed", "date of signature"]),
    (TableField::Date(EventKind::Issued), &["印发", "issued", "date of issue"]),
    (TableField::Date(EventKind::InForce), &["施行", "实施", "生效", "in force", "effective date"]),
    (TableField::Date(EventKind::Ends), &["截止", "截止时间", "失效", "有效期截止", "ends", "expires"]),
    (TableField::SomeDate, &["date"]),
    (TableField::Link, &["来源", "原文", "原文地址", "原文网址", "链接地址", "地址", "link", "address", "source"]),
    (TableField::Stage, &["状态", "类型", "stage", "status"]),
    (TableField::Period, &["施行期限", "有效期间", "period"]),
    (TableField::Note, &["备注", "说明", "note", "notes", "remark", "remarks"]),
    (TableField::Remark, &["主要内容", "内容", "摘要", "内容摘要", "summary", "content"]),
];

/// The fields of the names, each in its plain form: a sheet may have thousands of heads.
static FIELDS: LazyLock<HashMap<String, &TableField>> = LazyLock::new(|| {
    // Of two fields of one name the first is meant.
    let all = NAMES.iter().flat_map(|(field, names)| names.iter().map(move |name| (plain(name), field)));
    all.rev().collect()
});

/// The heads by which this program writes columns.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnHeads {
    /// The keys of columns, and their headings in each language.
    ways: [OwnNames; 3],
}

/// One way of naming columns: folded names with their fields.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnNames(HashMap<String, TableField>);

impl OwnHeads {
    /// The heads over a catalogue.
    pub fn of(catalogue: &Catalogue) -> OwnHeads {
        let usual = columns(catalogue, Unit::Policy).into_iter();
        let all: Vec<Column> = usual.chain(further_columns(catalogue, Unit::Policy)).collect();
        let named = |name: &dyn Fn(Column) -> String| {
            // Of two columns of one name the first is meant.
            let fields = all.iter().rev().map(|column| (fold(&name(*column)), own_field(*column, catalogue)));
            OwnNames(fields.collect())
        };
        let label = |lang: Lang| named(&move |column: Column| column.label(catalogue, lang));
        OwnHeads { ways: [named(&|column| column.key(catalogue)), label(Lang::Zh), label(Lang::En)] }
    }

    /// The names of a table that this program wrote: among them an id, a title and one more; none for another table.
    pub fn of_table(&self, heads: &[String]) -> Option<&OwnNames> {
        // A cell may lie over thousands of columns: each name is folded once.
        let heads: HashSet<&str> = heads.iter().map(String::as_str).collect();
        let heads: HashSet<String> = heads.into_iter().filter_map(folded).collect();
        let fields = |way: &OwnNames| heads.iter().filter_map(|head| way.0.get(head).cloned()).collect::<Vec<_>>();
        let own = |way: &&OwnNames| {
            let fields = fields(way);
            fields.contains(&TableField::Id) && fields.contains(&TableField::Title) && fields.len() > 2
        };
        self.ways.iter().filter(own).max_by_key(|way| fields(way).len())
    }

    /// The focus that a head names, in a table that this program did not write, as our template.
    pub fn focus(&self, head: &str) -> Option<TableField> {
        let head = folded(head)?;
        let mut found = self.ways.iter().filter_map(|way| way.0.get(&head));
        found.find(|field| matches!(field, TableField::Focus(_))).cloned()
    }

    /// Whether a head is one of ours.
    pub fn has(&self, head: &str) -> bool {
        folded(head).is_some_and(|head| self.ways.iter().any(|way| way.0.contains_key(&head)))
    }
}

impl OwnNames {
    /// The field of a head.
    pub fn field(&self, head: &str) -> Option<&TableField> {
        self.0.get(&folded(head)?)
    }
}

/// The field of a column of our own; what the program computes is left out.
fn own_field(column: Column, catalogue: &Catalogue) -> TableField {
    match column {
        Column::Id => TableField::Id,
        Column::Region => TableField::Region,
        Column::Month => TableField::Month,
        Column::Stage => TableField::Stage,
        Column::Title => TableField::Title,
        Column::Number => TableField::Number,
        Column::Issuers => TableField::Issuer,
        Column::Period => TableField::Period,
        Column::Focus(focus) => TableField::Focus(catalogue[focus].id.clone()),
        Column::RegionName
        | Column::Tier
        | Column::Policies
        | Column::TitleEn
        | Column::Short
        | Column::Basis(_)
        | Column::Open(_)
        | Column::Keywords
        | Column::Sources
        | Column::MonthBy
        | Column::AssignedBy(_) => TableField::Ignored,
    }
}

/// The field of a head by known names; of two storeys by the lower one, which says more.
pub fn known_field(head: &str) -> Option<TableField> {
    let Some((upper, lower)) = head.split_once('/') else { return one_storey(head) };
    let date = match one_storey(upper) {
        Some(TableField::Date(kind)) => Some(kind),
        Some(TableField::SomeDate) => Some(EventKind::Published),
        _ => None,
    };
    let part = DatePart::ALL.into_iter().find(|part| plain(lower) == part.sign());
    if let (Some(kind), Some(part)) = (date, part) {
        return Some(TableField::DatePart(kind, part));
    }
    match (one_storey(lower), one_storey(&format!("{upper}{lower}"))) {
        (Some(TableField::SomeDate) | None, Some(both)) => Some(both),
        (lower, _) => lower,
    }
}

/// A head of more bytes is a text and no name of a column.
const LONGEST: usize = 600;

/// Whether a head is longer than any name: a cell may lie over thousands of columns, each with all of its text.
fn is_long(head: &str) -> bool {
    head.len() > LONGEST
}

/// A head as it is looked up among our own; none for a text.
fn folded(head: &str) -> Option<String> {
    (!is_long(head)).then(|| fold(head.trim()))
}

fn one_storey(head: &str) -> Option<TableField> {
    if is_long(head) {
        return None;
    }
    let head = plain(head);
    if let Some(field) = FIELDS.get(&head) {
        return Some((*field).clone());
    }
    let (label, name) = label(&head)?;
    Some(match label {
        FieldLabel::Region => TableField::Region,
        FieldLabel::Title => TableField::Title,
        FieldLabel::Date(Some(kind)) => TableField::Date(kind),
        FieldLabel::Date(None) => TableField::SomeDate,
        FieldLabel::Number => TableField::Number,
        FieldLabel::Issuer => TableField::Issuer,
        FieldLabel::Link => TableField::Link,
        FieldLabel::Stage => TableField::Stage,
        FieldLabel::Period => TableField::Period,
        FieldLabel::Remark if name == NOTE => TableField::Note,
        FieldLabel::Remark => TableField::Remark,
    })
}

/// A head without blanks, stars, colons and what a form says of it in brackets: 题名*（必填）.
fn plain(head: &str) -> String {
    let folded: String = fold(head).chars().filter(|c| !matches!(c, ' ' | '*' | ':' | '、' | ',')).collect();
    let kept = ["(必填)", "(选填)", "(可选)"].iter().fold(folded, |head, note| head.replace(note, ""));
    kept.replace(['＊', '※'], "")
}
