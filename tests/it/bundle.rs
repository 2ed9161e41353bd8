//! The research bundle and its replay: the same bytes each time, whole or not at all, and every change told.

mod verified;

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use policy_atlas::catalogue::{EMBEDDED, load, sha256};
use policy_atlas::cli::{self, Done, Env};
use policy_atlas::export::ExportFault;
use policy_atlas::export::bundle::{BundleAsk, SUMS, write};
use policy_atlas::export::dataset::vocabularies;
use policy_atlas::figures::FigureKind;
use policy_atlas::query::Index;
use policy_atlas::store::{Older, Unwritten, write_files_with};
use policy_atlas::view::{ChoiceText, Saved, View, ViewText};
use policy_atlas::words::Lang;

use crate::cli::{Ran, run};

type Bytes = BTreeMap<String, Vec<u8>>;

/// A folder for bundles and catalogues.
struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        Place { root: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// Runs a call, the words beginning with `@` being names in the folder.
    fn run(&self, args: &[&str]) -> Ran {
        let named = |word: &&str| word.strip_prefix('@').map_or_else(|| (*word).to_owned(), |name| self.text(name));
        let args: Vec<String> = args.iter().map(named).collect();
        run(&args.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[track_caller]
    fn done(&self, args: &[&str], status: u8) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.done, Done::Exit(status), "{args:?}\n{}\n{}", ran.out, ran.err);
        ran
    }

    fn bundle(&self, name: &str) -> Bytes {
        files(&self.path(name))
    }

    fn names(&self) -> Vec<String> {
        names(self.root.path())
    }

    /// Puts a catalogue there: the embedded one with some text in place of another.
    fn catalogue(&self, name: &str, edits: &[(&str, &str)]) {
        let edited = edits.iter().fold(EMBEDDED.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from} is not in the catalogue");
            text.replace(from, to)
        });
        fs::write(self.path(name), edited).unwrap();
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file below a folder, by its name in the bundle.
fn files(folder: &Path) -> Bytes {
    fn collect(root: &Path, folder: &Path, found: &mut Bytes) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = Bytes::new();
    collect(folder, folder, &mut found);
    found
}

/// Names of the files that are not the same in both.
fn differing(one: &Bytes, other: &Bytes) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

const RECODED: [(&str, &str); 1] = [(
    "id: \"R09\", kind: Focus, of: Regions([\"320500\", \"320200\"]), focuses: [\"algorithm\"]",
    "id: \"R09\", kind: Focus, of: Regions([\"320500\", \"320200\"]), focuses: [\"data\"]",
)];

#[test]
fn a_bundle_has_the_same_bytes_each_time_as_a_folder_and_as_an_archive() {
    let place = Place::new();
    let ask = ["region:江苏 source:any", "--unit", "region", "--sort=-region", "--figures", "all", "--lang", "en"];
    for name in ["@one", "@two", "@three.zip", "@four.ZIP"] {
        place.done(&[&["export"][..], &ask, &["--bundle", name]].concat(), 0);
    }
    let one = place.bundle("one");
    assert_eq!(differing(&one, &place.bundle("two")), Vec::<String>::new());
    assert_eq!(fs::read(place.path("three.zip")).unwrap(), fs::read(place.path("four.ZIP")).unwrap());
    let mut zip = zip::ZipArchive::new(fs::File::open(place.path("three.zip")).unwrap()).unwrap();
    let mut zipped = Bytes::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        zipped.insert(file.name().unwrap().into_owned(), bytes);
    }
    assert_eq!(differing(&one, &zipped), Vec::<String>::new());
    assert_eq!(place.names(), ["four.ZIP", "one", "three.zip", "two"], "no neighbour is left behind");
}

#[test]
fn the_codebook_has_a_definition_for_each_value_of_the_vocabularies() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@zh"], 0);
    place.done(&["export", "--bundle", "@en", "--lang", "en"], 0);
    for (folder, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
        let files = place.bundle(folder);
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let (page, variables, values) = (text("codebook.md"), text("codebook.csv"), text("codebook_values.csv"));
        for vocabulary in vocabularies(&load(EMBEDDED.as_bytes()).catalogue.unwrap()) {
            assert!(page.contains(&format!("### `{}` ", vocabulary.key)), "{}", vocabulary.key);
            for value in &vocabulary.values {
                let definition = value.definition.as_ref().unwrap().get(lang);
                let line = page
                    .lines()
                    .find(|line| line.starts_with(&format!("| `{}` | ", value.id)) && line.contains(definition));
                assert!(line.is_some(), "{}", value.id);
                let quoted = definition.replace('"', "\"\"");
                assert!(variables.contains(&quoted) && values.contains(&quoted), "{}", value.id);
            }
        }
    }
}

