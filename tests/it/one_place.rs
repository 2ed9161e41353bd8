//! Things that stand in one place: keys of a query and where it is read, typed cells, names of types, words of records
//! and marks, and the owners of the session's parts.

#![allow(clippy::unwrap_used, reason = "a source that cannot be read fails its test")]

use std::collections::HashMap;

use crate::layering::{Source, check, scan, sources};

/// Words that are keys of a query and stand as something else in these files.
const NO_KEYS: [(&str, &str); 10] = [
    ("compare/releases/records.rs", "fields of a record as the file has them"),
    ("compare/releases/touches.rs", "fields of a record as the file has them"),
    ("import/field.rs", "words of fields in a mapping"),
    ("import/heads.rs", "heads of columns"),
    ("import/layout.rs", "words that begin a note on a table"),
    ("intake/labels.rs", "labels of values on a page"),
    ("intake/number.rs", "words of a sentence before a number"),
    ("query/datum/kind.rs", "the word of a codebook for a kind of values"),
    ("query/field/table.rs", "keys of columns"),
    ("query/unit.rs", "the id of a unit"),
];

#[test]
fn keys_of_a_query_are_written_with_the_terms_alone() {
    use policy_atlas::query::TermKey;
    use policy_atlas::words::Lang;
    let keys: Vec<&str> = TermKey::ALL.iter().flat_map(|key| [key.id(), key.name(Lang::Zh)]).collect();
    let keys: Vec<&str> = keys.into_iter().filter(|key| !key.is_empty()).collect();
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !s.is_test() && !s.path.starts_with("query/terms/")) {
        let shipped = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines: Vec<&str> = shipped.lines().collect();
        // Files of data, the command line's own words and every text have names of fields that are spelled alike.
        let has_keys = !matches!(source.room(), "words" | "catalogue" | "edit" | "export" | "cli")
            && !NO_KEYS.iter().any(|(path, _)| *path == source.path);
        for (at, string) in scan(shipped).1 {
            let begins = |key: &&str| string.strip_prefix(*key).is_some_and(|tail| tail.starts_with([':', '：']));
            let is_query = !matches!(source.room(), "words" | "catalogue" | "edit") && keys.iter().any(begins);
            // A text is filled in by name: `("focus", &name)`.
            let quoted = format!("\"{string}\"");
            let is_name = |line: &str| {
                line.match_indices(&quoted).all(|(i, _)| {
                    line.get(..i).is_some_and(|head| head.ends_with('('))
                        && line.get(i + quoted.len()..).is_some_and(|tail| tail.starts_with(", "))
                })
            };
            let is_key = has_keys && keys.contains(&string.as_str()) && !lines.get(at - 1).is_some_and(|l| is_name(l));
            if is_query || is_key {
                faults.push(format!("src/{}:{at}: {string}", source.path));
            }
        }
    }
    check(&faults);
}

