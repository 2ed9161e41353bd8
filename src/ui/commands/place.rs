//! The places that commands have in the menus: menu by menu, each in groups.

use super::MenuPlace;
use crate::words::UiText as T;

/// The menu of files.
pub const fn file(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuFile, group }
}

/// The menu of edits.
pub const fn edit(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuEdit, group }
}

/// The menu of the view.
pub const fn view(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuView, group }
}

/// The menu of shows.
pub const fn present(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuPresent, group }
}

/// The menu of help.
pub const fn help(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuHelp, group }
}
