//! Texts in which the words searched for are marked where they stand, and the reasons that a row is there.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection};
use egui::{FontSelection, RichText, Stroke, Ui, WidgetText};

use crate::catalogue::fold;
use crate::look::Font;
use crate::query::{Ids, Reason, Row};
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
    let reasons: Vec<&Reason> = ctx.session.derived().reasons(row).iter().collect();
    joined(ctx, &reasons, &|reason| told(ctx, reason, &|_| true))
}

/// The same for a line of this font and width under texts that are shown already. It tells of the words that these do not
/// show, where there are such; each has its share of the line, in which its hit stands.
pub fn reasons_within(ctx: &Ctx<'_>, row: Row, font: Font, wide: f32, shown: &[String]) -> Option<String> {
    let shown: Vec<String> = shown.iter().map(|text| fold(text)).collect();
    let is_shown = |reason: &&Reason| shown.iter().any(|text| text.contains(&fold(&reason.text)));
    let (seen, hidden): (Vec<&Reason>, Vec<&Reason>) = ctx.session.derived().reasons(row).iter().partition(is_shown);
    let reasons = if hidden.is_empty() { seen } else { hidden };
    let whole = joined(ctx, &reasons, &|reason| told(ctx, reason, &|head| font.width(head) <= wide))?;
    if font.width(&whole) <= wide {
        return Some(whole);
    }
    let parts = reasons.len() as f32;
    let room = (wide - font.width(ctx.lang().semicolon()) * (parts - 1.0)) / parts;
    let fits = |head: &str| font.width(&ctx.capital(head)) <= room - font.width("…");
    joined(ctx, &reasons, &|reason| {
        let line = told(ctx, reason, &fits);
        if font.width(&line) <= room { line } else { cut_once(&line, font, room) }
    })
}

/// A line cut to a width, with one ellipsis at most, also where it ended in one of its own: the hit at its end goes first.
fn cut_once(line: &str, font: Font, wide: f32) -> String {
    font.shorten(line.trim_end_matches('…'), wide)
}

fn told(ctx: &Ctx<'_>, reason: &Reason, fits: &dyn Fn(&str) -> bool) -> String {
    reason.words_with(ctx.catalogue(), Ids::Untold, ctx.lang(), fits)
}

fn joined(ctx: &Ctx<'_>, reasons: &[&Reason], told: &dyn Fn(&Reason) -> String) -> Option<String> {
    let words: Vec<String> = reasons.iter().map(|reason| told(reason)).collect();
    let line = words.join(ctx.lang().semicolon());
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
