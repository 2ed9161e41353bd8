//! The open file changes, goes, breaks and comes back while the window runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::{Key, Modifiers, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use policy_atlas::app::{App, Start};
use policy_atlas::catalogue::{EMBEDDED, Origin};
use policy_atlas::query::{Row, Unit};
use policy_atlas::session::{
    Action, Data, Detail, Dialog, Disk, Effect, OnDisk, OverviewForm, Selecting, Session, ThemeChoice, ViewChange,
};
use policy_atlas::view::Tab;
use policy_atlas::words::{Lang, Text};

use crate::export_window::until as until_stepped;
use crate::soft::SoftRenderer;
use crate::window::act;

type Window = Harness<'static, App>;

const STILL: &str = "显示的仍是先前读到的内容";

/// A window on a file, and the folder that it stands in.
fn on_file(text: &str) -> (Window, PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    fs::write(&path, text).unwrap();
    let window = started(Some(&path), Some(&folder.path().join("settings.ron")));
    (window, path, folder)
}

fn started(file: Option<&Path>, settings: Option<&Path>) -> Window {
    let mut window = begun(file, settings);
    match file {
        Some(path) => until(&mut window, "the file is open", |session| session.data().origin.path() == Some(path)),
        None => {
            window.run();
        }
    }
    window
}

/// A window that may still be reading.
fn begun(file: Option<&Path>, settings: Option<&Path>) -> Window {
    let start = Start {
        lang: Some(Lang::Zh),
        theme: Some(ThemeChoice::Light),
        catalogue: file.map_or_else(Origin::default, |path| Origin::File(path.to_owned())),
        settings: settings.map(Path::to_owned),
        ..Start::default()
    };
    Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_theme(egui::Theme::Light)
        // A thread that still tells of a file asks for a frame each time.
        .with_max_steps(100)
        .renderer(SoftRenderer::new())
        .build_eframe(|cc| App::new(&cc.egui_ctx, start))
}

#[test]
fn a_file_that_is_not_there_at_the_start_is_told_over_the_embedded_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = begun(Some(&folder.path().join("nosuch.ron")), None);
    until(&mut window, "it is told", |session| session.job().is_none() && session.pointing().notice.is_some());
    let session = window.state().session();
    assert_eq!((&session.data().origin, policies(session)), (&Origin::default(), 12));
    let notice = session.pointing().notice.clone().unwrap();
    assert!(notice.is_error && notice.text.starts_with("未能打开 nosuch.ron，没有这个文件"), "{}", notice.text);
    assert!(notice.text.ends_with("；显示的是内置目录"), "{}", notice.text);
}

/// Steps until something is so, and then to rest.
fn until(window: &mut Window, what: &str, is_so: impl Fn(&Session) -> bool) {
    until_stepped(window, what, is_so);
    window.run();
}

fn policies(session: &Session) -> usize {
    session.data().catalogue().policies.len()
}

/// The embedded catalogue in another release, without the policies with these ids and what is said of them.
fn without(ids: &[&str]) -> String {
    let mut text = EMBEDDED.to_owned();
    for id in ids {
        // A record that cannot be read is left out, and a reference to it is no second problem.
        text = text.replacen(&format!("id: \"{id}\", region"), &format!("id: \"{id}\", regionn"), 1);
    }
    text
}

/// A release that differs in nothing but its name.
fn release(name: &str) -> String {
    let at = EMBEDDED.find("release: \"").unwrap() + "release: \"".len();
    let end = at + EMBEDDED[at..].find('"').unwrap();
    format!("{}{name}{}", &EMBEDDED[..at], &EMBEDDED[end..])
}

fn shows(window: &Window, name: &str) -> bool {
    window.state().session().data().catalogue().release == name
}

