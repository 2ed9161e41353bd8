//! Values of three texts against each other: groups by field, lists by item, everything else as one.

use super::make::{Change, ValuePlace};
use super::value::{ValueShape, ValueStep, plain, shape, word_before};
use super::{Merger, Records};
use crate::catalogue::Span;

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

/// Whether a list is the paragraphs of a text, which are one value: their order and number carry the marks.
fn is_text(path: &[ValueStep]) -> bool {
    matches!(path, [ValueStep::Field(name)] if name == "paragraphs")
}

impl Merger<'_> {
    /// Merges the value at the end of a path: of the base, of ours, of theirs.
    pub fn value(&mut self, place: &ValuePlace, path: &mut Vec<ValueStep>, three: [Option<Span>; 3]) {
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
                [ValueShape::Group, ValueShape::Group] if words[0] == words[1] => {
                    return self.group(place, path, three);
                }
                [ValueShape::List, ValueShape::List] if words[0] == words[1] && !is_text(path) => {
                    return self.list(place, path, three);
                }
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

    fn group(&mut self, place: &ValuePlace, path: &mut Vec<ValueStep>, three: [Option<Span>; 3]) {
        let sides = [self.base, self.ours, self.theirs];
        let [base, ours, theirs] = [0, 1, 2].map(|n: usize| {
            let side = sides.get(n).zip(three.get(n).copied().flatten());
            side.map(|(side, span)| side.spans.fields(span)).unwrap_or_default()
        });
        let of =
            |fields: &[(&str, Span)], name: &str| fields.iter().find(|(own, _)| *own == name).map(|(_, span)| *span);
        let gone = base.iter().filter(|(name, _)| of(&ours, name).is_none());
        for (name, _) in ours.iter().chain(gone) {
            path.push(ValueStep::Field((*name).to_owned()));
            self.value(place, path, [of(&base, name), of(&ours, name), of(&theirs, name)]);
            path.pop();
        }
    }

    /// Lists as sets: what one side added or removed is so. An item that both took out for another one each is a
    /// conflict, or one of the values inside it where the lists are equally long.
    fn list(&mut self, place: &ValuePlace, path: &mut Vec<ValueStep>, three: [Option<Span>; 3]) {
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
                path.push(ValueStep::Item(n));
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
