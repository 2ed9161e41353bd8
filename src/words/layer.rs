//! Texts about layers and the user's own policies.

super::texts! {
    /// Texts about layers.
    LayerText {
        Base: "目录", "base";
        Own: "我的", "own";
    }
}
