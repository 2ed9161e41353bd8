//! Watching the open file: the system tells of changes, a thread of its own waits for them to settle.
//!
//! The folder is watched and not the file, since editors put a new file in the place of the old one. At rest the
//! thread sleeps in a channel; nothing is polled. Where a folder is gone, the nearest one above it is watched until
//! it is there again.

mod places;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{ErrorKind, Event, RecursiveMode, Watcher};

use super::thread::on_thread;
use crate::store::{self, Stamp};
use crate::words::{Text, UiText as T};
use places::{EventSubject, Places};

/// A burst of changes has settled when nothing has come for this long.
const QUIET: Duration = Duration::from_millis(200);
/// A file that never comes to rest is read after this long all the same.
const LONGEST: Duration = Duration::from_secs(3);

/// News of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileNotice {
    /// It may have changed, and has settled.
    Changed(PathBuf),
    /// It cannot be watched: why. Told once.
    Unwatched(Text),
}

/// A file to watch, and the state it was read in.
struct Wanted {
    path: PathBuf,
    stamp: Option<Stamp>,
}

/// The watch of the window, started with the first file.
#[derive(Default)]
pub struct Following {
    watch: Option<Watch>,
    /// The state that the file opened last was read in.
    stamp: Option<Stamp>,
    /// Whether the file has changed and is to be read again.
    pub due: bool,
}

impl Following {
    /// Notes the state that a file was read in.
    pub fn read(&mut self, stamp: Option<Stamp>) {
        self.stamp = stamp;
    }

    /// Watches this file from now on, none for an embedded catalogue, and has what is seen told.
    pub fn follow(&mut self, path: Option<PathBuf>, tell: impl Fn(FileNotice) + Send + Sync + 'static) {
        self.due = false;
        let Some(path) = path else {
            if let Some(watch) = &self.watch {
                watch.rest();
            }
            return;
        };
        let watch = self.watch.get_or_insert_with(|| Watch::new(tell));
        watch.follow(path, self.stamp.take());
    }
}

enum Note {
    Follow(Option<Wanted>),
    Event(notify::Result<Event>),
    End,
}

type Make = fn(Sender<Note>) -> notify::Result<Box<dyn Watcher>>;

/// The watch on the open file. It ends when dropped.
pub struct Watch {
    notes: Sender<Note>,
}

impl Watch {
    /// Starts the thread; it watches nothing yet.
    pub fn new(tell: impl Fn(FileNotice) + Send + Sync + 'static) -> Watch {
        Watch::with(make, tell)
    }

    fn with(make: Make, tell: impl Fn(FileNotice) + Send + Sync + 'static) -> Watch {
        let (notes, receiver) = channel();
        let (sender, tell) = (notes.clone(), Arc::new(tell));
        let own = tell.clone();
        let work =
            move || Thread { notes: receiver, sender, make, tell: |seen| own(seen), armed: None, told: false }.run();
        // Without a thread the file is read again by hand.
        if let Err(error) = on_thread("watch the open file", Box::new(work)) {
            tell(FileNotice::Unwatched(Text::same(&error.to_string())));
        }
        Watch { notes }
    }

    /// Watches this file from now on. `stamp` is the state it was read in: if it has changed since, that is told.
    pub fn follow(&self, path: PathBuf, stamp: Option<Stamp>) {
        self.notes.send(Note::Follow(Some(Wanted { path, stamp }))).ok();
    }

    /// Watches no file.
    pub fn rest(&self) {
        self.notes.send(Note::Follow(None)).ok();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.notes.send(Note::End).ok();
    }
}

fn make(notes: Sender<Note>) -> notify::Result<Box<dyn Watcher>> {
    let watcher = notify::recommended_watcher(move |event| {
        notes.send(Note::Event(event)).ok();
    })?;
    Ok(Box::new(watcher))
}

/// The watch as it is set.
struct Armed {
    path: PathBuf,
    places: Places,
    /// Kept for its life: what it watches ends with it.
    _watcher: Option<Box<dyn Watcher>>,
}

struct Thread<F> {
    notes: Receiver<Note>,
    sender: Sender<Note>,
    make: Make,
    tell: F,
    armed: Option<Armed>,
    told: bool,
}

impl<F: Fn(FileNotice)> Thread<F> {
    fn run(mut self) {
        while let Ok(note) = self.notes.recv() {
            if self.take(note).is_break() {
                return;
            }
        }
    }

