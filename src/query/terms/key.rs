//! The keys of the query line, in the order of the canonical line.

use crate::catalogue::kinds::vocabulary;
use crate::catalogue::problem::nearest;
use crate::words::Lang;

vocabulary! {
    /// The key of a term.
    TermKey {
        /// Place.
        Region = "region", "地区", "region";
        /// Rank of government.
        Tier = "tier", "层级", "tier";
        /// Month of publication.
        Month = "month", "月份", "month";
        /// Focus.
        Focus = "focus", "方向", "focus";
        /// Threshold of "has" for `focus:`.
        Strength = "strength", "力度", "strength";
        /// Keyword.
        Keyword = "keyword", "关键词", "keyword";
        /// Stage.
        Stage = "stage", "阶段", "stage";
        /// Issuer.
        Issuer = "issuer", "发文机关", "issuer";
        /// Id of a policy.
        Id = "id", "编号", "id";
        /// File of a stack.
        Layer = "layer", "图层", "layer";
        /// Sources of the lens.
        Source = "source", "来源", "source";
        /// Basis of the lens.
        Basis = "basis", "依据", "basis";
        /// Versions of the lens.
        Version = "version", "版本", "version";
        /// A text, which stands without a key.
        Text = "", "", "";
    }
}

impl TermKey {
    /// The key that a word before a colon is, in either language.
    pub fn of_word(word: &str) -> Option<TermKey> {
        TermKey::find(word).filter(|key| *key != TermKey::Text)
    }

    /// The word of a key that another word was probably meant for. A Chinese one is so short that it has to begin alike.
    pub fn near_word(word: &str) -> Option<&'static str> {
        let words = |lang: Lang| TermKey::ALL.iter().map(move |key| key.name(lang)).filter(|known| !known.is_empty());
        let is_near = |zh: &&str| word.chars().next() == zh.chars().next() && strsim::levenshtein(word, zh) == 1;
        nearest(&word.to_lowercase(), words(Lang::En)).or_else(|| words(Lang::Zh).find(is_near))
    }
}
