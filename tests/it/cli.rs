//! The command line, run in-process: what is printed where, and the exit status.

mod answers;
mod checked;
mod cite;
mod coding;
mod files;
mod releases;
mod text;
mod written;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use expect_test::{Expect, expect};
use policy_atlas::catalogue::{EMBEDDED, Origin};
use policy_atlas::cli::{self, Done, Env, Theme};
use policy_atlas::words::Lang;

/// The outcome of a call and its output.
pub struct Ran {
    pub done: Done,
    pub out: String,
    pub err: String,
}

fn run_in(lang: Lang, args: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = std::iter::once("policy-atlas").chain(args.iter().copied()).map(OsString::from);
    let done = cli::run(words, &Env { lang, ..Env::default() }, &mut out, &mut err);
    Ran { done, out: String::from_utf8_lossy(&out).into_owned(), err: String::from_utf8(err).unwrap() }
}

/// Runs a call in Chinese.
pub fn run(args: &[&str]) -> Ran {
    run_in(Lang::Zh, args)
}

#[allow(clippy::needless_pass_by_value, reason = "an expectation is written where it is checked")]
#[track_caller]
fn check(args: &[&str], status: u8, out: Expect, err: Expect) {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(status), "{args:?}: {}", ran.err);
    out.assert_eq(&ran.out);
    err.assert_eq(&ran.err);
}

#[track_caller]
fn check_lines(args: &[&str], expected: &[&str]) {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}", ran.err);
    assert_eq!(ran.out.lines().collect::<Vec<_>>(), expected, "{args:?}");
}

