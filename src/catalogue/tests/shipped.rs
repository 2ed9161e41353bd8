//! Tests of the catalogue that the program carries, against the facts as they were collected.

use super::*;
use crate::words::Lang;

#[test]
fn the_embedded_catalogue_has_no_problems_and_all_its_records() {
    let catalogue = embedded();
    assert_eq!(catalogue.policies.len(), 12);
    for (series, records) in [('R', 27), ('E', 4), ('N', 15), ('A', 9), ('X', 41)] {
        assert_eq!(catalogue.statements.iter().filter(|s| s.id.starts_with(series)).count(), records, "{series}");
    }
    assert_eq!(catalogue.milestones.len(), 9);
    assert_eq!(catalogue.claims.len(), 11);
}

#[test]
fn the_coding_has_a_licence_and_says_once_how_stages_were_found() {
    let catalogue = embedded();
    assert_eq!(catalogue.release, "2026.2");
    let licences: Vec<&str> = catalogue.licences.iter().map(|licence| licence.id.as_str()).collect();
    assert_eq!(licences, ["CC-BY-4.0"]);
    assert!(catalogue.scope.get(Lang::Zh).contains("九项记为“正式文本”，是由题名中没有“征求意见稿”推断的"));
    let is_draft = |policy: &&Policy| policy.title.get(Lang::Zh).contains("征求意见稿");
    assert_eq!(catalogue.policies.iter().filter(|policy| !is_draft(policy)).count(), 9);
    for policy in &catalogue.policies {
        assert_eq!(policy.stage == Stage::Draft, is_draft(&policy), "{}", policy.id);
    }
}

