//! Titles: that of the policy in the title of its notice, and the line of a text that is a title.

use super::doubt::Doubt;
use super::number::number;
use super::signs::is_unseen;

/// A title found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleFound {
    /// The title without 《》; none where it is to be asked.
    pub value: Option<String>,
    /// The title of the notice that hands it out, where that has one of its own.
    pub notice: Option<String>,
    /// The words, to the letter.
    pub words: String,
    /// The reason to look at it again; always there where there is no title.
    pub doubt: Option<Doubt>,
}

/// Words that a policy's title ends with.
const ENDINGS: [&str; 11] = ["通知", "意见", "办法", "措施", "方案", "规划", "条例", "政策", "细则", "计划", "行动"];

/// Words of a notice before the title that it hands out.
const HANDS_OUT: [&str; 3] = ["关于印发", "关于发布", "关于公布"];

/// Whoever hands out a text, as the title of its notice names it before those words.
pub fn handed_out_by(notice: &str) -> Option<&str> {
    let before = HANDS_OUT.iter().find_map(|word| notice.split_once(word)).map(|(before, _)| before.trim());
    before.filter(|before| !before.is_empty())
}

/// Words of a text behind the title that it hands out.
const APPROVED: [&str; 4] = ["已经", "经", "现印发", "业经"];

/// A title of fewer signs is the name of a menu, one of more a sentence.
const SHORTEST: usize = 6;
const LONGEST: usize = 100;

/// The title that a whole text is, or that of the policy where it is a notice's.
pub fn title(text: &str) -> TitleFound {
    let words = text.trim().to_owned();
    let whole = one_line(&words);
    let of = |value: &str, notice: Option<&String>, doubt| TitleFound {
        value: Some(bare(value).to_owned()),
        notice: notice.cloned(),
        words: words.clone(),
        doubt,
    };
    let Some(handed) = handed_out(&whole) else { return of(&whole, None, None) };
    match quoted(handed).as_slice() {
        [] | [_] => of(handed, Some(&whole), None),
        many => TitleFound {
            value: None,
            notice: Some(whole.clone()),
            words: words.clone(),
            doubt: Some(Doubt::CitedTitles(many.iter().map(|title| (*title).to_owned()).collect())),
        },
    }
}

/// The title that stands in lines of text: that of a notice, a line that is one, else what the text quotes.
pub fn title_in(lines: &[&str]) -> Option<TitleFound> {
    let notice = || {
        let pairs = lines.iter().enumerate().map(|(at, line)| (*line, lines.get(at + 1).copied().unwrap_or_default()));
        pairs.into_iter().find_map(|(line, next)| {
            // A long title goes on in the next line.
            let both = format!("{line}{next}");
            [line, both.as_str()]
                .into_iter()
                .find(|text| is_title(text) && handed_out(&one_line(text)).is_some())
                .map(title)
        })
    };
    let quoted_line = || lines.iter().find(|line| is_one_quotation(without_number(line))).map(|line| title(line));
    let approved = || lines.iter().find_map(|line| approved(line));
    let line = || lines.iter().find(|line| is_title(line) && ends_as_title(line)).map(|line| title(line));
    notice().or_else(quoted_line).or_else(line).or_else(approved).or_else(|| cited(lines))
}

/// Whether a cell is a title: quoted, or ending as one.
pub fn is_title_cell(text: &str) -> bool {
    is_one_quotation(text) || (is_title(text) && ends_as_title(text))
}

/// A text in one line: its blanks as one, and without what cannot be seen.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let end = line.len();
        if end > 0 {
            line.push(' ');
        }
        let begin = line.len();
        // Most words have nothing to leave out.
        if word.contains(is_unseen) {
            line.extend(word.chars().filter(|c| !is_unseen(*c)));
        } else {
            line.push_str(word);
        }
        if line.len() == begin {
            line.truncate(end);
        }
    }
    line
}

/// X of 关于印发《X》的通知, its 《》 left on.
fn handed_out(text: &str) -> Option<&str> {
    let (from, word) = HANDS_OUT.iter().filter_map(|word| Some((text.find(word)?, word))).min()?;
    let tail = text.get(from + word.len()..)?;
    let handed = without_number(tail).strip_suffix("的通知")?.trim();
    (!handed.is_empty()).then_some(handed)
}

/// A text without a document number in brackets at its end.
fn without_number(text: &str) -> &str {
    let text = text.trim();
    let inside = text.strip_suffix(['）', ')']).and_then(|head| head.rfind(['（', '(']));
    let parts = inside.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
    parts.filter(|(_, bracket)| number(bracket).is_some()).map_or(text, |(head, _)| head.trim_end())
}

/// A title without the 《》 around all of it, and without a number behind it.
fn bare(text: &str) -> &str {
    let text = without_number(text);
    let inside = text.strip_prefix('《').and_then(|tail| tail.strip_suffix('》')).filter(|_| is_one_quotation(text));
    inside.map_or(text, str::trim)
}

/// Whether 《》 stand around the whole of a text.
fn is_one_quotation(text: &str) -> bool {
    let text = text.trim();
    matches!(quoted(text).as_slice(), [one] if text.len() == one.len() + "《》".len())
        && !quoted(text).concat().is_empty()
}

