//! Property: reading any mutilated text of a catalogue ends, and gives a sound catalogue.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::tests::generator;

/// Cuts `share` of the way through the text, at the boundary of a character.
fn at(text: &str, share: f64) -> usize {
    text.floor_char_boundary((text.len() as f64 * share) as usize)
}

#[track_caller]
fn check(text: &str) {
    let loaded = load(text.as_bytes());
    let lines = text.lines().count();
    for problem in &loaded.problems {
        if let Some(place) = problem.place {
            assert!(place.line >= 1 && place.line <= lines + 1 && place.column >= 1, "{problem:?}");
        }
    }
    let Some(catalogue) = loaded.catalogue else {
        assert!(loaded.has_errors(), "nothing was read, and no problem is named");
        return;
    };
    // An index out of its list panics here.
    for policy in &catalogue.policies {
        assert_eq!(catalogue.policy_by_id(&policy.id).map(|i| &catalogue[i].id), Some(&policy.id));
        assert!(!catalogue[policy.region].code.is_empty());
    }
    for s in &catalogue.statements {
        assert!(!catalogue[s.source].id.is_empty());
        assert!(s.focuses.iter().all(|focus| !catalogue[*focus].id.is_empty()));
        if let Of::Policy(policy) = &s.of {
            assert!(!catalogue[*policy].id.is_empty());
        }
    }
}

/// The parts of a work with the last one done first.
fn backwards(count: usize, part: &(dyn Fn(usize) + Sync), take: &mut dyn FnMut(usize) -> ControlFlow<()>) {
    (0..count).rev().for_each(part);
    alone(count, &|_| (), take);
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_text_with_a_hole_is_read_to_its_end(from in 0.0..1.0f64, len in 1usize..400) {
        let (from, mut text) = (at(EMBEDDED, from), EMBEDDED.to_owned());
        let to = text.floor_char_boundary((from + len).min(text.len())).max(from);
        text.replace_range(from..to, "");
        check(&text);
    }

    #[test]
    fn a_text_with_a_sign_too_many_is_read_to_its_end(
        from in 0.0..1.0f64,
        sign in prop::sample::select(vec![
            "(", ")", "[", "]", "{", "}", "\"", "'", "\\", ",", ":", "（", "，", "“", "”", "/*", "*/", "//", "r#\"", "#![",
            "\u{202E}", "\u{1}", "\n", "题", "-", "1e999", "[[[[[[[[", "((((((((", "schema", "id:",
        ]),
    ) {
        let mut text = EMBEDDED.to_owned();
        text.insert_str(at(EMBEDDED, from), sign);
        check(&text);
    }

    #[test]
    fn a_text_that_breaks_off_is_read_to_its_end(from in 0.0..1.0f64) {
        check(&EMBEDDED[..at(EMBEDDED, from)]);
    }

    #[test]
    fn a_text_with_a_stretch_of_itself_put_elsewhere_is_read_to_its_end(
        from in 0.0..1.0f64, len in 1usize..600, to in 0.0..1.0f64,
    ) {
        let from = at(EMBEDDED, from);
        let end = EMBEDDED.floor_char_boundary((from + len).min(EMBEDDED.len())).max(from);
        let mut text = EMBEDDED.to_owned();
        text.insert_str(at(EMBEDDED, to), &EMBEDDED[from..end]);
        check(&text);
    }

    #[test]
    fn bytes_that_are_no_text_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        load(&bytes);
    }
}

proptest! {
    // Larger than the other texts: its lists are read in several parts.
    #![proptest_config(ProptestConfig { cases: 8, ..config() })]

    #[test]
    fn a_text_with_holes_is_the_same_in_whatever_order_its_parts_are_read(
        holes in prop::collection::vec((0.0..1.0f64, 1usize..40), 1..6),
    ) {
        static TEXT: LazyLock<String> = LazyLock::new(|| generator::catalogue(generator::SEED, 300));
        let mut text = TEXT.clone();
        for (from, len) in holes {
            let from = at(&text, from);
            let to = text.floor_char_boundary((from + len).min(text.len())).max(from);
            text.replace_range(from..to, "");
        }
        let files = [File { name: "", bytes: text.as_bytes() }];
        let [one, other] = [&alone as &Hands, &backwards].map(|hands| {
            load_with(&files, hands, &mut |_| ControlFlow::Continue(())).unwrap()
        });
        prop_assert_eq!(one.problems, other.problems);
        let content = |catalogue: Option<Catalogue>| catalogue.map(|catalogue| catalogue.content_sha256());
        prop_assert_eq!(content(one.catalogue), content(other.catalogue));
    }
}
