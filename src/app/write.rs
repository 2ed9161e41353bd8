//! Writing what is on screen: rows, research bundles, figures and memos, each on a thread of its own.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use egui::Context;

use super::App;
use super::inbox::{News, Post};
use crate::catalogue::{RegionIdx, When};
use crate::export::bundle::BundleAsk;
use crate::export::figure::{self, FigureFormat};
use crate::export::walk::{Handout, LeaveBehind, Notes, Statements};
use crate::export::{self, ExportFault, Extent, Format, LiveAsk, MemoFormat, Progress};
use crate::figures::scene;
use crate::look::LIGHT;
use crate::pages::{Memo, MemoAsk, memo, profile};
use crate::query::{Index, Query};
use crate::session::{Action, Bundle, Exported, FigureOptions, MemoOptions, Output, Periods, Work};
use crate::store::{self, Doing, Older, StoreFault, StoreFaultKind, TemporaryFolder, Unwritten};
use crate::walk::fit_walk;

/// A task that writes to a place. It gives the characters for which boxes stand there.
type Task = Box<dyn FnOnce(&Path, &mut Progress<'_>) -> Result<String, Unwritten<ExportFault>> + Send>;

/// The purpose of writing, and what becomes of an older file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// A new file; an older one stays.
    New,
    /// A file in place of an older one.
    Over,
    /// A file that is opened to be printed.
    ToPrint,
}

