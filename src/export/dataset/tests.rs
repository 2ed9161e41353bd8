//! Tests of datasets: keys hold, values are of their types, and a view has the statements behind its rows and no more.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::catalogue::{EMBEDDED, File, load_stack};
use crate::export::Extent;
use crate::query::{Column, Datum, DatumKind, Index, Query, Unit, columns, parse, run};
use crate::tests::{embedded, index_of};
use crate::words::{Lang, wording, wordings};

/// Every line that the tests look at, by both units; the whole catalogue too.
const LINES: [&str; 6] =
    ["", "region:江苏", "source:any", "focus:compute basis:policy", "version:any source:any", "zzzz"];

fn each(index: &Index, mut test: impl FnMut(&str, &Dataset<'_>)) {
    for unit in [Unit::Policy, Unit::Region] {
        for line in LINES {
            for extent in [Extent::View, Extent::Whole] {
                let query = parse(line, &index.catalogue).unwrap();
                let outcome = run(index, &query, unit);
                let columns = columns(&index.catalogue, unit);
                let table = Table::of(index, &outcome, &outcome.rows, &columns, Lang::Zh).asked(&query).with(extent);
                test(&format!("{line} by {} {extent:?}", unit.id()), &Dataset::of(&table));
            }
        }
    }
}

fn all<'s>(dataset: &'s Dataset<'_>) -> Vec<DataTable<'s>> {
    let mut tables = dataset.tables();
    tables.push(dataset.wide());
    tables.push(dataset.meta());
    tables
}

fn fits(variable: &Variable, datum: &Datum<'_>) -> bool {
    match (&variable.kind, datum) {
        (_, Datum::Missing(why)) => variable.missing == Some(*why),
        (DatumKind::Category(values), Datum::Category(value)) => values.contains(value),
        // A text is never empty, but for the short title of the wide table, which csv and json have so too, and a query.
        (DatumKind::Text, Datum::Text(text)) => {
            !text.is_empty() || ["short", "value", "title"].contains(&variable.key.as_str())
        }
        (DatumKind::List, Datum::List(_)) => true,
        (DatumKind::Integer, Datum::Integer(_))
        | (DatumKind::Number, Datum::Tenths(_))
        | (DatumKind::Boolean, Datum::Boolean(_)) => true,
        (DatumKind::Month, Datum::Month(_)) | (DatumKind::Date, Datum::Date(_)) => true,
        _ => false,
    }
}

/// Does something with every table, the codebook and the sheets last.
fn with_codebook(dataset: &Dataset<'_>, mut what: impl FnMut(&DataTable<'_>)) {
    let tables = all(dataset);
    tables.iter().for_each(&mut what);
    Dataset::codebook(&tables).iter().for_each(&mut what);
    let (statements, sources) = (dataset.statement_sheet(Lang::En), dataset.source_sheet());
    what(&dataset.codebook_sheet(&[(DatasetText::SheetStatements, &statements)], Lang::En));
    what(&statements);
    what(&sources);
}

#[test]
fn every_value_is_of_its_type_and_missing_for_the_declared_reason_alone() {
    let index = embedded();
    each(&index, |what, dataset| {
        with_codebook(dataset, |table| {
            assert_eq!(table.len(), table.rows().count(), "{what}: {}", table.name);
            for row in table.rows() {
                assert_eq!(row.len(), table.variables.len());
                for (variable, datum) in table.variables.iter().zip(&row) {
                    assert!(fits(variable, datum), "{what}: {}.{}: {datum:?}", table.name, variable.key);
                }
            }
        });
    });
}

fn key_of<'r>(table: &DataTable<'_>, row: &'r [Datum<'_>], key: &[&str]) -> Vec<&'r Datum<'r>> {
    let at = |name: &&str| table.variables.iter().position(|variable| variable.key == **name).unwrap();
    key.iter().map(|name| &row[at(name)]).collect()
}

