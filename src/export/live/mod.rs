//! live: a page that filters by itself, as one file: data, style and script stand in it, and nothing is asked of any
//! network. Without a script the table of policies is there.
//!
//! The policy in its head allows the one script and the one style by their hashes and forbids everything else.

mod data;
mod still;
#[cfg(test)]
mod tests;

use std::io::Write;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use data::data;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use still::still;

use super::ExportFault;
use super::markup::escaped;
use crate::look::{DARK, LIGHT, Palette};
use crate::query::{Index, Query};
use crate::words::Lang;

/// The script, as it stands in the page.
const SCRIPT: &str = include_str!("../../../assets/live/page.js");
/// The style, behind the colours.
const STYLE: &str = include_str!("../../../assets/live/page.css");

/// The content of a page.
#[derive(Clone, Copy, Debug)]
pub struct LiveAsk<'a> {
    /// The catalogue.
    pub index: &'a Index,
    /// The query whose records it holds, with its lens.
    pub query: &'a Query,
    /// Its language.
    pub lang: Lang,
}

/// Writes a page.
///
/// # Errors
/// Errors of `out`.
pub fn write_live(ask: &LiveAsk<'_>, out: &mut dyn Write) -> Result<(), ExportFault> {
    let (script, style) = (lines(SCRIPT), format!("{}\n{}", colours(), lines(STYLE)));
    let tag = match ask.lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    };
    let title = escaped(ask.index.catalogue.title.get(ask.lang));
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'\">",
        hash_source(&script),
        hash_source(&style)
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(
        out,
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">"
    )?;
    writeln!(out, "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    still(ask, out)?;
    writeln!(out, "<script type=\"application/json\" id=\"data\">{}</script>", harmless(&data(ask)))?;
    writeln!(out, "<script>{script}</script>\n</body>\n</html>")?;
    Ok(())
}

/// The lines of a script or style without their indents and without the lines of comment.
fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Data inside a page: no character of it begins a tag or a comment, and none ends a line of a script.
fn harmless(data: &Value) -> String {
    let mut out = String::new();
    for c in data.to_string().chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// The colours of both themes, as variables of the style.
fn colours() -> String {
    let of = |palette: &Palette| {
        let named = [
            ("ground", palette.ground),
            ("surface", palette.surface),
            ("raised", palette.raised),
            ("selected", palette.selected),
            ("text", palette.text),
            ("weak", palette.weak),
            ("line", palette.line),
            ("outline", palette.outline),
            ("bar", palette.bar),
            ("link", palette.focus_text(0)),
            ("ring", palette.ring()),
        ];
        let value = |(name, colour): (&str, crate::look::Rgb)| {
            format!("--{name}:#{:02x}{:02x}{:02x};", colour.0, colour.1, colour.2)
        };
        named.map(value).concat()
    };
    let (light, dark) = (of(&LIGHT), of(&DARK));
    format!(":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}")
}

/// A text as the policy of a page allows it: `sha256-` and the hash in base 64.
fn hash_source(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}
