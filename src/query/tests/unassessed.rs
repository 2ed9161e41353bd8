//! Tests of the rows that focuses leave out unassessed, against every way in which what nobody looked at may be.

use super::*;

/// Whether cells pass the focus terms of a query.
fn passes(catalogue: &Catalogue, query: &Query, cells: &[Cell]) -> bool {
    let strength = |id: &str| catalogue.find_focus(id).map(|focus| cells[usize::from(focus.0)].strength).unwrap();
    let has = |id: &String| strength(id) >= query.strength();
    query.terms.iter().all(|term| match &term.test {
        Test::Focus(focuses) => {
            let others = catalogue.focuses.iter().filter(|focus| !focuses.ids.contains(&focus.id));
            let holds = match focuses.mode {
                FocusMode::Any => focuses.ids.iter().any(has),
                FocusMode::All => focuses.ids.iter().all(has),
                FocusMode::Only => {
                    focuses.ids.iter().all(has) && !others.map(|focus| strength(&focus.id)).any(Strength::is_stated)
                }
            };
            holds != term.not
        }
        _ => true,
    })
}

/// Whether they pass if some of those that nobody has looked at are stated.
fn may_pass(catalogue: &Catalogue, query: &Query, cells: &[Cell]) -> bool {
    (0..1 << cells.len()).any(|stated: u32| {
        let lifted = |(at, cell): (usize, &Cell)| {
            let is_stated = !cell.is_assessed() && stated >> at & 1 == 1;
            Cell { strength: if is_stated { Strength::Core } else { cell.strength }, ..*cell }
        };
        passes(catalogue, query, &cells.iter().enumerate().map(lifted).collect::<Vec<_>>())
    })
}

#[test]
fn what_may_pass_as_well_as_not_is_counted_and_nothing_else() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    let mut met = 0;
    for lens in ["", "source:press", "source:official", "source:any"] {
        for focuses in [
            "",
            "focus:compute",
            "focus:compute,data",
            "focus:all(compute,data)",
            "focus:only(data)",
            "focus:compute focus:data",
            "focus:compute -focus:data",
            "-focus:data",
            "focus:algorithm strength:core",
        ] {
            let query = parse(&format!("{lens} {focuses}"), catalogue).unwrap();
            for unit in [Unit::Policy, Unit::Region] {
                let outcome = run(&index, &query, unit);
                let base = without_focus(&index, &query, &outcome);
                let left = base.rows.iter().filter(|row| !outcome.rows.contains(row));
                let expected = left.filter(|row| may_pass(catalogue, &query, base.cells_of(**row))).count();
                assert_eq!(left_out_unassessed(&index, &query, &outcome), expected, "{lens} {focuses} {unit:?}");
                met += expected;
            }
        }
    }
    assert!(met > 0, "some are left out");
}