#[test]
fn primary_keys_tell_rows_apart_and_foreign_keys_lead_to_one() {
    let index = embedded();
    each(&index, |what, dataset| {
        let mut known: BTreeMap<(&str, Vec<&str>), BTreeSet<String>> = BTreeMap::new();
        with_codebook(dataset, |table| {
            let mut seen = BTreeSet::new();
            if table.primary_key.is_empty() {
                return;
            }
            for row in table.rows() {
                let key = format!("{:?}", key_of(table, &row, &table.primary_key));
                assert!(seen.insert(key.clone()), "{what}: {} has {key} twice", table.name);
            }
            known.insert((table.name, table.primary_key.clone()), seen);
        });
        with_codebook(dataset, |table| {
            for foreign in &table.foreign_keys {
                let there = known.get(&(foreign.table, foreign.key.to_vec())).expect("a key of another table");
                for row in table.rows() {
                    let key = key_of(table, &row, foreign.variables);
                    let is_given = !key.iter().any(|datum| datum.is_missing());
                    let is_there = there.contains(&format!("{key:?}"));
                    assert!(!is_given || is_there, "{what}: {} {key:?} is not in {}", table.name, foreign.table);
                }
            }
        });
    });
}

#[test]
fn a_table_stands_after_those_whose_keys_it_holds() {
    let index = embedded();
    each(&index, |what, dataset| {
        let tables = dataset.tables();
        let mut seen = BTreeSet::new();
        for table in &tables {
            seen.insert(table.name);
            assert!(table.foreign_keys.iter().all(|key| seen.contains(key.table)), "{what}: {}", table.name);
        }
    });
}

#[test]
fn every_table_and_variable_has_words_and_every_word_is_used() {
    let mut used = BTreeSet::new();
    for index in [embedded(), with_suggestions()] {
        each(&index, |_, dataset| {
            with_codebook(dataset, |table| {
                let words = wording(table.name, "").unwrap_or_else(|| panic!("{} has no words", table.name));
                used.insert((words.table, words.key));
                assert!(table.primary_key.iter().all(|key| table.variables.iter().any(|v| v.key == *key)));
                for variable in &table.variables {
                    assert!(variable.label.each().count() == 2 && variable.rule.each().all(|rule| !rule.is_empty()));
                    assert!(variable.rule.each().count() == 2, "{}.{} has no rule", table.name, variable.key);
                    let stem = |end: &str| variable.key.strip_suffix(end).unwrap_or(&variable.key);
                    let keys = [variable.key.as_str(), stem("_zh"), stem("_en"), stem("_precision")];
                    used.extend(keys.iter().filter_map(|key| wording(table.name, key)).map(|w| (w.table, w.key)));
                }
            });
        });
    }
    let unused: Vec<_> = wordings().map(|w| (w.table, w.key)).filter(|key| !used.contains(key)).collect();
    assert_eq!(unused, []);
    let mut keys: Vec<_> = wordings().map(|w| (w.table, w.key)).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), wordings().count(), "words that stand twice");
}

/// The embedded catalogue under a layer in which suggestions were answered.
fn with_suggestions() -> Index {
    let layer = r#"(
    schema: 2, id: "layer-k7qa", release: "2026-12-01", title: (zh: "我的"), layer: (kind: Own, tag: "k7qa"),
    sources: [(id: "k7qa-1", grade: Own, title: "自有台账", covers: Stated)],
    policies: [(id: "340200-2024-k7qa1", region: "340200", title: (zh: "示例"), stage: Final)],
    texts: [(id: "k7qa-t1", of: "340200-2024-k7qa1", version: Own, source: "k7qa-1", paragraphs: ["发放算力券。", "开放数据。"])],
    readings: [(id: "k7qa-r1", of: "340200-2024-k7qa1", text: "k7qa-t1", by: "a", on: "2026-12-01", focuses: All, whole: true)],
    statements: [(
        id: "k7qa-s1", kind: Focus, of: Policy("340200-2024-k7qa1"), focuses: ["compute"], strength: Mentioned, list: Closed,
        assigned_by: Coder, summary: (zh: "发券"), quote: "发放算力券。", source: "k7qa-1",
        mark: (text: "k7qa-t1", paragraph: 1, from: 0, to: 6), cue: "算力",
    )],
    rejected: [(text: "k7qa-t1", focus: "data", cue: "数据", quote: "开放数据。")],
)"#;
    let files = [("", EMBEDDED), ("layer", layer)].map(|(name, text)| File { name, bytes: text.as_bytes() });
    let loaded = load_stack(&files);
    assert_eq!(loaded.problems, []);
    Index::new(loaded.catalogue.unwrap().into())
}

