//! The page reads back to the rows of the program, and nothing in it can end it early or ask for anything.

use serde_json::Value;

use super::*;
use crate::catalogue::{Basis, Catalogue, EMBEDDED, StatementIdx};
use crate::query::{Cell, Index, Unit, parse, run};
use crate::tests::{embedded, index_of};

fn page(index: &Index, line: &str, lang: Lang) -> String {
    let query = parse(line, &index.catalogue).unwrap();
    let mut out = Vec::new();
    write_live(&LiveAsk { index, query: &query, lang }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The text between two others, each of which stands once.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let (_, tail) = page.split_once(before).unwrap();
    tail.split_once(after).unwrap().0
}

fn data_of(page: &str) -> Value {
    serde_json::from_str(between(page, "<script type=\"application/json\" id=\"data\">", "</script>")).unwrap()
}

fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap()).collect()
}

/// A cell as the page has it.
fn coded(cell: Cell) -> u64 {
    u64::try_from(data::cell(cell)).unwrap()
}

/// The ids of the statements at these positions of the page with a focus.
fn behind<'a>(data: &'a Value, positions: &Value, focus: u64) -> Vec<&'a str> {
    let statements = positions.as_array().unwrap().iter().map(|at| &data["statements"][at.as_u64().unwrap() as usize]);
    let on_focus =
        statements.filter(|one| one["focuses"].as_array().unwrap().iter().any(|of| of.as_u64() == Some(focus)));
    on_focus.map(|one| one["id"].as_str().unwrap()).collect()
}

fn ids<'a>(catalogue: &'a Catalogue, statements: &[StatementIdx]) -> Vec<&'a str> {
    statements.iter().map(|i| catalogue[*i].id.as_str()).collect()
}

#[test]
fn the_data_read_back_to_the_rows_cells_and_statements_of_the_program() {
    let index = embedded();
    let catalogue = &*index.catalogue;
    for line in ["", "source:any", "region:江苏 source:any", "month:2023-05..", "-stage:draft basis:policy"] {
        let data = data_of(&page(&index, line, Lang::Zh));
        let query = parse(line, catalogue).unwrap();
        let outcome = run(&index, &query, Unit::Policy);
        let rows: Vec<&str> = outcome.rows.iter().map(|row| row.id(catalogue)).collect();
        assert_eq!(texts(&data["policies"], "id"), rows, "{line}");
        for (row, shown) in outcome.rows.iter().zip(data["policies"].as_array().unwrap()) {
            let place = &data["places"][shown["place"].as_u64().unwrap() as usize];
            assert_eq!(place["code"], catalogue[row.region(catalogue)].code.as_str());
            for (focus, at) in catalogue.focus_idxs().zip(0..) {
                let cell = outcome.cell(*row, focus);
                assert_eq!(shown["cells"][at as usize].as_u64(), Some(coded(cell)), "{line}: {}", row.id(catalogue));
                let list = match cell.basis {
                    Some(Basis::Policy) => &shown["own"],
                    Some(Basis::Region) if shown["said"].is_null() => &place["said"],
                    Some(Basis::Region) => &shown["said"],
                    None => continue,
                };
                let expected = outcome.behind(&index, *row, focus);
                assert_eq!(behind(&data, list, at), ids(catalogue, &expected), "{line}: {}", row.id(catalogue));
            }
        }
        let places = run(&index, &query, Unit::Region);
        let shown = data["places"].as_array().unwrap().iter().filter(|place| place["row"].is_u64());
        let shown: Vec<&str> = shown.map(|place| place["code"].as_str().unwrap()).collect();
        let rows: Vec<&str> = places.rows.iter().map(|row| row.id(catalogue)).collect();
        assert_eq!(shown, rows, "{line}");
    }
}

#[test]
fn tests_that_depend_on_cells_and_texts_go_on_in_the_page() {
    let index = embedded();
    let data = data_of(&page(&index, "focus:all(data,compute) -算力券 keyword:算力", Lang::Zh));
    // They remove nothing beforehand, since a month that is left out may change the cells of a place.
    assert_eq!(data["policies"].as_array().unwrap().len(), index.catalogue.policies.len());
    let tests = data["tests"].as_array().unwrap();
    assert_eq!(tests.len(), 3, "{tests:?}");
    let focus = tests.iter().find(|test| test["mode"] == "all").unwrap();
    assert_eq!(focus["focuses"], serde_json::json!([0, 2]));
    assert_eq!(tests.iter().filter(|test| test["not"] == true).count(), 1);
    let nothing = data_of(&page(&index, "region:110000 month:1999", Lang::Zh));
    assert_eq!(nothing["policies"], serde_json::json!([]));
}

