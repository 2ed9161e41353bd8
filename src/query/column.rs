//! FIELDS: every column of a table or an export once: key, label, doc, and the value of a row.
//!
//! The table, the column chooser, `--columns`, `--sort`, every export and the docs read this list.

use std::borrow::Cow;

use super::reading::pinyin_key;
use super::{Index, Outcome, Row, Unit};
use crate::catalogue::{
    AssignedBy, ById, Catalogue, EventKind, FocusIdx, Month, Policy, PolicyIdx, SourceIdx, Stage, StatementIdx,
    Strength, Tier,
};
use crate::words::{FigureText as T, Lang};

/// A column; its focus stands in the catalogue, or is named by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column<F = FocusIdx> {
    /// Id of the policy.
    Id,
    /// Code of the place.
    Region,
    /// Name of the place.
    RegionName,
    /// Rank of government.
    Tier,
    /// Policies of the place in the result.
    Policies,
    /// Month of publication.
    Month,
    /// Stage.
    Stage,
    /// Title to the letter.
    Title,
    /// English title.
    TitleEn,
    /// Short title.
    Short,
    /// Document number, if its source is in sight.
    Number,
    /// Issuers, if their source is in sight.
    Issuers,
    /// Period, if its source is in sight.
    Period,
    /// Strength of a focus.
    Focus(F),
    /// Basis of a focus.
    Basis(F),
    /// 等 of a focus.
    Open(F),
    /// Keywords of the statements that the row rests on.
    Keywords,
    /// Sources in sight that speak of the row.
    Sources,
    /// The event that the month is taken from.
    MonthBy,
    /// Who sorted the statements behind the cell of a focus.
    AssignedBy(F),
}

/// A column whichever catalogue is open: the focus by its id.
pub type FieldKey = Column<String>;

/// The separator of a list inside one value.
pub const LIST_SEPARATOR: &str = "; ";

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A whole number.
    Number(u64),
    /// A value of an ordered vocabulary: its place and its id.
    Ordered(usize, &'static str),
    /// A text; may be empty.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Nothing is known: sorts last either way.
    Missing,
}

/// What a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortValue<'a> {
    /// A number, or the place in an order.
    Number(u64),
    /// An id.
    Id(ById<'a>),
    /// A text, by code points; a Chinese one is spelled in pinyin before.
    Text(Cow<'a, str>),
    /// Nothing is known.
    Missing,
}

impl Value {
    /// The value as csv and json write it, the same in every language.
    pub fn plain(&self) -> String {
        match self {
            Value::Number(n) => n.to_string(),
            Value::Ordered(_, id) => (*id).to_owned(),
            Value::Text(text) => text.clone(),
            Value::Flag(flag) => flag.to_string(),
            Value::Missing => String::new(),
        }
    }
}

/// All columns of a unit, in the order of FIELDS.
pub fn columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let mut list = match unit {
        Unit::Policy => vec![
            Column::Id,
            Column::Region,
            Column::RegionName,
            Column::Tier,
            Column::Month,
            Column::Stage,
            Column::Title,
            Column::TitleEn,
            Column::Short,
            Column::Number,
            Column::Issuers,
            Column::Period,
        ],
        Unit::Region => vec![Column::Region, Column::RegionName, Column::Tier, Column::Policies],
    };
    list.extend(catalogue.focus_idxs().map(Column::Focus));
    list.extend(catalogue.focus_idxs().map(Column::Basis));
    list.extend(catalogue.focus_idxs().map(Column::Open));
    list.extend([Column::Keywords, Column::Sources]);
    list
}

/// Columns that are shown where somebody asks for them, and that follow the others in a table for programs: what the
/// month is taken from, and who sorted each cell.
pub fn further_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    let month = (unit == Unit::Policy).then_some(Column::MonthBy);
    month.into_iter().chain(catalogue.focus_idxs().map(Column::AssignedBy)).collect()
}

impl<F> Column<F> {
    /// The same column with its focus told otherwise.
    fn with_focus<G>(&self, focus: impl FnOnce(&F) -> G) -> Column<G> {
        match self {
            Column::Id => Column::Id,
            Column::Region => Column::Region,
            Column::RegionName => Column::RegionName,
            Column::Tier => Column::Tier,
            Column::Policies => Column::Policies,
            Column::Month => Column::Month,
            Column::Stage => Column::Stage,
            Column::Title => Column::Title,
            Column::TitleEn => Column::TitleEn,
            Column::Short => Column::Short,
            Column::Number => Column::Number,
            Column::Issuers => Column::Issuers,
            Column::Period => Column::Period,
            Column::Focus(of) => Column::Focus(focus(of)),
            Column::Basis(of) => Column::Basis(focus(of)),
            Column::Open(of) => Column::Open(focus(of)),
            Column::Keywords => Column::Keywords,
            Column::Sources => Column::Sources,
            Column::MonthBy => Column::MonthBy,
            Column::AssignedBy(of) => Column::AssignedBy(focus(of)),
        }
    }
}

