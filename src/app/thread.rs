//! Threads of the window: each has a name, and one that cannot be made is an error and not a panic.

use std::io;
use std::thread::Builder;

/// Does something on a thread of this name. Errors: the system makes no further thread.
pub fn on_thread(name: &str, task: Box<dyn FnOnce() + Send>) -> io::Result<()> {
    Builder::new().name(name.to_owned()).spawn(task).map(drop)
}
