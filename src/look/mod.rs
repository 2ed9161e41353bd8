//! Appearance: the palette of both themes, patterns, marks, points and rectangles, the bytes of the fonts and widths of
//! text in them. No egui: window and paper read the same values.

mod flow;
mod geometry;
mod mark;
mod pattern;
mod text;

pub use flow::{even_room, line_count};
pub use geometry::{Circle, Point, Rect, Size};
pub use mark::{CellMark, MarkInk, MarkPart, OPEN_GAP, SHARE_RING, filled};
pub use pattern::Pattern;
pub use text::{Font, TextStyle, Weight, lacks};

/// A colour, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(hex: u32) -> Rgb {
        Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
    }

    /// This colour under a share of another, 0 to 1.
    #[must_use]
    pub fn mix(self, other: Rgb, share: f32) -> Rgb {
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        Rgb(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Relative luminance, WCAG 2.
    pub fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio with another colour, 1 to 21, WCAG 2.
    pub fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub ground: Rgb,
    /// Cards, tables, fields.
    pub surface: Rgb,
    /// Hovered rows and buttons, quiet fills.
    pub raised: Rgb,
    /// Selected rows and values.
    pub selected: Rgb,
    /// Text.
    pub text: Rgb,
    /// Secondary text; still readable.
    pub weak: Rgb,
    /// Rules and outlines.
    pub line: Rgb,
    /// Outlines of controls.
    pub outline: Rgb,
    /// The one strong button, and the chosen value.
    pub strong: Rgb,
    /// Text on `strong`.
    pub on_strong: Rgb,
    /// Bars that stand for policies.
    pub bar: Rgb,
    /// The second shade of stacked bars.
    pub bar_light: Rgb,
    /// Behind the words searched for.
    pub found: Rgb,
    /// The line under them.
    pub found_line: Rgb,
    /// Errors.
    pub error: Rgb,
    /// One a focus, in codebook order; further focuses begin again.
    pub focuses: [Rgb; 8],
}

/// The light theme.
pub const LIGHT: Palette = Palette {
    ground: Rgb::hex(0xfbfbfa),
    surface: Rgb::hex(0xffffff),
    raised: Rgb::hex(0xf0f0ee),
    selected: Rgb::hex(0xe3ecf4),
    text: Rgb::hex(0x1f2124),
    weak: Rgb::hex(0x5c6166),
    line: Rgb::hex(0xe2e2df),
    outline: Rgb::hex(0x85898e),
    strong: Rgb::hex(0x1f2124),
    on_strong: Rgb::hex(0xffffff),
    bar: Rgb::hex(0x64727f),
    bar_light: Rgb::hex(0x8291a0),
    found: Rgb::hex(0xfff0b8),
    found_line: Rgb::hex(0x9a6700),
    error: Rgb::hex(0xb3261e),
    focuses: [
        Rgb::hex(0x0072b2),
        Rgb::hex(0xd55e00),
        Rgb::hex(0x008f68),
        Rgb::hex(0xa6449a),
        Rgb::hex(0xa87900),
        Rgb::hex(0x6b5bd2),
        Rgb::hex(0x50788c),
        Rgb::hex(0xb4475a),
    ],
};

/// The dark theme.
pub const DARK: Palette = Palette {
    ground: Rgb::hex(0x17191b),
    surface: Rgb::hex(0x1e2124),
    raised: Rgb::hex(0x2a2e32),
    selected: Rgb::hex(0x2b3a47),
    text: Rgb::hex(0xe9eaea),
    weak: Rgb::hex(0xa3a9ae),
    line: Rgb::hex(0x33373b),
    outline: Rgb::hex(0x7d8389),
    strong: Rgb::hex(0xe6e7e6),
    on_strong: Rgb::hex(0x17191b),
    bar: Rgb::hex(0x8b98a4),
    bar_light: Rgb::hex(0x6c7882),
    found: Rgb::hex(0x473a10),
    found_line: Rgb::hex(0xd9a92e),
    error: Rgb::hex(0xf2857d),
    focuses: [
        Rgb::hex(0x4da3dc),
        Rgb::hex(0xf0803c),
        Rgb::hex(0x35b48c),
        Rgb::hex(0xd07fc5),
        Rgb::hex(0xd3a531),
        Rgb::hex(0x9a8cf0),
        Rgb::hex(0x84abc0),
        Rgb::hex(0xe0808f),
    ],
};

impl Palette {
    /// The colour of a focus by its position; further focuses begin again.
    pub fn focus(&self, n: usize) -> Rgb {
        let [first, ..] = self.focuses;
        self.focuses.get(n % self.focuses.len()).copied().unwrap_or(first)
    }

    /// The colour of a focus as text: as near to it as can be read on every ground.
    pub fn focus_text(&self, n: usize) -> Rgb {
        let grounds = [self.ground, self.surface, self.raised, self.selected];
        let own = self.focus(n);
        let shades = (0..=20_u8).map(|step| own.mix(self.text, f32::from(step) / 20.0));
        let is_read = |shade: &Rgb| grounds.iter().all(|ground| shade.contrast(*ground) >= READ);
        shades.into_iter().find(is_read).unwrap_or(self.text)
    }

    /// The ring around what has the keyboard.
    pub fn ring(&self) -> Rgb {
        self.focus(0)
    }

    /// A colour as it is beside what was chosen: as pale as it may be and still be seen.
    pub fn faded(&self, color: Rgb) -> Rgb {
        let shades = (0..=18_u8).map(|step| color.mix(self.surface, 0.72 - f32::from(step) / 25.0));
        let grounds = [self.ground, self.surface];
        let is_seen = |shade: &Rgb| grounds.iter().all(|ground| shade.contrast(*ground) >= PALE);
        shades.into_iter().find(is_seen).unwrap_or(color)
    }
}

/// The least contrast of text with its ground, WCAG 2 AA.
const READ: f64 = 4.5;
/// The least contrast of what stands back beside what was chosen.
const PALE: f64 = 2.0;

/// A black screen: no light, whatever the theme.
pub const BLACK: Rgb = Rgb(0, 0, 0);
/// A white screen: full light.
pub const WHITE: Rgb = Rgb(255, 255, 255);

/// The opacity of the text of a disabled control, which stays readable.
pub const DISABLED: f32 = 0.7;

/// Noto Sans SC, weight 400: GB 2312 and 通用规范汉字表. Licence: OFL-1.1. Static, since a constant of bytes would stand in
/// the program once for each part that uses it.
pub static FONT_REGULAR: &[u8] = include_bytes!("../../assets/NotoSansSC-Regular.ttf");

/// Noto Sans SC, weight 700.
pub static FONT_BOLD: &[u8] = include_bytes!("../../assets/NotoSansSC-Bold.ttf");

/// The ellipsis of English, weight 400: it stands on the line.
pub static DOTS_REGULAR: &[u8] = include_bytes!("../../assets/Dots-Regular.ttf");

/// The same, weight 700.
pub static DOTS_BOLD: &[u8] = include_bytes!("../../assets/Dots-Bold.ttf");

/// The program's icon.
pub static ICON_PNG: &[u8] = include_bytes!("../../assets/icon.png");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_marks_stand_out_as_wcag_aa_asks() {
        for (name, p) in [("light", LIGHT), ("dark", DARK)] {
            for (ground, on) in
                [("ground", p.ground), ("surface", p.surface), ("raised", p.raised), ("selected", p.selected)]
            {
                for (what, colour) in [("text", p.text), ("weak", p.weak), ("error", p.error)] {
                    let ratio = colour.contrast(on);
                    assert!(ratio >= 4.5, "{name}: {what} on {ground} is {ratio:.2}");
                }
                for (n, colour) in p.focuses.iter().enumerate() {
                    let ratio = colour.contrast(on);
                    assert!(ratio >= 3.0, "{name}: focus {n} on {ground} is {ratio:.2}");
                    let ratio = p.focus_text(n).contrast(on);
                    assert!(ratio >= READ, "{name}: the name of focus {n} on {ground} is {ratio:.2}");
                }
            }
            for (what, colour) in [("bar", p.bar), ("bar_light", p.bar_light), ("outline", p.outline)] {
                for on in [p.ground, p.surface] {
                    let ratio = colour.contrast(on);
                    assert!(ratio >= 3.0, "{name}: {what} is {ratio:.2}");
                }
            }
            assert!(p.on_strong.contrast(p.strong) >= 4.5, "{name}: text on the strong button");
            for colour in p.focuses.into_iter().chain([p.bar, p.bar_light]) {
                for on in [p.ground, p.surface] {
                    let ratio = p.faded(colour).contrast(on);
                    assert!(ratio >= 2.0, "{name}: {colour:?} paled is {ratio:.2}");
                    assert!(ratio < colour.contrast(on), "{name}: {colour:?} does not pale");
                }
            }
        }
    }

    /// Two colours that the window paints on each other, and the least contrast between them.
    type Pair = (&'static str, Rgb, Rgb, f64);

    fn check_pairs(name: &str, pairs: impl IntoIterator<Item = Pair>) {
        for (what, colour, on, least) in pairs {
            let ratio = colour.contrast(on);
            assert!(ratio >= least, "{name}: {what} is {ratio:.2}, {least} at least");
        }
    }

    /// A colour of this opacity over another.
    fn over(colour: Rgb, on: Rgb, opacity: f32) -> Rgb {
        let mix = |a: u8, b: u8| (f32::from(a) * opacity + f32::from(b) * (1.0 - opacity)).round() as u8;
        Rgb(mix(colour.0, on.0), mix(colour.1, on.1), mix(colour.2, on.2))
    }

    #[test]
    fn every_pair_that_the_window_paints_can_be_read() {
        for (name, p) in [("light", LIGHT), ("dark", DARK)] {
            let (link, ring) = (p.focus_text(0), p.ring());
            check_pairs(
                name,
                [
                    ("text on the strong button", p.on_strong, p.strong, 4.5),
                    ("the strong button on the page", p.strong, p.ground, 3.0),
                    ("selected text", p.text, p.selected, 4.5),
                    ("secondary text of a selected row", p.weak, p.selected, 4.5),
                    ("secondary text of a hovered row", p.weak, p.raised, 4.5),
                    ("the hint of an empty field", p.weak, p.surface, 4.5),
                    ("secondary text of a dialog", p.weak, p.surface, 4.5),
                    ("text of a chip", p.text, p.raised, 4.5),
                    ("a link on the page", link, p.ground, 4.5),
                    ("a link in a dialog", link, p.surface, 4.5),
                    ("an error on the page", p.error, p.ground, 4.5),
                    ("an error in a field", p.error, p.surface, 4.5),
                    ("a zero among the filters", p.outline, p.ground, 3.0),
                    ("the ring of the keyboard on the page", ring, p.ground, 3.0),
                    ("the ring of the keyboard in a dialog", ring, p.surface, 3.0),
                    ("the ring of the keyboard on a hovered row", ring, p.raised, 3.0),
                    ("the ring of the keyboard on a selected row", ring, p.selected, 3.0),
                    ("a mark on a selected cell", p.focus(0), p.selected, 3.0),
                    ("a milestone on the page", p.outline, p.ground, 3.0),
                    ("words that were found", p.text, p.found, 4.5),
                    ("the line under them", p.found_line, p.found, 3.0),
                    ("the line under them on the page", p.found_line, p.ground, 3.0),
                    ("the line under them on a card", p.found_line, p.surface, 3.0),
                    ("the line under them on a hovered row", p.found_line, p.raised, 3.0),
                    ("the line under them on a selected row", p.found_line, p.selected, 3.0),
                ],
            );
            for (what, on) in [("ground", p.ground), ("surface", p.surface)] {
                for (text, colour) in [("text", p.text), ("weak", p.weak)] {
                    let ratio = over(colour, on, DISABLED).contrast(on);
                    assert!(ratio >= 3.0, "{name}: disabled {text} on {what} is {ratio:.2}");
                }
            }
        }
    }
}
