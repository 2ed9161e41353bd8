//! Cues of a codebook, and those that the program brings along for one that gives none.

use crate::catalogue::{Catalogue, Focus, FocusIdx, fold};
use crate::words::Lang;

/// Signs and words between the words of an inclusion rule.
const BETWEEN: [char; 14] = ['、', '，', '；', '（', '）', '“', '”', '与', '和', '及', '其', '的', '或', '对'];

/// Cues for focuses of the embedded codebook, by id and name: the words of its own inclusion rules.
///
/// Shipped are those alone whose precision and recall reach 0.7 on the 56 statements of the embedded catalogue that are
/// sorted under focuses, and that name a thing: the words of application (9 of 11 right, 9 of 11 found) stand in whole texts
/// where no measure is, and those of enterprise miss too much (5 of 7 right, 5 of 8 found).
const SHIPPED: [ShippedCues; 3] = [
    ShippedCues { id: "compute", name: "算力", cues: &["算力"], not_cues: &[] },
    ShippedCues {
        id: "algorithm",
        name: "算法",
        cues: &["算法", "模型", "首试首用", "首版次", "基础软硬件", "基础理论"],
        not_cues: &[],
    },
    // A data centre is compute, and an office of data may be in charge of anything.
    ShippedCues {
        id: "data",
        name: "数据",
        cues: &["数据", "算据"],
        not_cues: &["数据中心", "数据局", "数据管理局", "数据发展管理局", "数据资源局", "数据资源管理局"],
    },
];

/// Cues for a focus of the embedded codebook.
struct ShippedCues {
    id: &'static str,
    name: &'static str,
    cues: &'static [&'static str],
    /// The words beside which they do not count.
    not_cues: &'static [&'static str],
}

/// The words by which a sentence may be of a focus, folded: the form and the reader offer the same sentences.
pub struct FocusWords {
    /// Its cues, else its name and the words of its inclusion rule; each as written and folded.
    words: Vec<(String, String)>,
    /// The words beside which they do not count.
    not: Vec<String>,
}

impl FocusWords {
    /// The words of a focus.
    pub fn of(catalogue: &Catalogue, focus: FocusIdx) -> FocusWords {
        let (cues, not) = cues_of(catalogue, focus);
        let words = if cues.is_empty() { rule_words(&catalogue[focus]) } else { cues };
        let words = words.into_iter().map(|word| (word.to_owned(), fold(word))).collect();
        FocusWords { words, not: not.into_iter().map(fold).collect() }
    }

    /// The first word that stands in a folded sentence, unless one beside which they do not count stands there too.
    pub fn first_in(&self, sentence: &str) -> Option<&str> {
        let (word, _) = self.words.iter().find(|(_, folded)| sentence.contains(folded))?;
        self.not.iter().all(|not| !sentence.contains(not)).then_some(word)
    }
}

/// Whether a focus has cues; of one without, the words of its inclusion rule stand in many a sentence that is not of it.
pub fn has_cues(catalogue: &Catalogue, focus: FocusIdx) -> bool {
    !cues_of(catalogue, focus).0.is_empty()
}

/// The name of a focus and the words of its inclusion rule.
pub fn rule_words(focus: &Focus) -> Vec<&str> {
    let named = std::iter::once(focus.name.get(Lang::Zh)).chain(focus.counts.get(Lang::Zh).split(BETWEEN));
    named.filter(|word| word.chars().count() > 1).collect()
}

/// The cues of a focus, and the words beside which they do not count: those of the codebook, else those shipped.
pub fn cues_of(catalogue: &Catalogue, focus: FocusIdx) -> (Vec<&str>, Vec<&str>) {
    let focus = &catalogue[focus];
    if focus.cues.is_empty() && focus.not_cues.is_empty() {
        let is_it = |one: &&ShippedCues| focus.id == one.id && focus.name.zh.as_deref() == Some(one.name);
        let shipped = SHIPPED.iter().find(is_it);
        return shipped.map(|one| (one.cues.to_vec(), one.not_cues.to_vec())).unwrap_or_default();
    }
    (words(&focus.cues), words(&focus.not_cues))
}

