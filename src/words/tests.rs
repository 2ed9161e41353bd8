//! Tests of the texts: both wordings of each key, and the language a locale means.

use super::*;

fn places(template: &str) -> Vec<String> {
    let mut found: Vec<String> =
        template.split('{').skip(1).filter_map(|tail| tail.split_once('}').map(|(name, _)| name.to_owned())).collect();
    found.sort();
    found.dedup();
    found
}

/// Holds a table to its rules; `texts!` makes a test of it for each.
#[track_caller]
pub(super) fn check_table<K: std::fmt::Debug>(keys: &[K], get: impl Fn(&K, Lang) -> &'static str) {
    for key in keys {
        let (zh, en) = (get(key, Lang::Zh), get(key, Lang::En));
        assert_eq!(places(zh), places(en), "{key:?}: the two wordings fill different places");
        assert!(!zh.is_empty() && !en.is_empty(), "{key:?} is empty");
    }
}

#[test]
fn a_place_without_a_value_stays_visible() {
    assert_eq!(fill("{a} of {b}", &[("a", &1)]), "1 of {b}");
    assert_eq!(fill("a { b", &[]), "a { b");
}

#[test]
fn the_locale_chooses_chinese_unless_it_clearly_is_another() {
    for (locale, lang) in [
        ("", Lang::Zh),
        ("C.UTF-8", Lang::Zh),
        ("zh_CN.UTF-8", Lang::Zh),
        ("en_GB.UTF-8", Lang::En),
        ("de_DE", Lang::En),
    ] {
        assert_eq!(Lang::from_locale(locale), lang, "{locale}");
    }
}
