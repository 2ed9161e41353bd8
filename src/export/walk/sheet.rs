//! A page of the leave-behind: the page of the stage, a little smaller, and under it in small print its recipe.

use super::{LeaveBehind, Left};
use crate::figures::scene::{Anchor, Item, Label, Scene, Shape};
use crate::look::{Font, Point, Size};
use crate::pages::stage::{Content, Sheet, laid_out, notes_content};
use crate::query::{Lens, write_named};
use crate::view::View;
use crate::walk::Step;
use crate::words::{FigureText as F, StageText as T};

/// The size of a page, 16 to 9.
pub const SIZE: Size = Size::new(1280.0, 720.0);
/// The size of the stage's page, as a share of the sheet.
const SHARE: f32 = 0.94;
/// The font of the recipe, for reading on paper.
const PRINT: Font = Font::regular(11.0);
const MARGIN: f32 = 64.0;
/// The space above and below the recipe.
const BELOW: f32 = 6.0;

/// The recipe of a step: what it asked, catalogue, release, hash of its content.
pub fn recipe(what: &LeaveBehind<'_>, asked: &[String], hash: &str) -> String {
    let (catalogue, lang) = (&*what.index.catalogue, what.lang);
    let of_catalogue = F::FooterCatalogue.fill(lang, &[("id", &catalogue.id), ("release", &catalogue.release)]);
    let parts = [of_catalogue, T::FooterHash.fill(lang, &[("hash", &hash)])];
    asked.iter().chain(&parts).map(String::as_str).collect::<Vec<_>>().join(lang.semicolon())
}

/// The query of a step, and its lens where that can be read.
pub fn asked(what: &LeaveBehind<'_>, step: &Step) -> Vec<String> {
    let (catalogue, lang) = (&*what.index.catalogue, what.lang);
    let fitted = View::fit(&step.slide.view, catalogue);
    let query = fitted.fault.is_none().then_some(fitted.view.query);
    let line = query.as_ref();
    let line = line.map_or_else(|| step.slide.view.query.clone(), |query| write_named(query, catalogue, lang));
    let line = if line.is_empty() { T::FooterAll.get(lang).to_owned() } else { line };
    let lens = query.map(|query| Lens::of(&query, catalogue).words(catalogue, lang)).unwrap_or_default();
    let parts = [T::FooterQuery.fill(lang, &[("line", &line)]), lens];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

/// The pages of a step: its face, the statements behind it, its notes.
pub fn pages(what: &LeaveBehind<'_>, left: &Left) -> Vec<Scene> {
    let notes = (!left.notes.is_empty()).then(|| notes_content(&left.face.title, &left.notes, what.lang));
    let sheet = Sheet { size: SIZE, palette: what.palette };
    let pages = |content: &Content| laid_out(content, &sheet, what.lang);
    let all = [Some(&left.face), left.statements.as_ref(), notes.as_ref()];
    let scenes = all.into_iter().flatten().flat_map(pages);
    scenes.map(|scene| with_recipe(scene, &left.recipe, what)).collect()
}

/// Makes a page smaller and writes the recipe under it.
fn with_recipe(scene: Scene, recipe: &str, what: &LeaveBehind<'_>) -> Scene {
    let lines = PRINT.wrap(recipe, SIZE.w - 2.0 * MARGIN);
    let height = PRINT.line() * lines.len() as f32;
    // A very long query takes the room of the page, which is smaller then.
    let share = SHARE.min((SIZE.h - height - 2.0 * BELOW) / SIZE.h).max(0.1);
    let left = scene.width * (1.0 - share) / 2.0;
    let palette = what.palette;
    let mut y = SIZE.h - height - BELOW;
    let mut out = scene.placed(share, Point::new(left, 0.0));
    for line in lines {
        let at = Point::new(MARGIN, y + PRINT.line() / 2.0 + PRINT.middle());
        let label = Label { at, anchor: Anchor::Start, font: PRINT, color: palette.weak, text: line };
        out.items.push(Item { shape: Shape::Text(label), mark: None });
        y += PRINT.line();
    }
    (out.width, out.height) = (SIZE.w, SIZE.h);
    out
}
