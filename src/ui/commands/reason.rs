//! The reason that a command cannot do anything now, and so its needs.

use super::Command;
use crate::words::UiText as T;

impl Command {
    /// Its need, in order to apply. A command that needs nothing else needs the work under way to end.
    pub fn needs(self) -> T {
        match self {
            Command::Reload => T::NeedsFile,
            Command::SaveFigure => T::NeedsCharts,
            Command::Memo => T::NeedsComparison,
            Command::Undo => T::NeedsStep,
            Command::Redo => T::NeedsUndone,
            Command::CopyRows | Command::CopyMarkdown | Command::CopyCitations | Command::WalkRegions => T::NeedsRows,
            Command::SelectAll => T::NeedsTable,
            Command::ClearFilters => T::NeedsFilters,
            Command::PublicSources => T::NeedsPublic,
            Command::CloseDetail => T::NeedsDetail,
            Command::Walk | Command::AddToWalk => T::NeedsNoShow,
            Command::Problems => T::NoProblems,
            _ => T::NeedsRest,
        }
    }
}
