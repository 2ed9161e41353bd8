//! Tests of the figures: their numbers against a naive count, and their layouts, whatever the catalogue.

use super::scene::{Dash, Scene, Shape};
use super::*;
use crate::catalogue::{EMBEDDED, FocusIdx, Of, PolicyIdx, Statement, Strength};
use crate::look::{DARK, LIGHT, Point, Rect};
use crate::query::{By, Index, NamedSplit, Query, Row, TermKey, Unit, count_by, focus_counts, parse, run};
use crate::tests::{embedded, generated, generator, index_of};
use crate::words::{FigureText, Lang};

const LINES: [&str; 9] = [
    "",
    "stage:draft",
    "focus:compute",
    "region:330000,320000",
    "month:2023-05..2023-06",
    "source:any",
    "source:any basis:policy",
    "region:=320500",
    "id:none",
];

/// Every figure in both units over these lines of query.
fn each(index: &Index, lines: &[&str], mut check: impl FnMut(&Figure, &str)) {
    for line in lines {
        // A catalogue without a region or focus of the line cannot read it.
        let Ok(query) = parse(line, &index.catalogue) else { continue };
        for kind in FigureKind::ALL {
            for unit in [Unit::Policy, Unit::Region] {
                for lang in [Lang::Zh, Lang::En] {
                    let figure = figure(*kind, index, &query, &Asking { unit: Some(unit), lang, ..Asking::default() });
                    check(&figure, &format!("{} {unit:?} {lang:?} '{line}'", kind.id()));
                }
            }
        }
    }
}

#[track_caller]
fn check_layout(scene: &Scene, what: &str) {
    let sheet = Rect::new(0.0, 0.0, scene.width, scene.height);
    // Sorted from above, so that a text is compared with those beside it only.
    let mut labels: Vec<_> = scene.labels().map(|label| (label.rect(), label.text.as_str())).collect();
    labels.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (n, (rect, text)) in labels.iter().enumerate() {
        let inside = rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= sheet.w && rect.bottom() <= sheet.h;
        assert!(inside, "{what}: '{text}' lies outside: {rect:?} of {sheet:?}");
        for (other, words) in labels[n + 1..].iter().take_while(|(other, _)| other.y < rect.bottom()) {
            assert!(!rect.overlaps(*other), "{what}: '{text}' {rect:?} overlaps '{words}' {other:?}");
        }
    }
    for mark in &scene.marks {
        assert!(!mark.words.is_empty(), "{what}: a mark without words");
        let r = mark.rect;
        let inside = r.x >= -0.1 && r.y >= 0.0 && r.right() <= sheet.w + 0.1 && r.bottom() <= sheet.h;
        assert!(inside, "{what}: a mark outside: {r:?}");
    }
}

#[test]
#[should_panic(expected = "overlaps")]
fn texts_that_touch_are_found() {
    let index = embedded();
    let mut scene =
        scene(&figure(FigureKind::ByMonth, &index, &Query::default(), &Asking::default()), &Style::default());
    let again = scene.items.iter().find(|item| matches!(item.shape, scene::Shape::Text(_))).cloned().unwrap();
    scene.items.push(again);
    check_layout(&scene, "twice");
}

fn check_catalogue(index: &Index, lines: &[&str]) {
    each(index, lines, |figure, what| {
        for (palette, width, height) in [
            (&LIGHT, 900.0, None),
            (&DARK, NARROWEST, None),
            (&DARK, 1600.0, Some(900.0)),
            (&LIGHT, 640.0, Some(480.0)),
        ] {
            let scene = scene(figure, &Style { palette, width, height, ..Style::default() });
            check_layout(&scene, &format!("{what} {width}"));
            assert!(height.is_none_or(|height| scene.height >= height), "{what}");
            let body = body_scene(figure, &Style { palette, width, height, ..Style::default() });
            check_layout(&body, &format!("the body of {what} {width}"));
            assert_eq!(body.marks.len(), scene.marks.len(), "{what}");
        }
    });
}

#[test]
fn texts_lie_on_the_sheet_and_apart() {
    check_catalogue(&embedded(), &LINES);
}

#[test]
fn texts_lie_on_the_sheet_and_apart_whatever_the_number_of_policies() {
    for n in [0, 1, 60] {
        check_catalogue(&generated(n), &["", "source:any", "focus:compute"]);
    }
}

