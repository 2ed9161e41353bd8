//! The keywords, sources and sorters of rows against the records of the statements that they rest on.

use proptest::prelude::*;

use super::random::{self, Random};
use super::*;
use crate::catalogue::{File, SourceIdx, load_stack};
use crate::words::Lang;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_row_has_the_keywords_sources_and_sorters_of_the_records(seed: u64) {
        let mut random = Random::new(seed, 0);
        let texts = random::stack(&mut random, 30);
        let loaded = load_stack(&texts.each_ref().map(|text| File { name: "", bytes: text.as_bytes() }));
        let index = Index::new(std::sync::Arc::new(loaded.catalogue.unwrap()));
        let catalogue = &*index.catalogue;
        let everything = parse("source:any", catalogue).unwrap();
        let queries = [random::query(&mut random, catalogue), everything];
        for (query, unit) in queries.iter().flat_map(|query| [(query, Unit::Policy), (query, Unit::Region)]) {
            let outcome = run(&index, query, unit);
            for row in &outcome.rows {
                let policies = outcome.policies_of(&index, *row);
                let behind = match row {
                    Row::Policy(policy) => index.rests_on(*policy, &outcome.lens),
                    Row::Region(place) => index.region_rests_on(*place, &policies, &outcome.lens),
                };
                let mut keywords: Vec<&str> = Vec::new();
                for keyword in behind.iter().flat_map(|i| &catalogue[*i].keywords) {
                    if !keywords.contains(&keyword.as_str()) {
                        keywords.push(keyword);
                    }
                }
                let listed = policies.iter().flat_map(|policy| &catalogue[*policy].events).map(|event| event.source);
                let stated = behind.iter().map(|i| catalogue[*i].source);
                let mut sources: Vec<SourceIdx> = listed.filter(|i| outcome.lens.sees(*i)).chain(stated).collect();
                sources.sort_unstable();
                sources.dedup();
                let sources: Vec<&str> = sources.into_iter().map(|i| catalogue[i].id.as_str()).collect();
                let value = |column: Column| column.value(&index, &outcome, *row, Lang::Zh);
                prop_assert_eq!(value(Column::Keywords), Datum::from(keywords));
                prop_assert_eq!(value(Column::Sources), Datum::from(sources));
                for focus in catalogue.focus_idxs() {
                    let cell = outcome.cell(*row, focus);
                    let behind = index.behind(cell, focus, &policies, *row, &outcome.lens);
                    let by = behind.iter().filter_map(|i| catalogue[*i].assigned_by).min();
                    let expected = by.map_or(Datum::Missing(Missing::NotApplicable), Datum::from);
                    prop_assert_eq!(value(Column::AssignedBy(focus)), expected);
                }
            }
        }
    }
}