#[test]
fn a_save_is_taken_up_by_itself_and_nothing_is_lost() {
    let (mut window, path, folder) = on_file(EMBEDDED);
    act(&mut window, ViewChange::Tab(Tab::Table));
    act(&mut window, ViewChange::Unit(Unit::Policy));
    act(&mut window, Action::Select(Selecting::Only(3)));
    let row = window.state().session().derived().rows[3];
    act(&mut window, Action::Open(Detail { row, focus: None }));
    act(&mut window, ViewChange::Comparison(vec!["110000".into(), "310000".into()]));
    let before = window.state().session().history().steps();
    assert!(before > 0);
    // A policy before the others, so that every number inside the program changes.
    let first = EMBEDDED.find("policies: [").unwrap() + "policies: [".len();
    let new = r#"(id: "650000-2001-1", region: "650000", title: (zh: "更早的一项"), stage: Final, events: [(kind: Published, on: "2001-01", version: Own, source: "ccid", at: None)], versions: []),"#;
    let text = format!("{}{new}{}", &EMBEDDED[..first], &EMBEDDED[first..]);
    let ids = |session: &Session| -> Vec<String> {
        let catalogue = session.data().catalogue();
        let Detail { row, .. } = session.pointing().detail.unwrap();
        session.pointing().selected.iter().chain([&row]).map(|row| row.id(catalogue).to_owned()).collect()
    };
    let pointed = ids(window.state().session());
    let neighbour = folder.path().join("editor.tmp");
    fs::write(&neighbour, text).unwrap();
    fs::rename(&neighbour, &path).unwrap();
    until(&mut window, "thirteen policies", |session| policies(session) == 13);
    let session = window.state().session();
    assert_eq!(session.data().problems, [], "the new record is sound");
    assert_eq!(ids(session), pointed);
    let cursor = session.pointing().cursor.and_then(|at| session.derived().rows.get(at)).unwrap();
    assert_eq!(cursor.id(session.data().catalogue()), pointed[0]);
    assert_eq!(session.view().comparison, ["110000", "310000"]);
    assert_eq!(session.history().steps(), before);
    assert!(matches!(session.on_disk(), OnDisk::AsShown));
    window.get_by_label_contains("已重新载入：13 项政策（原 12 项）");
    let delay = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(delay.is_none_or(|delay| delay == Duration::MAX), "rests again: {delay:?}");
}

#[cfg(unix)]
#[test]
fn a_release_folder_that_is_switched_is_taken_up_like_a_save() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["r1", "r2"] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(name).join("cat.ron"), release(name)).unwrap();
    }
    symlink("r1", at("current")).unwrap();
    let mut window = started(Some(&at("current/cat.ron")), None);
    assert!(shows(&window, "r1"));
    for name in ["r2", "r1"] {
        symlink(name, at("new")).unwrap();
        fs::rename(at("new"), at("current")).unwrap();
        until(&mut window, name, |session| session.data().catalogue().release == name);
    }
}

#[test]
fn settings_that_cannot_be_read_are_named_and_kept_beside_before_they_are_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.ron");
    let text = "(zoom: 150, my_region: \"330100\", theme: Dark, rows: Huge)";
    fs::write(&path, text).unwrap();
    let mut window = started(None, Some(&path));
    window.get_by_label_contains("settings.ron 里有读不了的：rows");
    assert_eq!(window.state().session().settings().my_region.as_deref(), Some("330100"));
    assert!(!folder.path().join("settings.ron.bad").exists(), "nothing is replaced yet");
    act(&mut window, Action::Prefer(policy_atlas::session::Preference::Zoom(160)));
    let kept = policy_atlas::session::Settings::read(&fs::read(&path).unwrap(), Lang::En);
    assert_eq!((kept.0.zoom, kept.0.my_region.as_deref(), kept.1), (160, Some("330100"), None));
    assert_eq!(fs::read_to_string(folder.path().join("settings.ron.bad")).unwrap(), text);
}

/// The harm done to the file: its name, and the doing.
type Harm<'a> = (&'a str, &'a dyn Fn(&Path));

