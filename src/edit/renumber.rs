//! Another tag for a layer: every id of it that carries the old one follows, with the references to it, and a policy
//! keeps its old id among those that it had.

use std::collections::BTreeMap;

use super::EditFault;
use super::layer::tag_of;
use super::patch::{Patch, RecordEdit};
use super::text::quoted;
use super::{reject, same};
use crate::catalogue::PathStep::{Field, Item};
use crate::catalogue::{List, Span, Spans};

/// Fields of a record that hold ids of records.
const REFERENCES: [&str; 6] = ["id", "source", "of", "covers", "statements", "text"];

/// The edits that give a layer's text another tag.
///
/// # Errors
/// The text is no layer that can be cut into records, or an id that would come about is taken.
pub fn renumber(text: &str, tag: &str) -> Result<Vec<RecordEdit>, EditFault> {
    let spans = Spans::of(text);
    let old = tag_of(text).filter(|_| spans.is_whole()).ok_or(EditFault::Broken)?;
    let records = || List::ALL.into_iter().flat_map(|list| spans.records(list).map(move |(id, span)| (list, id, span)));
    let ids: Vec<String> = records().map(|(_, id, _)| id).collect();
    let pairs = ids.iter().map(|id| (id.clone(), followed(id, &old, tag)));
    let names: BTreeMap<String, String> = pairs.filter(|(id, new)| id != new).collect();
    if let Some(taken) = names.values().find(|new| ids.contains(*new) && !names.contains_key(*new)) {
        return Err(EditFault::Taken(taken.clone()));
    }
    let mut edits = renamed(&spans, &names);
    if let Some(id) = spans.head("id") {
        edits.push(swap(&spans, id, &followed(&spans.string(id), &old, tag)));
    }
    let own = spans.head("layer").and_then(|layer| spans.value(layer, &[Field("tag")]));
    edits.extend(own.map(|own| swap(&spans, own, tag)));
    for (id, span) in spans.records(List::Policies).filter(|(id, _)| names.contains_key(id)) {
        let was = spans.value(span, &[Field("was")]).map(|was| spans.items(was).len());
        let (path, value) = match was {
            Some(n) => (vec![Field("was"), Item(n)], quoted(&id)),
            None => (vec![Field("was")], format!("[{}]", quoted(&id))),
        };
        edits.push(RecordEdit::Set { list: List::Policies, id, path, value: Some(value) });
    }
    Ok(edits)
}

/// The edits that put other ids in the place of these, wherever records and the top of the file name them.
pub(super) fn renamed(spans: &Spans<'_>, names: &BTreeMap<String, String>) -> Vec<RecordEdit> {
    let mut walk = References { spans, names, edits: Vec::new() };
    for list in List::ALL {
        spans.records(list).for_each(|(_, span)| walk.group(span));
    }
    if let Some(sources) = spans.head("default_sources") {
        walk.reference(sources);
    }
    let mut edits = walk.edits;
    edits.extend(same::renamed(spans, |id| names.get(id).cloned()));
    edits.extend(reject::renamed(spans, |id| names.get(id).cloned()));
    edits
}

/// An id with the new tag in each of its parts that begins with the old one.
fn followed(id: &str, old: &str, new: &str) -> String {
    let part = |part: &str| part.strip_prefix(old).map_or_else(|| part.to_owned(), |rest| format!("{new}{rest}"));
    id.split('-').map(part).collect::<Vec<_>>().join("-")
}

/// The edit that puts another text in the place of one in quotation marks.
pub(super) fn swap(spans: &Spans<'_>, span: Span, new: &str) -> RecordEdit {
    RecordEdit::Swap(Patch { at: span.start, old: spans.text(span).to_owned(), new: quoted(new) })
}

/// A walk through records, which collects the ids to put in the place of others.
struct References<'a> {
    spans: &'a Spans<'a>,
    names: &'a BTreeMap<String, String>,
    edits: Vec<RecordEdit>,
}

impl References<'_> {
    /// The fields of a group, and of the groups in it.
    fn group(&mut self, group: Span) {
        for (name, value) in self.spans.fields(group) {
            if REFERENCES.contains(&name) {
                self.reference(value);
            } else if is_list(self.spans.text(value)) {
                self.spans.items(value).into_iter().for_each(|item| self.group(item));
            } else {
                self.group(value);
            }
        }
    }

    /// The ids in a value: one, one in parentheses after a word, or a list.
    fn reference(&mut self, value: Span) {
        let text = self.spans.text(value);
        if is_list(text) {
            self.spans.items(value).into_iter().for_each(|item| self.reference(item));
            return;
        }
        let inner = match text.split_once('(').filter(|_| text.ends_with(')') && !text.starts_with(['"', 'r'])) {
            Some((word, rest)) => {
                let inner = rest.strip_suffix(')').unwrap_or(rest);
                let start = value.start + word.len() + 1 + (inner.len() - inner.trim_start().len());
                Span { start, end: start + inner.trim().len() }
            }
            None => value,
        };
        if is_list(self.spans.text(inner)) {
            self.reference(inner);
        } else if let Some(new) = self.names.get(&self.spans.string(inner)) {
            self.edits.push(swap(self.spans, inner, new));
        }
    }
}

