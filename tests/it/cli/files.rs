//! Files of a call: nothing is written over what was read, links stay, and texts that are not UTF-8 are told as what they
//! are.

use std::path::PathBuf;

use policy_atlas::catalogue::load;
use policy_atlas::view::{Saved, ViewText};

use super::*;

/// A folder with a catalogue, a view and a walk of their own.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Files {
        let files = Files(tempfile::tempdir().unwrap());
        fs::write(files.at("mine.ron"), EMBEDDED).unwrap();
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        let view = ViewText { query: "focus:data".into(), ..ViewText::default() };
        fs::write(files.at("view.ron"), Saved::new("mine", view, &catalogue).write()).unwrap();
        files.run(&["walk", "new", "-o", "@walk.ron"]);
        files.run(&["export", "--bundle", "@old.zip"]);
        files
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs a call, the words beginning with `@` being names in the folder.
    fn run(&self, args: &[&str]) -> Ran {
        let named = |word: &&str| match word.strip_prefix('@') {
            Some(name) => self.at(name).to_str().unwrap().to_owned(),
            None => (*word).to_owned(),
        };
        let args: Vec<String> = args.iter().map(named).collect();
        run_in(Lang::En, &args.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// Every call that writes, and the file that it reads.
const WRITERS: [(&str, &[&str]); 12] = [
    ("mine.ron", &["export", "focus:data", "--format", "ron", "--catalogue", "@mine.ron", "-o"]),
    ("mine.ron", &["export", "--format", "csv", "--catalogue", "@mine.ron", "-o"]),
    ("mine.ron", &["export", "--catalogue", "@mine.ron", "--bundle"]),
    ("view.ron", &["export", "--view", "@view.ron", "--format", "ron", "-o"]),
    ("view.ron", &["export", "--view", "@view.ron", "--bundle"]),
    ("mine.ron", &["walk", "new", "--catalogue", "@mine.ron", "-o"]),
    ("mine.ron", &["walk", "export", "@walk.ron", "--catalogue", "@mine.ron", "-o"]),
    ("walk.ron", &["walk", "export", "@walk.ron", "-o"]),
    ("mine.ron", &["memo", "北京", "上海", "--catalogue", "@mine.ron", "-o"]),
    ("mine.ron", &["plot", "timeline", "--catalogue", "@mine.ron", "-o"]),
    ("mine.ron", &["replay", "@old.zip", "--catalogue", "@mine.ron", "-o"]),
    ("old.zip", &["replay", "@old.zip", "-o"]),
];

#[test]
fn no_call_writes_over_a_file_that_it_reads() {
    let files = Files::new();
    let mut number = 0;
    for (read, call) in WRITERS {
        let before = fs::read(files.at(read)).unwrap();
        // The name says the format, so that nothing but the identity of the file is in the way.
        let end = match call[0] {
            "memo" => "md",
            "plot" => "svg",
            "walk" if call[1] == "export" => "pdf",
            "replay" => "zip",
            _ if call.contains(&"--bundle") => "zip",
            _ => "ron",
        };
        for link in [fs::hard_link::<PathBuf, PathBuf>, link] {
            number += 1;
            let name = format!("other{number}.{end}");
            link(files.at(read), files.at(&name)).unwrap();
            let ran = files.run(&[call, &[format!("@{name}").as_str()]].concat());
            assert_eq!(ran.done, Done::Exit(1), "{call:?}: {}", ran.err);
            assert!(ran.err.contains(&name) && ran.err.contains(read), "{call:?}: {}", ran.err);
            assert_eq!(fs::read(files.at(&name)).unwrap(), before, "{call:?}");
            fs::remove_file(files.at(&name)).unwrap();
        }
    }
    let ran = files.run(&["export", "focus:data", "--catalogue", "@mine.ron", "-o", "@./mine.ron"]);
    assert_eq!(ran.done, Done::Exit(1), "{}", ran.err);
    assert_eq!(fs::read_to_string(files.at("mine.ron")).unwrap(), EMBEDDED);
}

#[cfg(unix)]
fn link(to: PathBuf, at: PathBuf) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn link(to: PathBuf, at: PathBuf) -> io::Result<()> {
    fs::hard_link(to, at)
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_yet_is_written_through() {
    let files = Files::new();
    fs::create_dir(files.at("in")).unwrap();
    for (at, call) in [
        &["export", "-o"][..],
        &["walk", "new", "-o"],
        &["walk", "export", "@walk.ron", "-o"],
        &["memo", "北京", "上海", "-o"],
        &["plot", "timeline", "-o"],
        &["export", "--bundle"],
    ]
    .into_iter()
    .enumerate()
    {
        let end = ["csv", "ron", "md", "html", "svg", "zip"][at];
        for (target, status) in [(format!("in/new.{end}"), 0), (format!("no/new.{end}"), 1), (format!("link.{end}"), 1)]
        {
            let own = files.at(&format!("link.{end}"));
            std::os::unix::fs::symlink(&target, &own).unwrap();
            let ran = files.run(&[call, &[format!("@link.{end}").as_str()]].concat());
            assert_eq!(ran.done, Done::Exit(status), "{call:?} to {target}: {}", ran.err);
            assert_eq!(own.read_link().unwrap(), std::path::Path::new(&target), "{call:?}");
            assert_eq!(own.exists(), status == 0);
            if target.starts_with("no/") {
                assert!(ran.err.contains("no such folder"), "{}", ran.err);
            }
            fs::remove_file(own).unwrap();
        }
    }
}

#[test]
fn a_view_walk_or_recipe_that_is_not_utf_8_is_told_as_what_it_is() {
    let files = Files::new();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let text = "(schema: 1,\n name: \"题\")";
    for (bytes, expected) in [
        ([b"\xFF\xFE".to_vec(), utf16(text)].concat(), "t.ron: error: not UTF-8 text (looks like UTF-16)"),
        (utf16(text), "t.ron:1:2: error: not UTF-8 text (looks like UTF-16)"),
        (b"(schema: 1,\n name: \"\xB1\xB1\")".to_vec(), "t.ron:2:9: error: not UTF-8 text (looks like GBK)"),
        ([text.as_bytes(), b"\0"].concat(), "t.ron:2:12: error: "),
    ] {
        fs::write(files.at("t.ron"), &bytes).unwrap();
        for call in [&["list", "--view", "@t.ron"][..], &["walk", "check", "@t.ron"], &["replay", "@t.ron"]] {
            let ran = files.run(call);
            assert!([ran.out, ran.err].concat().contains(expected), "{call:?}: {expected}");
        }
    }
}

#[test]
fn a_walk_on_paper_names_the_characters_that_the_fonts_lack() {
    let files = Files::new();
    fs::write(files.at("rare.ron"), EMBEDDED.replacen("北京市加快建设", "北京市氹㙟加快建设", 1)).unwrap();
    files.run(&["walk", "new", "--catalogue", "@rare.ron", "-o", "@w.ron"]);
    for (to, catalogue, expected) in [
        ("@w.pdf", "@rare.ron", true),
        ("@w", "@rare.ron", true),
        ("@w.md", "@rare.ron", false),
        ("@x.pdf", "@mine.ron", false),
    ] {
        let ran = files.run(&["walk", "export", "@w.ron", "--catalogue", catalogue, "-o", to]);
        assert_eq!(ran.done, Done::Exit(0), "{}", ran.err);
        assert_eq!(ran.err.contains("the fonts lack these characters"), expected, "{to}: {}", ran.err);
        assert_eq!(ran.err.contains('氹'), expected, "{to}: {}", ran.err);
    }
}
