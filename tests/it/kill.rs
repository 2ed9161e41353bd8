//! A program that is killed while it writes leaves the older file or the newer one, whole.
//!
//! The writer is this test binary itself, started again as a child that writes without end until it is killed.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::{env, fs, iter};

use policy_atlas::app::{Kept, LayerFile};
use policy_atlas::catalogue::{EMBEDDED, File, NamedRelease, load, load_stack};
use policy_atlas::edit::NewLayer;
use policy_atlas::export::{self, Format, Table};
use policy_atlas::query::{Index, Unit, columns, parse, run};
use policy_atlas::session::Settings;
use policy_atlas::store::{Older, Unwritten, write_files_with, write_with};
use policy_atlas::view::ViewText;
use policy_atlas::words::Lang;

/// The variable with the child's file. Without it the writer below is a test with nothing to do.
const WHERE: &str = "POLICY_ATLAS_TEST_WRITES_TO";
const KILLS: usize = 60;

/// Settings that are long enough to take several writes to the disk, and differ in length.
fn settings(which: usize) -> Settings {
    let widths: BTreeMap<String, f32> = (0..2000 + which * 700).map(|i| (format!("column {i}"), i as f32)).collect();
    Settings { my_region: Some(which.to_string()), widths, ..Settings::default() }
}

fn view(which: usize) -> ViewText {
    ViewText { query: format!("id:{which}"), columns: vec!["title".into(); 1500 + which * 900], ..ViewText::default() }
}

/// An export of the embedded catalogue, by another query each.
fn exported(index: &Index, format: Format, which: usize) -> Vec<u8> {
    let query = parse(["", "source:any"][which], &index.catalogue).unwrap();
    let outcome = run(index, &query, Unit::Policy);
    let columns = columns(&index.catalogue, Unit::Policy);
    let table = Table::of(index, &outcome, &outcome.rows, &columns, Lang::Zh).asked(&query);
    let mut bytes = Vec::new();
    export::write(format, &table, &mut bytes, &mut |_, _| ControlFlow::Continue(())).unwrap();
    bytes
}

/// The two states of each file.
fn states() -> [(&'static str, [Vec<u8>; 2]); 4] {
    let index = Index::new(Arc::new(load(EMBEDDED.as_bytes()).catalogue.unwrap()));
    let view = |which| ron::to_string(&view(which)).unwrap().into_bytes();
    let settings = |which| settings(which).write().into_bytes();
    [
        ("settings.ron", [settings(0), settings(1)]),
        ("view.ron", [view(0), view(1)]),
        ("rows.xlsx", [0, 1].map(|which| exported(&index, Format::Xlsx, which))),
        ("rows.sqlite", [0, 1].map(|which| exported(&index, Format::Sqlite, which))),
    ]
}

/// Whether a file can be read, by what reads such files.
fn is_readable(path: &Path) -> bool {
    match path.extension().and_then(|end| end.to_str()) {
        Some("sqlite") => {
            let base = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
            base.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).unwrap() == "ok"
        }
        Some("xlsx") => {
            let mut book = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
            (0..book.len()).all(|at| std::io::copy(&mut book.by_index(at).unwrap(), &mut std::io::sink()).is_ok())
        }
        _ if path.ends_with("view.ron") => ron::from_str::<ViewText>(&fs::read_to_string(path).unwrap()).is_ok(),
        _ => ron::from_str::<Settings>(&fs::read_to_string(path).unwrap()).unwrap().my_region.is_some(),
    }
}

