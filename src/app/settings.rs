//! The file of settings: read at the start, written on every change, and never written over what could not be read nor
//! over what another window changed.

use std::path::{Path, PathBuf};

use crate::session::{Settings, ThemeChoice, UnreadSettings};
use crate::store::{self, Doing, StoreFault, Unwritten};
use crate::words::{Lang, UiText as T};

/// The ending of the name of a file that could not be read and was set aside.
const ASIDE: &str = "bad";

/// Values that a call gave in place of settings. They hold for this window and are not kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overrides {
    /// A theme.
    pub theme: Option<ThemeChoice>,
    /// A language.
    pub lang: Option<Lang>,
}

/// The file, and what of the settings in use is not its own.
pub struct SettingsFile {
    /// None where settings are neither read nor written.
    path: Option<PathBuf>,
    /// The values that the call gave, each with the setting of the file.
    theme: Option<(ThemeChoice, ThemeChoice)>,
    lang: Option<(Lang, Lang)>,
    /// The part of the file that could not be read, in one line, until it is told.
    untold: Option<String>,
    /// The settings as this window last read or wrote them.
    last: Settings,
}

impl SettingsFile {
    /// Reads the file; settings it does not have are the usual ones, in this language.
    pub fn open(path: Option<PathBuf>, given: Overrides, locale: Lang) -> (SettingsFile, Settings) {
        let InFile { settings, unread } =
            InFile::read(path.as_deref(), &Settings { lang: locale, ..Settings::default() });
        let untold = unread.map(|unread| unread.message(given.lang.unwrap_or(locale)));
        let (last, mut settings) = (settings.clone(), settings);
        let theme = given.theme.map(|theme| (theme, settings.theme));
        let lang = given.lang.map(|lang| (lang, settings.lang));
        settings.theme = given.theme.unwrap_or(settings.theme);
        settings.lang = given.lang.unwrap_or(settings.lang);
        (SettingsFile { path, theme, lang, untold, last }, settings)
    }

    /// The file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The part of it that could not be read and the file that will keep it, once.
    pub fn tell(&mut self, lang: Lang) -> Option<String> {
        let what = self.untold.take()?;
        let name = self.path.as_deref().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let kept = format!("{name}.{ASIDE}");
        Some(T::SettingsUnread.fill(lang, &[("file", &name), ("what", &what), ("kept", &kept)]))
    }

    /// Writes what this window changed, or says in one line why it could not. What could not be read is set aside first.
    pub fn save(&mut self, settings: &Settings, lang: Lang) -> Result<(), String> {
        let Some(path) = &self.path else { return Ok(()) };
        let own = self.kept(settings);
        let words = |fault: StoreFault| fault.message(lang);
        store::make_folder_of(path).map_err(words)?;
        // Between reading and writing no other window does.
        let turn = store::take_turn(path);
        let file = InFile::read(Some(path), &self.last);
        let text = own.over(&self.last, &file.settings).write();
        if file.unread.is_some() {
            store::set_aside(path, ASIDE).map_err(words)?;
        }
        store::write_with(path, |out| out.write_all(text.as_bytes())).map_err(|unwritten| match unwritten {
            Unwritten::Store(fault) => words(fault),
            Unwritten::Content(error) => words(StoreFault::new(path, Doing::Writing, error)),
        })?;
        drop(turn);
        self.last = own;
        Ok(())
    }

    /// The settings as they are kept.
    fn kept(&self, settings: &Settings) -> Settings {
        let mut kept = settings.clone();
        if let Some((_, own)) = self.theme.filter(|(given, _)| *given == settings.theme) {
            kept.theme = own;
        }
        if let Some((_, own)) = self.lang.filter(|(given, _)| *given == settings.lang) {
            kept.lang = own;
        }
        kept
    }
}

/// The content of the file.
struct InFile {
    settings: Settings,
    unread: Option<Unread>,
}

/// The part of the file that could not be read.
enum Unread {
    /// The file as such.
    File(StoreFault),
    /// Some of its text.
    Text(UnreadSettings),
}

impl InFile {
    /// Reads the file. Where there is none, or nothing of it can be read, the settings are these.
    fn read(path: Option<&Path>, others: &Settings) -> InFile {
        match path.map(|path| store::read_plain(path, store::LARGEST)) {
            Some(Ok(bytes)) => {
                let (settings, unread) = Settings::read(&bytes, others.lang);
                let says_nothing = bytes.trim_ascii().is_empty() || matches!(unread, Some(UnreadSettings::Whole(_)));
                let settings = if says_nothing { others.clone() } else { settings };
                InFile { settings, unread: unread.map(Unread::Text) }
            }
            Some(Err(fault)) if !matches!(fault.kind, store::StoreFaultKind::Missing) => {
                InFile { settings: others.clone(), unread: Some(Unread::File(fault)) }
            }
            _ => InFile { settings: others.clone(), unread: None },
        }
    }
}