fn is_list(text: &str) -> bool {
    text.starts_with('[')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::{Catalogue, EMBEDDED, File, Severity, Strength, load_stack};
    use crate::edit::text::line_end;
    use crate::edit::{FormContext, NewLayer, PolicyForm, apply};

    const BY_HAND: &str = include_str!("by_hand.ron");

    /// The stack with this layer, which has no error.
    fn catalogue(layer: &str) -> Catalogue {
        let files = [EMBEDDED, layer].map(|text| File { name: "layer", bytes: text.as_bytes() });
        let loaded = load_stack(&files);
        let errors: Vec<_> = loaded.problems.iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}\n{layer}");
        loaded.catalogue.unwrap()
    }

    fn renumbered(text: &str, tag: &str) -> String {
        apply(text, &renumber(text, tag).unwrap()).unwrap().text
    }

    #[test]
    fn every_id_follows_and_all_else_stays_as_it_was_written() {
        for layer in [BY_HAND.to_owned(), BY_HAND.replace('\n', "\r\n")] {
            let text = renumbered(&layer, "m3np");
            let was = "was: [\"330300-2024-k7qa1\"],";
            let added = format!("{}            {was}", line_end(&layer));
            assert_eq!(text.matches(&added).count(), 1, "{text}");
            assert_eq!(text.replace(&added, ""), layer.replace("k7qa", "m3np"));
            let policy = catalogue(&text);
            let policy = &policy[policy.policy_by_id("330300-2024-m3np1").unwrap()];
            assert_eq!(policy.was, ["330300-2024-k7qa1"]);
            // A second time the older ids stay as well.
            assert!(renumbered(&text, "abcd").contains("was: [\"330300-2024-k7qa1\", \"330300-2024-m3np1\"],"));
        }
    }

    #[test]
    fn an_id_follows_where_a_part_of_it_begins_with_the_tag() {
        for (id, expected) in [
            ("k7qa-1", "m3np-1"),
            ("330300-2024-k7qa12", "330300-2024-m3np12"),
            ("layer-k7qa", "layer-m3np"),
            ("k7qa1-compute", "m3np1-compute"),
            ("xk7qa", "xk7qa"),
            ("ccid", "ccid"),
        ] {
            assert_eq!(followed(id, "k7qa", "m3np"), expected);
        }
    }

    #[test]
    fn a_text_that_is_no_layer_and_an_id_that_is_taken_are_refused() {
        assert_eq!(renumber(EMBEDDED, "m3np"), Err(EditFault::Broken));
        assert_eq!(renumber(&BY_HAND.replace("\n)", ""), "m3np"), Err(EditFault::Broken));
        let taken = BY_HAND
            .replace("sources: [\n", "sources: [\n(id: \"m3np-1\", grade: Own, title: \"另\", covers: Stated),\n");
        assert_eq!(renumber(&taken, "m3np"), Err(EditFault::Taken("m3np-1".into())));
        assert_eq!(apply(BY_HAND, &renumber(BY_HAND, "k7qa").unwrap()).unwrap().text, BY_HAND);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_renumbered_layer_has_the_same_content(
            titles in prop::collection::vec("[a-z(),\"\\\\《》]{0,4}(k7qa|k7qa-1|, id: )[a-z\"]{0,3}", 1..5),
        ) {
            let mut text = NewLayer { tag: "k7qa", release: "2026-11-28", title: "k7qa", over: &[] }.text();
            for title in &titles {
                let mut form = PolicyForm::new("340100", ["compute".to_owned(), "data".to_owned()]);
                (form.title, form.note, form.issuer) = (title.clone(), title.clone(), title.clone());
                form.date = "2024-05".into();
                form.is_read = true;
                form.focuses[0].strength = Some(Strength::Core);
                form.focuses[0].quote.clone_from(title);
                let (edits, _) = form.edits(None, &text, FormContext { tag: "k7qa", today: "2026-11-28" });
                text = apply(&text, &edits).unwrap().text;
            }
            let (before, after) = (catalogue(&text), catalogue(&renumbered(&text, "m3np")));
            let told = |catalogue: &Catalogue| -> Vec<String> {
                let of = catalogue.policies.iter().map(|policy| {
                    let policy = (followed(&policy.id, "k7qa", "m3np"), &policy.title, &policy.issuers, &policy.remarks);
                    format!("{policy:?}")
                });
                let said = catalogue.statements.iter().map(|one| {
                    format!("{:?}", (followed(&one.id, "k7qa", "m3np"), one.of.clone(), &one.summary, &one.quote, one.source))
                });
                of.chain(said).collect()
            };
            prop_assert_eq!(told(&before), told(&after));
        }
    }
}
