//! FIELDS: every column once, with all its parts.

use std::borrow::Cow;

use super::{Field, FieldExtent, FieldValue, SortOrder};
use crate::catalogue::{AssignedBy, Basis, DATING, FocusIdx, Stage, Strength, Tier};
use crate::query::datum::{Datum, DatumKind, Missing};
use crate::words::{FigureText as T, Lang};

/// The placeholder of the focus of a column.
macro_rules! untold {
    ($focus:ident) => {
        ()
    };
}

/// Makes the columns from the table below. A column without one of its parts does not compile.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $(($focus:ident: $of:ident))? = $field:expr;)*) => {
        /// A column; its focus by position in the catalogue, or by id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Column<F = FocusIdx> {
            $($(#[$doc])* $name $(($of))?,)*
        }

        /// Every column in order, without their focuses.
        pub const FIELDS: &[Column<()>] = &[$(Column::$name $((untold!($focus)))?,)*];

        impl<F> Column<F> {
            /// Its parts.
            pub fn entry(&self) -> &'static Field {
                match self {
                    $(Column::$name { .. } => {
                        static FIELD: Field = $field;
                        &FIELD
                    })*
                }
            }

            /// Its focus, if it has one.
            pub fn focus(&self) -> Option<&F> {
                match self {
                    $($(Column::$name($focus) => Some($focus),)?)*
                    _ => None,
                }
            }

            /// The same column with its focus converted.
            pub fn with_focus<G>(&self, told: impl FnOnce(&F) -> G) -> Column<G> {
                match self {
                    $(Column::$name $(($focus))? => Column::$name $((told($focus)))?,)*
                }
            }

            /// The same column with its focus converted; none where the conversion gives none.
            pub fn try_with_focus<G>(&self, told: impl FnOnce(&F) -> Option<G>) -> Option<Column<G>> {
                Some(match self {
                    $(Column::$name $(($focus))? => Column::$name $((told($focus)?))?,)*
                })
            }
        }
    };
}

