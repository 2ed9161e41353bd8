//! The palette as egui wants it. The only place where a colour becomes a `Color32`.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Stroke, Style, TextStyle, Theme, Ui, Visuals,
    style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, WidgetVisuals},
    vec2,
};

use crate::look::{DARK, DISABLED, LIGHT, Palette, Rgb};
use crate::session::Motion;

/// The colours of a theme.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is documented in look::Palette")]
pub struct Colors {
    pub ground: Color32,
    pub surface: Color32,
    pub raised: Color32,
    pub selected: Color32,
    pub text: Color32,
    pub weak: Color32,
    pub line: Color32,
    pub outline: Color32,
    pub strong: Color32,
    pub on_strong: Color32,
    pub bar: Color32,
    pub bar_light: Color32,
    /// Of a bar that is not chosen.
    pub bar_faded: Color32,
    pub found: Color32,
    pub found_line: Color32,
    pub error: Color32,
    /// Around what has the keyboard.
    pub ring: Color32,
    focuses: Vec<Color32>,
    focus_texts: Vec<Color32>,
}

/// A colour of the palette.
pub fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

impl Colors {
    /// The colours of the light or the dark theme.
    pub fn of(theme: Theme) -> Colors {
        let p = palette(theme);
        Colors {
            ground: color(p.ground),
            surface: color(p.surface),
            raised: color(p.raised),
            selected: color(p.selected),
            text: color(p.text),
            weak: color(p.weak),
            line: color(p.line),
            outline: color(p.outline),
            strong: color(p.strong),
            on_strong: color(p.on_strong),
            bar: color(p.bar),
            bar_light: color(p.bar_light),
            bar_faded: color(p.faded(p.bar)),
            found: color(p.found),
            found_line: color(p.found_line),
            error: color(p.error),
            ring: color(p.ring()),
            focuses: p.focuses.iter().map(|rgb| color(*rgb)).collect(),
            focus_texts: (0..p.focuses.len()).map(|n| color(p.focus_text(n))).collect(),
        }
    }

    /// The colour of the n-th focus.
    pub fn focus(&self, n: usize) -> Color32 {
        self.focuses.get(n % self.focuses.len().max(1)).copied().unwrap_or(self.text)
    }

    /// The colour of the n-th focus for its name and other texts.
    pub fn focus_text(&self, n: usize) -> Color32 {
        self.focus_texts.get(n % self.focus_texts.len().max(1)).copied().unwrap_or(self.text)
    }
}

/// The palette of a theme.
pub fn palette(theme: Theme) -> &'static Palette {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Sets the styles of both themes.
pub fn install(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| set(style, theme));
    }
}

/// Whether what opens or scrolls moves, as the settings say.
pub fn set_motion(ctx: &Context, motion: Motion) {
    let (time, scrolling) = match motion {
        Motion::Usual => (Style::default().animation_time, ScrollAnimation::default()),
        Motion::None => (0.0, ScrollAnimation::none()),
    };
    if ctx.global_style().animation_time.total_cmp(&time).is_ne() {
        for theme in [Theme::Light, Theme::Dark] {
            ctx.style_mut_of(theme, |style| {
                style.animation_time = time;
                style.scroll_animation = scrolling;
            });
        }
    }
}

/// Room of their own for the bars of the scroll areas that follow, which then lie over no cell.
pub fn room_for_bars(ui: &mut Ui) {
    ui.spacing_mut().scroll.floating_allocated_width = 10.0;
}

/// The depth of the fade at the edge of a scroll area that holds more.
const FADE: f32 = 24.0;

/// The opacity of the bar of a scroll area while the pointer is elsewhere.
const BAR_AT_REST: f32 = 0.5;

