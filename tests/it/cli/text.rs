//! Documents on the command line, as intake reads them.

use super::*;

#[test]
fn a_text_is_shown_by_paragraph_or_by_sentence_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("办法.txt");
    fs::write(&path, "某市办法\r\n一、总则\r\n　　坚持应用。增长3.5%。\r\n（一）算力\r\n发放算力券。\r\n").unwrap();
    let path = path.to_str().unwrap();
    check(
        &["text", path],
        0,
        expect![[r#"
            某市办法
            一、总则
            坚持应用。增长3.5%。
            （一）算力
            发放算力券。
        "#]],
        expect![[r#"
            纯文本：5 段
        "#]],
    );
    let ran = run(&["text", path, "--sentences"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.get(2..4), Some(&["3.1\t一\t坚持应用。", "3.2\t一\t增长3.5%。"][..]), "{}", ran.out);
    assert_eq!(lines.last(), Some(&"5.1\t一（一）\t发放算力券。"));
    let value = json(&["text", path, "--sentences", "--format", "json"]);
    assert_eq!(value["paragraphs"][2]["sentences"][1], "增长3.5%。");
    assert_eq!((&value["paragraphs"][4]["at"], &value["paragraphs"][4]["of"]), (&"一（一）".into(), &"body".into()));
}

#[test]
fn a_draft_stands_beside_the_final_text_sentence_by_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let [draft, last] = ["意见稿.txt", "正式.txt"].map(|name| folder.path().join(name));
    fs::write(&draft, "一、总则\n坚持应用。每年安排1000万元。征求意见。\n").unwrap();
    fs::write(&last, "一、总则\n坚持应用。每年安排2000万元。\n支持企业。\n").unwrap();
    let [draft, last] = [&draft, &last].map(|path| path.to_str().unwrap());
    check(
        &["text", last, "--beside", draft],
        0,
        expect![[r#"
            =	1.1	1.1	一、总则
            =	2.1	2.1	坚持应用。
            ~	2.2	2.2	每年安排[-1-][+2+]000万元。
            -	2.3	-	征求意见。
            +	-	3.1	支持企业。
        "#]],
        expect![[r#"
            相同 2 句，改动 1 句，删去 1 句，新增 1 句
        "#]],
    );
    let value = json(&["text", last, "--beside", draft, "--format", "json"]);
    assert_eq!((&value[2]["change"], &value[2]["pieces"][1]["removed"]), (&"changed".into(), &"1".into()));
    assert_eq!(value[4]["before"], serde_json::Value::Null);
}

#[test]
fn a_file_without_a_text_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, said) in [(&b"%PDF-1.7"[..], "全选、复制"), (b"\xD0\xCF\x11\xE0", "另存为 .docx"), (b"", "没有文字")]
    {
        let path = folder.path().join("file");
        fs::write(&path, bytes).unwrap();
        let ran = run(&["text", path.to_str().unwrap()]);
        assert_eq!((ran.done, ran.out.as_str()), (Done::Exit(1), ""), "{}", ran.err);
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert_eq!(run(&["text", "nowhere.docx"]).done, Done::Exit(1));
    assert_eq!(run(&["text", "-", "--encoding", "klingon"]).done, Done::Exit(2));
}
