//! A layer in one line.

use crate::catalogue::StackFile;
use crate::words::{Lang, LayerText as W};

/// Title, tag, release, number of policies and hash of a layer.
pub fn layer_line(file: &StackFile, policies: usize, lang: Lang) -> String {
    let tag = file.layer.as_ref().map_or("", |layer| layer.tag.as_str());
    W::LayerLine.fill(
        lang,
        &[
            ("title", &file.title.get(lang)),
            ("tag", &tag),
            ("release", &file.release.release),
            ("n", &policies),
            ("content", &file.release.content),
        ],
    )
}
