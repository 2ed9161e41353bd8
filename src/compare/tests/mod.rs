//! Tests of the comparison, against matrices worked out by hand from the report.

mod claims;
mod combinations;
mod releases;
mod similarity;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::{Basis, Catalogue, EMBEDDED, Strength, load};
use crate::query::tests::random::{self, Random};
use crate::query::{Column, Datum, Ids, Index, Missing, NamedShare, Query, Row, Unit, parse, run};
use crate::tests::{embedded, index_of};
use crate::words::Lang;

fn ids(catalogue: &Catalogue, rows: &[Row]) -> String {
    rows.iter().map(|row| row.id(catalogue)).collect::<Vec<_>>().join(" ")
}

fn place(catalogue: &Catalogue, name: &str) -> Row {
    Row::Region(catalogue.regions.find(name).unwrap())
}

fn policy(catalogue: &Catalogue, id: &str) -> Row {
    Row::Policy(catalogue.policy_by_id(id).unwrap())
}

/// The mark of a cell, and the statements that it stands on.
fn shown(catalogue: &Catalogue, cell: &CompareCell) -> String {
    let CompareCell::Focus { cell, statements, .. } = cell else { panic!("a field among the focuses") };
    let mark = match cell.basis {
        Some(Basis::Policy) => "●",
        Some(Basis::Region) => "○",
        None => "-",
    };
    let ids: Vec<&str> = statements.iter().map(|s| catalogue[*s].id.as_str()).collect();
    format!("{mark}{} {}", if cell.open { "等" } else { "" }, ids.join(" ")).trim_end().to_owned()
}

fn focus_rows(catalogue: &Catalogue, comparison: &Comparison) -> Vec<Vec<String>> {
    let rows = comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(_)));
    rows.map(|row| row.cells.iter().map(|cell| shown(catalogue, cell)).collect()).collect()
}

#[track_caller]
fn check(columns: &[&str], line: &str, expected: &[&[&str]]) {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let row = |name: &&str| if name.contains('-') { policy(catalogue, name) } else { place(catalogue, name) };
    let columns: Vec<Row> = columns.iter().map(row).collect();
    let query = parse(line, catalogue).unwrap();
    let comparison = compare(&index, &columns, None, &query, Lang::Zh);
    assert_eq!(focus_rows(catalogue, &comparison), expected);
    assert!(comparison.gap.is_empty() && comparison.mine.is_none(), "no gap without a mine");
}

#[test]
fn places_stand_side_by_side_with_all_statements_they_rest_on() {
    check(
        &["北京", "上海", "苏州", "武汉"],
        "",
        &[
            &["-", "○等 R05", "-", "-"],
            &["● R22 R23 R24 R08", "-", "○ R09", "-"],
            &["○ R10 R11", "-", "-", "-"],
            &["● R24 R13", "-", "○等 R13", "-"],
            &["○ R16", "-", "-", "-"],
        ],
    );
}

#[test]
fn policies_of_one_place_share_what_is_said_of_the_place() {
    check(
        &["110000-2023-1", "110000-2023-2", "510100-2023-1"],
        "",
        &[
            &["-", "-", "-"],
            &["● R22 R08", "● R23 R24 R08", "○ R07"],
            &["○ R10 R11", "○ R10 R11", "● R17 R18 R10 R12 E1"],
            &["○等 R13", "● R24 R13", "-"],
            &["○ R16", "○ R16", "-"],
        ],
    );
}

#[test]
fn the_lens_of_the_query_is_used_and_its_other_terms_are_not() {
    check(
        &["上海", "深圳"],
        "source:report,official,press region:北京 focus:data",
        &[&["● X09 R05", "● X10"], &["-", "● X28 R06"], &["-", "● X27"], &["-", "● X26"], &["-", "● X11"]],
    );
    check(
        &["北京", "成都"],
        "basis:policy",
        &[&["-", "-"], &["● R22 R23 R24", "-"], &["-", "● R17 R18"], &["● R24", "-"], &["-", "-"]],
    );
}

