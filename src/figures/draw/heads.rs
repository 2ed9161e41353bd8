//! Heads of narrow columns on paper: names between whose words a line may be broken, else the abbreviations of the
//! catalogue, else numbers. What is no name is explained in the key.

use super::pen::Pen;
use crate::figures::focus_heatmap::FocusColumn;
use crate::look::Font;

/// The most lines of a head.
const LINES: usize = 2;

/// The lines of each head.
pub fn heads(pen: &mut Pen<'_>, columns: &[&FocusColumn], font: Font, room: f32) -> Vec<Vec<String>> {
    let fitting = |name: &str| {
        let lines = font.wrap(name, room);
        // A character alone on its line is no part of a name.
        let is_whole = lines.len() < 2 || lines.iter().all(|line| line.chars().count() > 1);
        (font.unbroken(name) <= room && lines.len() <= LINES && is_whole).then_some(lines)
    };
    let short = |column: &FocusColumn| Some(column.short.as_str()).filter(|short| !short.is_empty()).and_then(fitting);
    let each = columns.iter().map(|column| fitting(&column.name).or_else(|| short(column)));
    let heads: Option<Vec<Vec<String>>> = each.collect();
    let numbers = || (1..=columns.len()).map(|n| vec![n.to_string()]).collect();
    let heads = heads.unwrap_or_else(numbers);
    for (column, head) in columns.iter().zip(&heads) {
        let said = head.join(" ");
        if said != column.name && head.concat() != column.name {
            pen.abbreviate(&said, &column.name);
        }
    }
    heads
}
