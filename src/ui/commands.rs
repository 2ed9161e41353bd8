//! Commands: everything a menu offers or a key does, once. Menus, tooltips, shortcuts and the help page read this table.

use egui::{Key, KeyboardShortcut, MenuBar, Modifiers, Ui};

use super::Ctx;
use crate::query::Unit;
use crate::session::{
    Action, Change, Dialog, Effect, Filter, Preference, Selecting, ThemeChoice, has_public_sources, shell_line,
};
use crate::view::Tab;
use crate::words::{Lang, UiText as T};

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named in the texts")]
pub enum Command {
    Open,
    OpenEmbedded,
    Export,
    Quit,
    Undo,
    Redo,
    CopyRows,
    CopyCommandLine,
    SelectAll,
    Find,
    ClearFilters,
    Overview,
    Table,
    Compare,
    Charts,
    PublicSources,
    CloseDetail,
    MyRegion,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Chinese,
    English,
    Problems,
    Catalogue,
    Palette,
    Help,
}

/// The menus, each a list of commands; `None` is a line between them.
const MENUS: [(T, &[Option<Command>]); 4] = [
    (
        T::MenuFile,
        &[Some(Command::Open), Some(Command::OpenEmbedded), None, Some(Command::Export), None, Some(Command::Quit)],
    ),
    (
        T::MenuEdit,
        &[
            Some(Command::Undo),
            Some(Command::Redo),
            None,
            Some(Command::CopyRows),
            Some(Command::CopyCommandLine),
            Some(Command::SelectAll),
            None,
            Some(Command::Find),
            Some(Command::ClearFilters),
            None,
            Some(Command::MyRegion),
        ],
    ),
    (
        T::MenuView,
        &[
            Some(Command::Overview),
            Some(Command::Table),
            Some(Command::Compare),
            Some(Command::Charts),
            None,
            Some(Command::PublicSources),
            None,
            Some(Command::ThemeSystem),
            Some(Command::ThemeLight),
            Some(Command::ThemeDark),
            None,
            Some(Command::ZoomIn),
            Some(Command::ZoomOut),
            Some(Command::ZoomReset),
            None,
            Some(Command::Chinese),
            Some(Command::English),
        ],
    ),
    (
        T::MenuHelp,
        &[Some(Command::Palette), None, Some(Command::Help), Some(Command::Catalogue), Some(Command::Problems)],
    ),
];

/// Every command, in the order of the menus.
pub const COMMANDS: [Command; 30] = [
    Command::Open,
    Command::OpenEmbedded,
    Command::Export,
    Command::Quit,
    Command::Undo,
    Command::Redo,
    Command::CopyRows,
    Command::CopyCommandLine,
    Command::SelectAll,
    Command::Find,
    Command::ClearFilters,
    Command::MyRegion,
    Command::Overview,
    Command::Table,
    Command::Compare,
    Command::Charts,
    Command::PublicSources,
    Command::CloseDetail,
    Command::ThemeSystem,
    Command::ThemeLight,
    Command::ThemeDark,
    Command::ZoomIn,
    Command::ZoomOut,
    Command::ZoomReset,
    Command::Chinese,
    Command::English,
    Command::Problems,
    Command::Catalogue,
    Command::Palette,
    Command::Help,
];

impl Command {
    /// Its name.
    pub fn name(self) -> T {
        match self {
            Command::Open => T::CmdOpen,
            Command::OpenEmbedded => T::CmdOpenEmbedded,
            Command::Export => T::CmdExport,
            Command::Quit => T::CmdQuit,
            Command::Undo => T::CmdUndo,
            Command::Redo => T::CmdRedo,
            Command::CopyRows => T::CmdCopyRows,
            Command::CopyCommandLine => T::CmdCopyCommandLine,
            Command::SelectAll => T::CmdSelectAll,
            Command::Find => T::CmdFind,
            Command::ClearFilters => T::CmdClearFilters,
            Command::Overview => T::TabOverview,
            Command::Table => T::TabTable,
            Command::Compare => T::TabCompare,
            Command::Charts => T::TabCharts,
            Command::PublicSources => T::CmdPublicSources,
            Command::CloseDetail => T::CmdCloseDetail,
            Command::MyRegion => T::CmdMyRegion,
            Command::ThemeSystem => T::CmdThemeSystem,
            Command::ThemeLight => T::CmdThemeLight,
            Command::ThemeDark => T::CmdThemeDark,
            Command::ZoomIn => T::CmdZoomIn,
            Command::ZoomOut => T::CmdZoomOut,
            Command::ZoomReset => T::CmdZoomReset,
            Command::Chinese => T::CmdChinese,
            Command::English => T::CmdEnglish,
            Command::Problems => T::CmdProblems,
            Command::Catalogue => T::CmdCatalogue,
            Command::Palette => T::CmdPalette,
            Command::Help => T::CmdHelp,
        }
    }

