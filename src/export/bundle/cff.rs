//! `CITATION.cff`, version 1.2.0 of the Citation File Format: how the catalogue behind a bundle wants to be cited.
//!
//! Only what the catalogue says: no date of release unless it has one, and no author that nobody named. Every value is
//! written as a JSON string, which YAML reads as it stands.

use std::io::{self, Write};

use super::Made;
use crate::words::BundleText as T;

/// Writes the file.
pub fn write(made: &Made<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (lang, catalogue) = (made.lang(), made.catalogue());
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    writeln!(out, "cff-version: 1.2.0")?;
    writeln!(out, "message: {}", quoted(T::CffMessage.get(lang)))?;
    writeln!(out, "type: dataset")?;
    writeln!(out, "title: {}", quoted(catalogue.title.get(lang)))?;
    if !catalogue.scope.get(lang).is_empty() {
        writeln!(out, "abstract: {}", quoted(catalogue.scope.get(lang)))?;
    }
    writeln!(out, "version: {}", quoted(&catalogue.release))?;
    // The format demands an author; one that is not named has no name.
    let unnamed = [T::CffUnnamed.get(lang).to_owned()];
    let authors = if catalogue.authors.is_empty() { &unnamed } else { catalogue.authors.as_slice() };
    writeln!(out, "authors:")?;
    authors.iter().try_for_each(|name| writeln!(out, "  - name: {}", quoted(name)))?;
    if !catalogue.licences.is_empty() {
        // Several of them mean any one of them.
        writeln!(out, "license:")?;
        catalogue.licences.iter().try_for_each(|licence| writeln!(out, "  - {}", quoted(&licence.id)))?;
    }
    writeln!(out, "identifiers:")?;
    writeln!(out, "  - type: other")?;
    writeln!(out, "    value: {}", quoted(&format!("sha256:{}", made.recipe.content)))?;
    writeln!(out, "    description: {}", quoted(T::CffContent.get(lang)))
}
