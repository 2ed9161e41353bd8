//! Files of layers, made and filled on the command line.

use std::fs;
use std::path::Path;

use policy_atlas::cli::Done;
use serde_json::Value;

use crate::cli::{Ran, run};

#[track_caller]
fn done(args: &[&str]) -> String {
    let ran = run(args);
    assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}{}", ran.out, ran.err);
    ran.out
}

/// A folder with a new layer in it, and the path of the layer.
fn new_layer() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.ron").to_str().unwrap().to_owned();
    assert_eq!(done(&["layer", "new", &path, "--tag", "k7qa"]), "k7qa\n");
    (folder, path)
}

fn add(path: &str, more: &[&str]) -> Ran {
    run(&[&["add", "--to", path, "--on", "2026-11-28"], more].concat())
}

#[test]
fn a_new_layer_takes_policies_that_are_then_counted() {
    let (_folder, path) = new_layer();
    for (more, id) in [
        (
            &[
                "--region",
                "hefei",
                "--title",
                " 合肥市示例措施 ",
                "--published",
                "2024-05-06",
                "--number",
                "合政办〔2024〕99号",
                "--issuer",
                "合肥市人民政府办公室",
                "--link",
                "https://www.example.gov.cn/a",
                "--note",
                "-手记",
                "--focus",
                "compute=substantive:每年安排算力券1000万元。",
                "--focus",
                "数据=提及",
                "--read-whole",
            ][..],
            "340100-2024-k7qa1",
        ),
        (&["--region", "温州", "--title", "温州市示例意见", "--stage", "draft"], "330300-2026-k7qa2"),
        (&["--region", "110000", "--title", "示例", "--published", "2025"], "110000-2025-k7qa3"),
        (&["--region", "芜湖", "--title", "芜湖示例", "--published", "2024年6月18日"], "340200-2024-k7qa4"),
    ] {
        let ran = add(&path, more);
        assert_eq!((ran.done, ran.out), (Done::Exit(0), format!("{id}\n")), "{}", ran.err);
    }
    let out = done(&["--layer", &path, "list", "layer:own", "--columns", "title,month,stage", "--format", "csv"]);
    for expected in ["合肥市示例措施,2024-05,final", "温州市示例意见,,draft", "示例,,final", "芜湖示例,2024-06,final"]
    {
        assert!(out.contains(expected), "{expected}: {out}");
    }
    let rows: Value =
        serde_json::from_str(&done(&["--layer", &path, "list", "region:合肥", "--format", "json"])).unwrap();
    let cells = ["compute", "data", "algorithm"].map(|focus| rows[0][format!("focus_{focus}")].clone());
    assert_eq!(cells, ["substantive", "mentioned", "not_stated"]);
    let shown = done(&["--layer", &path, "show", "340100-2024-k7qa1"]);
    for expected in ["合政办〔2024〕99号", "每年安排算力券1000万元。"] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("value: \"-手记\"") && text.contains("grade: Official"), "{text}");
    assert_eq!(run(&["layer", "check", &path]).done, Done::Exit(0));
}

#[test]
fn a_page_or_a_text_becomes_a_policy_and_what_is_said_goes_before_it() {
    let (folder, path) = new_layer();
    let text = folder.path().join("notice.txt");
    fs::write(&text, "合肥市示例办法\n文号：合政办（2024）第07号\n发布日期：2024年5月6日\n施行日期：2024年6月1日\n")
        .unwrap();
    let page = "src/intake/tests/notice.html";
    for (from, more, id, title) in [
        (page, &[][..], "510500-2025-k7qa1", "泸州市支持大模型应用若干措施（试行）"),
        (text.to_str().unwrap(), &["--region", "合肥"], "340100-2024-k7qa2", "合肥市示例办法"),
        (text.to_str().unwrap(), &["--region", "芜湖", "--title", "另一题名"], "340200-2024-k7qa3", "另一题名"),
    ] {
        let ran = add(&path, &[&["--from", from], more].concat());
        assert_eq!((ran.done, ran.out), (Done::Exit(0), format!("{id}\n")), "{}", ran.err);
        assert!(ran.err.contains("题名：") && ran.err.contains(title), "{}", ran.err);
    }
    let err = add(&path, &["--from", text.to_str().unwrap(), "--region", "滁州"]).err;
    assert!(err.contains("文号：合政办〔2024〕7号 ← “合政办（2024）第07号”"), "{err}");
    let layer = fs::read_to_string(&path).unwrap();
    assert!(layer.contains("kind: InForce, on: \"2024-06-01\""), "{layer}");
    assert_eq!(run(&["layer", "check", &path]).done, Done::Exit(0));
    // A file that cannot be read says what to do, and a policy without a place is refused.
    for (bytes, expected) in [
        (&b"\xD0\xCF\x11\xE0"[..], "另存为 .docx"),
        (b"%PDF-1.7", "PDF 不直接读取"),
        (b" \n", "里面没有文字"),
        ("某办法\n文号：某发〔2024〕1号".as_bytes(), "--region：请选择地区"),
    ] {
        fs::write(&text, bytes).unwrap();
        let ran = add(&path, &["--from", text.to_str().unwrap()]);
        assert!(ran.done != Done::Exit(0) && ran.err.contains(expected), "{expected}: {}", ran.err);
    }
    assert_eq!(fs::read_to_string(&path).unwrap().matches("title: (zh:").count(), layer.matches("title: (zh:").count());
}

