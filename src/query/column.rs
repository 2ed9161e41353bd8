//! Columns by name, and the values of a row in them, for programs, for people and for sorting.

use std::borrow::Cow;

use super::datum::{Datum, Missing};
use super::field::{Column, FIELDS, FieldExtent, FieldValue, RowView};
use super::{Index, Outcome, Row, Unit};
use crate::catalogue::{Catalogue, FocusIdx, Month};
use crate::words::{CliText, FigureText, Lang};

/// A column in any catalogue: the focus by its id.
pub type FieldKey = Column<String>;

/// All columns of a unit, in the order of FIELDS.
pub fn columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    all_of(catalogue, unit, FieldExtent::Usual)
}

/// Columns that are shown on request, and follow the others in a table for programs: the dating event of the
/// month, and the assignment of each cell.
pub fn further_columns(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    all_of(catalogue, unit, FieldExtent::Further)
}

fn all_of(catalogue: &Catalogue, unit: Unit, extent: FieldExtent) -> Vec<Column> {
    let fields = FIELDS.iter().filter(|column| column.entry().is_of(unit) && column.entry().extent == extent);
    // A column of a focus stands there once for each.
    let each = |column: &Column<()>| -> Vec<Column> {
        let of = |focus: Option<FocusIdx>| column.try_with_focus(|()| focus);
        match column.focus() {
            None => of(None).into_iter().collect(),
            Some(()) => catalogue.focus_idxs().filter_map(|focus| of(Some(focus))).collect(),
        }
    };
    fields.flat_map(each).collect()
}

impl Column<String> {
    /// The stable name: `id`, `focus_compute`.
    pub fn id(&self) -> String {
        let key = self.entry().key;
        self.focus().map_or_else(|| key.to_owned(), |focus| format!("{key}_{focus}"))
    }

    /// The key with this stable name, with any focus.
    pub fn read(id: &str) -> Option<FieldKey> {
        FIELDS.iter().find_map(|column| {
            let tail = id.strip_prefix(column.entry().key)?;
            let focus = tail.strip_prefix('_').map(str::to_owned);
            (column.focus().is_some() || tail.is_empty()).then(|| column.try_with_focus(|()| focus))?
        })
    }

    /// The column of a unit; none where rows of it have none, or where the catalogue lacks its focus.
    pub fn column(&self, catalogue: &Catalogue, unit: Unit) -> Option<Column> {
        let column = self.try_with_focus(|id| catalogue.focus_idxs().find(|focus| catalogue[*focus].id == *id))?;
        self.entry().is_of(unit).then_some(column)
    }
}

impl Column {
    /// Its key, the same in every catalogue.
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
        self.filled(self.entry().label, catalogue, lang)
    }

    /// Its content and the rule behind it.
    pub fn rule(self, catalogue: &Catalogue, lang: Lang) -> String {
        self.filled(self.entry().rule, catalogue, lang)
    }

    fn filled(self, text: FigureText, catalogue: &Catalogue, lang: Lang) -> String {
        let focus = self.focus().map_or("", |focus| catalogue[*focus].name.get(lang));
        text.fill(lang, &[("focus", &focus)])
    }

    /// The value of a row of a result. Names are in `lang`, any other value is the same in both languages.
    pub fn value<'a>(self, index: &'a Index, outcome: &'a Outcome, row: Row, lang: Lang) -> Datum<'a> {
        self.in_row(&RowView::new(index, outcome, row, lang))
    }

    /// The value of a row, of which other columns may be asked for as well.
    pub fn in_row<'a>(self, view: &RowView<'a>) -> Datum<'a> {
        let entry = self.entry();
        let found = match (entry.value, view.row, self.focus()) {
            (FieldValue::Policy(value), Row::Policy(policy), _) => value(view, &view.catalogue()[policy]),
            (FieldValue::Region(value) | FieldValue::Row(value), _, _) => value(view),
            (FieldValue::Focus(value), _, Some(focus)) => value(view, *focus),
            // Rows of the other unit have no such value.
            _ => return Datum::Missing(Missing::NotApplicable),
        };
        found.unwrap_or(Datum::Missing(entry.missing.unwrap_or(Missing::NotApplicable)))
    }

    /// The value that a row is sorted by, the same in either language.
    pub(super) fn sort_value<'a>(self, index: &'a Index, outcome: &'a Outcome, row: Row) -> Datum<'a> {
        self.entry().order.key(self.value(index, outcome, row, Lang::Zh))
    }

    /// The value of a row in a table for people: names in place of ids.
    pub fn shown<'a>(self, index: &'a Index, outcome: &'a Outcome, row: Row, lang: Lang) -> Cow<'a, str> {
        match (self, row) {
            (Column::Month, Row::Policy(policy)) => Cow::Owned(index.catalogue[policy].month_words(lang)),
            (Column::Tier, row) => {
                let catalogue = &*index.catalogue;
                Cow::Borrowed(lang.of(catalogue[row.region(catalogue)].rank_names()))
            }
            (Column::Title, Row::Policy(policy)) => Cow::Borrowed(index.catalogue[policy].title.get(lang)),
            _ => match self.value(index, outcome, row, lang) {
                // A policy without a short title is named by its whole one.
                Datum::Text(short) if self == Column::Short && short.is_empty() => {
                    Column::Title.shown(index, outcome, row, lang)
                }
                Datum::Text(text) => text,
                value => Cow::Owned(self.words(&value, lang).into_owned()),
            },
        }
    }
}

impl<F> Column<F> {
    /// A value of this column in a table for people.
    pub fn words<'d>(&self, value: &'d Datum<'_>, lang: Lang) -> Cow<'d, str> {
        match (self, value) {
            (Column::Open(_), Datum::Boolean(true)) => Cow::Borrowed(CliText::OpenMark.get(lang)),
            (Column::Open(_), _) => Cow::Borrowed(""),
            (Column::Month, Datum::Missing(_)) => Cow::Owned(Month::words(None, lang)),
            _ => value.words(lang),
        }
    }
}
