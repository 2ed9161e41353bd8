//! The stage without a window: both windows run by hand on one egui, as the window painted by the processor runs them.

mod again;
mod order;

use std::sync::Arc;

use egui::{
    Context, Event, FullOutput, Key, Modifiers, RawInput, Rect, ViewportEvent, ViewportId, ViewportInfo, pos2, vec2,
};
use policy_atlas::app::{App, FindScreen, Start};
use policy_atlas::session::{Action, Resize, Session, Stage, Staging, ThemeChoice, Walking};
use policy_atlas::ui::stage::{meaning, second_window};
use policy_atlas::view::{Tab, ViewText};
use policy_atlas::walk::{self, BINDINGS, Blank, Edit, Layer, Panel, Screens, Slide};
use policy_atlas::words::Lang;

/// Words that no audience may see or hear.
const NOTES: &str = "只有演讲者知道的话";

/// The program and the window beside it.
struct Room {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
    root: FullOutput,
    /// Whether a text field has the keyboard, in either window.
    types: bool,
    /// The second window in the frame painted last, as a screen reader has it; none while it is closed.
    beside: Option<String>,
}

/// Everything that a screen reader is told, one after the other.
fn spoken(output: &mut FullOutput) -> String {
    output.textures_delta.clear();
    format!("{:?}", output.platform_output.accesskit_update)
}

fn pressed(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}

impl Room {
    fn new() -> Room {
        Room::starting(Start::default())
    }

    fn starting(start: Start) -> Room {
        let ctx = Context::default();
        ctx.set_embed_viewports(false);
        ctx.enable_accesskit();
        let app = App::new(&ctx, Start { lang: Some(Lang::Zh), theme: Some(ThemeChoice::Light), ..start });
        let frame = eframe::Frame::_new_kittest();
        let mut room = Room { ctx, app, frame, time: 0.0, root: FullOutput::default(), types: false, beside: None };
        room.run(Vec::new(), Vec::new());
        room
    }

