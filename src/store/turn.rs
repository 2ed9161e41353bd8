//! Taking turns at a file that is read and written again: two programs that do so in one moment lose nothing of each other.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use super::write::folder_of;
use super::{Doing, StoreFault, StoreFaultKind};

/// The turn of one program at a file.
#[derive(Debug)]
pub struct FileTurn(#[allow(dead_code, reason = "open, it keeps its lock")] Option<File>);

/// The longest wait for a turn at a file that can be written without one: a program that hangs holds up none for longer.
const SHORT_WAIT: Duration = Duration::from_secs(1);
/// The longest wait for a turn at a file whose changes must not be lost: some programs may each read and check a large
/// one before it is ours.
const LONG_WAIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(5);

/// Waits for the turn to read a file and write it again: until then, no program that takes turns writes to its folder.
///
/// The lock is on the folder, since the file itself is replaced. Where folders cannot be locked, and after a second,
/// nobody waits.
pub fn take_turn(path: &Path) -> FileTurn {
    waited(path, SHORT_WAIT).0
}

/// Waits longer for the turn at a file, and does without it in no case but where folders cannot be locked.
///
/// # Errors
/// Another program has had its turn for half a minute.
pub fn wait_for_turn(path: &Path) -> Result<FileTurn, StoreFault> {
    match waited(path, LONG_WAIT) {
        (turn, true) => Ok(turn),
        _ => Err(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind: StoreFaultKind::InTurn }),
    }
}

/// A turn, and whether no other program has it.
fn waited(path: &Path, longest: Duration) -> (FileTurn, bool) {
    let folder = File::open(folder_of(path)).ok();
    for _ in 0..longest.as_millis() / PAUSE.as_millis() {
        match folder.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => sleep(PAUSE),
            _ => return (FileTurn(folder), true),
        }
    }
    (FileTurn(folder), false)
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
        let turn = wait_for_turn(&folder.path().join("a")).unwrap();
        assert!(!is_free());
        let (_, is_ours) = waited(&folder.path().join("b"), PAUSE);
        assert!(!is_ours, "one folder, one turn");
        drop(turn);
        assert!(waited(&folder.path().join("b"), PAUSE).1);
    }
}
