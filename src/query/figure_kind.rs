//! The kinds of figures. They are drawn in `figures`; a view and a step of a walk only name them.

use super::Unit;
use crate::catalogue::kinds::vocabulary;
use crate::words::Lang;

vocabulary! {
    /// A kind of figure.
    FigureKind {
        /// Policies by place, as bars.
        ByRegion = "by-region", "各地政策数", "Policies by place";
        /// Policies by month, as bars.
        ByMonth = "by-month", "各月政策数", "Policies by month";
        /// Places as rows, months as columns, a mark a policy.
        Timeline = "timeline", "政策时间线", "Timeline of policies";
        /// Places as rows, focuses as columns, a mark a cell.
        FocusHeatmap = "focus-heatmap", "各地提到的方向", "Focuses by place";
        /// For each focus bars by month.
        FocusByMonth = "focus-by-month", "各方向按月份", "Focuses by month";
        /// Similarity of places by their stated focuses.
        Similarity = "similarity", "方向组合的相似度", "Similarity by focuses";
        /// Combinations of focuses.
        Upset = "upset", "方向的组合", "Combinations of focuses";
        /// All province-level units as tiles.
        TileGrid = "tile-grid", "省级方格索引（非地图）", "Index of provinces in tiles (not a map)";
    }
}

impl FigureKind {
    /// The unit by default: places where one statement of a place would count once a policy.
    pub fn usual_unit(self) -> Unit {
        match self {
            FigureKind::ByRegion | FigureKind::ByMonth | FigureKind::Timeline | FigureKind::TileGrid => Unit::Policy,
            FigureKind::FocusHeatmap | FigureKind::FocusByMonth | FigureKind::Similarity | FigureKind::Upset => {
                Unit::Region
            }
        }
    }
}