    /// A frame of the program's window, and one of the other, if there is one.
    fn frame(&mut self, to_root: Vec<Event>, to_beside: Vec<Event>, closes: &[ViewportId]) {
        self.time += 0.1;
        let info = |id: ViewportId| {
            let events = if closes.contains(&id) { vec![ViewportEvent::Close] } else { Vec::new() };
            ViewportInfo { events, native_pixels_per_point: Some(1.0), ..ViewportInfo::default() }
        };
        let input = |viewport_id, size, events| RawInput {
            viewport_id,
            viewports: [ViewportId::ROOT, second_window()].map(|id| (id, info(id))).into_iter().collect(),
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        let mut types = false;
        self.root = self.ctx.run_ui(input(ViewportId::ROOT, vec2(1280.0, 800.0), to_root), |ui| {
            eframe::App::logic(app, ui.ctx(), frame);
            eframe::App::ui(app, ui, frame);
            types |= ui.ctx().text_edit_focused();
        });
        self.root.textures_delta.clear();
        let paint = self.root.viewport_output.get(&second_window()).and_then(|output| output.viewport_ui_cb.clone());
        self.beside = paint.map(|paint| {
            let mut output = self.ctx.run_ui(input(second_window(), vec2(1280.0, 720.0), to_beside), |ui| {
                paint(ui);
                types |= ui.ctx().text_edit_focused();
            });
            spoken(&mut output)
        });
        self.types = types;
    }

    /// Frames until what was done has been done and seen.
    fn run(&mut self, to_root: Vec<Event>, to_beside: Vec<Event>) {
        self.frame(to_root, to_beside, &[]);
        (0..3).for_each(|_| self.frame(Vec::new(), Vec::new(), &[]));
    }

    fn press(&mut self, key: Key) {
        self.run(pressed(key, Modifiers::NONE), Vec::new());
    }

    fn press_beside(&mut self, key: Key) {
        self.run(Vec::new(), pressed(key, Modifiers::NONE));
    }

    fn text(&mut self, text: &str) {
        self.run(vec![Event::Text(text.to_owned())], Vec::new());
    }

    fn act(&mut self, action: impl Into<Action>) {
        self.app.apply(&self.ctx.clone(), vec![action.into()]);
        self.run(Vec::new(), Vec::new());
    }

    fn closes(&mut self, id: ViewportId) -> bool {
        self.frame(Vec::new(), Vec::new(), &[id]);
        let commands = self.root.viewport_output.get(&ViewportId::ROOT).map(|root| root.commands.clone());
        let cancelled = commands.unwrap_or_default().contains(&egui::ViewportCommand::CancelClose);
        self.run(Vec::new(), Vec::new());
        cancelled
    }

    fn session(&self) -> &Session {
        self.app.session()
    }

    #[track_caller]
    fn stage(&self) -> &Stage {
        self.session().stage().expect("nothing is presented")
    }

    /// The step, from 1.
    fn step(&self) -> usize {
        self.stage().show().step() + 1
    }

    fn root_says(&mut self) -> String {
        spoken(&mut self.root)
    }

    #[track_caller]
    fn room_says(&self) -> &str {
        self.beside.as_deref().expect("there is no second window")
    }
}

/// The ready walk with notes and times.
fn with_notes(session: &Session) -> Action {
    let mut walk = (*session.walk()).clone();
    for at in 0..walk.steps.len() {
        walk = walk.edited(&Edit::Notes { at, notes: format!("**{NOTES}** {at}") });
        walk = walk.edited(&Edit::Time { at, seconds: Some(60) });
    }
    Action::from(Walking::Give(Box::new(walk)))
}

/// A show with notes, at its first step.
fn presenting() -> Room {
    let mut room = Room::new();
    let walk = with_notes(room.session());
    room.act(walk);
    room.press(Key::F5);
    room
}

#[test]
fn two_keys_lead_from_the_start_to_the_second_step() {
    let mut room = Room::new();
    room.press(Key::F5);
    room.press(Key::PageDown);
    assert_eq!(room.step(), 2);
    let title = room.stage().show().slide().title(room.session().data().catalogue(), Lang::Zh);
    assert!(room.room_says().contains(&title), "the room does not see {title}");
}

#[test]
fn every_name_in_the_table_of_keys_is_a_key_of_the_window() {
    for name in BINDINGS.iter().flat_map(|binding| binding.names) {
        let key = Key::from_name(name).unwrap_or_else(|| panic!("egui has no key {name}"));
        assert_eq!(meaning(key), walk::key(name), "{name}");
    }
}

/// The state of a show: step, page, layer, detour, frozen, blank, panel.
fn told(room: &Room) -> String {
    let Some(stage) = room.session().stage() else { return "ended".to_owned() };
    let show = &stage.show();
    let spot = show.spot();
    let mut out = format!("{}", show.step() + 1);
    if spot.layer() == Layer::Statements {
        out += " statements";
    }
    if show.is_detour() {
        out += " detour";
    }
    if show.is_frozen() {
        out += " frozen";
    }
    match show.audience().blank {
        Some(Blank::Black) => out += " black",
        Some(Blank::White) => out += " white",
        None => {}
    }
    match show.panel() {
        Some(Panel::Picker) => out += " picker",
        Some(Panel::Grid(at)) => out += &format!(" grid {}", at + 1),
        Some(Panel::Help) => out += " help",
        None => {}
    }
    if show.screens() == Screens::Swapped {
        out += " swapped";
    }
    out
}

fn texts(shape: &egui::Shape, out: &mut Vec<(String, Rect)>) {
    match shape {
        egui::Shape::Text(text) => out.push((text.galley.text().to_owned(), text.visual_bounding_rect())),
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, out)),
        _ => {}
    }
}

