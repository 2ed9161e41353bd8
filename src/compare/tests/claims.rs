//! Tests of the claims: the verdicts of the shipped ones, and that a changed catalogue changes them.

use super::*;

fn checked(text: &str) -> Vec<(String, String, String, String)> {
    let index = index_of(text);
    let catalogue = &*index.catalogue;
    let tell = |checked: &CheckedClaim| {
        (
            checked.claim(catalogue).unwrap().id.clone(),
            checked.verdict.id().to_owned(),
            checked.formula(Lang::Zh),
            checked.found(catalogue, Ids::Told, Lang::Zh),
        )
    };
    claims(&index).iter().map(tell).collect()
}

#[track_caller]
fn check(text: &str, id: &str, verdict: &str, formula: &str, found: &str) {
    let all = checked(text);
    let (_, is, by, told) = all.iter().find(|(claim, ..)| claim == id).unwrap();
    assert_eq!((is.as_str(), by.as_str(), told.as_str()), (verdict, formula, found), "{id}");
}

fn changed(from: &str, to: &str) -> String {
    assert!(EMBEDDED.contains(from), "{from} is not in the catalogue");
    EMBEDDED.replacen(from, to, 1)
}

#[test]
fn the_claims_of_the_report_are_judged_by_the_catalogue() {
    for (id, verdict, formula, found) in [
        ("growth", "differs", "(19 − 5) / 5 = 280%；19 / 5 = 380%", "增幅为 280%，来源称 400%"),
        (
            "nineteen",
            "cannot_be_checked",
            "",
            "表1列的是部分地区涉及大模型的政策，与这19项不是同一范围，报告也没有列出这19项。",
        ),
        (
            "half-year",
            "differs",
            "2023-01 至 2023-06：10 / 12",
            "12 项中 10 项在此期间；不在此期间的：上海《大模型措施》（2023-07，310000-2023-2）、宁夏《创新发展措施》（2023-08，640000-2023-1）",
        ),
        (
            "six-places",
            "cannot_be_checked",
            "3 / 6",
            "陈述 R10、R12 列出 3 地：北京市、杭州市、成都市；来源称 6 地，其余没有列出，无从核对",
        ),
        (
            "alike",
            "shown",
            "共同提及的 / 任一提及的",
            "11 地两两相比，共 55 对：所述完全相同 6 对，部分相同 31 对，无一相同 8 对，有一方未提及而不可比 10 对",
        ),
        (
            "five-focuses",
            "differs",
            "全部 5 个方向都有陈述的地区：0 / 11",
            "按来源自己的陈述，11 地中有 0 地述及全部 5 个方向；最多的述及 4 个（2 地），中位数为 1 个；未提及不等于没有",
        ),
        ("growth-abroad", "agrees", "(38 − 14) / 14 = 171.4%；38 / 14 = 271.4%", "增幅为 171.4%，来源称 171%"),
        ("concentration", "shown", "≥ 100 / 130，即 ≥ 76.9%", "至少占 76.9%，来源未给出比例"),
        ("general-language", "agrees", "46 / 130 = 35.4%", "占 35.4%，来源称 35.4%"),
        ("industry-models", "agrees", "37 / 130 = 28.5%", "占 28.5%，来源称 28.5%"),
        ("general-or-industry", "cannot_be_checked", "", "与35.4%是两种分法，报告没有给出各类的范围和个数。"),
    ] {
        check(EMBEDDED, id, verdict, formula, found);
    }
    assert_eq!(checked(EMBEDDED).len(), 11, "every claim is on the page");
}

