//! Pictures of the window in every state, size, language and theme, painted by the software renderer of the tests.
//!
//! `cargo run --example pictures -- FOLDER [PART...]` writes those whose name holds every PART, such as
//! `cargo run --example pictures -- /tmp/pictures zh-light 5000 1280x800`. Without a PART it writes all, which takes a
//! while. A name is `STATE-LANGUAGE-THEME-POLICIES-SIZE`, where a size may end in a zoom: `1280x800@200`.

use std::path::PathBuf;

use egui::vec2;
use egui_kittest::Harness;
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{Embedded, PolicyIdx, load};
use policy_atlas::query::{FieldKey, FigureKind, Row, parse};
use policy_atlas::session::{
    Action, Data, Detail, Dialog, Filter, Origin, OverviewForm, Preference, Staging, ThemeChoice, ViewChange, Walking,
};
use policy_atlas::view::{FigureChoice, Tab};
use policy_atlas::walk::{Edit, Key, Screens};
use policy_atlas::words::Lang;

#[path = "../benches/generator.rs"]
mod generator;
#[path = "../tests/it/soft.rs"]
mod soft;

/// Width and height in points, pixels a point, zoom in percent.
const SIZES: [(f32, f32, f32, u16); 9] = [
    (1024.0, 700.0, 1.0, 100),
    (1280.0, 800.0, 1.0, 100),
    (1366.0, 768.0, 1.0, 100),
    (1920.0, 1080.0, 1.0, 100),
    (1920.0, 1080.0, 2.0, 100),
    (1280.0, 800.0, 1.0, 80),
    (1280.0, 800.0, 1.0, 150),
    (1280.0, 800.0, 1.0, 200),
    (1280.0, 800.0, 1.0, 300),
];

/// The numbers of policies that the catalogue may have: 12 and 69 are the embedded ones.
const COUNTS: [usize; 5] = [0, 1, 12, 69, 5_000];

/// The filters of a line over the catalogue that the program carries.
#[allow(clippy::unwrap_used, reason = "the catalogue and the lines are those of this file, and fit")]
fn filter(line: &str) -> Action {
    let carried = load(Embedded::default().text().as_bytes()).catalogue.unwrap();
    Filter::Query(parse(line, &carried).unwrap()).into()
}

