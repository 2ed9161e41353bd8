//! The file of a layer, read over its base and written in its place: whole or not at all, and only where the file is
//! still the one that was read.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Ctx;
use super::fault::Stop;
use super::open::{Read, load_from, origin_for};
use crate::catalogue::{Catalogue, FileIdx, Origin, Problem, Severity, decode};
use crate::edit::{EditFault, RecordEdit, apply, base_of, tag_of};
use crate::store::{self, Doing, FileTurn, StoreFault, Unwritten};
use crate::words::{CliText, Lang, LayerText as T};

/// The file of a layer over its base.
pub struct LayerOver {
    path: PathBuf,
    /// Its text.
    pub text: String,
    /// Its tag.
    pub tag: String,
    /// The stack, with the layer on top.
    pub read: Read,
    /// The turn to write it, from before it was read.
    turn: Option<FileTurn>,
}

impl LayerOver {
    /// Reads a layer over the catalogue and the layers of the call; without a catalogue over the one it was made over.
    pub fn read(path: &Path, ctx: &Ctx) -> Result<LayerOver, Stop> {
        let bytes = store::read_text(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
        let name = path.display().to_string();
        let text = decode(&bytes).map_err(|problem| Stop::NotThere(problem.line(&name, ctx.lang)))?;
        let tag = tag_of(text).ok_or_else(|| Stop::NotThere(T::NoLayer.fill(ctx.lang, &[("path", &name)])))?;
        let base = origin_for(ctx.catalogue.as_ref(), base_of(text).as_deref());
        let mut layers = ctx.layers.clone();
        layers.push(Origin::File(path.to_owned()));
        Ok(LayerOver {
            path: path.to_owned(),
            text: text.to_owned(),
            tag,
            read: load_from(&base, &layers, ctx.lang)?,
            turn: None,
        })
    }

    /// Reads a layer that is to be edited: once no other program does, and none begins to before this one is done.
    pub fn in_turn(path: &Path, ctx: &Ctx) -> Result<LayerOver, Stop> {
        let turn = store::wait_for_turn(path).map_err(|fault| Stop::NotThere(fault.message(ctx.lang)))?;
        Ok(LayerOver { turn: Some(turn), ..LayerOver::read(path, ctx)? })
    }

    /// The catalogue of the stack.
    pub fn catalogue(&self, lang: Lang) -> Result<&Catalogue, Stop> {
        let unreadable = || Stop::NotThere(CliText::CatalogueUnreadable.fill(lang, &[("path", &self.read.name())]));
        self.read.loaded.catalogue.as_ref().ok_or_else(unreadable)
    }

    /// Its place in the stack.
    pub fn file(&self) -> FileIdx {
        FileIdx(u8::try_from(self.read.names.len().saturating_sub(1)).unwrap_or_default())
    }

    /// Whether a file of the stack is this one.
    pub fn is_own(&self, file: FileIdx) -> bool {
        file == self.file()
    }

    /// Makes edits of the file. A layer with errors is not touched, and nothing is written that would have any, nor over
    /// what a program has written meanwhile that takes no turns.
    pub fn edit(self, edits: &[RecordEdit], lang: Lang, err: &mut dyn Write) -> Result<(), Stop> {
        let told = |fault: &EditFault| Stop::NotThere(fault.message(lang));
        self.refuse_errors(&self.read.loaded.problems, T::MendFirst, lang, err)?;
        let patched = apply(&self.text, edits).map_err(|fault| told(&fault))?;
        let after = self.read.with_last(&patched.text);
        self.refuse_errors(&after.problems, T::WouldBreak, lang, err)?;
        let now = store::read(&self.path).map_err(|fault| Stop::NotThere(fault.message(lang)))?;
        if now != self.text.as_bytes() {
            return Err(told(&EditFault::OtherText));
        }
        write(&self.path, &patched.text, lang)?;
        drop(self.turn);
        Ok(())
    }

    fn refuse_errors(&self, problems: &[Problem], why: T, lang: Lang, err: &mut dyn Write) -> Result<(), Stop> {
        let errors = problems.iter().filter(|one| one.severity == Severity::Error && self.is_own(one.file));
        let lines: Vec<String> = errors.map(|problem| self.read.line(problem, lang)).collect();
        for line in &lines {
            writeln!(err, "{line}").ok();
        }
        let refused = || Stop::NotThere(why.fill(lang, &[("path", &self.path.display())]));
        if lines.is_empty() { Ok(()) } else { Err(refused()) }
    }
}

/// Writes the text of a layer.
pub fn write(path: &Path, text: &str, lang: Lang) -> Result<(), Stop> {
    let written = store::write_with(path, |out| out.write_all(text.as_bytes()));
    written.map_err(|fault| {
        Stop::NotThere(match fault {
            Unwritten::Store(fault) => fault.message(lang),
            Unwritten::Content(error) => StoreFault::new(path, Doing::Writing, error).message(lang),
        })
    })
}
