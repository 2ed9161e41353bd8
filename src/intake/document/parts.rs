//! The parts of a compressed document, each read up to a bound.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::DocumentFault;
use crate::intake::decode::decode;

/// Parts of a document; one of many pages has some thousands.
pub const MOST_PARTS: usize = 20_000;
/// Bytes of all parts that are read.
const MOST: usize = 128 << 20;

/// A compressed document that is being read.
pub struct DocumentParts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    read: usize,
}

impl<'a> DocumentParts<'a> {
    /// The parts of a file.
    ///
    /// # Errors
    /// A directory that cannot be read.
    pub fn of(bytes: &'a [u8]) -> Result<DocumentParts<'a>, DocumentFault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| DocumentFault::broken("", &error))?;
        Ok(DocumentParts { archive, read: 0 })
    }

    /// The text of a part; none where there is no such part.
    ///
    /// # Errors
    /// A part that does not unfold, or unfolds to more than is read.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, DocumentFault> {
        let name = name.trim_start_matches('/');
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(DocumentFault::broken(name, &error)),
        };
        let left = MOST - self.read;
        let mut bytes = Vec::new();
        part.take(left as u64 + 1).read_to_end(&mut bytes).map_err(|error| DocumentFault::broken(name, &error))?;
        if bytes.len() > left {
            return Err(DocumentFault::TooLarge { most: MOST });
        }
        self.read += bytes.len();
        Ok(Some(decode(&bytes, None).text))
    }
}
