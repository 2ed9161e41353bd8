//! Tests of documents: one text in every kind of file gives the same paragraphs, and what is left out is told.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::words::Lang;

/// A compressed file of these parts.
fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>"#;

fn docx(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>"#);
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>注文。</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    zipped(&[
        ("word/document.xml", &document),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", notes),
    ])
}

fn texts(read: &DocumentRead, of: ParagraphOf) -> Vec<&str> {
    read.paragraphs.iter().filter(|paragraph| paragraph.of == of).map(|paragraph| paragraph.text.as_str()).collect()
}

#[test]
fn the_body_of_a_document_has_its_numbers_and_no_deleted_words() {
    let numbered = |level: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let styled = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let text = |runs: &str| format!("<w:p>{runs}</w:p>");
    for (body, expected, numbers, deletions) in [
        (
            numbered(0, "总则") + &numbered(1, "甲") + &numbered(1, "乙") + &numbered(0, "附则"),
            &["一、总则", "（一）甲", "（二）乙", "二、附则"][..],
            4,
            0,
        ),
        (styled("a", "总则") + &styled("b", "甲") + &styled("c", "无"), &["一、总则", "（一）甲", "无"], 2, 0),
        (
            text(
                "<w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t></w:r></w:ins>",
            ),
            &["甲丙"],
            0,
            1,
        ),
        (text("<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:t>乙</w:t></w:r>"), &["乙"], 0, 0),
        // A deleted end of a paragraph: its number is not counted, and its words go on in the next one.
        (
            numbered(0, "甲")
                + r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>"#
                + &numbered(0, "乙"),
            &["一、甲", "二、前乙"],
            2,
            0,
        ),
        (
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:br/><w:t>甲</w:t></w:r></w:p>"#.to_owned(),
            &["一、甲"],
            1,
            0,
        ),
        (
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>5年内建成</w:t></w:r></w:p>"#.to_owned(),
            &["1. 5年内建成"],
            1,
            0,
        ),
        (
            text("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/><w:t>丙</w:t></w:r>"),
            &["甲", "乙丙"],
            0,
            0,
        ),
        (
            text("<w:r><w:t>甲&amp;</w:t><w:tab/><w:t>乙</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"),
            &["甲& 乙"],
            0,
            0,
        ),
        // A sign of a symbol font with a character of its own, and one without.
        (
            text(r#"<w:r><w:sym w:font="SimSun" w:char="2460"/><w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>"#),
            &["①甲"],
            0,
            0,
        ),
        (text("<w:r><w:tab/><w:t>　甲</w:t></w:r>"), &["甲"], 0, 0),
        (text("") + &text("<w:r><w:t> 　甲\u{AD}乙\u{200B} </w:t></w:r>"), &["甲乙"], 0, 0),
    ] {
        let read = read_document(&docx(&body), None).unwrap();
        assert_eq!(texts(&read, ParagraphOf::Body), expected, "{body}");
        assert_eq!((read.changes.numbers, read.changes.deletions), (numbers, deletions), "{body}");
        assert_eq!(texts(&read, ParagraphOf::Note), ["注文。"]);
    }
}

#[test]
fn an_element_that_is_passed_over_and_never_ends_ends_with_its_part() {
    for unread in ["instrText", "Fallback", "rPrChange"] {
        let read = read_document(&docx(&format!("<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:{unread}>")), None).unwrap();
        assert_eq!(texts(&read, ParagraphOf::Body), ["甲"]);
    }
}

#[test]
fn tables_and_boxes_stand_apart_from_the_text() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p><w:r><w:t>甲</w:t></w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
         </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>\
         <w:r><w:t>乙</w:t></w:r></w:p>",
        cell("责任单位"),
        cell("市科技局</w:t></w:r></w:p><w:p><w:r><w:t>市经信局"),
    );
    let read = read_document(&docx(&body), None).unwrap();
    assert_eq!(texts(&read, ParagraphOf::Row), ["责任单位\t市科技局 市经信局"]);
    assert_eq!(texts(&read, ParagraphOf::Body), ["甲乙"]);
    assert_eq!(texts(&read, ParagraphOf::Box), ["框"]);
    assert_eq!(read.paragraphs.last().map(|paragraph| paragraph.of), Some(ParagraphOf::Box));
}