#[test]
fn answers_to_suggestions_are_a_table_where_there_are_any() {
    let rows = |index: &Index| {
        let query = Query::default();
        let outcome = run(index, &query, Unit::Policy);
        let columns = columns(&index.catalogue, Unit::Policy);
        let table = Table::of(index, &outcome, &outcome.rows, &columns, Lang::Zh);
        let dataset = Dataset::of(&table);
        let table = dataset.table("suggestions");
        let rows = table.map(|table| table.rows().map(|row| row.iter().map(Datum::to_string).collect()).collect());
        rows.unwrap_or_default()
    };
    let told: Vec<Vec<String>> = rows(&with_suggestions());
    assert_eq!(told, [["compute", "算力", "1", "1", "1", "1"], ["data", "数据", "0", "1", "0", "0"]]);
    assert_eq!(rows(&embedded()), Vec::<Vec<String>>::new());
}

fn column(dataset: &Dataset<'_>, table: &str, key: &str) -> Vec<String> {
    let table = dataset.table(table).unwrap();
    let at = table.variables.iter().position(|variable| variable.key == key).unwrap();
    table.rows().map(|row| row[at].to_string()).collect()
}

#[test]
fn a_view_has_the_statements_that_its_rows_rest_on_and_marks_the_others() {
    let index = embedded();
    each(&index, |what, dataset| {
        let scope = &dataset.scope;
        let catalogue = &*index.catalogue;
        let mut rests: Vec<_> = scope
            .rows
            .iter()
            .flat_map(|row| match row {
                crate::query::Row::Policy(policy) => index.rests_on(*policy, &scope.outcome.lens),
                crate::query::Row::Region(region) => {
                    let policies = scope.outcome.policies_of(&index, *row);
                    index.region_rests_on(*region, &policies, &scope.outcome.lens)
                }
            })
            .filter(|i| !catalogue[*i].focuses.is_empty())
            .collect();
        rests.sort_unstable();
        rests.dedup();
        let of = |wanted: ViewStanding| -> Vec<_> {
            scope.statements.iter().filter(|(_, standing)| *standing == wanted).map(|(i, _)| *i).collect()
        };
        if !(what.ends_with("Whole") && what.starts_with(|c| "rfz".contains(c))) {
            // A whole catalogue beside a filter is not asked for: its policies are more than those of the rows.
            assert_eq!(of(ViewStanding::Counted), rests, "{what}");
        }
        assert!(
            of(ViewStanding::Shown).iter().all(|i| !catalogue[*i].kind.counts() || catalogue[*i].focuses.is_empty()),
            "{what}"
        );
        if what.ends_with("Whole") {
            assert_eq!(scope.statements.len(), catalogue.statements.len());
            assert_eq!(column(dataset, "policies", "id").len(), catalogue.policies.len());
            assert_eq!(column(dataset, "regions", "code").len(), catalogue.regions.len());
        } else if ["region:", "focus:", "zzzz"].iter().all(|filter| !what.starts_with(filter)) {
            assert_eq!(scope.statements.len(), catalogue.statements.len(), "{what}: nothing is filtered away");
        } else {
            assert_eq!(of(ViewStanding::NotInView), [], "{what}");
            let placeless = scope.statements.iter().filter(|(i, _)| !catalogue[*i].has_place());
            assert_eq!(placeless.count(), 0, "{what}");
        }
    });
}

#[test]
fn a_cell_has_the_strength_of_the_strongest_statement_behind_it() {
    let index = embedded();
    each(&index, |what, dataset| {
        let strengths: BTreeMap<String, String> =
            column(dataset, "statements", "id").into_iter().zip(column(dataset, "statements", "strength")).collect();
        let rank = |id: &str| crate::catalogue::Strength::ALL.iter().position(|s| s.id() == id);
        let pairs = |table: &str| column(dataset, table, "policy").into_iter().zip(column(dataset, table, "focus"));
        let mut best: BTreeMap<(String, String), Option<usize>> = BTreeMap::new();
        for (cell, statement) in pairs("cell_statements").zip(column(dataset, "cell_statements", "statement")) {
            let found = best.entry(cell).or_default();
            *found = (*found).max(rank(&strengths[&statement]));
        }
        let places: BTreeMap<String, String> =
            column(dataset, "policies", "id").into_iter().zip(column(dataset, "policies", "region")).collect();
        let on_places = ["region", "focus", "statement"].map(|name| column(dataset, "place_cell_statements", name));
        let [regions, focuses, said] = &on_places;
        for (cell, basis) in
            pairs("cells").zip(column(dataset, "cells", "basis")).filter(|(_, basis)| basis == "region")
        {
            let of_cell = |n: &usize| regions[*n] == places[&cell.0] && focuses[*n] == cell.1;
            let found = (0..said.len()).filter(of_cell).map(|n| rank(&strengths[&said[n]])).max();
            assert_eq!(best.insert(cell, found.expect(&basis)), None, "{what}: a cell rests on one or the other");
        }
        for (cell, strength) in pairs("cells").zip(column(dataset, "cells", "strength")) {
            match best.get(&cell) {
                Some(best) => assert_eq!(rank(&strength), *best, "{what}: {cell:?}"),
                None => assert!(["not_stated", "not_assessed"].contains(&strength.as_str()), "{what}: {cell:?}"),
            }
        }
    });
}