/// The code of a source that is shipped, line by line, without comments.
fn shipped(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let text = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn no_writer_no_figure_and_no_page_reads_a_value_back_out_of_a_text() {
    // A value is a datum and a head is a column; what has an id is had by its index.
    const READS: [&str; 4] = ["Month::parse", "When::parse", "split_once('_')", "_idxs().find("];
    const VOCABULARIES: [&str; 9] =
        ["AssignedBy", "Basis", "EventKind", "Grade", "Modality", "Stage", "StatementKind", "Strength", "Tier"];
    const PREFIXES: [&str; 4] = ["focus_", "basis_", "open_", "assigned_by_"];
    let finds: Vec<String> = VOCABULARIES.iter().map(|name| format!("{name}::find(")).collect();
    let prefixes: Vec<String> = PREFIXES.iter().map(|prefix| format!("(\"{prefix}")).collect();
    let refused = || READS.into_iter().chain(finds.iter().chain(&prefixes).map(String::as_str));
    let is_search_by_id = |line: &str| line.contains(".find(") && line.contains(".id ==");
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| matches!(s.room(), "export" | "figures" | "pages") && !s.is_test()) {
        for (at, line) in shipped(source) {
            if is_search_by_id(line) || refused().any(|read| line.contains(read)) {
                faults.push(format!("src/{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    check(&faults);
}

#[test]
fn an_unknown_month_and_the_separator_of_a_list_are_told_in_one_place() {
    for (word, place) in [("::MonthUnknown", "catalogue/month.rs"), ("= \"; \";", "query/datum/mod.rs")] {
        let sources = sources();
        let told = sources.iter().filter(|s| s.room() != "words" && !s.is_test());
        let told = told.filter(|source| shipped(source).any(|(_, line)| line.contains(word)));
        let places: Vec<&str> = told.map(|source| source.path.as_str()).collect();
        assert_eq!(places, [place], "{word}");
    }
}

#[test]
fn a_term_that_lacks_a_part_does_not_compile() {
    let all = sources();
    let code = |path: &str| scan(&all.iter().find(|source| source.path == path).unwrap().text).0;
    let kind = code("query/terms/kind.rs");
    let (_, parts) = kind.split_once("pub trait TermKind {").unwrap();
    for part in ["read", "write", "say", "count", "toggle"] {
        assert!(parts.contains(&format!("fn {part}")), "{part} is a part of a term");
    }
    assert!(parts.contains("const HOLD: "), "how it holds is a part of a term");
    assert!(!parts.contains(['{', '=']), "no part has a default:{parts}");
    assert!(!code("query/terms/mod.rs").contains("_ =>"), "the table of terms leaves none out");
}

/// The places where a query is read: the search line, the words of a call, a view as text; and where a sort is.
const READS: [(&str, &[&str]); 2] = [
    (
        "parse(",
        &[
            "app/mod.rs",
            "cli/diff.rs",
            "cli/pick.rs",
            "compare/releases/counts.rs",
            "ui/search/guesses.rs",
            "ui/search/mod.rs",
            "ui/search/whole.rs",
            "view/fit.rs",
        ],
    ),
    ("parse_sort(", &["cli/pick.rs", "view/fit.rs"]),
];

#[test]
fn a_line_of_query_is_read_at_the_borders_and_never_as_something_else() {
    let own = |line: &str, call: &str| {
        let begins = line.match_indices(call).map(|(at, _)| line[..at].chars().next_back());
        let bare = |c: &Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ':'));
        !line.contains("fn ") && (begins.clone().any(|c| bare(&c)) || line.contains(&format!("query::{call}")))
    };
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test() && !source.path.starts_with("query/")) {
        let code = scan(&source.text).0;
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for (call, places) in READS {
            for line in code.lines().filter(|line| own(line, call)) {
                if !places.contains(&source.path.as_str()) || line.contains("unwrap_or") {
                    faults.push(format!("{}: {}", source.path, line.trim()));
                }
            }
        }
    }
    check(&faults);
    // What is typed is read once, and what is written of a query is written when it is asked for.
    let search = sources().into_iter().find(|source| source.path == "ui/search/mod.rs").unwrap().shipped();
    let (_, typed) = search.split_once("fn typed(").unwrap();
    let typed = typed.split("\n    }\n").next().unwrap_or_default();
    assert_eq!((typed.matches(" parse(").count(), typed.matches("write(").count()), (1, 0));
}

/// The name of a public type that a line of code begins to define.
fn public_type(line: &str) -> Option<&str> {
    let tail = line.trim_start().strip_prefix("pub ")?;
    let tail = ["struct ", "enum ", "trait ", "type "].iter().find_map(|kind| tail.strip_prefix(kind))?;
    let end = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    tail.get(..end).filter(|name| name.starts_with(char::is_uppercase))
}

#[test]
fn one_word_stands_for_one_thing() {
    assert_eq!(public_type("    pub struct Query<'a> {"), Some("Query"));
    assert_eq!(public_type("pub type Map = ();"), Some("Map"));
    assert_eq!(public_type("pub(super) enum Own {"), None);
    let mut defined: Vec<(String, String, String)> = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let code = scan(&source.text).0;
        // Every term of a query has its own kind, and is seen by its file's name alone.
        let is_kind = |name: &str| name == "Kind" && source.path.starts_with("query/terms/");
        let names = code.lines().filter_map(public_type).filter(|name| !is_kind(name));
        defined.extend(names.map(|name| (name.to_owned(), source.room().to_owned(), source.path.clone())));
    }
    assert!(defined.len() > 300, "{} public types", defined.len());
    defined.sort();
    let same = |pair: &&[(String, String, String)]| pair.first().map(|p| &p.0) == pair.last().map(|p| &p.0);
    let twice: Vec<_> = defined.windows(2).filter(same).filter_map(|pair| pair.first().zip(pair.last())).collect();
    let line = |(one, other): &(&(String, String, String), &(String, String, String))| {
        format!("{}: src/{} and src/{}", one.0, one.2, other.2)
    };
    let faults: Vec<String> = twice.iter().map(line).collect();
    check(&faults);
}

/// Things put in words or in shapes once, by one piece of code, with the files that may hold that code. Beside the
/// teller these write data for programs, read a source's own words, count sources by grade or set a value in a table.
const TOLD_ONCE: [(&str, &[&str]); 8] = [
    ("summary.get(", &["query/tell.rs", "cli/statement.rs", "export/dataset/sheets.rs", "pages/stage/silent.rs"]),
    ("watch.get(", &["query/tell.rs", "cli/statement.rs"]),
    (".modality.name(", &[]),
    (".span(lang)", &["query/tell.rs"]),
    ("MonthUnknown", &["catalogue/month.rs"]),
    (
        "grade.name(",
        &[
            "query/tell.rs",
            "query/lens.rs",
            "query/terms/source.rs",
            "export/bundle/readme.rs",
            "pages/memo/notes.rs",
            "pages/stage/maker.rs",
            "pages/stage/region.rs",
            "ui/details/mod.rs",
        ],
    ),
    ("MarkPart::", &["look/mark.rs", "figures/draw/heatmap.rs", "ui/widgets/mark.rs"]),
    ("circle_stroke(", &["ui/widgets/mark.rs"]),
];

#[test]
fn a_statement_a_month_and_a_mark_are_told_once() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "words" && !source.is_test()) {
        let shipped = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let (code, strings) = scan(shipped);
        for (call, places) in TOLD_ONCE {
            if code.contains(call) && !places.contains(&source.path.as_str()) {
                faults.push(format!("src/{}: {call}", source.path));
            }
        }
        // The marks as texts stand with their shapes.
        let marks = strings.iter().filter(|(_, text)| source.path != "look/mark.rs" && text.contains(['●', '○']));
        faults.extend(marks.map(|(line, text)| format!("src/{}:{line}: {text}", source.path)));
    }
    for (call, places) in TOLD_ONCE {
        let all = sources();
        let idle = |place: &&&str| !all.iter().any(|s| s.path == ***place && scan(&s.text).0.contains(call));
        faults.extend(places.iter().filter(idle).map(|place| format!("{place} has no {call}")));
    }
    check(&faults);
}

