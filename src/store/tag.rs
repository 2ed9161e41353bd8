//! The tag of a new layer: drawn once, so that no two files of policies are likely to share ids.

use std::hash::{BuildHasher as _, RandomState};

/// Letters of a tag: no two of them look alike.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A tag that no other layer is likely to have.
pub fn draw_tag() -> String {
    let mut drawn = RandomState::new().hash_one(0_u8);
    let mut tag = String::new();
    for _ in 0..4 {
        tag.push(LETTERS.get((drawn % 32) as usize).copied().map_or('a', char::from));
        drawn /= 32;
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_tag_is_one_that_a_file_may_have() {
        for _ in 0..1000 {
            let tag = draw_tag();
            let is_one = tag.len() == 4 && tag.bytes().all(|c| LETTERS.contains(&c));
            assert!(is_one, "{tag}");
        }
    }
}
