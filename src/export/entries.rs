//! Entries of an archive that another library has made.

use std::io::Cursor;

use zip::result::ZipResult;
use zip::{System, ZipArchive};

/// The place of the system in an entry of the list at the end of an archive.
const SYSTEM: usize = 5;

/// Names Unix as the system of each entry, as our own archives do: the library names the one it runs on, and the same
/// table must give the same bytes on each.
pub fn as_of_unix(bytes: &mut [u8]) -> ZipResult<()> {
    for at in systems(bytes)? {
        if let Some(system) = bytes.get_mut(at) {
            *system = System::Unix as u8;
        }
    }
    Ok(())
}

/// The places of the systems of all entries.
fn systems(bytes: &[u8]) -> ZipResult<Vec<usize>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let entries = 0..archive.len();
    entries.map(|at| Ok(archive.by_index_raw(at)?.central_header_start() as usize + SYSTEM)).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn made_on(system: System) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().unix_permissions(0o600).system(system);
        for name in ["a.xml", "b/c.xml"] {
            archive.start_file(name, options).unwrap();
            archive.write_all(name.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn an_archive_made_on_another_system_becomes_that_of_unix() {
        let of_unix = made_on(System::Unix);
        for system in [System::Dos, System::WindowsNTFS, System::Unix] {
            let mut bytes = made_on(system);
            assert_eq!(bytes == of_unix, system == System::Unix);
            as_of_unix(&mut bytes).unwrap();
            assert_eq!(bytes, of_unix);
        }
    }
}
