//! Marks and readings in merged texts: a mark of one side may be in a text of the other, and a reading of one side of a
//! text that the other has replaced.

use std::collections::HashMap;

use crate::catalogue::{List, text_places};
use crate::edit::anchor::MarkFate;
use crate::edit::open::OpenLayer;
use crate::edit::patch::RecordEdit;
use crate::edit::reading::{FatedMark, not_whole};

/// A text of a layer: its paragraphs, and the place of each in words.
struct PlacedText {
    paragraphs: Vec<String>,
    places: Vec<String>,
}

/// The texts of a layer by their ids.
fn texts_of(layer: &OpenLayer<'_>) -> HashMap<String, PlacedText> {
    let texts = layer.spans().records(List::Texts).filter_map(|(id, _)| Some((layer.paragraphs(&id)?, id)));
    texts.map(|(paragraphs, id)| (id, PlacedText { places: text_places(&paragraphs), paragraphs })).collect()
}

/// The edits that put marks where their words stand in the merged text; one that is not certain leaves its statement. A
/// whole reading of paragraphs that are no longer those of its text is one of a part.
pub fn settled(merged: &OpenLayer<'_>, sides: [&OpenLayer<'_>; 2]) -> Vec<RecordEdit> {
    let texts = texts_of(merged);
    let before = sides.map(texts_of);
    let mut edits = Vec::new();
    for (statement, span) in merged.spans().records(List::Statements) {
        let Some((text, mark)) = merged.mark_of(span) else { continue };
        let Some(now) = texts.get(&text) else { continue };
        // The text that the mark was put into: that of the side that has it so.
        let has_it = |side: &&OpenLayer<'_>| {
            let there = side.spans().record(List::Statements, &statement).and_then(|span| side.mark_of(span));
            there.is_some_and(|(of, other)| of == text && other == mark)
        };
        let of = sides.iter().zip(&before).filter(|(side, _)| has_it(side)).filter_map(|(_, texts)| texts.get(&text));
        let of: Vec<&PlacedText> = of.collect();
        if of.iter().any(|of| of.paragraphs == now.paragraphs) {
            continue;
        }
        let places = [of.first().map_or_else(Vec::new, |of| of.places.clone()), now.places.clone()];
        let fate = MarkFate::of(&mark, &now.paragraphs);
        edits.extend(merged.mark_edits(&statement, &text, FatedMark { mark: &mark, fate }, &now.paragraphs, &places));
    }
    let whole = sides.map(|side| side.whole_readings().collect::<HashMap<String, String>>());
    for (reading, text) in merged.whole_readings() {
        let Some(now) = texts.get(&text) else { continue };
        let is_of_now = whole.iter().zip(&before).any(|(whole, texts)| {
            whole.contains_key(&reading) && texts.get(&text).is_some_and(|of| of.paragraphs == now.paragraphs)
        });
        if !is_of_now {
            edits.push(not_whole(&reading));
        }
    }
    edits
}
