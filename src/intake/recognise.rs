//! Smart paste: the fields of one policy in a clip, by rules that do not guess in silence.

use super::doubt::Doubt;
use super::found::{Clip, Found, FoundField, FoundKind};
use super::link::links_in;
use crate::catalogue::Regions;

/// The fields of one policy that a clip holds.
pub fn recognise(clip: &Clip, _regions: &Regions) -> Found {
    Found { fields: link(&clip.text).into_iter().collect(), rest: clip.text.clone() }
}

/// The address: the one that the text has, else one to choose.
fn link(text: &str) -> Option<FoundField> {
    let links: Vec<String> = links_in(text).into_iter().map(str::to_owned).collect();
    let (value, doubt) = match links.as_slice() {
        [] => return None,
        [one] => (Some(one.clone()), None),
        _ => (None, Some(Doubt::SeveralLinks(links.clone()))),
    };
    Some(FoundField { kind: FoundKind::Link, value, words: links.join(" "), doubt })
}