#[test]
fn what_is_there_already_and_a_draft_called_final_are_told_and_written() {
    let (_folder, path) = new_layer();
    let [draft, other] = ["温州市示例办法（征求意见稿）", "温州市示例办法"];
    let told = |title, stage| add(&path, &["--region", "温州", "--title", title, "--stage", stage]).err;
    let [there, called_final] = ["已有一项（题名相同或几乎相同）", "--stage：题名写着征求意见稿或草案"];
    for (title, stage, expected) in
        [(draft, "final", [false, true]), (draft, "draft", [true, false]), (other, "final", [false, false])]
    {
        let err = told(title, stage);
        assert_eq!([there, called_final].map(|words| err.contains(words)), expected, "{title} {stage}: {err}");
    }
    let err = told(other, "final");
    assert!(err.contains("温州市示例办法（330300-2026-k7qa3）"), "{err}");
}

#[test]
fn a_policy_that_cannot_count_is_refused_and_nothing_is_written() {
    let (_folder, path) = new_layer();
    let before = fs::read(&path).unwrap();
    for (more, expected) in [
        (&["--region", "合肥", "--title", " "][..], "--title：请填题名"),
        (
            &["--region", "合肥", "--title", "示例", "--published", "2023-13"],
            "--published：“2023-13”不是日期：请写 2024、2024-05 或 2024-05-06，是否指 2023-12？",
        ),
        (
            &["--region", "合肥", "--title", "示例", "--link", "example.gov.cn/a"],
            "网址要以 http:// 或 https:// 开头，是否指 https://example.gov.cn/a？",
        ),
        (&["--region", "合匪", "--title", "示例"], "未知--region“合匪”"),
        (&["--region", "340199", "--title", "示例"], "“340199”不单独计"),
        (&["--region", "999999", "--title", "示例"], "未知--region“999999”"),
        (&["--region", "", "--title", "示例"], "未知--region“”"),
        (&["--region", "合肥", "--title", "示例", "--focus", "comput=core"], "没有取值“comput”，是否指 compute？"),
        (&["--region", "合肥", "--title", "示例", "--focus", "compute"], "--focus 没有取值“”"),
        (&["--region", "合肥", "--title", "示例", "--focus", "compute=cor"], "没有取值“cor”，是否指 core？"),
        (&["--region", "合肥", "--title", "示例", "--focus", "compute=not_stated"], "没有取值“not_stated”"),
        (&["--title", "示例"], "缺少 --region"),
    ] {
        let ran = add(&path, more);
        assert!(ran.err.contains(expected), "{more:?}: {}", ran.err);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(2), ""), "{more:?}");
        assert_eq!(fs::read(&path).unwrap(), before, "{more:?}");
    }
    let ran = run(&["add", "--to", &path, "--region", "合肥", "--title", "示例", "--on", "2026-11"]);
    assert_eq!(ran.done, Done::Exit(2), "{}", ran.err);
}

#[test]
fn a_file_that_is_no_sound_layer_is_not_touched() {
    let (_folder, path) = new_layer();
    let whole = fs::read_to_string(&path).unwrap();
    for (from, to, expected) in [
        ("policies: [],", "policies: [", "图层有错误，未改动"),
        ("id: \"ccid-2023-3\"", "id: \"other\"", "图层有错误，未改动"),
        ("schema: 2", "schema: 3", "图层有错误，未改动"),
        ("    layer: (kind: Own, tag: \"k7qa\"),\n", "", "这不是图层文件"),
    ] {
        let text = whole.replace(from, to);
        assert_ne!(text, whole);
        fs::write(&path, &text).unwrap();
        let ran = add(&path, &["--region", "合肥", "--title", "示例"]);
        assert!(ran.err.contains(expected), "{from}: {}", ran.err);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(1), ""), "{from}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{from}");
    }
    let ran = add("policies.ron", &["--region", "合肥", "--title", "示例"]);
    assert!(ran.err.contains("这不是图层文件"), "{}", ran.err);
}

