//! Tests of smart paste: a page, notices, rows, and texts of any kind.

mod bounds;
mod tables;

use proptest::prelude::*;

use super::page::Page;
use super::when::dates_in;
use super::*;
use crate::catalogue::Regions;
use crate::words::Lang;

/// A field in a line: `Title 甲办法`, `Number - ?甲〔2024〕1号` where it is asked, ` !` where a doubt is beside a value.
fn told(field: &FoundField) -> String {
    let kind = match &field.kind {
        FoundKind::Date(event) => event.id().to_owned(),
        FoundKind::Remark(name) => name.clone(),
        other => format!("{other:?}"),
    };
    let offers: String = field.doubt.iter().flat_map(Doubt::offers).map(|offer| format!(" ?{offer}")).collect();
    let mark = if field.doubt.is_some() && offers.is_empty() { " !" } else { "" };
    format!("{kind} {}{offers}{mark}", field.value.as_deref().unwrap_or("-"))
}

fn found(text: &str, html: Option<&str>) -> Found {
    recognise(&Clip { text: text.to_owned(), html: html.map(str::to_owned) }, Regions::standard())
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let fields: Vec<String> = found(text, None).fields.iter().map(told).collect();
    assert_eq!(fields, expected, "{text}");
}

const NOTICE: &str = include_str!("notice.html");

#[test]
fn a_page_of_a_government_gives_all_its_fields() {
    let found = found("", Some(NOTICE));
    let fields: Vec<String> = found.fields.iter().map(told).collect();
    assert_eq!(
        fields,
        [
            "Region 510500",
            "Title 泸州市支持大模型应用若干措施（试行）",
            "signed 2025-03-03",
            "published 2025-03-10",
            "in_force 2025-04-01",
            "ends 2027-03-31",
            "Number 泸市经信〔2025〕9号",
            "Issuer 泸州市经济和信息化局",
            "Link https://www.example.gov.cn/zfxxgk/2025/3/t_8801.html",
            "有效性 有效",
            "索引号 510500/2025-00031",
            "通知题名 泸州市经济和信息化局关于印发《泸州市支持大模型应用若干措施（试行）》的通知",
        ]
    );
    let number = found.fields.iter().find(|field| field.kind == FoundKind::Number).unwrap();
    assert_eq!(number.words, "泸市经信〔2025〕第009号", "words stand to the letter");
    assert!(found.rest.contains("各区县经信部门：\n") && found.rest.contains("二、本措施自"), "{}", found.rest);
}

#[test]
fn the_same_as_plain_text_gives_the_same_fields() {
    let page = found("", Some(NOTICE));
    let text = found(&page.rest, None);
    let fields = |found: &Found| -> Vec<String> {
        found.fields.iter().filter(|field| field.kind != FoundKind::Link).map(told).collect()
    };
    assert_eq!(fields(&text), fields(&page));
}

#[test]
fn a_notice_without_labels_is_read_by_its_shape() {
    check(
        "温州市人民政府办公室文件\n温政办〔2024〕12号\n温州市人民政府办公室关于印发《温州市促进\n人工智能发展若干意见》的通知\n\
         各县（市、区）人民政府：\n经市政府同意，现印发给你们。\n温州市人民政府办公室\n二〇二四年五月六日\n\
         本意见自2024年6月1日起施行。",
        &[
            "Region 330300",
            "Title 温州市促进人工智能发展若干意见",
            "signed 2024-05-06",
            "in_force 2024-06-01",
            "Number 温政办〔2024〕12号",
            "Issuer 温州市人民政府办公室",
            "通知题名 温州市人民政府办公室关于印发《温州市促进人工智能发展若干意见》的通知",
        ],
    );
}

