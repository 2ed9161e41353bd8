//! Files: read with a size cap, and written whole or not at all.
//!
//! What the bytes mean is left to others; this room knows paths, permissions and how a file system fails.

mod fault;
mod folder;
mod name;
mod read;
mod stamp;
mod write;

pub use fault::{Doing, StoreFault, StoreFaultKind};
pub use folder::{names_in, remove};
pub use name::check_name;
pub use read::{LARGEST, read, read_up_to};
pub use stamp::{Stamp, stamp};
pub use write::{Unwritten, make_folder_of, write_with};