fn set(style: &mut Style, theme: Theme) {
    let c = Colors::of(theme);
    let size = |size: f32| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, size(11.5)),
        (TextStyle::Body, size(13.5)),
        (TextStyle::Button, size(13.5)),
        (TextStyle::Heading, size(18.0)),
        (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 4.0);
    style.spacing.button_padding = vec2(8.0, 3.0);
    style.spacing.interact_size.y = 22.0;
    style.spacing.window_margin = egui::Margin::same(16);
    // A thin bar stands wherever there is more than is seen, also while the pointer is elsewhere.
    // What is cut at an edge fades, since half a letter reads as another one.
    let fade = ScrollFadeStyle { strength: 1.0, size: FADE };
    style.spacing.scroll =
        ScrollStyle { floating_width: 3.0, dormant_handle_opacity: BAR_AT_REST, fade, ..ScrollStyle::floating() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    style.url_in_tooltip = true;
    let mut v = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    v.override_text_color = Some(c.text);
    v.weak_text_color = Some(c.weak);
    v.panel_fill = c.ground;
    v.window_fill = c.surface;
    v.window_stroke = Stroke::new(1.0, c.line);
    v.extreme_bg_color = c.surface;
    v.text_edit_bg_color = Some(c.surface);
    v.faint_bg_color = c.raised;
    v.code_bg_color = c.raised;
    v.error_fg_color = c.error;
    v.warn_fg_color = c.error;
    v.hyperlink_color = c.focus_text(0);
    v.selection.bg_fill = c.selected;
    v.selection.stroke = Stroke::new(1.0, c.ring);
    v.disabled_alpha = DISABLED;
    // A blinking cursor costs a tenth of a core where OpenGL is done in software.
    v.text_cursor.blink = false;
    let visuals = |fill: Color32, stroke: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, stroke),
        corner_radius: CornerRadius::same(5),
        fg_stroke: Stroke::new(1.0, c.text),
        expansion: 0.0,
    };
    v.widgets.noninteractive = visuals(c.ground, c.line);
    v.widgets.inactive = visuals(c.surface, c.outline);
    v.widgets.hovered = visuals(c.raised, c.outline);
    // What is pressed, or has the keyboard, which a ring tells too.
    v.widgets.active = visuals(c.selected, c.ring);
    v.widgets.open = visuals(c.raised, c.outline);
    style.visuals = v;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(color: Color32) -> Rgb {
        Rgb(color.r(), color.g(), color.b())
    }

    #[test]
    fn a_scroll_area_with_more_has_a_bar_that_is_seen_at_rest() {
        for theme in [Theme::Light, Theme::Dark] {
            let mut style = Style::default();
            set(&mut style, theme);
            let (colors, scroll) = (Colors::of(theme), style.spacing.scroll);
            assert!(scroll.floating && scroll.foreground_color && scroll.floating_width >= 3.0, "{theme:?}");
            for ground in [colors.ground, colors.surface] {
                let bar = ground.lerp_to_gamma(colors.text, scroll.dormant_handle_opacity);
                let ratio = rgb(bar).contrast(rgb(ground));
                assert!(ratio >= 3.0, "{theme:?}: the bar is {ratio:.2}");
            }
        }
    }

    #[test]
    fn every_control_has_a_border_that_is_seen() {
        for theme in [Theme::Light, Theme::Dark] {
            let mut style = Style::default();
            set(&mut style, theme);
            let colors = Colors::of(theme);
            let widgets = &style.visuals.widgets;
            let borders = [
                ("a control", widgets.inactive.bg_stroke),
                ("a control under the pointer", widgets.hovered.bg_stroke),
                ("a control that is pressed", widgets.active.bg_stroke),
                ("a control that is open", widgets.open.bg_stroke),
                ("a field that is typed into", style.visuals.selection.stroke),
                ("the ring of the keyboard", Stroke::new(2.0, colors.ring)),
            ];
            for (what, border) in borders {
                assert!(border.width >= 1.0, "{theme:?}: {what}");
                for (on, ground) in [("page", colors.ground), ("card", colors.surface), ("raised", colors.raised)] {
                    let ratio = rgb(border.color).contrast(rgb(ground));
                    assert!(ratio >= 3.0, "{theme:?}: the border of {what} on {on} is {ratio:.2}");
                }
            }
        }
    }
}
