//! Threads of the window: each has a name, and one that cannot be made is an error and not a panic.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::Builder;

use crate::words::{Lang, Text, UiText as T};

/// Does something on a thread of this name. Errors: the system makes no further thread.
pub fn on_thread(name: &str, task: Box<dyn FnOnce() + Send>) -> io::Result<()> {
    Builder::new().name(name.to_owned()).spawn(task).map(drop)
}

/// The result of a task, or the words about its breakdown: a library may end a thread, and nobody would hear of it.
/// All that the task held goes with it, so that nothing half done is seen.
pub fn whole<R>(task: impl FnOnce() -> R) -> Result<R, Text> {
    // The message of the panic is for who mends the program, and stands on its error output.
    catch_unwind(AssertUnwindSafe(task)).map_err(|_| Text::both(T::BrokeDown.get(Lang::Zh), T::BrokeDown.get(Lang::En)))
}
