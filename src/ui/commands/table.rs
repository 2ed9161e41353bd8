//! The commands, one entry each. An entry without its name, menu, condition or deed does not compile.

use egui::Key;

use super::Entry;
use super::deeds::{
    add_policy, always, asks_region, copies, copy_table, has_rows, is_off_stage, perform, prefer, prints, read, show,
};
use super::keys::{ctrl, ctrl_shift, plain, shift};
use super::make::commands;
use super::place::{edit, file, help, present, view};
use crate::catalogue::Embedded;
use crate::compare::Among;
use crate::session::{
    Action, Dialog, Effect, Filter, Guiding, ImportStep, Mining, Motion, NameOrder, Preference, RowHeight, Selecting,
    Session, Staging, ThemeChoice, ViewChange, Walking, Way, Work, has_public_sources, shell_line,
};
use crate::view::Tab;
use crate::walk::Screens;
use crate::words::{Lang, UiText as T};

commands! {
    Open {
        name: T::CmdOpen,
        menu: Some(file(1)),
        key: ctrl(Key::O),
        applies: |session| session.may(Work::Open),
        run: |ctx| if ctx.has_file_dialog { perform(ctx, Effect::PickOpen) } else { show(ctx, Dialog::OpenPath) },
    }
    OpenEmbedded {
        name: T::CmdOpenEmbedded,
        menu: Some(file(1)),
        applies: |session| session.may(Work::Open),
        run: |ctx| perform(ctx, Effect::LoadEmbedded(Embedded::Report)),
    }
    OpenTitles {
        name: T::CmdOpenTitles,
        menu: Some(file(1)),
        applies: |session| session.may(Work::Open),
        run: |ctx| perform(ctx, Effect::LoadEmbedded(Embedded::Titles)),
    }
    AddPolicy {
        name: T::CmdAddPolicy,
        menu: Some(file(1)),
        key: ctrl(Key::N),
        applies: |session| session.mine().layer().is_some(),
        run: add_policy,
    }
    ImportTable {
        name: T::CmdImport,
        menu: Some(file(1)),
        key: ctrl(Key::I),
        applies: |session| session.mine().layer().is_some(),
        run: |ctx| ctx.send(Mining::Import(ImportStep::Begin)),
    }
    Read {
        name: T::CmdRead,
        menu: Some(file(1)),
        key: ctrl(Key::T),
        applies: |session| session.readable().is_some(),
        run: read,
    }
    Settle {
        name: T::CmdSettle,
        menu: Some(file(1)),
        applies: |session| session.mine().settling().is_some(),
        run: |ctx| show(ctx, Dialog::Settle),
    }
    SendMine {
        name: T::CmdSendMine,
        menu: Some(file(1)),
        applies: |session| session.may(Work::Write) && session.mine().layer().is_some_and(|layer| layer.text.is_some()),
        run: |ctx| show(ctx, Dialog::SendMine),
    }
    RestoreLayer {
        name: T::CmdRestore,
        menu: Some(file(1)),
        applies: |session| session.mine().layer().is_some_and(|layer| layer.text.is_some()),
        run: |ctx| show(ctx, Dialog::Restore),
    }
    EraseLayer {
        name: T::CmdErase,
        menu: Some(file(1)),
        applies: |session| session.mine().layer().is_some_and(|layer| layer.text.is_some()),
        run: |ctx| show(ctx, Dialog::Erase),
    }
    SettleQuotes {
        name: T::CmdAdrift,
        menu: Some(file(1)),
        applies: |session| session.adrift().next().is_some(),
        run: |ctx| show(ctx, Dialog::Adrift),
    }
    SamePolicies {
        name: T::CmdSame,
        menu: Some(file(1)),
        applies: |session| session.may_answer_same(),
        run: |ctx| show(ctx, Dialog::Same),
    }
    Reload {
        name: T::CmdReload,
        menu: Some(file(1)),
        key: ctrl(Key::R),
        applies: |session| session.may(Work::Reread) && session.data().origin.path().is_some(),
        run: |ctx| perform(ctx, Effect::Reload),
    }
    SaveView {
        name: T::CmdSaveView,
        menu: Some(file(2)),
        key: ctrl(Key::S),
        applies: always,
        run: |ctx| show(ctx, Dialog::SaveView),
    }
    Views {
        name: T::CmdViews,
        menu: Some(file(2)),
        key: ctrl_shift(Key::O),
        applies: always,
        run: |ctx| show(ctx, Dialog::Views),
    }
    Export {
        name: T::CmdExport,
        menu: Some(file(3)),
        key: ctrl(Key::E),
        applies: |session| session.may(Work::Write),
        run: |ctx| show(ctx, Dialog::Export),
    }
    SaveFigure {
        name: T::CmdSaveFigure,
        menu: Some(file(3)),
        applies: |session| session.may(Work::Write) && session.view().tab == Tab::Charts,
        run: |ctx| show(ctx, Dialog::SaveFigure),
    }
    Live {
        name: T::CmdLive,
        menu: Some(file(3)),
        applies: |session| session.may(Work::Write),
        run: |ctx| show(ctx, Dialog::Live),
    }
    Memo {
        name: T::CmdMemo,
        menu: Some(file(3)),
        applies: |session| {
            let is_shown = session.may(Work::Write) && session.view().tab == Tab::Compare;
            is_shown && session.derived().comparison().columns.len() > 1
        },
        run: |ctx| show(ctx, Dialog::SaveMemo),
    }
    Print {
        name: T::CmdPrint,
        menu: Some(file(3)),
        key: ctrl(Key::P),
        applies: |session| session.may(Work::Write) && session.has_content(),
        detail: |session| Some(prints(session).get(session.lang())),
        run: |ctx| {
            let what = ctx.session.printed();
            perform(ctx, Effect::Print { name: ctx.session.file_name(what), what });
        },
    }
    Quit {
        name: T::CmdQuit,
        menu: Some(file(4)),
        key: ctrl(Key::Q),
        applies: always,
        run: |ctx| perform(ctx, Effect::Quit),
    }
    Undo {
        name: T::CmdUndo,
        menu: Some(edit(1)),
        key: ctrl(Key::Z).unless_typing(),
        applies: |session| session.history().undoes().is_some(),
        detail: |session| session.history().undoes().map(|step| step.get(session.lang())),
        run: |ctx| ctx.send(Action::Undo),
    }
    Redo {
        name: T::CmdRedo,
        menu: Some(edit(1)),
        key: ctrl_shift(Key::Z).unless_typing(),
        also: ctrl(Key::Y).unless_typing(),
        applies: |session| session.history().redoes().is_some(),
        detail: |session| session.history().redoes().map(|step| step.get(session.lang())),
        run: |ctx| ctx.send(Action::Redo),
    }
    Copy {
        name: T::CmdCopy,
        menu: Some(edit(2)),
        key: ctrl(Key::C).unless_typing(),
        applies: Session::has_content,
        detail: |session| Some(copies(session).get(session.lang())),
        run: |ctx| if ctx.session.view().tab == Tab::Charts { perform(ctx, Effect::CopyFigure) } else { copy_table(ctx) },
    }
    CopyRows {
        name: T::CmdCopyRows,
        menu: Some(edit(2)),
        key: ctrl_shift(Key::C),
        applies: Session::has_content,
        run: copy_table,
    }
    CopyMarkdown {
        name: T::CmdCopyMarkdown,
        menu: Some(edit(2)),
        key: ctrl_shift(Key::M),
        applies: Session::has_content,
        run: |ctx| perform(ctx, Effect::Copy(ctx.session.copied_markdown())),
    }
    CopyCitations {
        name: T::CmdCopyCitations,
        menu: Some(edit(2)),
        key: ctrl_shift(Key::B),
        applies: has_rows,
        detail: |session| Some(session.cite_format().name(session.lang())),
        run: |ctx| perform(ctx, Effect::Copy(ctx.session.copied_citations())),
    }
    CopyCommandLine {
        name: T::CmdCopyCommandLine,
        menu: Some(edit(2)),
        applies: always,
        run: |ctx| perform(ctx, Effect::Copy(shell_line(&ctx.session.command_line()))),
    }
    SelectAll {
        name: T::CmdSelectAll,
        menu: Some(edit(2)),
        applies: |session| session.view().tab == Tab::Table,
        run: |ctx| ctx.send(Action::Select(Selecting::All)),
    }
    Cite {
        name: T::CmdCite,
        menu: Some(edit(2)),
        key: ctrl(Key::B),
        applies: always,
        run: |ctx| show(ctx, Dialog::Cite),
    }
    Find {
        name: T::CmdFind,
        menu: Some(edit(3)),
        key: ctrl(Key::F),
        applies: always,
        run: |ctx| ctx.find(),
    }
    ClearFilters {
        name: T::CmdClearFilters,
        menu: Some(edit(3)),
        key: ctrl(Key::Backspace).unless_typing(),
        applies: |session| session.derived().query.terms.iter().any(|term| !term.test.is_lens()),
        run: |ctx| ctx.send(Filter::Clear),
    }
    MyRegion {
        name: T::CmdMyRegion,
        menu: Some(edit(4)),
        applies: always,
        run: |ctx| show(ctx, Dialog::MyRegion),
    }
    CompareProvince {
        name: T::CmdCompareProvince,
        menu: Some(edit(4)),
        applies: always,
        detail: asks_region,
        run: |ctx| ctx.send(Action::CompareWith(Among::Province)),
    }
    CompareTier {
        name: T::CmdCompareTier,
        menu: Some(edit(4)),
        applies: always,
        detail: asks_region,
        run: |ctx| ctx.send(Action::CompareWith(Among::Tier)),
    }
    CompareAll {
        name: T::CmdCompareAll,
        menu: Some(edit(4)),
        applies: always,
        detail: asks_region,
        run: |ctx| ctx.send(Action::CompareWith(Among::All)),
    }
    Overview {
        name: T::TabOverview,
        menu: Some(view(1)),
        key: ctrl(Key::Num1),
        applies: always,
        run: |ctx| ctx.send(ViewChange::Tab(Tab::Overview)),
    }
    Table {
        name: T::TabTable,
        menu: Some(view(1)),
        key: ctrl(Key::Num2),
        applies: always,
        run: |ctx| ctx.send(ViewChange::Tab(Tab::Table)),
    }
    Compare {
        name: T::TabCompare,
        menu: Some(view(1)),
        key: ctrl(Key::Num3),
        applies: always,
        run: |ctx| ctx.send(ViewChange::Tab(Tab::Compare)),
    }
    Charts {
        name: T::TabCharts,
        menu: Some(view(1)),
        key: ctrl(Key::Num4),
        applies: always,
        run: |ctx| ctx.send(ViewChange::Tab(Tab::Charts)),
    }
    PublicSources {
        name: T::CmdPublicSources,
        menu: Some(view(2)),
        key: ctrl(Key::L),
        applies: |session| session.data().with_public > 0,
        on: |session| has_public_sources(&session.derived().query),
        run: |ctx| ctx.send(Filter::PublicSources(!has_public_sources(&ctx.session.derived().query))),
    }
    CloseDetail {
        name: T::CmdCloseDetail,
        menu: None,
        key: plain(Key::Escape).unless_typing(),
        applies: |session| session.pointing().detail.is_some(),
        run: |ctx| ctx.send(Action::CloseDetail),
    }
    ThemeSystem {
        name: T::CmdThemeSystem,
        menu: Some(view(3)),
        applies: always,
        on: |session| session.settings().theme == ThemeChoice::System,
        run: |ctx| prefer(ctx, Preference::Theme(ThemeChoice::System)),
    }
    ThemeLight {
        name: T::CmdThemeLight,
        menu: Some(view(3)),
        applies: always,
        on: |session| session.settings().theme == ThemeChoice::Light,
        run: |ctx| prefer(ctx, Preference::Theme(ThemeChoice::Light)),
    }
    ThemeDark {
        name: T::CmdThemeDark,
        menu: Some(view(3)),
        applies: always,
        on: |session| session.settings().theme == ThemeChoice::Dark,
        run: |ctx| prefer(ctx, Preference::Theme(ThemeChoice::Dark)),
    }
    ZoomIn {
        name: T::CmdZoomIn,
        menu: Some(view(4)),
        key: ctrl(Key::Plus),
        applies: always,
        run: |ctx| prefer(ctx, Preference::Zoom(ctx.session.settings().zoom.saturating_add(10))),
    }
    ZoomOut {
        name: T::CmdZoomOut,
        menu: Some(view(4)),
        key: ctrl(Key::Minus),
        applies: always,
        run: |ctx| prefer(ctx, Preference::Zoom(ctx.session.settings().zoom.saturating_sub(10))),
    }
    ZoomReset {
        name: T::CmdZoomReset,
        menu: Some(view(4)),
        key: ctrl(Key::Num0),
        applies: always,
        run: |ctx| prefer(ctx, Preference::Zoom(100)),
    }
    RowsCompact {
        name: T::CmdRowsCompact,
        menu: Some(view(5)),
        applies: always,
        on: |session| session.settings().rows == RowHeight::Compact,
        run: |ctx| prefer(ctx, Preference::Rows(RowHeight::Compact)),
    }
    RowsUsual {
        name: T::CmdRowsUsual,
        menu: Some(view(5)),
        applies: always,
        on: |session| session.settings().rows == RowHeight::Usual,
        run: |ctx| prefer(ctx, Preference::Rows(RowHeight::Usual)),
    }
    RowsRoomy {
        name: T::CmdRowsRoomy,
        menu: Some(view(5)),
        applies: always,
        on: |session| session.settings().rows == RowHeight::Roomy,
        run: |ctx| prefer(ctx, Preference::Rows(RowHeight::Roomy)),
    }
    LessMotion {
        name: T::CmdLessMotion,
        menu: Some(view(6)),
        applies: always,
        on: |session| session.settings().motion == Motion::None,
        run: |ctx| prefer(ctx, Preference::Motion(match ctx.session.settings().motion {
            Motion::None => Motion::Usual,
            Motion::Usual => Motion::None,
        })),
    }
    NamesByCode {
        name: T::CmdNamesByCode,
        menu: Some(view(7)),
        applies: always,
        on: |session| session.settings().names == NameOrder::Code,
        run: |ctx| prefer(ctx, Preference::Names(NameOrder::Code)),
    }
    NamesByPinyin {
        name: T::CmdNamesByPinyin,
        menu: Some(view(7)),
        applies: always,
        on: |session| session.settings().names == NameOrder::Pinyin,
        run: |ctx| prefer(ctx, Preference::Names(NameOrder::Pinyin)),
    }
    Chinese {
        name: T::CmdChinese,
        menu: Some(view(8)),
        applies: always,
        on: |session| session.settings().lang == Lang::Zh,
        run: |ctx| prefer(ctx, Preference::Lang(Lang::Zh)),
    }
    English {
        name: T::CmdEnglish,
        menu: Some(view(8)),
        applies: always,
        on: |session| session.settings().lang == Lang::En,
        run: |ctx| prefer(ctx, Preference::Lang(Lang::En)),
    }
    Present {
        name: T::CmdPresent,
        menu: Some(present(1)),
        key: plain(Key::F5).unless_typing(),
        applies: always,
        run: |ctx| ctx.send(Staging::Begin(Screens::Two)),
    }
    PresentHere {
        name: T::CmdPresentHere,
        menu: Some(present(1)),
        key: shift(Key::F5),
        applies: always,
        run: |ctx| ctx.send(Staging::Begin(Screens::One)),
    }
    Walk {
        name: T::CmdWalk,
        menu: Some(present(2)),
        key: ctrl(Key::F5),
        applies: is_off_stage,
        run: |ctx| show(ctx, Dialog::Walk),
    }
    WalkRegions {
        name: T::CmdWalkRegions,
        menu: Some(present(2)),
        key: ctrl(Key::G),
        applies: |session| is_off_stage(session) && !session.derived().regions.rows.is_empty(),
        run: |ctx| ctx.send(Walking::Through(Way::Code)),
    }
    AddToWalk {
        name: T::CmdAddToWalk,
        menu: Some(present(2)),
        key: ctrl(Key::M),
        applies: is_off_stage,
        run: |ctx| ctx.send(Walking::Add),
    }
    Palette {
        name: T::CmdPalette,
        menu: Some(help(1)),
        key: ctrl(Key::K),
        applies: always,
        run: |ctx| show(ctx, Dialog::Palette),
    }
    Help {
        name: T::CmdHelp,
        menu: Some(help(2)),
        key: plain(Key::F1),
        applies: always,
        run: |ctx| show(ctx, Dialog::Help),
    }
    Hint {
        name: T::CmdHint,
        menu: Some(help(2)),
        applies: always,
        run: |ctx| ctx.send(Action::Guide(Guiding::Begin)),
    }
    Catalogue {
        name: T::CmdCatalogue,
        menu: Some(help(2)),
        applies: always,
        run: |ctx| show(ctx, Dialog::Catalogue),
    }
    Claims {
        name: T::CmdClaims,
        menu: Some(help(2)),
        applies: always,
        run: |ctx| show(ctx, Dialog::Claims),
    }
    Problems {
        name: T::CmdProblems,
        menu: Some(help(2)),
        applies: |session| !session.data().problems.is_empty(),
        run: |ctx| show(ctx, Dialog::Problems),
    }
}