/// A state of the window: its name, and what leads to it.
type State = (&'static str, fn() -> Vec<Action>);

const STATES: [State; 33] = [
    ("overview", || vec![ViewChange::Tab(Tab::Overview).into()]),
    ("tiles", || vec![Action::Overview(OverviewForm::Tiles)]),
    ("tiles-chosen", || vec![Action::Overview(OverviewForm::Tiles), filter("地区:浙江")]),
    ("filtered", || vec![filter("方向:算法 月份:2023-03..2023-06 -阶段:draft 地区:北京,浙江,江苏 措施")]),
    ("table", || vec![ViewChange::Tab(Tab::Table).into()]),
    ("compare", || vec![ViewChange::Tab(Tab::Compare).into()]),
    ("charts", || vec![ViewChange::Tab(Tab::Charts).into()]),
    ("charts-region", || chart(FigureKind::ByRegion)),
    ("charts-timeline", || chart(FigureKind::Timeline)),
    ("charts-heatmap", || chart(FigureKind::FocusHeatmap)),
    ("charts-focus-months", || chart(FigureKind::FocusByMonth)),
    ("charts-similarity", || chart(FigureKind::Similarity)),
    ("charts-upset", || chart(FigureKind::Upset)),
    ("details", || vec![Action::Open(Detail { row: Row::Policy(PolicyIdx(0)), focus: None })]),
    ("table+details", || {
        let row = Row::Policy(PolicyIdx(0));
        vec![ViewChange::Tab(Tab::Table).into(), Action::Open(Detail { row, focus: None })]
    }),
    ("export", || vec![Action::Show(Some(Dialog::Export))]),
    ("export-text", || {
        vec![
            filter("方向:算法,数据 -阶段:draft"),
            ViewChange::Sort { column: FieldKey::Month, add: false }.into(),
            Action::Show(Some(Dialog::Export)),
        ]
    }),
    ("cite", || {
        let row = Row::Policy(PolicyIdx(0));
        vec![Action::Open(Detail { row, focus: None }), Action::Show(Some(Dialog::Cite))]
    }),
    ("open", || vec![Action::Show(Some(Dialog::OpenPath))]),
    ("problems", || vec![Action::Show(Some(Dialog::Problems))]),
    ("catalogue", || vec![Action::Show(Some(Dialog::Catalogue))]),
    ("palette", || vec![Action::Show(Some(Dialog::Palette))]),
    ("help", || vec![Action::Show(Some(Dialog::Help))]),
    ("region", || vec![Action::Show(Some(Dialog::MyRegion))]),
    ("stage-desk", || presenting(Screens::Two, &[Key::Next, Key::Next])),
    ("stage-steps", || presenting(Screens::Two, &[Key::Next, Key::Grid, Key::Next])),
    ("stage-keys", || presenting(Screens::Two, &[Key::Help])),
    ("stage-room", || presenting(Screens::One, &[Key::Next])),
    ("walk-ready", || vec![Action::Show(Some(Dialog::Walk))]),
    ("walk-empty", || vec![Walking::New.into()]),
    ("walk-60", || {
        let mut actions: Vec<Action> = (0..46).map(|_| Walking::from(Edit::Duplicate(1)).into()).collect();
        let notes = "# 成都\n\n- 最早一批，**算法**为先\n- 问：首版次怎么认定？".into();
        actions.extend(
            [Edit::Notes { at: 3, notes }, Edit::Skip(4), Edit::Time { at: 3, seconds: Some(150) }]
                .map(|edit| Walking::from(edit).into()),
        );
        actions.extend([Action::Show(Some(Dialog::Walk)), Walking::Choose(3).into()]);
        actions
    }),
    ("walk-asked", || vec![Walking::from(Edit::Skip(1)).into(), Walking::New.into()]),
    ("walk-save", || vec![Action::Show(Some(Dialog::SaveWalk))]),
];

/// A figure of the charts.
fn chart(kind: FigureKind) -> Vec<Action> {
    let figure = FigureChoice { kind: Some(kind), ..FigureChoice::default() };
    vec![ViewChange::Figure(figure).into(), ViewChange::Tab(Tab::Charts).into()]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("name a folder: cargo run --example pictures -- FOLDER [PART...]")?);
    let parts: Vec<String> = words.collect();
    std::fs::create_dir_all(&folder)?;
    let mut written = 0;
    for n in COUNTS {
        let text = catalogue(n);
        for (lang, lang_name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for (theme, theme_name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
                for (width, height, scale, zoom) in SIZES {
                    let zoomed = if zoom == 100 { String::new() } else { format!("@{zoom}") };
                    let size = format!("{}x{}{zoomed}", width * scale, height * scale);
                    for (state, actions) in STATES {
                        let name = format!("{state}-{lang_name}-{theme_name}-{n}-{size}");
                        let shows_a_policy = n > 0 || !state.ends_with("details");
                        if shows_a_policy && parts.iter().all(|part| name.contains(part.as_str())) {
                            let start = Start { lang: Some(lang), theme: Some(theme), ..Start::default() };
                            let mut window = window(start, vec2(width, height), scale);
                            open(&mut window, &text)?;
                            act(&mut window, Action::Prefer(Preference::Zoom(zoom)));
                            // In a catalogue of nothing there is nothing to open.
                            let possible = |action: &Action| n > 0 || !matches!(action, Action::Open(_));
                            actions().into_iter().filter(possible).for_each(|action| act(&mut window, action));
                            window.render()?.save(folder.join(format!("{name}.png")))?;
                            written += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{written} pictures in {}", folder.display());
    Ok(())
}

/// A show, and keys pressed in it. The window beside is not painted.
fn presenting(screens: Screens, keys: &[Key]) -> Vec<Action> {
    let keys = keys.iter().map(|key| Staging::Press(*key).into());
    std::iter::once(Staging::Begin(screens).into()).chain(keys).collect()
}

fn catalogue(n: usize) -> String {
    match n {
        12 => Embedded::Report.text().to_owned(),
        69 => Embedded::Titles.text().to_owned(),
        _ => generator::catalogue(generator::SEED, n),
    }
}

fn window(start: Start, size: egui::Vec2, scale: f32) -> Harness<'static, App> {
    let dark = start.theme == Some(ThemeChoice::Dark);
    let mut window = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_render_cursor(false)
        .renderer(soft::SoftRenderer::new())
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    // As in a real window: a show has a second one, which is not painted.
    window.ctx.set_embed_viewports(false);
    window.run();
    window
}

fn open(window: &mut Harness<'static, App>, text: &str) -> Result<(), String> {
    let data = Data::new(load(text.as_bytes()), Origin::File("pictures.ron".into()));
    let data = data.map_err(|problems| format!("{} problems", problems.len()))?;
    act(window, Action::Loaded(Box::new(data)));
    Ok(())
}

/// Does what a user could have asked for.
fn act(window: &mut Harness<'static, App>, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(&ctx, vec![action]);
    window.run();
}
