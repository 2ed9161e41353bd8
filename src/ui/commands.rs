//! Commands: everything a menu offers or a key does, once. Menus, tooltips, shortcuts and the help page read this table.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::Ctx;
use crate::catalogue::Embedded;
use crate::compare::Among;
use crate::export::Format;
use crate::query::Unit;
use crate::session::{
    Action, Change, Dialog, Effect, Filter, Guiding, Motion, NameOrder, Preference, RowHeight, Selecting, Staging,
    ThemeChoice, Walking, Way, has_public_sources, shell_line,
};
use crate::view::Tab;
use crate::walk::Screens;
use crate::words::{Lang, UiText as T};

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named in the texts")]
pub enum Command {
    Open,
    OpenEmbedded,
    OpenTitles,
    Reload,
    SaveView,
    Views,
    Export,
    SaveFigure,
    Memo,
    Quit,
    Undo,
    Redo,
    CopyRows,
    CopyMarkdown,
    CopyCitations,
    Cite,
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
    CompareProvince,
    CompareTier,
    CompareAll,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    RowsCompact,
    RowsUsual,
    RowsRoomy,
    LessMotion,
    NamesByCode,
    NamesByPinyin,
    Chinese,
    English,
    Problems,
    Catalogue,
    Claims,
    Palette,
    Help,
    Hint,
    Present,
    PresentHere,
    Walk,
    WalkRegions,
    AddToWalk,
}

/// Every command, in the order of the menus.
pub const COMMANDS: &[Command] = &[
    Command::Open,
    Command::OpenEmbedded,
    Command::OpenTitles,
    Command::Reload,
    Command::SaveView,
    Command::Views,
    Command::Export,
    Command::SaveFigure,
    Command::Memo,
    Command::Quit,
    Command::Undo,
    Command::Redo,
    Command::CopyRows,
    Command::CopyMarkdown,
    Command::CopyCitations,
    Command::Cite,
    Command::CopyCommandLine,
    Command::SelectAll,
    Command::Find,
    Command::ClearFilters,
    Command::MyRegion,
    Command::CompareProvince,
    Command::CompareTier,
    Command::CompareAll,
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
    Command::RowsCompact,
    Command::RowsUsual,
    Command::RowsRoomy,
    Command::LessMotion,
    Command::NamesByCode,
    Command::NamesByPinyin,
    Command::Chinese,
    Command::English,
    Command::Problems,
    Command::Catalogue,
    Command::Claims,
    Command::Palette,
    Command::Help,
    Command::Hint,
    Command::Present,
    Command::PresentHere,
    Command::Walk,
    Command::WalkRegions,
    Command::AddToWalk,
];

impl Command {
    /// Its name.
    pub fn name(self) -> T {
        match self {
            Command::Open => T::CmdOpen,
            Command::OpenEmbedded => T::CmdOpenEmbedded,
            Command::OpenTitles => T::CmdOpenTitles,
            Command::Reload => T::CmdReload,
            Command::SaveView => T::CmdSaveView,
            Command::Views => T::CmdViews,
            Command::Export => T::CmdExport,
            Command::SaveFigure => T::CmdSaveFigure,
            Command::Memo => T::CmdMemo,
            Command::Quit => T::CmdQuit,
            Command::Undo => T::CmdUndo,
            Command::Redo => T::CmdRedo,
            Command::CopyRows => T::CmdCopyRows,
            Command::CopyMarkdown => T::CmdCopyMarkdown,
            Command::CopyCitations => T::CmdCopyCitations,
            Command::Cite => T::CmdCite,
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
            Command::CompareProvince => T::CmdCompareProvince,
            Command::CompareTier => T::CmdCompareTier,
            Command::CompareAll => T::CmdCompareAll,
            Command::ThemeSystem => T::CmdThemeSystem,
            Command::ThemeLight => T::CmdThemeLight,
            Command::ThemeDark => T::CmdThemeDark,
            Command::ZoomIn => T::CmdZoomIn,
            Command::ZoomOut => T::CmdZoomOut,
            Command::ZoomReset => T::CmdZoomReset,
            Command::RowsCompact => T::CmdRowsCompact,
            Command::RowsUsual => T::CmdRowsUsual,
            Command::RowsRoomy => T::CmdRowsRoomy,
            Command::LessMotion => T::CmdLessMotion,
            Command::NamesByCode => T::CmdNamesByCode,
            Command::NamesByPinyin => T::CmdNamesByPinyin,
            Command::Chinese => T::CmdChinese,
            Command::English => T::CmdEnglish,
            Command::Problems => T::CmdProblems,
            Command::Catalogue => T::CmdCatalogue,
            Command::Claims => T::CmdClaims,
            Command::Palette => T::CmdPalette,
            Command::Help => T::CmdHelp,
            Command::Hint => T::CmdHint,
            Command::Present => T::CmdPresent,
            Command::PresentHere => T::CmdPresentHere,
            Command::Walk => T::CmdWalk,
            Command::WalkRegions => T::CmdWalkRegions,
            Command::AddToWalk => T::CmdAddToWalk,
        }
    }

