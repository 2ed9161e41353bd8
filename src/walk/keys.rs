//! Keys of the stage and their meanings, as plain data: the stage looks keys up here, and its help page lists them.
//!
//! Keys are named as egui names them (`Right`, `PageDown`, `B`); a test of the window holds both together.

use crate::words::{Lang, WalkText as T};

/// The meaning of a key on stage. Its keys are in [`BINDINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The next page, or the next step.
    Next,
    /// The page before, or the step before.
    Previous,
    /// Like next; in the grid a row down.
    Down,
    /// Like previous; in the grid a row up.
    Up,
    /// The step of the typed number, or the one chosen in the grid; else like next.
    Enter,
    /// Takes back a digit; else like previous.
    Erase,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// A digit of the number of a step.
    Digit(u8),
    /// Opens the picker of regions, which then has the keyboard.
    Picker,
    /// Opens or closes the grid of all steps.
    Grid,
    /// Black, or the picture again.
    Black,
    /// White, or the picture again.
    White,
    /// Freezes the audience's picture, or lets it follow again.
    Freeze,
    /// The statements behind the slide, or back.
    Statements,
    /// Points at the page where the mouse is, or no longer.
    Pointer,
    /// A part of the page larger, around the mouse.
    Larger,
    /// Smaller again.
    Smaller,
    /// Stops the timer, or lets it go on.
    Timer,
    /// Sets the timer to zero.
    Zero,
    /// Leaves to the program itself: the audience sees its window.
    Live,
    /// Returns from the detour.
    Return,
    /// Keeps the detour as a step.
    Keep,
    /// The presenter's window becomes the audience's, and the other way round.
    Swap,
    /// The whole screen, or a window.
    FullScreen,
    /// Starts the show; no effect while it runs.
    Start,
    /// Closes what is on top; pressed twice it ends the show.
    Escape,
    /// Shows or hides the list of keys.
    Help,
}

impl Key {
    /// Whether it moves by steps, and so ends a blank screen.
    pub(super) fn is_step(self) -> bool {
        use Key as K;
        matches!(self, K::Next | K::Previous | K::Down | K::Up | K::Enter | K::Erase | K::First | K::Last)
    }
}

/// A group of keys on the help page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyGroup {
    /// Steps along the walk.
    Path,
    /// Jumps and detours.
    Anywhere,
    /// The audience's screen.
    Room,
    /// The show itself.
    Show,
}

impl KeyGroup {
    /// Every group, in order.
    pub const ALL: [KeyGroup; 4] = [KeyGroup::Path, KeyGroup::Anywhere, KeyGroup::Room, KeyGroup::Show];

    /// Its heading.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            KeyGroup::Path => T::GroupPath,
            KeyGroup::Anywhere => T::GroupAnywhere,
            KeyGroup::Room => T::GroupRoom,
            KeyGroup::Show => T::GroupShow,
        }
        .get(lang)
    }
}

/// Keys with one meaning.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Their meaning; of digits each has its own.
    pub key: Key,
    /// Their names.
    pub names: &'static [&'static str],
    /// Their group on the help page.
    pub group: KeyGroup,
    /// Their meaning, in words.
    pub says: T,
}

const fn binding(key: Key, names: &'static [&'static str], group: KeyGroup, says: T) -> Binding {
    Binding { key, names, group, says }
}

/// Every key of the stage, in the order of the help page.
pub const BINDINGS: &[Binding] = &[
    binding(Key::Next, &["PageDown", "Right", "Space", "N"], KeyGroup::Path, T::KeyNext),
    binding(Key::Down, &["Down"], KeyGroup::Path, T::KeyDown),
    binding(Key::Enter, &["Enter"], KeyGroup::Path, T::KeyEnter),
    binding(Key::Previous, &["PageUp", "Left", "P"], KeyGroup::Path, T::KeyPrevious),
    binding(Key::Up, &["Up"], KeyGroup::Path, T::KeyUp),
    binding(Key::Erase, &["Backspace"], KeyGroup::Path, T::KeyErase),
    binding(Key::First, &["Home"], KeyGroup::Path, T::KeyFirst),
    binding(Key::Last, &["End"], KeyGroup::Path, T::KeyLast),
    binding(Key::Digit(0), &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], KeyGroup::Anywhere, T::KeyDigits),
    binding(Key::Grid, &["Tab"], KeyGroup::Anywhere, T::KeyGrid),
    binding(Key::Picker, &["G"], KeyGroup::Anywhere, T::KeyPicker),
    binding(Key::Live, &["L"], KeyGroup::Anywhere, T::KeyLive),
    binding(Key::Return, &["R"], KeyGroup::Anywhere, T::KeyReturn),
    binding(Key::Keep, &["M"], KeyGroup::Anywhere, T::KeyKeep),
    binding(Key::Statements, &["D"], KeyGroup::Room, T::KeyStatements),
    binding(Key::Pointer, &["C"], KeyGroup::Room, T::KeyPointer),
    binding(Key::Larger, &["Plus", "Equals"], KeyGroup::Room, T::KeyLarger),
    binding(Key::Smaller, &["Minus"], KeyGroup::Room, T::KeySmaller),
    binding(Key::Black, &["B", "Period"], KeyGroup::Room, T::KeyBlack),
    binding(Key::White, &["W", "Comma"], KeyGroup::Room, T::KeyWhite),
    binding(Key::Freeze, &["F"], KeyGroup::Room, T::KeyFreeze),
    binding(Key::Timer, &["T"], KeyGroup::Show, T::KeyTimer),
    binding(Key::Zero, &["Z"], KeyGroup::Show, T::KeyZero),
    binding(Key::Swap, &["S"], KeyGroup::Show, T::KeySwap),
    binding(Key::FullScreen, &["F11"], KeyGroup::Show, T::KeyFullScreen),
    binding(Key::Start, &["F5"], KeyGroup::Show, T::KeyStart),
    binding(Key::Escape, &["Escape"], KeyGroup::Show, T::KeyEscape),
    binding(Key::Help, &["Questionmark", "F1"], KeyGroup::Show, T::KeyHelp),
];

/// The meaning of the key of this name on stage.
pub fn key(name: &str) -> Option<Key> {
    let found = BINDINGS.iter().find(|binding| binding.names.contains(&name))?;
    match (found.key, name.parse()) {
        (Key::Digit(_), Ok(digit)) => Some(Key::Digit(digit)),
        (key, _) => Some(key),
    }
}

/// The print of a key on keyboards: `→`, `.`, `空格`.
pub fn label(name: &'static str, lang: Lang) -> &'static str {
    match name {
        "Right" => "→",
        "Left" => "←",
        "Down" => "↓",
        "Up" => "↑",
        "Period" => ".",
        "Comma" => ",",
        "Plus" => "+",
        "Equals" => "=",
        "Minus" => "−",
        "Questionmark" => "?",
        "Escape" => "Esc",
        "Space" => T::KeySpace.get(lang),
        other => other,
    }
}