#[test]
fn whatever_becomes_of_the_file_the_last_good_state_stays_and_the_next_good_save_heals() {
    let half = &EMBEDDED[..EMBEDDED.floor_char_boundary(EMBEDDED.len() / 3)];
    let ways: [Harm<'_>; 7] = [
        ("removed", &|path| fs::remove_file(path).unwrap()),
        ("a folder in its place", &|path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("garbage", &|path| fs::write(path, b"\x00\x01\xFF\xFE no catalogue").unwrap()),
        ("garbage by rename", &|path| {
            let other = path.with_extension("tmp");
            fs::write(&other, "not RON at all").unwrap();
            fs::rename(other, path).unwrap();
        }),
        ("emptied", &|path| fs::write(path, "").unwrap()),
        ("cut off", &|path| fs::write(path, half).unwrap()),
        ("no sound record", &|path| {
            fs::write(path, EMBEDDED.replace("            id: \"", "            idd: \"")).unwrap();
        }),
    ];
    let (mut window, path, _folder) = on_file(EMBEDDED);
    for (at, (what, harm)) in ways.iter().enumerate() {
        harm(&path);
        until(&mut window, what, |session| {
            matches!(session.on_disk(), OnDisk::Unreadable(_) | OnDisk::Waiting(..)) && session.job().is_none()
        });
        assert_eq!(policies(window.state().session()), 12, "{what}: what was shown stays");
        assert_eq!(window.state().session().pointing().dialog, None, "{what}: nothing gets in the way");
        assert!(window.query_all_by_label_contains(STILL).next().is_some(), "{what}: not told");
        assert!(window.query_all_by_label_contains("mine.ron").next().is_some(), "{what}: of which file");
        let name = format!("heals {at}");
        if path.is_dir() {
            fs::remove_dir(&path).unwrap();
        }
        fs::write(&path, release(&name)).unwrap();
        let good = name.clone();
        until(&mut window, &format!("{what}: heals"), move |session| session.data().catalogue().release == good);
        assert!(matches!(window.state().session().on_disk(), OnDisk::AsShown), "{what}");
        assert!(window.query_all_by_label_contains(STILL).next().is_none(), "{what}: told no longer");
    }
}

#[test]
fn a_comparison_that_would_lose_a_policy_is_asked_about() {
    let (mut window, path, _folder) = on_file(EMBEDDED);
    let compared = vec!["110000-2023-1".to_owned(), "310000-2023-1".to_owned(), "110000-2023-2".to_owned()];
    act(&mut window, ViewChange::Comparison(compared.clone()));
    fs::write(&path, without(&["110000-2023-2"])).unwrap();
    until(&mut window, "asks", |session| matches!(session.on_disk(), OnDisk::Waiting(..)));
    window.get_by_label_contains("重新载入会失去");
    assert_eq!(window.state().session().view().comparison, compared);
    window.get_by_label("保留现在的").click();
    window.run();
    assert_eq!((policies(window.state().session()), &window.state().session().view().comparison), (12, &compared));
    window.get_by_label_contains(STILL);
    // Reading it again asks again; this time the answer is yes.
    window.get_by_label("重新载入").click();
    window.step();
    until(&mut window, "asks again", |session| matches!(session.on_disk(), OnDisk::Waiting(..)));
    window.get_by_label("重新载入").click();
    window.run();
    assert_eq!(policies(window.state().session()), 11);
    assert_eq!(window.state().session().view().comparison, compared[..2]);
    assert!(window.query_all_by_label_contains(STILL).next().is_none());
}

#[test]
fn another_catalogue_in_the_file_is_asked_about_and_a_good_save_takes_the_question_back() {
    let (mut window, path, _folder) = on_file(EMBEDDED);
    let other = EMBEDDED.replacen("id: \"ccid-2023-3\"", "id: \"another\"", 1);
    fs::write(&path, &other).unwrap();
    until(&mut window, "asks", |session| matches!(session.on_disk(), OnDisk::Waiting(..)));
    fs::write(&path, EMBEDDED).unwrap();
    until(&mut window, "the question is gone", |session| matches!(session.on_disk(), OnDisk::AsShown));
    assert_eq!(window.state().session().data().catalogue().id, "ccid-2023-3");
}

#[test]
fn reloading_by_key_reads_what_is_there_and_says_so() {
    let (mut window, path, _folder) = on_file(EMBEDDED);
    fs::write(&path, release("by key")).unwrap();
    window.key_press_modifiers(Modifiers { ctrl: true, command: true, ..Modifiers::NONE }, Key::R);
    window.step();
    until(&mut window, "reloaded", |session| session.data().catalogue().release == "by key");
    assert!(shows(&window, "by key"));
    // The watch may still have told of the same save; then nothing is to be done about it.
    act_once(&mut window, Action::Do(Effect::Reload));
    until(&mut window, "the same", |session| {
        session.job().is_none() && session.pointing().notice.as_ref().is_some_and(|n| n.text.contains("一致"))
    });
}

#[test]
fn reloading_shows_its_progress_and_can_be_cancelled() {
    let (mut window, path, _folder) = on_file(EMBEDDED);
    // Large enough that cancelling finds it at work.
    let list = EMBEDDED.find("policies: [").unwrap() + "policies: [".len();
    let record = |i: usize| {
        format!(
            "(id: \"110000-2020-{i}\", region: \"110000\", title: (zh: \"第 {i} 项\"), stage: Final, events: [], versions: []),\n"
        )
    };
    let many: String = (1..60_000).map(record).collect();
    let before = window.state().session().data().generation;
    fs::write(&path, format!("{}{many}{}", &EMBEDDED[..list], &EMBEDDED[list..])).unwrap();
    until_stepped(&mut window, "at work", |session| session.job().is_some());
    window.get_by_label_contains("正在处理 mine.ron");
    act_once(&mut window, Action::Do(Effect::Cancel));
    until(&mut window, "at rest", |session| session.job().is_none());
    let session = window.state().session();
    assert_eq!((session.data().generation, policies(session)), (before, 12));
    window.get_by_label_contains(STILL);
}

fn act_once(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().apply(&ctx, vec![action]);
    window.step();
}

#[test]
fn another_file_is_watched_in_place_of_the_first() {
    let (mut window, first, folder) = on_file(EMBEDDED);
    let second = folder.path().join("second.ron");
    fs::write(&second, release("second")).unwrap();
    act_once(&mut window, Action::Do(Effect::Load(second.clone())));
    until(&mut window, "the second", |session| session.data().origin.path() == Some(&second));
    fs::write(&first, "nobody looks at this one").unwrap();
    fs::write(&second, release("second again")).unwrap();
    until(&mut window, "the second again", |session| session.data().catalogue().release == "second again");
    assert!(matches!(window.state().session().on_disk(), OnDisk::AsShown));
}

#[test]
fn a_file_torn_before_its_first_policy_takes_nothing_away() {
    let (mut window, first, folder) = on_file(EMBEDDED);
    let torn = folder.path().join("torn.ron");
    fs::write(&torn, EMBEDDED.replacen("    policies: [\n", "    policies: [\n        (\n", 1)).unwrap();
    act_once(&mut window, Action::Do(Effect::Load(torn)));
    until(&mut window, "word of it", |session| session.job().is_none() && session.pointing().notice.is_some());
    let session = window.state().session();
    let notice = session.pointing().notice.as_ref().unwrap();
    assert!(notice.is_error && notice.text.contains("torn.ron:"), "{}", notice.text);
    assert_eq!(session.data().origin.path(), Some(first.as_path()));
    assert_eq!(session.data().catalogue().policies.len(), 12);
}

#[test]
fn recent_files_are_kept_newest_first_and_one_that_is_gone_can_be_taken_out() {
    let (mut window, first, folder) = on_file(EMBEDDED);
    let text = |path: &Path| path.to_string_lossy().into_owned();
    for i in 0..11 {
        let path = folder.path().join(format!("{i}.ron"));
        fs::write(&path, EMBEDDED).unwrap();
        act_once(&mut window, Action::Do(Effect::Load(path.clone())));
        until(&mut window, "open", |session| session.data().origin.path() == Some(&path));
    }
    act_once(&mut window, Action::Do(Effect::Load(folder.path().join("4.ron"))));
    let again = folder.path().join("4.ron");
    until(&mut window, "open again", |session| session.data().origin.path() == Some(&again));
    let names: Vec<String> = ["4", "10", "9", "8", "7", "6", "5", "3", "2", "1"]
        .iter()
        .map(|name| text(&folder.path().join(format!("{name}.ron"))))
        .collect();
    assert_eq!(window.state().session().settings().recent, names);
    assert!(!names.contains(&text(&first)), "the eleventh and twelfth are dropped");
    drop(window);

    let settings = folder.path().join("settings.ron");
    let mut window = started(None, Some(&settings));
    assert_eq!(window.state().session().settings().recent, names, "kept in the settings");
    let kept = policy_atlas::session::Settings::read(&fs::read(&settings).unwrap(), Lang::Zh).0;
    assert_eq!(kept.theme, ThemeChoice::System, "what the call asked for is not kept");
    fs::remove_file(folder.path().join("9.ron")).unwrap();
    window.get_by_label("文件").click();
    window.run();
    window.get_by_label("最近打开").click();
    window.run();
    window.get_by_label(&names[2]).click();
    window.step();
    until(&mut window, "says so", |session| session.pointing().gone().is_some());
    window.get_by_label_contains("没有这个文件");
    window.get_by_label("从“最近打开”中去掉").click();
    window.run();
    let recent = &window.state().session().settings().recent;
    assert!(recent.len() == 9 && !recent.contains(&names[2]), "{recent:?}");
    window.get_by_label("文件").click();
    window.run();
    window.get_by_label("最近打开").click();
    window.run();
    window.get_by_label("清空列表").click();
    window.run();
    assert_eq!(started(None, Some(&settings)).state().session().settings().recent, Vec::<String>::new());
}

/// A window with the problems of a file that has many.
fn with_problems(text: &str) -> Window {
    let mut window = started(None, None);
    let data =
        Data::new(policy_atlas::catalogue::load(text.as_bytes()), policy_atlas::session::Origin::File("f.ron".into()));
    let data = data
        .map_err(|problems| problems.len())
        .unwrap()
        .excerpted(&[policy_atlas::catalogue::File { name: "", bytes: text.as_bytes() }]);
    act(&mut window, Action::Loaded(Box::new(data)));
    window
}

#[test]
fn problems_are_gone_through_by_keys_with_the_lines_around_them_and_copied() {
    let text = EMBEDDED.replacen("stage: Draft", "stage: Drft", 1);
    let text = text.replacen("id: \"310000-2023-1\", region", "id: \"odd\", region", 1);
    let mut window = with_problems(&text);
    let session = window.state().session();
    let problems = session.data().problems.clone();
    let errors = session.data().errors;
    assert!(problems.len() >= 2 && errors >= 1 && errors < problems.len(), "{problems:?}");
    assert_eq!(session.pointing().dialog, Some(Dialog::Problems));
    let of = |k: usize| format!("{k} / {}", problems.len());
    window.get_by_label(&of(1));
    window.get_by_label("读取时的原文");
    window.key_press(Key::ArrowDown);
    window.run();
    window.get_by_label(&of(2));
    window.get_by_label("▲ 上一个").click();
    window.run();
    window.get_by_label(&of(1));
    window.key_press(Key::End);
    window.run();
    window.get_by_label(&of(problems.len()));
    window.get_by_label("复制这一条").click();
    window.step();
    let copied = window.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied, problems.last().map(|problem| problem.line("f.ron", Lang::Zh)));
}

