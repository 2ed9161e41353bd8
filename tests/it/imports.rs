//! Tables imported on the command line: told as they are done, once, and into the layer alone.

use std::fs;
use std::path::Path;

use policy_atlas::cli::Done;
use serde_json::Value;

use crate::cli::{Ran, run};

/// A folder with a new layer and tables in it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        let ran = run(&["layer", "new", &folder.path("own.ron"), "--tag", "k7qa"]);
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
        folder
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    fn layer(&self) -> String {
        fs::read_to_string(self.path("own.ron")).unwrap()
    }

    fn import(&self, table: &str, more: &[&str]) -> Ran {
        let layer = self.path("own.ron");
        run(&[&["import", table, "--to", &layer, "--on", "2026-12-01"], more].concat())
    }
}

const TABLE: &str = "2024年样例\r\n序号,地市,发布时间,文件名称,发文字号,责任处室\r\n\
    1,温州市,2024年5月6日,《温州市甲办法》,温政办[2024]12号,数字经济处\r\n\
    2,丽水,2024/6/1,\"丽水市\r\n乙办法\",,\r\n\
    3,台州,2024年13月,台州市丙办法,,\r\n合计,3项\r\n";

#[test]
fn a_dry_run_prints_what_the_run_prints_and_writes_nothing() {
    let folder = Folder::new();
    let table = folder.write("台账.csv", TABLE);
    let empty = folder.layer();
    for format in ["text", "json", "csv"] {
        let dry = folder.import(&table, &["--dry-run", "--format", format]);
        assert_eq!((dry.done, folder.layer()), (Done::Exit(1), empty.clone()), "{}", dry.err);
        let wet = folder.import(&table, &["--format", format]);
        assert_eq!((wet.done, &wet.out, &wet.err), (Done::Exit(1), &dry.out, &dry.err));
        assert_ne!(folder.layer(), empty);
        folder.write("own.ron", &empty);
    }
    let ran = folder.import(&table, &[]);
    for line in [
        "表格：表头第 2 行，6 列",
        "列 A “序号” → 忽略",
        "列 F “责任处室” → 作为备注（没有认出；如 数字经济处）",
        "第 5 行有问题：台州市丙办法",
        "C5 发布时间 “2024年13月”：没有这个日期，最近的是 2024-12（可改为 2024-12）",
        "第 6 行不是记录（合计）：合计 3项",
        "4 行：新增 2 · 有问题 1 · 不是记录 1",
        "有内容的 23 格：表头 7 · 写入字段 7 · 写入备注 1 · 忽略 3（列“序号”） · 没有导入 5",
        "2 项改动",
    ] {
        assert!(ran.out.lines().any(|own| own.trim_start() == line), "{line}\n{}", ran.out);
    }
    let layer = folder.layer();
    for part in [
        "id: \"330300-2024-k7qa1\"",
        "value: \"温政办〔2024〕12号\"",
        "(name: \"责任处室\", value: \"数字经济处\")",
        "title: (zh: \"丽水市 乙办法\")",
        "file: \"台账.csv\"",
        "rows: 3, taken: 2",
    ] {
        assert!(layer.contains(part), "{part}\n{layer}");
    }
    // The second time there is nothing to do; the row with a problem is told again.
    let again = folder.import(&table, &[]);
    assert!(again.out.ends_with("\n0 项改动\n") && again.out.contains("无变化 2"), "{}", again.out);
    assert_eq!(folder.layer(), layer);
}

#[test]
fn problems_are_solved_by_a_mapping_or_kept_as_drafts() {
    let folder = Folder::new();
    let table = folder.write("台账.csv", TABLE);
    let drafts = folder.import(&table, &["--drafts"]);
    assert_eq!(drafts.done, Done::Exit(0), "{}", drafts.err);
    assert!(folder.layer().contains("draft: true"));
    let again = folder.import(&table, &[]);
    assert_eq!((again.done, again.out.ends_with("\n0 项改动\n")), (Done::Exit(0), true), "{}", again.out);
    let map = folder.write("map.ron", "(rules: [(head: \"发布时间\", from: \"2024年13月\", to: \"2024-12\")])");
    let mended = folder.import(&table, &["--map", &map]);
    assert_eq!(mended.done, Done::Exit(0), "{}", mended.err);
    assert!(
        mended.out.contains("C5 公布日期：2024年13月 → 2024-12") && mended.out.ends_with("\n1 项改动\n"),
        "{}",
        mended.out
    );
    assert!(!folder.layer().contains("draft: true"));
    for (text, why) in
        [("", "是空的"), ("(columns: [(head: \"甲\", field: \"乙\")])", "map.ron:1:"), ("(schema: 9)", "9")]
    {
        let map = folder.write("map.ron", text);
        let ran = folder.import(&table, &["--map", &map]);
        assert!(ran.done == Done::Exit(1) && ran.err.contains(why), "{text}: {}", ran.err);
    }
}

