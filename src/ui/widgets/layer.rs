//! A layer in one line.

use crate::catalogue::{Catalogue, FileIdx};
use crate::words::{Lang, LayerText as W};

/// Title, tag, release, number of policies and hash of a layer of a stack.
pub fn layer_line(catalogue: &Catalogue, at: FileIdx, policies: usize, lang: Lang) -> String {
    let Some(file) = catalogue.files.get(usize::from(at.0)) else { return String::new() };
    let tag = file.layer.as_ref().map_or("", |layer| layer.tag.as_str());
    W::LayerLine.fill(
        lang,
        &[
            ("title", &file.head.title.get(lang)),
            ("tag", &tag),
            ("release", &file.head.release),
            ("n", &policies),
            ("content", &catalogue.content_of(at)),
        ],
    )
}
