//! Suggestions: sentences that a cue of the codebook sorts under a focus, and how well the cues did.
//!
//! Nothing is applied here. A coding has no suggestions: what both coders are told they agree on.

use crate::catalogue::{Catalogue, Focus, FocusIdx, LayerKind, fold};
use crate::words::Lang;

/// Signs and words between the words of an inclusion rule.
const BETWEEN: [char; 14] = ['、', '，', '；', '（', '）', '“', '”', '与', '和', '及', '其', '的', '或', '对'];

/// A sentence that a cue suggests for a focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
    /// The place of the sentence among those given.
    pub sentence: usize,
    /// The focus.
    pub focus: FocusIdx,
    /// The cue, the first of the codebook that stands in it.
    pub cue: &'a str,
}

/// The suggestions for sentences, in their order and in that of the codebook: a cue of the focus stands in the sentence,
/// and none of the words beside which cues do not count.
pub fn suggestions<'a>(catalogue: &'a Catalogue, layer: LayerKind, sentences: &[&str]) -> Vec<Suggestion<'a>> {
    if layer == LayerKind::Coding {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (sentence, words) in sentences.iter().enumerate() {
        let words = fold(words);
        let has = |cue: &&String| words.contains(&fold(cue));
        for focus in catalogue.focus_idxs() {
            let codebook = &catalogue[focus];
            if let Some(cue) = codebook.cues.iter().find(has).filter(|_| !codebook.not_cues.iter().any(|not| has(&not)))
            {
                found.push(Suggestion { sentence, focus, cue });
            }
        }
    }
    found
}

/// The places of sentences that may be evidence for a focus, the ones with most words of its codebook first: its cues, or
/// where it has none its name and the words of its inclusion rule. Sentences without any are left out.
pub fn evidence(focus: &Focus, sentences: &[String]) -> Vec<usize> {
    let rule = focus.counts.get(Lang::Zh);
    let named = std::iter::once(focus.name.get(Lang::Zh)).chain(rule.split(BETWEEN));
    let words: Vec<String> = if focus.cues.is_empty() {
        named.filter(|word| word.chars().count() > 1).map(fold).collect()
    } else {
        focus.cues.iter().map(|cue| fold(cue)).collect()
    };
    let not: Vec<String> = focus.not_cues.iter().map(|word| fold(word)).collect();
    let count = |sentence: &String| {
        let sentence = fold(sentence);
        let has = |word: &&String| sentence.contains(word.as_str());
        if not.iter().any(|word| has(&word)) { 0 } else { words.iter().filter(has).count() }
    };
    let counted = sentences.iter().map(count).enumerate().filter(|(_, count)| *count > 0);
    let mut counted: Vec<(usize, usize)> = counted.collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(at, _)| at).collect()
}

/// The answers to the suggestions of a focus or of one cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suggested {
    /// The accepted ones.
    pub accepted: usize,
    /// The rejected ones.
    pub rejected: usize,
    /// All marks of the focus in texts that were read whole, by a cue or not.
    pub marks: usize,
}

impl Suggested {
    /// The accepted among those that were answered: how many of how many; none where none was.
    pub fn precision(self) -> Option<(usize, usize)> {
        let answered = self.accepted + self.rejected;
        (answered > 0).then_some((self.accepted, answered))
    }

    /// The accepted among all marks: how many of how many; none where there is no mark.
    pub fn recall(self) -> Option<(usize, usize)> {
        (self.marks > 0).then_some((self.accepted, self.marks))
    }
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
            ("购置gpu服务器。", vec![("compute", "ＧＰＵ")]),
            ("建设数据中心，开放数据。", vec![]),
            ("支持企业。", vec![]),
            ("", vec![]),
        ] {
            let told = |layer| suggestions(&catalogue, layer, &[sentence]);
            let found: Vec<(&str, &str)> =
                told(LayerKind::Own).iter().map(|one| (catalogue[one.focus].id.as_str(), one.cue)).collect();
            assert_eq!(found, expected, "{sentence}");
            assert_eq!(told(LayerKind::Coding), [], "none where coding is blind");
        }
        let found = suggestions(&catalogue, LayerKind::Own, &["无。", "算力。"]);
        assert_eq!(found.iter().map(|one| one.sentence).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn evidence_is_ranked_by_the_words_of_the_codebook() {
        let with_cues = catalogue();
        let plain = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        let text =
            ["为促进产业发展，制定本政策。", "提供算力。", "建设算力设施，发放算力券。", "建设数据中心，开放数据。"];
        let sentences = text.map(str::to_owned);
        for (catalogue, focus, expected) in [
            (&plain, "compute", vec![2, 1]),
            (&plain, "data", vec![3]),
            (&plain, "application", vec![]),
            (&with_cues, "compute", vec![1, 2]),
            (&with_cues, "data", vec![]),
        ] {
            let focus = catalogue.find_focus(focus).unwrap();
            assert_eq!(evidence(&catalogue[focus], &sentences), expected, "{}", catalogue[focus].id);
        }
    }

    #[test]
    fn precision_and_recall_name_their_denominators() {
        for (accepted, rejected, marks, precision, recall) in [
            (0, 0, 0, None, None),
            (0, 0, 4, None, Some((0, 4))),
            (12, 4, 13, Some((12, 16)), Some((12, 13))),
            (0, 3, 0, Some((0, 3)), None),
        ] {
            let suggested = Suggested { accepted, rejected, marks };
            assert_eq!((suggested.precision(), suggested.recall()), (precision, recall));
        }
    }
}
