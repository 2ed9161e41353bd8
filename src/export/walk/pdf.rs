//! A walk as PDF: its pages with their labels (`3-2`: step and page), an outline of its steps.

use std::io::Write;

use super::{ExportFault, LeaveBehind, Progress, of_figure, sheet};
use crate::export::figure::pdf::{Book, PdfInfo};
use crate::words::{FigureText as F, StageText as T};

/// A PDF without pages, titled as the walk.
pub fn book(what: &LeaveBehind<'_>) -> Result<Book, ExportFault> {
    let catalogue = &*what.index.catalogue;
    let of_catalogue = F::FooterCatalogue.fill(what.lang, &[("id", &catalogue.id), ("release", &catalogue.release)]);
    let about = PdfInfo {
        title: what.walk.name.clone(),
        description: catalogue.title.get(what.lang).to_owned(),
        lang: what.lang,
        keywords: vec![of_catalogue],
    };
    Book::new(about).map_err(|fault| of_figure(&fault))
}

pub fn write(what: &LeaveBehind<'_>, out: &mut dyn Write, progress: &mut Progress<'_>) -> Result<(), ExportFault> {
    let mut book = book(what)?;
    what.each(progress, |left| {
        book.enter(format!("{} {}", left.number, left.face.title));
        for (at, scene) in sheet::pages(what, &left).iter().enumerate() {
            let label = T::PageMark.fill(what.lang, &[("step", &left.number), ("page", &(at + 1))]);
            book.page(scene, Some(label)).map_err(|fault| of_figure(&fault))?;
        }
        Ok(())
    })?;
    out.write_all(&book.finish().map_err(|fault| of_figure(&fault))?)?;
    Ok(())
}