impl Column<String> {
    /// The keys without a focus.
    const PLAIN: [FieldKey; 16] = [
        Column::Id,
        Column::Region,
        Column::RegionName,
        Column::Tier,
        Column::Policies,
        Column::Month,
        Column::Stage,
        Column::Title,
        Column::TitleEn,
        Column::Short,
        Column::Number,
        Column::Issuers,
        Column::Period,
        Column::Keywords,
        Column::Sources,
        Column::MonthBy,
    ];

    /// The stable name: `id`, `focus_compute`.
    pub fn id(&self) -> String {
        let of = |prefix: &str, focus: &str| format!("{prefix}_{focus}");
        match self {
            Column::Id => "id".into(),
            Column::Region => "region".into(),
            Column::RegionName => "region_name".into(),
            Column::Tier => "tier".into(),
            Column::Policies => "policies".into(),
            Column::Month => "month".into(),
            Column::Stage => "stage".into(),
            Column::Title => "title".into(),
            Column::TitleEn => "title_en".into(),
            Column::Short => "short".into(),
            Column::Number => "number".into(),
            Column::Issuers => "issuers".into(),
            Column::Period => "period".into(),
            Column::Focus(focus) => of("focus", focus),
            Column::Basis(focus) => of("basis", focus),
            Column::Open(focus) => of("open", focus),
            Column::Keywords => "keywords".into(),
            Column::Sources => "sources".into(),
            Column::MonthBy => "month_by".into(),
            Column::AssignedBy(focus) => of("assigned_by", focus),
        }
    }

    /// The key with this stable name, whichever focus it may be of.
    pub fn read(id: &str) -> Option<FieldKey> {
        let of = |prefix: &str| id.strip_prefix(prefix).map(str::to_owned);
        let plain = FieldKey::PLAIN.into_iter().find(|field| field.id() == id);
        plain
            .or_else(|| of("focus_").map(Column::Focus))
            .or_else(|| of("basis_").map(Column::Basis))
            .or_else(|| of("open_").map(Column::Open))
            .or_else(|| of("assigned_by_").map(Column::AssignedBy))
    }

    /// The column of a unit; nothing where rows of it have none, or where the catalogue lacks its focus.
    pub fn column(&self, catalogue: &Catalogue, unit: Unit) -> Option<Column> {
        let wanted = self.with_focus(|id| catalogue.focus_idxs().find(|focus| catalogue[*focus].id == *id));
        let mut all = columns(catalogue, unit).into_iter().chain(further_columns(catalogue, unit));
        all.find(|column| column.with_focus(|focus| Some(*focus)) == wanted)
    }
}

impl Column {
    /// Its key, which holds for every catalogue.
    pub fn field(self, catalogue: &Catalogue) -> FieldKey {
        self.with_focus(|focus| catalogue[*focus].id.clone())
    }

    /// The stable name: `id`, `focus_compute`.
    pub fn key(self, catalogue: &Catalogue) -> String {
        self.field(catalogue).id()
    }

    /// The column of a unit with this stable name.
    pub fn find(key: &str, catalogue: &Catalogue, unit: Unit) -> Option<Column> {
        FieldKey::read(key)?.column(catalogue, unit)
    }

    /// The heading for people.
    pub fn label(self, catalogue: &Catalogue, lang: Lang) -> String {
        let of = |text: T, focus: FocusIdx| text.fill(lang, &[("focus", &catalogue[focus].name.get(lang))]);
        match self {
            Column::Focus(focus) => catalogue[focus].name.get(lang).to_owned(),
            Column::Basis(focus) => of(T::ColumnBasis, focus),
            Column::Open(focus) => of(T::ColumnOpen, focus),
            Column::AssignedBy(focus) => of(T::ColumnAssignedBy, focus),
            other => other.words().0.get(lang).to_owned(),
        }
    }

