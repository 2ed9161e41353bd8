//! Releases on the command line: catalogues exported and opened again, and what changed between two of them.

use super::*;

/// A folder with the embedded catalogue, and a copy in which the first place of a text is written otherwise.
fn releases(from: &str, to: &str) -> (tempfile::TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (old, new) = (path("old.ron"), path("new.ron"));
    assert!(EMBEDDED.contains(from));
    fs::write(&old, EMBEDDED).unwrap();
    fs::write(&new, EMBEDDED.replacen(from, to, 1)).unwrap();
    (folder, old, new)
}

const R05: &str = r#"id: "R05", kind: Focus, of: Regions(["330100", "310000"]), focuses: ["compute"]"#;
const R05_RECODED: &str = r#"id: "R05", kind: Focus, of: Regions(["330100", "310000"]), focuses: ["data"]"#;

#[test]
fn one_statement_recoded_is_named_with_the_counts_that_it_moves() {
    let (_folder, old, new) = releases(R05, R05_RECODED);
    let ran = run(&["diff", &old, &new, "--query", "region:杭州", "--lang", "zh"]);
    assert_eq!((ran.done, ran.err.as_str()), (Done::Exit(0), ""));
    let told: String =
        ran.out.lines().filter(|line| !line.contains("SHA-256")).map(|line| format!("{line}\n")).collect();
    expect![[r#"
        目录 ccid-2023-3：2026.2 版与 2026.2 版相比
        变动 1 处：陈述改编码 1

        陈述
          改编码 [R05] 杭州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系。
              focuses：["compute"] → ["data"]

        计数的变动（查询：region:330100）
          地区，算力（已述）：1 → 0（−1）
              −1：杭州市（330100）；因陈述 R05 改编码
          地区，算力（○ 只说到该地）：1 → 0（−1）
              −1：杭州市（330100）；因陈述 R05 改编码
          政策，算力（已述）：1 → 0（−1）
              −1：产业实施意见（330100-2023-1）；因陈述 R05 改编码
          政策，算力（○ 只说到该地）：1 → 0（−1）
              −1：产业实施意见（330100-2023-1）；因陈述 R05 改编码
    "#]]
    .assert_eq(&told);

    let report = json(&["diff", &old, &new, "--query", "focus:compute", "--format", "json"]);
    assert_eq!(report["changes"].as_array().unwrap().len(), 1);
    assert_eq!((&report["changes"][0]["id"], &report["changes"][0]["change"]), (&"R05".into(), &"recoded".into()));
    for count in report["counts"].as_array().unwrap() {
        let terms = count["terms"].as_array().unwrap();
        let sum: i64 = terms.iter().map(|term| term["by"].as_i64().unwrap()).sum();
        assert_eq!(sum, count["difference"].as_i64().unwrap(), "{count}");
        assert_eq!(sum, count["new"].as_i64().unwrap() - count["old"].as_i64().unwrap(), "{count}");
        for term in terms {
            let causes: Vec<&str> =
                term["causes"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
            assert_eq!(causes, ["R05"], "{count}");
        }
    }
    let md = run(&["diff", &old, &new, "--lang", "en", "--format", "md"]).out;
    assert!(md.starts_with("# Catalogue ccid-2023-3: release 2026.2 and release 2026.2\n\n- "), "{md}");
    assert!(md.contains("\n- recoded \\[R05\\] "), "{md}");
}

#[test]
fn layout_and_comments_are_no_difference() {
    let (_folder, old, new) = releases("    // Focuses\n", "\n\n    /* the codebook */\n");
    let ran = run(&["diff", &old, &new]);
    assert_eq!(ran.done, Done::Exit(0));
    assert_eq!(ran.out.lines().nth(1), Some("两版内容相同"));
    assert_eq!(json(&["diff", &old, &new, "--format", "json"])["same"], true);
}

#[test]
fn two_catalogues_and_a_query_that_cannot_be_read_are_told_apart_from_a_difference() {
    let (folder, old, new) = releases(r#"id: "ccid-2023-3""#, r#"id: "other""#);
    let ran = run(&["diff", &old, &new]);
    assert_eq!(ran.done, Done::Exit(1));
    assert!(ran.err.contains("ccid-2023-3") && ran.err.contains("other"), "{}", ran.err);
    assert_eq!(run(&["diff", &old]).done, Done::Exit(2));
    assert_eq!(run(&["diff", &old, &old, "--query", "focus:none"]).done, Done::Exit(2));
    assert_eq!(run(&["diff", &old, folder.path().join("none.ron").to_str().unwrap()]).done, Done::Exit(1));

    // A focus that only the later release has.
    let (_folder, old, new) =
        releases("    focuses: [\n", "    focuses: [\n        (id: \"talent\", name: (zh: \"人才\")),\n");
    let ran = run(&["diff", &old, &new, "--query", "focus:talent"]);
    assert_eq!(ran.done, Done::Exit(1), "{}", ran.out);
    assert!(ran.out.contains("新增 [talent] 人才"), "{}", ran.out);
    assert!(
        ran.out.contains("计数从略：2026.2 版读不了这句查询“focus:talent”（第 7 列：未知方向“talent”）"),
        "{}",
        ran.out
    );
}

#[test]
fn a_catalogue_exported_is_opened_again_and_exported_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (n, query) in ["", "region:江苏 focus:algorithm", "-month:2023-05", "id:none"].into_iter().enumerate() {
        let (first, second, third) =
            (path(&format!("{n}.ron")), path(&format!("{n}b.ron")), path(&format!("{n}c.ron")));
        for (from, query, to) in [(None, query, &first), (Some(&first), query, &second), (Some(&first), "", &third)] {
            let mut call = vec!["export", query, "-o", to];
            call.extend(from.map(|from| ["--catalogue", from]).into_iter().flatten());
            let ran = run(&call);
            assert_eq!(ran.done, Done::Exit(0), "{call:?}: {}", ran.err);
        }
        let bytes = [&first, &second, &third].map(|path| fs::read(path).unwrap());
        assert!(bytes[0] == bytes[1] && bytes[0] == bytes[2], "{query}");
        let checked = run(&["check", &first]);
        assert_eq!(checked.done, Done::Exit(0), "{}", checked.out);
    }
    // The whole says the same as the embedded one; a part is another catalogue.
    let embedded = path("embedded.ron");
    fs::write(&embedded, EMBEDDED).unwrap();
    assert_eq!(json(&["diff", &embedded, &path("0.ron"), "--format", "json"])["same"], true);
    assert_eq!(run(&["diff", &embedded, &path("1.ron")]).done, Done::Exit(1));
    let listed = |catalogue: &str| {
        run(&["list", "region:江苏 focus:algorithm", "--catalogue", catalogue, "--format", "csv"]).out
    };
    assert_eq!(listed(&path("1.ron")), listed(&embedded));
    let whole = run(&["export", "", "-o", "-", "--format", "ron", "--whole", "--sort", "-month"]);
    assert_eq!(whole.out, fs::read_to_string(path("0.ron")).unwrap(), "a catalogue has its own order");
}
