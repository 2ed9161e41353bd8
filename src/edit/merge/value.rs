//! Values of three texts against each other: groups by field, lists by item, everything else as one.

use super::make::{Change, Place};
use super::{Merger, Records};
use crate::catalogue::{Span, Spans};
use crate::edit::text::quoted;

/// A step from a record, or from the top of a file, to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The field with this name.
    Field(String),
    /// The item at this place of a list.
    Item(usize),
}

/// A path as people read it: `events.1.on`.
pub fn field_name(path: &[Step]) -> String {
    let words = path.iter().map(|step| match step {
        Step::Field(name) => name.clone(),
        Step::Item(n) => (n + 1).to_string(),
    });
    words.collect::<Vec<_>>().join(".")
}

/// A value as it is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Group,
    List,
    Leaf,
}

fn word_before(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    text.split_at(end)
}

fn shape(spans: &Spans<'_>, span: Span) -> Shape {
    let text = spans.text(span);
    if text.starts_with(['"', 'r']) && !spans.string(span).eq(text) {
        return Shape::Leaf;
    }
    let (_, rest) = word_before(text);
    let inner = rest.trim_start().strip_prefix('(').map(str::trim_start);
    match inner {
        _ if rest.starts_with('[') => Shape::List,
        Some(inner) if inner.starts_with('[') => Shape::List,
        Some(_) if !spans.fields(span).is_empty() => Shape::Group,
        _ => Shape::Leaf,
    }
}

/// The list itself of a value such as `Policies(["…"])`.
pub fn brackets(spans: &Spans<'_>, span: Span) -> Span {
    let text = spans.text(span);
    let start = text.find('[').unwrap_or_default();
    let end = text.rfind(']').map_or(text.len(), |at| at + 1);
    Span { start: span.start + start, end: span.start + end }
}

/// A value without its layout, its comments and the order of its fields: equal for equal values.
pub fn plain(spans: &Spans<'_>, span: Span) -> String {
    let text = spans.text(span);
    let (word, _) = word_before(text);
    match shape(spans, span) {
        Shape::Leaf if text.starts_with(['"', 'r']) => quoted(&spans.string(span)),
        Shape::Leaf => text.split_whitespace().collect(),
        Shape::List => {
            let items: Vec<String> = spans.items(span).into_iter().map(|item| plain(spans, item)).collect();
            format!("{word}[{}]", items.join(","))
        }
        Shape::Group => {
            let field = |(name, value): (&str, Span)| format!("{name}:{}", plain(spans, value));
            let mut fields: Vec<String> = spans.fields(span).into_iter().map(field).collect();
            fields.sort();
            format!("{word}({})", fields.join(","))
        }
    }
}

/// A value as it is shown: a text without its quotation marks.
pub fn shown(spans: &Spans<'_>, span: Span) -> String {
    if shape(spans, span) == Shape::Leaf { spans.string(span) } else { spans.text(span).to_owned() }
}

/// The items of a list, as compared and as written.
struct Items {
    plain: Vec<String>,
    text: Vec<String>,
}

impl Items {
    fn of(records: &Records<'_>, list: Option<Span>) -> Items {
        let spans = &records.spans;
        let items = list.map(|list| spans.items(list)).unwrap_or_default();
        let plain = items.iter().map(|item| plain(spans, *item)).collect();
        Items { plain, text: items.iter().map(|item| spans.text(*item).to_owned()).collect() }
    }

    /// The items that another list lacks.
    fn without(&self, other: &Items) -> Vec<&String> {
        self.plain.iter().filter(|item| !other.plain.contains(item)).collect()
    }
}

