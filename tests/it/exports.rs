//! Exports as whoever starts one sees them: how far they are, what is left when they are broken off, and odd places.

use std::fs;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::generator;
use policy_atlas::catalogue::load;
use policy_atlas::export::{self, ExportFault, Extent, Format, Table};
use policy_atlas::query::{Index, Query, Unit, columns, run};
use policy_atlas::store::{Unwritten, write_with};
use policy_atlas::words::Lang;

fn index_of(policies: usize) -> Index {
    let text = generator::catalogue(generator::SEED, policies);
    Index::new(Arc::new(load(text.as_bytes()).catalogue.unwrap()))
}

#[test]
fn an_export_tells_how_far_it_is_and_leaves_the_older_file_when_it_is_broken_off() {
    let index = index_of(2_500);
    let outcome = run(&index, &Query::default(), Unit::Policy);
    let columns = columns(&index.catalogue, Unit::Policy);
    for extent in [Extent::View, Extent::Whole] {
        let table = Table::of(&index, &outcome, &outcome.rows, &columns, Lang::Zh).with(extent);
        for format in Format::ALL {
            let what = format!("{} {extent:?}", format.id());
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("rows");
            fs::write(&path, "older").unwrap();
            let mut told = Vec::new();
            let broken_off = write_with(&path, |out| {
                export::write(format, &table, out, &mut |done, total| {
                    told.push((done, total));
                    if told.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                })
            });
            assert!(matches!(broken_off, Err(Unwritten::Content(ExportFault::Cancelled))), "{what}: {broken_off:?}");
            assert_eq!(told.iter().map(|(done, _)| *done).collect::<Vec<_>>(), [0, 1000, 2000], "{what}");
            assert!(told.iter().all(|(_, total)| *total >= 2_500), "{what}: {told:?}");
            assert_eq!(fs::read_to_string(&path).unwrap(), "older", "{what}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{what}: something is left behind");
            // Left alone it comes to its end, and never tells more than all.
            let mut last = 0;
            let done = write_with(&path, |out| {
                export::write(format, &table, out, &mut |done, total| {
                    assert!(last <= done && done <= total, "{what}: {done} of {total} after {last}");
                    last = done;
                    ControlFlow::Continue(())
                })
            });
            assert!(done.is_ok() && last >= 2_000, "{what}: {last}");
        }
    }
}
