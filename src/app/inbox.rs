//! News from threads: what they have read or written, and how far they are.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::thread::{on_thread, whole};
use super::watch::FileNotice;
use crate::export::figure::Pixels;
use crate::session::{Action, Data, Mining, Output, Work};
use crate::store::Stamp;
use crate::words::Text;

/// One piece of news.
pub enum News {
    /// The part of the work that is done, 0 to 1.
    Progress(f32),
    /// A catalogue was read.
    Read(Fresh),
    /// It could not be: its path and why.
    NotRead(PathBuf, Text),
    /// The open file was read again.
    Reread(PathBuf, Reread),
    /// A notice of the watch on the open file.
    Seen(FileNotice),
    /// Work could not begin: why.
    NotBegun(Text),
    /// Something beside all work broke down: why.
    Broken(Text),
    /// Work was broken off.
    Cancelled,
    /// A file was chosen to open.
    Picked(PathBuf),
    /// A place was chosen to export to.
    Placed(PathBuf, Output),
    /// The system has no file dialog; whether one was wanted to open (or to export).
    NoFileDialog(DialogPurpose),
    /// A figure was drawn for the clipboard.
    Drawn(Pixels),
    /// Something could not be done: why.
    Failed(String),
    /// A file was written to be printed.
    Printable(PathBuf),
    /// A file was written; the characters for which boxes stand in it.
    Written(PathBuf, String),
    /// A file stands where something was to be written as a new one: where, and what.
    Occupied(PathBuf, Output),
    /// A file or folder that the system did not open: its path, and why.
    NotOpened(PathBuf, String),
    /// Something could not be written: what, and why.
    NotWritten(Output, String),
    /// The outcome of a task on the user's layer.
    Mine(Mining),
    /// A layer of others was read: its path and its bytes.
    LayerRead(PathBuf, Arc<[u8]>),
    /// The file of a layer of others was read again: its path and its bytes.
    LayerChanged(PathBuf, Arc<[u8]>),
    /// The catalogue was read with a new state of the layer, asked for by this number.
    Restacked(u64, Box<Data>),
    /// A shelf as it is now, as the session is told.
    Shelf(Vec<Action>),
    /// A walk whose edits are in no file could not be kept: why.
    NotKept(String),
}

/// A catalogue that was just read.
pub struct Fresh {
    /// The catalogue.
    pub data: Box<Data>,
    /// Every character of its texts.
    pub characters: BTreeSet<char>,
    /// The state of the file that was read.
    pub stamp: Option<Stamp>,
}

/// The outcome of reading the open file again.
pub enum Reread {
    /// Something else than what is shown.
    Fresh(Fresh),
    /// The bytes that are shown.
    Same,
    /// Nothing that can be shown: why.
    Not(Text),
    /// Nothing: it was broken off.
    Cancelled,
}

/// The purpose of a file dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogPurpose {
    /// To open.
    Open,
    /// To import.
    Import,
    /// To bring a text in.
    Text,
    /// To write something.
    Write(Output),
}

/// The function that starts a thread, with its name and its work.
type Start = fn(&str, Box<dyn FnOnce() + Send>) -> io::Result<()>;

/// The place where threads leave their news.
pub struct Inbox {
    /// The end of whatever goes on beside all work.
    post: Post,
    receiver: Receiver<News>,
    /// The orders to the work begun last.
    orders: Arc<Orders>,
    /// Starts threads; another one in tests.
    pub(super) start: Start,
}

/// The thread's end: leaves news and wakes the window.
#[derive(Clone)]
pub struct Post {
    sender: Sender<News>,
    ctx: egui::Context,
    orders: Arc<Orders>,
}

/// The orders that the window has given a piece of work since it began.
#[derive(Default)]
struct Orders {
    cancelled: AtomicBool,
    /// Nobody wants to hear of it any more.
    silent: AtomicBool,
}

impl Post {
    /// Leaves news and wakes the window. Nobody listens once the window is closed.
    pub fn send(&self, news: News) {
        if self.orders.silent.load(Ordering::Relaxed) {
            return;
        }
        self.sender.send(news).ok();
        self.ctx.request_repaint();
    }

    /// Whether the work should be broken off.
    pub fn is_cancelled(&self) -> bool {
        self.orders.cancelled.load(Ordering::Relaxed)
    }
}

impl Inbox {
    /// An inbox that wakes this window.
    pub fn new(ctx: egui::Context) -> Inbox {
        let (sender, receiver) = channel();
        let post = Post { sender, ctx, orders: Arc::default() };
        Inbox { post, receiver, orders: Arc::default(), start: on_thread }
    }

