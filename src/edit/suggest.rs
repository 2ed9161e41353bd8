//! Suggestions: sentences that a cue of the codebook sorts under a focus, and how well the cues did.
//!
//! Nothing is applied here. A coding has no suggestions: what both coders are told they agree on.

use std::collections::{BTreeMap, HashSet};

use super::cues::{FocusWords, cues_of};
use crate::catalogue::{Catalogue, FocusIdx, LayerKind, RejectedSuggestion, TextIdx, fold};

/// A sentence that a cue suggests for a focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The place of the sentence among those given.
    pub sentence: usize,
    /// The focus.
    pub focus: FocusIdx,
    /// The cue, the first of the codebook that stands in it; of a focus without cues a word of its inclusion rule.
    pub cue: String,
}

/// The suggestions for sentences, in their order and in that of the codebook: a cue of the focus stands in the sentence,
/// and none of the words beside which cues do not count.
pub fn suggestions(catalogue: &Catalogue, layer: LayerKind, sentences: &[&str]) -> Vec<Suggestion> {
    if layer == LayerKind::Coding {
        return Vec::new();
    }
    let all: Vec<(FocusIdx, FocusWords)> =
        catalogue.focus_idxs().map(|focus| (focus, FocusWords::of(catalogue, focus))).collect();
    let mut found = Vec::new();
    for (sentence, words) in sentences.iter().enumerate() {
        let words = fold(words);
        found.extend(all.iter().filter_map(|(focus, of)| {
            let cue = of.first_in(&words)?.to_owned();
            Some(Suggestion { sentence, focus: *focus, cue })
        }));
    }
    found
}

/// The answers to the suggestions of a focus or of one cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suggested {
    /// The accepted ones.
    pub accepted: usize,
    /// The rejected ones.
    pub rejected: usize,
    /// All marks of the focus in texts that were read whole for it, by a cue or not.
    pub marks: usize,
    /// The accepted among these marks.
    pub found: usize,
}

impl Suggested {
    /// The accepted among those that were answered: how many of how many; none where none was.
    pub fn precision(self) -> Option<(usize, usize)> {
        let answered = self.accepted + self.rejected;
        (answered > 0).then_some((self.accepted, answered))
    }

    /// The accepted among all marks of texts read whole: how many of how many; none where there is no mark.
    pub fn recall(self) -> Option<(usize, usize)> {
        (self.marks > 0).then_some((self.found, self.marks))
    }
}

/// The answers to a cue, or to all of a focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueAnswers<'a> {
    /// The focus.
    pub focus: FocusIdx,
    /// The cue; none for all of the focus.
    pub cue: Option<&'a str>,
    /// The answers.
    pub answers: Suggested,
}

