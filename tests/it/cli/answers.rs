//! The answers of the comparison on the command line: likeness, combinations, claims and the memo.

use super::*;

#[test]
fn likeness_is_a_fraction_and_a_silent_row_has_none_with_any() {
    check(
        &["similar", "region:北京,上海,武汉", "--order", "likeness"],
        0,
        expect![[r#"
                   1    2    3
        1  北京市  4/4  0/5  —
        2  上海市  0/5  1/1  —
        3  武汉市  —    —    —

        行号即列号；格中为共同提及的 / 任一提及的，— 为不可比（有一方未提及）
        按来源是否提及；未提及不等于没有
        另 1 个各方向均未提及，无从比较
        来源：赛迪研究院 2023-10-30
    "#]],
        expect![[""]],
    );
    check(
        &["similar", "region:江苏", "--keywords", "--format", "csv"],
        0,
        expect![[r#"
        first,second,shared,union,both,only_first,only_second,neither,not_comparable
        320100,320200,1,5,focus:algorithm,focus:enterprise; keyword:基础软硬件; keyword:梯度培育,keyword:元宇宙,focus:compute; focus:data; focus:application,false
        320100,320500,1,6,focus:algorithm,focus:enterprise; keyword:基础软硬件; keyword:梯度培育,focus:application; keyword:元宇宙,focus:compute; focus:data,false
        320200,320500,2,3,focus:algorithm; keyword:元宇宙,,focus:application,focus:compute; focus:data; focus:enterprise; keyword:基础软硬件; keyword:梯度培育,false
    "#]],
        expect![[""]],
    );
    let found = json(&["similar", "--unit", "policy", "--format", "json"]);
    assert_eq!(found["rows"].as_array().unwrap().len(), 12);
    assert_eq!(found["pairs"].as_array().unwrap().len(), 66);
    assert_eq!(found["elements"][0], "focus:compute");
    for pair in found["pairs"].as_array().unwrap() {
        let has_wuhan = [&pair["first"], &pair["second"]].iter().any(|id| **id == "420100-2023-1");
        assert_eq!(pair["not_comparable"], has_wuhan, "only 武汉 is silent: {pair}");
        assert_eq!(pair["index"].is_null(), has_wuhan);
    }
    let csv = run(&["similar", "--format", "csv"]).out;
    let of_wuhan: Vec<&str> = csv.lines().filter(|line| line.contains("420100")).collect();
    assert_eq!(of_wuhan.len(), 10, "with every other place");
    for line in csv.lines().skip(1) {
        let values: Vec<&str> = line.split(',').collect();
        assert_eq!(values[8], of_wuhan.contains(&line).to_string(), "{line}");
        assert_eq!(values[2].is_empty() && values[3].is_empty(), values[8] == "true", "no numbers to make an index of");
    }
    let found = json(&["similar", "source:yicai", "--format", "json"]);
    assert!(!found["not_assessed"].as_array().unwrap().is_empty());
    check_status(&["similar", "--order", "size"], 2);
}

#[track_caller]
fn check_status(args: &[&str], status: u8) {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(status), "{args:?}: {}", ran.err);
}

#[test]
fn combinations_name_the_query_that_finds_their_members() {
    check(
        &["combinations", "region:江苏"],
        0,
        expect![[r#"
        组合        数目  成员    查询
        算法        1     无锡市  region:320000 focus:only(algorithm)
        算法、应用  1     苏州市  region:320000 focus:only(algorithm,application)
        算法、企业  1     南京市  region:320000 focus:only(algorithm,enterprise)

        各方向：算力 0、算法 3、数据 0、应用 ≥ 1、企业 ≥ 1
        ≥ 为至少：来源以“等”列举，另有未列出的；组合的成员数不是“至少”：“等”里没有列出的地方，也可能属于别的组合
        无人具有的组合：28 种
        来源：赛迪研究院 2023-10-30
        3 地
    "#]],
        expect![[""]],
    );
    let found = json(&["combinations", "--format", "json"]);
    assert_eq!(found["total"], 11);
    for one in found["combinations"].as_array().unwrap() {
        let query = one["query"].as_str().unwrap();
        let ran = run(&["list", query, "--unit", "region", "--format", "ids"]);
        let members: Vec<&str> = one["members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        assert_eq!(ran.out.lines().collect::<Vec<_>>(), members, "{query}");
    }
    check_lines(
        &["combinations", "region:武汉,上海", "--format", "csv"],
        &[
            "kind,focuses,count,members,query",
            "focuses,compute,1,310000,\"region:310000,420100 focus:only(compute)\"",
            "not_stated,,1,420100,\"region:310000,420100 -focus:compute,algorithm,data,application,enterprise\"",
        ],
    );
}

#[test]
fn claims_are_told_with_their_numbers_and_where_they_stand() {
    let found = json(&["claims", "--format", "json"]);
    let verdicts: Vec<String> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| format!("{} {}", claim["id"].as_str().unwrap(), claim["verdict"].as_str().unwrap()))
        .collect();
    assert_eq!(
        verdicts,
        [
            "growth differs",
            "nineteen cannot_be_checked",
            "half-year differs",
            "six-places cannot_be_checked",
            "alike shown",
            "five-focuses differs",
            "growth-abroad agrees",
            "concentration shown",
            "general-language agrees",
            "industry-models agrees",
            "general-or-industry cannot_be_checked",
        ]
    );
    check(
        &["claims", "--lang", "en"],
        0,
        expect![[r#"
            Claims of the sources, and what the catalogue gives
              [growth] differs: AI policies rose from 5 in the first half of 2022 to 19 in the first half of 2023, a rise of nearly 400%
                  Formula: (19 − 5) / 5 = 280%; 19 / 5 = 380%
                  From the source's own numbers: a rise of 280%; the source states nearly 400%
                  Source: CCID 2023-10-30 · report · section 3 (2), para. 2
              [nineteen] cannot be checked: Key provinces and cities put out 19 AI policies in the first half of 2023
                  Why it cannot be checked: Table 1 lists policies on large models of some places, which is another population, and the report does not list the 19.
                  Source: CCID 2023-10-30 · report · section 3 (2), para. 2
              [half-year] differs: The policies in Table 1 are of the first half of 2023
                  Formula: 2023-01 to 2023-06: 10 of 12
                  The catalogue gives: 10 of 12 are inside; outside: Shanghai: Large-model measures (2023-07, 310000-2023-2); Ningxia: AI development measures (2023-08, 640000-2023-1)
                  Source: CCID 2023-10-30 · report · Table 1
              [six-places] cannot be checked: As many as 6 places have measures on data
                  Formula: 3 of 6
                  The catalogue gives: statements R10, R12 name 3: Beijing, Hangzhou, Chengdu; the source says 6, and the others are not listed, so that they cannot be checked
                  Source: CCID 2023-10-30 · report · section 3 (2), para. 3
              [alike] shown, not judged: The places' policies resemble each other in where they push
                  Formula: stated of both / stated of either
                  The catalogue gives: 11 places make 55 pairs: the same is stated of 6, part of it of 31, nothing in common of 8; not comparable, nothing being stated of one, 10
                  Source: CCID 2023-10-30 · report · section 3 (2), para. 3
              [five-focuses] differs: Places push on all five: compute, algorithm, data, application and enterprise
                  Formula: places of which all 5 focuses are stated: 0 of 11
                  The catalogue gives: by the source's own statements all 5 focuses are stated of 0 of 11 places; the most is 4 (of 2), the median 1; not stated does not mean there is none
                  Source: CCID 2023-10-30 · report · section 3 (2), para. 2
              [growth-abroad] agrees: Large models released abroad rose from 14 in 2020 to 38 in 2021, a rise of 171%
                  Formula: (38 − 14) / 14 = 171.4%; 38 / 14 = 271.4%
                  From the source's own numbers: a rise of 171.4%; the source states 171%
                  Source: CCID 2023-10-30 · report · section 2 (2), para. 1
              [concentration] shown, not judged: China's large models are concentrated: of 130, Beijing has 55 and Shanghai, Guangdong and Zhejiang at least 15 each
                  Formula: ≥ 100 / 130, that is ≥ 76.9%
                  From the source's own numbers: a share of at least 76.9%; the source states no percentage
                  Source: CCID 2023-10-30 · report · section 2 (2), para. 2
              [general-language] agrees: Of China's 130 large models, 46 are for general language, or 35.4%
                  Formula: 46 / 130 = 35.4%
                  From the source's own numbers: a share of 35.4%; the source states 35.4%
                  Source: CCID 2023-10-30 · report · section 2 (4), para. 4
              [industry-models] agrees: Of China's 130 large models, 13, 14 and 10 are for finance, business and medicine, together 28.5%
                  Formula: 37 / 130 = 28.5%
                  From the source's own numbers: a share of 28.5%; the source states 28.5%
                  Source: CCID 2023-10-30 · report · section 2 (4), para. 4
              [general-or-industry] cannot be checked: Of the models released in China, 60% are general and 40% are for industries
                  Why it cannot be checked: This classification is not that of the 35.4%, and what each category holds is not given.
                  Source: CCID 2023-10-30 · report · section 2 (4), para. 4
        "#]],
        expect![[""]],
    );
    assert!(run(&["claims", "--format", "md"]).out.starts_with("# 来源的说法与目录所得\n\n- [growth] 不符："));
    assert!(run(&["claims", "--format", "csv"]).out.starts_with("id,verdict,what,formula,found,source,at\n"));
}

#[test]
fn a_memo_is_written_by_the_end_of_its_name_and_its_words_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, begins) in [("a.docx", "PK"), ("a.md", "# 北京市、上海市政策对照"), ("A.HTML", "<!DOCTYPE html>")]
    {
        let path = file(name);
        let ran = run(&["memo", "北京", "上海", "--mine", "上海", "-o", &path]);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(0), ""), "{}", ran.err);
        assert_eq!(ran.err, format!("已写出 北京市、上海市政策对照：{path}\n"));
        assert!(fs::read(&path).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    let catalogue = policy_atlas::catalogue::load(EMBEDDED.as_bytes()).catalogue.unwrap();
    let hash = catalogue.content_sha256();
    assert!(fs::read_to_string(file("a.md")).unwrap().contains(&hash), "of which content it is made");
    let english = file("b.md");
    assert_eq!(run(&["memo", "北京", "上海", "--lang", "en", "-o", &english]).done, Done::Exit(0));
    assert!(fs::read_to_string(english).unwrap().starts_with("# Beijing, Shanghai"));
    let dated = file("c.md");
    assert_eq!(run(&["memo", "北京", "上海", "--as-of", "2026-01-01", "-o", &dated]).done, Done::Exit(0));
    assert!(fs::read_to_string(dated).unwrap().contains("截至2026年1月1日"));
    let focused = file("f.md");
    let call =
        ["memo", "深圳", "杭州", "合肥", "--focus", "compute", "--query", "source:any focus:data", "-o", &focused];
    assert_eq!(run(&call).done, Done::Exit(0));
    let text = fs::read_to_string(&focused).unwrap();
    let (said, notes) = text.split_once("## 注").unwrap();
    for expected in [
        "述及各方向的有：算力 2 地（深圳市、杭州市）",
        "调度平台",
        "鹏城云脑Ⅲ",
        "合肥市：本目录没有其政策",
        "| 对象 | 算力 |",
    ] {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
    assert!(notes.contains("查询：来源：任一。") && notes.contains(&hash));
    let bare = file("g.html");
    let call = ["memo", "北京", "上海", "--no-imprint", "--date", "2026-03-01", "--layout", "official", "-o", &bare];
    assert_eq!(run(&call).done, Done::Exit(0));
    let text = fs::read_to_string(&bare).unwrap();
    assert!(text.contains("2026年3月1日") && text.contains("class=\"official\""));
    assert!(!text.contains(&hash), "the last line is left out when asked");
    check_status(&["memo", "北京", "上海", "--layout", "letter", "-o", &file("d.md")], 2);
    check_status(&["memo", "北京", "上海", "--date", "today", "-o", &file("d.md")], 2);
    check_status(&["memo", "北京", "上海", "--focus", "chips", "-o", &file("d.md")], 2);
    check_status(&["memo", "北京", "上海", "-o", &file("a.pdf")], 2);
    check_status(&["memo", "北京", "上海", "-o", "-"], 2);
    check_status(&["memo", "北京", "上海", "--as-of", "2026-02-30", "-o", &file("d.md")], 2);
    check_status(&["memo", "北京", "-o", &file("d.md")], 2);
    check_status(&["memo", "铜陵", "合肥", "-o", &file("d.md")], 1);
    check_status(&["memo", "北京", "上海", "-o", &file("no/such/folder.md")], 1);
    assert!(!folder.path().join("d.md").exists(), "a call that stops writes nothing");
}

/// 合肥 and 拉萨 have nothing in the catalogue, 深圳 has a policy.
#[test]
fn a_place_without_anything_is_a_column_as_long_as_another_has_something() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.md").to_str().unwrap().to_owned();
    for (items, status, says) in [
        (&["合肥", "深圳"][..], 0, "合肥市"),
        (&["合肥", "拉萨", "深圳"], 0, "拉萨市"),
        (&["深圳", "--mine", "合肥"], 0, "合肥市"),
        (&["合肥", "440300-2023-1"], 0, "合肥市"),
        (&["合肥", "拉萨"], 1, ""),
        (&["合肥", "--mine", "拉萨"], 1, ""),
        (&["合肥", "无此地"], 1, ""),
        (&["合肥"], 2, ""),
    ] {
        for format in ["table", "csv", "json", "md"] {
            let call = [&["compare"], items, &["--format", format]].concat();
            let ran = run(&call);
            assert_eq!(ran.done, Done::Exit(status), "{call:?}: {}", ran.err);
            // A table for programs has codes for names.
            let is_told = format == "csv" || ran.out.contains(says);
            assert_eq!((is_told, ran.out.is_empty()), (true, status != 0), "{call:?}: {}", ran.out);
            let is_page = status == 0 && ["table", "md"].contains(&format);
            assert!(!is_page || ran.out.contains("本目录没有"), "{call:?}: {}", ran.out);
        }
        let call = [&["memo"], items, &["-o", &path]].concat();
        let ran = run(&call);
        assert_eq!(ran.done, Done::Exit(status), "{call:?}: {}", ran.err);
        let memo = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(memo.contains(&format!("{says}：本目录没有")), status == 0, "{call:?}: {memo}");
        fs::remove_file(&path).ok();
    }
}

#[test]
fn a_profile_has_the_policies_what_is_said_and_the_peers_of_a_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let path = file("a.md");
    let ran = run(&["profile", "深圳", "--query", "source:any", "-o", &path]);
    assert_eq!((ran.done, ran.err), (Done::Exit(0), format!("已写出 深圳市政策概览：{path}\n")));
    let text = fs::read_to_string(&path).unwrap();
    for expected in [
        "5 个方向中述及 5 个（算力、算法、数据、应用、企业）",
        "正式文本；发文机关：中共深圳市委办公厅、深圳市人民政府办公厅；2023年5月公布（赛迪研究院 2023年10月30日，表1）",
        "深圳《高水平应用行动方案》：建市级算力调度平台；鹏城云脑Ⅲ于2023年年底前启动建设[^1]。",
        "深圳市、南京市：南京、深圳等地聚焦基础软硬件",
        "深圳市：深圳的侧重在全球化",
        "同为地级、本目录有其政策或陈述的另有 7 地，表中列 4 地",
        "| 南京市 | ",
        "| 成都市 | ",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
    assert!(!text.contains("成都《"), "the peers stand in the table alone");
    let by_policy = file("b.md");
    assert_eq!(run(&["profile", "440300-2023-1", "--query", "source:any", "-o", &by_policy]).done, Done::Exit(0));
    assert_eq!(fs::read_to_string(by_policy).unwrap(), text);
    let chosen = file("e.md");
    let call = ["profile", "杭州", "--peers", "北京,苏州", "--focus", "compute", "-o", &chosen];
    assert_eq!(run(&call).done, Done::Exit(0));
    let text = fs::read_to_string(&chosen).unwrap();
    for expected in [
        "# 杭州市政策概览：算力\n",
        "、与所选各地并列\n",
        "表中并列所选 2 地。表中杭州市为副省级市，其余地级市不是。",
        "| 杭州市（参照） | ○ 等 提及 |\n| 北京市 | 来源未提及 |\n| 苏州市 | 来源未提及 |\n",
    ] {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
    check_status(&["profile", "杭州", "--peers", "火星", "-o", &file("f.md")], 1);
    for (place, name, status) in
        [("苏州", "c.docx", 0), ("北京", "c.html", 0), ("合肥", "d.md", 1), ("深圳", "d.pdf", 2)]
    {
        check_status(&["profile", place, "-o", &file(name)], status);
    }
}