#[test]
fn five_thousand_policies_lie_on_the_sheet_and_apart() {
    let index = generated(5_000);
    for kind in FigureKind::ALL {
        let figure = figure(*kind, &index, &Query::default(), &Asking::default());
        check_layout(&scene(&figure, &Style::default()), kind.id());
    }
}

#[test]
fn long_names_and_many_focuses_lie_on_the_sheet_and_apart() {
    let focuses: Vec<String> = (0..14)
        .map(|n| {
            format!(
                "(id: \"f{n}\", name: (zh: \"很长很长的方向名称之{n}\", en: \"A focus with a very long name {n}\"))"
            )
        })
        .collect();
    let policies: Vec<String> = (0..9)
        .map(|n| {
            format!(
                "(id: \"110000-2023-{n}\", region: \"110000\", title: (zh: \"{}\"), stage: Final, events: [(kind: Published, on: \"2023-0{}\", version: Own, source: \"s\")])",
                "关于一件说来话长的事情的若干意见".repeat(n + 1),
                n % 3 + 1
            )
        })
        .collect();
    let text = format!(
        "(schema: 1, id: \"long\", release: \"1\", title: (zh: \"长\"), default_sources: [\"s\"], focuses: [{}], sources: [(id: \"s\", grade: Report, title: \"{}\", covers: All)], policies: [{}], statements: [(id: \"R\", kind: Focus, of: Regions([\"110000\", \"130100\", \"650000\"]), focuses: [\"f0\", \"f3\", \"f13\"], strength: Core, list: Open, assigned_by: Coder, version: Own, summary: (zh: \"甲\"), source: \"s\")])",
        focuses.join(","),
        "一个长得没有尽头的来源题名".repeat(20),
        policies.join(","),
    );
    check_catalogue(&index_of(&text), &["", "month:2023-01..2023-12 stage:final 关于 事情 若干 意见 一件 说来 话长"]);
}

/// The column of a table by its head.
fn column<'a>(table: &'a FigureTable, head: &str) -> Vec<&'a str> {
    let at = table.heads.iter().position(|known| known == head).unwrap();
    table.rows.iter().map(|row| row[at].as_str()).collect()
}

fn sum(table: &FigureTable, head: &str) -> usize {
    column(table, head).iter().map(|n| n.parse::<usize>().unwrap()).sum()
}

/// The rows with a policy of a month that a statement names for a focus; in no month the rows of which one speaks of the
/// place only.
fn named_in(index: &Index, query: &Query, unit: Unit, focus: FocusIdx, month: &str) -> usize {
    let catalogue = &*index.catalogue;
    let base = run(index, &query.without(TermKey::Focus), unit);
    let strongest = |is_meant: &dyn Fn(&Of) -> bool| {
        let states = |s: &&Statement| s.kind.counts() && base.lens.holds(s) && s.focuses.contains(&focus);
        let meant = catalogue.statements.iter().filter(states).filter(|s| is_meant(&s.of));
        meant.map(|s| s.strength).max()
    };
    let of_policy = |p: &PolicyIdx| strongest(&|of| *of == Of::Policy(*p));
    let is_counted = |row: &&Row| {
        let policies = base.policies_of(index, **row);
        if month.is_empty() {
            let place = row.region(catalogue);
            let of_place = strongest(&|of| matches!(of, Of::Regions(places) if places.contains(&place)));
            return policies.iter().all(|p| of_policy(p).is_none()) && of_place >= Some(query.strength());
        }
        let is_of_month = |p: &&PolicyIdx| catalogue[**p].month.is_some_and(|of| of.to_string() == month);
        policies.iter().filter(is_of_month).any(|p| of_policy(p) >= Some(query.strength()))
    };
    base.rows.iter().filter(is_counted).count()
}

