//! Names of public bodies, as issuers sign.

use super::signs::plain;

/// Words that the name of a public body ends with.
const BODIES: [&str; 16] = [
    "政府",
    "办公室",
    "办公厅",
    "委员会",
    "局",
    "厅",
    "委",
    "部",
    "院",
    "中心",
    "领导小组",
    "管委会",
    "集团",
    "协会",
    "党组",
    "指挥部",
];

/// The longest name of a public body, in signs.
const LONGEST_BODY: usize = 40;

/// Whether a line is the name of a public body, or of several with blanks between.
pub fn is_body(line: &str) -> bool {
    let line = line.trim();
    let is_marked = line.chars().map(plain).any(|c| matches!(c, '。' | ',' | ':' | ';' | '《' | '\t' | '>' | '|'));
    !is_marked && line.chars().count() <= LONGEST_BODY && BODIES.iter().any(|ending| line.ends_with(ending))
}

/// The names of public bodies that stand in a line with blanks between, where each piece is one; else the line.
pub fn bodies(line: &str) -> Vec<&str> {
    let pieces: Vec<&str> = line.split_whitespace().collect();
    if pieces.iter().all(|piece| is_body(piece)) { pieces } else { vec![line.trim()] }
}

/// The issuers that a value names, with marks or blanks between.
pub fn issuers(words: &str) -> Vec<&str> {
    words.split(['、', ',', '，', ';', '；', '\n']).flat_map(bodies).filter(|body| !body.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_bodies_is_their_names() {
        for (line, expected) in [
            ("芜湖市人民政府办公室", &["芜湖市人民政府办公室"][..]),
            ("　市发展改革委　市科技局 ", &["市发展改革委", "市科技局"]),
            ("市 政 府", &["市 政 府"]),
            ("市科技局 2024年", &["市科技局 2024年"]),
        ] {
            assert_eq!(bodies(line), expected, "{line}");
        }
        for line in ["各县、区人民政府：", "请报市科技局。", "2024年", "首页 > 科技局", ""] {
            assert!(!is_body(line), "{line}");
        }
    }
}