#[test]
fn a_question_about_a_column_is_answered_before_anything_is_written() {
    let folder = Folder::new();
    let table = folder.write("a.csv", "地区,标题,时间\n温州,甲办法,2024-05\n");
    let empty = folder.layer();
    let asked = folder.import(&table, &[]);
    assert_eq!((asked.done, folder.layer()), (Done::Exit(1), empty));
    assert!(
        asked.out.contains("“时间”是公布、签署还是印发日期？") && asked.out.ends_with("\n0 项改动\n"),
        "{}",
        asked.out
    );
    assert!(asked.err.contains("(columns: [(head: \"时间\", field: \"published\")])"), "{}", asked.err);
    let map = folder.write("map.ron", "(columns: [(head: \"时间\", field: \"signed\")])");
    assert_eq!(folder.import(&table, &["--map", &map]).done, Done::Exit(0));
    assert!(folder.layer().contains("(kind: Signed, on: \"2024-05\""), "{}", folder.layer());
}

#[test]
fn a_call_that_cannot_be_done_says_why() {
    let folder = Folder::new();
    let table = folder.write("a.csv", "甲,乙\n丙,丁\n");
    let no_table = folder.write("a.pdf", "%PDF-1.7");
    let missing = folder.path("no.csv");
    for (args, status, why) in [
        (&["import", table.as_str()][..], 2, "--to"),
        (&["import", "--to", "x.ron"], 2, "哪个文件"),
        (&["import", &table, "--to", &folder.path("own.ron")], 1, "--header"),
        (&["import", &table, "--to", &folder.path("own.ron"), "--header", "0"], 2, "不是行号"),
        (&["import", &table, "--to", &folder.path("own.ron"), "--sheet", "甲"], 2, "没有叫“甲”的工作表"),
        (&["import", &table, "--to", &folder.path("own.ron"), "--encoding", "甲"], 2, "gb18030"),
        (&["import", &no_table, "--to", &folder.path("own.ron")], 1, "PDF"),
        (&["import", &missing, "--to", &folder.path("own.ron")], 1, "no.csv"),
        (&["import", &table, "--to", &folder.path("no.ron")], 1, "no.ron"),
    ] {
        let ran = run(args);
        assert!(ran.done == Done::Exit(status) && ran.err.contains(why), "{args:?}: {:?} {}", ran.done, ran.err);
    }
    assert!(Path::new(&folder.path("own.ron")).exists());
}

#[test]
fn the_template_is_filled_in_and_imported() {
    let folder = Folder::new();
    let template = folder.path("模板.xlsx");
    assert_eq!(run(&["import", "--template", &template]).done, Done::Exit(0));
    let ran = folder.import(&template, &[]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    assert_eq!(ran.out.matches("模板的示例").count(), 2, "{}", ran.out);
    assert!(ran.out.contains("“算力” → compute") && !ran.out.contains("没有认出"), "{}", ran.out);
    assert!(ran.out.ends_with("\n0 项改动\n"), "{}", ran.out);
    let table = folder.write("a.csv", "地区,标题,发布日期,算力,企业\n温州,甲办法,2024,核心,某公司\n");
    assert_eq!(folder.import(&table, &[]).done, Done::Exit(0));
    let layer = folder.layer();
    assert!(layer.contains("strength: Core") && layer.contains("(name: \"企业\", value: \"某公司\")"), "{layer}");
}

#[test]
fn an_import_is_told_to_programs() {
    let folder = Folder::new();
    let table = folder.write("台账.csv", TABLE);
    let told: Value = serde_json::from_str(&folder.import(&table, &["--format", "json"]).out).unwrap();
    let text = |path: &str| told.pointer(path).unwrap_or_else(|| panic!("{path} {told:#}")).clone();
    for (path, expected) in [
        ("/file", Value::from("台账.csv")),
        ("/encoding", Value::from("UTF-8")),
        ("/sheets/0/header/0", Value::from(2)),
        ("/sheets/0/columns/5/recognised", Value::from(false)),
        ("/rows/0/fate", Value::from("new")),
        ("/rows/0/region", Value::from("330300")),
        ("/rows/2/problems/0/cell", Value::from("C5")),
        ("/rows/2/problems/0/offers/0", Value::from("2024-12")),
        ("/rows/3/fate", Value::from("no_record")),
        ("/cells/all", Value::from(23)),
        ("/changes", Value::from(2)),
    ] {
        assert_eq!(text(path), expected, "{path}");
    }
    let csv = folder.import(&table, &["--format", "csv"]).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let fates: Vec<String> = reader.records().map(|row| row.unwrap()[2].to_owned()).collect();
    assert_eq!(fates, ["same", "same", "faulty", "no_record"]);
}