#[test]
fn a_notice_names_its_issuer_and_how_long_its_text_holds() {
    let notice = |validity: &str| {
        format!(
            "芜湖市人民政府办公室关于印发芜湖市加快人工智能应用若干措施的通知\n芜政办〔2024〕31号\n\
             五、本措施自2024年9月1日起施行，{validity}。"
        )
    };
    let title = "通知题名 芜湖市人民政府办公室关于印发芜湖市加快人工智能应用若干措施的通知";
    let fields = |more: &[&str]| {
        let first = ["Region 340200", "Title 芜湖市加快人工智能应用若干措施", "in_force 2024-09-01"];
        let issuer = ["Number 芜政办〔2024〕31号", "Issuer 芜湖市人民政府办公室"];
        [&first[..], &issuer, more, &[title]].concat().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    for (validity, told) in [
        ("有效期三年", &["有效期 三年"][..]),
        ("有效期为3年", &["有效期 3年"]),
        ("有效期限 五年", &["有效期 五年"]),
        ("在有效期内执行", &[]),
        ("有效期年", &[]),
    ] {
        let mut expected = fields(told);
        let mut read: Vec<String> = found(&notice(validity), None).fields.iter().map(self::told).collect();
        expected.sort();
        read.sort();
        assert_eq!(read, expected, "{validity}");
    }
    // A text that says the day on which it ends has said it.
    let ends = found(&notice("有效期至2027年8月31日"), None);
    assert!(ends.fields.iter().all(|field| field.kind != FoundKind::Remark("有效期".to_owned())));
}

#[test]
fn what_a_text_merely_mentions_is_asked() {
    for (text, expected) in [
        (
            "根据国发〔2017〕35号文件，详见《国家算力意见》和《甲省算力办法》。",
            &["Title - ?国家算力意见 ?甲省算力办法", "Number - ?国发〔2017〕35号"][..],
        ),
        (
            "2024-05-06\nhttps://a.gov.cn/1 https://a.gov.cn/2",
            &["published - ?2024-05-06", "Link - ?https://a.gov.cn/1 ?https://a.gov.cn/2"],
        ),
        ("发布日期：2023年13月", &["published - ?2023-12"]),
        ("文号：〔2024〕3号\n成文日期：待定\n地区：甲乙", &["Region - !", "signed - !", "Number - !", "成文日期 待定"]),
        (
            "《芜湖市算力办法》（芜政办[2024]012号）",
            &["Region 340200", "Title 芜湖市算力办法", "Number 芜政办〔2024〕12号"],
        ),
        ("文号：芜政办〔2024〕12号", &["Region 340200 !", "Number 芜政办〔2024〕12号"]),
        (
            "鹿城区应用场景行动方案（2024—2026年）（征求意见稿）",
            &[
                "Region 330300 !",
                "Title 鹿城区应用场景行动方案（2024—2026年）（征求意见稿）",
                "Stage draft",
                "Period 2024/2026",
            ],
        ),
        ("有效期：2024年6月1日至2027年5月31日\n有效期限：3年", &["Period 2024-06-01/2027-05-31", "有效期限 3年"]),
        (
            "施行日期：长期\n发布日期：2024年5月底",
            &["published 2024-05 !", "in_force - !", "发布日期 2024年5月底", "施行日期 长期"],
        ),
        ("详见《温州市算力办法（征求意见稿）》。", &["Title - ?温州市算力办法（征求意见稿）"]),
        ("你好", &[]),
        ("", &[]),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_row_of_a_table_is_read_with_its_head_or_by_its_cells() {
    for (text, expected) in [
        (
            "地区\t政策名称\t发布时间\t文号\n芜湖市\t芜湖市算力统筹办法\t2025年1月\t芜政办〔2025〕1号",
            &["Region 340200", "Title 芜湖市算力统筹办法", "published 2025-01", "Number 芜政办〔2025〕1号"][..],
        ),
        (
            "1\t温州\t温州市算力办法\t温政办〔2023〕40号\t2023.5.30\thttps://a.gov.cn/1\t市科技局",
            &[
                "Region 330300",
                "Title 温州市算力办法",
                "published - ?2023-05-30",
                "Number 温政办〔2023〕40号",
                "Issuer 市科技局",
                "Link https://a.gov.cn/1",
            ],
        ),
        ("地区\t名称\n温州\t甲办法\n杭州\t乙办法", &["Region 330300 !", "Title 甲办法"]),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_link_of_another_row_is_not_that_of_the_first() {
    let row = |link: &str| format!("<tr><td>温州市<td>甲算力办法{link}<td>2024年5月");
    let link = "<a href=https://a.gov.cn/1>全文</a>";
    for (first, second, expected) in [("", link, None), (link, "", Some("https://a.gov.cn/1"))] {
        let html = format!("<table><tr><td>地区<td>标题<td>发布日期{}{}</table>", row(first), row(second));
        let found = found("", Some(&html));
        let links: Vec<&str> =
            found.fields.iter().filter(|f| f.kind == FoundKind::Link).filter_map(|f| f.value.as_deref()).collect();
        assert_eq!(links.first().copied(), expected, "{html}");
    }
}

#[test]
fn no_field_without_a_value_lacks_its_doubt_and_each_doubt_has_its_words() {
    for text in ["发布日期：5月", "文号：甲", "地区：鼓楼区", "阶段：待定", "时间：2023.5", "文号：甲〔2024〕1-2号"]
    {
        let found = found(text, None);
        assert_eq!(found.fields.len(), usize::from(text != "文号：甲"), "{text}");
        for doubt in found.fields.iter().map(|field| field.doubt.as_ref().unwrap()) {
            for lang in [Lang::Zh, Lang::En] {
                let words = doubt.words(lang);
                assert!(!words.is_empty() && !words.contains('{'), "{words}");
            }
        }
    }
}

/// Pieces that the rules look for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("发文字号："),
        Just("关于印发《"),
        Just("》的通知"),
        Just("2023年"),
        Just("13月"),
        Just("〔2024〕"),
        Just("号"),
        Just("\t"),
        Just("\r\n"),
        Just("<td>"),
        Just("</table>"),
        Just("温州市"),
        Just("鹿城区"),
        Just("https://"),
        Just("（"),
        Just("第"),
        Just("十"),
        Just("成文日期"),
        Just(":"),
        Just("\u{3000}"),
        Just("【"),
        Just("<table>"),
        Just("办法"),
    ];
    let any = prop_oneof![4 => piece.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(any, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_long_text_of_one_piece_is_read_to_its_end() {
    // A rule that goes back over the text at each sign would not get there.
    let pieces = ["一", "（2024）1号", "2024年5月1日", "，《", "标题：", " ", "http://", "文号：\t", "<td>", "区、"];
    for piece in pieces {
        let long = piece.repeat(20_000);
        let found = found(&long, Some(&long));
        assert!(long.trim().is_empty() || found.rest == long, "{piece}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_is_lost_and_none_panics(text in pieces(), html in prop::option::of(pieces())) {
        let found = found(&text, html.as_deref());
        if !text.trim().is_empty() {
            prop_assert_eq!(&found.rest, &text);
        }
        for field in &found.fields {
            prop_assert!(field.value.is_some() || field.doubt.is_some(), "{:?}", field);
        }
    }

    #[test]
    fn dates_numbers_and_places_are_read_of_any_text(text in pieces(), number in any::<f64>()) {
        let on = date(&text, Some(2023)).on;
        prop_assert!(on.is_none_or(|on| crate::catalogue::When::parse(&on.to_string()) == Some(on)));
        dates_in(&text);
        date_of_number(number, NumberFormat::General);
        PlaceReader::of(Regions::standard()).whole(&text);
    }

    #[test]
    fn each_sign_of_a_page_is_in_its_text(words in prop::collection::vec("[a-z0-9一-三]{1,6}", 0..12)) {
        let tags = ["<p>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<li>", "<b>", "</b>", "<br>"];
        let html: String = words.iter().zip(tags.iter().cycle()).map(|(word, tag)| format!("{tag}{word}")).collect();
        let page = Page::of_html(&html).text();
        let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(signs(&page), words.concat());
    }
}
