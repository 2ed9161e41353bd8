//! Tests of the cells that public sources would change, against two results without filters.

use super::*;

/// The cells that change beyond a lens, by the cells of a result through it and of one through the public sources as well.
#[track_caller]
fn check(lens: &str, wider: &str, is_any: bool) {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let of = |line: &str| run(&index, &parse(line, catalogue).unwrap(), Unit::Region);
    let (here, there) = (of(lens), of(wider));
    let beyond = Beyond::of(&index, &here.lens);
    let mut found = 0;
    for (place, _) in catalogue.regions.iter() {
        for focus in catalogue.focus_idxs() {
            let row = Row::Region(place);
            let told = |outcome: &Outcome| (outcome.cell(row, focus), outcome.share(&index, row, focus));
            // What the filter leaves out has a row in neither.
            let has_row = here.rows.binary_search(&row).is_ok();
            let expected = told(&here) != told(&there);
            if !has_row {
                continue;
            }
            assert_eq!(
                beyond.changes(&index, &here, place).get(usize::from(focus.0)) == Some(&true),
                expected,
                "{lens}: {}, {}",
                catalogue[place].code,
                catalogue[focus].id
            );
            found += usize::from(expected);
        }
    }
    assert_eq!(found > 0, is_any, "{lens}: {found}");
}

#[test]
fn a_cell_that_public_sources_would_change_is_known() {
    check("", "source:report,official,press", true);
    check("source:official", "source:report,official,press", true);
    check("basis:policy", "source:report,official,press basis:policy", true);
    check("source:report,official,press", "source:report,official,press", false);
    check("source:any", "source:any", false);
    // Of a filter by what no source changes, the policies that pass.
    check("stage:draft", "stage:draft source:report,official,press", false);
    check("id:110000-2023-1", "id:110000-2023-1 source:report,official,press", true);
}