fn json(args: &[&str]) -> serde_json::Value {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn the_months_of_table_1_are_counted_with_the_empty_one_among_them() {
    check(
        &["stats", "--by", "month", "--format", "csv"],
        0,
        expect![[r#"
            value,label,count,covered,not_assessed,regions,floor
            2023-02,2023-02,2,2,0,2,false
            2023-03,2023-03,2,2,0,2,false
            2023-04,2023-04,0,0,0,0,false
            2023-05,2023-05,4,4,0,3,false
            2023-06,2023-06,2,2,0,2,false
            2023-07,2023-07,1,1,0,1,false
            2023-08,2023-08,1,1,0,1,false
        "#]],
        expect![[""]],
    );
}

#[test]
fn ids_are_what_scripts_ask_for() {
    check_lines(&["list", "focus:compute", "--format", "ids"], &["310000-2023-1", "330100-2023-1", "310000-2023-2"]);
    check_lines(&["list", "focus:application", "--unit", "region", "--format", "ids"], &["110000", "320500"]);
    check_lines(&["list", "地区：江苏", "--format", "ids"], &["320100-2023-1", "320200-2023-1"]);
    check_lines(&["list", "地区：江苏", "--sort", "-id", "--format", "ids"], &["320200-2023-1", "320100-2023-1"]);
    let rows = json(&["list", "focus:compute", "--format", "json"]);
    for row in rows.as_array().unwrap() {
        assert_eq!(row["basis_compute"], "region", "no source ties compute to a title");
    }
}

#[test]
fn the_terminal_table_tells_marks_lens_denominator_and_reason() {
    check(
        &["list", "算力"],
        0,
        expect![[r#"
        编号           地区    月份     阶段        简称          算力  算法  数据  应用  企业  命中
        310000-2023-1  上海市  2023-05  正式文本    民间投资措施  ○ 等                          陈述 R05：…州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系。
        330100-2023-1  杭州市  2023-06  征求意见稿  产业实施意见  ○ 等  ●     ○           ●     陈述 R05：…州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系。
        310000-2023-2  上海市  2023-07  正式文本    大模型措施    ○ 等                          陈述 R05：…州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系。

        ● 点名政策　○ 只说到该地　等 开放列举　× 确无　? 未考察　空白 来源未提及
        来源：赛迪研究院 2023-10-30
        3 项政策，目录共 12 项
    "#]],
        expect![[""]],
    );
    check(
        &["list", "suzhou", "--unit", "region"],
        0,
        expect![[r#"
        代码    地区    政策数  算力  算法  数据  应用           企业  命中
        110000  北京市  2             ●     ○     ● 点名 1/2 项  ○     陈述 R13（英文）：…ies of Beijing, Suzhou and others support putting large …
        320200  无锡市  1             ○                                陈述 R09（英文）：Suzhou and Wuxi propose to e…
        320500  苏州市  0             ○           ○ 等                 英文地名：Suzhou

        ● 点名政策　○ 只说到该地　等 开放列举　× 确无　? 未考察　空白 来源未提及
        来源：赛迪研究院 2023-10-30
        3 个地区，共 11 个
    "#]],
        expect![[""]],
    );
}

#[test]
fn by_focus_counts_places_and_says_of_how_many() {
    check(
        &["stats", "--by", "focus"],
        0,
        expect![[r#"
        方向  数目  ● 点名政策  ○ 只说到该地  已考察  未考察  地区数
        算力  ≥ 2   0           2             11      0       2
        算法  ≥ 9   2           7             11      0       9
        数据  ≥ 3   1           2             11      0       3
        应用  ≥ 2   1           1             11      0       2
        企业  ≥ 3   1           2             11      0       3

        算力：已考察 11 个中 ≥ 2 个；2 ＝ 点名政策 0 ＋ 只说到该地 2（2 个地区）
        算法：已考察 11 个中 ≥ 9 个；9 ＝ 点名政策 2 ＋ 只说到该地 7（9 个地区）
        数据：已考察 11 个中 ≥ 3 个；3 ＝ 点名政策 1 ＋ 只说到该地 2（3 个地区）；来源称 6 地，列出 3 地
        应用：已考察 11 个中 ≥ 2 个；2 ＝ 点名政策 1 ＋ 只说到该地 1（2 个地区）
        企业：已考察 11 个中 ≥ 3 个；3 ＝ 点名政策 1 ＋ 只说到该地 2（3 个地区）
        ≥ 为至少：来源以“等”列举，另有未列出的

        来源：赛迪研究院 2023-10-30
        11 个地区，共 11 个
    "#]],
        expect![[""]],
    );
}

#[test]
fn a_floor_is_told_in_every_format() {
    check(
        &["stats", "--by", "focus", "--format", "csv"],
        0,
        expect![[r#"
        value,label,count,covered,not_assessed,regions,floor
        compute,算力,2,11,0,2,true
        algorithm,算法,9,11,0,9,true
        data,数据,3,11,0,3,true
        application,应用,2,11,0,2,true
        enterprise,企业,3,11,0,3,true
    "#]],
        expect![[""]],
    );
    check(
        &["--lang", "en", "stats", "region:江苏", "--unit", "region", "--by", "keyword"],
        0,
        expect![[r#"
            Keyword     Count  Covered  Not assessed  Places
            元宇宙      2      2        0             2
            基础软硬件  ≥ 1    1        0             1
            梯度培育    ≥ 1    1        0             1

            ≥ means at least: the source's list is open, others are meant and not named

            sources: CCID 2023-10-30
            3 of 11 places
        "#]],
        expect![[""]],
    );
    let out = run(&["stats", "basis:policy", "--by", "focus", "--format", "json"]).out;
    let counts: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(counts.as_array().unwrap().iter().all(|count| count["floor"] == false), "{out}");
}

#[test]
fn a_bad_query_is_shown_with_a_caret_under_its_column() {
    check(
        &["list", "focus:comptue"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：第 7 列：未知方向“comptue”，是否指 compute？
          focus:comptue
                ^
    "#]],
    );
    check(
        &["list", "地区：北京 focus:comptue"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：第 13 列：未知方向“comptue”，是否指 compute？
          地区：北京 focus:comptue
                           ^
    "#]],
    );
    check(
        &["stats", "颜色:红", "--by", "month"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：第 1 列：未知条件“颜色:”（要查这段文字本身，请加引号）
          颜色:红
          ^
    "#]],
    );
}

#[test]
fn words_that_are_off_are_named() {
    check(
        &["list", "算力", "数据"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：查询只能是一个参数，多出了“数据”：请把整句查询放在引号里，如 '算力 数据'
        用法见：policy-atlas list --help
    "#]],
    );
    check(
        &["list", "--colums", "id"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：没有选项“--colums”，是否指 --columns？
        用法见：policy-atlas list --help
    "#]],
    );
    check(
        &["lst"],
        2,
        expect![[""]],
        expect![[r#"
        policy-atlas：没有子命令，也没有文件“lst”，是否指 list？
        用法见：policy-atlas --help
    "#]],
    );
    for args in [
        &["list", "算力", "-数据"][..],
        &["list", "--unit", "city"],
        &["list", "--unit"],
        &["list", "--columns", "titel"],
        &["list", "--sort", "monht"],
        &["list", "--format", "xlsx"],
        &["list", "--lang", "fr"],
        &["show"],
        &["show", "北京", "上海"],
        &["show", "Taizhou"],
        &["compare", "北京"],
        &["compare", "北京", "北京市"],
        &["compare", "北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "江苏"],
        &["stats"],
        &["stats", "--by", "colour"],
        &["export"],
        &["export", "-o", "x.docx"],
        &["export", "-o", "-", "--format", "xlsx"],
        &["export", "-o", "-", "--format", "parquet"],
        &["export", "-o", "-", "--format", "sqlite"],
        &["export", "算力", "--whole", "-o", "x.csv"],
        &["--query", "算力", "list"],
        &["--view", "x.ron", "list"],
        &["--view", "x.ron", "--query", "算力"],
        &["show", "北京", "--view", "x.ron"],
        &["list", "--view"],
        &["--theme", "pink"],
    ] {
        let ran = run(args);
        assert_eq!(ran.done, Done::Exit(2), "{args:?}: {} {}", ran.out, ran.err);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{args:?}");
        assert!(!ran.err.contains("error:"), "{args:?}: clap's own words: {}", ran.err);
    }
}

#[test]
fn a_query_may_begin_with_a_hyphen() {
    let all = run(&["list", "--format", "ids"]).out;
    let rest = run(&["list", "-focus:compute", "--format", "ids"]).out;
    assert_eq!(all.lines().count() - rest.lines().count(), 3);
    assert_eq!(run(&["list", "-openai", "--format", "ids"]).out, all);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    let ran = run(&["export", "-openai", "-o", file.to_str().unwrap()]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    assert_eq!(fs::read_to_string(file).unwrap().lines().count(), 13);
}

#[test]
fn an_empty_result_is_done_and_gets_a_hint() {
    check(
        &["list", "没有这个词", "--format", "ids"],
        0,
        expect![[""]],
        expect![[r#"
        policy-atlas：没有符合条件的政策：可去掉一个条件，或放宽视野（如 source:any）
    "#]],
    );
    assert_eq!(run(&["list", "没有这个词", "--format", "json"]).out, "[\n]\n");
}

#[test]
fn a_place_without_policies_is_told_from_conditions_that_find_nothing() {
    let nothing = "policy-atlas：本目录没有合肥市的政策，也没有关于它的陈述；其他目录用 --catalogue 打开\n";
    let spoken = "policy-atlas：本目录没有苏州市的政策；只有关于它的陈述：用 --unit region，或 show 320500；\
                  江苏省的政策有 2 项：region:320000；其他目录用 --catalogue 打开\n";
    for (line, said) in [
        ("合肥", nothing),
        ("region:合肥", nothing),
        ("region:合肥 focus:data month:2023", nothing),
        (
            "合肥 region:安徽",
            "policy-atlas：本目录没有安徽省、合肥市的政策，也没有关于它的陈述；其他目录用 --catalogue 打开\n",
        ),
        ("region:苏州", spoken),
        ("region:北京 month:2020", "policy-atlas：没有符合条件的政策：可去掉一个条件，或放宽视野（如 source:any）\n"),
    ] {
        let ran = run(&["list", line, "--format", "ids"]);
        assert_eq!((ran.done, ran.out.as_str(), ran.err.as_str()), (Done::Exit(0), "", said), "{line}");
    }
    let ran = run(&["--lang", "en", "list", "Hefei"]);
    assert!(ran.err.starts_with("policy-atlas: this catalogue has no policy of Hefei"), "{}", ran.err);
    let ran = run(&["plot", "timeline", "region:合肥", "-o", "-"]);
    assert_eq!(ran.err, nothing);
}

#[test]
fn a_name_that_is_counted_elsewhere_says_where() {
    let pudong = "“浦东新区”不单独计：浦东新区计入上海市（310000）。请写代码";
    for (args, status, said) in [
        (&["list", "region:浦东新区"][..], 2, pudong),
        (&["show", "浦东新区"], 1, pudong),
        (&["compare", "北京", "浦东新区"], 1, pudong),
        (&["show", "莱芜"], 1, "“莱芜”不单独计：莱芜市 2019 年起归济南市（370100）。请写代码"),
        (&["list", "region:371202"], 2, "“371202”不单独计：371202 2019 年起归济南市（370100）。请写代码"),
        (&["list", "region:440300000000"], 2, "未知地区“440300000000”，是否指 440300？"),
    ] {
        let ran = run(args);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(status), ""), "{args:?}");
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
}

#[test]
fn what_is_not_there_is_1() {
    check(
        &["show", "合肥"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：本目录没有合肥市的政策，也没有关于它的陈述
    "#]],
    );
    check(
        &["show", "110000-2023-9"],
        1,
        expect![[""]],
        expect![[r#"
        policy-atlas：目录里没有“110000-2023-9”：它既不是政策编号，也不是地区，是否指 110000-2023-1？
    "#]],
    );
    for args in [
        &["show", "亚特兰蒂斯"][..],
        &["compare", "合肥", "铜陵"],
        &["list", "--catalogue", "/no/such/file.ron"],
        &["list", "--catalogue", "/"],
        &["check", "/no/such/file.ron"],
    ] {
        assert_eq!(run(args).done, Done::Exit(1), "{args:?}");
    }
}

#[test]
fn mine_lacks_what_the_peer_states() {
    let found = json(&["compare", "北京市", "--mine", "上海市", "--format", "json"]);
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["lens", "columns", "rows", "gap"]);
    let gap = found["gap"].as_array().unwrap();
    let focuses: Vec<&str> = gap.iter().map(|gap| gap["focus"].as_str().unwrap()).collect();
    assert_eq!(focuses, ["algorithm", "data", "application", "enterprise"]);
    for one in gap {
        assert_eq!(one["peers"], serde_json::json!(["110000"]));
        let first = one["statements"][0].as_object().unwrap();
        let keys: Vec<&String> = first.keys().collect();
        assert_eq!(keys, ["id", "summary", "source", "at", "basis", "strength"]);
        assert_eq!(one["mine"], "not_stated", "silence, and not absence");
    }
    let both = json(&["compare", "北京市", "上海市", "--mine", "上海市", "--format", "json"]);
    let statements: Vec<String> = both["gap"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let told = one["statements"].as_array().unwrap().iter();
            let told = told.map(|s| {
                assert!(!s["summary"].as_str().unwrap().is_empty());
                format!("{} {} {}", s["id"], s["basis"], s["strength"]).replace('"', "")
            });
            format!("{}: {}", one["focus"].as_str().unwrap(), told.collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert_eq!(
        statements,
        [
            "algorithm: R08 region mentioned, R22 policy mentioned, R23 policy mentioned, R24 policy mentioned",
            "data: R10 region mentioned, R11 region mentioned",
            "application: R13 region mentioned, R24 policy mentioned",
            "enterprise: R16 region mentioned",
        ]
    );
    check(
        &["compare", "110000-2023-2", "440300-2023-1", "--mine", "440300-2023-1"],
        0,
        expect![[r#"
            项目  通用人工智能措施  高水平应用行动方案
            算法  ● 提及            ○ 等 提及
            数据  ○ 提及            来源未提及
            应用  ● 提及            来源未提及
            企业  ○ 提及            来源未提及
            地区  北京市            深圳市
            期限  —                 2023/2024

            各列相同
              算力：来源未提及
              月份：2023-05
              阶段：正式文本
              文号：—
              发文机关：—

            关键词
              通用人工智能措施：具身智能; 类脑智能; 智能体; 通用人工智能; 数据交易; 公共数据; 数据训练基地; 数据基础制度先行示范区; 一企一策; 服务包; 全技术栈国产化
              高水平应用行动方案：全球化; 河套; 前海; 基础软硬件

            视野
            来源：赛迪研究院 2023-10-30
            ● 点名政策　○ 只说到该地　等 开放列举　× 确无　? 未考察　空白 来源未提及

            来源对同行已述、对高水平应用行动方案未述的方向
              数据（来源未提及）：通用人工智能措施
                  [R10] ○ 等 提及 · 北京、成都等多达6地提出汇聚高质量共享数据集，扶持数据交易，探索公共数据开放。（赛迪研究院 2023-10-30 · 报告 · 三（二）第3段）
                  [R11] ○ 提及 · 北京打算建数据训练基地和数据基础制度先行示范区。（赛迪研究院 2023-10-30 · 报告 · 三（二）第3段）
              应用（来源未提及）：通用人工智能措施
                  [R13] ○ 等 提及 · 北京、苏州等地以政策扶持大模型在重点行业里用起来。（赛迪研究院 2023-10-30 · 报告 · 三（二）第3段）
                  [R24] ● 提及 · 北京推进通用人工智能系统的研究和应用。（赛迪研究院 2023-10-30 · 报告 · 三（二）第4段）
              企业（来源未提及）：通用人工智能措施
                  [R16] ○ 提及 · 北京提出对列入服务包的企业“一企一策”，多方面服务人工智能企业。（赛迪研究院 2023-10-30 · 报告 · 三（二）第3段）
        "#]],
        expect![[""]],
    );
}

#[test]
fn a_policy_is_shown_with_every_source() {
    check(
        &["show", "110000-2023-2"],
        0,
        expect![[r#"
            北京市促进通用人工智能创新发展的若干措施
            Several Measures of Beijing for Promoting the Innovation and Development of Artificial General Intelligence（本目录所译）
            编号：110000-2023-2
            地区：北京市（110000）
            层级：省级
            阶段：正式文本
            月份：2023-05（赛迪研究院 2023-10-30 · 报告 · 表1）
            简称：通用人工智能措施（本目录所拟）
            文号：京政办发〔2023〕15号（北京通用人工智能措施转载页 · 转载）（不在视野内）
            发文机关：北京市人民政府办公厅（北京通用人工智能措施转载页 · 转载）（不在视野内）

            日期
              2023-05 公布（赛迪研究院 2023-10-30 · 报告 · 表1）
              2023-05-12 开始征求意见 [征求意见稿]（华尔街见闻 2023-05 · 媒体）（不在视野内）
              2023-05-19 征求意见截止 [征求意见稿]（华尔街见闻 2023-05 · 媒体）（不在视野内）
              2023-05-23 签署（北京通用人工智能措施转载页 · 转载）（不在视野内）
              2023-05-30 公布（北京通用人工智能措施转载页 · 转载）（不在视野内）

            各方向
              算力：来源未提及
              算法：● 提及（编者归类）
              数据：○ 提及
              应用：● 提及（编者归类）
              企业：○ 提及

            点名本政策的陈述
              [R23] 算法 · 提及：北京发展通用人工智能基础理论，探索具身智能、类脑智能、智能体等新路径。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第4段
                  原文：探索具身智能、类脑智能以及通用智能体等新路径
                  关键词：具身智能、类脑智能、智能体
              [R24] 算法、应用 · 提及：北京推进通用人工智能系统的研究和应用。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第4段
                  原文：推动通用人工智能系统研究及应用
                  留意：“应用”只此一词，北京的应用一格因它记为●。

            只说到该地的陈述
              [R02] 重视 · 等：列名的六市等一线城市（报告用语）都把大模型产业当作要事。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第2段
                  原文：武汉等一线城市均重视大模型产业发展
                  留意：没有指明方向。
                  关键词：一线城市
              [R08] 算法 · 提及：北京在算法上突出通用人工智能。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
                  原文：北京则强调通用人工智能算法发展
                  留意：北京在表1中有两项政策，此句未归于其中任何一项。
                  关键词：通用人工智能
              [R10] 数据 · 提及 · 提出 · 等：北京、成都等多达6地提出汇聚高质量共享数据集，扶持数据交易，探索公共数据开放。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
                  原文：北京、成都等多达 6 地提出归集高质量数据
                  留意：说是“多达6地”，此处列名2地，下一句（“其中”）再得杭州，可辨认的只有3地。
                  关键词：数据交易、公共数据
              [R11] 数据 · 提及 · 拟：北京打算建数据训练基地和数据基础制度先行示范区。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
                  原文：北京谋划建设数据训练基地
                  关键词：数据训练基地、数据基础制度先行示范区
              [R13] 应用 · 提及 · 等：北京、苏州等地以政策扶持大模型在重点行业里用起来。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
                  原文：北京、苏州等地政策均支持在重点产业领域
                  留意：原文是“等地政策”，没有点出是哪项政策；苏州在表1中没有政策。
              [R16] 企业 · 提及 · 提出：北京提出对列入服务包的企业“一企一策”，多方面服务人工智能企业。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
                  原文：对纳入服务包的企业开展“一企一策”服务
                  关键词：一企一策、服务包
              [E4] 侧重：北京的侧重在全技术栈国产化。
                  来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第4段
                  原文：北京聚焦全技术栈国产化
                  关键词：全技术栈国产化
              [N01] 数字 · 截至 2023-07：北京发布的大模型有55个，居全国之首。
                  来源：赛迪研究院 2023-10-30 · 报告 · 二（二）第2段
                  原文：大模型发布数量为55个

            视野
              来源：赛迪研究院 2023-10-30
        "#]],
        expect![[""]],
    );
    let found = json(&["show", "110000-2023-2", "--format", "json"]);
    assert_eq!(found["number"]["in_lens"], false);
    let ids = |key: &str| -> Vec<String> {
        found[key].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("statements_of_policy"), ["R23", "R24"]);
    assert!(ids("statements_of_place").contains(&"R16".to_owned()));
}

#[test]
fn a_place_without_policies_shows_what_is_said_of_it() {
    check(
        &["show", "苏州", "--format", "md"],
        0,
        expect![[r#"
        # 苏州市

        - 代码：320500
        - 层级：地级

        ## 政策

        - 本目录没有苏州市的政策

        ## 各方向

        - 算力：来源未提及
        - 算法：○ 提及
        - 数据：来源未提及
        - 应用：○ 等 提及
        - 企业：来源未提及

        ## 点名其政策的陈述

        - 视野内没有

        ## 只说到该地的陈述

        - [R09] 算法 · 提及 · 提出：苏州、无锡提出探索与元宇宙有关的算法。
          - 来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
          - 原文：苏州和无锡提出探索元宇宙相关算法
          - 关键词：元宇宙
        - [R13] 应用 · 提及 · 等：北京、苏州等地以政策扶持大模型在重点行业里用起来。
          - 来源：赛迪研究院 2023-10-30 · 报告 · 三（二）第3段
          - 原文：北京、苏州等地政策均支持在重点产业领域
          - 留意：原文是“等地政策”，没有点出是哪项政策；苏州在表1中没有政策。

        ## 视野

        - 来源：赛迪研究院 2023-10-30
    "#]],
        expect![[""]],
    );
}

#[test]
fn the_locale_speaks_to_people_and_the_option_to_all() {
    let table = run_in(Lang::En, &["list", "id:110000-2023-1"]).out;
    assert!(table.contains("Beijing") && table.contains("names the policy"), "{table}");
    let csv = run_in(Lang::En, &["list", "id:110000-2023-1", "--format", "csv", "--columns", "region_name"]).out;
    assert_eq!(csv, "region_name\n北京市\n");
    let said = ["list", "id:110000-2023-1", "--format", "csv", "--columns", "region_name", "--lang", "en"];
    assert_eq!(run(&said).out, "region_name\nBeijing\n");
    assert!(run_in(Lang::En, &["list", "--unit", "x"]).err.contains("has no value"));
    assert!(run(&["--help"]).out.contains("用法") && !run(&["list", "--help"]).out.contains("Options"));
    assert!(run(&["--lang", "en", "show", "-h"]).out.contains("Usage: policy-atlas show"));
    for args in [&["--version"][..], &["-V"], &["stats", "--version"]] {
        assert_eq!(run(args).out, concat!("policy-atlas ", env!("CARGO_PKG_VERSION"), "\n"), "{args:?}");
    }
}

#[test]
fn without_a_subcommand_the_window_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.ron");
    fs::write(&file, EMBEDDED).unwrap();
    let wanted = run(&[file.to_str().unwrap(), "--query", "-focus:data", "--theme", "dark"]);
    let Done::Window(args) = wanted.done else { panic!("{}", wanted.err) };
    assert_eq!(args.catalogue, Origin::File(file));
    assert_eq!((args.query.as_deref(), args.theme, args.lang), (Some("-focus:data"), Some(Theme::Dark), None));
    let Done::Window(args) = run(&[]).done else { panic!() };
    assert_eq!((args.catalogue, args.query, args.theme), (Origin::default(), None, None));
}

#[test]
fn the_window_is_wanted_for_a_file_that_is_not_there_and_has_words_for_it() {
    for args in [&["nosuch.ron"][..], &["--catalogue", "nosuch.ron"]] {
        let Done::Window(wanted) = run(args).done else { panic!("{args:?}") };
        assert_eq!(wanted.catalogue, Origin::File("nosuch.ron".into()));
        assert_eq!(wanted.missing.as_deref(), Some("policy-atlas：没有这个文件：nosuch.ron"));
    }
    let Done::Window(wanted) = run(&[]).done else { panic!() };
    assert_eq!(wanted.missing, None);
    assert_eq!(run(&["--catalogue", "nosuch.ron", "list"]).done, Done::Exit(1));
}
