//! The words of tables and variables, as texts in both languages.

use super::Variable;
use crate::query::Coded;
use crate::words::{CliText, DatasetText as T, Lang, Text, Wording, wording};

/// A wording in both languages.
pub(super) fn text(key: T) -> Text {
    let [zh, en] = key.both();
    Text::both(zh, en)
}

/// A wording with a place for each language's text.
pub(super) fn filled(key: T, place: &str, with: &Text) -> Text {
    let of = |lang| key.fill(lang, &[(place, &with.get(lang))]);
    Text::both(&of(Lang::Zh), &of(Lang::En))
}

/// Label and rule of a table, or of its variable. One without words of its own has its key; a test finds it.
pub(super) fn named(table: &str, key: &str) -> (Text, Text) {
    match wording(table, key) {
        Some(Wording { label, rule, .. }) => (Text::both(label[0], label[1]), Text::both(rule[0], rule[1])),
        None => (Text::same(if key.is_empty() { table } else { key }), Text::default()),
    }
}

/// The rule of a variable, with the meanings of its values where their names do not tell.
pub(super) fn rule_with_values(variable: &Variable, lang: Lang) -> String {
    let rule = variable.rule.get(lang);
    let value = |value: &Coded| {
        let definition = value.definition?;
        let name = T::CodeAndLabel.fill(lang, &[("id", &value.id), ("label", &value.name(lang))]);
        Some(CliText::LabelValue.fill(lang, &[("label", &name), ("value", &definition.get(lang))]))
    };
    let values: Vec<String> = variable.kind.categories().iter().filter_map(value).collect();
    let values = values.join(" ");
    if values.is_empty() {
        rule.to_owned()
    } else {
        T::RuleAndValues.fill(lang, &[("rule", &rule), ("values", &values)])
    }
}

/// The rule of a variable, with the meaning of a blank.
pub fn whole_rule(variable: &Variable, lang: Lang) -> String {
    let rule = variable.rule.get(lang);
    match variable.missing {
        Some(why) => T::RuleAndMissing.fill(lang, &[("rule", &rule), ("missing", &why.name(lang))]),
        None => rule.to_owned(),
    }
}