/// The numbers of figures and tables are those of `stats`, and each stands in the scene.
#[track_caller]
fn check_numbers(index: &Index, figure: &Figure, line: &str, what: &str) {
    let query = parse(line, &index.catalogue).unwrap();
    let outcome = run(index, &query, figure.unit);
    let table = table(figure);
    assert!(table.rows.iter().all(|row| row.len() == table.heads.len()), "{what}");
    let scene = scene(figure, &Style::default());
    let words: Vec<&str> = scene.marks.iter().map(|mark| mark.words.as_str()).collect();
    let policies = outcome.policy_idxs().count();
    let known = outcome.policy_idxs().filter(|p| index.catalogue[*p].month.is_some()).count();
    match figure.kind {
        FigureKind::ByRegion => {
            assert_eq!(sum(&table, "count"), policies, "{what}");
            assert_eq!(sum(&table, "final") + sum(&table, "draft"), policies, "{what}");
        }
        FigureKind::ByMonth => {
            let counts = count_by(index, &query, &outcome, By::Month);
            let counts: Vec<String> =
                counts.iter().filter(|c| c.value != "unknown").map(|c| c.count.count.to_string()).collect();
            assert_eq!(column(&table, "count"), counts, "{what}");
            if figure.unit == Unit::Policy {
                assert_eq!(sum(&table, "count"), known, "{what}");
            }
        }
        FigureKind::Timeline => {
            let events = column(&table, "kind").iter().filter(|kind| **kind == "policy").count();
            assert_eq!(events, policies, "{what}");
            let drawn = scene.marks.iter().filter(|mark| matches!(mark.target, Some(scene::Target::Detail(_)))).count();
            assert!(drawn == policies || policies > 150, "{what}: {drawn} marks of {policies}");
        }
        FigureKind::FocusHeatmap => {
            let Body::Heatmap(heatmap) = &figure.body else { panic!("{what}") };
            let counts = focus_counts(index, &query, &outcome);
            let shown = query.focuses(&index.catalogue);
            let counts: Vec<_> = counts.into_iter().filter(|count| shown.contains(&count.focus)).collect();
            assert_eq!(heatmap.columns.iter().map(|column| column.count.clone()).collect::<Vec<_>>(), counts, "{what}");
            assert!(heatmap.rows.iter().all(|row| row.cells.len() == shown.len()), "{what}: cells without a column");
            assert_eq!(table.rows.len(), outcome.rows.len(), "{what}");
            if !query.asks(TermKey::Focus) {
                for head in &heatmap.columns {
                    let stated = |id: &&&str| Strength::find(id).unwrap() >= query.strength();
                    let list = column(&table, &format!("focus_{}", head.id));
                    assert_eq!(list.iter().filter(stated).count(), head.count.stated.count, "{what}");
                }
            }
        }
        FigureKind::TileGrid => {
            assert_eq!(table.rows.len(), 34, "{what}");
            assert_eq!(sum(&table, "count"), outcome.rows.len(), "{what}");
            assert_eq!(sum(&table, "policies_in_catalogue"), index.catalogue.policies.len(), "{what}");
            for (state, all) in column(&table, "state").iter().zip(column(&table, "policies_in_catalogue")) {
                let without = ["no_policy", "not_in_catalogue", "only_named"].contains(state);
                assert_eq!(without, all == "0", "{what}: {state} of {all}");
            }
        }
        FigureKind::Upset => assert_eq!(sum(&table, "count"), outcome.rows.len(), "{what}"),
        FigureKind::Similarity => {
            for row in 0..table.rows.len() {
                let of = |head: &str| column(&table, head)[row].parse::<usize>().unwrap();
                let all = of("both") + of("only_first") + of("only_second") + of("neither");
                assert_eq!(all, index.catalogue.focuses.len(), "{what}");
                // Silence on one side is not that nothing is in common.
                let silent = of("both") + of("only_first") == 0 || of("both") + of("only_second") == 0;
                assert_eq!(column(&table, "not_comparable")[row], silent.to_string(), "{what}");
            }
        }
        FigureKind::FocusByMonth => {
            for row in 0..table.rows.len() {
                let focus = index.catalogue.find_focus(column(&table, "focus")[row]).unwrap();
                let (count, floor) = (column(&table, "count")[row], column(&table, "floor")[row]);
                let may_be = count != "0" && outcome.cells.is_open(focus, query.strength());
                assert!(may_be || floor == "false", "{what}: {count} is no floor");
                let month = column(&table, "month")[row];
                assert_eq!(count, named_in(index, &query, figure.unit, focus, month).to_string(), "{what}: {month}");
            }
        }
    }
    // What a bar counts is said by its mark.
    if matches!(figure.kind, FigureKind::ByRegion | FigureKind::ByMonth) {
        for (label, count) in column(&table, "label").iter().zip(column(&table, "count")) {
            let wanted = crate::words::FigureText::NameAndCount.fill(figure.lang, &[("name", label), ("n", &count)]);
            assert!(words.iter().any(|words| words.starts_with(&wanted)), "{what}: {wanted}");
        }
    }
    if figure.kind == FigureKind::ByRegion {
        let texts: Vec<&str> = scene.labels().map(|label| label.text.as_str()).collect();
        for count in column(&table, "count").iter().filter(|count| **count != "0") {
            assert!(texts.contains(count), "{what}: {count} is not drawn");
        }
    }
}