    /// Begins a piece of work on a thread of its own. It can be cancelled until the next one begins.
    /// Where it breaks down, `broken` makes the news of that.
    pub fn begin(
        &mut self,
        work: Work,
        task: impl FnOnce(&Post) -> News + Send + 'static,
        broken: impl FnOnce(Text) -> News + Send + 'static,
    ) -> io::Result<()> {
        self.orders = Arc::default();
        let post = Post { orders: self.orders.clone(), ..self.post.clone() };
        let name = match work {
            Work::Open | Work::Reread => "read a catalogue",
            Work::Write => "write a file",
        };
        (self.start)(
            name,
            Box::new(move || {
                let news = whole(|| task(&post)).unwrap_or_else(broken);
                post.send(news);
            }),
        )
    }

    /// Begins what goes on beside all work and is not cancelled with it, on a thread of its own.
    pub fn beside(&self, name: &str, task: impl FnOnce(&Post) + Send + 'static) -> io::Result<()> {
        self.beside_or(name, task, News::Broken)
    }

    /// The same; where it breaks down, `broken` makes the news of that.
    pub fn beside_or(
        &self,
        name: &str,
        task: impl FnOnce(&Post) + Send + 'static,
        broken: impl FnOnce(Text) -> News + Send + 'static,
    ) -> io::Result<()> {
        let post = self.for_ever();
        let task = move || {
            if let Err(why) = whole(|| task(&post)) {
                post.send(broken(why));
            }
        };
        (self.start)(name, Box::new(task))
    }

    /// A thread's end for what lasts as long as the window.
    pub fn for_ever(&self) -> Post {
        self.post.clone()
    }

    /// Tells the work under way to break off, and not to speak of it: something else takes its place.
    pub fn replace(&self) {
        self.orders.silent.store(true, Ordering::Relaxed);
        self.cancel();
    }

    /// Tells the work under way to break off.
    pub fn cancel(&self) {
        self.orders.cancelled.store(true, Ordering::Relaxed);
    }

    /// The window that news wake.
    pub fn ctx(&self) -> &egui::Context {
        &self.post.ctx
    }

    /// The news that has come, within a budget of time.
    pub fn take(&self, budget: Duration) -> Vec<News> {
        let start = Instant::now();
        let mut out = Vec::new();
        while let Ok(news) = self.receiver.try_recv() {
            out.push(news);
            if start.elapsed() > budget {
                self.post.ctx.request_repaint();
                break;
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, UiText as T};

    /// Takes the next piece of news that has come, waiting for it.
    fn next(inbox: &Inbox) -> News {
        inbox.receiver.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    /// Work that ends once it is told to break off.
    fn until_cancelled(post: &Post) -> News {
        while !post.is_cancelled() {
            std::thread::yield_now();
        }
        News::Cancelled
    }

    #[test]
    fn what_goes_on_beside_work_takes_nothing_of_its_cancel() {
        let mut inbox = Inbox::new(egui::Context::default());
        inbox.begin(Work::Write, until_cancelled, News::NotBegun).unwrap();
        inbox.beside("pick", |post| post.send(News::Picked("a".into()))).unwrap();
        assert!(matches!(next(&inbox), News::Picked(_)));
        inbox.cancel();
        assert!(matches!(next(&inbox), News::Cancelled));
    }

    #[test]
    fn what_is_cancelled_before_the_next_work_begins_is_not_cancelled_in_it() {
        let mut inbox = Inbox::new(egui::Context::default());
        inbox.begin(Work::Open, until_cancelled, News::NotBegun).unwrap();
        inbox.replace();
        let asked = |post: &Post| News::Progress(f32::from(u8::from(post.is_cancelled())));
        inbox.begin(Work::Open, asked, News::NotBegun).unwrap();
        assert!(matches!(next(&inbox), News::Progress(0.0)), "the one before is silent");
    }
    #[test]
    fn a_thread_that_breaks_down_says_so() {
        let mut inbox = Inbox::new(egui::Context::default());
        inbox.begin(Work::Write, |_| panic!("no room"), News::NotBegun).unwrap();
        // In words; what the library said stands on the error output.
        let is_told = |why: &Text| why.get(Lang::Zh) == T::BrokeDown.get(Lang::Zh);
        assert!(matches!(next(&inbox), News::NotBegun(why) if is_told(&why)));
        inbox.beside("pick", |_| panic!("{} left", 0)).unwrap();
        assert!(matches!(next(&inbox), News::Broken(why) if is_told(&why)));
        inbox.beside_or("read", |_| panic!("no room"), News::NotBegun).unwrap();
        assert!(matches!(next(&inbox), News::NotBegun(why) if is_told(&why)));
    }
}
