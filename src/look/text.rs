//! Widths of text in the embedded fonts, and its line breaks. No egui: window and paper measure alike.
//!
//! The fonts carry no kerning and no ligatures, so a text is as wide as the advances of its characters.

use std::sync::LazyLock;

use ttf_parser::Face;

use super::{FONT_BOLD, FONT_REGULAR, Rgb};

/// Weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

/// Size in pixels and weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Height of the em.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
}

/// The font and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Its font.
    pub font: Font,
    /// Its colour.
    pub color: Rgb,
}

static REGULAR: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(FONT_REGULAR, 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(FONT_BOLD, 0).ok());

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::Bold => BOLD.as_ref(),
    }
}

/// Whether the fonts have no shape for a character.
pub fn lacks(c: char) -> bool {
    face(Weight::Regular).is_none_or(|face| face.glyph_index(c).is_none())
}

impl Font {
    /// A font of weight 400.
    pub const fn regular(size: f32) -> Font {
        Font { size, weight: Weight::Regular }
    }

    /// A font of weight 700.
    pub const fn bold(size: f32) -> Font {
        Font { size, weight: Weight::Bold }
    }

    /// The font in a colour.
    pub const fn colored(self, color: Rgb) -> TextStyle {
        TextStyle { font: self, color }
    }

    /// The distance between lines.
    pub fn line(self) -> f32 {
        (self.size * 1.42).round()
    }

    /// The height above the baseline of the tallest characters.
    pub fn above(self) -> f32 {
        self.size * 0.9
    }

    /// The depth below the baseline.
    pub fn below(self) -> f32 {
        self.size * 0.22
    }

    /// From the middle of a line of text down to its baseline.
    pub fn middle(self) -> f32 {
        self.size * 0.36
    }

    fn advance(self, c: char) -> f32 {
        let Some(face) = face(self.weight) else { return self.size };
        let glyph = face.glyph_index(c).unwrap_or(ttf_parser::GlyphId(0));
        f32::from(face.glyph_hor_advance(glyph).unwrap_or(1000)) * self.size / f32::from(face.units_per_em())
    }

    /// Width of a line of text.
    pub fn width(self, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// The width of the widest part of a text that no line may be broken in.
    pub fn unbroken(self, text: &str) -> f32 {
        let (mut widest, mut part, mut before) = (0.0_f32, 0.0, ' ');
        for c in text.chars() {
            part = if may_break(before, c) { self.advance(c) } else { part + self.advance(c) };
            // A space at the end of a line takes no room.
            if c != ' ' {
                widest = widest.max(part);
            }
            before = c;
        }
        widest
    }

    /// The text, or as much of its beginning as fits with an ellipsis; empty where even that has no room.
    pub fn shorten(self, text: &str, room: f32) -> String {
        if self.width(text) <= room + SLACK {
            return text.to_owned();
        }
        let mut left = room + SLACK - self.advance('…');
        if left < 0.0 {
            return String::new();
        }
        let fits = |c: &char| {
            left -= self.advance(*c);
            left >= 0.0
        };
        let mut out: String = text.chars().take_while(fits).collect();
        out.truncate(out.trim_end().len());
        out.push('…');
        out
    }

    /// The text in lines no wider than the room, broken by the rules of Chinese and English.
    pub fn wrap(self, text: &str, room: f32) -> Vec<String> {
        self.wrap_keeping(text, room, &[])
    }

    /// The same with words that stay whole where a line has room for them.
    pub fn wrap_keeping(self, text: &str, room: f32, words: &[&str]) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let inside = inside_words(text, chars.len(), words);
        let (mut lines, mut begin) = (Vec::new(), 0);
        while begin < chars.len() {
            let end = self.line_end(&chars, &inside, begin, room);
            let line: String = chars.get(begin..end).unwrap_or_default().iter().collect();
            lines.push(line.trim().to_owned());
            begin = end;
            while chars.get(begin) == Some(&' ') {
                begin += 1;
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The text in at most `most` lines; the last one is shortened where there is more.
    pub fn wrap_to(self, text: &str, room: f32, most: usize) -> Vec<String> {
        self.wrap_to_keeping(text, room, most, &[])
    }

    /// The same with words that stay whole where a line has room for them.
    pub fn wrap_to_keeping(self, text: &str, room: f32, most: usize, words: &[&str]) -> Vec<String> {
        let mut lines = self.wrap_keeping(text, room, words);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1));
            // Lines were broken at spaces only between Latin words; an ellipsis follows either way.
            lines.push(self.shorten(&format!("{}…", rest.first().map_or("", String::as_str)), room));
            if let Some(last) = lines.last_mut()
                && !last.ends_with('…')
            {
                last.push('…');
            }
        }
        lines
    }