/// The lines between the braces of a struct, as scanned.
fn fields_of(code: &str, name: &str) -> Option<Vec<String>> {
    let (_, tail) = code.split_once(&format!("pub struct {name} {{"))?;
    let (body, _) = tail.split_once("\n}")?;
    Some(body.lines().map(|line| line.trim().to_owned()).filter(|line| line.contains(": ")).collect())
}

#[test]
fn the_session_is_split_by_owner_and_nobody_else_writes_it() {
    let all = sources();
    let session: Vec<(&str, String)> = all
        .iter()
        .filter(|source| source.room() == "session" && !source.is_test())
        .map(|source| (source.path.as_str(), scan(source.text.split("#[cfg(test)]").next().unwrap_or_default()).0))
        .collect();
    let mut faults = Vec::new();
    for part in ["Session", "OpenCatalogue", "Browse", "Tour", "Stage"] {
        let fields = session.iter().find_map(|(_, code)| fields_of(code, part)).unwrap_or_default();
        assert!((1..=8).contains(&fields.len()), "{part} has {} fields", fields.len());
        faults.extend(fields.iter().filter(|field| field.starts_with("pub ")).map(|field| format!("{part}: {field}")));
    }
    // Whoever reads a part holds no `&mut` to it; `Session::apply` is the one way in.
    for (path, code) in &session {
        let writes = |line: &&str| line.trim_start().starts_with("pub fn ") && line.contains("&mut self");
        let is_apply = |line: &&str| *path == "session/mod.rs" && line.contains("fn apply(");
        let found = code.lines().filter(writes).filter(|line| !is_apply(line));
        faults.extend(found.map(|line| format!("{path}: {}", line.trim())));
    }
    check(&faults);
}

