//! Tests of the problems of texts, marks and readings.

use super::*;

/// The catalogue of these tests with a text of two paragraphs, and with these records.
fn read(texts: &str, readings: &str, statement: &str) -> String {
    let text = file(
        "        (id: \"310000-2023-1\", region: \"310000\", title: (zh: \"乙\"), stage: Final),",
        &format!(
            "        (id: \"S1\", kind: Fact, of: Policy(\"110000-2023-1\"), summary: (zh: \"券\"), source: \"part\"{statement}),"
        ),
    );
    let lists = format!(
        "    texts: [
        (id: \"T1\", of: \"110000-2023-1\", source: \"part\", paragraphs: [\"一、总体要求\", \"统筹算力。每年安排算力券1000万元。\"]),
{texts}
    ],
    readings: [
        (id: \"R1\", of: \"110000-2023-1\", text: \"T1\", by: \"a\", on: \"2026-12-01\", focuses: Only([\"data\"]), whole: true),
{readings}
    ],
    statements:"
    );
    text.replacen("    statements:", &lists, 1)
}

#[test]
fn a_mark_has_the_words_of_its_quotation() {
    let quote = "quote: \"每年安排算力券1000万元。\"";
    let sound = format!(", {quote}, mark: (text: \"T1\", paragraph: 2, from: 5, to: 19, before: \"统筹算力。\")");
    let catalogue = check_in(Lang::Zh, &read("", "", &sound), &[]).unwrap();
    let mark = catalogue.statements[1].mark.clone().unwrap();
    assert_eq!(catalogue[mark.text].words_at(&mark), catalogue.statements[1].quote.as_deref());
    assert_eq!(catalogue.readings[0].focuses, ReadFocuses::Only(vec![FocusIdx(1)]));
    let differ = "错误: 标注处的文字与引文不同：正文这里是“每年安排算力券1000万元。”。请改引文，或重新标注 [S1]";
    for (statement, expected) in [
        (", quote: ‸\"每年安排算力券2000万元。\", mark: (text: \"T1\", paragraph: 2, from: 5, to: 19)", differ),
        (", quote: \"每年\", mark: (text: ‸\"T9\", paragraph: 2, from: 5, to: 7)", "错误: 未知正文“T9” [S1]"),
        (
            ", quote: \"每年\", mark: (text: \"T1\", paragraph: ‸3, from: 5, to: 7)",
            "错误: 正文 T1 只有 2 段：段落从 1 数起 [S1]",
        ),
        (
            ", quote: \"每年\", mark: (text: \"T1\", paragraph: ‸0, from: 5, to: 7)",
            "错误: 正文 T1 只有 2 段：段落从 1 数起 [S1]",
        ),
        (
            ", quote: \"每年\", mark: (text: \"T1\", paragraph: 2, from: 5, to: ‸20)",
            "错误: 正文 T1 的这一段有 19 个字：from 从 0 数起，to 在末字之后，须大于 from [S1]",
        ),
        (
            ", quote: \"每年\", mark: (text: \"T1\", paragraph: 2, from: 5, to: ‸5)",
            "错误: 正文 T1 的这一段有 19 个字：from 从 0 数起，to 在末字之后，须大于 from [S1]",
        ),
        (
            ", version: ‸Draft, quote: \"每年\", mark: (text: \"T1\", paragraph: 2, from: 5, to: 7)",
            "错误: 标注在正文 T1 里，那是本版：这一条须写 version: Own [S1]",
        ),
    ] {
        check(&read("", "", statement), &[expected]);
    }
    // One character of the quotation altered, whichever.
    for n in 0..14 {
        let altered: String =
            "每年安排算力券1000万元。".chars().enumerate().map(|(at, c)| if at == n { '改' } else { c }).collect();
        let statement = format!(", quote: ‸\"{altered}\", mark: (text: \"T1\", paragraph: 2, from: 5, to: 19)");
        check(&read("", "", &statement), &[differ]);
    }
    let english = ", quote: ‸\"每月\", mark: (text: \"T1\", paragraph: 2, from: 5, to: 7)";
    let differ =
        "error: words at the mark differ: the text has \"每年\" there; mend the quotation or mark it again [S1]";
    check_in(Lang::En, &read("", "", english), &[differ]);
    let unquoted =
        read("", "", ", mark: (text: \"T1\", paragraph: 2, from: 5, to: 7)").replacen("(id: \"S1\"", "‸(id: \"S1\"", 1);
    check(&unquoted, &["错误: 缺少字段 quote [S1]"]);
}

#[test]
fn a_cue_that_would_stand_in_every_sentence_is_told() {
    let focus = "(id: \"compute\",";
    for cue in ["“”", "", " ", "《》"] {
        for name in ["cues", "not_cues"] {
            let text = read("", "", "").replacen(focus, &format!("{focus} {name}: [\"算力\", ‸\"{cue}\"],"), 1);
            check(&text, &["错误: 文字是空的 [compute]"]);
        }
    }
}

#[test]
fn texts_and_readings_are_of_records_that_are_there() {
    let other = "错误: 正文 T1 是政策 110000-2023-1 的，不是这一条所说的政策 [R2]";
    for (texts, readings, expected) in [
        (
            "(id: \"T2\", of: ‸\"120000-2023-1\", source: \"part\", paragraphs: [\"段\"]),",
            "",
            "错误: 未知政策“120000-2023-1”，是否指 110000-2023-1？ [T2]",
        ),
        (
            "(id: \"T2\", of: \"110000-2023-1\", source: ‸\"none\", paragraphs: [\"段\"]),",
            "",
            "错误: 未知来源“none” [T2]",
        ),
        ("(id: \"T2\", of: \"110000-2023-1\", source: \"part\", paragraphs: ‸[]),", "", "错误: 文字是空的 [T2]"),
        (
            "(id: \"T2\", of: \"110000-2023-1\", source: \"part\", paragraphs: [\"段\", ‸\" \"]),",
            "",
            "错误: 文字是空的 [T2]",
        ),
        (
            "",
            "(id: \"R2\", of: ‸\"120000-2023-9\", text: \"T1\", by: \"a\", on: \"2026-12-01\", focuses: All),",
            "错误: 未知政策“120000-2023-9”，是否指 110000-2023-1？ [R2]",
        ),
        (
            "",
            "(id: \"R2\", of: \"110000-2023-1\", text: ‸\"X\", by: \"a\", on: \"2026-12-01\", focuses: All),",
            "错误: 未知正文“X” [R2]",
        ),
        ("", "(id: \"R2\", of: \"310000-2023-1\", text: ‸\"T1\", by: \"a\", on: \"2026-12-01\", focuses: All),", other),
        (
            "",
            "(id: \"R2\", of: \"110000-2023-1\", text: \"T1\", by: ‸\"\", on: \"2026-12-01\", focuses: All),",
            "错误: 文字是空的 [R2]",
        ),
        (
            "",
            "(id: \"R2\", of: \"110000-2023-1\", text: \"T1\", by: \"a\", on: ‸\"昨天\", focuses: All),",
            "错误: 日期“昨天”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD [R2]",
        ),
        (
            "",
            "‸(id: \"R2\", of: \"110000-2023-1\", text: \"T1\", on: \"2026-12-01\", focuses: All),",
            "错误: 缺少字段 by [R2]",
        ),
        ("", "‸(id: \"R2\", of: \"110000-2023-1\", text: \"T1\", by: \"a\", focuses: All),", "错误: 缺少字段 on [R2]"),
        (
            "",
            "(id: \"R2\", of: \"110000-2023-1\", text: \"T1\", by: \"a\", on: \"2026-12-01\", focuses: Only([‸\"compute1\"])),",
            "错误: 未知方向“compute1”，是否指 compute？ [R2]",
        ),
    ] {
        check(&read(texts, readings, ""), &[expected]);
    }
}

#[test]
fn a_rejected_suggestion_is_of_a_text_and_a_focus_that_are_there() {
    let with = |rejected: &str| {
        read("", "", "").replacen("    focuses: [", &format!("    rejected: [{rejected}],\n    focuses: ["), 1)
    };
    let sound = "(text: \"T1\", focus: \"data\", cue: \"算力\", quote: \"统筹算力。\", by: \"a\", on: \"2026-12-01\")";
    for (rejected, expected) in [
        ("(text: ‸\"T9\", focus: \"data\", cue: \"算力\", quote: \"统筹算力。\")", "错误: 未知正文“T9”"),
        (
            "(text: \"T1\", focus: ‸\"dada\", cue: \"算力\", quote: \"统筹算力。\")",
            "错误: 未知方向“dada”，是否指 data？",
        ),
        ("(text: \"T1\", focus: \"data\", cue: ‸\"“”\", quote: \"统筹算力。\")", "错误: 文字是空的"),
        ("(text: \"T1\", focus: \"data\", cue: \"算力\", quote: ‸\" \")", "错误: 文字是空的"),
        (
            "(text: \"T1\", focus: \"data\", cue: \"算力\", quote: \"统\", on: ‸\"昨天\")",
            "错误: 日期“昨天”不存在，或不是 YYYY、YYYY-MM、YYYY-MM-DD",
        ),
    ] {
        // What is wrong with one costs no other.
        let catalogue = check_in(Lang::Zh, &with(&format!("{sound}, {rejected}")), &[expected]).unwrap();
        assert_eq!(catalogue.rejected.len(), 1);
    }
    let catalogue = check_in(Lang::Zh, &with(sound), &[]).unwrap();
    let mut out = Vec::new();
    write(&catalogue, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("rejected: [\n"), "{text}");
    let again = load(text.as_bytes()).catalogue.unwrap();
    assert_eq!(again.rejected, catalogue.rejected);
}

#[test]
fn a_file_with_them_is_of_schema_2_and_read_again_as_it_was_written() {
    let sound = ", quote: \"每年\", mark: (text: \"T1\", paragraph: 2, from: 5, to: 7), cue: \"算力券\"";
    let catalogue = check_in(Lang::Zh, &read("", "", sound), &[]).unwrap();
    let written = |catalogue: &Catalogue| {
        let mut out = Vec::new();
        write(catalogue, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let text = written(&catalogue);
    assert!(text.contains("schema: 2,") && text.contains("focuses: Only([\"data\"]),"), "{text}");
    assert_eq!(written(&load(text.as_bytes()).catalogue.unwrap()), text);
    let plain = written(&check_in(Lang::Zh, &file("", ""), &[]).unwrap());
    assert!(plain.contains("schema: 1,") && !plain.contains("texts") && !plain.contains("readings"), "{plain}");
}
