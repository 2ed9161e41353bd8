//! The options of a view's figure: the same on screen, in a bundle and on paper.

use crate::compare::{Elements, SimilarityOrder};
use crate::figures::Asking;
use crate::query::Stack;
use crate::view::FigureChoice;
use crate::words::Lang;

/// The options of the chosen figure.
pub fn asking(choice: FigureChoice, stack: Stack, lang: Lang) -> Asking {
    Asking {
        unit: choice.unit,
        stack,
        elements: if choice.keywords { Elements::WithKeywords } else { Elements::Focuses },
        order: if choice.by_likeness { SimilarityOrder::Likeness } else { SimilarityOrder::Code },
        by_count: choice.by_count,
        lang,
        ..Asking::default()
    }
}
