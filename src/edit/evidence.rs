//! Evidence: the sentences of a text that may be what a cell rests on, the likeliest first.

use std::cmp::Reverse;

use crate::catalogue::{Focus, fold};
use crate::words::Lang;

/// Signs and words between the words of an inclusion rule.
const BETWEEN: [char; 14] = ['、', '，', '；', '（', '）', '“', '”', '与', '和', '及', '其', '的', '或', '对'];

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
    counted.sort_by_key(|(_, count)| Reverse(*count));
    counted.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{EMBEDDED, load};

    /// The embedded catalogue with cues of two focuses.
    fn with_cues() -> String {
        let compute = EMBEDDED.replacen("id: \"compute\",", "id: \"compute\", cues: [\"算力\", \"智算中心\"],", 1);
        let data = "id: \"data\", cues: [\"数据\"], not_cues: [\"数据中心\", \"大数据局\"],";
        compute.replacen("id: \"data\",", data, 1)
    }

    #[test]
    fn evidence_is_ranked_by_the_words_of_the_codebook() {
        let with_cues = load(with_cues().as_bytes()).catalogue.unwrap();
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
}
