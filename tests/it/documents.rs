//! Documents, sentences, marks and texts side by side, by inputs put together at random from what they are made of.
//!
//! `RUNS=1000000 DOOR=anchor cargo test --test it documents::` tries so many of one.

use crate::doors::DOORS;

/// The doors that it makes inputs for.
const DOCUMENTS: [&str; 6] = ["docx", "ofd", "html", "sentence", "anchor", "beside"];

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

const DOCX: [&str; 44] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tab/>",
    "<w:br/>",
    "<w:cr/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:numPr>",
    "</w:numPr>",
    "<w:numId w:val=\"1\"/>",
    "<w:ilvl w:val=\"1\"/>",
    "<w:ilvl w:val=\"9\"/>",
    "<w:pStyle w:val=\"a\"/>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:moveFrom>",
    "</w:moveFrom>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:sym w:char=\"2460\"/>",
    "<w:sym w:char=\"F0FC\"/>",
    "<w:sym w:char=\"202E\"/>",
    "<w:abstractNum w:abstractNumId=\"0\">",
    "</w:abstractNum>",
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4294967295\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、%2\"/></w:lvl>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    "<w:style w:styleId=\"a\">",
    "</w:style>",
    "<w:basedOn w:val=\"a\"/>",
    "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/></w:lvlOverride>",
    "&#x202E;",
    "&amp;",
];
const OFD: [&str; 14] = [
    "<TextObject Boundary=\"1 2 3 4\" Size=\"5\">",
    "<TextObject Boundary=\"1e308 -1e308\" Size=\"1e308\" CTM=\"1e308 0 0 1e308 1 1\">",
    "<TextObject CTM=\"0 1 -1 0 0 0\" Size=\"-1\">",
    "<TextObject CTM=\"NaN 1 2\">",
    "</TextObject>",
    "<TextCode X=\"1\" Y=\"2\" DeltaX=\"g 3 5 2\">",
    "<TextCode X=\"-1e400\" Y=\"9\" DeltaX=\"g g 1e308 1e308\">",
    "<TextCode>",
    "</TextCode>",
    "<PathObject/>",
    "<Annotation>",
    "</Annotation>",
    "第1页",
    "— 1 —",
];
const HTML: [&str; 20] = [
    "<p>",
    "</p>",
    "<div>",
    "<br>",
    "<table>",
    "<tr>",
    "<td rowspan=99999 colspan=9>",
    "</td>",
    "</tr>",
    "</table>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&nbsp;",
    "&#8;",
    "<style>",
    "</style>",
    "<o:p>",
    "<li>",
];
const WORDS: [&str; 34] = [
    "一是",
    "二是",
    "；",
    "。",
    "！",
    "？",
    "……",
    "…",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "‘",
    "’",
    "「",
    "」",
    "\t",
    "　",
    "a",
    "3.5",
    "算力",
    "数据",
    "每年安排算力券",
    "一、",
    "（一）",
    "1.",
    "第一条",
    "\n",
    "💡",
    "e\u{301}",
    "\u{FEFF}",
    "\u{0}",
];
const BETWEEN: [&str; 1] = ["\n=====\n"];

/// An input of a door: some of its parts one after another.
fn input(door: &str, random: &mut Random) -> Vec<u8> {
    let own: &[&str] = match door {
        "docx" => &DOCX,
        "ofd" => &OFD,
        "html" => &HTML,
        _ => &[],
    };
    let mut out = Vec::new();
    if door == "anchor" {
        out.extend([random.below(256) as u8, random.below(256) as u8, random.below(24) as u8]);
    }
    let mut text: Vec<&str> = Vec::new();
    for _ in 0..random.below(40) {
        let among: &[&str] = match random.below(10) {
            0 => &BETWEEN,
            1..=5 if !own.is_empty() => own,
            _ => &WORDS,
        };
        text.push(among[random.below(among.len())]);
    }
    // A text that changes is mostly the one that it was.
    if matches!(door, "anchor" | "beside") && random.below(3) > 0 {
        let mut after = text.clone();
        for _ in 0..random.below(4) {
            let at = random.below(after.len() + 1);
            match random.below(2) {
                0 => after.insert(at, WORDS[random.below(WORDS.len())]),
                _ if at < after.len() => _ = after.remove(at),
                _ => {}
            }
        }
        text.push(BETWEEN[0]);
        text.extend(after);
    }
    out.extend(text.concat().into_bytes());
    out
}

#[allow(clippy::disallowed_methods, reason = "how long it runs is said where it is started")]
fn asked(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[test]
fn what_is_made_of_parts_at_random_is_read_or_refused() {
    let runs = asked("RUNS").and_then(|runs| runs.parse().ok()).unwrap_or(400);
    let one = asked("DOOR");
    for (n, name) in DOCUMENTS.iter().enumerate().filter(|(_, name)| one.as_deref().is_none_or(|one| one == **name)) {
        let (_, door) = DOORS.iter().find(|(door, _)| door == name).unwrap();
        let mut random = Random(n as u64);
        for _ in 0..runs {
            let bytes = input(name, &mut random);
            let ran = std::panic::catch_unwind(|| door(&bytes));
            assert!(ran.is_ok(), "{name}: {:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
