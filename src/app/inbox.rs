//! News from threads: what they have read or written, and how far they are.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::session::{Data, Output, SavedViews};

/// One piece of news.
pub enum News {
    /// How far work is, 0 to 1.
    Progress(String, f32),
    /// A catalogue was read; the characters of its texts come with it.
    Read(Box<Data>, BTreeSet<char>),
    /// It could not be: its name and why.
    NotRead(String, String),
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
    /// A file could not be written: why.
    NotWritten(String),
    /// The saved views as they are now, and the name of one just saved.
    Views(Box<SavedViews>, Option<String>),
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
    cancelled: Arc<AtomicBool>,
}

impl Post {
    /// Leaves news and wakes the window. Nobody listens once the window is closed.
    pub fn send(&self, news: News) {
        self.sender.send(news).ok();
        self.ctx.request_repaint();
    }

    /// Whether the work should be broken off.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl Inbox {
    /// An inbox that wakes this window.
    pub fn new(ctx: egui::Context) -> Inbox {
        let (sender, receiver) = channel();
        Inbox { post: Post { sender, ctx, cancelled: Arc::default() }, receiver }
    }

    /// A thread's end for new work; earlier work can no longer be cancelled.
    pub fn for_new_work(&mut self) -> Post {
        self.post.cancelled = Arc::default();
        self.post.clone()
    }

    /// A thread's end for work that is too short to be broken off.
    pub fn post(&self) -> Post {
        self.post.clone()
    }

    /// Tells the work under way to break off.
    pub fn cancel(&self) {
        self.post.cancelled.store(true, Ordering::Relaxed);
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