/// A document of pages, each of lines at a place from the left and the top.
fn ofd(pages: &[&[(f64, f64, &str)]]) -> Vec<u8> {
    let mut parts = vec![(
        "OFD.xml".to_owned(),
        r#"<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#
            .to_owned(),
    )];
    let mut list = String::new();
    for (n, page) in pages.iter().enumerate() {
        list += &format!(r#"<ofd:Page ID="{n}" BaseLoc="Pages/{n}.xml"/>"#);
        let object = |(x, y, text): &(f64, f64, &str)| {
            let steps = text.chars().count().saturating_sub(1);
            format!(
                r#"<ofd:TextObject Boundary="{x} {y} 160 7" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g {steps} 5">{text}</ofd:TextCode></ofd:TextObject>"#
            )
        };
        let objects: String = page.iter().map(object).collect();
        parts.push((
            format!("Doc_0/Pages/{n}.xml"),
            format!(
                r#"<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"#
            ),
        ));
    }
    parts.push((
        "Doc_0/Document.xml".to_owned(),
        format!(r#"<ofd:Document xmlns:ofd="o"><ofd:Pages>{list}</ofd:Pages></ofd:Document>"#),
    ));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zipped(&parts)
}

#[test]
fn pages_are_lines_joined_to_paragraphs_without_heads_and_numbers() {
    let full = "满满一行文字二十个字满满一行文字二十个字";
    let file = ofd(&[
        &[
            (70.0, 10.0, "某市文件"),
            (38.0, 30.0, "一、总则"),
            (38.0, 40.0, "满满一行文字二十个字满满一行文字二字"),
            (28.0, 50.0, "续。"),
            (100.0, 280.0, "— 1 —"),
        ],
        // The runs of a line in another order; a paragraph that goes on over the page.
        &[
            (70.0, 10.0, "某市文件"),
            (38.0, 30.0, "满满一行文字二十个字满满一行文字二字"),
            (28.0, 40.0, full),
            (100.0, 280.0, "— 2 —"),
        ],
        &[(70.0, 10.0, "某市文件"), (48.0, 30.0, "的末尾。"), (28.0, 30.0, "这一段落"), (100.0, 280.0, "— 3 —")],
    ]);
    let read = read_document(&file, None).unwrap();
    let first = "满满一行文字二十个字满满一行文字二字续。";
    let second = format!("满满一行文字二十个字满满一行文字二字{full}这一段落的末尾。");
    assert_eq!(texts(&read, ParagraphOf::Body), ["一、总则", first, &second]);
    assert_eq!(read.changes.heads, ["某市文件", "— 1 —", "— 2 —", "— 3 —"]);
}

#[test]
fn signs_that_are_moved_and_scaled_stand_where_they_are_seen() {
    let object = |boundary: &str, more: &str, text: &str| {
        format!(
            r#"<ofd:TextObject Boundary="{boundary}" {more}><ofd:TextCode X="0" Y="5" DeltaX="g 9 5">{text}</ofd:TextCode></ofd:TextObject>"#
        )
    };
    // Three lines: the second is half as large in its object and moved down, and the third stands above it in the file.
    let page = object("28 10 160 7", "Size=\"5\"", "一二三四五六七八九十")
        + &object("28 30 160 7", "Size=\"5\"", "三三三三三。")
        + &object("28 10 160 40", "Size=\"10\" CTM=\"0.5 0 0 0.5 0 7.5\"", "二二二二二二二二二二");
    let file = zipped(&[
        ("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"),
        ("D.xml", r#"<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>"#),
        (
            "P.xml",
            &format!(r#"<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>"#),
        ),
    ]);
    let read = read_document(&file, None).unwrap();
    let text = texts(&read, ParagraphOf::Body).join("");
    assert_eq!(text, "一二三四五六七八九十二二二二二二二二二二三三三三三。");
}

#[test]
fn the_words_are_the_same_however_a_paragraph_stands_in() {
    let numbered = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:tab/><w:t>总则</w:t></w:r></w:p>"#;
    let body = "<w:p><w:r><w:t>　　坚持。</w:t></w:r></w:p><w:p><w:pPr><w:ind w:firstLine=\"420\"/></w:pPr><w:r><w:t>坚持。</w:t></w:r></w:p>";
    let file = docx(&(numbered.to_owned() + body));
    let plain = "\t一、总则\n　　坚持。\n坚持。\n注文。";
    for (read, indents) in
        [(read_document(&file, None), [1, 2, 0, 0]), (read_document(plain.as_bytes(), None), [1, 2, 0, 0])]
    {
        let paragraphs = read.unwrap().paragraphs;
        let found: Vec<(&str, usize)> = paragraphs.iter().map(|one| (one.text.as_str(), one.indent)).collect();
        assert_eq!(found, ["一、总则", "坚持。", "坚持。", "注文。"].into_iter().zip(indents).collect::<Vec<_>>());
    }
}

#[test]
fn first_lines_that_do_not_repeat_stay() {
    let file =
        ofd(&[&[(38.0, 10.0, "甲。"), (38.0, 20.0, "丙丙丙丙丙。")], &[(38.0, 10.0, "乙。"), (28.0, 20.0, "丁。")]]);
    let read = read_document(&file, None).unwrap();
    assert_eq!(texts(&read, ParagraphOf::Body), ["甲。", "丙丙丙丙丙。", "乙。", "丁。"]);
    assert_eq!(read.changes.heads, Vec::<String>::new());
    // Lines that differ in a digit alone are no heads, unless they are numbers of pages.
    let file = ofd(&[
        &[(60.0, 10.0, "附件1"), (38.0, 20.0, "甲甲甲甲甲。"), (28.0, 30.0, "甲。"), (100.0, 280.0, "第1页")],
        &[(60.0, 10.0, "附件2"), (38.0, 20.0, "乙乙乙乙乙。"), (28.0, 30.0, "乙。"), (100.0, 280.0, "第2页")],
    ]);
    let read = read_document(&file, None).unwrap();
    assert_eq!(texts(&read, ParagraphOf::Body), ["附件1", "甲甲甲甲甲。甲。", "附件2", "乙乙乙乙乙。乙。"]);
    assert_eq!(read.changes.heads, ["第1页", "第2页"]);
}

#[test]
fn a_text_is_the_same_in_every_encoding_and_kind_of_line() {
    let plain = "芜湖市若干政策\n一、总则\n坚持。";
    let html = "<html><body><h1>芜湖市若干政策</h1><p>　　一、总则</p><div>坚持。&nbsp;</div></body></html>";
    let gbk = encoding_rs::GBK.encode(plain).0.into_owned();
    let crlf = format!("\u{FEFF}{}\r\n", plain.replace('\n', "\r\n\r\n　　"));
    for bytes in [plain.as_bytes(), &gbk, crlf.as_bytes(), html.as_bytes()] {
        let read = read_document(bytes, None).unwrap();
        assert_eq!(texts(&read, ParagraphOf::Body), plain.lines().collect::<Vec<_>>());
    }
    let clip = Clip { text: plain.to_owned(), html: Some(html.to_owned()) };
    assert_eq!(read_copied(&clip).unwrap().kind, DocumentKind::Html);
    let clip = Clip { html: Some(String::new()), ..clip };
    assert_eq!(read_copied(&clip).unwrap().kind, DocumentKind::Text);
}

/// A file system of Office with this name in its directory.
fn compound(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(name).collect()
}

#[test]
fn everything_in_which_a_text_is_not_its_file_is_told() {
    let body = "<w:p><w:r><w:t>e\u{301}a\u{200B}</w:t></w:r></w:p><w:p><w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r></w:p>";
    let told = read_document(&docx(body), None).unwrap().told(Lang::Zh).join("；");
    assert_eq!(
        told,
        "Word 文档（.docx）：3 段；脚注、尾注 1 条排在正文之后；文本框 1 段排在最后；看不见的字符 1 个已去掉；拆开写的字母 1 个已合成一个字符"
    );
}

#[test]
fn what_holds_no_text_is_refused_with_what_to_do() {
    let drawn = zipped(&[
        ("OFD.xml", "<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>"),
        ("D/Document.xml", r#"<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>"#),
        ("D/P.xml", r#"<Page><Content><Layer><PathObject Boundary="0 0 1 1"/></Layer></Content></Page>"#),
    ]);
    let cut = docx("<w:p><w:r><w:t>甲")[..200].to_vec();
    for (bytes, zh) in [
        (&b"%PDF-1.7"[..], "全选、复制"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "另存为 .docx"),
        (&compound("WordDocument"), "另存为 .docx"),
        (&compound("Workbook"), "导入表格"),
        (&compound("EncryptedPackage"), "加了密码"),
        (b" \n", "没有文字"),
        (b"\x00\x01\x02", "看不出是什么文件"),
        (&zipped(&[("xl/workbook.xml", "")]), "导入表格"),
        (&zipped(&[("a.txt", "")]), "请先解压"),
        (&drawn, "1 页只画出字形"),
        (&docx(""), "注文"),
        (&cut, "读不下去"),
        (&["温州市人工智能产业若干政策".as_bytes(), b"\xFF"].concat(), "1 个字读不出"),
        ("每年安排\u{FFFD}力券".as_bytes(), "1 个字在复制或转换时就丢了"),
        (&docx("<w:p><w:r><w:t>\u{FFFD}\u{FFFD}</w:t></w:r></w:p>"), "2 个字在复制或转换时就丢了"),
    ] {
        let said = match read_document(bytes, None) {
            Ok(read) => texts(&read, ParagraphOf::Note).join(""),
            Err(fault) => fault.message(Lang::Zh),
        };
        assert!(said.contains(zh), "{said}");
    }
    // Whoever wants it all the same has it.
    let clip = Clip { text: "\u{FEFF}甲\u{FFFD}。\r\n乙".to_owned(), html: None };
    let Err(DocumentFault::Lost { encoding: None, lost: 1, read }) = read_copied(&clip) else { panic!() };
    assert_eq!(texts(&read, ParagraphOf::Body), ["甲\u{FFFD}。", "乙"]);
    let demanded = TextEncoding::find("gb18030");
    assert!(read_document(b"\xB8\xF7\xFF\xFF", demanded).is_ok(), "a reader who asks for it gets what is there");
}

#[test]
fn an_archive_that_unfolds_without_end_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    for _ in 0..130 {
        writer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(matches!(read_document(&bomb, None), Err(DocumentFault::TooLarge { .. })));
}

#[test]
fn odd_texts_take_time_in_proportion() {
    // Squares of these would take hours.
    let opened = "（".repeat(300_000) + &"》".repeat(300_000);
    assert_eq!(sentences(&opened).len(), 1);
    let styles: String =
        (0..20_000).map(|n| format!(r#"<w:style w:styleId="{n}"><w:basedOn w:val="{}"/></w:style>"#, n + 1)).collect();
    let styles = format!(r#"<w:styles xmlns:w="w">{styles}</w:styles>"#);
    let body = r#"<w:document xmlns:w="w"><w:p><w:pPr><w:pStyle w:val="0"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p></w:document>"#;
    let file = zipped(&[("word/document.xml", body), ("word/styles.xml", &styles)]);
    assert_eq!(texts(&read_document(&file, None).unwrap(), ParagraphOf::Body), ["甲"]);
}

mod laws {
    use proptest::prelude::*;

    use super::super::sentences;

    proptest! {
        #[test]
        fn sentences_joined_are_the_paragraph(text in "[\u{4e00}-\u{4e10}。；！？!?…“”《》（）一是二\t a]{0,60}") {
            let found = sentences(&text);
            prop_assert_eq!(&found.concat(), &text);
            prop_assert!(found.iter().all(|sentence| !sentence.is_empty()));
        }

        #[test]
        fn any_text_is_its_sentences(text in any::<String>()) {
            prop_assert_eq!(sentences(&text).concat(), text);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            _ = super::read_document(&bytes, None);
        }
    }
}
