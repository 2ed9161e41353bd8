//! Doors for documents part by part, for sentences, for marks in a text that changes, and for two texts side by side.

use policy_atlas::compare::{SentencePair, TextPiece, compare_texts};
use policy_atlas::edit::{MarkFate, MarkPlace, MarkedQuote};
use policy_atlas::intake::{DocumentFault, DocumentRead, places, read_copied, read_document, sentences};

use super::{BETWEEN, LANGS, plain};

/// The texts that a door is given.
fn parts(bytes: &[u8]) -> Vec<String> {
    plain(bytes).split(BETWEEN).map(str::to_owned).collect()
}

/// The paragraphs of a text, one a line.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// A document of Word of these parts: its body, its lists, its styles, its notes.
pub fn docx(bytes: &[u8]) {
    let names = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"];
    read(&stored(&names.into_iter().map(str::to_owned).zip(parts(bytes)).collect::<Vec<_>>()));
}

/// A document of fixed pages, each of these parts.
pub fn ofd(bytes: &[u8]) {
    let pages = parts(bytes);
    let list: String = (0..pages.len()).map(|n| format!(r#"<Page BaseLoc="{n}.xml"/>"#)).collect();
    let mut all = vec![
        ("OFD.xml".to_owned(), "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>".to_owned()),
        ("D.xml".to_owned(), format!("<Document><Pages>{list}</Pages></Document>")),
    ];
    all.extend(pages.into_iter().enumerate().map(|(n, page)| (format!("{n}.xml"), page)));
    read(&stored(&all));
}

/// A page, read as a file and as copied.
pub fn html(bytes: &[u8]) {
    let page = format!("<html>{}", plain(bytes));
    read(page.as_bytes());
    let clip = policy_atlas::intake::Clip { text: String::new(), html: Some(page) };
    told(read_copied(&clip));
}

fn read(bytes: &[u8]) {
    told(read_document(bytes, None));
}

fn told(read: Result<DocumentRead, DocumentFault>) {
    match read {
        Ok(read) => sound(&read),
        Err(fault) => {
            drop(LANGS.map(|lang| fault.message(lang)));
            if let DocumentFault::Lost { read, .. } = fault {
                sound(&read);
            }
        }
    }
}

/// Every paragraph has words, none of them hidden, a place, and the sentences that it is made of.
fn sound(read: &DocumentRead) {
    assert_eq!(places(&read.paragraphs).len(), read.paragraphs.len());
    for paragraph in &read.paragraphs {
        let text = &paragraph.text;
        assert!(!text.is_empty() && text.trim() == text, "{text:?}");
        assert!(text.chars().all(|c| c == '\t' || !c.is_control()), "{text:?}");
        assert_eq!(sentences(text).concat(), *text);
    }
}

/// The sentences of a paragraph are the paragraph, and none is empty.
pub fn sentence(bytes: &[u8]) {
    let text = plain(bytes);
    let found = sentences(&text);
    assert_eq!(found.concat(), text);
    assert!(found.iter().all(|one| !one.is_empty()));
}

/// A mark in the first text has its words where it is said to be in the second, and is given up only where they are not.
pub fn anchor(bytes: &[u8]) {
    let (place, rest) = bytes.split_at(bytes.len().min(3));
    let texts = parts(rest);
    let [before, after] = [0, 1].map(|n| paragraphs(texts.get(n).map_or("", String::as_str)));
    let number = |n: usize| place.get(n).copied().map_or(0, usize::from);
    let Some(paragraph) = number(0).checked_rem(before.len()) else { return };
    let length = before[paragraph].chars().count();
    let from = number(1).checked_rem(length).unwrap_or(0);
    let to = (from + 1 + number(2)).min(length);
    let place = MarkPlace { paragraph: paragraph as u32 + 1, from: from as u32, to: to as u32 };
    let Some(mark) = MarkedQuote::of(&before, place) else { return };
    assert_eq!(MarkFate::of(&mark, &before), MarkFate::Unmoved);
    let is_there = |place: MarkPlace| place.words(&after) == Some(mark.quote.as_str());
    match MarkFate::of(&mark, &after) {
        MarkFate::Unmoved => assert!(is_there(mark.place)),
        MarkFate::Moved(place) => {
            assert!(is_there(place) && !is_there(mark.place));
            assert_eq!(place.around(&after), [mark.before.as_str(), mark.after.as_str()]);
        }
        MarkFate::Asked(place, 100) => assert!(is_there(place) && !is_there(mark.place)),
        MarkFate::Asked(place, percent) => {
            assert!((85..100).contains(&percent) && place.words(&after).is_some());
            assert!(place.paragraph.abs_diff(mark.place.paragraph) <= 1);
        }
        MarkFate::Listed => assert!(after.iter().all(|text| !text.contains(&mark.quote))),
    }
}

/// Two texts side by side are both in what is said of them, to the character.
pub fn beside(bytes: &[u8]) {
    let texts = parts(bytes);
    let both = [0, 1].map(|n| paragraphs(texts.get(n).map_or("", String::as_str)));
    let [before, after] = both.each_ref().map(|text| text.iter().map(|one| sentences(one)).collect::<Vec<_>>());
    let pairs = compare_texts(&before, &after);
    let joined = |of: fn(&SentencePair<'_>) -> Option<(usize, String)>| {
        let mut lines: Vec<String> = Vec::new();
        for (paragraph, text) in pairs.iter().filter_map(of) {
            lines.resize(lines.len().max(paragraph), String::new());
            lines[paragraph - 1] += &text;
        }
        lines
    };
    let old = joined(|pair| pair.before().map(|one| (one.paragraph, one.text.to_owned())));
    let new = joined(|pair| pair.after().map(|one| (one.paragraph, one.text.to_owned())));
    assert_eq!([old, new], both);
    for pair in &pairs {
        let SentencePair::Changed(before, after, pieces) = pair else { continue };
        let (mut old, mut new) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                TextPiece::Kept(text) => [&mut old, &mut new].into_iter().for_each(|side| *side += text),
                TextPiece::Removed(text) => old += text,
                TextPiece::Added(text) => new += text,
            }
        }
        assert_eq!((old.as_str(), new.as_str()), (before.text, after.text));
    }
}

/// An archive whose parts are not compressed.
fn stored(parts: &[(String, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let (at, length) = (out.len() as u32, text.len() as u32);
        let mut common = Vec::new();
        for number in [0_u16, 0, 0, 0] {
            common.extend(number.to_le_bytes());
        }
        for number in [checksum(text.as_bytes()), length, length] {
            common.extend(number.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        out.extend(*b"PK\x03\x04\x14\0");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(text.as_bytes());
        directory.extend(*b"PK\x01\x02\x14\0\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) = (out.len() as u32, parts.len() as u16);
    out.extend(&directory);
    out.extend(*b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// The checksum of a part (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
    let add = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum));
    !bytes.iter().fold(u32::MAX, add)
}