#[test]
fn a_problem_leads_to_the_details_of_a_record_that_was_loaded_nonetheless() {
    let text = EMBEDDED.replacen("id: \"110000-2023-1\", region", "id: \"odd\", region", 1);
    let mut window = with_problems(&text);
    let at = window.state().session().data().problems.iter().position(|p| p.record.as_deref() == Some("odd"));
    for _ in 0..at.expect("a warning about the id") {
        window.key_press(Key::ArrowDown);
    }
    window.run();
    window.get_by_label("看这条记录的详情").click();
    window.run();
    let session = window.state().session();
    let row = session.pointing().detail.map(|detail| detail.row);
    assert_eq!(row, session.data().catalogue().policy_by_id("odd").map(Row::Policy));
    assert_eq!(session.pointing().dialog, None);
}

#[test]
fn a_hundred_thousand_problems_paint_a_screenful() {
    let list = EMBEDDED.find("policies: [").unwrap() + "policies: [".len();
    let broken = "(id: 1),\n".repeat(100_000);
    let mut window = with_problems(&format!("{}\n{broken}{}", &EMBEDDED[..list], &EMBEDDED[list..]));
    assert!(window.state().session().data().problems.len() >= 100_000);
    window.key_press(Key::End);
    window.run();
    let count = window.state().session().data().problems.len();
    window.get_by_label(&format!("{count} / {count}"));
    let rows = window.query_all_by_role(egui::accesskit::Role::Row).count();
    assert!((2..40).contains(&rows), "{rows} rows are painted");
}

#[test]
fn a_bar_that_comes_between_press_and_release_loses_no_click() {
    let mut window = crate::window::chinese();
    // The frames of the bar take a while of the window's own time.
    window.ctx.options_mut(|options| options.input_options.max_click_duration = f64::INFINITY);
    let pos = window.get_by_label("瓦片").rect().center();
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(egui::Event::PointerMoved(pos));
    window.event(button(true));
    window.run_steps(1);
    act(&mut window, Action::Disk(Disk::Unreadable(Text::both("字符串没有结束", "the string does not end"))));
    window.get_by_label_contains(STILL);
    assert_eq!(window.get_by_label("瓦片").rect().center(), pos, "the bar moves nothing above it");
    window.event(button(false));
    window.run();
    assert_eq!(window.state().session().pointing().overview, OverviewForm::Tiles);
}
