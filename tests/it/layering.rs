//! Imports of rooms, and the house's other rules that a reader of the source can check: every `crate::ROOM` of `src`,
//! the window's crates, the first line and the length of each file, the words that comments begin with, differences
//! between systems, and the places of Chinese texts.
//!
//! A room that does not exist yet breaks no rule.

#![allow(clippy::unwrap_used, reason = "a source that cannot be read fails its test")]

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms with everything they may import, from the lowest up; a room may always import itself.
const MAY: [(&str, &[&str]); 18] = [
    ("words", &[]),
    ("look", &[]),
    ("catalogue", &["words"]),
    ("intake", &["words", "catalogue"]),
    ("query", &["words", "look", "catalogue"]),
    ("view", &["words", "look", "catalogue", "query"]),
    ("compare", &["words", "look", "catalogue", "query"]),
    ("figures", &["words", "look", "catalogue", "query", "compare"]),
    ("walk", &["words", "look", "catalogue", "query", "view"]),
    ("pages", &["words", "look", "catalogue", "query", "view", "compare", "figures", "walk"]),
    ("edit", &["words", "look", "catalogue"]),
    ("import", &["words", "look", "catalogue", "intake", "query", "view", "edit"]),
    ("export", &["words", "look", ENGINES]),
    ("store", &["words"]),
    ("session", &["words", "look", ENGINES, "export"]),
    ("ui", &["words", "look", ENGINES, "export", "session"]),
    ("cli", &["words", "look", ENGINES, "export", "store"]),
    ("app", &["words", "look", ENGINES, "export", "store", "session", "ui"]),
];

/// Stands for all of them in the table above.
const ENGINES: &str = "engines";
const ENGINE_ROOMS: [&str; 10] =
    ["catalogue", "intake", "query", "view", "compare", "figures", "walk", "pages", "edit", "import"];

/// Crates of the window, which the command line is built without.
const WINDOW: [&str; 10] = [
    "egui",
    "eframe",
    "egui_plot",
    "egui_table",
    "egui_winit",
    "egui_system_font_provider",
    "winit",
    "softbuffer",
    "rfd",
    "notify",
];

/// A source file: its path inside `src`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The folder or file right below `src` that it belongs to.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Its code without comments and strings, and without the tests in it.
    pub fn shipped(&self) -> String {
        let code = scan(&self.text).0;
        code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
    }

    pub fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.contains("/tests/")
    }
}

/// The files of `src`.
pub fn sources() -> Vec<Source> {
    sources_in("src")
}

/// The files of a folder of the project, their paths inside it.
fn sources_in(folder: &str) -> Vec<Source> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.sort();
    let source = |path: PathBuf| Source {
        path: path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    };
    found.into_iter().map(source).collect()
}

/// Code without comments, its string literals taken out, and these with the line on which each begins.
pub fn scan(text: &str) -> (String, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut code, mut strings, mut line, mut i) = (String::new(), Vec::new(), 1, 0);
    while i < chars.len() {
        let begin = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut depth = 0;
                loop {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 || i >= chars.len() {
                        break;
                    }
                }
            }
            'r' if !code.ends_with(|c: char| c.is_alphanumeric() || c == '_') && raw_string(&chars, i).is_some() => {
                let (from, to) = raw_string(&chars, i).unwrap();
                strings.push((line, chars[from..to].iter().collect()));
                code.push_str("\"\"");
                i = to + (from - i - 1);
            }
            '"' => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += if at(i) == '\\' { 2 } else { 1 };
                }
                strings.push((line, chars[begin + 1..i.min(chars.len())].iter().collect()));
                code.push_str("\"\"");
                i += 1;
            }
            // A character, not a lifetime.
            '\'' if at(i + 1) == '\\' || at(i + 2) == '\'' => {
                i += if at(i + 1) == '\\' { 3 } else { 2 };
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                strings.push((line, chars[begin + 1..i.min(chars.len())].iter().collect()));
                i += 1;
            }
            c => {
                code.push(c);
                i += 1;
            }
        }
        line += chars[begin..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    (code, strings)
}

