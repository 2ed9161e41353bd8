//! The places of the open file: every name that links give it, the folders to watch, and the subjects of their events.

use std::path::{Path, PathBuf};

use notify::Event;
use notify::event::{AccessKind, AccessMode, EventKind, MetadataKind, ModifyKind};

/// More links than lead from one to the next anywhere but in a circle.
const MOST_LINKS: usize = 40;

/// The places of a file: the names it is known by, and the folders that tell of them.
#[derive(PartialEq, Eq)]
pub struct Places {
    names: Vec<PathBuf>,
    /// The folders to watch.
    pub folders: Vec<PathBuf>,
}

impl Places {
    /// The places of the file at a path.
    pub fn of(path: &Path) -> Places {
        let mut places = Places { names: Vec::new(), folders: Vec::new() };
        let real_folder = path.parent().and_then(|folder| folder.canonicalize().ok());
        let in_real_folder = real_folder.zip(path.file_name()).map(|(folder, name)| folder.join(name));
        // Behind a link the file changes in another folder.
        for name in [path.to_owned()].into_iter().chain(in_real_folder).chain(path.canonicalize()) {
            places.add(name);
        }
        // A link on the way is switched in the folder that it stands in.
        let mut at = path.to_owned();
        for _ in 0..MOST_LINKS {
            let Some((folder, next)) = past_first_link(&at) else { break };
            push(&mut places.folders, folder);
            places.add(next.clone());
            at = next;
        }
        places
    }

    fn add(&mut self, name: PathBuf) {
        if let Some(folder) = name.ancestors().skip(1).find(|folder| folder.is_dir()) {
            push(&mut self.folders, folder.to_owned());
        }
        push(&mut self.names, name);
    }

    /// The subject of an event in one of the folders.
    pub fn about(&self, event: &Event) -> EventSubject {
        if event.need_rescan() {
            return EventSubject::Folder;
        }
        let is_write = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            // Reading is no change, ours least of all.
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
            _ => true,
        };
        let moves = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_))
            || matches!(event.kind, EventKind::Modify(ModifyKind::Name(_)));
        let is_above = |path: &PathBuf| self.names.iter().any(|name| name != path && name.starts_with(path));
        if moves && event.paths.iter().any(is_above) {
            EventSubject::Folder
        } else if is_write && event.paths.iter().any(|path| self.names.contains(path)) {
            EventSubject::File
        } else {
            EventSubject::Other
        }
    }
}

fn push(list: &mut Vec<PathBuf>, path: PathBuf) {
    if !list.contains(&path) {
        list.push(path);
    }
}

/// The folder of the first link on the way to a file, and the way from there on; nothing where there is no link.
fn past_first_link(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let above: Vec<&Path> = path.ancestors().collect();
    above.into_iter().rev().find_map(|link| {
        let leads_to = link.read_link().ok()?;
        let folder = link.parent()?;
        let target = folder.join(leads_to);
        let rest = path.strip_prefix(link).ok()?;
        // Joining nothing would make a folder of it.
        Some((folder.to_owned(), if rest.as_os_str().is_empty() { target } else { target.join(rest) }))
    })
}

/// The subject of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum EventSubject {
    /// The file.
    File,
    /// A folder that it stands in, so that watching has to begin anew.
    Folder,
    /// Something else.
    Other,
}