#[test]
fn figures_tables_and_stats_hold_the_same_numbers() {
    let embedded = embedded();
    for line in LINES {
        each(&embedded, &[line], |figure, what| check_numbers(&embedded, figure, line, what));
    }
    let generated = index_of(&generator::catalogue(7, 60));
    for line in ["", "source:any", "focus:compute,data source:any", "stage:draft", "tier:city -focus:data"] {
        each(&generated, &[line], |figure, what| check_numbers(&generated, figure, line, what));
    }
}

#[test]
fn figures_of_random_queries_hold_the_same_numbers() {
    const TERMS: [&str; 14] = [
        "stage:draft",
        "-stage:draft",
        "focus:compute",
        "-focus:data",
        "focus:all(algorithm,data)",
        "focus:only(algorithm)",
        "region:110000,320000,330000",
        "-region:310000",
        "tier:city",
        "month:2023-02..2023-06",
        "strength:substantive",
        "source:any",
        "basis:region",
        "智",
    ];
    let indices = [embedded(), index_of(&generator::catalogue(11, 80))];
    for seed in 0..40 {
        let mut random = generator::Random::new(5, seed);
        let mut terms: Vec<&str> = (0..=random.below(3)).map(|_| *random.pick(&TERMS)).collect();
        terms.sort_unstable();
        terms.dedup();
        let line = terms.join(" ");
        let index = &indices[random.below(indices.len())];
        each(index, &[&line], |figure, what| {
            check_numbers(index, figure, &line, what);
            check_layout(&scene(figure, &Style::default()), what);
        });
    }
}

#[test]
fn the_shipped_catalogue_is_drawn_as_the_report_has_it() {
    let index = embedded();
    let of = |kind| table(&figure(kind, &index, &Query::default(), &Asking::default()));
    assert_eq!(column(&of(FigureKind::ByMonth), "count"), ["2", "2", "0", "4", "2", "1", "1"]);
    let tiles = of(FigureKind::TileGrid);
    let state = |code: &str| tiles.rows.iter().find(|row| row[0] == code).map(|row| row[4].as_str());
    assert_eq!(
        (state("320000"), state("420000"), state("370000")),
        (Some("some"), Some("some"), Some("not_in_catalogue"))
    );
    // No source names a policy for compute: it speaks of 上海 and 杭州, and that has no month.
    let months = of(FigureKind::FocusByMonth);
    let told = |focus: &str| -> Vec<&[String]> {
        months.rows.iter().filter(|row| row[0] == focus && row[3] != "0").map(|row| &row[2..]).collect()
    };
    assert_eq!(told("compute"), [["", "2", "false"]]);
    assert_eq!(told("algorithm"), [["2023-05", "1", "true"], ["2023-06", "1", "true"], ["", "7", "false"]]);
    let heatmap = figure(FigureKind::FocusHeatmap, &index, &Query::default(), &Asking::default());
    assert_eq!(heatmap.caption.note, "≥ 为至少：来源以“等”列举，另有未列出的；数据：来源称 6 地，列出 3 地");
    let upset = of(FigureKind::Upset);
    assert_eq!(upset.rows[0][..3], ["算法", "4", "廊坊; 无锡; 深圳; 宁夏"]);
}

#[test]
fn a_mark_is_found_at_its_place_and_says_its_policies() {
    let index = embedded();
    let figure = figure(FigureKind::ByRegion, &index, &Query::default(), &Asking::default());
    let scene = scene(&figure, &Style::default());
    let at = scene.marks.iter().position(|mark| mark.words.starts_with("北京：2")).unwrap();
    let rect = scene.marks[at].rect;
    assert_eq!(scene.mark_at(rect.center()), Some(at));
    assert!(scene.marks[at].words.contains("通用人工智能措施"));
    let beijing = scene::Target::Filter { key: TermKey::Region, value: "110000".into() };
    assert_eq!(scene.marks[at].target, Some(beijing));
    assert_eq!(scene.mark_at(Point::new(1.0, 1.0)), None);
}

#[test]
fn a_figure_is_found_by_its_id_and_its_names() {
    for kind in FigureKind::ALL {
        assert_eq!(FigureKind::find(kind.id()), Some(*kind));
    }
    assert_eq!(FigureKind::find("省级方格索引（非地图）"), Some(FigureKind::TileGrid));
    assert_eq!(FigureKind::find("map"), None);
}

