//! Addresses of the web in a text.

use std::collections::HashSet;

use crate::catalogue::address::is_link;

/// The addresses of a text in their order, each once.
pub fn links_in(text: &str) -> Vec<&str> {
    let (mut found, mut known) = (Vec::new(), HashSet::new());
    let mut rest = text;
    while let Some(at) = rest.find("http") {
        let (_, tail) = rest.split_at(at);
        // An address ends at a blank, a bracket or a sign of Chinese: none of them stands in one that was copied.
        let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"') || c > '\u{2000}';
        let whole = tail.split(is_end).next().unwrap_or_default();
        let link = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']', '}']);
        if is_link(link) && known.insert(link) {
            found.push(link);
        }
        rest = tail.get(whole.len().max("http".len())..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, expected) in [
            ("原文链接：https://www.example.gov.cn/art/1.html。", &["https://www.example.gov.cn/art/1.html"][..]),
            ("（http://a.gov.cn/x?y=1&z=2）详见http://b.gov.cn，", &["http://a.gov.cn/x?y=1&z=2", "http://b.gov.cn"]),
            ("<https://a.gov.cn/>, https://a.gov.cn/.", &["https://a.gov.cn/"]),
            ("http https:// httpx://a", &[]),
            ("没有", &[]),
        ] {
            assert_eq!(links_in(text), expected, "{text}");
        }
    }
}
