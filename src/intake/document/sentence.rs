//! Sentences of a paragraph: the units that marks are laid on.

use std::collections::BTreeMap;

/// Signs that end a sentence.
const STOPS: [char; 5] = ['。', '！', '？', '!', '?'];
/// Signs that follow a stop into its sentence.
const CLOSERS: [char; 11] = ['”', '’', '」', '』', '）', '》', '】', '〕', ')', '"', ']'];
/// Signs between which no sentence ends.
const PAIRS: [(char, char); 8] =
    [('《', '》'), ('（', '）'), ('“', '”'), ('‘', '’'), ('〔', '〕'), ('「', '」'), ('『', '』'), ('(', ')')];

/// The sentences of a paragraph, which joined are the paragraph to the character.
///
/// A semicolon ends one too in a paragraph that counts 一是, 二是. A paragraph without a stop, such as a heading or a
/// row of a table, is one.
pub fn sentences(paragraph: &str) -> Vec<&str> {
    let inside = inside(paragraph);
    let counts = ["一是", "二是"].iter().all(|word| paragraph.contains(word));
    let mut found = Vec::new();
    let mut begin = 0;
    let mut signs = paragraph.char_indices().zip(inside).peekable();
    while let Some(((at, sign), is_inside)) = signs.next() {
        let next = signs.peek().map(|((_, next), _)| *next);
        let is_stop = STOPS.contains(&sign)
            || (counts && sign == '；')
            // Six dots; where more follow, the last two.
            || (sign == '…' && paragraph.get(..at).is_some_and(|before| before.ends_with('…')) && next != Some('…'));
        if !is_stop || is_inside {
            continue;
        }
        let mut end = at + sign.len_utf8();
        while let Some(((at, sign), _)) = signs.next_if(|((_, sign), is_inside)| {
            !is_inside && (STOPS.contains(sign) || CLOSERS.contains(sign) || sign.is_whitespace())
        }) {
            end = at + sign.len_utf8();
        }
        found.extend(paragraph.get(begin..end));
        begin = end;
    }
    found.extend(paragraph.get(begin..).filter(|rest| !rest.is_empty()));
    found
}

/// Whether each sign stands within a pair that is closed later on: one that is left open encloses nothing.
fn inside(paragraph: &str) -> Vec<bool> {
    let signs: Vec<char> = paragraph.chars().collect();
    let mut open: Vec<(usize, char)> = Vec::new();
    // The open pairs of each kind, so that a sign that closes none is passed over at once.
    let mut waiting: BTreeMap<char, usize> = BTreeMap::new();
    let mut steps = vec![0_i32; signs.len() + 1];
    let mut step = |at: usize, by: i32| steps.get_mut(at).into_iter().for_each(|count| *count += by);
    for (at, sign) in signs.iter().enumerate() {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| open == sign) {
            open.push((at, *close));
            *waiting.entry(*close).or_default() += 1;
        } else if waiting.get(sign).is_some_and(|open| *open > 0) {
            // What was opened since then is never closed.
            while let Some((begin, close)) = open.pop() {
                waiting.entry(close).and_modify(|open| *open -= 1);
                if close == *sign {
                    step(begin + 1, 1);
                    step(at, -1);
                    break;
                }
            }
        }
    }
    let mut depth = 0;
    let depths = steps.into_iter().take(signs.len()).map(|step| {
        depth += step;
        depth > 0
    });
    depths.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_stop_and_nowhere_else() {
        for (paragraph, expected) in [
            ("我们明天一起去看《摔跤吧！爸爸》好吗？好！", &["我们明天一起去看《摔跤吧！爸爸》好吗？", "好！"][..]),
            ("“这是对的。”他说。", &["“这是对的。”他说。"]),
            (
                "一是建设智算中心；二是发放算力券；三是开放数据。",
                &["一是建设智算中心；", "二是发放算力券；", "三是开放数据。"],
            ),
            ("建设中心；发放算力券。", &["建设中心；发放算力券。"]),
            ("支持企业（含新型研发机构。下同）申报。", &["支持企业（含新型研发机构。下同）申报。"]),
            ("增长3.5%。达到100亿元。", &["增长3.5%。", "达到100亿元。"]),
            ("（一）加强算力供给", &["（一）加强算力供给"]),
            ("到2025年，算力规模达到10EFLOPS……", &["到2025年，算力规模达到10EFLOPS……"]),
            ("等等……还有。", &["等等……", "还有。"]),
            ("真的？！是。", &["真的？！", "是。"]),
            ("他说：“好。” 走。", &["他说：“好。” 走。"]),
            // A pair that is never closed encloses nothing.
            ("甲（乙。丙。", &["甲（乙。", "丙。"]),
            ("甲）乙。丙", &["甲）乙。", "丙"]),
            ("地区\t政策。\t日期", &["地区\t政策。\t", "日期"]),
            ("", &[]),
        ] {
            assert_eq!(sentences(paragraph), expected, "{paragraph}");
        }
    }
}
