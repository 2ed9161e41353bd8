//! SVG 1.1: shapes as shapes, texts as texts, each mark a group with its words as `title`.
//!
//! Texts name fonts like the embedded one, and give their laid-out width: a reader with
//! another font fits them into it, so that nothing runs into its neighbour.

use std::fmt::Write as _;

use crate::export::markup::escaped;
use crate::figures::PIXELS_IN_MM;
use crate::figures::scene::{Anchor, Dash, Label, Look, Medium, Scene, Shape, Stroke};
use crate::look::{Circle, Rgb, Weight};
use crate::words::Lang;

/// The embedded font first, then the Chinese fonts of systems.
const FONTS: &str = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/// The SVG of a scene.
pub fn text(scene: &Scene, lang: Lang) -> String {
    let (w, h) = (number(scene.width), number(scene.height));
    let length = |length: f32| match scene.medium {
        Medium::Screen => number(length),
        Medium::Print => format!("{}mm", number(length / PIXELS_IN_MM)),
    };
    let (across, down) = (length(scene.width), length(scene.height));
    let mut out = String::with_capacity(scene.items.len() * 120 + 1024);
    let language = match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    };
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {w} {h}\" font-family=\"{FONTS}\" xml:lang=\"{language}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n",
        escaped(&scene.title),
        escaped(&scene.description),
        hex(scene.ground),
    )
    .ok();
    let mut open = None;
    for item in &scene.items {
        if item.mark != open {
            if open.is_some() {
                out.push_str("</g>\n");
            }
            if let Some(mark) = item.mark.and_then(|mark| scene.marks.get(mark)) {
                writeln!(out, "<g><title>{}</title>", escaped(&mark.words)).ok();
            }
            open = item.mark;
        }
        shape(&mut out, &item.shape);
    }
    if open.is_some() {
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

fn shape(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Rect(rect, radius, look) => {
            let [x, y, w, h] = [rect.x, rect.y, rect.w, rect.h].map(number);
            write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"").ok();
            if *radius > 0.0 {
                write!(out, " rx=\"{}\"", number(*radius)).ok();
            }
            out.push_str(&looks(*look));
            out.push_str("/>\n");
        }
        Shape::Line([from, to], stroke) => {
            let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(number);
            writeln!(out, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{}/>", line(*stroke)).ok();
        }
        Shape::Circle(Circle { center, radius }, look) => {
            let [x, y, r] = [center.x, center.y, *radius].map(number);
            writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}/>", looks(*look)).ok();
        }
        Shape::Polygon(points, look) => {
            let points: Vec<String> = points.iter().map(|at| format!("{},{}", number(at.x), number(at.y))).collect();
            writeln!(out, "<polygon points=\"{}\"{}/>", points.join(" "), looks(*look)).ok();
        }
        Shape::Text(label) => text_node(out, label),
    }
}

fn text_node(out: &mut String, label: &Label) {
    let anchor = match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match label.font.weight {
        Weight::Regular => "",
        Weight::Bold => " font-weight=\"700\"",
    };
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
        number(label.at.x),
        number(label.at.y),
        number(label.font.size),
        hex(label.color),
        number(label.width()),
        escaped(&label.text),
    )
    .ok();
}

fn looks(look: Look) -> String {
    let fill = look.fill.map_or("none".to_owned(), hex);
    let stroke = look.line.map(line).unwrap_or_default();
    format!(" fill=\"{fill}\"{stroke}")
}

fn line(stroke: Stroke) -> String {
    let dash = match stroke.dash {
        Dash::Solid => "",
        Dash::Dashed => " stroke-dasharray=\"4 3\"",
    };
    format!(" stroke=\"{}\" stroke-width=\"{}\"{dash}", hex(stroke.color), number(stroke.width))
}

/// `#rrggbb`.
fn hex(Rgb(r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// At most two decimals, without trailing zeros.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0.0, -0.001, 1.0, 12.5, 3.21987, 900.0].map(number), ["0", "0", "1", "12.5", "3.22", "900"]);
    }
}
