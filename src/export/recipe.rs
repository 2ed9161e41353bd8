//! The recipe of a bundle: everything needed to make it again, as one small RON text.
//!
//! It identifies the catalogue by id, release and content, so that another one is never taken for it. Fields that this
//! version does not know are named, as in a saved view; a newer format is refused.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, NamedRelease};
use crate::view::{Fitted, Saved, StateFault, ViewText, fit, state};
use crate::words::{BundleText as T, Lang};

/// The format that this version writes, and the newest that it reads.
const SCHEMA: u32 = 1;

/// The version of this program.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// The inputs of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    #[serde(default = "schema")]
    schema: u32,
    /// The version of the program that made it.
    pub program: String,
    /// Id of the catalogue.
    pub catalogue: String,
    /// Its release.
    pub release: String,
    /// SHA-256 of its canonical text, in lower-case hexadecimal.
    pub content: String,
    /// The files of a stack, the base first; empty for a catalogue of one file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_of: Vec<RecipeFile>,
    /// The question: query with lens, unit, order, columns, and how figures are stacked and ordered.
    pub view: ViewText,
    /// Whether the long tables hold the whole catalogue and not the rows of the view alone.
    #[serde(default)]
    pub whole: bool,
    /// Stable names of the figures.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Whether a file beside each figure names its sources where they are too many for its foot. Recipes of before do
    /// not say so, and their bundles are made again as they were, without such files.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub figure_sources: bool,
    /// The language of labels, captions and pages.
    #[serde(default)]
    pub lang: Lang,
    /// Fields of its text that this version does not know.
    #[serde(skip)]
    pub unknown: Vec<String>,
}

/// A file of a stack, as a recipe names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipeFile {
    /// Id of the catalogue or of the layer.
    pub id: String,
    /// Its release.
    pub release: String,
    /// SHA-256 of its own canonical text, in lower-case hexadecimal.
    pub content: String,
}

impl From<NamedRelease> for RecipeFile {
    fn from(NamedRelease { id, release, content }: NamedRelease) -> RecipeFile {
        RecipeFile { id, release, content }
    }
}

fn schema() -> u32 {
    SCHEMA
}

impl Recipe {
    /// A recipe on this catalogue, made by this program; the rest is the default.
    pub fn new(catalogue: &Catalogue, content: &str, view: ViewText) -> Recipe {
        Recipe {
            schema: SCHEMA,
            program: PROGRAM.to_owned(),
            catalogue: catalogue.id.clone(),
            release: catalogue.release.clone(),
            content: content.to_owned(),
            made_of: catalogue.releases().map(RecipeFile::from).collect(),
            view,
            whole: false,
            figures: Vec::new(),
            figure_sources: true,
            lang: Lang::default(),
            unknown: Vec::new(),
        }
    }

    /// Reads the text of a recipe.
    ///
    /// # Errors
    /// A file of another kind or of a newer format, and faults in a recipe.
    pub fn read(bytes: &[u8]) -> Result<Recipe, StateFault> {
        let text = state::text_of(bytes, SCHEMA)?;
        let mut recipe: Recipe = state::read(text)?;
        let own = Recipe {
            made_of: vec![RecipeFile::default()],
            ..Recipe::new(&Catalogue::empty(), "", ViewText::with_all_fields())
        };
        recipe.unknown = state::unknown(text, &own.write());
        Ok(recipe)
    }

    /// Its text.
    pub fn write(&self) -> String {
        state::write(self)
    }

    /// Its view, fitted to a catalogue. The release of the catalogue is not compared here.
    pub fn fit(&self, catalogue: &Catalogue) -> Fitted {
        let mut saved = Saved::new("", self.view.clone(), catalogue);
        saved.unknown.clone_from(&self.unknown);
        fit(&saved, catalogue)
    }
}

/// `FILE:LINE:COL: error: message`.
pub fn fault_line(fault: &StateFault, file: &str, lang: Lang) -> String {
    fault.line(file, T::RecipeEmpty.get(lang), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{EMBEDDED, load};
    use crate::query::Unit;

    fn recipe() -> Recipe {
        let catalogue = crate::tests::embedded_catalogue();
        let view = ViewText { query: "focus:data \"两个 词\"".into(), unit: Unit::Region, ..ViewText::default() };
        Recipe { figures: vec!["upset".into()], whole: true, lang: Lang::En, ..Recipe::new(&catalogue, "00ff", view) }
    }

    fn fault(text: &str) -> String {
        fault_line(&Recipe::read(text.as_bytes()).unwrap_err(), "recipe.ron", Lang::En)
    }

    #[test]
    fn a_recipe_is_read_back_as_it_was_from_any_line_ends() {
        let text = recipe().write();
        assert_eq!(Recipe::read(text.as_bytes()).unwrap(), recipe());
        assert_eq!(Recipe::read(text.replace('\n', "\r\n").as_bytes()).unwrap(), recipe());
        assert!(text.contains(PROGRAM) && !text.contains('\r'));
    }

    #[test]
    fn a_recipe_names_the_files_of_a_stack_and_of_nothing_else() {
        assert!(!recipe().write().contains("made_of"), "a catalogue of one file has the text of before");
        let file = |id: &str| RecipeFile { id: id.into(), release: "1".into(), content: "00".into() };
        let stack = Recipe { made_of: vec![file("base"), file("layer-k7qa")], ..recipe() };
        assert_eq!(Recipe::read(stack.write().as_bytes()).unwrap(), stack);
        let later = stack.write().replacen("release: \"1\",", "release: \"1\", colour: \"red\",", 2);
        assert_eq!(Recipe::read(later.as_bytes()).unwrap().unknown, ["colour"]);
    }

    #[test]
    fn what_a_later_version_adds_is_named_and_costs_nothing_else() {
        let later =
            recipe().write().replace("    view: (", "    doi: \"10.1\",\n    view: (\n        colour: \"red\",");
        let read = Recipe::read(later.as_bytes()).unwrap();
        assert_eq!(read.unknown, ["doi", "colour"]);
        assert_eq!(Recipe { unknown: Vec::new(), ..read }, recipe());
    }

    #[test]
    fn a_fault_of_a_recipe_says_where_it_is() {
        let text = recipe().write();
        assert_eq!(
            fault(&text.replacen("schema: 1", "schema: 2", 1)),
            "recipe.ron: error: schema 2 is newer than this program's (1): update the program; the file is untouched"
        );
        assert!(fault(&text.replace("Region", "Street")).starts_with("recipe.ron:9:"), "{text}");
        assert!(fault(" \n").contains("recipe.ron: error: "));
        assert!(fault("(program: \"0.1.0\")").contains("catalogue"));
    }

    #[test]
    fn the_view_of_a_recipe_is_fitted_to_another_release() {
        let text = EMBEDDED.replace("\"data\"", "\"numbers\"").replace("\"数据\"", "\"数字\"");
        let other = load(text.replace("\"Data\"", "\"Numbers\"").as_bytes()).catalogue.unwrap();
        let fitted = recipe().fit(&other);
        assert_eq!(ViewText::of(&fitted.view), recipe().view);
        assert_eq!(fitted.misfits.len(), 1);
    }
}
