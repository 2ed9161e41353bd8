//! The policies of a place under its name: short titles with their months.

use egui::{FontId, RichText, Sense, Ui};

use crate::catalogue::{Policy, PolicyIdx, RegionIdx, Stage};
use crate::look::Font;
use crate::query::{Holding, Row};
use crate::session::{Action, Detail};
use crate::ui::Ctx;
use crate::ui::widgets::{draft_tag_ui, found_text, link_of_group_ui};
use crate::words::{UiText as T, WorkbenchText as W};

/// The least width of a title, about seven characters.
const LEAST: f32 = 84.0;

/// The policies of a place, those that pass the filter for themselves first where any does, and how many of them are named.
fn in_order(ctx: &Ctx<'_>, region: RegionIdx) -> (Vec<PolicyIdx>, usize) {
    let derived = ctx.session.derived();
    let policies = ctx.index().policies_in(region);
    let (passing, others): (Vec<PolicyIdx>, Vec<PolicyIdx>) =
        policies.iter().partition(|policy| derived.policies.policies.contains(policy.0 as usize));
    let named = if passing.is_empty() { policies.len() } else { passing.len() };
    ([passing, others].concat(), named)
}

/// The first title as far as it is shown in a width.
pub fn first_title(ctx: &Ctx<'_>, region: RegionIdx, width: f32) -> Option<String> {
    let (policies, _) = in_order(ctx, region);
    let title = ctx.catalogue()[*policies.first()?].short_or_title(ctx.lang());
    // Its month stands behind it.
    Some(Font::regular(12.0).shorten(title, width - 60.0))
}

/// The short titles with their months; as many as fit, then how many more: of those that pass the filter, and where all
/// that do are named, how many do not.
pub fn titles_ui(ui: &mut Ui, ctx: &Ctx<'_>, region: RegionIdx, width: f32) {
    let (policies, named) = in_order(ctx, region);
    let weak = |text: &str| RichText::new(text).size(12.0).color(ctx.colors.weak);
    if policies.is_empty() {
        let only = ctx.capital(&Holding::of(ctx.index(), region).words(ctx.lang()));
        ui.label(weak(&only)).on_hover_text(ctx.text(T::NamedInTextOnly));
        return;
    }
    let right = ui.cursor().left() + width;
    let last = policies.len() - 1;
    let whole = |n: usize| match n {
        n if n >= named => W::AndOutside.fill(ctx.lang(), &[("n", &(policies.len() - n))]),
        n if named < policies.len() => {
            W::MoreAndOutside.fill(ctx.lang(), &[("n", &(named - n)), ("m", &(policies.len() - named))])
        }
        n => ctx.fill(T::AndMore, &[("n", &(named - n))]),
    };
    // Where both numbers would leave a title no room there is one, of all.
    let first = policies.first().map_or(0.0, |policy| tail_width(ui, ctx, &ctx.catalogue()[*policy]));
    let is_tight = last > 0 && width - small_width(ui, ctx, whole(1)) - 10.0 - first < LEAST;
    let all = || W::InAll.fill(ctx.lang(), &[("n", &policies.len())]);
    let rest = |n: usize| if is_tight { all() } else { whole(n) };
    for (n, policy) in policies.iter().enumerate() {
        let room = right - ui.cursor().left();
        let wide = title_width(ui, ctx, *policy);
        let more = if n == last { 0.0 } else { small_width(ui, ctx, rest(n + 1)) + 10.0 };
        if n >= named || (n > 0 && wide + more > room) {
            if link_of_group_ui(ui, weak(&rest(n)), Sense::CLICK).clicked() {
                ctx.send(Action::Open(Detail { row: Row::Region(region), focus: None }));
            }
            return;
        }
        title_ui(ui, ctx, *policy, room - more);
    }
}

fn title_width(ui: &Ui, ctx: &Ctx<'_>, policy: PolicyIdx) -> f32 {
    let policy = &ctx.catalogue()[policy];
    let title = small_width(ui, ctx, policy.short_or_title(ctx.lang()).to_owned());
    title + month_width(ui, ctx, policy) + if policy.stage == Stage::Draft { 52.0 } else { 0.0 }
}

/// The month of a policy behind its title, without its century, `23-05`, or that it is not known.
fn month_words(ctx: &Ctx<'_>, policy: &Policy) -> String {
    let month = policy.month_words(ctx.lang());
    if policy.month.is_some() { month.chars().skip(2).collect() } else { month }
}

/// The room that it needs, with the space before and after it.
fn month_width(ui: &Ui, ctx: &Ctx<'_>, policy: &Policy) -> f32 {
    small_width(ui, ctx, month_words(ctx, policy)) + 12.0
}

/// The room that a title needs behind it.
fn tail_width(ui: &Ui, ctx: &Ctx<'_>, policy: &Policy) -> f32 {
    month_width(ui, ctx, policy) + if policy.stage == Stage::Draft { 56.0 } else { 0.0 }
}

fn small_width(ui: &Ui, ctx: &Ctx<'_>, text: String) -> f32 {
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_no_wrap(text, FontId::proportional(12.0), ctx.colors.weak));
    galley.size().x
}

fn title_ui(ui: &mut Ui, ctx: &Ctx<'_>, i: PolicyIdx, room: f32) {
    let policy = &ctx.catalogue()[i];
    let weak = |text: String| RichText::new(text).size(12.0).color(ctx.colors.weak);
    let tail = tail_width(ui, ctx, policy);
    let short = policy.short_or_title(ctx.lang());
    let max = (room - tail).max(40.0);
    let response = ui
        .scope(|ui| {
            ui.set_max_width(max);
            // The details of the place, which Enter opens, lead to its policies too.
            let marked = found_text(ui, ctx, weak(short.to_owned()));
            let label = egui::Label::new(marked).sense(Sense::CLICK).selectable(false).truncate();
            ui.add(label)
        })
        .inner;
    let title = policy.title.get(ctx.lang());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, title));
    if response.on_hover_text(title).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        ctx.send(Action::Open(Detail { row: Row::Policy(i), focus: None }));
    }
    if policy.stage == Stage::Draft {
        draft_tag_ui(ui, ctx);
    }
    ui.add_space(-2.0);
    ui.label(weak(month_words(ctx, policy)));
}
