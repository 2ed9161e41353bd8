//! The top of the window: menus, search, the language switch; below it the tabs and the filter chips.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, Button, Layout, RichText, ScrollArea, TextStyle, Ui, vec2};

use super::commands::Command;
use super::fonts::bold;
use super::menu::menu_ui;
use super::search::{Search, search_ui};
use super::widgets::{follow_focus, icon_button_ui, more_right};
use super::{Ctx, Drafts};
use crate::look::Font;
use crate::query::{Term, TermKey, term_words};
use crate::session::{Action, Filter, Preference, ViewChange, tab_name};
use crate::view::Tab;
use crate::words::{Lang, UiText as T, WorkbenchText as W};

/// Menus, search, language.
pub fn top_ui(ui: &mut Ui, ctx: &Ctx<'_>, drafts: &mut Drafts) {
    ui.horizontal_centered(|ui| {
        if ui.available_width() > 560.0 {
            ui.label(bold(ctx.text(T::AppName)).size(15.0));
            ui.add_space(6.0);
        }
        menu_ui(ui, ctx);
        // The language switch, and the button of the whole query, which a narrow window has no less.
        let beside = 64.0 + 24.0;
        let wide = (ui.available_width() - beside - 40.0).clamp(64.0, 560.0);
        let slack = (ui.available_width() - beside - wide).max(0.0);
        ui.add_space(slack / 2.0);
        search_ui(ui, ctx, &mut drafts.search, wide);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let to = match ctx.lang() {
                Lang::Zh => Lang::En,
                Lang::En => Lang::Zh,
            };
            let button = Button::new(ctx.text(T::LangSwitch)).frame(false);
            let button = ui.add(button).on_hover_text(ctx.text(T::LangSwitchHint));
            if button.clicked() {
                ctx.send(Action::Prefer(Preference::Lang(to)));
            }
        });
    });
}

/// The tabs, and the filters in force as chips that can be taken away, with those that the words may mean. What does not
/// fit scrolls sideways, so that a filter never moves what stands below; the way to clear them stays in sight. `fold` is
/// whether the filters of a narrow window are shown. Gives back the right end of the tabs.
pub fn tabs_ui(ui: &mut Ui, ctx: &Ctx<'_>, search: &mut Search, fold: Option<&mut bool>) -> f32 {
    ui.set_height(TABS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let clear = if has_chips(ctx) { clear_width(ui, ctx) } else { 0.0 };
        // Without a bar, which would lie on the line below like that of the tab in front: the wheel scrolls them.
        ui.style_mut().always_scroll_the_only_direction = true;
        let area = ScrollArea::horizontal().id_salt("tabs").auto_shrink([true, true]);
        let room = ui.available_width() - clear;
        let area = area.max_width(room).scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        let shown = area.show(ui, |ui| {
            let tabs = ui.horizontal(|ui| {
                for tab in Tab::ALL {
                    tab_ui(ui, ctx, tab);
                }
                ui.add_space(8.0);
                if let Some(unfolded) = fold {
                    fold_ui(ui, ctx, unfolded);
                }
                let end = ui.min_rect().right();
                ui.add_space(6.0);
                search.offers_ui(ui, ctx);
                chips_ui(ui, ctx, room - ui.min_rect().width());
                end
            });
            follow_focus(ui);
            tabs.inner
        });
        if shown.content_size.x - shown.state.clamped_offset().x - shown.inner_rect.width() >= 2.0 {
            more_right(ui, ctx, shown.inner_rect);
        }
        if clear > 0.0 {
            clear_ui(ui, ctx);
        }
        shown.inner
    })
    .inner
}

/// The switch of the filters in a narrow window.
fn fold_ui(ui: &mut Ui, ctx: &Ctx<'_>, unfolded: &mut bool) {
    let text = ctx.text(T::FiltersFold);
    let response = ui.add(Button::new(text).selected(*unfolded).corner_radius(11.0));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Switch, true, *unfolded, text));
    if response.clicked() {
        *unfolded = !*unfolded;
        ctx.send(Action::CloseDetail);
    }
}

/// The height of the tabs.
const TABS: f32 = 32.0;

