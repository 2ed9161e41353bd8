//! Bytes of a text as a text: by its mark, as strict UTF-8, as GB18030, else as a detector says.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// An encoding of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

/// The ground on which an encoding was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingGround {
    /// Demanded, or told by the mark at the beginning of the text.
    Told,
    /// Every byte fits, and texts of other encodings would not.
    Certain,
    /// The likeliest one: to be looked at.
    Guessed,
}

/// The encoding that a text was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingRead {
    /// The encoding.
    pub encoding: TextEncoding,
    /// The ground for it.
    pub ground: EncodingGround,
    /// The number of signs `U+FFFD` in the text, which stand for bytes that are none of the encoding.
    pub lost: usize,
}

/// A text with the encoding that it was read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedText {
    /// The text, without a byte order mark.
    pub text: String,
    /// Its encoding.
    pub read: EncodingRead,
}

/// One sign in so many, of those of two bytes, may be rare in a Chinese text; Big5 read as GB18030 has one in two or
/// three.
const RARE: usize = 8;
/// One sign in so many may be none of GB18030 in a text that is taken for it.
const LOST: usize = 50;
/// Bytes of a long text that a guess looks at.
const LOOKED_AT: usize = 1 << 20;

impl TextEncoding {
    /// The encodings that a reader may choose from.
    pub const OFFERED: [&'static str; 4] = ["gb18030", "utf-8", "utf-16", "big5"];

    /// The encoding of this name, as web pages name them; GBK is read as GB18030, which holds all of it.
    pub fn find(name: &str) -> Option<TextEncoding> {
        let name = name.trim();
        let found = match name.to_ascii_lowercase().as_str() {
            "utf8" => UTF_8,
            "utf16" => UTF_16LE,
            _ => Encoding::for_label_no_replacement(name.as_bytes())?,
        };
        Some(TextEncoding(if found == GBK { GB18030 } else { found }))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        if self.0 == GB18030 { "GB18030" } else { self.0.name() }
    }
}

/// The text of bytes, in an encoding that is demanded or in the likeliest one.
pub fn decode(bytes: &[u8], demanded: Option<TextEncoding>) -> DecodedText {
    let mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let (encoding, ground) = match (demanded, mark) {
        // "UTF-16" says nothing about the order of the bytes.
        (Some(TextEncoding(demanded)), Some(marked)) if demanded == UTF_16LE && marked == UTF_16BE => {
            (marked, EncodingGround::Told)
        }
        (Some(TextEncoding(demanded)), _) => (demanded, EncodingGround::Told),
        (None, Some(marked)) => (marked, EncodingGround::Told),
        (None, None) => guess(bytes),
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text.into_owned(),
    };
    let lost = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    DecodedText { text, read: EncodingRead { encoding: TextEncoding(encoding), ground, lost } }
}

fn guess(bytes: &[u8]) -> (&'static Encoding, EncodingGround) {
    match std::str::from_utf8(bytes) {
        Ok(_) => return (UTF_8, EncodingGround::Certain),
        // A text cut in the middle of a sign, or with a slip of another encoding in it.
        Err(_) if is_mostly_utf8(bytes) => return (UTF_8, EncodingGround::Guessed),
        Err(_) => {}
    }
    let begin = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let (chinese, _) = GB18030.decode_without_bom_handling(begin);
    let lost = chinese.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    // A text cut in the middle of a sign loses one; a text of another encoding many.
    if !is_odd(begin) && lost <= 1 + chinese.chars().count() / LOST {
        return (GB18030, EncodingGround::Guessed);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(begin, true);
    let detected = detector.guess(None, Utf8Detection::Deny);
    (if detected == GBK { GB18030 } else { detected }, EncodingGround::Guessed)
}

/// Whether of the runs of bytes that are not ASCII nearly all are UTF-8.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * 10 < whole
}

/// Whether of the signs of two bytes many have a second byte that no common sign of GB18030 has.
fn is_odd(bytes: &[u8]) -> bool {
    let (mut pairs, mut rare) = (0, 0);
    let mut bytes = bytes.iter();
    while let Some(first) = bytes.next() {
        if first.is_ascii() {
            continue;
        }
        match bytes.next() {
            // The first half of a sign of four bytes.
            Some(b'0'..=b'9') => _ = bytes.nth(1),
            second => {
                pairs += 1;
                rare += usize::from(second.is_none_or(|second| *second < 0xA1));
            }
        }
    }
    rare > 1 && rare * RARE > pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_its_encoding_and_says_how_sure_that_is() {
        use EncodingGround::{Certain, Guessed, Told};
        let big5: Vec<u8> = encoding_rs::BIG5.encode("臺北市人工智慧產業發展辦法，自公布日施行。").0.into_owned();
        let utf16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let cut: Vec<u8> = "温州市人工智能产业若干政策".bytes().take(38).collect();
        for (bytes, demanded, expected) in [
            (&b"\xc1\xaa\xcd\xa8"[..], None, ("联通", "GB18030", Guessed, 0)),
            (b"\xfe\x9f", None, ("䶮", "GB18030", Guessed, 0)),
            (b"\xce\xc2\xd6\xdd\xca\xd0,2023\xc4\xea5\xd4\xc2", None, ("温州市,2023年5月", "GB18030", Guessed, 0)),
            (b"\x82\x35\x8f\x33\xd6\xdd", None, ("龦州", "GB18030", Guessed, 0)),
            ("温州".as_bytes(), None, ("温州", "UTF-8", Certain, 0)),
            ("\u{FEFF}温州".as_bytes(), None, ("温州", "UTF-8", Told, 0)),
            (&utf16("\u{FEFF}温州", u16::to_le_bytes), None, ("温州", "UTF-16LE", Told, 0)),
            (&utf16("\u{FEFF}温州", u16::to_be_bytes), None, ("温州", "UTF-16BE", Told, 0)),
            (&utf16("\u{FEFF}温州", u16::to_be_bytes), Some("utf-16"), ("温州", "UTF-16BE", Told, 0)),
            (&utf16("温州", u16::to_le_bytes), Some("UTF-16"), ("温州", "UTF-16LE", Told, 0)),
            (&big5, None, ("臺北市人工智慧產業發展辦法，自公布日施行。", "Big5", Guessed, 0)),
            (b"\xc1\xaa\xcd\xa8", Some("gbk"), ("联通", "GB18030", Told, 0)),
            (b"\xc1\xaa\xcd\xa8", Some("utf-8"), ("\u{FFFD}\u{FFFD}\u{368}", "UTF-8", Told, 2)),
            (b"\xc1\xaa\xcd", None, ("联\u{FFFD}", "GB18030", Guessed, 1)),
            (&cut, None, ("温州市人工智能产业若干政\u{FFFD}", "UTF-8", Guessed, 1)),
            (b"", None, ("", "UTF-8", Certain, 0)),
        ] {
            let demanded = demanded.map(|name| TextEncoding::find(name).unwrap());
            let DecodedText { text, read } = decode(bytes, demanded);
            let (words, name, ground, lost) = expected;
            assert_eq!((text.as_str(), read.encoding.name(), read.ground, read.lost), (words, name, ground, lost));
        }
        assert_eq!(TextEncoding::find("klingon"), None);
        assert!(TextEncoding::OFFERED.iter().all(|name| TextEncoding::find(name).is_some()));
    }
}
