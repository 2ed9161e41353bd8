//! Taking turns at a file that is read and written again: two programs that do so in one moment lose nothing of each other.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::write::folder_of;

/// The turn of one program at a file.
#[derive(Debug)]
pub struct FileTurn(#[allow(dead_code, reason = "open, it keeps its lock")] Option<File>);

/// The longest wait for a turn: a program that hangs holds up none for longer.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(5);

/// Waits for the turn to read a file and write it again: until then, no program that takes turns writes to its folder.
///
/// The lock is on the folder, since the file itself is replaced. Where folders cannot be locked, and after a second,
/// nobody waits.
pub fn take_turn(path: &Path) -> FileTurn {
    let folder = File::open(folder_of(path)).ok();
    for _ in 0..LONGEST_WAIT.as_millis() / PAUSE.as_millis() {
        match folder.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => sleep(PAUSE),
            _ => break,
        }
    }
    FileTurn(folder)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_waited_for_and_ends_with_its_holder() {
        let folder = tempfile::tempdir().unwrap();
        let is_free = || File::open(folder.path()).unwrap().try_lock().is_ok();
        let turn = take_turn(&folder.path().join("a"));
        assert!(!is_free());
        drop(turn);
        assert!(is_free());
        drop(take_turn(&folder.path().join("no/such/folder")));
    }
}
