//! The catalogue of titles in the window: opened from the menu and from the line of what is here, and said not to be coded.

use egui_kittest::{Harness, kittest::Queryable as _};
use policy_atlas::app::App;
use policy_atlas::catalogue::{Embedded, Origin};
use policy_atlas::query::parse;
use policy_atlas::session::{Filter, ThemeChoice, ViewChange};
use policy_atlas::view::Tab;
use policy_atlas::words::{Lang, UiText as T};

use crate::window::{act, open, query, window};

fn origin(window: &Harness<'static, App>) -> Origin {
    window.state().session().data().origin.clone()
}

#[track_caller]
fn click(window: &mut Harness<'static, App>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

#[test]
fn the_line_of_what_is_here_leads_to_the_titles_and_back() {
    for lang in [Lang::Zh, Lang::En] {
        let mut window = window(lang, ThemeChoice::Light, [1280.0, 800.0]);
        let said = |window: &Harness<'static, App>| window.query_all_by_label(T::NothingCoded.get(lang)).count();
        assert_eq!(said(&window), 0);
        click(&mut window, T::ToTitles.get(lang));
        assert_eq!(origin(&window), Origin::Embedded(Embedded::Titles));
        assert_eq!(window.state().session().data().catalogue().policies.len(), 69);
        for tab in [Tab::Overview, Tab::Table, Tab::Compare, Tab::Charts] {
            act(&mut window, ViewChange::Tab(tab));
            assert_eq!(said(&window), 1, "{tab:?}");
            let call = window.state().session().command_line().join(" ");
            assert!(call.contains("--catalogue titles"), "{call}");
        }
        click(&mut window, T::ToReport.get(lang));
        assert_eq!(origin(&window), Origin::Embedded(Embedded::Report));
        assert_eq!(said(&window), 0);
    }
}

#[test]
fn the_file_menu_opens_it_over_a_file() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    open(&mut window, Embedded::Report.text());
    assert_eq!(window.query_all_by_label(T::ToTitles.get(Lang::Zh)).count(), 0, "the way there is the menu");
    click(&mut window, T::MenuFile.get(Lang::Zh));
    click(&mut window, T::CmdOpenTitles.get(Lang::Zh));
    assert_eq!(origin(&window), Origin::Embedded(Embedded::Titles));
}

#[test]
fn a_column_of_the_overview_says_how_many_places_were_not_assessed() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    click(&mut window, T::ToTitles.get(Lang::Zh));
    for label in ["算力：0 地提及，共 0 地有来源考察，48 地未考察", "北京市，数据：未考察"]
    {
        assert!(window.query_all_by_label(label).next().is_some(), "nothing is called “{label}”");
    }
    click(&mut window, "北京市，数据：未考察");
    assert_eq!(window.query_all_by_label(T::NotAssessedIsNotAbsence.get(Lang::Zh)).count(), 1);
}

/// A catalogue, the line it is opened with, and the rows that it shows.
type Opened = (Embedded, &'static str, usize);

#[test]
fn what_the_open_catalogue_lacks_is_offered_from_the_other_one() {
    let (report, titles) = (Embedded::Report, Embedded::Titles);
    // The catalogue, the line, the tab, the offer, and what opens.
    let checks: [(Embedded, &str, Tab, &str, Option<Opened>); 6] = [
        (report, "合肥", Tab::Overview, "打开 2023—2026 年题名目录：有 1 项符合（“合肥”）", Some((titles, "合肥", 1))),
        (report, "hefei", Tab::Table, "打开 2023—2026 年题名目录：有 1 项符合（“hefei”）", Some((titles, "hefei", 1))),
        (
            report,
            "region:340100 focus:data source:any",
            Tab::Table,
            "打开 2023—2026 年题名目录：有 1 项符合（地区：合肥市）",
            Some((titles, "region:340100", 1)),
        ),
        (
            titles,
            "region:131000",
            Tab::Charts,
            "打开 2023 年目录：有 1 项符合（地区：廊坊市）",
            Some((report, "region:131000", 1)),
        ),
        (report, "没有这样的文字", Tab::Overview, "年题名目录里有", None),
        (report, "数据", Tab::Overview, "年题名目录里有", None),
    ];
    for (from, line, tab, offer, expected) in checks {
        let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
        if from == titles {
            click(&mut window, T::ToTitles.get(Lang::Zh));
        }
        act(&mut window, ViewChange::Tab(tab));
        let asked = parse(line, window.state().session().data().catalogue()).unwrap();
        act(&mut window, Filter::Query(asked));
        let Some((opened, line, rows)) = expected else {
            assert_eq!(window.query_all_by_label_contains(offer).count(), 0, "{line}");
            continue;
        };
        click(&mut window, offer);
        assert_eq!(origin(&window), Origin::Embedded(opened), "{line}");
        assert_eq!(query(&window), line);
        assert_eq!(window.state().session().derived().policies.rows.len(), rows, "{line}");
    }
}

#[test]
fn places_that_are_compared_go_along_into_another_catalogue_and_come_back() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let compared = |window: &Harness<'static, App>| window.state().session().view().comparison.clone();
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let all = ids(&["340200", "110000-2023-1", "340100", "330100"]);
    act(&mut window, ViewChange::Comparison(all.clone()));
    click(&mut window, T::ToTitles.get(Lang::Zh));
    assert_eq!(compared(&window), ids(&["340200", "340100", "330100"]), "a policy of the other catalogue stays there");
    click(&mut window, T::ToReport.get(Lang::Zh));
    assert_eq!(compared(&window), all);
    // What was changed meanwhile is what is compared.
    click(&mut window, T::ToTitles.get(Lang::Zh));
    act(&mut window, ViewChange::Comparison(ids(&["340200", "320100"])));
    click(&mut window, T::ToReport.get(Lang::Zh));
    assert_eq!(compared(&window), ids(&["340200", "320100"]));
}

#[test]
fn what_stays_with_a_catalogue_is_said_and_is_there_on_the_way_back() {
    let mut window = window(Lang::Zh, ThemeChoice::Light, [1280.0, 800.0]);
    let asked = parse("focus:data", window.state().session().data().catalogue()).unwrap();
    act(&mut window, Filter::Query(asked));
    act(&mut window, ViewChange::Comparison(vec!["110000-2023-1".to_owned(), "330100".to_owned()]));
    click(&mut window, T::ToTitles.get(Lang::Zh));
    let said = window.state().session().pointing().notice.as_ref().map(|notice| notice.text.clone());
    let said = said.unwrap_or_default();
    assert!(said.contains("筛选条件、对比中的 1 项政策留在“2023年"), "{said:?}");
    assert_eq!(query(&window), "");
    click(&mut window, T::ToReport.get(Lang::Zh));
    assert_eq!(query(&window), "focus:data");
}