/// Every text painted in the program's window.
fn painted(room: &Room) -> String {
    let mut all = Vec::new();
    room.root.shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut all));
    all.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_a_key_said_stands_over_no_text_of_the_page() {
    let mut room = Room::new();
    room.run(pressed(Key::F5, Modifiers::SHIFT), Vec::new());
    // The last step has four pages.
    let past_the_end = [Key::End, Key::PageDown, Key::PageDown, Key::PageDown, Key::PageDown];
    for keys in [&past_the_end[..], &[Key::Home, Key::PageUp], &[Key::Num3, Key::Enter, Key::Num7]] {
        for key in keys {
            room.press(*key);
        }
        let mut all = Vec::new();
        room.root.shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut all));
        // It is painted last.
        let (said, place) = all.pop().unwrap();
        assert!(["步", "键入"].iter().any(|word| said.contains(word)), "{said}");
        for (text, other) in all {
            assert!(!other.intersects(place), "“{said}” covers “{text}”");
        }
    }
}

#[test]
fn each_key_means_the_same_in_both_windows_and_both_roles() {
    let steps = Room::new().session().walk().steps.len();
    let table: &[(&[Key], String)] = &[
        (&[Key::End], format!("{steps}")),
        (&[Key::End, Key::Home], "1".into()),
        (&[Key::Num3, Key::Enter], "3".into()),
        (&[Key::Num3, Key::Backspace, Key::Num2, Key::Enter], "2".into()),
        (&[Key::Num9, Key::Num9, Key::Enter], "1".into()),
        (&[Key::B], "1 black".into()),
        (&[Key::Period], "1 black".into()),
        (&[Key::W], "1 white".into()),
        (&[Key::Comma], "1 white".into()),
        (&[Key::B, Key::PageDown], "1".into()),
        (&[Key::F], "1 frozen".into()),
        (&[Key::F, Key::F], "1".into()),
        (&[Key::G], "1 picker".into()),
        (&[Key::G, Key::Escape], "1".into()),
        (&[Key::Tab], "1 grid 1".into()),
        (&[Key::Tab, Key::ArrowRight], "1 grid 2".into()),
        (&[Key::Tab, Key::ArrowRight, Key::Enter], "2".into()),
        (&[Key::Tab, Key::Tab], "1".into()),
        (&[Key::Questionmark], "1 help".into()),
        (&[Key::F1, Key::Escape], "1".into()),
        (&[Key::R], "1".into()),
        (&[Key::M], "1".into()),
        (&[Key::F5], "1".into()),
        (&[Key::Escape], "1".into()),
        (&[Key::F5, Key::Escape, Key::F5], "1".into()),
        (&[Key::Escape, Key::Escape], "ended".into()),
        (&[Key::Questionmark, Key::Questionmark], "1".into()),
        (&[Key::L], "1 detour".into()),
    ];
    for (swapped, beside) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut room = presenting();
        let walk = room.session().walk();
        for (keys, expected) in table {
            // From the first step of a new show.
            room.act(Staging::End);
            room.act(Action::from(Walking::Give(Box::new((*walk).clone()))));
            room.press(Key::F5);
            if swapped {
                room.press(Key::S);
            }
            for key in *keys {
                if beside {
                    room.press_beside(*key);
                } else {
                    room.press(*key);
                }
                let is_picker = told(&room).contains("picker");
                assert_eq!(room.types, is_picker, "{keys:?}: which field has the keyboard");
            }
            let told = told(&room);
            let told = told.strip_suffix(" swapped").unwrap_or(&told);
            assert_eq!(told, expected, "{keys:?}, swapped: {swapped}, in the second window: {beside}");
        }
    }
}

#[test]
fn a_key_held_down_is_pressed_once() {
    let mut room = presenting();
    let down = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    room.run(vec![down(Key::Escape), down(Key::Escape), down(Key::Escape)], Vec::new());
    assert_eq!(told(&room), "1");
}

