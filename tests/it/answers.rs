//! The answers of the comparison engines, as the window shows them: the gap, differences, the claims and the memo.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{EMBEDDED, Strength};
use policy_atlas::compare::{CompareRow, Difference, Subject};
use policy_atlas::export::MemoFormat;
use policy_atlas::session::{Action, Dialog, Effect, MemoOptions, Output, Periods, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::Lang;

use crate::soft::SoftRenderer;
use crate::window::{act, chinese, copied, open, window};

fn comparing(ids: &[&str]) -> Harness<'static, App> {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    act(&mut window, ViewChange::Tab(Tab::Compare));
    act(&mut window, ViewChange::Comparison(ids.iter().map(|id| (*id).to_owned()).collect()));
    window
}

const CHOOSE: &str = "点一列名称下的“设为参照”，就列出来源说到其他列、没有说到它的方向。";

#[test]
fn a_column_taken_as_mine_shows_what_is_stated_of_its_peers_and_not_of_it() {
    let mut window = comparing(&["110000", "330100", "420100"]);
    window.get_by_label(CHOOSE);
    window.get_by_role_and_label(Role::Link, "设为参照：武汉市").click();
    window.run();
    window.get_by_label("来源对同行已述、对武汉市未述的方向：5 个");
    window.get_by_label("同行已述：杭州市");
    assert!(window.query_by_label("杭州市：提及").is_none(), "statements are folded away at first");
    window.get_by_role_and_label(Role::Button, "算力：对同行的 1 条陈述").click();
    window.run();
    window.get_by_label("杭州市：提及");
    let summary = "杭州、上海等地加紧兴建算力设施，并搭建调度平台与协调体系。";
    let lines = window.query_all_by_label(summary).count();
    assert_eq!(lines, 2, "in the gap, and in the column of the peer");
    window.get_by_role_and_label(Role::Link, "不再作参照：武汉市").click();
    window.run();
    window.get_by_label(CHOOSE);
    act(&mut window, Action::Undo);
    window.get_by_label("来源对同行已述、对武汉市未述的方向：5 个");
}

#[test]
fn a_policy_can_be_mine() {
    let mut window = comparing(&["110000-2023-1", "110000-2023-2", "310000-2023-1"]);
    let title = {
        let catalogue = window.state().session().data().catalogue();
        let policy = catalogue.policy_by_id("110000-2023-2").unwrap();
        catalogue[policy].title.zh.clone().unwrap()
    };
    window.get_by_role_and_label(Role::Link, &format!("设为参照：{title}")).click();
    window.run();
    assert_eq!(window.state().session().view().mine.as_deref(), Some("110000-2023-2"));
    let n = window.state().session().derived().comparison().gap.len();
    assert!(n > 0);
    window.get_by_label(&format!("来源对同行已述、对{title}未述的方向：{n} 个"));
}

#[test]
fn the_keyboard_unfolds_the_statements_and_a_long_list_is_folded_again() {
    let one = |n: usize| {
        format!(
            "(id: \"Y{n}\", kind: Focus, of: Regions([\"330100\"]), focuses: [\"compute\"], strength: Mentioned, list: Closed, \
             assigned_by: Source, version: Own, summary: (zh: \"句 {n}\", en: \"line {n}\"), source: \"ccid\"),"
        )
    };
    let many: String = (0..9).map(one).collect();
    let mut window = comparing(&[]);
    open(&mut window, &EMBEDDED.replacen("statements: [", &format!("statements: [{many}"), 1));
    act(&mut window, ViewChange::Comparison(["330100", "420100"].map(str::to_owned).to_vec()));
    act(&mut window, ViewChange::Mine(Some("420100".into())));
    window.get_by_role_and_label(Role::Button, "算力：对同行的 10 条陈述").focus();
    window.key_press(egui::Key::Enter);
    window.run();
    assert_eq!(window.query_all_by_label("杭州市：提及").count(), 6);
    assert_eq!(window.query_all_by_label("另有 4 条").count(), 2, "here, and in the column");
}

