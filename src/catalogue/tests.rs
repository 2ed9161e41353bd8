use super::*;

fn embedded() -> Catalogue {
    let loaded = load(EMBEDDED.as_bytes());
    assert_eq!(loaded.problems, [], "the embedded catalogue has problems");
    loaded.catalogue.unwrap()
}

#[test]
fn the_embedded_catalogue_has_no_problems_and_all_its_records() {
    let catalogue = embedded();
    assert_eq!(catalogue.policies.len(), 12);
    assert_eq!(catalogue.statements.iter().filter(|s| s.id.starts_with('R')).count(), 24);
    assert_eq!(catalogue.statements.iter().filter(|s| s.id.starts_with('E')).count(), 4);
    assert_eq!(catalogue.milestones.len(), 8);
    assert_eq!(catalogue.claims.len(), 5);
}
