//! What is copied: the rows of the table as text, and the call of the command line that lists them.

use super::{Origin, Session};
use crate::query::{Row, Unit};

impl Session {
    /// The call of the command line that lists the table as it is shown.
    pub fn command_line(&self) -> Vec<String> {
        let mut words = vec!["policy-atlas".to_owned(), "list".to_owned()];
        if !self.view.query.is_empty() {
            words.push(self.view.query.clone());
        }
        if self.view.unit != Unit::Policy {
            words.extend(["--unit".to_owned(), self.view.unit.id().to_owned()]);
        }
        if !self.view.sort.is_empty() {
            // With an equals sign, since a descending sort begins with a hyphen.
            words.push(format!("--sort={}", self.view.sort));
        }
        let keys: Vec<String> = self.shown_columns().iter().map(|column| column.key(self.data.catalogue())).collect();
        words.extend(["--columns".to_owned(), keys.join(",")]);
        if let Origin::File(path) = &self.data.origin {
            words.extend(["--catalogue".to_owned(), path.display().to_string()]);
        }
        words
    }

    /// The selected rows (or all, if none is) as text: the columns shown, separated by tabs.
    pub fn rows_as_text(&self) -> String {
        let (lang, index) = (self.lang(), &*self.data.index);
        let outcome = self.derived.in_unit(self.view.unit);
        let columns = self.shown_columns();
        let selected = &self.pointing.selected;
        let is_copied = |row: &&Row| selected.is_empty() || selected.contains(row);
        let heads: Vec<String> = columns.iter().map(|column| column.label(&index.catalogue, lang)).collect();
        let mut out = heads.join("\t");
        for row in self.derived.rows.iter().filter(is_copied) {
            let value = |column: &crate::query::Column| column.shown(index, outcome, *row, lang);
            let values: Vec<String> = columns.iter().map(|c| value(c).replace(['\t', '\n'], " ")).collect();
            out.push('\n');
            out += &values.join("\t");
        }
        out
    }
}

/// Words as a shell reads them: what holds more than plain letters stands in quotation marks.
pub fn shell_line(words: &[String]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./,:".contains(c);
    let quoted = |word: &String| match !word.is_empty() && word.chars().all(plain) {
        true => word.clone(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}