#[test]
fn the_table_beside_a_figure_has_its_numbers_and_no_codes() {
    let index = embedded();
    for kind in FigureKind::ALL {
        for unit in [Unit::Policy, Unit::Region] {
            let figure = figure(*kind, &index, &Query::default(), &Asking { unit: Some(unit), ..Asking::default() });
            let (file, beside) = (table(&figure), shown(&figure));
            let what = format!("{} {unit:?}", kind.id());
            assert!(beside.heads.iter().all(|head| !head.is_ascii()), "{what}: {:?}", beside.heads);
            assert!(beside.rows.iter().all(|row| row.len() == beside.heads.len()), "{what}");
            for text in beside.rows.iter().flatten() {
                let is_code =
                    text.contains('_') || ["true", "false", "mentioned", "region", "policy"].contains(&&**text);
                assert!(!is_code, "{what}: {text}");
            }
            if file.heads.contains(&"count".to_owned()) && *kind != FigureKind::FocusByMonth {
                let count = crate::words::FigureText::ShownCount.get(Lang::Zh);
                let total: usize = if beside.heads.iter().any(|head| head == count) {
                    sum(&beside, count)
                } else {
                    beside.rows.iter().flat_map(|row| &row[1..]).map(|n| n.parse::<usize>().unwrap()).sum()
                };
                assert_eq!(total, sum(&file, "count"), "{what}");
            }
        }
    }
}

/// A catalogue of policies of Beijing published at these dates, and of `focuses` focuses, all in one statement of each.
fn small(dates: &[&str], focuses: usize) -> Index {
    let policies: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(n, on)| {
            format!(
                "(id: \"110000-2023-{n}\", region: \"110000\", title: (zh: \"甲\"), stage: Final, events: [(kind: Published, on: \"{on}\", source: \"s\")])"
            )
        })
        .collect();
    let ids: Vec<String> = (0..focuses).map(|n| format!("\"f{n}\"")).collect();
    let statements: Vec<String> = (0..dates.len())
        .map(|n| {
            format!(
                "(id: \"R{n}\", kind: Focus, of: Policy(\"110000-2023-{n}\"), focuses: [{}], strength: Core, list: Open, assigned_by: Coder, summary: (zh: \"甲\"), source: \"s\")",
                ids.join(",")
            )
        })
        .collect();
    let named: Vec<String> = (0..focuses).map(|n| format!("(id: \"f{n}\", name: (zh: \"方向名称{n}\"))")).collect();
    index_of(&format!(
        "(schema: 1, id: \"small\", release: \"1\", title: (zh: \"小\"), focuses: [{}], sources: [(id: \"s\", grade: Report, title: \"源\", covers: All)], policies: [{}], statements: [{}])",
        named.join(","),
        policies.join(","),
        statements.join(","),
    ))
}

#[test]
fn one_typo_of_a_year_leaves_every_bar_in_sight() {
    let index = small(&["1023-05", "2023-05", "2023-06"], 1);
    for kind in [FigureKind::ByMonth, FigureKind::FocusByMonth] {
        let scene = scene(&figure(kind, &index, &Query::default(), &Asking::default()), &Style::default());
        let bars = scene.items.iter().filter_map(|item| match &item.shape {
            scene::Shape::Rect(rect, _, look) if look.fill.is_some() && item.mark.is_some() => Some(*rect),
            _ => None,
        });
        let seen: Vec<Rect> = bars.filter(|rect| rect.h > 0.0).collect();
        assert!(seen.len() >= 3, "{kind:?}: {seen:?}");
        assert!(seen.iter().all(|rect| rect.w >= 1.0), "{kind:?}: {seen:?}");
    }
}

#[test]
fn rows_are_sorted_by_value_where_it_is_asked() {
    let index = embedded();
    let rows = |kind, by_count| {
        let figure = figure(kind, &index, &Query::default(), &Asking { by_count, ..Asking::default() });
        match figure.body {
            Body::ByRegion(named) => named.bars.categories.iter().map(|category| category.label.clone()).collect(),
            Body::Heatmap(heatmap) => heatmap.rows.iter().map(|row| row.name.clone()).collect(),
            Body::Timeline(timeline) => timeline.lanes.iter().map(|lane| lane.name.clone()).collect(),
            _ => Vec::<String>::new(),
        }
    };
    for (kind, first) in [
        (FigureKind::ByRegion, ["北京", "上海", "廊坊"]),
        (FigureKind::FocusHeatmap, ["北京", "杭州", "南京"]),
        (FigureKind::Timeline, ["北京", "上海", "廊坊"]),
    ] {
        let (by_code, by_count) = (rows(kind, false), rows(kind, true));
        assert_eq!(by_count[..3], first, "{kind:?}");
        assert!(by_code.len() == by_count.len() && by_code.iter().all(|name| by_count.contains(name)), "{kind:?}");
    }
}

