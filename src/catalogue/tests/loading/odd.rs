//! Tests of odd but sound values: characters, addresses, ids and dates that `check` warns of or refuses.

use super::*;

#[test]
fn a_character_that_no_document_can_hold_is_named_and_left_out() {
    for c in ['\u{FFFE}', '\u{FFFF}'] {
        for written in [c.to_string(), format!("\\u{{{:x}}}", u32::from(c))] {
            let warning = format!("含有任何文档都存不下的字符 U+{:04X}，已略去", u32::from(c));
            let marked = policy(&format!(
                "        (id: \"310000-2023-1\", region: \"310000\", title: ‸(zh: \"算{written}力\"), stage: Final),"
            ));
            let kept = check_in(Lang::Zh, &marked, &[&format!("警告: {warning} [310000-2023-1]")]).unwrap();
            let policy = kept.policy_by_id("310000-2023-1").unwrap();
            assert_eq!(kept[policy].title.get(Lang::Zh), "算力");
            let head = file("", "").replacen("scope: (zh: \"试\")", &format!("scope: ‸(zh: \"试{written}\")"), 1);
            let kept = check_in(Lang::Zh, &head, &[&format!("警告: {warning}")]).unwrap();
            assert_eq!(kept.scope.get(Lang::Zh), "试");
        }
    }
    check(
        &policy("        (id: \"310000-2023-1\", region: \"310000\", title: ‸(zh: \"\u{FFFE}\"), stage: Final),"),
        &["错误: 文字是空的 [310000-2023-1]"],
    );
    check(
        &policy("        (id: ‸\"310000-2023-\u{FFFE}1\", region: \"310000\", title: (zh: \"题\"), stage: Final),"),
        &["错误: 含有控制字符或改变文字方向的字符 U+FFFE [310000-2023-\u{FFFE}1]"],
    );
}

/// The catalogue of these tests with this field in its first source, and with these licences.
fn addressed(source: &str, licences: &str) -> String {
    let text = file("", "").replacen("title: \"报告\",", &format!("title: \"报告\", {source},"), 1);
    text.replacen("scope:", &format!("licences: {licences}, scope:"), 1)
}

#[test]
fn only_addresses_of_the_web_are_links() {
    for address in ["https://www.gov.cn/x", "HTTP://www.gov.cn"] {
        let text = addressed(&format!("address: \"{address}\""), &format!("[(id: \"MIT\", address: \"{address}\")]"));
        let kept = check_in(Lang::Zh, &text, &[]).unwrap();
        assert_eq!((kept.sources[0].link(), kept.licences[0].link()), (Some(address), Some(address)));
    }
    for address in ["file:///home/me/x.desktop", "ssh://host", "javascript:alert(1)", "/etc/passwd", "馆藏 A-1"] {
        let text = addressed(&format!("address: ‸\"{address}\""), &format!("‸[(id: \"MIT\", address: \"{address}\")]"));
        let warning = format!("警告: “{address}”不是 http 或 https 网址，只作文字，不能打开");
        let kept = check_in(Lang::Zh, &text, &[&warning, &format!("{warning} [ccid]")]).unwrap();
        assert_eq!((kept.sources[0].link(), kept.licences[0].link()), (None, None));
        assert_eq!(kept.sources[0].address.as_deref(), Some(address), "it stays text");
    }
    let text = addressed("address: ‸\"www.gov.cn/x\"", "‸[(id: \"MIT\", address: \"www.gov.cn/x\")]");
    let warning = "警告: 网址“www.gov.cn/x”没有写 https://，按 https://www.gov.cn/x 读";
    let kept = check_in(Lang::Zh, &text, &[warning, &format!("{warning} [ccid]")]).unwrap();
    assert_eq!(
        (kept.sources[0].link(), kept.licences[0].link()),
        (Some("https://www.gov.cn/x"), Some("https://www.gov.cn/x"))
    );
}

#[test]
fn ids_that_other_programs_or_a_query_take_for_others_are_named() {
    let text = file("", "").replacen("(id: \"data\"", "(id: ‸\"Compute\"", 1);
    check(
        &text,
        &[
            "错误: 方向编号 Compute 与 compute 只差大小写，导出的列在数据库和表格程序里会混为一列：请换一个编号 [Compute]",
        ],
    );
    for id in ["report", "Press", "报告", "any", "ANY", "全部"] {
        let text = file("", "").replacen(
            "        (id: \"part\"",
            &format!("        (id: ‸\"{id}\", grade: Press, title: \"题\", covers: Stated),\n        (id: \"part\""),
            1,
        );
        check(
            &text,
            &[&format!(
                "警告: 来源编号 {id} 在查询里是另一个意思（source:{id}），这个来源无法单独查询：请换一个编号 [{id}]"
            )],
        );
    }
}

#[test]
fn a_date_before_1949_or_long_after_every_source_is_probably_a_slip() {
    let dated = |kind: &str, on: &str| {
        let record = format!(
            "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"题\"), stage: Final, events: [(kind: {kind}, on: {on}, source: \"ccid\")]),"
        );
        policy(&record).replacen("title: \"报告\",", "title: \"报告\", published: \"2023-10-30\",", 1)
    };
    let early = "警告: 日期 1023-05 早于 1949 年：请核对年份 [310000-2023-1]";
    let late = "警告: 日期 2203-05 远晚于全部来源（最晚的一个是 2023-10-30）：请核对年份 [310000-2023-1]";
    check(&dated("Published", "‸\"1023-05\""), &[early]);
    check(&dated("Published", "‸\"2203-05\""), &[late]);
    check(&dated("Published", "‸\"2025\""), &[&late.replace("2203-05", "2025")]);
    for on in ["\"1949\"", "\"2023-10-30\"", "\"2023\"", "\"2024-12\""] {
        check(&dated("Published", on), &[]);
    }
    for kind in ["InForce", "Ends", "ConsultationEnds"] {
        check(&dated(kind, "\"2203-05\""), &[]);
    }
    check(&dated("Published", "\"2203-05\"").replace(" published: \"2023-10-30\",", ""), &[]);
}
