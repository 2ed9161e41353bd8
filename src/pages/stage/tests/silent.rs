//! Tests of the sentence on a place without a stated focus, made from any statements on it.

use super::*;

/// A catalogue with one place, these statements of it, and perhaps a policy that the source covers or not.
fn catalogue(policies: usize, covers: &str, statements: &str) -> Index {
    let policies: Vec<String> = (0..policies)
        .map(|n| {
            format!(
                "(id: \"420100-2023-{n}\", region: \"420100\", title: (zh: \"措施\"), stage: Final, events: [(kind: Published, on: \"2023-05\", version: Own, source: \"s\")])"
            )
        })
        .collect();
    index_of(&format!(
        "(schema: 1, id: \"c\", release: \"1\", title: (zh: \"各地涉及大模型的政策\", en: \"Policies on large models\"), default_sources: [\"s\", \"t\"],
          focuses: [(id: \"a\", name: (zh: \"算力\")), (id: \"b\", name: (zh: \"算法\"))],
          sources: [(id: \"s\", grade: Report, title: \"报告题名\", covers: {covers}), (id: \"t\", grade: Press, title: \"某报\", published: \"2023-06-14\", covers: Stated)],
          policies: [{}], statements: [{statements}])",
        policies.join(",")
    ))
}

fn statement(id: &str, kind: &str, source: &str, quote: &str) -> String {
    let value = if kind == "Count" { "value: Some(3), until: Some(\"2023-07\")," } else { "" };
    format!(
        "(id: \"{id}\", kind: {kind}, of: Regions([\"420100\", \"110000\"]), version: Own, {value} summary: (zh: \"话\", en: \"they take large models up\"), quote: Some(\"{quote}\"), source: \"{source}\"),"
    )
}

#[track_caller]
fn check(index: &Index, lang: Lang, expected: &str) {
    let slide = Slide::of_region("420100", &ViewText::default());
    let ask = StageAsk { kept: None, index, among: &[], slide: &slide, layer: Layer::Face, lang };
    let said = told(&ask).unwrap().parts.into_iter().find_map(|part| match part {
        Part::Strong(text) => Some(text),
        _ => None,
    });
    assert_eq!(said.as_deref(), Some(expected));
}

#[test]
fn the_report_on_wuhan() {
    let index = embedded();
    check(&index, Lang::Zh, "报告只把武汉列为重视大模型的城市之一，未说明五个方向");
    check(
        &index,
        Lang::En,
        "The report names Wuhan only as one of the cities that take the subject seriously, and states none of the 5 focuses",
    );
}

#[test]
fn a_subject_is_named_only_in_the_words_of_the_source() {
    let of = |quote: &str| catalogue(1, "All", &statement("A", "Attention", "s", quote));
    check(&of("武汉等重视大模型产业"), Lang::Zh, "报告只把武汉列为重视大模型的城市之一，未说明两个方向");
    check(&of("武汉等重视低空经济"), Lang::Zh, "报告只把武汉列为重视此事的城市之一，未说明两个方向");
    check(&of("武汉等把它当作要事"), Lang::Zh, "报告只把武汉列为重视此事的城市之一，未说明两个方向");
}

#[test]
fn other_sources_and_other_kinds_are_told_as_what_they_are() {
    let of = |kind: &str, source: &str| catalogue(1, "All", &statement("A", kind, source, "话"));
    check(&of("Attention", "t"), Lang::Zh, "某报 2023-06-14只把武汉列为重视此事的城市之一，未说明两个方向");
    check(&of("Fact", "s"), Lang::Zh, "报告对武汉只有事实，未说明两个方向");
    check(&of("Count", "s"), Lang::Zh, "报告对武汉只有数字，未说明两个方向");
    check(&of("Emphasis", "s"), Lang::Zh, "报告对武汉只有不归入方向的侧重，未说明两个方向");
    let both = [statement("A", "Count", "s", "话"), statement("B", "Fact", "t", "话")].concat();
    check(&catalogue(0, "All", &both), Lang::Zh, "报告题名、某报 2023-06-14对武汉只有事实、数字，未说明两个方向");
}

#[test]
fn a_place_without_statements_is_listed_or_not_assessed_or_not_there() {
    check(&catalogue(2, "All", ""), Lang::Zh, "报告只列出武汉的 2 项政策，未说明两个方向");
    check(&catalogue(1, "Stated", ""), Lang::Zh, "所选来源没有考察武汉，两个方向都无从说起");
    check(&catalogue(0, "All", ""), Lang::Zh, "本目录没有武汉的政策，所选来源也没有说到它；这不等于没有政策");
}

#[test]
fn one_focus_and_two_are_counted_as_people_count() {
    for (count, zh, en) in [
        (
            1,
            "报告只列出武汉的 1 项政策，未说明一个方向",
            "The report only lists policies of Wuhan (1), and states nothing of the one focus",
        ),
        (
            2,
            "报告只列出武汉的 1 项政策，未说明两个方向",
            "The report only lists policies of Wuhan (1), and states none of the 2 focuses",
        ),
        (
            12,
            "报告只列出武汉的 1 项政策，未说明十二个方向",
            "The report only lists policies of Wuhan (1), and states none of the 12 focuses",
        ),
    ] {
        let focuses: Vec<String> = (0..count).map(|n| format!("(id: \"f{n}\", name: (zh: \"方向{n}\"))")).collect();
        let index = index_of(&format!(
            "(schema: 1, id: \"c\", release: \"1\", title: (zh: \"试\"), focuses: [{}],
              sources: [(id: \"s\", grade: Report, title: \"报告题名\", covers: All)],
              policies: [(id: \"420100-2023-1\", region: \"420100\", title: (zh: \"措施\"), stage: Final, events: [(kind: Published, on: \"2023-05\", source: \"s\")])], statements: [])",
            focuses.join(",")
        ));
        check(&index, Lang::Zh, zh);
        check(&index, Lang::En, en);
    }
}
