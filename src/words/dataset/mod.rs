//! Texts of datasets: what each table and each variable is called, and by which rule it is filled. This is the codebook.

mod tables;
mod text;
mod variables;

pub use text::DatasetText;

/// The words for a table (its key is empty) or for a variable.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The table; `*` for a variable that several tables have.
    pub table: &'static str,
    /// The variable.
    pub key: &'static str,
    /// Its name: Chinese, English.
    pub label: [&'static str; 2],
    /// Its content and the rule it follows: Chinese, English.
    pub rule: [&'static str; 2],
}

/// The words for a variable of a table, or those that all tables share for it.
pub fn wording(table: &str, key: &str) -> Option<&'static Wording> {
    let of = |table: &str| wordings().find(|words| words.table == table && words.key == key);
    of(table).or_else(|| of("*"))
}

/// The words for every table and variable, once.
pub fn wordings() -> impl Iterator<Item = &'static Wording> {
    tables::TABLES.iter().chain(variables::VARIABLES)
}

const fn w(table: &'static str, key: &'static str, label: [&'static str; 2], rule: [&'static str; 2]) -> Wording {
    Wording { table, key, label, rule }
}
