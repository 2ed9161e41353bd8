//! Places in a Chinese source as an English reader finds them: `三（二）第3段` is `section 3 (2), para. 3`.

use std::borrow::Cow;

use crate::words::{Lang, TellText as T};

/// A place in a source in a language. What is not understood whole stays as the source has it.
pub fn locator(at: &str, lang: Lang) -> Cow<'_, str> {
    match (lang, in_english(at)) {
        (Lang::En, Some(words)) => Cow::Owned(words),
        (Lang::Zh, _) => alone(at.trim()).map_or(Cow::Borrowed(at), Cow::Owned),
        _ => Cow::Borrowed(at),
    }
}

/// `第一部分` for a place that is a number alone: 一 by itself reads as a dash.
fn alone(at: &str) -> Option<String> {
    let is_number = !at.is_empty() && number(at).is_some_and(|(_, rest)| rest.is_empty());
    let words = if at.starts_with(|c: char| c.is_ascii_digit()) { T::AtItem } else { T::AtPart };
    is_number.then(|| words.fill(Lang::Zh, &[("n", &at)]))
}

/// The units of a place, each with what comes before and behind its number.
const UNITS: [(&str, &str, T); 9] = [
    ("表", "", T::AtTable),
    ("图", "", T::AtFigure),
    ("第", "段", T::AtParagraph),
    ("第", "句", T::AtSentence),
    ("第", "条", T::AtArticle),
    ("第", "款", T::AtClause),
    ("第", "章", T::AtChapter),
    ("第", "节", T::AtSection),
    ("第", "页", T::AtPage),
];

fn in_english(at: &str) -> Option<String> {
    let whole = [("题名", T::AtTitle), ("开头", T::AtOpening)];
    if let Some((_, words)) = whole.iter().find(|(name, _)| *name == at) {
        return Some(words.get(Lang::En).to_owned());
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = at.trim();
    let mut is_under_heading = false;
    while !rest.is_empty() {
        let (part, after) = unit(rest).or_else(|| heading(rest, is_under_heading))?;
        is_under_heading = true;
        parts.push(part);
        rest = after.trim_start_matches([' ', '，', '、']);
    }
    (!parts.is_empty()).then(|| parts.join(Lang::En.comma()))
}

/// `第3段` at the beginning, and what follows.
fn unit(text: &str) -> Option<(String, &str)> {
    UNITS.iter().find_map(|(before, behind, words)| {
        let (n, after) = number(text.strip_prefix(before)?.trim_start())?;
        Some((words.fill(Lang::En, &[("n", &n)]), after.trim_start().strip_prefix(behind)?))
    })
}

/// `三（二）`, the heads that a part stands under, and what follows; a number below other heads is an item of theirs.
fn heading(text: &str, is_item: bool) -> Option<(String, &str)> {
    let (n, mut rest) = number(text)?;
    let mut heads = n.to_string();
    while let Some(inner) = rest.strip_prefix(['（', '(']) {
        let (n, after) = number(inner)?;
        rest = after.strip_prefix(['）', ')'])?;
        heads += &format!(" ({n})");
    }
    let words = if is_item { T::AtItem } else { T::AtHeading };
    Some((words.fill(Lang::En, &[("n", &heads)]), rest))
}

/// A number below a hundred, in digits or in Chinese, and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if let (digits @ [_, ..], rest) = (text.get(..end)?.as_bytes(), text.get(end..)?) {
        return Some((std::str::from_utf8(digits).ok()?.parse().ok()?, rest));
    }
    let digit = |c: char| "一二三四五六七八九".chars().position(|other| other == c).map(|at| at as u32 + 1);
    let mut chars = text.chars();
    let (mut n, mut used) = (0, 0);
    if let Some(first) = chars.clone().next().and_then(digit) {
        (n, used) = (first, 1);
        chars.next();
    }
    if chars.clone().next() == Some('十') {
        chars.next();
        (n, used) = (n.max(1) * 10, used + 1);
        if let Some(last) = chars.clone().next().and_then(digit) {
            chars.next();
            (n, used) = (n + last, used + 1);
        }
    }
    (used > 0).then_some((n, chars.as_str()))
}

#[cfg(test)]
mod tests {
    use super::locator;
    use crate::words::Lang;

    #[test]
    fn a_place_is_told_in_english_where_it_is_understood_whole() {
        for (at, expected) in [
            ("表1", "Table 1"),
            ("二（三）1", "section 2 (3), item 1"),
            ("三（二）第3段", "section 3 (2), para. 3"),
            ("六第10段", "section 6, para. 10"),
            ("第十二条", "Article 12"),
            ("第二十条第1款", "Article 20, clause 1"),
            ("第 3 段第 2 句", "para. 3, sentence 2"),
            ("题名", "title"),
            ("开头", "opening"),
            ("附件", "附件"),
            ("第3段以下", "第3段以下"),
            ("", ""),
        ] {
            assert_eq!(locator(at, Lang::En), expected);
            assert_eq!(locator(at, Lang::Zh), at);
        }
    }

    #[test]
    fn a_number_alone_is_told_as_a_place() {
        for (at, zh, en) in
            [("一", "第一部分", "section 1"), ("十二", "第十二部分", "section 12"), ("3", "第3项", "section 3")]
        {
            assert_eq!((locator(at, Lang::Zh).as_ref(), locator(at, Lang::En).as_ref()), (zh, en));
        }
    }
}
