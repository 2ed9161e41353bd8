//! The outline of a text: where a paragraph stands, as one cites it.

/// Levels of official texts from the outside in, as they are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum OutlineLevel {
    /// 第一编, 第一章
    Chapter,
    /// 第一节
    Section,
    /// 第一条
    Article,
    /// 一、
    First,
    /// （一）
    Second,
    /// 1.
    Third,
    /// （1）
    Fourth,
    /// ①
    Fifth,
}

const COUNTING: &str = "〇零一二三四五六七八九十百千";

/// The sign between the cells of a row of a table in the text of a policy: a tab is no character of a catalogue.
pub const BETWEEN_CELLS: &str = " ｜ ";

/// The place of each paragraph of a text: `二（一）第3段`, or `二（三）1` for one that has a number of its own. Rows of
/// tables, which have a sign between their cells, have none.
pub fn text_places(paragraphs: &[String]) -> Vec<String> {
    let is_row = |text: &str| text.contains(BETWEEN_CELLS) || text.trim().contains('\t');
    outlined(paragraphs.iter().map(|text| (!is_row(text)).then_some(text.as_str())))
}

/// The place of each paragraph. A lone one below its heading is named by the heading; one that is none of the text
/// itself, such as a note, has no place.
pub fn outlined<'a>(paragraphs: impl IntoIterator<Item = Option<&'a str>>) -> Vec<String> {
    let mut path: Vec<(OutlineLevel, String)> = Vec::new();
    let mut found: Vec<(String, Option<usize>)> = Vec::new();
    let mut below = 0;
    for paragraph in paragraphs {
        let Some(text) = paragraph else {
            found.push((String::new(), None));
            continue;
        };
        match number(text) {
            Some((level, name)) => {
                path.retain(|(above, _)| *above < level);
                path.push((level, name));
                below = 0;
                found.push((joined(&path), None));
            }
            None => {
                below += 1;
                found.push((joined(&path), Some(below)));
            }
        }
    }
    // One is named by its count only where another stands beside it.
    let has_second = |path: &str, at: usize| {
        let beside =
            found.iter().skip(at + 1).take_while(|(other, n)| other.is_empty() || (other == path && n.is_some()));
        beside.into_iter().any(|(other, n)| other == path && n.is_some())
    };
    let place = |(at, (path, n)): (usize, &(String, Option<usize>))| match n {
        Some(1) if !path.is_empty() && !has_second(path, at) => path.clone(),
        Some(n) => format!("{path}第{n}段"),
        None => path.clone(),
    };
    found.iter().enumerate().map(place).collect()
}

fn joined(path: &[(OutlineLevel, String)]) -> String {
    path.iter().map(|(_, name)| name.as_str()).collect()
}

/// The number that a paragraph begins with.
fn number(text: &str) -> Option<(OutlineLevel, String)> {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix('第') {
        let count: String = rest.chars().take_while(|c| COUNTING.contains(*c) || c.is_ascii_digit()).collect();
        let level = match rest.get(count.len()..)?.chars().next()? {
            '编' | '章' => OutlineLevel::Chapter,
            '节' => OutlineLevel::Section,
            '条' => OutlineLevel::Article,
            _ => return None,
        };
        let sign = rest.get(count.len()..)?.chars().next()?;
        return (!count.is_empty()).then(|| (level, format!("第{count}{sign}")));
    }
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (count, _) = rest.split_once(['）', ')'])?;
        let is = |all: &dyn Fn(char) -> bool| !count.is_empty() && count.chars().count() <= 4 && count.chars().all(all);
        return if is(&|c| COUNTING.contains(c)) {
            Some((OutlineLevel::Second, format!("（{count}）")))
        } else if is(&|c| c.is_ascii_digit()) {
            Some((OutlineLevel::Fourth, format!("（{count}）")))
        } else {
            None
        };
    }
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((OutlineLevel::Fifth, first.to_string()));
    }
    let count: String = text.chars().take_while(|c| COUNTING.contains(*c)).collect();
    let rest = text.get(count.len()..)?;
    if !count.is_empty() {
        return rest.starts_with('、').then_some((OutlineLevel::First, count));
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(3).collect();
    let rest = text.get(digits.len()..)?;
    let after = rest.strip_prefix(['.', '．', '、'])?;
    // 3.5 is a number, 3. a place.
    let is_number = after.starts_with(|c: char| c.is_ascii_digit());
    (!digits.is_empty() && !is_number).then_some((OutlineLevel::Third, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_cited_by_the_numbers_above_it() {
        let text = [
            ("某市若干政策", "第1段"),
            ("为贯彻要求，制定本政策。", "第2段"),
            ("一、总体要求", "一"),
            ("坚持应用牵引。", "一"),
            ("二、主要措施", "二"),
            ("（一）算力", "二（一）"),
            ("建平台。", "二（一）第1段"),
            ("发放算力券。", "二（一）第2段"),
            ("（二）企业", "二（二）"),
            ("1.奖励首版次。", "二（二）1"),
            ("（1）软件。", "二（二）1（1）"),
            ("①甲。", "二（二）1（1）①"),
            ("2、设立基金。", "二（二）2"),
            ("3.5%的增长。", "二（二）2"),
            ("三、附则", "三"),
            ("第一章 总则", "第一章"),
            ("第三条 本办法", "第一章第三条"),
            ("一、甲", "第一章第三条一"),
            ("第四条 施行", "第一章第四条"),
            ("第二章 分则", "第二章"),
            ("一是甲；二是乙。", "第二章"),
        ];
        assert_eq!(text_places(&text.map(|(text, _)| text.to_owned())), text.map(|(_, place)| place));
        let rows = ["一、总则", "甲\t乙", "坚持。"].map(str::to_owned);
        assert_eq!(text_places(&rows), ["一", "", "一"]);
    }
}
