//! Notes of a step in Markdown, as plain lines: headings, paragraphs, items of lists. Links and emphasis are text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::content::{Content, Part, TalkingPoint};
use crate::words::{Lang, StageText as T};

/// The kind of a line of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteLine {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list: its level, from 1, and its number in a numbered list.
    Item(usize, Option<u64>),
}

/// A line of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its kind.
    pub line: NoteLine,
    /// Its text.
    pub text: String,
}

/// Reads notes.
pub fn notes(markdown: &str) -> Vec<Note> {
    let mut out: Vec<Note> = Vec::new();
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut text = String::new();
    let mut line = NoteLine::Paragraph;
    let mut links: Vec<String> = Vec::new();
    let mut flush = |text: &mut String, line: NoteLine| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            out.push(Note { line, text: words });
        }
        text.clear();
    };
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                flush(&mut text, line);
                line = NoteLine::Heading;
            }
            Event::Start(Tag::List(first)) => {
                flush(&mut text, line);
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::Start(Tag::Item) => {
                flush(&mut text, line);
                let number = lists.last_mut().and_then(Option::as_mut).map(|next| {
                    *next += 1;
                    *next - 1
                });
                line = NoteLine::Item(lists.len(), number);
            }
            Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock) => {
                flush(&mut text, line);
                line = NoteLine::Paragraph;
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(link) = links.pop()
                    && !link.is_empty()
                    && !text.ends_with(&link)
                {
                    text += &format!(" ({link})");
                }
            }
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => text += &words,
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Rule => flush(&mut text, line),
            _ => {}
        }
    }
    flush(&mut text, line);
    out
}

/// Notes as pages of their own, for paper: a room never sees them.
pub fn notes_content(title: &str, notes: &[Note], lang: Lang) -> Content {
    let part = |note: &Note| match note.line {
        NoteLine::Heading => Part::Heading(note.text.clone()),
        NoteLine::Paragraph => Part::Text(note.text.clone()),
        NoteLine::Item(_, number) => Part::Points(vec![TalkingPoint {
            lead: number.map_or_else(|| "·".to_owned(), |n| format!("{n}.")),
            text: note.text.clone(),
            ..TalkingPoint::default()
        }]),
    };
    Content {
        title: T::NotesOf.fill(lang, &[("title", &title)]),
        brief: T::Notes.get(lang).to_owned(),
        parts: notes.iter().map(part).collect(),
        ..Content::default()
    }
}
