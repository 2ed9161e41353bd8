//! The parts of the package beside the text: types, relations, properties, settings, faces and styles.

use super::body::DocumentText;
use super::setup::{PageSetup, TypeSize};
use super::xml::{DECLARATION, LATIN, LEAD, NAMESPACES};
use crate::export::MemoLayout;
use crate::export::markup::escaped;
use crate::pages::Memo;
use crate::words::Lang;

const TYPES: &str = concat!(
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>"#,
    r#"<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    "</Types>",
);
const RELATIONS: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>",
);
/// The faces of the standard, each with its substitute where it is not installed.
const FONTS: &str = concat!(
    r#"<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>"#,
    r#"<w:font w:name="方正小标宋简体"><w:altName w:val="FZXiaoBiaoSong-B05S,Noto Serif CJK SC,宋体,SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>"#,
    r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="黑体"><w:altName w:val="SimHei,Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="宋体"><w:altName w:val="SimSun,Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>"#,
    "</w:fonts>",
);

/// Every part of the package by its name, the types first.
pub fn parts(page: &Memo, setup: &PageSetup, body: &DocumentText) -> Vec<(&'static str, String)> {
    let declared = |content: &str| format!("{DECLARATION}{content}");
    let (odd, even) = match setup.layout {
        MemoLayout::Official => ("right", "left"),
        MemoLayout::Brief => ("center", "center"),
    };
    vec![
        ("[Content_Types].xml", declared(TYPES)),
        ("_rels/.rels", declared(RELATIONS)),
        ("docProps/core.xml", declared(&properties(page))),
        ("word/document.xml", body.document.clone()),
        ("word/_rels/document.xml.rels", declared(&relations(&body.links))),
        ("word/styles.xml", declared(&styles(page.lang, setup))),
        ("word/settings.xml", declared(&settings(page.lang))),
        ("word/fontTable.xml", declared(FONTS)),
        ("word/footnotes.xml", body.notes.clone()),
        ("word/footer1.xml", folio(odd)),
        ("word/footer2.xml", folio(even)),
    ]
}

/// Title and language, and no date: the page is the same whenever it is written.
fn properties(page: &Memo) -> String {
    format!(
        concat!(
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{title}</dc:title><dc:creator>policy-atlas</dc:creator><dc:language>{lang}</dc:language>",
            "</cp:coreProperties>",
        ),
        title = escaped(&page.title),
        lang = language(page.lang)
    )
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-US",
    }
}

fn relations(links: &[String]) -> String {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let part = |(id, kind, target): (&str, &str, &str)| {
        format!(r#"<Relationship Id="{id}" Type="{KIND}/{kind}" Target="{target}"/>"#)
    };
    let own = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdNotes", "footnotes", "footnotes.xml"),
        ("rIdOdd", "footer", "footer1.xml"),
        ("rIdEven", "footer", "footer2.xml"),
    ];
    let outside = links.iter().enumerate().map(|(at, address)| {
        let (id, address) = (at + 1, escaped(address));
        format!(r#"<Relationship Id="rIdLink{id}" Type="{KIND}/hyperlink" Target="{address}" TargetMode="External"/>"#)
    });
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}{}</Relationships>"#,
        own.map(part).concat(),
        outside.collect::<String>()
    )
}

/// Odd and even pages have feet of their own; punctuation keeps its width, since it stands in a grid.
fn settings(lang: Lang) -> String {
    format!(
        concat!(
            r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
            r#"<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#,
            r#"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#,
            r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
            r#"<w:themeFontLang w:val="{lang}" w:eastAsia="zh-CN"/></w:settings>"#,
        ),
        lang = if lang == Lang::Zh { "en-US" } else { language(lang) }
    )
}

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

fn styles(lang: Lang, setup: &PageSetup) -> String {
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
    let tongue = if lang == Lang::Zh { "en-US" } else { language(lang) };
    format!(
        concat!(
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{tongue}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#,
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
        tongue = tongue,
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

/// The foot of a page: `— 1 —`, on even pages at the left, on odd ones at the right; the middle where all are alike.
fn folio(align: &str) -> String {
    let face = format!(r#"<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="宋体"/></w:rPr>"#, "宋体");
    let field = |kind: &str| format!(r#"<w:r>{face}<w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let text = |text: &str| format!(r#"<w:r>{face}<w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let number = [
        field("begin"),
        format!(r#"<w:r>{face}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#),
        field("separate"),
        text("1"),
        field("end"),
    ];
    format!(
        r#"{}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{align}"/></w:pPr>{}{}{}</w:p></w:ftr>"#,
        DECLARATION,
        text("— "),
        number.concat(),
        text(" —")
    )
}
