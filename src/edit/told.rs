//! A conflict in words: the policy by its title, the value by the name that it has in the form.

use std::borrow::Cow;

use super::{Conflict, FormField, PolicyForm, problems, strength_text};
use crate::catalogue::PathStep::{self, Field};
use crate::catalogue::{Catalogue, EventKind, List, Span, Spans, Stage, Strength};
use crate::words::{Lang, LayerText as W, UiText as T};

/// The record and the value of a conflict.
pub fn conflict_name(conflict: &Conflict, catalogue: &Catalogue, lang: Lang) -> String {
    let title = match (conflict.title.as_str(), conflict.list) {
        ("", None) => W::HeadOfFile.get(lang),
        ("", Some(_)) => W::NoTitle.get(lang),
        (title, _) => title,
    };
    let named = catalogue.focuses.iter().filter(|focus| conflict.focuses.contains(&focus.id));
    let focuses: Vec<&str> = named.map(|focus| focus.name.get(lang)).collect();
    let parts = [title, &focuses.join(lang.comma()), value_name(conflict, lang)];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The name of the value, as the form calls it.
fn value_name(conflict: &Conflict, lang: Lang) -> &'static str {
    let mut steps = conflict.field.split('.');
    let first = steps.next().unwrap_or_default();
    let last = steps.next_back().unwrap_or(first);
    let words = match (conflict.list, first, last) {
        (_, "", _) => W::WholeRecord,
        (Some(List::Policies), "region", _) => W::Place,
        (Some(List::Sources), "title", _) => W::SourceTitle,
        (_, "title", _) => W::Title,
        (_, "stage", _) => return T::Stage.get(lang),
        (_, "period", "from") => W::PeriodFrom,
        (_, "period", "to") => W::PeriodTo,
        (_, "period", _) => W::PeriodName,
        (_, "number", _) => W::Number,
        (_, "issuers", _) => W::Issuer,
        (_, "events", "kind") => W::DateKind,
        (_, "events", _) => W::Date,
        (_, "remarks", _) => W::Note,
        (_, "draft", _) => W::IsDraft,
        (_, "strength", _) => return T::Strength.get(lang),
        (_, "quote" | "summary", _) => W::SentenceHead,
        (_, "at", _) => W::AtHead,
        (Some(List::Sources), "address", _) => W::Link,
        (Some(List::Sources), "covers", _) => W::ReadWhole,
        (Some(List::Sources), "publisher", _) => W::Issuer,
        _ => W::OtherValue,
    };
    words.get(lang)
}

/// The reasons that a form is a draft, field by field: `缺题名`, `日期有问题`.
pub fn draft_reasons(form: &PolicyForm, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
    let reason = |field: FormField, is_blank: bool| {
        let words = if is_blank { W::FieldLacks } else { W::FieldWrong };
        words.fill(lang, &[("name", &field_name(field, form, catalogue, lang))])
    };
    let found = problems(form).into_iter().filter(|problem| problem.is_in_the_way);
    let mut all: Vec<String> = found.map(|problem| reason(problem.field, problem.value.is_empty())).collect();
    all.dedup();
    all
}

/// The name of a field of a form.
fn field_name(field: FormField, form: &PolicyForm, catalogue: &Catalogue, lang: Lang) -> String {
    let words = match field {
        FormField::Region => W::Place,
        FormField::Title => W::Title,
        FormField::Date => W::Date,
        FormField::OtherDate(n) => return W::OtherDate.fill(lang, &[("n", &(n + 1))]),
        FormField::Link => W::Link,
        FormField::From => W::PeriodFrom,
        FormField::To => W::PeriodTo,
        FormField::Stage => return T::Stage.get(lang).to_owned(),
        FormField::Focus(n) => {
            let id = form.focuses.get(n).map_or("", |focus| &focus.id);
            let focus = catalogue.find_focus(id).map_or(id, |focus| catalogue[focus].name.get(lang));
            return W::StrengthOf.fill(lang, &[("focus", &focus)]);
        }
    };
    words.get(lang).to_owned()
}

/// One side's value in words: a record by its title, a word of the file by what it means.
pub fn value_words<'a>(
    conflict: &'a Conflict,
    value: Option<&'a str>,
    catalogue: &'a Catalogue,
    lang: Lang,
) -> Cow<'a, str> {
    let Some(value) = value else { return W::WasRemoved.get(lang).into() };
    if conflict.field.is_empty() && !conflict.title.is_empty() {
        return W::KeptRecord.fill(lang, &[("title", &conflict.title)]).into();
    }
    let last = conflict.field.rsplit('.').next().unwrap_or_default();
    let is_word = |word: &dyn std::fmt::Debug| format!("{word:?}") == value;
    let word = match last {
        "stage" => [Stage::Final, Stage::Draft].iter().find(|one| is_word(one)).map(|one| one.name(lang)),
        "kind" => EventKind::ALL.iter().find(|one| is_word(one)).map(|one| one.name(lang)),
        "strength" => Strength::ALL.iter().find(|one| is_word(one)).map(|one| strength_text(*one).get(lang)),
        "region" => catalogue.regions.by_code(value).map(|place| catalogue[place].name.get(lang)),
        "covers" => Some(if value.starts_with("Policies") { W::ReadWhole } else { W::NotReadWhole }.get(lang)),
        "draft" => Some(if value == "true" { W::Draft } else { W::Counted }.get(lang)),
        _ => None,
    };
    word.map(Cow::from).or_else(|| group_words(value, lang).map(Cow::from)).unwrap_or(value.into())
}