#[test]
fn silence_not_assessed_and_absence_are_said_apart() {
    let absent = "statements: [\n(id: \"X1\", kind: Focus, of: Regions([\"420100\"]), focuses: [\"compute\"], strength: Absent, \
                  list: Closed, assigned_by: Source, version: Own, summary: (zh: \"无\", en: \"none\"), source: \"ccid\"),";
    let mut seen = Vec::new();
    for (text, query) in [
        (EMBEDDED.to_owned(), ""),
        (EMBEDDED.to_owned(), "source:official"),
        (EMBEDDED.replacen("statements: [", absent, 1), ""),
    ] {
        let mut window = comparing(&[]);
        open(&mut window, &text);
        act(&mut window, crate::typed(query));
        act(&mut window, ViewChange::Comparison(["110000", "330100", "420100"].map(str::to_owned).to_vec()));
        act(&mut window, ViewChange::Mine(Some("420100".into())));
        let gap: Vec<Strength> =
            window.state().session().derived().comparison().gap.iter().map(|gap| gap.mine).collect();
        for (how, words) in [
            (Strength::NotStated, "武汉市：来源未提及（不等于没有）"),
            (Strength::NotAssessed, "武汉市：未考察"),
            (Strength::Absent, "武汉市：确无"),
        ] {
            // Of a place that nobody looked at it is said once, not of each focus.
            let expected = gap.iter().filter(|mine| **mine == how && how != Strength::NotAssessed).count();
            assert_eq!(window.query_all_by_label(words).count(), expected, "{words}");
            seen.extend((expected > 0).then_some(how));
        }
        let is_unlooked = gap.contains(&Strength::NotAssessed);
        let unlooked = window.query_all_by_label("没有来源考察武汉市，无从比较缺什么。").count();
        assert_eq!(unlooked, usize::from(is_unlooked));
        seen.extend(is_unlooked.then_some(Strength::NotAssessed));
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 3, "each is met: {seen:?}");
}

#[test]
fn nothing_in_the_gap_is_said_as_what_it_is() {
    let mut window = comparing(&["110000", "131000"]);
    act(&mut window, ViewChange::Mine(Some("110000".into())));
    window.get_by_label("同行已述的方向，北京市也都有述。");
    act(&mut window, ViewChange::Comparison(vec!["420100".into(), "540100".into()]));
    act(&mut window, ViewChange::Mine(Some("420100".into())));
    window.get_by_label("所选来源对武汉市和同行都没有述及任何方向。这不等于没有相关措施。");
    act(&mut window, ViewChange::Comparison(vec!["420100".into()]));
    assert!(window.query_by_label(CHOOSE).is_none(), "one column has no peers");
}

#[test]
fn each_row_says_in_what_it_differs_and_the_focuses_keep_their_order() {
    for ids in [
        &["110000", "330100", "420100"][..],
        &["310000", "440300"],
        &["110000-2023-1", "310000-2023-1"],
        &["340100", "540100", "420100"],
        &["340100", "540100", "330100"],
        &["340100", "330100", "510100"],
    ] {
        let window = comparing(ids);
        let comparison = window.state().session().derived().comparison();
        let is_focus = |row: &CompareRow| matches!(row.subject, Subject::Focus(_));
        let words_of = |row: &CompareRow| match row.difference() {
            // Of columns that nobody has looked at their number, and what can be said of the others.
            Difference::Cells if row.assessed() < row.cells.len() => match row.cells.len() - row.assessed() {
                1 if row.is_silent() => "1 列未考察，其余未提及",
                1 => "标记或程度不同，1 列未考察",
                _ if row.is_silent() => "2 列未考察，其余未提及",
                _ => "2 列未考察，无从比较",
            },
            Difference::Cells => "标记或程度不同",
            Difference::Keywords => "标记相同，关键词不同",
            Difference::Value => "内容不同",
            // Silence in all columns is no sameness.
            Difference::Nothing if row.is_silent() && is_focus(row) => "各列都未提及",
            Difference::Nothing if row.is_silent() => "各列都未给出",
            Difference::Nothing => "各列相同",
        };
        let told = [
            "标记或程度不同",
            "1 列未考察，其余未提及",
            "标记或程度不同，1 列未考察",
            "2 列未考察，其余未提及",
            "2 列未考察，无从比较",
            "标记相同，关键词不同",
            "内容不同",
            "各列都未提及",
            "各列都未给出",
            "各列相同",
        ];
        for words in told {
            let expected = comparison.rows.iter().filter(|row| words_of(row) == words).count();
            assert_eq!(window.query_all_by_label(words).count(), expected, "{ids:?}: {words}");
        }
        let names = ["算力", "算法", "数据", "应用", "企业"];
        let tops: Vec<f32> =
            names.iter().map(|name| window.get_by_role_and_label(Role::Label, name).rect().top()).collect();
        assert!(tops.is_sorted(), "{ids:?}: {tops:?}");
    }
}

