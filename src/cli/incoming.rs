//! Files that a call brings in: their bytes, and the encoding that it demands for them.

use std::path::Path;

use super::fault::Stop;
use crate::intake::TextEncoding;
use crate::store;
use crate::words::{ImportText as T, Lang};

/// The bytes of a file, or of standard input, up to `most`.
pub fn bytes(path: &Path, most: usize, lang: Lang) -> Result<Vec<u8>, Stop> {
    let most = most as u64;
    let read = if is_input(path) { store::read_input(most) } else { store::read_up_to(path, most) };
    read.map_err(|fault| Stop::NotThere(fault.message(lang)))
}

/// Whether a word stands for standard input.
pub fn is_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The encoding of this name.
pub fn encoding(word: &str, lang: Lang) -> Result<TextEncoding, Stop> {
    let known = TextEncoding::OFFERED.join(lang.comma());
    let unknown = || Stop::Words(T::UnknownEncoding.fill(lang, &[("word", &word), ("known", &known)]));
    TextEncoding::find(word).ok_or_else(unknown)
}