    /// Its key, if it has one.
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let plain = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        match self {
            Command::Open => ctrl(Key::O),
            Command::Reload => ctrl(Key::R),
            Command::SaveView => ctrl(Key::S),
            Command::Views => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::O)),
            Command::Export => ctrl(Key::E),
            Command::Quit => ctrl(Key::Q),
            Command::Undo => ctrl(Key::Z),
            Command::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z)),
            Command::CopyRows => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C)),
            Command::CopyMarkdown => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::M)),
            Command::CopyCitations => Some(KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::B)),
            Command::Cite => ctrl(Key::B),
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
            Command::Present => plain(Key::F5),
            Command::PresentHere => Some(KeyboardShortcut::new(Modifiers::SHIFT, Key::F5)),
            Command::Walk => ctrl(Key::F5),
            Command::WalkRegions => ctrl(Key::G),
            Command::AddToWalk => ctrl(Key::M),
            _ => None,
        }
    }

    /// The name with what it would do now, for menus: `撤销：筛选`.
    pub fn label(self, ctx: &Ctx<'_>) -> String {
        let name = ctx.text(self.name());
        if self == Command::CopyCitations {
            let form = ctx.session.cite_format().name(ctx.lang());
            return ctx.fill(T::NameAndStep, &[("name", &name), ("step", &form)]);
        }
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
            Command::CopyRows | Command::CopyMarkdown | Command::CopyCitations => !session.derived.rows.is_empty(),
            Command::SelectAll => session.view.tab == Tab::Table,
            Command::SaveFigure => session.view.tab == Tab::Charts && session.loading.is_none(),
            Command::Memo => {
                let is_shown = session.view.tab == Tab::Compare && session.loading.is_none();
                is_shown && session.derived.comparison().columns.len() > 1
            }
            Command::ClearFilters => session.derived.query.terms.iter().any(|term| !term.test.is_lens()),
            Command::CloseDetail => session.pointing.detail.is_some(),
            Command::Problems => !session.data.problems.is_empty(),
            Command::PublicSources => session.data.with_public > 0,
            Command::Open | Command::OpenEmbedded | Command::OpenTitles | Command::Export => session.loading.is_none(),
            Command::Walk | Command::AddToWalk => session.stage.is_none(),
            Command::WalkRegions => session.stage.is_none() && !session.derived.regions.rows.is_empty(),
            Command::Reload => session.loading.is_none() && session.data.origin.path().is_some(),
            _ => true,
        }
    }

    /// Whether what it switches is on; nothing for a command that is no switch.
    pub fn is_on(self, ctx: &Ctx<'_>) -> Option<bool> {
        let settings = &ctx.session.settings;
        Some(match self {
            Command::ThemeSystem => settings.theme == ThemeChoice::System,
            Command::ThemeLight => settings.theme == ThemeChoice::Light,
            Command::ThemeDark => settings.theme == ThemeChoice::Dark,
            Command::RowsCompact => settings.rows == RowHeight::Compact,
            Command::RowsUsual => settings.rows == RowHeight::Usual,
            Command::RowsRoomy => settings.rows == RowHeight::Roomy,
            Command::LessMotion => settings.motion == Motion::None,
            Command::NamesByCode => settings.names == NameOrder::Code,
            Command::NamesByPinyin => settings.names == NameOrder::Pinyin,
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
            Command::OpenEmbedded => Action::Do(Effect::LoadEmbedded(Embedded::Report)),
            Command::OpenTitles => Action::Do(Effect::LoadEmbedded(Embedded::Titles)),
            Command::Reload => Action::Do(Effect::Reload),
            Command::SaveView => Action::Show(Some(Dialog::SaveView)),
            Command::Views => Action::Show(Some(Dialog::Views)),
            Command::Export => Action::Show(Some(Dialog::Export)),
            Command::SaveFigure => Action::Show(Some(Dialog::SaveFigure)),
            Command::Memo => Action::Show(Some(Dialog::SaveMemo)),
            Command::Quit => Action::Do(Effect::Quit),
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
            Command::CopyRows => Action::Do(Effect::Copy(ctx.session.rows_as_text())),
            Command::CopyMarkdown => Action::Do(Effect::Copy(ctx.session.rows_as_markdown())),
            Command::CopyCitations => Action::Do(Effect::Copy(ctx.session.rows_as_citations())),
            Command::Cite => Action::Show(Some(Dialog::Cite)),
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
            Command::CompareProvince => Action::CompareWith(Among::Province),
            Command::CompareTier => Action::CompareWith(Among::Tier),
            Command::CompareAll => Action::CompareWith(Among::All),
            Command::ThemeSystem => Action::Prefer(Preference::Theme(ThemeChoice::System)),
            Command::ThemeLight => Action::Prefer(Preference::Theme(ThemeChoice::Light)),
            Command::ThemeDark => Action::Prefer(Preference::Theme(ThemeChoice::Dark)),
            Command::ZoomIn => Action::Prefer(Preference::Zoom(zoom.saturating_add(10))),
            Command::ZoomOut => Action::Prefer(Preference::Zoom(zoom.saturating_sub(10))),
            Command::ZoomReset => Action::Prefer(Preference::Zoom(100)),
            Command::RowsCompact => Action::Prefer(Preference::Rows(RowHeight::Compact)),
            Command::RowsUsual => Action::Prefer(Preference::Rows(RowHeight::Usual)),
            Command::RowsRoomy => Action::Prefer(Preference::Rows(RowHeight::Roomy)),
            Command::LessMotion if ctx.session.settings.motion == Motion::None => {
                Action::Prefer(Preference::Motion(Motion::Usual))
            }
            Command::LessMotion => Action::Prefer(Preference::Motion(Motion::None)),
            Command::NamesByCode => Action::Prefer(Preference::Names(NameOrder::Code)),
            Command::NamesByPinyin => Action::Prefer(Preference::Names(NameOrder::Pinyin)),
            Command::Chinese => Action::Prefer(Preference::Lang(Lang::Zh)),
            Command::English => Action::Prefer(Preference::Lang(Lang::En)),
            Command::Problems => Action::Show(Some(Dialog::Problems)),
            Command::Catalogue => Action::Show(Some(Dialog::Catalogue)),
            Command::Claims => Action::Show(Some(Dialog::Claims)),
            Command::Palette => Action::Show(Some(Dialog::Palette)),
            Command::Help => Action::Show(Some(Dialog::Help)),
            Command::Hint => Action::Guide(Guiding::Begin),
            Command::Present => Staging::Begin(Screens::Two).into(),
            Command::PresentHere => Staging::Begin(Screens::One).into(),
            Command::Walk => Action::Show(Some(Dialog::Walk)),
            Command::WalkRegions => Walking::Through(Way::Code).into(),
            Command::AddToWalk => Walking::Add.into(),
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

/// Does what a key was pressed for. Keys with more modifiers come first; Esc is left to dialogs and text fields.
pub fn shortcuts(ui: &Ui, ctx: &Ctx<'_>, wants_search: &mut bool) {
    // What lies behind a dialog stays as it is.
    if ctx.session.pointing.dialog.is_some() {
        return;
    }
    by_key(ui, ctx, COMMANDS, wants_search);
}

/// The same on stage, where other keys mean other things.
pub fn stage_shortcuts(ui: &Ui, ctx: &Ctx<'_>) {
    const ON_STAGE: &[Command] = &[Command::Quit, Command::ZoomIn, Command::ZoomOut, Command::ZoomReset];
    by_key(ui, ctx, ON_STAGE, &mut false);
}

fn by_key(ui: &Ui, ctx: &Ctx<'_>, commands: &[Command], wants_search: &mut bool) {
    let typing = ui.ctx().text_edit_focused();
    let mut commands: Vec<(Command, KeyboardShortcut)> =
        commands.iter().filter_map(|command| Some((*command, command.shortcut()?))).collect();
    commands.sort_by_key(|(_, key)| std::cmp::Reverse(key.modifiers.shift));
    for (command, key) in commands {
        let is_text_key = typing
            && (key.modifiers.is_none() || matches!(command, Command::Undo | Command::Redo | Command::ClearFilters));
        if is_text_key && command != Command::Help || !command.applies(ctx) {
            continue;
        }
        if ui.input_mut(|input| input.consume_shortcut(&key)) {
            command.run(ctx, Some(wants_search));
            return;
        }
    }
}

/// The unit's name for people.
pub fn unit_name(unit: Unit) -> T {
    match unit {
        Unit::Policy => T::UnitPolicy,
        Unit::Region => T::UnitRegion,
    }
}

/// The name of an export format for people.
pub fn format_name(format: Format) -> T {
    match format {
        Format::Xlsx => T::FormatXlsx,
        Format::CsvExcel => T::FormatCsvExcel,
        Format::Csv => T::FormatCsv,
        Format::Json => T::FormatJson,
        Format::Md => T::FormatMd,
        Format::Jsonl => T::FormatJsonl,
        Format::Html => T::FormatHtml,
        Format::Parquet => T::FormatParquet,
        Format::Sqlite => T::FormatSqlite,
        Format::Ron => T::FormatRon,
    }
}
