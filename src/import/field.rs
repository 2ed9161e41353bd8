//! Fields that a column of a table can be, each with the word by which a mapping names it.

use serde::{Deserialize, Serialize};

use crate::catalogue::EventKind;
use crate::words::{ImportText as T, Lang, LayerText as L};

/// A field that a column can be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TableField {
    /// The id of a policy, as this program writes it.
    Id,
    /// The place, or a part of its name: 省份 beside 城市.
    Region,
    /// Title.
    Title,
    /// The date of an event.
    Date(EventKind),
    /// The year, the month or the day of an event, in a column of its own.
    DatePart(EventKind, DatePart),
    /// A date of an event that the head does not tell: to be asked.
    SomeDate,
    /// The month of the event that dates a policy, as this program writes it.
    Month,
    /// Document number.
    Number,
    /// Issuer.
    Issuer,
    /// Address of the page.
    Link,
    /// Stage.
    Stage,
    /// Period of validity.
    Period,
    /// The note of the form.
    Note,
    /// The strength of the focus with this id, as this program writes it.
    Focus(String),
    /// A remark of the name of the head.
    Remark,
    /// Nothing: left out.
    Ignored,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatePart {
    /// Year.
    Year,
    /// Month.
    Month,
    /// Day.
    Day,
}

impl DatePart {
    /// All of them, in the order of a date.
    pub const ALL: [DatePart; 3] = [DatePart::Year, DatePart::Month, DatePart::Day];

    /// The sign behind it in a date.
    pub fn sign(self) -> &'static str {
        match self {
            DatePart::Year => "年",
            DatePart::Month => "月",
            DatePart::Day => "日",
        }
    }

    fn id(self) -> &'static str {
        match self {
            DatePart::Year => "year",
            DatePart::Month => "month",
            DatePart::Day => "day",
        }
    }
}

/// The fields without parts of their own, by their words.
const PLAIN: [(TableField, &str); 12] = [
    (TableField::Id, "id"),
    (TableField::Region, "region"),
    (TableField::Title, "title"),
    (TableField::SomeDate, "date"),
    (TableField::Month, "month"),
    (TableField::Number, "number"),
    (TableField::Issuer, "issuer"),
    (TableField::Link, "link"),
    (TableField::Stage, "stage"),
    (TableField::Period, "period"),
    (TableField::Note, "note"),
    (TableField::Remark, "remark"),
];

const IGNORED: &str = "ignored";
const FOCUS: &str = "focus_";

impl TableField {
    /// The fields that a user chooses from for a column; the first is what an unknown column is.
    pub fn choices() -> Vec<TableField> {
        let events = EventKind::ALL.iter().map(|kind| TableField::Date(*kind));
        let before = [TableField::Remark, TableField::Ignored, TableField::Region, TableField::Title];
        let behind = [
            TableField::Number,
            TableField::Issuer,
            TableField::Link,
            TableField::Stage,
            TableField::Period,
            TableField::Note,
            TableField::Id,
        ];
        before.into_iter().chain(events).chain(behind).collect()
    }

    /// The field of a word: `title`, `published`, `published/year`, `focus_compute`, `remark`, `ignored`.
    pub fn find(word: &str) -> Option<TableField> {
        if word == IGNORED {
            return Some(TableField::Ignored);
        }
        if let Some(focus) = word.strip_prefix(FOCUS) {
            return Some(TableField::Focus(focus.to_owned()));
        }
        let event = |word: &str| EventKind::ALL.iter().copied().find(|kind| kind.id() == word);
        let part = || {
            let (kind, part) = word.split_once('/')?;
            let part = DatePart::ALL.into_iter().find(|one| one.id() == part)?;
            Some(TableField::DatePart(event(kind)?, part))
        };
        let plain = PLAIN.into_iter().find(|(_, id)| *id == word).map(|(field, _)| field);
        plain.or_else(|| event(word).map(TableField::Date)).or_else(part)
    }

    /// Its word.
    pub fn id(&self) -> String {
        match self {
            TableField::Ignored => IGNORED.to_owned(),
            TableField::Focus(focus) => format!("{FOCUS}{focus}"),
            TableField::Date(kind) => kind.id().to_owned(),
            TableField::DatePart(kind, part) => format!("{}/{}", kind.id(), part.id()),
            plain => PLAIN.iter().find(|(field, _)| field == plain).map_or("", |(_, id)| id).to_owned(),
        }
    }

    /// Its name for people.
    pub fn name(&self, lang: Lang) -> String {
        let text = match self {
            TableField::Id => L::IdHead,
            TableField::Region => L::Place,
            TableField::Title => L::Title,
            TableField::Date(kind) => return L::DateOf.fill(lang, &[("event", &kind.name(lang))]),
            TableField::DatePart(kind, part) => {
                return T::PartOfDate.fill(lang, &[("event", &kind.name(lang)), ("part", &part.name(lang))]);
            }
            TableField::SomeDate => L::Date,
            TableField::Month => L::MonthHead,
            TableField::Number => L::Number,
            TableField::Issuer => L::Issuer,
            TableField::Link => L::Link,
            TableField::Stage => L::StageName,
            TableField::Period => L::PeriodName,
            TableField::Note => L::Note,
            TableField::Focus(focus) => return focus.clone(),
            TableField::Remark => return T::AsRemark.get(lang).to_owned(),
            TableField::Ignored => return T::LeftOut.get(lang).to_owned(),
        };
        text.get(lang).to_owned()
    }

    /// Whether several columns of a table may be it.
    pub fn is_shared(&self) -> bool {
        matches!(self, TableField::Region | TableField::Remark | TableField::Ignored)
    }
}

impl DatePart {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            DatePart::Year => T::Year,
            DatePart::Month => T::Month,
            DatePart::Day => T::Day,
        }
        .get(lang)
    }
}

impl TryFrom<String> for TableField {
    type Error = String;

    fn try_from(word: String) -> Result<TableField, String> {
        TableField::find(&word).ok_or_else(|| format!("no field `{word}`"))
    }
}

impl From<TableField> for String {
    fn from(field: TableField) -> String {
        field.id()
    }
}
