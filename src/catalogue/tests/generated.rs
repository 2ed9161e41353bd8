//! Tests of the generator of the benches: its catalogues are sound and of the declared shape.

use std::collections::HashSet;

use super::*;
use crate::tests::generator;
use crate::words::Lang;

#[track_caller]
fn generated(n: usize) -> Catalogue {
    let loaded = load(generator::catalogue(generator::SEED, n).as_bytes());
    let first = loaded.problems.first().map(|problem| problem.line("generated", Lang::En));
    assert_eq!(first, None, "{n} policies: {} problems", loaded.problems.len());
    loaded.catalogue.unwrap()
}

#[test]
fn a_generated_catalogue_of_any_size_is_sound() {
    for n in [0, 1, 2, 12, 500] {
        assert_eq!(generated(n).policies.len(), n);
    }
}

#[test]
fn a_smaller_catalogue_is_the_beginning_of_a_larger_one() {
    let records = |n: usize| {
        let text = generator::catalogue(7, n);
        let (_, tail) = text.split_once("policies: [\n").unwrap();
        tail.split_once("    ],\n    statements").unwrap().0.to_owned()
    };
    let (small, large) = (records(20), records(50));
    assert!(large.starts_with(&small) && large.len() > small.len());
    assert_ne!(generator::catalogue(7, 20), generator::catalogue(8, 20), "the seed matters");
}

#[test]
fn a_generated_catalogue_has_the_shape_that_benches_need() {
    let n = 3_000;
    let catalogue = generated(n);
    for policy in &catalogue.policies {
        let title = policy.title.get(Lang::Zh);
        assert!((26..=40).contains(&title.chars().count()), "{title}");
        assert!((2017..=2026).contains(&policy.year.unwrap()), "{}", policy.id);
    }
    let places: HashSet<RegionIdx> = catalogue.policies.iter().map(|p| p.region).collect();
    assert!(places.len() > 340, "{} places", places.len());
    let skewed = catalogue.policies.iter().filter(|p| (2023..=2025).contains(&p.year.unwrap())).count();
    assert!(skewed > n / 2, "{skewed} policies of 2023 to 2025");
    let statements = catalogue.statements.len();
    assert!((4 * n..6 * n).contains(&statements), "{statements} statements");
    assert!(catalogue.statements.iter().any(|s| matches!(s.of, Of::Regions(_))));
    let holding = |needle: &str| {
        let hit = |s: &&Statement| s.summary.get(Lang::Zh).contains(needle);
        let policies: HashSet<&str> =
            catalogue.statements.iter().filter(hit).map(|s| s.id.split('-').next().unwrap()).collect();
        policies.len()
    };
    assert!((n / 5..n / 3).contains(&holding(generator::COMMON)));
    assert!((n / 100..n / 35).contains(&holding(generator::MEDIUM)));
    assert!(holding(generator::RARE) < n / 500);
    for grade in &catalogue.grades() {
        assert!(catalogue.sources.iter().filter(|s| s.grade == *grade).count() >= 2, "{grade:?}");
    }
}