/// A date, a period, a number, an issuer or a remark by what it says, without its source; none where it is no such group.
fn group_words(value: &str, lang: Lang) -> Option<String> {
    let (spans, whole) = (Spans::of(value), Span { start: 0, end: value.len() });
    let text = |path: &[PathStep]| value.starts_with('(').then(|| spans.value(whole, path)).flatten();
    let text = |path: &[PathStep]| text(path).map(|span| spans.string(span));
    let kind = text(&[Field("kind")]);
    let kind = EventKind::ALL.iter().find(|one| kind.as_ref().is_some_and(|kind| format!("{one:?}") == *kind));
    let parts = match (kind, text(&[Field("on")]), text(&[Field("from")]), text(&[Field("to")])) {
        (Some(kind), Some(on), ..) => vec![kind.name(lang).to_owned(), on],
        (.., Some(from), Some(to)) => vec![from, "–".to_owned(), to],
        _ => vec![text(&[Field("value")]).or_else(|| text(&[Field("name"), Field("zh")]))?],
    };
    Some(parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{EMBEDDED, load};

    fn conflict(list: Option<List>, title: &str, focuses: &[&str], field: &str) -> Conflict {
        Conflict {
            list,
            id: "340100-2024-k7qa1".into(),
            title: title.into(),
            focuses: focuses.iter().map(|focus| (*focus).to_owned()).collect(),
            field: field.into(),
            ours: None,
            theirs: None,
        }
    }

    #[test]
    fn a_conflict_is_named_in_words() {
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        let [policies, statements, sources] = [List::Policies, List::Statements, List::Sources].map(Some);
        for (one, zh, en) in [
            (conflict(policies, "示例", &[], "title.zh"), "示例 · 题名", "示例 · Title"),
            (conflict(policies, "示例", &[], "events.1.on"), "示例 · 日期", "示例 · Date"),
            (conflict(policies, "示例", &[], ""), "示例 · 整条记录", "示例 · the whole record"),
            (conflict(policies, "", &[], "number.value"), "（无题名） · 文号", "(no title) · Document number"),
            (
                conflict(statements, "示例", &["compute"], "strength"),
                "示例 · 算力 · 提及程度",
                "示例 · Compute · Strength",
            ),
            (conflict(sources, "示例", &[], "title"), "示例 · 来源的题名", "示例 · Title of the source"),
            (conflict(sources, "示例", &[], "address"), "示例 · 链接", "示例 · Link"),
            (conflict(None, "", &[], "release"), "文件开头 · 其他内容", "Top of the file · other content"),
        ] {
            assert_eq!([Lang::Zh, Lang::En].map(|lang| conflict_name(&one, &catalogue, lang)), [zh, en]);
        }
    }

    #[test]
    fn a_word_of_the_file_is_told_by_its_meaning() {
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        for (field, value, expected) in [
            ("stage", Some("Draft"), "征求意见稿"),
            ("events.1.kind", Some("Issued"), "印发"),
            ("strength", Some("Substantive"), "实质"),
            ("title.zh", Some("Draft"), "Draft"),
            ("region", Some("340100"), "合肥市"),
            ("covers", Some("Policies([\"340100-2024-k7qa1\"])"), "已通读全文"),
            ("covers", Some("Stated"), "没有通读全文"),
            ("", Some("(id: \"x\")"), "保留“示例”"),
            ("number.value", None, "（已删除）"),
            ("number", Some("(value: \"温政办〔2024〕12号\", source: \"k7qa-1\")"), "温政办〔2024〕12号"),
            ("events.1", Some("(kind: Ends, on: \"2025-12-31\", source: \"k7qa-1\")"), "期满 2025-12-31"),
            ("period", Some("(from: \"2024\", to: \"2026\", source: \"k7qa-1\")"), "2024 – 2026"),
            ("issuers.0", Some("(name: (zh: \"一办\"), source: \"k7qa-1\")"), "一办"),
            ("remarks.0", Some("(name: \"备注\", value: \"处室\")"), "处室"),
            ("title.zh", Some("（一）办法"), "（一）办法"),
        ] {
            let one = conflict(Some(List::Policies), "示例", &[], field);
            assert_eq!(value_words(&one, value, &catalogue, Lang::Zh), expected, "{field}");
        }
    }
}
