//! A text beside an earlier one, sentence by sentence.

use std::io::Write;

use serde_json::{Value, json};

use crate::compare::{SentencePair, TextPiece, TextSentence, compare_texts};
use crate::intake::{DocumentRead, sentences};
use crate::words::{Lang, ReadingText as T};

/// The sentences of each paragraph of a text.
fn by_paragraph(read: &DocumentRead) -> Vec<Vec<&str>> {
    read.paragraphs.iter().map(|paragraph| sentences(&paragraph.text)).collect()
}

/// Writes two texts side by side, as lines or as JSON.
///
/// # Errors
/// Errors of `out`.
pub fn write(before: &DocumentRead, after: &DocumentRead, is_json: bool, out: &mut dyn Write) -> std::io::Result<()> {
    let (before, after) = (by_paragraph(before), by_paragraph(after));
    let pairs = compare_texts(&before, &after);
    if is_json {
        let values: Vec<Value> = pairs.iter().map(value).collect();
        return writeln!(out, "{}", serde_json::to_string_pretty(&values).unwrap_or_default());
    }
    pairs.iter().try_for_each(|pair| writeln!(out, "{}", line(pair)))
}

/// The counts of what is the same, changed, removed and added.
pub fn told(before: &DocumentRead, after: &DocumentRead, lang: Lang) -> String {
    let pairs = compare_texts(&by_paragraph(before), &by_paragraph(after));
    let count = |is: fn(&SentencePair<'_>) -> bool| pairs.iter().filter(|pair| is(pair)).count();
    T::ToldBeside.fill(
        lang,
        &[
            ("same", &count(|pair| matches!(pair, SentencePair::Same(..)))),
            ("changed", &count(|pair| matches!(pair, SentencePair::Changed(..)))),
            ("removed", &count(|pair| matches!(pair, SentencePair::Removed(_)))),
            ("added", &count(|pair| matches!(pair, SentencePair::Added(_)))),
        ],
    )
}

/// The sign of a pair, its places in both texts, and its words: `[-…-]` were removed, `[+…+]` added.
fn line(pair: &SentencePair<'_>) -> String {
    let at = |one: Option<TextSentence<'_>>| {
        one.map_or_else(|| "-".to_owned(), |one| format!("{}.{}", one.paragraph, one.sentence))
    };
    let (sign, words) = match pair {
        SentencePair::Same(_, after) => ('=', after.text.to_owned()),
        SentencePair::Removed(before) => ('-', before.text.to_owned()),
        SentencePair::Added(after) => ('+', after.text.to_owned()),
        SentencePair::Changed(_, _, pieces) => ('~', pieces.iter().map(piece).collect()),
    };
    format!("{sign}\t{}\t{}\t{}", at(pair.before()), at(pair.after()), words.replace('\t', " "))
}

fn piece(piece: &TextPiece<'_>) -> String {
    match piece {
        TextPiece::Kept(text) => (*text).to_owned(),
        TextPiece::Removed(text) => format!("[-{text}-]"),
        TextPiece::Added(text) => format!("[+{text}+]"),
    }
}

fn value(pair: &SentencePair<'_>) -> Value {
    let at = |one: Option<TextSentence<'_>>| {
        one.map(|one| json!({ "paragraph": one.paragraph, "sentence": one.sentence, "text": one.text }))
    };
    let (change, pieces) = match pair {
        SentencePair::Same(..) => ("same", None),
        SentencePair::Removed(_) => ("removed", None),
        SentencePair::Added(_) => ("added", None),
        SentencePair::Changed(_, _, pieces) => ("changed", Some(pieces)),
    };
    let mut value = json!({ "change": change, "before": at(pair.before()), "after": at(pair.after()) });
    if let (Some(pieces), Some(fields)) = (pieces, value.as_object_mut()) {
        let piece = |piece: &TextPiece<'_>| match piece {
            TextPiece::Kept(text) => json!({ "kept": text }),
            TextPiece::Removed(text) => json!({ "removed": text }),
            TextPiece::Added(text) => json!({ "added": text }),
        };
        fields.insert("pieces".to_owned(), pieces.iter().map(piece).collect());
    }
    value
}
