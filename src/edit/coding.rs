//! A policy as whoever reads its texts sees it: texts, statements with their marks, readings, suggestions that were
//! rejected; and the edits of what a reader writes beside a mark, or of a focus that the policy has nothing of.

use super::anchor::MarkPlace;
use super::form::PolicyForm;
use super::open::OpenLayer;
use super::patch::RecordEdit;
use super::text::{given, quoted, record};
use crate::catalogue::PathStep::{self, Field};
use crate::catalogue::{LayerKind, List, Span, Stage, Strength, Version, own_source_id};
use crate::words::{Lang, LayerText as T};

/// A policy of a layer, as its reader works on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedPolicy {
    /// Its title.
    pub title: String,
    /// Whether it is a draft or final.
    pub stage: Stage,
    /// Id of its source.
    pub source: String,
    /// Its texts, in their order.
    pub texts: Vec<CodedText>,
    /// Its statements, in their order.
    pub statements: Vec<CodedStatement>,
    /// The readings of its texts.
    pub readings: Vec<TextReading>,
    /// The suggestions that were rejected.
    pub rejected: Vec<RejectedSentence>,
}

impl Default for CodedPolicy {
    fn default() -> CodedPolicy {
        CodedPolicy {
            title: String::new(),
            stage: Stage::Final,
            source: String::new(),
            texts: Vec::new(),
            statements: Vec::new(),
            readings: Vec::new(),
            rejected: Vec::new(),
        }
    }
}

/// A text of a policy of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedText {
    /// Its id.
    pub id: String,
    /// The version of the policy that it is of.
    pub version: Version,
    /// The name of the file that it was taken from; empty for a copied text.
    pub name: String,
}

/// A statement on a policy of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedStatement {
    /// Its id.
    pub id: String,
    /// Ids of its focuses.
    pub focuses: Vec<String>,
    /// Its strength.
    pub strength: Strength,
    /// The version of the policy that it was read in.
    pub version: Version,
    /// Its summary.
    pub summary: String,
    /// Its quotation; empty where it has none.
    pub quote: String,
    /// The place in words; empty where it has none.
    pub at: String,
    /// Its keywords.
    pub keywords: Vec<String>,
    /// Whether it says that there are others.
    pub is_open: bool,
    /// The cue that suggested it.
    pub cue: Option<String>,
    /// Id of the text that its quotation is marked in, and the place.
    pub mark: Option<(String, MarkPlace)>,
}

/// A reading of a text of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextReading {
    /// Its id.
    pub id: String,
    /// Id of the text.
    pub text: String,
    /// The day.
    pub on: String,
    /// Whether it went to the end, for every focus.
    pub is_whole: bool,
}

/// A sentence for which a suggestion was rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedSentence {
    /// Id of the text.
    pub text: String,
    /// Id of the focus.
    pub focus: String,
    /// The cue.
    pub cue: String,
    /// The sentence.
    pub quote: String,
}

/// The words beside a mark, as a reader types them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkWords {
    /// Summary.
    pub summary: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Whether there are others too.
    pub is_open: bool,
}

impl MarkWords {
    /// Keywords as they are typed, with commas of any kind between them.
    pub fn keywords_in(typed: &str) -> Vec<String> {
        let words = typed.split(['、', '，', ',', ';', '；']).map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }
}

/// The kind of the layer with this text; one's own where it says none.
pub fn kind_of(text: &str) -> LayerKind {
    let word = super::layer::in_head(text, "layer", &[Field("kind")]);
    LayerKind::ALL.iter().copied().find(|kind| word.as_deref() == Some(&format!("{kind:?}"))).unwrap_or(LayerKind::Own)
}

/// The version with this word in the file; a record without one is of the policy's own.
fn version_of(word: &str) -> Version {
    Version::ALL.iter().find(|one| format!("{one:?}") == word).copied().unwrap_or(Version::Own)
}

/// The coder that the layer with this text names.
pub fn coder_of(text: &str) -> Option<String> {
    super::layer::in_head(text, "layer", &[Field("coder")])
}