impl App {
    /// Writes what is on screen, but never over the open file, and over no other that is to stay.
    pub(super) fn write(&mut self, ctx: &Context, path: PathBuf, what: Output, writing: Writing) {
        let to_older = if writing == Writing::New { Older::Kept } else { Older::Replaced };
        let task = self.task(what, to_older);
        let lang = self.session.lang();
        let open: Vec<PathBuf> = self.session.data().origin.path().map(Path::to_owned).into_iter().collect();
        // The notice names the whole path, wherever the program was started.
        let path = std::path::absolute(&path).unwrap_or(path);
        let task = move |post: &Post| {
            let mut progress = |done: usize, total: usize| {
                post.send(News::Progress(done as f32 / total.max(1) as f32));
                if post.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let may = store::check_not_read(&path, &open).map_err(Unwritten::Store);
            match may.and_then(|()| task(&path, &mut progress)) {
                Ok(_) if writing == Writing::ToPrint => News::Printable(path),
                Ok(missing) => News::Written(path, missing),
                Err(Unwritten::Content(ExportFault::Cancelled)) => News::Cancelled,
                Err(Unwritten::Content(fault)) => News::NotWritten(what, fault.message(lang)),
                Err(Unwritten::Store(StoreFault { kind: StoreFaultKind::Occupied, .. })) => News::Occupied(path, what),
                Err(Unwritten::Store(fault)) => News::NotWritten(what, fault.message(lang)),
            }
        };
        let not_begun = move |why: crate::words::Text| News::NotWritten(what, why.get(lang).to_owned());
        self.begin(ctx, Work::Write, task, not_begun);
    }

    /// Writes what is to be printed where it lasts as long as the window, and has it opened.
    pub(super) fn print(&mut self, ctx: &Context, name: &str, what: Output) {
        match TemporaryFolder::new() {
            Ok(folder) => {
                let path = folder.path().join(name);
                self.prints.push(folder);
                self.write(ctx, path, what, Writing::ToPrint);
            }
            Err(fault) => {
                let why = fault.message(self.session.lang());
                self.apply(ctx, vec![Action::Unwritten(what, why)]);
            }
        }
    }

    fn task(&self, what: Output, to_older: Older) -> Task {
        match what {
            Output::View(format, extent) => exported_as(format, self.session.exported(format, extent), to_older),
            Output::Rows(format) => exported_as(format, self.session.exported_table(format), to_older),
            Output::Bundle(bundle) => self.bundle(bundle, to_older),
            Output::Figure(format, options) => self.figure(format, options, to_older),
            Output::Memo(format, options) => self.memo(format, options, to_older),
            Output::Profile(format, options, place) => self.profile(format, options, place, to_older),
            Output::Handout(kind) => self.handout(kind, to_older),
            Output::Live => self.live(to_older),
            Output::Mine => self.mine(to_older),
        }
    }

    /// One's own policies, the bytes of their file.
    fn mine(&self, to_older: Older) -> Task {
        let text = self.session.mine().layer().and_then(|layer| layer.text.clone()).unwrap_or_default();
        Box::new(move |path, _| {
            one(path, to_older, |out| Ok(out.write_all(text.as_bytes())?))?;
            Ok(String::new())
        })
    }

    /// The research bundle of the view: the whole of it, or nothing.
    fn bundle(&self, bundle: Bundle, to_older: Older) -> Task {
        let session = &self.session;
        let (lang, index, view) = (session.lang(), session.data().index.clone(), session.bundled_view());
        Box::new(move |path, progress| {
            let figures = bundle.figures.kinds();
            let whole = bundle.extent == Extent::Whole;
            let ask = BundleAsk { index: &index, view: &view, whole, figures: &figures, figure_sources: true, lang };
            let written = store::write_files_with(path, to_older, |files| {
                export::bundle::write(&ask, &mut |name, content| files.put(name, content), progress).map(drop)
            });
            written.map(|()| String::new())
        })
    }

    /// The figure of the charts with its options, whatever language and theme the window has.
    fn figure(&self, format: FigureFormat, options: FigureOptions, to_older: Older) -> Task {
        let (mut figure, index) = (self.session.figure_of(options), self.session.data().index.clone());
        Box::new(move |path, _| {
            let paper = options.paper();
            if format != FigureFormat::Csv && !figure.names_sources {
                // A figure that has to ask for its place asks before its sources are written.
                if to_older == Older::Kept && path.symlink_metadata().is_ok() {
                    let kind = StoreFaultKind::Occupied;
                    return Err(Unwritten::Store(StoreFault { path: path.to_owned(), doing: Doing::Writing, kind }));
                }
                let beside = write_sources(path, &figure::sources(&figure, &index.catalogue))?;
                figure.name_sources_in(&beside.file_name().unwrap_or_default().to_string_lossy());
            }
            one(path, to_older, |out| Ok(figure::write(format, &figure, &paper, out)?))?;
            // The window draws with the fonts of the system as well; paper has those of the program alone.
            let is_drawn = format != FigureFormat::Csv;
            Ok(if is_drawn { scene(&figure, &paper.style).missing().into_iter().collect() } else { String::new() })
        })
    }

    /// The comparison in sight as a memo, in the language of the window.
    fn memo(&self, format: MemoFormat, options: MemoOptions, to_older: Older) -> Task {
        let comparison = self.session.derived().comparison();
        let columns = comparison.columns.clone();
        let mine = comparison.mine.and_then(|at| columns.get(at)).copied();
        self.paper(format, options, self.session.memo_query(), to_older, move |index, ask| {
            memo(index, &MemoAsk { columns: &columns, mine, ..*ask })
        })
    }

    /// A place with its peers, or the places chosen, as a page, through the lens in sight.
    fn profile(&self, format: MemoFormat, options: MemoOptions, place: RegionIdx, to_older: Older) -> Task {
        let (columns, are_chosen) = self.session.profile_columns(place);
        self.paper(format, options, self.session.memo_query(), to_older, move |index, ask| {
            profile(index, &MemoAsk { columns: &columns, mine: columns.first().copied(), ..*ask }, are_chosen)
        })
    }

    /// The walk in hand on paper, as far as the open catalogue has what it shows.
    fn handout(&self, kind: Handout, to_older: Older) -> Task {
        let (lang, index) = (self.session.lang(), self.session.data().index.clone());
        let walk = fit_walk(&self.session.walk(), &index).walk;
        Box::new(move |path, progress| {
            let what = LeaveBehind {
                index: &index,
                walk: &walk,
                notes: Notes::Without,
                statements: Statements::With,
                palette: &LIGHT,
                lang,
            };
            one(path, to_older, |out| export::walk::write_handout(kind, &what, out, progress))?;
            let missing = export::walk::missing(&what).map_err(Unwritten::Content)?;
            Ok(missing.into_iter().collect())
        })
    }

    /// The records of the filter as a page that filters by itself, in the language of the window.
    fn live(&self, to_older: Older) -> Task {
        let session = &self.session;
        let (lang, index, query) = (session.lang(), session.data().index.clone(), session.derived().query.clone());
        Box::new(move |path, _| {
            one(path, to_older, |out| export::write_live(&LiveAsk { index: &index, query: &query, lang }, out))
        })
    }

    /// A page in the language of the window, of what is asked through a query.
    fn paper(
        &self,
        format: MemoFormat,
        options: MemoOptions,
        query: Query,
        to_older: Older,
        page: impl FnOnce(&Index, &MemoAsk<'_>) -> Memo + Send + 'static,
    ) -> Task {
        let session = &self.session;
        let (lang, index) = (session.lang(), session.data().index.clone());
        let today = session.today().and_then(|day| When::parse(&day.to_string()));
        let as_of = today.filter(|_| options.periods == Periods::Told);
        let date = today.filter(|_| options.dated);
        let imprint = options.imprint;
        Box::new(move |path, _| {
            let page = page(&index, &MemoAsk { columns: &[], mine: None, query: &query, as_of, date, imprint, lang });
            one(path, to_older, |out| export::write_memo(format, options.layout, &page, out))
        })
    }
}

/// Writes the sources of the figure at a path beside it, under the first name that no other file has: nobody was asked
/// whether they may replace one. A file that holds just these stays.
fn write_sources(path: &Path, text: &str) -> Result<PathBuf, Unwritten<ExportFault>> {
    let mut nth = 1;
    loop {
        let beside = figure::sources_beside(path, nth);
        if store::read_plain(&beside, store::LARGEST).is_ok_and(|bytes| bytes == text.as_bytes()) {
            return Ok(beside);
        }
        match one(&beside, Older::Kept, |out| Ok(out.write_all(text.as_bytes())?)) {
            Err(Unwritten::Store(StoreFault { kind: StoreFaultKind::Occupied, .. })) => nth += 1,
            written => return written.map(|_| beside),
        }
    }
}

/// Writes a table.
fn exported_as(format: Format, exported: Exported, to_older: Older) -> Task {
    Box::new(move |path, progress| one(path, to_older, |out| exported.write(format, out, progress)))
}

/// Writes one file, in which no character is missing.
fn one(
    path: &Path,
    to_older: Older,
    content: impl FnOnce(&mut dyn Write) -> Result<(), ExportFault>,
) -> Result<String, Unwritten<ExportFault>> {
    store::write(path, to_older, content).map(|()| String::new())
}
