//! Tests of citations, each line to the letter.

use super::*;
use crate::catalogue::{EMBEDDED, Grade, Source, Stage, Version, load};
use crate::query::parse;

fn catalogue() -> Catalogue {
    load(EMBEDDED.as_bytes()).catalogue.unwrap()
}

const CCID: &str = "钟新龙, 渠延增, 王聪聪, 等. 人工智能大模型国内外最新进展、趋势研判及有关建议[R]. \
                    未来产业研究 2023年第3期（总第7期）, 赛迪研究院, 2023-10-30";

#[test]
fn sources_stand_in_the_order_of_the_standard_as_far_as_they_are_known() {
    let catalogue = catalogue();
    let base = catalogue[catalogue.find_source("gmw").unwrap()].clone();
    let bare = Source {
        authors: Vec::new(),
        title: "T".into(),
        container: None,
        publisher: None,
        published: None,
        address: None,
        accessed: None,
        copies: None,
        ..base
    };
    let when = |text: &str| crate::catalogue::When::parse(text);
    let some = |text: &str| Some(text.to_owned());
    let with = |change: &dyn Fn(&mut Source)| {
        let mut source = bare.clone();
        change(&mut source);
        source
    };
    for (source, at, expected) in [
        (bare.clone(), None, "T[Z]."),
        (bare.clone(), Some("第3段"), "T[Z]. 第3段."),
        (with(&|s| s.grade = Grade::Report), None, "T[R]."),
        (with(&|s| s.grade = Grade::Press), None, "T[N]."),
        (with(&|s| s.address = some("https://a.cn/b")), None, "T[EB/OL]. https://a.cn/b."),
        (
            with(&|s| (s.grade, s.address, s.accessed) = (Grade::Press, some("https://a.cn/b"), when("2026-01-02"))),
            None,
            "T[N/OL]. [2026-01-02]. https://a.cn/b.",
        ),
        // Read in a stored copy, without an address: no day of access.
        (with(&|s| s.accessed = when("2026-01-02")), None, "T[Z]."),
        (
            with(&|s| (s.publisher, s.published, s.copies) = (some("P"), when("2023-05"), Some(2))),
            Some("a"),
            "T[Z]. P, 2023-05, 2 份转载: a.",
        ),
        (with(&|s| s.authors = vec!["甲".into(), "乙".into(), "丙".into()]), None, "甲, 乙, 丙. T[Z]."),
        (with(&|s| s.authors = ["甲", "乙", "丙", "丁"].map(str::to_owned).into()), None, "甲, 乙, 丙, 等. T[Z]."),
    ] {
        let mut catalogue = catalogue.clone();
        catalogue.sources = vec![source];
        assert_eq!(reference(&catalogue, SourceIdx(0), at, Lang::Zh), expected);
    }
}

#[test]
fn a_statement_is_one_line_that_says_no_more_than_its_source() {
    let catalogue = catalogue();
    let find = |id: &str| catalogue.statement_idxs().find(|i| catalogue[*i].id == id).unwrap();
    let line = |id: &str, lang| of_statement(&catalogue, find(id), lang);
    assert_eq!(
        line("R05", Lang::Zh),
        format!(
            "杭州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系（“杭州、上海等地加快建设算力基础设施”）〔只说到杭州市、上海市，未点名政策；“等”式列举〕。\
             {CCID}: {}. 陈述 R05；目录 ccid-2023-3，{} 版",
            catalogue[find("R05")].at.as_deref().unwrap(),
            catalogue.release
        )
    );
    let quoted = line("R01", Lang::Zh);
    assert!(quoted.contains("（“重点省市共出台人工智能发展相关政策”）"), "{quoted}");
    assert!(!quoted.contains("只说到该地"), "a number of nobody's is tied to no place: {quoted}");
    assert!(
        line("R05", Lang::En)
            .ends_with(&format!("statement R05; catalogue ccid-2023-3, release {}", catalogue.release))
    );
}

#[test]
fn every_statement_and_claim_has_one_line_with_its_id_and_an_online_sign_only_with_an_address() {
    let catalogue = catalogue();
    for lang in [Lang::Zh, Lang::En] {
        for i in catalogue.statement_idxs() {
            let (s, line) = (&catalogue[i], of_statement(&catalogue, i, lang));
            let source = &catalogue[s.source];
            assert!(!line.contains('\n') && line.contains(&s.id) && line.contains(&source.title), "{line}");
            assert!(line.contains(&catalogue.id) && line.contains(&catalogue.release), "{line}");
            assert_eq!(line.contains("/OL]"), source.address.is_some(), "{line}");
            assert!(s.at.as_ref().is_none_or(|at| line.contains(at)), "{line}");
            assert_eq!(
                s.version != Version::Own,
                line.contains(&T::OnVersion.fill(lang, &[("version", &s.version.name(lang))]))
            );
        }
        for claim in &catalogue.claims {
            let line = of_claim(&catalogue, claim, lang);
            assert!(
                line.contains(claim.what.get(lang).trim_end_matches(['。', '.'])) && line.contains(&claim.id),
                "{line}"
            );
        }
    }
}

#[test]
fn a_policy_names_its_number_only_where_the_source_of_the_number_is_in_sight() {
    let catalogue = catalogue();
    let line = |id: &str, query: &str| {
        let lens = Lens::of(&parse(query, &catalogue).unwrap(), &catalogue);
        of_policy(&catalogue, &lens, catalogue.policy_by_id(id).unwrap(), Lang::Zh)
    };
    let report = line("110000-2023-1", "");
    let seen = line("110000-2023-1", "source:any");
    let release = &catalogue.release;
    assert!(!report.contains("京政发〔2023〕14号") && report.contains("；2023-05。公布月份据 钟新龙"), "{report}");
    assert!(report.ends_with(&format!(": 表1. 政策 110000-2023-1；目录 ccid-2023-3，{release} 版")), "{report}");
    assert!(seen.contains("；京政发〔2023〕14号；") && seen.contains("文号"), "{seen}");
    let giver = &catalogue[catalogue[catalogue.policy_by_id("110000-2023-1").unwrap()].number.as_ref().unwrap().1];
    assert!(seen.contains(&giver.title), "the number's own source is cited: {seen}");
}

#[test]
fn a_draft_is_not_cited_as_a_final() {
    let catalogue = catalogue();
    for i in catalogue.policy_idxs() {
        let line = of_policy(&catalogue, &Lens::default_of(&catalogue), i, Lang::Zh);
        assert_eq!(line.contains("征求意见稿"), catalogue[i].stage == Stage::Draft, "{line}");
    }
}
