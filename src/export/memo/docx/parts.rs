//! The parts of the package beside text and styles: types, relations, properties, settings, faces and feet.

use super::body::DocumentText;
use super::setup::PageSetup;
use super::styles::styles;
use super::xml::{DECLARATION, NAMESPACES};
use crate::export::MemoLayout;
use crate::export::markup::{escaped, uri};
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

/// Odd and even pages have feet of their own; punctuation keeps its width, since it stands in a grid.
const SETTINGS: &str = concat!(
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#,
    r#"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#,
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
    r#"<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#,
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
        ("word/settings.xml", declared(SETTINGS)),
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
        lang = if page.lang == Lang::Zh { "zh-CN" } else { "en-US" }
    )
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
        let (id, address) = (at + 1, escaped(&uri(address)));
        format!(r#"<Relationship Id="rIdLink{id}" Type="{KIND}/hyperlink" Target="{address}" TargetMode="External"/>"#)
    });
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}{}</Relationships>"#,
        own.map(part).concat(),
        outside.collect::<String>()
    )
}

/// The foot of a page: `— 1 —`, on even pages at the left, on odd ones at the right; the middle where all are alike.
fn folio(align: &str) -> String {
    let face = r#"<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/></w:rPr>"#;
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
