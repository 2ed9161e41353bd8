//! Sources: author, grade and covered policies.

use super::address::is_link;
use super::characters::one_line;
use super::index::{FileIdx, PolicyIdx};
use super::kinds::Grade;
use super::month::When;
use super::policy::Policy;
use crate::words::{Lang, LayerText, Text};

/// The title that forms gave their sources at first, which layers kept from then have.
const FORMER_TITLE: &str = "自有台账";

/// The policies that a source covers: of these its silence is a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covers {
    /// Every policy of its own file.
    All,
    /// The listed ones.
    Policies(Vec<PolicyIdx>),
    /// Stated policies alone; silence means nothing.
    Stated,
}

/// A source.
#[derive(Clone, Debug)]
pub struct Source {
    /// Id, unique in the catalogue.
    pub id: String,
    /// Its file.
    pub file: FileIdx,
    /// Grade.
    pub grade: Grade,
    /// Authors as printed.
    pub authors: Vec<String>,
    /// Title.
    pub title: String,
    /// A short name in place of publisher and title; empty where none was given.
    pub short: Text,
    /// The journal or series it stands in.
    pub container: Option<String>,
    /// The place of publication, a city.
    pub place: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date of publication.
    pub published: Option<When>,
    /// Address of the page.
    pub address: Option<String>,
    /// The day it was read at its address; `None`: read in a stored copy.
    pub accessed: Option<When>,
    /// The number of copies compared (reprints).
    pub copies: Option<u32>,
    /// SHA-256 of the file that it was read in, in hexadecimal.
    pub sha256: Option<String>,
    /// The policies it covers.
    pub covers: Covers,
}

impl Source {
    /// Whether it covers a policy, so that silence about it is a finding.
    pub fn covers(&self, policy: PolicyIdx, record: &Policy) -> bool {
        match &self.covers {
            Covers::All => record.is_of(self.file),
            Covers::Policies(list) => list.binary_search(&policy).is_ok(),
            Covers::Stated => false,
        }
    }

    /// The address of the page, where it can be opened.
    pub fn link(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| is_link(address))
    }

    /// Whether it is what a form makes for a policy without a page: an own record by its title too.
    pub fn is_own_record(&self) -> bool {
        let titles = [LayerText::OwnRecord.get(Lang::Zh), FORMER_TITLE];
        self.grade == Grade::Own && self.address.is_none() && titles.contains(&self.title.as_str())
    }

    /// Its title. The form gives an own record one in Chinese, which is said in either language.
    pub fn title_in(&self, lang: Lang) -> &str {
        if self.is_own_record() { LayerText::OwnRecord.get(lang) } else { &self.title }
    }

    /// Its short name, else publisher or title.
    pub fn bare_name(&self, lang: Lang) -> String {
        one_line(match self.short.get(lang) {
            "" => self.publisher.as_deref().unwrap_or(self.title_in(lang)),
            short => short,
        })
    }

    /// A short reference: its bare name and the date.
    pub fn short_name(&self, lang: Lang) -> String {
        let name = self.bare_name(lang);
        match self.published {
            Some(date) => format!("{name} {date}"),
            None => name,
        }
    }
}
