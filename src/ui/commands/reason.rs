//! Conditions of commands, told as the reason that one cannot do anything now.

use super::Command;
use crate::words::NeedText as N;

impl Command {
    /// The condition under which it applies. A command without one of its own needs the work under way to end.
    pub fn needs(self) -> N {
        match self {
            Command::Reload => N::File,
            Command::Settle => N::Conflict,
            Command::SendMine | Command::RestoreLayer | Command::EraseLayer => N::Own,
            Command::Read => N::Policy,
            Command::SettleQuotes => N::Adrift,
            Command::AddPolicy => N::Folder,
            Command::SaveFigure => N::Charts,
            Command::Memo => N::Comparison,
            Command::Undo => N::Step,
            Command::Redo => N::Undone,
            Command::Copy | Command::CopyRows | Command::CopyMarkdown | Command::Print => N::Rows,
            Command::CopyCitations | Command::WalkRegions => N::Rows,
            Command::SelectAll => N::Table,
            Command::ClearFilters => N::Filters,
            Command::PublicSources => N::Public,
            Command::CloseDetail => N::Detail,
            Command::Walk | Command::AddToWalk => N::NoShow,
            Command::Problems => N::Problems,
            _ => N::Rest,
        }
    }
}
