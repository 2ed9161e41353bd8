use std::sync::Arc;

use super::*;
use crate::catalogue::{EMBEDDED, load};

pub(super) fn embedded() -> Index {
    Index::new(Arc::new(load(EMBEDDED.as_bytes()).catalogue.unwrap()))
}

#[track_caller]
fn check(line: &str, unit: Unit, expected: &str) {
    let index = embedded();
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(&index, &query, unit);
    let ids: Vec<&str> = outcome.rows.iter().map(|row| row.id(&index.catalogue)).collect();
    assert_eq!(ids.join(" "), expected, "{line}");
}

#[test]
fn terms_find_what_the_interface_says() {
    use Unit::{Policy, Region};
    check("focus:compute", Policy, "310000-2023-1 330100-2023-1 310000-2023-2");
    check("focus:application", Region, "110000 320500");
    check("地区：江苏", Policy, "320100-2023-1 320200-2023-1");
}