#[test]
fn no_place_is_counted_and_then_named_beside_the_count() {
    let index = embedded();
    // By place 苏州 is one of the three places of 江苏; by policy the two policies are of other cities.
    for (unit, said) in [(Unit::Region, "江苏：3 地\n"), (Unit::Policy, "江苏：2 / 2 项\n")] {
        let figure =
            figure(FigureKind::TileGrid, &index, &Query::default(), &Asking { unit: Some(unit), ..Asking::default() });
        let scene = scene(&figure, &Style::default());
        let words = &scene.marks.iter().find(|mark| mark.words.starts_with("江苏")).unwrap().words;
        let beside = if unit == Unit::Region { "其中仅见正文：苏州" } else { "另见正文：苏州" };
        assert!(words.starts_with(said) && words.ends_with(beside), "{words}");
    }
}

#[test]
fn bars_by_place_fill_the_figure() {
    let index = embedded();
    for lang in [Lang::Zh, Lang::En] {
        let figure = figure(FigureKind::ByRegion, &index, &Query::default(), &Asking { lang, ..Asking::default() });
        for style in [Style::default(), Style::default().printed(85.0, None), Style::default().printed(170.0, None)] {
            let scene = scene(&figure, &style);
            let end = scene.marks.iter().zip(0..).filter(|(mark, _)| mark.target.is_some()).flat_map(|(_, at)| {
                let texts = scene.items.iter().filter(move |item| item.mark == Some(at));
                texts.filter_map(|item| {
                    if let scene::Shape::Text(label) = &item.shape { Some(label.rect().right()) } else { None }
                })
            });
            let end = end.fold(0.0, f32::max);
            assert!(end > scene.width * 0.85, "{lang:?} {}: {end}", scene.width);
        }
    }
}

#[test]
fn combinations_name_every_focus_however_many() {
    for count in [2, 5, 12, 40] {
        let index = small(&["2023-05"], count);
        let figure = figure(FigureKind::Upset, &index, &Query::default(), &Asking::default());
        for width in [NARROWEST, 900.0, 1600.0] {
            let scene = scene(&figure, &Style { width, ..Style::default() });
            check_layout(&scene, &format!("{count} focuses on {width}"));
            let texts: String = scene.labels().map(|label| label.text.as_str()).collect();
            for focus in &index.catalogue.focuses {
                assert!(texts.contains(focus.name.get(Lang::Zh)), "{} of {count} on {width}: {texts}", focus.id);
            }
        }
    }
}

#[test]
fn a_place_that_the_catalogue_does_not_have_is_not_one_without_a_policy() {
    let index = embedded();
    // 苏州 is spoken of by the report, and 江苏 has policies of other cities.
    let states = |line: &str| {
        let query = parse(line, &index.catalogue).unwrap();
        let found = table(&figure(FigureKind::TileGrid, &index, &query, &Asking::default()));
        found.rows.iter().map(|row| (row[0].clone(), row[4].clone())).collect::<Vec<_>>()
    };
    for line in ["", "id:none", "region:浙江", "source:any"] {
        for (code, state) in states(line) {
            let province = index.catalogue.regions.by_code(&code).unwrap();
            let within = |place| index.catalogue.regions.province_of(place) == province;
            let named = index
                .catalogue
                .statements
                .iter()
                .any(|s| matches!(&s.of, crate::catalogue::Of::Regions(list) if list.iter().any(|p| within(*p))));
            let has = index.catalogue.policies.iter().any(|policy| within(policy.region));
            assert_eq!(state == "not_in_catalogue", !named && !has, "{code} '{line}': {state}");
        }
    }
}