fn tab_ui(ui: &mut Ui, ctx: &Ctx<'_>, tab: Tab) {
    let is_now = ctx.session.view().tab == tab;
    let collected = if tab == Tab::Compare { ctx.session.view().comparison.len() } else { 0 };
    let name = ctx.text(tab_name(tab));
    let name = &match collected {
        0 => name.to_owned(),
        n => W::Collected.fill(ctx.lang(), &[("tab", &name), ("n", &n)]),
    };
    let text = if is_now { bold(name) } else { RichText::new(name).color(ctx.colors.weak) };
    let response = ui.add(Button::new(text.size(14.0)).frame(false).min_size(vec2(56.0, TABS)));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, is_now, name));
    if is_now {
        let line = response.rect.with_min_y(response.rect.bottom() - 3.0);
        ui.painter().rect_filled(line, 0.0, ctx.colors.strong);
    }
    if response.clicked() {
        ctx.send(ViewChange::Tab(tab));
    }
}

/// Whether a term has a chip: the lens has its own line above, and the words are in the search line.
fn is_chip(term: &Term) -> bool {
    !term.test.is_lens() && term.test.key() != TermKey::Text
}

fn has_chips(ctx: &Ctx<'_>) -> bool {
    ctx.session.derived().query.terms.iter().any(is_chip)
}

/// The chips; where a room holds them with fewer of their words, with fewer, so that each can be taken away.
fn chips_ui(ui: &mut Ui, ctx: &Ctx<'_>, room: f32) {
    let terms = ctx.session.derived().query.terms.iter().enumerate().filter(|(_, term)| is_chip(term));
    let chips: Vec<(usize, String)> =
        terms.map(|(at, term)| (at, term_words(term, ctx.catalogue(), ctx.lang()))).collect();
    let wide = |most: usize| -> f32 {
        let around = CHIP + ui.spacing().item_spacing.x;
        chips.iter().map(|(_, words)| Font::regular(CHIP_SIZE).width(&cut_to(words, most)) + around).sum()
    };
    let most = MOST_OF_CHIP.into_iter().find(|most| wide(*most) <= room).unwrap_or(MOST_OF_CHIP[0]);
    for (at, words) in &chips {
        chip_ui(ui, ctx, words, *at, most);
    }
}

/// The most characters of a chip, the first that fits.
const MOST_OF_CHIP: [usize; 5] = [28, 20, 15, 12, 9];
/// The size of its letters, and the width of what is around them: rims, a gap and the sign that takes it away.
const CHIP_SIZE: f32 = 12.5;
const CHIP: f32 = 9.0 + 3.0 + 2.0 + 24.0;

/// Words in at most so many characters.
fn cut_to(words: &str, most: usize) -> String {
    if words.chars().count() > most { words.chars().take(most - 1).chain(['…']).collect() } else { words.to_owned() }
}

fn clear_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let clear = ui.add(Button::new(RichText::new(ctx.text(T::ClearAll)).color(ctx.colors.weak)).frame(false));
    if clear.on_hover_text(Command::ClearFilters.hint(ctx)).clicked() {
        ctx.send(Filter::Clear);
    }
}

/// The room that it takes.
fn clear_width(ui: &Ui, ctx: &Ctx<'_>) -> f32 {
    let size = TextStyle::Button.resolve(ui.style()).size;
    Font::regular(size).width(ctx.text(T::ClearAll)) + 2.0 * ui.spacing().button_padding.x + 8.0
}

fn chip_ui(ui: &mut Ui, ctx: &Ctx<'_>, words: &str, at: usize, most: usize) {
    egui::Frame::new()
        .fill(ctx.colors.raised)
        .corner_radius(10.0)
        .inner_margin(egui::Margin { left: 9, right: 3, top: 1, bottom: 1 })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.label(RichText::new(cut_to(words, most)).size(CHIP_SIZE)).on_hover_text(words);
            if icon_button_ui(ui, "×", &ctx.fill(T::RemoveFilter, &[("filter", &words)])).clicked() {
                ctx.send(Filter::Remove(at));
            }
        });
}