#[test]
fn the_gap_of_shanghai_to_beijing_is_what_only_beijing_states() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let gap = |mine: &str, line: &str| {
        let columns = [place(catalogue, "上海"), place(catalogue, "北京")];
        let comparison =
            compare(&index, &columns, Some(place(catalogue, mine)), &parse(line, catalogue).unwrap(), Lang::Zh);
        let show = |gap: &Gap| {
            let ids: Vec<&str> = gap.statements.iter().map(|s| catalogue[*s].id.as_str()).collect();
            let peers: Vec<&str> = gap.peers.iter().map(|row| row.id(catalogue)).collect();
            format!("{} {} {}: {}", catalogue[gap.focus].id, gap.mine.id(), peers.join(" "), ids.join(" "))
        };
        comparison.gap.iter().map(show).collect::<Vec<_>>()
    };
    assert_eq!(
        gap("上海", ""),
        [
            "algorithm not_stated 110000: R08 R22 R23 R24",
            "data not_stated 110000: R10 R11",
            "application not_stated 110000: R13 R24",
            "enterprise not_stated 110000: R16",
        ]
    );
    assert_eq!(gap("北京", ""), ["compute not_stated 310000: R05"]);
    assert_eq!(gap("北京", "source:press"), ["compute not_assessed 310000: X09"], "silence of nobody is no finding");
    assert_eq!(gap("广州", ""), Vec::<String>::new(), "a mine that is no column has no gap");
}

#[test]
fn without_a_gap_the_peers_that_nobody_looked_at_are_named() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let check = |columns: &[&str], expected: &str| {
        let rows: Vec<Row> = columns.iter().map(|name| place(catalogue, name)).collect();
        let query = parse("", catalogue).unwrap();
        let comparison = compare(&index, &rows, rows.first().copied(), &query, Lang::Zh);
        let name = |row: Row| row.name(catalogue, Lang::Zh).to_owned();
        assert_eq!(comparison.no_gap(name, Lang::Zh), expected);
    };
    check(&["北京", "廊坊"], "同行已述的方向，北京市也都有述。");
    let of_some = "同行已述的方向，北京市也都有述；合肥市未考察，无从对照。";
    check(&["北京", "合肥", "廊坊"], of_some);
    check(&["北京", "合肥", "芜湖"], "合肥市、芜湖市未考察，无从对照。");
}

/// Another order of the columns changes the order of the cells and of the peers, and nothing else; a result of the query
/// at hand changes nothing.
#[track_caller]
fn check_order(index: &Index, query: &Query, columns: &[Row], turned: &[usize], mine: Option<Row>) {
    let again: Vec<Row> = turned.iter().map(|at| columns[*at]).collect();
    let first = compare(index, columns, mine, query, Lang::Zh);
    let second = compare(index, &again, mine, query, Lang::Zh);
    let outcome = run(index, query, Unit::Policy);
    assert_eq!(compare_like(index, columns, mine, (query, &outcome), Lang::Zh), first, "with the cells of a result");
    assert_eq!(first.rows.len(), second.rows.len());
    for (a, b) in first.rows.iter().zip(&second.rows) {
        let cells: Vec<CompareCell> = turned.iter().map(|at| a.cells[*at].clone()).collect();
        assert_eq!((a.subject, &cells, a.equal), (b.subject, &b.cells, b.equal));
        assert_eq!(a.difference(), b.difference());
        assert_eq!(a.equal, a.difference() == Difference::Nothing);
    }
    let sorted = |gap: &Gap| {
        let mut peers = gap.peers.clone();
        peers.sort_unstable();
        (gap.focus, gap.mine, gap.statements.clone(), peers)
    };
    assert_eq!(first.gap.iter().map(sorted).collect::<Vec<_>>(), second.gap.iter().map(sorted).collect::<Vec<_>>());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_columns_changes_nothing_but_the_order(seed: u64) {
        let mut random = Random::new(seed, 3);
        let index = index_of(&random::catalogue(&mut random));
        let catalogue = &*index.catalogue;
        let codes = ["110000", "330000", "330100", "320500", "990101"];
        let places = codes.iter().map(|code| Row::Region(catalogue.regions.by_code(code).unwrap()));
        let mut columns: Vec<Row> = catalogue.policy_idxs().map(Row::Policy).chain(places).collect();
        columns.truncate(2 + random.below(7));
        let mut turned: Vec<usize> = (0..columns.len()).collect();
        for at in (1..turned.len()).rev() {
            turned.swap(at, random.below(at + 1));
        }
        let mine = random.chance(7_000).then(|| *random.pick(&columns));
        for _ in 0..3 {
            let query = random::query(&mut random, catalogue);
            check_order(&index, &query, &columns, &turned, mine);
        }
    }
}

