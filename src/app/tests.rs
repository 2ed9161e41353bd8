//! Work that cannot begin, and work that would be in each other's way.

use std::io;
use std::path::Path;

use super::inbox::News;
use super::*;
use crate::catalogue::EMBEDDED;
use crate::export::figure::FigureFormat;
use crate::export::{Extent, Format, MemoFormat};
use crate::session::{Bundle, Job, OnDisk, Output, Periods, ShelfTask, Work};

/// A window without a screen, its settings beside its file.
fn app(ctx: &Context, file: Option<&Path>) -> App {
    let settings = file.map(|path| path.with_file_name("settings.ron"));
    let mut app = App::new(ctx, Start { lang: Some(Lang::En), settings, ..Start::default() });
    if let Some(path) = file {
        let mut data = embedded(Embedded::default());
        data.origin = Origin::File(path.to_owned());
        app.apply(ctx, vec![Action::Loaded(Box::new(data))]);
    }
    app
}

/// Every kind of file, with where it goes in a folder.
fn outputs() -> [(&'static str, Output); 4] {
    [
        ("rows.csv", Output::View(Format::Csv, Extent::View)),
        ("bundle.zip", Output::Bundle(Bundle::default())),
        ("figure.svg", Output::Figure(FigureFormat::Svg)),
        ("memo.md", Output::Memo(MemoFormat::Md, Periods::Untold)),
    ]
}

fn notice(app: &App) -> String {
    app.session.pointing().notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

/// Waits for the work under way to end. What the watch sees is another matter.
fn finish(ctx: &Context, app: &mut App) {
    while app.session.job().is_some() {
        std::thread::yield_now();
        for news in app.inbox.take(Duration::ZERO) {
            let actions = if matches!(news, News::Seen(_)) { Vec::new() } else { app.receive(news) };
            app.apply(ctx, actions);
        }
    }
}

#[test]
fn work_that_cannot_begin_says_so_and_leaves_no_bar() {
    let ctx = Context::default();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    std::fs::write(&path, EMBEDDED).unwrap();
    let mut app = app(&ctx, Some(&path));
    app.inbox.start = |_, _| Err(io::Error::other("no more threads"));
    let mut works: Vec<Effect> = vec![Effect::Load(path.clone()), Effect::Views(ShelfTask::List)];
    works.extend(outputs().map(|(name, what)| Effect::Write { path: folder.path().join(name), what }));
    for work in works {
        app.apply(&ctx, vec![Action::Notify(None), Action::Do(work.clone())]);
        assert_eq!(app.session.job(), None, "{work:?}");
        let told = [notice(&app), app.session.views().fault.clone().unwrap_or_default()].concat();
        assert!(told.contains("no more threads"), "{work:?}: {told}");
    }
    app.apply(&ctx, vec![Action::Do(Effect::Reload)]);
    assert_eq!(app.session.job(), None);
    assert!(matches!(app.session.on_disk(), OnDisk::Unreadable(why) if why.get(Lang::En).contains("no more threads")));
    assert!(app.has_file_dialog);
    app.apply(&ctx, vec![Action::Do(Effect::PickOpen)]);
    assert!(!app.has_file_dialog, "the window asks for the path by itself");
}

#[test]
fn one_piece_of_work_at_a_time_has_the_bar() {
    let ctx = Context::default();
    let folder = tempfile::tempdir().unwrap();
    let mut app = app(&ctx, None);
    app.inbox.start = |_, _| Ok(());
    let path = folder.path().join("rows.csv");
    let what = Output::View(Format::Csv, Extent::View);
    app.apply(&ctx, vec![Action::Do(Effect::Write { path, what })]);
    let bar = Some(Job { work: Work::Write, name: "rows.csv".into(), done: 0.0 });
    assert_eq!(app.session.job(), bar.as_ref());
    let path = folder.path().join("other.ron");
    for work in [Effect::Load(path.clone()), Effect::Write { path, what }] {
        app.apply(&ctx, vec![Action::Notify(None), Action::Do(work)]);
        assert_eq!(app.session.job(), bar.as_ref());
        assert!(notice(&app).contains("rows.csv is being worked on"), "{}", notice(&app));
    }
}

#[test]
fn nothing_is_written_over_the_open_file() {
    let ctx = Context::default();
    let folder = tempfile::tempdir().unwrap();
    let open = folder.path().join("mine.ron");
    std::fs::write(&open, EMBEDDED).unwrap();
    let mut app = app(&ctx, Some(&open));
    for (name, what) in outputs() {
        let path = folder.path().join(name);
        std::fs::hard_link(&open, &path).unwrap();
        app.apply(&ctx, vec![Action::Do(Effect::Write { path: path.clone(), what })]);
        finish(&ctx, &mut app);
        assert!(notice(&app).contains("mine.ron") && notice(&app).contains(name), "{}", notice(&app));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), EMBEDDED);
    }
}