#[test]
fn rows_keep_the_order_on_screen_and_a_number_is_given_only_in_the_lens() {
    let index = embedded();
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let reversed: Vec<_> = outcome.rows.iter().rev().copied().collect();
    let columns = columns(&index.catalogue, Unit::Policy);
    let table = Table::of(&index, &outcome, &reversed, &columns, Lang::Zh);
    let dataset = Dataset::of(&table);
    let ids: Vec<&str> = reversed.iter().map(|row| row.id(&index.catalogue)).collect();
    assert_eq!(column(&dataset, "policies", "id"), ids);
    assert!(column(&dataset, "policies", "number").iter().all(|number| number == "[none_in_lens]"));
    let table = Table::of(&index, &outcome, &reversed, &columns, Lang::Zh).with(Extent::Whole);
    let dataset = Dataset::of(&table);
    let given = index.catalogue.policies.iter().filter(|policy| policy.number.is_some()).count();
    assert!(given > 0);
    let numbers = column(&dataset, "policies", "number");
    assert_eq!(numbers.iter().filter(|number| *number != "[not_known]").count(), given);
}

#[test]
fn csv_of_a_long_table_is_read_back_as_it_was() {
    let index = embedded();
    each(&index, |what, dataset| {
        for table in all(dataset) {
            let mut bytes = Vec::new();
            write_csv(&table, &mut bytes, &mut |_, _| std::ops::ControlFlow::Continue(())).unwrap();
            assert!(!bytes.contains(&b'\r') && !bytes.starts_with(b"\xEF\xBB\xBF"));
            let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
            let rows: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            let mine: Vec<Vec<String>> =
                table.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
            assert_eq!(rows, mine, "{what}: {}", table.name);
        }
    });
}

#[test]
fn every_value_of_the_vocabularies_has_a_definition_with_an_example_that_is_not_its_name() {
    let keys: Vec<&str> = vocabularies(&embedded().catalogue).iter().map(|vocabulary| vocabulary.key).collect();
    assert_eq!(keys, ["strength", "kind", "list", "basis", "grade", "modality", "assigned_by"]);
    for vocabulary in vocabularies(&embedded().catalogue) {
        for value in &vocabulary.values {
            let definition = value.definition.as_ref().unwrap_or_else(|| panic!("{} has none", value.id));
            for (lang, example) in [(Lang::Zh, "例："), (Lang::En, "Example: ")] {
                let (name, words) = (value.name(lang), definition.get(lang));
                assert!(words.len() > name.len() + 10 && words != name, "{}: {words}", value.id);
                assert!(words.contains(example), "{}: {words}", value.id);
            }
        }
    }
}

#[test]
fn both_readmes_have_every_definition() {
    for (lang, page) in
        [(Lang::Zh, include_str!("../../../README.md")), (Lang::En, include_str!("../../../README.en.md"))]
    {
        for value in vocabularies(&embedded().catalogue).iter().flat_map(|vocabulary| &vocabulary.values) {
            let definition = value.definition.as_ref().unwrap().get(lang);
            let line = page.lines().find(|line| line.contains(definition)).unwrap_or_else(|| panic!("{}", value.id));
            assert!(line.contains(&format!("`{}`", value.id)), "{line}");
        }
    }
}

