//! Between the windows of a presentation: which keys are the stage's, before egui takes any for itself, and what was
//! done in the window that is not the program's.
//!
//! egui takes Tab, the arrows and Esc for the keyboard focus before anything is painted. A plugin sees the input of every
//! window first, real ones and those of tests alike, so that a key means the same in both windows.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use egui::{Context, Event, Key, Plugin, RawInput, Vec2, ViewportCommand, ViewportId};

use super::picker::PickerInput;
use crate::session::Staging;
use crate::walk::{self, At, BINDINGS};

/// The owner of the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Taking {
    /// Nothing is presented: the program's.
    #[default]
    Program,
    /// The stage's, in both windows.
    Stage,
    /// The picker has the keyboard: what is typed in either window is typed into it.
    Picker,
    /// These alone are the stage's in the window of the program, where nothing is being typed; in the other all are.
    Live(&'static [walk::Key]),
}

/// A person's deed on stage, with its time by the clock of the windows.
pub type Wish = (Duration, Staging);

/// The state that the windows share.
#[derive(Clone, Default)]
pub struct Wire(Arc<Mutex<Shared>>);

#[derive(Default)]
struct Shared {
    taking: Taking,
    /// The window that the picker is in.
    presenter: ViewportId,
    wishes: Vec<Wish>,
    /// The window that the last key of the stage was pressed in.
    pressed_in: ViewportId,
    /// Events that belong to another window than the one they came to, with that window.
    passed_on: Vec<(ViewportId, Event)>,
    /// Keys that are down: held down they are not pressed again.
    held: BTreeSet<Key>,
    /// Whether something is being typed into a field of the program.
    types: bool,
    /// Whether the window at hand is to fill the screen, or no longer.
    fills: bool,
    now: Duration,
    /// The size of what the room sees, in points.
    room: Vec2,
    /// The window in which the mouse is on the page, and where.
    mouse: Option<(ViewportId, At)>,
    picker: PickerInput,
}

impl Wire {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on keys are taken so; the presenter is at this window.
    pub fn take(&self, taking: Taking, presenter: ViewportId) {
        let mut shared = self.shared();
        if taking != Taking::Picker {
            shared.picker = PickerInput::default();
        }
        (shared.taking, shared.presenter) = (taking, presenter);
    }

    /// Something was clicked or chosen.
    pub fn send(&self, ctx: &Context, wish: Staging) {
        let mut shared = self.shared();
        let now = shared.now;
        shared.wishes.push((now, wish));
        drop(shared);
        ctx.request_repaint_of(ViewportId::ROOT);
    }

    /// Notes where the mouse is on the page of the window at hand.
    pub fn point(&self, ctx: &Context, at: Option<At>) {
        let id = ctx.viewport_id();
        let mut shared = self.shared();
        let is_news = match at {
            Some(at) => shared.mouse.replace((id, at)) != Some((id, at)),
            None => shared.mouse.take_if(|(of, _)| *of == id).is_some(),
        };
        drop(shared);
        if is_news {
            self.send(ctx, Staging::Point(at));
        }
    }

    /// The clock of the windows, as of the last frame of any.
    pub fn now(&self) -> Duration {
        self.shared().now
    }

    /// Notes the size of the room's page.
    pub fn measure(&self, ctx: &Context, size: Vec2) {
        if std::mem::replace(&mut self.shared().room, size) != size {
            ctx.request_repaint_of(ViewportId::ROOT);
        }
    }

    /// Notes whether something is being typed into a field of the program; to be told at the end of each of its frames.
    pub fn typing(&self, ctx: &Context) {
        self.shared().types = ctx.text_edit_focused();
    }

    /// The size of what the room sees, once it has been painted.
    pub fn room(&self) -> Option<Vec2> {
        Some(self.shared().room).filter(|size| size.min_elem() >= 1.0)
    }

    /// The wishes since this was last asked.
    pub fn wishes(&self) -> Vec<Wish> {
        std::mem::take(&mut self.shared().wishes)
    }

    /// Whether the last key of the stage was pressed in the audience's window.
    pub fn is_pressed_in_room(&self) -> bool {
        let shared = self.shared();
        shared.pressed_in != shared.presenter
    }

    /// The input of the picker, lent to a function.
    pub fn picker<R>(&self, with: impl FnOnce(&mut PickerInput) -> R) -> R {
        // Taken out meanwhile: painting it asks for other things here.
        let mut typed = std::mem::take(&mut self.shared().picker);
        let done = with(&mut typed);
        self.shared().picker = typed;
        done
    }
}

