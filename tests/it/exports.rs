//! Exports as whoever starts one sees them: how far they are, what is left when they are broken off, and odd places.

use std::fs;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::cli::run as run_program;
use crate::generator;
use policy_atlas::catalogue::load;
use policy_atlas::cli::Done;
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

#[test]
fn every_entry_of_an_archive_is_that_of_unix_whatever_wrote_it() {
    let folder = tempfile::tempdir().unwrap();
    for (name, mode, call) in [
        ("rows.xlsx", 0o600, &["export", "-o"][..]),
        ("template.xlsx", 0o600, &["import", "--template"]),
        ("memo.docx", 0o644, &["memo", "成都", "武汉", "-o"]),
        ("bundle.zip", 0o644, &["export", "--bundle"]),
    ] {
        let path = folder.path().join(name);
        let ran = run_program(&[call, &[path.to_str().unwrap()]].concat());
        assert_eq!(ran.done, Done::Exit(0), "{name}: {}", ran.err);
        let bytes = fs::read(path).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        assert!(!archive.is_empty(), "{name}");
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).unwrap();
            // In the list at the end of an archive each entry begins with a signature of four bytes and a version of one.
            let system = bytes[entry.central_header_start() as usize + 5];
            assert_eq!((system, entry.unix_mode()), (3, Some(0o100_000 | mode)), "{name}: {:?}", entry.name());
        }
    }
}