#[test]
fn the_codebook_tells_every_value_and_its_definition() {
    let index = embedded();
    each(&index, |what, dataset| {
        let tables = all(dataset);
        let codebook = Dataset::codebook(&tables);
        let find = |name: &str| codebook.iter().find(|table| table.name == name).unwrap();
        let (variables, categories) = (find("variables"), find("categories"));
        let at = |table: &DataTable<'_>, key: &str| table.variables.iter().position(|v| v.key == key).unwrap();
        let (value, label, definition) =
            (at(categories, "value"), at(categories, "label_en"), at(categories, "definition_en"));
        for row in categories.rows().filter(|row| !row[definition].is_missing()) {
            assert_ne!(row[label], row[definition], "{what}");
            let rule = at(variables, "rule_en");
            let told = variables.rows().any(|line| line[rule].to_string().contains(&*row[definition].marked()));
            assert!(told, "{what}: {}", row[value]);
        }
        for vocabulary in vocabularies(&embedded().catalogue).iter().filter(|vocabulary| vocabulary.key != "basis") {
            let rows: Vec<_> = categories.rows().filter(|row| row[1].marked() == vocabulary.key).collect();
            assert!(rows.iter().any(|row| !row[definition].is_missing()), "{what}: {}", vocabulary.key);
        }
    });
}

#[test]
fn a_percentage_is_a_number_with_its_tenth() {
    let growth = "check: Growth(from: 5, to: 19, stated: 400)";
    for (check, expected) in [
        (growth, "400"),
        ("check: Share(part: 46, whole: 130, stated: 35.4)", "35.4"),
        ("check: Share(part: 100, whole: 130, at_least: true)", "[not_applicable]"),
    ] {
        let index = index_of(&EMBEDDED.replacen(growth, check, 1));
        let outcome = run(&index, &Query::default(), Unit::Policy);
        let table = Table::of(&index, &outcome, &outcome.rows, &[Column::Id], Lang::Zh);
        let dataset = Dataset::of(&table);
        let at = column(&dataset, "claims", "id").iter().position(|id| id == "growth").unwrap();
        assert_eq!(column(&dataset, "claims", "stated")[at], expected, "{check}");
    }
}

#[test]
fn the_wide_table_ends_with_what_a_month_is_by_and_who_sorted_each_cell() {
    let index = embedded();
    let keys = |unit: Unit, columns: &[Column]| {
        let outcome = run(&index, &Query::default(), unit);
        let table = Table::of(&index, &outcome, &outcome.rows, columns, Lang::Zh);
        let wide = Dataset::of(&table).wide().variables.iter().map(|v| v.key.clone()).collect::<Vec<_>>();
        wide[columns.len()..].join(" ")
    };
    let sorters =
        "assigned_by_compute assigned_by_algorithm assigned_by_data assigned_by_application assigned_by_enterprise";
    for (unit, expected) in [(Unit::Policy, format!("month_by {sorters}")), (Unit::Region, sorters.to_owned())] {
        assert_eq!(keys(unit, &columns(&index.catalogue, unit)), expected);
    }
    assert_eq!(keys(Unit::Policy, &[Column::Id, Column::Month]), "", "columns that were chosen are all there is");
    // Of the ● of the default view four are sorted by the coder and one by the report.
    let outcome = run(&index, &Query::default(), Unit::Region);
    let all = columns(&index.catalogue, Unit::Region);
    let table = Table::of(&index, &outcome, &outcome.rows, &all, Lang::Zh);
    let dataset = Dataset::of(&table);
    let wide = dataset.wide();
    let at = |key: String| wide.variables.iter().position(|v| v.key == key).unwrap();
    let mut found = BTreeMap::new();
    for row in wide.rows() {
        for focus in &index.catalogue.focuses {
            let basis = row[at(format!("basis_{}", focus.id))].marked().into_owned();
            let by = row[at(format!("assigned_by_{}", focus.id))].marked().into_owned();
            *found.entry((basis, by)).or_insert(0) += 1;
        }
    }
    let count = |basis: &str, by: &str| found.get(&(basis.to_owned(), by.to_owned())).copied().unwrap_or(0);
    assert_eq!((count("policy", "coder"), count("policy", "source")), (4, 1));
    assert_eq!(
        count("[not_applicable]", "source") + count("[not_applicable]", "coder"),
        0,
        "no mark, nobody sorted it"
    );
}
