//! Tests of marks in a text that changed: each has one fate, and one that is moved has its words.

use proptest::prelude::*;

use super::*;

fn text(paragraphs: &[&str]) -> Vec<String> {
    paragraphs.iter().map(|text| (*text).to_owned()).collect()
}

const BEFORE: [&str; 4] = [
    "一、总体要求",
    "统筹全市智能算力，建设城市级调度平台。每年安排算力券1000万元，单个企业最高50万元！",
    "加强领导。明确责任。",
    "二、附则",
];

/// The mark of the words in the text of these tests.
fn mark(words: &str) -> MarkedQuote {
    let before = text(&BEFORE);
    let place = occurrences(words, &before)[0];
    MarkedQuote::of(&before, place).unwrap()
}

#[test]
fn a_mark_is_found_again_asked_about_or_listed() {
    type Case<'a> = (&'a str, Vec<String>, MarkFate);
    let sentence = "每年安排算力券1000万元，单个企业最高50万元！";
    let place = |paragraph, from, to| MarkPlace { paragraph, from, to };
    let [one, two, three, four] = BEFORE;
    let cases: [Case<'_>; 14] = [
        (sentence, text(&[one, two, three, four]), MarkFate::Unmoved),
        // A character elsewhere.
        (sentence, text(&[one, &two.replace("全市", "全省"), three, four]), MarkFate::Unmoved),
        // A paragraph above, and a sentence before it that is as long as eight characters and more.
        (sentence, text(&["标题", one, two, three, four]), MarkFate::Moved(place(3, 19, 44))),
        (sentence, text(&[one, &format!("总则如下。{two}"), three, four]), MarkFate::Moved(place(2, 24, 49))),
        // The same words with others around them.
        (sentence, text(&[one, "新。", &format!("前言。{sentence}"), four]), MarkFate::Asked(place(3, 3, 28), 100)),
        // Twice with the same words around them: the nearer one.
        (sentence, text(&[two, one, three, two]), MarkFate::Asked(place(1, 19, 44), 100)),
        // A character inside, at the beginning and at the end.
        (sentence, text(&[one, &two.replace("1000", "2000"), three, four]), MarkFate::Asked(place(2, 19, 44), 96)),
        (sentence, text(&[one, &two.replace("每年", "逐年"), three, four]), MarkFate::Asked(place(2, 19, 44), 96)),
        (sentence, text(&[one, &two.replace('！', "。"), three, four]), MarkFate::Asked(place(2, 19, 44), 96)),
        (sentence, text(&[one, &two.replace("每年", "年"), three, four]), MarkFate::Asked(place(2, 19, 43), 97)),
        // In the next paragraph, but not in the one after that.
        (sentence, text(&[one, "新段。", &two.replace("1000", "2000")]), MarkFate::Asked(place(3, 19, 44), 96)),
        (sentence, text(&[one, "新段。", "又一段。", &two.replace("1000", "2000")]), MarkFate::Listed),
        // Another sentence, and none.
        (sentence, text(&[one, "统筹全市智能算力，建设城市级调度平台。对中小企业给予补助。", three]), MarkFate::Listed),
        ("明确责任。", text(&[]), MarkFate::Listed),
    ];
    for (words, after, expected) in cases {
        assert_eq!(MarkFate::of(&mark(words), &after), expected, "{after:?}");
    }
}

#[test]
fn long_texts_of_like_words_are_compared_in_time_that_grows_with_their_size() {
    let long = text(&[&"安排资金支持算力企业".repeat(20_000)]);
    let quote = "安排资金支持数据企业".repeat(200);
    let mark = MarkedQuote {
        quote,
        place: MarkPlace { paragraph: 1, from: 0, to: 2_000 },
        before: String::new(),
        after: String::new(),
    };
    assert!(matches!(MarkFate::of(&mark, &long), MarkFate::Listed | MarkFate::Asked(..)));
}

#[test]
fn a_quotation_of_no_known_place_is_looked_for_in_the_whole_text() {
    let place = |paragraph, from, to| MarkPlace { paragraph, from, to };
    let after = text(&["前言。", "又一段。", "第三段。", BEFORE[2], BEFORE[1]]);
    for (quote, found) in [
        ("明确责任。", Some((place(4, 5, 10), 100))),
        ("每年安排算力券2000万元，单个企业最高50万元！", Some((place(5, 19, 44), 96))),
        ("对中小企业给予补助。", None),
    ] {
        assert_eq!(sought(quote, &after), found, "{quote}");
    }
}

