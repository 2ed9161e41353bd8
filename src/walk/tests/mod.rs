//! Tests of walks: making them over any catalogue, editing, pace, keys.

mod file;

use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::catalogue::RegionIdx;
use crate::query::tests::random::{self, Random};
use crate::query::{Index, Query, Unit, parse, run};
use crate::tests::{embedded, generated, index_of};

fn titles(walk: &Walk, index: &Index, lang: Lang) -> Vec<String> {
    walk.steps.iter().map(|step| step.slide.title(&index.catalogue, lang)).collect()
}

/// The places of a walk made with this order, by their short names.
fn places(query: &str, order: &Order) -> String {
    let index = embedded();
    let walk = walk_regions(&index, &parse(query, &index.catalogue).unwrap(), order, Lang::Zh);
    let (first, last) = (walk.steps.first().unwrap(), walk.steps.last().unwrap());
    assert_eq!((first.slide.shows, last.slide.shows), (Shows::Overview, Shows::Summary));
    assert!(walk.steps.iter().all(|step| step.slide.view.query == query && step.slide.view.unit == Unit::Region));
    let regions = &index.catalogue.regions;
    let short = |code: &&str| regions[regions.by_code(code).unwrap()].short.as_str();
    walk.regions().iter().map(short).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_ready_walk_begins_with_the_places_whose_emphasis_the_report_names() {
    let index = embedded();
    let walk = ready(&index, Lang::Zh);
    assert_eq!(
        titles(&walk, &index, Lang::Zh),
        [
            "各地提到的方向",
            "成都市",
            "深圳市",
            "杭州市",
            "北京市",
            "廊坊市",
            "上海市",
            "南京市",
            "无锡市",
            "苏州市",
            "武汉市",
            "宁夏回族自治区",
            "方向组合的相似度",
            "小结"
        ]
    );
    assert_eq!(titles(&walk, &index, Lang::En)[1..4], ["Chengdu", "Shenzhen", "Hangzhou"]);
    let policies: usize = walk.steps.iter().map(|step| step.policies.len()).sum();
    assert_eq!(policies, index.catalogue.policies.len(), "each policy is of one step");
    assert_eq!((walk.catalogue.as_str(), walk.release.as_str()), ("ccid-2023-3", "2026.2"));
}

#[test]
fn places_stand_in_the_order_that_is_asked_for() {
    let regions = |names: &[&str]| -> Vec<RegionIdx> {
        let index = embedded();
        names.iter().map(|name| index.catalogue.regions.find(name).unwrap()).collect()
    };
    for (query, order, expected) in [
        ("", Order::Code, "北京 廊坊 上海 南京 无锡 苏州 杭州 武汉 深圳 成都 宁夏"),
        // Months: 02, 02, 03, 03, 05 (by code), 06, 06, 08; 苏州 has no policy and so no month.
        ("", Order::Month, "廊坊 南京 无锡 武汉 北京 上海 深圳 杭州 成都 宁夏 苏州"),
        ("", Order::Emphasis, "成都 深圳 杭州 北京 廊坊 上海 南京 无锡 苏州 武汉 宁夏"),
        (
            "",
            Order::Chosen(regions(&["宁夏", "海南", "上海", "宁夏"])),
            "宁夏 上海 北京 廊坊 南京 无锡 苏州 杭州 武汉 深圳 成都",
        ),
        ("focus:compute", Order::Code, "上海 杭州"),
        ("focus:compute", Order::Emphasis, "杭州 上海"),
        // The months are those of the policies that pass.
        ("region:110000,310000 month:2023-06..", Order::Month, "上海"),
        // No source of this lens says what a place puts first.
        ("focus:compute source:press", Order::Emphasis, "上海"),
        ("region:460000", Order::Code, ""),
        ("region:110000,310000,440300", Order::Asked(regions(&["深圳", "北京", "上海"])), "深圳 北京 上海"),
        ("region:110000,320000", Order::Asked(regions(&["江苏", "北京"])), "南京 无锡 苏州 北京"),
    ] {
        assert_eq!(places(query, &order), expected, "{query:?} {order:?}");
    }
}

#[test]
fn a_walk_is_named_by_its_places() {
    let index = embedded();
    for (query, zh, en) in [
        ("", "各地政策巡讲", "A walk through the places"),
        ("focus:compute", "上海、杭州巡讲", "A walk through Shanghai, Hangzhou"),
        (
            "focus:algorithm",
            "北京、廊坊、南京、无锡等 9 地巡讲",
            "A walk through Beijing, Langfang, Nanjing, Wuxi and others, 9 in all",
        ),
        ("region:460000", "巡讲：地区：海南省", "A walk: Place: Hainan"),
    ] {
        let query = parse(query, &index.catalogue).unwrap();
        let name = |lang| walk_regions(&index, &query, &Order::Code, lang).name;
        assert_eq!([name(Lang::Zh).as_str(), name(Lang::En).as_str()], [zh, en]);
    }
}

#[test]
fn one_place_is_like_no_other_and_a_catalogue_of_nothing_has_an_overview() {
    let shows = |text: &str| -> Vec<Shows> {
        ready(&index_of(text), Lang::En).steps.iter().map(|step| step.slide.shows).collect()
    };
    let empty = "(schema: 1, id: \"x\", release: \"1\", title: (zh: \"题\"), focuses: [], sources: [], policies: [], statements: [], default_sources: [])";
    assert_eq!(shows(empty), [Shows::Overview, Shows::Summary]);
    let one = empty.replace(
        "policies: []",
        "policies: [(id: \"110000-2023-1\", region: \"110000\", title: (zh: \"题\"), stage: Final)]",
    );
    assert_eq!(shows(&one), [Shows::Overview, Shows::Region, Shows::Summary]);
    let many = ready(&generated(3_000), Lang::Zh);
    assert!(many.steps.len() > 340, "{} steps", many.steps.len());
}

#[test]
fn a_slide_of_a_view_shows_what_its_tab_shows_and_is_named_after_it() {
    let index = embedded();
    let view = ViewText {
        query: "focus:data".into(),
        comparison: vec!["510100".into(), "440300-2023-1".into(), "990000".into()],
        ..ViewText::default()
    };
    for (tab, shows, title) in [
        (Tab::Overview, Shows::Overview, "各地提到的方向"),
        (Tab::Table, Shows::Table, "表格"),
        (Tab::Compare, Shows::Comparison, "成都市、高水平应用行动方案、990000"),
        (Tab::Charts, Shows::Figure, "各月政策数"),
    ] {
        let slide = Slide::of_view(&ViewText { tab, ..view.clone() });
        assert_eq!((slide.shows, slide.title(&index.catalogue, Lang::Zh).as_str()), (shows, title));
        assert_eq!(slide.view.query, "focus:data");
    }
    let none = Slide::new(Shows::Comparison, ViewText::default());
    assert_eq!(none.title(&index.catalogue, Lang::En), "Compare");
    let place = Slide::of_region("510100", &view);
    assert_eq!((place.view.query.as_str(), place.view.comparison.len()), ("focus:data", 0));
    assert_eq!(Slide { name: "mine".into(), ..place.clone() }.title(&index.catalogue, Lang::Zh), "mine");
    assert_eq!(Slide { lit: None, ..place }.title(&index.catalogue, Lang::En), "(no place)");
    let step = Step::of_region(&index, index.catalogue.regions.find("北京").unwrap(), &Query::default());
    assert_eq!(step.policies, ["110000-2023-1", "110000-2023-2"]);
}

fn named(names: &str) -> Walk {
    let step = |c: char| Step::new(Slide { name: c.to_string(), ..Slide::new(Shows::Table, ViewText::default()) });
    Walk::new("w", names.chars().map(step).collect(), &Catalogue::empty())
}

fn names(walk: &Walk) -> String {
    walk.steps.iter().map(|step| step.slide.name.as_str()).collect()
}

#[test]
fn each_edit_gives_a_new_walk_and_one_out_of_range_the_same() {
    let walk = named("abcd");
    let new = named("x").steps.remove(0);
    for (edit, expected) in [
        (Edit::Move { from: 0, to: 2 }, "bcad"),
        (Edit::Move { from: 3, to: 0 }, "dabc"),
        (Edit::Move { from: 1, to: 9 }, "acdb"),
        (Edit::Move { from: 4, to: 0 }, "abcd"),
        (Edit::Duplicate(1), "abbcd"),
        (Edit::Duplicate(4), "abcd"),
        (Edit::Remove(0), "bcd"),
        (Edit::Remove(4), "abcd"),
        (Edit::Insert { at: 1, step: new.clone() }, "axbcd"),
        (Edit::Insert { at: 9, step: new.clone() }, "abcdx"),
        (Edit::Rename { at: 1, name: " y\n".into() }, "aycd"),
        (Edit::Show { at: 2, slide: new.slide.clone() }, "abxd"),
        (Edit::Rename { at: 4, name: "y".into() }, "abcd"),
    ] {
        assert_eq!(names(&walk.edited(&edit)), expected, "{edit:?}");
    }
    assert_eq!(walk, named("abcd"), "the walk itself is as it was");
    let edits = [
        Edit::Skip(1),
        Edit::Notes { at: 1, notes: "# n\n".into() },
        Edit::Time { at: 1, seconds: Some(90) },
        Edit::Name("  v ".into()),
        Edit::Name(" ".into()),
        Edit::Show { at: 1, slide: new.slide },
    ];
    let edited = edits.iter().fold(walk, |walk, edit| walk.edited(edit));
    let step = &edited.steps[1];
    assert_eq!((step.skip, step.notes.as_str(), step.seconds, edited.name.as_str()), (true, "# n\n", Some(90), "v"));
    assert!(!edited.edited(&Edit::Skip(1)).steps[1].skip);
}

/// Steps with these seconds; 0 has none, negative ones are skipped.
fn timed(plan: &[i32]) -> Vec<Step> {
    let step = |seconds: &i32| Step {
        seconds: u32::try_from(*seconds).ok().filter(|s| *s > 0),
        skip: *seconds < 0,
        ..named("a").steps.remove(0)
    };
    plan.iter().map(step).collect()
}

#[test]
fn pace_is_told_in_whole_minutes_of_what_was_planned() {
    for (plan, at, elapsed, zh, en) in [
        (&[60, 120, 60][..], 1, 60, "准时", "on time"),
        (&[60, 120, 60], 1, 180, "准时", "on time"),
        (&[60, 120, 60], 1, 209, "准时", "on time"),
        (&[60, 120, 60], 1, 210, "慢 1 分", "1 min behind"),
        (&[60, 120, 60], 1, 300, "慢 2 分", "2 min behind"),
        (&[60, 120, 60], 2, 120, "快 1 分", "1 min ahead"),
        (&[60, 120, 60], 0, 0, "准时", "on time"),
        // A skipped step takes no time and needs none.
        (&[60, -1, 60], 2, 60, "准时", "on time"),
        (&[60, -1, 60], 2, 240, "慢 2 分", "2 min behind"),
        (&[60, 60, 0], 1, 600, "慢 8 分", "8 min behind"),
    ] {
        let pace = Pace::of(&timed(plan), at, Duration::from_secs(elapsed)).unwrap();
        assert_eq!((pace.words(Lang::Zh).as_str(), pace.words(Lang::En).as_str()), (zh, en), "{plan:?} {at} {elapsed}");
    }
    // Nothing is said that would rest on a step without a plan.
    assert_eq!(Pace::of(&timed(&[60, 0, 60]), 1, Duration::ZERO), None);
    assert_eq!(Pace::of(&timed(&[0, 60]), 1, Duration::ZERO), None);
    assert_eq!(Pace::of(&timed(&[60]), 1, Duration::ZERO), None);
}

#[test]
fn what_is_left_is_told_where_every_step_has_a_time() {
    let words = |plan: &[i32], elapsed| {
        Remaining::of(&timed(plan), Duration::from_secs(elapsed)).map(|left| left.words(Lang::Zh))
    };
    assert_eq!(words(&[60, 210, -1], 0).as_deref(), Some("剩 4:30"));
    assert_eq!(words(&[60, 210, -1], 270).as_deref(), Some("剩 0:00"));
    assert_eq!(words(&[60, 210, -1], 301).as_deref(), Some("超 0:31"));
    assert_eq!(words(&[60, 0], 0), None);
    assert_eq!(clock(Duration::from_millis(3_870_900)), "1:04:30");
}

#[test]
fn a_time_is_read_as_people_type_it_and_a_slip_is_none() {
    for (text, seconds) in [
        ("4:30", Some(270)),
        (" 0:05 ", Some(5)),
        ("2", Some(120)),
        ("2：05", Some(125)),
        ("90:00", Some(5_400)),
        ("1:04:30", Some(3_870)),
        ("0", Some(0)),
        ("4:60", None),
        ("1:60:00", None),
        ("24:00:00", None),
        ("9999:00", None),
        ("99999", None),
        ("+4", None),
        ("4:", None),
        (":30", None),
        ("", None),
        ("1:2:3:4", None),
    ] {
        assert_eq!(read_clock(text), seconds, "{text:?}");
    }
    for seconds in (0..86_400).step_by(61) {
        assert_eq!(read_clock(&clock(Duration::from_secs(seconds.into()))), Some(seconds));
    }
}

#[test]
fn every_key_of_the_stage_means_one_thing_and_is_explained() {
    let mut seen = std::collections::HashSet::new();
    for binding in BINDINGS {
        for name in binding.names {
            assert!(seen.insert(*name), "{name} stands twice");
            let meant = key(name).unwrap();
            let digit = name.parse().map(Key::Digit);
            assert_eq!(meant, digit.unwrap_or(binding.key));
            assert!(!label(name, Lang::Zh).is_empty());
        }
        assert!(KeyGroup::ALL.contains(&binding.group) && !binding.says.get(Lang::En).is_empty());
    }
    // As the issue names them.
    for (names, meant) in [
        ("PageDown Right Space N", Key::Next),
        ("Down", Key::Down),
        ("Enter", Key::Enter),
        ("PageUp Left P", Key::Previous),
        ("Up", Key::Up),
        ("Backspace", Key::Erase),
        ("Home", Key::First),
        ("End", Key::Last),
        ("G", Key::Picker),
        ("Tab", Key::Grid),
        ("B Period", Key::Black),
        ("W Comma", Key::White),
        ("F", Key::Freeze),
        ("R", Key::Return),
        ("M", Key::Keep),
        ("F5", Key::Start),
        ("Escape", Key::Escape),
        ("S", Key::Swap),
        ("F11", Key::FullScreen),
        ("Questionmark", Key::Help),
        ("7", Key::Digit(7)),
    ] {
        for name in names.split(' ') {
            assert_eq!(key(name), Some(meant), "{name}");
        }
    }
    assert_eq!(key("Q"), None);
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_walk_goes_through_each_place_of_the_result_once_whatever_the_catalogue(
        seed in any::<u64>(), which in 0..4usize, chosen in prop::collection::vec(0..300u16, 0..4),
    ) {
        let mut random = Random::new(seed, 0);
        let index = index_of(&random::catalogue(&mut random));
        let line = crate::query::write(&random::query(&mut random, &index.catalogue));
        let query = parse(&line, &index.catalogue).unwrap();
        let chosen = Order::Chosen(chosen.into_iter().map(RegionIdx).collect());
        let order = [Order::Code, Order::Month, Order::Emphasis, chosen][which].clone();
        let walk = walk_regions(&index, &query, &order, Lang::Zh);
        let outcome = run(&index, &query, Unit::Region);
        let expected: Vec<&str> = outcome.rows.iter().map(|row| row.id(&index.catalogue)).collect();
        let mut found = walk.regions();
        prop_assert_eq!(found.len() + 2, walk.steps.len());
        if order == Order::Code {
            prop_assert_eq!(&found, &expected);
        }
        found.sort_unstable();
        prop_assert_eq!(found, expected);
        // Its policies are those of the result, each at the step of its place.
        let told: usize = walk.steps.iter().map(|step| step.policies.len()).sum();
        prop_assert_eq!(told, outcome.policies.count_ones(..));
        // It is read back as it was, and fits the catalogue that it was made on.
        let read = Walk::read(walk.write(&index.catalogue).as_bytes()).unwrap();
        prop_assert_eq!(&Walk { sha256: String::new(), ..read.clone() }, &walk);
        let fitted = fit_walk(&read, &index);
        // A query may name a policy that is not there.
        let is_of_query = |what: &WalkMisfit| *what == WalkMisfit::View(crate::view::Misfit::Id("none".into()));
        prop_assert!(fitted.misfits.iter().all(|misfit| is_of_query(&misfit.what)));
        prop_assert_eq!(fitted.walk, walk);
    }

    #[test]
    fn an_edit_undone_is_the_walk_that_was_kept(
        edits in prop::collection::vec((0..5usize, 0..8usize, 0..8usize), 0..20),
    ) {
        let mut walk = named("abcde");
        for (kind, at, to) in edits {
            let len = walk.steps.len();
            let edit = match kind {
                0 => Edit::Move { from: at, to },
                1 => Edit::Duplicate(at),
                2 => Edit::Remove(at),
                3 => Edit::Skip(at),
                _ => Edit::Insert { at, step: named("x").steps.remove(0) },
            };
            let new = walk.edited(&edit);
            let grows = i32::from(kind == 4 || (kind == 1 && at < len)) - i32::from(kind == 2 && at < len);
            prop_assert_eq!(new.steps.len() as i32, len as i32 + grows);
            if kind == 0 && at < len {
                prop_assert_eq!(&new.steps[to.min(len - 1)], &walk.steps[at]);
                prop_assert_eq!(new.edited(&Edit::Move { from: to.min(len - 1), to: at }), walk.clone());
            }
            walk = new;
        }
    }
}
