//! The numbers that Word counts for paragraphs and does not write into them (ECMA-376, part 1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use super::fault::DocumentFault;
use super::xml::{XmlStep, walk};

/// Signs of a level's text; Word takes some dozens.
const LONGEST: usize = 200;
/// Levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug)]
struct NumberLevel {
    start: u32,
    format: String,
    /// `第%1条`: each `%n` stands for the count of level n.
    text: String,
    /// The level that sets its count back; none for the one above, 0 for no level.
    restart: Option<usize>,
    /// Whether all counts in it are written with digits.
    is_legal: bool,
}

impl Default for NumberLevel {
    fn default() -> NumberLevel {
        NumberLevel { start: 1, format: "decimal".into(), text: String::new(), restart: None, is_legal: false }
    }
}

type NumberLevels = [Option<NumberLevel>; LEVELS];

/// A list of a document: its scheme of levels, and those that it counts otherwise.
#[derive(Clone, Debug, Default)]
struct NumberList {
    scheme: String,
    levels: NumberLevels,
    starts: [Option<u32>; LEVELS],
}

/// The lists of a document with their counts so far.
#[derive(Debug, Default)]
pub struct Numbering {
    schemes: BTreeMap<String, NumberLevels>,
    lists: BTreeMap<String, NumberList>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have been counted, whose own starts are used up.
    begun: BTreeSet<String>,
}

impl Numbering {
    /// The lists of `numbering.xml`.
    ///
    /// # Errors
    /// XML that cannot be read on.
    pub fn read(xml: &str) -> Result<Numbering, DocumentFault> {
        let mut numbering = Numbering::default();
        let (mut scheme, mut list) = (None::<String>, None::<String>);
        let mut at = 0_usize;
        walk("word/numbering.xml", xml, &[], |step| match step {
            XmlStep::Begin(tag) => {
                let value = || tag.value("val").unwrap_or_default();
                match tag.name {
                    "abstractNum" => scheme = tag.value("abstractNumId"),
                    "num" => list = tag.value("numId"),
                    "abstractNumId" => {
                        if let Some(list) = &list {
                            numbering.lists.entry(list.clone()).or_default().scheme = value();
                        }
                    }
                    "lvl" | "lvlOverride" => at = tag.value("ilvl").and_then(|n| n.parse().ok()).unwrap_or(LEVELS),
                    "startOverride" => {
                        let start = value().parse().ok();
                        if let Some(list) = list.as_ref().map(|list| numbering.lists.entry(list.clone()).or_default())
                            && let Some(slot) = list.starts.get_mut(at)
                        {
                            *slot = start;
                        }
                    }
                    name => {
                        let levels = match (&scheme, &list) {
                            (_, Some(list)) => &mut numbering.lists.entry(list.clone()).or_default().levels,
                            (Some(scheme), None) => numbering.schemes.entry(scheme.clone()).or_default(),
                            (None, None) => return,
                        };
                        if let Some(level) = levels.get_mut(at) {
                            tell(level, name, &value());
                        }
                    }
                }
            }
            XmlStep::End("abstractNum") => (scheme, at) = (None, LEVELS),
            XmlStep::End("num") => (list, at) = (None, LEVELS),
            _ => {}
        })?;
        Ok(numbering)
    }

    /// Counts a paragraph of a list at a level: its number as it is printed, empty for a bullet.
    pub fn next(&mut self, list: &str, level: usize) -> String {
        let Some(NumberList { scheme, levels, starts }) = self.lists.get(list).cloned() else { return String::new() };
        let schemes = self.schemes.get(&scheme);
        let of = |at: usize| -> NumberLevel {
            let own = levels.get(at).cloned().flatten();
            own.or_else(|| schemes.and_then(|levels| levels.get(at).cloned().flatten())).unwrap_or_default()
        };
        let is_first = self.begun.insert(list.to_owned());
        let counts = self.counts.entry(scheme).or_default();
        if is_first {
            for (count, _) in counts.iter_mut().zip(&starts).filter(|(_, start)| start.is_some()) {
                *count = None;
            }
        }
        let begin = |at: usize| starts.get(at).copied().flatten().unwrap_or(of(at).start);
        for (at, count) in counts.iter_mut().enumerate() {
            *count = match (at.cmp(&level), *count) {
                (std::cmp::Ordering::Less, count) => Some(count.unwrap_or(begin(at))),
                (std::cmp::Ordering::Equal, None) => Some(begin(at)),
                (std::cmp::Ordering::Equal, Some(count)) => Some(count.saturating_add(1)),
                // Counted on where the level says that this one does not set it back.
                (std::cmp::Ordering::Greater, count) => {
                    count.filter(|_| of(at).restart.is_some_and(|above| above == 0 || level + 1 > above))
                }
            };
        }
        let this = of(level);
        if matches!(this.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut text = String::new();
        let mut signs = this.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let shown = signs.peek().filter(|_| sign == '%').and_then(|digit| digit.to_digit(10)).filter(|n| *n > 0);
            let Some(shown) = shown else {
                text.push(sign);
                continue;
            };
            signs.next();
            let at = shown as usize - 1;
            let count = counts.get(at).copied().flatten().unwrap_or(begin(at));
            let format = of(at).format;
            text += &number(count, if this.is_legal && at != level { "decimal" } else { &format });
        }
        text
    }
}

/// Takes a property of a level.
fn tell(level: &mut Option<NumberLevel>, name: &str, value: &str) {
    let of = level.get_or_insert_with(NumberLevel::default);
    match name {
        "start" => of.start = value.parse().unwrap_or(1),
        "numFmt" => value.clone_into(&mut of.format),
        "lvlText" => of.text = value.chars().take(LONGEST).collect(),
        "lvlRestart" => of.restart = value.parse().ok(),
        "isLgl" => of.is_legal = !matches!(value, "0" | "false" | "off"),
        _ => {}
    }
}