#[test]
fn a_correction_asks_about_the_marks_alone_that_it_is_in() {
    let place = |paragraph, from, to| MarkPlace { paragraph, from, to };
    let two = BEFORE[1];
    let money = "每年安排算力券1000万元，单个企业最高50万元！";
    let whole = "统筹全市智能算力，建设城市级调度平台。";
    for (words, lines, expected) in [
        // Right beside the mark, longer and shorter than before.
        (money, vec![two.replace("平台。", "总平台。")], MarkFate::Moved(place(2, 20, 45))),
        (money, vec![two.replace("调度平台。", "平台。")], MarkFate::Moved(place(2, 17, 42))),
        (whole, vec![two.replace("每年", "逐年")], MarkFate::Unmoved),
        (whole, vec![two.replace("全市", "全省")], MarkFate::Asked(place(2, 0, 19), 94)),
        (money, vec![two.replace("1000", "2000")], MarkFate::Asked(place(2, 19, 44), 96)),
        // A paragraph parted in two, and taken away.
        (money, vec![whole.to_owned(), money.to_owned()], MarkFate::Asked(place(3, 0, 25), 100)),
        ("明确责任。", vec![whole.to_owned(), money.to_owned()], MarkFate::Moved(place(4, 5, 10))),
        ("明确责任。", vec![], MarkFate::Moved(place(2, 5, 10))),
        ("一、总体要求", vec![], MarkFate::Unmoved),
        (money, vec![], MarkFate::Listed),
    ] {
        let before = text(&BEFORE);
        let mut after = before.clone();
        after.splice(1..=1, lines.clone());
        assert_eq!(Correction::of(&before, 1, &lines).fate(&mark(words), &after), expected, "{lines:?}");
    }
}

