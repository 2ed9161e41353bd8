//! Names and places proposed for files.

use std::path::{Path, PathBuf};

use super::{Bundle, Output, Session};
use crate::export::Extent;
use crate::figures::FigureKind;
use crate::query::{Unit, term_words};
use crate::view::{Tab, file_stem};
use crate::words::{ExportText as E, HandoutText as H, LayerText, LiveText as L};

impl Session {
    /// The folder that files are proposed in: the one used last, at first that of the user's documents.
    pub fn folder(&self) -> Option<&Path> {
        self.pointing().folder.as_deref()
    }

    /// The name proposed for the file of an output: its kind, and its filter, or the columns compared.
    pub fn file_name(&self, what: Output) -> String {
        let (lang, catalogue) = (self.lang(), self.data().catalogue());
        let release = || format!("{}-{}", catalogue.id, catalogue.release);
        let compared = || {
            let columns = self.derived().comparison().columns.iter();
            columns.map(|row| row.short_name(catalogue, lang)).collect::<Vec<_>>().join("-")
        };
        let mine = || {
            let place = self.my_region().map(|place| catalogue[place].name.get(lang));
            place.unwrap_or(E::NameAll.get(lang)).to_owned()
        };
        let rows = match self.view().unit {
            Unit::Policy => E::NamePolicies.get(lang),
            Unit::Region => E::NamePlaces.get(lang),
        };
        let figure = self.derived().figure_kind().name(lang);
        let (kind, of) = match what {
            Output::View(_, Extent::Whole) => (E::NameCatalogue.get(lang), release()),
            Output::View(_, Extent::View) => match self.view().tab {
                Tab::Overview if self.shows_tiles() => (FigureKind::TileGrid.name(lang), self.filter_for_name()),
                Tab::Overview => (E::NameMatrix.get(lang), self.filter_for_name()),
                Tab::Table => (rows, self.filter_for_name()),
                Tab::Compare => (E::NameComparison.get(lang), compared()),
                Tab::Charts => (figure, self.filter_for_name()),
            },
            Output::Rows(_) => (rows, self.filter_for_name()),
            Output::Bundle(Bundle { extent: Extent::Whole, .. }) => (E::ScopeBundle.get(lang), release()),
            Output::Bundle(_) => (E::ScopeBundle.get(lang), self.filter_for_name()),
            Output::Figure(..) => (figure, self.filter_for_name()),
            Output::Memo(..) => (E::NameMemo.get(lang), compared()),
            Output::Handout(_) => (H::File.get(lang), self.walk().name.clone()),
            Output::Live => (L::Name.get(lang), self.filter_for_name()),
            Output::Mine => (LayerText::OwnTitle.get(lang), mine()),
            Output::Profile(_, _, place) => (E::NameProfile.get(lang), catalogue[place].name.get(lang).to_owned()),
        };
        let stem = file_stem(&format!("{kind}_{of}"));
        what.with_suffix(Path::new(&stem)).to_string_lossy().into_owned()
    }

    /// The path of an output under a name as typed: in the folder proposed, with the suffix of its format.
    pub fn path_of(&self, name: &str, what: Output) -> PathBuf {
        let path = what.with_suffix(Path::new(name));
        self.folder().map_or(path.clone(), |folder| folder.join(path))
    }

    /// The filter in the words of its chips.
    fn filter_for_name(&self) -> String {
        let (lang, catalogue) = (self.lang(), self.data().catalogue());
        let terms = self.derived().query.terms.iter();
        let words: Vec<String> = terms.map(|term| file_stem(&term_words(term, catalogue, lang))).collect();
        if words.is_empty() { E::NameAll.get(lang).to_owned() } else { words.join("_") }
    }
}
