//! A catalogue with a layer over it, as the command line has it: what is counted, and what does not leak across files.

use std::fs;
use std::path::PathBuf;

use policy_atlas::cli::Done;
use serde_json::Value;

use crate::cli::{Ran, run};

/// A layer of a policy of 温州 on compute and one of 杭州 without a word on anything, with a draft.
const LAYER: &str = "tests/it/stack/wenzhou.ron";

fn over(layer: &str, args: &[&str]) -> Ran {
    run(&[&["--layer", layer], args].concat())
}

#[track_caller]
fn done(args: &[&str]) -> String {
    let ran = over(LAYER, args);
    assert_eq!(ran.done, Done::Exit(0), "{args:?}: {}{}", ran.out, ran.err);
    ran.out
}

fn rows(query: &str, unit: &str) -> Vec<Value> {
    let out = done(&["list", query, "--unit", unit, "--format", "json"]);
    serde_json::from_str(&out).unwrap()
}

fn of<'a>(rows: &'a [Value], id: &str) -> &'a Value {
    rows.iter().find(|row| row["id"] == id || row["region"] == id).unwrap_or_else(|| panic!("{id} is no row"))
}

/// A layer made from the one here by changes of its text.
fn changed(name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let mut text = fs::read_to_string(LAYER).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let folder = tempfile::tempdir().unwrap().keep();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn policies_of_a_layer_are_counted_with_those_of_the_base() {
    for (query, expected) in [
        ("", "14 项政策，目录共 14 项"),
        ("focus:compute", "4 项政策，目录共 14 项"),
        ("focus:compute source:ccid", "3 项政策，目录共 14 项"),
        ("layer:own", "2 项政策，目录共 14 项"),
        ("layer:k7qa focus:compute", "1 项政策，目录共 14 项"),
        ("layer:base", "12 项政策，目录共 14 项"),
        ("-layer:base", "2 项政策，目录共 14 项"),
        ("图层：我的", "2 项政策，目录共 14 项"),
    ] {
        let out = done(&["list", query]);
        assert!(out.contains(&format!("\n{expected}")), "{query}: {out}");
    }
    let months = done(&["stats", "--by", "month", "--format", "csv"]);
    assert_eq!(months.lines().count(), 1 + 16, "2023-02 to 2024-05, and months of none: {months}");
}

#[test]
fn silence_of_a_report_is_not_told_of_a_policy_that_it_never_saw() {
    let of_report = rows("source:ccid", "policy");
    let own = of(&of_report, "330300-2024-k7qa1");
    for focus in ["compute", "algorithm", "data", "application", "enterprise"] {
        assert_eq!(own[format!("focus_{focus}")], "not_assessed", "{focus}");
    }
    let all = rows("", "policy");
    let own = of(&all, "330300-2024-k7qa1");
    assert_eq!((&own["focus_compute"], &own["focus_data"]), (&"substantive".into(), &"not_stated".into()));
}

/// The layer with the text of its policy in place of the word of its source, and a reading of it.
fn read_layer() -> PathBuf {
    let lists = r#"texts: [
        (
            id: "k7qa-t1", of: "330300-2024-k7qa1", source: "k7qa-1", from: (name: "措施.docx", sha256: "00"),
            paragraphs: ["二、主要措施", "（一）加强算力供给", "每年安排算力券1000万元。"],
        ),
    ],
    readings: [
        (
            id: "k7qa-r1", of: "330300-2024-k7qa1", text: "k7qa-t1", by: "a", on: "2026-12-01",
            focuses: Only(["compute", "data"]), whole: true,
        ),
    ],
    statements: ["#;
    let mark = r#"at: "二（一）", mark: (text: "k7qa-t1", paragraph: 3, from: 0, to: 14), cue: "算力券","#;
    let covers = "covers: Policies([\"330300-2024-k7qa1\", \"330100-2024-k7qa2\"])";
    changed("read.ron", &[("statements: [", lists), ("at: \"二（一）\",", mark), (covers, "covers: Stated")])
}

#[test]
fn a_whole_reading_makes_silence_a_finding_for_the_focuses_that_it_was_for() {
    let layer = read_layer();
    let list = |query: &str, unit: &str| -> Vec<Value> {
        let ran = over(layer.to_str().unwrap(), &["list", query, "--unit", unit, "--format", "json"]);
        serde_json::from_str(&ran.out).unwrap()
    };
    let own = "330300-2024-k7qa1";
    for (query, unit, row, expected) in [
        ("", "policy", own, ["substantive", "not_stated", "not_assessed"]),
        ("", "region", "330300", ["substantive", "not_stated", "not_assessed"]),
        ("source:ccid", "policy", own, ["not_assessed", "not_assessed", "not_assessed"]),
        ("", "policy", "330100-2024-k7qa2", ["not_assessed", "not_assessed", "not_assessed"]),
    ] {
        let rows = list(query, unit);
        let row = of(&rows, row);
        let cells = ["compute", "data", "algorithm"].map(|focus| row[format!("focus_{focus}")].clone());
        assert_eq!(cells, expected.map(Value::from), "{query} {unit} {row}");
    }
}

#[test]
fn texts_and_readings_are_written_whole_and_read_back_to_the_same_bytes() {
    let layer = read_layer();
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one.ron", "two.ron"].map(|name| folder.path().join(name));
    let whole = ["export", "--format", "ron", "--whole", "-o"];
    let first = over(layer.to_str().unwrap(), &[&whole, &[one.to_str().unwrap()][..]].concat());
    assert_eq!(first.done, Done::Exit(0), "{}", first.err);
    let again = [&["--catalogue", one.to_str().unwrap()][..], &whole[..], &[two.to_str().unwrap()][..]].concat();
    assert_eq!(run(&again).done, Done::Exit(0));
    let text = fs::read_to_string(&one).unwrap();
    assert_eq!(fs::read_to_string(&two).unwrap(), text);
    for part in ["text: \"k7qa-t1\"", "layer: \"k7qa\",\n            of: \"330300-2024-k7qa1\"", "cue: \"算力券\""] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_a_report_says_of_a_place_marks_no_policy_of_another_file() {
    let all = rows("", "policy");
    let base = run(&["list", "--unit", "region", "--format", "json"]).out;
    let base: Vec<Value> = serde_json::from_str(&base).unwrap();
    let (hangzhou, layered) = (of(&base, "330100"), rows("", "region"));
    for focus in ["compute", "algorithm", "data", "application", "enterprise"] {
        let key = format!("focus_{focus}");
        assert_eq!(of(&all, "330100-2024-k7qa2")[&key], "not_stated", "{focus}");
        assert_eq!(of(&layered, "330100")[&key], hangzhou[&key], "{focus} of the place");
    }
    // A word of such a statement finds the policies of the report alone.
    let found = done(&["list", "算力", "--format", "ids"]);
    assert!(found.contains("330100-2023-1") && !found.contains("330100-2024-k7qa2"), "{found}");
}

#[test]
fn claims_of_a_report_are_checked_over_its_own_policies() {
    let alone = run(&["claims", "--format", "json"]).out;
    assert_eq!(done(&["claims", "--format", "json"]), alone);
}

#[test]
fn a_coding_changes_no_number() {
    let coding = changed("coding.ron", &[("kind: Own, tag", "kind: Coding, coder: \"b\", tag")]);
    let layer = coding.to_str().unwrap();
    assert_eq!(over(layer, &["check"]).done, Done::Exit(0), "{}", over(layer, &["check"]).out);
    for query in ["focus:compute", "focus:compute source:any"] {
        let alone = run(&["list", query, "--format", "ids"]).out;
        assert_eq!(over(layer, &["list", query, "--format", "ids"]).out, alone, "{query}");
    }
    assert_eq!(over(layer, &["list", "每年安排", "--format", "ids"]).out, "");
}

#[test]
fn a_draft_is_told_and_not_counted() {
    let ran = over(LAYER, &["check"]);
    assert_eq!(ran.done, Done::Exit(0));
    assert!(ran.out.starts_with(&format!("{LAYER}:28:")), "{}", ran.out);
    assert!(
        ran.out.contains("草稿: ") && ran.err.contains("完好的政策 14 项") && ran.err.contains("草稿 1 项"),
        "{}",
        ran.err
    );
}

#[test]
fn a_stack_written_whole_is_read_back_as_the_same_stack() {
    let place = tempfile::tempdir().unwrap();
    let (one, two) = (place.path().join("one.ron"), place.path().join("two.ron"));
    done(&["export", "--format", "ron", "--whole", "-o", one.to_str().unwrap()]);
    let again = run(&[
        "--catalogue",
        one.to_str().unwrap(),
        "export",
        "--format",
        "ron",
        "--whole",
        "-o",
        two.to_str().unwrap(),
    ]);
    assert_eq!(again.done, Done::Exit(0), "{}", again.err);
    let text = fs::read_to_string(&one).unwrap();
    assert_eq!(text, fs::read_to_string(&two).unwrap());
    assert!(text.contains("id: \"ccid-2023-3+k7qa\"") && text.contains("schema: 2"));
    let base = policy_atlas::catalogue::load(policy_atlas::catalogue::EMBEDDED.as_bytes()).catalogue.unwrap();
    assert!(text.contains(&base.content_sha256()), "made_of names the content of the base");
    for query in ["", "source:ccid", "layer:own", "算力"] {
        let whole = run(&["--catalogue", one.to_str().unwrap(), "list", query, "--format", "csv"]).out;
        assert_eq!(whole, done(&["list", query, "--format", "csv"]), "{query}");
    }
}

#[test]
fn a_layer_that_does_not_fit_its_base_or_another_layer_says_so() {
    let check = |args: &[&str]| run(&[args, &["check", "--lang", "en"]].concat());
    for (changes, status, expected) in [
        (
            ("id: \"ccid-2023-3\"", "id: \"other\""),
            1,
            ":7:12: error: this layer was made over the catalogue other, and ccid-2023-3 is open",
        ),
        (
            ("release: \"2026.2\"", "release: \"2026.1\""),
            0,
            ":7:12: warning: this layer was made over release 2026.1, and 2026.2 is open",
        ),
        (
            ("Policy(\"330300-2024-k7qa1\")", "Policy(\"110000-2023-9\")"),
            1,
            "error: unknown policy \"110000-2023-9\", did you mean 110000-2023-1?",
        ),
        (("tag: \"k7qa\"", "tag: \"K7\""), 1, "error: the tag of a layer has four characters"),
        (
            ("schema: 2", "schema: 3"),
            1,
            ":3:13: error: schema 3 is newer than this program's (2): update the program; the file is untouched",
        ),
    ] {
        let path = changed("layer.ron", &[changes]);
        let ran = check(&["--layer", path.to_str().unwrap()]);
        assert!(ran.out.contains(expected), "{changes:?}: {}", ran.out);
        assert_eq!(ran.done, Done::Exit(status), "{changes:?}: {}", ran.out);
    }
    let twin = changed("twin.ron", &[]);
    let ran = check(&["--layer", LAYER, "--layer", twin.to_str().unwrap()]);
    let expected = format!("{}:8:29: error: {LAYER} has the tag \"k7qa\" too", twin.display());
    assert!(ran.out.contains(&expected), "{}", ran.out);
    assert_eq!(ran.done, Done::Exit(1));
    let alone = run(&["--catalogue", LAYER, "check", "--lang", "en"]);
    assert!(alone.out.contains("this is a layer and no catalogue of its own"), "{}", alone.out);
}

#[test]
fn a_record_of_the_base_refers_to_nothing_above_it() {
    let text = policy_atlas::catalogue::EMBEDDED.replacen(
        "of: Policy(\"110000-2023-1\")",
        "of: Policy(\"330300-2024-k7qa1\")",
        1,
    );
    let base = tempfile::tempdir().unwrap().keep().join("base.ron");
    fs::write(&base, text).unwrap();
    let ran = run(&["--catalogue", base.to_str().unwrap(), "--layer", LAYER, "check", "--lang", "en"]);
    assert!(ran.out.contains("error: unknown policy \"330300-2024-k7qa1\""), "{}", ran.out);
}

#[test]
fn titles_can_lie_beside_the_embedded_catalogue() {
    let ran = over("titles", &["list", "--format", "ids"]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    assert_eq!(ran.out.lines().count(), 12 + 69);
    let found = over("titles", &["list", "layer:titles-2023-2026 region:合肥", "--format", "ids"]);
    assert_eq!(found.out.lines().count(), 1);
}

#[test]
fn many_sources_of_a_grade_are_counted_and_a_few_are_named() {
    for (query, expected) in [
        ("", "来源：赛迪研究院 2023-10-30、官方 16 个（共 20）、"),
        ("source:ccid,beijing-jxj,jilin,suzhou-policies,ningbo-consultation", "赛迪研究院 2023-10-30、"),
        ("source:any", "官方（20 个）"),
    ] {
        let out = over("titles", &["list", query]).out;
        let lens = out.lines().rev().find(|line| line.starts_with("来源：")).unwrap();
        assert!(lens.contains(expected), "{query}: {lens}");
        assert!(lens.chars().count() < 120, "{query}: {lens}");
    }
    // Four are named, the fifth makes them a number.
    let four = "source:beijing-jxj,jilin,suzhou-policies,ningbo-consultation";
    let lens = |query: &str| over("titles", &["list", query]).out.lines().rev().nth(1).unwrap().to_owned();
    assert_eq!(lens(four).matches('、').count(), 3, "{}", lens(four));
    assert!(lens(&format!("{four},xiamen")).contains("5 个（共 "), "{}", lens(&format!("{four},xiamen")));
}

#[test]
fn a_bundle_and_a_walk_of_a_stack_are_made_again() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
    let bundle = at("bundle");
    done(&["export", "focus:compute", "--bundle", &bundle]);
    let recipe = fs::read_to_string(format!("{bundle}/recipe.ron")).unwrap();
    let base = policy_atlas::catalogue::load(policy_atlas::catalogue::EMBEDDED.as_bytes()).catalogue.unwrap();
    for expected in ["\"ccid-2023-3+k7qa\"", "made_of: [", "id: \"layer-k7qa\"", &base.content_sha256()] {
        assert!(recipe.contains(expected), "{expected}: {recipe}");
    }
    assert!(done(&["replay", &bundle]).starts_with("相同："));
    let alone = run(&["replay", &bundle]);
    assert_eq!(alone.done, Done::Exit(1));
    assert!(alone.err.contains("ccid-2023-3+k7qa"), "{}", alone.err);
    assert!(alone.err.contains("用 --layer 逐个给出它的图层文件：layer-k7qa"), "{}", alone.err);
    // Another text of the layer is another content.
    let path = changed("layer.ron", &[("每年安排算力券1000万元。", "每年安排算力券2000万元。")]);
    let ran = over(path.to_str().unwrap(), &["replay", &bundle]);
    assert_eq!(ran.done, Done::Exit(1), "{}{}", ran.out, ran.err);
    let walk = at("walk.ron");
    done(&["walk", "new", "focus:compute", "-o", &walk]);
    assert!(fs::read_to_string(&walk).unwrap().contains("\"ccid-2023-3+k7qa\""));
    done(&["walk", "check", &walk]);
    // The recipe without layers is that of before.
    let plain = at("plain");
    assert_eq!(run(&["export", "focus:compute", "--bundle", &plain]).done, Done::Exit(0));
    assert!(!fs::read_to_string(format!("{plain}/recipe.ron")).unwrap().contains("made_of"));
}

#[test]
fn a_view_saved_on_a_stack_fits_it_and_says_so_where_the_layer_is_missing() {
    let view = changed("view.ron", &[]).with_file_name("saved.ron");
    let text = "(schema: 1, name: \"我的\", catalogue: \"ccid-2023-3+k7qa\", release: \"2026.2\", \
                view: (query: \"layer:own\"))";
    fs::write(&view, text).unwrap();
    let view = view.to_str().unwrap();
    let ran = over(LAYER, &["list", "--view", view, "--format", "ids"]);
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (2, ""), "{}", ran.out);
    let alone = run(&["list", "--view", view, "--format", "ids"]);
    assert!(alone.err.contains("这个视图存于另一目录“ccid-2023-3+k7qa”"), "{}", alone.err);
}

/// The layer here with an own record of the policy of 杭州 of the base, and an answer about the two.
fn twins(verdict: &str) -> PathBuf {
    let answer = format!(r#"same: [(a: "330100-2023-1", b: "330100-2024-k7qa2", verdict: {verdict})], policies: ["#);
    changed(
        "twins.ron",
        &[("policies: [\n", &answer), (r#"Policy("330300-2024-k7qa1")"#, r#"Policy("330100-2024-k7qa2")"#)],
    )
}

#[test]
fn policies_that_are_the_same_count_once_with_what_is_said_of_either() {
    let count = |layer: &PathBuf, query: &str| -> Vec<Value> {
        let ran = over(layer.to_str().unwrap(), &["list", query, "--format", "json"]);
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
        serde_json::from_str(&ran.out).unwrap()
    };
    let (same, distinct) = (twins("Same"), twins("Distinct"));
    assert_eq!((count(&distinct, "").len(), count(&same, "").len()), (14, 13));
    assert_eq!((count(&distinct, "layer:own").len(), count(&same, "layer:own").len()), (2, 2));
    assert_eq!((count(&distinct, "layer:base").len(), count(&same, "layer:base").len()), (12, 12));
    // The base's record is shown; what the layer says of its own is said of it, and the other ids find it.
    let rows = count(&same, "region:330100");
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["330100-2023-1"]);
    let before = run(&["list", "region:330100", "--format", "json"]).out;
    let before: Vec<Value> = serde_json::from_str(&before).unwrap();
    assert_eq!(rows[0]["focus_algorithm"], before[0]["focus_algorithm"]);
    assert_eq!(rows[0]["focus_compute"], "substantive");
    assert_eq!(count(&same, "id:330100-2024-k7qa2"), rows);
    let shown = over(same.to_str().unwrap(), &["show", "330100-2024-k7qa2"]);
    assert!(shown.out.contains("（330100-2024-k7qa2）") && shown.out.contains("发放算力券"), "{}", shown.out);
    // Silence of the layer's source, which covers its own record, is a finding on the one policy.
    let only = count(&same, "region:330100 source:k7qa-1");
    assert_eq!(only[0]["focus_data"], "not_stated");
    assert_eq!(count(&distinct, "id:330100-2023-1 source:k7qa-1")[0]["focus_data"], "not_assessed");
}

#[test]
fn answers_are_kept_when_a_stack_is_written_whole_and_refer_to_what_is_there() {
    let place = tempfile::tempdir().unwrap();
    let same = twins("Same");
    let (one, two) = (place.path().join("one.ron"), place.path().join("two.ron"));
    let export = |base: &[&str], out: &PathBuf| {
        let ran = run(&[base, &["export", "--format", "ron", "--whole", "-o", out.to_str().unwrap()]].concat());
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    };
    export(&["--layer", same.to_str().unwrap()], &one);
    export(&["--catalogue", one.to_str().unwrap()], &two);
    assert_eq!(fs::read_to_string(&one).unwrap(), fs::read_to_string(&two).unwrap());
    for query in ["", "source:any", "layer:own", "算力"] {
        let list = |with: &[&str]| run(&[with, &["list", query, "--format", "csv"]].concat()).out;
        let stack = list(&["--layer", same.to_str().unwrap()]);
        assert_eq!(list(&["--catalogue", one.to_str().unwrap()]), stack, "{query}");
    }
    let lost = changed(
        "lost.ron",
        &[("policies: [\n", r#"same: [(a: "330100-2023-9", b: "330100-2024-k7qa2", verdict: Same)], policies: ["#)],
    );
    let checked = over(lost.to_str().unwrap(), &["check"]);
    assert_eq!(checked.done, Done::Exit(1));
    assert!(format!("{}{}", checked.out, checked.err).contains("330100-2023-9"), "{}{}", checked.out, checked.err);
}