/// The answers to suggestions: each focus, then its cues in the order of the codebook, then those that are no longer in
/// it, by their characters. What a coding says is in no catalogue, and so not here.
pub fn cue_answers(catalogue: &Catalogue) -> Vec<CueAnswers<'_>> {
    let mut read: HashSet<(TextIdx, FocusIdx)> = HashSet::new();
    for reading in catalogue.readings.iter().filter(|reading| reading.whole) {
        let of = catalogue.focus_idxs().filter(|focus| reading.focuses.has(*focus));
        read.extend(of.map(|focus| (reading.text, focus)));
    }
    let mut of_focus: BTreeMap<FocusIdx, Suggested> = BTreeMap::new();
    let mut of_cue: BTreeMap<(FocusIdx, &str), Suggested> = BTreeMap::new();
    for statement in &catalogue.statements {
        let Some(mark) = &statement.mark else { continue };
        for focus in &statement.focuses {
            let is_read = read.contains(&(mark.text, *focus));
            let all = of_focus.entry(*focus).or_default();
            all.marks += usize::from(is_read);
            let Some(cue) = &statement.cue else { continue };
            for answers in [all, of_cue.entry((*focus, cue)).or_default()] {
                answers.accepted += 1;
                answers.found += usize::from(is_read);
            }
        }
    }
    for RejectedSuggestion { focus, cue, .. } in &catalogue.rejected {
        of_focus.entry(*focus).or_default().rejected += 1;
        of_cue.entry((*focus, cue)).or_default().rejected += 1;
    }
    let mut out = Vec::new();
    for focus in catalogue.focus_idxs() {
        let all = of_focus.get(&focus).copied().unwrap_or_default();
        out.push(CueAnswers { focus, cue: None, answers: all });
        let (cues, _) = cues_of(catalogue, focus);
        let gone = of_cue.keys().filter(|(of, cue)| *of == focus && !cues.contains(cue)).map(|(_, cue)| *cue);
        let cues = cues.iter().copied().chain(gone.collect::<Vec<_>>());
        out.extend(cues.map(|cue| {
            let answers = of_cue.get(&(focus, cue)).copied().unwrap_or_default();
            CueAnswers { focus, cue: Some(cue), answers: Suggested { marks: all.marks, ..answers } }
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{EMBEDDED, load};

    /// The embedded catalogue with cues of two focuses.
    fn catalogue() -> Catalogue {
        let cues = |text: String, focus: &str, cues: &str| {
            let id = format!("id: \"{focus}\",");
            assert_eq!(text.matches(&id).count(), 1, "{focus}");
            text.replace(&id, &format!("{id} {cues}"))
        };
        let text = cues(EMBEDDED.to_owned(), "compute", r#"cues: ["算力", "智算中心", "ＧＰＵ"],"#);
        let text = cues(text, "data", r#"cues: ["数据"], not_cues: ["数据中心", "大数据局"],"#);
        let loaded = load(text.as_bytes());
        assert_eq!(loaded.problems, []);
        loaded.catalogue.unwrap()
    }

    #[test]
    fn a_cue_suggests_its_focus_unless_a_word_stands_beside_it() {
        let catalogue = catalogue();
        for (sentence, expected) in [
            ("每年安排算力券1000万元。", vec![("compute", "算力")]),
            ("建设智算中心，提供算力和数据。", vec![("compute", "算力"), ("data", "数据")]),
            ("购置gpu服务器。", vec![("compute", "ＧＰＵ"), ("enterprise", "服务")]),
            ("建设数据中心，开放数据。", vec![]),
            ("支持企业。", vec![("enterprise", "企业")]),
            ("", vec![]),
        ] {
            let told = |layer| suggestions(&catalogue, layer, &[sentence]);
            let told_own = told(LayerKind::Own);
            let found: Vec<(&str, &str)> =
                told_own.iter().map(|one| (catalogue[one.focus].id.as_str(), one.cue.as_str())).collect();
            assert_eq!(found, expected, "{sentence}");
            assert_eq!(told(LayerKind::Coding), [], "none where coding is blind");
        }
        let found = suggestions(&catalogue, LayerKind::Own, &["无。", "算力。"]);
        assert_eq!(found.iter().map(|one| one.sentence).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn the_cues_that_are_shipped_leave_data_centres_and_offices_out() {
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        for (sentence, expected) in [
            ("支持建设数据中心。", vec![]),
            ("（责任单位：市大数据局、市科技局）", vec![]),
            ("建设智能算力与数据中心。", vec!["compute"]),
            ("开放公共数据。", vec!["data"]),
        ] {
            let found = suggestions(&catalogue, LayerKind::Own, &[sentence]);
            let found: Vec<&str> = found.iter().map(|one| catalogue[one.focus].id.as_str()).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }

    #[test]
    fn precision_and_recall_name_their_denominators() {
        for (accepted, rejected, found, marks, precision, recall) in [
            (0, 0, 0, 0, None, None),
            (0, 0, 0, 4, None, Some((0, 4))),
            (12, 4, 12, 13, Some((12, 16)), Some((12, 13))),
            (12, 4, 9, 10, Some((12, 16)), Some((9, 10))),
            (0, 3, 0, 0, Some((0, 3)), None),
        ] {
            let suggested = Suggested { accepted, rejected, marks, found };
            assert_eq!((suggested.precision(), suggested.recall()), (precision, recall));
        }
    }
}