    /// What the column holds.
    pub fn doc(self, lang: Lang) -> &'static str {
        self.words().1.get(lang)
    }

    fn words(self) -> (T, T) {
        match self {
            Column::Id => (T::ColumnId, T::DocId),
            Column::Region => (T::ColumnRegion, T::DocRegion),
            Column::RegionName => (T::ColumnRegionName, T::DocRegionName),
            Column::Tier => (T::ColumnTier, T::DocTier),
            Column::Policies => (T::ColumnPolicies, T::DocPolicies),
            Column::Month => (T::ColumnMonth, T::DocMonth),
            Column::Stage => (T::ColumnStage, T::DocStage),
            Column::Title => (T::ColumnTitle, T::DocTitle),
            Column::TitleEn => (T::ColumnTitleEn, T::DocTitleEn),
            Column::Short => (T::ColumnShort, T::DocShort),
            Column::Number => (T::ColumnNumber, T::DocNumber),
            Column::Issuers => (T::ColumnIssuers, T::DocIssuers),
            Column::Period => (T::ColumnPeriod, T::DocPeriod),
            Column::Focus(_) => (T::ColumnFocus, T::DocFocus),
            Column::Basis(_) => (T::ColumnBasis, T::DocBasis),
            Column::Open(_) => (T::ColumnOpen, T::DocOpen),
            Column::Keywords => (T::ColumnKeywords, T::DocKeywords),
            Column::Sources => (T::ColumnSources, T::DocSources),
            Column::MonthBy => (T::ColumnMonthBy, T::DocMonthBy),
            Column::AssignedBy(_) => (T::ColumnAssignedBy, T::DocAssignedBy),
        }
    }

    /// The value of a row of a result. Names are in the language asked for, everything else is the same in both.
    pub fn value(self, index: &Index, outcome: &Outcome, row: Row, lang: Lang) -> Value {
        let catalogue = &*index.catalogue;
        let region = &catalogue[row.region(catalogue)];
        match self {
            Column::Region => return text(&region.code),
            Column::RegionName => return text(region.name.get(lang)),
            Column::Tier => return ordered(Tier::ALL, region.tier(), Tier::id),
            Column::Policies => return Value::Number(outcome.policies_of(index, row).len() as u64),
            Column::Focus(focus) => {
                return ordered(Strength::ALL, outcome.cell(catalogue, row, focus).strength, Strength::id);
            }
            Column::Basis(focus) => {
                return outcome.cell(catalogue, row, focus).basis.map_or(text(""), |basis| text(basis.id()));
            }
            Column::Open(focus) => return Value::Flag(outcome.cell(catalogue, row, focus).open),
            Column::Keywords => {
                return text(&keywords(catalogue, &rests_on(index, outcome, row)).join(LIST_SEPARATOR));
            }
            Column::Sources => return text(&sources(index, outcome, row).join(LIST_SEPARATOR)),
            Column::AssignedBy(focus) => {
                let by = assigned_by(catalogue, &outcome.behind(index, row, focus));
                return by.map_or(Value::Missing, |by| text(by.id()));
            }
            _ => {}
        }
        match row {
            Row::Policy(policy) => self.of_policy(&catalogue[policy], outcome, lang),
            Row::Region(_) => Value::Missing,
        }
    }

    fn of_policy(self, policy: &Policy, outcome: &Outcome, lang: Lang) -> Value {
        let seen = |source: SourceIdx| outcome.lens.sees(source);
        match self {
            Column::Id => text(&policy.id),
            Column::Month => policy.month.map_or(Value::Missing, |month| Value::Text(month.to_string())),
            Column::MonthBy => policy.dated_by().map_or(Value::Missing, |event| text(event.kind.id())),
            Column::Stage => ordered(Stage::ALL, policy.stage, Stage::id),
            Column::Title => text(policy.title.get(Lang::Zh)),
            Column::TitleEn => policy.title.en.as_deref().map_or(Value::Missing, text),
            Column::Short => text(policy.short.get(lang)),
            Column::Number => match &policy.number {
                Some((number, source)) if seen(*source) => text(number),
                _ => Value::Missing,
            },
            Column::Issuers => {
                let names: Vec<&str> =
                    policy.issuers.iter().filter(|(_, source)| seen(*source)).map(|(name, _)| name.get(lang)).collect();
                if names.is_empty() { Value::Missing } else { text(&names.join(LIST_SEPARATOR)) }
            }
            Column::Period => match &policy.period {
                Some(period) if seen(period.source) => Value::Text(format!("{}/{}", period.from, period.to)),
                _ => Value::Missing,
            },
            _ => Value::Missing,
        }
    }

    /// What a row is sorted by: its value, borrowed where the catalogue holds it as it is. `region` sorts by code, as do
    /// ids and numbers by their characters; names, titles and keywords sort by their pinyin, in either language.
    pub(super) fn sort_value<'a>(self, index: &'a Index, outcome: &Outcome, row: Row) -> SortValue<'a> {
        let catalogue = &*index.catalogue;
        let region = row.region(catalogue);
        match (self, row) {
            // Places are held in the order of their codes; their names sort alike in every language.
            (Column::Region, _) => SortValue::Number(u64::from(region.0)),
            (Column::RegionName, _) => by_pinyin(catalogue[region].name.get(Lang::Zh)),
            (Column::Id, Row::Policy(i)) => SortValue::Id(ById(&catalogue[i].id)),
            (Column::Title, Row::Policy(i)) => by_pinyin(catalogue[i].title.get(Lang::Zh)),
            (Column::Month, Row::Policy(i)) => {
                catalogue[i].month.map_or(SortValue::Missing, |m| SortValue::Number(m.since(Month::FIRST) as u64))
            }
            _ => match self.value(index, outcome, row, Lang::Zh) {
                Value::Number(n) => SortValue::Number(n),
                Value::Ordered(at, _) => SortValue::Number(at as u64),
                Value::Text(text) if matches!(self, Column::Short | Column::Issuers | Column::Keywords) => {
                    by_pinyin(&text)
                }
                Value::Text(text) => SortValue::Text(Cow::Owned(text)),
                Value::Flag(flag) => SortValue::Number(u64::from(flag)),
                Value::Missing => SortValue::Missing,
            },
        }
    }

    /// The value of a row as a table for people shows it: names in place of ids.
    pub fn shown(self, index: &Index, outcome: &Outcome, row: Row, lang: Lang) -> String {
        match (self, row) {
            (Column::Month, Row::Policy(policy)) => index.catalogue[policy].month_words(lang),
            _ => self.shown_value(&self.value(index, outcome, row, lang), lang),
        }
    }

    /// A value of this column as a table for people shows it.
    pub fn shown_value(self, value: &Value, lang: Lang) -> String {
        match (self, value) {
            (Column::Tier, Value::Ordered(at, _)) => Tier::ALL.get(*at).map_or("", |t| t.name(lang)).to_owned(),
            (Column::Stage, Value::Ordered(at, _)) => Stage::ALL.get(*at).map_or("", |s| s.name(lang)).to_owned(),
            (Column::Focus(_), Value::Ordered(at, _)) => Strength::ALL.get(*at).map_or("", |s| s.name(lang)).to_owned(),
            (Column::MonthBy, Value::Text(id)) => EventKind::find(id).map_or("", |kind| kind.name(lang)).to_owned(),
            (Column::AssignedBy(_), Value::Text(id)) => AssignedBy::find(id).map_or("", |by| by.name(lang)).to_owned(),
            (Column::Month, Value::Missing) => T::MonthUnknown.get(lang).to_owned(),
            _ => value.plain(),
        }
    }
}

