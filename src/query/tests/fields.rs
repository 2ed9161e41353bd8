//! Every field of FIELDS: its key is read back, it has words in both languages, and its values have the declared kind.

use super::*;
use crate::tests::generated;
use crate::words::Lang;

fn all(catalogue: &Catalogue, unit: Unit) -> Vec<Column> {
    columns(catalogue, unit).into_iter().chain(further_columns(catalogue, unit)).collect()
}

/// Whether a value is of a kind, or missing for the declared reason.
fn fits(kind: &DatumKind, missing: Option<Missing>, value: &Datum<'_>) -> bool {
    match (kind, value) {
        (_, Datum::Missing(why)) => missing == Some(*why),
        (DatumKind::Category(values), Datum::Category(value)) => values.contains(value),
        (DatumKind::Text, Datum::Text(_))
        | (DatumKind::Integer, Datum::Integer(_))
        | (DatumKind::Number, Datum::Tenths(_))
        | (DatumKind::Boolean, Datum::Boolean(_))
        | (DatumKind::Month, Datum::Month(_))
        | (DatumKind::Date, Datum::Date(_))
        | (DatumKind::List, Datum::List(_)) => true,
        _ => false,
    }
}

#[test]
fn every_field_is_a_column_of_a_unit_and_is_read_back_by_its_key() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    for field in FIELDS {
        let key = field.with_focus(|()| "compute".to_owned());
        assert_eq!(FieldKey::read(&key.id()), Some(key.clone()), "{}", key.id());
        assert_eq!(field.focus().is_some(), key.id() == format!("{}_compute", field.entry().key), "{}", key.id());
        let units = [Unit::Policy, Unit::Region].map(|unit| {
            let column = key.column(catalogue, unit);
            assert_eq!(column.is_some(), field.entry().is_of(unit), "{}", key.id());
            assert_eq!(column.is_some_and(|column| all(catalogue, unit).contains(&column)), column.is_some());
            if let Some(column) = column {
                assert_eq!(column.field(catalogue), key);
            }
            column.is_some()
        });
        assert!(units.contains(&true), "{} is of no unit", key.id());
        // A catalogue without the focus has no such column, and a key with a tail is another key.
        assert_eq!(FieldKey::read(&format!("{}x", field.entry().key)), None);
    }
    assert_eq!(Column::find("focus_none", catalogue, Unit::Policy), None);
    let mut keys: Vec<&str> = FIELDS.iter().map(|field| field.entry().key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), FIELDS.len(), "a key stands twice");
}

#[test]
fn every_field_has_a_label_and_a_rule_in_both_languages() {
    let index = embedded();
    for unit in [Unit::Policy, Unit::Region] {
        for column in all(&index.catalogue, unit) {
            let key = column.key(&index.catalogue);
            for lang in [Lang::Zh, Lang::En] {
                for words in [column.label(&index.catalogue, lang), column.rule(&index.catalogue, lang)] {
                    assert!(!words.is_empty() && !words.contains(['{', '}']), "{key}: {words}");
                    let is_chinese = words.contains(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
                    assert_eq!(is_chinese, lang == Lang::Zh, "{key}: {words}");
                }
            }
        }
    }
}

#[test]
fn every_value_is_of_the_kind_of_its_field_and_missing_for_its_reason_alone() {
    for index in [embedded(), generated(60)] {
        let catalogue = &*index.catalogue;
        for (unit, line) in [Unit::Policy, Unit::Region].into_iter().flat_map(|u| ["", "source:any"].map(|l| (u, l))) {
            let outcome = run(&index, &parse(line, catalogue).unwrap(), unit);
            for column in all(catalogue, unit) {
                let (field, kind) = (column.entry(), (column.entry().kind)());
                for row in &outcome.rows {
                    for lang in [Lang::Zh, Lang::En] {
                        let value = column.value(&index, &outcome, *row, lang);
                        let what = || format!("{} of {}: {value:?}", column.key(catalogue), row.id(catalogue));
                        assert!(fits(&kind, field.missing, &value), "{}", what());
                        let written = [value.plain(), value.marked(), value.to_string().into()];
                        assert_eq!(written[1], written[2], "{}", what());
                        match value {
                            Datum::Missing(why) => assert_eq!([&*written[0], &*written[1]], ["", why.mark()]),
                            _ => assert_eq!(written[0], written[1], "{}", what()),
                        }
                        assert_eq!(value.clone().into_owned(), value);
                        // People read a name where programs read an id.
                        if let Datum::Category(value) = value {
                            let region = &index.catalogue[row.region(&index.catalogue)];
                            let name = match column {
                                // A sub-provincial city is called one, whose tier is that of the others.
                                Column::Tier => lang.of(region.rank_names()),
                                _ => value.name(lang),
                            };
                            assert_eq!(column.shown(&index, &outcome, *row, lang), name);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn values_are_sorted_as_their_kind_is() {
    let index = embedded();
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let sorted = |key: &str, value: &str| {
        let keys = parse_sort(key, &index.catalogue, Unit::Policy).unwrap();
        let column = Column::find(value, &index.catalogue, Unit::Policy).unwrap();
        let rows = sort_rows(&index, &outcome, &keys);
        let mut values: Vec<String> =
            rows.iter().map(|row| column.value(&index, &outcome, *row, Lang::Zh).plain().into_owned()).collect();
        values.dedup();
        values.join(" ")
    };
    for (key, value, expected) in [
        ("stage", "stage", "draft final"),
        ("-stage", "stage", "final draft"),
        ("tier", "tier", "province city"),
        // A blank is a value of a basis, and of nothing else.
        ("basis_compute", "basis_compute", " region"),
        ("-basis_compute", "basis_compute", "region "),
    ] {
        assert_eq!(sorted(key, value), expected, "{key}");
    }
}
