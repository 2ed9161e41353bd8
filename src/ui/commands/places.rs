//! The places of commands in the menus.

use super::MenuPlace;
use crate::words::UiText as T;

/// A group of the menu File.
pub const fn file(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuFile, group }
}

/// A group of the menu Edit.
pub const fn edit(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuEdit, group }
}

/// A group of the menu View.
pub const fn view(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuView, group }
}

/// A group of the menu Present.
pub const fn present(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuPresent, group }
}

/// A group of the menu Help.
pub const fn help(group: u8) -> MenuPlace {
    MenuPlace { menu: T::MenuHelp, group }
}
