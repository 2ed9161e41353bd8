//! Figures: charts as plain data, and their layout as a scene. Painting and writing are left to others, so that
//! they agree.

mod bars;
mod draw;
mod figure;
mod focus_heatmap;
mod focus_months;
mod head;
mod kind;
mod named;
mod others;
pub mod scene;
mod similarity;
mod table;
mod tile_grid;
mod timeline;
mod upset;

pub use crate::query::FigureKind;
pub use bars::{AxisCategory, BarPanel, Bars, Caption, MilestoneMark, Series, by_month, by_region, milestones};
pub use draw::{NARROWEST, PIXELS_IN_MM, Pen, Style, body_scene, likeness, scene, share, sign};
pub use figure::{Body, Figure, Footer, figure, figure_of, month_bars, region_bars};
pub use focus_heatmap::{CellRow, FocusColumn, Heatmap, focus_heatmap};
pub use kind::Asking;
pub use named::{CountedNames, NamedBars};
pub use similarity::{PairNames, SimilarityGrid, similarity_grid};
pub use table::{FigureTable, shown, table, typed};
pub use tile_grid::{Tile, TileGrid, TileState, tile_grid};
pub use timeline::{Lane, Timeline, TimelinePoint, timeline};
pub use upset::{Upset, UpsetRow, UpsetSet, upset};

#[cfg(test)]
mod printed;
#[cfg(test)]
mod tests;
