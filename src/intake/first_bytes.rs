//! The kind of a file by its first bytes, as far as these tell it.

use memchr::memmem;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstBytes {
    /// Nothing, or blanks alone.
    Blank,
    /// A compressed file of parts.
    Zip,
    /// A file of Office until 2003, a file system of its own.
    Compound,
    /// A PDF.
    Pdf,
    /// A document as RTF.
    Rtf,
    /// A picture.
    Picture,
    /// An archive of another kind than zip.
    Archive,
    /// A workbook as a web archive, or of Excel until 4, without a file system around.
    OldWorkbook,
    /// Bytes of no known kind.
    Unknown,
    /// A text in some encoding.
    Text,
}

/// The kind of a file; `is_told_text` where its user has named an encoding.
pub fn first_bytes(bytes: &[u8], is_told_text: bool) -> FirstBytes {
    const KNOWN: [(&[u8], FirstBytes); 14] = [
        (b"PK\x03\x04", FirstBytes::Zip),
        (b"PK\x05\x06", FirstBytes::Zip),
        (b"\xD0\xCF\x11\xE0", FirstBytes::Compound),
        (b"%PDF", FirstBytes::Pdf),
        (b"{\\rtf", FirstBytes::Rtf),
        (b"\x89PNG", FirstBytes::Picture),
        (b"\xFF\xD8\xFF", FirstBytes::Picture),
        (b"GIF8", FirstBytes::Picture),
        (b"Rar!", FirstBytes::Archive),
        (b"7z\xBC\xAF", FirstBytes::Archive),
        (b"\x1F\x8B", FirstBytes::Archive),
        (b"MIME-Version:", FirstBytes::OldWorkbook),
        (b"\x09\x04\x06\x00", FirstBytes::OldWorkbook),
        (b"\x09\x02\x06\x00", FirstBytes::OldWorkbook),
    ];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return FirstBytes::Blank;
    }
    if let Some((_, kind)) = KNOWN.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return *kind;
    }
    // Texts have no zeros but in UTF-16.
    let has_mark = [&b"\xFF\xFE"[..], b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
    let is_text = has_mark || is_told_text || memchr::memchr(0, bytes).is_none();
    if is_text { FirstBytes::Text } else { FirstBytes::Unknown }
}

/// Whether the directory of a [`FirstBytes::Compound`] file has this name in it.
pub fn compound_has(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}
