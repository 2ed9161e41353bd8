//! Differences between systems, as far as the window is concerned: the place of settings, and that of fonts.
//!
//! Left to `store`: what differs between their files. Left to the window's libraries: addresses, dialogs, clipboard.

use std::path::PathBuf;

/// The file of settings on this system.
pub fn settings_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "policy-atlas").map(|dirs| dirs.config_dir().join("settings.ron"))
}

/// The fonts of this system, for characters that the embedded ones lack.
#[cfg(feature = "software")]
pub fn system_fonts() -> egui_system_font_provider::SystemFontProvider {
    egui_system_font_provider::SystemFontProvider::new()
}
