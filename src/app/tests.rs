//! Work that cannot begin, and work that would be in each other's way.

use std::io;
use std::path::Path;

use super::inbox::News;
use super::*;
use crate::catalogue::EMBEDDED;
use crate::export::figure::FigureFormat;
use crate::export::{Extent, Format, MemoFormat};
use crate::session::{Bundle, FigureOptions, Filter, Job, MemoOptions, OnDisk, Output, ShelfTask, ViewChange, Work};
use crate::view::Tab;

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
        ("figure.svg", Output::Figure(FigureFormat::Svg, FigureOptions::default())),
        ("memo.md", Output::Memo(MemoFormat::Md, MemoOptions::default())),
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
fn a_query_of_the_start_is_asked_of_the_file_of_the_start() {
    let ctx = Context::default();
    // Whether the letters of a catalogue can be shown is asked of fonts, which the first frame loads.
    ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    std::fs::write(&path, EMBEDDED).unwrap();
    for (line, filters) in [("region:110000", true), ("regoin:110000", false)] {
        let catalogue = Origin::File(path.clone());
        let start = Start { lang: Some(Lang::En), catalogue, query: Some(line.to_owned()), ..Start::default() };
        let mut app = App::new(&ctx, start);
        assert!(!app.session.view().query.filters(), "it is not read yet");
        app.apply(&ctx, vec![Action::Do(Effect::Load(path.clone()))]);
        finish(&ctx, &mut app);
        assert_eq!(app.session.view().query.filters(), filters, "{line}");
        assert_eq!(notice(&app).contains("regoin"), !filters, "{}", notice(&app));
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

#[test]
fn what_is_printed_is_a_file_of_its_own_that_lasts_as_long_as_the_window() {
    let ctx = Context::default();
    let mut app = app(&ctx, None);
    let mut paths = Vec::new();
    for (name, what, begins) in [
        ("figure.pdf", Output::Figure(FigureFormat::Pdf, FigureOptions::default()), "%PDF"),
        ("rows.html", Output::View(Format::Html, Extent::View), "<!DOCTYPE html>"),
        ("rows.html", Output::View(Format::Html, Extent::View), "<!DOCTYPE html>"),
    ] {
        app.apply(&ctx, vec![Action::Do(Effect::Print { name: name.into(), what })]);
        assert_eq!(app.session.job().map(|job| job.name.as_str()), Some(name));
        // What the system would open is not opened here.
        let path = loop {
            let news = app.inbox.take(Duration::ZERO).into_iter();
            let mut found = news.filter_map(|news| if let News::Printable(path) = news { Some(path) } else { None });
            match found.next() {
                Some(path) => break path,
                None => std::thread::yield_now(),
            }
        };
        assert!(std::fs::read(&path).unwrap().starts_with(begins.as_bytes()), "{name}");
        app.apply(&ctx, vec![Action::Ended]);
        paths.push(path);
    }
    assert!(paths.iter().all(|path| path.is_file()) && paths[1] != paths[2]);
    drop(app);
    assert!(!paths.iter().any(|path| path.exists()), "nothing is left behind");
}

#[test]
fn a_place_chosen_in_the_systems_dialog_is_held_to_the_suffix_too() {
    let ctx = Context::default();
    let app = app(&ctx, None);
    let what = Output::View(Format::Xlsx, Extent::View);
    let folder = tempfile::tempdir().unwrap();
    let there = |name: &str| folder.path().join(name);
    std::fs::write(there("t.xlsx"), "older").unwrap();
    for (chosen, expected) in [
        // The dialog has asked about the file that stands there, and about no other.
        ("t.xlsx", Some(Effect::Write { path: there("t.xlsx"), what })),
        ("new.xlsx", Some(Effect::WriteNew { path: there("new.xlsx"), what })),
        ("t", Some(Effect::WriteNew { path: there("t.xlsx"), what })),
        ("t.csv", None),
    ] {
        match app.placed(there(chosen), what) {
            Action::Do(effect) => assert_eq!(Some(effect), expected, "{chosen}"),
            Action::Unwritten(_, why) => assert!(expected.is_none() && why.contains(".csv"), "{chosen}: {why}"),
            _ => panic!("{chosen}"),
        }
    }
}

#[test]
fn a_figure_is_copied_as_a_picture_and_a_table_as_text_where_the_system_has_no_clipboard() {
    let ctx = Context::default();
    let mut app = app(&ctx, None);
    let command = |ctx: &Context| ctx.output_mut(|output| std::mem::take(&mut output.commands)).pop();
    app.apply(&ctx, vec![Action::Do(Effect::CopyTable { text: "a\tb".into(), html: "<table>".into() })]);
    assert!(matches!(command(&ctx), Some(egui::OutputCommand::CopyText(text)) if text == "a\tb"));
    app.apply(&ctx, vec![Action::Notify(None), Action::Do(Effect::CopyFigure)]);
    while notice(&app).is_empty() {
        std::thread::yield_now();
        for news in app.inbox.take(Duration::ZERO) {
            let actions = app.receive(news);
            app.apply(&ctx, actions);
        }
    }
    let Some(egui::OutputCommand::CopyImage(picture)) = command(&ctx) else { panic!("no picture") };
    assert_eq!(picture.size[0], 1800, "two pixels a unit");
    assert_eq!(notice(&app), "Copied");
}

/// Nobody is asked about the file of the sources, so it never takes the place of another one.
#[test]
fn the_sources_of_a_figure_are_written_under_a_name_that_is_free() {
    let ctx = Context::default();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut app = app(&ctx, None);
    app.apply(&ctx, vec![Filter::PublicSources(true).into(), ViewChange::Tab(Tab::Charts).into()]);
    std::fs::write(at("a-sources.md"), "mine").unwrap();
    let what = Output::Figure(FigureFormat::Svg, FigureOptions::default());
    let names = |app: &mut App, effect: Effect| {
        app.apply(&ctx, vec![Action::Do(effect)]);
        finish(&ctx, app);
        let mut names: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names.join(" ")
    };
    let (new, over) = (Effect::WriteNew { path: at("a.svg"), what }, Effect::Write { path: at("a.svg"), what });
    for (effect, expected) in [
        (new.clone(), "a-sources-2.md a-sources.md a.svg"),
        (over.clone(), "a-sources-2.md a-sources.md a.svg"),
        (new.clone(), "a-sources-2.md a-sources.md a.svg"),
    ] {
        assert_eq!(names(&mut app, effect.clone()), expected, "{effect:?}");
    }
    assert_eq!(std::fs::read_to_string(at("a-sources.md")).unwrap(), "mine");
    assert!(std::fs::read_to_string(at("a.svg")).unwrap().contains("a-sources-2.md"), "the figure names the file");
    // A figure that is not written leaves nothing beside it.
    std::fs::remove_file(at("a-sources-2.md")).unwrap();
    assert_eq!(names(&mut app, new), "a-sources.md a.svg");
}
