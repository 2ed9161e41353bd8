//! The end of a show, and a show after another one in the same window.

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

#[test]
fn the_end_leaves_the_program_as_it_was_and_begins_again_where_it_ended() {
    let mut room = presenting();
    room.press(Key::PageDown);
    room.press(Key::L);
    room.run(pressed(Key::Num4, Modifiers::COMMAND), Vec::new());
    assert_eq!(room.session().view().tab, Tab::Charts);
    room.act(Staging::End);
    assert_eq!(told(&room), "ended");
    assert!(room.beside.is_none());
    assert_eq!(room.session().view().tab, Tab::Overview);
    room.press(Key::F5);
    assert_eq!(told(&room), "2");
    assert!(room.root_says().contains("从第 2 步开始 · Home 到第 1 步"), "nothing says that it goes on");
    // One that was gone through to its end begins anew.
    room.press(Key::End);
    room.act(Staging::End);
    room.press(Key::F5);
    assert_eq!(told(&room), "1");
    assert!(!room.root_says().contains("继续"));
}

#[test]
fn two_presses_of_esc_end_a_show_also_after_the_program_was_shown() {
    for keys in [&[][..], &[Key::Home], &[Key::L, Key::R], &[Key::G, Key::Escape], &[Key::Plus, Key::Minus]] {
        let mut room = presenting();
        for key in keys {
            room.press(*key);
        }
        room.press(Key::Escape);
        assert!(room.root_says().contains("再按一次 Esc"), "{keys:?}");
        room.press(Key::Escape);
        assert_eq!(told(&room), "ended", "{keys:?}");
    }
}
