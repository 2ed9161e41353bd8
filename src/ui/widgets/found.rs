//! Texts in which the words searched for are marked where they stand, and the reasons that a row is there.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection};
use egui::{FontSelection, RichText, Stroke, Ui, WidgetText};

use crate::look::Font;
use crate::query::{Ids, Row};
use crate::ui::Ctx;

/// A text with the words searched for marked; without any of them as it is.
pub fn found_text(ui: &Ui, ctx: &Ctx<'_>, text: impl Into<RichText>) -> WidgetText {
    let text: RichText = text.into();
    let ranges = ctx.session.derived().needles().ranges(text.text());
    if ranges.is_empty() {
        return text.into();
    }
    let align = ui.layout().vertical_align();
    let job = Arc::unwrap_or_clone(WidgetText::from(text).into_layout_job(ui.style(), FontSelection::Default, align));
    let Some(plain) = job.sections.first().map(|section| section.format.clone()) else { return job.into() };
    let mut marked = plain.clone();
    marked.background = ctx.colors.found;
    marked.color = ctx.colors.text;
    marked.underline = Stroke::new(1.5, ctx.colors.found_line);
    let mut sections = Vec::new();
    let mut put = |from: usize, to: usize, format: &egui::TextFormat| {
        if from < to {
            let byte_range = from.into()..to.into();
            sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format.clone() });
        }
    };
    let mut at = 0;
    for range in ranges {
        put(at, range.start, &plain);
        put(range.start, range.end, &marked);
        at = range.end;
    }
    put(at, job.text.len(), &plain);
    LayoutJob { sections, ..job }.into()
}

/// The reasons that a row was found, in one line: `英文题名：Several Measures …`; none unless words are searched for.
pub fn reasons_line(ctx: &Ctx<'_>, row: Row) -> Option<String> {
    reasons_with(ctx, row, &|_| true)
}

/// The same for a line of this font and width, which ends where it is cut: the first hit stands in it.
pub fn reasons_within(ctx: &Ctx<'_>, row: Row, font: Font, wide: f32) -> Option<String> {
    let room = wide - font.width("…");
    let line = reasons_with(ctx, row, &|head| font.width(&ctx.capital(head)) <= room)?;
    Some(if font.width(&line) <= wide { line } else { cut_once(&line, font, wide) })
}

/// A line cut to a width, with one ellipsis at most, also where it ended in one of its own: the hit at its end goes first.
fn cut_once(line: &str, font: Font, wide: f32) -> String {
    font.shorten(line.trim_end_matches('…'), wide)
}

fn reasons_with(ctx: &Ctx<'_>, row: Row, fits: &dyn Fn(&str) -> bool) -> Option<String> {
    let reasons = ctx.session.derived().reasons(row);
    let words = reasons.iter().map(|reason| reason.words_with(ctx.catalogue(), Ids::Untold, ctx.lang(), fits));
    let line = words.collect::<Vec<_>>().join(ctx.lang().semicolon());
    (!line.is_empty()).then(|| ctx.capital(&line))
}

#[cfg(test)]
mod tests {
    use super::cut_once;
    use crate::look::Font;

    #[test]
    fn a_line_that_is_cut_ends_in_one_ellipsis() {
        let (font, line) = (Font::regular(12.0), "题名：场景应用三年行动方案（2023-2…");
        for less in [1.0, 6.0, 12.0, 40.0, 90.0] {
            let cut = cut_once(line, font, font.width(line) - less);
            assert!(!cut.ends_with("……"), "{cut}");
            assert_eq!(cut.ends_with('…'), less > font.width("…"), "{cut}");
            assert!(font.width(&cut) <= font.width(line) - less + 0.01, "{cut}");
        }
    }
}
