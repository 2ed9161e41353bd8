//! Painting without OpenGL, for machines that have none: the rasteriser, what a frame changes, and the window over both.

mod damage;
#[cfg(feature = "software")]
mod pane;
mod raster;
#[cfg(feature = "software")]
mod window;

pub use damage::Damage;
pub use raster::{Area, Canvas, Raster, SoftScene};
#[cfg(feature = "software")]
pub(super) use window::SoftWindow;
