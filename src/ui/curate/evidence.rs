//! Sentences of the pasted text to choose from as evidence: nothing is filled in by itself.

use egui::{Button, Popup, PopupCloseBehavior, RectAlign, RichText, ScrollArea, Ui, vec2};

use crate::catalogue::text_places;
use crate::edit::{FocusForm, PolicyForm, evidence};
use crate::intake::sentences;
use crate::session::Editing;
use crate::ui::Ctx;
use crate::words::{Lang, LayerText as W};

/// The fewest and the most characters of a sentence that can be evidence.
const LENGTHS: std::ops::RangeInclusive<usize> = 6..=600;
/// The sentences of a text that can be chosen from.
const MOST: usize = 400;
/// The width and the height of the list.
const WIDE: f32 = 620.0;
const HIGH: f32 = 260.0;

/// The sentences of the pasted text, and for each focus those with words of its codebook.
#[derive(Default)]
pub struct Evidence {
    /// The form that they are for.
    number: u64,
    sentences: Vec<String>,
    /// The place in the text of each of them, in words.
    at: Vec<String>,
    /// Their places, best first, focus by focus.
    ranked: Vec<Vec<usize>>,
    /// Whether saving was held back to ask for evidence, and for which focuses.
    asked: Vec<usize>,
    is_told: bool,
}

impl Evidence {
    /// Looks for them in what was pasted last.
    pub fn look(&mut self, ctx: &Ctx<'_>, form: &PolicyForm, editing: &Editing) {
        if self.number == editing.number {
            return;
        }
        let text = editing.found.as_ref().map(|found| found.rest.as_str()).unwrap_or_default();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let places = text_places(&lines);
        let each = lines.iter().zip(&places);
        let each = each.flat_map(|(line, at)| sentences(line).into_iter().map(move |one| (one.trim(), at)));
        let (mut kept, mut kept_at): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (line, at) in each.filter(|(line, _)| LENGTHS.contains(&line.chars().count())) {
            if kept.len() < MOST && !kept.iter().any(|known| known == line) {
                kept.push(line.to_owned());
                kept_at.push(at.clone());
            }
        }
        let catalogue = ctx.catalogue();
        let of = |focus: &FocusForm| {
            catalogue.find_focus(&focus.id).map(|focus| evidence(catalogue, focus, &kept)).unwrap_or_default()
        };
        let ranked = form.focuses.iter().map(of).collect();
        *self = Evidence { number: editing.number, sentences: kept, at: kept_at, ranked, ..Evidence::default() };
    }

    /// Whether there is anything to choose from.
    pub fn has_any(&self) -> bool {
        !self.sentences.is_empty()
    }

    /// Whether saving is held back: once for the focuses that are said to be taken up without a sentence, which were not
    /// recorded so before.
    pub fn holds_back(&mut self, form: &PolicyForm, begun: Option<&PolicyForm>) -> bool {
        let was = |at: usize| begun.is_some_and(|begun| begun.focuses.get(at) == form.focuses.get(at));
        let lacks = form.focuses.iter().enumerate().filter(|(at, focus)| focus.lacks_evidence() && !was(*at));
        let lacks: Vec<usize> = lacks.map(|(at, _)| at).collect();
        if lacks.is_empty() || (self.is_told && lacks == self.asked) {
            return false;
        }
        (self.asked, self.is_told) = (lacks, true);
        true
    }

    /// The question for which saving was held back; none once there is evidence.
    pub fn question(&self, ctx: &Ctx<'_>, form: &PolicyForm) -> Option<String> {
        let lang = ctx.lang();
        let lacks = self.asked.iter().filter_map(|at| form.focuses.get(*at)).filter(|focus| focus.lacks_evidence());
        let names: Vec<String> = lacks.map(|focus| name_of(ctx, &focus.id, lang)).collect();
        let words = if self.has_any() { W::NoEvidenceChoose } else { W::NoEvidence };
        (!names.is_empty()).then(|| words.fill(lang, &[("focuses", &names.join(lang.comma()))]))
    }
}

/// The name of a focus of the form.
pub fn name_of(ctx: &Ctx<'_>, focus: &str, lang: Lang) -> String {
    let known = ctx.catalogue().find_focus(focus);
    known.map_or_else(|| focus.to_owned(), |i| ctx.catalogue()[i].name.get(lang).to_owned())
}

/// The button that opens the sentences for a focus; the one that is chosen becomes its evidence.
pub fn evidence_ui(ui: &mut Ui, ctx: &Ctx<'_>, focus: &mut FocusForm, at: usize, evidence: &Evidence, wide: f32) {
    let (lang, name) = (ctx.lang(), name_of(ctx, &focus.id, ctx.lang()));
    let none = Vec::new();
    let ranked = evidence.ranked.get(at).unwrap_or(&none);
    let shown = match ranked.len() {
        0 => W::EvidenceAny.get(lang).to_owned(),
        n => W::EvidenceSome.fill(lang, &[("n", &n)]),
    };
    let button = ui.add(Button::new(RichText::new(shown).size(12.5)).min_size(vec2(wide, 24.0)));
    let words = W::EvidenceOf.fill(lang, &[("focus", &name), ("n", &ranked.len())]);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    let button = button.on_hover_text(&words);
    let opens = button.clicked();
    let popup = Popup::menu(&button).align(RectAlign::BOTTOM_END);
    popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let room = ui.ctx().content_rect();
        ui.set_width(WIDE.min(room.width() - 60.0));
        let rest = (0..evidence.sentences.len()).filter(|sentence| !ranked.contains(sentence));
        let groups = [(W::EvidenceWith, ranked.clone()), (W::EvidenceOther, rest.collect())];
        let mut enters = opens;
        ScrollArea::vertical().max_height(HIGH.min(room.height() - 80.0)).show(ui, |ui| {
            for (head, places) in groups {
                if places.is_empty() {
                    continue;
                }
                ui.label(RichText::new(head.fill(lang, &[("focus", &name)])).size(12.0).color(ctx.colors.weak));
                for place in places {
                    let Some((sentence, place)) = evidence.sentences.get(place).zip(evidence.at.get(place)) else {
                        continue;
                    };
                    let is_now = focus.quote.trim() == sentence;
                    let line = Button::selectable(is_now, RichText::new(sentence).size(12.5)).wrap();
                    let line = ui.add(line.min_size(vec2(ui.available_width(), 24.0)));
                    if std::mem::take(&mut enters) {
                        line.request_focus();
                    }
                    if line.clicked() {
                        // The place of another sentence is not that of this one.
                        focus.quote.clone_from(sentence);
                        focus.at.clone_from(place);
                        ui.close();
                    }
                }
            }
            crate::ui::widgets::follow_focus(ui);
        });
    });
}