/// The beginning and end of the text of a raw string that begins at `i`.
fn raw_string(chars: &[char], i: usize) -> Option<(usize, usize)> {
    let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
    let from = i + 1 + hashes + 1;
    if chars.get(from - 1) != Some(&'"') {
        return None;
    }
    let ends =
        |at: &usize| chars[*at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    Some((from, (from..chars.len()).find(ends)?))
}

/// The rooms named after `crate::`, also in `crate::{a, b::c}`.
fn rooms_named(code: &str, root: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for tail in code.split(root).skip(1) {
        let Some(group) = tail.strip_prefix('{') else {
            found.push(word(tail));
            continue;
        };
        let (mut depth, mut begins) = (1, true);
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => begins = true,
                c if begins && !c.is_whitespace() => {
                    found.push(word(&group[i..]));
                    begins = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

fn may_import(room: &str, other: &str) -> bool {
    let Some((_, allowed)) = MAY.iter().find(|(known, _)| *known == room) else {
        // `main` starts the program and `lib` lists the rooms.
        return matches!((room, other), ("main", "cli" | "app" | "words"));
    };
    room == other || allowed.contains(&other) || (allowed.contains(&ENGINES) && ENGINE_ROOMS.contains(&other))
}

#[track_caller]
pub fn check(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_room_imports_only_what_lies_below_it() {
    let mut faults = Vec::new();
    // What tests of every room begin with is no room.
    for source in sources().iter().filter(|source| source.room() != "tests") {
        let (code, _) = scan(&source.text);
        let (room, root) = match source.room() {
            "main" => ("main", "policy_atlas::"),
            room => (room, "crate::"),
        };
        for other in rooms_named(&code, root) {
            let is_room = MAY.iter().any(|(known, _)| *known == other);
            if is_room && !may_import(room, &other) {
                faults.push(format!("src/{}: {room} imports {other}", source.path));
            }
        }
    }
    check(&faults);
}

#[test]
fn records_are_checked_without_a_text_and_no_value_stands_for_a_broken_one() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "catalogue" && !source.is_test()) {
        let shipped = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = scan(shipped).0;
        let texts = ["ron::", "Span", "Lines", "raw::options", "locate"];
        let is_check = source.path.starts_with("catalogue/check/");
        let stand_ins = ["When::Year(1000)", "SourceIdx(0)", "RegionIdx(0)", "PolicyIdx(0)", "Month::FIRST"];
        let refused = stand_ins.iter().chain(texts.iter().filter(|_| is_check));
        faults.extend(refused.filter(|word| code.contains(**word)).map(|word| format!("src/{}: {word}", source.path)));
    }
    check(&faults);
}

#[test]
fn every_room_of_the_library_has_its_place_in_the_order() {
    let known = |room: &str| matches!(room, "main" | "lib" | "tests") || MAY.iter().any(|(known, _)| *known == room);
    let unknown = sources().iter().filter(|s| !known(s.room())).map(|s| format!("src/{}", s.path)).collect::<Vec<_>>();
    check(&unknown);
}

#[test]
fn the_crates_of_the_window_stay_in_the_window() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !matches!(s.room(), "ui" | "app")) {
        let (code, _) = scan(&source.text);
        for word in code.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| WINDOW.contains(word)) {
            faults.push(format!("src/{}: {word}", source.path));
        }
    }
    check(&faults);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    // A file of one line is a room that is not furnished yet.
    let says_nothing = |s: &&Source| s.text.lines().count() > 1 && !s.text.starts_with("//! ");
    let silent: Vec<String> = sources().iter().filter(says_nothing).map(|s| format!("src/{}", s.path)).collect();
    check(&silent);
}

#[test]
fn comments_name_things_by_nouns_and_begin_with_no_question() {
    const QUESTIONS: [&str; 8] = ["What ", "Which ", "Those ", "How ", "Who ", "Whose ", "Where ", "Why "];
    let mut faults = Vec::new();
    for source in sources() {
        let mut is_inside = false;
        for (at, line) in source.text.lines().map(str::trim_start).enumerate() {
            let comment = line.strip_prefix("/// ").or_else(|| line.strip_prefix("//! "));
            let begins = comment.is_some_and(|words| QUESTIONS.iter().any(|word| words.starts_with(word)));
            if begins && !is_inside {
                faults.push(format!("src/{}:{}: {line}", source.path, at + 1));
            }
            is_inside = comment.is_some();
        }
    }
    check(&faults);
}

#[test]
fn no_file_is_longer_than_can_be_overseen() {
    const LONGEST: usize = 500;
    const LONGEST_TEST: usize = 700;
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        for source in sources_in(folder) {
            let most = if folder == "src" && !source.is_test() { LONGEST } else { LONGEST_TEST };
            let lines = source.text.lines().count();
            if lines > most {
                faults.push(format!("{folder}/{}: {lines} lines, at most {most}", source.path));
            }
        }
    }
    check(&faults);
}

