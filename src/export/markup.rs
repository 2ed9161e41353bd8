//! Text inside XML, HTML and Markdown.

use crate::catalogue::characters::is_held;

/// Text escaped for XML. Characters that XML 1.0 cannot write are left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_held(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// An address in the characters of a URI; the others are written as their bytes, `%E2`.
pub fn uri(address: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte);
    let written = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(written).collect()
}

/// A text on one line with every character of Markdown escaped.
///
/// GitHub reads `$` as mathematics and `~~` as struck out; an ampersand is one only where it begins an entity.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            '&' if begins_entity(text.get(at..).unwrap_or_default()) => out.push_str("\\&"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if is_held(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a text begins with an entity such as `&amp;` or `&#38;`.
fn begins_entity(text: &str) -> bool {
    let Some((name, _)) = text.strip_prefix('&').and_then(|tail| tail.split_once(';')) else { return false };
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_means_nothing_to_the_markup_around_it() {
        assert_eq!(escaped("a<b> & \"c\"\u{1}\u{FFFE}"), "a&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(uri("https://例.cn/a?b=%20&c=<d>"), "https://%E4%BE%8B.cn/a?b=%20&c=%3Cd%3E");
        for (text, expected) in [
            ("a|b*\n<c>", "a\\|b\\* \\<c\\>"),
            ("R&amp;D &lt;办法&gt; ~~废止~~", "R\\&amp;D \\&lt;办法\\&gt; \\~\\~废止\\~\\~"),
            ("R&D; a && b &#38; &#x26;", "R\\&D; a && b \\&\\#38; \\&\\#x26;"),
            ("算&;力 & 数据;", "算&;力 & 数据;"),
            ("$1$ 与 US$140", "\\$1\\$ 与 US\\$140"),
            ("算\u{FFFE}力", "算力"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }
}
