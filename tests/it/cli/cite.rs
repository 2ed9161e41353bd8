//! Citations on the command line.

use super::*;

#[test]
fn a_policy_a_statement_a_source_a_place_a_figure_the_view_and_the_catalogue_are_cited() {
    check(
        &[
            "cite",
            "110000-2023-1",
            "R05",
            "gmw",
            "上海",
            "by-region",
            "view",
            "catalogue",
            "--query",
            "focus:data source:any",
        ],
        0,
        expect![[r#"
            北京市人民政府. 北京市加快建设具有全球影响力的人工智能创新策源地实施方案（2023-2025年）: 京政发〔2023〕14号[Z]. 2023-05.
            钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023: 三（二）第3段.
            光明网（深圳发布）关于深圳人工智能行动方案的页面[EB/OL]. 光明网（深圳发布）(2023-05-31). https://difang.gmw.cn/sz/2023-05/31/content_36600218.htm.
            钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023: 三（二）第2段；三（二）第3段；二（二）第2段.
            每日经济新闻关于上海民间投资政策措施的报道[N/OL]. 每日经济新闻, 2023-05-31: 开头. https://m.nbd.com.cn/articles/2023-05-31/2849591.html.
            上海大模型措施的转载页（发文机关原页未见）[Z]. 2 份转载: 开头.
            政策图谱编者. 2023年部分地区涉及大模型的人工智能政策: ccid-2023-3[DS]. 2026.2 版. 政策图谱, 2026: 图“各地政策数”，5 / 12 项；筛选：方向：数据；来源：任一；来源：赛迪研究院 2023-10-30、官方（4 个）、媒体（10 个）、转载（8 个）.
            政策图谱编者. 2023年部分地区涉及大模型的人工智能政策: ccid-2023-3[DS]. 2026.2 版. 政策图谱, 2026: 方向：数据 来源：任一，5 项政策，目录共 12 项；来源：赛迪研究院 2023-10-30、官方（4 个）、媒体（10 个）、转载（8 个）.
            政策图谱编者. 2023年部分地区涉及大模型的人工智能政策: ccid-2023-3[DS]. 2026.2 版. 政策图谱, 2026.
        "#]],
        expect![[""]],
    );
}

#[test]
fn the_edition_of_2025_is_asked_for_by_name() {
    check(
        &["cite", "ccid", "110000-2023-2", "--format", "gbt7714-2025", "--query", "source:any"],
        0,
        expect![[r#"
            钟新龙，渠延增，王聪聪，等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京：赛迪研究院，2023.
            北京市人民政府办公厅. 北京市促进通用人工智能创新发展的若干措施：京政办发〔2023〕15号[Z]. 2023-05.
        "#]],
        expect![[""]],
    );
}

#[test]
fn a_statement_is_an_entry_for_latex_and_for_reference_managers() {
    check(
        &["cite", "R05", "--format", "bibtex"],
        0,
        expect![[r#"
            @techreport{ccid-2023-3.statement.R05,
              author = {钟新龙 and 渠延增 and 王聪聪 and 窦婉茹 and 高旖蔚},
              title = {{人工智能大模型国内外最新进展、趋势研判及有关建议}},
              series = {未来产业研究 2023年第3期（总第7期）},
              institution = {赛迪研究院},
              address = {北京},
              year = {2023},
              date = {2023-10-30},
              note = {见 三（二）第3段；杭州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系（“杭州、上海等地加快建设算力基础设施”）〔只说到杭州市、上海市，未点名政策；“等”式列举〕；陈述 R05；目录 ccid-2023-3，2026.2 版},
              mark = {R},
              langid = {chinese},
            }
        "#]],
        expect![[""]],
    );
    let ran = run(&["cite", "gmw", "--format", "ris"]);
    assert!(ran.out.ends_with("ER  - \r\n"), "{}", ran.out);
    expect![[r#"
        TY  - ELEC
        ID  - ccid-2023-3.source.gmw
        TI  - 光明网（深圳发布）关于深圳人工智能行动方案的页面
        PB  - 光明网（深圳发布）
        PY  - 2023
        DA  - 2023/05/31/
        LA  - zh
        UR  - https://difang.gmw.cn/sz/2023-05/31/content_36600218.htm
        ER  - 
    "#]]
    .assert_eq(&ran.out.replace('\r', ""));
    check(
        &["cite", "110000-2023-1", "--format", "csl-json", "--lang", "en"],
        0,
        expect![[r#"
            [
              {
                "id": "ccid-2023-3.policy.110000-2023-1",
                "type": "document",
                "author": [
                  {
                    "literal": "北京市人民政府"
                  }
                ],
                "title": "北京市加快建设具有全球影响力的人工智能创新策源地实施方案（2023-2025年）",
                "number": "京政发〔2023〕14号",
                "note": "Our translation: Beijing Implementation Plan for Accelerating the Building of a Globally Influential Source of AI Innovation (2023–2025). number, issuers from a source outside the lens: 北京创新策源地方案的转载页（发文机关原页未见）[Z]. 2 copies. month of publication from 钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023: 表1. policy 110000-2023-1; catalogue ccid-2023-3, release 2026.2",
                "issued": {
                  "date-parts": [
                    [
                      2023,
                      5
                    ]
                  ]
                },
                "language": "zh-CN"
              }
            ]
        "#]],
        expect![[""]],
    );
}

#[test]
fn as_text_it_is_the_line_that_the_window_copies() {
    check(
        &["cite", "131000-2023-1", "廊坊", "catalogue", "--format", "text"],
        0,
        expect![[r#"
            《廊坊市促进人工智能产业发展十三条措施》；廊坊市人民政府办公室；2023-02。发文机关据所选来源之外的 廊坊产业十三条的转载页（发文机关原页未见）[Z]. 1 份转载. 公布月份据 钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023: 表1. 政策 131000-2023-1；目录 ccid-2023-3，2026.2 版
            四地用首试首用、首版次一类办法扶持算法的研发（“实施首试首用、支持首版次等措施支持算法研发”）〔只说到成都市、杭州市、廊坊市、宁夏回族自治区，未点名政策〕。钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. 未来产业研究 2023年第3期（总第7期）. 北京: 赛迪研究院, 2023: 三（二）第3段. 陈述 R07；目录 ccid-2023-3，2026.2 版
            政策图谱编者. 2023年部分地区涉及大模型的人工智能政策: ccid-2023-3[DS]. 2026.2 版. 政策图谱, 2026. 赛迪研究院报告表1所列12项政策（10个地区，2023年2月至8月），以及报告正文对各地的陈述；另附一层公开资料，默认不计入。报告不标阶段：九项记为“正式文本”，是由题名中没有“征求意见稿”推断的。
        "#]],
        expect![[""]],
    );
}

#[test]
fn what_cannot_be_cited_is_named_with_what_to_do() {
    check(
        &["cite", "catalog"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：目录里没有“catalog”：它不是政策、陈述或来源的编号，不是地区或图，也不是 view 或 catalogue，是否指 catalogue？
    "#]],
    );
    check(
        &["cite", "R99"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：目录里没有“R99”：它不是政策、陈述或来源的编号，不是地区或图，也不是 view 或 catalogue
    "#]],
    );
    check(
        &["cite", "拉萨"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：本目录没有拉萨市的政策，也没有关于它的陈述
    "#]],
    );
    check(
        &["cite", "武汉", "--query", "source:hket"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：视野内没有来源说到武汉市（来源：hket 2023-06-08）：可放宽视野，如 --query source:any
    "#]],
    );
    check(
        &["cite"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：缺少 <THING>...
        用法见：policy-atlas cite --help
    "#]],
    );
}

#[test]
fn what_is_cited_twice_stands_once_in_a_list() {
    assert_eq!(run(&["cite", "ccid", "ccid"]).out.lines().count(), 1);
    assert_eq!(run(&["cite", "view", "--query", "region:合肥"]).done, Done::Exit(0));
}
