//! Tests of the places that state a focus or keyword, against a walk over every statement.

use std::collections::BTreeSet;

use super::*;
use crate::catalogue::{Catalogue, Covers, EMBEDDED, Of};
use crate::query::{parse, run};
use crate::tests::{embedded, index_of};

fn asked(index: &Index, asked: &Asked, line: &str) -> Who {
    who(index, asked, &run(index, &parse(line, &index.catalogue).unwrap(), Unit::Policy))
}

/// `北京市: 110000-2023-2 R23 R24`.
fn shown(catalogue: &Catalogue, stated: &Stated) -> String {
    let ids = stated.statements.iter().map(|i| catalogue[*i].id.as_str());
    let by = [stated.row.id(catalogue)].into_iter().chain(ids).collect::<Vec<_>>().join(" ");
    format!("{}: {by}", catalogue[stated.region].name.get(crate::words::Lang::Zh))
}

#[test]
fn each_place_stands_with_the_policies_and_statements_behind_it() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let found = asked(&index, &Asked::Focus(catalogue.find_focus("data").unwrap()), "region:浙江");
    let lines: Vec<String> = found.lines.iter().map(|stated| shown(catalogue, stated)).collect();
    assert_eq!(found.places.to_string(), "≥ 3", "the condition on the place does not matter: {lines:?}");
    assert_eq!(found.totals.iter().map(|total| (total.total, total.named)).collect::<Vec<_>>(), [(6, 3)]);
    assert_eq!(lines[0], "北京市: 110000 R10 R11");
    assert_eq!((found.covered, found.not_assessed), (11, 0));
}

#[test]
fn a_keyword_is_found_in_every_spelling() {
    let index = embedded();
    for spelling in ["首版次", "首版次 ", "首版次"] {
        let found = asked(&index, &Asked::Keyword(spelling.trim().into()), "source:any");
        assert!(found.places.count > 0, "{spelling}");
    }
    let nobody = asked(&index, &Asked::Keyword("没有这样的词".into()), "");
    assert_eq!((nobody.places.count, nobody.covered, nobody.not_assessed), (0, 11, 0));
}

/// Every place that states it, by reading every statement, with the numbers of places covered and not assessed.
fn naive(catalogue: &Catalogue, asked: &Asked, lens: &Lens) -> (BTreeSet<RegionIdx>, usize, usize) {
    let in_sight: Vec<&Statement> = catalogue.statements.iter().filter(|s| s.kind.counts() && lens.holds(s)).collect();
    let covered_by_source = |policy| {
        lens.sources().any(|source| match &catalogue[source].covers {
            Covers::All => true,
            Covers::Policies(list) => list.contains(&policy),
            Covers::Stated => false,
        })
    };
    let (mut states, mut covered, mut not) = (BTreeSet::new(), 0, 0);
    for (region, _) in catalogue.regions.iter() {
        let policies: Vec<_> = catalogue.policy_idxs().filter(|p| catalogue[*p].region == region).collect();
        let own: Vec<&&Statement> =
            in_sight.iter().filter(|s| policies.iter().any(|p| s.of == Of::Policy(*p))).collect();
        let place: Vec<&&Statement> =
            in_sight.iter().filter(|s| matches!(&s.of, Of::Regions(list) if list.contains(&region))).collect();
        if policies.is_empty() && place.is_empty() {
            continue;
        }
        let is_covered = !place.is_empty() || policies.iter().any(|p| covered_by_source(*p));
        let (has, touched) = match asked {
            Asked::Focus(focus) => {
                let of = |list: &[&&Statement]| -> Option<Strength> {
                    list.iter().filter(|s| s.focuses.contains(focus)).map(|s| s.strength).max()
                };
                let best = of(&own).or(of(&place));
                (best.is_some_and(Strength::is_stated), best.is_some())
            }
            Asked::Keyword(keyword) => {
                let has = own.iter().chain(&place).any(|s| s.keywords.contains(keyword));
                (has, has)
            }
        };
        if has {
            states.insert(region);
        }
        if is_covered || touched { covered += 1 } else { not += 1 }
    }
    (states, covered, not)
}

#[test]
fn under_every_lens_the_list_is_what_a_walk_over_every_statement_finds() {
    let absent = EMBEDDED.replacen("strength: Mentioned, list: Open", "strength: Absent, list: Open", 3);
    for text in [EMBEDDED, &absent] {
        let index = index_of(text);
        let catalogue = &*index.catalogue;
        let keywords: BTreeSet<&String> = catalogue.statements.iter().flat_map(|s| &s.keywords).collect();
        let mut all: Vec<Asked> = catalogue.focus_idxs().map(Asked::Focus).collect();
        all.extend(keywords.into_iter().cloned().map(Asked::Keyword));
        for line in
            ["", "source:any", "source:official,press", "basis:policy", "basis:region", "source:any version:any"]
        {
            let outcome = run(&index, &parse(line, catalogue).unwrap(), Unit::Region);
            for one in &all {
                let found = who(&index, one, &outcome);
                let places: BTreeSet<RegionIdx> = found.lines.iter().map(|stated| stated.region).collect();
                assert_eq!(places.len(), found.places.count, "{one:?} {line}: a place without a reason");
                let (states, covered, not) = naive(catalogue, one, &outcome.lens);
                assert_eq!((places, found.covered, found.not_assessed), (states, covered, not), "{one:?} {line}");
                let statements = found.lines.iter().flat_map(|stated| &stated.statements);
                assert!(statements.into_iter().all(|i| outcome.lens.holds(&catalogue[*i])), "{one:?} {line}");
            }
        }
    }
}
