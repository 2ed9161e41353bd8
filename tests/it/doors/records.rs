//! Doors for catalogues and layers.

use std::sync::Arc;

use policy_atlas::catalogue::{Catalogue, File, Loaded, load, load_stack, write};
use policy_atlas::edit::{FormContext, OpenLayer, PolicyForm, apply, merge, renumber};
use policy_atlas::query::{Index, Query, Unit, run};

use super::{BASE, BETWEEN, LANGS, plain};

fn canonical(catalogue: &Catalogue) -> String {
    let mut out = Vec::new();
    write(catalogue, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("a text")
}

/// Every problem can be said, and what was read can be asked.
fn asked(loaded: &Loaded) {
    for problem in &loaded.problems {
        LANGS.map(|lang| problem.line("file", lang));
    }
    if let Some(catalogue) = loaded.catalogue.clone() {
        let index = Index::new(Arc::new(catalogue));
        [Unit::Policy, Unit::Region].map(|unit| run(&index, &Query::default(), unit));
    }
}

/// The canonical text of what was read is read to the same catalogue, of a sound file without a problem.
pub fn catalogue(bytes: &[u8]) {
    let loaded = load(bytes);
    asked(&loaded);
    let was_sound = !loaded.has_errors();
    let Some(read) = loaded.catalogue else { return };
    let text = canonical(&read);
    let again = load(text.as_bytes());
    assert!(!was_sound || !again.has_errors(), "{:?} in\n{text}", again.problems);
    let again = again.catalogue.expect("a catalogue");
    assert_eq!(canonical(&again), text);
    assert_eq!(again.content_sha256(), read.content_sha256());
}

/// A layer is read over a catalogue; a form that nothing was changed in changes nothing; a layer is renumbered to a text
/// that can be cut into records again.
pub fn layer(bytes: &[u8]) {
    asked(&load_stack(&[File { name: "base", bytes: BASE.as_bytes() }, File { name: "layer", bytes }]));
    let text = plain(bytes);
    let open = OpenLayer::of(&text);
    for id in open.policies().iter().take(3) {
        let Some(form) = PolicyForm::read_from(&open, id, ["data".to_owned(), "compute".to_owned()]) else { continue };
        let (edits, of) = form.edits(Some(&form), &text, FormContext { tag: "abcd", today: "2026-01-01" });
        apply(&text, &edits).ok();
        assert!(of.is_empty() || of == *id, "{of} for {id}");
    }
    if let Ok(edits) = renumber(&text, "wxyz")
        && let Ok(patched) = apply(&text, &edits)
    {
        assert_eq!(OpenLayer::of(&patched.text).policies().len(), open.policies().len());
    }
}

/// A side that changed nothing leaves the text of the other; sides that changed the same have no conflict.
pub fn merged(bytes: &[u8]) {
    let text = plain(bytes);
    let mut texts = text.splitn(3, BETWEEN);
    let [base, ours, theirs] = [texts.next(), texts.next(), texts.next()].map(Option::unwrap_or_default);
    merge(base, ours, theirs).ok();
    for (ours, theirs, expected) in [(base, theirs, theirs), (ours, ours, ours)] {
        if let Ok(merged) = merge(base, ours, theirs) {
            assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
            assert_eq!(merged.text, expected);
        }
    }
}