impl OpenLayer<'_> {
    /// A policy with its texts, statements and readings; none where the layer has no such policy.
    pub fn coded(&self, policy: &str) -> Option<CodedPolicy> {
        let form = PolicyForm::read_from(self, policy, std::iter::empty())?;
        let mut coded = CodedPolicy { title: form.title, stage: form.stage, ..CodedPolicy::default() };
        coded.source = form.saved.map_or_else(|| own_source_id(policy), |saved| saved.source);
        let spans = self.spans();
        for (list, id) in self.texts_and_readings(policy) {
            let Some(record) = spans.record(list, &id) else { continue };
            let read = |path: &[PathStep]| self.read(record, path).unwrap_or_default();
            if list == List::Texts {
                let version = version_of(&read(&[Field("version")]));
                coded.texts.push(CodedText { version, name: read(&[Field("from"), Field("name")]), id });
            } else {
                let is_whole = read(&[Field("whole")]) == "true" && read(&[Field("focuses")]) == "All";
                let (text, on) = (read(&[Field("text")]), read(&[Field("on")]));
                coded.readings.push(TextReading { id, text, on, is_whole });
            }
        }
        let statements = self.statements(policy).iter();
        coded.statements = statements.map(|(id, span)| self.coded_statement(id, *span)).collect();
        coded.rejected = self.rejected_of(&coded.texts);
        Some(coded)
    }

    fn read(&self, record: Span, path: &[PathStep]) -> Option<String> {
        self.spans().value(record, path).map(|span| self.spans().string(span))
    }

    fn coded_statement(&self, id: &str, span: Span) -> CodedStatement {
        let spans = self.spans();
        let read = |path: &[PathStep]| self.read(span, path).unwrap_or_default();
        let list = |name| {
            let list = spans.value(span, &[Field(name)]);
            let items = list.map(|list| spans.items(list)).unwrap_or_default();
            items.into_iter().map(|item| spans.string(item)).collect()
        };
        let strength = read(&[Field("strength")]);
        let strength = Strength::ALL.iter().find(|one| format!("{one:?}") == strength);
        let number = |name| read(&[Field("mark"), Field(name)]).parse().ok();
        let place = || Some(MarkPlace { paragraph: number("paragraph")?, from: number("from")?, to: number("to")? });
        CodedStatement {
            id: id.to_owned(),
            focuses: list("focuses"),
            strength: strength.copied().unwrap_or(Strength::NotStated),
            version: version_of(&read(&[Field("version")])),
            summary: read(&[Field("summary"), Field("zh")]),
            quote: read(&[Field("quote")]),
            at: read(&[Field("at")]),
            keywords: list("keywords"),
            is_open: read(&[Field("list")]) == "Open",
            cue: self.read(span, &[Field("cue")]),
            mark: place().map(|place| (read(&[Field("mark"), Field("text")]), place)),
        }
    }

    /// The edits that write the words beside a mark: those alone that differ from what stands there.
    pub fn put_mark_words(&self, statement: &str, words: &MarkWords) -> Vec<RecordEdit> {
        let Some(span) = self.spans().record(List::Statements, statement) else { return Vec::new() };
        let now = self.coded_statement(statement, span);
        let set = |path: &[PathStep], value: Option<String>| RecordEdit::Set {
            list: List::Statements,
            id: statement.to_owned(),
            path: path.to_vec(),
            value,
        };
        let mut edits = Vec::new();
        let summary = words.summary.trim();
        // A summary is never empty: without one of its own it is the quotation.
        let summary = if summary.is_empty() { now.quote.as_str() } else { summary };
        if summary != now.summary && !summary.is_empty() {
            edits.push(set(&[Field("summary"), Field("zh")], Some(quoted(summary))));
        }
        if words.keywords != now.keywords {
            let keywords: Vec<String> = words.keywords.iter().map(|word| quoted(word)).collect();
            let list = (!keywords.is_empty()).then(|| format!("[{}]", keywords.join(", ")));
            edits.push(set(&[Field("keywords")], list));
        }
        if words.is_open != now.is_open {
            let word = if words.is_open { "Open" } else { "Closed" };
            edits.push(set(&[Field("list")], Some(word.to_owned())));
        }
        edits
    }

    /// The edits that record that a policy has nothing of a focus; `of` is its id and that of its source.
    pub fn put_absent(&self, tag: &str, of: (&str, &str), focus: &str, by: &str, on: &str) -> Vec<RecordEdit> {
        let record = record(vec![
            ("id", Some(quoted(&self.next_id(List::Statements, tag)))),
            ("kind", Some("Focus".to_owned())),
            ("of", Some(format!("Policy({})", quoted(of.0)))),
            ("focuses", Some(format!("[{}]", quoted(focus)))),
            ("strength", Some(format!("{:?}", Strength::Absent))),
            ("list", Some("Closed".to_owned())),
            ("assigned_by", Some("Coder".to_owned())),
            ("summary", Some(format!("(zh: {})", quoted(T::AbsentSummary.get(Lang::Zh))))),
            ("source", Some(quoted(of.1))),
            ("coder", given(by)),
            ("coded_on", given(on)),
        ]);
        vec![RecordEdit::Put(List::Statements, record)]
    }

    /// The suggestions for sentences of these texts that were rejected.
    fn rejected_of(&self, texts: &[CodedText]) -> Vec<RejectedSentence> {
        let list = self.spans().head("rejected").map(|head| self.spans().items(head)).unwrap_or_default();
        let one = |item: Span| {
            let read = |name| self.read(item, &[Field(name)]);
            let (text, focus, cue, quote) = (read("text")?, read("focus")?, read("cue")?, read("quote")?);
            Some(RejectedSentence { text, focus, cue, quote })
        };
        let all = list.into_iter().filter_map(one);
        all.filter(|one| texts.iter().any(|text| text.id == one.text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{NewMark, NewReading, NewText, Rejection};

    const LAYER: &str = r#"(
    schema: 2,
    layer: (kind: Own, tag: "k7qa"),
    sources: [(id: "k7qa1-source", grade: Own, title: "自有台账", covers: Stated)],
    policies: [
        (id: "340200-2024-k7qa1", region: "340200", title: (zh: "示例"), stage: Final),
    ],
    statements: [],
)
"#;
    const POLICY: &str = "340200-2024-k7qa1";

    fn edited(text: &str, edits: impl FnOnce(&OpenLayer<'_>) -> Vec<RecordEdit>) -> String {
        let open = OpenLayer::of(text);
        open.apply(&edits(&open)).unwrap().text
    }

    #[test]
    fn a_policy_is_read_with_all_that_a_reader_wrote() {
        let paragraphs = vec!["每年安排算力券1000万元。".to_owned()];
        let text = NewText {
            of: POLICY,
            version: Version::Own,
            source: "k7qa1-source",
            from: Some(("措施.docx", "ab")),
            paragraphs: &paragraphs,
        };
        let layer = edited(LAYER, |open| open.put_text("k7qa", &text).0);
        let place = MarkPlace { paragraph: 1, from: 0, to: 14 };
        let mark = NewMark {
            of: POLICY,
            text: "k7qa-t1",
            version: Version::Own,
            paragraphs: &paragraphs,
            place,
            focus: "compute",
            strength: Strength::Mentioned,
            source: "k7qa1-source",
            at: "一",
            cue: Some("算力券"),
            by: "",
            on: "2026-12-01",
        };
        let layer = edited(&layer, |open| open.put_mark("k7qa", &mark).unwrap().0);
        let words = MarkWords { summary: "发券".to_owned(), keywords: vec!["算力券".to_owned()], is_open: true };
        let layer = edited(&layer, |open| open.put_mark_words("k7qa-s1", &words));
        assert_eq!(edited(&layer, |open| open.put_mark_words("k7qa-s1", &words)), layer, "the same words are no edit");
        let read =
            NewReading { of: POLICY, text: "k7qa-t1", by: "k7qa", on: "2026-12-01", focuses: None, is_whole: true };
        let layer = edited(&layer, |open| open.put_reading("k7qa", &read).0);
        let cue =
            Rejection { text: "k7qa-t1", focus: "data", cue: "数据", quote: "无。", by: "", on: "2026-12-01" };
        let layer = edited(&layer, |open| open.put_rejection(&cue));
        let layer = edited(&layer, |open| open.put_rejection(&Rejection { text: "k7qa-t9", ..cue }));
        let open = OpenLayer::of(&layer);
        let coded = open.coded(POLICY).unwrap();
        assert_eq!((coded.title.as_str(), coded.source.as_str()), ("示例", "k7qa1-source"));
        let of = CodedText { id: "k7qa-t1".into(), version: Version::Own, name: "措施.docx".into() };
        assert_eq!(coded.texts, [of]);
        let [text, focus, cue, quote] = ["k7qa-t1", "data", "数据", "无。"].map(str::to_owned);
        assert_eq!(coded.rejected, [RejectedSentence { text, focus, cue, quote }], "of its own texts alone");
        assert!(coded.readings.iter().all(|one| one.is_whole && one.text == "k7qa-t1" && one.on == "2026-12-01"));
        let [one] = coded.statements.as_slice() else { panic!("{:?}", coded.statements) };
        assert_eq!((one.summary.as_str(), one.is_open, &one.keywords), ("发券", true, &words.keywords));
        assert_eq!((one.cue.as_deref(), one.mark.clone()), (Some("算力券"), Some(("k7qa-t1".to_owned(), place))));
        assert_eq!(open.coded("340200-2024-k7qa2"), None);
    }

    #[test]
    fn none_of_a_focus_is_a_statement_without_words() {
        let edits = |open: &OpenLayer<'_>| open.put_absent("k7qa", (POLICY, "k7qa1-source"), "data", "", "2026-12-01");
        let layer = edited(LAYER, edits);
        let coded = OpenLayer::of(&layer).coded(POLICY).unwrap();
        let [one] = coded.statements.as_slice() else { panic!("{:?}", coded.statements) };
        assert_eq!(
            (one.strength, one.quote.as_str(), one.focuses.as_slice()),
            (Strength::Absent, "", &["data".to_owned()][..])
        );
    }

    #[test]
    fn the_head_names_kind_and_coder() {
        let coding = LAYER.replace("kind: Own, tag: \"k7qa\"", "kind: Coding, tag: \"k7qa\", coder: \"b\"");
        for (text, kind, coder) in [(LAYER, LayerKind::Own, None), (&coding, LayerKind::Coding, Some("b"))] {
            assert_eq!((kind_of(text), coder_of(text).as_deref()), (kind, coder));
        }
    }
}
