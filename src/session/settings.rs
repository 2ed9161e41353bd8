//! What is kept between sessions. Reading and writing the file is left to `app`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// Which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Settings. A field that is missing or unknown in the file takes its default; the rest is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language.
    pub lang: Lang,
    /// Theme.
    pub theme: ThemeChoice,
    /// Size of everything, in percent.
    pub zoom: u16,
    /// Code of the user's own region.
    pub my_region: Option<String>,
    /// Keys of the columns shown in the table; empty is the usual set.
    pub columns: Vec<String>,
    /// Widths of table columns by key, in points.
    pub widths: BTreeMap<String, f32>,
    /// Whether the hint of the first minutes was sent away for good.
    pub hint_is_done: bool,
    /// Whether the question for my region was.
    pub region_is_asked: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            lang: Lang::Zh,
            theme: ThemeChoice::System,
            zoom: 100,
            my_region: None,
            columns: Vec::new(),
            widths: BTreeMap::new(),
            hint_is_done: false,
            region_is_asked: false,
        }
    }
}

impl Settings {
    /// Reads settings; what cannot be read is the default.
    pub fn read(text: &str) -> Settings {
        ron::from_str(text).unwrap_or_default()
    }

    /// The text of the settings file.
    pub fn write(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }
}