#[test]
fn help_closes_by_its_key_though_shift_was_let_go_first() {
    let mut room = presenting();
    let event = |key, pressed| Event::Key {
        key,
        physical_key: Some(Key::Slash),
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    for expected in ["1 help", "1", "1 help"] {
        room.run(vec![event(Key::Questionmark, true), event(Key::Slash, false)], Vec::new());
        assert_eq!(told(&room), expected);
    }
}

#[test]
fn esc_asks_again_before_the_presenter_alone() {
    let mut room = presenting();
    room.press(Key::Escape);
    assert!(room.root_says().contains("再按一次 Esc") && !room.room_says().contains("再按一次 Esc"));
}

#[test]
fn the_mouse_on_the_presenter_s_page_points_at_the_room_s_and_enlarges_it() {
    let mut room = presenting();
    let page = |room: &Room| room.stage().seen().clone();
    room.run(vec![Event::PointerMoved(pos2(300.0, 250.0))], Vec::new());
    assert_eq!(page(&room).pointer, None, "the room sees where the mouse is before it is shown");
    room.press(Key::C);
    let at = page(&room).pointer.expect("nothing is pointed at");
    room.run(vec![Event::PointerMoved(pos2(340.0, 250.0))], Vec::new());
    assert!(page(&room).pointer.is_some_and(|now| now.x > at.x && now.y == at.y));
    room.press(Key::Plus);
    assert_eq!((page(&room).zoom.times, Some(page(&room).zoom.at)), (2, page(&room).pointer));
    assert!(painted(&room).contains("观众只看到框内，已放大"), "nothing says what the frame is");
    // At rest nothing is told anew.
    let seen = page(&room);
    room.run(Vec::new(), Vec::new());
    assert!(Arc::ptr_eq(&seen, room.stage().seen()));
    room.run(vec![Event::PointerGone], Vec::new());
    assert_eq!(page(&room).pointer, None);
    room.press(Key::PageDown);
    assert!(!page(&room).zoom.is_larger());
}

#[test]
fn the_list_of_the_picker_goes_on_below_what_is_in_sight() {
    let mut room = presenting();
    room.press(Key::G);
    room.text("s");
    let at_first = room.root_says();
    (0..9).for_each(|_| room.press(Key::ArrowDown));
    let scrolled = room.root_says();
    room.press(Key::Enter);
    let tenth = room.stage().show().slide().title(room.session().data().catalogue(), Lang::Zh);
    assert!(!at_first.contains(&tenth), "there is room for ten");
    assert!(scrolled.contains(&tenth), "{tenth} is not scrolled to");
}

#[test]
fn the_timer_is_stopped_and_set_to_zero_at_the_desk() {
    let mut room = presenting();
    (0..30).for_each(|_| room.frame(Vec::new(), Vec::new(), &[]));
    room.press(Key::T);
    let stopped = room.stage().desk().elapsed;
    assert!(room.root_says().contains("计时已停") && room.root_says().contains("本步"));
    (0..30).for_each(|_| room.frame(Vec::new(), Vec::new(), &[]));
    assert_eq!(room.stage().desk().elapsed, stopped);
    room.press(Key::Z);
    assert!(room.stage().desk().elapsed.is_zero());
    room.press(Key::T);
    (0..30).for_each(|_| room.frame(Vec::new(), Vec::new(), &[]));
    assert!(!room.stage().desk().elapsed.is_zero() && !room.root_says().contains("计时已停"));
}

#[test]
fn a_room_that_cannot_see_has_every_word_of_the_page_and_none_of_the_notes() {
    let mut room = presenting();
    let steps = room.stage().show().walk().steps.len();
    for step in 0..steps {
        room.act(Staging::Choose(step));
        let scene = room.stage().seen().page.scene().unwrap().clone();
        let words: Vec<&str> = scene.labels().map(|label| label.text.as_str()).collect();
        let (said, all) = (room.room_says(), format!("{:?}", words.join(" ")));
        assert!(said.contains(all.trim_matches('"')), "step {} lacks words", step + 1);
        assert!(!said.contains(NOTES));
    }
}

#[test]
fn the_room_never_hears_the_notes() {
    let mut room = presenting();
    let steps = room.stage().show().walk().steps.len();
    for _ in 0..steps {
        assert!(room.root_says().contains(NOTES), "the presenter does not see the notes of step {}", room.step());
        assert!(!room.room_says().contains(NOTES), "the room sees the notes of step {}", room.step());
        room.press(Key::S);
        assert!(!room.root_says().contains(NOTES), "the room sees the notes of step {}", room.step());
        assert!(room.room_says().contains(NOTES), "the presenter does not see the notes of step {}", room.step());
        room.press(Key::S);
        room.press(Key::Num1);
        let next = room.step() + 1;
        room.press(Key::Backspace);
        room.act(Staging::Choose(next - 1));
    }
    for key in [
        Key::B,
        Key::B,
        Key::F,
        Key::F,
        Key::Tab,
        Key::Tab,
        Key::G,
        Key::Escape,
        Key::Questionmark,
        Key::Escape,
        Key::L,
        Key::R,
    ] {
        room.press(key);
        assert!(!room.room_says().contains(NOTES), "after {key:?} the room sees the notes");
    }
}

#[test]
fn closing_the_audience_s_window_ends_nothing() {
    for swapped in [false, true] {
        let mut room = presenting();
        room.press(Key::PageDown);
        if swapped {
            room.press(Key::S);
        }
        room.closes(second_window());
        assert!(room.beside.is_none(), "the window stays open");
        assert_eq!(told(&room), "2");
        assert!(room.root_says().contains(NOTES), "the presenter is left without a window");
        assert!(room.root_says().contains("观众窗口已关"));
        room.press(Key::PageDown);
        room.press(Key::F5);
        let title = room.stage().show().slide().title(room.session().data().catalogue(), Lang::Zh);
        assert!(room.room_says().contains(&title), "opened again it does not show {title}");
    }
}

#[test]
fn a_show_is_not_ended_by_closing_the_program_s_window_once() {
    let mut room = presenting();
    assert!(room.closes(ViewportId::ROOT), "the window closes at once");
    assert!(room.root_says().contains("再关一次"));
    assert!(!room.closes(ViewportId::ROOT), "the window cannot be closed");
    let mut at_rest = Room::new();
    assert!(!at_rest.closes(ViewportId::ROOT), "without a show the window closes at once");
}

#[test]
fn what_is_frozen_stays_the_very_same() {
    let mut room = presenting();
    room.press(Key::PageDown);
    room.press(Key::F);
    let (seen, said) = (room.stage().seen().clone(), room.room_says().to_owned());
    for key in [Key::PageDown, Key::End, Key::Home] {
        room.press(key);
        assert!(Arc::ptr_eq(&seen, room.stage().seen()), "after {key:?} the room is fed something else");
        assert_eq!(said, room.room_says(), "after {key:?} the room sees something else");
    }
    room.press(Key::B);
    assert_eq!(room.stage().seen().blank, Some(Blank::Black));
    room.press(Key::B);
    assert!(seen.page.is(&room.stage().seen().page));
    room.press(Key::F);
    assert!(!seen.page.is(&room.stage().seen().page));
}

#[test]
fn a_region_picked_by_pinyin_is_a_detour_with_a_way_back() {
    for beside in [false, true] {
        let mut room = presenting();
        room.press(Key::Num3);
        room.press(Key::Enter);
        let before = room.stage().show().clone();
        room.press(Key::G);
        if beside {
            room.run(Vec::new(), vec![Event::Text("wuhan".to_owned())]);
            room.press_beside(Key::Enter);
        } else {
            room.text("wuhan");
            room.press(Key::Enter);
        }
        assert_eq!(told(&room), "3 detour");
        assert!(room.room_says().contains("武汉市"), "typed in the second window: {beside}");
        assert!(room.room_says().contains("临时查看 · R 回到第 3 步"));
        assert!(room.root_says().contains("临时查看：武汉市 · R 回到第 3 步"));
        room.press(Key::R);
        assert_eq!(told(&room), "3");
        let after = &room.stage().show();
        assert_eq!((before.step(), before.spot(), before.audience()), (after.step(), after.spot(), after.audience()));
        assert!(after.elapsed() >= before.elapsed());
    }
}

#[test]
fn a_detour_through_the_program_is_live_and_leaves_it_as_it_was() {
    let mut room = presenting();
    room.act(crate::typed("focus:data"));
    let (view, show) = (room.session().view().clone(), room.stage().show().clone());
    room.press(Key::L);
    assert!(room.root_says().contains("观众实时看到这里的内容"));
    let first = room.stage().seen().clone();
    room.act(crate::typed("focus:compute"));
    assert!(!first.page.is(&room.stage().seen().page), "the room does not follow");
    assert_eq!(room.stage().show().slide(), &Slide::of_view(&ViewText::of(room.session().view())));
    // What is typed into the search line stays there.
    room.run(pressed(Key::F, Modifiers::COMMAND), Vec::new());
    assert!(room.types);
    room.run([pressed(Key::R, Modifiers::NONE), vec![Event::Text("r".to_owned())]].concat(), Vec::new());
    assert_eq!(told(&room), "1 detour");
    room.press(Key::Escape);
    assert!(!room.types);
    // Kept, it is a step of the walk that was chosen.
    let steps = room.session().walk().steps.len();
    room.press(Key::M);
    assert_eq!(room.session().walk().steps.len(), steps + 1);
    room.press(Key::R);
    assert_eq!(told(&room), "1");
    assert_eq!(room.session().view(), &view);
    assert_eq!((room.stage().show().step(), room.stage().show().spot()), (show.step(), show.spot()));
    room.press(Key::PageDown);
    assert_eq!(room.stage().show().slide().view.query, "focus:compute r");
}

#[test]
fn slides_are_laid_out_once_and_not_once_a_frame() {
    let mut room = presenting();
    room.press(Key::Tab);
    room.press(Key::Tab);
    let made = room.stage().laid_out();
    assert!(made >= room.stage().show().walk().steps.len(), "the overview of all steps shows them all");
    (0..30).for_each(|_| room.frame(Vec::new(), Vec::new(), &[]));
    for key in [Key::PageDown, Key::PageDown, Key::Home, Key::End, Key::B, Key::B, Key::Tab, Key::Tab] {
        room.press(key);
    }
    // The statements of steps are asked for by `d` alone, and by going on whether there are any is not.
    assert_eq!(room.stage().laid_out(), made);
}

#[test]
fn time_passes_on_its_own_and_the_pace_is_told() {
    let mut room = presenting();
    let begun = room.stage().show().elapsed();
    (0..30).for_each(|_| room.frame(Vec::new(), Vec::new(), &[]));
    assert!(room.stage().show().elapsed() > begun);
    assert!(room.root_says().contains("准时"));
    let delay = room.root.viewport_output[&ViewportId::ROOT].repaint_delay;
    assert!(delay.as_millis() > 300 && delay.as_secs() < 2, "at rest the next frame comes after {delay:?}");
}

#[test]
fn the_overview_marks_what_is_skipped() {
    let mut room = Room::new();
    let walk = room.session().walk().edited(&Edit::Skip(2));
    room.act(Action::from(Walking::Give(Box::new(walk))));
    room.press(Key::F5);
    room.press(Key::Tab);
    let title = room.stage().desk().cards[2].title.clone();
    assert!(room.root_says().contains(&format!("第 3 步 {title}，跳过")));
    room.press(Key::Tab);
    room.press(Key::PageDown);
    room.act(Staging::Choose(1));
    let last = |room: &Room| room.stage().show().step() + 1;
    while last(&room) == 2 {
        room.press(Key::PageDown);
    }
    assert_eq!(last(&room), 4);
}

#[test]
fn what_has_vanished_is_told_to_the_presenter_alone() {
    let mut room = Room::new();
    let mut walk = (*room.session().walk()).clone();
    walk.steps[1].policies.push("000000-1999-1".to_owned());
    room.act(Action::from(Walking::Give(Box::new(walk))));
    room.press(Key::F5);
    room.press(Key::PageDown);
    assert!(room.root_says().contains("000000-1999-1"));
    assert!(!room.room_says().contains("000000-1999-1"));
}

#[test]
fn one_window_is_the_room_s_with_help_and_picker_over_it() {
    let mut room = Room::new();
    let walk = with_notes(room.session());
    room.act(walk);
    room.run(pressed(Key::F5, Modifiers::SHIFT), Vec::new());
    assert_eq!(room.stage().show().screens(), Screens::One);
    assert!(room.beside.is_none());
    room.press(Key::PageDown);
    assert_eq!(told(&room), "2");
    for (key, says) in [(Key::Questionmark, "演示时的按键"), (Key::G, "给观众看哪个地区"), (Key::Tab, "全部")]
    {
        room.press(key);
        let said = room.root_says();
        assert!(said.contains(says), "{key:?} does not show {says}");
        assert!(!said.contains(NOTES), "{key:?} shows the notes");
        room.press(Key::Escape);
    }
    room.press(Key::Num1);
    assert!(room.root_says().contains("跳到第 1 步"));
}

#[test]
fn on_one_screen_a_show_is_in_one_window_that_says_so_and_takes_every_key() {
    let mut room = Room::starting(Start { find_screen: Some(FindScreen::new(|| None)), ..Start::default() });
    let walk = with_notes(room.session());
    room.act(walk);
    room.press(Key::F5);
    assert_eq!(room.stage().show().screens(), Screens::One);
    assert!(room.beside.is_none(), "a window covers the presenter's");
    let said = room.root_says();
    assert!(said.contains("只有一个屏幕") && said.contains("G 找地区"), "nothing says so");
    assert!(!said.contains(NOTES), "the room sees the notes");
    room.press(Key::PageDown);
    assert!(!room.root_says().contains("只有一个屏幕"), "it stays after it has been read");
    room.press(Key::G);
    room.text("wuhan");
    room.press(Key::Enter);
    assert_eq!(told(&room), "2 detour");
    assert!(room.root_says().contains("临时查看 · R 回到第 2 步"), "the detour looks like a step");
    room.press(Key::Escape);
    assert_eq!(told(&room), "2");
    assert!(room.root_says().contains("第 2 步，共 14 步"));
    room.press(Key::Escape);
    assert!(room.root_says().contains("再按一次 Esc"), "nothing says that one more ends it");
    room.press(Key::Escape);
    assert_eq!(told(&room), "ended");
}

#[test]
fn a_presenter_s_window_opens_beside_the_one_and_comes_forward_with_its_answers() {
    let mut room = Room::starting(Start { find_screen: Some(FindScreen::new(|| None)), ..Start::default() });
    let walk = with_notes(room.session());
    room.act(walk);
    room.press(Key::F5);
    room.press(Key::S);
    assert!(room.room_says().contains(NOTES), "the presenter's window has no notes");
    assert!(room.room_says().contains("同一个屏幕"), "nothing says that both share a screen");
    assert!(!room.root_says().contains(NOTES), "the room sees the notes");
    for (key, comes) in [(Key::PageDown, false), (Key::G, true), (Key::Escape, false), (Key::Escape, true)] {
        room.frame(pressed(key, Modifiers::NONE), Vec::new(), &[]);
        let beside = &room.root.viewport_output[&second_window()];
        let is_focused = beside.commands.contains(&egui::ViewportCommand::Focus);
        assert_eq!(is_focused, comes, "whether the presenter's window comes forward after {key:?}");
    }
}

#[test]
fn where_there_can_be_no_second_window_a_show_has_one() {
    let mut room = Room::new();
    room.ctx.set_embed_viewports(true);
    room.press(Key::F5);
    assert_eq!(room.stage().show().screens(), Screens::One);
}

#[test]
fn notes_grow_and_shrink_within_bounds() {
    let mut room = presenting();
    let size = room.session().settings().notes;
    room.act(Staging::Notes(Resize::Larger));
    assert!(room.session().settings().notes > size);
    (0..60).for_each(|_| room.act(Staging::Notes(Resize::Larger)));
    assert_eq!(room.session().settings().notes, policy_atlas::session::MOST_NOTES);
    (0..60).for_each(|_| room.act(Staging::Notes(Resize::Smaller)));
    assert_eq!(room.session().settings().notes, policy_atlas::session::LEAST_NOTES);
}
