//! A show after another one in the same window.

use super::*;

#[test]
fn a_second_show_ends_by_two_presses_of_esc_as_the_first_one_did() {
    let mut room = presenting();
    for _ in 0..2 {
        let event = |pressed| pressed_alone(Key::Escape, pressed);
        room.run(vec![event(true)], Vec::new());
        room.run(vec![event(false)], Vec::new());
        assert_eq!(told(&room), "1");
        room.run(vec![event(true)], Vec::new());
        assert_eq!(told(&room), "ended");
        // It goes up when the program is back.
        room.run(vec![event(false)], Vec::new());
        room.press(Key::F5);
        assert_eq!(told(&room), "1");
    }
}

fn pressed_alone(key: Key, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
}
