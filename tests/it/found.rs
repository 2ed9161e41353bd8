//! What once broke a door, held for good: each file of `found/DOOR/` and each seed is tried at its door.

use std::fs;
use std::path::{Path, PathBuf};

use crate::doors::DOORS;

/// Tries the files of a folder at the door of its name; their number.
fn tried(folder: &Path) -> usize {
    let name = folder.file_name().unwrap().to_str().unwrap();
    let (_, door) = DOORS.iter().find(|(door, _)| *door == name).unwrap_or_else(|| panic!("{name} is no door"));
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    for file in &files {
        door(&fs::read(file).unwrap());
    }
    files.len()
}

/// The folders of a folder of this project.
fn folders(at: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(at)).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn what_once_broke_a_door_breaks_none() {
    assert!(folders("tests/it/found").iter().map(|folder| tried(folder)).sum::<usize>() > 0);
}

#[test]
fn every_door_has_seeds_and_each_of_them_holds() {
    let seeds = folders("fuzz/seeds");
    assert!(seeds.iter().all(|folder| tried(folder) > 0));
    assert_eq!(seeds.len(), DOORS.len(), "a door without seeds is thrown nothing at");
}

#[test]
fn every_door_takes_nothing_and_bytes_without_a_meaning() {
    for (_, door) in DOORS {
        for bytes in [b"".as_slice(), b"\0", b"\xFF\xFE(\0", b"(", "（：，".as_bytes(), &[b'('; 5000]] {
            door(bytes);
        }
    }
}