#[test]
fn what_differs_most_stands_first_and_equal_rows_are_parted() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    // 廊坊 and 无锡: the same mark for algorithm, and other keywords.
    let columns = [place(catalogue, "廊坊"), place(catalogue, "无锡"), place(catalogue, "南京")];
    let found = |columns: &[Row]| {
        let comparison = compare(&index, columns, None, &Query::default(), Lang::Zh);
        let key = |row: &&CompareRow| match row.subject {
            Subject::Focus(focus) => catalogue[focus].id.clone(),
            Subject::Field(column) => column.key(catalogue),
        };
        let (differing, equal) = comparison.by_difference();
        [differing, equal].map(|rows| rows.iter().map(key).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(found(&columns[..2]), ["algorithm keywords", "compute data application enterprise tier policies"]);
    assert_eq!(found(&columns), ["algorithm enterprise tier keywords", "compute data application policies"]);
    let columns = [place(catalogue, "北京"), place(catalogue, "成都"), place(catalogue, "武汉")];
    assert_eq!(found(&columns), ["algorithm data application enterprise tier policies keywords", "compute"]);
}

#[test]
fn columns_that_nobody_has_looked_at_are_not_among_those_compared() {
    let index = embedded();
    let catalogue = &index.catalogue;
    for (places, expected) in
        [(["合肥", "芜湖", "杭州"], 1), (["合肥", "北京", "杭州"], 2), (["合肥", "芜湖", "蚌埠"], 0)]
    {
        let columns = places.map(|name| place(catalogue, name));
        let comparison = compare(&index, &columns, None, &Query::default(), Lang::Zh);
        let focuses = comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(_)));
        assert!(focuses.map(CompareRow::assessed).all(|assessed| assessed == expected), "{places:?}");
    }
}

/// Of many policies 2 of 12 is not 5 of 12, though both are ●.
#[test]
fn places_that_differ_in_the_share_of_their_policies_differ_in_more_than_keywords() {
    let index = crate::tests::generated(200);
    let query = Query::default();
    let mut seen = 0;
    for pair in run(&index, &query, Unit::Region).rows.windows(2) {
        let comparison = compare(&index, pair, None, &query, Lang::Zh);
        for row in comparison.rows.iter().filter(|row| matches!(row.subject, Subject::Focus(_))) {
            let [CompareCell::Focus { cell, share, .. }, CompareCell::Focus { cell: other, share: another, .. }] =
                &row.cells[..]
            else {
                panic!("no cells")
            };
            let part = |share: &Option<NamedShare>| share.filter(|share| share.is_part());
            if part(share) != part(another) {
                assert_eq!((row.equal, row.difference()), (false, Difference::Cells));
                seen += usize::from(cell == other);
            }
        }
    }
    assert!(seen > 0, "cells that are alike but for their share are met");
}

#[test]
fn silence_no_source_and_absence_are_three_words() {
    let text = EMBEDDED.replace(
        "statements: [\n",
        r#"statements: [
        (id: "Z1", kind: Focus, of: Regions(["310000"]), focuses: ["data"], strength: Absent, list: Closed, assigned_by: Coder,
         version: Own, summary: (zh: "查过，没有"), source: "ccid", at: "表1"),
"#,
    );
    let index = index_of(&text);
    let catalogue = &*index.catalogue;
    let columns = [place(catalogue, "上海"), place(catalogue, "北京")];
    let words = |line: &str| {
        let query = parse(line, catalogue).unwrap();
        let comparison = compare(&index, &columns, Some(columns[0]), &query, Lang::Zh);
        let word = |gap: &Gap| format!("{} {}", catalogue[gap.focus].id, gap.mine.name(Lang::Zh));
        comparison.gap.iter().map(word).collect::<Vec<_>>()
    };
    assert_eq!(words("")[..2], ["algorithm 来源未提及", "data 确无"]);
    let silent = words("source:beijing-english");
    assert_eq!(silent, ["algorithm 未考察", "application 未考察"], "that page states only these");
}

#[test]
fn a_row_is_equal_where_all_columns_agree() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let equal = |columns: &[Row]| -> Vec<bool> {
        compare(&index, columns, None, &Query::default(), Lang::Zh).rows.iter().map(|row| row.equal).collect()
    };
    // 廊坊 and 宁夏 rest on the same statement and differ in tier alone.
    let columns = [place(catalogue, "廊坊"), place(catalogue, "宁夏")];
    assert_eq!(equal(&columns), [true, true, true, true, true, false, true, true]);
    // 无锡 and 廊坊: the same mark, other keywords.
    let columns = [place(catalogue, "廊坊"), place(catalogue, "无锡")];
    assert_eq!(equal(&columns), [true, false, true, true, true, true, true, false]);
    // One column always agrees with itself.
    assert!(equal(&columns[..1]).iter().all(|equal| *equal));
}