fn by_pinyin(text: &str) -> SortValue<'static> {
    SortValue::Text(Cow::Owned(pinyin_key(text)))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn ordered<V: PartialEq + Copy>(all: &[V], value: V, id: impl Fn(V) -> &'static str) -> Value {
    Value::Ordered(all.iter().position(|other| *other == value).unwrap_or(0), id(value))
}

/// Who sorted the statements behind a cell under its focus: a source where it sorted any of them, else a coder.
pub fn assigned_by(catalogue: &Catalogue, behind: &[StatementIdx]) -> Option<AssignedBy> {
    behind.iter().filter_map(|i| catalogue[*i].assigned_by).min()
}

/// The statements that a row rests on.
pub(super) fn rests_on(index: &Index, outcome: &Outcome, row: Row) -> Vec<StatementIdx> {
    match row {
        Row::Policy(policy) => index.rests_on(policy, &outcome.lens),
        Row::Region(region) => index.region_rests_on(region, &outcome.policies_of(index, row), &outcome.lens),
    }
}

/// The keywords of statements, each once, in the order of the file.
fn keywords(catalogue: &Catalogue, statements: &[StatementIdx]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for keyword in statements.iter().flat_map(|i| &catalogue[*i].keywords) {
        if !found.contains(keyword) {
            found.push(keyword.clone());
        }
    }
    found
}

/// The sources in sight that list the row's policies or that it rests on, in catalogue order.
fn sources(index: &Index, outcome: &Outcome, row: Row) -> Vec<String> {
    let catalogue = &*index.catalogue;
    let statements = rests_on(index, outcome, row);
    let policies: Vec<PolicyIdx> = outcome.policies_of(index, row);
    let listed = policies.iter().flat_map(|p| &catalogue[*p].events).map(|event| event.source);
    let mut found: Vec<SourceIdx> = statements
        .iter()
        .map(|i| catalogue[*i].source)
        .chain(listed)
        .filter(|source| outcome.lens.sees(*source))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|source| catalogue[source].id.clone()).collect()
}
