//! The keys of the query line.

use crate::catalogue::problem::nearest;
use crate::words::Lang;

/// Each key in English and in Chinese.
const KEYS: [(&str, &str); 12] = [
    ("region", "地区"),
    ("tier", "层级"),
    ("month", "月份"),
    ("focus", "方向"),
    ("strength", "力度"),
    ("keyword", "关键词"),
    ("stage", "阶段"),
    ("issuer", "发文机关"),
    ("id", "编号"),
    ("source", "来源"),
    ("basis", "依据"),
    ("version", "版本"),
];

/// The name of a key for people.
pub fn key_name(key: &str, lang: Lang) -> String {
    let found = KEYS.iter().find(|(en, _)| *en == key);
    match (found, lang) {
        (Some((_, zh)), Lang::Zh) => (*zh).to_owned(),
        _ => key.to_owned(),
    }
}

/// The key that a word is, in either language.
pub(super) fn find_key(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    KEYS.iter().find(|(en, zh)| *en == lower || *zh == word).map(|(en, _)| *en)
}

/// The key that a word was probably meant for. A Chinese one is so short that it has to begin alike.
pub(super) fn near_key(word: &str) -> Option<&'static str> {
    let is_near = |zh: &&str| word.chars().next() == zh.chars().next() && strsim::levenshtein(word, zh) == 1;
    let chinese = || KEYS.iter().map(|(_, zh)| *zh).find(is_near);
    nearest(&word.to_lowercase(), KEYS.iter().map(|(en, _)| *en)).or_else(chinese)
}
