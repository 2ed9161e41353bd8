//! News from threads: what they have read or written, and how far they are.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::watch::Seen;
use crate::session::{Action, Data, Output};
use crate::store::Stamp;
use crate::words::Text;

/// One piece of news.
pub enum News {
    /// How far work is, 0 to 1.
    Progress(String, f32),
    /// A catalogue was read.
    Read(Fresh),
    /// It could not be: its path and why.
    NotRead(PathBuf, Text),
    /// The open file was read again.
    Reread(PathBuf, Reread),
    /// What the watch on the open file saw.
    Seen(Seen),
    /// Work was broken off.
    Cancelled,
    /// A file was chosen to open.
    Picked(PathBuf),
    /// A place was chosen to export to.
    Placed(PathBuf, Output),
    /// The system has no file dialog; whether one was wanted to open (or to export).
    NoFileDialog(Wanted),
    /// A file was written.
    Written(PathBuf),
    /// Something could not be written: what, and why.
    NotWritten(Output, String),
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

/// What reading the open file again gave.
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

/// What a file dialog was wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To open.
    Open,
    /// To write something.
    Write(Output),
}

/// Where threads leave their news.
pub struct Inbox {
    post: Post,
    receiver: Receiver<News>,
}

/// The thread's end: leaves news and wakes the window.
#[derive(Clone)]
pub struct Post {
    sender: Sender<News>,
    ctx: egui::Context,
    orders: Arc<Orders>,
}

/// What the window has told a piece of work since it began.
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
        Inbox { post: Post { sender, ctx, orders: Arc::default() }, receiver }
    }

    /// A thread's end for new work; earlier work can no longer be cancelled.
    pub fn for_new_work(&mut self) -> Post {
        self.post.orders = Arc::default();
        self.post.clone()
    }

    /// A thread's end for what goes on beside all work and is not cancelled with it.
    pub fn for_ever(&self) -> Post {
        Post { orders: Arc::default(), ..self.post.clone() }
    }

    /// Tells the work under way to break off, and not to speak of it: something else takes its place.
    pub fn replace(&self) {
        self.post.orders.silent.store(true, Ordering::Relaxed);
        self.cancel();
    }

    /// Tells the work under way to break off.
    pub fn cancel(&self) {
        self.post.orders.cancelled.store(true, Ordering::Relaxed);
    }

    /// The window that news wake.
    pub fn ctx(&self) -> &egui::Context {
        &self.post.ctx
    }

    /// What has come, within a budget of time.
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
