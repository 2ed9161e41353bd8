//! Draft and final of one title side by side, sentence by sentence: made once, when they are asked for.

use std::sync::Arc;

use super::TextReader;
use crate::catalogue::{Stage, Version};
use crate::compare::{SentencePair, TextPiece, compare_texts};
use crate::edit::OpenLayer;
use crate::intake::sentences;
use crate::session::Session;

/// Two texts of a policy side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedTexts {
    /// The sentences of both, place by place.
    pub rows: Vec<ComparedRow>,
    /// The number of places that differ.
    pub changed: usize,
}

/// Sentences of two texts at one place. Each is in pieces with whether they stand in it alone; without any where that
/// text has no such sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedRow {
    /// The earlier one.
    pub before: Vec<(String, bool)>,
    /// The later one.
    pub after: Vec<(String, bool)>,
}

impl ComparedRow {
    fn of(pair: &SentencePair<'_>) -> ComparedRow {
        let whole = |text: &str, alone: bool| vec![(text.to_owned(), alone)];
        match pair {
            SentencePair::Same(before, after) => {
                ComparedRow { before: whole(before.text, false), after: whole(after.text, false) }
            }
            SentencePair::Removed(before) => ComparedRow { before: whole(before.text, true), after: Vec::new() },
            SentencePair::Added(after) => ComparedRow { before: Vec::new(), after: whole(after.text, true) },
            SentencePair::Changed(_, _, pieces) => {
                let mut row = ComparedRow::default();
                for piece in pieces {
                    match piece {
                        TextPiece::Kept(text) => {
                            row.before.push(((*text).to_owned(), false));
                            row.after.push(((*text).to_owned(), false));
                        }
                        TextPiece::Removed(text) => row.before.push(((*text).to_owned(), true)),
                        TextPiece::Added(text) => row.after.push(((*text).to_owned(), true)),
                    }
                }
                row
            }
        }
    }

    /// Whether the two differ.
    pub fn is_changed(&self) -> bool {
        self.before.iter().chain(&self.after).any(|(_, alone)| *alone)
    }
}

impl ComparedTexts {
    /// Two texts, the earlier one first.
    pub fn of(before: &[String], after: &[String]) -> ComparedTexts {
        let before: Vec<Vec<&str>> = before.iter().map(|text| sentences(text)).collect();
        let after: Vec<Vec<&str>> = after.iter().map(|text| sentences(text)).collect();
        let rows: Vec<ComparedRow> = compare_texts(&before, &after).iter().map(ComparedRow::of).collect();
        let changed = rows.iter().filter(|row| row.is_changed()).count();
        ComparedTexts { rows, changed }
    }
}

impl TextReader {
    /// The version of the policy that a text beside its own one is of.
    pub fn other_version(&self) -> Version {
        if self.marks.policy.stage == Stage::Draft { Version::Final } else { Version::Draft }
    }

    /// The texts of draft and final, by id, the draft first; none where the policy has but one of them.
    pub fn draft_and_final(&self) -> Option<[&str; 2]> {
        let of = |version| self.marks.policy.texts.iter().find(|text| text.version == version);
        let (own, other) = (of(Version::Own)?, of(self.other_version())?);
        let (own, is_draft) = (own.id.as_str(), other.version == Version::Draft);
        Some(if is_draft { [other.id.as_str(), own] } else { [own, other.id.as_str()] })
    }
}

impl Session {
    /// Shows draft and final side by side, or the text alone again.
    pub(super) fn compare_versions(&mut self, shows: bool) {
        let layer = self.open.mine.layer.as_ref().and_then(|layer| layer.text.clone());
        let Some((reader, layer)) = self.reader().zip(layer) else { return };
        let open = OpenLayer::of(&layer);
        let both = reader.draft_and_final().filter(|_| shows);
        let both = both.and_then(|[before, after]| Some([open.paragraphs(before)?, open.paragraphs(after)?]));
        let compared = both.map(|[before, after]| Arc::new(ComparedTexts::of(&before, &after)));
        self.read_by(|reader| reader.compared = compared);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_told_to_the_character_on_both_sides() {
        let text = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let compared = ComparedTexts::of(
            &text(&["一、要求", "每年安排算力券800万元。支持企业。", "开放数据。"]),
            &text(&["一、要求", "每年安排算力券900万元。支持企业。", "本措施自发布之日起施行。"]),
        );
        let marked = |pieces: &[(String, bool)]| {
            let one = |(text, alone): &(String, bool)| if *alone { format!("[{text}]") } else { text.clone() };
            pieces.iter().map(one).collect::<String>()
        };
        let rows: Vec<[String; 2]> =
            compared.rows.iter().map(|row| [marked(&row.before), marked(&row.after)]).collect();
        let rows: Vec<[&str; 2]> = rows.iter().map(|[a, b]| [a.as_str(), b.as_str()]).collect();
        assert_eq!(
            rows,
            [
                ["一、要求", "一、要求"],
                ["每年安排算力券[8]00万元。", "每年安排算力券[9]00万元。"],
                ["支持企业。", "支持企业。"],
                ["[开放数据。]", ""],
                ["", "[本措施自发布之日起施行。]"],
            ]
        );
        assert_eq!(compared.changed, 3);
    }
}
