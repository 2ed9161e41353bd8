//! Walks whose edits are in no file: a copy on the disk for as long as they are, so that neither quitting nor a crash
//! loses them. The next start takes one up again.
//!
//! Each window keeps its copy in a file of its own and holds that file as long as its program lives: another start takes
//! up what an ended run left, and never the copy of a window that is still there.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::inbox::{Inbox, News};
use super::shelf::{Room, Shelved, folder_beside};
use crate::store::{HeldFile, hold};
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
    /// The copy of this window, once there is one. Locked while it is written.
    own: Mutex<Option<OwnCopy>>,
}

/// The copy of this window.
struct OwnCopy {
    path: PathBuf,
    held: Option<HeldFile>,
}

impl Unsaved {
    /// Beside these settings.
    pub fn new(settings: Option<&Path>, lang: Lang) -> Unsaved {
        let folder = folder_beside(settings, Walk::FOLDER).map(|walks| walks.join(FOLDER));
        let place = |folder| Place { room: Room { folder, lang }, wanted: Mutex::default(), own: Mutex::default() };
        Unsaved { room: folder.map(|folder| Arc::new(place(folder))) }
    }

    /// A walk that an ended run left, now kept by this one, and the folder.
    pub fn take_up(&self) -> Option<(Walk, PathBuf)> {
        let copy = self.room.as_ref()?;
        let listed = copy.room.list::<Walk>().listed?;
        let (own, walk) = listed.into_iter().find_map(|one| {
            let (path, walk) = (copy.room.folder.join(one.file), one.found.ok()?.what);
            let held = hold(&path)?;
            Some((OwnCopy { path, held: Some(held) }, walk))
        })?;
        *copy.own.lock().unwrap_or_else(PoisonError::into_inner) = Some(own);
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
        let mut own = self.own.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(wanted) = self.wanted.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
        match wanted {
            None => own.take().map_or(Ok(()), |own| self.room.remove(&own.path)),
            Some(walk) => {
                let new = || OwnCopy { path: self.room.free(&walk.name, None), held: None };
                let OwnCopy { path, held } = own.get_or_insert_with(new);
                self.room.write_held(path, held, &state::write(&*walk))
            }
        }
    }
}

impl Drop for Unsaved {
    /// Writes a copy that no thread has written yet before the program ends, and lets it go. Nobody is left to be told of
    /// a fault.
    fn drop(&mut self) {
        if let Some(copy) = &self.room {
            copy.write().ok();
            copy.own.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }
}