/// A change of a text.
#[derive(Clone, Debug)]
enum Change {
    Paragraph(usize, String),
    NoParagraph(usize),
    Swap(usize, usize),
    Characters(usize, usize, usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    let words = "[一二算力券数据。，a💡]{0,6}";
    prop_oneof![
        (any::<usize>(), words).prop_map(|(at, words)| Change::Paragraph(at, words + "段。")),
        any::<usize>().prop_map(Change::NoParagraph),
        (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Change::Swap(a, b)),
        (any::<usize>(), any::<usize>(), 0..4usize, words).prop_map(|(p, at, n, w)| Change::Characters(p, at, n, w)),
    ]
}

fn change_text(text: &mut Vec<String>, change: Change) {
    let count = text.len();
    match change {
        Change::Paragraph(at, words) => text.insert(at % (count + 1), words),
        _ if count == 0 => {}
        Change::NoParagraph(at) => _ = text.remove(at % count),
        Change::Swap(a, b) => text.swap(a % count, b % count),
        Change::Characters(at, from, many, words) => {
            let paragraph = &mut text[at % count];
            let mut chars: Vec<char> = paragraph.chars().collect();
            let from = from % (chars.len() + 1);
            let to = (from + many).min(chars.len());
            chars.splice(from..to, words.chars());
            *paragraph = chars.into_iter().collect();
        }
    }
}

/// Marks of every paragraph of a text.
fn marks(text: &[String]) -> Vec<MarkedQuote> {
    let place = |(text, paragraph): (&String, u32)| {
        let length = text.chars().count() as u32;
        MarkPlace { paragraph, from: length / 3, to: length }
    };
    text.iter().zip(1u32..).map(place).filter_map(|place| MarkedQuote::of(text, place)).collect()
}

/// All places of a quotation, by trying each, and those of them with the same words around.
fn naive(mark: &MarkedQuote, text: &[String]) -> [Vec<MarkPlace>; 2] {
    let quote: Vec<char> = mark.quote.chars().collect();
    let mut all = Vec::new();
    for (paragraph, number) in text.iter().zip(1u32..) {
        let chars: Vec<char> = paragraph.chars().collect();
        let from = (0..chars.len()).filter(|at| chars[*at..].starts_with(&quote)).map(|at| at as u32);
        all.extend(from.map(|from| MarkPlace { paragraph: number, from, to: from + quote.len() as u32 }));
    }
    let around = |place: &&MarkPlace| {
        let chars: Vec<char> = text[place.paragraph as usize - 1].chars().collect();
        let (from, to) = (place.from as usize, place.to as usize);
        let before: String = chars[from.saturating_sub(8)..from].iter().collect();
        let after: String = chars[to..(to + 8).min(chars.len())].iter().collect();
        (before, after) == (mark.before.clone(), mark.after.clone())
    };
    let same = all.iter().filter(around).copied().collect();
    [all, same]
}

/// The characters that two texts have in common in one order, in percent of both.
fn naive_likeness(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row = vec![0; b.len() + 1];
    for x in &a {
        let mut corner = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    200 * row[b.len()] / (a.len() + b.len())
}

#[track_caller]
fn check(mark: &MarkedQuote, text: &[String]) {
    let [all, same] = naive(mark, text);
    let near = |places: &[MarkPlace]| {
        let away = |one: &MarkPlace| (one.paragraph.abs_diff(mark.place.paragraph), one.from.abs_diff(mark.place.from));
        places.iter().map(away).min()
    };
    match MarkFate::of(mark, text) {
        MarkFate::Unmoved => assert!(all.contains(&mark.place)),
        MarkFate::Moved(place) => assert_eq!((all.contains(&mark.place), same.as_slice()), (false, &[place][..])),
        MarkFate::Asked(place, 100) => {
            let among = if same.is_empty() { &all } else { &same };
            assert!(!all.contains(&mark.place) && same.len() != 1 && among.contains(&place));
            assert_eq!(near(&[place]), near(among), "the nearest");
        }
        MarkFate::Asked(place, percent) => {
            assert_eq!(all, []);
            let of = naive_likeness(&mark.quote, place.words(text).unwrap());
            assert!(of >= usize::from(percent), "{of} {percent}");
        }
        MarkFate::Listed => assert_eq!(all, []),
    }
    let words = |place: MarkPlace| place.words(text).map(str::to_owned);
    match MarkFate::of(mark, text) {
        MarkFate::Unmoved => assert_eq!(words(mark.place).as_ref(), Some(&mark.quote)),
        MarkFate::Moved(place) => {
            let moved = MarkedQuote { place, ..mark.clone() };
            assert_eq!(MarkedQuote::of(text, place), Some(moved), "its words, with the same around them");
        }
        MarkFate::Asked(place, 100) => assert_eq!(words(place).as_ref(), Some(&mark.quote)),
        MarkFate::Asked(place, percent) => {
            assert!((85..100).contains(&percent) && words(place).is_some(), "{percent} {place:?}");
            assert!(place.paragraph.abs_diff(mark.place.paragraph) <= 1);
        }
        MarkFate::Listed => assert!(text.iter().all(|text| !text.contains(&mark.quote)), "{mark:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mark_has_one_fate_after_any_change(changes in prop::collection::vec(change(), 0..12)) {
        let mut now = text(&BEFORE);
        let marks = marks(&now);
        for change in changes {
            change_text(&mut now, change);
            for mark in &marks {
                check(mark, &now);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mark_is_lost_in_a_thousand_changes(changes in prop::collection::vec(change(), 1000)) {
        let mut now = text(&BEFORE);
        let mut kept = marks(&now);
        let many = kept.len();
        let mut listed = 0;
        for change in changes {
            change_text(&mut now, change);
            // As a reader does who says yes to what is asked.
            let before = kept.len();
            let mut gone = 0;
            kept.retain_mut(|mark| {
                check(mark, &now);
                let place = match MarkFate::of(mark, &now) {
                    MarkFate::Unmoved => mark.place,
                    MarkFate::Moved(place) | MarkFate::Asked(place, _) => place,
                    MarkFate::Listed => {
                        gone += 1;
                        return false;
                    }
                };
                *mark = MarkedQuote::of(&now, place).unwrap();
                true
            });
            prop_assert_eq!(kept.len() + gone, before);
            listed += gone;
        }
        prop_assert_eq!(kept.len() + listed, many);
    }
}

proptest! {
    #[test]
    fn a_corrected_paragraph_leaves_every_mark_its_words(
        at in 0..4usize,
        from in 0..60usize,
        many in 0..9usize,
        words in "[一二算力券数据。，a💡\n]{0,6}",
    ) {
        let before = text(&BEFORE);
        let mut chars: Vec<char> = before[at].chars().collect();
        let from = from.min(chars.len());
        let to = (from + many).min(chars.len());
        chars.splice(from..to, words.chars());
        let whole: String = chars.into_iter().collect();
        let lines: Vec<String> = whole.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let mut after = before.clone();
        after.splice(at..=at, lines.clone());
        let correction = Correction::of(&before, at, &lines);
        for mark in marks(&before) {
            let place = match correction.fate(&mark, &after) {
                MarkFate::Unmoved => mark.place,
                MarkFate::Moved(place) => place,
                // Nothing is asked about in the other paragraphs.
                MarkFate::Asked(..) | MarkFate::Listed => {
                    prop_assert_eq!(mark.place.paragraph as usize, at + 1);
                    continue;
                }
            };
            prop_assert_eq!(place.words(&after), Some(mark.quote.as_str()));
        }
    }
}