impl Unread {
    fn message(&self, lang: Lang) -> String {
        match self {
            Unread::File(fault) => fault.message(lang),
            Unread::Text(unread) => unread.message(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn opened(path: &Path) -> (SettingsFile, Settings) {
        SettingsFile::open(Some(path.to_owned()), Overrides::default(), Lang::En)
    }

    #[test]
    fn what_could_not_be_read_is_told_once_and_kept_beside_before_it_is_replaced() {
        let sound = "(zoom: 150, theme: Dark)";
        for (text, told) in [
            (&b"(zoom: 150, theme: Dark, rows: Huge)"[..], Some("rows")),
            (b"(zoom: 150, theme: Dark", None),
            (b"\xEF\xBB\xBF(zoom: 150, theme: Dark)", None),
            (b"\xFF\xFE(\0", Some("UTF-16")),
            (b"", None),
            (sound.as_bytes(), None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("settings.ron");
            fs::write(&path, text).unwrap();
            let (mut file, mut settings) = opened(&path);
            let notice = file.tell(Lang::En);
            let is_right = |notice: &String| told.is_some_and(|told| notice.contains(told) && notice.contains(".bad"));
            assert_eq!(notice.as_ref().is_some_and(is_right), told.is_some(), "{notice:?}");
            assert_eq!(file.tell(Lang::En), None);
            settings.notes = 30;
            file.save(&settings, Lang::En).unwrap();
            file.save(&settings, Lang::En).unwrap();
            assert_eq!(opened(&path).1, settings);
            let kept = fs::read(folder.path().join("settings.ron.bad")).ok();
            assert_eq!(kept.as_deref(), told.map(|_| text), "{text:?}");
        }
    }

    #[test]
    fn two_windows_keep_what_the_other_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let ((mut one, mut at_one), (mut other, mut at_other)) = (opened(&path), opened(&path));
        at_one.zoom = 150;
        one.save(&at_one, Lang::En).unwrap();
        at_other.theme = ThemeChoice::Dark;
        at_other.recent = vec!["/b.ron".into()];
        other.save(&at_other, Lang::En).unwrap();
        at_one.notes = 30;
        at_one.recent = vec!["/a.ron".into()];
        one.save(&at_one, Lang::En).unwrap();
        let kept = opened(&path).1;
        assert_eq!((kept.zoom, kept.theme, kept.notes), (150, ThemeChoice::Dark, 30));
        assert_eq!(kept.recent, ["/a.ron", "/b.ron"]);
        // Taken back, it is not what the other window wrote before.
        at_one.zoom = 100;
        one.save(&at_one, Lang::En).unwrap();
        other.save(&at_other, Lang::En).unwrap();
        assert_eq!(opened(&path).1.zoom, 100);
    }

    #[cfg(unix)]
    #[test]
    fn two_windows_that_save_in_one_moment_take_turns() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        let save = |change: fn(&mut Settings, u16)| {
            let (mut file, mut settings) = opened(&path);
            for n in 0..60 {
                change(&mut settings, 50 + n);
                file.save(&settings, Lang::En).unwrap();
            }
        };
        std::thread::scope(|scope| {
            scope.spawn(|| save(|settings, n| settings.zoom = n));
            scope.spawn(|| save(|settings, n| settings.my_region = Some(n.to_string())));
        });
        let kept = opened(&path).1;
        assert_eq!((kept.zoom, kept.my_region.as_deref()), (109, Some("109")));
    }

    #[test]
    fn a_file_that_says_nothing_takes_nothing_from_a_window() {
        for text in [&b""[..], b" \n", b"\xFF\xFE(\0"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("settings.ron");
            let (mut file, mut settings) = opened(&path);
            settings.my_region = Some("340100".into());
            file.save(&settings, Lang::En).unwrap();
            fs::write(&path, text).unwrap();
            settings.notes = 30;
            file.save(&settings, Lang::En).unwrap();
            assert_eq!(opened(&path).1.my_region.as_deref(), Some("340100"), "{text:?}");
        }
    }

    #[test]
    fn no_file_is_nothing_to_tell() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.ron");
        let (mut file, settings) = opened(&path);
        assert_eq!((file.tell(Lang::En), settings.lang), (None, Lang::En));
        file.save(&settings, Lang::En).unwrap();
        assert!(path.exists());
    }
}