    fn line_end(self, chars: &[char], inside: &[bool], begin: usize, room: f32) -> usize {
        let (mut width, mut good) = (0.0, None);
        for at in begin..chars.len() {
            let c = chars.get(at).copied().unwrap_or(' ');
            let is_inside = inside.get(at).copied().unwrap_or_default();
            if at > begin && !is_inside && may_break(chars.get(at - 1).copied().unwrap_or(' '), c) {
                good = Some(at);
            }
            width += self.advance(c);
            // A space at the end of a line takes no room.
            if width > room + SLACK && c != ' ' {
                return good.unwrap_or(at.max(begin + 1));
            }
        }
        chars.len()
    }
}

/// The largest rounding error of a sum of advances.
const SLACK: f32 = 0.01;

fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether each character stands inside one of these words, behind its first character.
fn inside_words(text: &str, count: usize, words: &[&str]) -> Vec<bool> {
    let mut inside = vec![false; if words.is_empty() { 0 } else { count }];
    for word in words {
        for (at, _) in text.match_indices(word) {
            let first = text.get(..at).unwrap_or_default().chars().count();
            let length = word.chars().count();
            inside.iter_mut().skip(first + 1).take(length.saturating_sub(1)).for_each(|one| *one = true);
        }
    }
    inside
}

/// Whether a line may end between two characters: at spaces and beside Chinese ones, but no line begins with a closing
/// sign or ends with an opening one.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）》〉」』】〕”’…·,.;:?!)]}%％…/";
    const OPENING: &str = "（《〈「『【〔“‘([{";
    if CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before == ' ' || before == '·' || is_wide(before) || is_wide(after) || (before == '-' && after.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::float_cmp, reason = "two characters of 20 are 40 to the last digit")]
    fn chinese_is_as_wide_as_it_is_high_and_latin_is_narrower() {
        let font = Font::regular(20.0);
        assert_eq!(font.width("算力"), 40.0);
        assert!(font.width("ab") < 30.0 && font.width("ab") > 15.0);
        assert!(Font::bold(20.0).width("atlas") > font.width("atlas"));
        assert_eq!(font.width(""), 0.0);
    }

    #[test]
    fn what_is_too_long_is_shortened_with_an_ellipsis() {
        let font = Font::regular(10.0);
        assert_eq!(font.shorten("算力券", 30.0), "算力券");
        assert_eq!(font.shorten("算力券和数据", 30.0), "算力…");
        assert_eq!(font.shorten("算力券", 3.0), "");
    }

    #[test]
    fn lines_break_where_both_languages_allow() {
        let font = Font::regular(10.0);
        assert_eq!(font.wrap("来源未提及，不等于没有", 50.0), ["来源未提", "及，不等于", "没有"]);
        assert_eq!(font.wrap("not the absence of it", 60.0), ["not the", "absence of it"]);
        assert_eq!(font.wrap("（甲）（乙）", 32.0), ["（甲）", "（乙）"]);
        assert_eq!(
            font.wrap_keeping("来源未提及，不等于没有", 50.0, &["未提及", "不等于"]),
            ["来源", "未提及，", "不等于没有"]
        );
        assert_eq!(font.wrap_keeping("未考察", 20.0, &["未考察"]), ["未考", "察"], "where there is no room at all");
        assert_eq!(font.wrap("averyveryverylongword", 40.0).concat(), "averyveryverylongword");
        assert_eq!(font.wrap("", 40.0), [""; 0]);
        for (text, widest) in
            [("", ""), ("算力（甲）", "（甲）"), ("not the absence", "absence"), ("New-generation", "generation")]
        {
            assert!((font.unbroken(text) - font.width(widest)).abs() < 0.01, "{text}");
        }
        assert_eq!(font.wrap_to("一二三四五六七八九", 30.0, 2), ["一二三", "四五…"]);
        for text in ["一二三四五六七八九", "the quick brown fox，还有一只狗 jumps"] {
            for room in [10.0, 25.0, 37.0, 80.0] {
                assert!(font.wrap(text, room).iter().all(|line| font.width(line) <= room + 0.02), "{text} {room}");
                assert!(font.wrap_to(text, room, 2).len() <= 2);
            }
        }
    }
}
