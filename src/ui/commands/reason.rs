//! Conditions of commands, told as the reason that one cannot do anything now.

use super::Command;
use crate::words::UiText as T;

impl Command {
    /// The condition under which it applies. A command without one of its own needs the work under way to end.
    pub fn needs(self) -> T {
        match self {
            Command::Reload => T::NeedsFile,
            Command::SaveFigure => T::NeedsCharts,
            Command::Memo => T::NeedsComparison,
            Command::Undo => T::NeedsStep,
            Command::Redo => T::NeedsUndone,
            Command::Copy | Command::CopyRows | Command::CopyMarkdown | Command::Print => T::NeedsRows,
            Command::CopyCitations | Command::WalkRegions => T::NeedsRows,
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
