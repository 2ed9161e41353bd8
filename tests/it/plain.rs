//! Plain words: what an official without training, and a reader of English, meet in the window.

use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::App;
use policy_atlas::query::parse;
use policy_atlas::session::{Action, Filter, Guiding, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::{FigureText, Lang, UiText as T};

use crate::window::{act, chinese, window};

/// Every text of the window, as a screen reader has it.
fn texts(window: &Harness<'static, App>) -> Vec<String> {
    let nodes = window.get_all(egui_kittest::kittest::by());
    nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

#[test]
fn english_screens_have_english_punctuation_and_no_chinese_of_the_program() {
    let is_foreign = |c: &char| "“”‘’，。：；（）、《》〈〉「」？！".contains(*c);
    for is_titles in [false, true] {
        let mut window = window(Lang::En, ThemeChoice::Light, [1280.0, 800.0]);
        if is_titles {
            window.get_by_label(T::ToTitles.get(Lang::En)).click();
            window.run();
        }
        for (tab, line) in [
            (Tab::Overview, ""),
            (Tab::Table, ""),
            (Tab::Compare, ""),
            (Tab::Charts, ""),
            (Tab::Overview, "Beijing -stage:draft"),
            (Tab::Table, "measures strength:core"),
            (Tab::Table, "nowhere"),
        ] {
            act(&mut window, ViewChange::Tab(tab));
            let query = parse(line, window.state().session().data().catalogue()).unwrap();
            act(&mut window, Filter::Query(query));
            let catalogue = window.state().session().data().catalogue();
            // A place in a source is told as the source numbers its parts.
            let places: Vec<&str> =
                catalogue.statements.iter().filter_map(|statement| statement.at.as_deref()).collect();
            for text in texts(&window) {
                let text = places.iter().fold(text, |text, place| text.replace(place, ""));
                let foreign = text.chars().find(is_foreign);
                assert_eq!(foreign, None, "titles {is_titles}, {tab:?}, {line}: {text}");
                // A statement may quote its source, and so the comparison does.
                let is_free = is_titles || tab == Tab::Compare || text == T::LangSwitch.get(Lang::En);
                let chinese = text.chars().find(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
                assert!(is_free || chinese.is_none(), "{tab:?}, {line}: {text}");
            }
        }
    }
}

#[test]
fn the_line_of_what_is_here_counts_once() {
    let window = chinese();
    for (text, times) in [("政策 12 项", 1), ("地区 10 个", 1), ("另 1 地只有陈述", 1)] {
        assert_eq!(texts(&window).iter().filter(|said| *said == text).count(), times, "{text}");
    }
}

#[test]
fn at_least_is_explained_where_it_stands() {
    for lang in [Lang::Zh, Lang::En] {
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        let means = FigureText::FloorMeans.get(lang);
        let legend = |window: &Harness<'static, App>| window.query_all_by_label(T::LegendFloor.get(lang)).count();
        assert_eq!(legend(&window), 1, "{lang:?}");
        let nodes = window.get_all_by_label_contains("≥");
        let nodes = nodes.filter(|node| node.accesskit_node().description().is_none_or(|told| !told.contains(means)));
        let silent: Vec<String> = nodes.filter_map(|node| node.accesskit_node().label()).collect();
        assert_eq!(silent, Vec::<String>::new(), "{lang:?}: nothing says what this means");
        let query = parse("region:131000", window.state().session().data().catalogue()).unwrap();
        act(&mut window, Filter::Query(query));
        assert_eq!(legend(&window), 0, "{lang:?}: no number is a floor");
    }
}

#[test]
fn a_hint_repeats_nothing_that_stands_below_it() {
    for lang in [Lang::Zh, Lang::En] {
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        let before = texts(&window);
        act(&mut window, Action::Guide(Guiding::Begin));
        for hint in [T::HintColumns, T::HintEvidence, T::HintCollect].map(|hint| hint.get(lang)) {
            assert_eq!(window.query_all_by_label(hint).count(), 1, "{hint}");
            let long = |text: &&String| text.chars().count() > if lang == Lang::Zh { 4 } else { 12 };
            let repeated = before.iter().filter(long).find(|text| hint.contains(text.as_str()));
            assert_eq!(repeated, None, "{hint}");
            act(&mut window, Action::Guide(Guiding::Next));
        }
    }
}