#[test]
fn a_figure_by_month_says_which_months_are_not_of_publication() {
    let text = EMBEDDED.replacen("kind: Published, on: \"2023-07\"", "kind: Issued, on: \"2023-07\"", 1);
    let index = index_of(&text);
    for kind in [FigureKind::ByMonth, FigureKind::Timeline] {
        let asked = |lang| figure(kind, &index, &Query::default(), &Asking { lang, ..Asking::default() }).caption.note;
        assert!(asked(Lang::Zh).contains("1 项按印发的月份"), "{}", asked(Lang::Zh));
        assert!(asked(Lang::En).contains("by the month in which they were issued: 1"), "{}", asked(Lang::En));
    }
}

#[test]
fn a_result_by_policy_says_how_many_are_named() {
    let index = embedded();
    let check = |line: &str, expected: Option<(usize, usize)>| {
        let query = parse(line, &index.catalogue).unwrap();
        let outcome = run(&index, &query, Unit::Policy);
        let split = NamedSplit::of(&index, &query, &outcome).map(|split| (split.named, split.place_only));
        assert_eq!(split, expected, "{line}");
        let asking = Asking { unit: Some(Unit::Policy), ..Asking::default() };
        let note = figure(FigureKind::ByMonth, &index, &query, &asking).caption.note;
        let said = expected.map(|(named, place)| format!("来源点名 {named} 项，{place} 项只说到所在地"));
        assert!(said.is_none_or(|said| note.starts_with(&said)), "{line}: {note}");
    };
    check("", None);
    check("-focus:compute", None);
    check("focus:compute", Some((0, 3)));
    check("focus:algorithm basis:policy", Some((3, 0)));
    check("focus:compute focus:algorithm", Some((1, 0)));
    check("focus:compute,algorithm", Some((3, 8)));
}

#[test]
fn no_name_is_cut_where_tiles_are_narrow_and_no_word_is_broken_over_a_column() {
    let index = embedded();
    let asking = Asking { lang: Lang::En, ..Asking::default() };
    let drawn = |kind, width| {
        let figure = figure(kind, &index, &Query::default(), &asking);
        let scene = body_scene(&figure, &Style { width, height: Some(480.0), ..Style::default() });
        check_layout(&scene, &format!("{kind:?} on {width}"));
        scene.labels().map(|label| label.text.clone()).collect::<Vec<_>>()
    };
    for width in [464.0, 500.0, 560.0] {
        let texts = drawn(FigureKind::TileGrid, width);
        assert!(texts.iter().all(|text| !text.ends_with('…')), "{width}: {texts:?}");
        // On its tile, there in two lines where it has no room on one, or in the key.
        let all = texts.concat().replace('-', "");
        for name in ["Heilongjiang", "Mongolia", "Shanghai", "Guangdong"] {
            assert!(all.contains(name), "{name} on {width}: {texts:?}");
        }
    }
    for width in [NARROWEST, 560.0, 800.0] {
        let texts = drawn(FigureKind::Upset, width);
        assert!(texts.iter().any(|text| text == "Application"), "{width}: {texts:?}");
    }
    let texts = drawn(FigureKind::Timeline, 700.0);
    assert!(texts.iter().all(|text| !text.ends_with('…')), "a milestone is cut: {texts:?}");
}

#[test]
fn no_condition_is_blamed_where_there_is_no_policy_to_find() {
    let blames = |figure: &Figure| {
        let scene = body_scene(figure, &Style::default());
        scene.labels().any(|label| label.text == FigureText::NothingMatchesWhy.get(figure.lang))
    };
    each(&generated(0), &["", "focus:compute"], |figure, what| {
        assert!(figure.is_empty && !blames(figure), "{what}");
    });
    let asking = Asking::default();
    let index = embedded();
    let none = parse("id:none", &index.catalogue).unwrap();
    assert!(blames(&figure(FigureKind::ByMonth, &index, &none, &asking)));
}