#[test]
fn a_bundle_without_a_filter_holds_every_statement() {
    let place = Place::new();
    let ids = |name: &str| -> Vec<String> {
        let files = place.bundle(name);
        let mut reader = csv::Reader::from_reader(files["data/statements.csv"].as_slice());
        reader.records().map(|row| row.unwrap()[0].to_owned()).collect()
    };
    place.done(&["export", "--bundle", "@all"], 0);
    place.done(&["export", "region:江苏", "--bundle", "@some"], 0);
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    let every: Vec<&str> = catalogue.statements.iter().map(|statement| statement.id.as_str()).collect();
    assert_eq!(ids("all"), every);
    let of = |id: &String| catalogue.statements.iter().find(|statement| statement.id == *id).unwrap();
    assert!(ids("some").iter().all(|id| of(id).has_place()), "a filter leaves out what is of no place");
}

#[test]
fn every_file_but_the_list_itself_is_in_the_list_of_hashes_with_its_hash() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@out"], 0);
    let mut files = place.bundle("out");
    let list = String::from_utf8(files.remove(SUMS).unwrap()).unwrap();
    let sums: BTreeMap<&str, &str> =
        list.lines().map(|line| line.split_once("  ").unwrap()).map(|(a, b)| (b, a)).collect();
    let expected: BTreeMap<&str, String> = files.iter().map(|(name, bytes)| (name.as_str(), sha256(bytes))).collect();
    assert_eq!(sums.len(), expected.len());
    assert!(sums.iter().all(|(name, hash)| expected[name] == *hash));
    // The page for people names them all.
    let readme = String::from_utf8(files["README.md"].clone()).unwrap();
    assert_eq!(files.keys().find(|name| !readme.contains(&format!("| `{name}` |"))), None);
}

#[test]
fn the_package_describes_each_table_as_it_is() {
    let place = Place::new();
    place.done(&["export", "source:any", "--whole", "--bundle", "@out"], 0);
    let files = place.bundle("out");
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let mut described: Vec<&str> = resources.iter().map(|resource| resource["path"].as_str().unwrap()).collect();
    for resource in resources {
        let path = resource["path"].as_str().unwrap();
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(&files[path])), "{path}");
        assert_eq!(resource["bytes"], files[path].len(), "{path}");
        let mut table = csv::Reader::from_reader(files[path].as_slice());
        let heads: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert_eq!(heads, fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), "{path}");
        for row in table.records() {
            for (field, cell) in fields.iter().zip(&row.unwrap()) {
                let known = field["categories"].as_array().map(|list| list.iter().any(|one| one["value"] == cell));
                let missing =
                    field["missingValues"].as_array().is_some_and(|list| list.iter().any(|one| one["value"] == cell));
                assert!(missing || known != Some(false), "{path}: {} has {cell}", field["name"]);
                // Blank is a text without letters, never a number or a date that nobody gave.
                assert!(!cell.is_empty() || ["string", "list"].contains(&field["type"].as_str().unwrap()), "{path}");
            }
        }
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            assert!(resources.iter().any(|other| other["name"] == key["reference"]["resource"]), "{path}: {key}");
        }
    }
    described.sort_unstable();
    let tables: Vec<&String> =
        files.keys().filter(|name| name.ends_with(".csv") && !name.starts_with("figures/")).collect();
    assert_eq!(described, tables);
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    // A catalogue that names neither authors nor licences has none here, and the page says so.
    let rights = EMBEDDED.find("    authors: [\"The").unwrap()..EMBEDDED.find("    default_sources").unwrap();
    fs::write(place.path("bare.ron"), EMBEDDED.replace(&EMBEDDED[rights], "")).unwrap();
    place.done(&["export", "--bundle", "@bare", "--catalogue", "@bare.ron"], 0);
    let files = place.bundle("bare");
    let package: serde_json::Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    assert!(package.get("licenses").is_none() && package.get("contributors").is_none());
    assert!(String::from_utf8(files["README.md"].clone()).unwrap().contains("目录没有写明许可"));
    assert!(!String::from_utf8(files["CITATION.cff"].clone()).unwrap().contains("license"));
}