#[test]
fn no_text_of_a_catalogue_ends_the_page_or_becomes_markup() {
    let hostile = "</script><!--<b>&\u{2028}\u{2029}<script>";
    let text = EMBEDDED.replacen("short: (zh: \"创新策源地方案\"", &format!("short: (zh: \"{hostile}\""), 1);
    let page = page(&index_of(&text), "", Lang::Zh);
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<!--") && !page.contains("<b>") && !page.contains("<script>\u{2028}"));
    let data = data_of(&page);
    let shorts: Vec<&str> =
        data["policies"].as_array().unwrap().iter().filter_map(|one| one["short"].as_str()).collect();
    assert!(shorts.contains(&hostile), "{shorts:?}");
}

#[test]
fn the_page_allows_its_script_and_its_style_and_nothing_else() {
    // Known values of other programs.
    for (text, expected) in [
        ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("alert('Hello, world.');", "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="),
    ] {
        assert_eq!(hash_source(text), expected);
    }
    let page = page(&embedded(), "", Lang::En);
    let script = between(&page, "\n<script>", "</script>");
    let style = between(&page, "<style>", "</style>");
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        hash_source(script),
        hash_source(style)
    );
    assert_eq!(between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\">"), policy);
    for asks in [" src=", " href=", "url(", "@import", " style=", " onclick="] {
        assert!(!page.contains(asks), "{asks}");
    }
    for asks in ["fetch", "XMLHttpRequest", "import", "eval", "innerHTML", "document.write", "Function"] {
        assert!(!script.contains(asks), "{asks}");
    }
}

#[test]
fn the_page_is_small_and_has_the_same_bytes_each_time() {
    let index = embedded();
    for lang in [Lang::Zh, Lang::En] {
        let first = page(&index, "", lang);
        assert!(first.len() <= 120_000, "{} bytes", first.len());
        assert!(lines(SCRIPT).len() <= 20_000, "{} bytes of script", lines(SCRIPT).len());
        assert_eq!(first, page(&embedded(), "", lang));
    }
}

#[test]
fn the_script_has_every_text_that_it_fills_in() {
    let index = embedded();
    let data = data_of(&page(&index, "", Lang::Zh));
    let words = data["words"].as_object().unwrap();
    let named = |before: &'static str| {
        let found = SCRIPT.match_indices(before).map(move |(at, _)| &SCRIPT[at + before.len()..]);
        found.map(|tail| tail.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap())
    };
    let used: Vec<&str> = named("words.").chain(named("say(\"")).collect();
    let missing: Vec<&&str> = used.iter().filter(|key| !words.contains_key(**key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    // Some keys are chosen by a value.
    let chosen = ["matrix", "table", "bars", "of", "silent"];
    let needless: Vec<&String> =
        words.keys().filter(|key| !used.contains(&key.as_str()) && !chosen.contains(&key.as_str())).collect();
    assert!(needless.is_empty(), "{needless:?}");
}

#[test]
fn the_head_tells_scope_lens_and_release_and_a_page_without_a_script_has_the_table() {
    let index = embedded();
    let page = page(&index, "region:江苏 source:any", Lang::Zh);
    let head = between(&page, "<dl>", "</dl>");
    for told in ["地区：江苏省", &index.catalogue.id, &index.catalogue.release] {
        assert!(head.contains(told), "{told}: {head}");
    }
    // The hash is for whoever checks it: at the end.
    let content = index.content_sha256();
    assert!(!head.contains(content), "{head}");
    let foot = between(&page, "<p class=\"hash\">", "</p>\n</footer>");
    assert!(foot.ends_with(content), "{foot}");
    let body = between(&page, "<tbody>", "</tbody>");
    let outcome = run(&index, &parse("region:江苏", &index.catalogue).unwrap(), Unit::Policy);
    assert_eq!(body.matches("<tr>").count(), outcome.rows.len());
    let ids = outcome.rows.iter().map(|row| row.id(&index.catalogue));
    assert!(ids.into_iter().all(|id| body.contains(&format!("<td>{id}</td>"))));
}
