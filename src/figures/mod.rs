//! What to draw: figures as plain data. Painting and writing them is left to others, so that they agree.

mod bars;

pub use bars::{Bars, Caption, Category, Mark, Panel, Series, by_month, by_region, focus_by_month, milestones};
