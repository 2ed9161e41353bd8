//! Rows of a template that show how it is filled in, told by how their titles begin.

use crate::words::TableText;

/// Whether the title of a row says that the row is an example.
pub fn is_example(title: &str) -> bool {
    let begins = |mark: &str| title.trim_start().strip_prefix(mark.trim_end().trim_end_matches(['：', ':']));
    let rest = TableText::ExampleMark.both().iter().find_map(|mark| begins(mark));
    rest.is_some_and(|rest| rest.trim_start().starts_with(['：', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_says_so_where_its_title_begins() {
        for (title, expected) in [
            ("示例：甲市算力办法", true),
            (" 示例:甲市算力办法", true),
            ("Example: a policy", true),
            ("示例小区建设办法", false),
            ("关于示例：甲", false),
            ("", false),
        ] {
            assert_eq!(is_example(title), expected, "{title}");
        }
    }
}
