//! What can be written to a file: rows, a research bundle, the figure, a memo.

use super::Dialog;
use crate::export::bundle::USUAL_FIGURES;
use crate::export::figure::FigureFormat;
use crate::export::{Extent, Format, MemoFormat};
use crate::figures::FigureKind;

/// What is written to a file, and in which format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The rows of the table, or the whole catalogue.
    View(Format, Extent),
    /// The research bundle of the view.
    Bundle(Bundle),
    /// The figure of the charts.
    Figure(FigureFormat),
    /// The comparison as a memo.
    Memo(MemoFormat, Periods),
}

impl Output {
    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Output::View(format, _) => format.extension(),
            Output::Bundle(bundle) => bundle.packing.extension(),
            Output::Figure(format) => format.extension(),
            Output::Memo(format, _) => format.extension(),
        }
    }

    /// The dialog that asks for it.
    pub fn dialog(self) -> Dialog {
        match self {
            Output::View(..) | Output::Bundle(_) => Dialog::Export,
            Output::Figure(_) => Dialog::SaveFigure,
            Output::Memo(..) => Dialog::SaveMemo,
        }
    }
}

/// How a research bundle is asked for; what it shows is the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// As what it is written.
    pub packing: Packing,
    /// Whether its long tables hold the whole catalogue.
    pub extent: Extent,
    /// Its figures.
    pub figures: FigureSet,
}

/// As what a bundle is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// A folder of files.
    Folder,
    /// One file.
    #[default]
    Zip,
}

impl Packing {
    /// How its name ends; a folder's has no end of its own.
    pub fn extension(self) -> &'static str {
        match self {
            Packing::Folder => "",
            Packing::Zip => "zip",
        }
    }
}

/// Some of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureSet(u16);

impl Default for FigureSet {
    /// Those of a bundle that asks for none in particular.
    fn default() -> FigureSet {
        USUAL_FIGURES.iter().fold(FigureSet(0), |set, kind| set.toggled(*kind))
    }
}

impl FigureSet {
    fn bit(kind: FigureKind) -> u16 {
        let at = FigureKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        1 << at
    }

    /// Whether this one is among them.
    pub fn has(self, kind: FigureKind) -> bool {
        self.0 & FigureSet::bit(kind) != 0
    }

    /// The same with this one in or out.
    #[must_use]
    pub fn toggled(self, kind: FigureKind) -> FigureSet {
        FigureSet(self.0 ^ FigureSet::bit(kind))
    }

    /// The figures, in the order of the list of figures.
    pub fn kinds(self) -> Vec<FigureKind> {
        FigureKind::ALL.iter().copied().filter(|kind| self.has(*kind)).collect()
    }
}

/// Whether a memo tells which periods have ended by today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Periods {
    /// Nothing is said of them.
    #[default]
    Untold,
    /// It is.
    Told,
}
