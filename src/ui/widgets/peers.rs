//! My region: what the catalogue has of it, and the buttons that compare it.

use egui::{Button, RichText, Ui, vec2};

use crate::catalogue::RegionIdx;
use crate::ui::Ctx;
use crate::ui::commands::Command;
use crate::ui::fonts::bold;
use crate::words::UiText as T;

/// The policies and statements of my region in the catalogue and the sources in sight, in one sentence.
pub fn mine_words(ctx: &Ctx<'_>, mine: RegionIdx) -> String {
    let place = ctx.catalogue()[mine].name.get(ctx.lang());
    let policies = ctx.index().policies_in(mine).len();
    if policies > 0 {
        return ctx.fill(T::MineHere, &[("place", &place), ("n", &policies)]);
    }
    let lens = &ctx.session.derived().policies.lens;
    match ctx.index().of_region(mine).iter().filter(|i| lens.holds(&ctx.catalogue()[**i])).count() {
        0 => ctx.fill(T::MineNothing, &[("place", &place)]),
        n => ctx.fill(T::MineSpoken, &[("place", &place), ("n", &n)]),
    }
}

const COMMANDS: [(Command, T); 3] = [
    (Command::CompareProvince, T::ShortProvince),
    (Command::CompareTier, T::ShortTier),
    (Command::CompareAll, T::ShortAll),
];

/// The three comparisons of my region, one after the other.
pub fn peers_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    for (command, _) in COMMANDS {
        if ui.button(ctx.text(command.name())).clicked() {
            command.run(ctx);
        }
    }
}

/// The same in one row of a given size, with short names; the usual one is strong.
pub fn peers_row_ui(ui: &mut Ui, ctx: &Ctx<'_>, width: f32, height: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 2.0;
        for (command, short) in COMMANDS {
            let (name, whole) = (ctx.text(short), ctx.text(command.name()));
            let button = match command {
                Command::CompareTier => {
                    Button::new(bold(name).size(13.0).color(ctx.colors.on_strong)).fill(ctx.colors.strong)
                }
                _ => Button::new(RichText::new(name).size(13.0)),
            };
            let response = ui.add_sized(vec2((width - 12.0) / 3.0, height), button);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, whole));
            if response.on_hover_text(whole).clicked() {
                command.run(ctx);
            }
        }
    });
}
