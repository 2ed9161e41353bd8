//! Tests of the presentation: the effect of each key, and the rules that hold after any keys in any order.

use proptest::prelude::*;

use super::*;
use crate::catalogue::Catalogue;
use crate::words::Lang;

/// Layouts of random slides: the number in a slide's name and a seed decide how many pages it has.
#[derive(Clone, Copy, Debug, Default)]
struct Laid(usize);

impl Laid {
    fn pages(self, slide: &Slide, layer: Layer) -> usize {
        let of: usize = slide.name.chars().filter_map(|c| c.to_digit(10)).map(|d| d as usize).sum();
        match layer {
            Layer::Face => 1 + (of * 5 + self.0) % 3,
            Layer::Statements => (of * 7 + self.0) % 3,
        }
    }

    fn apply(self, show: &mut Show, key: Key, now: Duration) -> Told {
        show.apply(key, now, &Layout { pages: &|slide, layer| self.pages(slide, layer), columns: 3 })
    }

    fn relay(self, show: &mut Show) {
        show.relaid(&Layout { pages: &|slide, layer| self.pages(slide, layer), columns: 3 });
    }
}

fn slide(name: &str) -> Slide {
    Slide { name: name.to_owned(), ..Slide::new(Shows::Table, ViewText::default()) }
}

