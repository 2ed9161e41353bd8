//! Texts folded for comparison, so that typed and printed forms are one: for search, names of places and order.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

/// The simplified form of each character of the blocks of Chinese, in their order; its own where it has no other.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut forms: Vec<char> = (FIRST_HAN..=LAST_HAN).filter_map(char::from_u32).collect();
    for pair in include_str!("../../assets/simplified.txt").lines() {
        let mut pair = pair.chars();
        if let (Some(traditional), Some(simplified)) = (pair.next(), pair.next())
            && let Some(form) = place(traditional).and_then(|at| forms.get_mut(at))
        {
            *form = simplified;
        }
    }
    forms
});
const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9FFF;

/// The index of a character in the list of forms.
fn place(c: char) -> Option<usize> {
    usize::try_from((c as u32).checked_sub(FIRST_HAN)?).ok()
}

/// The simplified form of a traditional character; any other as it is.
pub fn simplified(c: char) -> char {
    place(c).and_then(|at| SIMPLIFIED.get(at)).copied().unwrap_or(c)
}

/// A folded text: NFKC, lower case, simplified, white space as one kind of blank; without quotation marks,
/// and with one bracket, one middle dot and one dash for all of their kinds and lengths.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends a folded text.
pub fn fold_into(text: &str, out: &mut String) {
    let begin = out.len();
    for c in text.chars() {
        let Some(c) = compatible(c) else {
            out.truncate(begin);
            text.nfkc().for_each(|c| push(c, out));
            // Signs that fell out and small letters leave marks side by side that stood apart.
            let pushed = out.split_off(begin);
            out.extend(pushed.nfkc());
            return;
        };
        push(c, out);
    }
}

/// The NFKC form of a character that joins with no other: of ASCII, Chinese characters, their punctuation and the
/// full-width forms of ASCII, of which nearly all texts are. None for any other character.
fn compatible(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7f}' | '\u{3400}'..='\u{9fff}' => Some(c),
        '·' | '\u{2013}'..='\u{2016}' | '\u{2018}'..='\u{201f}' | '\u{3001}'..='\u{3029}' => Some(c),
        '\u{3000}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        _ => None,
    }
}

fn push(c: char, out: &mut String) {
    match c {
        // A Chinese dash is two signs long, and often printed as one.
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '－' => {
            if !out.ends_with('-') {
                out.push('-');
            }
        }
        // Titles are quoted in one way and typed in another, or in none.
        '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '′' | '″' | '〝' | '〞' | '〟' | '「' | '」'
        | '『' | '』' | '《' | '》' | '〈' | '〉' | '«' | '»' | '‹' | '›' => {}
        // The year of a document number stands in brackets that no keyboard has.
        '[' | '〔' | '【' | '〖' => out.push('('),
        ']' | '〕' | '】' | '〗' => out.push(')'),
        '•' | '‧' | '∙' | '⋅' | '・' => out.push('·'),
        '∶' => out.push(':'),
        c if place(c).is_some_and(|at| at <= (LAST_HAN - FIRST_HAN) as usize) => out.push(simplified(c)),
        c if c.is_whitespace() => out.push(' '),
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => out.extend(c.to_lowercase().map(simplified)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pair_is_a_character_and_a_simplified_one_that_stays() {
        for pair in include_str!("../../assets/simplified.txt").lines() {
            let [traditional, form] = pair.chars().collect::<Vec<_>>()[..] else { panic!("no pair: {pair}") };
            assert_ne!(traditional, form);
            assert_eq!(simplified(traditional), form, "{pair}");
        }
        for (traditional, form) in [('數', '数'), ('臺', '台'), ('廣', '广'), ('龍', '龙'), ('算', '算'), ('a', 'a')]
        {
            assert_eq!(simplified(traditional), form, "{traditional}");
        }
    }

    #[test]
    fn a_character_that_joins_with_no_other_has_the_form_of_the_standard() {
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            if let Some(form) = compatible(c) {
                assert_eq!(c.to_string().nfkc().collect::<String>(), form.to_string(), "{c:?}");
                // Neither a mark before it nor one after it becomes a part of it.
                for before in ["a", "算", "。"] {
                    let text = format!("{before}{c}{before}");
                    assert_eq!(text.nfkc().collect::<String>(), format!("{before}{form}{before}"), "{c:?}");
                }
            }
        }
    }

    #[test]
    fn texts_are_compared_without_width_case_script_and_kinds_of_marks() {
        for (text, folded) in [
            ("ＡＩ　大模型", "ai 大模型"),
            ("數據交易", "数据交易"),
            ("2023—2025年", "2023-2025年"),
            ("（甲）", "(甲)"),
            ("Ⅲ", "iii"),
            ("e\u{301}É", "éé"),
            ("a\u{A0}b\tc\nd", "a b c d"),
            ("㎡", "m2"),
            ("“十四五”「十四五」『十四五』﹁十四五﹂《十四五》〈十四五〉\"十四五\"", &"十四五".repeat(7)),
            ("‘双一流’ Xi’an Xi'an ＂甲＂", "双一流 xian xian 甲"),
            ("中国—东盟，中国——东盟，中国–东盟，中国－东盟，中国──东盟，中国--东盟", &["中国-东盟"; 6].join(",")),
            ("上海：条例∶甲", "上海:条例:甲"),
            ("〔2023〕［2023］[2023]（2023）(2023)【2023】〖2023〗﹝2023﹞", &"(2023)".repeat(8)),
            ("甲·乙•乙・乙‧乙･乙∙乙", "甲·乙·乙·乙·乙·乙·乙"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_is_folded_stays_whatever_marks_stand_around_its_signs() {
        // Marks of several classes, of one that composes with letters, and parts of a syllable that join.
        let around = ["", "\u{301}", "\u{64d}", "\u{651}", "\u{323}", "a", "\u{1100}", "\u{1161}", "-"];
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            // A sign that stays as it is sets nothing apart that it did not set apart before.
            if fold(&c.to_string()) == c.to_string() {
                continue;
            }
            for before in around {
                for after in around {
                    let folded = fold(&format!("{before}{c}{after}"));
                    assert_eq!(fold(&folded), folded, "{before:?} {c:?} {after:?}");
                }
            }
        }
    }
}
