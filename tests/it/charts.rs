//! Charts in the window: marks of many policies, the overview as tiles, the likeness of places, and the way to each.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use policy_atlas::app::App;
use policy_atlas::figures::scene::{Scene, Target};
use policy_atlas::figures::{Body, Figure, FigureKind, Style, body_scene, scene};
use policy_atlas::query::Row;
use policy_atlas::session::{Action, Detail, Dialog, OverviewForm, ViewChange};
use policy_atlas::view::{FigureChoice, Tab};
use policy_atlas::words::Lang;

use crate::window::{act, chinese, open, query};

type Window = Harness<'static, App>;

/// A catalogue of four policies of 北京, one of which a source names.
const FOUR: &str = r#"(schema: 1, id: "four", release: "1", title: (zh: "四"),
    focuses: [(id: "f", name: (zh: "方向"))],
    sources: [(id: "s", grade: Official, title: "源", covers: All)],
    policies: [
        (id: "110000-2023-1", region: "110000", title: (zh: "甲"), stage: Final),
        (id: "110000-2023-2", region: "110000", title: (zh: "乙"), stage: Final),
        (id: "110000-2023-3", region: "110000", title: (zh: "丙"), stage: Final),
        (id: "110000-2023-4", region: "110000", title: (zh: "丁"), stage: Final),
    ],
    statements: [(id: "P", kind: Focus, of: Policy("110000-2023-1"), focuses: ["f"], strength: Mentioned, list: Closed,
        assigned_by: Source, summary: (zh: "戊"), source: "s")])"#;

/// The node of a figure: beside the tiles stand small bars.
fn node<'w>(window: &'w Window, figure: &Figure) -> egui_kittest::Node<'w> {
    let is_it = |node: &egui_kittest::Node<'w>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(&figure.title))
    };
    window.query_all_by_role(Role::Figure).find(is_it).unwrap()
}

/// The figure that is painted, and its corner.
fn painted(window: &Window, figure: fn(&Window) -> &Figure) -> (Scene, Pos2) {
    let rect = node(window, figure(window)).rect();
    let draw = if matches!(figure(window).body, Body::Tiles(_)) { body_scene } else { scene };
    let made = |height| draw(figure(window), &Style { width: rect.width(), height, ..Style::default() });
    // A figure that is as high as its tab was asked to be; others have their own height.
    let own = made(None);
    let scene = if (own.height - rect.height()).abs() < 1.0 { own } else { made(Some(rect.height())) };
    (scene, rect.min)
}

/// Clicks in the middle of the first mark whose words begin so.
fn click(window: &mut Window, figure: fn(&Window) -> &Figure, words: &str) {
    let (scene, corner) = painted(window, figure);
    let middle = scene.marks.iter().find(|mark| mark.words.starts_with(words)).unwrap().rect.center();
    let pos = corner + egui::vec2(middle.x, middle.y);
    window.event(Event::PointerMoved(pos));
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    }
    window.run();
}

fn tiles(window: &Window) -> &Figure {
    window.state().session().derived().tiles()
}

fn chart(window: &Window) -> &Figure {
    window.state().session().derived().figure()
}

fn detail(window: &Window) -> Option<Detail> {
    window.state().session().pointing().detail
}

#[test]
fn a_place_with_several_policies_tells_how_many_are_named() {
    let mut window = chinese();
    window.get_by_label_contains("北京市，应用：来源点名该政策；2 项政策中点名 1 项");
    window.get_by_label("k/n：该地已考察的 n 项政策中点名 k 项");
    open(&mut window, FOUR);
    window.get_by_label("北京市，方向：来源点名该政策；4 项政策中点名 1 项");
    window.get_by_label("k/n：该地已考察的 n 项政策中点名 k 项");
}

#[test]
fn a_tile_filters_and_the_chosen_one_opens_its_details() {
    let mut window = chinese();
    window.get_by_role_and_label(Role::RadioButton, "瓦片").click();
    window.run();
    click(&mut window, tiles, "北京：2 / 2 项");
    assert_eq!((query(&window).as_str(), detail(&window)), ("region:110000", None));
    click(&mut window, tiles, "北京：2 / 2 项");
    let opened = detail(&window).unwrap().row;
    assert_eq!(
        (query(&window).as_str(), opened.id(window.state().session().data().catalogue())),
        ("region:110000", "110000")
    );
    // The others stay in sight, as they are without the filter.
    click(&mut window, tiles, "浙江：1 / 1 项");
    assert_eq!(query(&window), "region:330000");
    window.get_by_role_and_label(Role::RadioButton, "矩阵").click();
    window.run();
    assert_eq!(window.state().session().pointing().overview, OverviewForm::Matrix);
}

