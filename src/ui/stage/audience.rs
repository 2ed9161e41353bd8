//! The audience's window: one page, as large as it fits, and nothing else.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Color32, CursorIcon, Id, Rect, Sense, Ui, Vec2, pos2};

use super::{Wire, on_ground, pointer};
use crate::look::{BLACK, WHITE};
use crate::session::{AudienceWindow, Staging};
use crate::ui::scene::{fitted, picture, said_places};
use crate::ui::theme::color;
use crate::walk::{Blank, Key};
use crate::words::DeskText as T;

/// The time from one page to the next, in seconds.
const FADE: f64 = 0.18;

/// The distance of what stands over the page from the edge of the window, and from one place looked at to the next.
const EDGE: f32 = 16.0;
const STEP: f32 = 8.0;

/// The page before and the page at hand, while the one becomes the other.
#[derive(Clone)]
struct Fade {
    from: Arc<AudienceWindow>,
    to: Arc<AudienceWindow>,
    since: f64,
}

/// Paints what the room sees. A click is the next step, one with the other button the step before.
pub fn audience_ui(ui: &mut Ui, seen: &Arc<AudienceWindow>, wire: &Wire) {
    on_ground(ui, ground(seen), 0, |ui| {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::CLICK);
        wire.measure(ui.ctx(), rect.size());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Figure, true, words(seen)));
        // A new page is read out.
        ui.ctx().accesskit_node_builder(response.id, |page| page.set_live(Live::Polite));
        let key = match () {
            () if response.clicked() => Some(Key::Next),
            () if response.secondary_clicked() => Some(Key::Previous),
            () => None,
        };
        if let Some(key) = key {
            wire.send(ui.ctx(), Staging::Press(key));
        }
        let page = seen.page.scene().map_or(rect, |scene| fitted(scene, rect));
        wire.point(ui.ctx(), pointer::place_of(response.hover_pos(), page));
        if ui.input(|input| input.viewport().fullscreen) == Some(true) {
            response.on_hover_cursor(CursorIcon::None);
        }
        let (before, share) = faded(ui, seen);
        if let Some(before) = before {
            seen_in(ui, &before, rect, 1.0);
        }
        seen_in(ui, seen, rect, share);
    });
}

/// The page before while it is still seen, and the share of the page at hand: 1 once it is there.
fn faded(ui: &Ui, seen: &Arc<AudienceWindow>) -> (Option<Arc<AudienceWindow>>, f32) {
    let id = Id::unique(("fade", ui.ctx().viewport_id()));
    let now = ui.input(|input| input.time);
    let start = || Fade { from: seen.clone(), to: seen.clone(), since: now - FADE };
    let mut fade = ui.data(|data| data.get_temp::<Fade>(id)).unwrap_or_else(start);
    if !Arc::ptr_eq(&fade.to, seen) {
        // Laid out anew, in another size or theme, it is the same page and is simply there.
        let is_same =
            fade.to.blank == seen.blank && fade.to.page.laid.title == seen.page.laid.title && same_place(&fade, seen);
        let since = if is_same { now - FADE } else { now };
        fade = Fade { from: std::mem::replace(&mut fade.to, seen.clone()), to: seen.clone(), since };
    }
    let moves = ui.style().animation_time > 0.0;
    let share = if moves { ((now - fade.since) / FADE).clamp(0.0, 1.0) as f32 } else { 1.0 };
    let from = (share < 1.0).then(|| fade.from.clone());
    if from.is_some() {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| data.insert_temp(id, fade));
    (from, share)
}

fn same_place(fade: &Fade, seen: &AudienceWindow) -> bool {
    (fade.to.page.layer, fade.to.page.page) == (seen.page.layer, seen.page.page)
}

fn seen_in(ui: &Ui, seen: &AudienceWindow, rect: Rect, share: f32) {
    let mut painter = ui.painter_at(rect);
    painter.set_opacity(share);
    painter.rect_filled(rect, 0.0, ground(seen));
    if seen.blank.is_none()
        && let Some(scene) = seen.page.scene()
    {
        let page = fitted(scene, rect);
        picture(&painter.with_clip_rect(page), scene, pointer::enlarged(page, seen.zoom));
        if let Some(at) = seen.pointer {
            pointer::paint(&painter, page, at, share);
        }
    }
}

/// The place in a window, of this size, where something stands over the page and over none of its texts and marks: from
/// the bottom up, at the left and then at the right; at the left bottom where there is none.
pub fn quiet_place(seen: &AudienceWindow, window: Rect, size: Vec2) -> Rect {
    let scene = seen.page.scene().filter(|_| seen.blank.is_none());
    let page = |scene| pointer::enlarged(fitted(scene, window), seen.zoom);
    let said: Vec<Rect> = scene.into_iter().flat_map(|scene| said_places(scene, page(scene))).collect();
    let room = window.shrink(EDGE);
    let [left, right] = [room.left(), room.right() - size.x];
    let lowest = room.bottom() - size.y;
    let steps = ((lowest - room.top()).max(0.0) / STEP) as usize;
    let at = |x| (0..=steps).map(move |n| Rect::from_min_size(pos2(x, lowest - n as f32 * STEP), size));
    let is_quiet = |place: &Rect| !said.iter().any(|one| one.intersects(place.expand(2.0)));
    at(left).chain(at(right)).find(is_quiet).unwrap_or(Rect::from_min_size(pos2(left, lowest), size))
}

fn ground(seen: &AudienceWindow) -> Color32 {
    color(match seen.blank {
        Some(Blank::Black) => BLACK,
        Some(Blank::White) => WHITE,
        None => seen.page.scene().map_or(BLACK, |scene| scene.ground),
    })
}

/// The words for a screen reader: every text of the page.
fn words(seen: &AudienceWindow) -> String {
    match seen.blank {
        Some(Blank::Black) => T::BlackScreen.get(seen.lang).to_owned(),
        Some(Blank::White) => T::WhiteScreen.get(seen.lang).to_owned(),
        None => {
            let texts = seen.page.scene().into_iter().flat_map(|scene| scene.labels().map(|label| label.text.as_str()));
            texts.collect::<Vec<_>>().join(" ")
        }
    }
}
