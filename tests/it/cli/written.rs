//! Written files: exports and figures, to files by their names and to standard output, whole or not at all.

use super::*;

#[test]
fn exports_are_whole_or_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let names = ["csv", "xlsx", "json", "md", "jsonl", "html", "parquet", "sqlite"].map(|end| format!("a.{end}"));
    for name in &names {
        let ran = run(&["export", "--whole", "-o", &path(name)]);
        assert_eq!(ran.done, Done::Exit(0), "{name}: {}", ran.err);
    }
    for name in &names {
        let first = fs::read(path(name)).unwrap();
        run(&["export", "--whole", "-o", &path(name)]);
        assert!(first == fs::read(path(name)).unwrap(), "{name}: the same bytes each time");
    }
    // To a folder, into a folder that is not there, and a bad query: nothing is written, nothing is lost.
    for (file, query, status) in [
        (folder.path().to_str().unwrap().to_owned(), "", 1),
        (path("no/such.csv"), "", 1),
        (path("a.csv"), "focus:x", 2),
    ] {
        let ran = run(&["export", query, "-o", &file, "--format", "csv"]);
        assert_eq!(ran.done, Done::Exit(status), "{file}");
        assert!(ran.err.lines().next().unwrap().ends_with(&file) || status == 2 || file.contains("no/"), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), names.len(), "no neighbour is left behind");
    assert_eq!(fs::read_to_string(path("a.csv")).unwrap(), run(&["list", "--format", "csv"]).out);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_shell_has_opened_is_written_as_standard_output_is() {
    use std::os::fd::AsRawFd as _;
    let file = tempfile::NamedTempFile::new().unwrap();
    let ran = run(&["export", "--format", "csv", "-o", &format!("/dev/fd/{}", file.as_raw_fd())]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    assert_eq!(fs::read_to_string(file.path()).unwrap(), run(&["list", "--format", "csv"]).out);
}

#[test]
fn parts_by_province_are_a_folder_that_is_new_and_parquet_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let ran = run(&["export", "region:江苏,上海", "-o", &path("parts"), "--partition", "province"]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    for province in ["310000", "320000"] {
        assert!(fs::read(path(&format!("parts/province={province}/part.parquet"))).unwrap().starts_with(b"PAR1"));
    }
    assert_eq!(fs::read_dir(path("parts")).unwrap().count(), 2);
    for (args, status, said) in [
        (&["-o", &path("parts"), "--partition", "province"][..], 1, "the folder is not empty"),
        (&["-o", "-", "--partition", "province"], 2, "parquet"),
        (&["-o", &path("b"), "--partition", "province", "--format", "csv"], 2, "--partition writes parquet"),
        (&["--bundle", &path("b"), "--partition", "province"], 2, "--partition cannot stand with --bundle"),
        (&["-o", &path("b"), "--partition", "city"], 2, "province"),
    ] {
        let ran = run(&[&["export", "--lang", "en"], args].concat());
        assert_eq!(ran.done, Done::Exit(status), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    assert!(!folder.path().join("b").exists());
}

#[test]
fn a_page_that_filters_by_itself_is_one_file_of_html() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let file = path("政策网页.html");
    let ran = run(&["export", "focus:data", "-o", &file, "--live"]);
    assert_eq!((ran.done, ran.err.lines().count()), (Done::Exit(0), 1), "{}", ran.err);
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(run(&["export", "focus:data", "-o", "-", "--live"]).out, page);
    assert!(page.contains("<dd>方向：数据</dd>"), "the query is the scope of the page");
    let english = run(&["export", "-o", "-", "--live", "--lang", "en"]).out;
    assert!(english.contains("<html lang=\"en\">") && english.contains("\"Clear filters\""), "{english}");
    for (args, named) in [
        (&["-o", "x.csv"][..], "x.csv"),
        (&["-o", "x.html", "--format", "html"], "--format"),
        (&["-o", "x.html", "--unit", "region"], "--unit"),
        (&["-o", "x.html", "--columns", "id"], "--columns"),
        (&["-o", "x.html", "--sort", "id"], "--sort"),
        (&["-o", "x.html", "--whole"], "--whole"),
        (&["--bundle", "x"], "--live"),
    ] {
        let ran = run(&[&["export", "--live"], args].concat());
        assert_eq!(ran.done, Done::Exit(2), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(named), "{args:?}: {}", ran.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    // Nobody can make files in /proc, not even the superuser, for whom modes do not count.
    let ran = run(&["export", "-o", "/proc/policy-atlas.csv"]);
    assert_eq!(ran.done, Done::Exit(1));
    assert!(ran.err.contains("/proc"), "{}", ran.err);

    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let file = folder.path().join("a.csv").display().to_string();
    if fs::write(folder.path().join("probe"), "").is_err() {
        let ran = run(&["export", "-o", &file]);
        assert_eq!(ran.done, Done::Exit(1));
        assert!(ran.err.ends_with(&format!("{file}\n")), "{}", ran.err);
    }
}

/// The embedded catalogue with faults in three records.

#[test]
fn csv_is_read_back_by_its_rules() {
    let text = run(&["list", "--format", "csv"]).out;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let titles: Vec<String> = reader.records().map(|r| r.unwrap().get(6).unwrap().to_owned()).collect();
    assert_eq!(titles.len(), 12);
    assert!(titles.iter().all(|title| EMBEDDED.contains(title.as_str())));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("formula.ron");
    fs::write(&file, EMBEDDED.replacen("zh: \"产业十三条\"", "zh: \"@SUM(1,2)\"", 1)).unwrap();
    let with = |format: &str| {
        let args = ["list", "id:131000-2023-1", "--columns", "id,short", "--format", format, "--catalogue"];
        run(&[&args[..], &[file.to_str().unwrap()]].concat()).out
    };
    assert_eq!(with("csv"), "id,short\n131000-2023-1,\"@SUM(1,2)\"\n");
    let out = folder.path().join("a.csv");
    let args = ["export", "id:131000-2023-1", "--columns", "id,short", "--format", "csv-excel", "-o"];
    run(&[&args[..], &[out.to_str().unwrap(), "--catalogue", file.to_str().unwrap()]].concat());
    assert_eq!(fs::read_to_string(out).unwrap(), "\u{FEFF}id,short\r\n131000-2023-1,\"'@SUM(1,2)\"\r\n");
}

struct Closed(io::ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_quietly_and_a_full_disk_does_not() {
    for format in ["table", "ids", "csv", "json", "md"] {
        for (kind, status) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 1)] {
            let words = ["policy-atlas", "list", "--format", format].map(OsString::from);
            let mut err = Vec::new();
            let done = cli::run(words, &Env::default(), &mut Closed(kind), &mut err);
            assert_eq!(done, Done::Exit(status), "{format} {kind}");
            assert_eq!(err.is_empty(), status == 0, "{format} {kind}");
        }
    }
}

#[test]
fn figures_go_to_files_by_their_names_and_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for (name, begin) in [
        ("a.svg", &b"<?xml"[..]),
        ("a.png", &b"\x89PNG"[..]),
        ("a.pdf", &b"%PDF"[..]),
        ("a.csv", &b"month,label,count,final,draft\n2023-02,2023-02,2,2,0\n"[..]),
    ] {
        let ran = run(&["plot", "by-month", "-o", &at(name)]);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(0), ""), "{}", ran.err);
        assert_eq!(ran.err, format!("已写出“各月政策数”：{}\n", at(name)));
        assert!(fs::read(at(name)).unwrap().starts_with(begin), "{name}");
    }
    let ran = run(&["plot", "by-month", "-o", "-"]);
    assert_eq!(ran.out, fs::read_to_string(at("a.svg")).unwrap());
    let ran = run_in(Lang::En, &["plot", "by-month", "-o", "-"]);
    assert!(ran.out.contains("各月政策数"), "figures are Chinese unless the call says otherwise");
    let ran = run(&["plot", "by-month", "-o", "-", "--lang", "en", "--theme", "dark"]);
    assert!(ran.out.contains("Policies by month") && ran.out.contains("#1e2124"));
    let ran = run(&["plot", "focus-heatmap", "-focus:data", "-o", "-", "--format", "csv", "--unit", "policy"]);
    assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
    assert!(ran.out.starts_with("id,label,focus_compute,"));
}

