//! Files: read with a size cap, and written whole or not at all, one at a time or several as one folder or archive.
//!
//! The meaning of the bytes is left to others; this room knows paths, permissions and how a file system fails, and what
//! else the machine gives: its clock, its processors, and a tag drawn by chance.

mod clock;
mod fault;
mod folder;
mod held;
mod name;
mod neighbour;
mod read;
mod same;
mod share;
mod stamp;
mod stored;
mod tag;
mod turn;
mod whole;
mod write;

pub use clock::{in_china, now_in_china, today};
pub use fault::{Doing, StoreFault, StoreFaultKind};
pub use folder::{TemporaryFolder, names_in, remove, remove_unfinished, set_aside};
pub use held::{HeldFile, hold};
pub use name::check_name;
pub use read::{LARGEST, read, read_input, read_plain, read_text, read_up_to};
pub use same::check_not_read;
pub use share::share;
pub use stamp::{Stamp, stamp};
pub use stored::StoredFiles;
pub use tag::draw_tag;
pub use turn::{FileTurn, take_turn, wait_for_turn};
pub use whole::{Files, free_for_files, write_files_with};
pub use write::{Older, Unwritten, make_folder_of, write, write_held, write_with};