#[test]
fn a_new_layer_takes_the_place_of_no_file_and_names_what_it_lies_over() {
    let (folder, path) = new_layer();
    let again = run(&["layer", "new", &path]);
    assert!(again.err.contains("已有这个文件"), "{}", again.err);
    assert_eq!(again.done, Done::Exit(1));
    let other = folder.path().join("other.ron");
    let other = other.to_str().unwrap();
    for bad in ["K7QA", "k7q", "k7q1"] {
        let ran = run(&["layer", "new", other, "--tag", bad]);
        assert!(ran.done == Done::Exit(2) && ran.err.contains("四个字符"), "{bad}: {}", ran.err);
        assert!(!Path::new(other).exists());
    }
    let tag = done(&["layer", "new", other, "--over", "titles", "--title", "题录之上"]);
    let text = fs::read_to_string(other).unwrap();
    assert!(text.contains("id: \"titles-2023-2026\"") && text.contains(&format!("tag: \"{}\"", tag.trim())));
    assert!(text.contains("title: (zh: \"题录之上\")"));
    // Its base is found by its id.
    assert_eq!(run(&["layer", "check", other]).done, Done::Exit(0));
    let ran = add(other, &["--region", "合肥", "--title", "示例"]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
}

#[test]
fn the_policies_of_a_layer_are_listed_with_its_drafts() {
    let layer = "tests/it/stack/wenzhou.ron";
    let rows: Vec<Value> = serde_json::from_str(&done(&["layer", "list", layer, "--format", "json"])).unwrap();
    let states: Vec<&str> = rows.iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["counted", "counted", "draft"]);
    assert_eq!((&rows[0]["month"], &rows[2]["month"]), (&"2024-05".into(), &Value::Null));
    let table = done(&["layer", "list", layer]);
    assert!(table.contains("330300-2024-k7qa3") && table.contains("草稿") && table.contains("温州"), "{table}");
    let checked = run(&["layer", "check", layer, "nowhere.ron"]);
    assert_eq!(checked.done, Done::Exit(1));
    assert!(checked.err.contains("草稿 1 项") && checked.err.contains("没有这个文件"), "{}", checked.err);
}

#[test]
fn two_layers_with_one_tag_lie_together_once_one_is_renumbered() {
    let folder = tempfile::tempdir().unwrap();
    let twin = folder.path().join("twin.ron");
    let layer = "tests/it/stack/wenzhou.ron";
    fs::copy(layer, &twin).unwrap();
    let twin = twin.to_str().unwrap();
    let both = |args: &[&str]| run(&[&["--layer", layer, "--layer", twin], args].concat());
    assert_eq!(both(&["check"]).done, Done::Exit(1));
    assert_eq!(done(&["layer", "renumber", twin, "--tag", "m3np"]), "m3np\n");
    let checked = both(&["check"]);
    assert_eq!(checked.done, Done::Exit(0), "{}", checked.out);
    assert!(both(&["list", "layer:m3np"]).out.contains("2 项政策，目录共 16 项"));
    let text = fs::read_to_string(twin).unwrap();
    assert!(text.contains("// 杭州的一项，看报告的 ○ 是否漏过来") && text.contains("was: [\"330300-2024-k7qa1\"]"));
    let drawn = done(&["layer", "renumber", twin]);
    assert!(fs::read_to_string(twin).unwrap().contains(&format!("id: \"layer-{}\"", drawn.trim())));
}

