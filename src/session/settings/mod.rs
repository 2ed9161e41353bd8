//! The settings, kept between sessions. Reading and writing the file is left to `app`.

mod file;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::query::Column;
use crate::words::Lang;

pub use file::UnreadSettings;

/// The least zoom, in percent.
pub const LEAST_ZOOM: u16 = 80;
/// The largest zoom, in percent.
pub const MOST_ZOOM: u16 = 300;

/// The least size of the presenter's notes, in points.
pub const LEAST_NOTES: u16 = 14;
/// The largest size of the presenter's notes, in points.
pub const MOST_NOTES: u16 = 44;

/// The choice of a theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// The system's.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The height of the rows of matrix and table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowHeight {
    /// The least readable height.
    Compact,
    /// The usual height.
    #[default]
    Usual,
    /// A height for tired eyes and for a projector.
    Roomy,
}

/// Whether the window animates changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// Opening and scrolling take a visible moment.
    #[default]
    Usual,
    /// At once.
    None,
}

/// The sort order of place names, by a click on their header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameOrder {
    /// Code: the sort key `region`.
    #[default]
    Code,
    /// Pinyin: the sort key `region_name`.
    Pinyin,
}

impl NameOrder {
    /// The column to sort by.
    pub fn column(self) -> Column {
        match self {
            NameOrder::Code => Column::Region,
            NameOrder::Pinyin => Column::RegionName,
        }
    }
}

/// Settings. A field that is missing or unknown in the file takes its default; the rest is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language.
    pub lang: Lang,
    /// Theme.
    pub theme: ThemeChoice,
    /// Zoom, in percent.
    pub zoom: u16,
    /// Code of the user's own region.
    pub my_region: Option<String>,
    /// Keys of the columns shown in the table; empty is the usual set.
    pub columns: Vec<String>,
    /// Widths of table columns by key, in points.
    pub widths: BTreeMap<String, f32>,
    /// Widths of side panels by name, in points.
    pub panels: BTreeMap<String, f32>,
    /// Height of rows.
    pub rows: RowHeight,
    /// Whether the window animates changes.
    pub motion: Motion,
    /// The sort order of place names.
    pub names: NameOrder,
    /// The form of citation last chosen, by its id.
    pub citation: String,
    /// Size of the presenter's notes, in points.
    pub notes: u16,
    /// Paths of recently opened files, newest first. A path that is not Unicode is kept as far as possible.
    pub recent: Vec<String>,
    /// Lines that were searched for, canonical, newest first.
    pub searches: Vec<String>,
    /// Whether the hint of the first minutes was dismissed for good.
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
            panels: BTreeMap::new(),
            rows: RowHeight::Usual,
            motion: Motion::Usual,
            names: NameOrder::Code,
            citation: String::new(),
            notes: 20,
            recent: Vec::new(),
            searches: Vec::new(),
            hint_is_done: false,
            region_is_asked: false,
        }
    }
}

impl Settings {
    /// Reads the file of settings, field by field; the unreadable part is named. `lang` stands for a missing
    /// language. Sizes are limited to readable ones.
    pub fn read(bytes: &[u8], lang: Lang) -> (Settings, Option<UnreadSettings>) {
        let (fields, unread) = file::sound(bytes);
        let mut settings = file::read(&fields).unwrap_or_default();
        if fields.iter().all(|(name, _)| name != "lang") {
            settings.lang = lang;
        }
        settings.zoom = settings.zoom.clamp(LEAST_ZOOM, MOST_ZOOM);
        settings.notes = settings.notes.clamp(LEAST_NOTES, MOST_NOTES);
        settings.widths.retain(|_, width| width.is_finite());
        settings.panels.retain(|_, width| width.is_finite());
        (settings, unread)
    }

    /// The text of the settings file.
    pub fn write(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }
}
