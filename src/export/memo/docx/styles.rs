//! The named styles of a page, in the faces and sizes of its layout; other sizes are a matter of these.

use super::setup::{PageSetup, TypeSize};
use super::xml::{LATIN, LEAD};
use crate::export::MemoLayout;
use crate::words::Lang;

/// A named style of paragraphs.
struct Look {
    id: &'static str,
    name: &'static str,
    face: &'static str,
    size: TypeSize,
    /// Further properties, those before the line spacing in the order of the format and those after it.
    before: &'static str,
    after: String,
    /// The space below it, and that between its characters, in twentieths of a point.
    below: usize,
    closer: i32,
    /// Whether its letters are bold: Latin letters of a heading, which have no face of their own.
    bold: bool,
}

/// The styles of a page.
pub fn styles(lang: Lang, setup: &PageSetup) -> String {
    let sizes = setup.sizes;
    // Chinese begins a paragraph two characters in and fills its lines.
    let body = match lang {
        Lang::Zh => {
            let indent = sizes.body.letters * 20;
            format!(r#"<w:ind w:firstLineChars="200" w:firstLine="{indent}"/><w:jc w:val="both"/>"#)
        }
        Lang::En => String::new(),
    };
    let is_official = setup.layout == MemoLayout::Official;
    let date = if is_official { r#"<w:ind w:right="640"/><w:jc w:val="right"/>"# } else { r#"<w:jc w:val="center"/>"# };
    let look = |id, name, face, size, before, after: &str| {
        let is_text = matches!(id, "BodyText" | "Heading1");
        // A title has an empty line below it where there is room.
        let below = if is_official && id == "Title" { sizes.body.line } else { 0 };
        let closer = if is_text { setup.closer } else { 0 };
        Look {
            id,
            name,
            face,
            size,
            before,
            after: after.to_owned(),
            below,
            closer,
            bold: lang == Lang::En && matches!(id, "Heading1" | "TableHead"),
        }
    };
    let centred = r#"<w:jc w:val="center"/>"#;
    let looks = [
        look("Title", "Title", "方正小标宋简体", sizes.title, "", centred),
        look("Heading1", "heading 1", "黑体", sizes.body, "<w:keepNext/>", &heading(lang, sizes.body)),
        look("BodyText", "Body Text", "仿宋_GB2312", sizes.body, r#"<w:widowControl w:val="0"/>"#, &body),
        look("TableText", "Table Text", "仿宋_GB2312", sizes.cell, "", centred),
        look("TableHead", "Table Head", "黑体", sizes.cell, "<w:keepNext/>", centred),
        look("SmallPrint", "Small Print", "仿宋_GB2312", sizes.small, "", ""),
        look("DateLine", "Date", "仿宋_GB2312", if is_official { sizes.body } else { sizes.small }, "", date),
        look("FootnoteText", "footnote text", "仿宋_GB2312", sizes.note, "", ""),
        look("Footer", "footer", "宋体", sizes.folio, "", r#"<w:ind w:left="280" w:right="280"/>"#),
    ];
    format!(
        concat!(
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
            r#"<w:pPrDefault/></w:docDefaults>"#,
            r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            r#"{looks}"#,
            r#"<w:style w:type="character" w:customStyle="1" w:styleId="{lead}"><w:name w:val="Lead"/><w:rPr>{kai}{bold}</w:rPr></w:style>"#,
            r#"<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"#,
            r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></w:rPr></w:style>"#,
            "</w:styles>",
        ),
        fonts = fonts("仿宋_GB2312"),
        size = sizes.body.letters,
        looks = looks.iter().map(style).collect::<String>(),
        lead = LEAD,
        kai = fonts("楷体_GB2312"),
        bold = if lang == Lang::En { "<w:b/>" } else { "" }
    )
}

/// A heading of the first level stands in as a paragraph does.
fn heading(lang: Lang, size: TypeSize) -> String {
    let indent = match lang {
        Lang::Zh => format!(r#"<w:ind w:firstLineChars="200" w:firstLine="{}"/>"#, size.letters * 20),
        Lang::En => String::new(),
    };
    indent + r#"<w:outlineLvl w:val="0"/>"#
}

fn style(look: &Look) -> String {
    let Look { id, name, face, size, before, after, below, closer, bold } = look;
    let bold = if *bold { "<w:b/>" } else { "" };
    let custom = if matches!(*id, "TableText" | "TableHead" | "SmallPrint") { r#" w:customStyle="1""# } else { "" };
    format!(
        concat!(
            r#"<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>"#,
            r#"<w:pPr>{before}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="{below}" w:line="{line}" w:lineRule="exact"/>{after}</w:pPr>"#,
            r#"<w:rPr>{fonts}{bold}<w:spacing w:val="{closer}"/><w:sz w:val="{letters}"/><w:szCs w:val="{letters}"/></w:rPr></w:style>"#,
        ),
        custom = custom,
        id = id,
        name = name,
        before = before,
        line = size.line,
        after = after,
        below = below,
        closer = closer,
        bold = bold,
        fonts = fonts(face),
        letters = size.letters
    )
}

fn fonts(face: &str) -> String {
    format!(r#"<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{face}"/>"#)
}
