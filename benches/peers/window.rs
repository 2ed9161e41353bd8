//! The window's arm of the comparison (`run.py`): frames as they are painted without a window, after what a hand does.
//!
//! `typed`, `selected`, `tabs` and `first` answer with the median and the 99th percentile in milliseconds of the
//! processor: a key typed in the search line, applied and painted; a frame with all rows selected; a tab changed; the
//! first frame of a tab after a start. Linux alone, since the time is read from /proc.

#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up stops")]

#[path = "../generator.rs"]
mod generator;

use std::hint::black_box;
use std::io::{BufRead as _, Write as _, stdin, stdout};

use egui::{Pos2, RawInput, Rect, Theme, vec2};
use policy_atlas::catalogue::load;
use policy_atlas::query::parse;
use policy_atlas::session::{Action, Data, Filter, Origin, Selecting, Session, Settings, ViewChange};
use policy_atlas::ui::{Colors, Ctx, Drafts, fonts, root_ui, theme};
use policy_atlas::view::Tab;

/// Texts that are typed sign by sign: common, medium, rare, absent, by pinyin.
const TYPED: [&str; 5] = ["智算中心", "低空经济", "量子芯片", "没有这几个字", "suanli"];

fn main() {
    let policies = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let mut window = Window::new(policies);
    println!("ready");
    for line in stdin().lock().lines() {
        let line = line.unwrap();
        let (times, asked) = line.split_once(' ').unwrap();
        let mut taken: Vec<f64> = (0..times.parse().unwrap()).flat_map(|_| window.answer(asked)).collect();
        taken.sort_unstable_by(f64::total_cmp);
        let at = |part: f64| taken.get((part * (taken.len() - 1) as f64).round() as usize).copied().unwrap_or(f64::NAN);
        println!("{:.2} {:.2}", at(0.5), at(0.99));
        stdout().flush().unwrap();
    }
}

/// A session with what paints it.
struct Window {
    policies: usize,
    session: Session,
    egui: egui::Context,
    colors: Colors,
    drafts: Drafts,
}

impl Window {
    fn new(policies: usize) -> Window {
        let loaded = load(generator::catalogue(generator::SEED, policies).as_bytes());
        let data = Data::new(loaded, Origin::default()).map_err(|problems| problems.len()).unwrap();
        let egui = egui::Context::default();
        fonts::install(&egui);
        theme::install(&egui);
        let session = Session::new(data, Settings::default());
        Window { policies, session, egui, colors: Colors::of(Theme::Light), drafts: Drafts::default() }
    }

    /// Milliseconds of each measurement.
    fn answer(&mut self, asked: &str) -> Vec<f64> {
        match asked {
            "typed" => self.typed(),
            "selected" => self.selected(),
            "tabs" => self.tabs(),
            "first" => self.first(),
            other => panic!("unknown: {other}"),
        }
    }

    fn typed(&mut self) -> Vec<f64> {
        self.apply(ViewChange::Tab(Tab::Table).into());
        self.frame();
        let mut taken = Vec::new();
        for text in TYPED {
            self.apply(Filter::Clear.into());
            self.frame();
            for (end, c) in text.char_indices() {
                taken.push(timed(|| {
                    let query = parse(&text[..end + c.len_utf8()], self.session.data().catalogue()).unwrap();
                    self.apply(Filter::Words(query).into());
                    self.frame();
                }));
                self.frame();
            }
        }
        self.apply(Filter::Clear.into());
        taken
    }

    fn selected(&mut self) -> Vec<f64> {
        self.apply(ViewChange::Tab(Tab::Table).into());
        self.apply(Action::Select(Selecting::All));
        self.frame();
        let taken = (0..20).map(|_| timed(|| self.frame())).collect();
        self.apply(Action::Select(Selecting::Nothing));
        taken
    }

    fn tabs(&mut self) -> Vec<f64> {
        for tab in Tab::ALL {
            self.change(tab);
        }
        Tab::ALL.map(|tab| self.change(tab)).to_vec()
    }

    /// Each tab in a window that has shown another one, as after a start.
    fn first(&self) -> Vec<f64> {
        let first = |tab: Tab| {
            let mut window = Window::new(self.policies);
            window.change(if tab == Tab::Table { Tab::Overview } else { Tab::Table });
            window.change(tab)
        };
        Tab::ALL.map(first).to_vec()
    }

    /// Another tab with its frame.
    fn change(&mut self, tab: Tab) -> f64 {
        timed(|| {
            self.apply(ViewChange::Tab(tab).into());
            self.frame();
        })
    }

    fn apply(&mut self, action: Action) {
        drop(self.session.apply(action));
    }

    /// Paints a frame at 1280 x 800 and does what it asks for.
    fn frame(&mut self) {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut actions = Vec::new();
        let mut output = self.egui.run_ui(input, |ui| {
            let ctx = Ctx::new(&self.session, &self.colors, false);
            root_ui(ui, &ctx, &mut self.drafts);
            actions = ctx.into_actions();
        });
        output.textures_delta.clear();
        black_box(self.egui.tessellate(output.shapes, 1.0));
        for action in actions {
            self.apply(action);
        }
    }
}

/// Milliseconds of the processor that this thread takes for a work.
fn timed(work: impl FnOnce()) -> f64 {
    let before = taken();
    work();
    taken() - before
}

/// Milliseconds of the processor of this thread. The count is brought up to date when the thread yields.
fn taken() -> f64 {
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6
}
