//! Walks whose edits are in no file: a copy on the disk for as long as they are, so that neither quitting nor a crash
//! loses them. The next start takes one up again.
//!
//! Each window keeps its copy in a file of its own. One that takes up the copy of another run moves it to a new name, so
//! that two windows never write to the same file.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::inbox::{Inbox, News};
use super::shelf::{Room, Shelved, folder_beside};
use crate::view::state;
use crate::walk::Walk;
use crate::words::Lang;

/// The folder inside that of the saved walks.
const FOLDER: &str = "unsaved";

/// Keeps the copy.
pub struct Unsaved {
    /// None where nothing is kept at all.
    room: Option<Arc<Place>>,
}

struct Place {
    room: Room,
    /// The copy to be on the disk, as last asked for; none once that is done.
    #[allow(clippy::option_option, reason = "what is wanted may be that there is no file")]
    wanted: Mutex<Option<Option<Arc<Walk>>>>,
    /// The file of this window, once there is one. Held while it is written.
    file: Mutex<Option<PathBuf>>,
}

impl Unsaved {
    /// Beside these settings.
    pub fn new(settings: Option<&Path>, lang: Lang) -> Unsaved {
        let folder = folder_beside(settings, Walk::FOLDER).map(|walks| walks.join(FOLDER));
        let place = |folder| Place { room: Room { folder, lang }, wanted: Mutex::default(), file: Mutex::default() };
        Unsaved { room: folder.map(|folder| Arc::new(place(folder))) }
    }

    /// A walk that an earlier run left, now kept by this one, and the folder.
    pub fn take_up(&self) -> Option<(Walk, PathBuf)> {
        let copy = self.room.as_ref()?;
        let listed = copy.room.list::<Walk>().listed?;
        let (name, walk) = listed.into_iter().find_map(|one| Some((one.file, one.found.ok()?.what)))?;
        let mut own = copy.file.lock().unwrap_or_else(PoisonError::into_inner);
        let (old, new) = (copy.room.folder.join(name), copy.room.free(&walk.name, None));
        // Where it cannot be moved it stays, and is taken up once more by the next start.
        if copy.room.write(&new, &state::write(&walk)).is_ok() {
            copy.room.remove(&old).ok();
            *own = Some(new);
        }
        Some((walk, copy.room.folder.clone()))
    }

    /// Keeps a walk, on a thread; none: there is nothing to keep any more. Where no thread can be had it is kept when the
    /// program ends, at the latest.
    pub fn keep(&self, walk: Option<Arc<Walk>>, inbox: &Inbox) -> io::Result<()> {
        let Some(copy) = self.room.clone() else { return Ok(()) };
        *copy.wanted.lock().unwrap_or_else(PoisonError::into_inner) = Some(walk);
        inbox.beside("unsaved walk", move |post| {
            if let Err(why) = copy.write() {
                post.send(News::NotKept(why));
            }
        })
    }
}

impl Place {
    /// Writes what was asked for last, unless another thread has done so.
    fn write(&self) -> Result<(), String> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(wanted) = self.wanted.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
        match wanted {
            None => file.take().map_or(Ok(()), |path| self.room.remove(&path)),
            Some(walk) => {
                let path = file.get_or_insert_with(|| self.room.free(&walk.name, None));
                self.room.write(path, &state::write(&*walk))
            }
        }
    }
}

impl Drop for Unsaved {
    /// Writes a copy that no thread has written yet before the program ends. Nobody is left to be told of a fault.
    fn drop(&mut self) {
        if let Some(copy) = &self.room {
            copy.write().ok();
        }
    }
}