/// A walk of steps with these marks: `-` is skipped.
fn walk(steps: &str) -> Walk {
    let step = |(at, mark): (usize, char)| Step {
        skip: mark == '-',
        notes: format!("secret {at}"),
        ..Step::new(slide(&format!("s{at}")))
    };
    Walk::new("w", steps.chars().enumerate().map(step).collect(), &Catalogue::empty())
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The positions of show and audience, in one line: `s1/0` a step and page, `(d)` a detour, `!` frozen, `#` blank.
fn state(show: &Show) -> String {
    let of = |picture: &Picture| {
        let layer = if picture.layer == Layer::Statements { "+" } else { "/" };
        let name = format!("{}{layer}{}", picture.slide.name, picture.within.page);
        if picture.step.is_none() { format!("({name})") } else { name }
    };
    let mut out = of(&show.picture());
    let Audience { picture, blank, zoom, pointer } = show.audience();
    if show.is_frozen() {
        out += &format!(" !{}", of(picture));
    }
    if let Some(blank) = blank {
        out += &format!(" #{blank:?}");
    }
    if zoom.is_larger() {
        out += &format!(" x{} at {},{}", zoom.times, zoom.at.x, zoom.at.y);
    }
    if let Some(At { x, y }) = pointer {
        out += &format!(" *{x},{y}");
    }
    if let Some(panel) = show.panel() {
        out += &format!(" {panel:?}");
    }
    if show.is_over() {
        out += " over";
    }
    out
}

/// Presses keys by their names, a second apart; `>` is the picker's answer, `@` goes back to second 0, `+` lets a
/// minute pass.
#[track_caller]
fn check(steps: &str, keys: &str, expected: &[&str]) {
    let mut show = Show::new(walk(steps), 0, Screens::Two);
    let mut now = 0;
    let mut states = Vec::new();
    for name in keys.split_whitespace() {
        now += 1;
        let told = match name {
            ">" => {
                show.detour(slide("d1"), seconds(now));
                Told::Nothing
            }
            place if place.contains(',') => {
                let (x, y) = place.split_once(',').unwrap();
                show.point(Some(At { x: x.parse().unwrap(), y: y.parse().unwrap() }));
                Told::Nothing
            }
            "+" => {
                now += 60;
                continue;
            }
            name => Laid(1).apply(&mut show, super::super::key(name).unwrap(), seconds(now)),
        };
        let said = told.message(Lang::En).map(|said| format!(": {said}")).unwrap_or_default();
        states.push(format!("{name} {}{said}", state(&show)));
    }
    assert_eq!(states, expected);
}

#[test]
fn next_goes_through_pages_and_over_what_is_skipped_and_previous_back() {
    // s0 has 2 pages, s1 is skipped, s2 has 3 pages, s3 has 2.
    check(
        "+-++",
        "PageDown Right Down Enter N N Space PageUp P Left Up Backspace Backspace P",
        &[
            "PageDown s0/1",
            "Right s2/0",
            "Down s2/1",
            "Enter s2/2",
            "N s3/0",
            "N s3/1",
            "Space s3/1: this is the last step",
            "PageUp s3/0",
            "P s2/2",
            "Left s2/1",
            "Up s2/0",
            "Backspace s0/1",
            "Backspace s0/0",
            "P s0/0: this is the first step",
        ],
    );
}

#[test]
fn digits_and_enter_jump_also_to_what_is_skipped_and_a_number_out_of_range_stays() {
    check(
        "+-++",
        "2 Enter N 9 Enter 0 Enter 1 2 Backspace Enter 3 G Escape Enter 4 Escape Enter End Home",
        &[
            "2 s0/0",
            "Enter s1/0",
            "N s2/0",
            "9 s2/0",
            "Enter s2/0: there is no step 9; there are 4",
            "0 s2/0",
            "Enter s2/0: there is no step 0; there are 4",
            "1 s2/0",
            "2 s2/0",
            "Backspace s2/0",
            "Enter s0/0",
            "3 s0/0",
            "G s0/0 Picker",
            "Escape s0/0",
            "Enter s0/1",
            "4 s0/1",
            "Escape s0/1",
            "Enter s2/0",
            "End s3/0",
            "Home s0/0",
        ],
    );
}

#[test]
fn a_blank_screen_ends_by_its_own_key_a_step_key_or_esc_and_nothing_moves() {
    check(
        "++",
        "B PageDown Period B W Comma Period W Home Period Tab Enter Escape",
        &[
            "B s0/0 #Black",
            "PageDown s0/0",
            "Period s0/0 #Black",
            "B s0/0",
            "W s0/0 #White",
            "Comma s0/0",
            "Period s0/0 #Black",
            "W s0/0 #White",
            "Home s0/0",
            "Period s0/0 #Black",
            "Tab s0/0 #Black Grid(0)",
            "Enter s0/0 #Black",
            "Escape s0/0",
        ],
    );
}

#[test]
fn what_is_frozen_stays_while_the_presenter_moves_and_esc_does_not_thaw_it() {
    check(
        "+++",
        "F N N > Escape B N Escape F",
        &[
            "F s0/0 !s0/0",
            "N s0/1 !s0/0",
            "N s1/0 !s0/0",
            "> (d1/0) !s0/0",
            "Escape s1/0 !s0/0",
            "B s1/0 !s0/0 #Black",
            "N s1/0 !s0/0",
            "Escape s1/0 !s0/0: press Esc again within two seconds to end",
            "F s1/0",
        ],
    );
}

#[test]
fn a_detour_returns_to_the_page_that_was_left_and_can_be_kept() {
    check(
        "++",
        "R M N G > P M M R R N N N N",
        &[
            "R s0/0: you are on the walk: nothing to return from",
            "M s0/0: you are on the walk: nothing to keep",
            "N s0/1",
            "G s0/1 Picker",
            "> (d1/0)",
            "P (d1/0): this is where you left the walk; R returns",
            "M (d1/0): kept as step 2",
            "M (d1/0): it has been kept",
            "R s0/1",
            "R s0/1: you are on the walk: nothing to return from",
            "N d1/0",
            "N s1/0",
            "N s1/0: this is the last step",
            "N s1/0: this is the last step",
        ],
    );
}

#[test]
fn a_region_chosen_twice_is_kept_once_each_and_the_next_page_is_that_left() {
    check(
        "+",
        "> M N > M R",
        &["> (d1/0)", "M (d1/0): kept as step 2", "N s0/0", "> (d1/0)", "M (d1/0): kept as step 2", "R s0/0"],
    );
}

#[test]
fn statements_are_one_key_away_and_lead_back_to_the_page_they_were_opened_at() {
    // Statements: s0 has 1 page, s1 has 2, s2 has none.
    check(
        "+++",
        "N D D D N N D N N D N P P Escape N N N D Home D Escape",
        &[
            "N s0/1",
            "D s0+0",
            "D s0/1",
            "D s0+0",
            "N s0/1",
            "N s1/0",
            "D s1+0",
            "N s1+1",
            "N s1/0",
            "D s1+0",
            "N s1+1",
            "P s1+0",
            "P s1/0",
            "Escape s1/0: press Esc again within two seconds to end",
            "N s2/0",
            "N s2/1",
            "N s2/2",
            "D s2/2: there are no statements here",
            "Home s0/0",
            "D s0+0",
            "Escape s0/0",
        ],
    );
}

#[test]
fn the_grid_is_walked_by_rows_and_chosen_from() {
    check(
        "++-++",
        "Tab Down Down Right Left Up Up End PageDown Home 3 Enter Tab Tab Tab B Escape",
        &[
            "Tab s0/0 Grid(0)",
            "Down s0/0 Grid(3)",
            "Down s0/0 Grid(3)",
            "Right s0/0 Grid(4)",
            "Left s0/0 Grid(3)",
            "Up s0/0 Grid(0)",
            "Up s0/0 Grid(0)",
            "End s0/0 Grid(4)",
            "PageDown s0/0 Grid(4)",
            "Home s0/0 Grid(0)",
            "3 s0/0 Grid(0)",
            "Enter s2/0",
            "Tab s2/0 Grid(2)",
            "Tab s2/0",
            "Tab s2/0 Grid(2)",
            "B s2/0 #Black",
            "Escape s2/0",
        ],
    );
}

#[test]
fn esc_ends_only_when_pressed_twice_within_two_seconds_and_with_nothing_left_to_leave() {
    check(
        "+",
        "G > D B Escape Escape Escape Escape F5 Escape F5 Escape + Escape + Escape Escape N",
        &[
            "G s0/0 Picker",
            "> (d1/0)",
            "D (d1+0)",
            "B (d1+0) #Black",
            "Escape (d1+0)",
            "Escape (d1/0)",
            "Escape s0/0",
            "Escape s0/0: press Esc again within two seconds to end",
            "F5 s0/0",
            "Escape s0/0: press Esc again within two seconds to end",
            "F5 s0/0",
            "Escape s0/0: press Esc again within two seconds to end",
            "Escape s0/0: press Esc again within two seconds to end",
            "Escape s0/0: press Esc again within two seconds to end",
            "Escape s0/0 over",
            "N s0/0 over",
        ],
    );
}

#[test]
fn the_picker_has_the_keyboard_and_help_leaves_by_any_key() {
    check(
        "++",
        "G N 1 Enter B Escape Questionmark N N F5 F11",
        &[
            "G s0/0 Picker",
            "N s0/0 Picker",
            "1 s0/0 Picker",
            "Enter s0/0 Picker",
            "B s0/0 Picker",
            "Escape s0/0",
            "Questionmark s0/0 Help",
            "N s0/0",
            "N s0/1",
            "F5 s0/1",
            "F11 s0/1",
        ],
    );
}

#[test]
fn the_presenter_points_and_enlarges_until_the_page_is_turned() {
    check(
        "++",
        "300,200 C 310,200 Plus Plus 400,100 Equals Plus Minus Escape Escape Plus N Plus F C Minus F",
        &[
            "300,200 s0/0",
            "C s0/0 *300,200",
            "310,200 s0/0 *310,200",
            "Plus s0/0 x2 at 310,200 *310,200",
            "Plus s0/0 x3 at 310,200 *310,200",
            "400,100 s0/0 x3 at 400,100 *400,100",
            "Equals s0/0 x4 at 400,100 *400,100",
            "Plus s0/0 x4 at 400,100 *400,100",
            "Minus s0/0 x3 at 400,100 *400,100",
            "Escape s0/0 x3 at 400,100",
            "Escape s0/0",
            "Plus s0/0 x2 at 400,100",
            "N s0/1",
            "Plus s0/1 x2 at 400,100",
            "F s0/1 !s0/1 x2 at 400,100",
            "C s0/1 !s0/1 x2 at 400,100",
            "Minus s0/1 !s0/1 x2 at 400,100",
            "F s0/1 *400,100",
        ],
    );
}

#[test]
fn help_opens_and_closes_by_its_key() {
    check(
        "++",
        "Questionmark Questionmark F1 F1",
        &["Questionmark s0/0 Help", "Questionmark s0/0", "F1 s0/0 Help", "F1 s0/0"],
    );
}

#[test]
fn the_timer_stops_and_the_pace_is_told_in_seconds_near_the_end() {
    let mut walk = walk("++");
    walk.steps[0].seconds = Some(240);
    walk.steps[1].seconds = Some(60);
    let mut show = Show::new(walk, 0, Screens::Two);
    let told = |show: &Show| {
        let words = [show.remaining().map(|it| it.words(Lang::En)), show.pace().map(|it| it.words(Lang::En))];
        format!("{} {}", show.step_time().as_secs(), words.into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    for (now, keys, expected) in [
        (10, &[Key::Timer][..], "10 4:50 left, on time"),
        (100, &[], "10 4:50 left, on time"),
        (100, &[Key::Timer], "10 4:50 left, on time"),
        (140, &[Key::Next, Key::Next], "0 4:10 left, 3 min ahead"),
        (290, &[], "150 1:40 left, 40 s ahead"),
        (480, &[], "340 1:30 over, 1 min 30 s behind"),
        (480, &[Key::Zero], "0 5:00 left, 4 min ahead"),
    ] {
        show.tick(seconds(now));
        for key in keys {
            Laid(1).apply(&mut show, *key, seconds(now));
        }
        assert_eq!(told(&show), expected, "at {now} after {keys:?}");
    }
}

#[test]
fn windows_are_swapped_and_one_becomes_two() {
    let mut show = Show::new(walk("+"), 0, Screens::Two);
    for expected in [Screens::Swapped, Screens::Two] {
        Laid(0).apply(&mut show, Key::Swap, seconds(0));
        assert_eq!(show.screens(), expected);
    }
    show.set_screens(Screens::One);
    Laid(0).apply(&mut show, Key::Swap, seconds(0));
    assert_eq!(show.screens(), Screens::Swapped, "the presenter's window is not opened beside the one");
}

#[test]
fn a_walk_without_steps_is_its_overview_and_one_that_is_all_skipped_can_be_stood_on() {
    let mut show = Show::new(walk(""), 5, Screens::Two);
    assert_eq!(show.picture().slide.shows, Shows::Overview);
    assert_eq!(Laid(0).apply(&mut show, Key::Next, seconds(1)), Told::AtEnd);
    let mut show = Show::new(walk("--"), 1, Screens::Two);
    assert_eq!(Laid(0).apply(&mut show, Key::Previous, seconds(1)), Told::AtStart);
    assert_eq!(state(&show), "s1/0");
    Laid(0).apply(&mut show, Key::First, seconds(1));
    assert_eq!(state(&show), "s0/0");
}

#[test]
fn what_the_room_sees_has_no_place_for_notes() {
    let mut show = Show::new(walk("++"), 0, Screens::Two);
    show.detour(slide("d1"), seconds(1));
    Laid(0).apply(&mut show, Key::Keep, seconds(2));
    // A field added to any of these has to be looked at here: the room may see it.
    let Audience { picture, zoom: Zoom { times: _, at: _ }, pointer, blank: _ } = show.audience().clone();
    assert!(pointer.is_none_or(|At { x: _, y: _ }| true));
    let Picture { slide, step: _, steps: _, layer: _, within: Within { page: _, scroll: _ } } = picture;
    let Slide { name: _, shows: _, view: _, lit: _ } = slide;
    for key in [Key::Return, Key::Next, Key::Freeze, Key::Next] {
        Laid(0).apply(&mut show, key, seconds(3));
        assert!(!format!("{:?}", show.audience()).contains("secret"));
    }
    assert!(format!("{:?}", show.walk()).contains("secret"), "the presenter has them");
}

/// Something that happens to a show.
#[derive(Clone, Debug)]
enum Event {
    Press(Key),
    Detour(u8),
    Choose(usize),
    Scroll(u32),
    /// Another layout.
    Relay(usize),
}

fn any_key() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> = super::super::BINDINGS.iter().map(|binding| binding.key).collect();
    // Steps, digits and Esc often, since most of the rest of a show is made of them.
    prop_oneof![
        4 => prop::sample::select(vec![Key::Next, Key::Previous, Key::Enter, Key::Escape, Key::Escape]),
        2 => (0..10u8).prop_map(Key::Digit),
        6 => prop::sample::select(bound),
    ]
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        12 => any_key().prop_map(Event::Press),
        2 => (0..6u8).prop_map(Event::Detour),
        1 => (0..8usize).prop_map(Event::Choose),
        1 => (0..900u32).prop_map(Event::Scroll),
        1 => (0..4usize).prop_map(Event::Relay),
    ]
}

fn any_steps() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!['+', '+', '-']), 0..7).prop_map(|marks| marks.into_iter().collect())
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_pressed_the_show_stays_sound(
        steps in any_steps(),
        begin in 0..8usize,
        events in prop::collection::vec((any_event(), 0..4_000u64, any::<bool>()), 0..60),
    ) {
        let mut show = Show::new(walk(&steps), begin, Screens::Two);
        let (mut laid, mut now) = (Laid(0), Duration::ZERO);
        // When Esc was pressed as the event before, with nothing left to leave.
        let mut asked: Option<Duration> = None;
        for (event, passed, runs_back) in events {
            let before = show.clone();
            let told = if runs_back { now.saturating_sub(Duration::from_millis(passed)) } else { now + Duration::from_millis(passed) };
            now = now.max(told);
            let answer = match &event {
                Event::Press(key) => Some(laid.apply(&mut show, *key, told)),
                Event::Detour(n) => {
                    show.detour(slide(&format!("d{n}")), told);
                    None
                }
                Event::Choose(at) => {
                    show.choose(*at, told);
                    None
                }
                Event::Scroll(by) => {
                    show.tick(told);
                    show.scrolled(*by);
                    None
                }
                Event::Relay(seed) => {
                    laid = Laid(*seed);
                    show.tick(told);
                    laid.relay(&mut show);
                    None
                }
            };

            // Time is the latest that was told, and nothing but time changes once it is over.
            prop_assert_eq!(show.elapsed(), now);
            if before.is_over() {
                let timeless = |show: &Show| Show { timer: Timer::default(), ..show.clone() };
                prop_assert!(matches!(event, Event::Scroll(_) | Event::Relay(_)) || timeless(&show) == timeless(&before));
                continue;
            }

            // Never out of range: the step, its page, the choice of the grid.
            prop_assert!(show.step() < show.walk().steps.len());
            let picture = show.picture();
            let pages = laid.pages(&picture.slide, picture.layer);
            prop_assert!(picture.within.page < pages, "page {} of {pages}", picture.within.page);
            if let Some(Panel::Grid(chosen)) = show.panel() {
                prop_assert!(chosen < show.walk().steps.len());
            }

            // It ends by the second of two Esc on end within two seconds, and by nothing else.
            let is_escape = matches!(event, Event::Press(Key::Escape));
            let is_second = asked.is_some_and(|at| now.checked_sub(at).unwrap() <= Duration::from_secs(2));
            prop_assert_eq!(show.is_over(), is_escape && is_second);
            match (&event, answer) {
                (_, Some(Told::EscapeAgain)) => asked = Some(now),
                (Event::Press(_) | Event::Detour(_), _) => asked = None,
                (Event::Choose(at), _) if *at < show.walk().steps.len() => asked = None,
                _ => {}
            }

            // What the room sees is what is at hand, or what it was when it was frozen.
            if show.is_frozen() && before.is_frozen() {
                prop_assert_eq!(&show.audience().picture, &before.audience().picture);
            } else {
                prop_assert!(show.is_frozen() || show.audience().picture == show.picture());
            }

            // A step key after a blank screen brings the picture back and moves nothing.
            let was_blank = before.audience().blank.is_some() && before.panel().is_none() && before.digits().is_empty();
            if let Event::Press(key) = &event && key.is_step() && was_blank {
                prop_assert_eq!(show.audience().blank, None);
                prop_assert_eq!(show.picture(), before.picture());
                prop_assert_eq!(&show.audience().picture, &before.audience().picture);
            }

            // On a detour nothing of the place that was left changes, but what another layout takes from it.
            let relaid = matches!(event, Event::Relay(_));
            if show.is_detour() && !relaid {
                prop_assert_eq!((show.step, show.spot), (before.step, before.spot));
            }
            let returns = matches!(event, Event::Press(Key::Return)) && !before.panel().is_some_and(|p| !matches!(p, Panel::Grid(_)));
            if before.is_detour() && returns {
                prop_assert!(!show.is_detour());
                prop_assert_eq!((show.step, show.spot), (before.step, before.spot));
            }

            // No step is lost, and one is added by keeping alone.
            let (had, has) = (before.walk().steps.len(), show.walk().steps.len());
            let kept = matches!(event, Event::Press(Key::Keep)) && before.is_detour();
            prop_assert!(has == had || (kept && has == had + 1));
        }
    }

    #[test]
    fn the_position_is_that_of_a_list_of_pages(
        steps in any_steps(),
        keys in prop::collection::vec(
            prop_oneof![
                6 => prop::sample::select(vec![Key::Next, Key::Previous, Key::Down, Key::Up, Key::Enter, Key::Erase]),
                1 => prop::sample::select(vec![Key::First, Key::Last, Key::Start, Key::Black]),
                1 => (1..8u8).prop_map(Key::Digit),
            ],
            0..60,
        ),
    ) {
        let mut show = Show::new(walk(&steps), 0, Screens::One);
        // Every page of every step, and whether its step is passed over.
        let all = show.walk().steps.clone();
        let of = |(at, step): (usize, &Step)| (0..Laid(2).pages(&step.slide, Layer::Face)).map(move |page| (at, page));
        let list: Vec<(usize, usize)> = all.iter().enumerate().flat_map(of).collect();
        let passes = |at: usize, from: usize| all[at].skip && at != from;
        let first_of = |step: usize| list.iter().position(|(at, _)| *at == step).unwrap();
        let mut here = 0;
        let mut is_black = false;
        for key in keys {
            Laid(2).apply(&mut show, key, seconds(0));
            let step = list[here].0;
            let kept = || (0..all.len()).filter(|at| !all[*at].skip);
            match key {
                Key::Digit(number) => {
                    // A number and Enter, in one go.
                    Laid(2).apply(&mut show, Key::Enter, seconds(0));
                    if usize::from(number) <= all.len() {
                        here = first_of(usize::from(number) - 1);
                    }
                }
                Key::Black => is_black = !is_black,
                Key::Start => {}
                _ if is_black => is_black = false,
                Key::Next | Key::Down | Key::Enter => {
                    here = (here + 1..list.len()).find(|at| !passes(list[*at].0, step)).unwrap_or(here);
                }
                Key::Previous | Key::Up | Key::Erase => {
                    here = (0..here).rev().find(|at| !passes(list[*at].0, step)).unwrap_or(here);
                }
                Key::First => here = first_of(kept().next().unwrap_or(0)),
                _ => here = first_of(kept().next_back().unwrap_or(all.len() - 1)),
            }
            prop_assert_eq!((show.step(), show.spot().within().page), list[here], "after {:?}", key);
            prop_assert_eq!(show.audience().blank.is_some(), is_black);
        }
    }

    #[test]
    fn a_detour_by_any_way_returns_to_an_equal_state(
        steps in any_steps(),
        before in prop::collection::vec(any_event(), 0..20),
        inside in prop::collection::vec(any_event(), 0..20),
    ) {
        let mut show = Show::new(walk(&steps), 0, Screens::Two);
        let laid = Laid(1);
        let happen = |show: &mut Show, event: &Event| match event {
            Event::Press(key) => drop(laid.apply(show, *key, seconds(0))),
            Event::Detour(n) => show.detour(slide(&format!("d{n}")), seconds(0)),
            Event::Choose(at) => show.choose(*at, seconds(0)),
            Event::Scroll(by) => show.scrolled(*by),
            Event::Relay(_) => {}
        };
        for event in before.iter().filter(|event| !matches!(event, Event::Press(Key::Escape))) {
            happen(&mut show, event);
        }
        // From the path, with nothing on top.
        show.choose(show.step(), seconds(0));
        happen(&mut show, &Event::Press(Key::Next));
        show.scrolled(7);
        let left = (show.picture(), show.spot(), show.step());
        show.detour(slide("d1"), seconds(0));
        // What leaves the detour for another step is a choice of that step; what goes on leaves it behind its last page.
        let leaves = |event: &Event| {
            use Key as K;
            let goes_on = matches!(event, Event::Press(K::Next | K::Down));
            let ends = matches!(event, Event::Press(K::Escape | K::Return | K::First | K::Last | K::Enter));
            goes_on || ends || matches!(event, Event::Choose(_))
        };
        for event in inside.iter().filter(|event| !leaves(event)) {
            happen(&mut show, event);
            prop_assert!(show.is_detour());
        }
        while show.panel().is_some() {
            happen(&mut show, &Event::Press(Key::Escape));
            happen(&mut show, &Event::Press(Key::Start));
        }
        happen(&mut show, &Event::Press(Key::Return));
        let picture = Picture { steps: left.0.steps, ..show.picture() };
        prop_assert_eq!((picture, show.spot(), show.step()), left);
    }
}