#[test]
fn words_of_a_figure_that_are_off_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for (args, said) in [
        (vec!["plot", "by-mont", "-o", "-"], "没有图“by-mont”，是否指 by-month？"),
        (vec!["plot", "by-month"], "缺少 --output <FILE>"),
        (vec!["plot", "by-month", "-o", "x.gif"], "看不出格式"),
        (vec!["plot", "by-month", "-o", "-", "--size", "12"], "大小“12”不成立"),
        (vec!["plot", "by-month", "-o", "-", "--size", "100x100"], "大小“100x100”不成立"),
        (vec!["plot", "by-month", "-o", "-", "--size", "59mm"], "印刷用毫米，如 85mm 或 85x60mm，宽 60 到 180"),
        (vec!["plot", "by-month", "-o", "-", "--size", "85x10mm"], "大小“85x10mm”不成立"),
        (vec!["plot", "by-month", "-o", "-", "--dpi", "0"], "--dpi 应为 24 到 1200 的整数"),
        (vec!["plot", "by-month", "a", "b", "-o", "-"], "请把整句查询放在引号里，如 'a b'"),
        (vec!["plot", "by-month", "focus:comptue", "-o", "-"], "是否指 compute？"),
    ] {
        let ran = run(&args);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(2), ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    let ran = run(&["plot", "by-month", "-o", &at("no/such/a.svg")]);
    assert_eq!(ran.done, Done::Exit(1));
    let ran = run(&["plot", "timeline", "-o", &at("a.svg"), "--size", "900x300"]);
    assert!(ran.done == Done::Exit(0) && ran.err.contains("图需要的高度超过 300"), "{}", ran.err);
}

