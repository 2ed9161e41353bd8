//! A writer that hashes and counts the bytes it passes on, and can be cancelled.

use std::io::{self, Write};
use std::ops::ControlFlow;

use sha2::{Digest as _, Sha256};

use crate::catalogue::hex;

/// Bytes between two checks for cancellation.
const STRIDE: u64 = 1 << 16;

/// A written file: its name, length and hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Relative name, with `/` between folders.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// A writer that hashes the bytes it passes on.
pub struct Hashed<'a> {
    out: &'a mut dyn Write,
    hash: Sha256,
    bytes: u64,
    on: &'a mut dyn FnMut() -> ControlFlow<()>,
    /// Whether it was cancelled.
    pub is_cancelled: bool,
}

impl<'a> Hashed<'a> {
    /// A writer to `out`; `on` is asked now and then whether to go on.
    pub fn new(out: &'a mut dyn Write, on: &'a mut dyn FnMut() -> ControlFlow<()>) -> Hashed<'a> {
        Hashed { out, hash: Sha256::new(), bytes: 0, on, is_cancelled: false }
    }

    /// The name, length and hash of the passed bytes.
    pub fn sum(self, name: &str) -> Sum {
        Sum { name: name.to_owned(), bytes: self.bytes, sha256: hex(&self.hash.finalize()) }
    }
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_cancelled {
            return Err(io::Error::other("cancelled"));
        }
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        let before = self.bytes;
        self.bytes += written as u64;
        if before / STRIDE != self.bytes / STRIDE {
            self.is_cancelled = (self.on)().is_break();
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