fields! {
    /// Id of the policy.
    Id = Field {
        key: "id",
        label: T::ColumnId,
        rule: T::DocId,
        kind: || DatumKind::Text,
        missing: None,
        order: SortOrder::Id,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|_, policy| Some(Datum::from(&policy.id))),
    };
    /// Code of the place.
    Region = Field {
        key: "region",
        label: T::ColumnRegion,
        rule: T::DocRegion,
        kind: || DatumKind::Text,
        missing: None,
        order: SortOrder::Value,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Row(|row| Some(Datum::from(&row.region().code))),
    };
    /// Name of the place.
    RegionName = Field {
        key: "region_name",
        label: T::ColumnRegionName,
        rule: T::DocRegionName,
        kind: || DatumKind::Text,
        missing: None,
        order: SortOrder::Pinyin,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Row(|row| Some(Datum::from(row.region().name.get(row.lang)))),
    };
    /// Rank of government.
    Tier = Field {
        key: "tier",
        label: T::ColumnTier,
        rule: T::DocTier,
        kind: DatumKind::of::<Tier>,
        missing: None,
        order: SortOrder::Value,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Row(|row| Some(Datum::from(row.region().tier()))),
    };
    /// Policies of the place in the result.
    Policies = Field {
        key: "policies",
        label: T::ColumnPolicies,
        rule: T::DocPolicies,
        kind: || DatumKind::Integer,
        missing: None,
        order: SortOrder::Value,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Region(|row| Some(Datum::from(row.policies().len()))),
    };
    /// Month of publication.
    Month = Field {
        key: "month",
        label: T::ColumnMonth,
        rule: T::DocMonth,
        kind: || DatumKind::Month,
        missing: Some(Missing::NotKnown),
        order: SortOrder::Value,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|_, policy| policy.month.map(Datum::from)),
    };
    /// Stage.
    Stage = Field {
        key: "stage",
        label: T::ColumnStage,
        rule: T::DocStage,
        kind: DatumKind::of::<Stage>,
        missing: None,
        order: SortOrder::Value,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|_, policy| Some(Datum::from(policy.stage))),
    };
    /// Title to the letter.
    Title = Field {
        key: "title",
        label: T::ColumnTitle,
        rule: T::DocTitle,
        kind: || DatumKind::Text,
        missing: None,
        order: SortOrder::Pinyin,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|_, policy| Some(Datum::from(policy.title.get(Lang::Zh)))),
    };
    /// English title.
    TitleEn = Field {
        key: "title_en",
        label: T::ColumnTitleEn,
        rule: T::DocTitleEn,
        kind: || DatumKind::Text,
        missing: Some(Missing::NotKnown),
        order: SortOrder::Value,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|_, policy| policy.title.en.as_ref().map(Datum::from)),
    };
    /// Short title.
    Short = Field {
        key: "short",
        label: T::ColumnShort,
        rule: T::DocShort,
        kind: || DatumKind::Text,
        missing: None,
        order: SortOrder::Pinyin,
        is_fixed: true,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|row, policy| Some(Datum::from(policy.short.get(row.lang)))),
    };
    /// Document number, if its source is in sight.
    Number = Field {
        key: "number",
        label: T::ColumnNumber,
        rule: T::DocNumber,
        kind: || DatumKind::Text,
        missing: Some(Missing::NoneInLens),
        order: SortOrder::Value,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|row, policy| {
            let (number, _) = policy.number.as_ref().filter(|(_, source)| row.sees(*source))?;
            Some(Datum::from(number))
        }),
    };
    /// Issuers, if their source is in sight.
    Issuers = Field {
        key: "issuers",
        label: T::ColumnIssuers,
        rule: T::DocIssuers,
        kind: || DatumKind::List,
        missing: Some(Missing::NoneInLens),
        order: SortOrder::Pinyin,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|row, policy| {
            let seen = policy.issuers.iter().filter(|(_, source)| row.sees(*source));
            let names: Vec<_> = seen.map(|(name, _)| Cow::Borrowed(name.get(row.lang))).collect();
            (!names.is_empty()).then_some(Datum::List(names))
        }),
    };
    /// Period, if its source is in sight.
    Period = Field {
        key: "period",
        label: T::ColumnPeriod,
        rule: T::DocPeriod,
        kind: || DatumKind::Text,
        missing: Some(Missing::NoneInLens),
        order: SortOrder::Value,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Policy(|row, policy| {
            let period = policy.period.as_ref().filter(|period| row.sees(period.source))?;
            Some(Datum::from(format!("{}/{}", period.from, period.to)))
        }),
    };
    /// Strength of a focus.
    Focus(focus: F) = Field {
        key: "focus",
        label: T::ColumnFocus,
        rule: T::DocFocus,
        kind: DatumKind::of::<Strength>,
        missing: None,
        order: SortOrder::Value,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Focus(|row, focus| Some(Datum::from(row.cell(focus).strength))),
    };
    /// Basis of a focus.
    Basis(focus: F) = Field {
        key: "basis",
        label: T::ColumnBasis,
        rule: T::DocBasis,
        kind: DatumKind::of::<Basis>,
        missing: Some(Missing::NotApplicable),
        order: SortOrder::TextOrBlank,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Focus(|row, focus| row.cell(focus).basis.map(Datum::from)),
    };
    /// 等 of a focus.
    Open(focus: F) = Field {
        key: "open",
        label: T::ColumnOpen,
        rule: T::DocOpen,
        kind: || DatumKind::Boolean,
        missing: None,
        order: SortOrder::Value,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Focus(|row, focus| Some(Datum::from(row.cell(focus).open))),
    };
    /// Keywords of the statements that the row rests on.
    Keywords = Field {
        key: "keywords",
        label: T::ColumnKeywords,
        rule: T::DocKeywords,
        kind: || DatumKind::List,
        missing: None,
        order: SortOrder::Pinyin,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Row(|row| Some(row.keywords())),
    };
    /// Sources in sight with statements on the row.
    Sources = Field {
        key: "sources",
        label: T::ColumnSources,
        rule: T::DocSources,
        kind: || DatumKind::List,
        missing: None,
        order: SortOrder::Text,
        is_fixed: false,
        extent: FieldExtent::Usual,
        value: FieldValue::Row(|row| Some(row.sources())),
    };
    /// The event that dates the policy.
    MonthBy = Field {
        key: "month_by",
        label: T::ColumnMonthBy,
        rule: T::DocMonthBy,
        kind: || DatumKind::among(&DATING),
        missing: Some(Missing::NotKnown),
        order: SortOrder::Text,
        is_fixed: true,
        extent: FieldExtent::Further,
        value: FieldValue::Policy(|_, policy| policy.dated_by().map(|event| Datum::from(event.kind))),
    };
    /// The party that sorted the statements behind the cell of a focus.
    AssignedBy(focus: F) = Field {
        key: "assigned_by",
        label: T::ColumnAssignedBy,
        rule: T::DocAssignedBy,
        kind: DatumKind::of::<AssignedBy>,
        missing: Some(Missing::NotApplicable),
        order: SortOrder::Text,
        is_fixed: false,
        extent: FieldExtent::Further,
        value: FieldValue::Focus(|row, focus| row.assigned_by(focus).map(Datum::from)),
    };
}
