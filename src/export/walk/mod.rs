//! The leave-behind: a walk as PDF, as Markdown, or as a picture a page, with the content of the steps on stage.
//!
//! The same walk, catalogue and choices give the same bytes. Skipped steps are left out. The place of the bytes
//! is left to `store`.

mod handout;
mod md;
mod pdf;
mod sheet;

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use super::figure::{FigureFault, png, svg};
use super::{ExportFault, Progress};
use crate::figures::scene::Scene;
use crate::look::Palette;
use crate::pages::stage::{Content, KeptResult, Note, StageAsk, StepPlace, notes, told};
use crate::query::Index;
use crate::walk::{Layer, Step, Walk};
use crate::words::Lang;

pub use handout::{Handout, write_handout};
pub use sheet::SIZE;

/// A format of a walk as one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WalkFormat {
    /// The pages of the stage, texts as texts.
    Pdf,
    /// A heading a step.
    Md,
}

impl WalkFormat {
    /// Every format.
    pub const ALL: [WalkFormat; 2] = [WalkFormat::Pdf, WalkFormat::Md];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            WalkFormat::Pdf => "pdf",
            WalkFormat::Md => "md",
        }
    }

    /// The format of a file name's extension.
    pub fn from_path_extension(path: &Path) -> Option<WalkFormat> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        WalkFormat::ALL.into_iter().find(|format| format.extension() == extension)
    }
}

/// A format of a walk as a folder of pictures, one a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PictureFormat {
    /// Pixels.
    #[default]
    Png,
    /// Shapes and texts.
    Svg,
}

impl PictureFormat {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            PictureFormat::Png => "png",
            PictureFormat::Svg => "svg",
        }
    }
}

/// Whether the presenter's notes are included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Notes {
    /// Left out.
    #[default]
    Without,
    /// After each step.
    With,
}

/// Whether the statements behind the marks are included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Statements {
    /// After each step, since nobody can ask for them later.
    #[default]
    With,
    /// Left out.
    Without,
}

/// A leave-behind: a walk with its choices.
#[derive(Clone, Copy, Debug)]
pub struct LeaveBehind<'a> {
    /// The catalogue with its index.
    pub index: &'a Index,
    /// The walk.
    pub walk: &'a Walk,
    /// Whether the notes are included.
    pub notes: Notes,
    /// Whether the statements are included.
    pub statements: Statements,
    /// The colours of the pages.
    pub palette: &'a Palette,
    /// The language.
    pub lang: Lang,
}

/// A step of a leave-behind: its face, the statements behind it, its notes.
struct Left {
    /// Its number among the steps shown, from 1.
    number: usize,
    face: Content,
    statements: Option<Content>,
    notes: Vec<Note>,
    /// Its query and lens.
    asked: String,
    /// Its recipe: the same with catalogue, release and hash.
    recipe: String,
}

/// The same for all steps.
struct WalkSteps<'a> {
    /// The codes of the places of the walk.
    among: Vec<&'a str>,
    /// The hash of the catalogue.
    hash: String,
    kept: KeptResult,
}

impl<'a> LeaveBehind<'a> {
    /// The steps shown.
    fn steps(&self) -> impl Iterator<Item = &'a Step> + use<'a> {
        self.walk.steps.iter().filter(|step| !step.skip)
    }

    /// The content of a step on each layer.
    fn left(&self, number: usize, step: &'a Step, walk: &WalkSteps<'_>) -> Option<Left> {
        let WalkSteps { among, hash, kept } = walk;
        let (index, slide, lang) = (self.index, &step.slide, self.lang);
        let ask = |layer| StageAsk { index, among, slide, layer, lang, kept: Some(kept) };
        let asked = sheet::asked(self, step);
        let place = StepPlace::Step(number, self.steps().count());
        let content = |layer| told(&ask(layer)).map(|content| Content { place, ..content });
        Some(Left {
            number,
            face: content(Layer::Face)?,
            statements: match self.statements {
                Statements::With => content(Layer::Statements),
                Statements::Without => None,
            },
            notes: match self.notes {
                Notes::With => notes(&step.notes),
                Notes::Without => Vec::new(),
            },
            recipe: sheet::recipe(self, &asked, hash),
            asked: asked.join(self.lang.semicolon()),
        })
    }

