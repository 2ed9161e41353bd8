//! Hashes of a catalogue that a page or an export can name: of the bytes it was read from and of its content.

use std::fmt::Write as _;
use std::io;

use sha2::{Digest as _, Sha256};

use super::{Catalogue, write};

/// The SHA-256 of bytes, in lower-case hexadecimal as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string does not fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}

/// Takes a text in pieces and keeps its hash alone.
struct Hashing(Sha256);

impl io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The SHA-256 of what is written, in lower-case hexadecimal.
pub fn hashed(write: impl FnOnce(&mut dyn io::Write)) -> String {
    let mut hashing = Hashing(Sha256::new());
    write(&mut hashing);
    hex(&hashing.0.finalize())
}

impl Catalogue {
    /// The SHA-256 of its canonical text, in hexadecimal: the same whatever the layout and the comments of the file,
    /// another one where a single value differs. The hash of the file itself is `sha256`.
    pub fn content_sha256(&self) -> String {
        // Hashing does not fail.
        hashed(|out| {
            write(self, out).ok();
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::load;

    #[test]
    fn the_hash_is_that_of_the_bytes_as_they_are() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let text = "(schema: 1, id: \"x\", release: \"1\", title: (zh: \"题\"), focuses: [], sources: [], policies: [], statements: [], default_sources: [])";
        let with_mark = format!("\u{feff}{text}");
        let of = |text: &str| load(text.as_bytes()).catalogue.map(|catalogue| catalogue.sha256.clone());
        assert_eq!(of(text), Some(sha256(text.as_bytes())));
        assert_eq!(of(&with_mark), Some(sha256(with_mark.as_bytes())), "a byte order mark is a byte of the file");
    }
}