/// A count as a format writes it (ECMA-376, part 1, 17.18.59); unknown ones with digits.
fn number(count: u32, format: &str) -> String {
    let nth = |signs: &str| {
        let at = count.checked_sub(1).and_then(|at| signs.chars().nth(at as usize));
        at.map_or_else(|| count.to_string(), String::from)
    };
    match format {
        "decimalZero" => format!("{count:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(count),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => in_chinese(count, "〇一二三四五六七八九", "十百千万"),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => count
            .to_string()
            .chars()
            .filter_map(|c| "〇一二三四五六七八九".chars().nth(c.to_digit(10)? as usize))
            .collect(),
        "chineseLegalSimplified" => in_chinese(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万"),
        "ideographLegalTraditional" => in_chinese(count, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "upperLetter" => letters(count, 'A'),
        "lowerLetter" => letters(count, 'a'),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        _ => count.to_string(),
    }
}

fn full_width(count: u32) -> String {
    count.to_string().chars().filter_map(|c| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０'))).collect()
}

/// `十一`, `二十`, `一百零五`: a ten at the head without its one.
fn in_chinese(count: u32, digits: &str, units: &str) -> String {
    let digit = |n: u32| digits.chars().nth(n as usize).map(String::from).unwrap_or_default();
    let unit = |n: usize| units.chars().nth(n).map(String::from).unwrap_or_default();
    if count == 0 || count > 99_999 {
        return if count == 0 { digit(0) } else { count.to_string() };
    }
    if count > 9_999 {
        let (above, below) = (count / 10_000, count % 10_000);
        let zero = if below > 0 && below < 1_000 { "零" } else { "" };
        let below = if below > 0 { in_chinese(below, digits, units) } else { String::new() };
        return in_chinese(above, digits, units) + &unit(3) + zero + &below;
    }
    let mut text = String::new();
    let mut has_gap = false;
    for (power, place) in [(1_000, Some(2)), (100, Some(1)), (10, Some(0)), (1, None)] {
        let n = count / power % 10;
        if n == 0 {
            has_gap = !text.is_empty();
            continue;
        }
        if has_gap {
            text += "零";
            has_gap = false;
        }
        // 十 and not 一十 where nothing stands before it; the forms of cheques write it out.
        let is_bare = n == 1 && power == 10 && text.is_empty() && units.starts_with('十');
        text += &if is_bare { String::new() } else { digit(n) };
        text += &place.map(unit).unwrap_or_default();
    }
    text
}

/// A to Z, then AA, BB, as Word counts.
fn letters(count: u32, first: char) -> String {
    let Some(at) = count.checked_sub(1) else { return count.to_string() };
    let letter = char::from_u32(u32::from(first) + at % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (at / 26 + 1).min(30) as usize).collect()
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1_000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count == 0 || count >= 4_000 {
        return count.to_string();
    }
    let mut left = count;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text += sign;
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_written_as_its_format_says() {
        for (format, counts) in [
            ("decimal", &[(1, "1"), (12, "12")][..]),
            ("decimalZero", &[(1, "01"), (12, "12")]),
            ("decimalFullWidth", &[(12, "１２")]),
            (
                "chineseCounting",
                &[
                    (1, "一"),
                    (10, "十"),
                    (11, "十一"),
                    (20, "二十"),
                    (21, "二十一"),
                    (100, "一百"),
                    (105, "一百零五"),
                    (110, "一百一十"),
                    (1_010, "一千零一十"),
                    (12_003, "一万二千零三"),
                    (10_003, "一万零三"),
                ],
            ),
            ("chineseLegalSimplified", &[(10, "壹拾"), (21, "贰拾壹")]),
            ("ideographDigital", &[(10, "一〇"), (105, "一〇五")]),
            ("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "11")]),
            ("ideographZodiac", &[(12, "亥")]),
            ("decimalEnclosedCircleChinese", &[(1, "①"), (20, "⑳"), (21, "21")]),
            ("upperLetter", &[(1, "A"), (26, "Z"), (27, "AA"), (28, "BB")]),
            ("lowerRoman", &[(4, "iv"), (1_994, "mcmxciv"), (4_000, "4000")]),
            ("a format of tomorrow", &[(7, "7")]),
            ("chineseCounting", &[(0, "〇"), (100_000, "100000")]),
        ] {
            for (count, expected) in counts {
                assert_eq!(number(*count, format), *expected, "{format} {count}");
            }
        }
    }

    const LISTS: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="5">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/><w:lvlRestart w:val="0"/></w:lvl>
        </w:abstractNum><w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="6"/></w:num></w:numbering>"#;

    #[test]
    fn levels_count_on_and_set_back_those_below_them() {
        let mut numbering = Numbering::read(LISTS).unwrap();
        for (list, level, expected) in [
            ("1", 0, "第一条"),
            ("1", 1, "1.1"),
            ("1", 1, "1.2"),
            ("1", 2, "c)"),
            ("1", 0, "第二条"),
            // Set back with the level above; the third is never set back.
            ("1", 1, "2.1"),
            ("1", 2, "d)"),
            // Another list of the same scheme counts on, unless it begins anew.
            ("2", 0, "第一条"),
            ("2", 0, "第二条"),
            ("1", 0, "第三条"),
            ("3", 0, ""),
            ("9", 0, ""),
            ("1", 8, ""),
        ] {
            assert_eq!(numbering.next(list, level), expected, "{list} {level}");
        }
    }
}
