//! What once broke a door, held for good: each file of `found/DOOR/` and each seed is tried at its door.

use std::fs;
use std::path::Path;

use crate::doors::DOORS;

#[test]
fn what_once_broke_a_door_breaks_none() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/found");
    let mut tried = 0;
    for folder in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap()) {
        let name = folder.file_name().into_string().unwrap();
        let (_, door) = DOORS.iter().find(|(door, _)| *door == name).unwrap_or_else(|| panic!("{name} is no door"));
        for file in fs::read_dir(folder.path()).unwrap() {
            door(&fs::read(file.unwrap().path()).unwrap());
            tried += 1;
        }
    }
    assert!(tried > 0, "nothing in {}", root.display());
}

#[test]
fn every_door_takes_nothing_and_bytes_without_a_meaning() {
    for (_, door) in DOORS {
        for bytes in [b"".as_slice(), b"\0", b"\xFF\xFE(\0", b"(", "（：，".as_bytes(), &[b'('; 5000]] {
            door(bytes);
        }
    }
}