#[test]
fn the_language_of_the_locale_changes_no_byte_and_no_file_knows_where_it_stands() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@zh"], 0);
    let words = ["policy-atlas", "export", "--bundle", &place.text("en")].map(std::ffi::OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(cli::run(words, &Env { lang: Lang::En, ..Env::default() }, &mut out, &mut err), Done::Exit(0));
    let zh = place.bundle("zh");
    assert_eq!(differing(&zh, &place.bundle("en")), Vec::<String>::new());
    let folder = place.root.path().file_name().unwrap().to_str().unwrap();
    for (name, bytes) in &zh {
        let text = std::str::from_utf8(bytes).expect(name);
        assert!(!text.contains(folder), "{name} knows its folder");
        assert!(!text.starts_with('\u{FEFF}') && !text.contains('\r') && text.ends_with('\n'), "{name}");
    }
}

#[test]
fn a_view_is_bundled_with_its_order_columns_and_figure() {
    let place = Place::new();
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    let view = ViewText {
        query: "focus:data".into(),
        sort: "-month,id".into(),
        columns: vec!["id".into(), "month".into()],
        figure: ChoiceText { kind: "upset".into(), ..ChoiceText::default() },
        ..ViewText::default()
    };
    fs::write(place.path("view.ron"), Saved::new("mine", view, &catalogue).write()).unwrap();
    place.done(&["export", "--view", "@view.ron", "--bundle", "@out"], 0);
    let listed = place.done(&["list", "--view", "@view.ron", "--format", "csv"], 0).out;
    let files = place.bundle("out");
    assert_eq!(String::from_utf8(files["data/wide.csv"].clone()).unwrap(), listed);
    assert!(files.contains_key("figures/upset.svg") && files.contains_key("figures/by-month.csv"));
    let recipe = String::from_utf8(files["recipe.ron"].clone()).unwrap();
    assert!(recipe.contains("query: \"focus:data\"") && recipe.contains("sort: \"-month,id\""), "{recipe}");
    place.done(&["replay", "@out/recipe.ron"], 0);
}

#[test]
fn a_folder_that_holds_anything_is_refused_and_stays_as_it_is() {
    let place = Place::new();
    fs::create_dir(place.path("full")).unwrap();
    fs::write(place.path("full/mine.txt"), "mine").unwrap();
    fs::write(place.path("file"), "mine").unwrap();
    fs::create_dir(place.path("empty")).unwrap();
    let ran = place.done(&["export", "--bundle", "@full"], 1);
    assert!(ran.err.contains("不是空的"), "{}", ran.err);
    assert_eq!(names(&place.path("full")), ["mine.txt"]);
    place.done(&["export", "--bundle", "@file"], 1);
    place.done(&["export", "--bundle", "@no/such"], 1);
    place.done(&["export", "--bundle", "@empty"], 0);
    assert!(place.path("empty").join(SUMS).exists());
    place.done(&["export", "--bundle", "@empty"], 1);
    place.done(&["replay", "@empty", "-o", "@full"], 1);
    assert_eq!(place.names(), ["empty", "file", "full"]);
    assert_eq!(fs::read_to_string(place.path("file")).unwrap(), "mine");
}

#[test]
fn words_that_do_not_go_together_are_named() {
    let place = Place::new();
    for (args, word) in [
        (&["export"][..], "--bundle"),
        (&["export", "-o", "@a.csv", "--bundle", "@b"], "--bundle"),
        (&["export", "-o", "@a.csv", "--figures", "all"], "--figures"),
        (&["export", "--bundle", "@b", "--format", "csv"], "--format"),
        (&["export", "--bundle", "@b", "--figures", "upsett"], "upset"),
        (&["export", "--bundle", "@b", "--figures", ","], "upset"),
        (&["export", "focus:data", "--bundle", "@b", "--whole"], "--whole"),
        (&["replay"], "RECIPE"),
    ] {
        let ran = place.done(args, 2);
        assert!(ran.err.contains(word), "{args:?}: {}", ran.err);
    }
    assert!(place.names().is_empty());
}

