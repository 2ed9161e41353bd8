//! Tests of the writers of pages: their bytes, which are the same at any time.

use expect_test::{Expect, expect};

use super::*;
use crate::pages::{Block, MemoAsk, Paragraph, TextRun, memo};
use crate::query::{Query, Row};
use crate::tests::embedded;
use crate::words::Lang;

fn page(names: &[&str], lang: Lang) -> Memo {
    let index = embedded();
    let columns: Vec<Row> = names.iter().map(|name| Row::Region(index.catalogue.regions.find(name).unwrap())).collect();
    let query = Query::default();
    let mut page = memo(
        &index,
        &MemoAsk {
            columns: &columns,
            mine: columns.last().copied(),
            query: &query,
            as_of: None,
            date: None,
            imprint: true,
            lang,
        },
    );
    // The hash of the file changes with every change of the catalogue.
    let hash = index.catalogue.content_sha256();
    let runs = page.foot.iter_mut().flat_map(|line| &mut line.runs);
    runs.for_each(|run| run.text = run.text.replace(&hash, "HASH"));
    page
}

fn bytes(format: MemoFormat, page: &Memo) -> Vec<u8> {
    let mut out = Vec::new();
    write_memo(format, MemoLayout::Brief, page, &mut out).unwrap();
    out
}

#[allow(clippy::needless_pass_by_value, reason = "an expectation is written where it is checked")]
#[track_caller]
fn check(format: MemoFormat, page: &Memo, expected: Expect) {
    expected.assert_eq(&String::from_utf8(bytes(format, page)).unwrap());
}