    /// Makes the content of each step, one after the other, and hands it on.
    fn each(
        &self,
        progress: &mut Progress<'_>,
        mut take: impl FnMut(Left) -> Result<(), ExportFault>,
    ) -> Result<(), ExportFault> {
        let total = self.steps().count();
        // Once for all steps: the hash reads the whole catalogue.
        let walk = WalkSteps {
            among: self.walk.regions(),
            hash: self.index.catalogue.content_sha256(),
            kept: KeptResult::default(),
        };
        for (at, step) in self.steps().enumerate() {
            if progress(at, total) == ControlFlow::Break(()) {
                return Err(ExportFault::Cancelled);
            }
            if let Some(left) = self.left(at + 1, step, &walk) {
                take(left)?;
            }
        }
        Ok(())
    }
}

/// Writes a walk as one file.
///
/// # Errors
/// A page too large for the format, errors of `out`, and cancellation by `progress`.
pub fn write(
    format: WalkFormat,
    what: &LeaveBehind<'_>,
    out: &mut dyn Write,
    progress: &mut Progress<'_>,
) -> Result<(), ExportFault> {
    match format {
        WalkFormat::Pdf => pdf::write(what, out, progress),
        WalkFormat::Md => md::write(what, out, progress),
    }
}

/// Characters on the pages that the fonts lack, each once: boxes stand for them in a PDF and in pictures.
///
/// # Errors
/// Errors of [`write()`] on the pages.
pub fn missing(what: &LeaveBehind<'_>) -> Result<BTreeSet<char>, ExportFault> {
    let mut found = BTreeSet::new();
    what.each(&mut |_, _| ControlFlow::Continue(()), |left| {
        found.extend(sheet::pages(what, &left).iter().flat_map(Scene::missing));
        Ok(())
    })?;
    Ok(found)
}

/// A page as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    /// The name of its file: `03-1.png`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes a picture of each page and hands it on, in order, with names in sorting order.
///
/// # Errors
/// A picture too large for the format, errors of `take`, and cancellation by `progress`.
pub fn pictures(
    format: PictureFormat,
    what: &LeaveBehind<'_>,
    progress: &mut Progress<'_>,
    mut take: impl FnMut(PageImage) -> Result<(), ExportFault>,
) -> Result<(), ExportFault> {
    let digits = what.steps().count().max(10).to_string().len();
    what.each(progress, |left| {
        let pages = sheet::pages(what, &left);
        let page_digits = pages.len().to_string().len();
        for (at, scene) in pages.iter().enumerate() {
            let extension = format.extension();
            let (step, page) = (left.number, at + 1);
            let name = format!("{step:0digits$}-{page:0page_digits$}.{extension}");
            take(PageImage { name, bytes: picture(format, scene, what.lang)? })?;
        }
        Ok(())
    })
}

/// A scene as a picture, a pixel for each of its units.
///
/// # Errors
/// A picture too large for the format.
pub fn picture(format: PictureFormat, scene: &Scene, lang: Lang) -> Result<Vec<u8>, ExportFault> {
    match format {
        PictureFormat::Png => {
            png::bytes(scene, lang, 96, &[("Title", &scene.title)]).map_err(|fault| of_figure(&fault))
        }
        PictureFormat::Svg => Ok(svg::text(scene, lang).into_bytes()),
    }
}

fn of_figure(fault: &FigureFault) -> ExportFault {
    ExportFault::Document(fault.to_string())
}

#[cfg(test)]
mod tests;
