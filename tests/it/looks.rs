//! The painted texts themselves: none over another, none that ends before what it is there for, lines of English that begin
//! with a capital letter.

use egui::{Pos2, Rect, Shape, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{FocusIdx, PolicyIdx, Regions, Strength};
use policy_atlas::query::Row;
use policy_atlas::session::{
    Action, Detail, Dialog, Guiding, Notice, Preference, ReaderMove, ReadingStep, Staging, TextReader, ThemeChoice,
    ViewChange,
};
use policy_atlas::view::Tab;
use policy_atlas::walk::{Key, Screens};
use policy_atlas::words::{Lang, UiText, WorkbenchText};

use crate::own_policies::{add, fill, save};
use crate::views_window::{CTRL, Window};
use crate::window::{act, window};

const SMALL: [f32; 2] = [1024.0, 700.0];

/// The lines of texts that the last frame painted, each with the part of its place that is seen.
pub fn lines(window: &Harness<'static, App>) -> Vec<(String, Rect)> {
    fn of(shape: &Shape, clip: Rect, found: &mut Vec<(String, Rect)>) {
        match shape {
            Shape::Text(text) => {
                for row in &text.galley.rows {
                    let seen = row.rect_without_leading_space().translate(text.pos.to_vec2()).intersect(clip);
                    let words = row.text();
                    if !words.trim().is_empty() && seen.is_positive() {
                        found.push((words, seen));
                    }
                }
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| of(shape, clip, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.output().shapes.iter().for_each(|clipped| of(&clipped.shape, clipped.clip_rect, &mut found));
    found
}

/// The left upper corner of a line of text.
fn place(window: &Harness<'static, App>, words: &str) -> Pos2 {
    let lines = lines(window);
    let line = lines.iter().find(|(line, _)| line == words);
    line.unwrap_or_else(|| panic!("{words} is not in sight: {lines:?}")).1.min
}

/// Fails where a line of text stands over another.
#[track_caller]
fn check_none_over_another(window: &Harness<'static, App>, what: &str) {
    let lines = lines(window);
    for (at, (one, place)) in lines.iter().enumerate() {
        for (other, beside) in &lines[at + 1..] {
            // Lines are as high as the tallest signs of any, so neighbours touch.
            let both = place.shrink2(vec2(0.5, 4.0)).intersect(beside.shrink2(vec2(0.5, 4.0)));
            assert!(!both.is_positive(), "{what}: “{one}” {place:?} and “{other}” {beside:?}");
        }
    }
}

#[test]
fn no_text_of_a_tab_is_painted_over_another() {
    for lang in [Lang::Zh, Lang::En] {
        let mut window = window(lang, ThemeChoice::Light, SMALL);
        for tab in [Tab::Overview, Tab::Table, Tab::Compare] {
            act(&mut window, ViewChange::Tab(tab));
            check_none_over_another(&window, &format!("{lang:?} {tab:?}"));
        }
    }
}

#[test]
fn no_button_of_the_presenter_is_painted_over_another() {
    for lang in [Lang::Zh, Lang::En] {
        for width in [760.0, 1024.0, 1366.0] {
            let mut window = window(lang, ThemeChoice::Dark, [width, 700.0]);
            window.ctx.set_embed_viewports(false);
            act(&mut window, Staging::Begin(Screens::Two));
            check_none_over_another(&window, &format!("{lang:?} {width}"));
            act(&mut window, Staging::Press(Key::Timer));
            check_none_over_another(&window, &format!("{lang:?} {width}, timer stopped"));
        }
    }
}

#[test]
fn no_name_of_a_focus_is_painted_over_its_strength_while_one_reads() {
    let start = Start { today: "2026-12-01".parse().ok(), ..Start::default() };
    let mut window = Window::over(tempfile::tempdir().unwrap(), start);
    add(&mut window, "hf", "合肥市示例措施");
    save(&mut window, 13);
    window.press(CTRL, egui::Key::T);
    let text = "合肥市示例措施\n建设算力平台。发展算法。开放数据。培育企业。\n";
    act(&mut window.harness, ReadingStep::Paste(text.to_owned()));
    window.until("the text", |window| window.session().reader().is_some_and(TextReader::has_text));
    for (at, strength) in [(1, Strength::Substantive), (2, Strength::Core), (3, Strength::Mentioned)] {
        act(&mut window.harness, ReadingStep::Go(ReaderMove::To(at), false));
        act(&mut window.harness, ReadingStep::Mark(FocusIdx(u8::try_from(at).unwrap())));
        act(&mut window.harness, ReadingStep::Strength(strength));
    }
    act(&mut window.harness, Action::Notify(None));
    for lang in [Lang::Zh, Lang::En] {
        act(&mut window.harness, Action::Prefer(Preference::Lang(lang)));
        for width in [1024.0, 1440.0] {
            window.harness.set_size(vec2(width, 700.0));
            window.harness.run();
            check_none_over_another(&window.harness, &format!("{lang:?} {width}"));
        }
    }
}

#[test]
fn the_reason_that_a_row_was_found_shows_the_hit() {
    let mut window = window(Lang::En, ThemeChoice::Light, SMALL);
    for (tab, words) in [(Tab::Overview, "措施"), (Tab::Overview, "数据"), (Tab::Table, "措施")] {
        act(&mut window, ViewChange::Tab(tab));
        act(&mut window, crate::typed(words));
        let reasons: Vec<String> = lines(&window).into_iter().map(|(line, _)| line).collect();
        let mut reasons: Vec<&String> = reasons
            .iter()
            .filter(|line| line.starts_with("Chinese title: ") || line.starts_with("Statement"))
            .collect();
        assert!(!reasons.is_empty(), "{tab:?} {words}");
        reasons.retain(|line| !line.contains(words));
        assert!(reasons.is_empty(), "{tab:?} {words}: {reasons:?}");
    }
}

#[test]
fn the_places_named_in_the_text_only_are_counted_beside_the_others() {
    // The heads of the matrix count 11 places, the line 10.
    for (lang, words) in [(Lang::Zh, "另 1 地只有陈述"), (Lang::En, "1 more with statements only")] {
        for width in [1024.0, 1280.0] {
            place(&window(lang, ThemeChoice::Light, [width, 700.0]), words);
        }
    }
}

#[test]
fn the_remedy_of_a_problem_is_in_sight_in_the_form() {
    let mut window = Window::over(tempfile::tempdir().unwrap(), Start::default());
    add(&mut window, "hf", "合肥市示例措施");
    fill(&mut window, "链接", "www.hefei.gov.cn");
    for (lang, remedy) in
        [(Lang::Zh, "改为 https://www.hefei.gov.cn"), (Lang::En, "Change to https://www.hefei.gov.cn")]
    {
        act(&mut window.harness, Action::Prefer(Preference::Lang(lang)));
        let lines = lines(&window.harness);
        let found = lines.iter().find(|(line, _)| line == remedy);
        let height = found.unwrap_or_else(|| panic!("{remedy}: {lines:?}")).1.height();
        assert!(height > 10.0, "{remedy}: {height} points of it are in sight");
    }
}

#[test]
fn the_names_of_a_menu_stand_below_each_other_ticked_or_not() {
    for (lang, menu, names) in [
        (Lang::Zh, "视图", ["浅色主题", "深色主题", "主题跟随系统"]),
        (Lang::En, "View", ["Light theme", "Dark theme", "System theme"]),
    ] {
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        window.get_by_label(menu).click();
        window.run();
        let lefts = names.map(|name| place(&window, name).x);
        assert!(lefts.iter().all(|left| (left - lefts[0]).abs() < 0.5), "{lang:?}: {lefts:?}");
    }
}

#[test]
fn a_line_about_the_sources_begins_with_a_capital_letter_in_english() {
    let mut window = window(Lang::En, ThemeChoice::Light, [1280.0, 800.0]);
    let check = |window: &Harness<'static, App>, what: &str| {
        let lines = lines(window);
        // The line at the top has the sources behind its counts.
        let begins = |(_, at): &&(String, Rect)| at.top() > 80.0;
        let small = lines.iter().filter(begins).find(|(line, _)| line.starts_with("sources:"));
        assert_eq!(small, None, "{what}");
    };
    act(&mut window, Action::Open(Detail { row: Row::Policy(PolicyIdx(0)), focus: None }));
    check(&window, "details");
    act(&mut window, Action::CloseDetail);
    act(&mut window, ViewChange::Tab(Tab::Compare));
    check(&window, "comparison");
    act(&mut window, Action::Show(Some(Dialog::SaveMemo)));
    check(&window, "memo");
    act(&mut window, Action::Show(None));
    act(&mut window, ViewChange::Tab(Tab::Table));
    act(&mut window, Action::Show(Some(Dialog::Export)));
    check(&window, "export");
    act(&mut window, Action::AskWho(policy_atlas::compare::Asked::Focus(FocusIdx(2))));
    check(&window, "who else");
}

#[test]
fn the_words_of_a_cell_stay_in_the_window_beside_a_comparison() {
    let mut window = window(Lang::En, ThemeChoice::Light, SMALL);
    let places = ["340100", "440300", "330100", "110000"].map(str::to_owned).to_vec();
    act(&mut window, ViewChange::Comparison(places));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    let beijing = Regions::standard().by_code("110000").unwrap();
    act(&mut window, Action::Open(Detail { row: Row::Region(beijing), focus: Some(FocusIdx(2)) }));
    let lines = lines(&window);
    let beyond: Vec<_> = lines.iter().filter(|(_, place)| place.right() > SMALL[0] - 4.0).collect();
    assert!(lines.iter().any(|(line, _)| line.contains("speaks of the place")), "{lines:?}");
    assert!(beyond.is_empty(), "{beyond:?}");
}

#[test]
fn the_legend_of_the_table_has_the_signs_of_the_table() {
    let mut window = window(Lang::En, ThemeChoice::Light, SMALL);
    let is_there = |window: &Harness<'static, App>| {
        lines(window).iter().any(|(line, _)| line == WorkbenchText::LegendBeyond.get(Lang::En))
    };
    assert!(is_there(&window));
    act(&mut window, ViewChange::Tab(Tab::Table));
    assert!(!is_there(&window));
}

#[test]
fn eight_columns_fit_a_wide_window() {
    let mut window = window(Lang::En, ThemeChoice::Light, [1920.0, 1080.0]);
    let places = ["340100", "440300", "330100", "110000", "310000", "320500", "510100", "640000"];
    act(&mut window, ViewChange::Comparison(places.map(str::to_owned).to_vec()));
    act(&mut window, ViewChange::Tab(Tab::Compare));
    assert!(window.query_by_label(WorkbenchText::MoreRight.get(Lang::En)).is_none());
}

#[test]
fn the_sign_of_more_at_the_right_lies_on_no_text() {
    let places = ["340100", "440300", "330100", "110000", "310000", "320500", "510100", "640000"];
    for lang in [Lang::Zh, Lang::En] {
        for (count, size) in [(4, SMALL), (8, SMALL), (8, [1280.0, 800.0])] {
            let mut window = window(lang, ThemeChoice::Light, size);
            let compared = places.iter().take(count).map(|place| (*place).to_owned()).collect();
            act(&mut window, ViewChange::Comparison(compared));
            act(&mut window, ViewChange::Tab(Tab::Compare));
            window.run();
            let sign = window.get_by_label(WorkbenchText::MoreRight.get(lang)).rect();
            let under: Vec<_> =
                lines(&window).into_iter().filter(|(line, place)| line != "→" && place.intersects(sign)).collect();
            assert!(under.is_empty(), "{lang:?} {count} at {size:?}: {under:?} under {sign:?}");
        }
    }
}

#[test]
fn news_of_one_line_stands_on_the_line_of_its_button_and_leaves_the_hint_free() {
    for (lang, size) in [(Lang::Zh, SMALL), (Lang::En, SMALL), (Lang::Zh, [1280.0, 800.0])] {
        let mut window = window(lang, ThemeChoice::Light, size);
        act(&mut window, Action::Guide(Guiding::Begin));
        for text in ["已复制".to_owned(), "两处都改过同一项的同一处，请选定一个。".repeat(5)] {
            act(&mut window, Action::Notify(Some(Notice { text: text.clone(), is_error: true })));
            window.run();
            let (news, hint) =
                (window.get_by_label(&text).rect(), window.get_by_label(UiText::HintDone.get(lang)).rect());
            assert!(!news.expand(4.0).intersects(hint), "{lang:?} {size:?}: {news:?} over {hint:?}");
            if text.chars().count() < 5 {
                let close = window.get_by_label(UiText::Dismiss.get(lang)).rect();
                let off = (news.center().y - close.center().y).abs();
                assert!(off <= 1.0, "{lang:?} {size:?}: {news:?} beside {close:?}");
            }
        }
    }
}

#[test]
fn the_options_of_a_chart_stand_on_one_line() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    act(&mut window, ViewChange::Tab(Tab::Charts));
    let middle = |label: &str| window.get_by_label(label).rect().center().y;
    let save = middle(UiText::CmdSaveFigure.get(Lang::Zh));
    for label in [UiText::ShowMilestones, UiText::UnitPolicy, UiText::Tier] {
        let own = window
            .get_all_by_label(label.get(Lang::Zh))
            .map(|node| node.rect().center().y)
            .map(|y| (y - save).abs())
            .fold(f32::MAX, f32::min);
        assert!(own <= 1.0, "{label:?} is {own} off");
    }
}

#[test]
fn no_sign_of_a_cell_is_painted_under_the_bar_of_the_matrix() {
    let window = window(Lang::En, ThemeChoice::Dark, SMALL);
    let edge = window.get_by_label(UiText::EdgeOfSide.get(Lang::En)).rect().center().x;
    let etc = UiText::OpenSign.get(Lang::En);
    let last = lines(&window).into_iter().filter(|(line, place)| line == etc && place.right() < edge);
    let right = last.map(|(_, place)| place.right()).fold(0.0, f32::max);
    assert!(right > 0.0 && edge - right >= 18.0, "etc. ends at {right}, the panel at {edge}");
}