#[test]
fn markdown_has_a_table_and_footnotes() {
    check(
        MemoFormat::Md,
        &page(&["成都", "武汉"], Lang::Zh),
        expect![[r"
            # 成都市、武汉市政策对照

            （资料截至2023年10月30日）

            ## 一、要点

            5 个方向中，武汉市 0 个有所述，成都市 2 个有所述（算法、数据）。来源述及成都市、而武汉市为“来源未提及”的方向：算法、数据。对各方都未述及的方向：算力、应用、企业。

            ## 二、各方向所述

            **（一）算法。** 成都市：四地用首试首用、首版次一类办法扶持算法的研发（另指杭州、廊坊、宁夏）[^1]。

            **（二）数据。** 成都《产业若干措施》：成都提出汇集数据资源的行动，既做通用训练集，也做行业数据集[^2]；“数据合伙人”：成都每年按销售的金额与数量综合选出前五家数据集建设单位，一同开发重点领域的公共数据[^3]。成都市：北京、成都等多达6地提出汇聚高质量共享数据集，扶持数据交易，探索公共数据开放（列举不全，来源称共 6 地）[^4]；成都、杭州在考虑做行业级数据集，或是数据平台[^5]；成都更看重数据资源，背后是东数西算[^6]。

            - 上列写明题名的，来源点名了该项政策；只写地名的，来源只说到该地，未点名政策。

            ## 三、对照表

            格子取各地政策与该地的陈述。所选来源：赛迪研究院 2023年10月30日。

            | 对象 | 算力 | 算法 | 数据 | 应用 | 企业 |
            | --- | --- | --- | --- | --- | --- |
            | 成都市 | 来源未提及 | ○ 提及 | ● 提及 | 来源未提及 | 来源未提及 |
            | 武汉市（参照） | 来源未提及 | 来源未提及 | 来源未提及 | 来源未提及 | 来源未提及 |

            - ● 来源点名该政策　○ 只说到该地，未点名政策　来源未提及不等于没有
            - 成都市 1 项：《成都市关于进一步促进人工智能产业高质量发展的若干政策措施（征求意见稿）》（2023年6月、征求意见稿），简称《产业若干措施》
            - 武汉市 1 项：《武汉建设国家人工智能创新应用先导区实施方案（2023-2025年）（征求意见稿）》（2023年3月、征求意见稿），简称《先导区方案》

            ## 四、其他版本

            成都《产业若干措施》另有正式文本（后有题名相近的正式稿，2024年6月19日对外介绍），不计入上表：2024年6月19日见诸报道，据成都产业若干措施转载页（转载），不在所选之列。武汉《先导区方案》另有正式文本（后有正式稿，武汉市经济和信息化局于2023年11月2日解读），不计入上表：2023年11月2日见诸报道，据武汉市经信局 2023年11月2日（官方），不在所选之列。

            ## 五、来源未提及与未考察

            成都市：来源未提及算力、应用、企业。武汉市：来源未提及算力、算法、数据、应用、企业。来源未提及不等于没有相关措施。

            ## 注

            [^1]: “实施首试首用、支持首版次等措施支持算法研发”（三（二）第3段），赛迪研究院。\[R07\]
            [^2]: 《产业若干措施》：“提出人工智能数据资源汇集行动”（三（二）第4段），赛迪研究院。\[R17\]
            [^3]: 《产业若干措施》：“每年遴选销售额与销售量综合排名前5的”（三（二）第4段），赛迪研究院。\[R18\]
            [^4]: “北京、成都等多达 6 地提出归集高质量数据”（三（二）第3段），赛迪研究院。\[R10\]
            [^5]: “成都和杭州都考虑构建行业级数据集或数据平台”（三（二）第3段），赛迪研究院。\[R12\]
            [^6]: “成都在‘东数西算’战略支撑下更关注数据资源”（三（二）第4段），赛迪研究院。\[E1\]

            ---

            赛迪研究院 2023年10月30日（报告）：钟新龙、渠延增、王聪聪、窦婉茹、高旖蔚：《人工智能大模型国内外最新进展、趋势研判及有关建议》，未来产业研究 2023年第3期（总第7期），赛迪研究院。

            目录：2023年部分地区涉及大模型的人工智能政策（版次 2026.2）。本页只复述目录所载，不作评价或建议。

            目录 ccid-2023-3，内容的 SHA-256 HASH。
        "]],
    );
}

#[test]
fn html_is_one_file_that_refers_to_nothing_outside_it() {
    let text = String::from_utf8(bytes(MemoFormat::Html, &page(&["廊坊", "武汉"], Lang::En))).unwrap();
    for outside in ["http:", "https:", "src=", "@import", "url(", "<script", "<link"] {
        assert!(!text.contains(outside), "{outside}");
    }
    assert!(text.contains("@page { size: A4; margin: 37mm 26mm 35mm 28mm; }"));
    let (_, body) = text.split_once("</head>\n").unwrap();
    expect![[r##"
        <body class="brief">
        <h1>Langfang, Wuhan: policies side by side</h1>
        <p class="until">(sources up to 30 October 2023)</p>
        <h2>1. Findings</h2>
        <p>Of 5 focuses: 0 stated of Wuhan, 1 stated of Langfang (Algorithm). Stated of Langfang, and &quot;not stated by the source&quot; of Wuhan: Algorithm. Stated for none of them: Compute, Data, Application, Enterprise.</p>
        <h2>2. What the sources state</h2>
        <p><span class="lead">(1) Algorithm. </span>Langfang: Four places back algorithm R&amp;D with first trial, first use (首试首用), first-version support (首版次) and the like (said of Chengdu, Hangzhou, Ningxia as well)<sup>[<a href="#n1">1</a>]</sup>.</p>
        <p class="small">Where a title is given, a source names the policy; where a place alone is given, the source speaks of the place and names no policy.</p>
        <h2>3. Side by side</h2>
        <p>The cells of a place are those of its policies and of what is said of the place. Chosen sources: CCID 2023-10-30.</p>
        <div class="scroll">
        <table>
        <thead>
        <tr><th scope="col">Subject</th><th scope="col">Compute</th><th scope="col">Algorithm</th><th scope="col">Data</th><th scope="col">Application</th><th scope="col">Enterprise</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">Langfang</th><td>not stated by the source</td><td>○ mentioned</td><td>not stated by the source</td><td>not stated by the source</td><td>not stated by the source</td></tr>
        <tr><th scope="row">Wuhan (reference)</th><td>not stated by the source</td><td>not stated by the source</td><td>not stated by the source</td><td>not stated by the source</td><td>not stated by the source</td></tr>
        </tbody>
        </table>
        </div>
        <p class="small">○ it speaks of the place only   Not stated is not a no</p>
        <p class="small">Langfang, 1: Thirteen Measures of Langfang for Promoting the Development of the AI Industry (2023-02, final text), called Thirteen AI measures here</p>
        <p class="small">Wuhan, 1: Implementation Plan for Building Wuhan into a National Pilot Zone for AI Innovation and Application (2023–2025, Draft for Comment) (2023-03, draft for comment), called Pilot zone plan here</p>
        <h2>4. Other versions</h2>
        <p>Wuhan, Pilot zone plan: there is also a final text (A final followed; the city's bureau of economy and information technology explained it on 2023-11-02), not counted above: 2023-11-02 reported, from Wuhan Bureau of Economy and Information Technology 2023-11-02 (official), not a chosen source.</p>
        <h2>5. Not stated, and not assessed</h2>
        <p>Langfang: not stated by the source: Compute, Data, Application, Enterprise. Wuhan: not stated by the source: Compute, Algorithm, Data, Application, Enterprise. What a source does not state may still be there.</p>
        <h2>Notes</h2>
        <ol>
        <li id="n1">&quot;实施首试首用、支持首版次等措施支持算法研发&quot; (section 3 (2), para. 3), CCID. [R07]</li>
        </ol>
        <footer>
        <p class="small">CCID 2023-10-30 (report): 钟新龙, 渠延增, 王聪聪, 窦婉茹, 高旖蔚: 人工智能大模型国内外最新进展、趋势研判及有关建议, 未来产业研究 2023年第3期（总第7期）, 赛迪研究院.</p>
        <p class="small">Catalogue: AI policies touching on large models in some places of China, 2023 (release 2026.2). This page restates what the catalogue holds; it neither judges nor advises.</p>
        <p class="small">Catalogue ccid-2023-3, SHA-256 of its content HASH.</p>
        </footer>
        </body>
        </html>
    "##]].assert_eq(body);
}

/// The runs of the body of a document that belong to the numbers of notes, without their properties.
fn marks_of(runs: Vec<TextRun>) -> String {
    let mut page = page(&["廊坊", "武汉"], Lang::Zh);
    page.parts.truncate(1);
    page.parts[0].blocks = vec![Block::Paragraph(Paragraph { lead: String::new(), runs })];
    let docx = String::from_utf8_lossy(&bytes(MemoFormat::Docx, &page)).into_owned();
    let marks = docx.split("<w:footnoteReference w:id=\"").skip(1).map(|tail| tail.split('"').next().unwrap());
    let again = docx.split(" NOTEREF _Note").skip(1).map(|tail| tail.split(' ').next().unwrap());
    format!("{} again {}", marks.collect::<Vec<_>>().join(","), again.collect::<Vec<_>>().join(","))
}

#[test]
fn neighbours_among_notes_are_a_range_and_a_note_has_one_place() {
    let run = |notes: &[usize]| TextRun { notes: notes.to_vec(), ..TextRun::plain("句") };
    assert_eq!(run(&[2, 3, 4, 7]).note_ranges(), [(2, 4), (7, 7)]);
    assert_eq!(run(&[]).note_ranges(), []);
    let all = [[1].as_slice(), &[2], &[3], &[1, 2, 3], &[2, 3, 4], &[1, 4]].map(run);
    assert_eq!(marks_of(all.to_vec()), "1,2,3,4 again 1,3,2,1,4", "1-3, then 2-4 with its 4 new, then 1,4");
    let mut page = page(&["廊坊", "武汉"], Lang::Zh);
    page.parts[0].blocks = vec![Block::Paragraph(Paragraph { lead: String::new(), runs: vec![run(&[2, 3, 4, 7])] })];
    let html = String::from_utf8(bytes(MemoFormat::Html, &page)).unwrap();
    assert!(html.contains("<sup>[<a href=\"#n2\">2</a>-<a href=\"#n4\">4</a>,<a href=\"#n7\">7</a>]</sup>"), "{html}");
}

fn odd() -> Memo {
    let mut page = page(&["北京", "上海"], Lang::Zh);
    page.title = "a < b & \"c\" *d* [e] | f".to_owned();
    page
}

#[test]
fn no_text_can_break_out_of_its_place() {
    let html = String::from_utf8(bytes(MemoFormat::Html, &odd())).unwrap();
    assert!(html.contains("<h1>a &lt; b &amp; &quot;c&quot; *d* [e] | f</h1>"));
    let md = String::from_utf8(bytes(MemoFormat::Md, &odd())).unwrap();
    assert!(md.starts_with("# a \\< b & \"c\" \\*d\\* \\[e\\] \\| f\n"), "{md}");
    let docx = String::from_utf8_lossy(&bytes(MemoFormat::Docx, &odd())).into_owned();
    assert!(docx.contains("<dc:title>a &lt; b &amp; &quot;c&quot; *d* [e] | f</dc:title>"));
    assert!(!docx.contains("a < b"));
}

#[test]
fn what_xml_cannot_hold_is_in_no_part_of_a_document() {
    let mut page = odd();
    page.title = "算\u{FFFE}力".to_owned();
    page.notes = vec!["注\u{FFFF}一".to_owned()];
    page.foot = vec![Paragraph::plain("脚\u{1}注")];
    let docx = String::from_utf8_lossy(&bytes(MemoFormat::Docx, &page)).into_owned();
    assert!(docx.contains("<dc:title>算力</dc:title>"));
    assert!(docx.contains("注一") && docx.contains("脚注"));
    assert!(!docx.contains(['\u{FFFE}', '\u{FFFF}']));
}

/// Every local header of an archive: its name, its time and its date.
fn entries(archive: &[u8]) -> Vec<(String, u16, u16)> {
    let at = |i: usize| u16::from_le_bytes([archive[i], archive[i + 1]]);
    let mut found = Vec::new();
    for i in memchr::memmem::find_iter(archive, b"PK\x03\x04") {
        let name = &archive[i + 30..i + 30 + usize::from(at(i + 26))];
        found.push((String::from_utf8(name.to_vec()).unwrap(), at(i + 10), at(i + 12)));
    }
    found
}

#[test]
fn a_document_is_the_same_bytes_whenever_and_wherever_it_is_written() {
    let page = page(&["北京", "上海"], Lang::Zh);
    let first = bytes(MemoFormat::Docx, &page);
    let again = bytes(MemoFormat::Docx, &page);
    let elsewhere = std::thread::scope(|scope| scope.spawn(|| bytes(MemoFormat::Docx, &page)).join().unwrap());
    assert_eq!(first, again);
    assert_eq!(first, elsewhere, "nothing is counted on from one document to the next");
    let entries = entries(&first);
    assert!(entries.iter().any(|(name, ..)| name == "word/document.xml"), "{entries:?}");
    // 1980-01-01 00:00, the first moment an archive can name.
    assert!(entries.iter().all(|(_, time, date)| (*time, *date) == (0, 0x21)), "{entries:?}");
    let text = String::from_utf8_lossy(&first);
    assert!(!text.contains("dcterms:created") && !text.contains("dcterms:modified"), "no date in its properties");
}

#[test]
fn a_document_holds_every_text_of_its_page() {
    for lang in [Lang::Zh, Lang::En] {
        let page = page(&["北京", "杭州", "成都"], lang);
        let text = String::from_utf8_lossy(&bytes(MemoFormat::Docx, &page)).into_owned();
        let mut texts: Vec<String> = vec![page.title.clone()];
        texts.extend(page.notes.clone());
        texts.extend(page.foot.iter().flat_map(|line| &line.runs).map(|run| run.text.clone()));
        for part in &page.parts {
            texts.push(part.heading.clone());
            for block in &part.blocks {
                match block {
                    Block::Paragraph(p) => texts.extend(p.runs.iter().map(|run| run.text.clone())),
                    Block::Table(t) => texts.extend(t.rows.iter().flatten().cloned()),
                    Block::Small(line) => texts.push(line.clone()),
                }
            }
        }
        for wanted in texts {
            let escaped = wanted.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(text.contains(&escaped) || text.contains(&escaped.replace('"', "&quot;")), "{wanted}");
        }
        assert!(text.contains("<w:tbl>"), "a real table");
        let mut official = Vec::new();
        write_memo(MemoFormat::Docx, MemoLayout::Official, &page, &mut official).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&official).contains("w:top=\"2098\""),
            lang == Lang::Zh,
            "37 mm above by the standard, which is for Chinese"
        );
        assert!(text.contains("w:altName w:val=\"仿宋,FangSong,Noto Serif CJK SC\""));
    }
}

#[test]
fn the_last_lines_of_a_document_stand_below_other_text() {
    for layout in [MemoLayout::Official, MemoLayout::Brief] {
        let mut page = page(&["廊坊", "武汉"], Lang::Zh);
        page.date = Some("2024年5月6日".into());
        assert!(!page.foot.is_empty());
        let mut out = Vec::new();
        write_memo(MemoFormat::Docx, layout, &page, &mut out).unwrap();
        let text = String::from_utf8_lossy(&out).into_owned();
        let body = text.split("<w:body>").nth(1).unwrap().split("</w:body>").next().unwrap();
        let mut paragraphs: Vec<&str> = body.split("<w:p>").skip(1).collect();
        assert!(!paragraphs.pop().unwrap().contains("<w:keepNext/>"), "nothing comes after the last");
        // An official one ends in the unit and its date.
        let signed = if layout == MemoLayout::Official { 2 } else { 0 };
        let before = page.foot.len() + signed;
        let kept = paragraphs.iter().rev().take_while(|paragraph| paragraph.contains("<w:keepNext/>")).count();
        assert_eq!(kept, before, "each of the last lines, and the text above them");
    }
}

#[test]
fn the_official_sheet_has_the_standards_size_and_a_brief_is_smaller_where_it_is_long() {
    let size = |page: &Memo, layout: MemoLayout| {
        let mut out = Vec::new();
        write_memo(MemoFormat::Docx, layout, page, &mut out).unwrap();
        let text = String::from_utf8_lossy(&out).into_owned();
        let style = text.split("w:styleId=\"BodyText\"").nth(1).unwrap().to_owned();
        let value = style.split("<w:sz w:val=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        value.parse::<usize>().unwrap()
    };
    let mut short = page(&["廊坊", "武汉"], Lang::Zh);
    short.parts.truncate(1);
    short.notes.clear();
    let long = page(&["北京", "上海"], Lang::Zh);
    for (page, layout, expected) in [
        (&short, MemoLayout::Official, 32),
        (&long, MemoLayout::Official, 32),
        (&short, MemoLayout::Brief, 24),
        (&long, MemoLayout::Brief, 21),
    ] {
        assert_eq!(size(page, layout), expected, "{}: {layout:?}", page.title);
    }
}
