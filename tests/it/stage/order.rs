//! Of two windows the room's is painted first, whichever of them is the program's own and whoever paints.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use super::*;

/// The delay with which the window beside the program's is to be painted.
fn delay(room: &Room) -> Duration {
    room.root.viewport_output[&second_window()].repaint_delay
}

#[test]
fn the_room_sees_a_page_in_the_frame_that_turns_it_where_the_painter_can() {
    let painted = Rc::new(RefCell::new(Vec::new()));
    let log = painted.clone();
    Context::set_immediate_viewport_renderer(move |ctx, mut viewport| {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 720.0)));
        let viewports = [(viewport.ids.this, ViewportInfo::default())].into_iter().collect();
        let input = RawInput { viewport_id: viewport.ids.this, viewports, screen_rect, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| (viewport.viewport_ui_cb)(ui));
        log.borrow_mut().push(spoken(&mut output));
    });
    for paints_beside in [true, false] {
        let mut room = Room::starting(Start { paints_beside, ..Start::default() });
        room.press(Key::F5);
        painted.borrow_mut().clear();
        room.frame(pressed(Key::PageDown, Modifiers::NONE), Vec::new(), &[]);
        assert_eq!(room.step(), 2);
        if paints_beside {
            let title = room.stage().show().slide().title(room.session().data().catalogue(), Lang::Zh);
            let painted = painted.borrow();
            assert!(painted.len() == 1 && painted[0].contains(&title), "{title} is not painted in that frame");
        } else {
            assert!(painted.borrow().is_empty(), "this painter cannot");
            assert!(delay(&room).is_zero(), "the painter of our own paints what is wanted at once first");
        }
        let before = painted.borrow().len();
        room.frame(Vec::new(), Vec::new(), &[]);
        assert_eq!(painted.borrow().len(), before, "a page that stays is painted by its own window alone");
    }
}

#[test]
fn a_presenter_s_window_beside_the_room_s_is_painted_after_it() {
    let mut room = Room::starting(Start { find_screen: Some(FindScreen::new(|| None)), ..Start::default() });
    room.press(Key::F5);
    room.press(Key::S);
    room.frame(pressed(Key::PageDown, Modifiers::NONE), Vec::new(), &[]);
    let delay = delay(&room);
    assert!(!delay.is_zero() && delay < Duration::from_millis(50), "{delay:?}");
}