fn words(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{EMBEDDED, Statement, StatementKind, fold, load};

    /// Suggestions that are right, all of them, and all statements of the focus.
    #[derive(Debug, PartialEq, Eq)]
    struct Measured {
        right: usize,
        suggested: usize,
        of_focus: usize,
    }

    impl Measured {
        /// Whether precision and recall reach 0.7.
        fn is_enough(&self) -> bool {
            self.right * 10 >= self.suggested * 7 && self.right * 10 >= self.of_focus * 7
        }
    }

    /// The measure of cues over sentences, each with whether it is of the focus.
    fn measured(cues: &[&str], not_cues: &[&str], sentences: impl Iterator<Item = (String, bool)>) -> Measured {
        let mut measured = Measured { right: 0, suggested: 0, of_focus: 0 };
        for (words, is_of_focus) in sentences {
            let words = fold(&words);
            let has = |list: &[&str]| list.iter().any(|cue| words.contains(&fold(cue)));
            let is_suggested = has(cues) && !has(not_cues);
            measured.suggested += usize::from(is_suggested);
            measured.of_focus += usize::from(is_of_focus);
            measured.right += usize::from(is_suggested && is_of_focus);
        }
        measured
    }

    /// Words of the inclusion rules of the two focuses without shipped cues.
    const APPLICATION: [&str; 3] = ["应用", "场景", "示范"];
    const ENTERPRISE: [&str; 2] = ["企业", "资金"];

    #[test]
    fn cues_are_shipped_where_they_are_right_and_miss_little() {
        let catalogue = load(EMBEDDED.as_bytes()).catalogue.unwrap();
        let is_coded = |one: &&Statement| matches!(one.kind, StatementKind::Focus | StatementKind::Emphasis);
        let coded: Vec<&Statement> = catalogue.statements.iter().filter(is_coded).collect();
        assert_eq!(coded.len(), 56, "statements that are measured");
        for (id, right, suggested, of_focus) in [
            ("compute", 11, 11, 11),
            ("algorithm", 16, 19, 18),
            ("data", 10, 10, 10),
            ("application", 9, 11, 11),
            ("enterprise", 5, 7, 8),
        ] {
            let focus = catalogue.focus_idxs().find(|focus| catalogue[*focus].id == id).unwrap();
            let (shipped, not_cues) = cues_of(&catalogue, focus);
            let cues = match id {
                "application" => APPLICATION.to_vec(),
                "enterprise" => ENTERPRISE.to_vec(),
                _ => shipped.clone(),
            };
            // Quotations are fragments of sentences, which their summaries complete.
            let sentences = coded.iter().map(|one| {
                let words = [one.quote.as_deref(), one.summary.zh.as_deref()].into_iter().flatten().collect();
                (words, one.focuses.contains(&focus))
            });
            let found = measured(&cues, &not_cues, sentences);
            assert_eq!(found, Measured { right, suggested, of_focus }, "{id}");
            if !shipped.is_empty() {
                assert!(found.is_enough(), "{id}");
            }
        }
        // In whole texts the words of application stand where no measure is: 坚持应用牵引 is a principle.
        assert!(measured(&ENTERPRISE, &[], std::iter::once(("单个企业最高50万元".to_owned(), false))).suggested > 0);
        assert!(measured(&APPLICATION, &[], std::iter::once(("坚持应用牵引。".to_owned(), false))).suggested > 0);
    }

    #[test]
    fn the_cues_of_a_codebook_come_before_those_shipped() {
        let own = EMBEDDED.replacen("id: \"compute\",", "id: \"compute\", cues: [\"智算\"],", 1);
        let other = EMBEDDED.replacen("name: (zh: \"算力\", en: \"Compute\")", "name: (zh: \"计算\")", 1);
        for (text, expected) in [(EMBEDDED.to_owned(), vec!["算力"]), (own, vec!["智算"]), (other, vec![])] {
            let catalogue = load(text.as_bytes()).catalogue.unwrap();
            assert_eq!(cues_of(&catalogue, FocusIdx(0)), (expected, vec![]));
        }
    }
}
