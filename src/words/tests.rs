//! Tests of the texts: both wordings of each key, and the language a locale means.

use super::*;

fn places(template: &str) -> Vec<String> {
    let mut found: Vec<String> =
        template.split('{').skip(1).filter_map(|tail| tail.split_once('}').map(|(name, _)| name.to_owned())).collect();
    for name in &mut found {
        name.truncate(name.find('|').unwrap_or(name.len()));
    }
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
        check_english(&format!("{key:?}"), en);
    }
}

/// Holds an English text to English punctuation, and to plain words for silence.
#[track_caller]
fn check_english(what: &str, text: &str) {
    let foreign = text.chars().find(|c| "“”‘’，。：；（）、《》〈〉「」『』？！〔〕".contains(*c));
    assert_eq!(foreign, None, "{what}: “{text}” has punctuation that is not English");
    assert!(!text.contains("which is not") && !text.contains("not absence"), "{what}: “{text}”");
}

#[test]
fn the_words_of_data_sets_are_english_too() {
    for Wording { table, key, label: [_, label], rule: [_, rule] } in wordings() {
        check_english(&format!("{table} {key}"), label);
        check_english(&format!("{table} {key}"), rule);
    }
}

#[test]
fn the_window_says_plain_words_or_explains_the_others_where_they_stand() {
    fn check<K: Copy + std::fmt::Debug>(keys: &[K], zh: impl Fn(K) -> &'static str) {
        // A word of the query line is kept where it is explained; one is a quotation.
        const KEPT: [&str; 4] = ["提及程度（力度）", "是否点名（依据）", "恰为(…)，即只有这些", "政策倾斜力度"];
        const TERMS: [&str; 10] =
            ["视野", "依据", "力度", "恰为", "列举已尽", "编码者", "只列不计", "配方", "代码本", "题录"];
        for key in keys {
            let text = KEPT.iter().fold(zh(*key).to_owned(), |text, kept| text.replace(kept, ""));
            let term = TERMS.iter().find(|term| text.contains(*term));
            assert_eq!(term, None, "{key:?}: {text}");
        }
    }
    check(UiText::ALL, |key| key.get(Lang::Zh));
    check(SearchText::ALL, |key| key.get(Lang::Zh));
    check(NeedText::ALL, |key| key.get(Lang::Zh));
    check(WorkbenchText::ALL, |key| key.get(Lang::Zh));
    check(TellText::ALL, |key| key.get(Lang::Zh));
    check(DefinitionText::ALL, |key| key.get(Lang::Zh));
    check(ExportText::ALL, |key| key.get(Lang::Zh));
    check(CiteText::ALL, |key| key.get(Lang::Zh));
    check(FigureText::ALL, |key| key.get(Lang::Zh));
    check(CompareText::ALL, |key| key.get(Lang::Zh));
    check(MemoText::ALL, |key| key.get(Lang::Zh));
    check(StageText::ALL, |key| key.get(Lang::Zh));
    check(DeskText::ALL, |key| key.get(Lang::Zh));
    check(WalkText::ALL, |key| key.get(Lang::Zh));
    check(WalkEditText::ALL, |key| key.get(Lang::Zh));
}

#[test]
fn a_line_begins_with_a_capital_letter_in_english() {
    for (lang, text, expected) in [
        (Lang::En, "draft for comment", "Draft for comment"),
        (Lang::En, "AI", "AI"),
        (Lang::En, "", ""),
        (Lang::Zh, "征求意见稿", "征求意见稿"),
    ] {
        assert_eq!(lang.capital(text), expected);
    }
}

#[test]
fn a_list_in_an_english_sentence_ends_with_a_word() {
    for (names, all, any) in [
        (&["A"][..], "A", "A"),
        (&["A", "B"], "A and B", "A or B"),
        (&["A", "B", "C"], "A, B and C", "A, B or C"),
        (&[], "", ""),
    ] {
        assert_eq!((Lang::En.all_of(names).as_str(), Lang::En.any_of(names).as_str()), (all, any));
    }
    assert_eq!(Lang::Zh.any_of(&["甲", "乙", "丙"]), "甲、乙、丙");
}

#[test]
fn what_is_a_place_is_called_by_no_other_word_in_english() {
    // The values of a unit and the keys of queries and files are written as they are typed.
    const TYPED: [&str; 12] = [
        "region:",
        "region-year-serial",
        "`region`",
        "policy or region",
        "region by default",
        "--unit region",
        "basis region",
        "basis of {focus}: policy or region",
        "keys: region",
        "-region",
        "region sorts",
        "region_name",
    ];
    fn check<K: Copy + std::fmt::Debug>(keys: &[K], get: impl Fn(K, Lang) -> &'static str) {
        for key in keys {
            let text = TYPED.iter().fold(get(*key, Lang::En).to_lowercase(), |text, typed| text.replace(typed, ""));
            assert!(!text.contains("region"), "{key:?}: {text}");
        }
    }
    check(UiText::ALL, UiText::get);
    check(TellText::ALL, TellText::get);
    check(FigureText::ALL, FigureText::get);
    check(WalkText::ALL, WalkText::get);
    check(WalkEditText::ALL, WalkEditText::get);
    check(DeskText::ALL, DeskText::get);
    check(StageText::ALL, StageText::get);
    check(MemoText::ALL, MemoText::get);
    check(ExportText::ALL, ExportText::get);
    check(TableText::ALL, TableText::get);
    check(LayerText::ALL, LayerText::get);
    check(CatalogueText::ALL, CatalogueText::get);
    check(CliText::ALL, CliText::get);
}

#[test]
fn a_place_without_a_value_stays_visible() {
    assert_eq!(fill("{a} of {b}", &[("a", &1)]), "1 of {b}");
    assert_eq!(fill("a { b", &[]), "a { b");
}

#[test]
fn one_is_said_in_the_singular() {
    for (n, expected) in [(0, "0 problems in the file"), (1, "1 problem in the file"), (21, "21 problems in the file")]
    {
        assert_eq!(UiText::ProblemsButton.fill(Lang::En, &[("n", &n)]), expected);
    }
    let values: [(&str, &dyn std::fmt::Display); 3] = [("errors", &1), ("warnings", &1), ("n", &1)];
    let said = UiText::ProblemsIntro.fill(Lang::En, &values);
    assert!(said.starts_with("1 error, 1 warning.") && said.contains("the other 1 policy"), "{said}");
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
