//! Bars of what a query chooses, beside those that it leaves out: choosing one leaves the others to compare with.

use super::bars::Bars;
use super::kind::Asking;
use super::named::NamedBars;
use crate::query::{Index, Outcome, Query, TermKey, run_without};
use crate::words::FigureText as T;

/// The key that bars are chosen by, and the request for their figure.
#[derive(Clone, Copy)]
pub struct AskedBy {
    /// The key.
    pub key: TermKey,
    /// The request.
    pub asking: Asking,
}

/// Bars of a result. Where the others are asked for and the query chooses among the bars by their key, all of them: the
/// others are counted without the terms of that key. What stands under the figure is said of the result.
pub fn beside(
    index: &Index,
    query: &Query,
    outcome: &Outcome,
    asked: AskedBy,
    bars_of: impl Fn(&Query, &Outcome) -> NamedBars,
) -> NamedBars {
    let AskedBy { key, asking } = asked;
    let chosen = bars_of(query, outcome);
    if !(asking.others && query.asks(key)) {
        return chosen;
    }
    let mut all = bars_of(&query.without(key), &run_without(index, query, outcome.unit, &[key], outcome));
    let mut others = Vec::new();
    for at in 0..all.bars.categories.len() {
        let value = all.bars.categories.get(at).map(|category| &category.value);
        match chosen.bars.categories.iter().position(|own| Some(&own.value) == value) {
            // Of places the other terms may hold otherwise when more policies count: what is chosen keeps its numbers.
            Some(own) => keep(&mut all, at, &chosen, own),
            None => others.push(at),
        }
    }
    let mut caption = chosen.bars.caption;
    if !others.is_empty() {
        let parts = [caption.note.as_str(), T::OthersFaded.get(asking.lang)];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        caption.note = parts.join(asking.lang.semicolon());
    }
    NamedBars { bars: Bars { caption, ..all.bars }, columns: chosen.columns, others, ..all }
}

/// Gives a bar the numbers and names that it has among those chosen.
fn keep(all: &mut NamedBars, at: usize, chosen: &NamedBars, own: usize) {
    for (panel, from) in all.bars.panels.iter_mut().zip(&chosen.bars.panels) {
        for (series, from) in panel.series.iter_mut().zip(&from.series) {
            let lists = [(&mut series.values, &from.values), (&mut series.place_only, &from.place_only)];
            for (list, from) in lists {
                if let (Some(value), Some(from)) = (list.get_mut(at), from.get(own)) {
                    *value = *from;
                }
            }
        }
        panel.floors.retain(|floor| *floor != at);
        panel.floors.extend(from.floors.contains(&own).then_some(at));
    }
    for (names, from) in all.names.iter_mut().zip(&chosen.names) {
        if let (Some(names), Some(from)) = (names.get_mut(at), from.get(own)) {
            names.clone_from(from);
        }
    }
}