#[test]
fn a_bundle_replayed_on_the_same_catalogue_is_the_same() {
    let place = Place::new();
    let asks: [&[&str]; 4] = [
        &[],
        &["--whole", "--figures", "none"],
        &["region:浙江,510100 source:report,official", "--unit", "region", "--figures", "upset,similarity"],
        &["zzzz", "--lang", "en", "--columns", "title,id"],
    ];
    for (at, ask) in asks.into_iter().enumerate() {
        let (first, again) = (format!("@first{at}"), format!("@again{at}"));
        place.done(&[&["export"][..], ask, &["--bundle", &first]].concat(), 0);
        let before = place.names();
        let ran = place.done(&["replay", &format!("{first}/recipe.ron")], 0);
        assert!(ran.out.starts_with("相同"), "{}", ran.out);
        assert_eq!(place.names(), before, "nothing is written without -o");
        let zip = format!("{first}.zip");
        place.done(&[&["export"][..], ask, &["--bundle", &zip]].concat(), 0);
        assert!(place.done(&["replay", &zip], 0).out.starts_with("相同：重做所得的"), "the archive holds every file");
        let ran = place.done(&["replay", &first, "-o", &again, "--lang", "en"], 0);
        assert!(ran.out.starts_with("same"), "{}", ran.out);
        assert_eq!(differing(&place.bundle(&first[1..]), &place.bundle(&again[1..])), Vec::<String>::new());
    }
}

#[test]
fn a_figure_of_many_sources_has_them_beside_it_and_a_bundle_of_before_stays_as_it_was() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@few"], 0);
    let few = place.bundle("few");
    assert!(!few.keys().any(|name| name.contains("-sources")), "{:?}", few.keys());
    place.done(&["export", "source:any", "--bundle", "@new"], 0);
    let new = place.bundle("new");
    let text = |files: &Bytes, name: &str| String::from_utf8(files[name].clone()).unwrap();
    let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
    for figure in ["by-month", "focus-heatmap"] {
        let beside = format!("{figure}-sources.md");
        assert!(text(&new, &format!("figures/{figure}.svg")).contains(&beside), "its foot names the file");
        assert!(text(&new, "README.md").contains(&beside));
        let named = text(&new, &format!("figures/{beside}"));
        let missing = catalogue.sources.iter().filter(|source| !named.contains(&source.title));
        assert_eq!(missing.map(|source| &source.id).collect::<Vec<_>>(), Vec::<&String>::new(), "{named}");
    }
    place.done(&["replay", "@new"], 0);
    // The recipe as it was before, and the bundle that was made of it.
    let recipe: String = text(&new, "recipe.ron")
        .lines()
        .filter(|line| !line.contains("figure_sources"))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(place.path("before.ron"), &recipe).unwrap();
    place.done(&["replay", "@before.ron", "-o", "@old"], 0);
    let old = place.bundle("old");
    assert_eq!(text(&old, "recipe.ron"), recipe);
    assert!(!old.keys().any(|name| name.contains("-sources")), "{:?}", old.keys());
    assert!(!text(&old, "figures/by-month.svg").contains("-sources"));
    place.done(&["replay", "@old"], 0);
}

#[test]
fn a_figure_that_a_recipe_names_twice_is_made_once() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@b", "--figures", "by-month"], 0);
    let recipe = place.path("b/recipe.ron");
    let text = fs::read_to_string(&recipe).unwrap();
    fs::write(&recipe, text.replace("\"by-month\"", "\"by-month\", \"by-month\"")).unwrap();
    place.done(&["replay", "@b/recipe.ron", "-o", "@again"], 1);
    place.done(&["replay", "@again/recipe.ron", "-o", "@c.zip"], 0);
}

