//! Every text of the program, Chinese and English side by side.
//!
//! Each room has a table here, made by `texts!`: a key without one of its two languages does not compile.
//! Texts of the data are [`Text`]. Nothing here knows what a policy is.

mod about;
mod bundle;
mod catalogue;
mod cite;
mod cli;
mod compare;
mod dataset;
mod definition;
mod desk;
mod export;
mod figure;
mod handout;
mod help;
mod import;
mod intake;
mod layer;
mod live;
mod memo;
mod need;
mod reader;
mod reading;
mod release;
mod search;
mod stage;
mod table;
mod tell;
mod ui;
mod walk;
mod walks;
mod workbench;

pub use about::AboutText;
pub use bundle::BundleText;
pub use catalogue::CatalogueText;
pub use cite::CiteText;
pub use cli::CliText;
pub use compare::CompareText;
pub use dataset::{DatasetText, Wording, wording, wordings};
pub use definition::DefinitionText;
pub use desk::DeskText;
pub use export::ExportText;
pub use figure::FigureText;
pub use handout::HandoutText;
pub use help::HelpText;
pub use import::ImportText;
pub use intake::IntakeText;
pub use layer::LayerText;
pub use live::LiveText;
pub use memo::MemoText;
pub use need::NeedText;
pub use reader::ReaderText;
pub use reading::ReadingText;
pub use release::ReleaseText;
pub use search::SearchText;
pub use stage::{StageText, WHOLE};
pub use table::TableText;
pub use tell::TellText;
pub use ui::UiText;
pub use walk::WalkText;
pub use walks::WalkEditText;
pub use workbench::WorkbenchText;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    /// Simplified Chinese, the first language.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a locale name such as `zh_CN.UTF-8`; Chinese unless it clearly is another.
    pub fn from_locale(locale: &str) -> Lang {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        if name.is_empty() || name == "C" || name == "POSIX" || name.starts_with("zh") { Lang::Zh } else { Lang::En }
    }

    /// The one of two wordings, Chinese and English, that is in this language.
    pub const fn of(self, both: &[&'static str; 2]) -> &'static str {
        let [zh, en] = *both;
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// `zh` or `en`.
    pub fn id(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// A text at the beginning of a line: in English with a capital letter.
    pub fn capital(self, text: &str) -> String {
        let mut chars = text.chars();
        match (self, chars.next()) {
            (Lang::En, Some(first)) => first.to_uppercase().chain(chars).collect(),
            _ => text.to_owned(),
        }
    }

    /// Between two clauses of one line.
    pub fn semicolon(self) -> &'static str {
        match self {
            Lang::Zh => "；",
            Lang::En => "; ",
        }
    }

    /// The separator of a list in a sentence.
    pub fn comma(self) -> &'static str {
        match self {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }

    /// All of these in a sentence: `甲、乙、丙`; `A, B and C`.
    pub fn all_of(self, names: &[&str]) -> String {
        self.listed(names, " and ")
    }

    /// Any of these in a sentence: `甲、乙、丙`; `A, B or C`.
    pub fn any_of(self, names: &[&str]) -> String {
        self.listed(names, " or ")
    }

    fn listed(self, names: &[&str], word: &str) -> String {
        match (self, names) {
            (Lang::En, [first @ .., before, last]) => {
                let firsts = first.iter().chain([before]).copied().collect::<Vec<_>>().join(self.comma());
                format!("{firsts}{word}{last}")
            }
            _ => names.join(self.comma()),
        }
    }
}

/// A text of the data in Chinese, English or both; never neither, once validated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// The Chinese text.
    pub zh: Option<String>,
    /// The English text.
    pub en: Option<String>,
}

impl Text {
    /// A text that reads the same in both languages.
    pub fn same(text: &str) -> Text {
        Text { zh: Some(text.to_owned()), en: Some(text.to_owned()) }
    }

    /// A text in both languages.
    pub fn both(zh: &str, en: &str) -> Text {
        Text { zh: Some(zh.to_owned()), en: Some(en.to_owned()) }
    }

    /// The text in the language asked for, else in the other one.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Zh => (&self.zh, &self.en),
            Lang::En => (&self.en, &self.zh),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// The text in this language alone.
    pub fn alone(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Zh => self.zh.as_deref(),
            Lang::En => self.en.as_deref(),
        }
    }

    /// Each language's text that is there.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        [self.zh.as_deref(), self.en.as_deref()].into_iter().flatten()
    }

    /// Whether either language's text folds to `folded`.
    pub fn is(&self, folded: &str, fold: impl Fn(&str) -> String) -> bool {
        self.each().any(|text| fold(text) == folded)
    }
}

/// A text as it stands within quotation marks: in Chinese the marks within it are single ones.
pub fn within_quotes(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => text.replace('“', "‘").replace('”', "’"),
        Lang::En => text.to_owned(),
    }
}

/// Fills `{name}` places of a template, and `{name|one|more}` with the one word or the other by the number. A place
/// nothing is given for stays as it is, so that a test can see it.
pub fn fill(template: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let tail = &rest[open..];
        let Some(close) = tail.find('}') else {
            rest = tail;
            break;
        };
        let mut parts = tail[1..close].split('|');
        let name = parts.next().unwrap_or_default();
        let value = values.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string());
        match (value, parts.next(), parts.next()) {
            (Some(value), Some(one), Some(more)) => out.push_str(if value == "1" { one } else { more }),
            (Some(value), ..) => out.push_str(&value),
            (None, ..) => out.push_str(&tail[..=close]),
        }
        rest = &tail[close + 1..];
    }
    out.push_str(rest);
    out
}

/// Makes an enum of texts, each with its Chinese and its English wording.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($key:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each key is documented by its two wordings")]
        pub enum $name { $($key,)* }

        impl $name {
            /// Every key, for tests that walk the table.
            pub const ALL: &'static [$name] = &[$($name::$key,)*];

            /// The wording in a language.
            pub const fn get(self, lang: $crate::words::Lang) -> &'static str {
                lang.of(self.both())
            }

            /// The wording in Chinese and in English.
            pub const fn both(self) -> &'static [&'static str; 2] {
                match self { $($name::$key => &[$zh, $en],)* }
            }

            /// The wording with its `{places}` filled.
            pub fn fill(self, lang: $crate::words::Lang, values: &[(&str, &dyn std::fmt::Display)]) -> String {
                $crate::words::fill(self.get(lang), values)
            }
        }

        #[cfg(test)]
        #[test]
        fn both_wordings_fill_the_same_places() {
            $crate::words::tests::check_table($name::ALL, |key, lang| key.get(lang));
        }
    };
}
pub(crate) use texts;

#[cfg(test)]
mod tests;