impl Merger<'_> {
    /// Merges the value at the end of a path: of the base, of ours, of theirs.
    pub fn value(&mut self, place: &Place, path: &mut Vec<Step>, three: [Option<Span>; 3]) {
        let sides = [self.base, self.ours, self.theirs];
        let plain_at = |n: usize| Some(plain(&sides.get(n)?.spans, (*three.get(n)?)?));
        let [base, ours, theirs] = [plain_at(0), plain_at(1), plain_at(2)];
        if ours == base || ours == theirs {
            return;
        }
        let [_, our_span, their_span] = three;
        if let (Some(our_span), Some(their_span)) = (our_span, their_span) {
            let shapes = [shape(&self.ours.spans, our_span), shape(&self.theirs.spans, their_span)];
            let words =
                [word_before(self.ours.spans.text(our_span)).0, word_before(self.theirs.spans.text(their_span)).0];
            match shapes {
                [Shape::Group, Shape::Group] if words[0] == words[1] => return self.group(place, path, three),
                [Shape::List, Shape::List] if words[0] == words[1] => return self.list(place, path, three),
                _ => {}
            }
        }
        let change = Change::Set(place.clone(), path.clone(), self.ours.text(our_span).map(str::to_owned));
        if base == theirs {
            self.changes.push(change);
        } else {
            self.conflict(self.value_conflict(place, path, three), change);
        }
    }

    fn group(&mut self, place: &Place, path: &mut Vec<Step>, three: [Option<Span>; 3]) {
        let sides = [self.base, self.ours, self.theirs];
        let [base, ours, theirs] = [0, 1, 2].map(|n: usize| {
            let side = sides.get(n).zip(three.get(n).copied().flatten());
            side.map(|(side, span)| side.spans.fields(span)).unwrap_or_default()
        });
        let of =
            |fields: &[(&str, Span)], name: &str| fields.iter().find(|(own, _)| *own == name).map(|(_, span)| *span);
        let gone = base.iter().filter(|(name, _)| of(&ours, name).is_none());
        for (name, _) in ours.iter().chain(gone) {
            path.push(Step::Field((*name).to_owned()));
            self.value(place, path, [of(&base, name), of(&ours, name), of(&theirs, name)]);
            path.pop();
        }
    }

    /// Lists as sets: what one side added or removed is so. An item that both took out for another one each is a
    /// conflict, or one of the values inside it where the lists are equally long.
    fn list(&mut self, place: &Place, path: &mut Vec<Step>, three: [Option<Span>; 3]) {
        let [base_span, our_span, their_span] = three;
        let base = Items::of(self.base, base_span);
        let (ours, theirs) = (Items::of(self.ours, our_span), Items::of(self.theirs, their_span));
        let (gone_here, gone_there) = (base.without(&ours), base.without(&theirs));
        let (new_here, new_there) = (ours.without(&base), theirs.without(&base));
        let is_contested =
            gone_here.iter().any(|item| gone_there.contains(item)) && !(new_here.is_empty() && new_there.is_empty());
        let length = base.plain.len();
        let kept = base.plain.iter().filter(|item| ours.plain.contains(item));
        let is_in_order = kept.chain(new_here.iter().copied()).eq(&ours.plain);
        let are_as_long = ours.plain.len() == length && theirs.plain.len() == length;
        let mut pairs = base.plain.iter().zip(&ours.plain);
        let is_in_place = ours.plain.len() == length
            && pairs.all(|(old, new)| old == new || (gone_here.contains(&old) && new_here.contains(&new)));
        let whole = Change::Set(place.clone(), path.clone(), self.ours.text(our_span).map(str::to_owned));
        if is_contested && are_as_long {
            let spans = [(self.base, base_span), (self.ours, our_span), (self.theirs, their_span)];
            let items = spans.map(|(side, list)| list.map(|list| side.spans.items(list)).unwrap_or_default());
            for n in 0..length {
                path.push(Step::Item(n));
                let [base, ours, theirs] = &items;
                self.value(place, path, [base, ours, theirs].map(|items| items.get(n).copied()));
                path.pop();
            }
        } else if is_contested {
            self.conflict(self.value_conflict(place, path, three), whole);
        } else if is_in_place {
            for ((old, new), text) in base.plain.iter().zip(&ours.plain).zip(&ours.text) {
                if old != new {
                    self.changes.push(Change::Exchange(place.clone(), path.clone(), old.clone(), text.clone()));
                }
            }
        } else if base.plain == theirs.plain && !is_in_order {
            self.changes.push(whole);
        } else {
            let change =
                |old: &str, new: &str| Change::Exchange(place.clone(), path.clone(), old.to_owned(), new.to_owned());
            let removed = gone_here.into_iter().map(|item| change(item, ""));
            let added = ours.plain.iter().zip(&ours.text);
            let added = added.filter(|(item, _)| new_here.contains(item) && !theirs.plain.contains(item));
            let added = added.map(|(_, text)| change("", text));
            self.changes.extend(removed.chain(added));
        }
    }
}
