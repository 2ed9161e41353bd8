//! The file of the generator read by the `ron` crate alone, into records that no one checks: what reading costs at least.

#![allow(dead_code, reason = "read and thrown away")]

use ron::extensions::Extensions;
use serde::Deserialize;

#[derive(Deserialize)]
struct Text {
    zh: Option<String>,
    en: Option<String>,
}

#[derive(Deserialize)]
struct Focus {
    id: String,
    name: Text,
}

#[derive(Deserialize)]
enum Covers {
    All,
    Policies(Vec<String>),
    Stated,
}

#[derive(Deserialize)]
enum Word {
    Report,
    Official,
    Press,
    Reprint,
    Draft,
    Final,
    Published,
    Own,
    Focus,
    Emphasis,
    Mentioned,
    Substantive,
    Core,
    Closed,
    Open,
    Source,
    Coder,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    grade: Word,
    title: String,
    publisher: String,
    published: String,
    covers: Covers,
}

#[derive(Deserialize)]
struct Period {
    from: String,
    to: String,
    source: String,
    at: String,
}

#[derive(Deserialize)]
struct Number {
    value: String,
    source: String,
}

#[derive(Deserialize)]
struct Issuer {
    name: Text,
    source: String,
}

#[derive(Deserialize)]
struct Event {
    kind: Word,
    on: String,
    version: Word,
    source: String,
    at: String,
}

#[derive(Deserialize)]
struct Policy {
    id: String,
    region: String,
    title: Text,
    short: Text,
    stage: Word,
    period: Option<Period>,
    number: Option<Number>,
    #[serde(default)]
    issuers: Vec<Issuer>,
    events: Vec<Event>,
}

#[derive(Deserialize)]
enum Of {
    Policy(String),
    Regions(Vec<String>),
}

#[derive(Deserialize)]
struct Statement {
    id: String,
    kind: Word,
    of: Of,
    focuses: Vec<String>,
    strength: Word,
    list: Word,
    assigned_by: Word,
    version: Word,
    summary: Text,
    keywords: Vec<String>,
    source: String,
    at: String,
}

#[derive(Deserialize)]
struct File {
    schema: u32,
    id: String,
    release: String,
    title: Text,
    scope: Text,
    default_sources: Vec<String>,
    focuses: Vec<Focus>,
    sources: Vec<Source>,
    policies: Vec<Policy>,
    statements: Vec<Statement>,
}

/// Reads a file; the number of its policies.
pub fn load(path: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let file: File = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(&text).unwrap();
    file.policies.len().to_string()
}
