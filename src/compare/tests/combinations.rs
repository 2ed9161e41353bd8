//! Tests of combinations: those of the report by hand, and all against every subset tried one by one.

use proptest::prelude::*;

use super::*;
use crate::catalogue::FocusIdx;
use crate::query::tests::random::{self, Random};
use crate::query::write;

fn of(index: &Index, line: &str, unit: Unit) -> Combinations {
    let query = parse(line, &index.catalogue).unwrap();
    crate::compare::combinations(index, &query, &run(index, &query, unit))
}

/// `algorithm: 131000 320200` and so on.
fn shown(catalogue: &Catalogue, found: &Combinations) -> Vec<String> {
    let name = |together: &Together| match together {
        Together::Focuses(focuses) => {
            focuses.iter().map(|focus| catalogue[*focus].id.as_str()).collect::<Vec<_>>().join(" ")
        }
        other => found.name(catalogue, other, Lang::Zh),
    };
    let line = |c: &Combination| format!("{}: {}", name(&c.together), ids(catalogue, &c.members));
    found.combinations.iter().map(line).collect()
}

#[test]
fn the_combinations_of_the_report_are_those_counted_by_hand() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let found = of(&index, "", Unit::Region);
    assert_eq!(
        shown(catalogue, &found),
        [
            "algorithm: 131000 320200 440300 640000",
            "compute: 310000",
            "compute algorithm data enterprise: 330100",
            "algorithm data: 510100",
            "algorithm data application enterprise: 110000",
            "algorithm application: 320500",
            "algorithm enterprise: 320100",
            "都未提及: 420100",
        ]
    );
    let sizes: Vec<usize> = found.sets.iter().map(|set| set.size.count).collect();
    assert_eq!(sizes, [2, 9, 3, 2, 3]);
    assert_eq!(found.total, 11);
    assert_eq!(found.nobody.count(), 31 - 7);
    let Nobody::Listed(missing) = &found.nobody else { panic!("five focuses are few enough to list") };
    assert_eq!(missing[0], [FocusIdx(2)], "data alone: the fewest focuses, then codebook order");
    assert_eq!(missing.last().unwrap().len(), 5);
}

#[test]
fn what_is_not_stated_and_what_is_not_assessed_are_not_one() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let found = of(&index, "source:yicai", Unit::Policy);
    let last = found.combinations.last().unwrap();
    assert_eq!(last.together, Together::NotAssessed);
    assert!(last.query.is_some(), "nothing is silent here, so the line can say it");
    assert_eq!(found.name(catalogue, &last.together, Lang::Zh), "未考察");
    let found = of(&index, "strength:core", Unit::Region);
    assert_eq!(found.combinations.len(), 1);
    assert_eq!(found.name(catalogue, &found.combinations[0].together, Lang::En), "none is \"core\" or more");
}

#[test]
fn many_focuses_are_counted_and_not_listed() {
    let head = |n: usize| {
        let focuses: Vec<String> = (0..n).map(|n| format!("(id: \"f{n}\", name: (zh: \"方向{n}\"))")).collect();
        format!(
            "(schema: 1, id: \"m\", release: \"1\", title: (zh: \"多\"), default_sources: [], focuses: [{}], sources: [], policies: [], statements: [])",
            focuses.join(", ")
        )
    };
    assert!(matches!(of(&index_of(&head(6)), "", Unit::Region).nobody, Nobody::Listed(list) if list.len() == 63));
    assert_eq!(of(&index_of(&head(7)), "", Unit::Region).nobody, Nobody::Counted(127));
    assert_eq!(of(&index_of(&head(200)), "", Unit::Region).nobody, Nobody::Counted(u128::MAX));
}

#[track_caller]
fn check(index: &Index, query: &Query, unit: Unit) {
    let catalogue = &*index.catalogue;
    let outcome = run(index, query, unit);
    let found = crate::compare::combinations(index, query, &outcome);
    let of = write(query);
    let has = |row: Row, focus: FocusIdx| outcome.cell(row, focus).strength >= query.strength();
    let focuses: Vec<FocusIdx> = catalogue.focus_idxs().collect();
    // Every subset of the focuses, tried on every row.
    let mut seen = 0;
    for mask in 1..1u32 << focuses.len() {
        let subset: Vec<FocusIdx> = focuses.iter().copied().filter(|f| mask & (1 << f.0) != 0).collect();
        let exactly = |row: &&Row| focuses.iter().all(|f| has(**row, *f) == subset.contains(f));
        let members: Vec<Row> = outcome.rows.iter().filter(exactly).copied().collect();
        let listed = found.combinations.iter().find(|c| c.together.focuses() == subset);
        assert_eq!(listed.map_or(&[][..], |c| &c.members), members, "{of} by {unit:?}");
        let Nobody::Listed(missing) = &found.nobody else { panic!("few focuses") };
        assert_eq!(missing.contains(&subset), members.is_empty());
        seen += members.len();
    }
    let silent = |together: Together| {
        found.combinations.iter().find(|c| c.together == together).map(|c| c.members.clone()).unwrap_or_default()
    };
    for row in outcome.rows.iter().filter(|row| !focuses.iter().any(|f| has(**row, *f))) {
        let assessed = focuses.iter().any(|f| outcome.cell(*row, *f).is_assessed());
        let group = silent(if assessed { Together::NotStated } else { Together::NotAssessed });
        assert!(group.contains(row), "{} of {of}", row.id(catalogue));
        seen += 1;
    }
    assert_eq!(seen, outcome.rows.len());
    assert_eq!(found.combinations.iter().map(|c| c.members.len()).sum::<usize>(), found.total, "sums equal the result");
    for crate::compare::FocusSet { focus, size, covered } in &found.sets {
        let inside = found.combinations.iter().filter(|c| c.together.has(*focus));
        assert_eq!(inside.map(|c| c.members.len()).sum::<usize>(), size.count);
        let assessed = outcome.rows.iter().filter(|row| outcome.cell(**row, *focus).is_assessed());
        assert_eq!(*covered, assessed.count());
    }
    for pair in found.combinations.windows(2) {
        let key = |c: &Combination| (c.together.focuses().is_empty(), std::cmp::Reverse(c.members.len()));
        assert!(pair[0].together.focuses().is_empty() || key(&pair[0]) <= key(&pair[1]), "largest first");
    }
    let both = !silent(Together::NotStated).is_empty() && !silent(Together::NotAssessed).is_empty();
    for c in &found.combinations {
        assert_eq!(c.query.is_none(), both && c.together.focuses().is_empty());
        // The line, as text, finds exactly the members.
        if let Some(query) = &c.query {
            let line = write(query);
            let again = run(index, &parse(&line, catalogue).unwrap(), unit);
            assert_eq!(ids(catalogue, &again.rows), ids(catalogue, &c.members), "{line}");
        }
    }
}

#[test]
fn each_combination_of_the_shipped_catalogue_knows_its_query() {
    let index = embedded();
    for line in [
        "",
        "source:any",
        "source:official",
        "basis:policy",
        "strength:substantive source:any",
        "-stage:draft focus:algorithm",
    ] {
        let query = parse(line, &index.catalogue).unwrap();
        check(&index, &query, Unit::Policy);
        check(&index, &query, Unit::Region);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_member_is_in_exactly_the_combination_it_has(seed: u64) {
        let mut random = Random::new(seed, 2);
        let index = index_of(&random::catalogue(&mut random));
        for _ in 0..3 {
            let query = random::query(&mut random, &index.catalogue);
            check(&index, &query, Unit::Policy);
            check(&index, &query, Unit::Region);
        }
    }
}