#[test]
fn bars_part_what_a_source_names_from_the_places_it_speaks_of() {
    for index in [embedded(), generated(60)] {
        for line in ["", "focus:compute", "focus:compute,data", "focus:algorithm basis:policy", "-focus:data"] {
            let Ok(query) = parse(line, &index.catalogue) else { continue };
            let outcome = run(&index, &query, Unit::Policy);
            let split = NamedSplit::of(&index, &query, &outcome);
            let asking = Asking { unit: Some(Unit::Policy), ..Asking::default() };
            let found = figure(FigureKind::ByRegion, &index, &query, &asking);
            let Body::ByRegion(named) = &found.body else { panic!("bars") };
            let count = |of: fn(&Bars, usize) -> usize| -> usize {
                (0..named.bars.categories.len()).map(|at| of(&named.bars, at)).sum()
            };
            let (all, only) = (count(|bars, at| bars.total(0, at)), count(|bars, at| bars.place_only(0, at)));
            let expected = split.map(|split| (split.named + split.place_only, split.place_only));
            assert_eq!((all, only), expected.unwrap_or((all, 0)), "{line}");
            let column = table(&found).heads.iter().any(|head| head == "place_only");
            assert_eq!(column, split.is_some(), "{line}: the numbers of the figure");
            let legend = FigureText::PlaceOnlyBar.get(Lang::Zh);
            let scene = scene(&found, &Style::default());
            let is_told = scene.labels().any(|label| label.text == legend);
            let hollow = scene.items.iter().filter(|item| is_hollow(&item.shape)).count();
            assert_eq!((is_told, hollow > 0), (only > 0, only > 0), "{line}: {hollow} hollow bars of {only}");
        }
    }
}

#[test]
fn bars_of_places_part_their_policies_alike_in_either_unit() {
    let index = embedded();
    let query = parse("focus:algorithm", &index.catalogue).unwrap();
    let of = |unit| {
        let found = figure(FigureKind::ByRegion, &index, &query, &Asking { unit: Some(unit), ..Asking::default() });
        let Body::ByRegion(named) = &found.body else { panic!("bars") };
        (0..named.bars.categories.len()).map(|at| named.bars.place_only(0, at)).collect::<Vec<_>>()
    };
    assert_eq!(of(Unit::Region), of(Unit::Policy));
    assert_eq!(of(Unit::Region).iter().sum::<usize>(), 6);
}

/// Whether a shape is a rectangle with an outline and no inside.
fn is_hollow(shape: &Shape) -> bool {
    matches!(shape, Shape::Rect(_, _, look) if look.fill.is_none() && look.line.is_some_and(|line| line.dash == Dash::Solid))
}

#[test]
fn a_milestone_names_its_country_once_and_its_line_is_drawn_once_a_month() {
    let index = embedded();
    for (lang, begin) in [(Lang::Zh, "美国：发布"), (Lang::En, "United States: releases")] {
        let told: Vec<String> = milestones(&index, lang).iter().map(|mark| mark.told(lang)).collect();
        assert!(told.iter().any(|line| line.starts_with(begin)), "{told:?}");
        let nations = ["中国：", "美国：", "欧盟：", "China: ", "United States: ", "EU: "];
        assert!(told.iter().all(|line| nations.iter().any(|nation| line.starts_with(nation))), "{told:?}");
    }
    let timeline = figure(FigureKind::Timeline, &index, &Query::default(), &Asking::default());
    let scene = scene(&timeline, &Style::default());
    let mut dashed: Vec<_> = scene
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Line([from, to], stroke) if stroke.dash != Dash::Solid => {
                Some((from.x as i64, from.y as i64, to.y as i64))
            }
            _ => None,
        })
        .collect();
    dashed.sort_unstable();
    for pair in dashed.windows(2) {
        let ((x, _, end), (next, begin, _)) = (pair[0], pair[1]);
        assert!(x != next || end <= begin, "two dashed lines over each other at {x}");
    }
}

#[test]
fn the_numbers_of_combinations_say_of_how_many() {
    let index = embedded();
    let upset = figure(FigureKind::Upset, &index, &Query::default(), &Asking::default());
    let texts: Vec<String> = scene(&upset, &Style::default()).labels().map(|label| label.text.clone()).collect();
    assert!(texts.iter().any(|text| text == "≥ 9 / 11"), "{texts:?}");
}

#[test]
fn a_figure_in_english_has_no_chinese_title_at_its_foot() {
    let asking = Asking { lang: Lang::En, ..Asking::default() };
    let figure = figure(FigureKind::ByMonth, &embedded(), &Query::default(), &asking);
    assert_eq!(figure.footer.sources, "Sources: CCID 2023-10-30");
}

#[test]
fn few_months_stand_in_the_middle() {
    let one = small(&["2023-05"], 2);
    let months = figure(FigureKind::ByMonth, &one, &Query::default(), &Asking::default());
    let scene = scene(&months, &Style::default());
    let bar = scene.marks.first().unwrap().rect;
    let middle = bar.x + bar.w / 2.0;
    assert!((middle - scene.width / 2.0).abs() < 20.0, "the only bar stands at {middle}");
}