#[test]
fn tiles_answer_the_keyboard_and_are_named_with_their_counts() {
    let mut window = chinese();
    act(&mut window, Action::Overview(OverviewForm::Tiles));
    node(&window, tiles(&window)).focus();
    window.run();
    let name = |window: &Window| node(window, tiles(window)).accesskit_node().label().unwrap();
    assert!(name(&window).contains("北京：2 / 2 项"), "{}", name(&window));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(query(&window), "region:110000");
    window.key_press(Key::Enter);
    window.run();
    assert!(detail(&window).is_some());
}

#[test]
fn a_province_without_policies_is_silent_and_not_zero() {
    let mut window = chinese();
    act(&mut window, Action::Overview(OverviewForm::Tiles));
    let (scene, _) = painted(&window, tiles);
    let words = &scene.marks.iter().find(|mark| mark.words.starts_with("山东")).unwrap().words;
    assert!(words.contains("目录") && !words.contains('0'), "{words}");
    let Body::Tiles(grid) = &tiles(&window).body else { panic!("no tiles") };
    assert!(grid.others.is_empty());
    act(&mut window, crate::typed("region:110000"));
    let Body::Tiles(grid) = &tiles(&window).body else { panic!("no tiles") };
    let others: Vec<&str> = grid.others.iter().map(|tile| tile.name.as_str()).collect();
    assert!(others.contains(&"上海") && !others.contains(&"北京") && !others.contains(&"山东"), "{others:?}");
}

#[test]
fn a_name_in_the_likeness_leads_to_its_place_and_a_pair_lights_row_and_column() {
    let mut window = chinese();
    let figure = FigureChoice { kind: Some(FigureKind::Similarity), ..FigureChoice::default() };
    act(&mut window, ViewChange::Figure(figure));
    act(&mut window, ViewChange::Tab(Tab::Charts));
    let (scene, _) = painted(&window, chart);
    let is_pair = |target: &Option<Target>| target.is_none();
    for mark in scene.marks.iter().filter(|mark| is_pair(&mark.target)) {
        let [row, column] = mark.lit[..] else { panic!("{}: {:?}", mark.words, mark.lit) };
        let middle = mark.rect.center();
        assert!(row.contains(middle) && column.contains(middle), "{}", mark.words);
        assert!(row.w > column.w && row.h < column.h + 1.0, "{}", mark.words);
    }
    click(&mut window, chart, "打开：成都");
    let row = detail(&window).unwrap().row;
    assert_eq!(row.id(window.state().session().data().catalogue()), "510100");
}

#[test]
fn likeness_is_found_in_the_palette() {
    for typed in ["相似", "最相近", "similar"] {
        let mut window = chinese();
        act(&mut window, Action::Show(Some(Dialog::Palette)));
        window.event(Event::Text(typed.to_owned()));
        window.run();
        window.get_by_role_and_label(Role::Button, "图表：方向组合的相似度").click();
        window.run();
        let view = window.state().session().view();
        assert_eq!((view.tab, view.figure.figure()), (Tab::Charts, FigureKind::Similarity), "{typed}");
    }
}

#[test]
fn places_that_are_as_alike_are_listed_on_demand() {
    let mut window = chinese();
    let places: Vec<Row> = window.state().session().derived().regions.rows.clone();
    let mut found = 0;
    for row in places {
        act(&mut window, Action::Open(Detail { row, focus: None }));
        let Row::Region(place) = row else { continue };
        let alike = window.state().session().derived().most_alike(place).unwrap();
        let names: Vec<String> = {
            let catalogue = window.state().session().data().catalogue();
            let last = alike.places.get(2);
            let is_as_alike =
                |other: &&policy_atlas::compare::AlikePlace| last.is_some_and(|last| !last.index.exceeds(other.index));
            alike
                .places
                .iter()
                .skip(3)
                .filter(is_as_alike)
                .map(|one| catalogue[one.place].name.get(Lang::Zh).to_owned())
                .collect()
        };
        let words = format!("另有 {} 地同样相近", names.len());
        let Some(more) = window.query_by_role_and_label(Role::DisclosureTriangle, &words) else {
            assert!(names.is_empty());
            continue;
        };
        more.click();
        window.run();
        for name in &names {
            assert!(window.query_all_by_role_and_label(Role::Link, name).next().is_some(), "{name} is listed");
        }
        found += 1;
    }
    assert!(found > 0);
}