#[test]
fn the_fields_of_policies_are_their_own_and_those_of_places_are_counted() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let value = |comparison: &Comparison, column: Column, n: usize| -> Datum<'static> {
        let row = comparison.rows.iter().find(|row| row.subject == Subject::Field(column)).unwrap();
        let CompareCell::Field(value) = &row.cells[n] else { panic!("a focus among the fields") };
        value.clone()
    };
    let columns = [policy(catalogue, "110000-2023-1"), policy(catalogue, "310000-2023-2")];
    let policies = compare(&index, &columns, None, &Query::default(), Lang::Zh);
    assert_eq!(value(&policies, Column::Month, 1).plain(), "2023-07");
    assert_eq!(value(&policies, Column::Period, 0).plain(), "2023/2025");
    assert_eq!(value(&policies, Column::Number, 0), Datum::Missing(Missing::NoneInLens), "its source is out of sight");
    let seen = compare(&index, &columns, None, &parse("source:any", catalogue).unwrap(), Lang::Zh);
    assert_eq!(value(&seen, Column::Number, 0).plain(), "京政发〔2023〕14号");
    let columns = [place(catalogue, "北京"), place(catalogue, "苏州"), policy(catalogue, "640000-2023-1")];
    let places = compare(&index, &columns, None, &Query::default(), Lang::Zh);
    let counts: Vec<String> = (0..3).map(|n| value(&places, Column::Policies, n).plain().into_owned()).collect();
    assert_eq!(counts, ["2", "0", "1"]);
}

#[test]
fn cells_are_those_of_the_table() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    for line in ["", "source:any", "basis:region", "source:press version:any"] {
        let query = parse(line, catalogue).unwrap();
        let outcome = run(&index, &query, Unit::Region);
        let comparison = compare(&index, &outcome.rows, None, &query, Lang::Zh);
        for row in &comparison.rows {
            let Subject::Focus(focus) = row.subject else { continue };
            for (column, cell) in comparison.columns.iter().zip(&row.cells) {
                let CompareCell::Focus { cell, statements, .. } = cell else { panic!("a field among the focuses") };
                assert_eq!(*cell, outcome.cell(*column, focus), "{line}");
                assert_eq!(cell.basis.is_none(), statements.is_empty(), "a mark stands on statements");
                assert!(cell.basis.is_some() || cell.strength < Strength::Absent);
            }
        }
    }
}

#[test]
fn a_place_that_cannot_be_compared_is_one_that_nobody_looked_at_or_one_of_which_nothing_is_said() {
    let index = &embedded();
    let outcome = run(index, &Query::default(), Unit::Region);
    for (name, is_silent, is_unseen) in [("成都", false, false), ("武汉", true, false), ("合肥", true, true)] {
        let place = index.catalogue.regions.find(name).unwrap();
        let alike = most_alike(index, &outcome, place, Strength::Mentioned);
        assert_eq!((alike.is_silent, alike.is_unseen), (is_silent, is_unseen), "{name}");
    }
}

#[test]
fn silence_in_all_columns_is_no_sameness() {
    let index = crate::tests::generated(0);
    let place = |code| Row::Region(index.catalogue.regions.by_code(code).unwrap());
    let comparison = compare(&index, &["330100", "440300"].map(place), None, &Query::default(), Lang::Zh);
    for row in &comparison.rows {
        let is_said = matches!(row.subject, Subject::Field(Column::Tier | Column::Policies));
        assert_eq!((row.equal, row.is_silent()), (true, !is_said), "{:?}", row.subject);
    }
}

#[test]
fn in_one_focus_the_keywords_are_those_of_the_focus() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let columns = [place(catalogue, "杭州"), place(catalogue, "成都"), place(catalogue, "北京")];
    let all = compare(&index, &columns, None, &Query::default(), Lang::Zh);
    let keywords = |comparison: &Comparison| -> Vec<Vec<String>> {
        let row = comparison.rows.iter().find(|row| row.subject == Subject::Field(Column::Keywords)).unwrap();
        let list = |cell: &CompareCell| match cell {
            CompareCell::Field(Datum::List(list)) => list.iter().map(ToString::to_string).collect(),
            other => panic!("{other:?}"),
        };
        row.cells.iter().map(list).collect()
    };
    let every: Vec<_> = catalogue.focus_idxs().collect();
    assert_eq!(keywords(&all.clone().in_focuses(&every)), keywords(&all));
    for focus in catalogue.focus_idxs() {
        let one = all.clone().in_focuses(&[focus]);
        let cells = &one.rows.iter().find(|row| row.subject == Subject::Focus(focus)).unwrap().cells;
        for (cell, found) in cells.iter().zip(keywords(&one)) {
            let CompareCell::Focus { keywords: of_cell, .. } = cell else { panic!("a focus") };
            let (mut of_cell, mut found) = (of_cell.clone(), found);
            of_cell.sort();
            found.sort();
            assert_eq!(found, of_cell, "{}", catalogue[focus].id);
        }
    }
}
