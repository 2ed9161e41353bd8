//! Tests of the texts: both wordings of each key, and the language a locale means.

use super::*;

fn places(template: &str) -> Vec<String> {
    let mut found: Vec<String> =
        template.split('{').skip(1).filter_map(|tail| tail.split_once('}').map(|(name, _)| name.to_owned())).collect();
    found.sort();
    found.dedup();
    found
}

#[track_caller]
fn check_same_places(key: &dyn std::fmt::Debug, zh: &str, en: &str) {
    assert_eq!(places(zh), places(en), "{key:?}: the two wordings fill different places");
    assert!(!zh.is_empty() && !en.is_empty(), "{key:?} is empty");
}

#[test]
fn both_wordings_fill_the_same_places() {
    for key in BundleText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in CatalogueText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in CiteText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in CliText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in CompareText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in DatasetText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in DefinitionText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in ExportText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in FigureText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in MemoText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in ReleaseText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in StageText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in UiText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in WalkEditText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in DeskText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
    }
    for key in WalkText::ALL {
        check_same_places(key, key.get(Lang::Zh), key.get(Lang::En));
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