    fn take(&mut self, note: Note) -> std::ops::ControlFlow<()> {
        match note {
            Note::End => return std::ops::ControlFlow::Break(()),
            Note::Follow(None) => self.armed = None,
            Note::Follow(Some(wanted)) => {
                self.arm(wanted.path.clone());
                // What was written between reading and watching would else never be seen.
                if wanted.stamp != store::stamp(&wanted.path) {
                    (self.tell)(FileNotice::Changed(wanted.path));
                }
            }
            Note::Event(event) => match self.about(&event) {
                EventSubject::Other => {}
                about => return self.settle(about),
            },
        }
        std::ops::ControlFlow::Continue(())
    }

    fn about(&self, event: &notify::Result<Event>) -> EventSubject {
        match (&self.armed, event) {
            (Some(armed), Ok(event)) => armed.places.about(event),
            // A watcher that fails has lost events.
            (Some(_), Err(_)) => EventSubject::Folder,
            (None, _) => EventSubject::Other,
        }
    }

    /// Waits for the end of a burst, then tells of it.
    fn settle(&mut self, first: EventSubject) -> std::ops::ControlFlow<()> {
        let end = Instant::now() + LONGEST;
        let mut quiet = Instant::now() + QUIET;
        let mut is_anew = first == EventSubject::Folder;
        let mut next = None;
        loop {
            let wait = quiet.min(end).saturating_duration_since(Instant::now());
            match self.notes.recv_timeout(wait) {
                Ok(Note::Event(event)) => match self.about(&event) {
                    EventSubject::Other => {}
                    about => {
                        is_anew |= about == EventSubject::Folder;
                        quiet = Instant::now() + QUIET;
                    }
                },
                Ok(other) => {
                    next = Some(other);
                    break;
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return std::ops::ControlFlow::Break(()),
            }
        }
        if let Some(note) = next {
            return self.take(note);
        }
        let Some(armed) = &self.armed else { return std::ops::ControlFlow::Continue(()) };
        let path = armed.path.clone();
        if is_anew || armed.places != Places::of(&path) {
            self.arm(path.clone());
        }
        (self.tell)(FileNotice::Changed(path));
        std::ops::ControlFlow::Continue(())
    }

    fn arm(&mut self, path: PathBuf) {
        self.armed = None;
        let places = Places::of(&path);
        let watcher = (self.make)(self.sender.clone()).and_then(|mut watcher| {
            for folder in &places.folders {
                watcher.watch(folder, RecursiveMode::NonRecursive)?;
            }
            Ok(watcher)
        });
        let watcher = match watcher {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                if !std::mem::replace(&mut self.told, true) {
                    (self.tell)(FileNotice::Unwatched(why(&error)));
                }
                None
            }
        };
        self.armed = Some(Armed { path, places, _watcher: watcher });
    }
}