#[test]
fn policies_that_may_be_the_same_are_listed_and_answered() {
    let (_folder, path) = new_layer();
    let base: Vec<Value> = serde_json::from_str(&done(&["list", "id:440300-2023-1", "--format", "json"])).unwrap();
    let title = base[0]["title"].as_str().unwrap();
    let ran = add(&path, &["--region", "深圳", "--title", title]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    let listed = |more: &[&str]| -> Vec<Value> {
        let out = done(&[&["layer", "same", &path, "--format", "json"], more].concat());
        serde_json::from_str(&out).unwrap()
    };
    let pairs = listed(&[]);
    assert_eq!((pairs.len(), &pairs[0]["sign"], &pairs[0]["a"]), (1, &"title".into(), &"440300-2023-1".into()));
    let both = format!("440300-2023-1,{}", pairs[0]["b"].as_str().unwrap());
    let all = || run(&["--layer", &path, "list"]).out;
    assert!(all().contains("目录共 13 项"));
    assert_eq!(listed(&["--same", &both])[0]["verdict"], "same");
    assert!(all().contains("目录共 12 项"));
    assert_eq!(listed(&["--ask", &both])[0]["sign"], "title");
    assert_eq!(listed(&["--distinct", &both])[0]["verdict"], "distinct");
    assert!(done(&["layer", "same", &path]).contains("不是同一项"));
    assert_eq!(run(&["layer", "same", &path, "--same", "440300-2023-1"]).done, Done::Exit(2));
    let unknown = run(&["layer", "same", &path, "--same", "440300-2023-1,x"]);
    assert!(unknown.done == Done::Exit(1) && unknown.err.contains("“x”"), "{}", unknown.err);
}

#[test]
fn an_own_record_is_cited_by_its_layer_and_the_day_on_which_it_was_entered() {
    let (_folder, path) = new_layer();
    let more =
        ["--region", "hefei", "--title", "合肥市示例措施", "--focus", "compute=substantive:每年安排算力券1000万元。"];
    assert_eq!(add(&path, &more).done, Done::Exit(0));
    let cited = |thing: &str| done(&["--layer", &path, "cite", thing]);
    assert_eq!(cited("k7qa1-compute"), "本单位登记[Z]. 我的政策, 2026-11-28.\n");
    assert_eq!(cited("k7qa1-source"), "本单位登记[Z]. 我的政策.\n");
}

#[test]
fn a_layer_of_many_policies_is_one_source_in_the_words_of_the_lens() {
    let (_folder, path) = new_layer();
    let lens = || {
        let out = done(&["--layer", &path, "list"]);
        out.lines().rev().find(|line| line.starts_with("来源：")).unwrap_or_default().to_owned()
    };
    let bare = ["--region", "合肥", "--title", "合肥市示例措施"];
    let before = lens();
    assert_eq!(add(&path, &bare).done, Done::Exit(0));
    assert_eq!(lens(), before, "a source of facts alone has looked at nothing");
    let stated = ["--region", "合肥", "--title", "合肥市示例措施一", "--focus", "compute=mentioned:发放算力券。"];
    assert_eq!(add(&path, &stated).done, Done::Exit(0));
    assert!(lens().contains("本单位登记"), "{}", lens());
    let linked = ["--region", "合肥", "--title", "合肥市示例措施二", "--link", "https://www.example.gov.cn/a"];
    let linked = [linked.as_slice(), &["--focus", "data=mentioned:开放数据。"]].concat();
    assert_eq!(add(&path, &linked).done, Done::Exit(0));
    assert!(lens().contains("来源：赛迪研究院 2023-10-30、本单位登记") && !lens().contains("示例措施二"), "{}", lens());
}

#[test]
fn the_source_of_a_draft_is_not_among_those_in_sight() {
    let (_folder, path) = new_layer();
    let list = || done(&["--layer", &path, "list"]);
    let before = list();
    let linked = ["--region", "合肥", "--title", "合肥市示例措施", "--link", "https://www.example.gov.cn/a"];
    let linked = [linked.as_slice(), &["--focus", "data=mentioned:开放数据。"]].concat();
    assert_eq!(add(&path, &linked).done, Done::Exit(0));
    let lens = |out: &str| out.lines().rev().find(|line| line.starts_with("来源：")).unwrap_or_default().to_owned();
    assert_ne!(lens(&list()), lens(&before));
    let text = std::fs::read_to_string(&path).unwrap();
    let draft = text.replacen("region: \"340100\"", "draft: true, region: \"340100\"", 1);
    assert_ne!(draft, text);
    std::fs::write(&path, draft).unwrap();
    assert_eq!(lens(&list()), lens(&before), "a draft counts nowhere, and no more does its source");
}

#[cfg(unix)]
#[test]
fn policies_added_at_once_wait_for_their_turn_and_are_all_there() {
    let (_folder, path) = new_layer();
    let titles: Vec<String> = (1..=6).map(|n| format!("措施{n}")).collect();
    let path = path.as_str();
    std::thread::scope(|scope| {
        for title in &titles {
            scope.spawn(move || {
                let ran = add(path, &["--region", "310000", "--title", title]);
                assert_eq!(ran.done, Done::Exit(0), "{title}: {}", ran.err);
            });
        }
    });
    let listed = done(&["layer", "list", path]);
    assert!(titles.iter().all(|title| listed.contains(title)), "{listed}");
}
