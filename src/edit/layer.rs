//! A new layer, and the ids of its records.

use super::text::quoted;
use crate::catalogue::PathStep::{self, Field, Item};
use crate::catalogue::{List, NamedRelease, Spans};
use crate::words::{Lang, LayerText as T};

/// The properties of a new layer of one's own.
#[derive(Clone, Debug)]
pub struct NewLayer<'a> {
    /// Four characters of `a-z2-7`, drawn once.
    pub tag: &'a str,
    /// The day.
    pub release: &'a str,
    /// Its title; the usual one where it is empty.
    pub title: &'a str,
    /// The releases below it.
    pub over: &'a [NamedRelease],
}

impl NewLayer<'_> {
    /// Its text.
    pub fn text(&self) -> String {
        let NewLayer { tag, release, title, over } = self;
        let title = if title.is_empty() {
            format!("(zh: {}, en: {})", quoted(T::OwnTitle.get(Lang::Zh)), quoted(T::OwnTitle.get(Lang::En)))
        } else {
            format!("(zh: {})", quoted(title))
        };
        let one = |NamedRelease { id, release, content }: &NamedRelease| {
            format!("(id: {}, release: {}, content: {})", quoted(id), quoted(release), quoted(content))
        };
        let over: Vec<String> = over.iter().map(one).collect();
        let over = over.join(", ");
        format!(
            "(\n    schema: 2,\n    id: \"layer-{tag}\",\n    release: {release},\n    title: {title},\n    over: [{over}],\n    layer: (kind: Own, tag: {tag_text}),\n    default_sources: [],\n    sources: [],\n    policies: [],\n    statements: [],\n)\n",
            release = quoted(release),
            tag_text = quoted(tag),
        )
    }
}

/// The tag of a layer's text; none where it has none.
pub fn tag_of(text: &str) -> Option<String> {
    in_head(text, "layer", &[Field("tag")])
}

/// The id of the catalogue that a layer's text was made over; none where it names none.
pub fn base_of(text: &str) -> Option<String> {
    in_head(text, "over", &[Item(0), Field("id")])
}

/// The value of a path in a head of a layer's text; none where it has none.
pub fn in_head(text: &str, head: &str, path: &[PathStep]) -> Option<String> {
    let spans = Spans::of(text);
    Some(spans.string(spans.value(spans.head(head)?, path)?))
}

/// The first part of the id of a policy of a place; of a draft without one a code that no place has.
pub fn region_of_id(region: &str) -> &str {
    if region.is_empty() { "000000" } else { region }
}

/// An id for a new policy of a place and year that no policy of the text has, and its number.
pub fn next_policy_id(text: &str, tag: &str, region: &str, year: &str) -> (String, usize) {
    let next = last_policy_number(&Spans::of(text), tag) + 1;
    (policy_id(tag, region, year, next), next)
}

/// The highest number of a policy with this tag; 0 where there is none.
pub fn last_policy_number(spans: &Spans<'_>, tag: &str) -> usize {
    spans.records(List::Policies).filter_map(|(id, _)| policy_number(tag, &id)).max().unwrap_or(0)
}

/// The number in the id of a policy of a layer; none where no window gave it.
pub fn policy_number(tag: &str, id: &str) -> Option<usize> {
    id.rsplit('-').next()?.strip_prefix(tag)?.parse().ok()
}

/// The id of a policy of a layer.
pub fn policy_id(tag: &str, region: &str, year: &str, number: usize) -> String {
    format!("{}-{year}-{tag}{number}", region_of_id(region))
}
