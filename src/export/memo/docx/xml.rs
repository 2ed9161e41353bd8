//! The words of the format that several parts share.

/// The first line of each part.
pub const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// The names of the elements of a document.
pub const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#
);
/// The face of Latin letters and digits.
pub const LATIN: &str = "Times New Roman";
/// The style of a heading within a paragraph.
pub const LEAD: &str = "Lead";
