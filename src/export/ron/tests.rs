//! Tests of catalogues made of a view: read again without problems, the same cells as in the whole, and the same bytes
//! however often they are exported.

use std::ops::ControlFlow;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::{EMBEDDED, load, write as write_catalogue};
use crate::compare::{claims, releases};
use crate::export::{Format, write};
use crate::query::parse;
use crate::query::tests::random::{self, Random};
use crate::query::{Cell, Ids, Index, Query, Unit, run};
use crate::words::Lang;

fn opened(text: &str) -> Index {
    let loaded = load(text.as_bytes());
    assert_eq!(loaded.problems, [], "{text}");
    Index::new(Arc::new(loaded.catalogue.unwrap()))
}

fn exported(index: &Index, line: &str, unit: Unit, extent: Extent) -> String {
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(index, &query, unit);
    let table = Table::of(index, &outcome, &outcome.rows, &[], Lang::Zh).asked(&query).with(extent);
    let mut out = Vec::new();
    write(Format::Ron, &table, &mut out, &mut |_, _| ControlFlow::Continue(())).unwrap();
    String::from_utf8(out).unwrap()
}

fn canonical(index: &Index) -> String {
    let mut out = Vec::new();
    write_catalogue(&index.catalogue, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Each row by id with its cells, as the query sees them.
fn cells(index: &Index, line: &str, unit: Unit) -> Vec<(String, Vec<Cell>)> {
    let catalogue = &index.catalogue;
    let outcome = run(index, &parse(line, catalogue).unwrap(), unit);
    let of = |row: &Row| catalogue.focus_idxs().map(|focus| outcome.cell(*row, focus)).collect();
    outcome.rows.iter().map(|row| (row.id(catalogue).to_owned(), of(row))).collect()
}

/// The lens terms of a query alone, as a line.
fn lens(line: &str, index: &Index) -> String {
    let query = parse(line, &index.catalogue).unwrap();
    let terms = query.terms.into_iter().filter(|term| term.test.is_lens()).collect();
    crate::query::write(&Query { terms })
}

#[track_caller]
fn check(index: &Index, line: &str, unit: Unit) {
    let text = exported(index, line, unit, Extent::View);
    let part = opened(&text);
    assert_eq!(exported(&part, line, unit, Extent::View), text, "by the same query {line}");
    assert_eq!(exported(&part, "", unit, Extent::View), text, "the whole of the part");
    assert_eq!(exported(&part, "", Unit::Region, Extent::Whole), text, "the whole of the part");
    let is_whole = text == canonical(index);
    assert_eq!(is_whole, part.catalogue.id == index.catalogue.id, "a part is no release of the whole");
    assert_eq!(releases(index, &part, "").is_ok(), is_whole);
    let (whole, left) = (cells(index, line, unit), cells(&part, line, unit));
    for row in &whole {
        assert!(left.contains(row), "{row:?} of {line} is not the same in {text}");
    }
    // Policies have the cells of the whole under any lens.
    let lens = lens(line, index);
    for lens in [lens.as_str(), "", "source:any version:any"] {
        let all = cells(index, lens, Unit::Policy);
        for row in cells(&part, lens, Unit::Policy) {
            assert!(all.contains(&row), "{row:?} under {lens} is not that of the whole");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_part_is_a_catalogue_that_says_the_same_of_what_is_in_it(seed: u64) {
        let mut random = Random::new(seed, 0);
        let index = opened(&random::catalogue(&mut random));
        for _ in 0..4 {
            let line = crate::query::write(&random::query(&mut random, &index.catalogue));
            check(&index, &line, Unit::Policy);
            check(&index, &line, Unit::Region);
        }
    }
}

#[test]
fn what_leaves_nothing_out_is_the_whole_and_keeps_its_id() {
    let index = opened(EMBEDDED);
    let whole = canonical(&index);
    for (line, unit) in
        [("", Unit::Policy), ("", Unit::Region), ("source:any", Unit::Policy), ("month:2023", Unit::Region)]
    {
        let is_whole = exported(&index, line, unit, Extent::View) == whole;
        // By region and month the places without a policy are left out, and what is said of them.
        assert_eq!(is_whole, line != "month:2023", "{line}");
    }
    assert_eq!(exported(&index, "source:any", Unit::Policy, Extent::Whole), whole);
}

#[test]
fn a_claim_is_kept_only_where_its_check_finds_what_it_finds_in_the_whole() {
    let index = opened(EMBEDDED);
    let verdicts = |index: &Index| -> Vec<(String, String)> {
        let catalogue = &index.catalogue;
        claims(index)
            .iter()
            .filter_map(|c| Some((c.claim(catalogue)?.id.clone(), c.found(catalogue, Ids::Told, Lang::En))))
            .collect()
    };
    let whole = verdicts(&index);
    for line in ["region:江苏", "region:北京", "focus:algorithm", "month:2023", "id:none", "region:四川,江苏,浙江,湖北"]
    {
        for unit in [Unit::Policy, Unit::Region] {
            check(&index, line, unit);
            let part = opened(&exported(&index, line, unit, Extent::View));
            let kept = verdicts(&part);
            assert!(kept.iter().all(|claim| whole.contains(claim)), "{line}");
            for lang in [Lang::Zh, Lang::En] {
                let scope = part.catalogue.scope.get(lang);
                for (id, _) in &whole {
                    assert_eq!(
                        scope.contains(id.as_str()),
                        !kept.iter().any(|(stays, _)| stays == id),
                        "{id} in {scope}"
                    );
                }
            }
            assert!(part.catalogue.scope.get(Lang::Zh).starts_with(index.catalogue.scope.get(Lang::Zh)));
        }
    }
}
