//! The presenter's pointer on a page, and the part of the page that is larger around it.

use egui::{FontId, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::ui::Colors;
use crate::walk::{At, Zoom};

/// The radius of the spot, as a share of the height of the page.
const RADIUS: f32 = 1.0 / 40.0;
/// Around the words of the frame.
const PAD: Vec2 = vec2(6.0, 2.0);

/// The place of the mouse on a page.
pub fn place_of(mouse: Option<Pos2>, page: Rect) -> Option<At> {
    let mouse = mouse.filter(|mouse| page.contains(*mouse))?;
    let share = |from: f32, to: f32, whole: f32| ((to - from) / whole * 1000.0).round().clamp(0.0, 1000.0) as u16;
    Some(At { x: share(page.left(), mouse.x, page.width()), y: share(page.top(), mouse.y, page.height()) })
}

fn point_of(at: At, page: Rect) -> Pos2 {
    page.min + vec2(page.width() * f32::from(at.x), page.height() * f32::from(at.y)) / 1000.0
}

/// The place of the whole page around the place that its enlarged part fills.
pub fn enlarged(page: Rect, zoom: Zoom) -> Rect {
    let at = point_of(zoom.at, page);
    let times = f32::from(zoom.times.max(1));
    Rect::from_min_max(at + (page.min - at) * times, at + (page.max - at) * times)
}

/// The part of a whole page that is enlarged.
pub fn part(page: Rect, zoom: Zoom) -> Rect {
    let at = point_of(zoom.at, page);
    let times = f32::from(zoom.times.max(1));
    Rect::from_min_max(at + (page.min - at) / times, at + (page.max - at) / times)
}

/// Paints the spot.
pub fn paint(painter: &Painter, page: Rect, at: At, share: f32) {
    let color = Colors::of(painter.ctx().theme()).error.gamma_multiply(share);
    let (point, radius) = (point_of(at, page), page.height() * RADIUS);
    painter.circle(point, radius, color.gamma_multiply(0.3), Stroke::new(radius / 5.0, color));
}

/// Frames the part of the page that the room sees, and says so in these words: beside its edge within the page, where they
/// stand over none of these places if there is such a place.
pub fn frame(painter: &Painter, page: Rect, zoom: Zoom, words: &str, said: &[Rect]) {
    if !zoom.is_larger() {
        return;
    }
    let colors = &Colors::of(painter.ctx().theme());
    let part = part(page, zoom);
    painter.rect_stroke(part, 0.0, Stroke::new(2.0, colors.error), StrokeKind::Inside);
    let text = painter.layout_no_wrap(words.to_owned(), FontId::proportional(14.0), colors.ground);
    let size = text.size() + 2.0 * PAD;
    let place = quiet_beside(part, page, size, said);
    painter.rect_filled(place, 0.0, colors.error);
    painter.galley(place.min + PAD, text, colors.ground);
}

/// The place of so large a text at the edge of a part of a page: above, below or just inside it, at one of its sides, the
/// first that covers nothing that is said; else above it.
fn quiet_beside(part: Rect, page: Rect, size: Vec2, said: &[Rect]) -> Rect {
    let lefts = [part.left(), part.right() - size.x].map(|left| left.min(page.right() - size.x).max(page.left()));
    let tops = [part.top() - size.y, part.bottom(), part.bottom() - size.y, part.top()];
    let places = tops.into_iter().flat_map(|top| lefts.map(|left| Rect::from_min_size(pos2(left, top), size)));
    let mut inside: Vec<Rect> = places.filter(|place| page.expand(0.5).contains_rect(*place)).collect();
    let is_quiet = |place: &Rect| !said.iter().any(|one| one.intersects(*place));
    let quiet = inside.iter().position(is_quiet).unwrap_or(0);
    if inside.is_empty() { Rect::from_min_size(page.min, size) } else { inside.swap_remove(quiet) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_frame_stand_over_nothing_that_is_said_where_there_is_room() {
        let page = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 300.0));
        let part = Rect::from_min_max(pos2(100.0, 100.0), pos2(300.0, 200.0));
        let size = vec2(80.0, 20.0);
        let above = Rect::from_min_max(pos2(90.0, 85.0), pos2(150.0, 95.0));
        assert_eq!(quiet_beside(part, page, size, &[]).min, pos2(100.0, 80.0));
        assert_eq!(quiet_beside(part, page, size, &[above]).min, pos2(220.0, 80.0));
        assert_eq!(quiet_beside(part, page, size, &[above, page.with_max_y(100.0)]).min, pos2(100.0, 200.0));
        assert_eq!(quiet_beside(part, page, size, &[page]).min, pos2(100.0, 80.0), "nowhere is room");
        assert!(page.contains_rect(quiet_beside(page, page, size, &[page])));
    }

    #[test]
    fn what_is_pointed_at_stays_under_the_mouse_when_it_is_larger() {
        let page = Rect::from_min_max(pos2(100.0, 50.0), pos2(500.0, 250.0));
        for (mouse, expected) in [
            (pos2(100.0, 50.0), Some((0, 0))),
            (pos2(300.0, 150.0), Some((500, 500))),
            (pos2(500.0, 250.0), Some((1000, 1000))),
            (pos2(99.0, 150.0), None),
        ] {
            assert_eq!(place_of(Some(mouse), page).map(|at| (at.x, at.y)), expected, "{mouse:?}");
        }
        for times in 1..=Zoom::MOST {
            let zoom = Zoom { times, at: At { x: 250, y: 1000 } };
            let (whole, part) = (enlarged(page, zoom), part(page, zoom));
            let at = point_of(zoom.at, page);
            assert_eq!(point_of(zoom.at, whole), at);
            assert!(page.contains_rect(part) && part.contains(at) && whole.contains_rect(page), "{times}");
            assert!((part.width() * f32::from(times) - page.width()).abs() < 0.01);
        }
        assert_eq!(place_of(None, page), None);
    }
}
