//! Files with faults: each problem told with its place, and what is sound of a file used.

use super::*;

fn broken() -> String {
    EMBEDDED
        .replacen("region: \"320100\",", "region: \"999999\",", 1)
        .replacen(
            "on: \"2023-08\", version: Own, source: \"ccid\"",
            "on: \"2023-13\", version: Own, source: \"ccid\"",
            1,
        )
        .replacen("kind: Frame, of: All,", "kind: Frme, of: All,", 1)
}

#[test]
fn three_broken_records_are_three_problems_and_cost_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.ron");
    fs::write(&file, broken()).unwrap();
    let name = file.to_str().unwrap();
    let ran = run(&["check", name]);
    assert_eq!(ran.done, Done::Exit(1));
    expect![[r#"
        FILE:302:39: 错误: 日期“2023-13”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [640000-2023-1]
        FILE:422:42: 错误: 未知地区“999999” [320100-2023-1]
        FILE:486:30: 错误: 未知取值 Frme（可用：Focus Emphasis Attention Frame Fact Count Advice），是否指 Frame？ [R03]
    "#]]
    .assert_eq(&ran.out.replace(name, "FILE"));
    expect![[r#"
        3 个错误，0 个警告；完好的政策 10 项、陈述 95 条：FILE
    "#]]
    .assert_eq(&ran.err.replace(name, "FILE"));
    for line in ran.out.lines() {
        let place: Vec<&str> = line.strip_prefix(name).unwrap().split(':').collect();
        assert!(place[1].parse::<u32>().is_ok() && place[2].parse::<u32>().is_ok(), "{line}");
    }
    let ran = run(&["list", "--format", "ids", "--catalogue", name]);
    assert_eq!(ran.done, Done::Exit(1));
    assert_eq!(ran.out.lines().count(), 10, "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 4, "{}", ran.err);
}

#[test]
fn files_as_people_save_them() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(EMBEDDED.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let table: [(&str, Vec<u8>, u8, &str); 6] = [
        ("bom.ron", [b"\xEF\xBB\xBF", EMBEDDED.as_bytes()].concat(), 0, ""),
        ("crlf.ron", EMBEDDED.replace('\n', "\r\n").into_bytes(), 0, ""),
        ("gbk.ron", b"(schema: 1, id: \"\xB1\xB1\xBE\xA9\")".to_vec(), 1, "GBK"),
        ("utf16.ron", utf16, 1, "UTF-16"),
        ("nul.ron", [EMBEDDED.as_bytes(), b"\0"].concat(), 1, "NUL"),
        ("empty.ron", Vec::new(), 1, "空"),
    ];
    for (name, bytes, status, word) in table {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let ran = run(&["check", file.to_str().unwrap()]);
        assert_eq!(ran.done, Done::Exit(status), "{name}: {}", ran.out);
        assert!(ran.out.contains(word) && ran.out.lines().count() == usize::from(status), "{name}: {}", ran.out);
        let ran = run(&["list", "--format", "ids", "--catalogue", file.to_str().unwrap()]);
        assert_eq!((ran.done, ran.out.lines().count()), (Done::Exit(status), 12 * usize::from(status == 0)), "{name}");
    }
}

#[test]
fn the_embedded_catalogue_has_no_problem() {
    check(
        &["check"],
        0,
        expect![[""]],
        expect![[r#"
        0 个错误，0 个警告；完好的政策 12 项、陈述 96 条：内置目录
    "#]],
    );
    assert!(Path::new("policies.ron").exists());
    assert_eq!(run(&["check", "policies.ron", "policies.ron"]).done, Done::Exit(0));
}

#[cfg(unix)]
#[test]
fn no_sign_of_a_name_or_a_text_commands_the_terminal() {
    let odd = "\u{1b}[31m\u{7}\u{202e}\r\nFORGED";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("a{odd}.ron"));
    let text = EMBEDDED
        .replacen("id: \"", &format!("id: \"{odd}"), 1)
        .replacen("zh: \"", &format!("zh: \"{odd}"), 1)
        .replacen("region: \"110000\"", &format!("region: \"{odd}\""), 1);
    assert_eq!(text.matches("FORGED").count(), 3);
    fs::write(&path, text).unwrap();
    // What is typed has its lines from whoever types it.
    let typed = odd.replace('\n', "");
    let typed = typed.as_str();
    let catalogue = path.to_str().unwrap();
    let missing = format!("{catalogue}.ron");
    for args in [
        &["check", catalogue] as &[&str],
        &["check", &missing],
        &[&missing],
        &["list"],
        &["list", typed],
        &["list", "--format", "ids"],
        &["show", "310000-2023-1"],
        &["show", typed],
        &["compare", "310000", "440300"],
        &["compare", "310000", typed],
        &["claims"],
        &["stats"],
        &["stats", "--by", typed],
    ] {
        let before: &[&str] = if args.contains(&"check") || args.len() == 1 && args[0] == missing {
            &[]
        } else {
            &["--catalogue", catalogue]
        };
        for lang in [Lang::Zh, Lang::En] {
            let ran = run_in(lang, &[before, args].concat());
            for (name, said) in [("output", &ran.out), ("error", &ran.err)] {
                let raw = said.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
                assert_eq!(raw, None, "{args:?} {name}: {said:?}");
                assert!(!said.lines().any(|line| line.starts_with("FORGED")), "{args:?} {name}: {said:?}");
            }
        }
    }
}