/// The outermost texts in 《》.
fn quoted(text: &str) -> Vec<&str> {
    let (mut found, mut open, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '《' => {
                depth += 1;
                if depth == 1 {
                    open = at + c.len_utf8();
                }
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.extend(text.get(open..at));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a line may be a title: of its length, without the marks of sentences, menus and numbered headings.
fn is_title(line: &str) -> bool {
    let line = line.trim();
    if !(SHORTEST..=LONGEST).contains(&line.chars().count()) {
        return false;
    }
    let outside = quoted(line).iter().fold(line.to_owned(), |rest, inside| rest.replace(inside, ""));
    let is_sentence = outside.contains(['。', '；', '！', '？', '：', '，', '>', '|', '\t']);
    let number = line.trim_start_matches(['（', '(', '第']);
    let numbered = number.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c));
    let is_numbered =
        numbered.len() < number.len() && numbered.starts_with(['、', '）', ')', '.', '．', '章', '条', '节']);
    !is_sentence && !is_numbered
}

/// Whether a line ends as a title does, a bracket like （试行） behind it or not.
fn ends_as_title(line: &str) -> bool {
    let mut line = line.trim().trim_matches(['《', '》', '“', '”']);
    while let Some(at) = line.strip_suffix(['）', ')', '〉']).and_then(|head| head.rfind(['（', '(', '〈'])) {
        line = line.get(..at).unwrap_or_default().trim_end();
    }
    ENDINGS.iter().any(|ending| line.ends_with(ending))
}

/// `《X》已经市政府同意`: X.
fn approved(line: &str) -> Option<TitleFound> {
    let line = line.trim();
    let inside = line.strip_prefix('《').and_then(|_| quoted(line).first().copied())?;
    let behind = line.get(inside.len() + "《》".len()..)?;
    APPROVED.iter().any(|word| behind.starts_with(word)).then(|| title(&format!("《{inside}》")))
}

/// Titles that a text quotes, to choose from.
fn cited(lines: &[&str]) -> Option<TitleFound> {
    let mut found: Vec<String> = Vec::new();
    for inside in lines.iter().flat_map(|line| quoted(line)).filter(|inside| ends_as_title(inside)) {
        if !found.iter().any(|known| known == inside) {
            found.push(inside.to_owned());
        }
    }
    let words = found.iter().map(|one| format!("《{one}》")).collect::<Vec<_>>().concat();
    (!found.is_empty()).then_some(TitleFound {
        value: None,
        notice: None,
        words,
        doubt: Some(Doubt::CitedTitles(found)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(found: Option<TitleFound>) -> String {
        let Some(found) = found else { return String::new() };
        let offers = found.doubt.iter().flat_map(Doubt::offers).map(|one| format!(" ?{one}")).collect::<String>();
        let notice = found.notice.map(|notice| format!(" <{notice}")).unwrap_or_default();
        format!("{}{offers}{notice}", found.value.as_deref().unwrap_or("-"))
    }

    #[test]
    fn the_title_of_a_notice_is_that_of_what_it_hands_out() {
        for (text, expected) in [
            ("关于印发《甲市算力办法》的通知", "甲市算力办法 <关于印发《甲市算力办法》的通知"),
            ("甲市人民政府关于印发甲市算力办法的通知", "甲市算力办法 <甲市人民政府关于印发甲市算力办法的通知"),
            (
                "关于印发《甲市算力办法（试行）》的通知（甲政办〔2024〕1号）",
                "甲市算力办法（试行） <关于印发《甲市算力办法（试行）》的通知（甲政办〔2024〕1号）",
            ),
            ("关于印发《甲办法》《乙办法》的通知", "- ?甲办法 ?乙办法 <关于印发《甲办法》《乙办法》的通知"),
            ("《甲市算力办法》", "甲市算力办法"),
            ("《甲市算力办法》（甲政办〔2024〕1号）", "甲市算力办法"),
            ("《《甲条例》实施办法》", "《甲条例》实施办法"),
            ("甲市算力办法（试行）", "甲市算力办法（试行）"),
            ("《甲》与《乙》的衔接办法", "《甲》与《乙》的衔接办法"),
            ("甲市\u{A0} 数据\u{200B}要素方案", "甲市 数据要素方案"),
            ("关于开展试点的通知", "关于开展试点的通知"),
        ] {
            assert_eq!(told(Some(title(text))), expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_a_text_is_its_title_and_what_it_quotes_is_asked() {
        for (lines, expected) in [
            (&["首页 > 规划计划", "政策文件", "甲市算力统筹办法", "一、总体要求和行动"][..], "甲市算力统筹办法"),
            (
                &["甲市促进人工智能发展行动方案（2024—2026年）（试行）"],
                "甲市促进人工智能发展行动方案（2024—2026年）（试行）",
            ),
            (
                &["甲市人民政府关于印发《甲市", "算力办法》的通知"],
                "甲市算力办法 <甲市人民政府关于印发《甲市算力办法》的通知",
            ),
            (&["《甲市算力办法》已经市政府同意，现印发给你们。"], "甲市算力办法"),
            (&["根据《国家算力意见》和《甲市算力办法》，制定。"], "- ?国家算力意见 ?甲市算力办法"),
            (&["（一）实施算力行动", "三、保障措施方案", "第二章 支持政策措施"], ""),
            (&["要认真制定实施方案，落实各项措施"], ""),
            (&[], ""),
        ] {
            assert_eq!(told(title_in(lines)), expected, "{lines:?}");
        }
    }

    #[test]
    fn one_line_has_single_blanks_and_nothing_unseen() {
        let cases = [
            ("", ""),
            (" \n\u{3000}", ""),
            ("政策", "政策"),
            (" 政策\r\n 名称\t", "政策 名称"),
            ("政\u{200B}策\u{3000}名", "政策 名"),
            ("政策 \u{200B}\u{FEFF} 名", "政策 名"),
            ("\u{FEFF} 名\u{1B}", "名"),
        ];
        for (text, expected) in cases {
            assert_eq!(one_line(text), expected, "{text:?}");
        }
    }
}
