//! The parts of a printed name, for formats whose readers split names at blanks.
//!
//! A catalogue gives authors as printed and does not say which of them are bodies. In Latin script BibTeX and EndNote
//! split a given name from a family name at a blank, so that `World Economic Forum` would become a Mr Forum.

use super::Author;
use crate::catalogue::characters::has_chinese;

/// A name and its parts, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    /// A name that programs do not split, or split correctly: 王聪聪, John Smith.
    Plain(&'a str),
    /// A family name with initials after it: Smith J.
    FamilyFirst(&'a str, &'a str),
    /// One name as a whole: a body, or a name of unknown parts.
    Whole(&'a str),
}

/// Words that end the names of bodies of two words, and never a family name.
const OF_BODIES: [&str; 36] = [
    "Academy",
    "Agency",
    "Alliance",
    "Association",
    "Bank",
    "Bureau",
    "Center",
    "Centre",
    "College",
    "Commission",
    "Committee",
    "Company",
    "Corporation",
    "Council",
    "Daily",
    "Department",
    "Forum",
    "Foundation",
    "Government",
    "Group",
    "Inc.",
    "Institute",
    "Institution",
    "Journal",
    "Laboratory",
    "Labs",
    "Ltd",
    "Ltd.",
    "Ministry",
    "News",
    "Office",
    "Organization",
    "Press",
    "Research",
    "Society",
    "University",
];

impl<'a> Name<'a> {
    /// The name of an author.
    pub fn of(author: &'a Author) -> Name<'a> {
        let Author::Printed(printed) = author else { return Name::Whole(author.name()) };
        if printed.contains(',') || printed.to_lowercase().contains(" and ") {
            return Name::Whole(printed);
        }
        if has_chinese(printed) {
            return Name::Plain(printed);
        }
        match printed.split_once(' ') {
            Some((family, given)) if is_word(family) && is_initials(given) => Name::FamilyFirst(family, given),
            Some((given, family)) if is_given(given) && is_word(family) && !OF_BODIES.contains(&family) => {
                Name::Plain(printed)
            }
            _ => Name::Whole(printed),
        }
    }
}

/// `J.`, `J.K.`, `J.-P.` and a lone `J`.
fn is_initials(part: &str) -> bool {
    let mut chars = part.chars().filter(|c| *c != '-').peekable();
    let mut any = false;
    while let Some(letter) = chars.next() {
        let dotted = chars.next_if_eq(&'.').is_some();
        if !letter.is_uppercase() || !(dotted || part.chars().count() == 1) {
            return false;
        }
        any = true;
    }
    any
}

/// A given name, or initials in its place.
fn is_given(part: &str) -> bool {
    is_initials(part) || is_word(part)
}

/// A word such as `Smith`, `O'Neil` or `Saint-Exupéry`: a leading capital, and not capitals alone as in `WHO`.
fn is_word(part: &str) -> bool {
    let letters = part.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    letters && part.starts_with(char::is_uppercase) && part.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_apart_only_where_its_parts_are_told_by_its_form() {
        for (printed, expected) in [
            ("王聪聪", Name::Plain("王聪聪")),
            ("世界经济论坛 WEF", Name::Plain("世界经济论坛 WEF")),
            ("John Smith", Name::Plain("John Smith")),
            ("J. Smith", Name::Plain("J. Smith")),
            ("Jean-Paul O'Neil", Name::Plain("Jean-Paul O'Neil")),
            ("Smith J.", Name::FamilyFirst("Smith", "J.")),
            ("Smith J", Name::FamilyFirst("Smith", "J")),
            ("Sartre J.-P.", Name::FamilyFirst("Sartre", "J.-P.")),
            ("Smith J.K.", Name::FamilyFirst("Smith", "J.K.")),
            ("Smith, John", Name::Whole("Smith, John")),
            ("Law and Order", Name::Whole("Law and Order")),
            ("World Economic Forum", Name::Whole("World Economic Forum")),
            ("Institute of Automation", Name::Whole("Institute of Automation")),
            ("Peking University", Name::Whole("Peking University")),
            ("John Maynard Keynes", Name::Whole("John Maynard Keynes")),
            ("Zhipu AI", Name::Whole("Zhipu AI")),
            ("LI Ming", Name::Whole("LI Ming")),
            ("de Gaulle", Name::Whole("de Gaulle")),
            ("OECD", Name::Whole("OECD")),
            ("", Name::Whole("")),
        ] {
            assert_eq!(Name::of(&Author::Printed(printed.to_owned())), expected, "{printed}");
        }
        let body = Author::Body("John Smith".to_owned());
        assert_eq!(Name::of(&body), Name::Whole("John Smith"));
    }
}
