//! The claims of the sources, the catalogue's own answer to each, and the verdict.
//!
//! A page of claims is put into words once, not once a frame, and one page is painted, however many claims there are.

use std::fmt::Display;

use egui::{Button, Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::Ctx;
use super::fonts::bold;
use super::theme::room_for_bars;
use super::widgets::{address_ui, link_ui};
use crate::catalogue::Claim;
use crate::compare::{CheckedClaim, Verdict};
use crate::export::citation;
use crate::query::{Ids, SourceWords};
use crate::session::{Action, Effect};
use crate::words::{FigureText, Lang, UiText as T};

/// Claims of a page.
const EACH: usize = 20;
/// The most characters of what the catalogue gives: it may name every policy.
const LONGEST: usize = 600;
/// The height of the rest of the dialog.
const REST: f32 = 300.0;

/// The page in sight, in words.
#[derive(Default)]
pub struct Leaf {
    page: usize,
    cards: Vec<Card>,
    intro: String,
    /// The catalogue, language and page that `cards` were made for.
    made_for: Option<(u64, Lang, usize)>,
}

/// One claim in words.
struct Card {
    at: usize,
    id: String,
    what: String,
    verdict: Verdict,
    lines: Vec<String>,
    source: String,
    address: Option<String>,
}

/// The claims of the catalogue.
pub fn claims_ui(ui: &mut Ui, ctx: &Ctx<'_>, leaf: &mut Leaf) {
    let all = ctx.session.derived().claims();
    room_for_bars(ui);
    if all.is_empty() {
        ui.label(ctx.text(T::NoClaims));
        return;
    }
    let last = (all.len() - 1) / EACH;
    leaf.page = leaf.page.min(last);
    let key = (ctx.session.data().generation, ctx.lang(), leaf.page);
    if leaf.made_for != Some(key) {
        let of_page = all.iter().skip(leaf.page * EACH).take(EACH);
        leaf.cards = of_page.filter_map(|checked| card(ctx, checked)).collect();
        leaf.intro = intro(ctx, all);
        leaf.made_for = Some(key);
    }
    ui.add(Label::new(RichText::new(&leaf.intro).size(12.5).color(ctx.colors.weak)).wrap());
    ui.add_space(6.0);
    let height = (ui.ctx().content_rect().height() - REST).clamp(120.0, 460.0);
    let area = ScrollArea::vertical().id_salt(("claims", leaf.page)).max_height(height).auto_shrink([false, true]);
    area.show(ui, |ui| {
        for card in &leaf.cards {
            ui.push_id(card.at, |ui| card_ui(ui, ctx, card));
        }
        super::widgets::follow_focus(ui);
    });
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(ctx.text(T::ClaimsCopyAll))).clicked() {
            let claims = &ctx.catalogue().claims;
            let lines: Vec<String> = claims.iter().map(|claim| cited(ctx, claim)).collect();
            ctx.send(Action::Do(Effect::Copy(lines.join("\n"))));
        }
        if last > 0 {
            turn_ui(ui, ctx, leaf, all.len());
        }
    });
}

/// Earlier and later pages.
fn turn_ui(ui: &mut Ui, ctx: &Ctx<'_>, leaf: &mut Leaf, n: usize) {
    let from = leaf.page * EACH;
    let to = (from + EACH).min(n);
    if ui.add_enabled(leaf.page > 0, Button::new(ctx.text(T::ClaimsBack))).clicked() {
        leaf.page = leaf.page.saturating_sub(1);
    }
    if ui.add_enabled(to < n, Button::new(ctx.text(T::ClaimsOn))).clicked() {
        leaf.page += 1;
    }
    ui.label(ctx.fill(T::ClaimsRange, &[("from", &(from + 1)), ("to", &to), ("n", &n)]));
}

/// The number of claims, in all and of each verdict.
fn intro(ctx: &Ctx<'_>, all: &[CheckedClaim]) -> String {
    let count = |verdict| all.iter().filter(|checked| checked.verdict == verdict).count();
    let values: [(&str, &dyn Display); 5] = [
        ("n", &all.len()),
        ("agrees", &count(Verdict::Agrees)),
        ("differs", &count(Verdict::Differs)),
        ("open", &count(Verdict::CannotBeChecked)),
        ("shown", &count(Verdict::Shown)),
    ];
    ctx.fill(T::ClaimsIntro, &values)
}