#[test]
fn there_is_one_machine_of_undo() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test() && source.path != "session/history.rs") {
        let code = scan(&source.text).0;
        let stacks = ["past: Vec", "future: Vec", "undone: Vec"];
        faults
            .extend(stacks.iter().filter(|stack| code.contains(**stack)).map(|s| format!("src/{}: {s}", source.path)));
    }
    check(&faults);
    let code = |path: &str| scan(&sources().iter().find(|source| source.path == path).unwrap().text).0;
    assert!(code("session/browse/mod.rs").contains("history: History<PastStep>"));
    assert!(code("session/tour/mod.rs").contains("edits: History<"));
}

#[test]
fn whether_work_may_begin_is_decided_in_the_session() {
    // The bar is painted from the work under way; nobody else asks for it.
    const PAINTERS: [&str; 2] = ["ui/mod.rs", "ui/notice.rs"];
    let mut faults = Vec::new();
    let all = sources();
    for source in all.iter().filter(|s| matches!(s.room(), "ui" | "app") && !s.is_test()) {
        let code = scan(&source.text).0;
        if code.contains(".job()") && !PAINTERS.contains(&source.path.as_str()) {
            faults.push(format!("src/{}: reads the work under way; `Session::may` is the answer", source.path));
        }
    }
    check(&faults);
    // An effect that is added has to say whether it is work.
    let effect = scan(&all.iter().find(|source| source.path == "session/effect.rs").unwrap().text).0;
    let (_, tail) = effect.split_once("fn work(&self)").unwrap();
    assert!(!tail.split("\n    }\n").next().unwrap_or_default().contains("_ =>"), "every effect is named");
}

#[test]
fn every_text_is_said_somewhere() {
    let all = sources();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let code: String = all.iter().flat_map(|source| source.text.lines().filter(is_code)).collect::<Vec<_>>().join("\n");
    let mut said: HashMap<&str, usize> = HashMap::new();
    for word in code.split(|c: char| !c.is_alphanumeric() && c != '_') {
        *said.entry(word).or_default() += 1;
    }
    let mut unsaid = Vec::new();
    for source in all.iter().filter(|source| source.room() == "words" && !source.is_test()) {
        let keys = source.text.lines().filter_map(|line| Some((line.trim_start(), line.split_once(": \"")?.0.trim())));
        let keys = keys.filter(|(line, _)| line.ends_with("\";")).map(|(_, key)| key);
        let is_key = |key: &&str| key.starts_with(char::is_uppercase) && key.chars().all(char::is_alphanumeric);
        unsaid.extend(
            keys.filter(is_key).filter(|key| said.get(key) == Some(&1)).map(|key| format!("{}: {key}", source.path)),
        );
    }
    check(&unsaid);
}
