//! CSL-JSON, for Zotero, Pandoc and every citation processor.

use serde_json::{Map, Value, json};

use super::{Reference, ReferenceKind};
use crate::catalogue::When;
use crate::catalogue::characters::has_chinese;
use crate::words::Lang;

/// An array of items, ending in a line break.
pub fn array(list: &[Reference], lang: Lang) -> String {
    let items: Vec<Value> = list.iter().map(|one| item(one, lang)).collect();
    // Nothing in it can fail to be written: keys are texts and numbers are whole.
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

/// One item.
pub fn item(reference: &Reference, lang: Lang) -> Value {
    let kind = match (reference.kind, reference.link().is_some()) {
        (ReferenceKind::Report, _) => "report",
        (ReferenceKind::News, _) => "article-newspaper",
        (ReferenceKind::Page, true) => "webpage",
        (ReferenceKind::Page, false) | (ReferenceKind::Document, _) => "document",
        (ReferenceKind::DataSet, _) => "dataset",
    };
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| drop(out.insert(key.to_owned(), value));
    put("id", json!(reference.key));
    put("type", json!(kind));
    if !reference.authors.is_empty() {
        put("author", reference.authors.iter().map(|author| json!({ "literal": author.name() })).collect());
    }
    put("title", json!(reference.title));
    let (within, publisher) = match reference.kind {
        ReferenceKind::News => (reference.container.as_ref().or(reference.publisher.as_ref()), None),
        _ => (reference.container.as_ref(), reference.publisher.as_ref()),
    };
    let texts = [
        ("container-title", within),
        ("publisher", publisher),
        ("publisher-place", reference.place.as_ref()),
        ("number", reference.number.as_ref()),
        ("version", reference.release.as_ref()),
        ("section", reference.at.as_ref()),
        ("note", reference.remarks(lang).as_ref()),
        ("URL", reference.link()),
    ]
    .map(|(key, text)| (key, text.cloned()));
    for (key, text) in texts {
        if let Some(text) = text {
            put(key, json!(text));
        }
    }
    for (key, date) in [("issued", reference.date), ("accessed", reference.read_on())] {
        if let Some(date) = date {
            put(key, json!({ "date-parts": [parts(date)] }));
        }
    }
    put("language", json!(if has_chinese(&reference.title) { "zh-CN" } else { "en" }));
    Value::Object(out)
}

fn parts(date: When) -> Vec<i32> {
    date.to_string().split('-').filter_map(|part| part.parse().ok()).collect()
}