#[test]
fn policies_stand_in_canonical_order_with_their_titles_to_the_letter() {
    use Stage::{Draft, Final};
    let catalogue = embedded();
    let found: Vec<(&str, String, &str, &str, Stage, &str)> = catalogue
        .policies
        .iter()
        .map(|p| {
            let month = p.month.map(|m| m.to_string()).unwrap_or_default();
            let code = catalogue[p.region].code.as_str();
            (p.id.as_str(), month, code, p.title.get(Lang::Zh), p.stage, p.short.get(Lang::Zh))
        })
        .collect();
    let expected = [
        ("131000-2023-1", "2023-02", "131000", "廊坊市促进人工智能产业发展十三条措施", Final, "产业十三条"),
        (
            "320100-2023-1",
            "2023-02",
            "320100",
            "南京市加快发展新一代人工智能产业行动计划（2023-2025）",
            Final,
            "新一代AI行动计划",
        ),
        (
            "320200-2023-1",
            "2023-03",
            "320200",
            "无锡市人工智能产业创新发展三年行动计划（2023—2025年）",
            Final,
            "三年行动计划",
        ),
        (
            "420100-2023-1",
            "2023-03",
            "420100",
            "武汉建设国家人工智能创新应用先导区实施方案（2023-2025年）（征求意见稿）",
            Draft,
            "先导区方案",
        ),
        (
            "110000-2023-1",
            "2023-05",
            "110000",
            "北京市加快建设具有全球影响力的人工智能创新策源地实施方案（2023-2025年）",
            Final,
            "创新策源地方案",
        ),
        ("110000-2023-2", "2023-05", "110000", "北京市促进通用人工智能创新发展的若干措施", Final, "通用人工智能措施"),
        ("310000-2023-1", "2023-05", "310000", "上海市加大力度支持民间投资发展若干政策措施", Final, "民间投资措施"),
        (
            "440300-2023-1",
            "2023-05",
            "440300",
            "深圳市加快推动人工智能高质量发展高水平应用行动方案（2023—2024年）",
            Final,
            "高水平应用行动方案",
        ),
        (
            "330100-2023-1",
            "2023-06",
            "330100",
            "关于加快推进人工智能产业创新发展的实施意见（征求意见稿）",
            Draft,
            "产业实施意见",
        ),
        (
            "510100-2023-1",
            "2023-06",
            "510100",
            "成都市关于进一步促进人工智能产业高质量发展的若干政策措施（征求意见稿）",
            Draft,
            "产业若干措施",
        ),
        ("310000-2023-2", "2023-07", "310000", "上海市推动人工智能大模型创新发展的若干措施", Final, "大模型措施"),
        ("640000-2023-1", "2023-08", "640000", "促进人工智能创新发展政策措施", Final, "创新发展措施"),
    ];
    for (found, expected) in found.iter().zip(&expected) {
        let (id, month, code, title, stage, short) = found;
        assert_eq!((*id, month.as_str(), *code, *title, *stage, *short), *expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn periods_are_those_of_the_titles_and_of_the_one_press_report() {
    let catalogue = embedded();
    let mut found: Vec<String> = Vec::new();
    for policy in &catalogue.policies {
        if let Some(period) = &policy.period {
            found.push(format!("{} {}/{} {:?}", policy.id, period.from, period.to, catalogue[period.source].grade));
        }
    }
    let expected = [
        "320100-2023-1 2023/2025 Report",
        "320200-2023-1 2023/2025 Report",
        "420100-2023-1 2023/2025 Report",
        "110000-2023-1 2023/2025 Report",
        "310000-2023-1 2023-06-01/2025-12-31 Press",
        "440300-2023-1 2023/2024 Report",
    ];
    assert_eq!(found, expected);
}

/// Kind, subject, focuses, list and assignment of a statement, in one line.
fn outline(catalogue: &Catalogue, s: &Statement) -> String {
    let of = match &s.of {
        Of::Policy(policy) => catalogue[*policy].id.clone(),
        Of::Regions(places) => {
            let mut names: Vec<&str> = places.iter().map(|p| catalogue[*p].short.as_str()).collect();
            names.sort_unstable();
            names.join(" ")
        }
        other => format!("{other:?}"),
    };
    let focuses: Vec<&str> = s.focuses.iter().map(|f| catalogue[*f].id.as_str()).collect();
    let list = match s.list {
        ListKind::Closed => "closed".to_owned(),
        ListKind::Open => "open".to_owned(),
        ListKind::Partial(total) => format!("open, total {total}"),
    };
    let by = s.assigned_by.map_or("-", AssignedBy::id);
    format!("{}: {} of {of}; {}; {list}; {by}", s.id, s.kind.id(), focuses.join(" "))
}

#[test]
fn every_statement_of_the_report_is_tied_and_sorted_as_the_reference_has_it() {
    let catalogue = embedded();
    let sorted = |names: &str| {
        let mut names: Vec<&str> = names.split(' ').collect();
        names.sort_unstable();
        names.join(" ")
    };
    let p = |key: &str| match key {
        "P01" => "110000-2023-1",
        "P02" => "110000-2023-2",
        "P06" => "440300-2023-1",
        "P07" => "510100-2023-1",
        _ => "330100-2023-1",
    };
    let expected = [
        format!("R05: focus of {}; compute; open; source", sorted("杭州 上海")),
        format!("R06: focus of {}; algorithm; open; source", sorted("南京 深圳")),
        format!("R07: focus of {}; algorithm; closed; source", sorted("成都 杭州 廊坊 宁夏")),
        "R08: focus of 北京; algorithm; closed; source".into(),
        format!("R09: focus of {}; algorithm; closed; source", sorted("苏州 无锡")),
        format!("R10: focus of {}; data; open, total 6; source", sorted("北京 成都")),
        "R11: focus of 北京; data; closed; source".into(),
        format!("R12: focus of {}; data; closed; source", sorted("成都 杭州")),
        format!("R13: focus of {}; application; open; source", sorted("北京 苏州")),
        format!("R15: focus of {}; enterprise; open; source", sorted("南京 杭州")),
        "R16: focus of 北京; enterprise; closed; source".into(),
        "E1: emphasis of 成都; data; closed; source".into(),
        format!("R17: focus of {}; data; closed; source", p("P07")),
        format!("R18: focus of {}; data; closed; source", p("P07")),
        format!("R21: focus of {}; algorithm enterprise; closed; coder", p("P08")),
        format!("R22: emphasis of {}; algorithm; closed; coder", p("P01")),
        format!("R23: focus of {}; algorithm; closed; coder", p("P02")),
        format!("R24: focus of {}; algorithm application; closed; coder", p("P02")),
    ];
    let counted = |s: &&Statement| {
        s.kind.counts() && !s.focuses.is_empty() && catalogue[s.source].grade == Grade::Report && s.of.basis().is_some()
    };
    let found: Vec<String> = catalogue.statements.iter().filter(counted).map(|s| outline(&catalogue, s)).collect();
    assert_eq!(found, expected);
    for (id, policy) in [("R19", "P06"), ("R20", "P06")] {
        let statement = catalogue.statements.iter().find(|s| s.id == id).unwrap();
        assert!(statement.focuses.is_empty() && statement.kind == StatementKind::Emphasis, "{id}");
        assert!(matches!(statement.of, Of::Policy(of) if catalogue[of].id == p(policy)), "{id}");
    }
}

#[test]
fn public_material_is_of_the_versions_and_strengths_that_were_read() {
    let catalogue = embedded();
    let counted = |s: &&Statement| s.kind.counts() && catalogue[s.source].grade != Grade::Report;
    let found: Vec<String> = catalogue
        .statements
        .iter()
        .filter(counted)
        .map(|s| {
            let Of::Policy(policy) = s.of else { panic!("{}: of a policy", s.id) };
            let focuses: Vec<&str> = s.focuses.iter().map(|f| catalogue[*f].id.as_str()).collect();
            let (policy, source) = (&catalogue[policy].id, &catalogue[s.source].id);
            format!("{} {policy} {} {} {} {source}", s.id, focuses.join("+"), s.strength.id(), s.version.id())
        })
        .collect();
    let expected = [
        "X01 110000-2023-1 application mentioned own beijing-english",
        "X02 110000-2023-1 algorithm mentioned own beijing-english",
        "X05 110000-2023-2 compute substantive own reprints-p02",
        "X06 110000-2023-2 data substantive draft wallstreetcn",
        "X07 110000-2023-2 algorithm substantive draft wallstreetcn",
        "X09 310000-2023-1 compute substantive own nbd",
        "X10 440300-2023-1 compute substantive own gmw",
        "X11 440300-2023-1 enterprise substantive own zhidx",
        "X13 510100-2023-1 algorithm substantive own reprints-p07",
        "X14 510100-2023-1 enterprise substantive own reprints-p07",
        "X16 320200-2023-1 algorithm mentioned own wxrb",
        "X17 320200-2023-1 application mentioned own wxrb",
        "X18 420100-2023-1 compute+algorithm+data substantive final wuhan-jxj",
        "X19 420100-2023-1 application substantive final wuhan-jxj",
        "X21 131000-2023-1 compute substantive own reprints-p12",
        "X22 131000-2023-1 algorithm mentioned own reprints-p12",
        "X23 131000-2023-1 application mentioned own reprints-p12",
        "X24 110000-2023-2 application substantive draft wallstreetcn",
        "X25 110000-2023-2 compute substantive draft wallstreetcn",
        "X26 440300-2023-1 application mentioned own zhidx",
        "X27 440300-2023-1 data mentioned own zhidx",
        "X28 440300-2023-1 algorithm mentioned own zhidx",
        "X29 310000-2023-2 compute substantive own reprints-p04",
        "X30 310000-2023-2 algorithm substantive own reprints-p04",
        "X31 310000-2023-2 application substantive own reprints-p04",
        "X32 310000-2023-2 enterprise substantive own reprints-p04",
        "X35 310000-2023-2 compute substantive final reprints-p04",
        "X36 330100-2023-1 compute substantive final reprints-p08",
        "X37 330100-2023-1 algorithm mentioned final reprints-p08",
        "X38 330100-2023-1 data mentioned final reprints-p08",
        "X39 330100-2023-1 application mentioned final reprints-p08",
        "X40 330100-2023-1 enterprise mentioned final reprints-p08",
        "X41 420100-2023-1 compute+algorithm+application+enterprise mentioned own reprints-p10",
    ];
    assert_eq!(found, expected);
}

#[test]
fn numbers_say_of_whom_and_of_when_they_are() {
    let catalogue = embedded();
    let when = |date: Option<When>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    let numbers = catalogue.statements.iter().filter(|s| s.kind == StatementKind::Count);
    let found: Vec<String> = numbers
        .map(|s| {
            let of = match &s.of {
                Of::Regions(places) => {
                    places.iter().map(|p| catalogue[*p].short.as_str()).collect::<Vec<_>>().join(" ")
                }
                Of::Nation(name) => name.clone(),
                other => format!("{other:?}"),
            };
            let floor = if s.at_least { "≥" } else { "" };
            format!("{} {of} {floor}{} {}/{}", s.id, s.value.unwrap(), when(s.from), when(s.until))
        })
        .collect();
    let expected = [
        "R01 Unnamed 19 2023-01/2023-06",
        "N01 北京 55 -/2023-07",
        "N02 上海 ≥15 -/2023-07",
        "N03 广东 ≥15 -/2023-07",
        "N04 浙江 ≥15 -/2023-07",
        "N05 CN 130 -/2023-07",
        "N06 CN 64 2023-01/2023-07",
        "N07 abroad 138 -/2023-07",
        "N08 Unnamed 5 2022-01/2022-06",
        "N09 CN 46 -/2023-07",
        "N10 CN 13 -/2023-07",
        "N11 CN 14 -/2023-07",
        "N12 CN 10 -/2023-07",
        "N13 abroad 14 2020/2020",
        "N14 abroad 38 2021/2021",
        "N15 abroad 48 2022/2022",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_not_done_yet_says_so() {
    let catalogue = embedded();
    let told = |s: &Statement| s.modality.map(|modality| format!("{} {}", s.id, modality.id()));
    let found: Vec<String> = catalogue.statements.iter().filter_map(told).collect();
    assert_eq!(found, ["R09 proposes", "R10 proposes", "R11 plans", "R12 considers", "R16 proposes"]);
}

#[test]
fn advice_is_of_the_last_section_and_of_no_place() {
    let catalogue = embedded();
    let advice = catalogue.statements.iter().filter(|s| s.kind == StatementKind::Advice);
    let found: Vec<String> = advice
        .map(|s| {
            assert!(!s.kind.counts() && matches!(s.of, Of::Nation(_) | Of::All), "{}", s.id);
            let focuses: Vec<&str> = s.focuses.iter().map(|f| catalogue[*f].id.as_str()).collect();
            format!("{} {} {}", s.id, s.at.as_deref().unwrap(), focuses.join("+"))
        })
        .collect();
    let expected = [
        "A01 六第2段 algorithm+application",
        "A02 六第3段 enterprise",
        "A03 六第4段 compute+application",
        "A04 六第5段 compute+data",
        "A05 六第6段 ",
        "A06 六第7段 ",
        "A07 六第8段 ",
        "A08 六第9段 ",
        "A09 六第10段 ",
    ];
    assert_eq!(found, expected);
    let to_places = |s: &&Statement| s.kind == StatementKind::Advice && s.of == Of::All;
    let to_places: Vec<&str> = catalogue.statements.iter().filter(to_places).map(|s| s.id.as_str()).collect();
    assert_eq!(to_places, ["A07"], "one speaks to local governments");
}

#[test]
fn release_and_entry_into_force_of_the_interim_measures_are_two_milestones() {
    let catalogue = embedded();
    let dates = |id: &str| -> Vec<String> {
        let milestone = catalogue.milestones.iter().find(|milestone| milestone.id == id).unwrap();
        let one = |date: &MilestoneDate| {
            format!("{} {} {}", date.kind.map_or("-", EventKind::id), date.on, catalogue[date.source].id)
        };
        milestone.dates.iter().map(one).collect()
    };
    assert_eq!(dates("M6"), ["published 2023-07-13 ccid"]);
    assert_eq!(dates("M9"), ["in_force 2023-08-15 renmin"]);
}

#[test]
fn a_report_mentions_and_no_more() {
    let catalogue = embedded();
    for s in catalogue.statements.iter().filter(|s| catalogue[s.source].grade == Grade::Report) {
        assert!(s.strength <= Strength::Mentioned, "{}", s.id);
    }
}

#[test]
fn every_term_that_people_search_for_is_there_to_the_letter() {
    let catalogue = embedded();
    let keywords: Vec<&str> = catalogue.statements.iter().flat_map(|s| &s.keywords).map(String::as_str).collect();
    for term in [
        "三算",
        "同质化",
        "基础软硬件",
        "首试首用",
        "首版次",
        "通用人工智能",
        "元宇宙",
        "数据交易",
        "公共数据",
        "数据训练基地",
        "数据基础制度先行示范区",
        "行业级数据集",
        "梯度培育",
        "一企一策",
        "服务包",
        "东数西算",
        "数据资源",
        "全球化",
        "产业生态",
        "全技术栈国产化",
        "数据合伙人",
        "河套",
        "前海",
        "1+N+X",
        "大模型技术栈",
        "具身智能",
        "类脑智能",
        "智能体",
        "一线城市",
        "包容审慎",
        "分类分级",
        "因地制宜",
        "算力伙伴计划",
        "鹏城云脑Ⅲ",
        "算力券",
    ] {
        assert!(keywords.contains(&term), "{term}");
    }
}

#[test]
fn every_source_resolves_and_says_how_it_was_read() {
    let catalogue = embedded();
    for s in &catalogue.statements {
        let source = &catalogue[s.source];
        assert!(s.summary.zh.is_some() && s.summary.en.is_some(), "{}: a summary in both languages", s.id);
        assert!(s.watch.as_ref().is_none_or(|watch| watch.zh.is_some() && watch.en.is_some()), "{}", s.id);
        if source.grade != Grade::Report && s.kind.counts() {
            assert_eq!(s.assigned_by, Some(AssignedBy::Coder), "{}: public facts are assigned by us", s.id);
        }
    }
    for source in &catalogue.sources {
        let is_report = source.grade == Grade::Report;
        assert_eq!(source.covers, if is_report { Covers::All } else { Covers::Stated }, "{}", source.id);
        if source.grade == Grade::Reprint {
            assert!(source.address.is_none() && source.copies.is_some(), "{}: no address, but copies", source.id);
        }
    }
    let defaults: Vec<&str> = catalogue.default_sources.iter().map(|i| catalogue[*i].id.as_str()).collect();
    assert_eq!(defaults, ["ccid"]);
}

#[test]
fn every_statement_has_a_short_quotation_its_place_a_coder_and_a_day() {
    let catalogue = embedded();
    for s in &catalogue.statements {
        let length = s.quote.as_deref().map_or(0, |quote| quote.chars().count());
        assert!((1..=30).contains(&length), "{}: {length} characters", s.id);
        let is_report = catalogue[s.source].grade == Grade::Report;
        assert_eq!(s.at.as_deref() == Some("开头"), !is_report, "{}: of public pages only openings were read", s.id);
        assert!(s.at.is_some(), "{}: a place", s.id);
        assert_eq!(s.coder.as_deref(), Some("policy-atlas"), "{}", s.id);
        assert_eq!(s.coded_on.map(|day| day.to_string()).as_deref(), Some("2026-11-27"), "{}", s.id);
    }
}

#[test]
fn copies_are_counted_fact_by_fact() {
    let catalogue = embedded();
    let reprints = catalogue.statements.iter().filter(|s| catalogue[s.source].grade == Grade::Reprint);
    for s in reprints {
        let watch = s.watch.clone().unwrap_or_default();
        let says = watch.get(Lang::Zh).contains("份转载") && watch.get(Lang::En).contains("cop");
        assert!(says, "{}: how many copies have it", s.id);
    }
}

#[test]
fn suzhou_is_a_place_with_statements_and_no_policy() {
    let catalogue = embedded();
    let suzhou = catalogue.regions.by_code("320500").unwrap();
    assert!(catalogue.policies.iter().all(|p| p.region != suzhou));
    let of: Vec<&str> = catalogue
        .statements
        .iter()
        .filter(|s| matches!(&s.of, Of::Regions(places) if places.contains(&suzhou)))
        .map(|s| s.id.as_str())
        .collect();
    assert_eq!(of, ["R09", "R13"]);
}

#[test]
fn later_versions_are_finals_of_drafts_and_texts_of_a_later_date() {
    let catalogue = embedded();
    let has_later = |policy: &&Policy| policy.later_versions().next().is_some();
    let ids: Vec<&str> = catalogue.policies.iter().filter(has_later).map(|policy| policy.id.as_str()).collect();
    // Three drafts of which a final is known, and the text of Shanghai under another title.
    assert_eq!(ids, ["420100-2023-1", "330100-2023-1", "510100-2023-1", "310000-2023-2"]);
}
