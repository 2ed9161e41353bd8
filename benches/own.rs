//! Benches of the user's own policies: 5,000 of them over the embedded catalogue; one more saved and seen, a table of
//! 10,000 rows judged, and frames of the window.
//!
//! `cargo bench --bench own -- --sample-count 20`

#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up stops")]

mod window;

use std::fmt::Write as _;
use std::ops::ControlFlow;

use divan::{Bencher, black_box};
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use policy_atlas::catalogue::{EMBEDDED, File, FileIdx, FocusIdx, NamedRelease, Origin, Regions, load_stack};
use policy_atlas::edit::{FormContext, OpenLayer, PolicyForm};
use policy_atlas::import::{KnownPolicies, TableMapping, dry};
use policy_atlas::intake::read_table;
use policy_atlas::session::{
    Data, IncomingText, Mining, OwnLayer, ReaderMove, ReadingStep, Session, Settings, ViewChange,
};
use policy_atlas::view::Tab;

fn main() {
    divan::main();
}

/// Own policies of a layer.
const OWN: usize = 5000;

/// A layer of so many policies, each with its source and a statement.
fn layer(own: usize) -> String {
    let (mut sources, mut policies, mut statements) = (String::new(), String::new(), String::new());
    let places: Vec<&str> = Regions::standard().iter().map(|(_, place)| place.code.as_str()).collect();
    for (n, place) in (1..=own).zip(places.iter().cycle()) {
        let id = format!("{place}-2024-k7qa{n}");
        writeln!(sources, r#"(id: "k7qa{n}-source", grade: Own, title: "自有台账", covers: Policies(["{id}"])),"#)
            .unwrap();
        writeln!(policies, r#"(id: "{id}", region: "{place}", title: (zh: "人工智能示例措施第{n}号"), stage: Final, events: [(kind: Published, on: "2024-05-06", source: "k7qa{n}-source")]),"#).unwrap();
        writeln!(statements, r#"(id: "k7qa{n}-compute", kind: Focus, of: Policy("{id}"), focuses: ["compute"], strength: Substantive, list: Closed, assigned_by: Coder, summary: (zh: "每年安排算力券"), quote: "每年安排算力券。", source: "k7qa{n}-source"),"#).unwrap();
    }
    format!(
        "(schema: 2, id: \"layer-k7qa\", release: \"2026-12-01\", title: (zh: \"我的\"), layer: (kind: Own, tag: \"k7qa\"),\n\
         sources: [\n{sources}], policies: [\n{policies}], statements: [\n{statements}],\n)"
    )
}

fn stack(layer: &str) -> Data {
    let files = [("", EMBEDDED), ("layer", layer)].map(|(name, text)| File { name, bytes: text.as_bytes() });
    Data::new(load_stack(&files), Origin::default()).map_err(|problems| problems.len()).unwrap()
}

/// The edit of the text alone: what the window waits for.
#[divan::bench]
fn a_policy_more_in_the_text(bencher: Bencher<'_, '_>) {
    let text = layer(OWN);
    let form = PolicyForm { title: "再添一项".to_owned(), ..PolicyForm::new("340100", ["compute".to_owned()]) };
    bencher.bench_local(|| {
        let mut open = OpenLayer::of(&text);
        let (edits, _) = form.edits_in(&mut open, None, FormContext { tag: "k7qa", today: "2026-12-01" });
        black_box(open.apply(&edits).unwrap())
    });
}

/// The stack read again with its index: what is seen after it.
#[divan::bench]
fn b_the_stack_read_again(bencher: Bencher<'_, '_>) {
    let text = layer(OWN);
    bencher.bench_local(|| black_box(stack(&text)));
}

/// The dry run of a table of 10,000 rows.
#[divan::bench]
fn c_ten_thousand_rows_judged(bencher: Bencher<'_, '_>) {
    let mut table = "地区,政策名称,文号,发布日期,处室\n".to_owned();
    let places: Vec<&str> =
        Regions::standard().iter().map(|(_, place)| place.name.zh.as_deref().unwrap_or_default()).collect();
    for (n, place) in (1..=10_000).zip(places.iter().cycle()) {
        writeln!(table, "{place},{place}示例措施第{n}号,示政〔2024〕{n}号,2024年{}月,数字处", n % 12 + 1).unwrap();
    }
    let read = read_table(table.as_bytes(), None, &mut |_| ControlFlow::Continue(())).unwrap();
    let data = stack(&layer(OWN));
    let known = KnownPolicies::of(data.catalogue(), FileIdx(1), &layer(OWN));
    bencher.bench_local(|| black_box(dry(&read.grid, &TableMapping::default(), &known, false).taken()));
}

/// A session that holds a layer of so many policies.
fn session(own: usize) -> Session {
    let text = layer(own);
    let mut session = Session::new(stack(&text), Settings::default());
    let over = NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() };
    let own = OwnLayer { path: "layer.ron".into(), text: Some(text.as_str().into()), tag: "k7qa".into(), over };
    drop(session.apply(Mining::Found(Box::new(own)).into()));
    session
}

/// A session that reads a text of 30,000 characters with 300 marks.
fn reading() -> Session {
    let one = |n: usize| {
        format!(
            "（{n}）建设城市级算力平台，统筹各区的资源。每年安排算力券{n}万元，单户最高40万元。支持企业训练模型，开放场景。"
        )
    };
    let paragraphs: Vec<String> = (0..540).map(one).collect();
    assert!(paragraphs.iter().map(|text| text.chars().count()).sum::<usize>() >= 30_000);
    let mut session = session(1);
    let mut steps = vec![
        ReadingStep::Open(READ.to_owned()),
        ReadingStep::Another(true),
        ReadingStep::Taken(2, Box::new(IncomingText { paragraphs, ..IncomingText::default() })),
    ];
    let mark = |n: usize| {
        let focus = FocusIdx(n as u8 % 5);
        [ReadingStep::Go(ReaderMove::To(n * 5), false), ReadingStep::Mark(focus)]
    };
    steps.extend((0..300).flat_map(mark));
    steps.push(ReadingStep::Go(ReaderMove::First, false));
    for step in steps {
        drop(session.apply(step.into()));
    }
    assert_eq!(session.reader().unwrap().marks.placed.len(), 300);
    session
}

/// The policy whose text is read.
const READ: &str = "110000-2024-k7qa1";

/// A frame of the reader, at the beginning of the text and further on.
#[divan::bench(args = [0, 700])]
fn e_reader(bencher: Bencher<'_, '_>, at: usize) {
    let mut session = reading();
    drop(session.apply(ReadingStep::Go(ReaderMove::To(at), false).into()));
    window::frame(bencher, &session);
}

/// A frame of the reader while its text is scrolled through by the wheel, down and up again.
#[divan::bench]
fn e_reader_scrolls(bencher: Bencher<'_, '_>) {
    let mut frames = 0;
    window::frame_with(bencher, &reading(), || {
        frames += 1;
        let down = if frames / 150 % 2 == 0 { -1.0 } else { 1.0 };
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, 120.0 * down),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::default(),
        };
        vec![Event::PointerMoved(pos2(400.0, 400.0)), wheel]
    });
}

/// The same text opened.
#[divan::bench]
fn f_reader_opens(bencher: Bencher<'_, '_>) {
    let mut session = reading();
    bencher.bench_local(|| {
        for step in [ReadingStep::Leave, ReadingStep::Open(READ.to_owned())] {
            drop(session.apply(step.into()));
        }
        black_box(session.reader().unwrap().marks.placed.len())
    });
}

/// A frame of each tab, then one with the form open.
#[divan::bench(args = ["overview", "table", "charts", "form"])]
fn d_frame(bencher: Bencher<'_, '_>, what: &str) {
    let mut session = session(OWN);
    let tab = match what {
        "table" => Tab::Table,
        "charts" => Tab::Charts,
        _ => Tab::Overview,
    };
    drop(session.apply(ViewChange::Tab(tab).into()));
    if what == "form" {
        drop(session.apply(Mining::Begin(Some("340100".to_owned())).into()));
    }
    window::frame(bencher, &session);
}
