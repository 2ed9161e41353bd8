//! Tests of two texts side by side: what they say of each other, and that both can be put together from it again.

use proptest::prelude::*;

use super::*;

/// A text of paragraphs, its sentences ended by 。.
fn text(paragraphs: &[String]) -> Vec<Vec<&str>> {
    paragraphs.iter().map(|paragraph| paragraph.split_inclusive('。').collect()).collect()
}

fn owned(paragraphs: &[&str]) -> Vec<String> {
    paragraphs.iter().map(|text| (*text).to_owned()).collect()
}

/// A pair as a line: `=` the same, `~` changed, `-` removed, `+` added, with the places of both.
fn told(pair: &SentencePair<'_>) -> String {
    let at = |one: &TextSentence<'_>| format!("{}.{}", one.paragraph, one.sentence);
    match pair {
        SentencePair::Same(a, b) => format!("= {} {} {}", at(a), at(b), a.text),
        SentencePair::Removed(a) => format!("- {} {}", at(a), a.text),
        SentencePair::Added(b) => format!("+ {} {}", at(b), b.text),
        SentencePair::Changed(a, b, pieces) => {
            let piece = |piece: &TextPiece<'_>| match piece {
                TextPiece::Kept(text) => (*text).to_owned(),
                TextPiece::Removed(text) => format!("[{text}]"),
                TextPiece::Added(text) => format!("({text})"),
            };
            format!("~ {} {} {}", at(a), at(b), pieces.iter().map(piece).collect::<String>())
        }
    }
}

#[test]
fn a_draft_stands_beside_the_final_text() {
    let draft = owned(&["一、总则", "坚持应用。每年安排1000万元。公开征求意见。", "二、附则"]);
    let last = owned(&["一、总则", "坚持应用。每年安排算力券2000万元。", "支持中小企业购买。", "二、附则"]);
    let pairs = compare_texts(&text(&draft), &text(&last));
    let told: Vec<String> = pairs.iter().map(told).collect();
    assert_eq!(
        told,
        [
            "= 1.1 1.1 一、总则",
            "= 2.1 2.1 坚持应用。",
            "~ 2.2 2.2 每年安排[1](算力券2)000万元。",
            "- 2.3 公开征求意见。",
            "+ 3.1 支持中小企业购买。",
            "= 3.1 4.1 二、附则",
        ]
    );
}

/// Both texts, put together from the pairs.
fn together(pairs: &[SentencePair<'_>]) -> [Vec<String>; 2] {
    let join = |sentences: Vec<TextSentence<'_>>| {
        let mut paragraphs: Vec<String> = Vec::new();
        for one in sentences {
            if one.sentence == 1 {
                paragraphs.push(String::new());
            }
            assert_eq!(one.paragraph, paragraphs.len(), "in order, none left out");
            paragraphs.last_mut().unwrap().push_str(one.text);
        }
        paragraphs
    };
    for pair in pairs {
        if let SentencePair::Changed(before, after, pieces) = pair {
            let of = |keep: fn(&TextPiece<'_>) -> Option<String>| pieces.iter().filter_map(keep).collect::<String>();
            let old = of(|piece| match piece {
                TextPiece::Kept(text) | TextPiece::Removed(text) => Some((*text).to_owned()),
                TextPiece::Added(_) => None,
            });
            let new = of(|piece| match piece {
                TextPiece::Kept(text) | TextPiece::Added(text) => Some((*text).to_owned()),
                TextPiece::Removed(_) => None,
            });
            assert_eq!((old.as_str(), new.as_str()), (before.text, after.text));
        }
    }
    [
        join(pairs.iter().filter_map(SentencePair::before).collect()),
        join(pairs.iter().filter_map(SentencePair::after).collect()),
    ]
}

#[test]
fn long_texts_are_compared_in_time_that_grows_with_their_size() {
    let numbered = |order: &dyn Fn(usize) -> usize| -> Vec<String> {
        (0..6_000).map(|n| format!("第{}条安排资金。", order(n))).collect()
    };
    let rising = numbered(&|n| n);
    for other in [numbered(&|n| 6_000 - n), numbered(&|n| n + 3_000), numbered(&|n| n * 7 + 60_000), Vec::new()] {
        let pairs = compare_texts(&text(&rising), &text(&other));
        assert_eq!(together(&pairs), [rising.clone(), other]);
    }
    // What stands at its place stays the same however much around it is another.
    let mut other = numbered(&|n| 60_000 - n * 9);
    other[3_000].clone_from(&rising[3_000]);
    let pairs = compare_texts(&text(&rising), &text(&other));
    assert!(pairs.iter().any(|pair| matches!(pair, SentencePair::Same(one, _) if one.paragraph == 3_001)));
    assert_eq!(together(&pairs), [rising, other]);
    let long = [owned(&[&"算".repeat(30_000)]), owned(&[&"力算".repeat(15_000)])];
    assert_eq!(together(&compare_texts(&text(&long[0]), &text(&long[1]))), long);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_texts_are_in_what_is_said_of_them(
        before in prop::collection::vec("[甲乙算力。a💡]{0,12}", 0..12),
        after in prop::collection::vec("[甲乙算力。a💡]{0,12}", 0..12),
    ) {
        let pairs = compare_texts(&text(&before), &text(&after));
        prop_assert_eq!(together(&pairs), [before.clone(), after.clone()]);
        let changes = compare_texts(&text(&before), &text(&before));
        prop_assert!(changes.iter().all(|pair| matches!(pair, SentencePair::Same(..))));
    }

    #[test]
    fn any_two_texts_are_put_together_again(before in any::<Vec<String>>(), after in any::<Vec<String>>()) {
        prop_assert_eq!(together(&compare_texts(&text(&before), &text(&after))), [before.clone(), after.clone()]);
    }
}
