//! Small things that several panels paint.

mod beyond;
mod cut;
mod empty;
mod foot;
mod form;
mod format;
mod found;
mod layer;
mod legend;
mod mark;
mod one_stop;
mod own;
mod paste;
mod peers;
mod recent;
mod roving;
mod row_menu;
mod segmented;
mod select;
mod tick;

pub use beyond::{beyond_ui, with_beyond_ui};
pub use cut::{STRIP, cut_ui, more_below, more_left, more_right};
pub use empty::{empty_ui, holder_words, holders_ui, nothing_of_place_ui};
pub use foot::{close_ui, foot_in_sight, foot_ui, strong_foot_ui};
pub use form::overview_form_ui;
pub use format::format_name;
pub use found::{found_text, reasons_line, reasons_within};
pub use layer::layer_line;
pub use legend::{legend_height, legend_ui};
pub use mark::{
    BEYOND, PlaceMark, definition_words, mark_ui, open_width, paint_mark, paint_place, place_mark_ui, share_sign_ui,
};
pub use one_stop::OneStop;
pub use own::{add_ui, code_ui, own_ui};
pub use paste::take_paste;
pub use peers::{mine_words, peers_row_ui, peers_ui};
pub use recent::{recent_list_ui, recent_menu_ui};
pub use roving::Roving;
pub use row_menu::{focus_menu_ui, open_menu_ui, place_menu_ui, row_menu_ui};
pub use segmented::segmented_ui;
pub use select::select_chars;
pub use tick::tick_ui;

use egui::{Label, Response, RichText, Sense, TextStyle, TextWrapMode, Ui, WidgetText};

use super::Ctx;
use crate::catalogue::address::is_link;
use crate::compare::Asked;
use crate::session::{Action, Effect};
use crate::words::UiText as T;

/// The usual width of the details in a window of this width: less than a third of a narrow one.
pub fn details_width(window: f32) -> f32 {
    (window * 0.3).round().clamp(300.0, 384.0)
}

/// A text that does something when clicked; looks like text until the pointer is over it.
pub fn link_ui(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    link_of_group_ui(ui, text, Sense::click())
}

/// The link to an address of the web; any other address as text.
pub fn address_ui(ui: &mut Ui, ctx: &Ctx<'_>, address: &str) {
    if !is_link(address) {
        ui.add(Label::new(RichText::new(address).size(12.0).color(ctx.colors.weak)).wrap());
        return;
    }
    let link = link_ui(ui, RichText::new(ctx.text(T::OpenAddress)).size(12.0).underline());
    if link.on_hover_text(address).clicked() {
        ctx.send(Action::Do(Effect::OpenAddress(address.to_owned())));
    }
}

/// The same as one of a group that senses the keyboard as its group says.
pub fn link_of_group_ui(ui: &mut Ui, text: impl Into<WidgetText>, sense: Sense) -> Response {
    let text: WidgetText = text.into();
    let name = text.text().to_owned();
    // In a line of words it goes to the next one whole, where it has room there.
    let whole =
        |text: &WidgetText| text.clone().into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    let whole = ui.layout().main_wrap.then(|| whole(&text)).filter(|whole| whole.size().x <= ui.max_rect().width());
    let text = whole.map_or(text, WidgetText::Galley);
    let response = ui.add(Label::new(text).sense(sense).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A button that is a square around one sign, with its name for screen readers and as a tooltip.
pub fn icon_button_ui(ui: &mut Ui, sign: &str, name: &str) -> Response {
    let response = ui.add(egui::Button::new(sign).frame(false).min_size(egui::vec2(20.0, 20.0)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response.on_hover_text(name)
}

/// Says what something means, under the pointer and to screen readers.
pub fn explained_ui(ui: &Ui, response: Response, words: &str) -> Response {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
    response.on_hover_text(words)
}

/// Brings into sight what the keyboard has just come to; called at the end of what a scroll area holds.
pub fn follow_focus(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    if let Some(response) = focused
        && response.gained_focus()
        && response.layer_id == ui.layer_id()
        && ui.min_rect().contains(response.rect.center())
    {
        ui.scroll_to_rect_animation(response.rect.expand(4.0), None, egui::style::ScrollAnimation::none());
    }
}

/// A small outlined 征求意见.
pub fn draft_tag_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let frame = egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, ctx.colors.line))
        .corner_radius(3.0)
        .inner_margin(egui::Margin::symmetric(3, 0));
    frame.show(ui, |ui| {
        ui.label(RichText::new(ctx.text(T::DraftTag)).size(10.5).color(ctx.colors.weak));
    });
}

/// Keywords, each of which asks who else has it.
pub fn keywords_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, keywords: &[String]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 0.0);
        // A keyword goes to the next line whole: broken in two, its second part would be a stop without a name.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        ui.label(RichText::new(name).size(12.5).color(ctx.colors.weak));
        for keyword in keywords {
            let marked = found_text(ui, ctx, RichText::new(keyword).size(12.5));
            let response = link_ui(ui, marked).on_hover_text(ctx.text(T::WhoElseKeyword));
            if response.clicked() {
                ctx.send(Action::AskWho(Asked::Keyword(keyword.clone())));
            }
        }
    });
}