#[test]
fn claims_stand_with_their_formula_and_verdict_and_are_copied_as_citations() {
    let mut window = comparing(&[]);
    act(&mut window, Action::Show(Some(Dialog::Catalogue)));
    window.get_by_label("核对来源里的数字…").click();
    window.run();
    assert_eq!(window.state().session().pointing().dialog, Some(Dialog::Claims));
    for label in ["不符", "无法核对", "仅展示"] {
        window.get_all_by_label(label).next().unwrap_or_else(|| panic!("no verdict “{label}”"));
    }
    window.get_by_label("算式：(19 − 5) / 5 = 280%；19 / 5 = 380%");
    window.get_by_label("按来源自己的数字计算：增幅为 280%，来源称近400%");
    window.get_by_label_contains("为何无法核对：表1列的是");
    window
        .get_by_role_and_label(
            Role::Link,
            "复制引文：人工智能政策由2022年上半年的5项增至2023年上半年的19项，增幅近400%",
        )
        .click();
    window.run_steps(1);
    let line = copied(&window);
    assert!(line.contains("可核查说法 growth") && !line.contains('\n'), "{line}");
    window.run();
    window.get_by_label("复制全部引文").click();
    window.run_steps(1);
    let claims = window.state().session().data().catalogue().claims.len();
    assert_eq!(copied(&window).lines().count(), claims);
    window.run();
}

#[test]
fn a_thousand_claims_are_gone_through_page_by_page() {
    let claim = |n: usize| {
        format!(
            "(id: \"c{n}\", what: (zh: \"说法 {n}\"), check: Growth(from: 1, to: 2, stated: 100), source: \"ccid\"),"
        )
    };
    let many: String = (0..1000).map(claim).collect();
    let mut window = comparing(&[]);
    open(&mut window, &EMBEDDED.replacen("claims: [", &format!("claims: [{many}"), 1));
    act(&mut window, Action::Show(Some(Dialog::Claims)));
    let n = window.state().session().data().catalogue().claims.len();
    window.get_by_label(&format!("第 1—20 条，共 {n} 条"));
    assert_eq!(window.get_all_by_label_contains("复制引文：").count(), 20, "one page is painted");
    window.get_by_label("▼ 下一页").click();
    window.run();
    window.get_by_label(&format!("第 21—40 条，共 {n} 条"));
    window.get_by_label("说法 20");
    assert!(window.query_by_label("说法 19").is_none());
    open(&mut window, EMBEDDED);
    act(&mut window, Action::Show(Some(Dialog::Claims)));
    window.get_by_role_and_label(
        Role::Link,
        "复制引文：人工智能政策由2022年上半年的5项增至2023年上半年的19项，增幅近400%",
    );
    assert!(window.query_by_label("▼ 下一页").is_none(), "all of them fit");
}

#[test]
fn a_catalogue_without_claims_says_so() {
    let (before, claims) = EMBEDDED.split_once("    claims: [").unwrap();
    let (_, after) = claims.split_once("\n    ],").unwrap();
    let mut window = comparing(&[]);
    open(&mut window, &format!("{before}{}", after.trim_start_matches('\n')));
    act(&mut window, Action::Show(Some(Dialog::Claims)));
    window.get_by_label("这个目录没有收录可供核对的来源说法。");
}