#[test]
fn texts_of_the_window_stand_with_all_other_texts() {
    let han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}');
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| matches!(s.room(), "ui" | "app") && !s.is_test()) {
        let shipped = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (line, string) in scan(shipped).1 {
            if string.contains(han) {
                faults.push(format!("src/{}:{line}: {string}", source.path));
            }
        }
    }
    check(&faults);
}

#[test]
fn the_scanner_tells_code_from_comments_and_strings() {
    let (code, strings) = scan(
        "use crate::a; // crate::b\nlet s = \"crate::c \\\" 文\"; /* crate::d /* */ */ let c = '\"'; let r = r#\"crate::e \" \"#; fn f<'a>(x: &'a str) {} crate::g()",
    );
    assert_eq!(rooms_named(&code, "crate::"), ["a", "g"]);
    let strings: Vec<(usize, &str)> = strings.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(strings, [(2, "crate::c \\\" 文"), (2, "\""), (2, "crate::e \" ")]);
    assert_eq!(
        rooms_named("use crate::{query::{Index, run}, words,\n view::View};", "crate::"),
        ["query", "words", "view"]
    );
    assert!(may_import("export", "pages") && may_import("ui", "export"));
    assert!(!may_import("query", "view") && !may_import("session", "store") && !may_import("ui", "app"));
    assert!(!may_import("words", "look") && !may_import("catalogue", "query"));
}

/// The parts of panels; everything else in `src/ui` is a panel.
const SHARED: [&str; 11] =
    ["access", "commands", "ctx", "fonts", "places", "plots", "scene", "shelf", "theme", "widgets", "widths"];

/// Panels that hold others: dialogs open over everything, menus stand in the top line.
const HOLDERS: [(&str, &[&str]); 2] = [
    ("dialogs", &["about", "cite", "claims", "curate", "export", "my_region", "palette", "problems", "walk", "who"]),
    ("top", &["menu", "search"]),
];

#[test]
fn panels_of_the_window_do_not_know_each_other() {
    let all: Vec<Source> = sources_in("src/ui").into_iter().filter(|s| s.path != "mod.rs" && !s.is_test()).collect();
    let is_panel = |name: &str| !SHARED.contains(&name) && all.iter().any(|other| other.room() == name);
    assert!(["table", "stage", "dialogs"].into_iter().all(is_panel));
    let mut faults = Vec::new();
    for source in &all {
        let room = source.room();
        let code = scan(&source.text).0;
        let above = if source.path.matches('/').count() > 0 && !source.path.ends_with("/mod.rs") {
            "super::super::"
        } else {
            "super::"
        };
        let held = HOLDERS.iter().find(|(holder, _)| *holder == room).map_or(&[][..], |(_, held)| held);
        let named = rooms_named(&code, above).into_iter().chain(rooms_named(&code, "crate::ui::"));
        let others = named.filter(|other| other != room && is_panel(other) && !held.contains(&other.as_str()));
        faults.extend(others.map(|other| format!("src/ui/{}: {room} imports {other}", source.path)));
    }
    // What two panels share belongs in widgets, plots or the session.
    check(&faults);
}

#[test]
fn what_differs_between_systems_stands_in_two_places() {
    const WORDS: [&str; 8] = [
        "cfg(unix",
        "cfg(windows",
        "cfg(not(unix",
        "cfg(not(windows",
        "target_os",
        "std::os::",
        "directories::",
        "egui_system_font_provider::",
    ];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        if source.room() == "store" || source.path.starts_with("app/platform/") {
            continue;
        }
        // `cfg!(unix)` is asked in the same words.
        let code = source.shipped().replace("cfg!(", "cfg(");
        faults.extend(WORDS.iter().filter(|word| code.contains(**word)).map(|w| format!("src/{}: {w}", source.path)));
    }
    check(&faults);
}

/// The module of a file: `cli/walk`, `ui/commands`.
fn module(source: &Source) -> &str {
    let path = source.path.strip_suffix(".rs").unwrap_or(&source.path);
    path.strip_suffix("/mod").unwrap_or(path)
}

#[test]
fn no_subcommand_imports_another() {
    let cli: Vec<Source> = sources().into_iter().filter(|source| source.room() == "cli").collect();
    let subs: Vec<&Source> = cli.iter().filter(|source| source.text.contains("\npub const SUB: Sub = ")).collect();
    let names: Vec<&str> = subs.iter().filter_map(|sub| module(sub).strip_prefix("cli/")).collect();
    assert!(names.contains(&"list") && names.contains(&"walk"), "{names:?}");
    let mut faults = Vec::new();
    for sub in subs {
        let others = rooms_named(&scan(&sub.text).0, "super::");
        faults.extend(
            others.iter().filter(|other| names.contains(&other.as_str())).map(|o| format!("{}: {o}", sub.path)),
        );
    }
    check(&faults);
}

