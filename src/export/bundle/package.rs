//! `datapackage.json`: the tables of a bundle as a Frictionless Data Package, version 2.0.
//!
//! Types, labelled categories and missing values, keys, and the hash of each table, so that a program that knows the
//! standard reads them as intended. Labels are those of the language of the bundle; the codebook has both.

use serde_json::{Map, Value, json};

use super::files::{BundleFile, Make};
use super::hashed::Sum;
use super::{Made, codebook};
use crate::export::dataset::{DataTable, Variable, whole_rule};
use crate::query::{Coded, DatumKind, LIST_SEPARATOR, Missing};
use crate::words::Lang;

/// The text of the file. `sums` are those of the tables' files at least.
pub fn text(made: &Made<'_, '_>, files: &[BundleFile], sums: &[Sum]) -> String {
    let (lang, catalogue) = (made.lang(), made.catalogue());
    let mut package = Map::new();
    let mut put = |key: &str, value: Value| drop(package.insert(key.to_owned(), value));
    put("$schema", json!("https://datapackage.org/profiles/2.0/datapackage.json"));
    put("name", json!(slug(&catalogue.id)));
    put("title", json!(catalogue.title.get(lang)));
    if !catalogue.scope.get(lang).is_empty() {
        put("description", json!(catalogue.scope.get(lang)));
    }
    put("version", json!(catalogue.release));
    if !catalogue.authors.is_empty() {
        let author = |name: &String| json!({ "title": name, "roles": ["author"] });
        put("contributors", catalogue.authors.iter().map(author).collect());
    }
    if !catalogue.licences.is_empty() {
        let licences = catalogue.licences.iter().map(|licence| {
            let mut out = Map::new();
            out.insert("name".to_owned(), json!(licence.id));
            out.extend(licence.link().map(|address| ("path".to_owned(), json!(address))));
            out.extend(licence.title.as_ref().map(|title| ("title".to_owned(), json!(title))));
            Value::Object(out)
        });
        put("licenses", licences.collect());
    }
    let sources = catalogue.sources.iter().map(|source| {
        let mut out = Map::new();
        out.insert("title".to_owned(), json!(source.title));
        // A path of the standard is an address on the web.
        out.extend(source.link().map(|address| ("path".to_owned(), json!(address))));
        Value::Object(out)
    });
    if !catalogue.sources.is_empty() {
        put("sources", sources.collect());
    }
    let codebook = codebook::tables(made);
    let names = made.tables.iter().map(|table| table.name).chain(codebook.iter().map(|(_, table)| table.name));
    let names: Vec<&str> = names.collect();
    let describe = |path: &str, table: &DataTable<'_>| {
        let sum = sums.iter().find(|sum| sum.name == path);
        resource(path, table, sum, &names, lang)
    };
    let mut resources: Vec<Value> = Vec::new();
    for file in files {
        if let Make::Data(at) = file.make {
            resources.extend(made.tables.get(at).map(|table| describe(&file.name, table)));
        }
    }
    resources.extend(codebook.iter().map(|(path, table)| describe(path, table)));
    put("resources", json!(resources));
    // Keys are texts and nothing is infinite: it can be written.
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

fn resource(path: &str, table: &DataTable<'_>, sum: Option<&Sum>, known: &[&str], lang: Lang) -> Value {
    let fields: Vec<Value> = table.variables.iter().map(|variable| field(variable, lang)).collect();
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://datapackage.org/profiles/2.0/tableschema.json"));
    schema.insert("fields".to_owned(), json!(fields));
    // An empty cell is a text without letters, and never a missing value.
    let marks: Vec<Value> = Missing::ALL
        .iter()
        .filter(|why| table.variables.iter().any(|variable| variable.missing == Some(**why)))
        .map(|why| missing(*why, lang))
        .collect();
    schema.insert("missingValues".to_owned(), json!(marks));
    if !table.primary_key.is_empty() {
        schema.insert("primaryKey".to_owned(), json!(table.primary_key));
    }
    let keys: Vec<Value> = table
        .foreign_keys
        .iter()
        // A key of a table that the package does not describe leads nowhere.
        .filter(|key| known.contains(&key.table))
        .map(|key| json!({ "fields": key.variables, "reference": { "resource": key.table, "fields": key.key } }))
        .collect();
    if !keys.is_empty() {
        schema.insert("foreignKeys".to_owned(), json!(keys));
    }
    let mut out = json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title(lang),
        "description": table.doc.get(lang),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    });
    if let (Value::Object(out), Some(sum)) = (&mut out, sum) {
        out.insert("bytes".to_owned(), json!(sum.bytes));
        out.insert("hash".to_owned(), json!(format!("sha256:{}", sum.sha256)));
    }
    if let Value::Object(out) = &mut out {
        out.insert("schema".to_owned(), Value::Object(schema));
    }
    out
}

fn field(variable: &Variable, lang: Lang) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| drop(out.insert(key.to_owned(), value));
    put("name", json!(variable.key));
    let mut constraints = Map::new();
    match &variable.kind {
        DatumKind::Text => put("type", json!("string")),
        DatumKind::Integer => put("type", json!("integer")),
        DatumKind::Number => put("type", json!("number")),
        DatumKind::Boolean => put("type", json!("boolean")),
        DatumKind::Month => put("type", json!("yearmonth")),
        // The standard has no date of unknown precision.
        DatumKind::Date => {
            put("type", json!("string"));
            constraints.insert("pattern".to_owned(), json!("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"));
        }
        DatumKind::Category(values) => {
            put("type", json!("string"));
            let category = |value: &Coded| json!({ "value": value.id, "label": value.name(lang) });
            put("categories", values.iter().map(category).collect());
            let ids: Vec<&str> = values.iter().map(|value| value.id).collect();
            constraints.insert("enum".to_owned(), json!(ids));
        }
        DatumKind::List => {
            put("type", json!("list"));
            put("delimiter", json!(LIST_SEPARATOR));
            put("itemType", json!("string"));
        }
    }
    put("title", json!(variable.label.get(lang)));
    put("description", json!(whole_rule(variable, lang)));
    match variable.missing {
        Some(why) => put("missingValues", json!([missing(why, lang)])),
        None => {
            constraints.insert("required".to_owned(), json!(true));
        }
    }
    if !constraints.is_empty() {
        put("constraints", Value::Object(constraints));
    }
    Value::Object(out)
}

fn missing(why: Missing, lang: Lang) -> Value {
    json!({ "value": why.mark(), "label": why.name(lang) })
}

/// An id as a name of the standard: small letters, digits, `.`, `_` and `-`.
fn slug(id: &str) -> String {
    let plain =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c.to_ascii_lowercase() } else { '-' };
    id.chars().map(plain).collect()
}