#[test]
fn a_figure_for_print_has_its_size_in_millimetres() {
    let folder = tempfile::tempdir().unwrap();
    for (size, width, told) in [
        ("85mm", "85mm", ""),
        ("170 毫米", "170mm", ""),
        ("180x120mm", "180mm", ""),
        ("85x20mm", "85mm", "图需要的高度超过 20 mm，实为 "),
    ] {
        let path = folder.path().join("a.svg");
        let ran = run(&["plot", "by-region", "-o", &path.to_string_lossy(), "--size", size]);
        assert!(ran.done == Done::Exit(0) && ran.err.contains(told), "{size}: {}", ran.err);
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(&format!("width=\"{width}\" height=\"")), "{size}: {}", &text[..300]);
    }
}

#[test]
fn sources_that_a_figure_does_not_name_are_listed_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let plot = |query: &str, name: &str| {
        let path = folder.path().join(name);
        let ran = run(&["plot", "by-month", query, "-o", &path.to_string_lossy(), "--size", "85mm"]);
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
        (fs::read_to_string(path).unwrap(), fs::read_to_string(folder.path().join(format!("{name}-sources.md"))))
    };
    let (figure, beside) = plot("", "few.svg");
    assert!(!figure.contains("-sources.md") && beside.is_err());
    let (figure, _) = plot("source:any", "many.svg");
    assert!(figure.contains("逐一列在") && figure.contains("many-sources.md"), "{figure}");
    let list = fs::read_to_string(folder.path().join("many-sources.md")).unwrap();
    assert!(list.starts_with("# “各月政策数”的来源\n\n1. ") && list.lines().count() > 10, "{list}");
    let ran = run(&["plot", "by-month", "source:any", "-o", "-"]);
    assert!(ran.err.contains("没有逐一写出"), "{}", ran.err);
}

#[test]
fn an_empty_figure_is_drawn_and_gets_a_hint() {
    let ran = run(&["plot", "timeline", "id:none", "-o", "-"]);
    assert_eq!(ran.done, Done::Exit(0));
    assert!(ran.out.contains("没有符合条件的政策") && ran.out.contains("0 / 12 项"), "{}", ran.out);
    assert!(ran.err.contains("没有符合条件的政策"), "{}", ran.err);
}