    /// Its key, if it has one.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let plain = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        match self {
            Command::Open => ctrl(Key::O),
            Command::Export => ctrl(Key::E),
            Command::Quit => ctrl(Key::Q),
            Command::Undo => ctrl(Key::Z),
            Command::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z)),
            Command::CopyRows => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C)),
            Command::SelectAll => None,
            Command::Find => ctrl(Key::F),
            Command::ClearFilters => ctrl(Key::Backspace),
            Command::Overview => ctrl(Key::Num1),
            Command::Table => ctrl(Key::Num2),
            Command::Compare => ctrl(Key::Num3),
            Command::Charts => ctrl(Key::Num4),
            Command::PublicSources => ctrl(Key::L),
            Command::CloseDetail => plain(Key::Escape),
            Command::ZoomIn => ctrl(Key::Plus),
            Command::ZoomOut => ctrl(Key::Minus),
            Command::ZoomReset => ctrl(Key::Num0),
            Command::Palette => ctrl(Key::K),
            Command::Help => plain(Key::F1),
            _ => None,
        }
    }

    /// The name with what it would do now, for menus: `撤销：筛选`.
    pub fn label(self, ctx: &Ctx<'_>) -> String {
        let name = ctx.text(self.name());
        let step = match self {
            Command::Undo => ctx.session.history.undoes(),
            Command::Redo => ctx.session.history.redoes(),
            _ => None,
        };
        match step {
            Some(step) => ctx.fill(T::NameAndStep, &[("name", &name), ("step", &ctx.text(step))]),
            None => name.to_owned(),
        }
    }

    /// Name and key, for a tooltip.
    pub fn hint(self, ctx: &Ctx<'_>) -> String {
        match self.shortcut() {
            Some(key) => format!("{} ({})", ctx.text(self.name()), key_text(&key)),
            None => ctx.text(self.name()).to_owned(),
        }
    }

    /// Whether it can do something now.
    pub fn applies(self, ctx: &Ctx<'_>) -> bool {
        let session = ctx.session;
        match self {
            Command::Undo => session.history.undoes().is_some(),
            Command::Redo => session.history.redoes().is_some(),
            Command::CopyRows => !session.derived.rows.is_empty(),
            Command::SelectAll => session.view.tab == Tab::Table,
            Command::ClearFilters => session.derived.query.terms.iter().any(|term| !term.test.is_lens()),
            Command::CloseDetail => session.pointing.detail.is_some(),
            Command::Problems => !session.data.problems.is_empty(),
            Command::PublicSources => session.data.with_public > 0,
            Command::Open | Command::OpenEmbedded | Command::Export => session.loading.is_none(),
            _ => true,
        }
    }

    fn is_on(self, ctx: &Ctx<'_>) -> Option<bool> {
        let settings = &ctx.session.settings;
        Some(match self {
            Command::ThemeSystem => settings.theme == ThemeChoice::System,
            Command::ThemeLight => settings.theme == ThemeChoice::Light,
            Command::ThemeDark => settings.theme == ThemeChoice::Dark,
            Command::Chinese => settings.lang == Lang::Zh,
            Command::English => settings.lang == Lang::En,
            Command::PublicSources => has_public_sources(&ctx.session.derived.query),
            _ => return None,
        })
    }

    /// Does it. Going to the search line is a wish that the painter of that line takes up.
    pub fn run(self, ctx: &Ctx<'_>, wants_search: Option<&mut bool>) {
        let zoom = ctx.session.settings.zoom;
        let action: Action = match self {
            Command::Open if ctx.has_file_dialog => Action::Do(Effect::PickOpen),
            Command::Open => Action::Show(Some(Dialog::OpenPath)),
            Command::OpenEmbedded => Action::Do(Effect::LoadEmbedded),
            Command::Export => Action::Show(Some(Dialog::Export)),
            Command::Quit => Action::Do(Effect::Quit),
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
            Command::CopyRows => Action::Do(Effect::Copy(rows_as_text(ctx))),
            Command::CopyCommandLine => Action::Do(Effect::Copy(shell_line(&ctx.session.command_line()))),
            Command::SelectAll => Action::Select(Selecting::All),
            Command::Find => {
                if let Some(wants) = wants_search {
                    *wants = true;
                }
                return;
            }
            Command::ClearFilters => Filter::Clear.into(),
            Command::Overview => Change::Tab(Tab::Overview).into(),
            Command::Table => Change::Tab(Tab::Table).into(),
            Command::Compare => Change::Tab(Tab::Compare).into(),
            Command::Charts => Change::Tab(Tab::Charts).into(),
            Command::PublicSources => Filter::PublicSources(!has_public_sources(&ctx.session.derived.query)).into(),
            Command::CloseDetail => Action::CloseDetail,
            Command::MyRegion => Action::Show(Some(Dialog::MyRegion)),
            Command::ThemeSystem => Action::Prefer(Preference::Theme(ThemeChoice::System)),
            Command::ThemeLight => Action::Prefer(Preference::Theme(ThemeChoice::Light)),
            Command::ThemeDark => Action::Prefer(Preference::Theme(ThemeChoice::Dark)),
            Command::ZoomIn => Action::Prefer(Preference::Zoom(zoom.saturating_add(10))),
            Command::ZoomOut => Action::Prefer(Preference::Zoom(zoom.saturating_sub(10))),
            Command::ZoomReset => Action::Prefer(Preference::Zoom(100)),
            Command::Chinese => Action::Prefer(Preference::Lang(Lang::Zh)),
            Command::English => Action::Prefer(Preference::Lang(Lang::En)),
            Command::Problems => Action::Show(Some(Dialog::Problems)),
            Command::Catalogue => Action::Show(Some(Dialog::Catalogue)),
            Command::Palette => Action::Show(Some(Dialog::Palette)),
            Command::Help => Action::Show(Some(Dialog::Help)),
        };
        ctx.send(action);
    }
}

