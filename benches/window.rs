//! Frames of the window without a window, for benches.

use divan::{Bencher, black_box};
use egui::{Event, Pos2, RawInput, Rect, Theme, vec2};
use policy_atlas::session::Session;
use policy_atlas::ui::{Colors, Ctx, Drafts, fonts, root_ui, theme};

/// One frame of a session at 1280 x 800, laid out and tessellated.
pub fn frame(bencher: Bencher<'_, '_>, session: &Session) {
    frame_with(bencher, session, Vec::new);
}

/// The same with what the pointer does before each frame.
pub fn frame_with(bencher: Bencher<'_, '_>, session: &Session, mut events: impl FnMut() -> Vec<Event>) {
    let egui = egui::Context::default();
    fonts::install(&egui);
    theme::install(&egui);
    let colors = Colors::of(Theme::Light);
    let mut drafts = Drafts::default();
    bencher.bench_local(|| {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let input = RawInput { screen_rect: Some(screen), events: events(), ..RawInput::default() };
        let mut output = egui.run_ui(input, |ui| {
            let ctx = Ctx::new(session, &colors, false);
            root_ui(ui, &ctx, &mut drafts);
            black_box(ctx.into_actions());
        });
        output.textures_delta.clear();
        black_box(egui.tessellate(output.shapes, 1.0))
    });
}