#[test]
fn a_recoded_statement_is_named_and_of_the_tables_only_those_it_touches_differ() {
    let place = Place::new();
    place.catalogue("recoded.ron", &RECODED);
    place.done(&["export", "--bundle", "@old"], 0);
    let ran =
        place.done(&["replay", "@old/recipe.ron", "-o", "@new", "--catalogue", "@recoded.ron", "--lang", "en"], 1);
    let (old, new) = (place.bundle("old"), place.bundle("new"));
    let differ = differing(&old, &new);
    // 无锡 has a policy; 苏州, without one, is no row by policy. A claim on how alike places are is counted anew.
    let tables: Vec<&str> = differ.iter().map(String::as_str).filter(|name| name.starts_with("data/")).collect();
    let touched = ["cells", "claims", "place_cell_statements", "statement_focuses", "wide"];
    assert_eq!(tables, touched.map(|name| format!("data/{name}.csv")));
    let lines = |files: &Bytes, name: &str| -> Vec<String> {
        String::from_utf8(files[name].clone()).unwrap().lines().map(str::to_owned).collect()
    };
    for name in &tables {
        let (before, after) = (lines(&old, name), lines(&new, name));
        let gone: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
        let come: Vec<&String> = after.iter().filter(|line| !before.contains(line)).collect();
        assert!(
            gone.iter()
                .chain(&come)
                .all(|line| ["320200", "R09", ",similarity,"].iter().any(|mark| line.contains(mark))),
            "{name}: {gone:?} {come:?}"
        );
        assert!((1..=2).contains(&gone.len()) && (1..=2).contains(&come.len()), "{name}: {gone:?} {come:?}");
    }
    // What the report says of the files is what is so.
    let report = fs::read_to_string(place.path("new.changes.md")).unwrap();
    assert_eq!(report, ran.out);
    for name in old.keys() {
        let line = report.lines().find(|line| line.contains(&format!("`{name}`"))).expect(name);
        assert_eq!(line.starts_with("- same: "), !differ.contains(name), "{name}: {line}");
    }
    let by_name = report.lines().find(|line| line.starts_with("- differ only in lines")).unwrap();
    for name in ["README.md", "recipe.ron", "CITATION.cff", "datapackage.json", "SHA256SUMS"] {
        assert!(by_name.contains(&format!("`{name}`")), "{name}: {by_name}");
    }
    assert!(report.contains("under the same release, 2026.2"), "{report}");
    // Exactly that statement, with what it was and is.
    let changed: Vec<&str> = report.lines().filter(|line| line.contains("R09")).collect();
    assert!(!changed.is_empty(), "{report}");
    assert!(report.contains("algorithm") && report.contains("data"), "{report}");
    for other in (1..=24).filter(|n| *n != 9) {
        assert!(!report.contains(&format!("R{other:02}")), "R{other:02} did not change:\n{report}");
    }
}

#[test]
fn another_release_is_told_with_the_parts_of_the_view_that_it_does_not_know() {
    let place = Place::new();
    let edits = [
        ("\"data\"", "\"numbers\""),
        ("\"数据\"", "\"数字\""),
        ("\"Data\"", "\"Numbers\""),
        ("release: \"2026.2\"", "release: \"2026.3\""),
    ];
    place.catalogue("later.ron", &edits);
    place.done(&["export", "focus:data", "--bundle", "@old"], 0);
    let ran = place.done(&["replay", "@old", "-o", "@new.zip", "--catalogue", "@later.ron"], 1);
    assert!(ran.out.contains("当时 2026.2，现在 2026.3"), "{}", ran.out);
    assert!(ran.out.contains("focus:data"), "{}", ran.out);
    assert!(place.path("new.zip").exists());
    assert_eq!(fs::read_to_string(place.path("new.zip.changes.md")).unwrap(), ran.out);
}

#[test]
fn another_catalogue_is_an_error_and_nothing_is_written() {
    let place = Place::new();
    place.catalogue("other.ron", &[("id: \"ccid-2023-3\"", "id: \"mine\"")]);
    place.done(&["export", "--bundle", "@old"], 0);
    let ran = place.done(&["replay", "@old", "-o", "@new", "--catalogue", "@other.ron"], 1);
    assert!(ran.out.is_empty() && ran.err.contains("mine") && ran.err.contains("ccid-2023-3"), "{}", ran.err);
    assert_eq!(place.names(), ["old", "other.ron"]);
}