#[test]
fn no_two_files_import_each_other() {
    // Between a room and the files in it arrows go both ways: it is put together of them, and they see what they share.
    let all = sources();
    let files: Vec<&Source> =
        all.iter().filter(|source| !source.is_test() && !source.path.ends_with("/mod.rs")).collect();
    let names: Vec<&str> = files.iter().map(|file| module(file)).collect();
    let imported = |file: &Source| -> Vec<String> {
        let (code, _) = scan(&file.text);
        let (above, _) = module(file).rsplit_once('/').unwrap_or_default();
        let siblings = rooms_named(&code, "super::").into_iter().map(|name| format!("{above}/{name}"));
        let whole = rooms_named(&code, &format!("crate::{}::", above.replace('/', "::")));
        siblings.chain(whole.into_iter().map(|name| format!("{above}/{name}"))).collect()
    };
    let edges: Vec<Vec<String>> = files.iter().map(|file| imported(file)).collect();
    let mut faults = Vec::new();
    for (at, one) in names.iter().enumerate() {
        for (other_at, other) in names.iter().enumerate().skip(at + 1) {
            let knows = |edges: &[String], name: &str| edges.iter().any(|edge| edge == name);
            if knows(&edges[at], other) && knows(&edges[other_at], one) {
                faults.push(format!("{one} and {other}"));
            }
        }
    }
    check(&faults);
}

/// The parameters of each function of scanned code, with its name.
fn parameters(code: &str) -> Vec<(&str, Vec<&str>)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let ends = |c: char, before: char| matches!(c, ')' | ']' | '}') || (c == '>' && !matches!(before, '-' | '='));
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(is_word)) {
        let tail = &code[at + 3..];
        let name = &tail[..tail.find(|c| !is_word(c)).unwrap_or(tail.len())];
        let (mut depth, mut before, mut begin) = (0, ' ', None);
        let mut own = Vec::new();
        for (i, c) in tail.char_indices().skip(name.len()) {
            match begin {
                None if c == '(' && depth == 0 => begin = Some(i + 1),
                Some(from) if depth == 1 && (c == ',' || ends(c, before)) => {
                    own.push(tail[from..i].trim());
                    begin = Some(i + 1);
                }
                _ => {}
            }
            depth += i32::from(matches!(c, '(' | '[' | '{' | '<')) - i32::from(ends(c, before));
            before = c;
            if begin.is_some() && depth == 0 {
                break;
            }
        }
        found.push((name, own.into_iter().filter(|parameter| !parameter.is_empty()).collect()));
    }
    found
}

/// Whether a parameter is several values under one roof: their types say neither what they are nor which comes first.
fn is_tuple(parameter: &str) -> bool {
    let pattern = parameter.trim_start_matches("mut ").trim_start_matches('&');
    pattern.starts_with(['(', '[']) || parameter.contains("(f32, f32)")
}

#[test]
fn what_is_not_alike_has_a_type_or_a_parameter_each() {
    let tuples = |code: &str| -> Vec<String> {
        let of = |(name, own): (&str, Vec<&str>)| {
            own.into_iter().filter(|p| is_tuple(p)).map(|p| format!("{name}: {p}")).collect()
        };
        parameters(code).into_iter().flat_map(|found| -> Vec<String> { of(found) }).collect()
    };
    for (code, expected) in [
        ("pub fn at(self, point: Point) -> (f32, f32) {}", &[][..]),
        ("fn at((x, y): (f32, f32), size: Size) {}", &["at: (x, y): (f32, f32)"]),
        ("fn at(&self, place: ((f32, f32), f32)) {}", &["at: place: ((f32, f32), f32)"]),
        ("fn lines<'a, F: Fn(u8) -> (u8, u8)>(f: F, [x, y]: [f32; 2],\n) {}", &["lines: [x, y]: [f32; 2]"]),
        ("fn of(mut f: impl FnMut(&(A, B)) -> C, &(a, b): &(A, B)) { |(c, d)| c }", &["of: &(a, b): &(A, B)"]),
        ("let f = |(x, y): (f32, f32)| x; fn none() {} fn one(Rgb(r, g, b): Rgb) {}", &[]),
    ] {
        assert_eq!(tuples(code), expected, "{code}");
    }
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let code = source.shipped();
        let found = tuples(&code);
        assert!(!code.contains("fn ") || !parameters(&code).is_empty(), "src/{}: its functions are found", source.path);
        faults.extend(found.iter().map(|tuple| format!("src/{}: {tuple}", source.path)));
    }
    check(&faults);
}
