//! Texts of the ui room.

use super::texts;

texts! {
    /// Texts.
    UiText {
        Placeholder: "占位", "placeholder";
    }
}
