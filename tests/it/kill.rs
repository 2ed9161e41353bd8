//! A program that is killed while it writes leaves the older file or the newer one, whole.
//!
//! The writer is this test binary itself, started again as a child that writes without end until it is killed.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use policy_atlas::session::Settings;
use policy_atlas::store::{Unwritten, write_files_with, write_with};
use policy_atlas::view::View;

/// Where the child writes. Without it the writer below is a test with nothing to do.
const WHERE: &str = "POLICY_ATLAS_TEST_WRITES_TO";
const KILLS: usize = 60;

/// Settings that are long enough to take several writes to the disk, and differ in length.
fn settings(which: usize) -> Settings {
    let widths: BTreeMap<String, f32> = (0..2000 + which * 700).map(|i| (format!("column {i}"), i as f32)).collect();
    Settings { my_region: Some(which.to_string()), widths, ..Settings::default() }
}

fn view(which: usize) -> View {
    View { query: format!("id:{which}"), columns: vec!["title".into(); 1500 + which * 900], ..View::default() }
}

/// The two texts of each file.
fn texts() -> [(&'static str, [String; 2]); 2] {
    let view = |which| ron::to_string(&view(which)).unwrap();
    [("settings.ron", [settings(0).write(), settings(1).write()]), ("view.ron", [view(0), view(1)])]
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
    let texts = texts();
    for turn in 0.. {
        for (name, text) in &texts {
            let text = text[turn % 2].as_bytes();
            let (first, second) = text.split_at(text.len() / 2);
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

/// Kills a writer when it has said so many things; gives the last of them.
fn kill_after(mut child: Child, things: usize) -> Option<String> {
    let said = BufReader::new(child.stdout.take().unwrap());
    let stages = said.lines().map_while(Result::ok).filter_map(|line| line.strip_prefix('@').map(str::to_owned));
    // The child goes on while this is read, so that the kill falls anywhere at or after the stage.
    let last = stages.take(things).last();
    child.kill().unwrap();
    let status = child.wait().unwrap();
    assert!(!status.success(), "the writer ended by itself");
    last
}

#[test]
fn a_killed_writer_leaves_the_older_file_or_the_newer_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let texts = texts();
    for (name, [older, _]) in &texts {
        fs::write(folder.path().join(name), older).unwrap();
    }
    let mut seed = 88_172_645_463_325_252_u64;
    let (mut killed_at, mut seen) = (BTreeMap::<String, usize>::new(), [[0; 2]; 2]);
    for kill in 0..KILLS {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let child = start("kill::writes_until_it_is_killed", WHERE, folder.path());
        let last = kill_after(child, 1 + (seed % 17) as usize);
        *killed_at.entry(last.expect("the writer never wrote")).or_default() += 1;
        for (at, (name, known)) in texts.iter().enumerate() {
            let text = fs::read_to_string(folder.path().join(name)).unwrap();
            let which = known.iter().position(|known| *known == text);
            let Some(which) = which else { panic!("kill {kill}: {name} is neither: {} bytes", text.len()) };
            seen[at][which] += 1;
        }
        // Whole means that it can be read, not only that it is long enough.
        let settings: Settings =
            ron::from_str(&fs::read_to_string(folder.path().join("settings.ron")).unwrap()).unwrap();
        assert!(settings.my_region.is_some());
        ron::from_str::<View>(&fs::read_to_string(folder.path().join("view.ron")).unwrap()).unwrap();
    }
    assert!(killed_at.len() == 3, "killed at every stage of a write: {killed_at:?}");
    assert!(seen.iter().flatten().all(|count| *count > 0), "both texts were there at times: {seen:?}");
    // What a killed writer leaves beside the file is its own unfinished neighbour and nothing else.
    let strangers: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(".policy-atlas-") && !name.ends_with(".ron"))
        .collect();
    assert_eq!(strangers, Vec::<String>::new());
}

/// Where the other child writes folders.
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
            write_files_with(&Path::new(&root).join(format!("out-{turn}")), |files| {
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
    let (mut seed, mut whole) = (2_463_534_242_u64, 0);
    for kill in 0..KILLS {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let place = root.path().join(kill.to_string());
        fs::create_dir(&place).unwrap();
        kill_after(start("kill::writes_folders_until_it_is_killed", FOLDERS, &place), 1 + (seed % 13) as usize);
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
