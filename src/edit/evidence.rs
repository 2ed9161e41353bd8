//! Evidence: the sentences of a text that may be what a cell rests on, the likeliest first.

use std::cmp::Reverse;

use super::cues::{FocusWords, rule_words};
use crate::catalogue::{Catalogue, FocusIdx, fold};

/// The places of sentences that may be evidence for a focus, those that a reader of the text is led to: the ones with most
/// words of its codebook first. Sentences without any are left out.
pub fn evidence(catalogue: &Catalogue, focus: FocusIdx, sentences: &[String]) -> Vec<usize> {
    let of = FocusWords::of(catalogue, focus);
    let cues = &catalogue[focus].cues;
    let ranking =
        if cues.is_empty() { rule_words(&catalogue[focus]) } else { cues.iter().map(String::as_str).collect() };
    let ranking: Vec<String> = ranking.into_iter().map(fold).collect();
    let ranked = |(at, sentence): (usize, &String)| {
        let sentence = fold(sentence);
        of.first_in(&sentence)?;
        Some((at, ranking.iter().filter(|word| sentence.contains(word.as_str())).count()))
    };
    let mut found: Vec<(usize, usize)> = sentences.iter().enumerate().filter_map(ranked).collect();
    found.sort_by_key(|(_, count)| Reverse(*count));
    found.into_iter().map(|(at, _)| at).collect()
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
            (&plain, "data", vec![]),
            (&plain, "application", vec![]),
            (&plain, "enterprise", vec![]),
            (&with_cues, "compute", vec![1, 2]),
            (&with_cues, "data", vec![]),
        ] {
            let focus = catalogue.find_focus(focus).unwrap();
            assert_eq!(evidence(catalogue, focus, &sentences), expected, "{}", catalogue[focus].id);
        }
    }
}