fn card(ctx: &Ctx<'_>, checked: &CheckedClaim) -> Option<Card> {
    let (catalogue, lang) = (ctx.catalogue(), ctx.lang());
    let claim = checked.claim(catalogue)?;
    let source = &catalogue[claim.source];
    let from = SourceWords::of(catalogue, claim.source, claim.at.as_deref(), lang).by_grade();
    let formula = checked.formula(lang);
    // What could not be checked has no result.
    let is_open = checked.verdict == Verdict::CannotBeChecked;
    let formula = (!is_open && !formula.is_empty()).then(|| ctx.fill(T::ClaimFormula, &[("text", &formula)]));
    let found = cut(checked.found(catalogue, Ids::Untold, lang));
    let named = [("name", &checked.ground(lang) as &dyn Display), ("state", &found)];
    let found = (!found.is_empty()).then(|| FigureText::NameAndState.fill(lang, &named));
    Some(Card {
        at: checked.claim,
        id: claim.id.clone(),
        what: claim.what.get(lang).to_owned(),
        verdict: checked.verdict,
        lines: formula.into_iter().chain(found).collect(),
        source: ctx.fill(T::ClaimFrom, &[("text", &from)]),
        address: source.address.clone(),
    })
}

fn cut(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => text.get(..at).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}

fn cited(ctx: &Ctx<'_>, claim: &Claim) -> String {
    citation::of_claim(ctx.catalogue(), claim, ctx.lang())
}

fn card_ui(ui: &mut Ui, ctx: &Ctx<'_>, card: &Card) {
    ui.horizontal_top(|ui| {
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(112.0, 0.0), layout, |ui| {
            ui.set_width(112.0);
            verdict_ui(ui, ctx, card.verdict);
        });
        ui.vertical(|ui| {
            ui.add(Label::new(bold(&card.what)).wrap().selectable(true));
            for line in &card.lines {
                ui.add(Label::new(line).wrap().selectable(true));
            }
            source_ui(ui, ctx, card);
        });
    });
    ui.add_space(4.0);
    ui.separator();
}

/// The verdict in words, which its frame tells apart too: filled where the two differ, without one where none is given.
fn verdict_ui(ui: &mut Ui, ctx: &Ctx<'_>, verdict: Verdict) {
    let words = verdict.name(ctx.lang());
    let frame = Frame::new().corner_radius(3.0).inner_margin(Margin::symmetric(6, 1));
    let (frame, text) = match verdict {
        Verdict::Agrees => (frame.stroke(Stroke::new(1.0, ctx.colors.outline)), bold(words)),
        Verdict::Differs => (frame.fill(ctx.colors.strong), bold(words).color(ctx.colors.on_strong)),
        Verdict::CannotBeChecked => {
            (frame.stroke(Stroke::new(1.0, ctx.colors.line)), RichText::new(words).color(ctx.colors.weak))
        }
        Verdict::Shown => (frame, RichText::new(words).color(ctx.colors.weak)),
    };
    frame.show(ui, |ui| ui.add(Label::new(text.size(12.5)).wrap()));
}

/// Source, grade, place in it; the address opens and the citation is copied only when asked.
fn source_ui(ui: &mut Ui, ctx: &Ctx<'_>, card: &Card) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let source = ui.add(Label::new(RichText::new(&card.source).size(12.0).color(ctx.colors.weak)).wrap());
        source.on_hover_text(ctx.fill(T::IdIs, &[("id", &card.id)]));
        if let Some(address) = &card.address {
            address_ui(ui, ctx, address);
        }
        let copy = link_ui(ui, RichText::new(ctx.text(T::CopyCitation)).size(12.0).underline());
        let name = ctx.fill(T::CopyCitationOf, &[("what", &card.what)]);
        copy.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
        if copy.clicked()
            && let Some(claim) = ctx.catalogue().claims.get(card.at)
        {
            ctx.send(Action::Do(Effect::Copy(cited(ctx, claim))));
        }
    });
}