/// Says something to whoever reads the output; ends where nobody does.
fn say(what: &str) {
    let mut out = std::io::stdout().lock();
    // The parent is gone: there is nobody to be killed by.
    if writeln!(out, "\n@{what}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

#[test]
fn writes_until_it_is_killed() {
    let Some(folder) = env::var_os(WHERE) else { return };
    let states = states();
    for turn in 0.. {
        for (name, state) in &states {
            let bytes = &state[turn % 2];
            let (first, second) = bytes.split_at(bytes.len() / 2);
            say("begin");
            let written: Result<(), _> = write_with(&Path::new(&folder).join(name), |out| {
                out.write_all(first)?;
                out.flush()?;
                say("half");
                out.write_all(second)
            });
            assert!(written.is_ok());
            say("done");
        }
    }
}

fn start(writer: &str, variable: &str, folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", writer, "--nocapture", "--test-threads=1"])
        .env(variable, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// After how many things of a writer each kill falls, 1 to `most`: the same in every run, by xorshift.
fn moments(seed: u64, most: u64) -> impl Iterator<Item = usize> {
    let step = |seed: &u64| {
        let mut next = *seed;
        next ^= next << 13;
        next ^= next >> 7;
        Some(next ^ next << 17)
    };
    iter::successors(Some(seed), step).skip(1).map(move |next| 1 + usize::try_from(next % most).unwrap())
}

/// Kills a writer when it has said so many things; gives the last of them.
fn kill_after(mut child: Child, things: usize) -> Option<String> {
    let said = BufReader::new(child.stdout.take().unwrap());
    let mut stages = said.lines().map_while(Result::ok).filter_map(|line| line.strip_prefix('@').map(str::to_owned));
    // The child goes on while this is read, so that the kill falls anywhere at or after the stage.
    // Its output stays open until then: a writer that nobody hears ends by itself.
    let last = stages.by_ref().take(things).last();
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert!(!status.success(), "the writer ended by itself");
    last
}

#[test]
fn a_killed_writer_leaves_the_older_file_or_the_newer_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let states = states();
    for (name, [older, _]) in &states {
        fs::write(folder.path().join(name), older).unwrap();
    }
    let (mut killed_at, mut seen) = (BTreeMap::<String, usize>::new(), [[0; 2]; 4]);
    for (kill, things) in moments(88_172_645_463_325_252, 31).take(KILLS).enumerate() {
        let child = start("kill::writes_until_it_is_killed", WHERE, folder.path());
        let last = kill_after(child, things);
        *killed_at.entry(last.expect("the writer never wrote")).or_default() += 1;
        for (at, (name, known)) in states.iter().enumerate() {
            let path = folder.path().join(name);
            let bytes = fs::read(&path).unwrap();
            let which = known.iter().position(|known| *known == bytes);
            let Some(which) = which else { panic!("kill {kill}: {name} is neither: {} bytes", bytes.len()) };
            seen[at][which] += 1;
            // Whole means that it can be read, not only that it is long enough.
            assert!(is_readable(&path), "kill {kill}: {name}");
        }
    }
    assert!(killed_at.len() == 3, "killed at every stage of a write: {killed_at:?}");
    assert!(seen.iter().flatten().all(|count| *count > 0), "both states were there at times: {seen:?}");
    // What a killed writer leaves beside the file is its own unfinished neighbour and nothing else.
    let strangers: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(".policy-atlas-") && !states.iter().any(|(known, _)| known == name))
        .collect();
    assert_eq!(strangers, Vec::<String>::new());
}

/// The variable with the folder of the child that writes folders.
const FOLDERS: &str = "POLICY_ATLAS_TEST_WRITES_FOLDERS_TO";

/// The files of each folder.
fn folder_files() -> [(&'static str, String); 4] {
    ["a.txt", "data/b.txt", "data/c.txt", "figures/d.txt"].map(|name| (name, format!("{name}\n").repeat(9000)))
}

#[test]
fn writes_folders_until_it_is_killed() {
    let Some(root) = env::var_os(FOLDERS) else { return };
    for turn in 0.. {
        say("begin");
        let written: Result<(), Unwritten<std::io::Error>> =
            write_files_with(&Path::new(&root).join(format!("out-{turn}")), Older::Replaced, |files| {
                for (name, text) in folder_files() {
                    let (first, second) = text.as_bytes().split_at(text.len() / 2);
                    files.put(name, |out| {
                        out.write_all(first)?;
                        out.flush()?;
                        say("half");
                        out.write_all(second)
                    })?;
                }
                Ok(())
            });
        assert!(written.is_ok());
        say("done");
    }
}

#[test]
fn a_killed_writer_of_folders_leaves_whole_ones_under_their_names() {
    let root = tempfile::tempdir().unwrap();
    let mut whole = 0;
    for (kill, things) in moments(2_463_534_242, 13).take(KILLS).enumerate() {
        let place = root.path().join(kill.to_string());
        fs::create_dir(&place).unwrap();
        kill_after(start("kill::writes_folders_until_it_is_killed", FOLDERS, &place), things);
        for entry in fs::read_dir(&place).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            // The unfinished neighbour of the one that was being made.
            if name.starts_with(".policy-atlas-") {
                continue;
            }
            for (file, text) in folder_files() {
                assert_eq!(fs::read_to_string(entry.path().join(file)).unwrap(), text, "kill {kill}: {name}/{file}");
            }
            whole += 1;
        }
    }
    assert!(whole > 0, "none was ever complete");
}

/// The variable with the folder of the child that saves a layer.
const LAYERS: &str = "POLICY_ATLAS_TEST_SAVES_A_LAYER_IN";
const LAYER_KILLS: usize = 500;

/// The two states of a layer: one with more policies than the other.
fn layer_states() -> [Arc<str>; 2] {
    let over = [NamedRelease { id: "ccid-2023-3".into(), release: "2026.2".into(), content: String::new() }];
    let empty = NewLayer { tag: "k7qa", release: "2026-11-28", title: "", over: &over }.text();
    [400, 700].map(|policies| {
        let records = (1..=policies).map(|n| {
            format!("        (id: \"340100-2024-k7qa{n}\", region: \"340100\", title: (zh: \"第{n}项措施\"), stage: Final),\n")
        });
        let list = format!("policies: [\n{}    ],", records.collect::<String>());
        empty.replace("policies: [],", &list).into()
    })
}

#[test]
fn saves_a_layer_until_it_is_killed() {
    let Some(folder) = env::var_os(LAYERS) else { return };
    let (states, path) = (layer_states(), Path::new(&folder).join("layer.ron"));
    let file = LayerFile::default();
    file.read(&path).unwrap();
    for turn in 0.. {
        say("begin");
        file.want(path.clone(), states[turn % 2].clone());
        assert_eq!(file.write(Lang::En), Ok(Kept::Done));
        say("done");
    }
}

#[test]
fn a_killed_save_of_a_layer_leaves_the_older_text_or_the_newer_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (states, path) = (layer_states(), folder.path().join("layer.ron"));
    for state in &states {
        let files = [("base", EMBEDDED), ("layer", &**state)];
        let loaded = load_stack(&files.map(|(name, text)| File { name, bytes: text.as_bytes() }));
        assert!(
            loaded.catalogue.is_some_and(|catalogue| catalogue.policies.len() >= 412) && loaded.problems.is_empty()
        );
    }
    fs::write(&path, &*states[0]).unwrap();
    let (mut killed_at, mut seen) = (BTreeMap::<String, usize>::new(), [0; 2]);
    let which = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        states.iter().position(|state| **state == *text)
    };
    for (kill, things) in moments(362_436_069, 6).take(LAYER_KILLS).enumerate() {
        let child = start("kill::saves_a_layer_until_it_is_killed", LAYERS, folder.path());
        let last = kill_after(child, things);
        *killed_at.entry(last.expect("the writer never wrote")).or_default() += 1;
        let Some(which) = which(&path) else { panic!("kill {kill}: neither of the two texts") };
        seen[which] += 1;
    }
    assert!(killed_at.len() == 2 && seen.iter().all(|count| *count > 0), "{killed_at:?} {seen:?}");
    let kept = fs::read_dir(folder.path().join("kept/layer")).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.filter(|path| path.extension().is_some_and(|end| end == "ron")).collect();
    assert!(
        !kept.is_empty() && kept.iter().all(|path| which(path).is_some()),
        "earlier states are whole too: {kept:?}"
    );
}