/// `Ctrl+Shift+Z`.
pub fn key_text(shortcut: &KeyboardShortcut) -> String {
    let mut out = String::new();
    for (held, name) in
        [(shortcut.modifiers.command, "Ctrl+"), (shortcut.modifiers.shift, "Shift+"), (shortcut.modifiers.alt, "Alt+")]
    {
        if held {
            out += name;
        }
    }
    out + match shortcut.logical_key {
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Escape => "Esc",
        key => key.name(),
    }
}

/// Shortcuts that two commands share.
pub fn clashes() -> Vec<(Command, Command)> {
    let mut found = Vec::new();
    for (i, one) in COMMANDS.iter().enumerate() {
        for other in COMMANDS.iter().skip(i + 1) {
            if one.shortcut().is_some() && one.shortcut() == other.shortcut() {
                found.push((*one, *other));
            }
        }
    }
    found
}

/// The selected rows (or all, if none is) as text: the columns shown, separated by tabs.
fn rows_as_text(ctx: &Ctx<'_>) -> String {
    let session = ctx.session;
    let outcome = session.derived.in_unit(session.view.unit);
    let columns = ctx.session.shown_columns();
    let mut rows = session.derived.rows.clone();
    if !session.pointing.selected.is_empty() {
        rows.retain(|row| session.pointing.selected.contains(row));
    }
    let heads: Vec<String> = columns.iter().map(|column| column.label(ctx.catalogue(), ctx.lang())).collect();
    let mut out = heads.join("\t");
    for row in rows {
        let values: Vec<String> =
            columns.iter().map(|c| c.shown(ctx.index(), outcome, row, ctx.lang()).replace(['\t', '\n'], " ")).collect();
        out.push('\n');
        out += &values.join("\t");
    }
    out
}

/// Does what a key was pressed for. Keys with more modifiers come first; Esc is left to dialogs and text fields.
pub fn shortcuts(ui: &Ui, ctx: &Ctx<'_>, wants_search: &mut bool) {
    let typing = ui.ctx().egui_wants_keyboard_input();
    let mut commands: Vec<(Command, KeyboardShortcut)> =
        COMMANDS.iter().filter_map(|command| Some((*command, command.shortcut()?))).collect();
    commands.sort_by_key(|(_, key)| std::cmp::Reverse(key.modifiers.shift));
    for (command, key) in commands {
        let is_text_key = typing
            && (key.modifiers.is_none() || matches!(command, Command::Undo | Command::Redo | Command::ClearFilters));
        let in_dialog = ctx.session.pointing.dialog.is_some() && key.modifiers.is_none();
        if is_text_key && command != Command::Help || in_dialog || !command.applies(ctx) {
            continue;
        }
        if ui.input_mut(|input| input.consume_shortcut(&key)) {
            command.run(ctx, Some(wants_search));
            return;
        }
    }
}

/// The menus.
pub fn menu_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    // A menu bar takes the whole row unless it is given a place of its own.
    let place = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place.with_max_x(place.left() + 230.0)));
    MenuBar::new().ui(&mut child, |ui| {
        for (name, commands) in MENUS {
            ui.menu_button(ctx.text(name), |ui| {
                for command in commands {
                    match command {
                        None => {
                            ui.separator();
                        }
                        Some(command) => item_ui(ui, ctx, *command),
                    }
                }
            });
        }
    });
    let used = child.min_rect();
    ui.advance_cursor_after_rect(used);
}

fn item_ui(ui: &mut Ui, ctx: &Ctx<'_>, command: Command) {
    let mut label = command.label(ctx);
    if let Some(on) = command.is_on(ctx) {
        label = format!("{} {label}", if on { "✓" } else { "\u{3000}" });
    }
    let mut button = egui::Button::new(label);
    if let Some(key) = command.shortcut() {
        button = button.shortcut_text(key_text(&key));
    }
    if ui.add_enabled(command.applies(ctx), button).clicked() {
        command.run(ctx, None);
        ui.close();
    }
}

/// The unit's name for people.
pub fn unit_name(unit: Unit) -> T {
    match unit {
        Unit::Policy => T::UnitPolicy,
        Unit::Region => T::UnitRegion,
    }
}