#[test]
fn a_changed_catalogue_changes_what_is_found() {
    let growth = "check: Growth(from: 5, to: 19, stated: 400)";
    check(
        &changed(growth, "check: Growth(from: 5, to: 25, stated: 400)"),
        "growth",
        "agrees",
        "(25 − 5) / 5 = 400%；25 / 5 = 500%",
        "增幅为 400%，来源称 400%",
    );
    check(
        &changed(growth, "check: Growth(from: 3, to: 2, stated: 33)"),
        "growth",
        "differs",
        "(2 − 3) / 3 = −33.3%；2 / 3 = 66.7%",
        "增幅为 −33.3%，来源称 33%",
    );
    check(
        &changed(growth, "check: Growth(from: 0, to: 2, stated: 33)"),
        "growth",
        "cannot_be_checked",
        "(2 − 0) / 0",
        "从 0 起没有增幅可言，来源称 33%",
    );
    let period = r#"check: InPeriod(from: "2023-01", to: "2023-06")"#;
    check(
        &changed(period, r#"check: InPeriod(from: "2023-01", to: "2023-08")"#),
        "half-year",
        "agrees",
        "2023-01 至 2023-08：12 / 12",
        "12 项中 12 项在此期间",
    );
    let named = r#"check: Named(statements: ["R10", "R12"], stated: 6)"#;
    check(
        &changed(named, r#"check: Named(statements: ["R10", "R12"], stated: 2)"#),
        "six-places",
        "differs",
        "3 / 2",
        "陈述 R10、R12 列出 3 地：北京市、杭州市、成都市；来源称 2 地",
    );
    check(
        &changed(named, r#"check: Named(statements: ["R12"], stated: 6)"#),
        "six-places",
        "differs",
        "2 / 6",
        "陈述 R12 列出 2 地：杭州市、成都市；来源称 6 地",
    );
    // A policy that lies outside moves inside.
    let event = r#"(kind: Published, on: "2023-07", version: Own, source: "ccid""#;
    check(
        &changed(event, &event.replace("07", "06")),
        "half-year",
        "differs",
        "2023-01 至 2023-06：11 / 12",
        "12 项中 11 项在此期间；不在此期间的：宁夏《创新发展措施》（2023-08，640000-2023-1）",
    );
}

#[test]
fn a_share_is_held_against_the_percentage_as_finely_as_it_is_printed() {
    let growth = "check: Growth(from: 5, to: 19, stated: 400)";
    for (share, verdict, formula, found) in [
        ("part: 46, whole: 130, stated: 35.4", "agrees", "46 / 130 = 35.4%", "占 35.4%，来源称 35.4%"),
        ("part: 37, whole: 130, stated: 28.5", "agrees", "37 / 130 = 28.5%", "占 28.5%，来源称 28.5%"),
        ("part: 46, whole: 130, stated: 35", "agrees", "46 / 130 = 35.4%", "占 35.4%，来源称 35%"),
        ("part: 46, whole: 130, stated: 35.3", "differs", "46 / 130 = 35.4%", "占 35.4%，来源称 35.3%"),
        ("part: 46, whole: 130", "shown", "46 / 130 = 35.4%", "占 35.4%，来源未给出比例"),
        // A floor is rounded down, and says nothing against more.
        ("part: 100, whole: 130, at_least: true", "shown", "≥ 100 / 130，即 ≥ 76.9%", "至少占 76.9%，来源未给出比例"),
        (
            "part: 2, whole: 3, at_least: true, stated: 70",
            "cannot_be_checked",
            "≥ 2 / 3，即 ≥ 66.6%",
            "至少占 66.6%，来源称 70%",
        ),
        ("part: 2, whole: 3, at_least: true, stated: 60", "differs", "≥ 2 / 3，即 ≥ 66.6%", "至少占 66.6%，来源称 60%"),
        ("part: 2, whole: 0, stated: 60", "cannot_be_checked", "2 / 0", "总数为 0，没有比例可言，来源称 60%"),
    ] {
        check(&changed(growth, &format!("check: Share({share})")), "growth", verdict, formula, found);
    }
    check(
        &changed(growth, "check: Growth(from: 14, to: 38, stated: 171)"),
        "growth",
        "agrees",
        "(38 − 14) / 14 = 171.4%；38 / 14 = 271.4%",
        "增幅为 171.4%，来源称 171%",
    );
}

#[test]
fn all_focuses_is_held_against_the_sources_own_statements() {
    let growth = "check: Growth(from: 5, to: 19, stated: 400)";
    check(
        &changed(growth, "check: AllFocuses"),
        "growth",
        "differs",
        "全部 5 个方向都有陈述的地区：0 / 11",
        "按来源自己的陈述，11 地中有 0 地述及全部 5 个方向；最多的述及 4 个（2 地），中位数为 1 个；未提及不等于没有",
    );
    let of = |places: &[&str]| {
        let said = |(n, focuses): (usize, &&str)| {
            format!(
                "(id: \"S{n}\", kind: Focus, of: Regions([\"{n}{n}0000\"]), focuses: [{focuses}], strength: Mentioned, list: Closed, assigned_by: Source, summary: (zh: \"说\"), source: \"s\")"
            )
        };
        let statements: Vec<String> = (1..).zip(places).map(said).collect();
        let text = format!(
            "(schema: 1, id: \"m\", release: \"1\", title: (zh: \"述\"), default_sources: [\"s\"],
            focuses: [(id: \"a\", name: (zh: \"甲\")), (id: \"b\", name: (zh: \"乙\"))],
            sources: [(id: \"s\", grade: Report, title: \"报告\", covers: All)], policies: [], statements: [{}],
            claims: [(id: \"c\", what: (zh: \"均有\"), check: AllFocuses, source: \"s\")])",
            statements.join(", ")
        );
        let index = index_of(&text);
        let Finding::AllFocuses { breadth, .. } = &claims(&index)[0].finding else { panic!("it is of all focuses") };
        format!("{} {:?} {}", checked(&text).remove(0).1, breadth.places, breadth.median())
    };
    assert_eq!(of(&["\"a\", \"b\"", "\"b\", \"a\""]), "agrees [0, 0, 2] 2");
    assert_eq!(of(&["\"a\", \"b\"", "\"b\""]), "differs [0, 1, 1] 1.5");
    assert_eq!(of(&[]), "cannot_be_checked [0, 0, 0] 0", "no place, no finding");
}

#[test]
fn a_year_alone_tells_only_what_the_whole_of_it_tells() {
    let of = |dates: &[&str]| {
        let policies: Vec<String> = dates
            .iter()
            .enumerate()
            .map(|(n, on)| {
                format!(
                    "(id: \"110000-2023-{n}\", region: \"110000\", title: (zh: \"政策\"), stage: Final, events: [(kind: Published, on: \"{on}\", source: \"s\")])"
                )
            })
            .collect();
        let text = format!(
            "(schema: 1, id: \"m\", release: \"1\", title: (zh: \"年\"), default_sources: [\"s\"],
            focuses: [(id: \"compute\", name: (zh: \"算力\"))], sources: [(id: \"s\", grade: Report, title: \"报告\", covers: All)],
            policies: [{}], statements: [], claims: [(id: \"c\", what: (zh: \"都在上半年\"), check: InPeriod(from: \"2023-01\", to: \"2023-06\"), source: \"s\")])",
            policies.join(", ")
        );
        let (_, verdict, formula, _) = checked(&text).remove(0);
        format!("{verdict} {formula}")
    };
    assert_eq!(of(&["2023-05", "2023"]), "cannot_be_checked 2023-01 至 2023-06：1 / 2");
    assert_eq!(of(&["2023-05", "2022"]), "differs 2023-01 至 2023-06：1 / 2");
    assert_eq!(of(&["2023-05-31", "2023-01"]), "agrees 2023-01 至 2023-06：2 / 2");
    assert_eq!(of(&[]), "cannot_be_checked 2023-01 至 2023-06：0 / 0", "no policy, no finding");
}

#[test]
fn likeness_is_by_what_the_claims_own_source_states() {
    let index = embedded();
    let all = claims(&index);
    let Finding::Similarity { similarity, query, counts } = &all[4].finding else { panic!("the fifth is of likeness") };
    assert_eq!(crate::query::write(query), "source:ccid");
    assert_eq!(similarity.rows.len(), 11);
    assert_eq!(counts.same + counts.partly + counts.nothing + counts.not_comparable, counts.pairs);
    let texts = all[4].found(&index.catalogue, Ids::Told, Lang::En);
    assert!(texts.starts_with("11 places make 55 pairs"), "{texts}");
}
