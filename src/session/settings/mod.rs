//! The settings, kept between sessions. Reading and writing the file is left to `app`.

mod file;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::recent::{MOST_RECENT, MOST_SEARCHES};
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

    /// These settings where they differ from the ones last written, else those of the file, which another window may have
    /// written meanwhile. Of lists and widths each entry counts by itself.
    #[must_use]
    pub fn over(&self, last: &Settings, file: &Settings) -> Settings {
        Settings {
            lang: changed(&self.lang, &last.lang, &file.lang),
            theme: changed(&self.theme, &last.theme, &file.theme),
            zoom: changed(&self.zoom, &last.zoom, &file.zoom),
            my_region: changed(&self.my_region, &last.my_region, &file.my_region),
            columns: changed(&self.columns, &last.columns, &file.columns),
            widths: changed_entries(&self.widths, &last.widths, &file.widths),
            panels: changed_entries(&self.panels, &last.panels, &file.panels),
            rows: changed(&self.rows, &last.rows, &file.rows),
            motion: changed(&self.motion, &last.motion, &file.motion),
            names: changed(&self.names, &last.names, &file.names),
            citation: changed(&self.citation, &last.citation, &file.citation),
            notes: changed(&self.notes, &last.notes, &file.notes),
            recent: changed_list(&self.recent, &last.recent, &file.recent, MOST_RECENT),
            searches: changed_list(&self.searches, &last.searches, &file.searches, MOST_SEARCHES),
            hint_is_done: changed(&self.hint_is_done, &last.hint_is_done, &file.hint_is_done),
            region_is_asked: changed(&self.region_is_asked, &last.region_is_asked, &file.region_is_asked),
        }
    }

    /// The text of the settings file.
    pub fn write(&self) -> String {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }
}

/// One's own value where it was changed since it was last written, else that of the file.
fn changed<T: Clone + PartialEq>(own: &T, last: &T, file: &T) -> T {
    if own == last { file.clone() } else { own.clone() }
}

fn changed_entries<T: Clone + PartialEq>(
    own: &BTreeMap<String, T>,
    last: &BTreeMap<String, T>,
    file: &BTreeMap<String, T>,
) -> BTreeMap<String, T> {
    let keys: BTreeSet<&String> = own.keys().chain(file.keys()).collect();
    let value = |key: &String| changed(&own.get(key), &last.get(key), &file.get(key));
    keys.into_iter().filter_map(|key| Some((key.clone(), value(key)?.clone()))).collect()
}

/// A list with the newest first: behind one's own newest entries those that the file alone has, without what either has
/// taken out.
fn changed_list(own: &[String], last: &[String], file: &[String], most: usize) -> Vec<String> {
    let is_new = |entry: &&String| !last.contains(entry);
    let newest = own.iter().take_while(is_new).chain(file.iter().filter(is_new));
    let rest = own.iter().filter(|entry| !is_new(entry) && file.contains(entry));
    let mut list: Vec<String> = Vec::new();
    for entry in newest.chain(rest) {
        if !list.contains(entry) {
            list.push(entry.clone());
        }
    }
    list.truncate(most);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings that a window leaves after its own change, where another window has changed the file meanwhile.
    #[track_caller]
    fn check(own: impl Fn(&mut Settings), file: impl Fn(&mut Settings), expected: impl Fn(&mut Settings)) {
        let widths = [("a", 1.0), ("b", 2.0)].map(|(key, width)| (key.to_owned(), width));
        let recent = ["1", "2", "3"].map(str::to_owned);
        let last = Settings { widths: widths.into(), recent: recent.into(), ..Settings::default() };
        let of = |change: &dyn Fn(&mut Settings)| {
            let mut settings = last.clone();
            change(&mut settings);
            settings
        };
        assert_eq!(of(&own).over(&last, &of(&file)), of(&expected));
    }

    #[test]
    fn each_window_keeps_what_the_other_changed() {
        let list = |entries: &str| entries.chars().map(String::from).collect::<Vec<_>>();
        check(|_| (), |s| s.zoom = 150, |s| s.zoom = 150);
        check(|s| s.zoom = 90, |s| s.zoom = 150, |s| s.zoom = 90);
        check(|s| s.zoom = 90, |s| s.theme = ThemeChoice::Dark, |s| (s.zoom, s.theme) = (90, ThemeChoice::Dark));
        check(
            |s| s.widths.extend([("a".to_owned(), 9.0), ("c".to_owned(), 3.0)]),
            |s| s.widths.retain(|key, _| key != "b"),
            |s| s.widths = [("a".to_owned(), 9.0), ("c".to_owned(), 3.0)].into(),
        );
        for (own, file, expected) in [
            ("123", "123", "123"),
            ("4123", "123", "4123"),
            ("123", "5123", "5123"),
            ("4123", "5123", "45123"),
            ("213", "5123", "5213"),
            ("13", "5123", "513"),
            ("", "5123", "5"),
            ("4123", "13", "413"),
            ("4123", "4123", "4123"),
        ] {
            check(|s| s.recent = list(own), |s| s.recent = list(file), |s| s.recent = list(expected));
        }
        let many: Vec<String> = (0..20).map(|n| format!("x{n}")).collect();
        check(|s| s.recent = many.clone(), |_| (), |s| s.recent = many[..MOST_RECENT].to_vec());
    }
}
