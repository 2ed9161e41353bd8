//! Tables on their way in: files and clips read on a thread, dry runs, and the answers remembered by the heads of a table.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use egui::Context;

use super::App;
use super::effects::TOO_FAST;
use super::inbox::{DialogPurpose, News, Post};
use super::shelf::folder_beside;
use crate::catalogue::{ReadProgress, sha256};
use crate::import::{Dry, DryDigest, KnownPolicies, TableMapping, dry};
use crate::intake::{
    Clip, MOST_TABLE_BYTES, TableFault, TableRead, TextEncoding, clip_of, read_clip, read_table, recognise,
};
use crate::session::{ImportGround, ImportStep, Mining, ReadyTable, TableFrom};
use crate::store;
use crate::words::{ImportText as T, Lang, Text};

/// The folder of remembered answers, beside the settings.
const FOLDER: &str = "mappings";

/// The suffixes of tables in a file dialog.
pub const SUFFIXES: [&str; 10] = ["xlsx", "xls", "xlsm", "xlsb", "ods", "et", "csv", "tsv", "txt", "html"];

/// Whether a file that is dropped is meant as a table.
pub fn is_table(path: &Path) -> bool {
    let suffix = path.extension().map(|suffix| suffix.to_string_lossy().to_lowercase());
    suffix.is_some_and(|suffix| SUFFIXES.contains(&suffix.as_str()))
}

/// The news that what was asked by this number broke down: the dialog says so and waits no longer.
fn broken(number: u64, lang: Lang) -> impl FnOnce(Text) -> News + Send + 'static {
    move |why| News::Mine(Mining::Import(ImportStep::Failed(number, why.get(lang).to_owned())))
}

impl App {
    /// Asks for the file of a table.
    pub(super) fn pick_table(&mut self, ctx: &Context) {
        let kind = T::FileKind.get(self.session.lang());
        let began = self.inbox.beside("pick a table", move |post| {
            let start = Instant::now();
            match rfd::FileDialog::new().add_filter(kind, &SUFFIXES).pick_file() {
                Some(path) => {
                    post.send(News::Mine(Mining::Import(ImportStep::Read(TableFrom::File(path), None))));
                }
                None if start.elapsed() < TOO_FAST => post.send(News::NoFileDialog(DialogPurpose::Import)),
                None => {}
            }
        });
        self.ask_without_dialog(ctx, &began, DialogPurpose::Import);
    }

    /// Reads what was pasted as a table, with the HTML beside it.
    pub(super) fn read_table_clip(&mut self, ctx: &Context, text: String) {
        let html = self.clipboard.html_of(&text);
        let step = ImportStep::Read(TableFrom::Clip(Clip { text, html }), None);
        self.apply(ctx, vec![Mining::Import(step).into()]);
    }