/// The plugin that sees keys first.
pub struct Keys(pub Wire);

impl Plugin for Keys {
    fn debug_name(&self) -> &'static str {
        "keys of the stage"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let id = input.viewport_id;
        let time = input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        let mut shared = self.0.shared();
        shared.now = shared.now.max(Duration::try_from_secs_f64(time).unwrap_or_default());
        if shared.taking == Taking::Program {
            // A key that ended the show goes up in the program: the next show has to meet it anew.
            shared.held.clear();
            return;
        }
        let before = shared.wishes.len();
        shared.fills = false;
        input.events.retain(|event| shared.keeps(id, event));
        let fills = shared.fills;
        let (for_this, rest) = std::mem::take(&mut shared.passed_on).into_iter().partition(|(to, _)| *to == id);
        shared.passed_on = rest;
        let for_this: Vec<(ViewportId, Event)> = for_this;
        input.events.extend(for_this.into_iter().map(|(_, event)| event));
        let elsewhere: Vec<ViewportId> = shared.passed_on.iter().map(|(to, _)| *to).collect();
        let asked = shared.wishes.len() > before;
        drop(shared);
        if fills {
            let is_full = input.viewports.get(&id).and_then(|info| info.fullscreen).unwrap_or_default();
            ctx.send_viewport_cmd_to(id, ViewportCommand::Fullscreen(!is_full));
        }
        if asked && id != ViewportId::ROOT {
            ctx.request_repaint_of(ViewportId::ROOT);
        }
        for to in elsewhere {
            ctx.request_repaint_of(to);
        }
    }
}

impl Shared {
    /// Whether an event stays with the window it came to; what does not is noted here.
    fn keeps(&mut self, id: ViewportId, event: &Event) -> bool {
        // A key may go up under other rules than those it went down under.
        if let Event::Key { key, physical_key, pressed: false, .. } = event {
            self.held.remove(&place_of(*key, *physical_key));
        }
        let (key, place, pressed) = match event {
            Event::Key { key, physical_key, pressed, modifiers, .. } if !modifiers.command && !modifiers.alt => {
                (*key, place_of(*key, *physical_key), *pressed)
            }
            Event::Key { .. } | Event::Copy | Event::Cut if id == ViewportId::ROOT => return true,
            // What Ctrl does, it does in the program.
            Event::Key { .. } => {
                self.passed_on.push((ViewportId::ROOT, event.clone()));
                return false;
            }
            Event::Text(_) | Event::Paste(_) | Event::Ime(_) => return self.keeps_text(id, event),
            Event::WindowFocused(_) => {
                self.held.clear();
                return true;
            }
            _ => return true,
        };
        let meaning = meaning(key);
        let is_stage = match self.taking {
            Taking::Program => false,
            Taking::Stage => true,
            Taking::Picker => {
                meaning.is_some_and(|key| matches!(key, walk::Key::Escape | walk::Key::Start | walk::Key::FullScreen))
            }
            Taking::Live(_) if id != ViewportId::ROOT => true,
            Taking::Live(keys) => !self.types && meaning.is_some_and(|key| keys.contains(&key)),
        };
        let is_new = pressed && self.held.insert(place);
        if !is_stage {
            return self.keeps_text(id, event);
        }
        match meaning.filter(|_| is_new) {
            // Each window for itself.
            Some(walk::Key::FullScreen) => self.fills = true,
            Some(key) => {
                self.pressed_in = id;
                self.wishes.push((self.now, Staging::Press(key)));
            }
            None => {}
        }
        false
    }

    fn keeps_text(&mut self, id: ViewportId, event: &Event) -> bool {
        match self.taking {
            Taking::Program => true,
            Taking::Stage => false,
            Taking::Live(_) => id == ViewportId::ROOT,
            Taking::Picker if id == self.presenter => true,
            Taking::Picker => {
                self.passed_on.push((self.presenter, event.clone()));
                false
            }
        }
    }
}

/// The place of a key on the keyboard, by which it is held: `?` goes up as `/` where Shift is let go first.
fn place_of(key: Key, physical: Option<Key>) -> Key {
    physical.unwrap_or(key)
}

/// The meaning of a key on stage.
pub fn meaning(key: Key) -> Option<walk::Key> {
    let names = BINDINGS.iter().flat_map(|binding| binding.names.iter());
    names.copied().find(|name| Key::from_name(name) == Some(key)).and_then(walk::key)
}