#[test]
fn a_memo_is_written_in_every_format_and_tells_of_periods_only_when_asked() {
    let start = Start {
        lang: Some(Lang::Zh),
        theme: Some(ThemeChoice::Light),
        today: "2026-03-01".parse().ok(),
        ..Start::default()
    };
    let mut window = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .with_max_steps(64)
        .renderer(SoftRenderer::new())
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    window.run();
    act(&mut window, ViewChange::Tab(Tab::Compare));
    act(&mut window, ViewChange::Comparison(["110000", "310000"].map(str::to_owned).to_vec()));
    act(&mut window, ViewChange::Mine(Some("310000".into())));
    window.get_by_role_and_label(Role::Button, "写成备忘录…").click();
    window.run();
    let told = window.get_by_role_and_label(Role::CheckBox, "写明到期情况（按今天，2026-03-01）");
    assert_eq!(told.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False), "off unless asked for");
    act(&mut window, Action::Show(None));
    let folder = tempfile::tempdir().unwrap();
    for (format, periods) in [
        (MemoFormat::Md, Periods::Untold),
        (MemoFormat::Md, Periods::Told),
        (MemoFormat::Html, Periods::Untold),
        (MemoFormat::Docx, Periods::Untold),
    ] {
        let path = folder.path().join(format!("{periods:?}.{}", format.extension()));
        act(
            &mut window,
            Action::Do(Effect::Write {
                path: path.clone(),
                what: Output::Memo(format, MemoOptions { periods, ..MemoOptions::default() }),
            }),
        );
        let done = format!("已导出：{}", path.display());
        let deadline = Instant::now() + Duration::from_mins(1);
        while window.query_by_label_contains(&done).is_none() {
            assert!(Instant::now() < deadline, "waited in vain for {done}");
            std::thread::yield_now();
            window.run();
        }
        let bytes = std::fs::read(&path).unwrap();
        if format == MemoFormat::Docx {
            assert!(bytes.starts_with(b"PK"));
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("上海市（参照）"), "{text}");
        assert_eq!(text.contains("截至2026年3月1日"), periods == Periods::Told, "{text}");
    }
}

#[test]
fn no_memo_is_offered_of_one_column() {
    let window = comparing(&["110000"]);
    let button = window.get_by_role_and_label(Role::Button, "写成备忘录…");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn a_profile_stands_beside_places_of_ones_choice() {
    let mut window = chinese();
    let place = window.state().session().data().catalogue().regions.find("杭州").unwrap();
    act(&mut window, Action::Show(Some(Dialog::SaveProfile(place))));
    let beside = |window: &Harness<'static, App>| {
        let session = window.state().session();
        let (columns, are_chosen) = session.profile_columns(place);
        let names = columns.iter().map(|row| row.name(session.data().catalogue(), Lang::Zh)).collect::<Vec<_>>();
        (names.join(" "), are_chosen)
    };
    assert_eq!(beside(&window), ("杭州市 南京市 武汉市 深圳市 成都市".to_owned(), false), "sub-provincial as it is");
    // A name that says the kind says it once, and the boxes stand in columns.
    window.get_by_role_and_label(Role::CheckBox, "宁夏回族自治区");
    let all = window.query_all_by_role(Role::CheckBox);
    let all = all.filter(|node| node.accesskit_node().label().is_some_and(|name| name.contains("市（")));
    let lefts: std::collections::BTreeSet<i32> = all.map(|node| node.rect().left().round() as i32).collect();
    assert!((1..=3).contains(&lefts.len()), "boxes begin at {lefts:?}");
    for name in ["南京市（副省级市）", "苏州市（地级市）"] {
        window.get_by_role_and_label(Role::CheckBox, name).click();
        window.run();
    }
    assert_eq!(beside(&window), ("杭州市 武汉市 深圳市 成都市 苏州市".to_owned(), true));
    act(&mut window, Action::Show(None));
    assert!(!beside(&window).1, "the next page begins anew");
}
