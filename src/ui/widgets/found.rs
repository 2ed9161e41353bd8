//! Texts in which the words searched for are marked where they stand, and the reasons that a row is there.

use std::cell::Cell;
use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection};
use egui::{FontSelection, RichText, Stroke, Ui, WidgetText};

use crate::catalogue::fold;
use crate::look::Font;
use crate::query::{Ids, Reason, Row};
use crate::ui::Ctx;
use crate::words::Lang;

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
    joined(ctx.lang(), &reasons, &|reason| told(ctx, reason, &|_| true))
}

/// The same for a line of this font and width under texts that are shown already. It tells of the words that these do not
/// show, where there are such; each has its share of the line, in which its hit stands. Where there is no room for all
/// with their fields, they stand there without; where there is none for that either, the first stands alone.
pub fn reasons_within(ctx: &Ctx<'_>, row: Row, font: Font, wide: f32, shown: &[String]) -> Option<String> {
    let shown: Vec<String> = shown.iter().map(|text| fold(text)).collect();
    let is_shown = |reason: &&Reason| shown.iter().any(|text| text.contains(&fold(&reason.text)));
    let (seen, hidden): (Vec<&Reason>, Vec<&Reason>) = ctx.session.derived().reasons(row).iter().partition(is_shown);
    let reasons = if hidden.is_empty() { seen } else { hidden };
    let line = Line { lang: ctx.lang(), font, wide };
    let named = |reason: &Reason, fits: &dyn Fn(&str) -> bool| told(ctx, reason, fits);
    let bare = |reason: &Reason, fits: &dyn Fn(&str) -> bool| reason.excerpt_with(fits);
    let first = reasons.get(..1)?;
    line.holding(&reasons, &named).or_else(|| line.holding(&reasons, &bare)).or_else(|| line.holding(first, &named))
}

/// A way to tell a reason: a test of its beginning, up to the end of the hit, says how much has room.
type Tell<'t> = dyn Fn(&Reason, &dyn Fn(&str) -> bool) -> String + 't;

/// A line for reasons.
#[derive(Clone, Copy)]
struct Line {
    lang: Lang,
    font: Font,
    wide: f32,
}

impl Line {
    fn width(self, text: &str) -> f32 {
        self.font.width(&self.lang.capital(text))
    }

    /// The line with all of these, each with its hit; none where they have no room beside each other.
    fn holding(self, reasons: &[&Reason], tell: &Tell<'_>) -> Option<String> {
        let (between, dots) = (self.font.width(self.lang.semicolon()), self.font.width("…"));
        let leasts: Vec<f32> = reasons.iter().map(|reason| self.least(reason, tell) + dots).collect();
        let count = reasons.len() as f32;
        let spare = self.wide - leasts.iter().sum::<f32>() - between * (count - 1.0);
        if spare < 0.0 && reasons.len() > 1 {
            return None;
        }
        let whole = joined(self.lang, reasons, &|reason| tell(reason, &|_| true))?;
        if self.width(&whole) <= self.wide {
            return Some(whole);
        }
        let parts = reasons.iter().zip(leasts).map(|(reason, least)| {
            let room = (least + spare.max(0.0) / count).min(self.wide);
            let part = tell(reason, &|head| self.width(head) <= room - dots);
            if self.width(&part) <= room { part } else { cut_once(&part, self.font, room) }
        });
        Some(self.lang.capital(&parts.collect::<Vec<_>>().join(self.lang.semicolon())))
    }

    /// The width of the shortest beginning of a reason that ends with its hit.
    fn least(self, reason: &Reason, tell: &Tell<'_>) -> f32 {
        let least = Cell::new(f32::INFINITY);
        tell(reason, &|head| {
            least.set(least.get().min(self.width(head)));
            false
        });
        least.get()
    }
}

/// A line cut to a width, with one ellipsis at most, also where it ended in one of its own: the hit at its end goes first.
fn cut_once(line: &str, font: Font, wide: f32) -> String {
    font.shorten(line.trim_end_matches('…'), wide)
}

fn told(ctx: &Ctx<'_>, reason: &Reason, fits: &dyn Fn(&str) -> bool) -> String {
    reason.words_with(ctx.catalogue(), Ids::Untold, ctx.lang(), fits)
}

fn joined(lang: Lang, reasons: &[&Reason], told: &dyn Fn(&Reason) -> String) -> Option<String> {
    let words: Vec<String> = reasons.iter().map(|reason| told(reason)).collect();
    let line = words.join(lang.semicolon());
    (!line.is_empty()).then(|| lang.capital(&line))
}

#[cfg(test)]
mod tests {
    use super::{Line, cut_once};
    use crate::look::Font;
    use crate::query::{Reason, ReasonField};
    use crate::words::Lang;

    #[test]
    fn each_hit_stands_in_a_line_that_has_room_for_all() {
        let reason = |text: &str, excerpt: &str| {
            let from = excerpt.chars().take_while(|c| !text.contains(*c)).count();
            let mark = (from, from + text.chars().count());
            Reason { text: text.into(), field: ReasonField::Title, lang: None, excerpt: excerpt.into(), mark }
        };
        let one = reason("智能", "关于加快推动人工智能高质量发展的若干措施");
        let other = reason("算力", "各地正在加紧兴建算力设施并搭建调度平台");
        let bare = |reason: &Reason, fits: &dyn Fn(&str) -> bool| reason.excerpt_with(fits);
        for wide in [120.0, 200.0, 300.0, 900.0] {
            let line = Line { lang: Lang::Zh, font: Font::regular(12.0), wide };
            let said = line.holding(&[&one, &other], &bare).unwrap();
            assert!(said.contains("智能") && said.contains("算力"), "{wide}: {said}");
            assert!(line.width(&said) <= wide + 0.01, "{wide}: {said}");
        }
        let narrow = Line { lang: Lang::Zh, font: Font::regular(12.0), wide: 60.0 };
        assert_eq!(narrow.holding(&[&one, &other], &bare), None);
        assert!(narrow.holding(&[&one], &bare).unwrap().contains("智能"));
    }

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
