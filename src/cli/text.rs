//! `text`: a document as intake reads it, to look at before it is added to a policy.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::args::Say;
use super::fault::Stop;
use super::sub::Sub;
use super::{Ctx, beside, incoming, pick};
use crate::intake::{DocumentRead, MOST_DOCUMENT_BYTES, ParagraphOf, places, read_document, sentences};
use crate::words::{CliText, ImportText, ReadingText as T};

/// `text`.
pub const SUB: Sub = Sub {
    name: "text",
    usage: "policy-atlas text FILE|- [--sentences] [--beside FILE] [--encoding E] [--format text|json]",
    formats: &["text", "json"],
    words,
    run,
};

fn words(say: Say, sub: Command) -> Command {
    let help = |text: T| text.get(say.0);
    sub.about(help(T::HelpText)).args([
        say.path(say.word_said("document", "FILE", help(T::HelpArgDocument))).required(true),
        say.plain("sentences", help(T::HelpArgSentences)).action(clap::ArgAction::SetTrue),
        say.path(say.plain("beside", help(T::HelpArgBeside)).value_name("FILE")),
        say.plain("encoding", ImportText::HelpArgEncoding.get(say.0)).value_name("E"),
        say.format(SUB.formats, CliText::HelpArgFormat),
    ])
}

fn run(matches: &ArgMatches, ctx: &Ctx, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let lang = ctx.lang;
    let demanded = pick::word(matches, "encoding").map(|word| incoming::encoding(word, lang)).transpose()?;
    let read = |path: &PathBuf| -> Result<DocumentRead, Stop> {
        let bytes = incoming::bytes(path, MOST_DOCUMENT_BYTES, lang)?;
        read_document(&bytes, demanded).map_err(|fault| Stop::NotThere(fault.message(lang)))
    };
    let earlier = matches.get_one::<PathBuf>("beside").map(read).transpose()?;
    let read = read(&matches.get_one::<PathBuf>("document").cloned().unwrap_or_default())?;
    let by_sentence = matches.get_flag("sentences");
    let is_json = pick::word(matches, "format") == Some("json");
    if let Some(earlier) = &earlier {
        beside::write(earlier, &read, is_json, out)?;
        writeln!(err, "{}", beside::told(earlier, &read, lang))?;
        return Ok(0);
    }
    if is_json {
        let text = serde_json::to_string_pretty(&value(&read, by_sentence)).unwrap_or_default();
        writeln!(out, "{text}")?;
    } else {
        write_text(&read, by_sentence, out)?;
    }
    for line in read.told(lang) {
        writeln!(err, "{line}")?;
    }
    Ok(0)
}

fn value(read: &DocumentRead, by_sentence: bool) -> Value {
    let paragraphs = read.paragraphs.iter().zip(places(&read.paragraphs)).map(|(paragraph, place)| {
        let of = match paragraph.of {
            ParagraphOf::Body => "body",
            ParagraphOf::Row => "row",
            ParagraphOf::Note => "note",
            ParagraphOf::Box => "box",
        };
        let mut value = json!({ "at": place, "of": of, "text": paragraph.text });
        if paragraph.indent > 0
            && let Some(fields) = value.as_object_mut()
        {
            fields.insert("indent".to_owned(), json!(paragraph.indent));
        }
        if by_sentence && let Some(fields) = value.as_object_mut() {
            fields.insert("sentences".to_owned(), json!(sentences(&paragraph.text)));
        }
        value
    });
    json!({
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "numbers": read.changes.numbers,
        "deletions": read.changes.deletions,
        "heads": read.changes.heads,
        "unseen": read.changes.unseen,
        "composed": read.changes.composed,
        "signs": read.changes.signs,
    })
}

/// A paragraph a line, or a sentence a line after its place.
fn write_text(read: &DocumentRead, by_sentence: bool, out: &mut dyn Write) -> std::io::Result<()> {
    if !by_sentence {
        return read.paragraphs.iter().try_for_each(|paragraph| writeln!(out, "{}", paragraph.text));
    }
    for ((n, paragraph), place) in (1..).zip(&read.paragraphs).zip(places(&read.paragraphs)) {
        for (m, sentence) in (1..).zip(sentences(&paragraph.text)) {
            writeln!(out, "{n}.{m}\t{place}\t{}", sentence.replace('\t', " "))?;
        }
    }
    Ok(())
}
