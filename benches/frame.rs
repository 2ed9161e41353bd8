//! Benches of the window without a window: one action applied, and one frame painted, for 12, 10,000 and 100,000
//! policies. Nothing painted may grow with the catalogue.
//!
//! `cargo bench --bench frame -- --sample-count 20`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot be set up stops")]

mod generator;
mod window;

use std::cell::RefCell;

use divan::{Bencher, black_box};
use egui::{Pos2, RawInput, Rect, Theme, vec2};
use policy_atlas::app::soft::{Area, Canvas, Damage, Raster, SoftScene};
use policy_atlas::catalogue::{Embedded, load};
use policy_atlas::query::{TermKey, parse};
use policy_atlas::session::{Data, Filter, Origin, Session, Settings, ViewChange};
use policy_atlas::ui::{Colors, Ctx, Drafts, fonts, root_ui, theme};
use policy_atlas::view::Tab;

const SIZES: [usize; 3] = [12, 10_000, 100_000];

fn main() {
    divan::main();
}

/// A session over a generated catalogue, made once for each size and tab-neutral.
fn with_session(n: usize, work: impl FnOnce(&mut Session)) {
    thread_local! {
        static SESSIONS: RefCell<Vec<(usize, Session)>> = const { RefCell::new(Vec::new()) };
    }
    SESSIONS.with_borrow_mut(|sessions| {
        if !sessions.iter().any(|(size, _)| *size == n) {
            let text = generator::catalogue(generator::SEED, n);
            let data = Data::new(load(text.as_bytes()), Origin::default()).map_err(|problems| problems.len()).unwrap();
            sessions.push((n, Session::new(data, Settings::default())));
        }
        let session = sessions.iter_mut().find(|(size, _)| *size == n).map(|(_, session)| session).unwrap();
        work(session);
    });
}

/// One frame of a tab, laid out and tessellated.
fn frame(bencher: Bencher<'_, '_>, n: usize, tab: Tab) {
    with_session(n, |session| {
        drop(session.apply(ViewChange::Tab(tab).into()));
        window::frame(bencher, session);
    });
}

#[divan::bench(args = SIZES)]
fn a_frame_of_the_overview(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, Tab::Overview);
}

#[divan::bench(args = SIZES)]
fn b_frame_of_the_table(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, Tab::Table);
}

#[divan::bench(args = SIZES)]
fn c_frame_of_the_comparison(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, Tab::Compare);
}

#[divan::bench(args = SIZES)]
fn d_frame_of_the_charts(bencher: Bencher<'_, '_>, n: usize) {
    frame(bencher, n, Tab::Charts);
}

/// The first screen of the embedded catalogue as triangles, given to `work` with what paints it.
fn with_first_screen(size: [usize; 2], work: impl FnOnce(&Raster, &SoftScene<'_>)) {
    let data = policy_atlas::app::embedded(Embedded::Report);
    let session = Session::new(data, Settings::default());
    let egui = egui::Context::default();
    fonts::install(&egui);
    theme::install(&egui);
    let (colors, mut drafts, mut raster) = (Colors::of(Theme::Light), Drafts::default(), Raster::default());
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(size[0] as f32, size[1] as f32));
    let mut shapes = Vec::new();
    // The second frame knows the sizes that the first one measured.
    for _ in 0..2 {
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut output = egui.run_ui(input, |ui| {
            let ctx = Ctx::new(&session, &colors, false);
            root_ui(ui, &ctx, &mut drafts);
        });
        raster.take(&mut output.textures_delta);
        shapes = output.shapes;
    }
    let primitives = egui.tessellate(shapes, 1.0);
    work(&raster, &SoftScene { primitives: &primitives, scale: 1.0, ground: [255; 4] });
}

const WINDOWS: [[usize; 2]; 2] = [[1280, 800], [1920, 1080]];

#[divan::bench(args = WINDOWS)]
fn h_first_screen_painted_whole_by_the_processor(bencher: Bencher<'_, '_>, size: [usize; 2]) {
    with_first_screen(size, |raster, scene| {
        let mut canvas = Canvas::new(size);
        bencher.bench_local(|| raster.paint(&mut canvas, scene, Area::whole(size)));
    });
}

#[divan::bench(args = WINDOWS)]
fn i_one_cell_painted_by_the_processor(bencher: Bencher<'_, '_>, size: [usize; 2]) {
    with_first_screen(size, |raster, scene| {
        let mut canvas = Canvas::new(size);
        let mut damage = Damage::default();
        damage.changed(scene, size);
        bencher.bench_local(|| {
            black_box(damage.changed(scene, size));
            raster.paint(&mut canvas, scene, Area { columns: [576, 704], rows: [192, 256] })
        });
    });
}

/// Everything a filter sets off before the next frame, back and forth between two queries.
fn apply(bencher: Bencher<'_, '_>, n: usize, lines: [&str; 2]) {
    with_session(n, |session| {
        let queries = lines.map(|line| parse(line, session.data().catalogue()).unwrap());
        let mut turn = 0;
        bencher.bench_local(|| {
            turn = 1 - turn;
            drop(session.apply(Filter::Query(queries[turn].clone()).into()));
            black_box(session.derived().facet(TermKey::Region).map(|facet| facet.values.len()))
        });
    });
}

#[divan::bench(args = SIZES)]
fn e_filter_applied(bencher: Bencher<'_, '_>, n: usize) {
    apply(bencher, n, ["region:浙江 focus:all(compute,data)", "month:2023"]);
}

#[divan::bench(args = SIZES)]
fn f_search_applied(bencher: Bencher<'_, '_>, n: usize) {
    apply(bencher, n, ["智算中心", "低空经济"]);
}

#[divan::bench(args = SIZES)]
fn g_lens_changed(bencher: Bencher<'_, '_>, n: usize) {
    apply(bencher, n, ["source:report,official,press", ""]);
}

/// A character typed in the search line: the line is read once, and what it finds is applied.
#[divan::bench(args = SIZES)]
fn j_keystroke(bencher: Bencher<'_, '_>, n: usize) {
    with_session(n, |session| {
        let lines = ["智算中", "智算中心"];
        let mut turn = 0;
        bencher.bench_local(|| {
            turn = 1 - turn;
            let query = parse(lines[turn], session.data().catalogue()).unwrap();
            drop(session.apply(Filter::Query(query).into()));
            black_box(session.derived().rows.len())
        });
    });
}
