//! The coding of statements, as the command line tells it: who sorted a cell, the basis of a month, modality.

use super::*;

#[test]
fn what_a_month_is_by_and_who_sorted_a_cell_are_columns_for_those_who_ask() {
    let columns = "id,month_by,assigned_by_algorithm,assigned_by_compute";
    check_lines(
        &["list", "id:110000-2023-2,131000-2023-1", "--columns", columns, "--format", "csv"],
        &[columns, "131000-2023-1,published,source,", "110000-2023-2,published,coder,"],
    );
    let header = run(&["list", "--format", "csv"]).out;
    assert!(header.lines().next().unwrap().ends_with(",keywords,sources"), "{header}");
    let shown = json(&["show", "110000-2023-2", "--format", "json"]);
    assert_eq!((&shown["month_by"], &shown["focuses"][1]["assigned_by"]), (&"published".into(), &"coder".into()));
    assert!(
        run(&["show", "110000-2023-2"]).out.contains("提及（编者归类）"),
        "a ● of the coder is told from one of the source"
    );
}

#[test]
fn modality_and_span_stand_by_the_statement() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.ron");
    let text = r#"(schema: 1, id: "m", release: "1", title: (zh: "试"), default_sources: ["s"],
        focuses: [(id: "data", name: (zh: "数据"))], sources: [(id: "s", grade: Report, title: "报告", covers: All)], policies: [],
        statements: [
            (id: "S1", kind: Focus, of: Regions(["320200"]), focuses: ["data"], strength: Mentioned, list: Closed,
             assigned_by: Source, modality: Plans, summary: (zh: "拟建先行区"), source: "s"),
            (id: "S2", kind: Count, of: Regions(["320200"]), summary: (zh: "大模型64个"), value: 64, from: "2023-01", until: "2023-07", source: "s"),
            (id: "S3", kind: Advice, of: Regions(["320200"]), focuses: ["data"], summary: (zh: "宜开放数据"), source: "s"),
        ])"#;
    fs::write(&path, text).unwrap();
    let show = |format: &str| run(&["show", "320200", "--format", format, "--catalogue", path.to_str().unwrap()]).out;
    let page = show("text");
    for line in [
        "[S1] 数据 · 提及 · 拟：拟建先行区",
        "[S2] 数字 · 2023-01 至 2023-07：大模型64个",
        "[S3] 建议 · 数据：宜开放数据",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let told: serde_json::Value = serde_json::from_str(&show("json")).unwrap();
    let said = &told["statements_of_place"];
    assert_eq!((&said[0]["modality"], &said[0]["assigned_by"]), (&"plans".into(), &"source".into()));
    assert_eq!((&said[1]["from"], &said[1]["until"]), (&"2023-01".into(), &"2023-07".into()));
    assert_eq!(said[2]["kind"], "advice");
    let counted = run(&["stats", "--by", "focus", "--format", "csv", "--catalogue", path.to_str().unwrap()]).out;
    assert!(counted.contains("data,数据,1,"), "{counted}");
}
