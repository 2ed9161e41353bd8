//! The file of settings, read field by field: an unreadable field costs itself and is named.

use ron::value::RawValue;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use super::Settings;
use crate::catalogue::{ProblemKind, decode};
use crate::view::state::{options, span_of};
use crate::words::Lang;

/// The unreadable part of a file of settings.
#[derive(Clone, Debug, PartialEq)]
pub enum UnreadSettings {
    /// The whole, with the reason.
    Whole(ProblemKind),
    /// Some of its fields: their names, or the text in place of a name.
    Fields(Vec<String>),
}

impl UnreadSettings {
    /// The unreadable part, in one line.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            UnreadSettings::Whole(kind) => kind.message(lang),
            UnreadSettings::Fields(names) => names.join(lang.comma()),
        }
    }
}

/// The readable fields, each with its text, and the unreadable part. An empty file has none.
pub fn sound(bytes: &[u8]) -> (Vec<(String, String)>, Option<UnreadSettings>) {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(problem) if problem.kind == ProblemKind::EmptyFile => return (Vec::new(), None),
        Err(problem) => return (Vec::new(), Some(UnreadSettings::Whole(problem.kind))),
    };
    let (fields, mut unread) = fields(text);
    let mut sound: Vec<(String, String)> = Vec::new();
    for (name, value) in fields {
        let is_twice = sound.iter().any(|(known, _)| *known == name);
        if !is_twice && read(&[(name.clone(), value.clone())]).is_some() {
            sound.push((name, value));
        } else {
            unread.push(name);
        }
    }
    (sound, (!unread.is_empty()).then_some(UnreadSettings::Fields(unread)))
}

/// Settings of these fields alone.
pub fn read(fields: &[(String, String)]) -> Option<Settings> {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    options().from_str(&format!("({})", fields.join(","))).ok()
}

/// Names and values of a text. After a broken one, reading goes on at the next line that begins like a field.
fn fields(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    let mut rest = text.to_owned();
    loop {
        let mut here = Vec::new();
        let read = ron::Deserializer::from_str_with_options(&rest, &options())
            .is_ok_and(|mut ron| Fields(&mut here).deserialize(&mut ron).is_ok());
        let read_to = here.last().and_then(|(_, value): &(String, &RawValue)| span_of(value, &rest));
        found.extend(here.iter().map(|(name, value)| (name.clone(), value.trim().get_ron().to_owned())));
        if read {
            return (found, lost);
        }
        let after = rest.get(read_to.map_or(0, |span| span.end)..).unwrap_or_default();
        let mut lines = after.trim_start_matches([',', '(', ')', ' ', '\r', '\n']).lines();
        let Some(broken) = lines.next() else { return (found, lost) };
        lost.push(name_of(broken).unwrap_or(broken.trim()).chars().take(40).collect());
        let tail: Vec<&str> = lines.skip_while(|line| name_of(line).is_none()).collect();
        if tail.is_empty() {
            return (found, lost);
        }
        rest = format!("({}", tail.join("\n"));
    }
}

/// The name of a field at the beginning of a line, `zoom` of `    zoom: 120,`.
fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.trim_start().split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then_some(name)
}

/// Collects the fields of a struct; those before a fault are kept.
struct Fields<'f, 'de>(&'f mut Vec<(String, &'de RawValue)>);

impl<'de> DeserializeSeed<'de> for Fields<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_struct("Settings", &[], self)
    }
}

impl<'de> Visitor<'de> for Fields<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("settings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key()? {
            self.0.push((name, map.next_value()?));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{RowHeight, ThemeChoice};

    /// Settings that differ from the defaults in many fields.
    fn own() -> Settings {
        Settings {
            lang: Lang::En,
            theme: ThemeChoice::Dark,
            zoom: 150,
            my_region: Some("330100".into()),
            rows: RowHeight::Roomy,
            recent: vec!["/a/lang: \"b\".ron".into()],
            ..Settings::default()
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &Settings, unread: &[&str]) {
        let (settings, lost) = Settings::read(text.as_bytes(), Lang::Zh);
        assert_eq!(&settings, expected, "{text}");
        let lost = match lost {
            Some(UnreadSettings::Fields(names)) => names,
            None => Vec::new(),
            Some(whole) => panic!("{whole:?}"),
        };
        assert_eq!(lost, unread, "{text}");
    }

    #[test]
    fn one_fault_costs_itself_and_is_named() {
        let text = own().write();
        check(&text, &own(), &[]);
        check(&format!("\u{FEFF}{text}"), &own(), &[]);
        check(&text.replace('\n', "\r\n"), &own(), &[]);
        check(text.trim_end().trim_end_matches(')'), &own(), &[]);
        check(&text.replace("Some(\"330100\")", "\"330100\""), &own(), &[]);
        check(&text.replace("Roomy", "Huge"), &Settings { rows: RowHeight::Usual, ..own() }, &["rows"]);
        check(&text.replace("150", "150.5"), &Settings { zoom: 100, ..own() }, &["zoom"]);
        check(&text.replace("150", ""), &Settings { zoom: 100, ..own() }, &["zoom"]);
        check(&text.replace("zoom: 150,", "zoom 150,"), &Settings { zoom: 100, ..own() }, &["zoom 150,"]);
        check(&text.replace("(\"330100", "(\"330100\"\""), &Settings { my_region: None, ..own() }, &["my_region"]);
        check(&text.replacen("theme:", "zoom: 90,\n    theme:", 1), &Settings { zoom: 90, ..own() }, &["zoom"]);
        check(&text.replacen("theme:", "later: (1, [2]),\n    theme:", 1), &own(), &[]);
    }

    #[test]
    fn a_file_on_one_line_is_read_as_well() {
        let own =
            Settings { theme: ThemeChoice::Dark, zoom: 150, my_region: Some("330100".into()), ..Settings::default() };
        let text = "(zoom: 150, my_region: Some(\"330100\"), theme: Dark, rows: Huge)";
        check(text, &own, &["rows"]);
        check(&text.replace("150", "150.5"), &Settings { zoom: 100, ..own.clone() }, &["zoom", "rows"]);
    }

    #[test]
    fn what_is_no_text_is_not_read_and_says_why() {
        let (settings, unread) = Settings::read(b"\xFF\xFE(\0", Lang::En);
        assert_eq!(settings, Settings { lang: Lang::En, ..Settings::default() });
        assert_eq!(unread, Some(UnreadSettings::Whole(ProblemKind::NotUtf8("UTF-16"))));
        assert_eq!(Settings::read(b" \n", Lang::En).1, None);
        check("garbage", &Settings::default(), &["garbage"]);
        check("(", &Settings::default(), &[]);
    }
}