#[test]
fn a_recipe_alone_is_held_against_the_content_of_the_catalogue() {
    let place = Place::new();
    place.catalogue("recoded.ron", &RECODED);
    place.done(&["export", "--bundle", "@old"], 0);
    fs::rename(place.path("old/recipe.ron"), place.path("alone.ron")).unwrap();
    let ran = place.done(&["replay", "@alone.ron"], 0);
    assert!(ran.out.starts_with("相同") && ran.out.contains("只有配方"), "{}", ran.out);
    let ran = place.done(&["replay", "@alone.ron", "--catalogue", "@recoded.ron"], 1);
    assert!(ran.out.contains("没有当时的 catalogue.ron"), "{}", ran.out);
    let made = fs::read_to_string(place.path("alone.ron")).unwrap();
    fs::write(place.path("other.ron"), made.replacen("program: \"", "program: \"9.", 1)).unwrap();
    let ran = place.done(&["replay", "@other.ron"], 0);
    assert!(ran.out.contains("字节可能不同"), "{}", ran.out);
    for (text, status) in [("", 2), ("(", 2), ("(schema: 9)", 2)] {
        fs::write(place.path("bad.ron"), text).unwrap();
        let ran = place.done(&["replay", "@bad.ron"], status);
        assert!(ran.err.contains("bad.ron"), "{}", ran.err);
    }
    fs::write(place.path("bad.zip"), "no archive").unwrap();
    for name in ["@none.ron", "@none.zip", "@bad.zip"] {
        assert!(place.done(&["replay", name], 1).err.contains(&name[1..]));
    }
}

#[test]
fn bytes_that_another_version_of_the_program_made_are_put_down_to_it() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@old"], 0);
    // As version 9 might have written it: another page, and its name in the recipe.
    for (name, from, to) in [("recipe.ron", "program: \"", "program: \"9."), ("codebook.md", "# ", "# 9 ")] {
        let path = place.path("old").join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
    }
    let list: String = place
        .bundle("old")
        .iter()
        .filter(|(name, _)| *name != SUMS)
        .map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes)))
        .collect();
    fs::write(place.path("old").join(SUMS), list).unwrap();
    let ran = place.done(&["replay", "@old"], 1);
    assert!(ran.out.contains("不同出自程序"), "{}", ran.out);
    let differ = ran.out.lines().find(|line| line.starts_with("- 不同：")).unwrap();
    assert!(differ.contains("codebook.md") && !differ.contains("data/"), "{differ}");
}

#[test]
fn a_file_changed_after_the_bundle_was_made_is_named() {
    let place = Place::new();
    place.done(&["export", "--bundle", "@old"], 0);
    fs::write(place.path("old/data/cells.csv"), "mine").unwrap();
    fs::remove_file(place.path("old/codebook.md")).unwrap();
    let ran = place.done(&["replay", "@old", "--lang", "en"], 1);
    assert!(ran.out.contains("changed or taken away") && ran.out.contains("data/cells.csv"), "{}", ran.out);
    assert!(ran.out.contains("codebook.md"), "{}", ran.out);
    // A catalogue that is not the one of the recipe is not believed.
    place.done(&["export", "--bundle", "@two"], 0);
    place.catalogue("two/catalogue.ron", &RECODED);
    place.catalogue("later.ron", &[("release: \"2026.2\"", "release: \"2026.3\"")]);
    let ran = place.done(&["replay", "@two", "--catalogue", "@later.ron", "--lang", "en"], 1);
    assert!(ran.err.contains("not the one that the bundle was made from"), "{}", ran.err);
}

#[test]
fn cancelled_at_any_moment_nothing_is_there() {
    let place = Place::new();
    let index = Index::new(Arc::new(load(EMBEDDED.as_bytes()).catalogue.unwrap()));
    let view = View::default();
    let figures = &[FigureKind::ByMonth];
    let ask = BundleAsk { index: &index, view: &view, whole: false, figures, figure_sources: true, lang: Lang::Zh };
    let mut stopped = 0;
    for name in ["out", "out.zip"] {
        for most in 0.. {
            let mut asked = 0;
            let written = write_files_with(&place.path(name), Older::Replaced, |files| {
                let mut progress = |done: usize, total: usize| {
                    assert!(done <= total);
                    asked += 1;
                    if asked > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                write(&ask, &mut |name, content| files.put(name, content), &mut progress).map(|_| ())
            });
            match written {
                Ok(()) => break,
                Err(Unwritten::Content(ExportFault::Cancelled)) => {
                    assert!(!place.path(name).exists());
                    stopped += 1;
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(place.path(name).exists());
    }
    assert!(stopped > 60, "asked at every file of both: {stopped}");
    assert_eq!(place.names(), ["out", "out.zip"], "no neighbour is left behind");
}