    /// Reads a table and makes its first dry run, on a thread.
    pub(super) fn read_table(&mut self, ctx: &Context, number: u64, from: TableFrom, encoding: Option<String>) {
        let Some(ground) = self.session.import_ground() else { return };
        let lang = self.session.lang();
        let mappings = folder_beside(self.settings.path(), FOLDER);
        // A question asked since, or none any more, breaks it off.
        let asked = self.table_asked.clone();
        asked.store(number, Ordering::Relaxed);
        let task = move |post: &Post| {
            let mut told = 0;
            let mut progress = |progress: ReadProgress| {
                let percent = progress.done * 100 / progress.total.max(1);
                if percent > told {
                    told = percent;
                    let step = ImportStep::Progress(number, percent as f32 / 100.0);
                    post.send(News::Mine(Mining::Import(step)));
                }
                if asked.load(Ordering::Relaxed) == number { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let read = ready(&from, encoding, &ground, mappings.as_deref(), lang, &mut progress);
            let has_policies = read.as_ref().is_ok_and(|table| table.digest.has_policies());
            let notice = if has_policies { None } else { notice(from, &ground) };
            post.send(News::Mine(Mining::Import(match (read, notice) {
                (_, Some(clip)) => ImportStep::Notice(number, clip),
                (Ok(table), None) => ImportStep::Done(number, Box::new(table)),
                (Err(why), None) => ImportStep::Failed(number, why),
            })));
        };
        let began = self.inbox.beside_or("read a table", task, broken(number, lang));
        if let Err(error) = began {
            let step = ImportStep::Failed(number, error.to_string());
            self.apply(ctx, vec![Mining::Import(step).into()]);
        }
    }

    /// Makes a dry run with other answers, on a thread.
    pub(super) fn dry_table(&mut self, ctx: &Context, number: u64, table: Box<ReadyTable>) {
        let task = move |post: &Post| {
            post.send(News::Mine(Mining::Import(ImportStep::Dried(number, dried(&table)))));
        };
        let began = self.inbox.beside_or("dry run", task, broken(number, self.session.lang()));
        if let Err(error) = began {
            let step = ImportStep::Failed(number, error.to_string());
            self.apply(ctx, vec![Mining::Import(step).into()]);
        }
    }

    /// Remembers the answers to a table. That they are not is no loss that a user would want to be stopped for.
    pub(super) fn keep_mapping(&self, name: &str, text: &str) {
        let Some(path) = folder_beside(self.settings.path(), FOLDER).map(|folder| folder.join(name)) else { return };
        if store::make_folder_of(&path).is_ok() {
            store::write_with(&path, |out| out.write_all(text.as_bytes())).ok();
        }
    }
}

/// The course of a reading: takes how far it is, and says whether it goes on.
type TableProgress<'p> = dyn FnMut(ReadProgress) -> ControlFlow<()> + 'p;

fn dried(table: &ReadyTable) -> Arc<Dry> {
    Arc::new(dry(&table.read.grid, &table.mapping, &table.known, table.drafts))
}

/// The page of one document that was taken for a table.
fn notice(from: TableFrom, ground: &ImportGround) -> Option<Clip> {
    let clip = match from {
        TableFrom::File(path) => clip_of(&store::read_up_to(&path, MOST_TABLE_BYTES as u64).ok()?).ok()?,
        TableFrom::Clip(clip) => clip,
    };
    recognise(&clip, &ground.catalogue.regions).is_notice().then_some(clip)
}

fn ready(
    from: &TableFrom,
    encoding: Option<String>,
    ground: &ImportGround,
    mappings: Option<&Path>,
    lang: Lang,
    progress: &mut TableProgress<'_>,
) -> Result<ReadyTable, String> {
    let (name, sha256, read) = read(from, encoding.as_deref(), lang, progress)?;
    let known = KnownPolicies::of(&ground.catalogue, ground.file, &ground.text).at(ground.mine);
    let mut mapping = TableMapping::default();
    let heads = dry(&read.grid, &mapping, &known, false);
    let remembered =
        mappings.map(|folder| folder.join(TableMapping::file_name(heads.heads()))).and_then(|path| remembered(&path));
    let is_remembered = remembered.is_some();
    if let Some(remembered) = remembered {
        mapping = remembered;
    }
    mapping.encoding = encoding;
    let mut table = ReadyTable {
        name,
        from: from.clone(),
        sha256,
        read: Arc::new(read),
        known: Arc::new(known),
        text: ground.text.clone(),
        mapping,
        is_remembered,
        drafts: false,
        dry: Arc::default(),
        digest: Arc::default(),
    };
    table.dry = dried(&table);
    table.digest = DryDigest::of(&table.dry, &table.read.grid).into();
    Ok(table)
}

/// The name, the hash and the contents of a table.
fn read(
    from: &TableFrom,
    encoding: Option<&str>,
    lang: Lang,
    progress: &mut TableProgress<'_>,
) -> Result<(String, String, TableRead), String> {
    let told = |fault: TableFault| fault.message(lang);
    match from {
        TableFrom::File(path) => {
            let bytes = store::read_up_to(path, MOST_TABLE_BYTES as u64).map_err(|fault| fault.message(lang))?;
            let read = read_table(&bytes, encoding.and_then(TextEncoding::find), progress);
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Ok((name, sha256(&bytes), read.map_err(told)?))
        }
        TableFrom::Clip(clip) => {
            let read = read_clip(clip, progress).map_err(told)?;
            Ok((T::PastedTable.get(lang).to_owned(), sha256(clip.text.as_bytes()), read))
        }
    }
}

/// The answers in a file; none where there is none that can be read.
fn remembered(path: &Path) -> Option<TableMapping> {
    TableMapping::read(&store::read_plain(path, TableMapping::LARGEST).ok()?).ok()
}
