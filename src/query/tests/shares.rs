//! Tests of the shares of a place: a table, and random catalogues against the obvious count.

use proptest::prelude::*;

use super::random::{self, Random};
use super::*;
use crate::catalogue::{Basis, FocusIdx, Of, PolicyIdx};
use crate::words::Lang;

/// A catalogue of policies of 北京: of how many it is, of how many the source covers them, and its statements.
fn beijing(policies: usize, covered: usize, statements: &str) -> Index {
    let id = |n: usize| format!("110000-2023-{}", n + 1);
    let policy = |n: usize| format!("(id: \"{}\", region: \"110000\", title: (zh: \"甲\"), stage: Final)", id(n));
    let list = |of: &dyn Fn(usize) -> String, n: usize| (0..n).map(of).collect::<Vec<_>>().join(",");
    let quoted = |n: usize| format!("\"{}\"", id(n));
    index_of(&format!(
        "(schema: 1, id: \"b\", release: \"1\", title: (zh: \"北\"), focuses: [(id: \"f\", name: (zh: \"方向\"))], \
         sources: [(id: \"s\", grade: Official, title: \"源\", covers: Policies([{}]))], policies: [{}], statements: [{statements}])",
        list(&quoted, covered),
        list(&policy, policies),
    ))
}

#[test]
fn several_policies_have_a_share_and_one_a_mark() {
    let names = |n: usize| {
        format!(
            "(id: \"P{n}\", kind: Focus, of: Policy(\"110000-2023-{n}\"), focuses: [\"f\"], strength: Mentioned, \
             list: Closed, assigned_by: Source, summary: (zh: \"乙\"), source: \"s\"),"
        )
    };
    let place = "(id: \"R\", kind: Focus, of: Regions([\"110000\"]), focuses: [\"f\"], strength: Mentioned, \
                 list: Closed, assigned_by: Source, summary: (zh: \"乙\"), source: \"s\")";
    let check = |policies: usize, covered: usize, statements: &str, expected: Option<&str>| {
        let index = beijing(policies, covered, statements);
        let outcome = run(&index, &Query::default(), Unit::Region);
        let shares = NamedShares::of(&index, &outcome);
        let share = outcome.rows.first().and_then(|row| shares.get(row.region(&index.catalogue), FocusIdx(0)));
        let words = share.map(|share| share.words(Lang::Zh));
        assert_eq!(words.as_deref(), expected, "{policies} {covered} {statements}");
        assert_eq!(shares.any(), share.is_some_and(NamedShare::is_part));
        assert!(outcome.rows.iter().all(|row| outcome.share(&index, *row, FocusIdx(0)) == share));
        let Some(row) = outcome.rows.first() else { return };
        let cell = outcome.cell(*row, FocusIdx(0));
        let named = share.filter(|share| share.is_part()).map(|share| format!("● {}", share.brief(Lang::Zh)));
        assert_eq!(cell.words_of(share, Lang::Zh), named.unwrap_or_else(|| cell.words(Lang::Zh)));
    };
    check(1, 1, &names(1), None);
    check(2, 2, &names(1), Some("2 项政策中点名 1 项"));
    check(2, 2, &[names(1), names(2)].concat(), Some("2 项政策中点名 2 项"));
    check(2, 1, &names(1), Some("已考察的 1 项政策中点名 1 项，另 1 项未考察"));
    check(2, 2, place, Some("2 项政策中点名 0 项"));
    check(3, 3, "", None);
    check(3, 3, &names(1), Some("3 项政策中点名 1 项"));
    check(3, 3, &[names(1), names(2), names(3)].concat(), Some("3 项政策中点名 3 项"));
    check(5, 3, &names(1), Some("已考察的 3 项政策中点名 1 项，另 2 项未考察"));
    check(4, 4, place, Some("4 项政策中点名 0 项"));
    // What is said of the place covers its policies, and names none.
    check(4, 0, place, Some("4 项政策中点名 0 项"));
}

#[test]
fn the_shipped_catalogue_has_a_place_with_a_part_of_its_policies_named() {
    let index = embedded();
    let outcome = run(&index, &Query::default(), Unit::Region);
    let shares = NamedShares::of(&index, &outcome);
    assert!(shares.any());
    let catalogue = &*index.catalogue;
    let part = |row: &Row| -> Vec<String> {
        let place = row.region(catalogue);
        let part = |focus: &FocusIdx| shares.get(place, *focus).filter(|share| share.is_part());
        let sign = |focus: FocusIdx| Some(format!("{} {}", catalogue[focus].id, part(&focus)?.sign()));
        catalogue.focus_idxs().filter_map(sign).collect()
    };
    let of: Vec<(&str, Vec<String>)> = outcome
        .rows
        .iter()
        .map(|row| (row.name(catalogue, Lang::Zh), part(row)))
        .filter(|(_, of)| !of.is_empty())
        .collect();
    assert_eq!(of, [("北京市", vec!["application 1/2".to_owned()])]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_share_is_the_obvious_count(seed: u64) {
        let mut random = Random::new(seed, 0);
        let text = random::catalogue(&mut random);
        let index = index_of(&text);
        let catalogue = &*index.catalogue;
        let query = random::query(&mut random, catalogue);
        let outcome = run(&index, &query, Unit::Region);
        let shares = NamedShares::of(&index, &outcome);
        for row in &outcome.rows {
            let policies = outcome.policies_of(&index, *row);
            for focus in catalogue.focus_idxs() {
                let share = shares.get(row.region(catalogue), focus);
                let cell = outcome.cell(*row, focus);
                let is_named = |p: &&PolicyIdx| {
                    let of = catalogue.statements.iter().filter(|s| {
                        s.of == Of::Policy(**p) && s.kind.counts() && outcome.lens.holds(s) && s.focuses.contains(&focus)
                    });
                    of.map(|s| s.strength).max().is_some_and(crate::catalogue::Strength::is_stated)
                };
                let named = policies.iter().filter(is_named).count();
                if policies.len() < 2 {
                    prop_assert_eq!(share, None);
                } else if cell.strength.is_stated() {
                    let share = share.unwrap();
                    prop_assert_eq!(share.named, named);
                    prop_assert_eq!(share.covered + share.not_assessed, policies.len());
                    prop_assert_eq!(cell.basis == Some(Basis::Policy), named > 0);
                }
            }
        }
    }
}