fn why(error: &notify::Error) -> Text {
    use crate::words::Lang;
    match &error.kind {
        ErrorKind::MaxFilesWatch => Text::both(T::TooManyWatches.get(Lang::Zh), T::TooManyWatches.get(Lang::En)),
        _ => Text::same(&error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    const SOON: Duration = Duration::from_secs(20);

    struct Folder {
        kept: tempfile::TempDir,
        seen: Receiver<FileNotice>,
        watch: Watch,
    }

    fn watching(name: &str) -> (Folder, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "one").unwrap();
        let (sender, seen) = channel();
        let watch = Watch::new(move |told| sender.send(told).unwrap());
        watch.follow(path.clone(), store::stamp(&path));
        let folder = Folder { kept: folder, seen, watch };
        folder.is_armed(&path);
        (folder, path)
    }

    impl Folder {
        /// Waits until the thread has taken up everything before: a state that is no longer true is told at once.
        fn is_armed(&self, path: &Path) {
            self.watch.follow(path.to_owned(), None);
            assert_eq!(self.next(), FileNotice::Changed(path.to_owned()));
        }

        fn next(&self) -> FileNotice {
            self.seen.recv_timeout(SOON).unwrap()
        }
    }

    #[test]
    fn every_way_of_saving_is_told_and_other_files_are_not() {
        let (folder, path) = watching("a.ron");
        let neighbour = folder.kept.path().join("b");
        let ways: [(&str, &dyn Fn()); 5] = [
            ("written in place", &|| fs::write(&path, "two").unwrap()),
            ("put in its place", &|| {
                fs::write(&neighbour, "three").unwrap();
                fs::rename(&neighbour, &path).unwrap();
            }),
            ("removed", &|| fs::remove_file(&path).unwrap()),
            ("a folder in its place", &|| fs::create_dir(&path).unwrap()),
            ("there again", &|| {
                fs::remove_dir(&path).unwrap();
                fs::write(&path, "four").unwrap();
            }),
        ];
        for (what, change) in ways {
            change();
            assert_eq!(folder.next(), FileNotice::Changed(path.clone()), "{what}");
        }
        // Reading it and writing another one are nothing; what is told next is the answer to this question.
        fs::read(&path).unwrap();
        fs::write(&neighbour, "other").unwrap();
        folder.is_armed(&path);
        assert!(folder.seen.try_recv().is_err());
    }

    #[test]
    fn a_burst_is_told_once() {
        let (folder, path) = watching("a.ron");
        for i in 0..50 {
            fs::write(&path, i.to_string()).unwrap();
        }
        assert_eq!(folder.next(), FileNotice::Changed(path.clone()));
        folder.is_armed(&path);
        assert!(folder.seen.try_recv().is_err(), "told twice");
    }

    #[test]
    fn a_folder_that_goes_and_comes_back_is_watched_again() {
        let (folder, path) = watching("in/side/a.ron");
        fs::remove_dir_all(folder.kept.path().join("in")).unwrap();
        assert_eq!(folder.next(), FileNotice::Changed(path.clone()));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert_eq!(folder.next(), FileNotice::Changed(path.clone()));
        fs::write(&path, "again").unwrap();
        assert_eq!(folder.next(), FileNotice::Changed(path.clone()));
    }

    #[cfg(unix)]
    #[test]
    fn behind_a_link_the_file_itself_is_watched() {
        let (folder, real) = watching("real/a.ron");
        let link = folder.kept.path().join("link.ron");
        std::os::unix::fs::symlink(&real, &link).unwrap();
        folder.is_armed(&link);
        fs::write(&real, "two").unwrap();
        assert_eq!(folder.next(), FileNotice::Changed(link));
    }

    /// A link on the way to the file leads elsewhere at once, as a release is switched: a new link is put in its place.
    #[cfg(unix)]
    #[test]
    fn a_link_above_the_file_that_is_switched_is_told() {
        use std::os::unix::fs::symlink;
        for (link, name) in [("current", "current/a.ron"), ("..data", "a.ron")] {
            let (folder, _) = watching("one/a.ron");
            let at = |name: &str| folder.kept.path().join(name);
            fs::create_dir(at("two")).unwrap();
            fs::write(at("two/a.ron"), "two").unwrap();
            symlink("one", at(link)).unwrap();
            if name == "a.ron" {
                symlink("..data/a.ron", at(name)).unwrap();
            }
            folder.is_armed(&at(name));
            for target in ["two", "one", "two"] {
                symlink(target, at("new")).unwrap();
                fs::rename(at("new"), at(link)).unwrap();
                assert_eq!(folder.next(), FileNotice::Changed(at(name)), "{link} to {target}");
            }
            fs::write(at("two/a.ron"), "three").unwrap();
            assert_eq!(folder.next(), FileNotice::Changed(at(name)), "the file behind {link}");
        }
    }

    #[test]
    fn another_file_moves_the_watch() {
        let (folder, path) = watching("a.ron");
        let other = folder.kept.path().join("other.ron");
        fs::write(&other, "x").unwrap();
        folder.is_armed(&other);
        fs::write(&path, "nobody looks").unwrap();
        fs::write(&other, "y").unwrap();
        assert_eq!(folder.next(), FileNotice::Changed(other.clone()));
        folder.is_armed(&other);
        assert!(folder.seen.try_recv().is_err());
    }

    #[test]
    fn a_system_that_cannot_watch_says_so_once() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, seen) = channel();
        let fails: Make = |_| Err(notify::Error::new(ErrorKind::MaxFilesWatch));
        let watch = Watch::with(fails, move |told| sender.send(told).unwrap());
        for name in ["a", "b"] {
            watch.follow(folder.path().join(name), None);
        }
        drop(watch);
        let told: Vec<FileNotice> = seen.iter().collect();
        assert!(matches!(told.as_slice(), [FileNotice::Unwatched(_)]), "{told:?}");
    }
}
