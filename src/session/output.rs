//! Outputs: rows, a research bundle, the figure, a memo, the profile of a place.

use std::path::{Path, PathBuf};

use super::{Dialog, FigureOptions};
use crate::catalogue::RegionIdx;
use crate::export::bundle::USUAL_FIGURES;
use crate::export::figure::FigureFormat;
use crate::export::walk::{Handout, WalkFormat};
use crate::export::{Extent, Format, MemoFormat, MemoLayout};
use crate::figures::FigureKind;
use crate::words::{ExportText as E, Lang};

/// An output with its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The content of the current tab, or the whole catalogue.
    View(Format, Extent),
    /// The rows of the table, on whatever tab.
    Rows(Format),
    /// The research bundle of the view.
    Bundle(Bundle),
    /// The figure of the charts.
    Figure(FigureFormat, FigureOptions),
    /// The comparison as a memo.
    Memo(MemoFormat, MemoOptions),
    /// A place on a page.
    Profile(MemoFormat, MemoOptions, RegionIdx),
    /// The walk in hand as a handout.
    Handout(Handout),
    /// The records of the filter as a page that filters by itself.
    Live,
    /// One's own policies over this catalogue, as the file that another program lays over it.
    Mine,
}

impl Output {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Output::View(format, _) | Output::Rows(format) => format.extension(),
            Output::Bundle(bundle) => bundle.packing.extension(),
            Output::Figure(format, _) => format.extension(),
            Output::Memo(format, _) | Output::Profile(format, ..) => format.extension(),
            Output::Handout(_) => WalkFormat::Pdf.extension(),
            Output::Live => Format::Html.extension(),
            Output::Mine => Format::Ron.extension(),
        }
    }

    /// The path with the suffix of its files, unless it has one.
    pub fn with_suffix(self, path: &Path) -> PathBuf {
        let is_whole = path.extension().is_some() || self.extension().is_empty();
        if is_whole { path.to_owned() } else { path.with_extension(self.extension()) }
    }

    /// Whether a file of this name holds it: a name without a suffix does, one with the suffix of another format does not.
    pub fn fits(self, path: &Path) -> bool {
        let suffix = path.extension().map(|suffix| suffix.to_string_lossy().to_lowercase());
        let is_own = |suffix: &str| match self {
            Output::View(format, _) | Output::Rows(format) => {
                suffix == format.extension() || Format::from_path_extension(path) == Some(format)
            }
            Output::Bundle(Bundle { packing: Packing::Folder, .. }) => true,
            other => suffix == other.extension(),
        };
        suffix.is_none_or(|suffix| is_own(&suffix))
    }

    /// The reason that a file of this name cannot hold it, with the remedy.
    pub fn refusal(self, path: &Path, lang: Lang) -> Option<String> {
        let suffix = path.extension().unwrap_or_default().to_string_lossy();
        let values: [(&str, &dyn std::fmt::Display); 2] = [("suffix", &suffix), ("own", &self.extension())];
        (!self.fits(path)).then(|| E::OtherSuffix.fill(lang, &values))
    }

    /// The dialog of the output.
    pub fn dialog(self) -> Dialog {
        match self {
            Output::View(..) | Output::Rows(_) | Output::Bundle(_) => Dialog::Export,
            Output::Figure(..) => Dialog::SaveFigure,
            Output::Memo(..) => Dialog::SaveMemo,
            Output::Profile(_, _, place) => Dialog::SaveProfile(place),
            Output::Handout(_) => Dialog::Handout,
            Output::Live => Dialog::Live,
            Output::Mine => Dialog::SendMine,
        }
    }
}

/// The options of a research bundle; its content is the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// Its packing.
    pub packing: Packing,
    /// Whether its long tables hold the whole catalogue.
    pub extent: Extent,
    /// Its figures.
    pub figures: FigureSet,
}

/// The packing of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// A folder of files.
    Folder,
    /// One file.
    #[default]
    Zip,
}

impl Packing {
    /// The extension of its name; a folder has none.
    pub fn extension(self) -> &'static str {
        match self {
            Packing::Folder => "",
            Packing::Zip => "zip",
        }
    }
}

/// A set of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureSet(u16);

impl Default for FigureSet {
    /// The figures of a bundle by default.
    fn default() -> FigureSet {
        USUAL_FIGURES.iter().fold(FigureSet(0), |set, kind| set.toggled(*kind))
    }
}

impl FigureSet {
    fn bit(kind: FigureKind) -> u16 {
        let at = FigureKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        1 << at
    }

    /// Whether it has this figure.
    pub fn has(self, kind: FigureKind) -> bool {
        self.0 & FigureSet::bit(kind) != 0
    }

    /// The set with this figure added or removed.
    #[must_use]
    pub fn toggled(self, kind: FigureKind) -> FigureSet {
        FigureSet(self.0 ^ FigureSet::bit(kind))
    }

    /// The figures, in the order of the list of figures.
    pub fn kinds(self) -> Vec<FigureKind> {
        FigureKind::ALL.iter().copied().filter(|kind| self.has(*kind)).collect()
    }
}

/// The options of a memo; what it tells of is the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MemoOptions {
    /// Its layout on paper.
    pub layout: MemoLayout,
    /// Whether it tells of periods.
    pub periods: Periods,
    /// Whether it bears the date of today.
    pub dated: bool,
    /// Whether its last line says which query and which file it was made from.
    pub imprint: bool,
}

/// Whether a memo says which periods have ended by today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Periods {
    /// Left out.
    #[default]
    Untold,
    /// Included.
    Told,
}
